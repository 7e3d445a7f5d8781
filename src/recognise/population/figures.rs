//! The figures of a block: persons by age and year.

use super::age::{Age, age};
use super::heads::{AgeBlock, Sex};
use strategy::{FiscalYear, half_width};

/// Why a sheet is not read as a projection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotProjection {
    /// It has no row of years with a label of ages before it.
    OtherForm,
    /// It has no block of a sex.
    NoBlock(Sex),
    /// A block lacks the row of an age band.
    NoBand(Sex, u32),
    /// It lacks 総数.
    NoTotal,
    /// A block has other years than the first.
    OtherYears(Sex),
    /// A cell holds no whole number of persons.
    NoNumber {
        /// Row of the sheet, counted from 1.
        row: usize,
        /// Head of the row.
        head: String,
        /// Year of the column.
        year: FiscalYear,
        /// Content of the cell.
        text: String,
    },
    /// It is of another municipality.
    OtherTown {
        /// Code in the sheet.
        code: String,
        /// Name in the sheet.
        name: String,
    },
    /// Its code and name are not in it.
    NoTown,
}

/// A block, read: persons by year.
pub struct PersonTable {
    /// The years.
    pub years: Vec<FiscalYear>,
    /// 総数.
    pub total: Vec<u32>,
    /// The five-year bands, from the youngest, the last one open.
    pub bands: Vec<(Age, Vec<u32>)>,
    /// 再掲.
    pub groups: Vec<(Age, Vec<u32>)>,
}

impl PersonTable {
    /// Reads the rows under the heads.
    pub fn read(rows: &[Vec<String>], top: usize, block: &AgeBlock) -> Result<Self, NotProjection> {
        let mut total = None;
        let mut bands: Vec<(Age, Vec<u32>)> = Vec::new();
        let mut groups = Vec::new();
        for (at, cells) in rows.iter().enumerate().skip(top + 1) {
            let head = cells.get(block.label).map_or("", |cell| cell.trim());
            let plain = half_width(head).replace([' ', '　'], "");
            let is_over = bands.last().is_some_and(|(age, _)| age.last.is_none());
            if is_total(&plain) && total.is_none() {
                total = Some(figures(cells, at, head, block)?);
            } else if let Some(age) = age(head) {
                let figures = figures(cells, at, head, block)?;
                match is_over {
                    true => groups.push((age, figures)),
                    false if age.is_band() && age.first as usize == bands.len() * 5 => {
                        bands.push((age, figures));
                    }
                    // 年齢3区分 above the bands of five years.
                    false if bands.is_empty() && !age.is_five() => groups.push((age, figures)),
                    false => {
                        return Err(NotProjection::NoBand(block.sex, bands.len() as u32 * 5));
                    }
                }
            } else if is_over && plain.contains("割合") {
                break;
            }
        }
        match bands.last() {
            None => return Err(NotProjection::OtherForm),
            Some((Age { last: None, first }, _)) if *first >= 85 => {}
            Some((age, _)) => return Err(NotProjection::NoBand(block.sex, age.first + 5)),
        }
        Ok(Self {
            years: block.years.iter().map(|(year, _)| *year).collect(),
            total: total.ok_or(NotProjection::NoTotal)?,
            bands,
            groups,
        })
    }

    /// The persons of some ages in the year at a place, added up from the bands.
    pub fn sum(&self, first: u32, last: Option<u32>, at: usize) -> u64 {
        let within = |age: &Age| {
            age.first >= first && last.is_none_or(|last| age.last.is_some_and(|own| own <= last))
        };
        let bands = self.bands.iter().filter(|(age, _)| within(age));
        bands.map(|(_, figures)| u64::from(figures[at])).sum()
    }

    /// The persons of some ages as they are printed under 再掲; where they are not, the sum.
    pub fn printed(&self, first: u32, last: Option<u32>, at: usize) -> u32 {
        let mut groups = self.groups.iter();
        let printed = groups.find(|(age, _)| *age == Age { first, last });
        let sum = || u32::try_from(self.sum(first, last, at)).unwrap_or(u32::MAX);
        printed.map_or_else(sum, |(_, figures)| figures[at])
    }
}

/// True for the head of the row of all ages.
fn is_total(plain: &str) -> bool {
    let plain = plain.split('(').next().unwrap_or(plain);
    matches!(
        plain,
        "総数" | "総人口" | "計" | "合計" | "総計" | "年齢計" | "全年齢"
    )
}

fn figures(
    cells: &[String],
    row: usize,
    head: &str,
    block: &AgeBlock,
) -> Result<Vec<u32>, NotProjection> {
    let figure = |(year, column): &(FiscalYear, usize)| {
        let text = cells.get(*column).map_or("", |cell| cell.trim());
        persons(text).ok_or_else(|| NotProjection::NoNumber {
            row: row + 1,
            head: head.to_owned(),
            year: *year,
            text: text.to_owned(),
        })
    };
    block.years.iter().map(figure).collect()
}

/// A whole number of persons: 1,234, １２３４, 1234.0, and a dash for none.
fn persons(text: &str) -> Option<u32> {
    let plain = half_width(text).replace([',', ' '], "");
    if matches!(plain.as_str(), "-" | "－" | "―" | "‐") {
        return Some(0);
    }
    let (whole, rest) = plain.split_once('.').unwrap_or((&plain, ""));
    let is_whole = rest.bytes().all(|byte| byte == b'0');
    let digits = !whole.is_empty() && whole.bytes().all(|byte| byte.is_ascii_digit());
    (is_whole && digits).then(|| whole.parse().ok())?
}
