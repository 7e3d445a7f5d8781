//! Ids of records.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::kind::Kind;

/// A record with an id.
pub trait Identified: 'static {
    /// Kind of the record.
    const KIND: Kind;
    /// Prefix of the ids of this kind.
    const PREFIX: &'static str = Self::KIND.prefix();
}

/// The identity of one record of kind `T`. Prints as the kind's prefix and a number (`g1`, `k204`);
/// a title, a code or a printed number never identifies anything.
pub struct Id<T> {
    number: u64,
    kind: PhantomData<fn() -> T>,
}

impl<T> Id<T> {
    /// Makes the id with this number. New numbers come from a random source (53 bits), so that two people who add
    /// records to copies of one file do not collide.
    pub const fn new(number: u64) -> Self {
        Self {
            number,
            kind: PhantomData,
        }
    }

    /// Returns the number without its prefix.
    pub const fn number(self) -> u64 {
        self.number
    }
}

/// Error: a text is not an id of the expected kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotAnId {
    /// The text, shortened.
    pub text: String,
    /// Prefix of an id of this kind.
    pub prefix: &'static str,
}

impl<T: Identified> FromStr for Id<T> {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        number(text, T::PREFIX).map(Id::new)
    }
}

/// Reads the number behind a prefix. Shared by every kind of record.
fn number(text: &str, prefix: &'static str) -> Result<u64, NotAnId> {
    text.strip_prefix(prefix)
        .filter(|rest| !rest.is_empty() && !rest.starts_with(['+', '0']) || *rest == "0")
        .and_then(|rest| rest.parse().ok())
        .ok_or_else(|| NotAnId {
            text: text.chars().take(40).collect(),
            prefix,
        })
}

impl<T: Identified> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", T::PREFIX, self.number)
    }
}

impl<T: Identified> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Id<T> {}
impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.number == other.number
    }
}
impl<T> Eq for Id<T> {}
impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.number.cmp(&other.number)
    }
}
impl<T> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.number.hash(state);
    }
}

impl<T: Identified> Serialize for Id<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de, T: Identified> Deserialize<'de> for Id<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(IdText(PhantomData))
    }
}

struct IdText<T>(PhantomData<fn() -> T>);

impl<T: Identified> de::Visitor<'_> for IdText<T> {
    type Value = Id<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an id such as {}1", T::PREFIX)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Id<T>, E> {
        text.parse().map_err(|_: NotAnId| E::custom("not an id"))
    }
}

/// An id of any kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct AnyId {
    /// Kind of the record.
    pub kind: Kind,
    /// Number of the record in its kind.
    pub number: u64,
}

impl AnyId {
    /// Reads an id of any kind; `None` if the text is not an id.
    pub fn read(text: &str) -> Option<Self> {
        let kind = Kind::of(text.get(..1)?)?;
        let number = text.get(1..)?.parse().ok()?;
        Some(Self { kind, number })
    }
}

impl<T: Identified> From<Id<T>> for AnyId {
    fn from(id: Id<T>) -> Self {
        Self {
            kind: T::KIND,
            number: id.number(),
        }
    }
}

impl fmt::Display for AnyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.kind.prefix(), self.number)
    }
}
