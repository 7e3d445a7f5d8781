//! Faults in written values, in parts.

/// Kind of value that a place can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// A text.
    Text,
    /// A figure, as printed.
    Printed,
    /// `true` or `false`.
    Truth,
    /// `null`.
    Null,
    /// A whole number.
    Whole,
    /// A whole number of at least this.
    WholeFrom(i64),
    /// A whole number from the first to the second.
    WholeBetween(i64, i64),
    /// A decimal in a text.
    Decimal,
    /// An amount in 千円, or a dash.
    Money,
    /// A place among others.
    Order,
    /// An id with this prefix.
    Id(&'static str),
    /// One of the allowed words.
    Word,
    /// A list.
    List,
    /// An object.
    Object,
    /// Values by year.
    Years,
    /// A year of the western calendar.
    Year,
    /// A value of another type.
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
    /// A name that is not a year.
    NoYear,
    /// A value, as it is written.
    Written(String),
    /// A value of another type.
    Other,
}

/// Syntax error in a text that is not JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Odd {
    /// No bracket at the start of an object.
    NoObject,
    /// A name without quotes.
    NameUnquoted,
    /// No colon after a name.
    NoColon,
    /// No comma between elements, or no bracket behind them.
    NoComma,
    /// A comma behind the last element.
    LastComma,
    /// No text.
    NoText,
    /// No value.
    NoValue,
    /// A number in another notation.
    Number,
    /// Letters that are not a value.
    Letters,
    /// A control character, for example a line break, in a text.
    Control,
    /// A broken character.
    Broken,
    /// An invalid Unicode escape.
    Unicode,
    /// An unknown character behind a backslash.
    Escape,
    /// Text behind the end.
    Rest,
}
