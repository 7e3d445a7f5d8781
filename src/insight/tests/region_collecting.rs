//! 広域: municipalities that have handed in, and what is missing of a request.

use std::sync::Arc;

use insight::region::{
    Digest, ExpectedTown, Head, NationalTable, PlanUse, SubmissionState, missing,
    submission_counts, submissions,
};
use proptest::prelude::{prop_assert, prop_assert_eq, proptest};
use strategy::*;

const TODAY: FiscalYear = FiscalYear(2026);

fn table() -> NationalTable {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../public/towns/codes.txt");
    NationalTable::read(&std::fs::read_to_string(path).expect("the table is there"))
}

/// A plan of a town with indicators, each with a name, a unit and the years of its actuals.
fn plan(town: &str, code: &str, indicators: &[(&str, &str, &[i32])]) -> Digest {
    let mut s = Strategy::default();
    let mut about = (*s.about()).clone();
    about.town.name = town.to_owned();
    about.town.code = code.to_owned();
    s.about.insert(about);
    for (at, (name, unit, years)) in indicators.iter().enumerate() {
        let id = Id::new(at as u64 + 1);
        s.indicators.insert(Indicator {
            unit: (*unit).to_owned(),
            ..edit::empty_indicator(id, name)
        });
        let mut series = edit::empty_series(Id::new(at as u64 + 1), id, "");
        let actuals = years
            .iter()
            .map(|year| (FiscalYear(*year), Figure::read("1")));
        series.actuals = actuals.collect();
        s.series.insert(series);
    }
    Digest::of(&s, TODAY)
}

fn request(lines: &str, years: &[i32]) -> SubmissionRequest {
    SubmissionRequest {
        indicators: RequestedIndicator::read_lines(lines),
        years: years.iter().map(|year| FiscalYear(*year)).collect(),
        ..SubmissionRequest::default()
    }
}

#[test]
fn r15_the_table_has_every_municipality_once_and_its_check_digit_holds() {
    let table = table();
    assert_eq!(table.0.len(), 47);
    let towns: Vec<&ExpectedTown> = table.0.iter().flat_map(|one| &one.towns).collect();
    assert_eq!(towns.len(), 1741);
    for (name, code) in [
        ("札幌市", "011002"),
        ("北本市", "112330"),
        ("千代田区", "131016"),
    ] {
        let codes = towns.iter().filter(|one| one.name == name);
        assert_eq!(codes.map(|one| &*one.code).collect::<Vec<_>>(), [code]);
    }
    assert_eq!(table.get("01").map(|one| one.towns.len()), Some(179));
    assert!(NationalTable::read("x\n\n01北海道 1\u{4e00}\n").0.len() < 2);
}

#[test]
fn r15_the_prefecture_is_deduced_from_codes_and_names() {
    let table = table();
    let name = |code, name| table.prefecture_of(code, name).map(|one| &*one.name);
    assert_eq!(name("112330", ""), Some("埼玉県"));
    assert_eq!(name("", "北海道北斗市"), Some("北海道"));
    assert_eq!(name("", "北斗市"), Some("北海道"));
    assert_eq!(name("", "伊達市"), None, "two prefectures have one");
    assert_eq!(name("99", "みほん町"), None);
    let most = table.prefecture_of_most([("112330", ""), ("", "北斗市"), ("011002", "")]);
    assert_eq!(most.map(|one| &*one.name), Some("北海道"));
    assert_eq!(table.prefecture_of_most([("", "みほん町")]), None);
}

#[test]
fn r15_a_town_has_handed_in_by_code_or_by_a_name_that_is_its_own() {
    let expected = [
        ("012360", "北斗市"),
        ("013455", "森町"),
        ("013331", "知内町"),
        ("", "同じ町"),
        ("", "同じ町"),
    ];
    let expected = expected.map(|(code, name)| ExpectedTown {
        code: code.to_owned(),
        name: name.to_owned(),
    });
    let plans = [
        plan("北海道北斗市", "01236", &[("出生数", "人", &[2024])]),
        plan("知内町", "", &[]),
        plan("森町", "223468", &[]),
        plan("同じ町", "", &[]),
        plan("北斗市", "012360", &[]),
    ];
    let heads: Vec<Arc<Head>> = plans.iter().map(|one| Arc::new(Head::of(one).0)).collect();
    let digests: Vec<Arc<Digest>> = plans.into_iter().map(Arc::new).collect();
    let mut uses = vec![PlanUse::Only; 5];
    (uses[0], uses[4]) = (PlanUse::Listed, PlanUse::Used);
    let request = request("出生数（人）", &[2024]);
    let (all, others) = submissions(&expected, &heads, &digests, &uses, &request);
    let told: Vec<_> = all
        .iter()
        .map(|one| (one.plan, one.plans, one.state()))
        .collect();
    let (none, partial) = (SubmissionState::None, SubmissionState::Partial);
    assert_eq!(
        told,
        [
            (Some(4), 2, partial),
            (None, 0, none),
            (Some(1), 1, partial),
            (None, 0, none),
            (None, 0, none)
        ]
    );
    assert_eq!(
        others,
        [2, 3],
        "a town of another prefecture, and a name of two"
    );
    assert_eq!(submission_counts(&all), [3, 2, 0]);
}

#[test]
fn r16_missing_are_indicators_and_actuals_of_the_requested_years() {
    let indicators: &[(&str, &str, &[i32])] = &[
        ("出生数", "人", &[2023, 2024]),
        ("総　人口", "人", &[2023]),
        ("転入者数", "世帯", &[2023, 2024]),
        ("開業", "件", &[]),
    ];
    let plan = plan("みほん町", "013455", indicators);
    let request = request(
        "出生数\n総人口（人）\n転入者数（人）\n開業（件）\n出生数（人）",
        &[2023, 2024],
    );
    let missing = missing(&plan, &request);
    assert_eq!(missing.answered, 2);
    assert_eq!(missing.indicators, [request.indicators[2].clone()]);
    let actuals = [
        (request.indicators[1].clone(), vec![FiscalYear(2024)]),
        (request.indicators[3].clone(), request.years.clone()),
    ];
    assert_eq!(missing.actuals, actuals);
    let nothing = SubmissionRequest::default();
    assert!(insight::region::missing(&plan, &nothing).is_empty());
}

#[test]
fn r16_an_actual_of_the_year_just_begun_counts() {
    let indicators: &[(&str, &str, &[i32])] = &[
        ("一", "人", &[2025, 2026]),
        ("二", "人", &[2025]),
        ("三", "人", &[2025]),
    ];
    let plan = plan("みほん町", "", indicators);
    assert_eq!(plan.year, FiscalYear(2025));
    assert!(missing(&plan, &request("一", &[2026])).is_empty());
}

proptest! {
    #[test]
    fn r16_every_requested_indicator_is_answered_or_missing_once(
        own in proptest::collection::vec(("[あいう]{1,2}", 2020..2027i32), 0..6),
        asked in "([あいう]{1,2}\n){0,8}",
        years in proptest::collection::vec(2020..2027i32, 0..3),
    ) {
        let own: Vec<(&str, &str, Vec<i32>)> = own.iter().map(|(name, year)| (&**name, "", vec![*year])).collect();
        let own: Vec<(&str, &str, &[i32])> = own.iter().map(|(name, unit, years)| (*name, *unit, &**years)).collect();
        let plan = plan("町", "", &own);
        let request = request(&asked, &years);
        let missing = missing(&plan, &request);
        let told = missing.answered + missing.indicators.len() + missing.actuals.len();
        prop_assert_eq!(told, request.indicators.len());
        for (_, without) in &missing.actuals {
            prop_assert!(!without.is_empty() && without.iter().all(|year| request.years.contains(year)));
        }
    }
}
