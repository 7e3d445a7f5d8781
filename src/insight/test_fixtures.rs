//! Records for tests.

use strategy::*;

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
        ..edit::empty_sheet(Id::new(id), Id::new(measure), FiscalYear(year))
    }
}

/// A line of what was done.
pub fn line(id: u64, sheet: u64, title: &str) -> Line {
    edit::empty_line(Id::new(id), Id::new(sheet), Side::Done, title)
}

/// Rising from 0 to 100 over 2020–2024, with these actuals in 2022.
pub fn town(actuals: &[&[&str]]) -> Strategy {
    let mut s = Strategy::default();
    s.about.insert(About {
        period: Period {
            first: FiscalYear(2020),
            last: FiscalYear(2024),
        },
        ..About::default()
    });
    let mut row = 0;
    for (index, texts) in (1u64..).zip(actuals) {
        s.indicators.insert(Indicator {
            desired: Some(Desired::Increase),
            ..indicator(index, "指標")
        });
        for text in *texts {
            row += 1;
            let mut series = series(row, index, "");
            series.baseline = Some(Baseline {
                figure: Figure::read("0"),
                at: None,
            });
            series.targets.insert(FiscalYear(2024), Figure::read("100"));
            series.actuals.insert(FiscalYear(2022), Figure::read(text));
            s.series.insert(series);
        }
    }
    s
}
