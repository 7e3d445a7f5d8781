//! Who publishes: a worker beside the page, which stays free meanwhile; where there can be none, the page itself.

use std::cell::RefCell;
use std::rc::Rc;

use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Blob;

use crate::app::beside::Code;
use crate::browser::files::{self, Pieces};
use crate::browser::worker::Worker;
use crate::publish::site::{Answer, Publisher, Question};

/// The name of the worker's code.
const CODE: &str = "publisher";
/// The media type of an archive.
const ZIP: &str = "application/zip";

/// Who is asked. A worker ends when nobody has it any more.
#[derive(Clone)]
pub enum Desk {
    /// A worker beside the page.
    Beside(Rc<Worker>),
    /// The page.
    Here(Rc<RefCell<Publisher>>),
}

impl Desk {
    /// Opens one.
    pub async fn open() -> Self {
        let worker = match Code::fetched(CODE).await {
            Some(code) => Worker::start(&code.glue, &code.module).await,
            None => None,
        };
        match worker {
            Some(worker) => Desk::Beside(Rc::new(worker)),
            None => Desk::here(),
        }
    }

    /// One on the page.
    pub fn here() -> Self {
        Desk::Here(Rc::default())
    }

    /// Gives up whatever it is at.
    pub fn end(&self) {
        if let Desk::Beside(worker) = self {
            worker.end();
        }
    }

    /// Whether it is beside the page.
    pub fn is_beside(&self) -> bool {
        matches!(self, Desk::Beside(_))
    }

    /// How many files it packs before it tells how far it has come: on the page one, so that the page lives between.
    pub fn batch(&self) -> usize {
        match self {
            Desk::Beside(_) => 100,
            Desk::Here(_) => 1,
        }
    }

    /// What it answers, with these bytes behind the question; undefined: nothing.
    async fn ask(&self, question: &Question, behind: &[&Blob]) -> JsValue {
        let asked = match asked(question, behind) {
            Ok(asked) => asked,
            Err(_) => return JsValue::UNDEFINED,
        };
        match self {
            Desk::Beside(worker) => worker.answer_to(&asked, 0).await,
            Desk::Here(publisher) => {
                let Ok(bytes) = files::bytes(&asked).await else {
                    return JsValue::UNDEFINED;
                };
                let answer = publisher.borrow_mut().answer(&bytes);
                match answer {
                    Some(Answer::Text(text)) => text.into(),
                    Some(Answer::Archive(bytes)) => {
                        let blob = Pieces::from(bytes.as_slice()).blob(ZIP);
                        blob.map_or(JsValue::UNDEFINED, JsValue::from)
                    }
                    None => JsValue::UNDEFINED,
                }
            }
        }
    }

    /// The text that answers.
    pub async fn text(&self, question: &Question, behind: &[&Blob]) -> Option<String> {
        self.ask(question, behind).await.as_string()
    }

    /// What the text that answers says.
    pub async fn told<T: DeserializeOwned>(
        &self,
        question: &Question,
        behind: &[&Blob],
    ) -> Option<T> {
        let text = self.text(question, behind).await?;
        serde_json::from_str(&text).ok()
    }

    /// Packs on: how far it has come, or the archive.
    pub async fn pack(&self) -> Option<Result<Blob, String>> {
        let answer = self.ask(&Question::Pack(self.batch()), &[]).await;
        match answer.as_string() {
            Some(text) => Some(Err(text)),
            None => answer.dyn_into().ok().map(Ok),
        }
    }
}

fn asked(question: &Question, behind: &[&Blob]) -> Result<Blob, JsValue> {
    let line = Pieces::from(question.line().as_bytes()).blob("")?;
    let parts = js_sys::Array::of1(&line);
    for blob in behind {
        parts.push(blob);
    }
    Blob::new_with_blob_sequence(&parts)
}
