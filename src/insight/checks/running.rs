//! Rules of a plan under way: actuals, closed years, ratings given.

use rust_decimal::Decimal;

use super::finding::Fact;
use super::report::Report;
use super::rule::Rule;
use super::view::{CheckedSeries, View};
use crate::appraisal::rules_of;
use crate::unit;
use edit::Field;
use strategy::*;

pub(super) const RULES: &[fn(&View, &mut Report)] = &[
    actuals_in_the_future,
    actuals_overdue,
    blanks_in_closed_years,
    falling_totals,
    totals_with_a_baseline,
    redefined_since_the_baseline,
    actuals_that_jump,
    unknown_ratings,
    ratings_without_reason,
];

/// The numbers of the actuals, in one unit, year by year.
fn numbers(row: &CheckedSeries) -> Vec<(FiscalYear, Decimal)> {
    let entered = row.series.actuals.iter();
    entered
        .filter_map(|(year, figure)| Some((*year, unit::value_in(figure.number()?, &row.unit)?)))
        .collect()
}

/// No year can be counted before it comes; what is expected says so.
fn actuals_in_the_future(view: &View, report: &mut Report) {
    for row in &view.rows {
        for (year, figure) in row.series.actuals.iter().filter(|(y, _)| **y > view.today) {
            if figure
                .number()
                .is_some_and(|n| n.provisional != Some(Provisional::Expected))
            {
                let facts = [Fact::Year(*year), Fact::Text(figure.text().to_owned())];
                let field = Field::Actual(*year);
                report.find(
                    Rule::ActualInFuture,
                    row.series.id,
                    field,
                    row.name(),
                    facts,
                );
            }
        }
    }
}

/// True if nothing has been entered for a year, not even a reason.
fn is_blank(series: &Series, year: FiscalYear) -> bool {
    let missing = series.actuals.get(&year).map(Figure::missing);
    matches!(missing, None | Some(Some(Missing::Unset)))
}

/// The last year gone should be in, or say why not. Closed years are told by their own rule.
fn actuals_overdue(view: &View, report: &mut Report) {
    let year = FiscalYear(view.today.0.saturating_sub(1));
    if !view.about.stage.is_decided() || !view.period.contains(year) || view.closed.contains(&year)
    {
        return;
    }
    for row in view.rows.iter().filter(|r| is_blank(r.series, year)) {
        let facts = [Fact::Year(year)];
        report.find(
            Rule::ActualOverdue,
            row.series.id,
            Field::Actual(year),
            row.name(),
            facts,
        );
    }
}

/// A closed year is complete, or says why not.
fn blanks_in_closed_years(view: &View, report: &mut Report) {
    for row in &view.rows {
        for year in view.closed.iter().filter(|y| is_blank(row.series, **y)) {
            let facts = [Fact::Year(*year)];
            let field = Field::Actual(*year);
            report.find(
                Rule::ClosedYearBlank,
                row.series.id,
                field,
                row.name(),
                facts,
            );
        }
    }
}

fn is_cumulative(row: &CheckedSeries) -> bool {
    matches!(row.indicator.counting, Counting::Cumulative { .. })
}

/// Two neighbouring years as facts: year, value, year, value.
fn neighbours(
    row: &CheckedSeries,
    before: (FiscalYear, Decimal),
    after: (FiscalYear, Decimal),
) -> [Fact; 4] {
    let value = |value| Fact::Value(value, row.unit.to_string());
    [
        Fact::Year(before.0),
        value(before.1),
        Fact::Year(after.0),
        value(after.1),
    ]
}

/// A running total never falls.
fn falling_totals(view: &View, report: &mut Report) {
    for row in view.rows.iter().filter(|r| is_cumulative(r)) {
        for pair in numbers(row).windows(2).filter(|pair| pair[1].1 < pair[0].1) {
            let facts = neighbours(row, pair[0], pair[1]);
            let field = Field::Actual(pair[1].0);
            report.find(
                Rule::CumulativeFalls,
                row.series.id,
                field,
                row.name(),
                facts,
            );
        }
    }
}

/// Is what was there before the plan inside the total?
fn totals_with_a_baseline(view: &View, report: &mut Report) {
    for row in &view.rows {
        let Counting::Cumulative { from } = row.indicator.counting else {
            continue;
        };
        let within = from.unwrap_or(view.period.first) >= view.period.first;
        if let Some(start) = row.baseline.filter(|b| within && !b.value.is_zero()) {
            let facts = [Fact::Value(start.value, row.unit.to_string())];
            let rule = Rule::CumulativeBaseline;
            report.find(rule, row.series.id, Field::Baseline, row.name(), facts);
        }
    }
}

/// A new definition needs a new beginning.
fn redefined_since_the_baseline(view: &View, report: &mut Report) {
    let before = FiscalYear(view.period.first.0.saturating_sub(1));
    for row in &view.rows {
        let Some(start) = row.baseline else {
            continue;
        };
        let taken = start.year.map_or(before, |year| year.max(before));
        let mut breaks = row.indicator.breaks.iter().copied();
        if let Some(year) = breaks.find(|b| *b > taken && *b <= view.period.last) {
            let facts = [Fact::Year(year)];
            let rule = Rule::RedefinedSinceBaseline;
            report.find(rule, row.series.id, Field::Baseline, row.name(), facts);
        }
    }
}

/// Ten times as much as the year before is often a slip of the finger. Small numbers do jump.
fn actuals_that_jump(view: &View, report: &mut Report) {
    let least = Decimal::ONE_HUNDRED;
    for row in view.rows.iter().filter(|r| !is_cumulative(r)) {
        for pair in numbers(row).windows(2) {
            let (before, after) = (pair[0].1, pair[1].1);
            let (small, large) = (before.min(after), before.max(after));
            let tenfold = arithmetic::product(small, Decimal::TEN);
            let jumps =
                small > Decimal::ZERO && large >= least && tenfold.is_some_and(|t| large >= t);
            if jumps && !row.indicator.breaks.contains(&pair[1].0) {
                let facts = neighbours(row, pair[0], pair[1]);
                let field = Field::Actual(pair[1].0);
                report.find(Rule::ActualJumps, row.series.id, field, row.name(), facts);
            }
        }
    }
}

/// Every rating given by people.
fn given<'a>(
    view: &View<'a>,
) -> impl Iterator<Item = (&'a Indicator, FiscalYear, &'a GivenRating)> {
    let indicators: Vec<&'a Indicator> = view.indicators.iter().map(|k| &***k).collect();
    let of = |k: &'a Indicator| k.ratings.iter().map(move |(year, given)| (k, *year, given));
    indicators.into_iter().flat_map(of)
}

fn rating_facts(year: FiscalYear, given: &GivenRating) -> [Fact; 2] {
    [Fact::Year(year), Fact::Text(given.mark.trim().to_owned())]
}

/// A rating given by people is one of the town's own.
fn unknown_ratings(view: &View, report: &mut Report) {
    let rules = rules_of(view.strategy);
    let known = |mark: &str| rules.bands.iter().any(|band| band.mark == mark.trim());
    for (k, year, given) in given(view).filter(|(_, _, given)| !known(&given.mark)) {
        let facts = rating_facts(year, given);
        report.find(
            Rule::RatingUnknown,
            k.id,
            Field::Rating(year),
            &k.name,
            facts,
        );
    }
}

/// A rating given by people says why.
fn ratings_without_reason(view: &View, report: &mut Report) {
    for (k, year, given) in given(view).filter(|(_, _, given)| given.reason.trim().is_empty()) {
        let facts = rating_facts(year, given);
        report.find(
            Rule::RatingWithoutReason,
            k.id,
            Field::Rating(year),
            &k.name,
            facts,
        );
    }
}
