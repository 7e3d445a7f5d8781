//! Reports when the page is hidden, shown again or left.

use wasm_bindgen::prelude::*;
use web_sys::EventTarget;

/// Listens until dropped.
pub struct PageLifecycle {
    targets: [(EventTarget, &'static str); 2],
    act: Closure<dyn FnMut()>,
}

impl PageLifecycle {
    /// Calls `act` from now on when the page is hidden, shown again, or left.
    pub fn listen(act: impl FnMut() + 'static) -> Option<Self> {
        let window = web_sys::window()?;
        let document = window.document()?;
        let act = Closure::<dyn FnMut()>::new(act);
        let targets = [
            (document.into(), "visibilitychange"),
            (window.into(), "pagehide"),
        ];
        let listening = Self { targets, act };
        for (target, event) in &listening.targets {
            target
                .add_event_listener_with_callback(event, listening.act.as_ref().unchecked_ref())
                .ok()?;
        }
        Some(listening)
    }
}

impl Drop for PageLifecycle {
    fn drop(&mut self) {
        for (target, event) in &self.targets {
            let _ = target
                .remove_event_listener_with_callback(event, self.act.as_ref().unchecked_ref());
        }
    }
}
