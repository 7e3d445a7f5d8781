//! Publishes beside the page, in a worker: prepares a site, shows its pages, packs its files.

fn main() {
    #[cfg(target_arch = "wasm32")]
    michishirube::browser::worker::answer(beside_the_page::said);
}

#[cfg(target_arch = "wasm32")]
mod beside_the_page {
    use std::cell::RefCell;

    use michishirube::browser::files::Pieces;
    use michishirube::publish::site::{Answer, Publisher};
    use wasm_bindgen::JsValue;

    thread_local! {
        /// What was prepared stays until something else is.
        static PUBLISHER: RefCell<Publisher> = RefCell::default();
    }

    /// The answer to a question; an archive as the browser handles files, so that the page copies nothing.
    pub fn said(question: Vec<u8>, _: i32) -> Option<JsValue> {
        match PUBLISHER.with_borrow_mut(|publisher| publisher.answer(&question))? {
            Answer::Text(text) => Some(text.into()),
            Answer::Archive(bytes) => {
                let pieces = Pieces::from(bytes.as_slice());
                pieces.blob("application/zip").ok().map(JsValue::from)
            }
        }
    }
}
