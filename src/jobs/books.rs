//! ファイルを選ぶ: reads a workbook, describes its sheets, and returns the text of the chosen ones.

use serde::{Deserialize, Serialize};

use super::work::{Answer, WorkerJob};
use format::workbook::{LARGEST_TEXT, NotRead, SheetRead, read_printed};
use output::hands::mark_of;

/// Request to the job.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BookQuestion {
    /// Opens a workbook. File: the workbook. Answer: a [`BookTold`], or why it is not read.
    Open,
    /// Returns the text of some of its sheets. Answer: the text; none if it is too long.
    Text(SheetsChosen),
}

/// Form of the text of a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SheetForm {
    /// A table, as it is copied.
    Table,
    /// A table of indicators, in which figures of joined cells are marked.
    Indicators,
    /// The lines of a plan.
    Plan,
}

/// The chosen sheets, and the form of their text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetsChosen {
    /// Indices in the summary.
    pub sheets: Vec<usize>,
    /// Form of their text.
    pub form: SheetForm,
    /// True if hidden rows and columns are read, too.
    pub hidden: bool,
}

/// Summary of a workbook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BookTold {
    /// Sheets with content.
    pub sheets: Vec<SheetTold>,
    /// True if it is a part that was handed out.
    pub is_part: bool,
}

/// Summary of a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetTold {
    /// Title of its tab.
    pub name: String,
    /// True if it is hidden.
    pub hidden: bool,
    /// Number of rows and columns that hold something.
    pub size: (usize, usize),
    /// Number of them that are hidden.
    pub hidden_parts: usize,
    /// Number of cells with struck-out text, which is not read.
    pub struck: usize,
    /// Number of cells with a formula without its result.
    pub without_result: usize,
    /// First comments on its cells, each with the address of its cell.
    pub comments: Vec<(String, String)>,
    /// Number of all comments.
    pub all_comments: usize,
    /// First words.
    pub first: String,
}

/// Numbers of cells, and of letters of each, by which users recognise a sheet.
const TOLD: (usize, usize) = (6, 60);
/// Number of comments of a sheet that are shown.
const COMMENTS: usize = 5;

impl SheetTold {
    fn of(sheet: &SheetRead) -> Self {
        let cells = sheet.rows.iter().flat_map(|row| &row.cells);
        let first: Vec<String> = cells.take(TOLD.0).map(|(_, cell)| cell.text()).collect();
        let first = first.join("　").replace('\n', " ");
        let (rows, columns) = sheet.hidden_parts();
        Self {
            name: sheet.name.clone(),
            hidden: sheet.hidden,
            size: sheet.size(true),
            hidden_parts: rows + columns,
            struck: sheet.struck,
            without_result: sheet.without_result(),
            comments: sheet.comments.iter().take(COMMENTS).cloned().collect(),
            all_comments: sheet.comments.len(),
            first: first.chars().take(TOLD.1).collect(),
        }
    }
}

/// Holds the last opened workbook.
#[derive(Default)]
pub struct Books {
    sheets: Vec<SheetRead>,
}

impl Books {
    fn open(&mut self, bytes: &[u8]) -> Result<BookTold, NotRead> {
        self.sheets = read_printed(bytes)?;
        let is_part = mark_of(&self.sheets).is_some();
        // Hidden sheets come last.
        let (shown, hidden): (Vec<_>, Vec<_>) = std::mem::take(&mut self.sheets)
            .into_iter()
            .filter(|sheet| !sheet.rows.is_empty())
            .partition(|sheet| !sheet.hidden);
        self.sheets = shown.into_iter().chain(hidden).collect();
        Ok(BookTold {
            sheets: self.sheets.iter().map(SheetTold::of).collect(),
            is_part,
        })
    }

    fn text(&self, chosen: &SheetsChosen) -> Option<String> {
        let mut all = String::new();
        for at in &chosen.sheets {
            let sheet = self.sheets.get(*at)?;
            let text = match chosen.form {
                SheetForm::Table => sheet.table_text(chosen.hidden),
                SheetForm::Indicators => sheet.indicator_text(chosen.hidden),
                SheetForm::Plan => sheet.plan_text(chosen.hidden),
            }?;
            if !all.is_empty() {
                all.push_str("\n\n");
            }
            all.push_str(&text);
        }
        (all.len() <= LARGEST_TEXT).then_some(all)
    }
}

impl WorkerJob for Books {
    type Question = BookQuestion;
    const NAME: &'static str = "books";

    fn answer(&mut self, question: BookQuestion, files: &[Vec<u8>]) -> Option<Answer> {
        match question {
            BookQuestion::Open => Answer::told(&self.open(files.first()?)),
            BookQuestion::Text(chosen) => self.text(&chosen).map(Answer::Text),
        }
    }
}
