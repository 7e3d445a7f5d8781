//! 広域: figures equal to what a naive sum over the strategies gives.

use std::collections::BTreeMap;
use std::sync::Arc;

use ::words::region as words;
use format::json;
use insight::appraisal::Appraisal;
use insight::evaluation_year;
use insight::money::{Ledger, Scope};
use insight::region::{
    Alike, Comparison, Count, Digest, FrameworkRows, Head, Holes, Said, actual_years, alike,
    behind, budgets, frameworks, shared_measures, supports, towns_of_heads,
};
use strategy::*;

const TODAY: FiscalYear = FiscalYear(2026);

fn samples() -> Vec<Strategy> {
    let mut paths: Vec<_> = std::fs::read_dir(fixtures::path("public/samples"))
        .expect("samples")
        .map(|entry| entry.expect("a file").path())
        .collect();
    paths.sort();
    let read = |path: &std::path::PathBuf| std::fs::read(path).expect("bytes");
    let all = paths.iter().map(|path| json::read(&read(path)));
    all.map(|one| one.expect("a strategy")).collect()
}

fn digests(all: &[Strategy]) -> Vec<Arc<Digest>> {
    all.iter()
        .map(|one| Arc::new(Digest::of(one, TODAY)))
        .collect()
}

/// Many towns out of the samples: each its own name, every third with other figures.
fn towns(count: usize) -> Vec<Strategy> {
    let samples = samples();
    let one = |n: usize| {
        let mut s = samples[n % samples.len()].clone();
        let mut about = (*s.about()).clone();
        about.town.name = format!("第{n}町");
        s.about.insert(about);
        let series: Vec<_> = s.series.iter().cloned().collect();
        for mut one in series
            .into_iter()
            .filter(|_| n.is_multiple_of(3))
            .map(|one| (*one).clone())
        {
            one.actuals.clear();
            s.series.insert(one);
        }
        s
    };
    (0..count).map(one).collect()
}

#[test]
fn ratings_and_indicators_of_a_region_are_the_sums_of_its_towns() {
    let all = towns(179);
    let digests = digests(&all);
    let counted: usize = digests.iter().map(|one| one.ratings.total).sum();
    let indicators: usize = all.iter().map(|one| one.indicators.len()).sum();
    assert_eq!(counted, indicators);
    let by_tone: usize = digests
        .iter()
        .flat_map(|one| one.ratings.tones.values())
        .sum();
    assert_eq!(by_tone, counted, "every indicator has one tone");
    let wished = |s: &Strategy| {
        let appraisal = Appraisal::of(s, evaluation_year(s, TODAY));
        let mut judged = appraisal
            .indicators
            .values()
            .filter_map(|one| one.as_wished());
        judged.by_ref().filter(|yes| *yes).count()
    };
    let expected: usize = all.iter().map(wished).sum();
    assert_eq!(
        digests
            .iter()
            .map(|one| one.ratings.as_wished)
            .sum::<usize>(),
        expected
    );
    assert!(expected > 0, "some go the way that is wanted");
}

#[test]
fn a_digest_that_travels_as_text_is_the_same() {
    let mut figures = 0;
    for strategy in towns(12) {
        let digest = Digest::of(&strategy, TODAY);
        let (head, text) = Head::of(&digest);
        let told = serde_json::to_string(&head).expect("a text");
        assert_eq!(serde_json::from_str::<Head>(&told).expect("a head"), head);
        assert_eq!((&head.town, &head.ratings), (&digest.town, &digest.ratings));
        let read: Digest = serde_json::from_str(&text).expect("a digest");
        assert_eq!(read, digest);
        figures += read
            .indicators
            .iter()
            .filter(|one| one.latest.is_some())
            .count();
        figures += read.budgets.len();
    }
    assert!(figures > 0, "what is by year has travelled");
}

#[test]
fn r1_r2_what_counts_the_same_is_together_and_what_may_is_asked() {
    let all = towns(12);
    let digests = digests(&all);
    let (groups, doubts) = alike(&digests, &[]);
    let members: usize = groups.iter().map(|group| group.members.len()).sum();
    assert_eq!(
        members,
        all.iter().map(|one| one.indicators.len()).sum::<usize>()
    );
    // Each sample stands twice among twelve towns: whatever a town has, another has too.
    assert!(groups.iter().all(|group| group.towns >= 2));
    assert!(groups.is_sorted_by_key(|group| usize::MAX - group.towns));
    for doubt in &doubts {
        let joined = [(doubt.one.clone(), doubt.other.clone())];
        let (together, _) = alike(&digests, &joined);
        let of = |groups: &[Alike]| -> BTreeMap<_, _> {
            groups
                .iter()
                .map(|one| (one.key.clone(), one.members.len()))
                .collect()
        };
        let (apart, together) = (of(&groups), of(&together));
        assert_eq!(together.get(&doubt.other), None);
        assert_eq!(
            together[&doubt.one],
            apart[&doubt.one] + apart[&doubt.other]
        );
    }
}

fn named(town: &str, indicators: &[(&str, &str)]) -> Arc<Digest> {
    let mut s = Strategy::default();
    let mut about = (*s.about()).clone();
    about.town.name = town.to_owned();
    s.about.insert(about);
    for (n, (name, unit)) in indicators.iter().enumerate() {
        s.indicators.insert(Indicator {
            id: Id::new(n as u64 + 1),
            order: Order::nth(n + 1),
            name: (*name).to_owned(),
            unit: (*unit).to_owned(),
            ..Default::default()
        });
    }
    Arc::new(Digest::of(&s, TODAY))
}

#[test]
fn r1_names_are_compared_without_width_case_kana_and_spaces() {
    let digests = [
        named(
            "甲",
            &[
                ("ＫＰＩ 達成率", "％"),
                ("出生数", "人"),
                ("観光客数（延べ）", "人"),
            ],
        ),
        named(
            "乙",
            &[
                ("KPI達成率", "%"),
                ("出生数", "人/年"),
                ("観光客数", "万人"),
            ],
        ),
        named("丙", &[("出生数", "世帯"), ("出生数（住民登録）", "人")]),
    ];
    let (groups, doubts) = alike(&digests, &[]);
    let towns = |name: &str, unit: &str| {
        let group = groups
            .iter()
            .find(|one| one.name == name && one.unit == unit);
        group.map(|group| group.towns)
    };
    assert_eq!(towns("ＫＰＩ 達成率", "％"), Some(2));
    assert_eq!(towns("出生数", "人"), Some(2));
    assert_eq!(
        towns("出生数", "世帯"),
        Some(1),
        "another unit is not joined unasked"
    );
    let asked = |name: &str| {
        doubts
            .iter()
            .filter(|doubt| doubt.other.name.starts_with(name))
            .count()
    };
    assert_eq!(
        asked("出生数"),
        2,
        "another unit, and another in brackets, is asked"
    );
    assert_eq!(
        doubts
            .iter()
            .filter(|doubt| doubt.one.name.starts_with("観光客数"))
            .count(),
        1
    );
}

#[test]
fn r3_a_hole_is_a_zero_and_a_town_without_the_framework_is_empty() {
    let all = samples();
    let digests = digests(&all);
    let rows = frameworks(&digests);
    assert!(
        rows.iter()
            .any(|one| one.items.iter().any(|item| item.cells.contains(&Some(0))))
    );
    assert!(
        rows.iter()
            .any(|one| one.items.iter().any(|item| item.cells.contains(&None)))
    );
    for (town, strategy) in all.iter().enumerate() {
        let own = strategy
            .frameworks
            .iter()
            .filter(|one| one.kind != FrameworkKind::Previous);
        let ties: usize = own
            .flat_map(|framework| strategy.framework_items.under(framework.id))
            .map(|item| {
                let goals = strategy
                    .goals
                    .iter()
                    .filter(|one| one.aligned.contains(&item.id));
                let measures = strategy
                    .measures
                    .iter()
                    .filter(|one| one.aligned.contains(&item.id));
                let works = strategy
                    .initiatives
                    .iter()
                    .filter(|one| one.aligned.contains(&item.id));
                goals.count() + measures.count() + works.count()
            })
            .sum();
        let of_town = rows
            .iter()
            .flat_map(|one| &one.items)
            .filter_map(|item| item.cells[town]);
        assert_eq!(of_town.sum::<usize>(), ties);
    }
}

#[test]
fn r3_what_a_chart_of_a_framework_says_names_no_towns_where_none_answers() {
    let rows = frameworks(&digests(&samples()));
    let none = |rows: &FrameworkRows| rows.items.iter().all(|item| item.towns[0] == 0);
    let (open, answered): (Vec<_>, Vec<_>) = rows.iter().partition(|rows| none(rows));
    assert!(!open.is_empty() && !answered.is_empty());
    for rows in open {
        assert_eq!(words::framework_said(rows), words::framework_none());
    }
    for rows in answered {
        assert!(
            !words::framework_said(rows).contains("0自治体が"),
            "{}",
            rows.title
        );
    }
}

#[test]
fn r4_budgets_are_the_net_totals_of_the_towns_that_have_one() {
    let all = towns(24);
    let digests = digests(&all);
    let rows = budgets(&digests);
    assert!(!rows.is_empty());
    for row in rows {
        let mut total = 0;
        for (strategy, cell) in all.iter().zip(&row.cells) {
            let has_sheets = strategy.sheets.iter().any(|sheet| sheet.year == row.year);
            let own = Ledger::new(strategy, Side::Planned, row.year).total(Scope::All);
            let expected = (has_sheets && own.known > 0).then_some(own.net);
            assert_eq!(*cell, expected, "{:?}", row.year);
            total += expected.unwrap_or_default();
        }
        assert_eq!(row.total, total);
    }
}

#[test]
fn r5_r6_supports_and_shared_measures_are_told_by_title() {
    let all = towns(12);
    let digests = digests(&all);
    let rows = supports(&digests);
    let listed: usize = rows
        .iter()
        .map(|row| row.cells.iter().flatten().count())
        .sum();
    assert_eq!(
        listed,
        all.iter().map(|one| one.supports.len()).sum::<usize>()
    );
    let used: usize = rows.iter().flat_map(|row| row.cells.iter().flatten()).sum();
    let uses = all
        .iter()
        .flat_map(|one| one.initiatives.iter())
        .map(|one| one.supports.len());
    assert_eq!(used, uses.sum::<usize>());
    let shared = shared_measures(&digests);
    assert!(shared.iter().all(|row| row.members.len() >= 2));
    let apart = digests_of_one();
    assert!(
        shared_measures(&apart).is_empty(),
        "one town shares with nobody"
    );
}

#[test]
fn r7_behind_each_count_are_as_many_records_as_it_says() {
    for strategy in samples() {
        let digest = Digest::of(&strategy, TODAY);
        let count = |count: &Count| behind(&strategy, TODAY, count).len();
        assert_eq!(count(&Count::Indicators), digest.ratings.total);
        assert_eq!(count(&Count::AsWished), digest.ratings.as_wished);
        for tone in [Tone::Best, Tone::Good, Tone::Warn, Tone::Bad, Tone::None] {
            let rated = digest.ratings.tones.get(&tone).copied().unwrap_or_default();
            assert_eq!(count(&Count::Tone(tone)), rated, "{tone:?}");
        }
        let asked = digest.frameworks.iter();
        for framework in asked.filter(|one| one.kind != FrameworkKind::Previous) {
            for item in &framework.items {
                let asked = Count::Item {
                    framework: framework.title.clone(),
                    item: item.title.clone(),
                };
                assert_eq!(count(&asked), item.answering, "{}", item.title);
            }
        }
        for (year, net) in &digest.budgets {
            let lines = behind(&strategy, TODAY, &Count::Budget(*year));
            let counted = lines.iter().filter_map(|one| match one.said {
                Said::Money(money) => Some(money),
                _ => None,
            });
            assert_eq!(counted.sum::<i64>(), *net, "{year:?}");
        }
        for support in &digest.supports {
            let asked = Count::Support(support.title.clone());
            assert_eq!(count(&asked), support.used, "{}", support.title);
        }
    }
}

fn digests_of_one() -> Vec<Arc<Digest>> {
    digests(&samples()[..1])
}

/// Six samples are of five towns: 北斗市 has two plans.
#[test]
fn r8_two_plans_of_one_town_are_one_town() {
    let all = samples();
    let digests = digests(&all);
    let heads: Vec<_> = digests
        .iter()
        .map(|one| Arc::new(Head::of(one).0))
        .collect();
    assert_eq!((all.len(), towns_of_heads(&heads)), (6, 5));
    assert!(words::headline(&heads).starts_with("5自治体の6つの計画の指標"));
    let twice: Vec<_> = [&digests[1], &digests[1]].map(Arc::clone).into();
    let (groups, _) = alike(&twice, &[]);
    assert!(groups.iter().all(|group| group.towns == 1));
    assert!(shared_measures(&twice).is_empty(), "no other town has it");
    for rows in frameworks(&twice) {
        assert_eq!(rows.towns, 1);
        assert!(
            rows.items
                .iter()
                .all(|item| item.towns.iter().sum::<usize>() == 1)
        );
    }
    assert!(
        supports(&twice)
            .iter()
            .all(|row| row.using <= 1 && row.listing == 1)
    );
    assert!(budgets(&twice).iter().all(|row| row.towns == (1, 1)));
}

/// 府中市 is two cities; 北海道北斗市 is 北斗市; without a code the name says it.
#[test]
fn r8_a_town_is_known_by_its_code_and_its_name() {
    let plan = |code: &str, name: &str| {
        let mut s = Strategy::default();
        let town = Town {
            name: name.into(),
            code: code.into(),
        };
        s.about.insert(About {
            town,
            ..About::default()
        });
        Arc::new(Head::of(&Digest::of(&s, TODAY)).0)
    };
    let count = |plans: &[(&str, &str)]| {
        towns_of_heads(
            &plans
                .iter()
                .map(|(code, name)| plan(code, name))
                .collect::<Vec<_>>(),
        )
    };
    assert_eq!(count(&[("132063", "府中市"), ("342084", "府中市")]), 2);
    assert_eq!(count(&[("012360", "北斗市"), ("01236", "北海道北斗市")]), 1);
    assert_eq!(count(&[("", "北斗市"), ("012360", "北斗市")]), 1);
    // A program dropped the zero: it is no town of 千葉県.
    assert_eq!(count(&[("12360", "北斗市"), ("012360", "北斗市")]), 1);
    assert_eq!(count(&[("", ""), ("", "")]), 2);
}

/// R29: compared in steps, plans give the same tables, and no step holds more than a plan or a row.
#[test]
fn r29_a_region_compared_in_steps_is_the_same() {
    let all = digests(&towns(179));
    let year = FiscalYear(2025);
    let mut steps = Steps::of(|pace| Comparison::in_steps(all.clone(), Vec::new(), year, pace));
    let made = steps.by_ref().flatten().next().expect("tables");
    assert!(steps.next().is_none(), "the end comes once");
    let (mut shared, doubts) = alike(&all, &[]);
    shared.retain(|one| one.towns > 1);
    let (supports, frameworks) = (supports(&all), frameworks(&all));
    let expected = Comparison {
        holes: Holes::of(&all, &supports, &frameworks, year),
        shared,
        doubts,
        years: actual_years(&all),
        budgets: budgets(&all),
        measures: shared_measures(&all),
        supports,
        frameworks,
        digests: all.clone(),
    };
    assert_eq!(made, expected);
    assert!(!made.shared.is_empty() && !made.measures.is_empty());
    let pauses = Steps::of(|pace| Comparison::in_steps(all, Vec::new(), year, pace)).count();
    assert!(
        pauses > 4 * 179,
        "each table pauses after each plan: {pauses}"
    );
}
