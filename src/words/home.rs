//! はじめに のことば.

use super::text::home as text;
pub use super::text::home::*;

use edit::Wording;
use strategy::Strategy;

/// A sample: its file, its plan, and the features in it.
pub struct Sample {
    /// File.
    pub file: &'static str,
    /// Name of the town and of the plan.
    pub name: &'static str,
    /// Features it shows.
    pub shows: &'static str,
}

/// Returns the samples.
pub fn samples() -> [Sample; 6] {
    [
        Sample {
            file: "mihon",
            name: text::samples_1(),
            shows: text::samples_2(),
        },
        Sample {
            file: "hokuto-2020",
            name: text::samples_3(),
            shows: text::samples_4(),
        },
        Sample {
            file: "kitamoto-2022",
            name: text::samples_5(),
            shows: text::samples_6(),
        },
        Sample {
            file: "hokuto-2024",
            name: text::samples_7(),
            shows: text::samples_8(),
        },
        Sample {
            file: "hokkaido",
            name: text::samples_9(),
            shows: text::samples_10(),
        },
        Sample {
            file: "kisarazu-2020",
            name: text::samples_11(),
            shows: text::samples_12(),
        },
    ]
}

/// Storage used of the storage available, in bytes.
pub fn room(used: f64, of: f64) -> String {
    text::room(bytes(used), bytes(of))
}

fn bytes(n: f64) -> String {
    let of = |unit: f64| (n / unit).round() as u64;
    match n {
        n if n >= 1e9 => text::bytes(of(1e9)),
        n if n >= 1e6 => format!("{}.{} MB", of(1e5) / 10, of(1e5) % 10),
        _ => format!("{} KB", of(1e3)),
    }
}

/// Returns the title of the next period: 「第3期…」, or the old title with the years.
pub fn next_of(old: &Strategy) -> String {
    let about = old.about();
    edit::next_title(&about.title).unwrap_or_else(|| {
        let first = about.period.last.next();
        text::next_of(&about.title, first.in_plan())
    })
}

/// Returns the first sentences of the next period.
pub fn next() -> Wording {
    Wording {
        period: |period| {
            let years = period.len();
            text::next_1(period.first.in_plan(), period.last.in_plan(), years)
        },
        counted: |period, figure, year| {
            text::next_2(
                period.first.wareki_short(),
                period.last.wareki_short(),
                figure.text(),
                year.wareki_short(),
            )
        },
    }
}
