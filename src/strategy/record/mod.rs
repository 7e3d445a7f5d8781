//! One description of a record: each kind states its fields once, and whatever reads, writes or walks records goes by
//! that. A field is added by one line where its record is described.
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
//! A line says, in this order:
//!
//! - whether a file needs the field: `Must` be there; `Always` written, and blank where it is missing; `May` be left out
//!   where it is blank; `Place`: told by where the record stands ([`Need`]);
//! - whether it is `Open` to everybody, or `Inner`: not published until somebody chooses to ([`Publish`]);
//! - its name in the file, and its type;
//! - `as`: what it is a part of, together with others, where two people changed it ([`Group`]);
//! - `=`: what it is where nothing is said, where its type does not say that.
//!
//! Lists of records that stand under it in a file follow in `lists { … }`; a value that people write in a way of its own
//! says how after `told`. Words ([`words!`](WordChoices)) say what each is called in the file. What people call a field or a
//! word stands in the dictionary: `fields.toml` and `terms.toml` in `src/words/`, under the name of its type.
//!
//! Code that reads and writes exists once, not once for every kind: it sees a record as its [`Field`]s, and a field
//! as a `&mut dyn` [`Value`]. Code that knows the kind and the field reaches it through the constant of its name, a
//! [`Lens`]: `Body::title`.

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

/// Something a field can hold.
pub trait Value {
    /// Returns the value of a field that is not given.
    fn blank() -> Self
    where
        Self: Sized;

    /// True if the value is the blank one, so that a file can leave it out.
    fn is_blank(&self) -> bool {
        false
    }

    /// Returns the kind of value that can be written here.
    fn expected(&self) -> Expected;

    /// Takes what was written without brackets.
    fn take(&mut self, _: Token<'_>) -> Result<(), Fault> {
        Err(Fault::Kind)
    }

    /// Returns the place for a value written in brackets.
    fn inside(&mut self) -> Inside<'_> {
        Inside::Nothing
    }

    /// Returns its content.
    fn held(&self) -> Held<'_>;

    /// The schema of it.
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

/// Place for a value written in brackets.
pub enum Inside<'a> {
    /// Nothing does.
    Nothing,
    /// A list.
    List(&'a mut dyn List),
    /// Values by year.
    Years(&'a mut dyn ValuesByYear),
    /// Fields by name.
    Members(&'a mut dyn Members),
    /// A word, and what belongs to it.
    Choice(&'a mut dyn WordChoice),
}

/// Content of a value.
pub enum Held<'a> {
    /// Nothing.
    Nothing,
    /// A text that somebody wrote.
    Text(Cow<'a, str>),
    /// A text of a certain form: a figure, a day, a mark.
    Exact(Cow<'a, str>),
    /// One of several words: as it is in a file, and the name of its type.
    Word(&'static str, &'static str),
    /// Another record.
    Record(AnyId),
    /// A year.
    Year(FiscalYear),
    /// A whole number.
    Whole(i64),
    /// A yes or no.
    Truth(bool),
    /// A list.
    List(&'a dyn List),
    /// Values by year.
    Years(&'a dyn ValuesByYear),
    /// Fields by name.
    Members(&'a dyn Members),
    /// A word as it is in a file, the name of its type, and the value that belongs to it.
    Chosen(&'static str, &'static str, &'a dyn Value),
    /// The same, and the fields that belong to it.
    ChosenMembers(&'static str, &'static str, &'a dyn Members),
}

/// A list of values.
pub trait List {
    /// Adds a blank one.
    fn grow(&mut self) -> &mut dyn Value;
    /// All of them.
    fn all(&self) -> Vec<&dyn Value>;
}

/// Values by year.
pub trait ValuesByYear {
    /// Adds a blank one; none where the year has one.
    fn grow(&mut self, year: FiscalYear) -> Option<&mut dyn Value>;
    /// All of them.
    fn all(&self) -> Vec<(FiscalYear, &dyn Value)>;
}

/// Something made of fields.
pub trait Members {
    /// Its fields, in the order of the file.
    fn fields(&self) -> &'static [Field];
    /// The value of the field at this place of [`Members::fields`].
    fn slot(&mut self, index: usize) -> Option<&mut dyn Value>;
    /// All values, in the order of [`Members::fields`].
    fn values(&self) -> Vec<&dyn Value>;
    /// The lists of records that stand under it in a file.
    fn lists(&self) -> &'static [Children] {
        &[]
    }
    /// Everything that was written is taken.
    fn settle(&mut self) {}
    /// It whole, as people write it; `None`: they write its fields one by one.
    fn told(&self) -> Option<Whole<'_>> {
        None
    }
}

/// Something made of fields that people write in a way of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whole<'a> {
    /// As it was printed.
    Printed(&'a str),
    /// From one year to another.
    Years(FiscalYear, FiscalYear),
    /// A third of a month, counted from the year 0.
    Jun(i32),
}

/// Words of which one is chosen.
pub trait WordChoices: Copy + PartialEq + Send + Sync + 'static {
    /// The name of the type.
    const NAME: &'static str;

    /// All of them, in their usual order.
    fn all() -> &'static [Self];
    /// Its name in a file.
    fn key(self) -> &'static str;

    /// The one that is called so in a file.
    fn of(key: &str) -> Option<Self> {
        Self::all().iter().copied().find(|one| one.key() == key)
    }
}

/// One of several words, some with something that belongs to them.
pub trait WordChoice {
    /// The words.
    fn words(&self) -> &'static [&'static str];
    /// Chooses a word; what belongs to it is blank.
    fn choose(&mut self, word: &str) -> Content<'_>;
}

/// Value that belongs to a word.
pub enum Content<'a> {
    /// Nothing.
    Nothing,
    /// A value.
    Value(&'a mut dyn Value),
    /// Fields.
    Members(&'a mut dyn Members),
}

/// A field as it is described.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// The name of the type it is a field of.
    pub of: &'static str,
    /// Its name in the file.
    pub name: &'static str,
    /// Rule by which a file has it: required, always written, or left out when blank.
    pub need: Need,
    /// Group of fields that are edited together.
    pub group: Group,
    /// Publishing right.
    pub publish: Publish,
}

/// Fields of one group belong together: where two people changed them, what one of them wrote stands whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// It stands for itself.
    Alone,
    /// Place of a record: its parent, and its order under it.
    Place,
    /// Definition of a figure: its unit, its way of counting and its wished direction.
    Scale,
    /// A figure, and when it was taken.
    Figure,
    /// A rating, its reason, and who gave it.
    Rating,
    /// An amount, and where it comes from.
    Money,
    /// From when to when.
    When,
    /// A rule of rating.
    Rule,
    /// A printed reference, and the record it means.
    Reference,
    /// A line of a log: it stands as it was written.
    Entry,
}

/// Publishing right of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Publish {
    /// Everybody may see it.
    Open,
    /// A memo, an inner opinion, a person's name: not until somebody chooses to.
    Inner,
}

/// Rule by which a file has a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// It has to be.
    Must,
    /// It is always written; where it is missing it is blank.
    Always,
    /// It is left out where it is blank.
    May,
    /// Never: the place of the record in the file says it.
    Place,
}

/// A list of records that stand under a record in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Children {
    /// Its name in the file.
    pub name: &'static str,
    /// Kind of its records.
    pub kind: Kind,
    /// The field it stands before; empty: it stands behind all.
    pub before: &'static str,
}

/// Why something written cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// It is of another kind than what can be written here.
    Kind,
    /// The same, with what can be written and what is.
    WrongType {
        /// Kind of value that can be written.
        expected: Expected,
        /// Kind of value that was found.
        found: Found,
    },
    /// There is no such field.
    Unknown(String),
    /// A field that must be there is not.
    Missing(&'static str),
    /// A field is there twice.
    Repeated(&'static str),
    /// A word that is none of those there are.
    Word {
        /// The word.
        word: String,
        /// Those there are.
        allowed: &'static [&'static str],
    },
    /// A text that is no number of a record.
    NotAnId(NotAnId),
    /// A year is there twice.
    YearTwice(i32),
    /// The text itself is no JSON, or stops.
    Text(Halt),
}

/// The beginning of a long text.
pub fn shortened(text: &str) -> String {
    let mut short: String = text.chars().take(40).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
