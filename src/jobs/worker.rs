//! The worker itself, and how answers reach the page from it.

use std::cell::RefCell;

use js_sys::{Array, JsString};
use wasm_bindgen::JsValue;

use super::work::Answer;
use super::works::Works;
use browser::{files::Pieces, worker};

/// Runs the jobs; call it in the worker.
pub fn do_works() {
    let works = RefCell::<Works>::default();
    worker::answer(move |asked| {
        let mut works = works.borrow_mut();
        works
            .answer(&asked.work, &asked.question, &asked.files)
            .map(handed)
    });
}

/// Converts an answer for the browser: a file is transferred without a copy.
pub fn handed(answer: Answer) -> JsValue {
    match answer {
        Answer::Text(text) => text.into(),
        Answer::Texts(texts) => {
            let texts = texts.into_iter().map(JsString::from);
            texts.collect::<Array>().into()
        }
        Answer::File { bytes, media_type } => {
            let blob = Pieces::from(bytes.as_slice()).blob(media_type);
            blob.map_or(JsValue::UNDEFINED, JsValue::from)
        }
    }
}
