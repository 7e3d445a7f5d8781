//! Jobs: work that takes long, which a worker does while the page stays free. The page sends a job one question after
//! the other, with files beside each, and the job answers with texts or a file; the page cancels it by asking no
//! more. Where there are no workers, the job runs on the page.
//!
//! All works are one program (`src/worker/`), fetched when the first of them is wanted. To add one:
//!
//! 1. Write what it does where it belongs (`format`, `output`, …), so that it can be made a piece at a time: a list of what
//!    is still to do, and what is made so far.
//! 2. Give it a file here: a struct that holds what is made between questions, and its [`WorkerJob`]: a name, an enum of questions
//!    (begin; so many more; …), answers. How far it has come is a text ([`Answer::told`]), the end an [`Answer::File`].
//! 3. Give it a field and a line in [`Works`] (`works.rs`).
//! 4. On its page: `Desk::<It>::open().await` (`app/job_runner.rs`), then `desk.made(&question, &files).await` until it is a file;
//!    `desk.end()` gives it up at once. `app/pages/publication/folder.rs` is the example.
//!
//! It is tested natively by its questions, as `src/output/tests/site/publisher.rs` does.
//!
//! ```
//! use jobs::{Answer, DigestQuestion, Works};
//!
//! let mut works = Works::default();
//! let question = serde_json::to_string(&DigestQuestion { today: 2026 })?;
//! let town = br#"{"format":"michishirube","version":1,"title":"","period":{"first":2021,"last":2025}}"#;
//! let told = works.answer("digests", &question, &[town.to_vec()]);
//! assert!(matches!(told, Some(Answer::Texts(texts)) if texts.len() == 2));
//! assert_eq!(works.answer("nothing of this name", &question, &[]), None);
//! # Ok::<(), serde_json::Error>(())
//! ```

mod batch;
mod books;
mod digests;
pub mod exporter;
mod foreign_plans;
mod part_books;
pub mod publisher;
mod work;
#[cfg(target_arch = "wasm32")]
mod worker;
mod works;

pub use batch::Batch;
pub use books::{BookQuestion, BookTold, Books, SheetForm, SheetTold, SheetsChosen};
pub use digests::{DigestQuestion, Digests};
pub use foreign_plans::{ForeignPlanQuestion, ForeignPlans, NotImported};
pub use part_books::{PartBooks, PartQuestion, Untaken};
pub use work::{Answer, WorkerJob};
#[cfg(target_arch = "wasm32")]
pub use worker::{do_works, handed};
pub use works::Works;
