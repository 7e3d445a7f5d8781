//! What can be wrong with a file, in a sentence that says where and what to do.

use std::fmt;

use crate::strategy::Flaw;

/// Why a file was not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadError {
    /// What is wrong.
    pub problem: Problem,
    /// Where; `None` when it is the file as a whole.
    pub place: Option<Place>,
}

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The way there, in words of version 1: `goals[2].measures[0].title`; empty: the top.
    pub path: String,
    /// Where in the text; `None` in a file of an earlier version, which is read after it was brought up to date.
    pub position: Option<Position>,
}

/// A position in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: u32,
    /// Character in the line, from 1.
    pub column: u32,
}

/// What is wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// Nothing in it.
    Empty,
    /// Larger than [`super::MAX_BYTES`]; so many bytes.
    TooLarge(usize),
    /// Not UTF-8.
    Encoding(Encoding),
    /// It ends in the middle.
    Truncated,
    /// Nothing that could be ours: a table, a document, a picture.
    Foreign,
    /// Not JSON; what is odd about it.
    NotJson(&'static str),
    /// Brackets in brackets, more than anything of ours could have.
    TooDeep,
    /// JSON, but not a file of ours; what it says its format is.
    NotOurs(Option<String>),
    /// Written by a later version of this program.
    Newer(u64),
    /// Something of another type.
    WrongType {
        /// What should be there.
        expected: String,
        /// What is there.
        found: String,
    },
    /// A field there is none of.
    UnknownField(String),
    /// A field that must be there.
    MissingField(String),
    /// A field written twice.
    RepeatedField(String),
    /// A word that is none of those allowed.
    UnknownWord {
        /// The word.
        word: String,
        /// Those allowed.
        allowed: String,
    },
    /// A value that cannot be; a sentence.
    BadValue(String),
    /// An id used twice.
    RepeatedId {
        /// The id.
        id: String,
        /// Where it was first used.
        first: Option<Place>,
    },
    /// Whole, but it does not hold together.
    Flaw(Flaw),
}

/// How a text that is not UTF-8 seems to be written.
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
    /// Guesses from the bytes.
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

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Problem::Empty => f.write_str("ファイルが空です。別のファイルか、自動バックアップを選んでください。"),
            Problem::TooLarge(bytes) => write!(
                f,
                "ファイルが大きすぎます（{}MB）。読めるのは{}MBまでです。正しいファイルか確かめてください。",
                bytes >> 20,
                super::MAX_BYTES >> 20
            ),
            Problem::Encoding(encoding) => {
                f.write_str("文字コードがUTF-8ではありません")?;
                f.write_str(match encoding {
                    Encoding::ShiftJis => "（Shift_JISのようです）",
                    Encoding::Utf16 => "（UTF-16のようです）",
                    Encoding::Unknown => "",
                })?;
                f.write_str("。文字コードにUTF-8を選んで保存し直すか、元のファイルを選んでください。")
            }
            Problem::Truncated => f.write_str(
                "ファイルがここで途切れています。コピーやダウンロードをやり直すか、自動バックアップを選んでください。",
            ),
            Problem::Foreign => f.write_str(
                "みちしるべのファイルではありません。Excel・CSVの表は「指標の表を貼り付ける」から読み込めます。",
            ),
            Problem::NotJson(why) => write!(
                f,
                "JSONとして読めません（{why}）。手で書き直したところがあれば見直すか、自動バックアップを選んでください。"
            ),
            Problem::TooDeep => f.write_str(
                "かっこの入れ子が深すぎます。みちしるべのファイルか確かめてください。",
            ),
            Problem::NotOurs(None) => f.write_str(
                "みちしるべのファイルではありません。みちしるべで保存したファイルを選んでください。",
            ),
            Problem::NotOurs(Some(format)) => write!(
                f,
                "みちしるべのファイルではありません（形式は「{format}」）。みちしるべで保存したファイルを選んでください。"
            ),
            Problem::Newer(version) => write!(
                f,
                "新しい版のみちしるべで保存されたファイルです（形式の版{version}、この版で読めるのは{}まで）。新しい版のみちしるべで開いてください。",
                super::VERSION
            ),
            Problem::WrongType { expected, found } => write!(
                f,
                "{found}が書かれていますが、ここに書けるのは{expected}です。書き直してください。"
            ),
            Problem::UnknownField(name) => write!(
                f,
                "「{name}」という項目はありません。つづりを確かめるか、この項目を消してください。"
            ),
            Problem::MissingField(name) => {
                write!(f, "項目「{name}」がありません。書き足してください。")
            }
            Problem::RepeatedField(name) => {
                write!(f, "項目「{name}」が2回書かれています。1つにしてください。")
            }
            Problem::UnknownWord { word, allowed } => {
                write!(f, "「{word}」は使えません。{allowed}のどれかにしてください。")
            }
            Problem::BadValue(why) => f.write_str(why),
            Problem::RepeatedId { id, first } => {
                write!(f, "番号「{id}」が2か所で使われています")?;
                if let Some(first) = first {
                    write!(f, "（もう1か所は{first}）")?;
                }
                f.write_str("。どちらかを、まだ使われていない番号にしてください。")
            }
            Problem::Flaw(flaw) => write!(f, "{flaw}書き直してください。"),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.position, self.path.as_str()) {
            (Some(at), "") => write!(f, "{}行目の{}文字目", at.line, at.column),
            (Some(at), path) => write!(f, "{}行目の{}文字目 {path}", at.line, at.column),
            (None, "") => f.write_str("ファイル全体"),
            (None, path) => f.write_str(path),
        }
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.place {
            Some(place) => write!(f, "{place}：{}", self.problem),
            None => fmt::Display::fmt(&self.problem, f),
        }
    }
}

impl std::error::Error for ReadError {}

impl From<Problem> for ReadError {
    fn from(problem: Problem) -> Self {
        Self {
            problem,
            place: None,
        }
    }
}
