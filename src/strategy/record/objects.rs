//! The JSON Schema of a value made of fields, with the lists of records under it.

use serde_json::{Map, Value as Json, json};

use super::schema::{Defs, described};
use super::{Children, Members, Need, Value};
use crate::for_each_kind;

use crate::*;

impl Defs {
    /// Returns the schema of an object of these fields, with its description and the lists under it.
    pub fn object(&mut self, members: &dyn Members, about: &[&str], fields: Vec<Json>) -> Json {
        let mut properties = Map::new();
        let mut required = Vec::new();
        for (index, (field, schema)) in members.fields().iter().zip(fields).enumerate() {
            if field.need == Need::Place {
                continue;
            }
            let words = about.get(index).copied().unwrap_or_default();
            properties.insert(field.name.to_owned(), described(schema, words));
            if field.need == Need::Must {
                required.push(field.name);
            }
        }
        for list in members.lists() {
            let items = self.child(list);
            let all = json!({ "type": "array", "items": items });
            properties.insert(list.name.to_owned(), all);
        }
        let mut object = json!({
            "type": "object",
            "properties": properties,
            "additionalProperties": false,
        });
        if !required.is_empty() {
            object["required"] = json!(required);
        }
        object
    }

    fn child(&mut self, list: &Children) -> Json {
        macro_rules! child {
            ($($type:ident, $table:ident, $prefix:literal, $parent:ident, $field:ident;)*) => {
                match list.kind {
                    Kind::About => About::schema(self),
                    $(Kind::$type => $type::schema(self),)*
                }
            };
        }
        for_each_kind!(child)
    }
}
