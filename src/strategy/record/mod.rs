//! One description of a record: each kind declares its fields once, and all code that reads, writes or walks records
//! uses this description. A new field takes one line in the description of its record.
//!
//! ```text
//! described! {
//!     /// 会議体.
//!     pub struct Body {
//!         Must Open title: String,
//!         Always Inner by: String as Rating,
//!         May Open role: String,
//!         Place Open order: Order,
//!     }
//! }
//! ```
//!
//! A line gives, in this order:
//!
//! - the need of a file for the field: `Must` is required; `Always` is written, and blank if it is missing; `May` is
//!   left out if it is blank; `Place` is given by the position of the record ([`Need`]);
//! - the publishing right: `Open` to everybody, or `Inner`, not published until somebody chooses to ([`Publish`]);
//! - its name in the file, and its type;
//! - `as`: the group of fields to which it belongs when the edits of two people are merged ([`Group`]);
//! - `=`: its default, if it differs from that of its type.
//!
//! The lists of records under it in a file follow in `lists { … }`; a value that people write in a form of its own
//! has the writer after `told`. Words ([`words!`](WordChoices)) have their names in the file. The names of a field or
//! a word on screen are in the dictionary: `fields.toml` and `terms.toml` in `src/words/`, under the name of its
//! type.
//!
//! Code that reads and writes exists once, not once for every kind: it sees a record as its [`Field`]s, and a field
//! as a `&mut dyn` [`Value`]. Code that knows the kind and the field uses the constant of its name, a [`Lens`]:
//! `Body::title`.

mod any;
pub(super) mod described;
mod fault;
mod lens;
#[cfg(not(target_arch = "wasm32"))]
mod objects;
pub(super) mod plain;
pub(super) mod read;
mod run;
mod scan;
#[cfg(not(target_arch = "wasm32"))]
pub mod schema;
mod shown;
mod told;

use std::borrow::Cow;

use super::id::{AnyId, NotAnId};
use super::{FiscalYear, Kind};

pub use any::{AnyRecord, EVERY_KIND, ReadableKind, Twice};
pub(super) use described::{choice, described, field, text, words};
pub use fault::{Expected, Found, Odd};
pub use lens::{Lens, Nth, Path, Present, Then};
pub(super) use plain::whole;
pub use read::{MetFields, Read, Stopped, ValueReader};
pub use scan::{Halt, Quoted, Scan};
pub(super) use shown::through_text;
pub use shown::{Shown, read_through};
pub use told::{Names, Telling, called};

/// A value that a field can hold.
pub trait Value {
    /// Returns the default value of a field.
    fn blank() -> Self
    where
        Self: Sized;

    /// True if the value is blank, so that a file can leave it out.
    fn is_blank(&self) -> bool {
        false
    }

    /// Returns the kind of value that it accepts.
    fn expected(&self) -> Expected;

    /// Takes a value written without brackets. Fails if it is of the wrong kind.
    fn take(&mut self, _: Token<'_>) -> Result<(), Fault> {
        Err(Fault::Kind)
    }

    /// Returns the receiver of a value written in brackets.
    fn inside(&mut self) -> Inside<'_> {
        Inside::Nothing
    }

    /// Returns the content of the value.
    fn held(&self) -> Held<'_>;

    /// Returns the JSON Schema of the value.
    #[cfg(not(target_arch = "wasm32"))]
    fn schema(defs: &mut schema::Defs) -> serde_json::Value
    where
        Self: Sized;
}

/// A value written without brackets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Token<'a> {
    /// A text.
    Text(&'a str),
    /// A number, as it is written.
    Number(&'a str),
    /// `true` or `false`.
    Truth(bool),
    /// `null`.
    Null,
}

/// Receiver of a value written in brackets.
pub enum Inside<'a> {
    /// The value takes no brackets.
    Nothing,
    /// A list.
    List(&'a mut dyn List),
    /// Values by year.
    Years(&'a mut dyn ValuesByYear),
    /// Fields by name.
    Members(&'a mut dyn Members),
    /// A word, and its content.
    Choice(&'a mut dyn WordChoice),
}

/// Content of a value.
pub enum Held<'a> {
    /// Nothing.
    Nothing,
    /// A text that a person wrote.
    Text(Cow<'a, str>),
    /// A text of a fixed form: a figure, a day, a mark.
    Exact(Cow<'a, str>),
    /// One of several words: its name in a file, and the name of its type.
    Word(&'static str, &'static str),
    /// A reference to another record.
    Record(AnyId),
    /// A year.
    Year(FiscalYear),
    /// A whole number.
    Whole(i64),
    /// True or false.
    Truth(bool),
    /// A list.
    List(&'a dyn List),
    /// Values by year.
    Years(&'a dyn ValuesByYear),
    /// Fields by name.
    Members(&'a dyn Members),
    /// A word: its name in a file, the name of its type, and its value.
    Chosen(&'static str, &'static str, &'a dyn Value),
    /// A word: its name in a file, the name of its type, and its fields.
    ChosenMembers(&'static str, &'static str, &'a dyn Members),
}

/// A list of values.
pub trait List {
    /// Adds a blank element and returns it.
    fn grow(&mut self) -> &mut dyn Value;
    /// Returns all elements.
    fn all(&self) -> Vec<&dyn Value>;
}

/// Values by year.
pub trait ValuesByYear {
    /// Adds a blank value for a year; `None` if the year has one.
    fn grow(&mut self, year: FiscalYear) -> Option<&mut dyn Value>;
    /// Returns all values.
    fn all(&self) -> Vec<(FiscalYear, &dyn Value)>;
}

/// A value made of fields.
pub trait Members {
    /// Returns the fields, in the order of the file.
    fn fields(&self) -> &'static [Field];
    /// Returns the value of the field at this place of [`Members::fields`].
    fn slot(&mut self, index: usize) -> Option<&mut dyn Value>;
    /// Returns all values, in the order of [`Members::fields`].
    fn values(&self) -> Vec<&dyn Value>;
    /// Returns the lists of records under it in a file.
    fn lists(&self) -> &'static [Children] {
        &[]
    }
    /// Called after everything was read.
    fn settle(&mut self) {}
    /// Returns the whole as people write it; `None` if they write its fields one by one.
    fn told(&self) -> Option<Whole<'_>> {
        None
    }
}

/// A value of fields that people write in a form of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whole<'a> {
    /// A text, as printed.
    Printed(&'a str),
    /// A period, from one year to another.
    Years(FiscalYear, FiscalYear),
    /// A third of a month (旬), counted from the year 0.
    Jun(i32),
}

/// Words, one of which is chosen.
pub trait WordChoices: Copy + PartialEq + Send + Sync + 'static {
    /// Name of the type.
    const NAME: &'static str;

    /// Returns all words, in their usual order.
    fn all() -> &'static [Self];
    /// Returns the name in a file.
    fn key(self) -> &'static str;

    /// Returns the word with this name in a file.
    fn of(key: &str) -> Option<Self> {
        Self::all().iter().copied().find(|one| one.key() == key)
    }
}

/// One of several words, some with content.
pub trait WordChoice {
    /// Returns the words.
    fn words(&self) -> &'static [&'static str];
    /// Chooses a word; its content is blank.
    fn choose(&mut self, word: &str) -> Content<'_>;
}

/// Content that belongs to a word.
pub enum Content<'a> {
    /// Nothing.
    Nothing,
    /// A value.
    Value(&'a mut dyn Value),
    /// Fields.
    Members(&'a mut dyn Members),
}

/// Description of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// Name of the type that has the field.
    pub of: &'static str,
    /// Name in the file.
    pub name: &'static str,
    /// Rule by which a file has it: required, always written, or left out when blank.
    pub need: Need,
    /// Group of fields that are edited together.
    pub group: Group,
    /// Publishing right.
    pub publish: Publish,
}

/// Group of fields that are merged as one: if two people changed them, all values of one person are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// The field is merged by itself.
    Alone,
    /// Place of a record: its parent, and its order under it.
    Place,
    /// Definition of a figure: its unit, its way of counting and its wished direction.
    Scale,
    /// A figure, and when it was taken.
    Figure,
    /// A rating, its reason, and the person who gave it.
    Rating,
    /// An amount, and its source.
    Money,
    /// First and last time.
    When,
    /// A rule of rating.
    Rule,
    /// A printed reference, and the record it means.
    Reference,
    /// A line of a log, which is never merged in parts.
    Entry,
}

/// Publishing right of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Publish {
    /// Everybody may see it.
    Open,
    /// A memo, an inner opinion, a person's name: not published until somebody chooses to.
    Inner,
}

/// Rule by which a file has a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Required.
    Must,
    /// Always written; blank if it is missing.
    Always,
    /// Left out if blank.
    May,
    /// Never written: the position of the record in the file gives it.
    Place,
}

/// A list of records under a record in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Children {
    /// Name in the file.
    pub name: &'static str,
    /// Kind of its records.
    pub kind: Kind,
    /// Field before which the list is written; empty: after all fields.
    pub before: &'static str,
}

/// Reason why a written value is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// It is of another kind than the field takes.
    Kind,
    /// It is of another kind; with the expected and the found type.
    WrongType {
        /// Expected kind of value.
        expected: Expected,
        /// Kind of value found.
        found: Found,
    },
    /// Unknown field.
    Unknown(String),
    /// A required field is missing.
    Missing(&'static str),
    /// A field is there twice.
    Repeated(&'static str),
    /// An unknown word.
    Word {
        /// The word.
        word: String,
        /// Allowed words.
        allowed: &'static [&'static str],
    },
    /// A text that is not an id.
    NotAnId(NotAnId),
    /// A year is there twice.
    YearTwice(i32),
    /// The text is not JSON, or ends early.
    Text(Halt),
}

/// Returns the beginning of a long text.
pub fn shortened(text: &str) -> String {
    let mut short: String = text.chars().take(40).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
