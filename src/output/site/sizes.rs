//! Sizes and checksums of the files made so far.

use std::collections::BTreeMap;
use std::fmt::Write;

use sha2::{Digest, Sha256};

/// The name of the list of checks.
pub const SUMS: &str = "SHA256SUMS.txt";

/// A file that has been made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// Number of bytes.
    pub bytes: usize,
    /// Their SHA-256, in hexadecimal.
    pub sha256: String,
}

/// The files made so far, by their paths.
pub type MadeFiles = BTreeMap<String, Made>;

impl Made {
    /// Of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self {
            bytes: bytes.len(),
            sha256: sha256(bytes),
        }
    }
}

/// SHA-256 in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

/// Bytes in hexadecimal.
pub fn hexadecimal(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(2 * bytes.len());
    for byte in bytes {
        // Writing to a text does not fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// The list of checks as `sha256sum` writes and reads it.
pub fn sums(made: &MadeFiles) -> String {
    let line = |(path, file): (&String, &Made)| format!("{}  {path}\n", file.sha256);
    made.iter().map(line).collect()
}
