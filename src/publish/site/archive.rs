//! A site as one file: a ZIP archive, packed file by file.

use std::io::Write;

use flate2::Compression;
use flate2::write::DeflateEncoder;
use rawzip::{CompressionMethod, ZipArchiveWriter};

use super::files::PublishedFile;

/// An archive being packed.
#[derive(Debug)]
pub struct Archive {
    writer: ZipArchiveWriter<Vec<u8>>,
}

/// A file that cannot be packed: one whose path an archive cannot hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotPacked;

impl Default for Archive {
    fn default() -> Self {
        Self {
            writer: ZipArchiveWriter::new(Vec::new()),
        }
    }
}

impl Archive {
    /// Adds a file behind those there are.
    pub fn add(&mut self, file: &PublishedFile) -> Result<(), NotPacked> {
        self.write(file).map_err(|_| NotPacked)
    }

    fn write(&mut self, file: &PublishedFile) -> Result<(), rawzip::Error> {
        let entry = self.writer.new_file(file.path.as_str());
        let entry = entry.compression_method(CompressionMethod::DEFLATE);
        let (mut entry, config) = entry.start()?;
        let packed = DeflateEncoder::new(&mut entry, Compression::default());
        let mut writer = config.wrap(packed);
        writer.write_all(&file.bytes)?;
        let (packed, descriptor) = writer.finish()?;
        packed.finish()?;
        entry.finish(descriptor)?;
        Ok(())
    }

    /// The archive.
    pub fn finish(self) -> Result<Vec<u8>, NotPacked> {
        self.writer.finish().map_err(|_| NotPacked)
    }
}
