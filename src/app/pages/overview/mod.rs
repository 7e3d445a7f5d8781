//! 概況: the strategy at a glance. The first line says what is true now.

mod cover;
mod goal;
mod overview_data;
mod summary;

use leptos::prelude::*;

use crate::as_of::YearJudged;
use crate::command::Command;
use crate::lazy::{Chunk, Chunks};
use crate::panels::Panels;
use crate::parts::{Each, ShowMore, YearChoice};
use crate::route::{Page, Route};
use crate::store::Store;
use crate::window::Window;
use crate::workspace::Workspace;
use ::words::{Word, chapters, model, overview as words, shell};
use insight::contents::{Contents, contents};
use insight::deadline_counts;
use strategy::*;

use super::start::Beginning;
use crate::covered::Covered;
pub use cover::OverviewCover;
use goal::GoalCard;
use overview_data::OverviewData;
use summary::{Counts, Summary};

/// The page.
#[component]
pub fn OverviewPage() -> impl IntoView {
    let store = Store::here();
    let year = YearJudged::here();
    let data = OverviewData::of(store, year);
    let ready = Memo::new(move |_| data.map(|_| ()).is_some() || store.revision() != 0);
    let cover = Covered::here();
    // The cover stays until the same data of the open strategy is ready.
    move || match &cover {
        Some(show) if !ready.get() => show(),
        _ => view! { <Seen data /> }.into_any(),
    }
}

/// Number of goals that are shown until a person asks for more.
const SHOWN: usize = 60;

/// The page, with what is known by now.
#[component]
fn Seen(data: OverviewData) -> impl IntoView {
    let store = Store::here();
    let year = YearJudged::here();
    let goals = move || store.list::<Goal>(About::ID);
    let shown = RwSignal::new(SHOWN);
    let holds = Memo::new(move |_| store.follow(|s| contents(s, &Date(Workspace::here().today()))));
    let has_indicators = Memo::new(move |_| holds.with(|held| *held == Contents::Indicators));
    let beginning = Beginning::here();
    let headline = move || match has_indicators.get() {
        true => data
            .map(words::headline)
            .unwrap_or_else(|| words::counting().to_owned()),
        false => holds.with(words::of_contents),
    };
    view! {
        <div class="page-head">
            <div>
                <h1 tabindex="-1">{headline}</h1>
                <p class="sub">{move || has_indicators.get().then(|| data.map(words::standing))}</p>
            </div>
            <Show when=move || has_indicators.get() fallback=move || next_step(holds, beginning)>
                <YearChoice />
                <button type="button" class="btn" on:click=move |_| Panels::here().version.set(true)>
                    {Command::SaveVersion.words()}
                </button>
                <Show when=move || !store.is_closed(year.get())>
                    <button
                        type="button"
                        class="btn"
                        on:click=move |_| {
                            Panels::here().enter_actuals.set(true);
                            Route::of_page(Page::Indicators(None)).go();
                        }
                    >
                        {move || words::enter(year.get())}
                    </button>
                </Show>
            </Show>
        </div>
        <super::start::StartPlace />
        <Window chunk=Chunk::PasteOutline open=Panels::here().paste_outline />
        <Show when=move || has_indicators.get()>
            <Summary data />
            <section class="card row next-in-year" aria-labelledby="next-in-year">
                <h2 id="next-in-year">{words::next_in_year()}</h2>
                {Chunks::here().show(Chunk::NextInYear, Route::here().get_untracked())}
            </section>
        </Show>
        <div class="cards goals">
            <Each of=move || goals().into_iter().take(shown.get()) let:id>
                <GoalCard id data />
            </Each>
        </div>
        <ShowMore count=Signal::derive(move || goals().len()) shown step=SHOWN />
        <Counts />
        <Deadlines />
        <Recent />
    }
}

/// Next step in a plan without indicators; a plan just begun shows it in its steps.
fn next_step(holds: Memo<Contents>, beginning: Beginning) -> impl IntoView {
    let page = move || {
        holds.with(|held| match held {
            Contents::Indicators | Contents::Outline { .. } => Page::Indicators(None),
            Contents::Sheets { .. } => Page::Plan(None),
            Contents::Timetable { .. } => Page::Timetable,
            Contents::Supports(_) => Page::Chapters,
            Contents::Nothing => Page::Outline(None),
        })
    };
    view! {
        <Show when=move || !beginning.stands()>
            <a class="btn main" href=move || Route::of_page(page()).to_string()>
                {move || holds.with(words::next_step)}
            </a>
        </Show>
    }
}

/// Warnings about the deadlines of support, with a link to them.
#[component]
fn Deadlines() -> impl IntoView {
    let store = Store::here();
    let minded = Memo::new(move |_| {
        let today = Date(Workspace::here().today());
        chapters::deadlines(&store.follow(|s| deadline_counts(s, &today)))
    });
    let place = || Route::of_page(Page::Chapters).to_string();
    view! {
        <Show when=move || minded.with(|minded| !minded.is_empty())>
            <p class="card row">
                <span class="grow">{move || minded.get().concat()}</span>
                <a class="btn small quiet" href=place()>{chapters::supports()}</a>
            </p>
        </Show>
    }
}

/// The latest edits, with a link to the history.
#[component]
fn Recent() -> impl IntoView {
    let store = Store::here();
    let route = Route::here();
    let any = Memo::new(move |_| store.history(|history| history.applied().next().is_some()));
    view! {
        <section class="card recent" aria-labelledby="recent">
            <h2 id="recent">{words::recent()}</h2>
            {move || match any.get() {
                true => Chunks::here().show(Chunk::Recent, route.get_untracked()),
                false => view! { <p class="sub">{shell::no_history()}</p> }.into_any(),
            }}
        </section>
        <section class="card recent" aria-labelledby="about-plan">
            <h2 id="about-plan">{words::about()}</h2>
            <p class="sub">
                {move || {
                    let about = store.about();
                    words::cover(&about.town.name, &about.title, model::period(about.period), about.told_stage().word())
                }}
            </p>
            <Show when=move || !store.about().note.is_empty()>
                <p class="sub pre">{move || store.about().note.clone()}</p>
            </Show>
        </section>
    }
}
