//! The JSON Schema that the descriptions make.

use serde_json::{Map, Value as Json, json};

use super::{Children, Members, Need, Value};
use crate::for_each_kind;
use crate::strategy::*;

/// The definitions made so far, by name.
#[derive(Debug, Default)]
pub struct Defs(pub Map<String, Json>);

impl Defs {
    /// Refers to a definition, and makes it where there is none.
    pub fn named(&mut self, name: &str, about: &str, make: impl FnOnce(&mut Self) -> Json) -> Json {
        if !self.0.contains_key(name) {
            self.0.insert(name.to_owned(), Json::Null);
            let made = described(make(self), about);
            self.0.insert(name.to_owned(), made);
        }
        json!({ "$ref": format!("#/$defs/{name}") })
    }

    /// An object of these fields, told in words, with the lists that stand under it.
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

/// Some words, each told.
pub fn words(words: &[(&str, &str)]) -> Json {
    let one =
        |(word, about): &(&str, &str)| described(json!({ "type": "string", "const": word }), about);
    json!({ "oneOf": words.iter().map(one).collect::<Vec<_>>() })
}

/// An object of one field.
pub fn one(name: &str, inner: Json) -> Json {
    json!({
        "type": "object",
        "properties": { name: inner },
        "required": [name],
        "additionalProperties": false,
    })
}

fn described(mut schema: Json, about: &str) -> Json {
    let lines: Vec<&str> = about.lines().map(str::trim).collect();
    let words = lines.join("\n");
    if let Some(schema) = schema.as_object_mut()
        && !words.trim().is_empty()
    {
        schema.insert("description".to_owned(), words.trim().into());
    }
    schema
}
