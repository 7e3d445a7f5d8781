//! 広域: order, filter, plans that count, holes, the list of municipalities.

use std::collections::BTreeSet;
use std::sync::Arc;

use insight::region::{
    Digest, Head, Holes, PlanKey, PlanUse, RegionFilter, SortValue, Sorting, TableCell,
    TownPopulation, TownSize, frameworks, order, supports, uses,
};
use proptest::prelude::{
    Just, Strategy as Values, any, prop_assert, prop_assert_eq, prop_oneof, proptest,
};
use strategy::*;

const TODAY: FiscalYear = FiscalYear(2026);

fn digest(town: &str, code: &str, years: (i32, i32)) -> Digest {
    let mut s = Strategy::default();
    let mut about = (*s.about()).clone();
    about.town.name = town.to_owned();
    about.town.code = code.to_owned();
    about.title = format!("{town}総合戦略");
    about.period = Period {
        first: FiscalYear(years.0),
        last: FiscalYear(years.1),
    };
    s.about.insert(about);
    Digest::of(&s, TODAY)
}

fn head(town: &str, code: &str, years: (i32, i32)) -> Arc<Head> {
    Arc::new(Head::of(&digest(town, code, years)).0)
}

fn cell() -> impl Values<Value = TableCell> {
    prop_oneof![
        Just(TableCell::default()),
        (-50i64..50).prop_map(|n| TableCell::number(n.to_string(), n)),
        (0usize..5, 0usize..5).prop_map(|(a, b)| TableCell::share("", a, b)),
        "[あ-おア-オa-c]{0,3}".prop_map(TableCell::text),
    ]
}

proptest! {
    #[test]
    fn r14_sorting_is_a_permutation_in_order_with_empty_cells_last(
        cells in proptest::collection::vec(cell(), 0..40),
        descending in any::<bool>(),
    ) {
        let rows: Vec<Vec<TableCell>> = cells.iter().map(|one| vec![one.clone()]).collect();
        let up = order(&rows, Some(Sorting { column: 0, descending }));
        let mut places = up.clone();
        places.sort_unstable();
        prop_assert_eq!(places, (0..rows.len()).collect::<Vec<_>>());
        let is_empty = |row: &usize| rows[*row][0].value == SortValue::Empty;
        let full = up.iter().position(is_empty).unwrap_or(up.len());
        prop_assert!(up[full..].iter().all(is_empty));
        for pair in up[..full].windows(2) {
            let (one, other) = (&rows[pair[0]][0].value, &rows[pair[1]][0].value);
            if let (SortValue::Number(one), SortValue::Number(other)) = (one, other) {
                let is_in_order = if descending { one >= other } else { one <= other };
                prop_assert!(is_in_order);
            }
            if one == other {
                prop_assert!(pair[0] < pair[1], "equal rows stay as they were");
            }
        }
        prop_assert_eq!(order(&rows, None), (0..rows.len()).collect::<Vec<_>>());
    }
}

#[test]
fn r14_a_head_is_pressed_up_down_and_off() {
    let up = Sorting::pressed(None, 2);
    let down = Sorting::pressed(up, 2);
    assert_eq!(up.map(|one| one.descending), Some(false));
    assert_eq!(down.map(|one| one.descending), Some(true));
    assert_eq!(Sorting::pressed(down, 2), None);
    assert_eq!(
        Sorting::pressed(down, 1).map(|one| one.descending),
        Some(false)
    );
}

#[test]
fn a_filter_finds_names_codes_prefectures_and_sizes() {
    let mut town = (*head("みほん町", "013455", (2025, 2029))).clone();
    town.population = Some(TownPopulation {
        people: 8_200,
        year: FiscalYear(2024),
        indicator: "総人口".to_owned(),
    });
    let filter = |words: &str, prefecture: &str, size| RegionFilter {
        words: words.to_owned(),
        prefecture: prefecture.to_owned(),
        size,
        group: None,
    };
    assert!(filter("", "", None).is_off());
    assert!(filter("ミホン 総合", "01", None).fits(&town, ""));
    assert!(filter("01345", "", Some(TownSize::UnderTenThousand)).fits(&town, ""));
    assert!(!filter("ほか", "", None).fits(&town, ""));
    assert!(!filter("", "13", None).fits(&town, ""));
    assert!(!filter("", "", Some(TownSize::Larger)).fits(&town, ""));
    town.population = None;
    assert!(!filter("", "", Some(TownSize::UnderTenThousand)).fits(&town, ""));
}

#[test]
fn r9_of_several_plans_the_latest_in_force_counts_or_the_chosen() {
    let heads = [
        head("北斗市", "012360", (2015, 2019)),
        head("北斗市", "012360", (2024, 2027)),
        head("北斗市", "012360", (2028, 2032)),
        head("みほん町", "", (2025, 2029)),
    ];
    let none = BTreeSet::new();
    use PlanUse::{Listed, Only, Used};
    assert_eq!(uses(&heads, &none, TODAY), [Listed, Used, Listed, Only]);
    let chosen = BTreeSet::from([0]);
    assert_eq!(uses(&heads, &chosen, TODAY), [Used, Listed, Listed, Only]);
    assert_eq!(
        uses(&heads, &none, FiscalYear(2040)),
        [Listed, Listed, Used, Only]
    );
}

#[test]
fn r10_a_region_of_one_empty_plan_has_no_indicators() {
    let all = [Arc::new(digest("みほん町", "", (2025, 2029)))];
    let of =
        |all: &[Arc<Digest>]| Holes::of(all, &supports(all), &frameworks(all), FiscalYear(2025));
    let holes = of(&all);
    assert_eq!(holes.without_indicators, [0]);
    assert!(holes.without_actuals.is_empty() && holes.supports.is_empty());
    assert!(of(&[]).is_empty());
}

#[test]
fn r10_what_nobody_uses_or_answers_is_found_in_a_sample() {
    let bytes = std::fs::read(fixtures::path("public/samples/mihon.json")).expect("a sample");
    let s = format::json::read(&bytes).expect("a strategy");
    let all = [Arc::new(Digest::of(&s, TODAY))];
    let holes = Holes::of(&all, &supports(&all), &frameworks(&all), FiscalYear(2025));
    let unused = all[0].supports.iter().filter(|one| one.used == 0).count();
    assert!(holes.supports.len() <= unused);
    for (title, items) in &holes.frameworks {
        let of = all[0]
            .frameworks
            .iter()
            .find(|one| one.title == *title)
            .expect("it");
        let open = of.items.iter().filter(|one| one.answering == 0).count();
        assert_eq!(items.len(), open, "{title}");
    }
}

#[test]
fn r11_a_population_is_told_with_its_indicator_and_year() {
    let find = |name, unit, figure: &str| {
        let latest = (FiscalYear(2024), Figure::read(figure));
        TownPopulation::of([(name, unit, &latest)].into_iter())
    };
    let people = |found: Option<TownPopulation>| found.map(|one| one.people);
    assert_eq!(people(find("総人口", "人", "8,200")), Some(8_200));
    assert_eq!(
        people(find("人口（住民基本台帳）", "千人", "8.2")),
        Some(8_200)
    );
    assert_eq!(people(find("交流人口", "人", "8,200")), None);
    assert_eq!(people(find("総人口", "％", "98")), None);
    assert_eq!(people(find("総人口", "人", "0")), None);
    let one = find("総人口", "人", "8,200").expect("a population");
    assert_eq!(one.per_thousand(888_360), 108_337);
    assert_eq!(one.per_thousand(-4_100), -500);
}

#[test]
fn r13_the_same_plan_is_of_the_same_town_title_and_period() {
    let key = |town, code, years| PlanKey::of(&head(town, code, years));
    let one = key("みほん町", "013455", (2025, 2029));
    assert!(one.is(&key("みほん町", "", (2025, 2029))));
    assert!(!one.is(&key("みほん町", "013455", (2020, 2024))));
    assert!(!one.is(&key("となり町", "013455", (2025, 2029))));
}
