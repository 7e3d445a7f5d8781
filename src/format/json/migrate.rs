//! Bringing files of earlier versions up to date, one version at a time.
//!
//! A step knows only the shape before it and the shape after it, works on plain JSON, and leaves alone what it does
//! not understand: the reader of the present version then says what is wrong.

use serde_json::{Map, Value, json};

use super::VERSION;

/// The step from each version to the next: the first is from version 0.
const STEPS: [fn(&mut Map<String, Value>); VERSION as usize] = [to_1];

/// The text of a file of this version, made from one of an earlier.
pub fn migrate(mut file: Value, from: u32) -> Vec<u8> {
    if let Value::Object(file) = &mut file {
        for (version, step) in (1..).zip(STEPS).skip(from as usize) {
            step(file);
            file.insert("version".to_owned(), json!(version));
        }
    }
    file.to_string().into_bytes()
}

/// Version 0, before the first release:
/// - the town is its name alone;
/// - the 数値目標 of a goal are called `kpis`, as those of a measure are;
/// - an indicator has no series: `baseline`, `baseline_at`, `target` (of the plan's last year) and `actuals` are its own.
fn to_1(file: &mut Map<String, Value>) {
    if let Some(town @ Value::String(_)) = file.get_mut("town") {
        *town = json!({ "name": town.take() });
    }
    for goal in objects(file.get_mut("goals")) {
        if let Some(uses) = goal.remove("kpis") {
            goal.insert("targets".to_owned(), uses);
        }
    }
    let last = file
        .get("period")
        .and_then(|period| period.get("last"))
        .map(Value::to_string)
        .unwrap_or_default();
    for indicator in objects(file.get_mut("indicators")) {
        indicator_to_1(indicator, &last);
    }
}

fn indicator_to_1(indicator: &mut Map<String, Value>, last: &str) {
    let number = indicator
        .get("id")
        .and_then(Value::as_str)
        .and_then(|id| id.strip_prefix('k'))
        .map(str::to_owned);
    let Some(number) = number else { return };
    if indicator.contains_key("series") {
        return;
    }
    let mut series = Map::new();
    series.insert("id".to_owned(), json!(format!("r{number}")));
    let (figure, at) = (
        indicator.remove("baseline"),
        indicator.remove("baseline_at"),
    );
    if figure.is_some() || at.is_some() {
        let mut baseline = Map::new();
        baseline.insert("figure".to_owned(), figure.unwrap_or_else(|| json!("")));
        if let Some(at) = at {
            baseline.insert("at".to_owned(), at);
        }
        series.insert("baseline".to_owned(), Value::Object(baseline));
    }
    if let Some(target) = indicator.remove("target") {
        series.insert("targets".to_owned(), json!({ last: target }));
    }
    if let Some(actuals) = indicator.remove("actuals") {
        series.insert("actuals".to_owned(), actuals);
    }
    indicator.insert("series".to_owned(), json!([series]));
}

fn objects(list: Option<&mut Value>) -> impl Iterator<Item = &mut Map<String, Value>> {
    list.and_then(Value::as_array_mut)
        .into_iter()
        .flatten()
        .filter_map(Value::as_object_mut)
}
