//! Job runner on the page: a worker; without workers, the page itself.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Uint8Array, WebAssembly};
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

use browser::files;
use browser::worker::Worker;
use device::asset;
use jobs::{WorkerJob, handed};

/// Code of workers, and its JavaScript glue, as the app ships them.
pub struct Code {
    glue: String,
    module: WebAssembly::Module,
}

impl Code {
    /// Fetches the code; `None` if it is not available.
    pub async fn fetched() -> Option<Self> {
        let glue = asset::load("worker.js").await.ok()?;
        let code = asset::load("worker_bg.wasm").await.ok()?;
        let compiled = WebAssembly::compile(&Uint8Array::from(code.as_slice()));
        Some(Self {
            glue: String::from_utf8(glue).ok()?,
            module: JsFuture::from(compiled).await.ok()?.dyn_into().ok()?,
        })
    }

    /// Starts a worker; `None` if that fails.
    pub async fn worker(&self) -> Option<Worker> {
        Worker::start(&self.glue, &self.module).await
    }
}

/// Runs jobs of one kind, in a worker or on the page. The worker ends when its last owner is dropped.
pub enum Desk<W> {
    /// A worker beside the page.
    Beside(Rc<Worker>),
    /// The page.
    Here(Rc<RefCell<W>>),
}

impl<W> Clone for Desk<W> {
    fn clone(&self) -> Self {
        match self {
            Desk::Beside(worker) => Desk::Beside(Rc::clone(worker)),
            Desk::Here(work) => Desk::Here(Rc::clone(work)),
        }
    }
}

/// Result of a step of a long job.
pub enum StepResult<P> {
    /// Done: the file.
    File(Blob),
    /// The progress.
    On(P),
}

impl<W: WorkerJob> Desk<W> {
    /// Starts a worker; without workers, uses the page.
    pub async fn open() -> Self {
        let worker = match Code::fetched().await {
            Some(code) => code.worker().await,
            None => None,
        };
        match worker {
            Some(worker) => Desk::Beside(Rc::new(worker)),
            None => Desk::here(),
        }
    }

    /// Makes a runner on the page.
    pub fn here() -> Self {
        Desk::Here(Rc::default())
    }

    /// Cancels the work of the worker at once.
    pub fn end(&self) {
        if let Desk::Beside(worker) = self {
            worker.end();
        }
    }

    /// True if the jobs run in a worker.
    pub fn is_beside(&self) -> bool {
        matches!(self, Desk::Beside(_))
    }

    /// Returns the number of steps between two reports of progress: on the page one, so that the page stays
    /// responsive.
    pub fn batch(&self, beside: usize) -> usize {
        match self {
            Desk::Beside(_) => beside,
            Desk::Here(_) => 1,
        }
    }

    /// Returns the answer to a request about files; undefined if there is none.
    async fn ask(&self, question: &W::Question, files: &[&Blob]) -> JsValue {
        let Ok(written) = serde_json::to_string(question) else {
            return JsValue::UNDEFINED;
        };
        match self {
            Desk::Beside(worker) => worker.ask(W::NAME, &written, files).await,
            Desk::Here(work) => match asked::<W>(&written, files).await {
                Some((question, files)) => {
                    let answer = work.borrow_mut().answer(question, &files);
                    answer.map_or(JsValue::UNDEFINED, handed)
                }
                None => JsValue::UNDEFINED,
            },
        }
    }

    /// Returns the text of the answer.
    pub async fn text(&self, question: &W::Question, files: &[&Blob]) -> Option<String> {
        self.ask(question, files).await.as_string()
    }

    /// Reads the answer from its text.
    pub async fn told<T: DeserializeOwned>(
        &self,
        question: &W::Question,
        files: &[&Blob],
    ) -> Option<T> {
        let text = self.text(question, files).await?;
        serde_json::from_str(&text).ok()
    }

    /// Returns the file of the answer, or the progress; `None` if the job no longer answers.
    pub async fn made<P: DeserializeOwned>(
        &self,
        question: &W::Question,
        files: &[&Blob],
    ) -> Option<StepResult<P>> {
        let answer = self.ask(question, files).await;
        match answer.as_string() {
            Some(text) => serde_json::from_str(&text).ok().map(StepResult::On),
            None => answer.dyn_into().ok().map(StepResult::File),
        }
    }
}

/// Reads a request on the page itself, with the bytes of its files.
async fn asked<W: WorkerJob>(
    written: &str,
    files: &[&Blob],
) -> Option<(W::Question, Vec<Vec<u8>>)> {
    let mut read = Vec::new();
    for file in files {
        read.push(files::bytes(file).await.ok()?);
    }
    Some((serde_json::from_str(written).ok()?, read))
}
