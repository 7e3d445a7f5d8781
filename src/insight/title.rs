//! Titles of records whose own name alone does not say enough.

use strategy::FiscalYear;

/// The name of a record, and what it belongs to: a series is told with its indicator, a sheet with its measure.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Title {
    /// Title of the parent; empty if its own name is enough.
    pub of: String,
    /// Its own name; empty where there is none.
    pub own: String,
    /// The year of a sheet, which is the sheet's name.
    pub year: Option<FiscalYear>,
}

impl Title {
    /// Title of a record that belongs to another.
    pub fn within(of: &str, own: &str) -> Self {
        let (of, own) = (of.to_owned(), own.to_owned());
        Self {
            of,
            own,
            year: None,
        }
    }
}

impl From<&str> for Title {
    fn from(own: &str) -> Self {
        Self::within("", own)
    }
}

impl From<&String> for Title {
    fn from(own: &String) -> Self {
        Self::within("", own)
    }
}
