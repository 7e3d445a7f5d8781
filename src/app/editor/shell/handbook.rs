//! The handbook, fetched on first use and then kept.

use leptos::prelude::*;
use leptos::task::spawn_local;

use ::handbook::{Handbook, JobPicture};
use ::words::handbook as words;
use device::asset;

/// State of the handbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HandbookState {
    /// Being fetched.
    Coming,
    /// Not available now.
    Missing,
    /// Here.
    Here(Handbook),
}

thread_local! {
    static HANDBOOK: ArcRwSignal<HandbookState> = ArcRwSignal::new(HandbookState::Missing);
}

/// Returns the handbook, and fetches it if it is missing. After a failure the next call tries again.
pub fn handbook() -> ArcRwSignal<HandbookState> {
    let signal = HANDBOOK.with(ArcRwSignal::clone);
    if signal.with_untracked(|fetched| *fetched == HandbookState::Missing) {
        signal.set(HandbookState::Coming);
        let signal = signal.clone();
        spawn_local(async move {
            let text = asset::load(words::FILE).await.ok();
            let text = text.and_then(|bytes| String::from_utf8(bytes).ok());
            signal.set(match text {
                Some(text) => HandbookState::Here(Handbook::read(&text)),
                None => HandbookState::Missing,
            });
        });
    }
    signal
}

/// Returns the bytes of a picture; `None` if it is not available now.
pub async fn loaded(picture: &JobPicture) -> Option<Vec<u8>> {
    asset::load(&picture.asset()).await.ok()
}

/// Returns all pictures of a handbook; `None` if one of them is not available now.
pub async fn pictures(handbook: &Handbook) -> Option<Vec<(JobPicture, Vec<u8>)>> {
    let mut all = Vec::new();
    for picture in handbook.jobs.iter().filter_map(|job| job.picture.as_ref()) {
        all.push((picture.clone(), loaded(picture).await?));
    }
    Some(all)
}
