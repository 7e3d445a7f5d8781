//! Rules of the yearly sheets: ratings and sums.

use super::finding::Fact;
use super::report::Report;
use super::rule::Rule;
use super::view::View;
use crate::money::printed_totals;
use edit::Field;
use strategy::*;

pub(super) const RULES: &[fn(&View, &mut Report)] = &[
    sheets_without_rating,
    printed_totals_that_differ,
    funds_that_differ,
];

/// Finds sheets of a past year without a rating.
fn sheets_without_rating(view: &View, report: &mut Report) {
    for sheet in view.strategy.sheets.sorted() {
        let year = FiscalYear(sheet.year.0.saturating_sub(1));
        let mut lines = view.lines.under(sheet.id).iter();
        let done = lines.any(|l| l.side == Side::Done);
        if done && year < view.today && sheet.rating.trim().is_empty() {
            let name = view.measure_name(sheet.measure);
            let facts = [Fact::Year(year)];
            report.find(
                Rule::SheetWithoutRating,
                sheet.id,
                Field::Grade,
                &name,
                facts,
            );
        }
    }
}

/// The paper's sum and ours.
fn printed_totals_that_differ(view: &View, report: &mut Report) {
    for total in printed_totals(view.strategy)
        .into_iter()
        .filter(|t| !t.agrees())
    {
        let Some(sheet) = view.strategy.get(total.sheet) else {
            continue;
        };
        let facts = [
            Fact::Side(total.side),
            Fact::Money(total.printed),
            Fact::Money(total.computed),
        ];
        let name = view.measure_name(sheet.measure);
        report.find(
            Rule::PrintedTotalDiffers,
            sheet.id,
            Field::PrintedTotal,
            &name,
            facts,
        );
    }
}

/// The funds of a line make up its cost.
fn funds_that_differ(view: &View, report: &mut Report) {
    for line in view
        .strategy
        .lines
        .sorted()
        .into_iter()
        .filter(|l| !l.funds.is_empty())
    {
        let Some(sheet) = view.strategy.get(line.sheet) else {
            continue;
        };
        let cost = match line.side {
            Side::Done => line.settled.as_ref(),
            Side::Planned => line.budgets.get(&sheet.year),
        };
        let sum = line
            .funds
            .iter()
            .fold(0i64, |sum, fund| sum.saturating_add(fund.amount));
        if let Some(Money::Thousand(cost)) = cost
            && *cost != sum
        {
            let facts = [Fact::Money(*cost), Fact::Money(sum)];
            report.find(Rule::FundsDiffer, line.id, Field::Funds, &line.title, facts);
        }
    }
}
