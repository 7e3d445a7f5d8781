//! Rows that somebody added to the workbook of a part: new records, each at the place that its row names. Where the row does
//! not name it for certain, the record is offered.

use std::collections::BTreeMap;

use super::cell_values::filled;
use super::columns::{Columns, measure_names};
use super::found::SheetFound;
use super::own_rows::NewRow;
use super::written::{NewRows, PartReading};
use edit::NotTaken;
use format::workbook::{Cell, RowRead};
use strategy::*;

/// An indicator that somebody added.
struct Newcomer {
    indicator: Indicator,
    series: Vec<Series>,
}

/// Place that the rows name for a new record, and whether it is certain.
type NewRowPlace<P> = Option<(P, bool)>;

impl<'a> PartReading<'a> {
    /// Offers the indicators that were added on the sheet of figures, or on the sheet of texts, or on both.
    pub fn new_indicators(
        &mut self,
        figures: Option<NewRows<'a, Series>>,
        series: &Columns<Series>,
        texts: Option<NewRows<'a, Indicator>>,
        indicators: &Columns<Indicator>,
    ) {
        let mut newcomers = Vec::<Newcomer>::new();
        if let Some(NewRows { found, rows }) = figures {
            for NewRow { row, .. } in rows {
                self.figures_of_new(&found, row, series, &mut newcomers);
            }
        }
        if let Some(NewRows { found, rows }) = texts {
            for NewRow { row, .. } in rows {
                self.texts_of_new(&found, row, indicators, &mut newcomers);
            }
        }
        let mut last = self.last_indicator();
        for newcomer in newcomers {
            last = Some(self.offer_indicator(newcomer, last.as_ref()));
        }
    }

    fn figures_of_new(
        &mut self,
        found: &SheetFound<'_>,
        row: &RowRead,
        columns: &Columns<Series>,
        newcomers: &mut Vec<Newcomer>,
    ) {
        let [name, group, unit] = [0, 1, 2].map(|nth| found.text(row, nth));
        let known = known(self.base, &name, &unit);
        let has = |one: &Indicator| {
            let series = self.base.series.under(one.id);
            series.iter().any(|series| is_called(&series.name, &group))
        };
        let is_there = known.iter().any(|one| has(one));
        let series = self.record(found, row, columns, Series::default());
        if name.is_empty() || is_there || (series.figures().next().is_none() && unit.is_empty()) {
            return self.not_placed(found, row);
        }
        let series = Series {
            name: group,
            ..series
        };
        match newcomers.iter_mut().find(|one| one.is(&name, &unit)) {
            Some(newcomer) => newcomer.series.push(series),
            None => newcomers.push(Newcomer {
                indicator: Indicator {
                    name,
                    unit,
                    ..Indicator::default()
                },
                series: vec![series],
            }),
        }
    }

    fn texts_of_new(
        &mut self,
        found: &SheetFound<'_>,
        row: &RowRead,
        columns: &Columns<Indicator>,
        newcomers: &mut Vec<Newcomer>,
    ) {
        let indicator = self.record(found, row, columns, Indicator::default());
        let (name, unit) = (indicator.name.trim(), indicator.unit.trim());
        if let Some(newcomer) = newcomers.iter_mut().find(|one| one.is(name, unit)) {
            newcomer.indicator = Indicator {
                unit: match unit.is_empty() {
                    true => newcomer.indicator.unit.clone(),
                    false => unit.to_owned(),
                },
                ..indicator
            };
            return;
        }
        let says_more = (1..columns.columns.len()).any(|nth| !found.text(row, nth).is_empty());
        if name.is_empty() || !says_more || !known(self.base, name, unit).is_empty() {
            return self.not_placed(found, row);
        }
        newcomers.push(Newcomer {
            indicator,
            series: vec![Series::default()],
        });
    }

    fn last_indicator(&self) -> Option<Order> {
        let all = self.base.indicators.sorted();
        all.last().map(|one| one.order.clone())
    }

    fn offer_indicator(&mut self, newcomer: Newcomer, last: Option<&Order>) -> Order {
        let id = Id::<Indicator>::new((self.fresh)());
        let order = Order::between(last, None, id.number());
        let part = &mut self.written.part;
        part.indicators.insert(Indicator {
            id,
            order: order.clone(),
            ..newcomer.indicator
        });
        for (at, series) in newcomer.series.into_iter().enumerate() {
            part.series.insert(Series {
                id: Id::new((self.fresh)()),
                indicator: id,
                order: Order::nth(at),
                ..series
            });
        }
        self.written.offered.insert(id.into());
        order
    }

    /// Offers new measures: no row names a goal, and the guess is that of the row above. Other sheets may name them.
    pub fn new_measures(&mut self, new: Option<NewRows<'a, Measure>>, columns: &Columns<Measure>) {
        let Some(NewRows { found, rows }) = new else {
            return;
        };
        let of = |one: &Measure| (one.goal, one.division);
        let mut ends = Ends::of(&self.base.measures);
        for NewRow { row, above, below } in rows {
            let near = self.near(&self.base.measures, (above.or(below), below), of);
            let record = self.record(&found, row, columns, Measure::default());
            let title = record.title.trim().to_owned();
            let is_here = |one: &Measure| is_called(&one.title, &title);
            let is_here = self.base.measures.iter().any(|one| is_here(one));
            match near.filter(|_| !title.is_empty() && !is_here) {
                Some(((goal, division), _)) => {
                    let id = Id::new((self.fresh)());
                    let coded = format!("{} {title}", found.text(row, 0));
                    for name in [title, coded] {
                        self.measures_added.push((plain(&name), id));
                    }
                    let record = Measure {
                        id,
                        goal,
                        division,
                        ..record
                    };
                    self.add(record, &mut ends, false);
                }
                None => self.not_placed(&found, row),
            }
        }
    }

    /// New initiatives, under the measure that the row names, or that of the row above.
    pub fn new_initiatives(
        &mut self,
        new: Option<NewRows<'a, Initiative>>,
        columns: &Columns<Initiative>,
    ) {
        let Some(NewRows { found, rows }) = new else {
            return;
        };
        let places = self.measure_places();
        let of = |one: &Initiative| one.measure;
        let mut ends = Ends::of(&self.base.initiatives);
        for NewRow { row, above, below } in rows {
            let near = self.near(&self.base.initiatives, (above, below), of);
            let place = named(&places, &found.text(row, 0), near);
            let record = self.record(&found, row, columns, Initiative::default());
            match place.filter(|_| !record.title.trim().is_empty()) {
                Some((measure, certain)) => {
                    let id = Id::new((self.fresh)());
                    let record = Initiative {
                        id,
                        measure,
                        ..record
                    };
                    self.add(record, &mut ends, certain);
                }
                None => self.not_placed(&found, row),
            }
        }
    }

    /// New reviews, of the measure and the year that the row names.
    pub fn new_reviews(&mut self, new: Option<NewRows<'a, Sheet>>, columns: &Columns<Sheet>) {
        let Some(NewRows { found, rows }) = new else {
            return;
        };
        let names = self.measure_places();
        let period = self.base.about().period;
        let years = || (period.first.0 - 1..=period.last.0 + 1).map(FiscalYear);
        let probes = self.base.measures.ids().flat_map(|measure| {
            years().map(move |year| Sheet {
                measure,
                year,
                ..Sheet::default()
            })
        });
        let year_of = |sheet: Sheet| (label(columns, 1, &sheet), sheet.year);
        let years: BTreeMap<String, FiscalYear> = sort::map(probes.map(year_of));
        let mut ends = Ends::of(&self.base.sheets);
        let mut added = Vec::new();
        for NewRow { row, .. } in rows {
            let measure = named(&names, &found.text(row, 0), None);
            let year = years.get(&plain(&found.text(row, 1))).copied();
            let record = self.record(&found, row, columns, Sheet::default());
            let is_there = |place: &(Id<Measure>, FiscalYear)| {
                let of = |one: &Sheet| (one.measure, one.year) == *place;
                added.contains(place) || self.base.sheets.iter().any(|one| of(one))
            };
            let place = measure.and_then(|(measure, _)| Some((measure, year?)));
            match place.filter(|place| !is_there(place)) {
                Some((measure, year)) => {
                    added.push((measure, year));
                    let id = Id::new((self.fresh)());
                    let record = Sheet {
                        id,
                        measure,
                        year,
                        ..record
                    };
                    self.add(record, &mut ends, true);
                }
                None => self.not_placed(&found, row),
            }
        }
    }

    /// New lines, on the sheet and the side that the row names, or those of the row above.
    pub fn new_lines(&mut self, new: Option<NewRows<'a, Line>>, columns: &Columns<Line>) {
        let Some(NewRows { found, rows }) = new else {
            return;
        };
        let halves = self.base.sheets.iter().flat_map(|sheet| {
            [Side::Done, Side::Planned].map(|side| Line {
                sheet: sheet.id,
                side,
                ..Line::default()
            })
        });
        let at = |line: Line| {
            let labels = [0, 1].map(|nth| label(columns, nth, &line));
            (labels.concat(), (line.sheet, line.side))
        };
        let places = unique(halves.map(at));
        let of = |one: &Line| (one.sheet, one.side);
        let mut ends = Ends::of(&self.base.lines);
        for NewRow { row, above, below } in rows {
            let near = self.near(&self.base.lines, (above, below), of);
            let labels = [0, 1].map(|nth| found.text(row, nth));
            let place = named(&places, &labels.concat(), near);
            let record = self.record(&found, row, columns, Line::default());
            match place.filter(|_| !record.title.trim().is_empty()) {
                Some(((sheet, side), certain)) => {
                    let id = Id::new((self.fresh)());
                    let record = Line {
                        id,
                        sheet,
                        side,
                        ..record
                    };
                    self.add(record, &mut ends, certain);
                }
                None => self.not_placed(&found, row),
            }
        }
    }

    /// The measures by what they are called in the workbook, those that somebody added among them.
    fn measure_places(&self) -> BTreeMap<String, Option<Id<Measure>>> {
        let names = measure_names(self.base).into_iter();
        let mut places = unique(names.map(|(id, name)| (plain(&name), id)));
        for (name, id) in &self.measures_added {
            places.entry(name.clone()).or_insert(Some(*id));
        }
        places
    }

    /// Returns the place of the rows around: certain if both have it, or if there is no other place.
    fn near<T: Record, P: Copy + PartialEq>(
        &self,
        table: &Table<T>,
        (above, below): (Option<Id<T>>, Option<Id<T>>),
        of: impl Fn(&T) -> P,
    ) -> NewRowPlace<P> {
        let place = |id: Option<Id<T>>| id.and_then(|id| table.get(id)).map(|one| of(one));
        let above = place(above)?;
        let certain = match place(below) {
            Some(below) => below == above,
            None => table.iter().all(|one| of(one) == above),
        };
        Some((above, certain))
    }

    /// Reads a row as a record.
    fn record<T: Record>(
        &mut self,
        found: &SheetFound<'_>,
        row: &RowRead,
        columns: &Columns<T>,
        mut record: T,
    ) -> T {
        for ((head, at), column) in found.at.iter().zip(&columns.columns) {
            if let Some(at) = at.filter(|at| column.is_written() && filled(row, *at).is_some()) {
                self.cell(found, row, (head, at), column, &mut record);
            }
        }
        record
    }

    fn add<T: Record>(&mut self, mut record: T, ends: &mut Ends<T>, certain: bool) {
        let order = Order::between(ends.0.get(&record.parent()), None, record.id().number());
        ends.0.insert(record.parent(), order.clone());
        record.set_order(order);
        if !certain {
            self.written.offered.insert(record.id().into());
        }
        T::table_mut(&mut self.written.part).insert(record);
    }

    fn not_placed(&mut self, found: &SheetFound<'_>, row: &RowRead) {
        self.written.unwritten.push(NotTaken::Row {
            sheet: found.sheet.name.clone(),
            row: row.number,
        });
    }
}

impl Newcomer {
    fn is(&self, name: &str, unit: &str) -> bool {
        is_called(&self.indicator.name, name) && may_be(&self.indicator.unit, unit)
    }
}

/// Behind what a new record of a parent is put.
struct Ends<T: Record>(BTreeMap<Id<T::Parent>, Order>);

impl<T: Record> Ends<T> {
    fn of(table: &Table<T>) -> Self {
        let mut ends = BTreeMap::<Id<T::Parent>, Order>::new();
        for one in table.iter() {
            let end = ends
                .entry(one.parent())
                .or_insert_with(|| one.order().clone());
            if one.order() > end {
                *end = one.order().clone();
            }
        }
        Self(ends)
    }
}

/// The place that a row names; where it names none, that of the rows around; where it names an unknown one, a guess.
fn named<P: Copy>(
    places: &BTreeMap<String, Option<P>>,
    name: &str,
    near: NewRowPlace<P>,
) -> NewRowPlace<P> {
    let name = plain(name);
    match (name.is_empty(), places.get(&name).copied().flatten()) {
        (false, Some(place)) => Some((place, true)),
        (false, None) => near.map(|(place, _)| (place, false)),
        (true, _) => near,
    }
}

/// Returns the things by name; `None` for a name that several have.
fn unique<P>(all: impl Iterator<Item = (String, P)>) -> BTreeMap<String, Option<P>> {
    let mut places = BTreeMap::new();
    for (name, place) in all {
        places
            .entry(name)
            .and_modify(|place| *place = None)
            .or_insert(Some(place));
    }
    places
}

/// Returns the text of a read-only column for a record.
fn label<T: Record>(columns: &Columns<T>, nth: usize, record: &T) -> String {
    match columns.columns.get(nth).map(|column| column.cell(record)) {
        Some(Cell::Text(text)) => plain(&text),
        _ => String::new(),
    }
}

/// The indicators of the part that are called so.
fn known<'a>(base: &'a Strategy, name: &str, unit: &str) -> Vec<&'a Indicator> {
    let all = base.indicators.iter().map(|one| &**one);
    all.filter(|one| is_called(&one.name, name) && may_be(&one.unit, unit))
        .collect()
}

fn plain(text: &str) -> String {
    let half = half_width(text);
    half.split_whitespace().collect()
}

fn is_called(name: &str, other: &str) -> bool {
    plain(name) == plain(other)
}

/// True if two units may be the same; a blank unit goes with any.
fn may_be(unit: &str, other: &str) -> bool {
    unit.is_empty() || other.is_empty() || is_called(unit, other)
}
