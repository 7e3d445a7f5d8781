//! A window over the page: the browser's own dialog, so that focus and Escape are right.
//!
//! Rule g37: a dialog that is opened again at once stays open. The browser sends `close` some time after the dialog is
//! closed, and `cancel` before that.

use leptos::html;
use leptos::prelude::*;
use leptos::task::{spawn_local, tick};
use wasm_bindgen::JsCast;

use ::words::shell as words;

/// First target of the focus: the element that asks for it, else the first field, else the first button.
const FIRST: [&str; 3] = [
    ".dialog-body [autofocus]",
    ".dialog-body :is(input:not([type=hidden]):not([type=file]), select, textarea):not(:disabled):not([readonly])",
    ".dialog-body button:not(:disabled)",
];

/// Returns a signal that is true while `about` holds something; set to false, it clears `about`.
pub fn open_while<T: Send + Sync + 'static>(about: RwSignal<Option<T>>) -> RwSignal<bool> {
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(about.with(Option::is_some)));
    Effect::new(move |before: Option<bool>| {
        let now = open.get();
        if before == Some(true) && !now {
            about.set(None);
        }
        now
    });
    open
}

/// A dialog that is there while `open` is true.
#[component]
pub fn Dialog(
    /// True while the dialog is shown.
    open: RwSignal<bool>,
    /// Its heading.
    #[prop(into)]
    title: Signal<String>,
    /// More classes (`wide`).
    #[prop(optional, into)]
    class: String,
    /// Its content, built each time the dialog opens.
    children: ChildrenFn,
) -> impl IntoView {
    let element = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let Some(dialog) = element.get() else { return };
        if open.get() && !dialog.open() {
            // Refused only when it is shown already.
            let _ = dialog.show_modal();
            focus_first(dialog);
        } else if !open.get() && dialog.open() {
            dialog.close();
        }
    });
    let children = StoredValue::new(children);
    // The events of fields inside reach the dialog too: the `cancel` of a file field, and clicks.
    let is_of_dialog = move |event: &web_sys::Event| {
        element.get_untracked().is_some_and(|dialog| {
            let target = event.target();
            target.is_some_and(|target| target == *AsRef::<web_sys::EventTarget>::as_ref(&*dialog))
        })
    };
    let close_if = move |closes: bool| {
        if closes {
            open.set(false);
        }
    };
    let is_shown = move || element.get_untracked().is_some_and(|dialog| dialog.open());
    view! {
        <dialog
            node_ref=element
            class=format!("dialog {class}")
            aria-label=title
            on:cancel=move |event| close_if(is_of_dialog(&event))
            on:close=move |_| close_if(!is_shown())
            on:click=move |event| close_if(is_of_dialog(&event))
        >
            <Show when=move || open.get()>
                <div class="dialog-body">
                    <h2 class="dialog-head">{title}</h2>
                    {children.with_value(|children| children())}
                </div>
                <button type="button" class="btn quiet dialog-close" on:click=move |_| open.set(false)>
                    {words::close()}
                </button>
            </Show>
        </dialog>
    }
}

/// Puts the keyboard into the first field, once what the dialog holds is there.
fn focus_first(dialog: web_sys::HtmlDialogElement) {
    spawn_local(async move {
        tick().await;
        let place = |selector| dialog.query_selector(selector).ok().flatten();
        let first = FIRST.into_iter().find_map(place);
        if let Some(first) = first.and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok()) {
            // An element that cannot take focus leaves it where it was.
            let _ = first.focus();
        }
    });
}
