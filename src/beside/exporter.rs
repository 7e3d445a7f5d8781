//! ほかの形式で保存: writes a plan in a format, piece by piece.

use super::work::{Answer, Work};
use crate::publish::exporter::{ExportQuestion, Exported, Exporter};

impl Work for Exporter {
    type Question = ExportQuestion;
    const NAME: &'static str = "exporter";

    fn answer(&mut self, question: ExportQuestion, files: &[Vec<u8>]) -> Option<Answer> {
        match self.export(question, files)? {
            Exported::On(progress) => Answer::told(&progress),
            Exported::File(bytes, media_type) => Some(Answer::File { bytes, media_type }),
        }
    }
}
