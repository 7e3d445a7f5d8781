//! Files that leave the app: a strategy as its file, and any download with its name and its kind.

use web_sys::Blob;

use ::words::one_file as words;
use browser::TimeSlice;
use browser::files::{self, Pieces};
use device::clock;
use format::{FileKind, json};
use keep::file_name;
use strategy::{About, Strategy};

/// Largest number of letters of the title of a plan in the name of a file with a part of it.
const TITLE: usize = 44;

/// Writes a strategy as its file, a piece at a time.
pub async fn written(strategy: &Strategy) -> Pieces {
    let pieces = Pieces::default();
    let mut slice = TimeSlice::new();
    for chunk in json::Writer::new(strategy) {
        pieces.push(chunk.as_bytes());
        slice.yield_if_due().await;
    }
    pieces
}

/// A file that the browser is about to save. Its functions return its name; their error is a sentence.
pub struct Download {
    name: String,
    media_type: &'static str,
}

impl Download {
    /// Makes a file of a town, named after town, title, day and time.
    pub fn of_town(town: &str, title: &str, kind: FileKind) -> Self {
        let name = file_name(town, title, &clock::now(), kind.extension());
        Self::named(name, kind.media_type())
    }

    /// Makes a file of a part of a plan, or of all of it (`part` is empty). The title is shortened so that the part
    /// fits too.
    pub fn of_plan(about: &About, part: &str, kind: FileKind) -> Self {
        let title: String = about.title.chars().take(TITLE).collect();
        let title = [title.as_str(), part].join(" ");
        Self::of_town(&about.town.name, title.trim(), kind)
    }

    /// Makes a file with a name of its own.
    pub fn named(name: String, media_type: &'static str) -> Self {
        Self { name, media_type }
    }

    /// Returns its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the sentence about a file that could not be made or saved.
    pub fn failed(&self) -> String {
        words::not_saved(&self.name)
    }

    /// Downloads a text.
    pub fn text(self, text: &str) -> Result<String, String> {
        self.bytes(Some(text.as_bytes()))
    }

    /// Downloads bytes; fails if they are `None`.
    pub fn bytes(self, bytes: Option<&[u8]>) -> Result<String, String> {
        let bytes = bytes.ok_or_else(|| self.failed())?;
        self.pieces(&bytes.into())
    }

    /// Downloads bytes that the browser holds in pieces.
    pub fn pieces(self, pieces: &Pieces) -> Result<String, String> {
        let blob = pieces.blob(self.media_type).map_err(|_| self.failed())?;
        self.blob(&blob)
    }

    /// Downloads a blob.
    pub fn blob(self, blob: &Blob) -> Result<String, String> {
        files::download(blob, &self.name).map_err(|_| self.failed())?;
        Ok(self.name)
    }
}
