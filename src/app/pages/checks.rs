//! 点検: what is missing or does not agree, each with the way there and, where plain, a remedy.

use std::sync::Arc;

use leptos::prelude::*;

use super::{findings, route_to};
use crate::app::computed::computed;
use crate::app::desk::Desk;
use crate::app::store::Store;
use crate::insight::checks::{Finding, Severity};
use crate::locale::checks as words;
use crate::strategy::Strategy;

const SEVERITIES: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Advice];

/// How many findings of a kind are shown before asking for more.
const FIRST: usize = 50;

/// The page.
#[component]
pub fn ChecksPage() -> impl IntoView {
    let store = Store::here();
    let today = Desk::here().this_year();
    let found = computed(move || {
        let found = findings::found(store.follow(Strategy::clone), today);
        async { Arc::new(found.await) }
    });
    let findings = Memo::new(move |_| found.get().unwrap_or_default());
    let count = move |severity: Severity| {
        findings.with(|all| all.iter().filter(|f| f.severity == severity).count())
    };
    view! {
        <div class="page-head">
            <div>
                <h1 tabindex="-1">{move || words::headline(found.with(|all| all.as_ref().map(|all| all.len())))}</h1>
                <p class="sub">{words::NOTE}</p>
            </div>
        </div>
        {SEVERITIES
            .into_iter()
            .map(|severity| {
                view! {
                    <Show when=move || count(severity) != 0>
                        <Kind severity findings />
                    </Show>
                }
            })
            .collect_view()}
    }
    .into_any()
}

#[component]
fn Kind(severity: Severity, findings: Memo<Arc<Vec<Finding>>>) -> impl IntoView {
    let store = Store::here();
    let all = RwSignal::new(false);
    let mine = move || {
        findings.with(|f| {
            f.iter()
                .filter(|f| f.severity == severity)
                .cloned()
                .collect::<Vec<_>>()
        })
    };
    let count =
        Memo::new(move |_| findings.with(|f| f.iter().filter(|f| f.severity == severity).count()));
    let shown = move || if all.get() { usize::MAX } else { FIRST };
    view! {
        <section class="card findings">
            <h2>{move || words::kind(severity, count.get())}</h2>
            <ul>{move || mine().into_iter().take(shown()).map(|finding| line(store, finding)).collect_view()}</ul>
            <Show when=move || { count.get() > FIRST && !all.get() }>
                <button type="button" class="btn small" on:click=move |_| all.set(true)>
                    {move || words::more(count.get() - FIRST)}
                </button>
            </Show>
        </section>
    }
    .into_any()
}

fn line(store: Store, finding: Finding) -> impl IntoView {
    let href = store
        .with(|s| route_to(s, finding.place.record))
        .to_string();
    let sentence = finding.sentence();
    let go = words::go(&sentence);
    let fix = finding.fix.clone().map(|fix| {
        let label = words::fix(&fix.words());
        view! {
            <button type="button" class="btn small" on:click=move |_| { store.edit(|s| fix.edit(s)); }>
                {label}
            </button>
        }
    });
    view! {
        <li class="finding">
            <details>
                <summary>{sentence}</summary>
                <p class="sub">{finding.rule.why()}</p>
            </details>
            {fix}
            <a class="btn small quiet" href=href aria-label=go>{words::GO}</a>
        </li>
    }
}
