//! Main contents of a plan so far: shown on 概況 where there is nothing to judge.

use super::money::{Edition, Ledger, Scope};
use super::sheets::editions;
use super::timetable::{Ahead, next_item};
use strategy::*;

/// The most important contents of a plan for its first page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Contents {
    /// 指標.
    Indicators,
    /// 実施計画シート, and no indicator.
    Sheets {
        /// 計画初年度 of the newest.
        year: FiscalYear,
        /// 事業 planned for that year, each once.
        projects: usize,
        /// Their 純計 in 千円; `None` where no amount is written.
        net: Option<i64>,
    },
    /// 日程, and neither of those.
    Timetable {
        /// 次の予定.
        next: Option<Ahead>,
        /// All items.
        items: usize,
    },
    /// 支援の取組.
    Supports(usize),
    /// 目標・施策・取組 without indicators.
    Outline {
        /// 基本目標.
        goals: usize,
        /// 施策.
        measures: usize,
        /// 具体的取組.
        initiatives: usize,
    },
    /// Nothing yet.
    Nothing,
}

/// Returns the main contents of a plan, as of a day.
pub fn contents(s: &Strategy, today: &Date) -> Contents {
    if !s.indicators.is_empty() {
        return Contents::Indicators;
    }
    if let Some(year) = editions(s).into_keys().next_back() {
        let planned = Ledger::of(s, Side::Planned, year, Edition::Of(year)).total(Scope::All);
        return Contents::Sheets {
            year,
            projects: planned.works(),
            net: (planned.known > 0).then_some(planned.net),
        };
    }
    if !s.timetable.is_empty() {
        return Contents::Timetable {
            next: today.jun().and_then(|now| next_item(s, now)),
            items: s.timetable.len(),
        };
    }
    if !s.supports.is_empty() {
        return Contents::Supports(s.supports.len());
    }
    match s.goals.is_empty() {
        true => Contents::Nothing,
        false => Contents::Outline {
            goals: s.goals.len(),
            measures: s.measures.len(),
            initiatives: s.initiatives.len(),
        },
    }
}

/// Numbers of records: 目標, 施策, 取組, 指標, indicators with a target, シート, 支援, 日程.
pub type RecordCounts = [usize; 8];

/// Returns the numbers of records of a strategy.
pub fn record_counts(s: &Strategy) -> RecordCounts {
    let with_number = s
        .series
        .iter()
        .filter(|r| r.targets.values().any(|f| f.value().is_some()));
    let with_target = sort::set(with_number.map(|r| r.indicator));
    [
        s.goals.len(),
        s.measures.len(),
        s.initiatives.len(),
        s.indicators.len(),
        with_target.len(),
        s.sheets.len(),
        s.supports.len(),
        s.timetable.len(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_fixtures::*;

    fn of(s: &Strategy) -> Contents {
        contents(s, &Date("2019-10-15".to_owned()))
    }

    #[test]
    fn i55_a_first_page_speaks_of_what_the_plan_holds() {
        let mut s = Strategy::default();
        assert_eq!(of(&s), Contents::Nothing);
        s.goals.insert(goal(1, "目標"));
        s.measures.insert(measure(1, 1, "施策"));
        let outline = Contents::Outline {
            goals: 1,
            measures: 1,
            initiatives: 0,
        };
        assert_eq!(of(&s), outline);
        s.indicators.insert(indicator(1, "指標"));
        assert_eq!(of(&s), Contents::Indicators);
    }

    #[test]
    fn the_numbers_of_the_overview_are_those_of_the_files() {
        let samples: [(&[u8], RecordCounts); 2] = [
            (
                include_bytes!("../../public/samples/mihon.json"),
                [5, 13, 35, 27, 25, 24, 9, 25],
            ),
            (
                include_bytes!("../../public/samples/kitamoto-2022.json"),
                [6, 0, 0, 15, 11, 0, 0, 0],
            ),
        ];
        for (bytes, counts) in samples {
            let s = format::json::read(bytes).expect("the sample is readable");
            assert_eq!(record_counts(&s), counts);
        }
    }

    #[test]
    fn i55_the_next_item_of_a_timetable_is_not_done_and_not_gone_by() {
        let bytes = include_bytes!("../../public/samples/kisarazu-2020.json");
        let mut s = format::json::read(bytes).expect("the sample is readable");
        for id in s.timetable.ids().collect::<Vec<_>>() {
            let item = s
                .get(id)
                .map(|one| TimetableItem::clone(one))
                .expect("an item");
            s.timetable.insert(TimetableItem {
                done: false,
                ..item
            });
        }
        let Contents::Timetable { next, items } = of(&s) else {
            panic!("it has a timetable only");
        };
        let next = next.expect("something lies ahead");
        assert_eq!((next.from.year, next.from.month.0), (2019, 11));
        assert_eq!(next.title, "総合戦略策定会議(次長級)");
        assert_eq!(items, s.timetable.len());
        let after = contents(&s, &Date("2030-01-01".to_owned()));
        assert!(matches!(after, Contents::Timetable { next: None, .. }));
    }
}
