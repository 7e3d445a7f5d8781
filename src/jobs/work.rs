//! The trait of a job: its requests and its answers.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// A work that can be done beside the page.
pub trait WorkerJob: Default + 'static {
    /// Its request. It travels as JSON; the files it is about travel beside it.
    type Question: Serialize + DeserializeOwned;
    /// Its name between page and worker; no other work has it.
    const NAME: &'static str;

    /// The answer to a question with these files; `None`: it has none. What is made stays with the work until it is asked for.
    fn answer(&mut self, question: Self::Question, files: &[Vec<u8>]) -> Option<Answer>;
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// A text.
    Text(String),
    /// Several texts.
    Texts(Vec<String>),
    /// A file.
    File {
        /// Its bytes.
        bytes: Vec<u8>,
        /// Its media type.
        media_type: &'static str,
    },
}

impl Answer {
    /// A text that tells something as JSON.
    pub fn told(what: &impl Serialize) -> Option<Self> {
        serde_json::to_string(what).ok().map(Answer::Text)
    }
}
