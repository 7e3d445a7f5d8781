//! Web Locks: of all tabs, one at a time has a lock.

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
    /// If nobody has it.
    IfAvailable,
    /// From whoever has it.
    Steal,
    /// Waits in line, until the signal says otherwise.
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

/// The locks of this browser.
pub struct Locks(LockManager);

impl Locks {
    /// None where there are none (plain http).
    pub fn here() -> Option<Self> {
        let navigator = web_sys::window()?.navigator();
        let locks = object::get(&navigator, "locks");
        locks.is_object().then(|| Self(locks.unchecked_into()))
    }

    /// Asks for a lock, and waits until that is granted or refused; `lost` is called when it is stolen later.
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
                // Fails when it was given up before it was granted, and when it was granted and then stolen.
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
    /// True while it is held: granted, and not released on purpose.
    held: Rc<Cell<bool>>,
}

/// A promise, and what keeps it.
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
