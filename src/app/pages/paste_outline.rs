//! 前の計画を貼り付ける: what was read of each line is shown before anything is added.

use leptos::prelude::*;

use crate::app::pages::paste_form::PasteForm;
use crate::app::panels::Panels;
use crate::app::parts::Dialog;
use crate::app::route::{Page, Route};
use crate::app::store::Store;
use crate::app::workspace::fresh_id;
use crate::edit::{self, OutlineGoal};
use crate::format::PastedOutline;
use crate::words::{model, start as words};

/// The dialog; opened from wherever it is asked for.
#[component]
pub fn PasteOutline() -> impl IntoView {
    let open = Panels::here().paste_outline;
    view! {
        <Dialog open title=words::paste_title().to_owned() class="wide">
            <Form open />
        </Dialog>
    }
    .into_any()
}

#[component]
fn Form(open: RwSignal<bool>) -> impl IntoView {
    let store = Store::here();
    let text = RwSignal::new(String::new());
    let outline = Memo::new(move |_| text.with(|text| PastedOutline::read(text)));
    let count = move || {
        let (goals, measures, initiatives) = outline.with(PastedOutline::counts);
        goals + measures + initiatives
    };
    let add = move |()| {
        let first = store.with(|s| s.goals.len());
        let added = outline.with_untracked(|outline| {
            store.edit(|s| edit::add_outline(s, &outline.goals, fresh_id))
        });
        if added {
            open.set(false);
            store.tell_done(words::added(untrack(count)));
            let goal = store.with(|s| s.goals.sorted().get(first).map(|g| g.id));
            Route::of_page(Page::Outline(goal)).go();
        }
    };
    let summary = move || {
        let (goals, measures, initiatives) = outline.with(PastedOutline::counts);
        let typed = text.with(|text| !text.trim().is_empty());
        typed.then(|| words::read(goals, measures, initiatives))
    };
    let left = move || outline.with(|o| o.unread.iter().map(|(_, text)| text.clone()).collect());
    view! {
        <PasteForm
            id="pasted-outline"
            how=words::paste_how()
            label=words::paste_text()
            example=words::paste_example()
            lines="8"
            on_text=move |new| text.set(new)
            summary=Signal::derive(summary)
            left=Signal::derive(left)
            left_words=words::left
            count=Signal::derive(count)
            add_words=words::add
            on_add=add
        >
            <Show when=move || count() != 0>
                <div class="whole outline-read" tabindex="0" role="region" aria-label=words::paste_read()>
                    <ul>{move || outline.with(|outline| outline.goals.iter().map(goal).collect_view())}</ul>
                </div>
            </Show>
        </PasteForm>
    }
    .into_any()
}

fn goal(goal: &OutlineGoal) -> AnyView {
    let measures = goal.measures.iter().map(|measure| {
        let initiatives = measure.initiatives.iter();
        let initiatives = initiatives
            .map(|title| view! { <li>{title.clone()}</li> })
            .collect_view();
        view! {
            <li>
                {model::named(&measure.title).to_owned()}
                <ul class="sub">{initiatives}</ul>
            </li>
        }
    });
    view! {
        <li>
            <span class="chip blue">{goal.kind.word()}</span>
            " "
            <b>{model::named(&goal.title).to_owned()}</b>
            <ul>{measures.collect_view()}</ul>
        </li>
    }
    .into_any()
}
