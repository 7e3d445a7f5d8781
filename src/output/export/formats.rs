//! The formats a plan is saved in, one row each. The menus, the descriptions and the writers follow from these rows.

use super::csv;
use super::stratml::document;
use super::workbook::SHEETS;
use super::writing::{
    FileWriting, WritingStep, document_written, step, text_done, workbook_written,
};
use crate::manuscript::{of_paper, whole_steps};
use crate::paper::{Halves, ReportData, digest, sheets};
use crate::site::{indicators_head, some_indicators};
use ::words::{formats as words, paper};
use format::stratml::StratMlPart;
use format::{FileKind, NotPacked, json};
use strategy::{FiscalYear, Strategy};

/// A format a plan is saved in.
pub struct Format {
    /// Kind of files it makes.
    pub kind: FileKind,
    /// Group in which it is offered.
    pub group: FormatGroup,
    /// Its name.
    pub name: fn() -> &'static str,
    /// Its purpose, in a sentence.
    pub about: fn() -> &'static str,
    /// Names the parts of the plan that the format leaves out; `None`: it holds everything.
    pub leaves_out: Option<fn() -> &'static str>,
    /// Names the part of the plan that a file holds, for the file name; `None`: it is named after the plan alone.
    pub part: Option<fn() -> &'static str>,
    /// True if a plan has something to write in this format.
    pub holds: fn(&Strategy) -> bool,
    /// Steps that write a plan.
    steps: fn(&Strategy) -> Vec<WritingStep>,
}

impl Format {
    /// Begins to write a plan, as of a fiscal year.
    pub fn begin(&self, strategy: &Strategy, today: FiscalYear) -> FileWriting {
        FileWriting::new(strategy, today, (self.steps)(strategy))
    }

    /// Writes a plan in one go.
    pub fn write(&self, strategy: &Strategy, today: FiscalYear) -> Result<Vec<u8>, NotPacked> {
        let mut writing = self.begin(strategy, today);
        while !writing.go_on(usize::MAX)? {}
        Ok(writing.file())
    }
}

/// Purpose of formats.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormatGroup {
    /// To go on with it here.
    Own,
    /// To be read, and written on with the programs of an office.
    Office,
    /// For other programs.
    Data,
}

impl FormatGroup {
    /// All of them, in order.
    pub const ALL: [FormatGroup; 3] = [FormatGroup::Own, FormatGroup::Office, FormatGroup::Data];

    /// Its heading.
    pub fn word(self) -> &'static str {
        match self {
            FormatGroup::Own => words::group_own(),
            FormatGroup::Office => words::group_office(),
            FormatGroup::Data => words::group_data(),
        }
    }
}

fn always(_: &Strategy) -> bool {
    true
}

fn has_indicators(s: &Strategy) -> bool {
    !s.indicators.is_empty()
}

fn has_sheets(s: &Strategy) -> bool {
    !s.sheets.is_empty()
}

fn has_lines(s: &Strategy) -> bool {
    !s.lines.is_empty()
}

/// Number of indicators written in one step of a table.
const INDICATORS: usize = 500;

/// Every format. The first is our own: what is saved in it is opened again as it was.
pub const FORMATS: [Format; 12] = [
    Format {
        kind: FileKind::Plan,
        group: FormatGroup::Own,
        name: words::json,
        about: words::json_about,
        leaves_out: None,
        part: None,
        holds: always,
        steps: |_| {
            vec![step(|draft| {
                draft.file = json::write(&draft.strategy).into_bytes()
            })]
        },
    },
    Format {
        kind: FileKind::Document,
        group: FormatGroup::Office,
        name: words::word_whole,
        about: words::word_whole_about,
        leaves_out: Some(words::word_whole_leaves),
        part: Some(|| paper::book().0),
        holds: always,
        steps: |_| {
            let mut steps = whole_steps();
            steps.push(document_written());
            steps
        },
    },
    Format {
        kind: FileKind::Document,
        group: FormatGroup::Office,
        name: words::word_digest,
        about: words::word_digest_about,
        leaves_out: Some(words::word_digest_leaves),
        part: Some(|| paper::digest().0),
        holds: always,
        steps: |_| {
            let made = step(|draft| {
                let paper = digest(&ReportData::of(&draft.strategy, draft.today));
                draft.document = of_paper(paper, &draft.strategy.about(), paper::digest().0);
            });
            vec![made, document_written()]
        },
    },
    Format {
        kind: FileKind::Document,
        group: FormatGroup::Office,
        name: words::word_sheets,
        about: words::word_sheets_about,
        leaves_out: Some(words::word_sheets_leaves),
        part: Some(|| paper::sheets().0),
        holds: has_sheets,
        steps: |_| {
            let made = step(|draft| {
                let halves = Halves {
                    done: true,
                    planned: true,
                };
                let data = ReportData::of(&draft.strategy, draft.today);
                let paper = sheets(&data, None, halves);
                draft.document = of_paper(paper, &draft.strategy.about(), paper::sheets().0);
            });
            vec![made, document_written()]
        },
    },
    Format {
        kind: FileKind::Workbook,
        group: FormatGroup::Office,
        name: words::workbook,
        about: words::workbook_about,
        leaves_out: Some(words::workbook_leaves),
        part: None,
        holds: always,
        steps: |_| {
            let sheets = SHEETS.iter().map(|sheet| {
                step(|draft| {
                    let made = sheet(&draft.strategy, draft.today);
                    draft.workbook.sheets.extend(made);
                })
            });
            sheets.chain([workbook_written()]).collect()
        },
    },
    Format {
        kind: FileKind::Markdown,
        group: FormatGroup::Data,
        name: words::markdown,
        about: words::markdown_about,
        leaves_out: Some(words::word_whole_leaves),
        part: Some(|| paper::book().0),
        holds: always,
        steps: |_| {
            let mut steps = whole_steps();
            steps.push(step(|draft| draft.text = draft.document.markdown()));
            steps.push(text_done());
            steps
        },
    },
    Format {
        kind: FileKind::Csv,
        group: FormatGroup::Data,
        name: words::csv,
        about: words::csv_about,
        leaves_out: Some(words::csv_leaves),
        part: Some(words::csv_part),
        holds: has_indicators,
        steps: |strategy| {
            let mut steps = vec![step(|draft| draft.text = indicators_head())];
            for from in (0..strategy.indicators.len()).step_by(INDICATORS) {
                steps.push(step(move |draft| {
                    let which = from..from + INDICATORS;
                    some_indicators(&mut draft.text, &draft.strategy, which);
                }));
            }
            steps.push(text_done());
            steps
        },
    },
    Format {
        kind: FileKind::Csv,
        group: FormatGroup::Data,
        name: words::csv_wide,
        about: words::csv_wide_about,
        leaves_out: Some(words::csv_leaves),
        part: Some(words::csv_wide_part),
        holds: has_indicators,
        steps: |_| {
            let made = step(|draft| draft.text = csv::wide(&draft.strategy, draft.today));
            vec![made, text_done()]
        },
    },
    Format {
        kind: FileKind::Csv,
        group: FormatGroup::Data,
        name: words::csv_budget,
        about: words::csv_budget_about,
        leaves_out: Some(words::csv_budget_leaves),
        part: Some(words::csv_budget_part),
        holds: has_lines,
        steps: |_| {
            let made = step(|draft| draft.text = csv::budget(&draft.strategy));
            vec![made, text_done()]
        },
    },
    Format {
        kind: FileKind::Csv,
        group: FormatGroup::Data,
        name: words::csv_reviews,
        about: words::csv_reviews_about,
        leaves_out: Some(words::csv_reviews_leaves),
        part: Some(words::csv_reviews_part),
        holds: has_sheets,
        steps: |_| {
            let made = step(|draft| draft.text = csv::reviews(&draft.strategy));
            vec![made, text_done()]
        },
    },
    Format {
        kind: FileKind::StratMl,
        group: FormatGroup::Data,
        name: words::stratml_plan,
        about: words::stratml_plan_about,
        leaves_out: Some(words::stratml_plan_leaves),
        part: Some(words::stratml_plan_part),
        holds: always,
        steps: |_| {
            let made = step(|draft| draft.text = document(&draft.strategy).write(StratMlPart::One));
            vec![made, text_done()]
        },
    },
    Format {
        kind: FileKind::StratMl,
        group: FormatGroup::Data,
        name: words::stratml_report,
        about: words::stratml_report_about,
        leaves_out: Some(words::stratml_report_leaves),
        part: Some(words::stratml_report_part),
        holds: always,
        steps: |_| {
            let made = step(|draft| draft.text = document(&draft.strategy).write(StratMlPart::Two));
            vec![made, text_done()]
        },
    },
];
