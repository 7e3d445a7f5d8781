//! パブリックコメント: period and address of comments, while the plan is a draft.

use leptos::prelude::*;

use super::state::PublicationState;
use crate::parts::{ChangeInput, Field};
use crate::route::{Page, Route};
use ::words::Word;
use ::words::publication as words;
use strategy::*;

/// The form; nothing where the plan is decided.
#[component]
pub fn Comment() -> impl IntoView {
    let state: PublicationState = expect_context();
    let stage = Memo::new(move |_| state.store.about().told_stage());
    view! {
        <Show when=move || stage.get().is_draft()>
            <section class="card" aria-labelledby="comment">
                <h2 id="comment">{words::comment()}</h2>
                <p class="sub">
                    {move || words::comment_note(stage.get().word())}
                    " "
                    <a href=Route::of_page(Page::Settings).to_string()>{words::comment_stage()}</a>
                </p>
                <div class="form">
                    {day(state, words::comment_from(), |one| &one.from, |one, day| one.from = day)}
                    {day(state, words::comment_until(), |one| &one.until, |one, day| one.until = day)}
                    <div class="labelled whole">
                        <span class="label">{words::comment_address()}</span>
                        <Field
                            label=words::comment_address().to_owned()
                            class="boxed"
                            placeholder=words::comment_address_hint()
                            value=Signal::derive(move || comment(state).address)
                            on_input=Callback::new(move |text: String| state.invite(|one| one.address = text))
                        />
                    </div>
                </div>
            </section>
        </Show>
    }
}

fn comment(state: PublicationState) -> PublicComment {
    state
        .store
        .about()
        .public_comment
        .clone()
        .unwrap_or_default()
}

fn day(
    state: PublicationState,
    label: &'static str,
    read: fn(&PublicComment) -> &Option<Date>,
    write: fn(&mut PublicComment, Option<Date>),
) -> AnyView {
    let value = move || read(&comment(state)).clone().unwrap_or_default().0;
    let set = move |text: String| {
        let day = (!text.is_empty()).then_some(Date(text));
        state.invite(|one| write(one, day));
    };
    view! { <ChangeInput label kind="date" value=Signal::derive(value) on_change=set /> }.into_any()
}
