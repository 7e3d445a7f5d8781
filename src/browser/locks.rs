//! Web Locks: only one of all tabs holds a lock at a time.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Function, Object, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::AbortSignal;

use super::object;

#[wasm_bindgen]
extern "C" {
    type LockManager;

    #[wasm_bindgen(method, catch)]
    fn request(
        this: &LockManager,
        name: &str,
        options: &Object,
        callback: &Function,
    ) -> Result<Promise, JsValue>;
}

/// Way to request a lock.
pub enum Request {
    /// If no other tab holds it.
    IfAvailable,
    /// From the tab that holds it.
    Steal,
    /// Waits in the queue, until the signal aborts.
    Wait(Option<AbortSignal>),
}

impl Request {
    fn options(self) -> Object {
        match self {
            Request::IfAvailable => object::with("ifAvailable", &JsValue::TRUE),
            Request::Steal => object::with("steal", &JsValue::TRUE),
            Request::Wait(Some(signal)) => object::with("signal", &signal),
            Request::Wait(None) => Object::new(),
        }
    }
}

/// Lock manager of this browser.
pub struct Locks(LockManager);

impl Locks {
    /// Returns the lock manager; `None` if there is none (plain http).
    pub fn here() -> Option<Self> {
        let navigator = web_sys::window()?.navigator();
        let locks = object::get(&navigator, "locks");
        locks.is_object().then(|| Self(locks.unchecked_into()))
    }

    /// Requests a lock, and waits until it is granted or refused; calls `lost` if it is stolen later.
    pub async fn request(&self, name: &str, how: Request, lost: Rc<dyn Fn()>) -> Option<Lock> {
        let (until, release) = promise()?;
        let (granted, grant) = promise()?;
        let held = Rc::new(Cell::new(false));
        let callback = Closure::once_into_js({
            let (held, grant) = (held.clone(), grant.clone());
            move |lock: JsValue| -> JsValue {
                held.set(!lock.is_null());
                let _ = grant.call0(&JsValue::NULL);
                if lock.is_null() { lock } else { until.into() }
            }
        });
        let request = self
            .0
            .request(name, &how.options(), callback.unchecked_ref())
            .ok()?;
        spawn_local({
            let held = held.clone();
            async move {
                // Fails if the request was aborted, and if the lock was granted and then stolen.
                let ended = JsFuture::from(request).await;
                if ended.is_err() && held.take() {
                    lost();
                }
                let _ = grant.call0(&JsValue::NULL);
            }
        });
        JsFuture::from(granted).await.ok()?;
        held.get().then_some(Lock { release, held })
    }
}

/// A Web Lock, held until dropped.
pub struct Lock {
    release: Function,
    /// True while the lock is granted and not released on purpose.
    held: Rc<Cell<bool>>,
}

/// Returns a promise, and the function that resolves it.
fn promise() -> Option<(Promise, Function)> {
    let mut keep = None;
    let promise = Promise::new(&mut |resolve, _| keep = Some(resolve));
    Some((promise, keep?))
}

impl Drop for Lock {
    fn drop(&mut self) {
        self.held.set(false);
        let _ = self.release.call0(&JsValue::NULL);
    }
}
