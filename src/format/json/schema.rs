//! The JSON Schema of our file, made from the descriptions of its records.

use serde_json::{Value as Json, json};

use super::{FORMAT, VERSION};
use strategy::About;
use strategy::record::{Value, schema::Defs};

/// Returns the schema of version [`VERSION`].
pub fn schema() -> Json {
    let mut defs = Defs::default();
    About::schema(&mut defs);
    let mut file = defs.0.remove("About").unwrap_or_default();
    file["properties"]["format"] = json!({ "type": "string", "const": FORMAT });
    file["properties"]["version"] = json!({ "type": "integer", "const": VERSION });
    if let Some(required) = file["required"].as_array_mut() {
        required.extend(["format".into(), "version".into()]);
    }
    file["$schema"] = "https://json-schema.org/draft/2020-12/schema".into();
    file["$defs"] = Json::Object(defs.0);
    file
}
