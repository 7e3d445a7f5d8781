//! A window over the page: the browser's own dialog, so that focus and Escape are right.

use leptos::html;
use leptos::prelude::*;

use crate::locale::shell as words;

/// A dialog that is there while `open` is true.
#[component]
pub fn Dialog(
    /// Whether it is shown.
    open: RwSignal<bool>,
    /// Its heading.
    #[prop(into)]
    title: Signal<String>,
    /// More classes (`wide`).
    #[prop(optional, into)]
    class: String,
    /// What it holds; made anew each time it opens.
    children: ChildrenFn,
) -> impl IntoView {
    let element = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let Some(dialog) = element.get() else { return };
        if open.get() && !dialog.open() {
            // Refused only when it is shown already.
            let _ = dialog.show_modal();
        } else if !open.get() && dialog.open() {
            dialog.close();
        }
    });
    let children = StoredValue::new(children);
    view! {
        <dialog
            node_ref=element
            class=format!("dialog {class}")
            aria-label=title
            on:close=move |_| open.set(false)
            on:click=move |event| {
                let outside = element.get_untracked().is_some_and(|dialog| {
                    event.target().is_some_and(|target| target == *AsRef::<web_sys::EventTarget>::as_ref(&*dialog))
                });
                if outside {
                    open.set(false);
                }
            }
        >
            <Show when=move || open.get()>
                <div class="dialog-body">
                    <header class="dialog-head">
                        <h2>{title}</h2>
                        <button type="button" class="btn quiet" on:click=move |_| open.set(false)>
                            {words::CLOSE}
                        </button>
                    </header>
                    {children.with_value(|children| children())}
                </div>
            </Show>
        </dialog>
    }
    .into_any()
}
