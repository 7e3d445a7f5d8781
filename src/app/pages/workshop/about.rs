//! Subject of an idea: a goal, an indicator, or nothing of the plan.

use leptos::prelude::*;

use crate::store::Store;
use ::words::{Word, model, workshop as words};
use insight::Numbers;
use strategy::*;

/// Returns the possible subjects: first the free board, then the goals and indicators of the session, all goals where
/// it names none.
pub fn subjects(store: Store, session: Option<&Session>) -> Vec<(String, String)> {
    let mut all = vec![(String::new(), words::free().to_owned())];
    store.with(|s| {
        let numbers = Numbers::of(s);
        let chosen = session.map(|one| one.goals.clone()).unwrap_or_default();
        let goals = s.goals.sorted().into_iter();
        let goals = goals.filter(|goal| chosen.is_empty() || chosen.contains(&goal.id));
        all.extend(goals.map(|goal| {
            let name = model::brief(&model::goal_coded(&numbers.goal(goal.id), &goal.title));
            (goal.id.to_string(), name)
        }));
        let shown = session
            .map(|one| one.indicators.clone())
            .unwrap_or_default();
        let shown = shown.into_iter().filter_map(|id| s.get(id));
        all.extend(shown.map(|one| (one.id.to_string(), model::brief(model::named(&one.name)))));
    });
    all
}

/// The goal and the indicator that a chosen key means.
pub fn meant(key: &str) -> (Option<Id<Goal>>, Option<Id<Indicator>>) {
    (key.parse().ok(), key.parse().ok())
}

/// Returns the subject of an idea, in words; empty: nothing of the plan.
pub fn spoken_to(s: &Strategy, idea: &Idea) -> String {
    let goal = idea.goal.and_then(|id| s.get(id));
    let measure = idea.measure.and_then(|id| s.get(id));
    let indicator = idea.indicator.and_then(|id| s.get(id));
    let names = [
        goal.map(|one| one.title.clone()),
        measure.map(|one| one.title.clone()),
        indicator.map(|one| one.name.clone()),
    ];
    let names = names.into_iter().flatten().map(|name| model::brief(&name));
    names.collect::<Vec<_>>().join(words::list_mark())
}

/// A small label with what an idea speaks to, of what kind it is and from where.
pub fn labels(store: Store, idea: &Idea) -> AnyView {
    let about = store.with(|s| spoken_to(s, idea));
    let about = (!about.is_empty()).then(|| view! { <span class="chip blue">{about}</span> });
    let table = (!idea.table.is_empty())
        .then(|| view! { <span class="chip">{words::table_named(&idea.table)}</span> });
    let paper = (idea.source == IdeaSource::Paper)
        .then(|| view! { <span class="chip">{idea.source.word()}</span> });
    let stickers =
        (idea.votes > 0).then(|| view! { <span class="chip">{words::stickers(idea.votes)}</span> });
    view! {
        <span class="row idea-labels">
            <span class="chip">{idea.kind.word()}</span>
            {about}
            {table}
            {paper}
            {stickers}
        </span>
    }
    .into_any()
}
