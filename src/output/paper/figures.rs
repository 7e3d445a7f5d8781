//! 指標一覧, and the KPI of a sheet.

use super::layout::Paper;
use super::report_data::ReportData;
use super::year_notes::YearNotes;
use crate::chart::spark;
use ::words::number::{percent, shown};
use ::words::why::decided;
use ::words::{YearForms, overview, paper as words, review};
use format::document::{Block, Cell, Column, Row, Style};
use insight::appraisal::Appraisal;
use insight::overview::{Listed, SeriesSummary, listed};
use strategy::*;

/// The most years whose actuals fit side by side on A4 landscape.
const YEARS: usize = 6;

/// Returns この施策のKPI; `None` if the measure has no KPI.
pub fn kpis(s: &Strategy, appraisal: &Appraisal, ids: &[Id<Indicator>]) -> Option<Block> {
    let all = listed(s, appraisal, ids);
    (!all.is_empty()).then(|| {
        Block::table(
            at_a_glance(review::kpi_columns()[0], true),
            all.iter().flat_map(|one| glances(one, true)).collect(),
        )
    })
}

/// Returns the columns of figures at a glance. Before there are any actuals, only baseline and target have one.
pub fn at_a_glance(name: &str, has_actuals: bool) -> Vec<Column> {
    let names = [Column::text(words::code(), 12), Column::text(name, 0)];
    let figures = match has_actuals {
        true => vec![
            Column::number(words::baseline(), 24),
            Column::number(words::latest(), 24),
            Column::number(words::aim(), 26),
            Column::text(words::way_label(), 18),
            Column::number(words::rate(), 16),
            Column::text(words::rating(), 29),
        ],
        false => vec![
            Column::number(words::baseline(), 36),
            Column::number(words::aim(), 36),
        ],
    };
    names.into_iter().chain(figures).collect()
}

/// Returns the rows of an indicator at a glance, one for each series.
pub fn glances(one: &Listed, has_actuals: bool) -> Vec<Row> {
    let width = if has_actuals { 8 } else { 4 };
    let mut rows = rows_of(one, width, |series, row| {
        let figure = |of: &Option<(FiscalYear, Figure)>| of.as_ref().map(dated).unwrap_or_default();
        let (baseline, target) = (baseline(series).into(), figure(&row.target).into());
        match has_actuals {
            true => vec![
                baseline,
                figure(&row.latest).into(),
                target,
                Cell::drawn(spark(row)),
                rate(row).into(),
            ],
            false => vec![baseline, target],
        }
    });
    for row in &mut rows {
        // The short list has no 担当; an indicator that is not judged has no rating.
        row.cells
            .iter_mut()
            .take(2)
            .for_each(|cell| cell.note.clear());
        if !has_actuals && !row.tied {
            row.cells.pop();
        }
    }
    rows
}

/// Returns a row for each series. The code and the rating belong to the indicator: their cells stretch over all its rows.
fn rows_of(
    one: &Listed,
    width: usize,
    middle: impl Fn(&Series, &SeriesSummary) -> Vec<Cell>,
) -> Vec<Row> {
    if one.rows.is_empty() {
        let name = Cell {
            more: width.saturating_sub(3),
            ..named(one, "").into()
        };
        let code = one.indicator.code.as_str();
        return vec![Row::all(vec![code.into(), name, band(one)])];
    }
    let down = one.rows.len() - 1;
    let row = |(at, (series, row)): (usize, &(std::sync::Arc<Series>, SeriesSummary))| {
        let mut cells = Vec::new();
        if at == 0 {
            cells.push(Cell::from(one.indicator.code.as_str()).down(down));
        }
        let owner = words::owner(&one.indicator.owner, at);
        cells.push(Cell::noted(named(one, &series.name), owner));
        cells.extend(middle(series, row));
        if at == 0 {
            cells.push(band(one).down(down));
        }
        Row {
            cells,
            skip: usize::from(at > 0),
            tied: at > 0,
            ..Row::default()
        }
    };
    one.rows.iter().enumerate().map(row).collect()
}

fn dated((year, figure): &(FiscalYear, Figure)) -> String {
    words::of_year(&shown(figure.text()), &year.short())
}

/// Returns the name of an indicator, with its unit unless the unit is printed with every figure.
fn named(one: &Listed, series: &str) -> String {
    let name = overview::named(&one.indicator.name, series);
    match print_unit(one) {
        true => name,
        false => review::kpi(&name, &one.indicator.unit),
    }
}

/// True if every number of an indicator is printed with its unit.
fn print_unit(one: &Listed) -> bool {
    let series = one.rows.iter().map(|(series, _)| series);
    let figures = series.flat_map(|series| {
        let start = series.baseline.as_ref().map(|one| &one.figure);
        let years = series.targets.values().chain(series.actuals.values());
        start.into_iter().chain(years)
    });
    let mut numbers = figures.filter_map(|one| one.number()).peekable();
    numbers.peek().is_some() && numbers.all(|one| !one.unit.is_empty())
}

fn baseline(series: &Series) -> String {
    let Some(baseline) = &series.baseline else {
        return String::new();
    };
    let at = baseline.at.as_ref().map_or("", |at| at.0.as_str());
    words::of_year(&shown(baseline.figure.text()), at)
}

fn rate(row: &SeriesSummary) -> String {
    let rate = row.rated.status.rate();
    rate.map(percent).unwrap_or_default()
}

/// Returns the rating of an indicator, with the reason below it.
fn band(one: &Listed) -> Cell {
    let text = words::band(one.verdict.band(), one.verdict.by_people());
    Cell::noted(text, decided(&one.verdict).unwrap_or_default())
}

/// Names the people who gave ratings, and their reasons; `None`: all ratings were computed.
pub fn by_people<'a>(all: impl IntoIterator<Item = &'a Listed>) -> Option<Block> {
    let given = all.into_iter().filter(|one| one.verdict.by_people());
    let mut lines: Vec<String> = Vec::new();
    for one in given {
        let Some(hand) = &one.verdict.by_hand else {
            continue;
        };
        let (by, reason) = (hand.rating.by.trim(), hand.rating.reason.trim());
        let line = words::by_people(&one.indicator.name, by, reason);
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    (!lines.is_empty()).then(|| Block::body(lines.join("\n")))
}

/// Returns 指標一覧: by goal, each indicator once in each goal that uses it.
pub fn indicators(data: &ReportData, chosen: Option<Id<Goal>>) -> Paper {
    let years = years(data.strategy.about().period, data.judged);
    let columns = columns(&years);
    let mut blocks = vec![
        Block::Text(Style::Above, words::judged(data.judged)),
        Block::title(words::indicators().0),
    ];
    let groups = by_goal(data, chosen);
    let notes = YearNotes::of(groups.iter().flat_map(|(_, all)| all), &years);
    let mut rows = Vec::new();
    for (title, all) in &groups {
        rows.push(Row::group(title.clone(), columns.len()));
        rows.extend(all.iter().flat_map(|one| year_by_year(one, &years, &notes)));
    }
    if rows.is_empty() {
        blocks.push(Block::body(words::no_indicators()));
    } else {
        blocks.push(Block::table(columns, rows));
    }
    blocks.extend(notes.block());
    blocks.extend(by_people(groups.iter().flat_map(|(_, all)| all)));
    Paper::new(vec![blocks], true, data.scale)
}

/// Returns the indicators at a glance, by goal.
pub fn glances_by_goal(data: &ReportData) -> Vec<Block> {
    let groups = by_goal(data, None);
    let listed = groups.iter().flat_map(|(_, all)| all);
    let mut rows = listed.flat_map(|one| &one.rows);
    let has_actuals = rows.any(|(_, row)| row.latest.is_some());
    let mut blocks = Vec::new();
    for (title, all) in &groups {
        blocks.push(Block::heading(title.clone()));
        blocks.push(Block::table(
            at_a_glance(words::name(), has_actuals),
            all.iter()
                .flat_map(|one| glances(one, has_actuals))
                .collect(),
        ));
    }
    blocks.extend(by_people(groups.iter().flat_map(|(_, all)| all)));
    blocks
}

/// Returns the indicators of each goal, each once in each goal that uses it, and at last the unused ones.
fn by_goal(data: &ReportData, chosen: Option<Id<Goal>>) -> Vec<(String, Vec<Listed>)> {
    let s = data.strategy;
    let appraisal = Appraisal::of(s, data.judged);
    let mut used = std::collections::BTreeSet::new();
    let mut groups = Vec::new();
    for goal in data.goals(chosen) {
        let mut ids = goal.targets.clone();
        ids.extend(s.measures_of(goal.id).iter().flat_map(|m| &m.kpis));
        let mut seen = std::collections::BTreeSet::new();
        ids.retain(|id| seen.insert(*id));
        groups.push((data.goal(goal.id), listed(s, &appraisal, &ids)));
        used.extend(ids);
    }
    let all = s.indicators.sorted().into_iter().map(|k| k.id);
    let unused = all.filter(|id| chosen.is_none() && !used.contains(id));
    let unused: Vec<_> = unused.collect();
    groups.push((words::unused().to_owned(), listed(s, &appraisal, &unused)));
    groups.retain(|(_, all)| !all.is_empty());
    groups
}

/// Returns the years of the period. Of a long period, the last years up to the judged one are shown.
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
        Column::text(words::code(), 13),
        Column::text(words::name(), 0),
        Column::number(words::baseline(), 27),
    ];
    let actuals = years.iter();
    columns.extend(actuals.map(|year| Column::number(words::actual(*year), 22)));
    columns.extend([
        Column::number(words::aim(), 28),
        Column::number(words::rate(), 17),
        Column::text(words::rating(), 29),
    ]);
    columns
}

fn year_by_year(one: &Listed, years: &[FiscalYear], notes: &YearNotes) -> Vec<Row> {
    rows_of(one, years.len() + 6, |series, row| {
        let mut cells = vec![Cell::from(baseline(series))];
        cells.extend(years.iter().map(|year| {
            let text = |row: &std::collections::BTreeMap<FiscalYear, Figure>| {
                row.get(year).map(|f| shown(f.text())).unwrap_or_default()
            };
            let target = text(&series.targets);
            let is_last = row.target.as_ref().is_some_and(|(last, _)| last == year);
            let note = match target.as_str() {
                "" => String::new(),
                _ if is_last => String::new(),
                target => words::year_target(target),
            };
            let actual = text(&series.actuals) + &notes.mark(series.id, *year);
            Cell::noted(actual, note)
        }));
        let target = row.target.as_ref();
        cells.push(target.map(dated).unwrap_or_default().into());
        cells.push(rate(row).into());
        cells
    })
}
