//! The heads of a sheet: a row of years, and above it the sex of each block.

use strategy::{FiscalYear, half_width};

/// Sex of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sex {
    /// 男女計.
    Both,
    /// 男.
    Men,
    /// 女.
    Women,
}

/// A block of columns: a label of ages, then a year each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgeBlock {
    /// Its sex.
    pub sex: Sex,
    /// Column of the ages.
    pub label: usize,
    /// Its years, each with its column.
    pub years: Vec<(FiscalYear, usize)>,
}

/// The row of years, counted from 0, and the blocks; `None`: no row has years as heads.
pub fn heads(rows: &[Vec<String>]) -> Option<(usize, Vec<AgeBlock>)> {
    let (row, runs) = rows.iter().enumerate().find_map(|(at, cells)| {
        let runs = runs(cells);
        (!runs.is_empty()).then_some((at, runs))
    })?;
    let mut label = 0;
    let usual = [Sex::Both, Sex::Men, Sex::Women];
    let alone = runs.len() == usual.len();
    let mut blocks = Vec::new();
    for (nth, years) in runs.into_iter().enumerate() {
        let first = years[0].1;
        let is_year = |column: usize| {
            let mut others = blocks.iter().flat_map(|block: &AgeBlock| &block.years);
            others.any(|(_, at)| *at == column)
        };
        if let Some(column) = first.checked_sub(1).filter(|column| !is_year(*column)) {
            label = column;
        }
        let last = years[years.len() - 1].1;
        let above = rows[..=row].iter().rev();
        let mut heads = above.flat_map(|cells| cells.iter().take(last + 1).skip(label));
        let said = heads.find_map(|cell| sex(cell));
        let Some(sex) = said.or_else(|| alone.then(|| usual[nth])) else {
            continue;
        };
        blocks.push(AgeBlock { sex, label, years });
    }
    Some((row, blocks))
}

/// The runs of years in a row: at least two that grow from left to right.
fn runs(cells: &[String]) -> Vec<Vec<(FiscalYear, usize)>> {
    let mut runs: Vec<Vec<(FiscalYear, usize)>> = Vec::new();
    for (column, cell) in cells.iter().enumerate() {
        let Some(year) = year(cell) else { continue };
        match runs.last_mut() {
            Some(run) if run.last().is_some_and(|(before, _)| *before < year) => {
                run.push((year, column));
            }
            _ => runs.push(vec![(year, column)]),
        }
    }
    runs.retain(|run| run.len() > 1);
    runs
}

/// A year as a head has it: 2020年, 2020, 令和2年, 2020年（令和2）, 2020年（国勢調査）.
fn year(cell: &str) -> Option<FiscalYear> {
    let plain = half_width(cell).replace([' ', '　', '\n'], "");
    FiscalYear::parse(&plain).or_else(|| {
        let (year, of) = plain.strip_suffix(')')?.split_once('(')?;
        let is_note = ["国勢調査", "国調", "実績", "実績値", "推計", "推計値"].contains(&of);
        is_note.then(|| FiscalYear::parse(year)).flatten()
    })
}

/// The sex that a head says, with or without a unit or brackets.
fn sex(cell: &str) -> Option<Sex> {
    let plain = half_width(cell).replace([' ', '　', '\n'], "");
    let plain = plain.trim_start_matches(['(', '【', '[', '■', '○']);
    let plain = plain.trim_end_matches([')', '】', ']']);
    match plain.split(['(', '[']).next()? {
        "男女計" | "総数" | "計" | "男女総数" | "総人口" | "男女合計" | "合計" => {
            Some(Sex::Both)
        }
        "男" | "男性" | "男子" => Some(Sex::Men),
        "女" | "女性" | "女子" => Some(Sex::Women),
        _ => None,
    }
}
