//! Numbers as they are shown: which forms show a day or a share.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::model::{CellRead, NotRead, number_of};
use super::pull::{Met, Pull};
use crate::strategy::arithmetic::product;

/// How a form shows a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kind {
    /// As a number.
    #[default]
    Number,
    /// As a share of a hundred.
    Share,
    /// As a day.
    Day,
}

/// The kinds of the forms that cells are styled with, in order.
#[derive(Debug, Default)]
pub struct Forms(Vec<Kind>);

impl Forms {
    /// Reads the styles of a workbook.
    pub fn read(xml: &str) -> Result<Self, NotRead> {
        let mut pull = Pull::new(xml);
        let mut own: BTreeMap<usize, Kind> = BTreeMap::new();
        let mut all = Vec::new();
        let mut of_cells = false;
        while let Some(met) = pull.next()? {
            match met {
                Met::Begin("numFmt", attributes) => {
                    let id = number_of(attributes, "numFmtId").unwrap_or_default();
                    let code = attributes.get("formatCode").unwrap_or_default();
                    own.insert(id, kind(&code));
                }
                Met::Begin("cellXfs", _) => of_cells = true,
                Met::End("cellXfs") => of_cells = false,
                Met::Begin("xf", attributes) if of_cells => {
                    let id = number_of(attributes, "numFmtId").unwrap_or_default();
                    all.push(own.get(&id).copied().unwrap_or_else(|| usual(id)));
                }
                _ => {}
            }
        }
        Ok(Self(all))
    }

    /// What a number in a cell of this style shows; `None`: it is no number.
    pub fn shown(&self, style: usize, written: &str) -> Option<CellRead> {
        let number = decimal(written.trim())?;
        Some(match self.0.get(style).copied().unwrap_or_default() {
            Kind::Number => CellRead::Number(number),
            Kind::Share => {
                let share = product(number, Decimal::ONE_HUNDRED)?;
                CellRead::Text(format!("{}%", share.normalize()))
            }
            Kind::Day => day(number).map_or(CellRead::Number(number), CellRead::Text),
        })
    }
}

/// So many digits a spreadsheet means; it writes two more.
const DIGITS: u32 = 15;

fn decimal(written: &str) -> Option<Decimal> {
    let number = match written.contains(['e', 'E']) {
        true => Decimal::from_scientific(written).ok()?,
        false => written.parse().ok()?,
    };
    Some(number.round_sf(DIGITS)?.normalize())
}

/// The forms every spreadsheet has, by their numbers.
fn usual(id: usize) -> Kind {
    match id {
        9 | 10 => Kind::Share,
        14..=17 | 22 | 27..=31 | 34..=36 | 50..=54 | 57 | 58 => Kind::Day,
        _ => Kind::Number,
    }
}

/// What a form shows, by its code; what is quoted or bracketed in it says nothing.
fn kind(code: &str) -> Kind {
    let mut plain = String::new();
    let mut letters = code.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => drop(letters.by_ref().find(|c| *c == '"')),
            '[' => drop(letters.by_ref().find(|c| *c == ']')),
            '\\' | '_' | '*' => drop(letters.next()),
            letter => plain.push(letter.to_ascii_lowercase()),
        }
    }
    let of_day = plain.contains(['y', 'd', 'e', 'g']) && !plain.contains(['0', '#']);
    match (of_day && plain != "general", plain.contains('%')) {
        (true, _) => Kind::Day,
        (false, true) => Kind::Share,
        _ => Kind::Number,
    }
}

/// A day as `2026-11-24`, counted as spreadsheets do.
fn day(number: Decimal) -> Option<String> {
    let serial = i64::try_from(number.trunc())
        .ok()
        .filter(|day| (61..2_958_466).contains(day))?;
    // Days since 0000-03-01, by which leap days come last.
    let days = serial + 693_899;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * of_year + 2) / 153;
    let date = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    Some(format!("{year:04}-{month:02}-{date:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn x7_days_and_shares_are_told_as_they_are_shown() {
        assert_eq!(day(Decimal::from(46350)).as_deref(), Some("2026-11-24"));
        assert_eq!(day(Decimal::from(61)).as_deref(), Some("1900-03-01"));
        assert_eq!(day(Decimal::from(45351)).as_deref(), Some("2024-02-29"));
        for (code, is) in [
            ("yyyy/m/d", Kind::Day),
            ("[$-411]ge.m.d", Kind::Day),
            ("0.0%", Kind::Share),
            ("#,##0.0\"％\"", Kind::Number),
            ("General", Kind::Number),
            ("#,##0;[Red]\"△\"#,##0", Kind::Number),
            ("0\"年度\"", Kind::Number),
        ] {
            assert_eq!(kind(code), is, "{code}");
        }
        assert_eq!(decimal("1.1000000000000001"), "1.1".parse().ok());
        assert_eq!(decimal("1.2E3"), Some(Decimal::from(1200)));
        assert_eq!(decimal("x"), None);
    }
}
