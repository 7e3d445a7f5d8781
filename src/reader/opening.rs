//! Opening: `strategy.json` beside the page, or a file that is chosen or dropped.

use wasm_bindgen::JsCast;
use web_sys::{Event, File};

use super::address;
use ::words::reader as words;
use browser::files;
use device::clock;
use device::{asset, carried};
use format::json::{self, Problem, ReadError};
use output::pages::{Publication, SHOWN};

/// The file beside the page, or in it.
pub const BESIDE: &str = carried::ASSET;

/// State of opening.
pub enum ReaderOpening {
    /// It is being fetched or read.
    Coming,
    /// There is none beside the page.
    Nothing,
    /// It cannot be read: what is wrong, and what helps.
    Failed(String, &'static str),
    /// Here it is.
    Here(Box<Publication>),
}

/// The file beside the page. A host may have a page of its own for what is not there.
pub async fn beside() -> ReaderOpening {
    match asset::load(BESIDE).await {
        Ok(bytes) => read(BESIDE, &bytes),
        Err(_) => ReaderOpening::Nothing,
    }
}

/// A file of the person's own.
pub async fn own(file: File) -> ReaderOpening {
    let name = file.name();
    if file.size() > json::MAX_BYTES as f64 {
        return unreadable(&name, &Problem::TooLarge(file.size() as usize).into());
    }
    match files::bytes(&file).await {
        Ok(bytes) => read(&name, &bytes),
        Err(_) => ReaderOpening::Failed(words::not_read(&name), words::choose_again()),
    }
}

fn read(name: &str, bytes: &[u8]) -> ReaderOpening {
    match json::read_kinds(bytes, SHOWN) {
        Ok(strategy) => {
            let today = clock::this_fiscal_year();
            ReaderOpening::Here(Box::new(Publication::of(strategy, today, address::of)))
        }
        Err(error) => unreadable(name, &error),
    }
}

fn unreadable(name: &str, error: &ReadError) -> ReaderOpening {
    let helps = match error.problem {
        Problem::Newer(_) => words::newer(),
        _ => words::tell_the_town(),
    };
    ReaderOpening::Failed(words::unreadable(name, words::why_unread(error)), helps)
}

/// The file that was chosen.
pub fn chosen(event: &Event) -> Option<File> {
    files::chosen(event).into_iter().next()
}

/// The first file that was dropped.
pub fn dropped(event: &Event) -> Option<File> {
    files::dropped(event.dyn_ref()?).into_iter().next()
}
