//! The rows of a table that are of the own town: by the code of a column, else by the exact name.

use std::collections::BTreeSet;

use super::code_column::{CodeForm, code_cell, five_digits, form_of, is_name};
use crate::population::{Municipality, is_prefecture, is_same};
use strategy::{OwnRows, half_width};

/// The rows of the own town.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TownRows {
    /// The first row with a place in it; the heads stand above.
    pub first: usize,
    /// Their places.
    pub rows: Vec<usize>,
    /// Columns that say a place: codes and names.
    pub keys: Vec<usize>,
    /// The way they were found.
    pub by: OwnRows,
}

/// Why the rows of the own town are not known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoRows {
    /// It has none, or they are not found.
    NotThere,
    /// Its codes have five digits, or six without their zero: the rows either way, as they read.
    AskDigits {
        /// The rows if the codes have five digits.
        five: Vec<String>,
        /// The rows if they have six.
        six: Vec<String>,
    },
    /// Rows have the name and no code: as they read.
    AskName(Vec<String>),
    /// Several places have the name.
    SameName,
    /// The row of the code has another name.
    OtherName {
        /// Name of the plan.
        own: String,
        /// Name in the file.
        name: String,
    },
}

/// Number of rows that are shown when it is asked.
const ASKED: usize = 3;
/// Number of columns in which a code is looked for.
const COLUMNS: usize = 60;

/// A column that may hold the codes.
struct Candidate {
    column: usize,
    first: usize,
    form: CodeForm,
    rank: u8,
}

/// Finds the rows by code.
pub fn by_code(
    rows: &[Vec<String>],
    town: &Municipality,
    said: OwnRows,
) -> Result<TownRows, NoRows> {
    let own = town.code.as_deref().ok_or(NoRows::NotThere)?;
    let widest = rows.iter().map(Vec::len).max().unwrap_or(0).min(COLUMNS);
    let mut best: Option<Candidate> = None;
    for column in 0..widest {
        let Some(found) = candidate(rows, column) else {
            continue;
        };
        if best.as_ref().is_none_or(|best| found.rank < best.rank) {
            best = Some(found);
        }
    }
    let Candidate {
        column,
        first,
        form,
        rank,
    } = best.ok_or(NoRows::NotThere)?;
    let names = name_columns(rows, first);
    let found = |form| {
        let all = rows.iter().enumerate().skip(first);
        let own = all.filter(|(_, cells)| code_of(cells, column, form).as_deref() == Some(own));
        own.map(|(at, _)| at).collect::<Vec<_>>()
    };
    let named = |at: &usize| name_of(&rows[*at], column, &names);
    let is_own = |at: &usize| named(at).is_some_and(|name| is_same(&name, &town.name));
    let (chosen, by) = match (form, said) {
        (CodeForm::Unsure, OwnRows::FiveDigits) => (found(CodeForm::Five), said),
        (CodeForm::Unsure, OwnRows::SixDigits) => (found(CodeForm::Six), said),
        (CodeForm::Unsure, _) => {
            let (five, six) = (found(CodeForm::Five), found(CodeForm::Six));
            let is_told = |rows: &[usize]| !rows.is_empty() && rows.iter().all(is_own);
            match (is_told(&five), is_told(&six)) {
                (true, false) => (five, OwnRows::Code),
                (false, true) => (six, OwnRows::Code),
                _ if five.is_empty() && six.is_empty() => return Err(NoRows::NotThere),
                _ => {
                    return Err(NoRows::AskDigits {
                        five: shown(rows, &five),
                        six: shown(rows, &six),
                    });
                }
            }
        }
        _ => (found(form), OwnRows::Code),
    };
    if chosen.is_empty() || (rank > 2 && !chosen.iter().all(is_own)) {
        return Err(NoRows::NotThere);
    }
    let has_name = !town.name.is_empty();
    if let Some(at) = chosen
        .iter()
        .find(|at| has_name && named(at).is_some() && !is_own(at))
    {
        return Err(NoRows::OtherName {
            own: town.name.clone(),
            name: named(at).unwrap_or_default(),
        });
    }
    let mut keys = names;
    keys.push(column);
    Ok(TownRows {
        first,
        rows: chosen,
        keys,
        by,
    })
}

/// The municipalities of a table that can be told apart: by code and name, or by name where there are no codes. Codes that may
/// have five digits or six are of the form in which the row of `own` was found (R31).
pub fn towns(rows: &[Vec<String>], own: &Municipality, said: OwnRows) -> Vec<Municipality> {
    let columns = code_columns(rows);
    let best = columns.iter().filter_map(|column| candidate(rows, *column));
    let mut best = best.min_by_key(|one| one.rank);
    let first = best.as_ref().map_or(0, |one| one.first);
    let names = name_columns(rows, first);
    if let Some(one) = best.as_mut().filter(|one| one.form == CodeForm::Unsure) {
        one.form = match said {
            OwnRows::FiveDigits => CodeForm::Five,
            OwnRows::SixDigits => CodeForm::Six,
            _ => own_form(rows, one, own, &names),
        };
    }
    let is_named = |name: &String| is_name(name);
    let town = |cells: &Vec<String>| match &best {
        Some(one) => Some(Municipality {
            code: Some(code_of(cells, one.column, one.form)?),
            name: name_of(cells, one.column, &names).filter(is_named)?,
        }),
        None => Some(Municipality {
            code: None,
            name: name_of(cells, usize::MAX, &names).filter(is_named)?,
        }),
    };
    let mut all: Vec<Municipality> = Vec::new();
    let mut seen = BTreeSet::new();
    for town in rows[first..].iter().filter_map(town) {
        if seen.insert((town.code.clone(), town.name.clone())) {
            all.push(town);
        }
    }
    all
}

/// The form in which a row has both the code and the name of a municipality.
fn own_form(
    rows: &[Vec<String>],
    codes: &Candidate,
    own: &Municipality,
    names: &[usize],
) -> CodeForm {
    let is_own = |cells: &Vec<String>, form| {
        let name = name_of(cells, codes.column, names);
        code_of(cells, codes.column, form) == own.code
            && name.is_some_and(|name| is_same(&name, &own.name))
    };
    let holds = |form| rows[codes.first..].iter().any(|cells| is_own(cells, form));
    let mut forms = [CodeForm::Five, CodeForm::Six].into_iter();
    forms.find(|form| holds(*form)).unwrap_or(CodeForm::Unsure)
}

/// Finds the rows by the exact name. The caller makes sure that no codes say otherwise.
pub fn by_name(
    rows: &[Vec<String>],
    town: &Municipality,
    said: OwnRows,
) -> Result<TownRows, NoRows> {
    if town.name.is_empty() {
        return Err(NoRows::NotThere);
    }
    let own = |cells: &Vec<String>| cells.iter().any(|cell| is_same(cell, &town.name));
    let found: Vec<usize> = (0..rows.len()).filter(|at| own(&rows[*at])).collect();
    let (Some(start), Some(last)) = (found.first(), found.last()) else {
        return Err(NoRows::NotThere);
    };
    let places = |cells: &Vec<String>| cells.iter().any(|cell| is_name(cell));
    let first = rows[..*start].iter().position(places).unwrap_or(*start);
    let keys = name_columns(rows, first);
    let codes = code_columns(rows);
    let prefectures = |at: &usize| {
        let cells = || rows[*at].iter().map(|cell| cell.trim());
        let mut others = cells().filter(|cell| is_prefecture(cell));
        let beside = others.next().map(str::to_owned);
        beside.or_else(|| cells().find_map(|cell| before_name(cell, &town.name)))
    };
    let code = |at: &usize| codes.first().map(|column| rows[*at].get(*column).cloned());
    let of: BTreeSet<_> = found.iter().map(|at| (prefectures(at), code(at))).collect();
    if of.len() > 1 {
        return Err(NoRows::SameName);
    }
    if said != OwnRows::Name {
        let every: Vec<usize> = match start == last {
            true => vec![*start],
            false => found.clone(),
        };
        return Err(NoRows::AskName(shown(rows, &every)));
    }
    Ok(TownRows {
        first,
        rows: found,
        keys: [keys, codes].concat(),
        by: said,
    })
}

/// The columns that hold codes of municipalities, readable or not.
pub fn code_columns(rows: &[Vec<String>]) -> Vec<usize> {
    let widest = rows.iter().map(Vec::len).max().unwrap_or(0).min(COLUMNS);
    let is_headed =
        |column| code_cells(rows, column).is_some_and(|cells| head_rank(&cells.head).is_some());
    let holds = |column: &usize| {
        is_headed(*column) || candidate(rows, *column).is_some_and(|one| one.rank < 3)
    };
    (0..widest).filter(holds).collect()
}

/// The prefecture and county that stand before the name in its cell: 北海道みほん市.
fn before_name(cell: &str, own: &str) -> Option<String> {
    let plain = |text: &str| half_width(text).replace(' ', "");
    let before = plain(cell).strip_suffix(&plain(own)).map(str::to_owned);
    before.filter(|before| is_same(cell, own) && !before.is_empty())
}

fn shown(rows: &[Vec<String>], chosen: &[usize]) -> Vec<String> {
    let text = |at: &usize| {
        let cells = rows[*at]
            .iter()
            .map(|cell| cell.trim())
            .filter(|cell| !cell.is_empty());
        cells.take(6).collect::<Vec<_>>().join("　")
    };
    chosen.iter().take(ASKED).map(text).collect()
}

/// Rows with more than one cell: neither titles nor footnotes.
fn is_of_table(cells: &[String]) -> bool {
    cells.iter().filter(|cell| !cell.trim().is_empty()).count() > 1
}

fn code_of(cells: &[String], column: usize, form: CodeForm) -> Option<String> {
    five_digits(&code_cell(cells.get(column)?)?.0, form)
}

/// The cells of a column that read as codes.
struct CodeCells {
    first: usize,
    codes: BTreeSet<String>,
    /// True if most have the name behind the code.
    named: bool,
    head: String,
}

/// The codes of a column where most of its cells are some.
fn code_cells(rows: &[Vec<String>], column: usize) -> Option<CodeCells> {
    let cell = |at: usize| rows[at].get(column).map_or("", |cell| cell.trim());
    let is_code = |at: &usize| is_of_table(&rows[*at]) && code_cell(cell(*at)).is_some();
    let first = (0..rows.len()).find(is_code)?;
    let (mut filled, mut count, mut named) = (0, 0, 0);
    let mut codes = BTreeSet::new();
    for at in (first..rows.len()).filter(|at| is_of_table(&rows[*at])) {
        filled += usize::from(!cell(at).is_empty());
        if let Some((digits, name)) = code_cell(cell(at)) {
            count += 1;
            named += usize::from(!name.is_empty());
            codes.insert(digits);
        }
    }
    // A title says nothing of its column.
    let above = rows[..first].iter().filter(|cells| is_of_table(cells));
    let above = above.filter_map(|cells| cells.get(column));
    (count * 5 >= filled * 4).then(|| CodeCells {
        first,
        codes,
        named: named * 2 > count,
        head: above.cloned().collect(),
    })
}

fn candidate(rows: &[Vec<String>], column: usize) -> Option<Candidate> {
    let cells = code_cells(rows, column)?;
    let form = form_of(&cells.codes)?;
    let is_six = form == CodeForm::Six && cells.codes.len() > 2;
    let rank = match head_rank(&cells.head) {
        Some(rank) => rank,
        None if is_six || cells.named => 2,
        None => 3,
    };
    Some(Candidate {
        column,
        first: cells.first,
        form,
        rank,
    })
}

/// The rank of a column by its head: 0 where it says codes of areas, 1 where it says codes.
fn head_rank(head: &str) -> Option<u8> {
    let head = half_width(head).to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| head.contains(word));
    let others = [
        "項目", "分類", "cat", "tab", "time", "時間", "産業", "指標", "表章", "単位", "施設",
        "学校", "郵便",
    ];
    if has(&others) {
        return None;
    }
    let areas = [
        "地域",
        "団体",
        "市区町村",
        "市町村",
        "自治体",
        "area",
        "都道府県",
        "city",
        "行政区域",
    ];
    let codes = has(&["コード", "code"]);
    match (has(&areas), codes) {
        (true, true) => Some(0),
        (true, false) if has(&["番号"]) => Some(0),
        (false, true) => Some(1),
        _ => None,
    }
}

/// Columns whose cells are names of municipalities for the most part.
fn name_columns(rows: &[Vec<String>], first: usize) -> Vec<usize> {
    let widest = rows.iter().map(Vec::len).max().unwrap_or(0).min(COLUMNS);
    let is_of_names = |column: &usize| {
        let cells = rows[first..].iter().filter(|cells| is_of_table(cells));
        let cells = cells
            .filter_map(|cells| cells.get(*column))
            .filter(|cell| !cell.trim().is_empty());
        let (all, names) = cells.fold((0, 0), |(all, names), cell| {
            (all + 1, names + usize::from(is_place(cell)))
        });
        names * 2 > all
    };
    (0..widest).filter(is_of_names).collect()
}

/// The name of the municipality in a row; `None`: the row says none.
fn name_of(cells: &[String], column: usize, names: &[usize]) -> Option<String> {
    let beside = cells
        .get(column)
        .and_then(|cell| code_cell(cell))
        .map(|(_, name)| name);
    if let Some(name) = beside.filter(|name| !name.is_empty()) {
        return Some(name);
    }
    let names = names.iter().filter_map(|column| cells.get(*column));
    let mut names = names.filter(|name| !is_prefecture(name.trim()) && !name.trim().is_empty());
    names.next().map(|name| name.trim().to_owned())
}

fn is_place(cell: &str) -> bool {
    let plain = cell.trim();
    is_name(plain) || is_prefecture(plain)
}
