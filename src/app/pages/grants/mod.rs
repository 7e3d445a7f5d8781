//! 交付金・提出: the projects of grants and donations, each with its KPI, reviews, deadlines and official forms.

mod deadlines;
mod facts;
mod form;
mod form_cells;
mod form_grid;
mod form_state;
mod reviews;
mod state;
mod table;
mod uses;

use leptos::prelude::*;

use crate::parts::{Each, Icon, IconName, read_only};
use crate::route::{Page, Route};
use crate::store::Store;
use crate::workspace::fresh_id;
use ::words::{grants as words, model::named};
use browser::focus::focus_added;
use deadlines::Deadlines;
use facts::{Facts, title_id};
use form::FormPart;
use reviews::Reviews;
use state::GrantState;
use strategy::{About, GrantProject, Id};
use table::IncrementPart;
use uses::{Initiatives, Kpis};

/// The page.
#[component]
pub fn GrantsPage() -> impl IntoView {
    let state = GrantState::new();
    provide_context(state);
    view! {
        <div class="page-head">
            <h1 tabindex="-1">{words::title()}</h1>
        </div>
        <p class="sub">{words::note()}</p>
        <Projects />
        {move || state.project.get().map(|id| view! { <Project id /> })}
    }
}

/// The list of projects, and the button that adds one.
#[component]
fn Projects() -> impl IntoView {
    let state: GrantState = expect_context();
    let store = state.store;
    let all = move || store.list::<GrantProject>(About::ID);
    let add = move |_| {
        let id = Id::new(fresh_id());
        let period = store.about().period;
        let project = GrantProject {
            id,
            period,
            ..GrantProject::default()
        };
        if store.edit(|s| edit::add(s, project, usize::MAX)) {
            Route::of_page(Page::Grants(Some(id))).go();
            focus_added(title_id(id));
        }
    };
    view! {
        <section class="card" aria-labelledby="grant-list">
            <h2 id="grant-list">{words::list()}</h2>
            <Show when=move || !all().is_empty() fallback=|| view! { <p class="empty">{words::none()}</p> }>
                <ul class="plain-list grant-list" aria-label=words::shown()>
                    <Each of=all let:id>{row(state, id)}</Each>
                </ul>
            </Show>
            <button type="button" class="btn" class:main=move || all().is_empty() disabled=read_only() on:click=add>
                <Icon name=IconName::Plus />
                {words::add()}
            </button>
        </section>
    }
}

/// A project of the list: the link that shows it.
fn row(state: GrantState, id: Id<GrantProject>) -> AnyView {
    let project = move || state.store.get(id);
    let name = move || project().map(|one| named(&one.title).to_owned());
    let about = move || project().map(|one| words::about(&one));
    let current = move || (state.project.get() == Some(id)).then_some("true");
    view! {
        <li>
            <a href=move || Route::of_page(Page::Grants(Some(id))).to_string() aria-current=current>{name}</a>
            " "
            <span class="sub">{about}</span>
        </li>
    }
    .into_any()
}

/// All of a project.
#[component]
fn Project(id: Id<GrantProject>) -> impl IntoView {
    view! {
        <Facts id />
        <section class="card" aria-labelledby="grant-uses">
            <Initiatives id />
            <Kpis id />
        </section>
        <IncrementPart id />
        <Reviews id />
        <Deadlines id />
        <FormPart id />
        <Remove id />
    }
}

/// The button that removes the project.
#[component]
fn Remove(id: Id<GrantProject>) -> impl IntoView {
    let store = Store::here();
    let remove = move |_| {
        let title = store.get(id).map(|one| one.title.clone());
        if store.edit(|s| edit::remove(s, id)) {
            store.tell_done(words::removed(named(&title.unwrap_or_default())));
            Route::of_page(Page::Grants(None)).go();
        }
    };
    view! {
        <p class="screen-only">
            <button type="button" class="btn plain" disabled=read_only() on:click=remove>
                <Icon name=IconName::Trash />
                {words::remove()}
            </button>
        </p>
    }
}
