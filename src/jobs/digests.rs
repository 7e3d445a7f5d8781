//! 広域: the digest of each strategy, for the comparison with others.

use serde::{Deserialize, Serialize};

use super::work::{Answer, WorkerJob};
use format::json;
use insight::region::{Digest, Head};
use strategy::FiscalYear;

/// Request for the digests of the files. Answer: two texts for each, its head and its digest; both empty if the file
/// cannot be read. The page then shows why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct DigestQuestion {
    /// Fiscal year of today.
    pub today: i32,
}

impl DigestQuestion {
    /// Returns the request as text.
    pub fn written(&self) -> String {
        // Serializing a number does not fail.
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// The job. It keeps nothing between files.
#[derive(Default)]
pub struct Digests;

impl WorkerJob for Digests {
    type Question = DigestQuestion;
    const NAME: &'static str = "digests";

    fn answer(&mut self, question: DigestQuestion, files: &[Vec<u8>]) -> Option<Answer> {
        let today = FiscalYear(question.today);
        let told = files.iter().map(|file| told(file, today));
        let texts = told.flat_map(Option::unwrap_or_default).collect();
        Some(Answer::Texts(texts))
    }
}

fn told(file: &[u8], today: FiscalYear) -> Option<[String; 2]> {
    let strategy = json::read(file).ok()?;
    let (head, digest) = Head::of(&Digest::of(&strategy, today));
    Some([serde_json::to_string(&head).ok()?, digest])
}
