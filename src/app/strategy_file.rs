//! A strategy as its file, for whoever works beside the page.

use crate::browser::TimeSlice;
use crate::browser::files::Pieces;
use crate::format::json;
use crate::strategy::Strategy;

/// A strategy as its file, a piece at a time.
pub async fn written(strategy: &Strategy) -> Pieces {
    let pieces = Pieces::default();
    let mut slice = TimeSlice::new();
    for chunk in json::Writer::new(strategy) {
        pieces.push(chunk.as_bytes());
        slice.yield_if_due().await;
    }
    pieces
}
