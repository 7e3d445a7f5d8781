//! 評価 of the measure: a mark out of those in use, or the town's own word.

use leptos::prelude::*;

use crate::parts::{TextOf, text_of, writing};
use crate::store::Store;
use ::words::review as words;
use browser::focus::focus_added;
use insight::sheets::marks_offered;
use strategy::*;

/// The marks as buttons, and a field for any other.
#[component]
pub fn Rating(sheet: Id<Sheet>, locked: Signal<bool>) -> impl IntoView {
    let store = Store::here();
    let rating = text_of(store, sheet, Sheet::rating);
    let set = writing(store, sheet, Sheet::rating);
    let marks = Memo::new(move |_| store.follow(marks_offered));
    // The field is shown when the user asks for it, and when it holds a word of the town's own.
    let asked = RwSignal::new(false);
    let own = Memo::new(move |_| {
        let is_own = rating.with(|r| !r.is_empty() && marks.with(|all| !all.contains(r)));
        asked.get() || is_own
    });
    view! {
        <section>
            <h3>{words::rating()}</h3>
            <div class="row" role="group" aria-label=words::rating()>
                <For each=move || marks.get() key=String::clone let:mark>
                    <MarkChoice mark rating set locked />
                </For>
                <button
                    type="button"
                    class="btn small quiet"
                    aria-expanded=move || own.get().to_string()
                    disabled=locked
                    on:click=move |_| {
                        asked.update(|on| *on = !*on);
                        if asked.get_untracked() {
                            focus_added(format!("rating-own-{sheet}"));
                        }
                    }
                >
                    {words::rating_other()}
                </button>
                <Show when=move || own.get()>
                    <span class="rating-own">
                        <TextOf
                            of=sheet
                            field=Sheet::rating
                            id=format!("rating-own-{sheet}")
                            class="boxed"
                            label=words::rating_own().to_owned()
                            placeholder=words::rating_own()
                            locked
                        />
                    </span>
                </Show>
            </div>
        </section>
    }
}

/// A mark as a button.
#[component]
fn MarkChoice(
    mark: String,
    rating: Signal<String>,
    set: Callback<String>,
    locked: Signal<bool>,
) -> impl IntoView {
    let (shown, held) = (mark.clone(), mark.clone());
    view! {
        <button
            type="button"
            class="btn mark-choice"
            aria-pressed=move || rating.with(|rating| *rating == held).to_string()
            disabled=locked
            on:click=move |_| set.run(mark.clone())
        >
            {shown}
        </button>
    }
}
