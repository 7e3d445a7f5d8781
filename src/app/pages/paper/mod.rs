//! 印刷: what can be handed out on A4, seen as it will be printed.

mod draw;
mod paper_source;
mod preview;
mod print_options;
mod revised;
mod save_document;

use leptos::prelude::*;

use crate::route::{Page, Route};
use crate::workspace::Workspace;
use ::words::paper as words;
use output::paper::{self, Halves, Paper, ReportKind, paginate};

use paper_source::PaperSource;
use preview::Preview;
use strategy::Date;

use print_options::{PrintOptionFields, PrintOptions};
use save_document::SaveDocument;

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
    let source = PaperSource::here();
    let paper = paper_of(print_options, source);
    let report = Memo::new(move |_| paper.with(paginate));
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
            <Preview report name>
                <SaveDocument print_options source paper name />
            </Preview>
        </div>
    }
}

/// The paper asked for, now and after every change.
fn paper_of(print_options: PrintOptions, source: PaperSource) -> Memo<Paper> {
    let revised = print_options.revised;
    revised.follow(Signal::derive(move || match print_options.kind.get() {
        ReportKind::Revision => revised.compared(),
        ReportKind::RevisionHistory => {
            let all = source.store.about().revisions.clone();
            all.into_iter()
                .flat_map(|one| [one.before, one.after])
                .collect()
        }
        _ => Vec::new(),
    }));
    let today = Date(Workspace::here().today());
    Memo::new(move |_| {
        match print_options.kind.get() {
            ReportKind::Revision => return revised.paper(source.store, source.scale.get()),
            ReportKind::RevisionHistory => {
                return revised.history(source.store, source.scale.get());
            }
            _ => {}
        }
        let grant = print_options.grant.get();
        let (kind, chosen, goal, indicator) = (
            print_options.kind.get(),
            print_options.measure.get(),
            print_options.goal.get(),
            print_options.indicator.get(),
        );
        let large = print_options.large.get();
        let (done, planned) = (true, print_options.with_plan.get());
        source.follow(|data| match kind {
            ReportKind::Digest => paper::digest(data),
            ReportKind::Sheets => paper::sheets(data, chosen, Halves { done, planned }),
            ReportKind::Plan => {
                let (done, planned) = (false, true);
                paper::sheets(data, chosen, Halves { done, planned })
            }
            ReportKind::PlanList => paper::plan_list(data, goal),
            ReportKind::Indicators => paper::indicators(data, goal),
            ReportKind::Outline => paper::outline(data),
            ReportKind::Population => paper::population_outlook(data),
            ReportKind::Logic => paper::logic_models(data, goal, large),
            ReportKind::Book => paper::book(data),
            ReportKind::Chapters => paper::chapters(data),
            ReportKind::Alignment => paper::alignment(data),
            ReportKind::Supports => paper::supports(data),
            ReportKind::Timetable => paper::timetable(data),
            // They have papers of their own.
            ReportKind::Revision | ReportKind::RevisionHistory => Paper::default(),
            ReportKind::TableSheets => paper::table_sheets(data),
            ReportKind::Notes => paper::notes(data),
            ReportKind::GoalCards => paper::goal_cards(data),
            ReportKind::Answers => paper::answers(data),
            ReportKind::HandLedger => paper::hand_ledger(data, &today),
            ReportKind::AssemblyReply => paper::assembly_reply(data, indicator),
            ReportKind::GrantSheet => paper::grant_sheet(data, grant),
            ReportKind::RecoveryPlan => paper::recovery_plan(data, grant),
        })
    })
}
