//! Widths of the columns.

use crate::parts::{Scroll, Short};
use crate::sizes::Sizes;
use ::words::{YearForms, indicators};
use edit::IndicatorText;
use insight::FigureColumns;
use strategy::FiscalYear;

/// Widths of the columns in CSS px.
#[derive(Debug, Clone, PartialEq)]
pub struct Widths {
    /// Of the texts that are shown, 名称 first.
    texts: Vec<(IndicatorText, f64)>,
    kind: f64,
    baseline: f64,
    year: f64,
    rating: f64,
    /// Of a row.
    whole: f64,
    narrow: bool,
}

/// Widths of columns that need more room in other languages, and where years have four digits.
struct Longer {
    kind: f64,
    rating: f64,
    /// The least of a column of a year: a lock may stand before it.
    least: f64,
}

/// Width of a column in which a figure in one line stands whole, in text of the usual size.
const ROOM: f64 = 58.0;

impl Longer {
    fn now(kind: f64, rating: f64) -> Self {
        let letters = |word: &str| word.chars().count() as f64;
        let word = letters(indicators::target()).max(letters(indicators::actual()));
        let year = letters(&FiscalYear(2024).short()) - 2.0;
        Self {
            kind: (word * 9.0 + 10.0).max(kind),
            rating: rating + year.min(2.0) * 7.0,
            least: ROOM + year.min(4.0) * 8.0,
        }
    }
}

/// Room of a scroller; before that is measured, a common one.
fn room(seen: Scroll) -> f64 {
    if seen.width == 0.0 { 700.0 } else { seen.width }
}

impl Widths {
    /// Returns the widths for the room of a scroller and text of a size; some may be chosen.
    pub fn within(
        seen: Scroll,
        columns: &FigureColumns,
        sizes: Sizes,
        chosen: &dyn Fn(ColumnKind) -> Option<f64>,
    ) -> Self {
        let text = sizes.text;
        let Self {
            texts,
            kind,
            baseline,
            year,
            rating,
            narrow,
            ..
        } = Self::usual(room(seen) / text, columns, chosen);
        let texts = texts.into_iter();
        let texts: Vec<_> = texts
            .map(|(column, width)| (column, (width * text).floor()))
            .collect();
        let (kind, rating) = (kind * text, rating * text);
        let (baseline, year) = ((baseline * text).floor(), (year * text).floor());
        let of_texts: f64 = texts.iter().map(|(_, width)| width).sum();
        let years = columns.years.len() as f64 * year;
        Self {
            texts,
            kind,
            baseline,
            year,
            rating,
            whole: of_texts + kind + baseline + years + rating,
            narrow,
        }
    }

    /// The same in text of the usual size: first the years, then the names.
    fn usual(
        room: f64,
        columns: &FigureColumns,
        chosen: &dyn Fn(ColumnKind) -> Option<f64>,
    ) -> Self {
        let (unit, kind, rating) = match room < 760.0 {
            true => (48.0, 36.0, 104.0),
            false => (56.0, 44.0, 112.0),
        };
        let Longer {
            kind,
            rating,
            least,
        } = Longer::now(kind, rating);
        let width = |column: &IndicatorText| {
            let usual = match column {
                IndicatorText::Name => 0.0,
                IndicatorText::Unit => unit,
                IndicatorText::Owner => 96.0,
                IndicatorText::Source => 120.0,
            };
            chosen(ColumnKind::Text(*column)).unwrap_or(usual)
        };
        let others: f64 = columns.texts.iter().map(width).sum();
        // The baseline is a column like a year's.
        let figures = columns.years.len() as f64 + 1.0;
        let left = room - others - kind - rating;
        let names = (room * 0.2).clamp(140.0, 300.0);
        let year = ((left - names) / figures).clamp(least, 112.0).floor();
        let name = (left - year * figures).clamp(130.0, 480.0).floor();
        let texts = columns.texts.iter().map(|column| match width(column) {
            0.0 => (*column, name),
            width => (*column, width),
        });
        let baseline = chosen(ColumnKind::Baseline).unwrap_or(year);
        let year = chosen(ColumnKind::Year).unwrap_or(year);
        Self {
            texts: texts.collect(),
            kind,
            baseline,
            year,
            rating,
            whole: 0.0,
            narrow: year.min(baseline) < ROOM || width(&IndicatorText::Unit) < unit,
        }
    }

    /// True if a figure in one line, or a short unit, may be wider than its column, which a person made so narrow.
    pub fn are_narrow(&self) -> bool {
        self.narrow
    }

    /// Width of a kind of column.
    pub fn of(&self, column: ColumnKind) -> f64 {
        match column {
            ColumnKind::Text(text) => {
                let there = self.texts.iter().find(|(column, _)| *column == text);
                there.map_or(0.0, |(_, width)| *width)
            }
            ColumnKind::Baseline => self.baseline,
            ColumnKind::Year => self.year,
        }
    }

    /// Left edge and width of a column.
    pub fn column(&self, column: usize) -> (f64, f64) {
        let before = |end: usize| {
            self.texts[..end]
                .iter()
                .map(|(_, width)| width)
                .sum::<f64>()
        };
        if let Some((_, width)) = self.texts.get(column) {
            return (before(column), *width);
        }
        let start = before(self.texts.len()) + self.kind;
        match column - self.texts.len() {
            0 => (start, self.baseline),
            year => (
                start + self.baseline + (year - 1) as f64 * self.year,
                self.year,
            ),
        }
    }

    /// Column at so many px from the left of the table, of so many; the nearest one.
    pub fn column_at(&self, left: f64, count: usize) -> usize {
        let reaches = |column: &usize| {
            let (start, width) = self.column(*column);
            left < start + width
        };
        let last = count.saturating_sub(1);
        (0..=last).find(reaches).unwrap_or(last)
    }

    /// Width of what stays where it is while years are scrolled.
    pub fn sticky(&self) -> f64 {
        self.texts.first().map_or(0.0, |(_, width)| *width)
    }

    /// The same for the style sheet.
    pub fn style(&self) -> String {
        let texts = self
            .texts
            .iter()
            .map(|(column, width)| (ColumnKind::Text(*column).name(), *width));
        let others = [
            ("kind", self.kind),
            (ColumnKind::Baseline.name(), self.baseline),
            (ColumnKind::Year.name(), self.year),
            ("rating", self.rating),
            ("whole", self.whole),
        ];
        let each = texts.chain(others);
        let each = each.map(|(name, width)| format!("--{name}:{}px", Short(width)));
        each.collect::<Vec<_>>().join(";")
    }
}

/// Columns that have one width.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnKind {
    /// A text of the indicator.
    Text(IndicatorText),
    /// 当初値.
    Baseline,
    /// Every year.
    Year,
}

impl ColumnKind {
    /// Its name in the style sheet, and in the settings.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text(IndicatorText::Name) => "name",
            Self::Text(IndicatorText::Unit) => "unit",
            Self::Text(IndicatorText::Owner) => "owner",
            Self::Text(IndicatorText::Source) => "source",
            Self::Baseline => "baseline",
            Self::Year => "year",
        }
    }
}
