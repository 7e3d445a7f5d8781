//! Finding indicators by their words and by what they lack.

use std::collections::BTreeSet;

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

/// The indicators whose texts contain every word asked for (width of letters and case aside), used under
/// the goal, lacking what is asked for; in order.
pub fn find_indicators(
    strategy: &Strategy,
    text: &str,
    goal: Option<Id<Goal>>,
    lack: Option<Gap>,
) -> Vec<Id<Indicator>> {
    let fold = |text: &str| half_width(text).to_ascii_lowercase();
    let asked = fold(text);
    let asked: Vec<&str> = asked.split_whitespace().collect();
    let under = goal.map(|goal| used_under(strategy, goal));
    let groups = lack.map(|lack| (lack, strategy.series.by_parent()));
    let fits = |k: &Indicator| {
        under.as_ref().is_none_or(|ids| ids.contains(&k.id))
            && groups
                .as_ref()
                .is_none_or(|(lack, groups)| lacks(groups.under(k.id), *lack))
            && (asked.is_empty() || {
                let all = fold(
                    &[&k.name, &k.code, &k.unit, &k.owner, &k.source]
                        .map(String::as_str)
                        .join(" "),
                );
                asked.iter().all(|word| all.contains(word))
            })
    };
    strategy
        .indicators
        .sorted()
        .into_iter()
        .filter(|k| fits(k))
        .map(|k| k.id)
        .collect()
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

    fn kitamoto() -> Strategy {
        let bytes = include_bytes!("../../public/samples/kitamoto-2022.json");
        format::json::read(bytes).expect("the sample is readable")
    }

    fn names(strategy: &Strategy, ids: &[Id<Indicator>]) -> Vec<String> {
        ids.iter()
            .filter_map(|id| Some(strategy.get(*id)?.name.clone()))
            .collect()
    }

    #[test]
    fn finds_by_every_word_whatever_the_width_of_letters() {
        let s = kitamoto();
        let found = find_indicators(&s, "ａｉ 件数", None, None);
        assert_eq!(names(&s, &found), ["AI・RPA等のデジタル技術を活用した件数"]);
        assert_eq!(
            find_indicators(&s, "", None, None).len(),
            s.indicators.len()
        );
        assert!(find_indicators(&s, "ないことば", None, None).is_empty());
    }

    #[test]
    fn finds_by_goal_and_by_what_is_lacking() {
        let s = kitamoto();
        let goal = s.goals.sorted()[0].id;
        assert_eq!(find_indicators(&s, "", Some(goal), None).len(), 2);
        let found = find_indicators(&s, "", Some(goal), Some(Gap::Baseline));
        assert_eq!(names(&s, &found), ["市内有効求人倍率"]);
        assert_eq!(
            find_indicators(&s, "", None, Some(Gap::Actual)).len(),
            s.indicators.len()
        );
        assert!(find_indicators(&s, "", None, Some(Gap::Target)).is_empty());
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
