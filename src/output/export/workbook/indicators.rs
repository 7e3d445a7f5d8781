//! 指標一覧: a row for each series, with every figure by year.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::draft::{SheetDraft, figure_in, head};
use ::words::model::{desired, goal_number, measure_number};
use ::words::value::display;
use ::words::{marks, paper, workbook as words};
use format::workbook::{Cell, Row, RowKind, Sheet};
use insight::Numbers;
use insight::appraisal::{Appraisal, Appraised};
use insight::evaluation_year;
use strategy::record::{Names, Value};
use strategy::*;

/// Returns the sheet; `None` if there are no indicators.
pub fn sheet(s: &Strategy, today: FiscalYear) -> Option<Sheet> {
    let year = evaluation_year(s, today);
    let list = IndicatorSheetList {
        s,
        appraisal: Appraisal::of(s, year),
        uses: uses(s),
        has_notes: has_notes(s),
        places: FigurePlaces::of(s),
    };
    let indicators = s.indicators.sorted().into_iter();
    SheetDraft {
        plan: &s.about().title,
        name: words::indicators(),
        note: words::rated_in(year),
        heads: heads(s),
        frozen: 2,
        rows: indicators.flat_map(|one| list.rows(one)).collect(),
    }
    .sheet()
}

struct IndicatorSheetList<'a> {
    s: &'a Strategy,
    appraisal: Appraisal,
    uses: BTreeMap<Id<Indicator>, Vec<String>>,
    has_notes: bool,
    places: FigurePlaces,
}

/// The row of the heads, counted from one: they stand under the title and the note.
pub const HEAD_ROW: usize = 3;

/// Columns of the figures, counted from 0.
pub struct FigurePlaces {
    actuals: Vec<FiscalYear>,
    targets: Vec<FiscalYear>,
}

impl FigurePlaces {
    /// The column of 当初値.
    pub const BASELINE: usize = 7;
    /// The first column of 実績.
    const ACTUALS: usize = 9;

    /// Returns the columns of the sheet of a plan.
    pub fn of(s: &Strategy) -> Self {
        Self {
            actuals: years(s, |series| &series.actuals),
            targets: years(s, |series| &series.targets),
        }
    }

    /// Returns the column of 実績 of a year.
    pub fn actual(&self, year: FiscalYear) -> Option<usize> {
        let at = self.actuals.iter().position(|one| *one == year)?;
        Some(Self::ACTUALS + at)
    }

    /// Returns the column of 目標 of a year.
    pub fn target(&self, year: FiscalYear) -> Option<usize> {
        let at = self.targets.iter().position(|one| *one == year)?;
        Some(Self::ACTUALS + self.actuals.len() + at)
    }
}

/// Returns the heads, and the widths of their columns.
pub fn heads(s: &Strategy) -> Vec<(String, usize)> {
    let mut heads = vec![
        head(&Indicator::code.field, 8),
        head(&Indicator::name.field, 36),
        (words::series().to_owned(), 12),
        (words::used_by().to_owned(), 20),
        head(&Indicator::unit.field, 10),
        head(&Indicator::desired.field, 10),
        head(&Indicator::counting.field, 10),
        head(&Series::baseline.field, 12),
        head(&Baseline::at.field, 10),
    ];
    let FigurePlaces { actuals, targets } = FigurePlaces::of(s);
    let figures = |year: &FiscalYear| (paper::actual(*year), 12);
    heads.extend(actuals.iter().map(figures));
    let aims = |year: &FiscalYear| (words::target(*year), 12);
    heads.extend(targets.iter().map(aims));
    heads.extend([
        head(&Indicator::ratings.field, 14),
        head(&Indicator::owner.field, 14),
        head(&Indicator::source.field, 24),
        head(&Indicator::definition.field, 36),
    ]);
    if has_notes(s) {
        heads.push(head(&Indicator::note.field, 24));
    }
    heads
}

impl IndicatorSheetList<'_> {
    fn rows(&self, indicator: &Indicator) -> Vec<Row> {
        let series = self.s.series.under(indicator.id);
        let row = |(at, series): (usize, &&Arc<Series>)| self.row(indicator, at, series);
        match series.is_empty() {
            true => vec![self.row(indicator, 0, &Series::default())],
            false => series.iter().enumerate().map(row).collect(),
        }
    }

    fn row(&self, indicator: &Indicator, at: usize, series: &Series) -> Row {
        let used = self
            .uses
            .get(&indicator.id)
            .map(|uses| uses.join(marks::list()));
        let unit = indicator.unit.as_str();
        let baseline = series.baseline.as_ref();
        let when = baseline.and_then(|baseline| told(&baseline.at));
        let mut cells = vec![
            Cell::text(indicator.code.as_str()),
            Cell::text(indicator.name.as_str()),
            Cell::text(series.name.as_str()),
            Cell::text(used.unwrap_or_default()),
            Cell::text(indicator.unit.as_str()),
            Cell::text(desired(indicator.desired)),
            Cell::text(told(&indicator.counting).unwrap_or_default()),
            figure_in(unit, baseline.map(|baseline| &baseline.figure)),
            Cell::text(when.unwrap_or_default()),
        ];
        let of = |figures: &BTreeMap<FiscalYear, Figure>, year: &FiscalYear| {
            figure_in(unit, figures.get(year))
        };
        let FigurePlaces { actuals, targets } = &self.places;
        cells.extend(actuals.iter().map(|year| of(&series.actuals, year)));
        cells.extend(targets.iter().map(|year| of(&series.targets, year)));
        // The rating belongs to the indicator: it is in the rows of the series that decide it, else in the first row.
        let decides = |appraised: &&Appraised| {
            let deciding = &appraised.verdict.deciding;
            let by_it = deciding.iter().any(|one| one.series == series.id);
            by_it || deciding.is_empty() && at == 0
        };
        let rating = self.appraisal.get(indicator.id).filter(decides);
        let rating = rating.map(|appraised| {
            let by_people = indicator.ratings.contains_key(&self.appraisal.year);
            paper::band(appraised.band(), by_people)
        });
        cells.extend([
            Cell::text(rating.unwrap_or_default()),
            Cell::text(indicator.owner.as_str()),
            Cell::text(indicator.source.as_str()),
            Cell::text(indicator.definition.as_str()),
        ]);
        if self.has_notes {
            cells.push(Cell::text(note(indicator, series)));
        }
        let comment = |(year, note): (&FiscalYear, &String)| {
            let at = self.places.actual(*year).or(self.places.target(*year))?;
            Some((at, note.clone()))
        };
        let comments = series.notes.iter().filter_map(comment).collect();
        Row::new(RowKind::Body, cells).commented(comments)
    }
}

fn told(value: &dyn Value) -> Option<String> {
    let names: Names<'_> = &|_| String::new();
    display(value, names)
}

/// Returns 備考 of the indicator, then the notes on single years.
fn note(indicator: &Indicator, series: &Series) -> String {
    let notes = told(&series.notes);
    let all = [Some(indicator.note.clone()), notes];
    let all = all.into_iter().flatten().filter(|text| !text.is_empty());
    all.collect::<Vec<_>>().join("\n")
}

/// True if there is any note; without one, the column is left out.
fn has_notes(s: &Strategy) -> bool {
    s.indicators.iter().any(|one| !one.note.is_empty())
        || s.series.iter().any(|one| !one.notes.is_empty())
}

/// Returns the goals and measures that use each indicator, in the order of the plan.
fn uses(s: &Strategy) -> BTreeMap<Id<Indicator>, Vec<String>> {
    let numbers = Numbers::of(s);
    let mut uses: BTreeMap<Id<Indicator>, Vec<String>> = BTreeMap::new();
    for goal in s.goals.sorted() {
        for id in &goal.targets {
            let name = goal_number(&numbers.goal(goal.id));
            uses.entry(*id).or_default().push(name);
        }
        for measure in s.measures_of(goal.id) {
            for id in &measure.kpis {
                let name = measure_number(&numbers.code_of(measure.id));
                uses.entry(*id).or_default().push(name);
            }
        }
    }
    uses
}

/// Returns the years for which some series has such figures.
fn years(s: &Strategy, of: fn(&Series) -> &BTreeMap<FiscalYear, Figure>) -> Vec<FiscalYear> {
    let all = s
        .series
        .iter()
        .flat_map(|series| of(series).keys().copied());
    sort::set(all).into_iter().collect()
}
