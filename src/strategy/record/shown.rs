//! Writes values as JSON, by their description, and connects described types with `serde`.

use serde::de::Error;
use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

use super::{Held, Inside, Members, Need, Value, ValueReader};

/// A value as a file holds it.
pub struct Shown<'a>(pub &'a dyn Value);

impl Serialize for Shown<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.held() {
            Held::Nothing => serializer.serialize_unit(),
            Held::Text(text) | Held::Exact(text) => serializer.serialize_str(&text),
            Held::Word(key, _) => serializer.serialize_str(key),
            Held::Record(id) => serializer.collect_str(&id),
            Held::Year(year) => serializer.serialize_i32(year.0),
            Held::Whole(number) => serializer.serialize_i64(number),
            Held::Truth(so) => serializer.serialize_bool(so),
            Held::List(list) => {
                let all = list.all();
                let mut written = serializer.serialize_seq(Some(all.len()))?;
                for value in all {
                    written.serialize_element(&Shown(value))?;
                }
                written.end()
            }
            Held::Years(years) => {
                let all = years.all();
                let mut written = serializer.serialize_map(Some(all.len()))?;
                for (year, value) in all {
                    written.serialize_entry(&year.0, &Shown(value))?;
                }
                written.end()
            }
            Held::Members(members) => ShownMembers(members).serialize(serializer),
            Held::Chosen(key, _, value) => one(serializer, key, &Shown(value)),
            Held::ChosenMembers(key, _, members) => one(serializer, key, &ShownMembers(members)),
        }
    }
}

fn one<S: Serializer>(
    serializer: S,
    key: &'static str,
    value: &impl Serialize,
) -> Result<S::Ok, S::Error> {
    let mut written = serializer.serialize_map(Some(1))?;
    written.serialize_entry(key, value)?;
    written.end()
}

/// Fields as a file holds them; for a stored record, all of them.
struct ShownMembers<'a>(&'a dyn Members);

impl Serialize for ShownMembers<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let kept = is_record(self.0);
        let mut written = serializer.serialize_map(None)?;
        for (field, value) in self.0.fields().iter().zip(self.0.values()) {
            if kept || field.need != Need::May || !value.is_blank() {
                written.serialize_entry(field.name, &Shown(value))?;
            }
        }
        written.end()
    }
}

/// True if it is a record, which has a place, and not a value in one.
fn is_record(members: &dyn Members) -> bool {
    members
        .fields()
        .iter()
        .any(|field| field.need == Need::Place)
}

/// Reads a value from whatever `serde` reads JSON from.
pub fn read_through<'de, D: Deserializer<'de>>(
    deserializer: D,
    value: &mut dyn Value,
) -> Result<(), D::Error> {
    let text = Box::<RawValue>::deserialize(deserializer)?;
    let mut reading = ValueReader::new(text.get().as_bytes(), 0);
    let read = match value.inside() {
        Inside::Members(members) if is_record(members) => reading.kept(members),
        _ => reading.value(value),
    };
    read.map_err(|_| D::Error::custom("not as it is described"))
}

/// Implements `serde` reading and writing for a described type.
macro_rules! through_text {
    ($type:ty) => {
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $crate::record::Shown(self).serialize(serializer)
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let mut value = <Self as $crate::record::Value>::blank();
                $crate::record::read_through(deserializer, &mut value)?;
                Ok(value)
            }
        }
    };
}
pub(crate) use through_text;
