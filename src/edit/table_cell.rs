//! Cells of the table of indicators: figures of series, and texts of indicators and series; written one by one or many at
//! once.

use std::collections::{BTreeMap, BTreeSet};

use super::indicator::figure_of;
use super::plan::closed_years;
use super::{
    Draft, Edit, EditLabel, Field, FigureCell, Operation, Refusal, empty_indicator, empty_series,
    set, set_cell,
};
use strategy::*;

/// A text of an indicator that stands in a column of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum IndicatorText {
    /// 名称.
    Name,
    /// 単位.
    Unit,
    /// 担当課.
    Owner,
    /// 出典.
    Source,
}

impl IndicatorText {
    /// Every text, in the order of the columns.
    pub const ALL: [Self; 4] = [Self::Name, Self::Unit, Self::Owner, Self::Source];

    /// The field it is.
    pub fn field(self) -> Field {
        match self {
            Self::Name => Field::Title,
            Self::Unit => Field::Unit,
            Self::Owner => Field::Owner,
            Self::Source => Field::Source,
        }
    }

    /// The text in it.
    pub fn of(self, indicator: &Indicator) -> &str {
        match self {
            Self::Name => &indicator.name,
            Self::Unit => &indicator.unit,
            Self::Owner => &indicator.owner,
            Self::Source => &indicator.source,
        }
    }

    fn put(self, indicator: &mut Indicator, text: &str) {
        let there = match self {
            Self::Name => &mut indicator.name,
            Self::Unit => &mut indicator.unit,
            Self::Owner => &mut indicator.owner,
            Self::Source => &mut indicator.source,
        };
        text.clone_into(there);
    }
}

/// A cell of the table of indicators.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TableCell {
    /// A text of an indicator.
    Text(Id<Indicator>, IndicatorText),
    /// Name of a series.
    SeriesName(Id<Series>),
    /// 当初値の時点.
    BaselineAt(Id<Series>),
    /// A figure of a series.
    Figure(Id<Series>, FigureCell),
}

impl TableCell {
    /// The text in it; empty where the record is gone.
    pub fn text(self, strategy: &Strategy) -> &str {
        let text = match self {
            Self::Text(id, column) => strategy.get(id).map(|k| column.of(k)),
            Self::SeriesName(id) => strategy.get(id).map(|s| s.name.as_str()),
            Self::BaselineAt(id) => strategy.get(id).and_then(|s| {
                let at = s.baseline.as_ref()?.at.as_ref()?;
                Some(at.0.as_str())
            }),
            Self::Figure(id, cell) => strategy.get(id).and_then(|s| cell.of(s).map(Figure::text)),
        };
        text.unwrap_or_default()
    }

    /// The figure it is, if it is one.
    pub fn figure(self) -> Option<(Id<Series>, FigureCell)> {
        match self {
            Self::Figure(series, cell) => Some((series, cell)),
            Self::Text(..) | Self::SeriesName(_) | Self::BaselineAt(_) => None,
        }
    }

    /// The year whose closing locks it.
    pub fn closes_with(self) -> Option<FiscalYear> {
        self.figure().and_then(|(_, cell)| cell.closes_with())
    }
}

/// Writes a text into one cell; an empty text empties it.
pub fn set_table_cell(strategy: &Strategy, cell: TableCell, text: &str) -> Result<Edit, Refusal> {
    match cell {
        TableCell::Text(id, column) => set(strategy, id, column.field(), |k| column.put(k, text)),
        TableCell::SeriesName(id) => {
            set(strategy, id, Field::Title, |s| text.clone_into(&mut s.name))
        }
        TableCell::BaselineAt(id) => set(strategy, id, Field::BaselineAt, |s| {
            put_baseline_at(s, text)
        }),
        TableCell::Figure(series, cell) => set_cell(strategy, series, cell, text),
    }
}

/// Says of when the baseline is; the year stays without a figure, too.
fn put_baseline_at(series: &mut Series, text: &str) {
    let figure = series.baseline.take().map(|baseline| baseline.figure);
    let at = (!text.trim().is_empty()).then(|| At(text.to_owned()));
    series.baseline = match (figure, at) {
        (Some(figure), None) if figure.text().is_empty() => None,
        (None, None) => None,
        (figure, at) => Some(Baseline {
            figure: figure.unwrap_or_else(|| Figure::read("")),
            at,
        }),
    };
}

/// Result of pasting into cells.
#[derive(Debug, Clone, PartialEq)]
pub struct Pasted {
    /// The edit, or why there is none.
    pub edit: Result<Edit, Refusal>,
    /// Cells written.
    pub written: usize,
    /// Cells whose text could not be read as a figure: written as text, to be checked.
    pub unread: Vec<(Id<Series>, FigureCell)>,
    /// Cells left as they were: outside the table, or decided targets that want a reason.
    pub skipped: usize,
    /// Cells left as they were because their year is closed, by year.
    pub closed: BTreeMap<FiscalYear, usize>,
}

/// Writes many cells in one edit; those of a closed year are left as they are and counted (E25).
pub fn paste(strategy: &Strategy, cells: &[(TableCell, String)], outside: usize) -> Pasted {
    write_cells(strategy, cells, outside, Operation::Paste)
}

/// The same, after indicators of one unnamed series each were added, last in the list: one edit (E94).
pub fn paste_with_rows(
    strategy: &Strategy,
    added: &[(Id<Indicator>, Id<Series>)],
    cells: &[(TableCell, &str)],
    outside: usize,
) -> Pasted {
    let mut draft = Draft::new(strategy);
    match add_rows(&mut draft, added) {
        Ok(()) => write_in(draft, cells, outside, Operation::Paste),
        Err(why) => Pasted::nothing(outside, why),
    }
}

fn add_rows(draft: &mut Draft, added: &[(Id<Indicator>, Id<Series>)]) -> Result<(), Refusal> {
    let mut last = None;
    for (id, series) in added {
        let mut indicator = empty_indicator(*id, "");
        draft.place_last(&mut indicator, &mut last);
        draft.add(indicator)?;
        draft.add(empty_series(*series, *id, ""))?;
    }
    Ok(())
}

/// Writes one text or a series into cells: the same as pasting, under its own name.
pub fn fill_cells(strategy: &Strategy, cells: &[(TableCell, String)]) -> Pasted {
    write_cells(strategy, cells, 0, Operation::Fill)
}

/// Copies down: the same as pasting, under its own name.
pub fn fill_down(strategy: &Strategy, cells: &[(TableCell, String)]) -> Pasted {
    write_cells(strategy, cells, 0, Operation::FillDown)
}

/// Copies to the right: the same as pasting, under its own name.
pub fn fill_right(strategy: &Strategy, cells: &[(TableCell, String)]) -> Pasted {
    write_cells(strategy, cells, 0, Operation::FillRight)
}

/// Writes the texts of cells in which something was replaced: the same as pasting, under its own name.
pub fn replace_in_cells(strategy: &Strategy, cells: &[(TableCell, String)]) -> Pasted {
    write_cells(strategy, cells, 0, Operation::Replace)
}

/// Empties many cells in one edit.
pub fn clear_cells(strategy: &Strategy, cells: &[(TableCell, String)]) -> Pasted {
    write_cells(strategy, cells, 0, Operation::Clear)
}

fn write_cells(
    strategy: &Strategy,
    cells: &[(TableCell, String)],
    outside: usize,
    act: fn(usize) -> Operation,
) -> Pasted {
    let cells: Vec<_> = cells
        .iter()
        .map(|(cell, text)| (*cell, text.as_str()))
        .collect();
    write_in(Draft::new(strategy), &cells, outside, act)
}

/// Writes many cells into a draft, and makes it the edit.
fn write_in(
    mut draft: Draft,
    cells: &[(TableCell, &str)],
    outside: usize,
    act: fn(usize) -> Operation,
) -> Pasted {
    let strategy = &draft.strategy().clone();
    let mut pasted = Pasted::nothing(outside, Refusal::Nothing);
    let (indicators, series) = by_record(cells);
    for (id, cells) in indicators {
        let Some(there) = strategy.get(id) else {
            pasted.skipped += cells.len();
            continue;
        };
        let mut changed = Indicator::clone(there);
        for (column, text) in cells {
            if column.of(&changed) != text {
                column.put(&mut changed, text);
                pasted.written += 1;
            }
        }
        if changed != **there {
            draft.put(changed);
        }
    }
    let locked = LockedCells {
        closed: closed_years(strategy),
        decided: strategy.about().stage.is_decided(),
    };
    for (id, cells) in series {
        let Some(there) = strategy.get(id) else {
            pasted.skipped += cells.len();
            continue;
        };
        let mut changed = Series::clone(there);
        for (cell, text) in cells {
            pasted.write(&mut changed, there, (cell, text), &locked);
        }
        if changed != **there {
            draft.put(changed);
        }
    }
    pasted.edit = draft.finish(EditLabel::to_all(act(pasted.written)));
    pasted
}

/// Cells of a strategy that are left as they are.
struct LockedCells {
    /// The closed years.
    closed: BTreeSet<FiscalYear>,
    /// True if a change of a target wants a reason.
    decided: bool,
}

impl LockedCells {
    /// True if a change of this target of a series wants a reason.
    fn wants_reason(&self, series: &Series, cell: FigureCell) -> bool {
        let target = |year| self.decided && series.targets.contains_key(&year);
        matches!(cell, FigureCell::Target(year) if target(year))
    }
}

/// A cell of a series.
#[derive(Clone, Copy)]
enum SeriesCell {
    Name,
    BaselineAt,
    Figure(FigureCell),
}

/// Cells of each record with their texts.
type CellsOf<'a, T, C> = Vec<(Id<T>, Vec<(C, &'a str)>)>;

/// Groups cells by their records, in the order in which these come first: a record is changed once, however many of its
/// cells are written.
fn by_record<'a>(
    cells: &[(TableCell, &'a str)],
) -> (
    CellsOf<'a, Indicator, IndicatorText>,
    CellsOf<'a, Series, SeriesCell>,
) {
    let (mut indicators, mut series) = (DigitGrouping::default(), DigitGrouping::default());
    for (cell, text) in cells.iter().copied() {
        match cell {
            TableCell::Text(id, column) => indicators.add(id, (column, text)),
            TableCell::SeriesName(id) => series.add(id, (SeriesCell::Name, text)),
            TableCell::BaselineAt(id) => series.add(id, (SeriesCell::BaselineAt, text)),
            TableCell::Figure(id, cell) => series.add(id, (SeriesCell::Figure(cell), text)),
        }
    }
    (indicators.groups, series.groups)
}

struct DigitGrouping<T, C> {
    places: BTreeMap<Id<T>, usize>,
    groups: Vec<(Id<T>, Vec<C>)>,
}

impl<T, C> Default for DigitGrouping<T, C> {
    fn default() -> Self {
        Self {
            places: BTreeMap::new(),
            groups: Vec::new(),
        }
    }
}

impl<T, C> DigitGrouping<T, C> {
    fn add(&mut self, id: Id<T>, cell: C) {
        // A block comes row by row: mostly a cell is of the record of the one before it.
        if let Some((_, cells)) = self.groups.last_mut().filter(|(last, _)| *last == id) {
            return cells.push(cell);
        }
        let place = *self.places.entry(id).or_insert(self.groups.len());
        if place == self.groups.len() {
            self.groups.push((id, Vec::new()));
        }
        self.groups[place].1.push(cell);
    }
}

impl Pasted {
    /// Nothing written yet; some texts have no place.
    fn nothing(outside: usize, why: Refusal) -> Self {
        Self {
            edit: Err(why),
            written: 0,
            unread: Vec::new(),
            skipped: outside,
            closed: BTreeMap::new(),
        }
    }

    /// Writes one cell of a series, unless it is closed or, in the series as it was `before`, wants a reason.
    fn write(
        &mut self,
        row: &mut Series,
        before: &Series,
        (cell, text): (SeriesCell, &str),
        locked: &LockedCells,
    ) {
        match cell {
            SeriesCell::Figure(cell) => self.write_figure(row, before, (cell, text), locked),
            SeriesCell::Name if row.name != text => {
                text.clone_into(&mut row.name);
                self.written += 1;
            }
            SeriesCell::BaselineAt => {
                let before = row.baseline.clone();
                put_baseline_at(row, text);
                self.written += usize::from(row.baseline != before);
            }
            SeriesCell::Name => (),
        }
    }

    fn write_figure(
        &mut self,
        row: &mut Series,
        before: &Series,
        (cell, text): (FigureCell, &str),
        locked: &LockedCells,
    ) {
        let same = cell.of(row).map_or("", Figure::text) == text;
        if !same && locked.wants_reason(before, cell) {
            self.skipped += 1;
            return;
        }
        let closed = |year: &FiscalYear| locked.closed.contains(year);
        if let Some(year) = cell.closes_with().filter(closed) {
            if !same {
                *self.closed.entry(year).or_default() += 1;
            }
            return;
        }
        if same {
            return;
        }
        cell.put(row, figure_of(text));
        self.written += 1;
        if cell.of(row).is_some_and(Figure::needs_check) {
            self.unread.push((row.id, cell));
        }
    }
}
