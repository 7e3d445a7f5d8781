//! A file with the text of a plan, chosen or dropped.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{File, HtmlTextAreaElement};

use crate::browser::files;
use crate::words::pasted_outline as words;

/// What may be chosen; iOS greys out what it has no type for.
const ACCEPT: &str = ".txt,.md,.csv,.tsv,text/plain,text/markdown";
/// A plan of hundreds of pages is below one megabyte.
const MAX_BYTES: f64 = 8_388_608.0;

/// The button that opens a file, over a form on which one may be dropped.
#[component]
pub fn TextFile(
    /// The DOM id of the field that takes the text.
    field: &'static str,
    /// Called with the text.
    #[prop(into)]
    on_text: Callback<String>,
    /// The form.
    children: Children,
) -> impl IntoView {
    let trouble = RwSignal::new(None::<String>);
    let dragging = RwSignal::new(false);
    let take = move |file: File| {
        spawn_local(async move {
            match text_of(&file).await {
                Ok(text) => {
                    trouble.try_set(None);
                    fill(field, &text);
                    on_text.run(text);
                }
                Err(why) => {
                    trouble.try_set(Some(why));
                }
            }
        });
    };
    let choose = move |_| {
        spawn_local(async move {
            if let Some(file) = files::choose(ACCEPT, false).await.into_iter().next() {
                take(file);
            }
        });
    };
    view! {
        <div
            class="text-file"
            class:dragging=move || dragging.get()
            on:dragover=move |event| {
                event.prevent_default();
                dragging.set(true);
            }
            on:dragleave=move |_| dragging.set(false)
            on:drop=move |event| {
                dragging.set(false);
                // A text that is dropped goes into the field as it does anywhere.
                if let Some(file) = files::dropped(&event).into_iter().next() {
                    event.prevent_default();
                    take(file);
                }
            }
        >
            <div class="row text-file-acts">
                <button type="button" class="btn small" on:click=choose>
                    {words::choose_file()}
                </button>
                <span class="sub">{words::drop_file()}</span>
            </div>
            <p class="bad-text" role="alert">
                {move || trouble.get()}
            </p>
            {children()}
        </div>
    }
    .into_any()
}

/// The text of a file, or a sentence why not. Its size is looked at before it is read.
async fn text_of(file: &File) -> Result<String, String> {
    if file.size() > MAX_BYTES {
        return Err(words::file_too_large(file.name()));
    }
    let bytes = files::bytes(file).await;
    let bytes = bytes.map_err(|_| words::file_not_read(file.name()))?;
    let text = files::text(bytes).ok_or_else(|| words::file_no_text(file.name()))?;
    match text.trim().is_empty() {
        true => Err(words::file_empty(file.name())),
        false => Ok(text),
    }
}

/// Shows the text where it would stand had it been pasted.
fn fill(field: &str, text: &str) {
    let field = document().get_element_by_id(field);
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok()) {
        field.set_value(text);
    }
}
