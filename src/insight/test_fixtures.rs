//! Records for tests.

use crate::strategy::*;

/// An indicator with nothing said about it.
pub fn indicator(id: u64, name: &str) -> Indicator {
    Indicator {
        id: Id::new(id),
        order: Order::nth(id as usize),
        name: name.to_owned(),
        counting: Counting::Year,
        ..Default::default()
    }
}

/// A series without figures.
pub fn series(id: u64, indicator: u64, name: &str) -> Series {
    Series {
        id: Id::new(id),
        indicator: Id::new(indicator),
        order: Order::nth(id as usize),
        name: name.to_owned(),
        ..Default::default()
    }
}

/// A goal without a number.
pub fn goal(id: u64, title: &str) -> Goal {
    Goal {
        id: Id::new(id),
        order: Order::nth(id as usize),
        kind: GoalKind::Basic,
        title: title.to_owned(),
        ..Default::default()
    }
}

/// A measure without a number.
pub fn measure(id: u64, goal: u64, title: &str) -> Measure {
    Measure {
        id: Id::new(id),
        goal: Id::new(goal),
        order: Order::nth(id as usize),
        title: title.to_owned(),
        ..Default::default()
    }
}

/// An initiative without a number.
pub fn initiative(id: u64, measure: u64, title: &str) -> Initiative {
    Initiative {
        id: Id::new(id),
        measure: Id::new(measure),
        order: Order::nth(id as usize),
        title: title.to_owned(),
        ..Default::default()
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
