//! Migrates what an earlier app wrote, one version at a time: files, and what browsers store of them.
//!
//! A step knows only the shape before it and the shape after it, works on plain JSON, and leaves alone what it does
//! not understand: the reader of the present version then reports the fault.

mod step;
mod steps;
mod tree;

pub use step::{Older, SplitRecord, Step};
pub use tree::{Object, Tree};

use super::record::{Read, ValueReader};
use super::{Kind, Order};

/// Version of everything that the app writes: files, browser storage, messages between tabs.
pub const VERSION: u32 = 2;

/// Steps from version 0 to the present version.
#[derive(Debug, Clone, Copy)]
pub struct Chain(pub [Step; VERSION as usize]);

static CHAIN: Chain = Chain([steps::TO_1, steps::TO_2]);

/// Returns the real steps.
#[cfg(not(any(test, feature = "fixtures")))]
pub fn chain() -> &'static Chain {
    &CHAIN
}

#[cfg(any(test, feature = "fixtures"))]
pub use {other::chain, other::go_by, steps::TO_2};

/// Other steps than the real ones, for tests of future versions.
#[cfg(any(test, feature = "fixtures"))]
mod other {
    use std::cell::Cell;

    use super::{CHAIN, Chain};

    thread_local! {
        static OTHER: Cell<&'static Chain> = const { Cell::new(&CHAIN) };
    }

    /// Returns the steps in use.
    pub fn chain() -> &'static Chain {
        OTHER.get()
    }

    /// Uses these steps from now on; with `None`, the real ones.
    pub fn go_by(chain: Option<&'static Chain>) {
        OTHER.set(chain.unwrap_or(&CHAIN));
    }
}

impl Chain {
    fn from(&self, version: u32) -> impl Iterator<Item = &Step> {
        self.0.iter().skip(version as usize)
    }

    /// True if a file of an earlier version needs no migration.
    pub fn leaves_files(&self, version: u32) -> bool {
        self.from(version)
            .all(|step| step.file.is_none() && step.record.is_none())
    }

    /// Migrates a file of an earlier version.
    pub fn file(&self, file: &mut Object, version: u32) {
        for step in self.from(version) {
            if let Some(change) = step.file {
                change(file);
            }
            if let Some(change) = step.record {
                in_file(change, Kind::About, file);
            }
        }
        file.insert("version", Tree::Bare(VERSION.to_string()));
    }

    /// Migrates stored changes of records of an earlier version: by table and id, `from` and `to`.
    pub fn changes(&self, changes: &mut Object, version: u32) {
        for step in self.from(version) {
            let mut parts = Vec::new();
            for (table, rows) in &mut changes.0 {
                for (_, row) in rows.members() {
                    for (side, record) in row.members() {
                        if let Tree::Object(record) = record {
                            let made = kept(step, table, record);
                            parts.extend(made.into_iter().map(|part| (side.clone(), part)));
                        }
                    }
                }
            }
            for (side, part) in parts {
                let Some(Tree::Text(id)) = part.members.get("id").cloned() else {
                    continue;
                };
                let mut rows = changes.take(part.table);
                let mut row = rows.take(&id);
                row.insert(&side, Tree::Object(part.members));
                rows.insert(&id, Tree::Object(row));
                changes.insert(part.table, Tree::Object(rows));
            }
        }
    }
}

/// Migrates a record in storage; returns the parts that become records of their own.
fn kept(step: &Step, table: &str, record: &mut Object) -> Vec<SplitRecord> {
    let mut parts = Vec::new();
    if let Some(change) = step.record {
        let mut older = Older {
            table,
            members: record,
            parts: Vec::new(),
        };
        change(&mut older);
        parts = older.parts;
    }
    let mut lists: Vec<&str> = Vec::new();
    for part in &mut parts {
        let index = lists.iter().filter(|list| **list == part.list).count();
        lists.push(part.list);
        let order = Order::nth(index).as_str().to_owned();
        part.members.insert("order", Tree::Text(order));
        if let Some(id) = record.get("id") {
            part.members.insert(part.parent, id.clone());
        }
    }
    if let Some(change) = step.kept {
        change(record);
    }
    parts
}

/// Migrates a record of a file, and the records under it.
fn in_file(change: fn(&mut Older), kind: Kind, record: &mut Object) {
    for list in kind.lists() {
        if let Some(Tree::List(children)) = record.get_mut(list.name) {
            for child in children {
                if let Tree::Object(child) = child {
                    in_file(change, list.kind, child);
                }
            }
        }
    }
    let mut older = Older {
        table: kind.table(),
        members: record,
        parts: Vec::new(),
    };
    change(&mut older);
    for part in older.parts {
        let SplitRecord { list, members, .. } = part;
        let member = Tree::Object(members);
        match record.get_mut(list) {
            Some(Tree::List(list)) => list.push(member),
            _ => record.insert(list, Tree::List(vec![member])),
        }
    }
}

/// Reads a text as a tree.
pub fn tree(text: &[u8]) -> Read<Tree> {
    // Makes sure that the brackets are not nested too deeply for recursion.
    ValueReader::new(text, 0).skip()?;
    Tree::read(&mut ValueReader::new(text, 0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Shown;
    use crate::{Body, Order};

    fn object(text: &str) -> Object {
        match tree(text.as_bytes()) {
            Ok(Tree::Object(object)) => object,
            other => panic!("{other:?}"),
        }
    }

    /// A future step: the last targets of a series become a record of their own, the note of a series is gone, and
    /// the text of a goal has another name.
    const NEXT: Step = Step {
        record: Some(|older| match older.table {
            "goals" => {
                if let Some(text) = older.members.remove("aim") {
                    older.members.insert("direction", text);
                }
            }
            "indicators" => {
                older.members.remove("remark");
                let Some(Tree::List(figures)) = older.members.remove("figures") else {
                    return;
                };
                for members in figures {
                    if let Tree::Object(members) = members {
                        older.part(SplitRecord {
                            table: "series",
                            list: "series",
                            parent: "indicator",
                            members,
                        });
                    }
                }
            }
            _ => {}
        }),
        ..Step::NOTHING
    };

    static OTHER: Chain = Chain([Step::NOTHING, NEXT]);

    #[test]
    fn a_step_changes_the_records_of_a_file_wherever_they_stand() {
        let mut file = object(
            r#"{"version":1,"goals":[{"id":"g1","aim":"守る","measures":[]}],"indicators":[{"id":"k1","remark":"外","figures":[{"id":"r1","name":"男"},{"id":"r2"}]},{"id":"k2","series":[{"id":"r3"}]}]}"#,
        );
        OTHER.file(&mut file, 1);
        assert_eq!(
            Tree::Object(file).text(),
            r#"{"version":2,"goals":[{"id":"g1","measures":[],"direction":"守る"}],"indicators":[{"id":"k1","series":[{"id":"r1","name":"男"},{"id":"r2"}]},{"id":"k2","series":[{"id":"r3"}]}]}"#
        );
    }

    #[test]
    fn a_step_changes_kept_records_on_both_sides_and_what_was_part_of_one_is_one_of_its_own() {
        let mut changes = object(
            r#"{"goals":{"g1":{"from":null,"to":{"id":"g1","aim":"守る"}}},"indicators":{"k1":{"from":{"id":"k1","figures":[{"id":"r1","name":"男"}]},"to":{"id":"k1","figures":[{"id":"r1","name":"女"},{"id":"r2"}]}}}}"#,
        );
        OTHER.changes(&mut changes, 1);
        assert_eq!(
            Tree::Object(changes).text(),
            concat!(
                r#"{"goals":{"g1":{"from":null,"to":{"id":"g1","direction":"守る"}}},"#,
                r#""indicators":{"k1":{"from":{"id":"k1"},"to":{"id":"k1"}}},"#,
                r#""series":{"r1":{"from":{"id":"r1","name":"男","order":"a0","indicator":"k1"},"to":{"id":"r1","name":"女","order":"a0","indicator":"k1"}},"#,
                r#""r2":{"to":{"id":"r2","order":"a1","indicator":"k1"}}}}"#,
            )
        );
    }

    #[test]
    fn a_kept_record_of_version_1_is_one_of_today() {
        let mut changes = object(
            r#"{"bodies":{"b7":{"from":null,"to":{"id":"b7","order":12884901888,"title":"町議会","role":""}}}}"#,
        );
        chain().changes(&mut changes, 1);
        let body = Body {
            id: crate::Id::new(7),
            order: Order::nth(2),
            title: "町議会".to_owned(),
            ..Body::default()
        };
        let today = serde_json::to_string(&Shown(&body)).expect("writes");
        // A field that version 1 did not have is blank.
        let today = today.replace(r#","members":[]"#, "");
        let wanted = format!(r#"{{"bodies":{{"b7":{{"from":null,"to":{today}}}}}}}"#);
        assert_eq!(Tree::Object(changes).text(), wanted);
    }

    #[test]
    fn what_is_no_such_thing_is_left_as_it_is() {
        for text in [
            r#"{"goals":5}"#,
            r#"{"goals":{"g1":[]}}"#,
            r#"{"goals":{"g1":{"to":7}},"x":null}"#,
            r#"{"bodies":{"b1":{"to":{"order":"5"}}}}"#,
            r#"{"bodies":{"b1":{"to":{"order":1.5}}}}"#,
        ] {
            let mut changes = object(text);
            chain().changes(&mut changes, 0);
            assert_eq!(Tree::Object(changes).text(), text);
        }
        assert!(tree(format!("{}1{}", "[".repeat(200), "]".repeat(200)).as_bytes()).is_err());
    }
}
