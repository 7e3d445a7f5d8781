//! 指標一覧, and the KPI of a sheet.

use super::facts::Facts;
use super::form::{Block, Cell, Column, Leaf, Paper, Row, Table};
use crate::insight::appraisal::Appraisal;
use crate::insight::overview::{Listed, Row as Figures, listed};
use crate::insight::words::percent;
use crate::locale::{overview, paper as words, review};
use crate::strategy::*;

/// The most years whose actuals stand side by side on A4 landscape.
const YEARS: usize = 6;

/// この施策のKPI; none where the measure has none.
pub fn kpis(s: &Strategy, appraisal: &Appraisal, ids: &[Id<Indicator>]) -> Option<Block> {
    let all = listed(s, appraisal, ids);
    (!all.is_empty()).then(|| {
        Block::Table(Table {
            class: "",
            columns: at_a_glance(review::KPI_COLUMNS[0]),
            rows: all.iter().flat_map(glances).collect(),
        })
    })
}

/// The columns of figures at a glance.
pub fn at_a_glance(name: &str) -> Vec<Column> {
    vec![
        Column::text(name, 0),
        Column::number(words::BASELINE, 26),
        Column::number(words::LATEST, 28),
        Column::number(words::AIM, 28),
        Column::number(words::RATE, 17),
        Column::text(words::RATING, 24),
    ]
}

/// The rows of an indicator at a glance, one a series.
pub fn glances(one: &Listed) -> Vec<Row> {
    let row = |(at, (series, row)): (usize, &(std::sync::Arc<Series>, Figures))| {
        let latest = row.latest.as_ref();
        let target = row.target.as_ref();
        Row::of([
            named(one, &series.name).into(),
            baseline(series).into(),
            latest.map(dated).unwrap_or_default().into(),
            target.map(dated).unwrap_or_default().into(),
            rate(row).into(),
            band(one, at).into(),
        ])
    };
    if one.rows.is_empty() {
        return vec![Row::across("", named(one, ""), 6)];
    }
    one.rows.iter().enumerate().map(row).collect()
}

fn dated((year, figure): &(FiscalYear, Figure)) -> String {
    words::of_year(figure.text(), &year.short())
}

fn named(one: &Listed, series: &str) -> String {
    let name = overview::named(&one.indicator.name, series);
    review::kpi(&name, &one.indicator.unit)
}

fn baseline(series: &Series) -> String {
    let Some(baseline) = &series.baseline else {
        return String::new();
    };
    let at = baseline.at.as_ref().map_or("", |at| at.0.as_str());
    words::of_year(baseline.figure.text(), at)
}

fn rate(row: &Figures) -> String {
    let rate = row.rated.standing.rate();
    rate.map(percent).unwrap_or_default()
}

/// An indicator has one rating; it stands beside its first series.
fn band(one: &Listed, at: usize) -> String {
    match at {
        0 => words::band(one.verdict.band()),
        _ => String::new(),
    }
}

/// 指標一覧: by goal, each indicator once in each goal that uses it.
pub fn indicators(facts: &Facts, chosen: Option<Id<Goal>>) -> Paper {
    let s = facts.strategy;
    let appraisal = Appraisal::of(s, facts.judged);
    let years = years(s.about().period, facts.judged);
    let columns = columns(&years);
    let group = |title: String, ids: &[Id<Indicator>]| -> Option<Leaf> {
        let all = listed(s, &appraisal, ids);
        let rows = all.iter().flat_map(|one| year_by_year(one, &years));
        let table = Table {
            class: "figures-list",
            columns: columns.clone(),
            rows: rows.collect(),
        };
        let (above, title) = (words::judged(facts.judged), Block::Title(title));
        let blocks = vec![Block::Above(above), title, Block::Table(table)];
        (!all.is_empty()).then(|| blocks.into())
    };
    let mut used = std::collections::BTreeSet::new();
    let mut leaves = Vec::new();
    for goal in facts.goals(chosen) {
        let mut ids = goal.targets.clone();
        ids.extend(s.measures_of(goal.id).iter().flat_map(|m| &m.kpis));
        let mut seen = std::collections::BTreeSet::new();
        ids.retain(|id| seen.insert(*id));
        leaves.extend(group(facts.goal(goal.id), &ids));
        used.extend(ids);
    }
    let all = s.indicators.sorted().into_iter().map(|k| k.id);
    let unused = all.filter(|id| chosen.is_none() && !used.contains(id));
    let unused: Vec<_> = unused.collect();
    let title = match used.is_empty() {
        true => words::INDICATORS.0,
        false => words::UNUSED,
    };
    leaves.extend(group(title.to_owned(), &unused));
    if leaves.is_empty() {
        leaves.push(vec![Block::Text(words::NO_INDICATORS.to_owned())].into());
    }
    Paper { wide: true, leaves }
}

/// The years of the period; of a long one the last up to the year judged.
fn years(period: Period, judged: FiscalYear) -> Vec<FiscalYear> {
    let all: Vec<_> = period.years().collect();
    let until = all.iter().position(|year| *year == judged);
    let end = until
        .map_or(all.len(), |at| at + 1)
        .max(YEARS.min(all.len()));
    all[end.saturating_sub(YEARS)..end].to_vec()
}

fn columns(years: &[FiscalYear]) -> Vec<Column> {
    let mut columns = vec![
        Column::text(words::NAME, 0),
        Column::number(words::BASELINE, 27),
    ];
    columns.extend(
        years
            .iter()
            .map(|year| Column::number(words::actual(*year), 23)),
    );
    columns.extend([
        Column::number(words::AIM, 29),
        Column::number(words::RATE, 17),
        Column::text(words::RATING, 25),
    ]);
    columns
}

fn year_by_year(one: &Listed, years: &[FiscalYear]) -> Vec<Row> {
    let row = |(at, (series, row)): (usize, &(std::sync::Arc<Series>, Figures))| {
        let mut cells = vec![
            Cell::noted(
                named(one, &series.name),
                words::owner(&one.indicator.owner, at),
            ),
            baseline(series).into(),
        ];
        cells.extend(years.iter().map(|year| {
            let text = |row: &std::collections::BTreeMap<FiscalYear, Figure>| {
                row.get(year)
                    .map(|f| f.text().to_owned())
                    .unwrap_or_default()
            };
            let target = text(&series.targets);
            let note = match target.as_str() {
                "" => String::new(),
                target => words::year_target(target),
            };
            Cell::noted(text(&series.actuals), note)
        }));
        let target = row.target.as_ref();
        cells.push(target.map(dated).unwrap_or_default().into());
        cells.push(rate(row).into());
        cells.push(band(one, at).into());
        Row { class: "", cells }
    };
    if one.rows.is_empty() {
        return vec![Row::across("", named(one, ""), years.len() + 5)];
    }
    one.rows.iter().enumerate().map(row).collect()
}
