//! The real steps.

use super::step::Step;
use super::tree::{Object, Tree};
use crate::Order;

/// Version 0 was before the first release; no browser has stored any of it.
pub const TO_1: Step = Step {
    file: Some(to_1),
    ..Step::NOTHING
};

/// Until version 1 the place among siblings was a whole number.
pub const TO_2: Step = Step {
    kept: Some(to_2),
    ..Step::NOTHING
};

fn to_2(record: &mut Object) {
    if let Some(order) = record.get_mut("order")
        && let Tree::Bare(number) = order
        && let Ok(number) = number.parse()
    {
        *order = Tree::Text(Order::of_version_1(number).as_str().to_owned());
    }
}

/// Migrates version 0, in which:
/// - the town is its name alone;
/// - the 数値目標 of a goal are called `kpis`, as those of a measure are;
/// - an indicator has no series: `baseline`, `baseline_at`, `target` (of the plan's last year) and `actuals` are its
///   own.
fn to_1(file: &mut Object) {
    if let Some(town @ Tree::Text(_)) = file.get_mut("town") {
        *town = object([("name", town.clone())]);
    }
    for goal in objects(file.get_mut("goals")) {
        if let Some(uses) = goal.remove("kpis") {
            goal.insert("targets", uses);
        }
    }
    let period = match file.get("period") {
        Some(Tree::Object(period)) => period.get("last"),
        _ => None,
    };
    let last = match period {
        Some(Tree::Bare(last)) => last.clone(),
        _ => String::new(),
    };
    for indicator in objects(file.get_mut("indicators")) {
        indicator_to_1(indicator, &last);
    }
}

fn indicator_to_1(indicator: &mut Object, last: &str) {
    let number = match indicator.get("id") {
        Some(Tree::Text(id)) => id.strip_prefix('k').map(str::to_owned),
        _ => None,
    };
    let Some(number) = number else { return };
    if indicator.get("series").is_some() {
        return;
    }
    let mut series = Object::default();
    series.insert("id", Tree::Text(format!("r{number}")));
    let (figure, at) = (
        indicator.remove("baseline"),
        indicator.remove("baseline_at"),
    );
    if figure.is_some() || at.is_some() {
        let figure = figure.unwrap_or_else(|| Tree::Text(String::new()));
        let mut baseline = Object(vec![("figure".to_owned(), figure)]);
        if let Some(at) = at {
            baseline.insert("at", at);
        }
        series.insert("baseline", Tree::Object(baseline));
    }
    if let Some(target) = indicator.remove("target") {
        series.insert("targets", object([(last, target)]));
    }
    if let Some(actuals) = indicator.remove("actuals") {
        series.insert("actuals", actuals);
    }
    indicator.insert("series", Tree::List(vec![Tree::Object(series)]));
}

fn object<const N: usize>(members: [(&str, Tree); N]) -> Tree {
    let members = members.map(|(name, value)| (name.to_owned(), value));
    Tree::Object(Object(members.into()))
}

fn objects(list: Option<&mut Tree>) -> impl Iterator<Item = &mut Object> {
    let list = match list {
        Some(Tree::List(list)) => list.as_mut_slice(),
        _ => &mut [],
    };
    list.iter_mut().filter_map(|value| match value {
        Tree::Object(object) => Some(object),
        _ => None,
    })
}
