//! The page to hand over, with a strategy in it.

use super::page::{Purpose, delivered};
use crate::workspace::fresh_id;
use ::words::one_file as words;
use browser::TimeSlice;
use browser::files::Pieces;
use device::asset::Unfetched;
use keep::{DocId, Moment};
use output::export::one_file::{PageLabel, carried, parted};
use strategy::Strategy;

/// Returns the page with the strategy in it; the error is a sentence.
pub async fn filled(strategy: &Strategy, purpose: Purpose, now: &Moment) -> Result<Pieces, String> {
    let page = delivered(purpose).await;
    let page = page.map_err(|why| match why {
        Unfetched::NotReached => words::no_page(purpose.file()),
        Unfetched::NotOurs => words::not_our_page(purpose.file()),
    })?;
    let (before, behind) = parted(&page).ok_or_else(|| words::not_our_page(purpose.file()))?;
    let label = PageLabel {
        id: DocId::new(fresh_id()).to_string(),
        at: now.local.clone(),
        pages: None,
    };
    let pieces = Pieces::from(before);
    let mut slice = TimeSlice::new();
    for piece in carried(strategy, &label) {
        pieces.push(piece.as_bytes());
        slice.yield_if_due().await;
    }
    pieces.push(behind);
    Ok(pieces)
}
