//! Readable parts of a change that the app cannot read whole.

use serde_json::{Map, Value};

use super::Title;
use super::compare::{Ancestry, Difference, YearField};
use edit::EditLabel;
use strategy::*;

/// Readable parts of a change.
#[derive(Debug, Clone, PartialEq)]
pub struct Unread {
    /// The operation; `None`: it cannot be read either.
    pub label: Option<EditLabel>,
    /// Record by record and field by field, as far as they can be told; `field` is `None` also where it is not known.
    pub differences: Vec<Difference>,
}

/// Writes a value as a person reads it; `None`: nothing.
pub type ValueWriter = fn(&Value) -> Option<String>;

/// Looks for a change in a text. `None`: there is none to be made out. What the fields hold is written by the one who
/// asks.
pub fn unread(text: &str, writing: ValueWriter) -> Option<Unread> {
    let entry: Value = serde_json::from_str(text).ok()?;
    let edit = entry.get("edit").unwrap_or(&entry);
    let label = edit.get("did");
    let label: Option<EditLabel> =
        label.and_then(|label| serde_json::from_value(label.clone()).ok());
    let mut differences = Vec::new();
    if let Some(Value::Object(changes)) = edit.get("changes") {
        for kind in Kind::ALL.iter().copied() {
            if let Some(Value::Object(records)) = changes.get(kind.table()) {
                for step in records.values() {
                    tell(kind, step, writing, &mut differences);
                }
            }
        }
    }
    (label.is_some() || !differences.is_empty()).then_some(Unread { label, differences })
}

/// Returns the name of a record.
fn called(record: Option<&Map<String, Value>>) -> String {
    let name = |key| record?.get(key)?.as_str().filter(|name| !name.is_empty());
    let name = name("title").or_else(|| name("name"));
    name.unwrap_or_default().to_owned()
}

fn tell(kind: Kind, step: &Value, writing: ValueWriter, all: &mut Vec<Difference>) {
    let side = |key| step.get(key).and_then(Value::as_object);
    let (from, to) = (side("from"), side("to"));
    let title = match called(to) {
        title if title.is_empty() => called(from),
        title => title,
    };
    let one = |field, from, to| Difference {
        kind,
        title: Title::from(&title),
        ancestry: Ancestry::default(),
        field,
        from,
        to,
    };
    match (from, to) {
        (Some(old), Some(new)) => {
            for (field, from, to) in fields(kind, old, new, writing) {
                all.push(one(field, from, to));
            }
        }
        (Some(_), None) => all.push(one(None, Some(title.clone()), None)),
        (None, Some(_)) => all.push(one(None, None, Some(title.clone()))),
        (None, None) => {}
    }
}

type Apart = (Option<YearField>, Option<String>, Option<String>);

/// The fields that differ; of rows of years, year by year.
fn fields(
    kind: Kind,
    old: &Map<String, Value>,
    new: &Map<String, Value>,
    writing: ValueWriter,
) -> Vec<Apart> {
    let mut all = Vec::new();
    let keys = old
        .keys()
        .chain(new.keys().filter(|key| !old.contains_key(*key)));
    for key in keys.filter(|key| *key != "id" && *key != "order") {
        let (before, after) = (old.get(key), new.get(key));
        if before == after {
            continue;
        }
        let field = kind.fields().iter().find(|field| field.name == key);
        let of_year = |year| field.map(|field| YearField { field, year });
        match (row(before), row(after)) {
            (Some(before), Some(after)) if field.is_some() => {
                let years = years(before, after, writing).into_iter();
                all.extend(years.map(|(year, from, to)| (of_year(Some(year)), from, to)));
            }
            _ => all.push((
                of_year(None),
                before.and_then(writing),
                after.and_then(writing),
            )),
        }
    }
    all
}

/// A row of years; an empty one where there is nothing.
fn row(value: Option<&Value>) -> Option<Map<String, Value>> {
    match value {
        None | Some(Value::Null) => Some(Map::new()),
        Some(Value::Object(row)) => {
            let years = row.keys().all(|key| key.parse::<i32>().is_ok());
            years.then(|| row.clone())
        }
        Some(_) => None,
    }
}

fn years(
    old: Map<String, Value>,
    new: Map<String, Value>,
    writing: ValueWriter,
) -> Vec<(FiscalYear, Option<String>, Option<String>)> {
    let keys = old
        .keys()
        .chain(new.keys().filter(|key| !old.contains_key(*key)));
    let differ = keys.filter(|key| old.get(*key) != new.get(*key));
    let mut all: Vec<_> = differ
        .filter_map(|key| {
            let year = FiscalYear(key.parse().ok()?);
            Some((
                year,
                old.get(key).and_then(writing),
                new.get(key).and_then(writing),
            ))
        })
        .collect();
    sort::by_key(&mut all, |(year, ..)| *year);
    all
}
