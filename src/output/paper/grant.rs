//! 交付金の効果検証シート: the table 開始前 | 増加分 | 累計 of a project, its results and its review.

use std::collections::BTreeMap;

use super::layout::Paper;
use super::report_data::ReportData;
use ::words::{Word, YearForms, grants as words, model, number, time};
use format::document::{Block, Cell, Column, RecordTable, Row, Style, Table};
use insight::grants::{IncrementLine, KpiRow, increments};
use insight::progress::final_target;
use strategy::*;

/// Returns the sheet of a project; without a project an empty paper.
pub fn grant_sheet(data: &ReportData, project: Option<Id<GrantProject>>) -> Paper {
    let project = project.and_then(|id| data.strategy.get(id));
    let blocks = project.map_or_else(Vec::new, |project| sheet(data.strategy, project));
    Paper::new(vec![blocks], true, data.scale)
}

fn sheet(s: &Strategy, project: &GrantProject) -> Vec<Block> {
    let mut blocks = vec![
        Block::Text(Style::Above, s.about().title.clone()),
        Block::title(model::named(&project.title)),
        Block::body(words::newest_form()),
        Block::labelled(facts(s, project)),
        Block::heading(words::table()),
    ];
    match increment_table(s, project) {
        Some(table) => {
            blocks.push(Block::Table(table));
            blocks.push(Block::body(increment_notes(s, project).join("\n")));
        }
        None => blocks.push(Block::body(words::no_kpis())),
    }
    for (year, review) in &project.reviews {
        blocks.push(Block::heading(review_heading(*year)));
        blocks.extend(result_table(s, project, *year).map(Block::Table));
        let texts = [
            (words::cause(), &review.cause),
            (words::experts(), &review.experts),
            (words::next(), &review.next),
        ];
        let texts = texts.map(|(label, text)| (label.to_owned(), text.clone()));
        blocks.push(Block::labelled(texts.into()));
    }
    blocks.extend(deadlines(project));
    blocks
}

fn review_heading(year: FiscalYear) -> String {
    [words::reviews(), "　", &year.short()].concat()
}

fn facts(s: &Strategy, project: &GrantProject) -> Vec<(String, String)> {
    let titles = project.initiatives.iter().filter_map(|id| s.get(*id));
    let titles: Vec<_> = titles.map(|one| model::named(&one.title)).collect();
    let all = [
        (
            words::kind(),
            words::grant(project.kind, &project.programme),
        ),
        (
            GrantProject::period.field.word(),
            words::years(project.period),
        ),
        (model::kind(Kind::Initiative), titles.join("\n")),
        (words::outline(), project.outline.clone()),
        (words::cost(), project.cost.clone()),
    ];
    let written = all.into_iter().filter(|(_, text)| !text.trim().is_empty());
    written
        .map(|(label, text)| (label.to_owned(), text))
        .collect()
}

fn deadlines(project: &GrantProject) -> Vec<Block> {
    if project.deadlines.is_empty() {
        return Vec::new();
    }
    let day = |due: &Option<Date>| due.as_ref().map(time::day).unwrap_or_default();
    let [paper, due] = words::paper_columns();
    let table = RecordTable::of(&project.deadlines)
        .text(paper, 0, |one| model::named(&one.title).to_owned())
        .text(due, 40, |one| day(&one.due));
    vec![Block::heading(words::papers()), table.block()]
}

/// Returns the table of a project; `None` if it has no KPI.
pub fn increment_table(s: &Strategy, project: &GrantProject) -> Option<Table> {
    let years: Vec<_> = project.period.years().collect();
    let mut columns = vec![
        Column::text(words::kpi_column(), 60),
        Column::text(words::side_column(), 14),
        Column::number(words::start_column(), 24),
    ];
    let of_year = |year: &FiscalYear| Column::number(words::step_column(year.short()), 0);
    columns.extend(years.iter().map(of_year));
    columns.push(Column::number(words::total_column(), 32));
    let all = increments(s, project);
    let rows: Vec<_> = all
        .iter()
        .flat_map(|one| rows(s, one, columns.len(), &years))
        .collect();
    (!rows.is_empty()).then(|| Table {
        columns,
        rows,
        ..Table::default()
    })
}

/// Returns the sentences that explain the table of a project.
pub fn increment_notes(s: &Strategy, project: &GrantProject) -> Vec<&'static str> {
    let rows = increments(s, project);
    words::increment_notes(rows.iter().filter_map(|row| row.increments.as_ref()))
}

/// Returns the rows of a KPI: 目標 and 実績, or the reason why there are none.
fn rows(s: &Strategy, row: &KpiRow, columns: usize, years: &[FiscalYear]) -> Vec<Row> {
    let name = kpi_name(s, row);
    let Some(one) = &row.increments else {
        let refused = Cell {
            text: words::average().to_owned(),
            more: columns - 2,
            ..Cell::default()
        };
        return vec![Row::of([name.into(), refused])];
    };
    let name = Cell {
        text: words::kpi_with_unit(&name, Some(one)),
        down: 1,
        ..Cell::default()
    };
    let mut planned = vec![name];
    planned.extend(line(
        words::planned(),
        words::start(one),
        &one.planned,
        years,
    ));
    let actual = Row {
        skip: 1,
        ..Row::all(line(words::actual(), String::new(), &one.actual, years))
    };
    vec![Row::all(planned), actual]
}

fn line(side: &str, start: String, line: &IncrementLine, years: &[FiscalYear]) -> Vec<Cell> {
    let mut cells = vec![side.into(), start.into()];
    cells.extend(line.steps.iter().map(|step| words::step(*step).into()));
    cells.push(words::total(line, years.last().copied()).into());
    cells
}

/// Returns the name of the KPI of a row.
pub fn kpi_name(s: &Strategy, row: &KpiRow) -> String {
    let indicator = s.get(row.indicator).map(|one| one.name.clone());
    let series = s.get(row.series).map(|one| one.name.clone());
    words::kpi(&indicator.unwrap_or_default(), &series.unwrap_or_default())
}

/// Returns 実績 of a year beside the targets, as printed. A KPI without a target of this year shows its last target with its
/// year. `None` if the year is outside the project, or if there is no KPI.
pub fn result_table(s: &Strategy, project: &GrantProject, year: FiscalYear) -> Option<Table> {
    if !project.period.contains(year) {
        return None;
    }
    let printed = |figures: &BTreeMap<FiscalYear, Figure>| match figures.get(&year) {
        Some(figure) => number::shown(figure.text()),
        None => words::missing().to_owned(),
    };
    let name = |indicator: &Indicator, series: &Series| {
        let name = words::kpi(&indicator.name, &series.name);
        match indicator.unit.trim() {
            "" => name,
            unit => words::unit_of(name, unit),
        }
    };
    let target = |series: &Series| match final_target(series, s.about().period) {
        Some((last, figure)) if !series.targets.contains_key(&year) => {
            words::start_at(number::shown(figure.text()), last.short())
        }
        _ => printed(&series.targets),
    };
    let rows = increments(s, project);
    let rows = rows.iter();
    let rows = rows.filter_map(|row| Some((s.get(row.indicator)?, s.get(row.series)?)));
    let [kpi, planned, actual] = words::results_columns();
    RecordTable::of(rows)
        .text(kpi, 0, |(indicator, series)| name(indicator, series))
        .number(planned, 40, |(_, series)| target(series))
        .number(actual, 40, |(_, series)| printed(&series.actuals))
        .if_any()
}
