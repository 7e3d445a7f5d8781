//! 入力の状況: what has been entered for a year, and by whom not yet.

use std::collections::BTreeMap;

use super::progress::NoActual;
use super::time_series::latest_actual;
use strategy::*;

/// The figures of a year that are there, and those still to come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completeness {
    /// The year.
    pub year: FiscalYear,
    /// Series with a number.
    pub entered: usize,
    /// 要確認: series in which something is written that is no number.
    pub unread: usize,
    /// Series of which a number is expected: all but 調査なし and 中止 (I22).
    pub expected: usize,
    /// Awaited figures, by owner; without an owner first.
    pub owners: Vec<Owner>,
}

/// 担当課, and what it has not entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owner {
    /// 担当課; empty: nobody is named.
    pub name: String,
    /// The figures still to come.
    pub awaited: Vec<Awaited>,
}

/// One figure still to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Awaited {
    /// The indicator.
    pub indicator: Id<Indicator>,
    /// The series.
    pub series: Id<Series>,
    /// The reason why there is no figure.
    pub why: NoActual,
}

/// The figure of a year: a number, or why there is none.
fn entered(series: &Series, year: FiscalYear) -> Result<(), NoActual> {
    match series.actuals.get(&year).map(Figure::reading) {
        Some(Reading::Number(_)) => Ok(()),
        Some(Reading::Missing(why)) => Err(NoActual::Missing(*why)),
        Some(Reading::Directional(_) | Reading::Unread) => Err(NoActual::NotANumber),
        None => Err(NoActual::Missing(Missing::Unset)),
    }
}

/// True if the figure of a year is still to come (I22).
pub(super) fn is_awaited(series: &Series, year: FiscalYear) -> bool {
    use Missing::{NotSurveyed, Stopped};
    let entered = entered(series, year);
    !matches!(
        entered,
        Ok(()) | Err(NoActual::Missing(NotSurveyed | Stopped))
    )
}

/// Returns the figures entered for a year, and those still awaited, by owner.
pub fn completeness(strategy: &Strategy, year: FiscalYear) -> Completeness {
    at_once(async |pace| completeness_in_steps(strategy, year, &pace).await)
}

/// The same, an indicator at a time.
pub(super) async fn completeness_in_steps(
    strategy: &Strategy,
    year: FiscalYear,
    pace: &Pace,
) -> Completeness {
    let series = strategy.series.by_parent();
    let mut owners: BTreeMap<&str, Vec<Awaited>> = BTreeMap::new();
    let mut entry = Completeness {
        year,
        entered: 0,
        unread: 0,
        expected: 0,
        owners: Vec::new(),
    };
    for indicator in strategy.indicators.sorted() {
        pace.step().await;
        for row in series.under(indicator.id) {
            match entered(row, year) {
                Ok(()) => entry.entered += 1,
                Err(NoActual::Missing(Missing::NotSurveyed | Missing::Stopped)) => continue,
                Err(why) => {
                    entry.unread += usize::from(why == NoActual::NotANumber);
                    let awaited = owners.entry(indicator.owner.trim()).or_default();
                    awaited.push(Awaited {
                        indicator: indicator.id,
                        series: row.id,
                        why,
                    });
                }
            }
            entry.expected += 1;
        }
    }
    entry.owners = owners
        .into_iter()
        .map(|(name, awaited)| Owner {
            name: name.to_owned(),
            awaited,
        })
        .collect();
    entry
}

/// True if any series has a number for a year that is not after `until`.
pub fn has_actuals(strategy: &Strategy, until: FiscalYear) -> bool {
    let mut all = strategy.series.iter();
    all.any(|series| latest_actual(series, until).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_fixtures::*;

    #[test]
    fn i22_who_has_not_entered_yet() {
        let mut s = Strategy::default();
        let year = FiscalYear(2024);
        for (id, owner, text) in [
            (1, "企画課", "100"),
            (2, "企画課", "集計中"),
            (3, "", ""),
            (4, "保健課", "調査なし"),
            (5, "保健課", "約束"),
        ] {
            s.indicators.insert(Indicator {
                owner: owner.into(),
                ..indicator(id, "指標")
            });
            let mut row = series(id, id, "");
            let reading = match text {
                "調査なし" => Reading::Missing(Missing::NotSurveyed),
                "約束" => Reading::Unread,
                _ => Figure::read(text).reading().clone(),
            };
            row.actuals.insert(year, Figure::corrected(text, reading));
            s.series.insert(row);
        }
        let e = completeness(&s, year);
        assert_eq!((e.entered, e.expected), (1, 4));
        let told: Vec<_> = e
            .owners
            .iter()
            .map(|o| (o.name.as_str(), o.awaited.len()))
            .collect();
        assert_eq!(told, [("", 1), ("企画課", 1), ("保健課", 1)]);
        assert_eq!(
            e.owners[1].awaited[0].why,
            NoActual::Missing(Missing::Counting)
        );
        assert!(has_actuals(&s, FiscalYear(2025)) && has_actuals(&s, year));
        assert!(!has_actuals(&s, FiscalYear(2023)));
        assert_eq!(completeness(&s, FiscalYear(2023)).entered, 0);
    }

    #[test]
    fn i22_what_cannot_be_read_is_to_be_checked_and_is_not_missing() {
        for text in ["3/5", "#DIV/0!", "R6", "12,5人", "100-120人"] {
            let mut s = Strategy::default();
            let year = FiscalYear(2024);
            s.indicators.insert(indicator(1, "指標"));
            let mut row = series(1, 1, "");
            row.actuals.insert(year, Figure::read(text));
            s.series.insert(row);
            let e = completeness(&s, year);
            assert_eq!((e.entered, e.unread, e.expected), (0, 1, 1), "{text}");
            let [owner] = &e.owners[..] else {
                panic!("{text}")
            };
            assert_eq!(owner.awaited[0].why, NoActual::NotANumber, "{text}");
        }
    }
}
