//! 印刷: what can be handed out on A4, seen as it will be printed.

mod alignment;
mod book;
mod chapters;
mod digest;
mod figures;
mod grounds;
mod initiatives;
mod layout;
mod list;
mod outline;
mod pagination;
mod preview;
mod print_options;
mod report_data;
mod revised;
mod revision;
mod sheet;
mod summary;
mod support;
mod timetable;
mod workshop;

use leptos::prelude::*;

use super::sheets::FiscalCycle;
use crate::app::as_of::AsOf;
use crate::app::route::{Page, Route};
use crate::app::sizes::sizes;
use crate::app::store::Store;
use crate::insight::money::printed_totals;
use crate::strategy::*;
use crate::words::paper as words;

use layout::Report;
use preview::Preview;
use print_options::{PrintOptionFields, PrintOptions, ReportKind};
use report_data::ReportData;
use summary::Halves;

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
    let print_options = PrintOptions::new(asked);
    let report = report_of(print_options);
    let name = Signal::derive(move || print_options.kind.get().words().0);
    view! {
        <div class="page-head">
            <div>
                <h1 tabindex="-1">{words::title()}</h1>
                <p class="sub">{words::subtitle_label()}</p>
            </div>
        </div>
        <div class="printing">
            <PrintOptionFields print_options />
            <Preview report name />
        </div>
    }
    .into_any()
}

/// The report asked for, now and after every change.
fn report_of(print_options: PrintOptions) -> Memo<Report> {
    let (store, cycle, judged, now) = (Store::here(), FiscalCycle::here(), AsOf::here(), sizes());
    let scale = Memo::new(move |_| now.get().paper);
    let revised = print_options.revised;
    let compares = move || print_options.kind.get() == ReportKind::Revision;
    revised.follow(Signal::derive(compares));
    Memo::new(move |_| {
        if compares() {
            return revised.report(store, scale.get());
        }
        let (kind, chosen, goal) = (
            print_options.kind.get(),
            print_options.measure.get(),
            print_options.goal.get(),
        );
        let (done, planned) = (true, print_options.with_plan.get());
        let (numbers, edition) = (cycle.numbers().get(), cycle.edition().get());
        let ledgers = [Side::Done, Side::Planned].map(|side| cycle.ledger(side).get());
        let judged = judged.get();
        store.follow(|strategy| {
            let data = ReportData {
                strategy,
                numbers,
                edition,
                ledgers,
                printed: printed_totals(strategy),
                judged,
                scale: scale.get(),
            };
            match kind {
                ReportKind::Digest => digest::digest(&data),
                ReportKind::Sheets => sheet::sheets(&data, chosen, Halves { done, planned }),
                ReportKind::Plan => {
                    let (done, planned) = (false, true);
                    sheet::sheets(&data, chosen, Halves { done, planned })
                }
                ReportKind::PlanList => list::plan_list(&data, goal),
                ReportKind::Indicators => figures::indicators(&data, goal),
                ReportKind::Outline => outline::outline(&data),
                ReportKind::Book => book::book(&data),
                ReportKind::Chapters => chapters::chapters(&data),
                ReportKind::Alignment => alignment::alignment(&data),
                ReportKind::Supports => support::supports(&data),
                ReportKind::Timetable => timetable::timetable(&data),
                // It has a report of its own.
                ReportKind::Revision => Report::default(),
                ReportKind::TableSheets => workshop::table_sheets(&data),
                ReportKind::Notes => workshop::notes(&data),
                ReportKind::GoalCards => workshop::goal_cards(&data),
                ReportKind::Answers => workshop::answers(&data),
            }
        })
    })
}
