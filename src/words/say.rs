//! The trait of values with a text. Facts of lower crates have no `Display`: sentences are made here only, where the
//! language and style in force are known, so that a lower crate cannot make one unnoticed.

use std::borrow::Cow;

use rust_decimal::Decimal;

use strategy::{AnyId, Figure, Id, Identified};

/// A value with a text.
pub trait Say {
    /// Returns its words in the language and style in force.
    fn say(&self) -> String;
}

/// A choice, a field or a rank that has one fixed name.
pub trait Word {
    /// Returns its name in the language in force.
    fn word(&self) -> &'static str;
}

impl<T: Say + ?Sized> Say for &T {
    fn say(&self) -> String {
        (**self).say()
    }
}

impl<T: Say + ?Sized + ToOwned> Say for Cow<'_, T> {
    fn say(&self) -> String {
        (**self).say()
    }
}

impl<T: Identified> Say for Id<T> {
    fn say(&self) -> String {
        self.to_string()
    }
}

/// Implements `Say` for types that every language writes the same way.
macro_rules! as_written {
    ($($type:ty)*) => {
        $(
            impl Say for $type {
                fn say(&self) -> String {
                    self.to_string()
                }
            }
        )*
    };
}

as_written! { str String char bool i32 u32 i64 u64 usize u8 u16 f64 Decimal AnyId Figure }
