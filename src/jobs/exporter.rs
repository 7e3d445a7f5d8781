//! ほかの形式で保存: writes a plan in a format, piece by piece.

use super::work::{Answer, WorkerJob};
use serde::{Deserialize, Serialize};

use crate::publisher::PackingProgress;
use format::json;
use output::export::FileWriting;
use output::export::formats::FORMATS;
use strategy::FiscalYear;
use words::{NumberStyle, Voice, Voices};

/// Request to the job.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExportQuestion {
    /// Begins a file. File: the strategy. Answer: [`PackingProgress`].
    Begin(ExportOrder),
    /// Does this many more steps. Answer: [`PackingProgress`], at the end the file.
    More(usize),
}

/// Order for a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportOrder {
    /// Index of the format in [`FORMATS`].
    pub format: usize,
    /// Fiscal year of today.
    pub today: i32,
    /// Language of the user, by its tag, and its packed texts.
    pub own: (String, String),
    /// Styles of years and of negative numbers, by their tags.
    pub style: (String, String),
}

/// The job that writes.
#[derive(Default)]
pub struct Exporter {
    voices: Voices,
    at: Option<ExportState>,
}

struct ExportState {
    writing: FileWriting,
    voice: Voice,
    style: NumberStyle,
    media_type: &'static str,
}

impl WorkerJob for Exporter {
    type Question = ExportQuestion;
    const NAME: &'static str = "exporter";

    fn answer(&mut self, question: ExportQuestion, files: &[Vec<u8>]) -> Option<Answer> {
        match question {
            ExportQuestion::Begin(order) => {
                self.at = None;
                self.begin(order, files)
            }
            ExportQuestion::More(pieces) => self.more(pieces),
        }
    }
}

impl Exporter {
    fn begin(&mut self, order: ExportOrder, files: &[Vec<u8>]) -> Option<Answer> {
        let format = FORMATS.get(order.format)?;
        let strategy = json::read(files.first()?).ok()?;
        let voice = self.voices.voice("own", &order.own.0, order.own.1);
        let style = NumberStyle::of_tags(&order.style.0, &order.style.1);
        let today = FiscalYear(order.today);
        let at = self.at.insert(ExportState {
            writing: voice.says_in(style, || format.begin(&strategy, today)),
            voice,
            style,
            media_type: format.kind.media_type(),
        });
        progress(&at.writing)
    }

    fn more(&mut self, pieces: usize) -> Option<Answer> {
        let at = self.at.as_mut()?;
        let (voice, style) = (at.voice, at.style);
        match voice.says_in(style, || at.writing.go_on(pieces)) {
            Ok(false) => progress(&at.writing),
            Ok(true) => {
                let ExportState {
                    writing,
                    media_type,
                    ..
                } = self.at.take()?;
                Some(Answer::File {
                    bytes: writing.file(),
                    media_type,
                })
            }
            Err(_) => {
                self.at = None;
                None
            }
        }
    }
}

/// Returns the progress of the writing as an answer.
fn progress(writing: &FileWriting) -> Option<Answer> {
    let (done, all) = writing.progress();
    Answer::told(&PackingProgress { done, all })
}
