//! The files of a ZIP archive, unpacked within bounds.

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

/// Why an archive is not unpacked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotUnpacked {
    /// It is no archive, or a damaged one.
    Damaged,
    /// Its content is larger than the limit.
    TooLarge,
}

/// An archive, and where its files stand.
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
    /// Looks what is in an archive.
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

    /// The paths of its files, in order.
    pub fn paths(&self) -> Vec<String> {
        self.files.keys().cloned().collect()
    }

    /// A file; `None`: there is none of this path. It counts towards what all may have together.
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
