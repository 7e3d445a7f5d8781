//! A ZIP archive, packed file by file.

use std::io::Write;

use flate2::Compression;
use flate2::write::DeflateEncoder;
use rawzip::{CompressionMethod, ZipArchiveWriter};

/// An archive being packed.
#[derive(Debug)]
pub struct Archive {
    writer: ZipArchiveWriter<Vec<u8>>,
}

/// Error: a file cannot be packed, because an archive cannot hold its path.
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
    /// Adds a file at the end of the archive.
    pub fn add(&mut self, path: &str, bytes: &[u8]) -> Result<(), NotPacked> {
        self.write(path, bytes).map_err(|_| NotPacked)
    }

    fn write(&mut self, path: &str, bytes: &[u8]) -> Result<(), rawzip::Error> {
        let entry = self.writer.new_file(path);
        let entry = entry.compression_method(CompressionMethod::DEFLATE);
        let (mut entry, config) = entry.start()?;
        let packed = DeflateEncoder::new(&mut entry, Compression::default());
        let mut writer = config.wrap(packed);
        writer.write_all(bytes)?;
        let (packed, descriptor) = writer.finish()?;
        packed.finish()?;
        entry.finish(descriptor)?;
        Ok(())
    }

    /// Returns the bytes of the archive.
    pub fn finish(self) -> Result<Vec<u8>, NotPacked> {
        self.writer.finish().map_err(|_| NotPacked)
    }
}
