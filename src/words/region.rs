//! 広域のことば.

use super::year::YearForms;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::text::region as text;
pub use super::text::region::*;
use crate::{marks, model, number};
use insight::region::{
    Alike, Behind, BudgetRow, Digest, FrameworkRows, Head, IndicatorDigest, ItemRow, PlanUse, Said,
    TownPopulation, Towns, compared_budget, towns_of_heads,
};
use strategy::{FiscalYear, Tone};

/// Returns the title of the window.
pub fn window_title(name: &str) -> String {
    match name.trim() {
        "" => title().to_owned(),
        name => text::window(name),
    }
}

/// Headline for all towns together.
pub fn headline(all: &[Arc<Head>]) -> String {
    let sum = |count: fn(&Head) -> usize| all.iter().map(|one| count(one)).sum::<usize>();
    let judged = sum(|one| one.ratings.judged);
    let towns = match (towns_of_heads(all), all.len()) {
        (towns, plans) if towns < plans => plans_of_towns(towns, plans),
        (towns, _) => town_count(towns),
    };
    match (all.len(), judged) {
        (0, _) => headline_none().to_owned(),
        (_, 0) => text::headline_unjudged(towns),
        _ => {
            let (total, wished) = (
                sum(|one| one.ratings.total),
                sum(|one| one.ratings.as_wished),
            );
            text::headline_some(towns, total, wished, judged)
        }
    }
}

/// Years in which plans are rated: for plans of several years, the first and the last.
pub fn years_rated(all: &[Arc<Head>]) -> String {
    let years = || all.iter().map(|one| one.year);
    match (years().min(), years().max()) {
        (Some(first), Some(last)) if first == last => judged_in(first),
        (Some(first), Some(last)) => years_differ(first.short(), last.short()),
        _ => String::new(),
    }
}

/// Names a tone, independent of the words of a town.
pub fn tone(tone: Tone) -> &'static str {
    match tone {
        Tone::Best => tone_best(),
        Tone::Good => tone_good(),
        Tone::Warn => tone_warn(),
        Tone::Bad => tone_bad(),
        Tone::None => tone_none(),
    }
}

/// Names the parts that a plan lacks; `None` if it lacks nothing that a region checks.
pub fn lacks(head: &Head) -> Option<String> {
    let no_actuals = head.ratings.total > 0 && head.ratings.judged == 0;
    let missing = [
        (head.ratings.total == 0, lacks_indicators()),
        (no_actuals, lacks_actuals()),
        (!head.has_frameworks, lacks_frameworks()),
        (!head.has_budgets, lacks_budgets()),
    ];
    let missing = missing.into_iter().filter(|(is_missing, _)| *is_missing);
    let missing: Vec<&str> = missing.map(|(_, what)| what).collect();
    (!missing.is_empty()).then(|| text::lacks(missing.join(marks::list())))
}

/// Number of kinds of indicator that several towns have.
pub fn shared(count: usize) -> String {
    match count {
        0 => shared_none().to_owned(),
        count => shared_some(count),
    }
}

/// Returns the latest figure of an indicator, its rating and its target.
pub fn standing(indicator: &IndicatorDigest) -> String {
    let figure =
        |(year, figure): &(FiscalYear, strategy::Figure)| (year.short(), figure.text().to_owned());
    let latest = match indicator.latest.as_ref().map(figure) {
        Some((year, figure)) => standing_some(year, figure),
        None => standing_none().to_owned(),
    };
    let band = indicator.band.as_ref();
    // Without an actual, a rating without a tone adds nothing.
    let band = band.filter(|band| indicator.latest.is_some() || band.tone != Tone::None);
    let band = band.map(|band| format!("{} {}", band.mark, band.word));
    let target = indicator.target.as_ref().map(figure);
    let target = target.map(|(year, figure)| standing_target(year, figure));
    let parts = [Some(latest), band, target];
    parts.into_iter().flatten().collect::<Vec<_>>().join("　")
}

/// Returns a name with its unit, if it has one.
pub fn with_unit(name: &str, unit: &str) -> String {
    match unit {
        "" => name.to_owned(),
        unit => text::with_unit(name, unit),
    }
}

/// Says if a plan counts in the sums.
pub fn plan_use_of(of: PlanUse) -> &'static str {
    match of {
        PlanUse::Only | PlanUse::Used => plan_counts(),
        PlanUse::Listed => plan_counts_not(),
    }
}

/// Money per 1,000 people, with the population used.
pub fn for_people(population: &TownPopulation, money: i64) -> String {
    let said = per_thousand(
        number::grouped(population.per_thousand(money)),
        population.year.short(),
        model::named(&population.indicator),
        number::grouped(i64::try_from(population.people).unwrap_or(i64::MAX)),
    );
    format!("　{said}")
}

/// 「17 / 20」: a part of a whole; a dash if the whole is zero.
pub fn share(part: usize, whole: usize) -> String {
    match whole {
        0 => marks::nothing().to_owned(),
        whole => of(part, whole),
    }
}

/// Returns a title with its number, if it has one.
pub fn numbered(number: &str, title: &str) -> String {
    let title = model::named(title);
    match number.trim() {
        "" => title.to_owned(),
        number => text::numbered(number, title),
    }
}

/// Detail of a record behind a count.
pub fn said(one: &Behind) -> String {
    match &one.said {
        Said::Kind => model::kind(one.record.kind).to_owned(),
        Said::Standing(indicator) => standing(indicator),
        Said::Money(money) => thousands(number::grouped(*money)),
        Said::Repeated => said_repeated().to_owned(),
    }
}

/// 「5自治体」; if some have several plans, 「5自治体、6計画」.
pub fn towns_and_plans(towns: usize, plans: usize) -> String {
    match towns < plans {
        true => text::towns_and_plans(towns, plans),
        false => town_count(towns),
    }
}

/// Returns the town of a plan; if it has several, with the period of this one.
pub fn town_of(plan: &Digest, alone: bool) -> String {
    let town = model::named(&plan.town);
    match alone {
        true => town.to_owned(),
        false => text::with_unit(town, model::period(plan.period)),
    }
}

/// Returns the towns' own rating words for each tone, the best first: 「注意の段階：C 遅れ、△ やや遅れ」.
pub fn stages_said(all: &[Arc<Digest>]) -> Vec<String> {
    let mut words = BTreeMap::<Tone, BTreeSet<(&str, &str)>>::new();
    let bands = all.iter().flat_map(|one| &one.indicators);
    for band in bands.filter_map(|one| one.band.as_ref()) {
        let of_tone = words.entry(band.tone).or_default();
        of_tone.insert((&band.mark, &band.word));
    }
    words.remove(&Tone::None);
    let each = words.into_iter();
    each.map(|(of, words)| {
        let words = words.into_iter();
        let words: Vec<_> = words
            .map(|(mark, word)| [mark, " ", word].concat())
            .collect();
        text::stages_said(tone(of), words.join(marks::list()))
    })
    .collect()
}

/// 「1 / 2（評価なし1）」: a part of the rated ones, and the number of those without a rating.
pub fn share_of_rated(part: usize, rated: usize, all: usize) -> String {
    let mut said = share(part, rated);
    if rated < all {
        said += &text::unrated(all - rated);
    }
    said
}

/// Ratings of the indicators of all towns.
pub fn ratings_said(all: &[Arc<Digest>]) -> String {
    let count = |wanted: Tone| {
        let of = |one: &Arc<Digest>| one.ratings.tones.get(&wanted).copied();
        all.iter().filter_map(of).sum::<usize>()
    };
    let tones = [Tone::Best, Tone::Good, Tone::Warn, Tone::Bad, Tone::None];
    let tones = tones.map(|one| one_counted(tone(one), count(one)));
    let total = all.iter().map(|one| one.ratings.total).sum::<usize>();
    let towns = towns_and_plans(Towns::of(all).count(), all.len());
    text::ratings_said(towns, total, tones.join(marks::list()))
}

/// Names the indicator that most towns have; the list is in that order.
pub fn alike_said(all: &[Alike]) -> String {
    match all.first() {
        Some(most) => text::alike_said(model::named(&most.name), town_count(most.towns)),
        None => alike_none().to_owned(),
    }
}

/// Names the items of a framework to which most and fewest towns respond.
pub fn framework_said(rows: &FrameworkRows) -> String {
    let tied = |item: &&ItemRow| item.towns[0];
    // Of several, the first is named.
    let most = rows.items.iter().rev().max_by_key(tied);
    let least = rows.items.iter().min_by_key(tied);
    let highest = most.as_ref().map_or(0, tied);
    if highest == 0 {
        return framework_none().to_owned();
    }
    if least.as_ref().map(tied) == Some(highest) {
        return framework_same(town_count(highest));
    }
    let told = |item: Option<&ItemRow>| match item {
        Some(item) => (
            numbered(&item.number, &item.title),
            town_count(item.towns[0]),
        ),
        None => Default::default(),
    };
    let ((most, tied), (least, few)) = (told(most), told(least));
    text::framework_said(most, tied, least, few)
}

/// Returns the budget of the latest of the years that most towns have. If other towns have other years, says that those
/// cannot be compared.
pub fn budgets_said(rows: &[BudgetRow]) -> String {
    let Some(row) = compared_budget(rows) else {
        return budgets_none().to_owned();
    };
    let towns = town_count(row.towns.0);
    let said = text::budgets_said(budget_year(row.year), number::grouped(row.total), towns);
    let written = |row: &BudgetRow| row.cells.iter().map(Option::is_some).collect::<Vec<_>>();
    let differ = rows
        .iter()
        .any(|other| other.towns.0 != row.towns.0 || written(other) != written(row));
    match differ {
        true => [&said, budgets_apart()].concat(),
        false => said.trim_end().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(year: i32, written: usize, total: i64) -> BudgetRow {
        BudgetRow {
            year: FiscalYear(year),
            cells: Vec::new(),
            towns: (written, 3),
            total,
        }
    }

    #[test]
    fn budgets_of_years_that_not_all_towns_write_are_not_compared() {
        let said = budgets_said(&[row(2023, 3, 10), row(2024, 3, 8), row(2025, 1, 99)]);
        assert!(said.starts_with("令和6年度の予算の合計は8千円"), "{said}");
        assert!(said.ends_with("比較できません。"), "{said}");
        let said = budgets_said(&[row(2024, 3, 8), row(2025, 3, 9)]);
        assert!(said.starts_with("令和7年度"), "{said}");
        assert!(!said.contains("比較できません"), "{said}");
        // As many towns in each year, but others.
        let of = |year, cells: [Option<i64>; 3]| BudgetRow {
            cells: cells.to_vec(),
            ..row(year, 1, 8)
        };
        let rows = [
            of(2020, [Some(8), None, None]),
            of(2025, [None, Some(8), None]),
        ];
        assert!(budgets_said(&rows).ends_with("比較できません。"));
    }

    #[test]
    fn a_sum_of_plans_of_several_years_names_them() {
        let head = |year: i32| {
            let digest = Digest::of(&strategy::Strategy::default(), FiscalYear(year + 1));
            let digest = Digest {
                year: FiscalYear(year),
                ..digest
            };
            Arc::new(Head::of(&digest).0)
        };
        let one = judged_in(FiscalYear(2024));
        assert_eq!(years_rated(&[head(2024), head(2024)]), one);
        let several = years_rated(&[head(2024), head(2022), head(2023)]);
        assert_eq!(several, "R4～R6");
        assert_eq!(years_rated(&[]), "");
    }

    #[test]
    fn a_share_is_of_those_rated_and_tells_how_many_are_not() {
        assert_eq!(share_of_rated(0, 1, 2), "0 / 1（評価なし1）");
        assert_eq!(share_of_rated(1, 2, 2), "1 / 2");
        assert_eq!(
            share_of_rated(0, 0, 2),
            format!("{}（評価なし2）", marks::nothing())
        );
    }

    #[test]
    fn each_town_s_own_word_stands_under_its_head() {
        let bytes = include_bytes!("../../public/samples/mihon.json");
        let s = format::json::read(bytes).expect("the sample is readable");
        let all = [Arc::new(Digest::of(&s, FiscalYear(2025)))];
        let said = stages_said(&all).join("\n");
        for band in all[0].indicators.iter().filter_map(|one| one.band.as_ref()) {
            let word = format!("{} {}", band.mark, band.word);
            assert_eq!(said.contains(&word), band.tone != Tone::None, "{said}");
        }
    }
}
