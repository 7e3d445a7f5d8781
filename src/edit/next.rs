//! 次の期: a new strategy that starts from the one that ends.

use crate::strategy::*;

/// The strategy of the period after: the same goals, measures, initiatives and indicators, with new ids kept as
/// they are; what was reached becomes the baseline; figures, sheets, dates and ideas of the old period stay behind.
/// The goals that end are kept as a framework 「前期計画」 that the new ones answer to; ids for it come from `fresh`.
pub fn next_period(old: &Strategy, title: &str, mut fresh: impl FnMut() -> u64) -> Strategy {
    let mut new = old.clone();
    let about = old.about();
    let years = about.period.len().max(1) as i32;
    let period = Period {
        first: about.period.last.next(),
        last: FiscalYear(about.period.last.0 + years),
    };
    new.about.insert(About {
        title: title.to_owned(),
        period,
        stage: Stage::Policy,
        closings: Vec::new(),
        ..About::clone(&about)
    });
    new.sheets = Table::default();
    new.lines = Table::default();
    new.timetable = Table::default();
    new.ideas = Table::default();
    for indicator in old.indicators.iter() {
        let mut next = Indicator::clone(indicator);
        next.changes.clear();
        next.ratings.clear();
        new.indicators.insert(next);
    }
    for series in old.series.iter() {
        new.series.insert(next_series(series));
    }
    for initiative in old.initiatives.iter().filter(|i| i.new) {
        new.initiatives.insert(Initiative {
            new: false,
            ..Initiative::clone(initiative)
        });
    }
    keep_goals(old, &mut new, &about.title, &mut fresh);
    new
}

/// The latest actual with a number becomes the baseline; where there is none, the old baseline stays.
fn next_series(old: &Series) -> Series {
    let latest = old.actuals.iter().rev().find(|(_, f)| f.value().is_some());
    let baseline = latest.map(|(year, figure)| Baseline {
        figure: figure.clone(),
        at: Some(At(year.short())),
    });
    Series {
        baseline: baseline.or_else(|| old.baseline.clone()),
        targets: Default::default(),
        actuals: Default::default(),
        without_policy: Default::default(),
        notes: Default::default(),
        ..old.clone()
    }
}

fn keep_goals(old: &Strategy, new: &mut Strategy, title: &str, fresh: &mut impl FnMut() -> u64) {
    if old.goals.is_empty() {
        return;
    }
    let framework = Id::new(fresh());
    let last = old.frameworks.iter().map(|f| f.order).max();
    new.frameworks.insert(Framework {
        id: framework,
        order: Order::between(last, None).unwrap_or_default(),
        kind: FrameworkKind::Previous,
        title: title.to_owned(),
        source: String::new(),
        text: String::new(),
    });
    for (index, goal) in old.goals.sorted().into_iter().enumerate() {
        let item = Id::new(fresh());
        new.framework_items.insert(FrameworkItem {
            id: item,
            framework,
            order: Order::nth(index),
            kind: goal.kind,
            number: goal.number.clone(),
            title: goal.title.clone(),
            subtitle: goal.subtitle.clone(),
            points: Vec::new(),
        });
        let mut next = Goal::clone(goal);
        next.aligned.push(item);
        new.goals.insert(next);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_reached_becomes_the_baseline_and_nothing_dangles() {
        let bytes = include_bytes!("../../public/samples/mihon.json");
        let old = crate::format::json::read(bytes).expect("the sample is readable");
        let mut number = 1 << 40;
        let new = next_period(&old, "第3期", || {
            number += 1;
            number
        });
        assert_eq!(new.about().period.first, old.about().period.last.next());
        assert_eq!(new.about().period.len(), old.about().period.len());
        assert!(new.dangling().is_empty());
        assert_eq!(
            (new.goals.len(), new.measures.len()),
            (old.goals.len(), old.measures.len())
        );
        for series in old.series.iter() {
            let next = new.get(series.id).expect("the series goes on");
            assert!(next.targets.is_empty() && next.actuals.is_empty());
            let latest = series
                .actuals
                .iter()
                .rev()
                .find(|(_, f)| f.value().is_some());
            if let Some((year, figure)) = latest {
                let baseline = next.baseline.as_ref().expect("a baseline");
                assert_eq!(&baseline.figure, figure);
                assert_eq!(baseline.at.as_ref().and_then(At::year), Some(*year));
            }
        }
    }
}
