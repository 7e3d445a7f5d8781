//! The trait of a job: its requests and its answers.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// A job that can run beside the page.
pub trait WorkerJob: Default + 'static {
    /// Request type. It travels as JSON, with its files beside it.
    type Question: Serialize + DeserializeOwned;
    /// Unique name between page and worker.
    const NAME: &'static str;

    /// Answers a request with these files; `None` without an answer. Results stay in the job until they are
    /// requested.
    fn answer(&mut self, question: Self::Question, files: &[Vec<u8>]) -> Option<Answer>;
}

/// An answer of a job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// A text.
    Text(String),
    /// Several texts.
    Texts(Vec<String>),
    /// A file.
    File {
        /// Bytes.
        bytes: Vec<u8>,
        /// Media type.
        media_type: &'static str,
    },
}

impl Answer {
    /// Makes a text answer of a value, as JSON.
    pub fn told(what: &impl Serialize) -> Option<Self> {
        serde_json::to_string(what).ok().map(Answer::Text)
    }
}
