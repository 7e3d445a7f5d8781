//! 渡された部分: how much of it the section has filled in, record by record.

use strategy::*;

use super::completeness::is_awaited;
use super::sheets::{blanks, sheet_of};

/// A record of a part, of which something to fill in is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PartItem {
    /// The record.
    pub record: AnyId,
    /// True if nothing that was asked of it is blank.
    pub done: bool,
}

/// Returns the records of a part that are to be filled in, in the order in which they were handed out (I100). Actuals and
/// reviews are of the years asked that have ended; where all years were asked, of the last that has.
pub fn part_items(strategy: &Strategy, part: &HandedPart, today: FiscalYear) -> Vec<PartItem> {
    let period = strategy.about().period;
    let years: Vec<FiscalYear> = match part.years.is_empty() {
        true => vec![today.previous().min(period.last).max(period.first)],
        false => part
            .years
            .iter()
            .copied()
            .filter(|year| *year < today)
            .collect(),
    };
    let asked = AskedCells {
        strategy,
        part,
        years: &years,
    };
    let records = part.records.iter().filter_map(|text| AnyId::read(text));
    let item = |record: AnyId| {
        let done = match record.kind {
            Kind::Indicator => asked.indicator(Id::new(record.number)),
            Kind::Measure => asked.measure(Id::new(record.number)),
            _ => None,
        };
        done.map(|done| PartItem { record, done })
    };
    records.filter_map(item).collect()
}

/// Content that is asked of the records of a part.
struct AskedCells<'a> {
    strategy: &'a Strategy,
    part: &'a HandedPart,
    /// Years of actuals and reviews.
    years: &'a [FiscalYear],
}

impl AskedCells<'_> {
    fn asks(&self, work: Work) -> bool {
        self.part.work.is_empty() || self.part.work.contains(&work)
    }

    /// True if an indicator has its actuals; `None`: none are asked, or it is not in the part.
    fn indicator(&self, id: Id<Indicator>) -> Option<bool> {
        self.strategy.get(id)?;
        let series = self.strategy.series.under(id);
        let awaits = |year: &FiscalYear| series.iter().any(|one| is_awaited(one, *year));
        (self.asks(Work::Actuals) && !self.years.is_empty()).then(|| !self.years.iter().any(awaits))
    }

    /// True if the sheets of a measure are filled in; `None`: none are asked, or it is not in the part.
    fn measure(&self, id: Id<Measure>) -> Option<bool> {
        self.strategy.get(id)?;
        let reviews = self.asks(Work::Reviews) && !self.years.is_empty();
        let reviews = reviews.then(|| self.years.iter().all(|year| self.is_judged(id, *year)));
        let plans = self
            .asks(Work::Plans)
            .then(|| self.is_planned(id))
            .flatten();
        match (reviews, plans) {
            (Some(reviews), Some(plans)) => Some(reviews && plans),
            (one, other) => one.or(other),
        }
    }

    /// True if a sheet judges the year and lacks nothing.
    fn is_judged(&self, id: Id<Measure>, year: FiscalYear) -> bool {
        let lacks = blanks(self.strategy, year);
        sheet_of(self.strategy, id, year.next()).is_some()
            && lacks.iter().all(|blank| blank.measure != id)
    }

    /// True if each work of the newest sheet has the 予算額 of its first year; `None`: there is no work yet.
    fn is_planned(&self, id: Id<Measure>) -> Option<bool> {
        let sheets = self.strategy.sheets.under(id).into_iter();
        let newest = sheets.max_by_key(|sheet| sheet.year)?;
        let lines = self.strategy.lines.under(newest.id).into_iter();
        let mut planned = lines.filter(|line| line.side == Side::Planned).peekable();
        planned.peek()?;
        Some(planned.all(|line| line.budgets.contains_key(&newest.year)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_fixtures::*;

    const R6: FiscalYear = FiscalYear(2024);
    const TODAY: FiscalYear = FiscalYear(2025);

    fn plan() -> Strategy {
        let mut s = Strategy::default();
        s.goals.insert(goal(1, "目標"));
        s.measures.insert(measure(1, 1, "施策"));
        for id in [1, 2] {
            s.indicators.insert(indicator(id, "指標"));
            s.series.insert(series(id, id, ""));
        }
        s
    }

    fn part(work: &[Work]) -> HandedPart {
        HandedPart {
            records: ["m1", "k1", "k2", "k9", "?"].map(str::to_owned).to_vec(),
            years: vec![R6, TODAY],
            work: work.to_vec(),
            ..HandedPart::default()
        }
    }

    fn done(s: &Strategy, work: &[Work]) -> Vec<(String, bool)> {
        let items = part_items(s, &part(work), TODAY).into_iter();
        items
            .map(|one| (one.record.to_string(), one.done))
            .collect()
    }

    fn told(all: &[(&str, bool)]) -> Vec<(String, bool)> {
        all.iter()
            .map(|(id, done)| ((*id).to_owned(), *done))
            .collect()
    }

    fn entered(s: &mut Strategy, id: u64, figure: Figure) {
        let mut row = series(id, id, "");
        row.actuals.insert(R6, figure);
        s.series.insert(row);
    }

    #[test]
    fn i100_an_indicator_is_filled_in_with_the_actuals_of_the_years_that_have_ended() {
        let mut s = plan();
        let all = |k1, k2| told(&[("k1", k1), ("k2", k2)]);
        assert_eq!(done(&s, &[Work::Actuals]), all(false, false));
        entered(&mut s, 1, Figure::read("12"));
        entered(&mut s, 2, Figure::read("集計中"));
        assert_eq!(done(&s, &[Work::Actuals]), all(true, false));
        let none = Figure::corrected("調査なし", Reading::Missing(Missing::NotSurveyed));
        entered(&mut s, 2, none);
        assert_eq!(done(&s, &[Work::Actuals]), all(true, true));
        // Texts are never known to be finished.
        assert!(done(&s, &[Work::Texts]).is_empty());
    }

    #[test]
    fn i100_a_measure_is_filled_in_with_its_review_and_the_money_of_its_works() {
        let mut s = plan();
        let works = [Work::Reviews, Work::Plans];
        assert_eq!(done(&s, &works), told(&[("m1", false)]));
        assert!(done(&s, &[Work::Plans]).is_empty(), "no work is there yet");
        let sheet = Sheet {
            id: Id::new(1),
            measure: Id::new(1),
            year: R6.next(),
            results: "成果".into(),
            rating: "Ａ".into(),
            improvements: "方向性".into(),
            ..Sheet::default()
        };
        s.sheets.insert(sheet);
        assert_eq!(done(&s, &works), told(&[("m1", true)]));
        let mut line = Line {
            id: Id::new(1),
            sheet: Id::new(1),
            side: Side::Planned,
            title: "事業".into(),
            ..Line::default()
        };
        s.lines.insert(line.clone());
        assert_eq!(done(&s, &works), told(&[("m1", false)]));
        line.budgets.insert(R6.next(), Money::Thousand(0));
        s.lines.insert(line);
        assert_eq!(done(&s, &works), told(&[("m1", true)]));
    }

    #[test]
    fn i100_of_all_years_the_last_that_has_ended_is_asked() {
        let mut s = plan();
        let all = HandedPart {
            years: Vec::new(),
            ..part(&[Work::Actuals])
        };
        s.about.insert(About {
            period: Period {
                first: FiscalYear(2020),
                last: R6,
            },
            ..About::default()
        });
        entered(&mut s, 1, Figure::read("12"));
        let done = part_items(&s, &all, FiscalYear(2030));
        assert!(done[0].done && !done[1].done);
    }
}
