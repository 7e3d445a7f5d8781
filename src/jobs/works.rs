//! All jobs.

use super::books::Books;
use super::digests::Digests;
use super::foreign_plans::ForeignPlans;
use super::part_books::PartBooks;
use super::work::{Answer, WorkerJob};
use crate::exporter::Exporter;
use crate::publisher::Publisher;

/// All jobs. Each keeps its state between requests.
#[derive(Default)]
pub struct Works {
    digests: Digests,
    publisher: Publisher,
    exporter: Exporter,
    books: Books,
    part_books: PartBooks,
    foreign_plans: ForeignPlans,
}

impl Works {
    /// Returns the answer of the job with this name.
    pub fn answer(&mut self, work: &str, question: &str, files: &[Vec<u8>]) -> Option<Answer> {
        match work {
            Digests::NAME => answered(&mut self.digests, question, files),
            Publisher::NAME => answered(&mut self.publisher, question, files),
            Exporter::NAME => answered(&mut self.exporter, question, files),
            Books::NAME => answered(&mut self.books, question, files),
            PartBooks::NAME => answered(&mut self.part_books, question, files),
            ForeignPlans::NAME => answered(&mut self.foreign_plans, question, files),
            _ => None,
        }
    }
}

fn answered<W: WorkerJob>(work: &mut W, question: &str, files: &[Vec<u8>]) -> Option<Answer> {
    work.answer(serde_json::from_str(question).ok()?, files)
}
