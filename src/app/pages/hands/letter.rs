//! メール文: the mail that goes with a part, to be copied.

use leptos::prelude::*;
use leptos::task::spawn_local;

use ::words::hands as words;
use ::words::hands::Letter;
use browser::clipboard;

/// Subject and text, each with a button that copies it.
#[component]
pub fn LetterText(#[prop(into)] id: String, letter: Letter) -> impl IntoView {
    let told = RwSignal::new(None::<Result<String, &'static str>>);
    let copy = move |what: &'static str, text: String| {
        spawn_local(async move {
            let said = match clipboard::write(&text).await {
                true => Ok(words::letter_copied(what)),
                false => Err(words::letter_not_copied()),
            };
            told.try_set(Some(said));
        });
    };
    let button = move |what: &'static str, text: String| {
        view! {
            <button
                type="button"
                class="btn small"
                aria-label=words::letter_copy_of(what)
                on:click=move |_| copy(what, text.clone())
            >
                {words::letter_copy()}
            </button>
        }
    };
    let (subject, body) = (words::letter_subject_label(), words::letter_body_label());
    let lines = letter.body.lines().count() + 1;
    let (of_subject, of_body) = (format!("{id}-subject"), format!("{id}-body"));
    view! {
        <div class="hands-letter">
            <div class="row nowrap">
                <label class="label" for=of_subject.clone()>{subject}</label>
                {button(subject, letter.subject.clone())}
            </div>
            <input id=of_subject type="text" class="input" readonly prop:value=letter.subject />
            <div class="row nowrap">
                <label class="label" for=of_body.clone()>{body}</label>
                {button(body, letter.body.clone())}
            </div>
            <textarea id=of_body class="input" readonly rows=lines.to_string() prop:value=letter.body></textarea>
            <p role="status">{move || told.get().and_then(Result::ok)}</p>
            <p class="bad-text" role="alert">{move || told.get().and_then(Result::err)}</p>
        </div>
    }
}
