//! The navigation.

use leptos::prelude::*;

use super::truth::Acts;
use crate::app::action::Action;
use crate::app::desk::Desk;
use crate::app::route::Route;
use crate::app::store::Store;
use crate::insight::checks::to_confirm;
use crate::locale::shell as words;

/// みちしるべ, drawn.
#[component]
pub fn Brand() -> impl IntoView {
    view! {
        <svg width="26" height="26" viewBox="0 0 26 26" aria-hidden="true">
            <path d="M12 2h2v4h8l3 3.500-3 3.500h-8v3H4l-3-3.500L4 9h8z" fill="currentColor" />
            <rect x="12" y="15" width="2" height="10" fill="currentColor" />
        </svg>
        <span>{words::NAME}</span>
    }
}

const GROUPS: [(&str, &[Action]); 2] = [
    (
        words::GROUP_MAKE,
        &[
            Action::Overview,
            Action::Outline,
            Action::Chapters,
            Action::Indicators,
            Action::Plan,
            Action::Timetable,
            Action::Alignment,
        ],
    ),
    (
        words::GROUP_REVIEW,
        &[
            Action::Review,
            Action::Briefing,
            Action::Checks,
            Action::Paper,
            Action::Versions,
        ],
    ),
];

/// Navigation between the pages of the open strategy.
#[component]
pub fn Rail(
    /// Whether it is drawn out, on a phone.
    open: RwSignal<bool>,
    /// The open strategy.
    store: Store,
) -> impl IntoView {
    let link = move |action: Action, class: &'static str| {
        let route = Route::here();
        let page = action.page();
        let href = move || match (page, route.get()) {
            (Some(page), Route::Open { doc, .. }) => Route::Open { doc, page }.to_string(),
            _ => Route::Home.to_string(),
        };
        let current = move || match (page, route.get()) {
            (Some(a), Route::Open { page: b, .. }) => (a.word() == b.word()).then_some("page"),
            _ => None,
        };
        view! {
            <a href=href aria-current=current class=class on:click=move |_| open.set(false)>
                {action.words()}
                <Show when=move || action == Action::Checks>
                    <Findings />
                </Show>
            </a>
        }
    };
    view! {
        <nav class="rail" class:open=move || open.get() aria-label=words::NAVIGATION>
            <a class="brand" href=Route::Home.to_string() aria-label=format!("{} {}", words::NAME, words::HOME)>
                <Brand />
            </a>
            {GROUPS
                .into_iter()
                .map(|(group, actions)| {
                    view! {
                        <h2>{group}</h2>
                        {actions.iter().map(|action| link(*action, "")).collect_view()}
                    }
                })
                .collect_view()}
            {link(Action::Settings, "last")}
            <div class="rail-acts">
                <Acts store />
            </div>
        </nav>
    }
    .into_any()
}

/// How many findings 点検 has, beside its name.
#[component]
fn Findings() -> impl IntoView {
    let found = Desk::here().findings();
    let count = Memo::new(move |_| found.with(|all| all.as_ref().map_or(0, |all| to_confirm(all))));
    view! {
        <Show when=move || count.get() != 0>
            <span class="count">{move || count.get()}</span>
        </Show>
    }
}
