//! Finding indicators by their words, goal, owner, rating and by what they lack; and their order.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::appraisal::{appraise, rules_of};
use super::rating::Given;
use strategy::*;

/// Data that an indicator may lack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    /// No series has a baseline with a number.
    Baseline,
    /// No series has a target.
    Target,
    /// No series has an actual with a number.
    Actual,
    /// Some figure is 要確認.
    Check,
}

impl Gap {
    /// Every lack, in the order offered.
    pub const ALL: [Gap; 4] = [Gap::Baseline, Gap::Target, Gap::Actual, Gap::Check];
}

fn lacks(rows: &[&std::sync::Arc<Series>], lack: Gap) -> bool {
    match lack {
        Gap::Baseline => !rows.iter().any(|s| {
            s.baseline
                .as_ref()
                .is_some_and(|b| b.figure.value().is_some())
        }),
        Gap::Target => rows.iter().all(|s| s.targets.is_empty()),
        Gap::Actual => !rows
            .iter()
            .any(|s| s.actuals.values().any(|f| f.value().is_some())),
        Gap::Check => rows.iter().any(|s| s.figures().any(Figure::needs_check)),
    }
}

/// The ids of the indicators used by a goal or one of its measures.
pub fn used_under(strategy: &Strategy, goal: Id<Goal>) -> BTreeSet<Id<Indicator>> {
    let targets = strategy.get(goal).into_iter().flat_map(|g| &g.targets);
    let mut used = sort::set(targets.copied());
    for measure in strategy.measures.iter().filter(|m| m.goal == goal) {
        used.extend(measure.kpis.iter().copied());
    }
    used
}

/// A goal, or `None` for what no goal uses, and its indicators.
pub type UnderGoal = (Option<Id<Goal>>, Vec<Id<Indicator>>);

/// Returns indicators by the goals that use them, in the order of the plan; last those no goal uses.
pub fn by_goal(strategy: &Strategy, found: &[Id<Indicator>]) -> Vec<UnderGoal> {
    let mut used_anywhere = BTreeSet::new();
    let mut parts = Vec::new();
    for goal in strategy.goals.sorted() {
        let used = used_under(strategy, goal.id);
        let own = found.iter().copied().filter(|id| used.contains(id));
        parts.push((Some(goal.id), own.collect::<Vec<_>>()));
        used_anywhere.extend(used);
    }
    let unused = found
        .iter()
        .copied()
        .filter(|id| !used_anywhere.contains(id));
    parts.push((None, unused.collect()));
    parts.retain(|(_, own)| !own.is_empty());
    parts
}

/// Orders of indicators. Those alike stand in the order of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum IndicatorOrder {
    /// That of the plan.
    #[default]
    Plan,
    /// By the first goal that uses it; those no goal uses last.
    Goal,
    /// By 担当課; those without one last.
    Owner,
    /// Lowest rating first; those not rated last.
    Lowest,
    /// Highest rating first; those not rated last.
    Highest,
}

impl IndicatorOrder {
    /// Every order, as offered.
    pub const ALL: [Self; 5] = [
        Self::Plan,
        Self::Goal,
        Self::Owner,
        Self::Lowest,
        Self::Highest,
    ];
}

/// A query for indicators: conditions that must all hold, and the order of the result.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct IndicatorQuery {
    /// Words, each part of the name, code, unit, owner or source (width and case of letters aside).
    pub text: String,
    /// Used by this goal or one of its measures.
    pub goal: Option<Id<Goal>>,
    /// 担当課; empty: it has none.
    pub owner: Option<String>,
    /// Place of its rating among the bands of the rule set.
    pub rating: Option<usize>,
    /// Data it lacks.
    pub lacks: Option<Gap>,
    /// Order of the result.
    pub order: IndicatorOrder,
}

impl IndicatorQuery {
    /// Returns the number of choices set, beside the words searched for.
    pub fn choices(&self) -> usize {
        [
            self.goal.is_some(),
            self.owner.is_some(),
            self.rating.is_some(),
            self.lacks.is_some(),
            self.order != IndicatorOrder::Plan,
        ]
        .into_iter()
        .filter(|set| *set)
        .count()
    }

    /// Finds the indicators, rated for a year by the rule set of the strategy.
    pub fn run(&self, strategy: &Strategy, year: FiscalYear) -> Vec<Id<Indicator>> {
        let mut found = self.fitting(strategy);
        let bands = match self.rating.is_some() || self.order.is_of_rating() {
            true => bands(strategy, &found, year),
            false => BandsOfFilter::new(),
        };
        if let Some(asked) = self.rating {
            found.retain(|k| bands.get(&k.id).is_some_and(|band| band.place == asked));
        }
        self.order.sort(strategy, &bands, &mut found);
        found.into_iter().map(|k| k.id).collect()
    }

    /// Those that meet every condition that needs no rating, in the order of the plan.
    fn fitting<'a>(&self, strategy: &'a Strategy) -> Vec<&'a Indicator> {
        let asked = folded(&self.text);
        let asked: Vec<&str> = asked.split_whitespace().collect();
        let under = self.goal.map(|goal| used_under(strategy, goal));
        let groups = self.lacks.map(|lack| (lack, strategy.series.by_parent()));
        let fits = |k: &Indicator| {
            under.as_ref().is_none_or(|ids| ids.contains(&k.id))
                && self
                    .owner
                    .as_ref()
                    .is_none_or(|owner| k.owner.trim() == owner)
                && groups
                    .as_ref()
                    .is_none_or(|(lack, groups)| lacks(groups.under(k.id), *lack))
                && contains_all(k, &asked)
        };
        let all = strategy.indicators.sorted().into_iter();
        all.map(|k| &**k).filter(|k| fits(k)).collect()
    }
}

impl IndicatorOrder {
    fn is_of_rating(self) -> bool {
        matches!(self, Self::Lowest | Self::Highest)
    }

    fn sort(self, strategy: &Strategy, bands: &BandsOfFilter, found: &mut [&Indicator]) {
        // None stands last.
        let rating = |k: &Indicator| {
            let band = bands.get(&k.id).filter(|band| band.tone != Tone::None);
            band.map(|band| band.place)
        };
        match self {
            Self::Plan => (),
            Self::Goal => {
                let index = goals_by_indicator(strategy);
                sort::by_key(found, |k| index.get(&k.id).copied().unwrap_or(usize::MAX));
            }
            Self::Owner => sort::by_key(found, |k| {
                let owner = k.owner.trim().to_owned();
                (owner.is_empty(), owner)
            }),
            Self::Lowest => sort::by_key(found, |k| (rating(k).is_none(), Reverse(rating(k)))),
            Self::Highest => sort::by_key(found, |k| (rating(k).is_none(), rating(k))),
        }
    }
}

/// The band that counts of each indicator.
type BandsOfFilter = BTreeMap<Id<Indicator>, Given>;

fn bands(strategy: &Strategy, indicators: &[&Indicator], year: FiscalYear) -> BandsOfFilter {
    let (rules, series) = (rules_of(strategy), strategy.series.by_parent());
    let period = strategy.about().period;
    let band = |k: &&Indicator| {
        let appraised = appraise(k, series.under(k.id), period, year, &rules);
        Some((k.id, appraised.band()?.clone()))
    };
    sort::map(indicators.iter().filter_map(band))
}

/// The place of the first goal that uses each indicator.
fn goals_by_indicator(strategy: &Strategy) -> BTreeMap<Id<Indicator>, usize> {
    let measures = strategy.measures.by_parent();
    let mut first = BTreeMap::new();
    for (place, goal) in strategy.goals.sorted().into_iter().enumerate() {
        let kpis = measures.under(goal.id).iter().flat_map(|m| &m.kpis);
        for id in goal.targets.iter().chain(kpis) {
            first.entry(*id).or_insert(place);
        }
    }
    first
}

/// Text in half width and lower case.
fn folded(text: &str) -> String {
    half_width(text).to_ascii_lowercase()
}

fn contains_all(k: &Indicator, asked: &[&str]) -> bool {
    if asked.is_empty() {
        return true;
    }
    let texts = [&k.name, &k.code, &k.unit, &k.owner, &k.source].map(String::as_str);
    let all = folded(&texts.join(" "));
    asked.iter().all(|word| all.contains(word))
}

/// 担当課 of all indicators, each once, in the order of the plan; empty where an indicator has none.
pub fn owners(strategy: &Strategy) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let all = strategy.indicators.sorted().into_iter();
    let mut owners: Vec<String> = all
        .map(|k| k.owner.trim())
        .filter(|owner| seen.insert(owner.to_owned()))
        .map(str::to_owned)
        .collect();
    // None is offered last.
    sort::by_key(&mut owners, String::is_empty);
    owners
}

/// The years an indicator's table shows: the period, and every other year that has a figure.
pub fn years_of(strategy: &Strategy, indicator: Id<Indicator>) -> Vec<FiscalYear> {
    let mut years = sort::set(strategy.about().period.years());
    for series in strategy.series.under(indicator) {
        years.extend(
            series
                .targets
                .keys()
                .chain(series.actuals.keys())
                .chain(series.without_policy.keys()),
        );
    }
    years.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::appraisal::Appraisal;

    fn kitamoto() -> Strategy {
        let bytes = include_bytes!("../../public/samples/kitamoto-2022.json");
        format::json::read(bytes).expect("the sample is readable")
    }

    fn names(strategy: &Strategy, ids: &[Id<Indicator>]) -> Vec<String> {
        ids.iter()
            .filter_map(|id| Some(strategy.get(*id)?.name.clone()))
            .collect()
    }

    const YEAR: FiscalYear = FiscalYear(2024);

    fn mihon() -> Strategy {
        let bytes = include_bytes!("../../public/samples/mihon.json");
        format::json::read(bytes).expect("the sample is readable")
    }

    #[test]
    fn finds_by_every_word_whatever_the_width_of_letters() {
        let s = kitamoto();
        let asked = |text: &str| {
            let query = IndicatorQuery {
                text: text.to_owned(),
                ..IndicatorQuery::default()
            };
            query.run(&s, YEAR)
        };
        assert_eq!(
            names(&s, &asked("ａｉ 件数")),
            ["AI・RPA等のデジタル技術を活用した件数"]
        );
        assert_eq!(asked("").len(), s.indicators.len());
        assert!(asked("ないことば").is_empty());
    }

    #[test]
    fn finds_by_goal_and_by_what_is_lacking() {
        let s = kitamoto();
        let asked = |goal, lacks| {
            let query = IndicatorQuery {
                goal,
                lacks,
                ..IndicatorQuery::default()
            };
            query.run(&s, YEAR)
        };
        let goal = Some(s.goals.sorted()[0].id);
        assert_eq!(asked(goal, None).len(), 2);
        let found = asked(goal, Some(Gap::Baseline));
        assert_eq!(names(&s, &found), ["市内有効求人倍率"]);
        assert_eq!(asked(None, Some(Gap::Actual)).len(), s.indicators.len());
        assert!(asked(None, Some(Gap::Target)).is_empty());
    }

    #[test]
    fn indicators_stand_under_each_goal_that_uses_them_and_last_those_none_uses() {
        let mut s = Strategy::default();
        for (id, targets) in [(1, vec![2, 1]), (2, vec![]), (3, vec![1])] {
            s.goals.insert(Goal {
                targets: targets.into_iter().map(Id::new).collect(),
                ..crate::test_fixtures::goal(id, "目標")
            });
        }
        let parts = by_goal(&s, &[1, 2, 3].map(Id::new));
        let parts: Vec<_> = parts
            .iter()
            .map(|(goal, ids)| {
                (
                    goal.map(Id::number),
                    ids.iter().map(|id| id.number()).collect(),
                )
            })
            .collect();
        let expected: Vec<(Option<u64>, Vec<u64>)> =
            vec![(Some(1), vec![1, 2]), (Some(3), vec![1]), (None, vec![3])];
        assert_eq!(parts, expected);
    }

    #[test]
    fn each_owner_finds_its_own_and_all_owners_find_all() {
        let s = mihon();
        let by_owner = owners(&s).into_iter().flat_map(|owner| {
            let query = IndicatorQuery {
                owner: Some(owner.clone()),
                ..IndicatorQuery::default()
            };
            let found = query.run(&s, YEAR);
            assert!(!found.is_empty(), "{owner}");
            for id in &found {
                assert_eq!(s.get(*id).map(|k| k.owner.trim()), Some(&*owner));
            }
            found
        });
        assert_eq!(by_owner.count(), s.indicators.len());
    }

    #[test]
    fn each_rating_finds_those_rated_so() {
        let s = mihon();
        let appraisal = Appraisal::of(&s, YEAR);
        let mut all = 0;
        for place in 0..appraisal.rules.bands.len() {
            let query = IndicatorQuery {
                rating: Some(place),
                ..IndicatorQuery::default()
            };
            for id in query.run(&s, YEAR) {
                let band = appraisal.get(id).and_then(|one| one.band());
                assert_eq!(band.map(|band| band.place), Some(place));
                all += 1;
            }
        }
        assert_eq!(all, s.indicators.len());
    }

    #[test]
    fn every_order_has_every_indicator_and_keeps_its_key_in_order() {
        let s = mihon();
        let appraisal = Appraisal::of(&s, YEAR);
        let goals = goals_by_indicator(&s);
        for order in IndicatorOrder::ALL {
            let query = IndicatorQuery {
                order,
                ..IndicatorQuery::default()
            };
            let found = query.run(&s, YEAR);
            assert_eq!(sort::set(found.clone()).len(), s.indicators.len());
            let plan: BTreeMap<_, _> = s
                .indicators
                .sorted()
                .iter()
                .map(|k| k.id)
                .zip(0..)
                .collect();
            let key = |id: &Id<Indicator>| {
                let k = s.get(*id).expect("it was found");
                let place = appraisal.get(*id).filter(|one| one.is_known());
                let place = place
                    .and_then(|one| one.band())
                    .map(|band| band.place as i64);
                let first = match order {
                    IndicatorOrder::Plan => String::new(),
                    IndicatorOrder::Goal => {
                        format!("{:020}", goals.get(id).copied().unwrap_or(usize::MAX))
                    }
                    IndicatorOrder::Owner => {
                        format!("{}{}", u8::from(k.owner.trim().is_empty()), k.owner.trim())
                    }
                    IndicatorOrder::Lowest => {
                        format!("{:03}", place.map_or(999, |place| 100 - place))
                    }
                    IndicatorOrder::Highest => format!("{:03}", place.unwrap_or(999)),
                };
                (first, plan[id])
            };
            assert!(found.iter().map(key).is_sorted(), "{order:?}");
        }
    }

    #[test]
    fn the_years_are_the_period_and_every_year_with_a_figure() {
        let mut s = kitamoto();
        let series = s.series.sorted()[0].clone();
        let mut changed = Series::clone(&series);
        changed.actuals.insert(FiscalYear(2019), Figure::read("1"));
        s.series.insert(changed);
        let years: Vec<i32> = years_of(&s, series.indicator).iter().map(|y| y.0).collect();
        assert_eq!(years, [2019, 2022, 2023, 2024, 2025]);
    }
}
