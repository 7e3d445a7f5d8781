//! Reading of a figure while it is typed: text beside the field, before it is entered.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use ::words::reading as words;

/// The class of a field that holds a figure.
pub const FIGURE: &str = "reads-figure";

/// The class of a field that holds the year of a figure.
pub const YEAR: &str = "reads-year";

/// Tells how a text is read. It stands by the field that has the keyboard and moves nothing.
#[component]
pub fn ParsePreview(
    /// The text; empty: none.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    view! { <p class="reading" role="status">{text}</p> }.into_any()
}

/// Tells it for every field in it that has the class [`FIGURE`] or [`YEAR`].
#[component]
pub fn ParsePreviewArea(children: Children) -> impl IntoView {
    let text = RwSignal::new(String::new());
    let take = move |event: web_sys::Event| {
        if let Some(sentence) = event.target().and_then(read) {
            text.set(sentence);
        }
    };
    view! {
        <div
            class="read-back"
            on:input=take
            on:focusin=move |event| take(event.into())
            // Escape puts back what was there, and the field keeps the keyboard.
            on:keyup=move |event| if event.key() == "Escape" { take(event.into()) }
            on:focusout=move |_| {
                // A field taken off the page while it has the keyboard loses it after this signal is gone.
                text.try_set(String::new());
            }
        >
            {children()}
            <ParsePreview text />
        </div>
    }
}

fn read(field: web_sys::EventTarget) -> Option<String> {
    let classes = field.dyn_ref::<web_sys::Element>()?.class_name();
    let has = |class: &str| classes.split_whitespace().any(|own| own == class);
    let text = match field.dyn_ref::<web_sys::HtmlTextAreaElement>() {
        Some(area) => area.value(),
        None => field.dyn_ref::<web_sys::HtmlInputElement>()?.value(),
    };
    if has(FIGURE) {
        Some(words::figure(&text))
    } else if has(YEAR) {
        Some(words::year(&text))
    } else {
        None
    }
}
