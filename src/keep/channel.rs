//! The line on which the tabs that have one strategy open talk.

use wasm_bindgen::prelude::*;
use web_sys::{BroadcastChannel, MessageEvent};

/// A line, open until dropped. It hears what the other ends say, never itself.
pub(super) struct Channel {
    raw: BroadcastChannel,
    _hear: Closure<dyn FnMut(MessageEvent)>,
}

impl Channel {
    /// Opens the line with this name; `None` where the browser has none.
    pub fn open(name: &str, hear: impl Fn(&str) + 'static) -> Option<Self> {
        let raw = BroadcastChannel::new(name).ok()?;
        let hear = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(text) = event.data().as_string() {
                hear(&text);
            }
        });
        raw.set_onmessage(Some(hear.as_ref().unchecked_ref()));
        Some(Self { raw, _hear: hear })
    }

    /// Says a text to all others.
    pub fn say(&self, text: &str) {
        // A line that cannot carry it leaves the others behind; they notice the gap and read again.
        let _ = self.raw.post_message(&JsValue::from_str(text));
    }
}

impl Drop for Channel {
    fn drop(&mut self) {
        self.raw.set_onmessage(None);
        self.raw.close();
    }
}
