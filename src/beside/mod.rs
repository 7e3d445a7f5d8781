//! What is done beside the page: works that take long, which a worker does while the page stays free. A work is asked
//! question by question, with files beside each question, and answers with texts or a file; who asks may ask no more, and
//! that gives it up. Where there are no workers, the page asks the same work on itself.
//!
//! All works are one binary (`src/bin/beside.rs`) that is fetched when the first of them is wanted. To add one:
//!
//! 1. Write what it does where it belongs (`format`, `publish`, …), so that it can be made a piece at a time: a list of what
//!    is still to do, and what is made so far.
//! 2. Give it a file here: a struct that holds what is made between questions, and its [`Work`]: a name, an enum of questions
//!    (begin; so many more; …), answers. How far it has come is a text ([`Answer::told`]), the end an [`Answer::File`].
//! 3. Give it a field and a line in [`Works`].
//! 4. On its page: `Desk::<It>::open().await` (`app/beside.rs`), then `desk.made(&question, &files).await` until it is a file;
//!    `desk.end()` gives it up at once. `app/pages/publication/folder.rs` is the example.
//!
//! It is tested natively by its questions, as `tests/native/site/publisher.rs` does.
//!
//! ```
//! use michishirube::beside::{Answer, DigestQuestion, Works};
//!
//! let mut works = Works::default();
//! let question = serde_json::to_string(&DigestQuestion { today: 2026 })?;
//! let town = br#"{"format":"michishirube","version":1,"title":"","period":{"first":2021,"last":2025}}"#;
//! let told = works.answer("digests", &question, &[town.to_vec()]);
//! assert!(matches!(told, Some(Answer::Texts(texts)) if texts.len() == 2));
//! assert_eq!(works.answer("nothing of this name", &question, &[]), None);
//! # Ok::<(), serde_json::Error>(())
//! ```

mod digests;
mod publisher;
#[cfg(target_arch = "wasm32")]
mod worker;

pub use digests::{DigestQuestion, Digests};
#[cfg(target_arch = "wasm32")]
pub use worker::{handed, work};

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::publish::site::Publisher;

/// A work that can be done beside the page.
pub trait Work: Default + 'static {
    /// What it is asked. It travels as JSON; the files it is about travel beside it.
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

/// All works. Each remembers what it was asked.
#[derive(Default)]
pub struct Works {
    digests: Digests,
    publisher: Publisher,
}

impl Works {
    /// What the work of a name answers.
    pub fn answer(&mut self, work: &str, question: &str, files: &[Vec<u8>]) -> Option<Answer> {
        match work {
            Digests::NAME => answered(&mut self.digests, question, files),
            Publisher::NAME => answered(&mut self.publisher, question, files),
            _ => None,
        }
    }
}

fn answered<W: Work>(work: &mut W, question: &str, files: &[Vec<u8>]) -> Option<Answer> {
    work.answer(serde_json::from_str(question).ok()?, files)
}
