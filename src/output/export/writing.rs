//! Writes a file of a plan piece by piece, so that the caller can show the progress and cancel between two pieces.

use std::collections::VecDeque;

use format::NotPacked;
use format::document::{Document, DocxWriter};
use format::workbook::{Workbook, WorkbookWriter};
use strategy::{FiscalYear, Strategy};

/// Input of the steps, and the files made so far.
pub struct ExportDraft {
    /// The plan.
    pub strategy: Strategy,
    /// The fiscal year of today.
    pub today: FiscalYear,
    /// A text so far.
    pub text: String,
    /// A document so far.
    pub document: Document,
    /// It as a file so far.
    pub docx: DocxWriter,
    /// A workbook so far.
    pub workbook: Workbook,
    /// It as a file so far.
    pub xlsx: WorkbookWriter,
    /// The file, once it is done.
    pub file: Vec<u8>,
}

/// A piece of the work. It returns the pieces to do before those that follow.
pub struct WritingStep(Box<Does>);

type Does = dyn FnOnce(&mut ExportDraft) -> Result<Vec<WritingStep>, NotPacked>;

impl WritingStep {
    /// A piece that returns further pieces.
    pub fn new(
        does: impl FnOnce(&mut ExportDraft) -> Result<Vec<WritingStep>, NotPacked> + 'static,
    ) -> Self {
        Self(Box::new(does))
    }
}

/// Makes a piece that returns no further pieces.
pub fn step(does: impl FnOnce(&mut ExportDraft) + 'static) -> WritingStep {
    WritingStep::new(|draft| {
        does(draft);
        Ok(Vec::new())
    })
}

/// A file being written.
pub struct FileWriting {
    draft: ExportDraft,
    steps: VecDeque<WritingStep>,
    done: usize,
}

impl FileWriting {
    /// Begins with these pieces.
    pub fn new(strategy: &Strategy, today: FiscalYear, steps: Vec<WritingStep>) -> Self {
        Self {
            draft: ExportDraft {
                strategy: strategy.clone(),
                today,
                text: String::new(),
                document: Document::default(),
                docx: DocxWriter::default(),
                workbook: Workbook::default(),
                xlsx: WorkbookWriter::default(),
                file: Vec::new(),
            },
            steps: steps.into(),
            done: 0,
        }
    }

    /// Returns the number of pieces done and, as far as it is known, of all pieces.
    pub fn progress(&self) -> (usize, usize) {
        (self.done, self.done + self.steps.len())
    }

    /// Does this many more pieces. Returns true when the file is complete.
    pub fn go_on(&mut self, pieces: usize) -> Result<bool, NotPacked> {
        for _ in 0..pieces {
            let Some(step) = self.steps.pop_front() else {
                break;
            };
            for more in (step.0)(&mut self.draft)?.into_iter().rev() {
                self.steps.push_front(more);
            }
            self.done += 1;
        }
        Ok(self.steps.is_empty())
    }

    /// Returns the file.
    pub fn file(self) -> Vec<u8> {
        self.draft.file
    }
}

/// The last piece of a text.
pub fn text_done() -> WritingStep {
    step(|draft| draft.file = std::mem::take(&mut draft.text).into_bytes())
}

/// Number of blocks of a document that are written in one piece.
const BLOCKS: usize = 40;

/// Returns the remaining steps once a document is made.
pub fn document_written() -> WritingStep {
    WritingStep::new(|draft| {
        let count = draft.document.blocks.len().div_ceil(BLOCKS);
        let parts = (0..count).map(|_| step(|draft| draft.docx.go_on(&draft.document, BLOCKS)));
        let last = WritingStep::new(|draft| {
            draft.file = std::mem::take(&mut draft.docx).finish(&draft.document)?;
            Ok(Vec::new())
        });
        Ok(parts.chain([last]).collect())
    })
}

/// Returns the remaining steps once a workbook is made.
pub fn workbook_written() -> WritingStep {
    WritingStep::new(|draft| {
        draft.workbook.cut_long_texts(::words::workbook::cell_cut);
        let sheets = (0..draft.workbook.sheets.len()).map(|_| {
            WritingStep::new(|draft| {
                draft.xlsx.go_on(&draft.workbook)?;
                Ok(Vec::new())
            })
        });
        let last = WritingStep::new(|draft| {
            draft.file = std::mem::take(&mut draft.xlsx).finish(&draft.workbook)?;
            Ok(Vec::new())
        });
        Ok(sheets.chain([last]).collect())
    })
}
