//! 実施計画 and 実績: a row for each line of money of the newest sheets, with 計 and 純計.

use super::draft::{SheetDraft, head, money};
use ::words::model::goal_coded;
use ::words::{paper, plan as plan_words, workbook as words};
use format::workbook::{Cell, Row, RowKind, Sheet as Tab, ShownNumber};
use insight::Numbers;
use insight::money::{Edition, Ledger, LedgerEntry, Scope, Total};
use strategy::*;

/// Returns 実施計画 of the newest year that sheets plan.
pub fn planned(s: &Strategy) -> Option<Tab> {
    let edition = newest(s)?;
    let years = edition.0..edition.0 + Sheet::YEARS;
    let columns = PlanColumns::Planned(years.map(FiscalYear).collect());
    table(s, edition, &columns, words::plan())
}

/// Returns 実績 of the newest year that sheets judge.
pub fn settled(s: &Strategy) -> Option<Tab> {
    let edition = newest(s)?;
    let columns = PlanColumns::Settled(edition.previous());
    table(s, edition, &columns, words::settled())
}

fn newest(s: &Strategy) -> Option<FiscalYear> {
    s.sheets.iter().map(|sheet| sheet.year).max()
}

/// Columns of money.
enum PlanColumns {
    Settled(FiscalYear),
    Planned(Vec<FiscalYear>),
}

impl PlanColumns {
    fn side(&self) -> Side {
        match self {
            PlanColumns::Settled(_) => Side::Done,
            PlanColumns::Planned(_) => Side::Planned,
        }
    }

    fn first(&self) -> FiscalYear {
        match self {
            PlanColumns::Settled(year) => *year,
            PlanColumns::Planned(years) => years.first().copied().unwrap_or(FiscalYear(0)),
        }
    }

    fn heads(&self) -> Vec<(String, usize)> {
        let mut heads = vec![
            head(&Line::title.field, 40),
            head(&Line::text.field, 40),
            head(&Line::funding.field, 12),
        ];
        match self {
            PlanColumns::Settled(year) => heads.push((paper::settled(*year), 14)),
            PlanColumns::Planned(years) => {
                heads.extend(years.iter().map(|year| (paper::budget(*year), 14)));
                heads.extend(years.iter().map(|year| (paper::course(*year), 14)));
            }
        }
        heads.extend(
            FundSource::ALL
                .iter()
                .map(|one| (plan_words::fund(*one).to_owned(), 12)),
        );
        heads.push(head(&Line::note.field, 28));
        heads
    }

    fn line(&self, line: &Line) -> Row {
        let marks: Vec<_> = line.marks.iter().collect();
        let mut cells = vec![
            Cell::text(paper::marked(&marks, &line.title)),
            Cell::text(line.text.as_str()),
            Cell::text(paper::funding(line.funding)),
        ];
        match self {
            PlanColumns::Settled(_) => cells.push(money(line.settled.as_ref())),
            PlanColumns::Planned(years) => {
                cells.extend(years.iter().map(|year| money(line.budgets.get(year))));
                let course = |year| {
                    line.courses
                        .get(year)
                        .map_or("", |course| course.0.as_str())
                };
                cells.extend(years.iter().map(|year| Cell::text(course(year))));
            }
        }
        let of = |source: &FundSource| {
            let mut all = line.funds.iter().filter(|fund| fund.source == *source);
            let first = all.next().map(|fund| fund.amount)?;
            Some(all.fold(first, |sum, fund| sum.saturating_add(fund.amount)))
        };
        let fund = |source| {
            of(source)
                .map(ShownNumber::thousands)
                .map_or(Cell::Empty, Cell::Number)
        };
        cells.extend(FundSource::ALL.iter().map(fund));
        cells.push(Cell::text(line.note.as_str()));
        Row::new(RowKind::Body, cells)
    }

    /// Returns the row of 計 or 純計, with sums in the columns of money.
    fn total(&self, label: &str, of_year: impl Fn(FiscalYear) -> Option<i64>) -> Row {
        let cell = |year: &FiscalYear| {
            of_year(*year).map_or(Cell::Empty, |sum| Cell::Number(ShownNumber::thousands(sum)))
        };
        let mut cells = vec![Cell::text(label), Cell::Empty, Cell::Empty];
        match self {
            PlanColumns::Settled(year) => cells.push(cell(year)),
            PlanColumns::Planned(years) => cells.extend(years.iter().map(cell)),
        }
        Row::new(RowKind::Total, cells)
    }
}

fn table(
    s: &Strategy,
    edition: FiscalYear,
    columns: &PlanColumns,
    name: &'static str,
) -> Option<Tab> {
    let table = PlanTable {
        s,
        columns,
        numbers: Numbers::of(s),
        ledger: Ledger::of(s, columns.side(), columns.first(), Edition::Of(edition)),
    };
    let goals = s.goals.sorted();
    let mut rows: Vec<WrittenSheet> = goals.iter().flat_map(|goal| table.goal(goal)).collect();
    if !rows.is_empty() {
        rows.extend(table.totals(Scope::All, words::whole(), rows.len()));
    }
    let mut draft = SheetDraft {
        plan: &s.about().title,
        name,
        note: words::in_thousand().to_owned(),
        heads: columns.heads(),
        frozen: 1,
        rows: Vec::new(),
    };
    draft.rows = added_up(rows, draft.above());
    draft.sheet()
}

/// A row before its place on the sheet is known.
struct WrittenSheet {
    row: Row,
    what: PlanColumnKind,
}

/// Role of a row in the sums below it.
#[derive(Clone, Copy)]
enum PlanColumnKind {
    Heading,
    /// A line of money; true if it counts for 純計.
    Line(bool),
    /// The sum of the lines among this many rows above it; true for 純計.
    Total(usize, bool),
}

/// The most runs of rows in one sum: with more, a spreadsheet rejects the formula, and the sum is written as a number.
const MOST_RUNS: usize = 200;

/// Returns the rows, with each sum as a formula over the rows it adds up. `above`: number of rows above the first.
fn added_up(rows: Vec<WrittenSheet>, above: usize) -> Vec<Row> {
    let what: Vec<PlanColumnKind> = rows.iter().map(|row| row.what).collect();
    let with_sums = |(at, written): (usize, WrittenSheet)| {
        let PlanColumnKind::Total(back, net) = written.what else {
            return written.row;
        };
        let adds = |at: &usize| matches!(what[*at], PlanColumnKind::Line(counts) if counts || !net);
        let runs = runs((at - back..at).filter(adds).map(|at| above + at + 1));
        let mut row = written.row;
        for cell in &mut row.cells {
            if let Cell::Number(shown) = cell
                && (1..=MOST_RUNS).contains(&runs.len())
            {
                *cell = Cell::Sum(shown.clone(), runs.clone());
            }
        }
        row
    };
    rows.into_iter().enumerate().map(with_sums).collect()
}

/// Returns the first and the last number of each run of consecutive numbers.
fn runs(numbers: impl Iterator<Item = usize>) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for number in numbers {
        match runs.last_mut().filter(|(_, last)| last + 1 == number) {
            Some((_, last)) => *last = number,
            None => runs.push((number, number)),
        }
    }
    runs
}

struct PlanTable<'a> {
    s: &'a Strategy,
    columns: &'a PlanColumns,
    numbers: Numbers,
    ledger: Ledger,
}

impl PlanTable<'_> {
    fn goal(&self, goal: &Goal) -> Vec<WrittenSheet> {
        let measures = self.s.measures_of(goal.id);
        let mut rows: Vec<WrittenSheet> =
            measures.iter().flat_map(|one| self.measure(one)).collect();
        if !rows.is_empty() {
            let name = goal_coded(&self.numbers.goal(goal.id), &goal.title);
            rows.insert(0, heading(name));
            let label = paper::total_of(&self.numbers.goal(goal.id), goal.kind);
            rows.extend(self.totals(Scope::Goal(goal.id), &label, rows.len()));
        }
        rows
    }

    fn measure(&self, measure: &Measure) -> Vec<WrittenSheet> {
        let scope = Scope::Measure(measure.id);
        let lines = self.ledger.within(scope);
        let line = |entry: &LedgerEntry| WrittenSheet {
            row: self.columns.line(&entry.line),
            what: PlanColumnKind::Line(entry.counts()),
        };
        let mut rows: Vec<WrittenSheet> = lines.map(line).collect();
        if !rows.is_empty() {
            let name = plan_words::coded(&self.numbers.code_of(measure.id), &measure.title);
            rows.insert(0, heading(name));
            rows.extend(self.totals(scope, plan_words::sum(), rows.len()));
        }
        rows
    }

    /// Returns 計, and 純計 if it differs in some year. `above`: number of rows of the scope above.
    fn totals(&self, scope: Scope, label: &str, above: usize) -> Vec<WrittenSheet> {
        let of = |year| match self.columns {
            PlanColumns::Settled(_) => self.ledger.total(scope),
            PlanColumns::Planned(_) => self.ledger.total_of(scope, year),
        };
        let known = |amount: Option<insight::money::Amount>| amount.and_then(|a| a.value());
        let sum = |year| known(Total::amount(&of(year)));
        let net = |year| known(Total::net_amount(&of(year)));
        let mut rows = vec![WrittenSheet {
            row: self.columns.total(label, sum),
            what: PlanColumnKind::Total(above, false),
        }];
        let years = match self.columns {
            PlanColumns::Settled(year) => vec![*year],
            PlanColumns::Planned(years) => years.clone(),
        };
        if years.into_iter().any(|year| sum(year) != net(year)) {
            rows.push(WrittenSheet {
                row: self.columns.total(words::net(), net),
                what: PlanColumnKind::Total(above + 1, true),
            });
        }
        rows
    }
}

fn heading(name: String) -> WrittenSheet {
    WrittenSheet {
        row: Row::new(RowKind::Group, [Cell::text(name)]),
        what: PlanColumnKind::Heading,
    }
}
