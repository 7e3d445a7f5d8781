//! Tables of 事業: the lines of a sheet, with a column for each year something is written of.

use ::words::{Say, paper as words, plan};
use format::document::{Cell, Column, First, Row, Table};
use insight::money::Amount;
use strategy::*;

/// A column of money or of 方向性.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum YearColumn {
    Settled(FiscalYear),
    Budget(FiscalYear),
    Course(FiscalYear),
}

/// The columns of such a table.
pub struct InitiativeTable {
    columns: Vec<YearColumn>,
}

impl InitiativeTable {
    /// 実績: 決算額.
    pub fn done(year: FiscalYear) -> Self {
        Self {
            columns: vec![YearColumn::Settled(year)],
        }
    }

    /// 計画: 予算額 of the first year, and whatever else the lines say of it and the two after.
    pub fn planned<'a>(lines: impl Iterator<Item = &'a Line> + Clone, first: FiscalYear) -> Self {
        let mut columns = Vec::new();
        for year in (first.0..first.0 + Sheet::YEARS).map(FiscalYear) {
            let has_budget = lines.clone().any(|line| line.budgets.contains_key(&year));
            let has_course = lines.clone().any(|line| line.courses.contains_key(&year));
            let is_first = year == first;
            columns.extend((has_budget || is_first).then_some(YearColumn::Budget(year)));
            columns.extend((has_course || !is_first).then_some(YearColumn::Course(year)));
        }
        Self { columns }
    }

    /// The table; its rows are made by [`InitiativeTable::line`] and [`InitiativeTable::total`].
    pub fn table(&self, rows: Vec<Row>) -> Table {
        let columns = self.columns.iter().map(|column| match column {
            YearColumn::Settled(year) => Column::number(words::settled(*year), 23),
            YearColumn::Budget(year) => Column::number(words::budget(*year), 23),
            YearColumn::Course(year) => Column::text(words::course(*year), 19),
        });
        let names = [
            Column::text(words::work(), 0),
            Column::text(words::kind(), 19),
        ];
        Table {
            columns: names.into_iter().chain(columns).collect(),
            rows,
            first: First::Name,
            ..Table::default()
        }
    }

    /// Returns the number of columns.
    pub fn width(&self) -> usize {
        self.columns.len() + 2
    }

    /// A line; `now`: its sheet is of the year printed. What an older sheet says of its own first year, its 財源 and
    /// that it is 新規, is not true of this one.
    pub fn line(&self, line: &Line, now: bool) -> Row {
        let funds = if now {
            plan::funds(&line.funds)
        } else {
            String::new()
        };
        let marks: Vec<_> = line
            .marks
            .iter()
            .filter(|mark| now || !mark.is_new())
            .collect();
        let note = [line.text.clone(), funds];
        let note: Vec<_> = note.into_iter().filter(|text| !text.is_empty()).collect();
        let money = |money: Option<&Money>| money.map(Money::say);
        let text = |column: &YearColumn| match column {
            YearColumn::Settled(_) => money(line.settled.as_ref()),
            YearColumn::Budget(year) => money(line.budgets.get(year)),
            YearColumn::Course(year) => line.courses.get(year).map(|course| course.0.clone()),
        };
        let mut cells = vec![
            Cell::noted(words::marked(&marks, &line.title), note.join("\n")),
            words::funding(line.funding).into(),
        ];
        let columns = self.columns.iter().map(text);
        cells.extend(columns.map(|text| text.unwrap_or_default().into()));
        Row::all(cells)
    }

    /// 計: under every column of money what its year comes to.
    pub fn total(&self, label: Cell, of_year: impl Fn(FiscalYear) -> Option<Amount>) -> Row {
        let mut cells = vec![Cell { more: 1, ..label }];
        cells.extend(self.columns.iter().map(|column| match column {
            YearColumn::Settled(year) | YearColumn::Budget(year) => {
                plan::total_amount(of_year(*year)).into()
            }
            YearColumn::Course(_) => Cell::default(),
        }));
        Row::total(cells)
    }
}
