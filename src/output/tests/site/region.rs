//! The published pages of a region.

use super::leaks::{assert_harmless, hostile, mark, marked};
use super::links::assert_links;
use super::*;
use fixtures::arbitrary;
use insight::region::{
    AreaMeasure, Head, MeasureTie, NamedTowns, NationalTable, PlanUse, TownGroup, TownIndex, Towns,
    codes, uses,
};
use output::site::{RegionOrder, RegionPlan, RegionSite, answer_of, field_key, inner_fields};
use proptest::prelude::{ProptestConfig, proptest};
use std::collections::BTreeSet;
use std::sync::Arc;

const TODAY: FiscalYear = FiscalYear(2026);
const ALL_SAMPLES: [&str; 6] = [
    "mihon",
    "kitamoto-2022",
    "hokuto-2024",
    "hokuto-2020",
    "hokkaido",
    "kisarazu-2020",
];

fn order(groups: Vec<TownGroup>) -> RegionOrder {
    RegionOrder {
        name: "道南の市町村".to_owned(),
        publisher: "北海道".to_owned(),
        contact: "地域創生局 011-000-0000".to_owned(),
        languages: OtherLanguage::ALL.to_vec(),
        published: day("2026-11-27"),
        groups,
        ..RegionOrder::default()
    }
}

pub fn region(plans: &[Strategy], groups: Vec<TownGroup>) -> RegionSite {
    let plans: Vec<RegionPlan> = plans.iter().map(|s| RegionPlan::of(s, TODAY)).collect();
    let heads: Vec<Arc<Head>> = plans
        .iter()
        .map(|plan| Arc::new(Head::of(&plan.digest).0))
        .collect();
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../public/towns/codes.txt");
    let table = NationalTable::read(&std::fs::read_to_string(path).unwrap());
    let codes = codes(&heads, &TownIndex::of(&table), &NamedTowns::new(), "");
    let uses = uses(&heads, &BTreeSet::new(), TODAY);
    RegionSite::new(order(groups), plans, codes, uses, &voices()).unwrap()
}

pub fn made(site: &RegionSite) -> Folder {
    let files = site.files();
    files
        .map(|PublishedFile { path, bytes }| (path, bytes))
        .collect()
}

fn samples() -> Vec<Strategy> {
    let each = ALL_SAMPLES.iter().map(|name| {
        let mut s = sample(name);
        choose(&mut s, all_languages());
        s
    });
    each.collect()
}

pub fn area(name: &str, codes: &[&str]) -> TownGroup {
    TownGroup {
        name: name.to_owned(),
        codes: codes.iter().map(|&code| code.to_owned()).collect(),
        ..TownGroup::default()
    }
}

#[test]
fn r22_what_a_town_keeps_inside_is_in_no_byte() {
    let mut s = marked();
    let withheld = s.indicators.sorted()[1].id;
    let measure = s.measures.sorted()[1].id;
    let mut one = Indicator::clone(s.get(withheld).unwrap());
    one.name = mark("withheld");
    s.indicators.insert(one);
    let mut one = Measure::clone(s.get(measure).unwrap());
    one.title = mark("withheld");
    s.measures.insert(one);
    choose(
        &mut s,
        Publishing {
            withheld_records: vec![withheld.to_string(), measure.to_string()],
            contact: mark("contact"),
            ..all_languages()
        },
    );
    // Twice, so that each of its indicators is one of several towns.
    let mut other = s.clone();
    let mut about = About::clone(&other.about());
    about.town.name = "となり町".to_owned();
    other.about.insert(about);
    let whole = region(&[s.clone(), other], Vec::new());
    let folder = made(&whole);
    assert!(folder.keys().any(|path| path.starts_with("indicators/")));
    for (path, text) in &texts(&folder) {
        assert!(!text.contains("〔内緒"), "{path}");
    }
    // Even where everything inner is chosen, only what a region shows is in it.
    let shown_fields = inner_fields().into_iter().map(field_key).collect();
    choose(
        &mut s,
        Publishing {
            shown_fields,
            ..all_languages()
        },
    );
    for (path, text) in &texts(&made(&region(&[s], Vec::new()))) {
        for key in [
            "About.note",
            "GivenRating.by",
            "Idea.text",
            "BodyMember.name",
        ] {
            assert!(!text.contains(&mark(key)), "{path} {key}");
        }
    }
}

#[test]
fn r22_the_figures_are_those_of_what_is_published() {
    let mut s = sample("mihon");
    let all = RegionPlan::of(&s, TODAY).digest.indicators.len();
    choose(
        &mut s,
        Publishing {
            withheld_kinds: vec!["indicators".into()],
            ..all_languages()
        },
    );
    assert_eq!(RegionPlan::of(&s, TODAY).digest.indicators.len(), 0);
    assert!(all > 20);
}

#[test]
fn r23_towns_and_plans_are_counted_apart() {
    let plans = samples();
    let digests: Vec<_> = plans
        .iter()
        .map(|s| RegionPlan::of(s, TODAY).digest)
        .collect();
    let towns = Towns::of(&digests).count();
    assert!(towns < plans.len(), "one town has two plans");
    let folder = made(&region(&plans, Vec::new()));
    let page = told(text(&folder, "index.html"));
    assert!(
        page.contains(&format!("{towns}自治体の{}計画", plans.len())),
        "{page}"
    );
    let csv = text(&folder, "towns.csv");
    assert_eq!(csv.trim_end().lines().count(), plans.len() + 1);
    assert_eq!(csv.matches(",していない,").count(), plans.len() - towns);
    assert_eq!(
        page.matches("集計していません").count(),
        plans.len() - towns
    );
    // The sum over the lines that count is the sum of the page.
    let mut rows = csv.trim_start_matches('\u{feff}').lines();
    let heads: Vec<&str> = rows.next().unwrap().split(',').collect();
    let at = |name: &str| heads.iter().position(|head| *head == name).unwrap();
    let (count, used) = (at("指標"), at("集計"));
    let cells = rows.map(|row| row.split(',').collect::<Vec<_>>());
    let total: usize = cells
        .filter(|row| row[used] == "している")
        .map(|row| row[count].parse::<usize>().unwrap())
        .sum();
    assert!(page.contains(&format!("集計した指標{total}件")), "{total}");
}

#[test]
fn r23_areas_list_their_towns_and_what_they_plan() {
    let mut groups = vec![area("渡島", &["012360", "012025"]), area("空", &[])];
    groups[0].direction = "渡島の町をまたぐ取組を進めます。".to_owned();
    let folder = made(&region(&samples(), groups));
    let page = told(text(&folder, "index.html"));
    let areas = text(&folder, "areas.csv");
    assert!(areas.contains("\r\n渡島,2,1,"), "{areas}");
    assert!(areas.contains("\r\n空,0,0,0,0,0,"), "{areas}");
    for said in ["地域ごとの集計", "渡島", "1 / 2", "そのほかの自治体"] {
        assert!(page.contains(said), "{said}");
    }
    assert!(!page.contains("空の自治体と計画"));
    // R32: the direction of an area stands above its towns.
    let direction = page
        .find("渡島の町をまたぐ取組を進めます。")
        .expect("the direction");
    assert!(direction < page.find("渡島の自治体と計画").expect("the towns"));
}

/// An area of 北斗市 and 函館市 with a measure tied to one that 北斗市 publishes, to one that it withholds, and to one of a town
/// without a plan, and a measure without ties.
fn area_with_measures(published: &str, withheld: &str) -> TownGroup {
    let tie = |code: &str, title: &str| MeasureTie {
        code: code.to_owned(),
        title: title.to_owned(),
    };
    let measure = |title: &str, ties: Vec<MeasureTie>| AreaMeasure {
        title: title.to_owned(),
        ties,
    };
    let ties = vec![
        tie("012360", published),
        tie("012360", withheld),
        tie("012025", "函館市の施策"),
    ];
    TownGroup {
        measures: vec![
            measure("港と温泉をめぐる周遊観光\u{202e}", ties),
            measure("まだ結びつかない施策", Vec::new()),
        ],
        ..area("渡島", &["012360", "012025"])
    }
}

#[test]
fn r36_a_measure_of_an_area_names_the_measures_that_towns_publish_and_no_others() {
    let mut plans = samples();
    let hokuto = ALL_SAMPLES.iter().position(|name| *name == "hokuto-2024");
    let hokuto = &mut plans[hokuto.unwrap()];
    let measures = hokuto.measures.sorted();
    let [first, second] = [measures[0], measures[1]].map(|one| (one.id, one.title.clone()));
    choose(
        hokuto,
        Publishing {
            withheld_records: vec![second.0.to_string()],
            ..all_languages()
        },
    );
    let mut quiet = area("檜山", &["013617"]);
    quiet.direction = "檜山の方向".to_owned();
    let folder = made(&region(
        &plans,
        vec![area_with_measures(&first.1, &second.1), quiet],
    ));
    assert_links(&folder);
    assert_harmless(&folder);
    let page = told(text(&folder, "index.html"));
    assert!(page.contains("港と温泉をめぐる周遊観光"));
    assert!(page.contains(&format!("北斗市「{}」", first.1)));
    assert!(page.contains("まだ結びつかない施策"));
    assert!(!page.contains("函館市の施策"));
    // An area without plans still has its direction.
    assert!(page.contains("檜山の方向") && !page.contains("檜山の自治体と計画"));
    let csv = text(&folder, "area-measures.csv");
    let lines: Vec<&str> = csv.trim_start_matches('\u{feff}').lines().collect();
    let tied = format!("渡島,港と温泉をめぐる周遊観光,012360,北斗市,{}", first.1);
    let expected = [
        "地域,広域の施策,団体コード,自治体,市町村の施策",
        &tied,
        "渡島,まだ結びつかない施策,,,",
    ];
    assert_eq!(lines, expected);
    assert!(text(&folder, "data.html").contains("area-measures.csv"));
    for (path, text) in &texts(&folder) {
        assert!(!text.contains(&second.1), "{path}");
    }
    for language in ["en/", "easy/"] {
        let page = text(&folder, &[language, "index.html"].concat());
        assert!(told(page).contains(&first.1), "{language}");
    }
}

#[test]
fn r24_every_town_keeps_its_own_words_of_rating() {
    let plans = samples();
    let folder = made(&region(&plans, Vec::new()));
    let page = told(text(&folder, "index.html"));
    for s in &plans {
        let digest = RegionPlan::of(s, TODAY).digest;
        let (bands, unrated) = digest.own_bands();
        for (band, count) in &bands {
            let said = format!("{} {} {count}", band.mark, band.word);
            assert!(page.contains(&said), "{said}");
        }
        let rated: usize = bands.iter().map(|(_, count)| count).sum();
        assert_eq!(rated + unrated, digest.indicators.len());
    }
    for stage in ["良い段階", "注意の段階", "悪い段階"] {
        assert!(!page.contains(stage), "{stage}");
    }
}

#[test]
fn r25_a_town_leads_to_its_own_pages_and_a_draft_says_so() {
    let mut plans = samples();
    choose(
        &mut plans[0],
        Publishing {
            address: "javascript:alert(1)".to_owned(),
            ..Publishing::default()
        },
    );
    let folder = made(&region(&plans, Vec::new()));
    let page = text(&folder, "index.html");
    let links = page.matches("<a href=\"https://www.example.lg.jp/plan/\">");
    assert_eq!(links.count(), plans.len() - 1);
    assert!(!page.contains("javascript"));
    assert!(page.contains("<span>みほん町</span>"));
    // 北本市 is 案.
    assert!(told(page).contains("案（決定していません）"));
}

#[test]
fn r26_the_pages_and_the_tables_say_the_same() {
    let plans = samples();
    let site = region(&plans, vec![area("渡島", &["012360"])]);
    let folder = made(&site);
    assert_eq!(folder.len(), site.file_count());
    assert!(folder == made(&site), "the same makes the same bytes");
    assert_links(&folder);
    assert_harmless(&folder);
    // Each tie of a table is a name on the page, and the coverage is their number.
    let page = text(&folder, "frameworks.html");
    let ties = text(&folder, "frameworks.csv");
    let tied = ties
        .lines()
        .skip(1)
        .filter(|line| !line.ends_with(",0"))
        .count();
    assert!(tied > 0);
    let names = page.matches("<td><span>").count();
    assert!(names > 0 && names <= tied);
    let takers = page.split("<tbody>").skip(1);
    let takers: usize = takers
        .map(|body| {
            body.split("</tbody>")
                .next()
                .unwrap()
                .matches("<a href")
                .count()
        })
        .sum();
    assert_eq!(takers, tied);
    for (path, title) in site.pages() {
        let html = text(&folder, &path);
        let (before, rest) = html.split_once("<link rel=\"stylesheet\"").unwrap();
        let (_, after) = rest.split_once('>').unwrap();
        assert_eq!(
            site.preview(&path),
            Some([before, after].concat()),
            "{path}"
        );
        assert!(told(html).contains(&title), "{path}");
    }
    assert_eq!(site.preview("../secret.html"), None);
    let budgets = text(&folder, "budgets.csv");
    assert!(budgets.lines().count() > 1);
}

#[test]
fn r27_every_page_is_there_in_every_language_and_every_table_once() {
    let groups = vec![area("渡島総合振興局", &["012360"])];
    let folder = made(&region(&samples(), groups.clone()));
    let pages = |start: &str| -> BTreeSet<String> {
        let own = folder.keys().filter_map(|path| path.strip_prefix(start));
        let own = own.filter(|path| path.ends_with(".html"));
        own.filter(|path| !path.starts_with("en/") && !path.starts_with("easy/"))
            .map(str::to_owned)
            .collect()
    };
    let all = pages("");
    assert!(all.len() > 4);
    assert_eq!((&pages("en/"), &pages("easy/")), (&all, &all));
    let tables = folder.keys().filter(|path| path.ends_with(".csv"));
    assert_eq!(tables.count(), 5);
    assert!(
        !text(&folder, "en/index.html").contains('{'),
        "each text has what it is given"
    );
    // Japanese on an English page is marked as Japanese, and is a town's.
    let english = text(&folder, "en/index.html");
    assert!(
        english.contains("<html lang=\"en\">") && english.contains(" lang=\"ja\">みほん町</a>")
    );
    for (path, html) in &folder {
        let Some(inner) = path.strip_prefix("en/") else {
            continue;
        };
        let html = String::from_utf8(html.clone()).unwrap();
        let (main, _) = html.split_once("<footer").unwrap();
        for part in main.split("<td>").skip(1) {
            let cell = part.split('<').next().unwrap();
            assert!(
                !cell.chars().any(|letter| ('ぁ'..='ヺ').contains(&letter)),
                "{inner}: {cell}"
            );
        }
    }
    // Only Japanese, where no other was chosen.
    let order = RegionOrder {
        languages: Vec::new(),
        ..order(groups)
    };
    let plan = RegionPlan::of(&samples()[0], TODAY);
    let site = RegionSite::new(
        order,
        vec![plan],
        vec![String::new()],
        vec![PlanUse::Only],
        &voices(),
    );
    let alone = made(&site.unwrap());
    assert!(alone.keys().all(|path| !path.contains("en/")));
    assert!(!text(&alone, "index.html").contains("site-languages"));
}

#[test]
fn r25_an_answer_to_a_request_tells_where_the_town_publishes() {
    let mut s = marked();
    choose(&mut s, all_languages());
    let answer = json::read(json::write(&answer_of(&s)).as_bytes()).unwrap();
    assert!(!json::write(&answer).contains("〔内緒"));
    let [own, answered] = [&s, &answer].map(|s| RegionPlan::of(s, TODAY));
    assert_eq!(own.digest, answered.digest);
    assert_eq!(
        own.address.as_deref(),
        Some("https://www.example.lg.jp/plan/")
    );
    assert_eq!(own.address, answered.address);
    assert_eq!(own.licence, answered.licence);
    // A town that has chosen nothing yet tells nothing.
    let mut about = About::clone(&s.about());
    about.publishing = None;
    s.about.insert(about);
    let unsaid = RegionPlan::of(&answer_of(&s), TODAY);
    assert_eq!((unsaid.address, unsaid.licence), (None, None));
}

#[test]
fn what_to_look_at_before_is_told() {
    let mut plans = samples();
    let concerns = region(&plans, Vec::new()).concerns();
    // 北斗市's is an outline and 木更津市's is not begun; 北本市's is 案.
    assert_eq!(concerns.drafts, ["北本市", "北斗市", "木更津市"]);
    assert!(concerns.unaddressed.is_empty() && concerns.has_name && concerns.has_contact);
    choose(&mut plans[0], Publishing::default());
    let concerns = region(&plans, Vec::new()).concerns();
    assert_eq!(concerns.unaddressed, ["みほん町"]);
}

#[test]
fn a_region_without_its_words_or_on_no_day_is_refused() {
    let plans = || vec![RegionPlan::of(&sample("mihon"), TODAY)];
    let refused = |published: &str, voices: &[Voice]| {
        let order = RegionOrder {
            published: day(published),
            ..order(Vec::new())
        };
        RegionSite::new(
            order,
            plans(),
            vec![String::new()],
            vec![PlanUse::Only],
            voices,
        )
        .err()
    };
    assert_eq!(refused("", &voices()), Some(Unpublishable::NoDay));
    let none = Some(Unpublishable::NoVoice(Language::Japanese));
    assert_eq!(refused("2026-11-27", &[]), none);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn p11_whatever_towns_write_is_text_in_the_pages_of_a_region((seed, size) in arbitrary::seeds(4)) {
        let one = hostile(seed, size);
        let mut other = one.clone();
        let mut about = About::clone(&other.about());
        about.town.name = "</a><script>".to_owned();
        other.about.insert(about);
        let mut order = order(vec![area("<b>", &[])]);
        order.name = "\"><img src=x>\u{202e}".to_owned();
        let plans = [one, other].map(|s| RegionPlan::of(&s, TODAY)).to_vec();
        let site = RegionSite::new(order, plans, vec![String::new(); 2], vec![PlanUse::Only; 2], &voices()).unwrap();
        let folder = made(&site);
        assert_harmless(&folder);
        assert_links(&folder);
    }
}

#[test]
fn a_region_is_written_for_the_tests_in_a_browser() {
    let title = samples()[2].measures.sorted()[0].title.clone();
    let groups = vec![
        area_with_measures(&title, "ない施策"),
        area("空の地域", &[]),
    ];
    write_files("region", made(&region(&samples(), groups)));
}
