//! A table of open data, read: the measures of the own town with their values by year.

use super::columns::{ColumnPart, DataColumns};
use super::town_rows::{NoRows, TownRows, by_code, by_name, code_columns, towns};
use super::value_cell::{ValueCell, is_unit, value_cell};
use super::year_text::{year_alone, year_in};
use crate::population::{Municipality, is_same};
use format::tsv::parted;
use strategy::{DataForm, Figure, FiscalYear, OwnRows, PublishedMeasure, Strategy, half_width};

/// Answers about a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DataAnswers {
    /// The way to know the own rows, where the file alone does not say it.
    pub rows: OwnRows,
    /// The year of a file that says none, or only in its title.
    pub year: Option<FiscalYear>,
}

/// A table that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenData {
    /// The form of its heads, without years: the same next year.
    pub form: String,
    /// The way the own rows were found.
    pub rows: OwnRows,
    /// Number of the own rows (of columns, in a turned table).
    pub count: usize,
    /// The measures, in their order.
    pub measures: Vec<DataMeasure>,
    /// The year of all values, where only an answer, a title or the name of the file says it.
    pub said_year: Option<FiscalYear>,
}

/// A measure of the own town.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DataMeasure {
    /// Its name: heads and categories.
    pub name: String,
    /// Its unit, or empty.
    pub unit: String,
    /// Its values by year, in order.
    pub values: Vec<DataValue>,
    /// Years with several values that differ: none of them is taken.
    pub several: Vec<FiscalYear>,
}

/// A value of a year.
#[derive(Debug, Clone, PartialEq)]
pub struct DataValue {
    /// The year.
    pub year: FiscalYear,
    /// The number or the mark as printed, or words that are to be looked at.
    pub figure: Figure,
}

/// Why a table is not read, or is not read yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotData {
    /// The rows of the own town are not known.
    Rows(NoRows),
    /// It says no year: it is asked.
    AskYear,
    /// The own rows have no values.
    NoValues,
}

/// Reads the text of a sheet (tabs between cells) or of a CSV file. `file` is its name, which may say the year.
///
/// # Errors
/// A question, or the reason why it holds nothing of the own town.
pub fn read_data(
    text: &str,
    file: &str,
    town: &Municipality,
    said: &DataAnswers,
) -> Result<OpenData, NotData> {
    let text = text.trim_start_matches('\u{feff}');
    let mark = mark_of(text);
    let rows = parted(text, mark);
    let turned = turned(&rows);
    let tables = [&rows, &turned];
    // A name beside codes of others is another town of that name.
    let has_codes = || tables.iter().any(|table| !code_columns(table).is_empty());
    let by_name_too = town.code.is_none() || !has_codes();
    let ways: &[FindRows] = match by_name_too {
        true => &[by_code, by_name],
        false => &[by_code],
    };
    for (find, table) in ways
        .iter()
        .flat_map(|find| tables.map(|table| (find, table)))
    {
        match find(table, town, said.rows) {
            Ok(found) => return read_rows(table, &found, file, said, std::ptr::eq(table, &turned)),
            Err(NoRows::NotThere) => {}
            // A question or a refusal of a row that is there stands, whatever else may be read.
            Err(other) => return Err(NotData::Rows(other)),
        }
    }
    Err(NotData::Rows(NoRows::NotThere))
}

/// Reads a file as [`read_data`] does; what was answered of the form of its head before is not asked again.
///
/// # Errors
/// As [`read_data`].
pub fn read_known(
    text: &str,
    file: &str,
    town: &Municipality,
    said: &DataAnswers,
    known: &[DataForm],
) -> Result<OpenData, NotData> {
    let read = read_data(text, file, town, said);
    if !matches!(
        &read,
        Err(NotData::Rows(NoRows::AskDigits { .. } | NoRows::AskName(_)))
    ) {
        return read;
    }
    let again = |form: &DataForm| {
        let said = DataAnswers {
            rows: form.rows,
            ..said.clone()
        };
        let found = read_data(text, file, town, &said).ok()?;
        (found.form == form.form).then_some(found)
    };
    let mut known = known.iter().filter(|form| form.rows != OwnRows::Code);
    known.find_map(again).map_or(read, Ok)
}

/// The other towns of a file, that can be kept beside the own one; `rows`: the way in which the own rows were found.
pub fn towns_beside(text: &str, own: &Municipality, rows: OwnRows) -> Vec<Municipality> {
    let text = text.trim_start_matches('\u{feff}');
    let mark = mark_of(text);
    let cells = parted(text, mark);
    let mut found = towns(&cells, own, rows);
    if found.is_empty() {
        found = towns(&turned(&cells), own, rows);
    }
    let is_own = |one: &Municipality| match (&one.code, &own.code) {
        (Some(code), Some(own)) => code == own,
        _ => is_same(&one.name, &own.name),
    };
    found.retain(|one| !is_own(one));
    found
}

/// Reads the rows of another town in the file that `own` was read from; `None`: they are not known for certain (I93).
pub fn read_beside(
    text: &str,
    file: &str,
    town: &Municipality,
    said: &DataAnswers,
    own: &OpenData,
) -> Option<OpenData> {
    let rows = match town.code {
        Some(_) => own.rows,
        None => OwnRows::Name,
    };
    let said = DataAnswers {
        rows,
        ..said.clone()
    };
    let read = read_data(text, file, town, &said).ok()?;
    (read.form == own.form).then_some(read)
}

/// The data set of a plan whose file this is: of the same form; else one all of whose measures the file has, which is asked.
pub fn data_set_of(read: &OpenData, strategy: &Strategy) -> Option<DataForm> {
    let about = strategy.about();
    let forms = &about.data_forms;
    let has_all = |form: &&DataForm| {
        let bound = strategy
            .series
            .iter()
            .filter_map(|one| one.published.as_ref());
        let mut bound = bound.filter(|one| one.form == form.form).peekable();
        let is_there =
            |one: &PublishedMeasure| read.measures.iter().any(|own| own.name == one.measure);
        bound.peek().is_some() && bound.all(is_there)
    };
    let same = forms.iter().find(|form| form.form == read.form);
    same.or_else(|| forms.iter().find(has_all)).cloned()
}

/// The mark between the cells of a text: a tab, a comma, or a semicolon where there is neither.
fn mark_of(text: &str) -> char {
    let mut marks = ['\t', ',', ';'].into_iter();
    marks.find(|mark| text.contains(*mark)).unwrap_or(',')
}

/// A way to find the own rows.
type FindRows = fn(&[Vec<String>], &Municipality, OwnRows) -> Result<TownRows, NoRows>;

/// Columns as rows. A long table is not turned: nobody publishes so many columns.
fn turned(rows: &[Vec<String>]) -> Vec<Vec<String>> {
    const MOST: usize = 3000;
    let widest = rows.iter().map(Vec::len).max().unwrap_or(0);
    if rows.len() > MOST {
        return Vec::new();
    }
    let column = |at: usize| {
        rows.iter()
            .map(|row| row.get(at).cloned().unwrap_or_default())
            .collect()
    };
    (0..widest).map(column).collect()
}

fn read_rows(
    rows: &[Vec<String>],
    town: &TownRows,
    file: &str,
    said: &DataAnswers,
    is_turned: bool,
) -> Result<OpenData, NotData> {
    let columns = DataColumns::read(rows, town);
    if columns.values().next().is_none() {
        return Err(NotData::NoValues);
    }
    let year_column = columns.of(&ColumnPart::Year).first().copied();
    let has_years =
        year_column.is_some() || columns.values().any(|(_, value)| value.year.is_some());
    let said_year = match has_years {
        true => None,
        false => said.year.or(columns.year).or_else(|| year_in_name(file)),
    };
    if !has_years && said_year.is_none() {
        return Err(NotData::AskYear);
    }
    let reader = RowReader {
        rows,
        columns: &columns,
        year_column,
        said_year,
    };
    let measures = reader.measures(town);
    if measures.is_empty() {
        return Err(NotData::NoValues);
    }
    Ok(OpenData {
        form: form(&columns.heads, is_turned),
        rows: town.by,
        count: town.rows.len(),
        measures,
        said_year,
    })
}

/// The year in the name of a file, without its ending.
fn year_in_name(file: &str) -> Option<FiscalYear> {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    Some(year_in(stem)?.0)
}

/// The form of heads: FNV-1a of 64 bits (Fowler, Noll, Vo), in hexadecimal.
fn form(heads: &[String], is_turned: bool) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let mut take = |byte: u8| {
        hash ^= u64::from(byte);
        hash = hash.wrapping_mul(0x0100_0000_01b3);
    };
    take(u8::from(is_turned));
    for head in heads {
        half_width(head)
            .replace(' ', "")
            .bytes()
            .for_each(&mut take);
        take(0);
    }
    format!("{hash:016x}")
}

/// Reads the own rows.
struct RowReader<'a> {
    rows: &'a [Vec<String>],
    columns: &'a DataColumns,
    year_column: Option<usize>,
    said_year: Option<FiscalYear>,
}

impl RowReader<'_> {
    fn cell(&self, row: usize, column: usize) -> &str {
        self.rows[row].get(column).map_or("", |cell| cell.trim())
    }

    fn row_year(&self, row: usize) -> Option<FiscalYear> {
        year_alone(self.cell(row, self.year_column?))
    }

    fn measures(&self, town: &TownRows) -> Vec<DataMeasure> {
        let categories = self.categories(town);
        let unit_column = self.columns.of(&ColumnPart::Unit).first().copied();
        let mut all: Vec<DataMeasure> = Vec::new();
        for row in &town.rows {
            for (column, value) in self.columns.values() {
                let Some(year) = value
                    .year
                    .or_else(|| self.row_year(*row))
                    .or(self.said_year)
                else {
                    continue;
                };
                let figure = match value_cell(self.cell(*row, column)) {
                    ValueCell::Number(figure)
                    | ValueCell::State(figure)
                    | ValueCell::Words(figure) => figure,
                    ValueCell::Blank => continue,
                };
                let row_unit = unit_column.map_or("", |column| self.cell(*row, column));
                let unit = [value.unit.as_str(), row_unit, &self.columns.unit];
                let unit = unit
                    .into_iter()
                    .find(|unit| is_unit(unit))
                    .unwrap_or_default();
                let name = self.name(*row, &categories, &value.label);
                put(&mut all, name, &half_width(unit), year, figure);
            }
        }
        for measure in &mut all {
            strategy::sort::by_key(&mut measure.values, |value| value.year);
            let several = measure.several.clone();
            measure
                .values
                .retain(|value| !several.contains(&value.year));
        }
        all
    }

    /// The columns whose words tell the values of a row from those of another: all of them where several rows are of a year, or
    /// the values have no head of their own.
    fn categories(&self, town: &TownRows) -> Vec<usize> {
        let years: Vec<_> = town.rows.iter().map(|row| self.row_year(*row)).collect();
        let is_twice = (1..years.len()).any(|at| years[..at].contains(&years[at]));
        let is_named = self
            .columns
            .values()
            .all(|(_, value)| !is_plain(&value.label));
        match is_named && !is_twice {
            true => Vec::new(),
            false => self.columns.of(&ColumnPart::Category),
        }
    }

    fn name(&self, row: usize, categories: &[usize], label: &str) -> String {
        let words = categories.iter().map(|column| self.cell(row, *column));
        let label = Some(label).filter(|label| !is_plain(label) || categories.is_empty());
        let mut words: Vec<String> = words
            .chain(label)
            .filter(|word| !word.is_empty())
            .map(half_width)
            .collect();
        words.dedup();
        words.join(" / ")
    }
}

/// True for a head that says no more than that values stand below.
fn is_plain(label: &str) -> bool {
    let label = label.to_lowercase();
    matches!(
        label.as_str(),
        "" | "値" | "value" | "数値" | "実数" | "データ" | "観測値"
    )
}

fn put(all: &mut Vec<DataMeasure>, name: String, unit: &str, year: FiscalYear, figure: Figure) {
    let at = all
        .iter()
        .position(|one| one.name == name)
        .unwrap_or_else(|| {
            all.push(DataMeasure {
                name,
                unit: unit.to_owned(),
                ..DataMeasure::default()
            });
            all.len() - 1
        });
    let measure = &mut all[at];
    let before = measure.values.iter().find(|value| value.year == year);
    match before {
        None if measure.unit == unit => measure.values.push(DataValue { year, figure }),
        Some(before) if before.figure == figure && measure.unit == unit => {}
        _ if measure.several.contains(&year) => {}
        _ => measure.several.push(year),
    }
}
