//! Jobs: long work that a worker does while the page stays responsive. The page sends a job one request after the
//! other, each with its files, and the job answers with texts or a file; the page cancels it by sending no more
//! requests. Without workers, the job runs on the page.
//!
//! All jobs are one program (`src/worker/`), fetched when the first of them is needed. To add one:
//!
//! 1. Write its work in the crate where it belongs (`format`, `output`, …), so that it can run a piece at a time: a
//!    list of open work, and the results so far.
//! 2. Give it a file here: a struct that holds its results between requests, and its [`WorkerJob`]: a name, an enum
//!    of requests (begin; this many more; …), answers. The progress is a text ([`Answer::told`]), the end an
//!    [`Answer::File`].
//! 3. Give it a field and a line in [`Works`] (`works.rs`).
//! 4. On its page: `Desk::<It>::open().await` (`app/job_runner.rs`), then `desk.made(&question, &files).await` until
//!    it is a file; `desk.end()` cancels it at once. `app/pages/publication/folder.rs` is the example.
//!
//! Native tests drive it by its requests, as `src/output/tests/site/publisher.rs` does.
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
