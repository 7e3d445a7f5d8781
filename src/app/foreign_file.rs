//! Files that are not ours, opened as strategies: fetched when the first is opened.

use ::words::{Say, home, stratml as words};
use browser::random_id;
use format::stratml;
use strategy::Strategy;

/// Makes a strategy of a file, and says what of it is left out; the error is a sentence.
pub type ReadForeign = fn(&str, &[u8]) -> Result<(Strategy, Option<String>), String>;

/// True if this module reads the file.
pub fn is_foreign(bytes: &[u8]) -> bool {
    stratml::looks_like_xml(bytes)
}

/// Reads a file.
pub fn read(name: &str, bytes: &[u8]) -> Result<(Strategy, Option<String>), String> {
    let failed = |error: stratml::NotStratMl| home::unreadable(name, error.say());
    let read = stratml::read(bytes).map_err(failed)?;
    let taken = recognise::stratml::plan(&read.document, random_id).map_err(failed)?;
    let left = words::left(&read, &taken);
    Ok((taken.strategy, left))
}
