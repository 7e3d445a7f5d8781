//! 広域: municipalities that have handed in, and what is missing of a request.

use std::sync::Arc;

use insight::region::{
    Digest, ExpectedTown, FoundTown, GroupSum, Head, NamedTowns, NationalTable, PlanUse,
    RegionFilter, SubmissionState, TableCell, TownGroup, TownIndex, ambiguous, budgets, codes,
    compared_budget, group_sums, is_all_zero, missing, name_key, plans_of, read_groups, read_towns,
    submission_counts, submissions, write_groups,
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
fn r15_a_town_has_handed_in_by_code_or_by_the_name_that_r18_finds() {
    let table = table();
    let index = TownIndex::of(&table);
    let expected = &table.get("01").expect("北海道").towns;
    let plans = [
        plan("北海道北斗市", "01236", &[("出生数", "人", &[2024])]),
        plan("知内町", "", &[]),
        plan("森町", "223468", &[]),
        plan("北海道函館市", "", &[]),
        plan("伊達市", "", &[]),
        plan("府中市", "", &[]),
        plan("北斗市", "012360", &[]),
    ];
    let heads: Vec<Arc<Head>> = plans.iter().map(|one| Arc::new(Head::of(one).0)).collect();
    let digests: Vec<Arc<Digest>> = plans.into_iter().map(Arc::new).collect();
    let mut uses = vec![PlanUse::Only; 7];
    (uses[0], uses[6]) = (PlanUse::Listed, PlanUse::Used);
    let request = request("出生数（人）", &[2024]);
    let of = |named: &NamedTowns| {
        let codes = codes(&heads, &index, named, "01");
        submissions(expected, &codes, &digests, &uses, &request)
    };
    let (all, others) = of(&NamedTowns::new());
    assert_eq!(all.len(), 179);
    let told = all.iter().filter(|one| one.plan.is_some());
    let told: Vec<_> = told
        .map(|one| (&*one.town.name, one.plan, one.plans, one.state()))
        .collect();
    let partial = SubmissionState::Partial;
    assert_eq!(
        told,
        [
            ("函館市", Some(3), 1, partial),
            ("伊達市", Some(4), 1, partial),
            ("北斗市", Some(6), 2, partial),
            ("知内町", Some(1), 1, partial),
        ]
    );
    assert_eq!(others, [2, 5], "towns of other prefectures");
    assert_eq!(submission_counts(&all), [175, 4, 0]);
    // The answer of the user comes before the prefecture.
    let named = NamedTowns::from([(name_key("伊達市"), "072133".to_owned())]);
    assert_eq!(of(&named).1, [2, 4, 5]);
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

#[test]
fn r18_a_plan_is_of_the_municipality_of_its_code_or_of_its_name_and_an_ambiguous_name_is_asked() {
    let table = table();
    let table = TownIndex::of(&table);
    let found = |code: &str, name: &str| match table.find(code, name) {
        FoundTown::One(town) => town.code.clone(),
        FoundTown::Several(all) => format!("{}つ", all.len()),
        FoundTown::None => "なし".to_owned(),
    };
    for (code, name, expected) in [
        ("012360", "", "012360"),
        ("01236", "", "012360"),
        ("０１２３６０", "別の名前", "012360"),
        ("", "北海道北斗市", "012360"),
        ("", "北海道　北斗市", "012360"),
        ("", "北斗市", "012360"),
        ("", "北海道伊達市", "012335"),
        ("", "福島県伊達市", "072133"),
        ("", "伊達市", "2つ"),
        ("", "府中市", "2つ"),
        ("", "青森県北斗市", "なし"),
        ("", "みほん町", "なし"),
        ("999999", "北斗市", "なし"),
        ("", "", "なし"),
    ] {
        assert_eq!(found(code, name), expected, "{code} {name}");
    }
    let heads: Vec<Arc<Head>> = ["北海道北斗市", "伊達市", "みほん町", "伊達市"]
        .map(|name| Arc::new(Head::of(&plan(name, "", &[])).0))
        .into();
    let mut named = NamedTowns::new();
    assert_eq!(codes(&heads, &table, &named, ""), ["012360", "", "", ""]);
    assert_eq!(ambiguous(&heads, &table, &named), ["伊達市"]);
    named.insert(name_key("伊達市"), "012335".to_owned());
    assert_eq!(
        codes(&heads, &table, &named, ""),
        ["012360", "012335", "", "012335"]
    );
    assert_eq!(ambiguous(&heads, &table, &named), Vec::<String>::new());
}

#[test]
fn r17_an_area_is_read_as_it_is_typed_and_kept_as_it_is() {
    let table = table();
    let table = TownIndex::of(&table);
    let typed = read_towns(
        "函館市、北斗市 松前町\n013323，北海道森町・函館市;みほん町",
        &table,
        "01",
    );
    let names: Vec<&str> = typed
        .codes
        .iter()
        .map(|code| &*table.named(code).unwrap().1.name)
        .collect();
    assert_eq!(names[..3], ["函館市", "北斗市", "松前町"]);
    assert_eq!((names.len(), names[4]), (5, "森町"));
    assert_eq!(typed.unknown, ["みほん町"]);
    assert!(typed.ambiguous.is_empty());
    // Of several of one name, that of the prefecture of the list.
    assert_eq!(read_towns("伊達市", &table, "01").codes, ["012335"]);
    assert_eq!(read_towns("伊達市", &table, "").ambiguous, ["伊達市"]);
    assert_eq!(read_towns("府中市", &table, "01").ambiguous, ["府中市"]);

    let groups = vec![
        TownGroup {
            name: "渡島総合振興局".to_owned(),
            direction: "観光と水産を\n\n町をまたいで進める。".to_owned(),
            codes: typed.codes.clone(),
            ..TownGroup::default()
        },
        TownGroup {
            name: "まだ空".to_owned(),
            ..TownGroup::default()
        },
    ];
    assert_eq!(read_groups(&write_groups(&groups)), groups);
    for none in ["", "\t", "\n\t\t\n"] {
        assert_eq!(read_groups(none), [], "{none:?}");
    }
    let plans = ["012360", "", "112330", "012025"].map(str::to_owned);
    assert_eq!(plans_of(&groups[0], &plans), [0, 3]);
    assert_eq!(plans_of(&groups[1], &plans), Vec::<usize>::new());
}

proptest! {
    #[test]
    fn r17_any_text_is_read_and_any_kept_text_is_groups(text in "\\PC{0,40}", kept in "\\PC{0,20}(\t[=+>0]?\\PC{0,9}){0,5}\n?") {
        let table = table();
        let table = TownIndex::of(&table);
        let typed = read_towns(&text, &table, "01");
        prop_assert!(typed.codes.iter().all(|code| table.named(code).is_some()));
        let groups = read_groups(&kept);
        prop_assert_eq!(read_groups(&write_groups(&groups)), groups);
    }
}

#[test]
fn r19_of_an_area_only_the_plans_that_count_are_summed() {
    let plans = [
        ("北斗市", "012360", 3),
        ("北斗市", "012360", 5),
        ("北海道函館市", "", 2),
        ("北本市", "112330", 4),
        ("みほん町", "", 1),
    ];
    let heads: Vec<Arc<Head>> = plans
        .iter()
        .map(|(town, code, count)| {
            let indicators = vec![("指標", "件", &[2024][..]); *count];
            Arc::new(Head::of(&plan(town, code, &indicators)).0)
        })
        .collect();
    let table = table();
    let codes = codes(&heads, &TownIndex::of(&table), &NamedTowns::new(), "");
    let group = |name: &str, codes: &[&str]| TownGroup {
        name: name.to_owned(),
        codes: codes.iter().map(|&code| code.to_owned()).collect(),
        ..TownGroup::default()
    };
    let groups = [
        group("渡島総合振興局", &["012360", "012025", "013323"]),
        group("空", &[]),
        group("ほか", &["112330"]),
    ];
    let mut uses = vec![PlanUse::Only; 5];
    (uses[0], uses[1]) = (PlanUse::Listed, PlanUse::Used);
    let sums = group_sums(&groups, &codes, (&heads, &[]), &uses, None);
    let told = sums
        .iter()
        .map(|one| (one.towns, one.with_plan, one.ratings.total));
    assert_eq!(told.collect::<Vec<_>>(), [(3, 2, 7), (0, 0, 0), (1, 1, 4)]);
    assert_eq!(sums[1], GroupSum::default());
    let filter = RegionFilter {
        group: Some(groups[0].clone()),
        ..RegionFilter::default()
    };
    assert!(!filter.is_off());
    let fitting = heads
        .iter()
        .zip(&codes)
        .map(|(head, code)| filter.fits(head, code));
    assert_eq!(
        fitting.collect::<Vec<_>>(),
        [true, true, true, false, false]
    );
}

#[test]
fn r21_the_planned_money_of_an_area_is_that_of_the_plans_that_count() {
    let of = |town: &str, code: &str, budgets: &[(i32, i64)]| {
        let budgets = budgets
            .iter()
            .map(|(year, money)| (FiscalYear(*year), *money));
        Arc::new(Digest {
            budgets: budgets.collect(),
            ..plan(town, code, &[])
        })
    };
    let digests = [
        of("北斗市", "012360", &[(2024, 900), (2025, 900)]),
        of("北斗市", "012360", &[(2024, 5), (2025, 6)]),
        of("函館市", "012025", &[(2025, 10), (2026, 99)]),
        of("松前町", "013315", &[]),
        of("北本市", "112330", &[(2025, 7)]),
    ];
    let heads: Vec<Arc<Head>> = digests
        .iter()
        .map(|one| Arc::new(Head::of(one).0))
        .collect();
    let table = table();
    let codes = codes(&heads, &TownIndex::of(&table), &NamedTowns::new(), "");
    let group = |codes: &[&str]| TownGroup {
        name: String::new(),
        codes: codes.iter().map(|&code| code.to_owned()).collect(),
        ..TownGroup::default()
    };
    let groups = [group(&["012360", "012025", "013315"]), group(&["013315"])];
    let mut uses = vec![PlanUse::Only; 5];
    (uses[0], uses[1]) = (PlanUse::Listed, PlanUse::Used);
    let year = compared_budget(&budgets(&digests)).map(|row| row.year);
    assert_eq!(year, Some(FiscalYear(2025)), "of those most towns write");
    let sums = |year| group_sums(&groups, &codes, (&heads, &digests), &uses, year);
    let told: Vec<_> = sums(year).iter().map(|one| one.budget).collect();
    assert_eq!(told, [Some((16, 2)), None]);
    let told: Vec<_> = sums(Some(FiscalYear(2026)))
        .iter()
        .map(|one| one.budget)
        .collect();
    assert_eq!(told, [Some((99, 1)), None]);
    assert_eq!(sums(None)[0].budget, None);
}

#[test]
fn r20_a_table_of_zeros_is_known() {
    let count = |count: usize| TableCell::count(count.to_string(), count);
    assert!(is_all_zero(&[
        count(0),
        TableCell::share("0 / 3", 0, 3),
        TableCell::default()
    ]));
    assert!(!is_all_zero(&[count(0), count(2)]));
    assert!(!is_all_zero(&[TableCell::share("1 / 3", 1, 3)]));
    assert!(
        !is_all_zero(&[]),
        "an empty table has a sentence of its own"
    );
}
