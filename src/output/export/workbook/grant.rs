//! A grant project as a workbook: the table 開始前 | 増加分 | 累計, and its reviews. The same rows are copied to a spreadsheet.

use super::draft::SheetDraft;
use super::of_sheets;
use crate::paper::kpi_name;
use ::words::{YearForms, grants as words, model};
use format::workbook::{Cell, Row, RowKind, ShownNumber, Workbook};
use insight::grants::{IncrementLine, Increments, KpiRow, increments};
use rust_decimal::Decimal;
use strategy::*;

/// Returns the workbook of a project.
pub fn grant_workbook(s: &Strategy, project: &GrantProject) -> Workbook {
    let (heads, rows) = table(s, project);
    let table = SheetDraft {
        plan: model::named(&project.title),
        name: words::book_table(),
        note: words::newest_form().to_owned(),
        heads: heads.into_iter().map(|head| (head, 14)).collect(),
        frozen: 1,
        rows: rows
            .into_iter()
            .map(|cells| Row::new(RowKind::Body, cells))
            .collect(),
    };
    let review = |(year, review): (&FiscalYear, &GrantReview)| {
        let texts = [&year.short(), &review.cause, &review.experts, &review.next];
        Row::new(RowKind::Body, texts.map(|text| Cell::text(text.as_str())))
    };
    let reviews = SheetDraft {
        plan: model::named(&project.title),
        name: words::book_review(),
        note: words::newest_form().to_owned(),
        heads: words::book_review_columns()
            .into_iter()
            .zip([10, 56, 56, 56])
            .map(|(head, width)| (head.to_owned(), width))
            .collect(),
        frozen: 1,
        rows: project.reviews.iter().map(review).collect(),
    };
    let sheets = [table, reviews].into_iter().filter_map(SheetDraft::sheet);
    of_sheets(sheets.collect())
}

/// Returns the table as rows of texts, heads first, with numbers as a spreadsheet reads them.
pub fn grant_rows(s: &Strategy, project: &GrantProject) -> Vec<Vec<String>> {
    let (heads, rows) = table(s, project);
    let text = |cell: Cell| match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text,
        Cell::Number(shown) | Cell::Sum(shown, _) => shown.value.to_string(),
        Cell::Linked(to) => to
            .shown
            .map_or_else(String::new, |shown| shown.value.to_string()),
    };
    let rows = rows.into_iter();
    let rows = rows.map(|row| row.into_iter().map(text).collect());
    std::iter::once(heads).chain(rows).collect()
}

fn table(s: &Strategy, project: &GrantProject) -> (Vec<String>, Vec<Vec<Cell>>) {
    let mut heads: Vec<_> = words::book_columns().map(str::to_owned).into();
    let years = project.period.years();
    heads.extend(years.map(|year| words::step_column(year.short())));
    heads.push(words::total_column().to_owned());
    let all = increments(s, project);
    (heads, all.iter().flat_map(|row| lines(s, row)).collect())
}

fn lines(s: &Strategy, row: &KpiRow) -> Vec<Vec<Cell>> {
    let name = Cell::text(kpi_name(s, row));
    let Some(one) = &row.increments else {
        return vec![vec![name, Cell::text(words::average())]];
    };
    vec![
        line(&name, one, words::planned(), &one.planned),
        line(&name, one, words::actual(), &one.actual),
    ]
}

fn line(name: &Cell, one: &Increments, side: &str, line: &IncrementLine) -> Vec<Cell> {
    let start = one.start;
    let mut cells = vec![
        name.clone(),
        Cell::text(one.unit.as_str()),
        Cell::text(words::unit_of_increments(one)),
        Cell::text(side),
        start.map_or(Cell::text(words::no_start()), |start| number(start.value)),
        Cell::text(
            start
                .and_then(|start| start.year)
                .map(FiscalYear::short)
                .unwrap_or_default(),
        ),
    ];
    let steps = line.steps.iter().copied();
    let steps = steps.map(|step| step.map_or_else(|_| Cell::text(words::step(step)), number));
    cells.extend(steps);
    cells.push(match line.total {
        Ok((_, total)) => number(total),
        Err(_) => Cell::text(words::total(line, None)),
    });
    cells
}

/// Returns a number with its own decimals, and with △ below zero.
fn number(value: Decimal) -> Cell {
    let value = value.normalize();
    let digits = match value.scale() {
        0 => "#,##0".to_owned(),
        scale => format!("#,##0.{}", "0".repeat(scale as usize)),
    };
    Cell::Number(ShownNumber {
        value,
        form: format!("{digits};\"△\"{digits}"),
        printed: None,
    })
}
