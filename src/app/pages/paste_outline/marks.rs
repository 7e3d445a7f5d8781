//! 見出しの印: a person says for all lines with one mark what they are.

use std::sync::Arc;

use leptos::prelude::*;

use crate::parts::Choice;
use ::words::pasted_outline as words;
use recognise::{LineRole, PastedMark, PastedOutline, SaidMarks};

/// The marks of the plan, each with a choice.
#[component]
pub fn MarkChoices(
    /// The outline that was read.
    outline: Memo<Arc<PastedOutline>>,
    /// The choices for its marks so far.
    said: RwSignal<SaidMarks>,
) -> impl IntoView {
    let unsure = move || outline.with(|o| o.marks.iter().filter(|m| !m.sure).count());
    // Lines that were read come first; the summary counts the marks that are to be looked at.
    let open = outline.with_untracked(|outline| {
        let mut lines = outline.lines.iter();
        lines.all(|line| line.role == LineRole::Skip)
    });
    let keys = move || {
        let key = |(n, mark): (usize, &PastedMark)| (n, mark.key.clone());
        outline.with(|o| o.marks.iter().enumerate().map(key).collect::<Vec<_>>())
    };
    view! {
        <details class="whole pasted-columns" open=open>
            <summary>{move || words::marks(outline.with(|o| o.marks.len()), unsure())}</summary>
            <p class="hint">{words::marks_how()}</p>
            <div class="column-choices">
                <For each=keys key=Clone::clone children=move |(_, key)| mark(key, outline, said) />
            </div>
        </details>
    }
}

fn mark(key: String, outline: Memo<Arc<PastedOutline>>, said: RwSignal<SaidMarks>) -> AnyView {
    let key = StoredValue::new(key);
    let of = move |tell: &dyn Fn(&PastedMark) -> String| {
        let found = |o: &PastedOutline| {
            let found = o.marks.iter().find(|m| key.with_value(|key| m.key == *key));
            found.map(tell).unwrap_or_default()
        };
        outline.with(|outline| found(outline))
    };
    let now = move || said.with(|said| key.with_value(|key| said.get(key).copied()));
    let value =
        Signal::derive(move || now().map_or(String::new(), |role| words::key(role).to_owned()));
    let options = Signal::derive(move || {
        let found = match now() {
            Some(_) => words::as_found().to_owned(),
            None => of(&|m| words::found(m.role, m.sure)),
        };
        let roles = LineRole::ALL
            .into_iter()
            .filter(|role| *role != LineRole::Indicator);
        let choice = |role: LineRole| (words::key(role).to_owned(), words::role(role).to_owned());
        std::iter::once((String::new(), found))
            .chain(roles.map(choice))
            .collect::<Vec<_>>()
    });
    let on_change = Callback::new(move |word: String| {
        let role = LineRole::ALL
            .into_iter()
            .find(|role| words::key(*role) == word);
        said.update(|said| {
            match role {
                Some(role) => said.insert(key.get_value(), role),
                None => said.remove(&key.get_value()),
            };
        });
    });
    view! {
        <div class="labelled">
            <span class="label">{move || of(&|m| words::mark(&m.sample, m.count))}</span>
            <Choice label=Signal::derive(move || of(&|m| words::mark_label(&m.sample))) value options on_change />
            <span class="sub">{move || of(&|m| m.title.clone())}</span>
        </div>
    }
    .into_any()
}
