//! 公表: prepares a site, shows its pages, packs its files.

use super::work::{Answer, Work};
use crate::publish::site::{self, Publisher, Question};

impl Work for Publisher {
    type Question = Question;
    const NAME: &'static str = "publisher";

    fn answer(&mut self, question: Question, files: &[Vec<u8>]) -> Option<Answer> {
        Some(match Publisher::answer(self, question, files)? {
            site::Answer::Text(text) => Answer::Text(text),
            site::Answer::Archive(bytes) => Answer::File {
                bytes,
                media_type: "application/zip",
            },
        })
    }
}
