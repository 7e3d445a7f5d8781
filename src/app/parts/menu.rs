//! ⋯: what is rarely done, behind one button.

use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// A button that opens a short list of buttons; closed by Escape, by leaving it, and by what is chosen.
#[component]
pub fn Menu(
    /// What a screen reader calls it.
    label: &'static str,
    /// The buttons.
    children: ChildrenFn,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let element = NodeRef::<html::Div>::new();
    let button = NodeRef::<html::Button>::new();
    let leaves = move |event: &FocusEvent| {
        let to = event
            .related_target()
            .and_then(|to| to.dyn_into::<web_sys::Node>().ok());
        let within = element
            .get_untracked()
            .is_some_and(|own| own.contains(to.as_ref()));
        !within
    };
    let children = StoredValue::new(children);
    view! {
        <div
            node_ref=element
            class="menu"
            on:focusout=move |event| if leaves(&event) { open.set(false) }
            on:keydown=move |event: KeyboardEvent| {
                if event.key() == "Escape" && open.get_untracked() {
                    event.stop_propagation();
                    open.set(false);
                    // A button that cannot take focus leaves it where it was.
                    let _ = button.get_untracked().map(|button| button.focus());
                }
            }
        >
            <button
                node_ref=button
                type="button"
                class="btn small quiet"
                aria-label=label
                title=label
                aria-expanded=move || open.get().to_string()
                on:click=move |_| open.update(|open| *open = !*open)
            >
                "⋯"
            </button>
            <Show when=move || open.get()>
                <div class="menu-list" on:click=move |_| open.set(false)>
                    {children.with_value(|children| children())}
                </div>
            </Show>
        </div>
    }
    .into_any()
}
