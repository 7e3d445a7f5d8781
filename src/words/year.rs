//! Years as they are shown. A plan always holds years in 和暦 ([`FiscalYear::wareki`]).

use super::say::Say;
use super::style::{NumberStyle, Years};
use super::text::year as text;
use strategy::{FiscalYear, Period};

impl Say for FiscalYear {
    /// 令和6年度, 2024年度 or 令和6（2024）年度.
    fn say(&self) -> String {
        match NumberStyle::now().years {
            Years::Era => text::era(era(*self)),
            Years::Western => text::western(self.0),
            Years::Both => text::both(era(*self), self.0),
        }
    }
}

/// The other forms of a year.
pub trait YearForms {
    /// R6, 2024 or R6(2024).
    fn short(self) -> String;

    /// Returns the form that people type: 令和6 or 2024.
    fn typed(self) -> String;
}

impl YearForms for FiscalYear {
    fn short(self) -> String {
        match NumberStyle::now().years {
            Years::Era => self.wareki_short(),
            Years::Western => text::short_western(self.0),
            Years::Both => text::short_both(self.wareki_short(), self.0),
        }
    }

    fn typed(self) -> String {
        match NumberStyle::now().years {
            Years::Western => self.0.to_string(),
            Years::Era | Years::Both => era(self),
        }
    }
}

/// 令和6.
fn era(year: FiscalYear) -> String {
    let Some((_, letter, n)) = year.era() else {
        return year.0.to_string();
    };
    let name = name(letter);
    match n {
        1 => [name, text::first_of_era()].concat(),
        n => format!("{name}{n}"),
    }
}

fn name(letter: char) -> &'static str {
    match letter {
        'R' => text::reiwa(),
        'H' => text::heisei(),
        'S' => text::showa(),
        'T' => text::taisho(),
        _ => text::meiji(),
    }
}

/// 「令和4〜7年度」「2022〜2025年度」.
pub fn period(period: Period) -> String {
    match NumberStyle::now().years {
        Years::Era => text::period(era_of_period(period)),
        Years::Western => text::period_western(period.first.0, period.last.0),
        Years::Both => text::period_both(era_of_period(period), period.first.0, period.last.0),
    }
}

/// 「令和4〜7」: the 元号 once if both years share it.
fn era_of_period(period: Period) -> String {
    let letter = |year: FiscalYear| year.era().map(|(_, letter, _)| letter);
    let (first, last) = (era(period.first), era(period.last));
    let same = letter(period.first).filter(|first| Some(*first) == letter(period.last));
    let tail = same.and_then(|letter| last.strip_prefix(name(letter)));
    text::stretch(first, tail.unwrap_or(&last))
}

/// 「令和6年11月12日」「2024年11月12日」: a day in full.
pub(super) fn day(year: i32, month: u32, day: u32) -> String {
    let era = || {
        // 令和 began on the first of May 2019.
        match (year, month) {
            (2019, ..5) => [text::heisei(), "31"].concat(),
            _ => era(FiscalYear(year)),
        }
    };
    match NumberStyle::now().years {
        Years::Era => text::day(era(), month, day),
        Years::Western => text::day_western(year, month, day),
        Years::Both => text::day_both(era(), year, month, day),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::style::Minus;

    fn in_style<T>(years: Years, tell: impl Fn() -> T) -> T {
        let before = NumberStyle::now();
        let minus = Minus::default();
        NumberStyle { years, minus }.adopt();
        let told = tell();
        before.adopt();
        told
    }

    #[test]
    fn a_year_is_written_as_chosen_and_read_again() {
        for (years, full, short, typed) in [
            (Years::Era, "令和6年度", "R6", "令和6"),
            (Years::Western, "2024年度", "2024", "2024"),
            (Years::Both, "令和6（2024）年度", "R6(2024)", "令和6"),
        ] {
            in_style(years, || {
                let year = FiscalYear(2024);
                assert_eq!(year.say(), full);
                assert_eq!(year.short(), short);
                assert_eq!(year.typed(), typed);
                for year in (1868..2100).map(FiscalYear) {
                    assert_eq!(FiscalYear::parse(&year.say()), Some(year));
                    assert_eq!(FiscalYear::parse(&year.short()), Some(year));
                    assert_eq!(FiscalYear::parse(&year.typed()), Some(year));
                }
            });
        }
        assert_eq!(FiscalYear(2019).say(), "令和元年度");
    }

    #[test]
    fn a_period_names_its_era_once() {
        let told = |first, last| {
            let (first, last) = (FiscalYear(first), FiscalYear(last));
            period(Period { first, last })
        };
        assert_eq!(told(2022, 2025), "令和4〜7年度");
        assert_eq!(told(2019, 2024), "令和元〜6年度");
        assert_eq!(told(2016, 2020), "平成28〜令和2年度");
        let western = in_style(Years::Western, || told(2016, 2020));
        assert_eq!(western, "2016〜2020年度");
        let both = in_style(Years::Both, || told(2022, 2025));
        assert_eq!(both, "令和4〜7（2022〜2025）年度");
    }
}
