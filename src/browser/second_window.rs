//! A second window of this page: empty, with the styles of the page, and filled from here. It needs no server and no
//! channel, so that the one-file edition has it too.

use std::any::Any;

use web_sys::{Document, HtmlElement, Window};

/// The window, open until dropped or closed by the user.
pub struct SecondWindow {
    window: Window,
    _shown: Box<dyn Any>,
}

impl SecondWindow {
    /// Opens the window and fills it; the result of `fill` lives as long as the window. `None` if the browser
    /// refuses.
    pub fn open(title: &str, fill: impl FnOnce(HtmlElement) -> Box<dyn Any>) -> Option<Self> {
        let here = web_sys::window()?;
        let options = "popup,width=1280,height=720";
        let window = here
            .open_with_url_and_target_and_features("", "", options)
            .ok()??;
        let there = window.document()?;
        there.set_title(title);
        dress(&here.document()?, &there);
        let body = there.body()?;
        Some(Self {
            window,
            _shown: fill(body),
        })
    }

    /// True if the user closed the window.
    pub fn is_closed(&self) -> bool {
        self.window.closed().unwrap_or(true)
    }
}

impl Drop for SecondWindow {
    fn drop(&mut self) {
        // A closed window stays closed.
        let _ = self.window.close();
    }
}

/// Copies the styles of the page, its language, and the chosen theme.
fn dress(here: &Document, there: &Document) {
    if let (Some(from), Some(to)) = (here.document_element(), there.document_element()) {
        for name in ["lang", "data-theme", "data-text"] {
            if let Some(value) = from.get_attribute(name) {
                // These names are always valid.
                let _ = to.set_attribute(name, &value);
            }
        }
    }
    let mut next = here.head().and_then(|head| head.first_element_child());
    while let Some(part) = next {
        let is_style = part.matches("style, link[rel=stylesheet]").unwrap_or(false);
        let copy = part.clone_node_with_deep(true).ok().filter(|_| is_style);
        if let (Some(copy), Some(head)) = (copy, there.head()) {
            // Ignore errors: without a style the text, the essential part, remains.
            let _ = head.append_child(&copy);
        }
        next = part.next_element_sibling();
    }
}
