//! A delayed call.

use js_sys::Function;
use wasm_bindgen::prelude::*;

use super::clock;

#[wasm_bindgen]
extern "C" {
    /// The handle is passed back unchanged: a fake clock in tests counts beyond 32 bits.
    #[wasm_bindgen(js_name = setTimeout)]
    pub(super) fn set_timeout(then: &Function, ms: i32) -> JsValue;

    #[wasm_bindgen(js_name = clearTimeout)]
    fn clear_timeout(timeout: &JsValue);
}

/// A delayed call, cancelled when dropped.
pub struct Timer {
    due: f64,
    timeout: JsValue,
    _then: Closure<dyn FnMut()>,
}

impl Timer {
    /// Calls `then` after a number of milliseconds.
    pub fn after(ms: i32, then: impl FnMut() + 'static) -> Self {
        let then = Closure::<dyn FnMut()>::new(then);
        Self {
            due: clock::ticks() + f64::from(ms),
            timeout: set_timeout(then.as_ref().unchecked_ref(), ms),
            _then: then,
        }
    }

    /// Returns the time of the call, in [`clock::ticks`].
    pub fn due(&self) -> f64 {
        self.due
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        clear_timeout(&self.timeout);
    }
}
