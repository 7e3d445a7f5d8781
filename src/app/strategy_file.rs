//! A strategy as its file, for whoever works beside the page; and what a file of it is called in another format.

use browser::TimeSlice;
use browser::files::Pieces;
use device::clock;
use format::{FileKind, json};
use keep::file_name;
use strategy::{About, Strategy};

/// Largest number of letters of a plan's title in the name of a file that holds a part of it.
const TITLE: usize = 44;

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

/// Returns the name of a file that holds a part of a plan, or all of it (`part` is empty). The title is shortened so
/// that the part fits too.
pub fn name_of_part(about: &About, part: &str, kind: FileKind) -> String {
    let title: String = about.title.chars().take(TITLE).collect();
    let title = [title.as_str(), part].join(" ");
    file_name(
        &about.town.name,
        title.trim(),
        &clock::now(),
        kind.extension(),
    )
}
