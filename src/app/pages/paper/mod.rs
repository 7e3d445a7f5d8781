//! 印刷: what can be handed out on A4, seen as it will be printed.

mod alignment;
mod book;
mod chapters;
mod digest;
mod facts;
mod figures;
mod form;
mod list;
mod outline;
mod pages;
mod preview;
mod sheet;
mod summary;
mod support;
mod timetable;
mod wish;
mod works;

use leptos::prelude::*;

use super::sheets::Round;
use crate::app::as_of::AsOf;
use crate::app::route::{Page, Route};
use crate::app::sizes::sizes;
use crate::app::store::Store;
use crate::insight::money::printed_totals;
use crate::strategy::*;
use crate::words::paper as words;

use facts::Facts;
use form::Paper;
use preview::Preview;
use summary::Halves;
use wish::{Form, Wish, WishFields};

/// The page.
#[component]
pub fn PaperPage() -> impl IntoView {
    let asked = match Route::here().get_untracked() {
        Route::Open {
            page: Page::Paper(id),
            ..
        } => id,
        _ => None,
    };
    let wish = Wish::new(asked);
    let paper = paper_of(wish);
    let name = Signal::derive(move || wish.form.get().words().0);
    view! {
        <div class="page-head">
            <div>
                <h1 tabindex="-1">{words::title()}</h1>
                <p class="sub">{words::subtitle_label()}</p>
            </div>
        </div>
        <div class="printing">
            <WishFields wish />
            <Preview paper name />
        </div>
    }
    .into_any()
}

/// The paper wished for, now and after every change.
fn paper_of(wish: Wish) -> Memo<Paper> {
    let (store, round, judged, now) = (Store::here(), Round::here(), AsOf::here(), sizes());
    let scale = Memo::new(move |_| now.get().paper);
    Memo::new(move |_| {
        let (form, chosen, goal) = (wish.form.get(), wish.measure.get(), wish.goal.get());
        let (done, planned) = (true, wish.with_plan.get());
        let (numbers, edition) = (round.numbers().get(), round.edition().get());
        let ledgers = [Side::Done, Side::Planned].map(|side| round.ledger(side).get());
        let judged = judged.get();
        store.follow(|strategy| {
            let facts = Facts {
                strategy,
                numbers,
                edition,
                ledgers,
                printed: printed_totals(strategy),
                judged,
                scale: scale.get(),
            };
            match form {
                Form::Digest => digest::digest(&facts),
                Form::Sheets => sheet::sheets(&facts, chosen, Halves { done, planned }),
                Form::Plan => {
                    let (done, planned) = (false, true);
                    sheet::sheets(&facts, chosen, Halves { done, planned })
                }
                Form::PlanList => list::plan_list(&facts, goal),
                Form::Indicators => figures::indicators(&facts, goal),
                Form::Outline => outline::outline(&facts),
                Form::Book => book::book(&facts),
                Form::Chapters => chapters::chapters(&facts),
                Form::Alignment => alignment::alignment(&facts),
                Form::Supports => support::supports(&facts),
                Form::Timetable => timetable::timetable(&facts),
            }
        })
    })
}
