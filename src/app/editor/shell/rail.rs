//! The navigation.

use leptos::prelude::*;

use crate::command::Command;
use crate::lazy::{Chunk, Chunks};
use crate::page::{Page, PageGroup};
use crate::panels::Panels;
use crate::parts::{Icon, IconName};
use crate::route::Route;
use crate::workspace::Workspace;
use ::words::shell as words;
use insight::checks::to_confirm;

/// みちしるべ, drawn.
#[component]
pub fn Brand() -> impl IntoView {
    view! {
        <svg width="26" height="26" viewBox="0 0 26 26" aria-hidden="true">
            <path d="M12 2h2v4h8l3 3.500-3 3.500h-8v3H4l-3-3.500L4 9h8z" fill="currentColor" />
            <rect x="12" y="15" width="2" height="10" fill="currentColor" />
        </svg>
        <span>{words::name()}</span>
    }
}

/// Navigation between the pages of the open strategy.
#[component]
pub fn Rail(
    /// True if it is open on a phone.
    open: RwSignal<bool>,
    /// Actions that do not fit in the bar.
    children: Children,
) -> impl IntoView {
    let link = move |page: Page, class: &'static str| {
        let route = Route::here();
        let href = move || match route.get() {
            Route::Open { doc, .. } => Route::Open { doc, page }.to_string(),
            elsewhere => elsewhere.to_string(),
        };
        let current = move || match route.get() {
            Route::Open { page: now, .. } => (page.name() == now.name()).then_some("page"),
            Route::Home | Route::Region => None,
        };
        view! {
            <a href=href aria-current=current class=class title=page.purpose() on:click=move |_| open.set(false)>
                {page.words()}
                <Show when=move || page == Page::Checks>
                    <Findings />
                </Show>
            </a>
        }
    };
    let workspace = Workspace::here();
    // A section sees the pages on which it is asked to write.
    let part = Memo::new(move |_| workspace.session()?.store.about().handed.clone());
    let pages = move |group: PageGroup| {
        let shown = move |page: &&Page| {
            let is_asked =
                part.with(|part| part.as_ref().is_none_or(|part| page.is_asked_in(part)));
            page.group() == group && is_asked
        };
        Page::ALL.iter().filter(shown)
    };
    let links = move |group: PageGroup, class: &'static str| {
        move || pages(group).map(|page| link(*page, class)).collect_view()
    };
    let headed = move |group: PageGroup, heading: &'static str| {
        view! {
            <Show when=move || pages(group).next().is_some()>
                <h2>{heading}</h2>
            </Show>
            {links(group, "")}
        }
    };
    view! {
        <nav class="rail" class:open=move || open.get() aria-label=words::navigation()>
            <a class="brand" href=Route::Home.to_string() aria-label=format!("{} {}", words::name(), words::home())>
                <Brand />
            </a>
            {move || part.with(Option::is_some).then(|| Chunks::here().show(Chunk::PartProgress, Route::Home))}
            {headed(PageGroup::Make, words::group_make())}
            {headed(PageGroup::Run, words::group_run())}
            {headed(PageGroup::Share, words::group_share())}
            {headed(PageGroup::Check, words::group_check())}
            {links(PageGroup::Last, "last")}
            <button type="button" class="rail-help" aria-haspopup="dialog" on:click=move |_| {
                open.set(false);
                Command::Help.run();
            }>
                {Command::Help.words()}
            </button>
            <div class="rail-acts">{children()}</div>
        </nav>
    }
}

/// Button that opens and closes the navigation on a phone.
#[component]
pub fn MenuButton() -> impl IntoView {
    let menu = Panels::here().menu;
    view! {
        <button
            type="button"
            class="btn plain menu-button"
            aria-label=words::menu()
            aria-expanded=move || menu.get().to_string()
            on:click=move |_| menu.update(|open| *open = !*open)
        >
            <Icon name=IconName::Menu />
        </button>
    }
}

/// Number of findings of 点検, beside its name.
#[component]
fn Findings() -> impl IntoView {
    let workspace = Workspace::here();
    let count = Memo::new(move |_| {
        let found = workspace
            .session()
            .and_then(|session| session.findings.get());
        found.map_or(0, |all| to_confirm(&all))
    });
    view! {
        <Show when=move || count.get() != 0>
            <span class="count">{move || count.get()}</span>
        </Show>
    }
}
