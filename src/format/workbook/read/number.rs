//! Numbers as they are shown: number formats for days and shares, and the text shown for a number.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::day::Day;
use super::form_code::FormCode;
use super::model::{CellRead, NotRead};
use super::pull::{Met, Pull};
use strategy::arithmetic::product;

/// Way in which numbers are returned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// As values; days as `2026-11-24`, shares with their sign.
    Values,
    /// As the shown texts.
    Printed,
}

/// Kind of number that a form shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum NumberKind {
    /// As a number.
    #[default]
    Number,
    /// As a percentage.
    Share,
    /// As a day.
    Day,
}

/// Largest number of number formats in a workbook, and largest size of one, in bytes.
const MOST_FORMS: usize = 65_536;
const LONGEST_FORM: usize = 1024;

/// Number formats of the cell styles, in order.
#[derive(Debug)]
pub struct Forms {
    manner: Manner,
    since_1904: bool,
    codes: Vec<FormCode>,
    /// Number format of each style, by its index, and true if its font strikes out.
    styles: Vec<(usize, bool)>,
}

impl Forms {
    /// Reads the styles of a workbook.
    pub fn read(xml: &str, manner: Manner, since_1904: bool) -> Result<Self, NotRead> {
        let mut forms = Self {
            manner,
            since_1904,
            codes: vec![FormCode::read("General")],
            styles: Vec::new(),
        };
        let mut places: BTreeMap<usize, usize> = BTreeMap::new();
        let mut pull = Pull::new(xml);
        let mut of_cells = false;
        // Conditional formats have fonts, too: only those of the list count.
        let (mut of_fonts, mut fonts) = (false, Vec::new());
        while let Some(met) = pull.next()? {
            match met {
                Met::Begin(tag) => match tag.name() {
                    "numFmt" => {
                        let id = tag.number("numFmtId").unwrap_or_default();
                        let code = tag.get("formatCode").unwrap_or_default();
                        if forms.codes.len() < MOST_FORMS && code.len() <= LONGEST_FORM {
                            places.insert(id, forms.codes.len());
                            forms.codes.push(FormCode::read(&code));
                        }
                    }
                    "fonts" => of_fonts = true,
                    "font" if of_fonts && fonts.len() < MOST_FORMS => fonts.push(false),
                    "strike" if of_fonts => {
                        if let Some(font) = fonts.last_mut() {
                            *font = tag.is_on();
                        }
                    }
                    "cellXfs" => of_cells = true,
                    "xf" if of_cells => {
                        let id = tag.number("numFmtId").unwrap_or_default();
                        let own = places.get(&id).copied();
                        let place = own.unwrap_or_else(|| match usual(id) {
                            "General" => 0,
                            code => {
                                forms.codes.push(FormCode::read(code));
                                places.insert(id, forms.codes.len() - 1);
                                forms.codes.len() - 1
                            }
                        });
                        let font = tag.number("fontId").unwrap_or_default();
                        let struck = fonts.get(font).copied().unwrap_or_default();
                        if forms.styles.len() < MOST_FORMS {
                            forms.styles.push((place, struck));
                        }
                    }
                    _ => {}
                },
                Met::End(end) if end.name() == "cellXfs" => of_cells = false,
                Met::End(end) if end.name() == "fonts" => of_fonts = false,
                _ => {}
            }
        }
        Ok(forms)
    }

    fn code(&self, style: usize) -> Option<&FormCode> {
        let (place, _) = self.styles.get(style).copied().unwrap_or_default();
        self.codes.get(place)
    }

    /// True if the font of a style strikes out.
    pub fn strikes(&self, style: usize) -> bool {
        self.styles.get(style).is_some_and(|(_, struck)| *struck)
    }

    /// Returns a number as a cell of this style shows it; `None` if it is not a number.
    pub fn shown(&self, style: usize, written: &str) -> Option<CellRead> {
        let number = decimal(written.trim())?;
        let code = self.code(style)?;
        Some(match (self.manner, kind(code)) {
            (Manner::Printed, _) => CellRead::Text(code.printed(number, self.since_1904)),
            (_, NumberKind::Number) => CellRead::Number(number),
            (_, NumberKind::Day) if code.is_elapsed() => {
                CellRead::Text(code.printed(number, self.since_1904))
            }
            (_, NumberKind::Share) => {
                let share = product(number, Decimal::ONE_HUNDRED)?;
                CellRead::Text(format!("{}%", share.normalize()))
            }
            (_, NumberKind::Day) => Day::of(number, self.since_1904)
                .map_or(CellRead::Number(number), |day| CellRead::Text(day.plain())),
        })
    }

    /// Returns a day written as `2026-11-24` as a cell of this style shows it; `None` if it is not a day.
    pub fn written_day(&self, style: usize, written: &str) -> Option<CellRead> {
        let number = Day::number(written)?;
        let code = self.code(style)?;
        Some(CellRead::Text(match self.manner {
            Manner::Printed if code.is_day() => code.printed(number, false),
            _ => Day::of(number, false)?.plain(),
        }))
    }
}

fn kind(code: &FormCode) -> NumberKind {
    match (code.is_day(), code.is_share()) {
        (true, _) => NumberKind::Day,
        (false, true) => NumberKind::Share,
        _ => NumberKind::Number,
    }
}

/// Number of significant digits in a spreadsheet; files hold two more.
const DIGITS: u32 = 15;

fn decimal(written: &str) -> Option<Decimal> {
    let number = match written.contains(['e', 'E']) {
        true => Decimal::from_scientific(written).ok()?,
        false => written.parse().ok()?,
    };
    Some(number.round_sf(DIGITS)?.normalize())
}

/// Returns the number format that every spreadsheet has under this id, as a Japanese one shows it.
fn usual(id: usize) -> &'static str {
    match id {
        1 => "0",
        2 => "0.00",
        3 => "#,##0",
        4 => "#,##0.00",
        5 | 6 | 42 => "\"¥\"#,##0",
        7 | 8 | 44 => "\"¥\"#,##0.00",
        9 => "0%",
        10 => "0.00%",
        14 | 30 => "yyyy/m/d",
        15 => "d-mmm-yy",
        16 => "d-mmm",
        17 => "mmm-yy",
        18 => "h:mm AM/PM",
        19 => "h:mm:ss AM/PM",
        20 => "h:mm",
        21 => "h:mm:ss",
        22 => "yyyy/m/d h:mm",
        27 | 36 | 50 | 57 => "ge.m.d",
        28 | 29 | 51 | 54 | 58 => "ggge\"年\"m\"月\"d\"日\"",
        31 => "yyyy\"年\"m\"月\"d\"日\"",
        32 => "h\"時\"mm\"分\"",
        33 => "h\"時\"mm\"分\"ss\"秒\"",
        34 | 52 | 55 => "yyyy\"年\"m\"月\"",
        35 | 53 | 56 => "m\"月\"d\"日\"",
        37 | 38 | 41 => "#,##0;-#,##0",
        39 | 40 | 43 => "#,##0.00;-#,##0.00",
        45 => "mm:ss",
        46 => "[h]:mm:ss",
        _ => "General",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn x7_which_forms_show_a_day_or_a_share() {
        for (code, is) in [
            ("yyyy/m/d", NumberKind::Day),
            ("[$-411]ge.m.d", NumberKind::Day),
            ("0.0%", NumberKind::Share),
            ("#,##0.0\"％\"", NumberKind::Number),
            ("General", NumberKind::Number),
            ("#,##0;[Red]\"△\"#,##0", NumberKind::Number),
            ("0\"年度\"", NumberKind::Number),
        ] {
            assert_eq!(kind(&FormCode::read(code)), is, "{code}");
        }
        assert_eq!(decimal("1.1000000000000001"), "1.1".parse().ok());
        assert_eq!(decimal("1.2E3"), Some(Decimal::from(1200)));
        assert_eq!(decimal("x"), None);
    }
}
