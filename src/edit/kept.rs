//! Changes as they are kept and told to other tabs: `{"goals": {"g1": {"from": …, "to": …}}}`.

use std::sync::Arc;

use serde::de::Error;
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

use super::{Changes, Diff, RecordChange};
use strategy::for_each_kind;
use strategy::record::{AnyRecord, Fault, Read, Shown, Stopped, Value, ValueReader};
use strategy::*;

/// A change of one record, whatever its kind.
struct KeptRow<'a> {
    prefix: &'static str,
    number: u64,
    from: Option<&'a dyn Value>,
    to: Option<&'a dyn Value>,
}

fn rows<T: Record>(diff: &Diff<T>) -> Vec<KeptRow<'_>> {
    let mut rows = Vec::with_capacity(diff.len());
    for (id, step) in diff {
        rows.push(KeptRow {
            prefix: T::PREFIX,
            number: id.number(),
            from: step.from.as_deref().map(|record| record as &dyn Value),
            to: step.to.as_deref().map(|record| record as &dyn Value),
        });
    }
    rows
}

/// The changes of one kind.
struct KeptRows<'a>(Vec<KeptRow<'a>>);

impl Serialize for KeptRows<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut written = serializer.serialize_map(Some(self.0.len()))?;
        for row in &self.0 {
            let id = format_args!("{}{}", row.prefix, row.number);
            written.serialize_entry(&id, row)?;
        }
        written.end()
    }
}

impl Serialize for KeptRow<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut written = serializer.serialize_map(Some(2))?;
        written.serialize_entry("from", &self.from.map(Shown))?;
        written.serialize_entry("to", &self.to.map(Shown))?;
        written.end()
    }
}

fn put<T: Record>(
    diff: &mut Diff<T>,
    id: &str,
    from: Option<Box<dyn AnyRecord>>,
    to: Option<Box<dyn AnyRecord>>,
) -> Result<(), Fault> {
    if from.is_none() && to.is_none() {
        return Err(Fault::Kind);
    }
    let id: Id<T> = id.parse().map_err(|_| Fault::Kind)?;
    let own = |record: Option<Box<dyn AnyRecord>>| record?.into_kind().map(Arc::from);
    let step = RecordChange {
        from: own(from),
        to: own(to),
    };
    diff.insert(id, step);
    Ok(())
}

macro_rules! define {
    ($($type:ident, $table:ident, $prefix:literal, $parent:ident, $field:ident;)*) => {
        /// The kind of record that a name in kept changes means.
        fn kind(name: &str) -> Option<Kind> {
            match name {
                "about" => Some(Kind::About),
                $(stringify!($table) => Some(Kind::$type),)*
                _ => None,
            }
        }

        impl Serialize for Changes {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let all = [
                    ("about", rows(&self.about)),
                    $((stringify!($table), rows(&self.$table)),)*
                ];
                let mut written = serializer.serialize_map(None)?;
                for (name, rows) in all.into_iter().filter(|(_, rows)| !rows.is_empty()) {
                    written.serialize_entry(name, &KeptRows(rows))?;
                }
                written.end()
            }
        }

        impl Changes {
            fn put(
                &mut self,
                kind: Kind,
                id: &str,
                from: Option<Box<dyn AnyRecord>>,
                to: Option<Box<dyn AnyRecord>>,
            ) -> Result<(), Fault> {
                match kind {
                    // 表紙 is always there, before and after.
                    Kind::About if from.is_none() || to.is_none() => Err(Fault::Kind),
                    Kind::About => put(&mut self.about, id, from, to),
                    $(Kind::$type => put(&mut self.$table, id, from, to),)*
                }
            }
        }
    };
}

for_each_kind!(define);

impl Changes {
    fn read(reading: &mut ValueReader) -> Read<Self> {
        let mut changes = Self::default();
        reading.begin()?;
        let mut first = true;
        while let Some((name, _)) = reading.member(&mut first)? {
            match kind(&name) {
                Some(kind) => changes.read_rows(kind, reading)?,
                // A later app knows it.
                None => reading.skip()?,
            }
        }
        Ok(changes)
    }

    fn read_rows(&mut self, kind: Kind, reading: &mut ValueReader) -> Read<()> {
        reading.begin()?;
        let mut first = true;
        while let Some((id, at)) = reading.member(&mut first)? {
            let (mut from, mut to) = (None, None);
            reading.begin()?;
            let mut first = true;
            while let Some((side, _)) = reading.member(&mut first)? {
                match &*side {
                    "from" => from = read_record(kind, reading)?,
                    "to" => to = read_record(kind, reading)?,
                    _ => reading.skip()?,
                }
            }
            let put = self.put(kind, &id, from, to);
            put.map_err(|fault| Stopped { fault, at })?;
        }
        Ok(())
    }
}

fn read_record(kind: Kind, reading: &mut ValueReader) -> Read<Option<Box<dyn AnyRecord>>> {
    if reading.scan.peek() != Some(b'{') {
        return reading.skip().map(|()| None);
    }
    let mut record = kind.blank();
    reading.kept(&mut *record)?;
    Ok(Some(record))
}

impl<'de> Deserialize<'de> for Changes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Box::<RawValue>::deserialize(deserializer)?;
        let read = Self::read(&mut ValueReader::new(text.get().as_bytes(), 0));
        read.map_err(|_| D::Error::custom("not as it is described"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEPT: &str = r#"{"bodies":{"b7":{"from":null,"to":{"id":"b7","order":"a4","title":"町議会","role":"","members":[]}}}}"#;

    #[test]
    fn changes_are_kept_by_table_and_id() {
        let changes: Changes = serde_json::from_str(KEPT).expect("reads");
        assert_eq!(changes.bodies[&Id::new(7)].from, None);
        assert_eq!(serde_json::to_string(&changes).expect("writes"), KEPT);
    }

    #[test]
    fn what_an_app_before_did_not_know_is_blank_and_what_a_later_one_knows_is_passed_over() {
        let expected: Changes = serde_json::from_str(KEPT).expect("reads");
        for (from, to) in [
            (r#","role":"""#, ""),
            (r#","members":[]"#, ""),
            (r#""role":"""#, r#""role":"","seats":[{"of":["a",1]}]"#),
            (r#"{"bodies""#, r#"{"seats":{"z1":{"to":{}}},"bodies""#),
            (r#""from":null,"#, r#""why":{"a":[1]},"#),
        ] {
            assert!(KEPT.contains(from), "{from}");
            let told = KEPT.replacen(from, to, 1);
            let read: Changes = serde_json::from_str(&told).expect("reads");
            assert_eq!(read, expected, "{told}");
        }
    }

    #[test]
    fn what_is_no_change_is_refused() {
        for (from, to) in [
            (r#""b7":"#, r#""g7":"#),
            (r#""order":"a4""#, r#""order":5"#),
            (r#""title":"町議会""#, r#""title":7"#),
            (
                r#"{"id":"b7","order":"a4","title":"町議会","role":"","members":[]}"#,
                "null",
            ),
        ] {
            assert!(KEPT.contains(from), "{from}");
            let told = KEPT.replacen(from, to, 1);
            assert!(serde_json::from_str::<Changes>(&told).is_err(), "{told}");
        }
    }
}
