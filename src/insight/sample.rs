//! Records for tests.

use std::collections::BTreeMap;

use crate::strategy::*;

/// An indicator with nothing said about it.
pub fn indicator(id: u64, name: &str) -> Indicator {
    Indicator {
        id: Id::new(id),
        order: Order::nth(id as usize),
        name: name.to_owned(),
        code: String::new(),
        unit: String::new(),
        desired: None,
        counting: Counting::Year,
        nature: None,
        definition: String::new(),
        method: String::new(),
        source: String::new(),
        owner: String::new(),
        rationale: String::new(),
        note: String::new(),
        tolerance: None,
        breaks: Vec::new(),
        changes: Vec::new(),
        ratings: BTreeMap::new(),
    }
}

/// A series without figures.
pub fn series(id: u64, indicator: u64, name: &str) -> Series {
    Series {
        id: Id::new(id),
        indicator: Id::new(indicator),
        order: Order::nth(id as usize),
        name: name.to_owned(),
        baseline: None,
        targets: BTreeMap::new(),
        actuals: BTreeMap::new(),
        without_policy: BTreeMap::new(),
        notes: BTreeMap::new(),
    }
}

/// A goal without a number.
pub fn goal(id: u64, title: &str) -> Goal {
    Goal {
        id: Id::new(id),
        order: Order::nth(id as usize),
        kind: GoalKind::Basic,
        number: String::new(),
        title: title.to_owned(),
        subtitle: String::new(),
        direction: String::new(),
        targets: Vec::new(),
        aligned: Vec::new(),
        note: String::new(),
    }
}

/// A measure without a number.
pub fn measure(id: u64, goal: u64, title: &str) -> Measure {
    Measure {
        id: Id::new(id),
        goal: Id::new(goal),
        division: None,
        order: Order::nth(id as usize),
        number: String::new(),
        title: title.to_owned(),
        direction: String::new(),
        priority: false,
        kpis: Vec::new(),
        related: Vec::new(),
        aligned: Vec::new(),
        owner: String::new(),
        note: String::new(),
    }
}

/// An initiative without a number.
pub fn initiative(id: u64, measure: u64, title: &str) -> Initiative {
    Initiative {
        id: Id::new(id),
        measure: Id::new(measure),
        order: Order::nth(id as usize),
        number: String::new(),
        title: title.to_owned(),
        text: String::new(),
        new: false,
        reprise: None,
        supports: Vec::new(),
        aligned: Vec::new(),
        owner: String::new(),
    }
}

/// A rated sheet without lines.
pub fn sheet(id: u64, measure: u64, year: i32) -> Sheet {
    Sheet {
        rating: "Ｂ".into(),
        ..crate::edit::empty_sheet(Id::new(id), Id::new(measure), FiscalYear(year))
    }
}

/// A line of what was done.
pub fn line(id: u64, sheet: u64, title: &str) -> Line {
    crate::edit::empty_line(Id::new(id), Id::new(sheet), Side::Done, title)
}
