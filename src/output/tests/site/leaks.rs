//! Fields that were not chosen are in no byte, and a town's texts are only ever text.

use super::*;
use fixtures::arbitrary;
use output::site::{field_key, inner_fields, public_subset};
use proptest::prelude::{ProptestConfig, proptest};

pub fn mark(key: &str) -> String {
    format!("〔内緒・{key}〕")
}

/// みほん町 with a mark of its own in every inner field.
pub fn marked() -> Strategy {
    let mut s = sample("mihon");
    let mut about = About::clone(&s.about());
    about.note = mark("About.note");
    about.sources.push(Source {
        title: "資料".into(),
        url: String::new(),
        note: mark("Source.note"),
    });
    about.closings.push(Closing {
        year: FiscalYear(2022),
        act: ClosingAct::Closed,
        date: day("2023-06-01"),
        by: mark("Closing.by"),
        reason: mark("Closing.reason"),
    });
    s.about.insert(about);
    let mut goal = Goal::clone(s.goals.sorted()[0]);
    goal.note = mark("Goal.note");
    let mut measure = Measure::clone(s.measures.sorted()[0]);
    measure.note = mark("Measure.note");
    let mut sheet = Sheet::clone(s.sheets.sorted()[0]);
    sheet.note = mark("Sheet.note");
    sheet.opinions = vec![Opinion {
        by: mark("Opinion.by"),
        rating: mark("Opinion.rating"),
        text: mark("Opinion.text"),
    }];
    let mut line = Line::clone(s.lines.sorted()[0]);
    line.note = mark("Line.note");
    let mut series = Series::clone(s.series.sorted()[0]);
    series.notes.insert(FiscalYear(2023), mark("Series.notes"));
    series.compared = vec![TownFigures {
        town: mark("Series.compared"),
        figures: series.actuals.clone(),
        ..TownFigures::default()
    }];
    let mut indicator = Indicator::clone(s.get(series.indicator).unwrap());
    indicator.note = mark("Indicator.note");
    indicator.changes.push(TargetChange {
        series: series.id,
        year: FiscalYear(2025),
        from: None,
        to: None,
        date: day("2024-04-01"),
        by: mark("TargetChange.by"),
        reason: "見直し".into(),
    });
    let given = GivenRating {
        mark: "A".into(),
        reason: "会議".into(),
        by: mark("GivenRating.by"),
    };
    indicator.ratings.insert(FiscalYear(2024), given);
    let mut body = Body::clone(s.bodies.sorted()[0]);
    body.members = vec![BodyMember {
        name: mark("BodyMember.name"),
        role: "会長".into(),
        organisation: mark("Body.members"),
    }];
    s.bodies.insert(body);
    let mut item = TimetableItem::clone(s.timetable.sorted()[0]);
    item.owner = mark("TimetableItem.owner");
    s.timetable.insert(item);
    s.ideas.insert(Idea {
        id: Id::new(1),
        text: mark("Idea.text"),
        table: mark("Idea.table"),
        ..Idea::default()
    });
    s.grant_projects.insert(GrantProject {
        id: Id::new(1),
        title: mark("GrantProject.title"),
        ..GrantProject::default()
    });
    s.goals.insert(goal);
    s.measures.insert(measure);
    s.sheets.insert(sheet);
    s.lines.insert(line);
    s.series.insert(series);
    s.indicators.insert(indicator);
    s
}

/// The inner fields whose mark is in some file.
fn leaked(s: &Strategy) -> Vec<String> {
    let made = folder(&site(s, None, "2026-11-23"));
    let all = texts(&made);
    let keys = inner_fields().into_iter().map(field_key);
    keys.filter(|key| all.values().any(|text| text.contains(&mark(key))))
        .collect()
}

#[test]
fn p10_an_inner_field_is_in_no_byte_until_it_is_chosen() {
    let mut s = marked();
    assert!(leaked(&s).is_empty(), "{:?}", leaked(&s));
    choose(&mut s, all_languages());
    assert!(leaked(&s).is_empty(), "{:?}", leaked(&s));
    for field in inner_fields() {
        let key = field_key(field);
        // An opinion stands in a sheet, a member in a body, what stands around an idea with its text.
        let mut shown = vec![key.clone()];
        match field.of {
            "Opinion" => shown.push("Sheet.opinions".into()),
            "BodyMember" => shown.push("Body.members".into()),
            "Idea" => shown.push("Idea.text".into()),
            _ => {}
        }
        choose(
            &mut s,
            Publishing {
                shown_fields: shown.clone(),
                ..all_languages()
            },
        );
        let leaked = leaked(&s);
        assert!(
            leaked.iter().all(|one| shown.contains(one)),
            "{key}: {leaked:?}"
        );
        assert!(
            leaked.contains(&key) || key == "Sheet.opinions",
            "{key}: {leaked:?}"
        );
    }
}

#[test]
fn p10_of_a_grant_project_its_cost_deadlines_and_note_stay_inside() {
    let mut s = sample("mihon");
    s.grant_projects.insert(GrantProject {
        id: Id::new(1),
        title: "事業".into(),
        outline: mark("outline"),
        cost: mark("inside"),
        note: mark("inside"),
        deadlines: vec![GrantDeadline {
            title: mark("inside"),
            due: Some(day("2026-04-30")),
        }],
        ..GrantProject::default()
    });
    let choices = |shown: &[&str]| Publishing {
        shown_fields: shown.iter().map(|key| (*key).to_owned()).collect(),
        ..all_languages()
    };
    let text =
        |s: &Strategy| json::write(&public_subset(s, &s.about().publishing.clone().unwrap()));
    choose(&mut s, choices(&[]));
    assert!(!text(&s).contains("〔内緒"));
    choose(
        &mut s,
        choices(&[
            "GrantProject.title",
            "GrantProject.cost",
            "GrantProject.note",
        ]),
    );
    assert!(text(&s).contains(&mark("outline")));
    assert!(!text(&s).contains(&mark("inside")));
}

#[test]
fn p10_the_data_say_whom_to_ask_and_on_which_terms_as_the_pages_do() {
    let mut s = sample("mihon");
    let contact = "企画課（0123-45-6789）";
    choose(
        &mut s,
        Publishing {
            shown_fields: vec!["Goal.note".into()],
            withheld_kinds: vec!["ideas".into()],
            licence: Licence::PublicData,
            address: "https://www.town.example.jp/senryaku/".into(),
            contact: contact.into(),
            ..all_languages()
        },
    );
    let made = folder(&site(&s, None, "2026-11-23"));
    assert!(texts(&made)["index.html"].contains(contact));
    let data = json::read(made["strategy.json"].as_slice()).unwrap();
    let given = data.about().publishing.clone().unwrap();
    let wanted = Publishing {
        licence: Licence::PublicData,
        address: "https://www.town.example.jp/senryaku/".into(),
        contact: contact.into(),
        ..Publishing::default()
    };
    assert_eq!(given, wanted, "the choices themselves stay inside");
}

#[test]
fn p10_with_everything_chosen_nothing_of_a_sample_is_lost() {
    for name in SAMPLES {
        let s = sample(name);
        let all = Publishing {
            shown_fields: inner_fields().into_iter().map(field_key).collect(),
            ..Publishing::default()
        };
        assert!(public_subset(&s, &all) == s, "{name}");
        let open = public_subset(&s, &Publishing::default());
        assert_eq!(open.integrity(), s.integrity(), "{name}");
        assert_eq!(
            json::read(json::write(&open).as_bytes()).unwrap(),
            open,
            "{name}"
        );
    }
}

#[test]
fn p10_what_is_withheld_is_gone_with_all_that_names_it() {
    let mut s = sample("mihon");
    let initiative = s.lines.iter().find_map(|line| line.initiative).unwrap();
    let indicator = s.goals.sorted()[0].targets[0];
    let measure = s.measures.sorted().last().unwrap().id;
    let mut one = Indicator::clone(s.get(indicator).unwrap());
    one.name = mark("indicator");
    s.indicators.insert(one);
    let mut one = Measure::clone(s.get(measure).unwrap());
    one.title = mark("measure");
    s.measures.insert(one);
    for line in s
        .lines
        .clone()
        .iter()
        .filter(|line| line.initiative == Some(initiative))
    {
        let mut line = Line::clone(line);
        line.title = mark("line");
        s.lines.insert(line);
    }
    let mut one = Initiative::clone(s.get(initiative).unwrap());
    one.title = mark("initiative");
    s.initiatives.insert(one);
    let mut support = Support::clone(s.supports.sorted()[0]);
    support.title = mark("support");
    s.supports.insert(support);
    choose(
        &mut s,
        Publishing {
            withheld_records: vec![
                indicator.to_string(),
                measure.to_string(),
                initiative.to_string(),
            ],
            withheld_kinds: vec!["supports".into()],
            ..all_languages()
        },
    );
    let made = folder(&site(&s, None, "2026-11-23"));
    for (path, text) in &texts(&made) {
        assert!(!text.contains("〔内緒"), "{path}");
        for id in [
            indicator.to_string(),
            measure.to_string(),
            initiative.to_string(),
        ] {
            assert!(!text.contains(&format!("\"{id}\"")), "{path} {id}");
        }
    }
    let public = json::read(&made["strategy.json"]).unwrap();
    assert!(public.dangling().is_empty());
    assert!(public.supports.is_empty());
}

/// Texts that would do harm where they are not only text.
const HOSTILE: [&str; 10] = [
    "</script><script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "<svg onload=alert(1)>",
    "javascript:alert(1)",
    "https://a.example/\"onclick=\"alert(1)",
    "\u{202e}txt.exe\u{2066}",
    "\u{0}\u{8}\u{1b}[31m\u{ffff}\u{fffe}",
    "]]><!--",
    "=cmd|' /C calc'!A0",
];

/// A strategy with hostile texts wherever it can have any, through its own file.
pub fn hostile(seed: u64, size: usize) -> Strategy {
    fn fill(value: &mut serde_json::Value, at: &mut usize) {
        match value {
            serde_json::Value::Array(all) => all.iter_mut().for_each(|one| fill(one, at)),
            serde_json::Value::Object(all) => {
                for (name, one) in all.iter_mut() {
                    let is_text = [
                        "title",
                        "name",
                        "text",
                        "note",
                        "direction",
                        "definition",
                        "method",
                        "source",
                        "owner",
                        "reason",
                        "url",
                        "mark",
                        "word",
                        "results",
                        "subtitle",
                        "label",
                        "unit",
                        "address",
                        "contact",
                        "english_name",
                        "english_text",
                    ];
                    match one {
                        serde_json::Value::String(text) if is_text.contains(&name.as_str()) => {
                            *text = HOSTILE[*at % HOSTILE.len()].to_owned();
                            *at += 1;
                        }
                        one => fill(one, at),
                    }
                }
            }
            _ => {}
        }
    }
    let s = arbitrary::strategy(seed, size);
    let mut file: serde_json::Value = serde_json::from_str(&json::write(&s)).unwrap();
    let mut at = seed as usize % HOSTILE.len();
    fill(&mut file, &mut at);
    json::read(file.to_string().as_bytes()).unwrap_or(s)
}

pub fn assert_harmless(made: &Folder) {
    for (path, text) in &texts(made) {
        let odd = |letter: char| {
            letter.is_control() && !"\n\r\t".contains(letter)
                || "\u{202e}\u{2066}\u{ffff}\u{fffe}".contains(letter)
        };
        assert!(!text.contains(odd), "{path}");
        if path.ends_with(".html") {
            assert_page(path, text);
        }
        if path.ends_with(".json") {
            serde_json::from_str::<serde_json::Value>(text).unwrap();
        }
        if path.ends_with(".csv") {
            let cells = text.lines().flat_map(|line| line.split(','));
            for cell in cells {
                assert!(!cell.starts_with(['=', '@', '+']), "{path}: {cell}");
            }
        }
        // A workbook computes nothing.
        if path.contains(".xlsx/") {
            assert!(!text.contains("<f>"), "{path}");
        }
    }
}

/// Every tag is one of ours, with attributes of ours, and no address would run anything.
fn assert_page(path: &str, text: &str) {
    let scripts = text.matches("<script").count();
    assert_eq!(
        scripts,
        text.matches("<script type=\"application/ld+json\">")
            .count(),
        "{path}"
    );
    assert_eq!(scripts, text.matches("</script>").count(), "{path}");
    assert!(
        !text.contains("<img") && !text.contains("<!--") && !text.contains("<iframe"),
        "{path}"
    );
    for tag in text.split('<').skip(1) {
        let Some((tag, _)) = tag.split_once('>') else {
            panic!("{path}: {tag}")
        };
        let names = tag.split('"').step_by(2);
        for name in names.flat_map(str::split_whitespace) {
            assert!(
                !name.to_ascii_lowercase().starts_with("on"),
                "{path}: {tag}"
            );
        }
        for address in tag.split("href=\"").skip(1) {
            assert!(
                !address.to_ascii_lowercase().starts_with("javascript"),
                "{path}: {tag}"
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn p11_whatever_is_written_is_text_and_every_link_leads_somewhere((seed, size) in arbitrary::seeds(4)) {
        let mut s = hostile(seed, size);
        choose(&mut s, Publishing {
            shown_fields: inner_fields().into_iter().map(field_key).collect(),
            contact: HOSTILE[seed as usize % HOSTILE.len()].to_owned(),
            address: HOSTILE[size % HOSTILE.len()].to_owned(),
            ..all_languages()
        });
        let made = folder(&site(&s, None, "2026-11-23"));
        assert_harmless(&made);
        super::links::assert_links(&made);
    }
}
