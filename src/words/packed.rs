//! A packed language: texts one after the other, with numbers in place of parameters.

/// Languages by the names of their folders. The first defines which texts exist.
pub const LANGUAGES: [&str; 3] = ["ja", "en", "easy"];

/// Mark before the number of a parameter, as a letter from `0` on.
pub const HOLE: char = '\u{1}';
/// Mark before the number of the deciding parameter, the form for one, [`OR`], the form for several and [`END`].
pub const FORMS: char = '\u{2}';
/// Mark between two forms.
pub const OR: char = '\u{3}';
/// Mark after two forms.
pub const END: char = '\u{4}';
/// Mark after each text of a packed file.
pub const STOP: char = '\u{1e}';

/// Placeholder for a missing text: not loaded yet, or not in this file.
pub const ABSENT: &str = "⁇";
