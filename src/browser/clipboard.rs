//! The clipboard, for commands other than key presses.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Clipboard, HtmlDocument};

use super::object;

/// A clipboard command for the focused element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClipboardCommand {
    /// 切り取り.
    Cut,
    /// コピー.
    Copy,
}

/// Sends the event of a command to the focused element; false if the browser refuses.
pub fn send(command: ClipboardCommand) -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    let document = document.and_then(|document| document.dyn_into::<HtmlDocument>().ok());
    let name = match command {
        ClipboardCommand::Cut => "cut",
        ClipboardCommand::Copy => "copy",
    };
    document.is_some_and(|document| document.exec_command(name).unwrap_or(false))
}

/// Writes a text to the clipboard; false if the browser or the user does not allow it.
pub async fn write(text: &str) -> bool {
    match clipboard() {
        Some(clipboard) => JsFuture::from(clipboard.write_text(text)).await.is_ok(),
        None => false,
    }
}

/// Returns the text on the clipboard; `None` if the browser or the user does not allow reading it.
pub async fn text() -> Option<String> {
    JsFuture::from(clipboard()?.read_text())
        .await
        .ok()?
        .as_string()
}

fn clipboard() -> Option<Clipboard> {
    let navigator = web_sys::window()?.navigator();
    // Missing where a page is not served securely.
    let clipboard: JsValue = object::get(navigator.as_ref(), "clipboard");
    clipboard.dyn_into::<Clipboard>().ok()
}
