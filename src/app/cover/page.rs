//! A strategy as it is shown before it is open: nothing can be edited yet, and nothing looks editable.

use std::sync::Arc;

use leptos::prelude::*;

use super::Cover;
use crate::editor::shell::{Acts, MenuButton, Rail, SkipLink, page_class};
use crate::panels::Panels;
use crate::parts::{Icon, IconName};
use crate::route::{Page, Route};
use crate::store::Store;
use ::words::{Word, model, shell as words};
use strategy::About;

/// Returns the page of the address, with its frame; without it if the frame of the open strategy is already there.
pub fn shown(cover: &Arc<Cover>) -> AnyView {
    let route = Route::here();
    if use_context::<Store>().is_some() {
        return content(cover, route.get_untracked().page());
    }
    let (cover, about) = (cover.clone(), cover.about.clone());
    view! {
        <SkipLink />
        <div class="frame">
            <Rail open=Panels::here().menu>
                <Acts store=None />
            </Rail>
            <Bar about />
            <main class=page_class() id="main" tabindex="-1">
                {move || content(&cover, route.get().page())}
            </main>
        </div>
    }
    .into_any()
}

/// Returns the first view of a page; without data for it, the message that it is being opened.
fn content(cover: &Cover, page: Page) -> AnyView {
    let known = match page {
        Page::Overview => cover.overview.as_ref().map(|page| page.shown()),
        Page::Indicators(None) => cover.figures.as_ref().map(|page| page.shown()),
        _ => None,
    };
    view! { <div class="covered" aria-busy="true">{known.unwrap_or_else(opening)}</div> }.into_any()
}

fn opening() -> AnyView {
    view! {
        <h1>{words::opening()}</h1>
        <progress aria-label=words::opening()></progress>
    }
    .into_any()
}

/// Bar with name, stage and period, and the message that the strategy is being opened.
#[component]
fn Bar(about: About) -> impl IntoView {
    let name = words::plan_name(&about.town.name, &about.title);
    view! {
        <header class="bar">
            <MenuButton />
            <span class="name" title=name.clone()>{name.clone()}</span>
            <span class="chip blue">{about.stage.word()}</span>
            <span class="chip period">{model::period(about.period)}</span>
            <div class="truth" role="status">
                <span><i class="dot wait"></i><span>{words::opening()}</span></span>
            </div>
            <div class="row nowrap">
                <div class="bar-acts">
                    <Acts store=None />
                </div>
                <button type="button" class="btn quiet small" aria-label=words::palette() disabled=true>
                    <Icon name=IconName::Search />
                </button>
            </div>
        </header>
    }
}
