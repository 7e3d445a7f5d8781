//! 印刷物: what can be handed out on A4 or A3, as plain parts: pages of a screen, of a printer, and of files for word processors are made
//! of the same.

mod alignment;
mod assembly;
mod book;
mod chapters;
mod crossing_goals;
mod digest;
mod digest_detail;
mod figures;
mod grant;
mod grounds;
mod hand_ledger;
mod initiatives;
mod layout;
mod line_breaks;
mod list;
mod logic;
mod outline;
mod page_metrics;
mod pagination;
mod population;
mod recovery_plan;
mod report_data;
mod report_kind;
mod revision;
mod sheet;
mod summary;
mod support;
mod timetable;
mod workshop;
mod year_notes;

pub use alignment::alignment;
pub use assembly::assembly_reply;
pub use book::{BOOK_PARTS, book, book_part};
pub use chapters::{Under, chapters, measures_chapter, sections};
pub use digest::digest;
pub use figures::{at_a_glance, glances, indicators};
pub use grant::{grant_sheet, increment_notes, increment_table, kpi_name, result_table};
pub use hand_ledger::hand_ledger;
pub use layout::{LaidPage, PagedPaper, Paper};
pub use list::plan_list;
pub use logic::logic_models;
pub use outline::outline;
pub use pagination::paginate;
pub use population::population_outlook;
pub use recovery_plan::recovery_plan;
pub use report_data::{ReportData, ReportFacts};
pub use report_kind::{Narrowing, ReportKind};
pub use revision::{
    PastRevision, Revised, revision_csv, revision_history, revision_table, revisions,
};
pub use sheet::sheets;
pub use summary::Halves;
pub use support::supports;
pub use timetable::timetable;
pub use workshop::{answers, goal_cards, notes, table_sheets};
