//! Text that becomes a field where it stands.

use leptos::ev::{ClipboardEvent, CompositionEvent, KeyboardEvent};
use leptos::html::Textarea;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::store::Store;
use format::tsv;

/// True if a key press belongs to the input method (Japanese conversion), and must not be taken as a command.
pub fn is_composing(event: &KeyboardEvent) -> bool {
    event.is_composing() || event.key_code() == 229
}

/// Editable text. Every change is sent at once, but never in the middle of a conversion; leaving the field
/// ends the step, and so do Enter in a one-line field and Escape, which puts back what was there and leaves the window
/// open that the field is in. The keyboard stays: it never falls to the page.
#[component]
pub fn Field(
    /// Label for screen readers.
    #[prop(into)]
    label: Signal<String>,
    /// The text as the strategy holds it.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the new text.
    #[prop(into)]
    on_input: Callback<String>,
    /// Several lines: Enter makes a new one.
    #[prop(optional)]
    lines: bool,
    /// Shown while empty.
    #[prop(optional, into)]
    placeholder: String,
    /// More classes (`title`, `strong`, `quiet` …).
    #[prop(optional, into)]
    class: String,
    /// Enter in a one-line field, after the text is sent.
    #[prop(optional_no_strip, into)]
    on_enter: Option<Callback<()>>,
    /// Any other key, outside a conversion.
    #[prop(optional_no_strip, into)]
    on_key: Option<Callback<KeyboardEvent>>,
    /// The DOM id, when another part has to find it.
    #[prop(optional, into)]
    id: String,
    /// True if it can only be read now.
    #[prop(optional, into)]
    locked: Signal<bool>,
) -> impl IntoView {
    let element = NodeRef::<Textarea>::new();
    let composing = StoredValue::new(false);
    let before = StoredValue::new(String::new());
    let store = use_context::<Store>();
    let read_only = read_only();

    Effect::new(move |_| {
        let (text, area) = (value.get(), element.get());
        if !composing.get_value() {
            show_in(area, &text);
        }
    });
    // A refused text (the user was told) does not stay as if it were kept.
    let show = move || show_in(element.get_untracked(), &value.get_untracked());
    let send = move || {
        if let Some(area) = element.get_untracked()
            && area.value() != value.get_untracked()
        {
            on_input.run(area.value());
        }
    };
    // Later typing is another step, and Escape restores the present text.
    let seal = move || {
        before.set_value(value.get_untracked());
        if let Some(store) = store {
            store.seal();
        }
    };
    let keydown = move |event: KeyboardEvent| {
        if is_composing(&event) {
            return;
        }
        match event.key().as_str() {
            "Escape" => {
                event.stop_propagation();
                let text = before.get_value();
                if value.get_untracked() != text {
                    // A window around it closes with the next.
                    event.prevent_default();
                    on_input.run(text);
                }
                // Else leaving would send what is put back.
                show();
                seal();
            }
            "Enter" if !lines => {
                event.prevent_default();
                send();
                match on_enter {
                    Some(then) => then.run(()),
                    None => {
                        show();
                        seal();
                    }
                }
            }
            _ => {
                if let Some(then) = on_key {
                    then.run(event);
                }
            }
        }
    };
    view! {
        <textarea
            node_ref=element
            id=(!id.is_empty()).then_some(id)
            class=format!("field {class}")
            class:lines=lines
            rows="1"
            aria-label=label
            placeholder=placeholder
            readonly=move || locked.get() || read_only.get()
            prop:value=value.get_untracked()
            on:focus=move |_| before.set_value(value.get_untracked())
            on:compositionstart=move |_: CompositionEvent| composing.set_value(true)
            on:compositionend=move |_: CompositionEvent| {
                composing.set_value(false);
                send();
            }
            on:input=move |_| if !composing.get_value() { send() }
            on:paste=move |event| if !lines { without_line_end(&event) }
            on:keydown=keydown
            on:blur=move |_| {
                // A field taken off the page while it has the keyboard loses it after its signals are gone.
                if value.try_get_untracked().is_none() {
                    return;
                }
                composing.set_value(false);
                send();
                if let Some(store) = store {
                    store.seal();
                }
                show();
            }
        ></textarea>
    }
}

/// Shows a text in a field, unless it is there already: to set it moves the cursor.
fn show_in(area: Option<web_sys::HtmlTextAreaElement>, text: &str) {
    if let Some(area) = area
        && area.value() != text
    {
        area.set_value(text);
    }
}

/// A cell copied from a spreadsheet ends in a line end, which a field of one line has no use for.
pub fn without_line_end(event: &ClipboardEvent) {
    let text = pasted(event);
    let cell = text.trim_end_matches(['\r', '\n']);
    if cell == text || cell.contains(['\t', '\n']) {
        return;
    }
    let Ok(page) = document().dyn_into::<web_sys::HtmlDocument>() else {
        return;
    };
    // As if typed: the field hears of it, and the browser's own undo knows it. Where that is refused the text
    // is pasted as it is.
    if let Ok(true) = page.exec_command_with_show_ui_and_value("insertText", false, cell) {
        event.prevent_default();
    }
}

/// The text on its way from the clipboard.
pub fn pasted(event: &ClipboardEvent) -> String {
    let data = event.clipboard_data();
    let text = data.and_then(|data| data.get_data("text/plain").ok());
    text.unwrap_or_default()
}

/// Puts a block of cells on the clipboard, as spreadsheets and as word processors take it.
pub fn put_block(event: &ClipboardEvent, rows: &[Vec<String>]) {
    let Some(data) = event.clipboard_data() else {
        return;
    };
    for (kind, text) in [
        ("text/plain", tsv::write(rows)),
        ("text/html", tsv::html(rows)),
    ] {
        // Refused only where the browser forbids it; nothing is lost then.
        let _ = data.set_data(kind, &text);
    }
}

/// True if the open strategy can only be read in this tab.
pub fn read_only() -> Signal<bool> {
    let store = use_context::<Store>();
    Signal::derive(move || store.is_some_and(|store| store.read_only().get()))
}

/// A choice among a few, as a native select.
#[component]
pub fn Choice(
    /// Label for screen readers.
    #[prop(into)]
    label: Signal<String>,
    /// The key of what is chosen.
    #[prop(into)]
    value: Signal<String>,
    /// Key and words of each choice.
    #[prop(into)]
    options: Signal<Vec<(String, String)>>,
    /// Called with the key chosen.
    #[prop(into)]
    on_change: Callback<String>,
    /// The DOM id, when a label elsewhere points here.
    #[prop(optional, into)]
    id: String,
    /// True if it can only be read now.
    #[prop(optional, into)]
    locked: Signal<bool>,
    /// It chooses what is shown and changes nothing: where the plan can only be read, it works on.
    #[prop(optional)]
    shows: bool,
) -> impl IntoView {
    let read_only = read_only();
    view! {
        <select
            id=(!id.is_empty()).then_some(id)
            class="choice"
            disabled=move || locked.get() || !shows && read_only.get()
            aria-label=label
            on:change=move |event| on_change.run(event_target_value(&event))
            prop:value=move || value.get()
        >
            {move || {
                let now = value.get();
                options
                    .get()
                    .into_iter()
                    .map(|(key, words)| view! { <option value=key.clone() selected=key == now>{words}</option> })
                    .collect_view()
            }}
        </select>
    }
}
