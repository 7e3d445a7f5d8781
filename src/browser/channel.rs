//! A channel between the tabs of one app.

use wasm_bindgen::prelude::*;
use web_sys::{BroadcastChannel, MessageEvent};

/// A channel, open until dropped. It receives messages of the other ends, never its own.
pub struct Channel {
    raw: BroadcastChannel,
    _hear: Closure<dyn FnMut(MessageEvent)>,
}

impl Channel {
    /// Opens the channel with this name; `None` if the browser has no channels.
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

    /// Sends a text to all others.
    pub fn send(&self, text: &str) {
        // Ignore errors: the other tabs miss the message, notice the gap and read again.
        let _ = self.raw.post_message(&JsValue::from_str(text));
    }
}

impl Drop for Channel {
    fn drop(&mut self) {
        self.raw.set_onmessage(None);
        self.raw.close();
    }
}
