//! Movement of the focus.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Document, Element, HtmlElement};

use super::time::{frame, tick};

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

fn by_id(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// Moves the focus to the element with this id.
pub fn focus(id: &str) {
    let element = by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(element) = element {
        // An element that cannot take focus leaves it where it was.
        let _ = element.focus();
    }
}

/// Number of frames to wait for an element.
const WAIT: usize = 300;

/// Moves the focus to an element that is just being added, with a unique id: before the next key arrives, which would
/// otherwise go to the old focus. An element that takes longer to appear (its page is fetched first) gets the focus
/// as soon as it exists, unless the user moved it meanwhile.
pub fn focus_added(id: String) {
    let here = || document().and_then(|document| document.active_element());
    let is_place = |element: &Element| !matches!(element.tag_name().as_str(), "BODY" | "MAIN");
    let before = here();
    spawn_local(async move {
        tick().await;
        for _ in 0..WAIT {
            if by_id(&id).is_some() {
                return focus(&id);
            }
            frame().await;
            let now = here();
            if now != before && now.as_ref().is_some_and(is_place) {
                return;
            }
        }
    });
}
