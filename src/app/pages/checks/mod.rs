//! 点検: what is missing or does not agree, each with the way there and, where plain, a remedy.

pub mod watch;

use leptos::prelude::*;

use super::route_to;
use crate::parts::fix_button;
use crate::route::{Page, Route};
use crate::session::{KnownFindings, Session};
use crate::store::Store;
use ::words::checks as words;
use ::words::{RuleWords, Say};
use insight::checks::{Finding, FindingGroup, Rule, Severity, grouped, to_confirm};
use strategy::FiscalYear;

const SEVERITIES: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Advice];

/// Number of lines of a kind shown at first.
const FIRST: usize = 50;

/// The rules whose findings are unfolded; they stay unfolded after the next check.
type Unfolded = StoredValue<Vec<(Rule, Option<FiscalYear>)>>;

/// The page.
#[component]
pub fn ChecksPage() -> impl IntoView {
    let found = Session::here().findings;
    let count = move || found.with(|all| all.as_ref().map(|all| to_confirm(all)));
    let of = move |severity: Severity| {
        found.with(|all| {
            let all = all.iter().flat_map(|all| all.iter());
            all.filter(|f| f.severity == severity).count()
        })
    };
    view! {
        <div class="page-head">
            <div>
                <h1 tabindex="-1">{move || words::headline(count())}</h1>
                <p class="sub">{move || words::advice(of(Severity::Advice))} {words::note()}</p>
            </div>
        </div>
        {SEVERITIES
            .into_iter()
            .map(|severity| {
                view! {
                    <Show when=move || of(severity) != 0>
                        <Kind severity found />
                    </Show>
                }
            })
            .collect_view()}
    }
}

#[component]
fn Kind(severity: Severity, found: RwSignal<KnownFindings>) -> impl IntoView {
    let store = Store::here();
    let all = RwSignal::new(false);
    let unfolded: Unfolded = StoredValue::new(Vec::new());
    let mine = move || -> Vec<Finding> {
        found.with(|all| {
            let all = all.iter().flat_map(|all| all.iter());
            all.filter(|f| f.severity == severity).cloned().collect()
        })
    };
    let groups = Memo::new(move |_| grouped(&mine()));
    let lines = move || groups.with(Vec::len);
    let shown = move || if all.get() { usize::MAX } else { FIRST };
    view! {
        <section class="card findings">
            <h2>{move || words::kind(severity, mine().len())}</h2>
            <ul>
                {move || {
                    let groups = groups.get().into_iter().take(shown());
                    groups.map(|group| one_or_many(store, group, unfolded)).collect_view()
                }}
            </ul>
            <Show when=move || { lines() > FIRST && !all.get() }>
                <button type="button" class="btn small" on:click=move |_| all.set(true)>
                    {move || words::more(lines() - FIRST)}
                </button>
            </Show>
        </section>
    }
}

fn one_or_many(store: Store, group: FindingGroup, unfolded: Unfolded) -> AnyView {
    match &group.findings[..] {
        [finding] => line(store, finding, true).into_any(),
        _ => many(store, group, unfolded).into_any(),
    }
}

/// One sentence for many, and below it, unfolded, each of them.
fn many(store: Store, group: FindingGroup, unfolded: Unfolded) -> impl IntoView {
    let key = (group.rule, group.year);
    let is_open = RwSignal::new(unfolded.with_value(|all| all.contains(&key)));
    let toggled = move |event: web_sys::Event| {
        use wasm_bindgen::JsCast;
        let details = event
            .target()
            .and_then(|t| t.dyn_into::<web_sys::Element>().ok());
        let open = details.is_some_and(|details| details.has_attribute("open"));
        is_open.set(open);
        unfolded.update_value(|all| {
            all.retain(|one| *one != key);
            if open {
                all.push(key);
            }
        });
    };
    // Page where all of them can be fixed at once.
    let place = match group.rule {
        Rule::ActualOverdue | Rule::ClosedYearBlank => Some(Page::Indicators(None)),
        _ => None,
    };
    let go = place.map(|page| {
        let href = Route::of_page(page).to_string();
        view! { <a class="btn small quiet" href=href>{words::go_to_figures()}</a> }
    });
    let sentence = words::group(&group);
    let why = group.rule.why();
    view! {
        <li class="finding">
            <details open=is_open.get_untracked() on:toggle=toggled>
                <summary>{sentence}</summary>
                <p class="sub">{why}</p>
                <Show when=move || is_open.get()>
                    <ul class="single-findings">
                        {group.findings.iter().map(|finding| line(store, finding, false)).collect_view()}
                    </ul>
                </Show>
            </details>
            {go}
        </li>
    }
}

/// A strategy begins in 体系, though its goals belong to no record yet.
fn place(store: Store, finding: &Finding) -> Route {
    match finding.rule {
        Rule::NoGoals => Route::of_page(Page::Outline(None)),
        // The message there, with the command that moves the ties, is at the head of the page.
        Rule::FrameworkSuperseded => Route::of_page(Page::Alignment),
        Rule::PartLate => Route::of_page(Page::Hands),
        _ => store.with(|s| route_to(s, finding.place.record)),
    }
}

fn line(store: Store, finding: &Finding, with_why: bool) -> impl IntoView {
    let href = place(store, finding).to_string();
    let sentence = finding.say();
    let (go, go_label) = match finding.rule {
        Rule::FrameworkSuperseded => (words::go_realign(&sentence), words::go_to_realign()),
        _ => (words::go(&sentence), words::go_label()),
    };
    let fixes = finding.fixes.iter().map(|fix| fix_button(store, fix));
    let fixes = fixes.collect_view();
    let body = match with_why {
        true => view! {
            <details>
                <summary>{sentence}</summary>
                <p class="sub">{finding.rule.why()}</p>
            </details>
        }
        .into_any(),
        false => view! { <span class="grow">{sentence}</span> }.into_any(),
    };
    view! {
        <li class="finding">
            {body}
            {fixes}
            <a class="btn small quiet" href=href aria-label=go>{go_label}</a>
        </li>
    }
}
