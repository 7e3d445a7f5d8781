//! 概況: the strategy at a glance. The first line says what is true now.

mod goal;
mod summary;

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::action::Action;
use crate::app::chunk::{Chunk, Chunks};
use crate::app::computed::computed;
use crate::app::desk::Desk;
use crate::app::pages::AsOf;
use crate::app::parts::Choice;
use crate::app::route::{Page, Route};
use crate::app::shell::Panels;
use crate::app::store::Store;
use crate::app::window::Window;
use crate::insight::contents::{Contents, contents};
use crate::insight::judgeable_years;
use crate::insight::overview::{Looking, Overview};
use crate::keep::pace::{Pace, yield_now};
use crate::locale::{model, overview as words, shell};
use crate::strategy::*;

use super::start::Beginning;
use goal::GoalCard;
use summary::{Counts, Summary};

/// The page.
#[component]
pub fn OverviewPage() -> impl IntoView {
    let store = Store::here();
    let today = Desk::here().this_year();
    let year = AsOf::here();
    let facts = Facts(computed(move || {
        seen(store.follow(Strategy::clone), year.get())
    }));
    let goals = move || store.list::<Goal>(About::ID);
    let years = Signal::derive(move || {
        let all = store.follow(|s| judgeable_years(s, today));
        all.into_iter()
            .map(|year| (year.0.to_string(), year.to_string()))
            .collect::<Vec<_>>()
    });
    let holds = Memo::new(move |_| store.follow(|s| contents(s, &Date(Desk::here().today()))));
    let has_indicators = Memo::new(move |_| holds.with(|held| *held == Contents::Indicators));
    let beginning = Beginning::here();
    let headline = move || match has_indicators.get() {
        true => facts
            .map(words::headline)
            .unwrap_or_else(|| words::COUNTING.to_owned()),
        false => holds.with(words::of_contents),
    };
    view! {
        <div class="page-head">
            <div>
                <h1 tabindex="-1">{headline}</h1>
                <p class="sub">{move || has_indicators.get().then(|| facts.map(words::standing))}</p>
            </div>
            <Show when=move || has_indicators.get() fallback=move || next_step(holds, beginning)>
                <Choice
                    shows=true
                    label=words::YEAR.to_owned()
                    value=Signal::derive(move || year.get().0.to_string())
                    options=years
                    on_change=Callback::new(move |key: String| AsOf::choose(key.parse().ok().map(FiscalYear)))
                />
                <button type="button" class="btn" on:click=move |_| Panels::here().version.set(true)>
                    {Action::SaveVersion.words()}
                </button>
                <a class="btn" class:main=move || !beginning.stands() href=move || Route::of_page(Page::Indicators(None)).to_string()>
                    {move || words::enter(year.get())}
                </a>
            </Show>
        </div>
        <super::start::StartPlace />
        <Window chunk=Chunk::PasteOutline open=Panels::here().paste_outline />
        <Show when=move || has_indicators.get()>
            <Summary facts />
        </Show>
        <div class="cards goals">
            <For each=goals key=|id| *id let:id>
                <GoalCard id facts />
            </For>
        </div>
        <Counts />
        <Recent />
    }
    .into_any()
}

/// What to do next in a plan without indicators; one just begun says it in its steps.
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

/// What was edited last, and where more can be read.
#[component]
fn Recent() -> impl IntoView {
    let store = Store::here();
    let route = Route::here();
    let any = Memo::new(move |_| store.history(|history| history.standing().next().is_some()));
    view! {
        <section class="card recent" aria-labelledby="recent">
            <h2 id="recent">{words::RECENT}</h2>
            {move || match any.get() {
                true => Chunks::here().show(Chunk::Recent, route.get_untracked()),
                false => view! { <p class="sub">{shell::NO_HISTORY}</p> }.into_any(),
            }}
        </section>
        <section class="card recent" aria-labelledby="about-plan">
            <h2 id="about-plan">{words::ABOUT}</h2>
            <p class="sub">
                {move || {
                    let about = store.about();
                    words::cover(&about.town.name, &about.title, &model::period(about.period), about.stage.word())
                }}
            </p>
            <Show when=move || !store.about().note.is_empty()>
                <p class="sub pre">{move || store.about().note.clone()}</p>
            </Show>
        </section>
    }
    .into_any()
}

/// The facts of the page; none before they are computed.
#[derive(Clone, Copy)]
pub struct Facts(ReadSignal<Option<Arc<Overview>>>);

impl Facts {
    /// Reads them, now and whenever they change.
    pub fn map<R>(self, read: impl FnOnce(&Overview) -> R) -> Option<R> {
        self.0.with(|facts| facts.as_deref().map(read))
    }
}

/// More indicators than this are looked at once the page stands.
const MANY: usize = 1_000;

/// A strategy looked at, a step at a time.
async fn seen(strategy: Strategy, year: FiscalYear) -> Arc<Overview> {
    if strategy.indicators.len() > MANY {
        yield_now().await;
    }
    let mut looking = Looking::new(&strategy, year);
    let mut pace = Pace::new();
    while looking.step() {
        pace.breathe().await;
    }
    Arc::new(looking.finish())
}
