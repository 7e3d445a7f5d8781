//! Everything that is missing in the model, rule by rule.

use leptos::prelude::*;

use super::state::ModelState;
use ::words::logic as words;
use insight::logic::LogicHole;

/// Name of a rule, and the holes it finds.
type HoleRule = (fn() -> &'static str, fn(&LogicHole) -> bool);

const RULES: [HoleRule; 4] = [
    (words::rule_path, |hole| {
        matches!(
            hole,
            LogicHole::NoTarget | LogicHole::NoPath(_) | LogicHole::Unreached(_)
        )
    }),
    (words::rule_reason, |hole| {
        matches!(hole, LogicHole::NoReason(..))
    }),
    (words::rule_outputs, |hole| {
        matches!(hole, LogicHole::OutputsOnly(_))
    }),
    (words::rule_source, |hole| {
        matches!(hole, LogicHole::NoSource(_))
    }),
];

/// The list.
#[component]
pub fn Holes() -> impl IntoView {
    let state: ModelState = expect_context();
    let rule = move |(name, is_of): HoleRule| {
        let own = move || {
            let holes = state.holes.get().into_iter();
            holes.filter(is_of).collect::<Vec<_>>()
        };
        let lines = move || {
            state.store.follow(|s| {
                let line = |hole| view! { <li>{words::hole(s, hole)}</li> };
                own().into_iter().map(line).collect_view()
            })
        };
        view! {
            <Show
                when=move || !own().is_empty()
                fallback=move || view! { <p class="logic-rule"><span class="chip">{words::fine()}</span> " " {name()}</p> }
            >
                <details class="logic-rule">
                    <summary><span class="chip warn">{move || words::count(own().len())}</span> " " {name()}</summary>
                    <ul>{lines}</ul>
                </details>
            </Show>
        }
    };
    view! {
        <section class="card" aria-labelledby="logic-holes">
            <h2 id="logic-holes">{words::holes()}</h2>
            {RULES.map(rule)}
        </section>
    }
}
