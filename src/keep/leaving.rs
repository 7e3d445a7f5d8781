//! The page goes to the background, or away: save what is not saved.

use std::rc::{Rc, Weak};

use wasm_bindgen::prelude::*;
use web_sys::EventTarget;

use super::keeper::Inner;

/// Listens until dropped.
pub(super) struct Leaving {
    targets: [(EventTarget, &'static str); 2],
    leave: Closure<dyn FnMut()>,
}

impl Leaving {
    /// From now on saves when the page is hidden, shown again, or left.
    pub fn attend(inner: &Rc<Inner>) -> Option<Self> {
        let window = web_sys::window()?;
        let document = window.document()?;
        let inner: Weak<Inner> = Rc::downgrade(inner);
        let leave = Closure::<dyn FnMut()>::new(move || {
            if let Some(inner) = inner.upgrade() {
                inner.save_all();
                inner.ask_all();
            }
        });
        let targets = [
            (document.into(), "visibilitychange"),
            (window.into(), "pagehide"),
        ];
        let leaving = Self { targets, leave };
        for (target, event) in &leaving.targets {
            target
                .add_event_listener_with_callback(event, leaving.leave.as_ref().unchecked_ref())
                .ok()?;
        }
        Some(leaving)
    }
}

impl Drop for Leaving {
    fn drop(&mut self) {
        for (target, event) in &self.targets {
            let _ = target
                .remove_event_listener_with_callback(event, self.leave.as_ref().unchecked_ref());
        }
    }
}
