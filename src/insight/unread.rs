//! What can still be made out of the text of a change that the app cannot read whole.

use crate::words::Word;
use serde_json::{Map, Value};

use super::Title;
use super::compare::{Ancestry, Difference, YearField};
use crate::edit::EditLabel;
use crate::strategy::*;

/// What a text still tells of a change.
#[derive(Debug, Clone, PartialEq)]
pub struct Unread {
    /// What was done; `None`: that cannot be read either.
    pub label: Option<EditLabel>,
    /// Record by record and field by field, as far as they can be told; `field` is `None` also where it is not known.
    pub differences: Vec<Difference>,
}

/// Writes a value as a person reads it; `None`: nothing.
pub type Writing = fn(&Value) -> Option<String>;

/// Looks for a change in a text. `None`: there is none to be made out. What the fields hold is written by the one who
/// asks.
pub fn unread(text: &str, writing: Writing) -> Option<Unread> {
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

/// What a record is called.
fn called(record: Option<&Map<String, Value>>) -> String {
    let name = |key| record?.get(key)?.as_str().filter(|name| !name.is_empty());
    let name = name("title").or_else(|| name("name"));
    name.unwrap_or_default().to_owned()
}

fn tell(kind: Kind, step: &Value, writing: Writing, all: &mut Vec<Difference>) {
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
    writing: Writing,
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
    writing: Writing,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::Operation;
    use crate::words::keeping::written;

    type Row<'a> = (
        Kind,
        &'a str,
        Option<(&'a str, Option<FiscalYear>)>,
        Option<&'a str>,
        Option<&'a str>,
    );

    fn rows(unread: &Unread) -> Vec<Row<'_>> {
        unread
            .differences
            .iter()
            .map(|one| {
                let title = one.title.own.as_str();
                (
                    one.kind,
                    title,
                    one.field.map(|told| (told.field.word(), told.year)),
                    one.from.as_deref(),
                    one.to.as_deref(),
                )
            })
            .collect()
    }

    #[test]
    fn i58_a_change_with_a_broken_part_is_told_as_far_as_it_can_be_read() {
        let text = r#"{"tab":7,"edit":{"did":{"act":"壊れた","kind":"g","title":"働く"},"changes":{
            "goals":{"g1":{"from":{"id":"g1","title":"働く","number":3,"note":""},
                           "to":{"id":"g1","title":"働く場","number":3,"note":"x"}}},
            "series":{"r1":{"from":{"name":"男性","actuals":{"2022":"98"}},
                            "to":{"name":"男性","actuals":{"2022":"99","2023":"1,002"}}}},
            "measures":{"m2":{"from":null,"to":{"title":"空き店舗"}},"m3":{"from":{"title":"子育て"},"to":null}},
            "lanes":"?"}}}"#;
        let told = unread(text, written).expect("something can be read");
        let act = told.label.as_ref().map(|label| &label.operation);
        assert_eq!(act, Some(&Operation::Other));
        let year = |y| Some(("実績値", Some(FiscalYear(y))));
        let mut rows = rows(&told);
        rows.sort_by_key(|row| (row.0, row.1, row.4));
        assert_eq!(
            rows,
            [
                (Kind::Goal, "働く場", Some(("備考", None)), None, Some("x")),
                (
                    Kind::Goal,
                    "働く場",
                    Some(("名称", None)),
                    Some("働く"),
                    Some("働く場")
                ),
                (Kind::Measure, "子育て", None, Some("子育て"), None),
                (Kind::Measure, "空き店舗", None, None, Some("空き店舗")),
                (Kind::Series, "男性", year(2023), None, Some("1,002")),
                (Kind::Series, "男性", year(2022), Some("98"), Some("99")),
            ]
        );
    }

    #[test]
    fn i58_a_field_nobody_knows_is_told_without_a_name() {
        let text = r#"{"edit":{"changes":{"goals":{"g1":{"from":{"title":"働く"},"to":{"title":"働く","新しい":[1,true]}}}}}}"#;
        let told = unread(text, written).expect("something can be read");
        assert_eq!(
            rows(&told),
            [(Kind::Goal, "働く", None, None, Some("1、はい"))]
        );
    }

    #[test]
    fn i58_a_text_that_is_no_change_tells_nothing() {
        for text in [
            "壊れた記録",
            "{",
            "3",
            "{}",
            r#"{"edit":{"changes":[]}}"#,
            r#"{"edit":3}"#,
        ] {
            assert_eq!(unread(text, written), None, "{text}");
        }
    }
}
