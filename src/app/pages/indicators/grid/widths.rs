//! Widths of the columns.

use crate::parts::{Scroll, Short};
use crate::sizes::Sizes;
use ::words::{YearForms, indicators};
use strategy::FiscalYear;

/// Widths of the columns in CSS px.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Widths {
    name: f64,
    unit: f64,
    kind: f64,
    baseline: f64,
    year: f64,
    rating: f64,
}

/// Widths of columns that need more room in other languages, and where years have four digits.
struct Longer {
    kind: f64,
    rating: f64,
    /// The least of a column of a year: a lock may stand before it.
    least: f64,
}

impl Longer {
    fn now(kind: f64, rating: f64) -> Self {
        let letters = |word: &str| word.chars().count() as f64;
        let word = letters(indicators::target()).max(letters(indicators::actual()));
        let year = letters(&FiscalYear(2024).short()) - 2.0;
        Self {
            kind: (word * 9.0 + 10.0).max(kind),
            rating: rating + year.min(2.0) * 7.0,
            least: 58.0 + year.min(4.0) * 8.0,
        }
    }
}

impl Widths {
    /// Returns the widths for a table this wide, in text of this size.
    pub fn fit(room: f64, years: usize, sizes: Sizes) -> Self {
        let text = sizes.text;
        let Self {
            name,
            unit,
            kind,
            baseline,
            year,
            rating,
        } = Self::usual(room / text, years);
        Self {
            name: (name * text).floor(),
            unit: unit * text,
            kind: kind * text,
            baseline: (baseline * text).floor(),
            year: (year * text).floor(),
            rating: rating * text,
        }
    }

    /// The same in text of the usual size: first the years, then the names; on a phone names stay narrow, and the
    /// years are scrolled.
    fn usual(room: f64, years: usize) -> Self {
        if room < 560.0 {
            return Self {
                name: 96.0,
                unit: 0.0,
                kind: 40.0,
                baseline: 76.0,
                year: 76.0,
                rating: 84.0,
            };
        }
        let (unit, kind, rating) = match room < 760.0 {
            true => (48.0, 36.0, 104.0),
            false => (56.0, 44.0, 112.0),
        };
        let Longer {
            kind,
            rating,
            least,
        } = Longer::now(kind, rating);
        // The baseline is a column like a year's.
        let columns = years as f64 + 1.0;
        let left = room - unit - kind - rating;
        let names = (room * 0.2).clamp(140.0, 300.0);
        let year = ((left - names) / columns).clamp(least, 112.0).floor();
        Self {
            name: (left - year * columns).clamp(130.0, 480.0).floor(),
            unit,
            kind,
            baseline: year,
            year,
            rating,
        }
    }

    /// True if there is no room beside the table.
    pub fn is_narrow(self) -> bool {
        self.unit == 0.0
    }

    /// Returns the widths for the room of a scroller; before that is measured, for a common one.
    pub fn within(seen: Scroll, years: usize, sizes: Sizes) -> Self {
        let room = if seen.width == 0.0 { 700.0 } else { seen.width };
        Self::fit(room, years, sizes)
    }

    /// Left edge and width of a column of figures, counted from the baseline.
    pub fn column(self, column: usize) -> (f64, f64) {
        let start = self.name + self.unit + self.kind;
        match column.checked_sub(1) {
            None => (start, self.baseline),
            Some(year) => (start + self.baseline + year as f64 * self.year, self.year),
        }
    }

    /// Column of figures at so many px from the left of the table, of so many years; the nearest one.
    pub fn column_at(self, left: f64, years: usize) -> usize {
        let reaches = |column: &usize| {
            let (start, width) = self.column(*column);
            left < start + width
        };
        (0..=years).find(reaches).unwrap_or(years)
    }

    /// Width of what stays where it is while years are scrolled.
    pub fn sticky(self) -> f64 {
        self.name
    }

    /// The same for the style sheet.
    pub fn style(self) -> String {
        let Self {
            name,
            unit,
            kind,
            baseline,
            year,
            rating,
        } = self;
        let [name, unit, kind, baseline, year, rating] =
            [name, unit, kind, baseline, year, rating].map(Short);
        format!(
            "--name:{name}px;--unit:{unit}px;--kind:{kind}px;--baseline:{baseline}px;--year:{year}px;--rating:{rating}px"
        )
    }
}
