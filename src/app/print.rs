//! Printing of the page.

use leptos::prelude::*;

/// Opens the print dialog of the browser. A browser that cannot print reports that itself.
pub fn print_page() {
    let _ = window().print();
}

/// Gives the page the width of paper while it is printed, so that charts and other measured content fit.
pub fn take_width_of_paper() {
    const PRINTING: &str = "data-printing";
    let root = || document().document_element();
    let before = window_event_listener_untyped("beforeprint", move |_| {
        // The name of the attribute is fixed and valid.
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

/// Sets the head of every printed page; the style sheet places it.
pub fn head_of_print(text: &str) {
    edges_of_print(text, "");
}

/// Sets the head and the text beside the number of every printed page.
pub fn edges_of_print(head: &str, foot: &str) {
    let (head, foot) = (quoted(head), quoted(foot));
    if let Some(root) = document().document_element() {
        let style = format!("--print-head:\"{head}\";--print-foot:\"{foot}\"");
        // The name of the attribute is fixed and valid; a quoted text is a valid value.
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
