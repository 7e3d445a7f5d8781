//! Keys of the rows of one strategy in the database: its header, its log, and, beside the log, its steps and its
//! cover.

use wasm_bindgen::JsValue;

use super::db::{Store, Tx, every, pair};
use crate::{DocId, Trouble};

/// A row of the log or of the steps: position and text.
pub(crate) type StoredRow = (u64, String);

/// The key of the header.
pub(crate) fn header_key(doc: DocId) -> JsValue {
    JsValue::from_str(&doc.to_string())
}

/// The first part of the keys of the log.
pub(crate) fn log_name(doc: DocId) -> String {
    doc.to_string()
}

/// The first part of the keys of the steps.
pub(crate) fn steps_name(doc: DocId) -> String {
    format!("{doc}/steps")
}

/// The key of the cover.
pub(crate) fn cover_key(doc: DocId) -> JsValue {
    pair(&cover_name(doc), 0)
}

fn cover_name(doc: DocId) -> String {
    format!("{doc}/cover")
}

/// The position in the key of a row of the log or of the steps.
pub(crate) fn position(key: &JsValue) -> Option<u64> {
    let position = js_sys::Array::from(key).get(1).as_f64();
    position.map(|position| position as u64)
}

/// Puts rows under the first part of their keys.
pub(crate) fn put(tx: &Tx, name: &str, rows: &[StoredRow]) -> Result<(), Trouble> {
    for (position, text) in rows {
        tx.put_text(Store::Edits, &pair(name, *position as f64), text)?;
    }
    Ok(())
}

/// Deletes the header and every row.
pub(crate) fn delete_all(tx: &Tx, doc: DocId) -> Result<(), Trouble> {
    tx.delete(Store::Strategies, header_key(doc))?;
    for name in [log_name(doc), steps_name(doc), cover_name(doc)] {
        tx.delete(Store::Edits, every(&name)?)?;
    }
    Ok(())
}
