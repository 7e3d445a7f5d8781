//! A packed language: texts one after the other, with numbers where they take something in.

/// The languages by the names of their folders. The first says which texts there are.
pub const LANGUAGES: [&str; 3] = ["ja", "en", "easy"];

/// Before the number of what is to be put there, as a letter from `0` on.
pub const HOLE: char = '\u{1}';
/// Before the number of what decides, the form for one, [`OR`], the form for several and [`END`].
pub const FORMS: char = '\u{2}';
/// Between two forms.
pub const OR: char = '\u{3}';
/// After two forms.
pub const END: char = '\u{4}';
/// After each text of a packed file.
pub const STOP: char = '\u{1e}';

/// Placeholder for a missing text: not loaded yet, or not in this file.
pub const ABSENT: &str = "⁇";
