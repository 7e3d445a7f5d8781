//! Faults in written values, in parts.

/// Kind of value that a place can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// A text.
    Text,
    /// A figure as it is printed.
    Printed,
    /// `true` or `false`.
    Truth,
    /// `null`.
    Null,
    /// A whole number.
    Whole,
    /// A whole number from this on.
    WholeFrom(i64),
    /// A whole number from the first to the second.
    WholeBetween(i64, i64),
    /// A decimal in a text.
    Decimal,
    /// An amount in 千円, or a dash.
    Money,
    /// A place among others.
    Order,
    /// A number that begins so.
    Id(&'static str),
    /// A word of those there are.
    Word,
    /// A list.
    List,
    /// An object.
    Object,
    /// Values by year.
    Years,
    /// A year of the western calendar.
    Year,
    /// Something of another kind.
    Other,
}

/// Kind of value found in a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// A text, shortened.
    Text(String),
    /// A number, shortened.
    Number(String),
    /// `true` or `false`.
    Truth(bool),
    /// `null`.
    Null,
    /// A list.
    List,
    /// An object.
    Object,
    /// A name that is no year.
    NoYear,
    /// This, as it is written.
    Written(String),
    /// Something of another kind.
    Other,
}

/// Syntax error in a text that is no JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Odd {
    /// There is no bracket where an object should begin.
    NoObject,
    /// A name without quotes.
    NameUnquoted,
    /// No colon after a name.
    NoColon,
    /// No comma between elements, or no bracket behind them.
    NoComma,
    /// A comma behind the last element.
    LastComma,
    /// There is no text.
    NoText,
    /// There is no value.
    NoValue,
    /// A number written in another way.
    Number,
    /// Letters that are no value.
    Letters,
    /// A line break or the like in a text.
    Control,
    /// A broken letter.
    Broken,
    /// A letter written by its number that is none.
    Unicode,
    /// Something else behind a backslash.
    Escape,
    /// Something behind the end.
    Rest,
}
