//! The JSON Schema made from the descriptions: its definitions, and the parts they consist of.

use serde_json::{Map, Value as Json, json};

/// Definitions made so far, by name.
#[derive(Debug, Default)]
pub struct Defs(pub Map<String, Json>);

impl Defs {
    /// Refers to a definition, and makes it if it is missing.
    pub fn named(&mut self, name: &str, about: &str, make: impl FnOnce(&mut Self) -> Json) -> Json {
        if !self.0.contains_key(name) {
            self.0.insert(name.to_owned(), Json::Null);
            let made = described(make(self), about);
            self.0.insert(name.to_owned(), made);
        }
        json!({ "$ref": format!("#/$defs/{name}") })
    }
}

/// Returns the schema of words, each with its description.
pub fn words(words: &[(&str, &str)]) -> Json {
    let one =
        |(word, about): &(&str, &str)| described(json!({ "type": "string", "const": word }), about);
    json!({ "oneOf": words.iter().map(one).collect::<Vec<_>>() })
}

/// Returns the schema of an object with one field.
pub fn one(name: &str, inner: Json) -> Json {
    json!({
        "type": "object",
        "properties": { name: inner },
        "required": [name],
        "additionalProperties": false,
    })
}

/// Adds a description to a schema, line by line.
pub(super) fn described(mut schema: Json, about: &str) -> Json {
    let lines: Vec<&str> = about.lines().map(str::trim).collect();
    let words = lines.join("\n");
    if let Some(schema) = schema.as_object_mut()
        && !words.trim().is_empty()
    {
        schema.insert("description".to_owned(), words.trim().into());
    }
    schema
}
