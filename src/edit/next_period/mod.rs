//! 次の期: a new strategy that starts from the one that ends.

mod stale;

use std::collections::BTreeMap;

use rust_decimal::{Decimal, RoundingStrategy};

use strategy::*;

pub use stale::next_title;

/// The sentences a new strategy begins with.
pub struct Wording {
    /// 計画の期間.
    pub period: fn(Period) -> String,
    /// Remark on the value of a running total at the end of the period.
    pub counted: fn(Period, &Figure, FiscalYear) -> String,
}

/// The strategy of the period after: the same goals, measures, initiatives and indicators, with new ids kept as
/// they are; what was reached becomes the baseline; figures, sheets, dates and ideas of the old period stay behind.
/// So do remarks, sources and every sentence that names a year or a period: what is carried over is true of the new.
/// A project of a grant is carried over whole if it runs on into the new period; the others stay behind.
/// The goals that end are kept as a framework 「前期計画」 that the new ones answer to; ids for it come from `fresh`.
pub fn next_period(
    old: &Strategy,
    title: &str,
    wording: &Wording,
    mut fresh: impl FnMut() -> u64,
) -> Strategy {
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
        sources: Vec::new(),
        closings: Vec::new(),
        revisions: Vec::new(),
        note: String::new(),
        handed_out: Vec::new(),
        handed: None,
        untaken: Vec::new(),
        briefings: Vec::new(),
        ..About::clone(&about)
    });
    new.sheets = Table::default();
    new.lines = Table::default();
    new.timetable = Table::default();
    new.ideas = Table::default();
    new.ballots = Table::default();
    new.guesses = Table::default();
    new.sessions = Table::default();
    for section in old.sections.iter() {
        new.sections.insert(next_section(section, period, wording));
    }
    let series = old.series.by_parent();
    for indicator in old.indicators.iter() {
        let series = series.under(indicator.id);
        new.indicators
            .insert(next_indicator(indicator, series, about.period, wording));
        for one in series {
            new.series.insert(next_series(indicator, one, about.period));
        }
    }
    for measure in old.measures.iter() {
        new.measures.insert(Measure {
            direction: stale::without(&measure.direction),
            note: String::new(),
            ..Measure::clone(measure)
        });
    }
    for initiative in old.initiatives.iter() {
        new.initiatives.insert(Initiative {
            new: false,
            text: stale::without(&initiative.text),
            ..Initiative::clone(initiative)
        });
    }
    for project in old.grant_projects.iter() {
        if project.period.last < period.first {
            new.grant_projects.remove(project.id);
        }
    }
    keep_goals(old, &mut new, &about.title, &mut fresh);
    new
}

fn next_section(old: &Section, period: Period, wording: &Wording) -> Section {
    let points = old.points.iter().map(|point| Point {
        text: stale::without(&point.text),
        ..point.clone()
    });
    Section {
        title: next_title(&old.title).unwrap_or_else(|| old.title.clone()),
        text: match old.title.contains("期間") {
            true => (wording.period)(period),
            false => stale::without(&old.text),
        },
        points: points.collect(),
        ..old.clone()
    }
}

/// Drops what belongs to the old period: the grounds of its targets, ratings by people, and remarks. A running total
/// begins again; its old value becomes a remark.
fn next_indicator(
    old: &Indicator,
    series: &[&std::sync::Arc<Series>],
    period: Period,
    wording: &Wording,
) -> Indicator {
    let mut next = Indicator {
        rationale: String::new(),
        next_release: String::new(),
        note: String::new(),
        changes: Vec::new(),
        ratings: BTreeMap::new(),
        ..old.clone()
    };
    if let Counting::Cumulative { .. } = old.counting {
        let from = Some(period.last.next());
        next.counting = Counting::Cumulative { from };
        let totals = series.iter().filter_map(|one| {
            let (year, figure) = latest(one)?;
            let told = (wording.counted)(period, figure, year);
            Some(if one.name.is_empty() {
                told
            } else {
                format!("{}：{told}", one.name)
            })
        });
        next.note = totals.collect::<Vec<_>>().join("\n");
    }
    next
}

/// The baseline is what was reached: the mean of the period for 期間平均, nothing for a running total that begins
/// again, else the latest actual; where there is none, the old baseline stays.
fn next_series(indicator: &Indicator, old: &Series, period: Period) -> Series {
    let reached = || {
        latest(old).map(|(year, figure)| Baseline {
            figure: figure.clone(),
            at: Some(At(year.wareki_short())),
        })
    };
    let baseline = match indicator.counting {
        Counting::Cumulative { .. } => None,
        Counting::Average => mean(indicator, old, period)
            .or_else(reached)
            .or(old.baseline.clone()),
        _ => reached().or(old.baseline.clone()),
    };
    Series {
        baseline,
        targets: Default::default(),
        actuals: Default::default(),
        without_policy: Default::default(),
        notes: Default::default(),
        compared: Default::default(),
        ..old.clone()
    }
}

/// The latest actual that is final; where none is, the latest there is.
fn latest(series: &Series) -> Option<(FiscalYear, &Figure)> {
    let known = || {
        series
            .actuals
            .iter()
            .rev()
            .filter(|(_, f)| f.value().is_some())
    };
    let is_final = |f: &Figure| f.number().is_some_and(|n| n.provisional.is_none());
    let found = known()
        .find(|(_, f)| is_final(f))
        .or_else(|| known().next());
    found.map(|(year, figure)| (*year, figure))
}

/// 期間平均: the mean of the final figures of the period, since the last change of definition, in their unit.
fn mean(indicator: &Indicator, series: &Series, period: Period) -> Option<Baseline> {
    let since = indicator
        .breaks
        .iter()
        .copied()
        .max()
        .unwrap_or(period.first);
    let single = |n: &&Number| n.provisional.is_none() && n.span != Span::Average;
    let within = series
        .actuals
        .range(since.max(period.first)..)
        .filter(|(year, _)| period.contains(**year));
    let numbers: Vec<(FiscalYear, &Number)> = within
        .filter_map(|(year, figure)| Some((*year, figure.number().filter(single)?)))
        .collect();
    let ((first, _), (last, latest)) = (numbers.first()?, numbers.last()?);
    if numbers.len() < 2 || numbers.iter().any(|(_, n)| n.unit != latest.unit) {
        return None;
    }
    let mut sum = Decimal::ZERO;
    for (_, number) in &numbers {
        sum = arithmetic::sum(sum, number.value)?;
    }
    let decimals = numbers.iter().map(|(_, n)| n.value.scale()).max()? + 1;
    let mean = arithmetic::quotient(sum, Decimal::from(numbers.len()))?
        .round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero)
        .normalize();
    let sign = if mean.is_sign_negative() && !mean.is_zero() {
        "△"
    } else {
        ""
    };
    Some(Baseline {
        figure: Figure::read(&format!("{sign}{}{}", mean.abs(), latest.unit)),
        at: Some(At(format!(
            "{}～{}平均",
            first.wareki_short(),
            last.wareki_short()
        ))),
    })
}

fn keep_goals(old: &Strategy, new: &mut Strategy, title: &str, fresh: &mut impl FnMut() -> u64) {
    if old.goals.is_empty() {
        return;
    }
    let framework = Id::new(fresh());
    let last = old.frameworks.iter().map(|f| &f.order).max();
    new.frameworks.insert(Framework {
        id: framework,
        order: Order::between(last, None, framework.number()),
        kind: FrameworkKind::Previous,
        title: title.to_owned(),
        ..Default::default()
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
        let mut next = Goal {
            direction: stale::without(&goal.direction),
            note: String::new(),
            ..Goal::clone(goal)
        };
        next.aligned.push(item);
        new.goals.insert(next);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDING: Wording = Wording {
        period: |period| {
            format!(
                "{}から{}まで",
                period.first.in_plan(),
                period.last.in_plan()
            )
        },
        counted: |period, figure, year| {
            format!(
                "{}からの累計は {}（{}）",
                period.first.wareki_short(),
                figure.text(),
                year.wareki_short()
            )
        },
    };

    fn next_of(bytes: &[u8]) -> (Strategy, Strategy) {
        let old = format::json::read(bytes).expect("the sample is readable");
        let mut number = 1 << 40;
        let new = next_period(&old, "第3期", &WORDING, || {
            number += 1;
            number
        });
        (old, new)
    }

    fn mihon() -> (Strategy, Strategy) {
        next_of(include_bytes!("../../../public/samples/mihon.json"))
    }

    fn baseline(s: &Strategy, name: &str) -> Option<(String, String)> {
        let found = s
            .indicators
            .iter()
            .find(|k| k.name.contains(name))
            .expect("an indicator");
        let series = s.series.under(found.id);
        let baseline = series[0].baseline.as_ref()?;
        let at = baseline.at.as_ref().map(|at| at.0.clone());
        Some((baseline.figure.text().to_owned(), at.unwrap_or_default()))
    }

    #[test]
    fn what_was_reached_becomes_the_baseline_and_nothing_dangles() {
        let (old, new) = mihon();
        assert_eq!(new.about().period.first, old.about().period.last.next());
        assert_eq!(new.about().period.len(), old.about().period.len());
        assert!(new.dangling().is_empty());
        assert_eq!(
            (new.goals.len(), new.measures.len()),
            (old.goals.len(), old.measures.len())
        );
        for series in new.series.iter() {
            assert!(series.targets.is_empty() && series.actuals.is_empty());
        }
        let is = |figure: &str, at: &str| Some((figure.to_owned(), at.to_owned()));
        assert_eq!(baseline(&new, "総人口"), is("8,247", "R6"));
        assert_eq!(
            baseline(&new, "県内順位"),
            is("14位", "R5"),
            "集計中 is no baseline"
        );
    }

    #[test]
    fn a_mean_starts_from_the_mean_of_the_period() {
        let (_, new) = mihon();
        let mean = baseline(&new, "社会増減数");
        assert_eq!(mean, Some(("△44".to_owned(), "R3～R6平均".to_owned())));
    }

    #[test]
    fn a_running_total_begins_again_and_tells_the_last_final_one() {
        let (old, new) = mihon();
        let found = |s: &Strategy| {
            let mut all = s.indicators.iter();
            let found = all.find(|k| k.name.contains("新規就農"));
            Indicator::clone(found.expect("an indicator"))
        };
        let from = Some(old.about().period.last.next());
        assert_eq!(found(&new).counting, Counting::Cumulative { from });
        assert_eq!(baseline(&new, "新規就農"), None, "it counts from zero");
        assert_eq!(
            found(&new).note,
            "R3からの累計は 19（R6）",
            "not 21（見込）"
        );
    }

    #[test]
    fn no_sentence_of_the_old_period_is_carried_over() {
        let samples: [&[u8]; 3] = [
            include_bytes!("../../../public/samples/mihon.json"),
            include_bytes!("../../../public/samples/kitamoto-2022.json"),
            include_bytes!("../../../public/samples/hokuto-2020.json"),
        ];
        for bytes in samples {
            let (old, new) = next_of(bytes);
            let about = new.about();
            assert!(about.note.is_empty() && about.sources.is_empty());
            let (first, period) = (old.about().period.first, (WORDING.period)(about.period));
            for section in new.sections.iter() {
                let points = section.points.iter().map(|point| &point.text);
                for text in points
                    .chain([&section.text])
                    .filter(|text| **text != period)
                {
                    assert_eq!(&stale::without(text), text, "{}", section.title);
                }
                if section.title.contains("期間") {
                    assert_eq!(section.text, period);
                    assert!(!section.text.contains(&first.in_plan()));
                }
            }
            assert!(new.goals.iter().all(|goal| goal.note.is_empty()));
            assert!(
                new.indicators
                    .iter()
                    .all(|k| k.rationale.is_empty() && k.ratings.is_empty())
            );
        }
    }
}
