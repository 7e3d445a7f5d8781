//! 保存先のファイル: a file on the disk or on the town's file server, written over again and again.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use super::parcel;
use super::parcel::{Parcel, failed};
use crate::Trouble;
use browser::file_handle::{Accept, FileHandle, NotChosen};

/// Our files.
const OURS: Accept = Accept {
    kind: "application/json",
    extension: ".json",
};

/// State of a file when this tab last read or wrote it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Seen {
    /// Last change, in ms.
    pub modified: f64,
    /// Bytes.
    pub size: f64,
}

impl Seen {
    fn of(file: &File) -> Self {
        Self {
            modified: file.last_modified(),
            size: file.size(),
        }
    }
}

/// A file to save into. Cloning gives another handle to the same file.
#[derive(Clone)]
pub struct FilePlace {
    pub(crate) handle: FileHandle,
    /// None: whatever is there may be written over, for the person chose to.
    pub(crate) seen: Rc<Cell<Option<Seen>>>,
}

impl FilePlace {
    /// True if this browser can save into files.
    pub fn is_supported() -> bool {
        FileHandle::is_supported()
    }

    pub(crate) fn new(handle: FileHandle, seen: Option<Seen>) -> Self {
        Self {
            handle,
            seen: Rc::new(Cell::new(seen)),
        }
    }

    /// 保存先を選ぶ: lets the person choose a new file, or one to write over; `None` when they change their mind.
    /// To be called in a click.
    pub async fn choose_new(name: &str) -> Result<Option<Self>, Trouble> {
        Self::chosen(FileHandle::choose_new(name, OURS).await)
    }

    fn chosen(chosen: Result<Option<FileHandle>, NotChosen>) -> Result<Option<Self>, Trouble> {
        match chosen {
            Ok(handle) => Ok(handle.map(|handle| Self::new(handle, None))),
            Err(NotChosen::Unsupported) => Err(Trouble::Unsupported),
            Err(NotChosen::Thrown(thrown)) => Err(failed(thrown)),
        }
    }

    /// Its name, without the folder.
    pub fn name(&self) -> String {
        self.handle.name()
    }

    /// True if the app may write the file; with `ask`, the browser asks the user, which only works in a click.
    pub fn is_allowed(&self, ask: bool) -> impl Future<Output = bool> {
        self.handle.is_allowed(ask)
    }

    async fn file(&self) -> Result<File, Trouble> {
        let file = self.handle.get_file().map_err(failed)?;
        let file = JsFuture::from(file).await.map_err(failed)?;
        Ok(file.unchecked_into())
    }

    /// True if another program has changed it since this tab last read or wrote it.
    pub async fn is_changed(&self) -> Result<bool, Trouble> {
        let now = Seen::of(&self.file().await?);
        Ok(self.seen.get().is_some_and(|seen| seen != now))
    }

    /// Returns why it cannot be saved into as it is: someone else changed it, or it is gone.
    pub(crate) async fn trouble(&self) -> Option<Trouble> {
        match self.is_changed().await {
            Ok(changed) => changed.then_some(Trouble::FileChanged),
            Err(trouble) => Some(trouble),
        }
    }

    /// Its bytes; what is there now counts as seen.
    pub async fn read(&self) -> Result<Vec<u8>, Trouble> {
        let file = self.file().await?;
        let bytes = parcel::read(&file).await?;
        self.seen.set(Some(Seen::of(&file)));
        Ok(bytes)
    }

    /// Writes over it, unless someone else has changed it (K16); reads it back and compares.
    pub async fn write(&self, parcel: &Parcel) -> Result<(), Trouble> {
        if self.is_changed().await? {
            return Err(Trouble::FileChanged);
        }
        let blob = parcel.blob(OURS.kind)?;
        self.handle.write(&blob).await.map_err(failed)?;
        let file = self.file().await?;
        if !parcel.is_in(&file).await? {
            return Err(Trouble::NotAsWritten);
        }
        self.seen.set(Some(Seen::of(&file)));
        Ok(())
    }
}
