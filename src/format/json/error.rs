//! Faults of a file, and their places.

use serde::{Deserialize, Serialize};
use strategy::record::{Expected, Found, Odd};
use strategy::{Flaw, NotAnId};

/// Reason why a file was not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadError {
    /// The fault.
    pub problem: Problem,
    /// Place; `None` for the file as a whole.
    pub place: Option<FileLocation>,
}

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileLocation {
    /// Path in words of version 1: `goals[2].measures[0].title`; empty for the top.
    pub path: String,
    /// Position in the text; `None` in a file of an earlier version, which is read after migration.
    pub position: Option<TextPosition>,
}

/// A position in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct TextPosition {
    /// Line, from 1.
    pub line: u32,
    /// Character in the line, from 1.
    pub column: u32,
}

/// Fault of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// Empty file.
    Empty,
    /// Larger than [`super::MAX_BYTES`]; the number of bytes.
    TooLarge(usize),
    /// Not UTF-8.
    Encoding(Encoding),
    /// The text ends early.
    Truncated,
    /// A file of another sort: a table, a document, a picture.
    Foreign,
    /// Not JSON; the syntax error.
    NotJson(Odd),
    /// Brackets are nested deeper than in any file of ours.
    TooDeep,
    /// JSON, but not a file of ours; its `format`, if it has one.
    NotOurs(Option<String>),
    /// Written by a later version of this program; that version.
    Newer(u64),
    /// A value of another type.
    WrongType {
        /// The expected kind of value.
        expected: Expected,
        /// The kind of value found.
        found: Found,
    },
    /// An unknown field.
    UnknownField(String),
    /// A required field that is missing.
    MissingField(String),
    /// A field written twice.
    RepeatedField(String),
    /// A word that is not allowed.
    UnknownWord {
        /// The word.
        word: String,
        /// Allowed words.
        allowed: &'static [&'static str],
    },
    /// A text that is not an id.
    NotAnId(NotAnId),
    /// A year written twice.
    RepeatedYear(i32),
    /// An id used twice.
    RepeatedId {
        /// The id.
        id: String,
        /// The place of its first use.
        first: Option<FileLocation>,
    },
    /// Complete, but inconsistent.
    Flaw(Flaw),
}

/// Guess of the encoding of a text that is not UTF-8.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// Shift_JIS, as Japanese Excel writes CSV.
    ShiftJis,
    /// UTF-16, as Windows writes 「Unicode」.
    Utf16,
    /// Neither.
    Unknown,
}

impl Encoding {
    /// Guesses the encoding from the bytes.
    pub fn guess(bytes: &[u8]) -> Self {
        if matches!(
            bytes,
            [0xFE, 0xFF, ..] | [0xFF, 0xFE, ..] | [0, _, ..] | [_, 0, ..]
        ) {
            Encoding::Utf16
        } else if is_shift_jis(bytes) {
            Encoding::ShiftJis
        } else {
            Encoding::Unknown
        }
    }
}

fn is_shift_jis(bytes: &[u8]) -> bool {
    let mut rest = bytes.iter();
    while let Some(&lead) = rest.next() {
        let fits = match lead {
            0..=0x7F | 0xA1..=0xDF => true,
            0x81..=0x9F | 0xE0..=0xFC => {
                matches!(rest.next(), None | Some(0x40..=0x7E | 0x80..=0xFC))
            }
            _ => false,
        };
        if !fits {
            return false;
        }
    }
    true
}

impl From<Problem> for ReadError {
    fn from(problem: Problem) -> Self {
        Self {
            problem,
            place: None,
        }
    }
}
