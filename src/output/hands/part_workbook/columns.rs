//! Columns of each sheet.

use std::collections::{BTreeMap, BTreeSet};

use ::words::{Say, Word, hands as words, paper, plan, workbook};
use edit::merge::Part;
use edit::read_money;
use format::workbook::{Cell, ShownNumber, read_comment};
use insight::Numbers;
use insight::sheets::marks_offered;
use strategy::record::Field;
use strategy::*;

/// Name of the hidden sheet that identifies the part.
pub const OURS: &str = "_michishirube";
/// Mark behind the letter of a kind, of the row in the hidden sheet that names its columns.
pub const KEYS: &str = "=";

/// The columns of the sheet of a kind, and the records that have a row, in order.
pub struct Columns<T: Record> {
    pub columns: Vec<PartColumn<T>>,
    pub rows: Vec<Id<T>>,
    /// The columns, by place, that together tell a record apart for people.
    pub named_by: &'static [usize],
}

/// A column.
pub struct PartColumn<T> {
    /// Name in the hidden sheet, by which it is found again.
    pub key: String,
    pub head: String,
    pub width: usize,
    /// Choices offered in its cells.
    pub choices: Vec<String>,
    /// Notes on its cells, which stand there as comments.
    notes: Option<(FiscalYear, NotesOf<T>)>,
    what: PartColumnKind<T>,
}

type Figures = BTreeMap<FiscalYear, Figure>;
type Budgets = BTreeMap<FiscalYear, Money>;
type Notes = BTreeMap<FiscalYear, String>;
type NotesOf<T> = fn(&mut T) -> &mut Notes;

/// Content of a column.
enum PartColumnKind<T> {
    /// A label that is only read: the place of the row.
    Label(Box<dyn Fn(&T) -> String>),
    /// A text.
    Text(&'static Field, fn(&mut T) -> &mut String),
    /// The figures of a year.
    Figure(&'static Field, fn(&mut T) -> &mut Figures, FiscalYear),
    /// An amount.
    Money(&'static Field, fn(&mut T) -> &mut Option<Money>),
    /// The amounts of a year.
    Budget(&'static Field, fn(&mut T) -> &mut Budgets, FiscalYear),
}

impl<T: Record> Columns<T> {
    /// Returns the columns of these keys, in their order.
    pub fn picked(mut self, keys: &[String]) -> Self {
        let mut picked = Vec::with_capacity(keys.len());
        for key in keys {
            let at = self.columns.iter().position(|column| column.key == *key);
            // A column that is not known keeps the others in their places, and is not read.
            picked.push(match at {
                Some(at) => self.columns.swap_remove(at),
                None => label(key, "", 0, |_| String::new()),
            });
        }
        self.columns = picked;
        self
    }
}

/// A text that cannot be read as what the column holds.
pub struct NotReadable;

impl<T: Clone> PartColumn<T> {
    /// Returns the cell of a record.
    pub fn cell(&self, record: &T) -> Cell {
        let mut record = record.clone();
        match &self.what {
            PartColumnKind::Label(of) => Cell::text(of(&record)),
            PartColumnKind::Text(_, of) => Cell::text(of(&mut record).as_str()),
            PartColumnKind::Figure(_, of, year) => figure(of(&mut record).get(year)),
            PartColumnKind::Money(_, of) => money(of(&mut record).as_ref()),
            PartColumnKind::Budget(_, of, year) => money(of(&mut record).get(year)),
        }
    }

    /// The comment on the cell of a record.
    pub fn comment(&self, record: &T) -> Option<String> {
        let (year, of) = self.notes.as_ref()?;
        of(&mut record.clone()).get(year).cloned()
    }

    /// Takes a comment on the cell of a record as its note; false if the column has none.
    pub fn take_comment(&self, record: &mut T, text: &str) -> bool {
        let Some((year, of)) = &self.notes else {
            return false;
        };
        // A reader of comments keeps their beginning, in one line.
        let known = self.comment(record).map(|note| read_comment(&note));
        if known.as_deref() != Some(text) {
            of(record).insert(*year, text.to_owned());
        }
        true
    }

    /// The column, with choices offered in its cells.
    fn with_choices(self, choices: Vec<String>) -> Self {
        Self { choices, ..self }
    }

    /// True if its cells may be edited.
    pub fn is_written(&self) -> bool {
        !matches!(self.what, PartColumnKind::Label(_))
    }

    /// True if its cells hold words of the plan, in whatever language the workbook was given.
    pub fn is_of_plan(&self) -> bool {
        ["=indicator", "=series", "=unit"].contains(&&*self.key)
    }

    /// Writes what was written there.
    pub fn write(&self, record: &mut T, text: &str) -> Result<(), NotReadable> {
        match &self.what {
            PartColumnKind::Label(_) => {}
            PartColumnKind::Text(_, of) => text.clone_into(of(record)),
            PartColumnKind::Figure(_, of, year) => {
                put(
                    of(record),
                    *year,
                    (!text.is_empty()).then(|| Figure::read(text)),
                );
            }
            PartColumnKind::Money(_, of) => {
                *of(record) = read_money(text).map_err(|_| NotReadable)?
            }
            PartColumnKind::Budget(_, of, year) => {
                put(
                    of(record),
                    *year,
                    read_money(text).map_err(|_| NotReadable)?,
                );
            }
        }
        Ok(())
    }

    /// Returns the part of a record that stands there; `None`: it is only read.
    pub fn part(&self) -> Option<Part> {
        match &self.what {
            PartColumnKind::Label(_) => None,
            PartColumnKind::Text(field, _) | PartColumnKind::Money(field, _) => {
                Some(Part::Field(field.name))
            }
            PartColumnKind::Figure(field, _, year) | PartColumnKind::Budget(field, _, year) => {
                Some(Part::Year(field.name, *year))
            }
        }
    }

    /// The figure that stands there.
    pub fn figure(&self, record: &T) -> Option<Figure> {
        match &self.what {
            PartColumnKind::Figure(_, of, year) => of(&mut record.clone()).get(year).cloned(),
            _ => None,
        }
    }
}

fn put<V>(all: &mut BTreeMap<FiscalYear, V>, year: FiscalYear, value: Option<V>) {
    match value {
        Some(value) => drop(all.insert(year, value)),
        None => drop(all.remove(&year)),
    }
}

fn figure(figure: Option<&Figure>) -> Cell {
    match figure.map(|figure| (ShownNumber::figure(figure), figure)) {
        Some((Some(shown), _)) => Cell::Number(shown),
        Some((None, figure)) => Cell::text(figure.text()),
        None => Cell::Empty,
    }
}

fn money(money: Option<&Money>) -> Cell {
    match money {
        Some(money) => ShownNumber::money(money).map_or(Cell::text(money.say()), Cell::Number),
        None => Cell::Empty,
    }
}

fn label<T>(
    key: &str,
    head: &str,
    width: usize,
    of: impl Fn(&T) -> String + 'static,
) -> PartColumn<T> {
    PartColumn {
        key: format!("={key}"),
        head: head.to_owned(),
        width,
        choices: Vec::new(),
        notes: None,
        what: PartColumnKind::Label(Box::new(of)),
    }
}

fn text<T>(field: &'static Field, width: usize, of: fn(&mut T) -> &mut String) -> PartColumn<T> {
    PartColumn {
        key: field.name.to_owned(),
        head: field.word().to_owned(),
        width,
        choices: Vec::new(),
        notes: None,
        what: PartColumnKind::Text(field, of),
    }
}

/// A column of one year.
fn of_year<T>(
    field: &Field,
    year: FiscalYear,
    head: String,
    width: usize,
    what: PartColumnKind<T>,
) -> PartColumn<T> {
    PartColumn {
        key: format!("{}.{}", field.name, year.0),
        head,
        width,
        choices: Vec::new(),
        notes: None,
        what,
    }
}

/// Returns the titles of measures, with their numbers.
pub(super) fn measure_names(s: &Strategy) -> BTreeMap<Id<Measure>, String> {
    let numbers = Numbers::of(s);
    let named = |one: &Measure| plan::coded(&numbers.code_of(one.id), &one.title);
    let all = s.measures.iter().map(|one| (one.id, named(one)));
    sort::map(all)
}

fn in_plan_order(s: &Strategy, names: &BTreeMap<Id<Measure>, String>) -> Vec<String> {
    let ids = measures_in_order(s).into_iter();
    ids.filter_map(|id| names.get(&id).cloned()).collect()
}

fn measures_in_order(s: &Strategy) -> Vec<Id<Measure>> {
    let all = s.measures_in_order().into_iter();
    all.map(|one| one.id).collect()
}

/// 指標の内容.
pub fn indicators(s: &Strategy) -> Columns<Indicator> {
    Columns {
        columns: vec![
            text(&Indicator::name.field, 40, |one| &mut one.name),
            text(&Indicator::unit.field, 10, |one| &mut one.unit),
            text(&Indicator::owner.field, 14, |one| &mut one.owner),
            text(&Indicator::definition.field, 40, |one| &mut one.definition),
            text(&Indicator::source.field, 24, |one| &mut one.source),
            text(&Indicator::next_release.field, 16, |one| {
                &mut one.next_release
            }),
            text(&Indicator::rationale.field, 30, |one| &mut one.rationale),
            text(&Indicator::note.field, 30, |one| &mut one.note),
        ],
        rows: s.indicators.sorted().iter().map(|one| one.id).collect(),
        named_by: &[0],
    }
}

/// 指標の数値: a row for each series, a column for each year.
pub fn series(s: &Strategy, handed: &HandedPart) -> Columns<Series> {
    let named = s
        .indicators
        .iter()
        .map(|one| (one.id, (one.name.clone(), one.unit.clone())));
    let named: BTreeMap<_, _> = sort::map(named);
    let units = named.clone();
    let period = s.about().period;
    let mut years: BTreeSet<FiscalYear> =
        sort::set((period.first.0..=period.last.0).map(FiscalYear));
    let mut targets = years.clone();
    years.extend(handed.years.iter().copied());
    for one in s.series.iter() {
        years.extend(one.actuals.keys().copied());
        targets.extend(one.targets.keys().copied());
    }
    let name = move |one: &Series| {
        let name = named.get(&one.indicator).map(|(name, _)| name.clone());
        name.unwrap_or_default()
    };
    let unit = move |one: &Series| {
        let unit = units.get(&one.indicator).map(|(_, unit)| unit.clone());
        unit.unwrap_or_default()
    };
    let mut columns = vec![
        label("indicator", Indicator::name.field.word(), 40, name),
        label("series", workbook::series(), 12, |one: &Series| {
            one.name.clone()
        }),
        label("unit", Indicator::unit.field.word(), 10, unit),
    ];
    columns.extend(years.into_iter().map(|year| {
        let field = &Series::actuals.field;
        let what = PartColumnKind::Figure(field, |one: &mut Series| &mut one.actuals, year);
        PartColumn {
            notes: Some((year, |one: &mut Series| &mut one.notes)),
            ..of_year(field, year, paper::actual(year), 12, what)
        }
    }));
    columns.extend(targets.into_iter().map(|year| {
        let field = &Series::targets.field;
        let what = PartColumnKind::Figure(field, |one: &mut Series| &mut one.targets, year);
        of_year(field, year, workbook::target(year), 12, what)
    }));
    let all = s.indicators.sorted().into_iter();
    let rows = all.flat_map(|one| s.series.under(one.id)).map(|one| one.id);
    Columns {
        columns,
        rows: rows.collect(),
        named_by: &[0, 1, 2],
    }
}

/// 施策.
pub fn measures(s: &Strategy) -> Columns<Measure> {
    let numbers = Numbers::of(s);
    Columns {
        columns: vec![
            label(
                "number",
                Measure::number.field.word(),
                8,
                move |one: &Measure| numbers.code_of(one.id),
            ),
            text(&Measure::title.field, 36, |one| &mut one.title),
            text(&Measure::direction.field, 60, |one| &mut one.direction),
            text(&Measure::owner.field, 14, |one| &mut one.owner),
            text(&Measure::note.field, 30, |one| &mut one.note),
        ],
        rows: measures_in_order(s),
        named_by: &[1],
    }
}

/// 取組.
pub fn initiatives(s: &Strategy) -> Columns<Initiative> {
    let names = measure_names(s);
    let choices = in_plan_order(s, &names);
    let measure = move |one: &Initiative| names.get(&one.measure).cloned().unwrap_or_default();
    let measures = measures_in_order(s).into_iter();
    let rows = measures
        .flat_map(|id| s.initiatives.under(id))
        .map(|one| one.id);
    Columns {
        columns: vec![
            label("measure", words::column_measure(), 30, measure).with_choices(choices),
            text(&Initiative::title.field, 40, |one| &mut one.title),
            text(&Initiative::text.field, 60, |one| &mut one.text),
        ],
        rows: rows.collect(),
        named_by: &[0, 1],
    }
}

/// 評価シート.
pub fn reviews(s: &Strategy) -> Columns<Sheet> {
    let names = measure_names(s);
    let choices = in_plan_order(s, &names);
    let measure = move |one: &Sheet| names.get(&one.measure).cloned().unwrap_or_default();
    let measures = measures_in_order(s).into_iter();
    let rows = measures.flat_map(|id| s.sheets.under(id)).map(|one| one.id);
    Columns {
        columns: vec![
            label("measure", words::column_measure(), 30, measure).with_choices(choices),
            label("year", workbook::judged_year(), 14, |one: &Sheet| {
                one.year.previous().say()
            }),
            text(&Sheet::results.field, 50, |one| &mut one.results),
            text(&Sheet::rating.field, 8, |one: &mut Sheet| &mut one.rating)
                .with_choices(marks_offered(s)),
            text(&Sheet::improvements.field, 50, |one| &mut one.improvements),
            text(&Sheet::outline.field, 50, |one| &mut one.outline),
            text(&Sheet::note.field, 30, |one| &mut one.note),
        ],
        rows: rows.collect(),
        named_by: &[0, 1],
    }
}

/// 予算と決算: a row for each line of a sheet, with a column for each year that has an amount, and for these.
pub fn lines(s: &Strategy, asked: &[FiscalYear]) -> Columns<Line> {
    let names = measure_names(s);
    let sheets = s.sheets.iter().map(|one| {
        let name = names.get(&one.measure).cloned().unwrap_or_default();
        (one.id, (name, one.year))
    });
    let sheets: BTreeMap<Id<Sheet>, (String, FiscalYear)> = sort::map(sheets);
    let of = sheets.clone();
    let measures = in_plan_order(s, &names);
    let halves = sheets.values().flat_map(|(_, year)| {
        let halves = [(year.previous(), Side::Done), (*year, Side::Planned)];
        halves.map(|(year, side)| words::half(year, side.word()))
    });
    let halves: Vec<String> = sort::set(halves).into_iter().collect();
    let measure = move |one: &Line| {
        of.get(&one.sheet)
            .map(|of| of.0.clone())
            .unwrap_or_default()
    };
    let half = move |one: &Line| match (sheets.get(&one.sheet), one.side) {
        (Some((_, year)), Side::Done) => words::half(year.previous(), one.side.word()),
        (Some((_, year)), Side::Planned) => words::half(year, one.side.word()),
        (None, _) => String::new(),
    };
    let mut years = sort::set(asked.iter().copied());
    for line in s.lines.iter() {
        years.extend(line.budgets.keys().copied());
    }
    let mut columns = vec![
        label("measure", words::column_measure(), 30, measure).with_choices(measures),
        label("half", words::column_half(), 14, half).with_choices(halves),
        text(&Line::title.field, 36, |one| &mut one.title),
        text(&Line::text.field, 44, |one| &mut one.text),
        PartColumn {
            key: Line::settled.field.name.to_owned(),
            head: Line::settled.field.word().to_owned(),
            width: 14,
            choices: Vec::new(),
            notes: None,
            what: PartColumnKind::Money(&Line::settled.field, |one: &mut Line| &mut one.settled),
        },
    ];
    columns.extend(years.into_iter().map(|year| {
        let field = &Line::budgets.field;
        let what = PartColumnKind::Budget(field, |one: &mut Line| &mut one.budgets, year);
        of_year(field, year, paper::budget(year), 14, what)
    }));
    columns.push(text(&Line::note.field, 30, |one| &mut one.note));
    let in_order = measures_in_order(s).into_iter();
    let sheets = in_order.flat_map(|id| s.sheets.under(id)).map(|one| one.id);
    let rows = sheets.flat_map(|id| s.lines.under(id)).map(|one| one.id);
    Columns {
        columns,
        rows: rows.collect(),
        named_by: &[0, 1, 2],
    }
}
