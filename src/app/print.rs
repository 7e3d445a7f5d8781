//! The page as it is printed.

use leptos::prelude::*;

/// Opens the browser's window for printing. A browser that cannot print has told so itself.
pub fn print_page() {
    let _ = window().print();
}

/// While it is printed, the page has the width of paper, so that what measures itself, as charts do, fits on it.
pub fn take_width_of_paper() {
    const PRINTING: &str = "data-printing";
    let root = || document().document_element();
    let before = window_event_listener_untyped("beforeprint", move |_| {
        // The attribute's name is fixed and valid.
        let _ = root().map(|root| root.set_attribute(PRINTING, ""));
    });
    let after = window_event_listener_untyped("afterprint", move |_| {
        let _ = root().map(|root| root.remove_attribute(PRINTING));
    });
    on_cleanup(move || {
        before.remove();
        after.remove();
    });
}

/// Says what stands at the head of every page that is printed; the style sheet places it.
pub fn head_of_print(text: &str) {
    edges_of_print(text, "");
}

/// The same, and what stands beside the number of every page.
pub fn edges_of_print(head: &str, foot: &str) {
    let (head, foot) = (quoted(head), quoted(foot));
    if let Some(root) = document().document_element() {
        let style = format!("--print-head:\"{head}\";--print-foot:\"{foot}\"");
        // The attribute's name is fixed and valid; a quoted text is a valid value.
        let _ = root.set_attribute("style", &style);
    }
}

fn quoted(text: &str) -> String {
    let plain = text.chars().filter(|c| !c.is_control());
    plain
        .flat_map(|c| {
            matches!(c, '"' | '\\')
                .then_some('\\')
                .into_iter()
                .chain([c])
        })
        .collect()
}
