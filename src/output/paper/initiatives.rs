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

/// A table of 事業: its columns by year.
pub struct InitiativeTable {
    columns: Vec<YearColumn>,
}

impl InitiativeTable {
    /// Makes the table of 実績, with 決算額 of a year.
    pub fn done(year: FiscalYear) -> Self {
        Self {
            columns: vec![YearColumn::Settled(year)],
        }
    }

    /// Makes the table of 計画: 予算額 of the first year and 方向性 of the two following years. Any other column of these years
    /// is there if it has an entry.
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

    /// Returns the table of rows that [`InitiativeTable::line`] and [`InitiativeTable::total`] made.
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

    /// Returns the row of a line. `now`: its sheet is of the printed year. Of an older sheet, 財源 and 新規 are left out: they
    /// are of its own first year.
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

    /// Returns the row of 計, with the sum of the year in every column of money.
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
