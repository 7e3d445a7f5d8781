//! The published schema agrees with the reader.

use format::json::{self, read, write};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::{SMALL, files, samples};
use fixtures::arbitrary::{self, seeds};

const PATH: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../public/schema/michishirube-2.schema.json"
);

fn schema() -> Value {
    let mut schema = json::schema::schema();
    schema["title"] = "みちしるべのファイル（版1）".into();
    schema["description"] =
        "総合戦略: 基本目標、施策、具体的取組、指標、実施計画ほか。文字コードはUTF-8。".into();
    schema
}

fn validator() -> jsonschema::Validator {
    jsonschema::draft202012::new(&schema()).unwrap()
}

fn faults(validator: &jsonschema::Validator, text: &[u8]) -> Vec<String> {
    let value: Value = serde_json::from_slice(text).unwrap();
    validator
        .iter_errors(&value)
        .map(|e| e.to_string())
        .collect()
}

#[test]
fn the_published_schema_is_current() {
    let current = serde_json::to_string_pretty(&schema()).unwrap() + "\n";
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::write(PATH, &current).unwrap();
    }
    let published = std::fs::read_to_string(PATH).unwrap_or_default();
    assert!(
        published == current,
        "run the tests once with UPDATE_SCHEMA=1"
    );
}

#[test]
fn samples_and_kept_files_fit_the_schema() {
    let validator = validator();
    for (name, bytes) in samples().into_iter().chain(files("tests/data/v2")) {
        assert_eq!(faults(&validator, &bytes), [""; 0], "{name}");
    }
}

#[test]
fn what_does_not_fit_the_schema_is_not_read() {
    let validator = validator();
    for (pointer, value) in [
        ("/format", json!("other")),
        ("/version", json!(3)),
        ("/title", json!(1)),
        ("/town", json!("みなと町")),
        ("/period/last", json!("2029")),
        ("/period/last", json!(10000)),
        ("/goals/0/id", json!("k1")),
        ("/goals/0/id", json!("g01")),
        ("/goals/0/targets/0", json!(1)),
        (
            "/goals/0/measures/0/initiatives/1/reprise",
            json!({"off": "i5"}),
        ),
        ("/indicators/0/desired", json!("up")),
        ("/indicators/0/series/0/targets", json!({"R7": "1"})),
        ("/indicators/0/series/0/targets/2025", json!(1000)),
        ("/indicators/0/series/0/extra", json!(1)),
    ] {
        let mut file: Value = serde_json::from_str(SMALL).unwrap();
        match file.pointer_mut(pointer) {
            Some(there) => *there = value,
            None => file["indicators"][0]["series"][0]["extra"] = value,
        }
        let text = file.to_string();
        assert!(!faults(&validator, text.as_bytes()).is_empty(), "{pointer}");
        assert!(read(text.as_bytes()).is_err(), "{pointer}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_fits_the_schema((seed, size) in seeds(4)) {
        let text = write(&arbitrary::strategy(seed, size));
        prop_assert_eq!(faults(&validator(), text.as_bytes()), [""; 0]);
    }
}
