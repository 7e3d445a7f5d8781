//! The files of a ZIP archive, unpacked within limits.

use std::collections::BTreeMap;
use std::io::Read;

use flate2::bufread::DeflateDecoder;
use rawzip::{CompressionMethod, ZipArchive};

use strategy::sort;

/// Largest size of a file in an archive, unpacked, in bytes.
const LARGEST: u64 = 96 << 20;
/// Largest size of all files of an archive together, unpacked, in bytes.
const LARGEST_ALL: u64 = 192 << 20;
/// Largest number of files in an archive.
const MOST: usize = 4096;

/// Reason why an archive is not unpacked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotUnpacked {
    /// Not an archive, or a damaged one.
    Damaged,
    /// The content is larger than the limit.
    TooLarge,
}

/// An archive, and the positions of its files.
pub struct Unpacked<'a> {
    archive: rawzip::ZipSliceArchive<&'a [u8]>,
    files: BTreeMap<String, ZipEntry>,
    left: u64,
}

#[derive(Clone, Copy)]
struct ZipEntry {
    at: rawzip::ZipArchiveEntryWayfinder,
    method: CompressionMethod,
}

impl<'a> Unpacked<'a> {
    /// Reads the list of files of an archive.
    pub fn open(bytes: &'a [u8]) -> Result<Self, NotUnpacked> {
        let archive = ZipArchive::from_slice(bytes).map_err(|_| NotUnpacked::Damaged)?;
        let mut entries = archive.entries();
        let mut files = Vec::new();
        while let Some(entry) = entries.next_entry().map_err(|_| NotUnpacked::Damaged)? {
            if files.len() == MOST {
                return Err(NotUnpacked::TooLarge);
            }
            let path = String::from_utf8_lossy(entry.file_path().as_ref()).into_owned();
            let (at, method) = (entry.wayfinder(), entry.compression_method());
            files.push((path, ZipEntry { at, method }));
        }
        Ok(Self {
            files: sort::map(files),
            archive,
            left: LARGEST_ALL,
        })
    }

    /// Returns the paths of the files, in order.
    pub fn paths(&self) -> Vec<String> {
        self.files.keys().cloned().collect()
    }

    /// Returns a file; `None` if there is none at this path. Counts towards the limit of all files together.
    pub fn file(&mut self, path: &str) -> Result<Option<Vec<u8>>, NotUnpacked> {
        let Some(entry) = self.files.get(path).copied() else {
            return Ok(None);
        };
        let damaged = |_| NotUnpacked::Damaged;
        let found = self.archive.get_entry(entry.at).map_err(damaged)?;
        let most = self.left.min(LARGEST);
        let mut bytes = Vec::new();
        let read = match entry.method {
            CompressionMethod::STORE => found.data().take(most + 1).read_to_end(&mut bytes),
            CompressionMethod::DEFLATE => DeflateDecoder::new(found.data())
                .take(most + 1)
                .read_to_end(&mut bytes),
            _ => return Err(NotUnpacked::Damaged),
        };
        if bytes.len() as u64 > most {
            return Err(NotUnpacked::TooLarge);
        }
        read.map_err(|_| NotUnpacked::Damaged)?;
        self.left -= bytes.len() as u64;
        Ok(Some(bytes))
    }
}
