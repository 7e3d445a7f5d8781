//! The pages of a publication, of every sample: they lead to one another, and hold what the strategy holds.

use std::collections::BTreeSet;

use output::markup::{Element, Node};
use output::pages::{Page, Publication, SHOWN, page};
use strategy::*;

use fixtures::SAMPLES;

fn published(strategy: Strategy) -> Publication {
    Publication::of(strategy, FiscalYear(2026), |page| format!("{page:?}"))
}

fn sample(name: &str) -> Publication {
    published(fixtures::sample(name))
}

/// Everything of an element and what stands in it.
fn all<'a>(element: &'a Element, found: &mut Vec<&'a Element>) {
    found.push(element);
    for child in &element.children {
        if let Node::Element(child) = child {
            all(child, found);
        }
    }
}

fn text(element: &Element) -> String {
    let parts = element.children.iter().map(|child| match child {
        Node::Text(text) => text.clone(),
        Node::Element(child) => text(child),
    });
    parts.collect()
}

fn addresses(page: &[Element]) -> BTreeSet<String> {
    let mut found = Vec::new();
    page.iter().for_each(|element| all(element, &mut found));
    let hrefs = found.iter().flat_map(|element| &element.attributes);
    hrefs
        .filter(|(name, _)| *name == "href")
        .map(|(_, to)| to.clone())
        .collect()
}

#[test]
fn p1_every_page_is_there_and_is_reached_from_the_first() {
    for name in SAMPLES {
        let of = sample(name);
        let pages = of.pages();
        assert_eq!(
            pages.len(),
            2 + of.strategy().goals.len() + of.strategy().indicators.len()
        );
        let mut reached = BTreeSet::from([
            format!("{:?}", Page::Plan),
            format!("{:?}", Page::Indicators),
        ]);
        for one in &pages {
            let made = page(&of, *one).unwrap();
            assert_eq!(made[0].name, "h1", "{name} {one:?}");
            assert!(!text(&made[0]).trim().is_empty(), "{name} {one:?}");
            reached.extend(addresses(&made));
        }
        assert_eq!(
            reached,
            pages.iter().map(|page| format!("{page:?}")).collect(),
            "{name}"
        );
        assert_eq!(page(&of, Page::Goal(Id::new(999_999))), None);
        assert_eq!(page(&of, Page::Indicator(Id::new(999_999))), None);
    }
}

#[test]
fn p1_an_indicator_shows_every_target_and_actual_as_printed() {
    for name in SAMPLES {
        let of = sample(name);
        for indicator in of.strategy().indicators.iter() {
            let made = page(&of, Page::Indicator(indicator.id)).unwrap();
            let told: String = made.iter().map(text).collect();
            for series in of.strategy().series.under(indicator.id) {
                for figure in series.targets.values().chain(series.actuals.values()) {
                    let shown = words::number::shown(figure.text());
                    assert!(told.contains(&shown), "{name} {}: {shown}", indicator.name);
                }
            }
        }
    }
}

#[test]
fn p4_pages_are_the_same_where_only_what_they_show_is_read() {
    use output::pages::explore::{AskedIndicators, compared, find};
    for name in SAMPLES {
        let file = format::json::write(&fixtures::sample(name));
        let whole = published(format::json::read(file.as_bytes()).unwrap());
        let some = format::json::read_kinds(file.as_bytes(), SHOWN).unwrap();
        assert!(some.count() < whole.strategy().count(), "{name}");
        let some = published(some);
        assert_eq!(some.pages(), whole.pages());
        for one in whole.pages() {
            assert_eq!(page(&some, one), page(&whole, one), "{name}: {one:?}");
        }
        let to = |asked: AskedIndicators| format!("{asked:?}");
        let asked = AskedIndicators {
            words: "の".to_owned(),
            ..AskedIndicators::default()
        };
        assert_eq!(find(&some, &asked, &to), find(&whole, &asked, &to));
        let ids: Vec<_> = whole.strategy().indicators.ids().take(2).collect();
        if let [one, other] = ids[..] {
            let compared = |of| compared(of, [one, other]);
            assert_eq!(compared(&some), compared(&whole));
        }
    }
}

#[test]
fn the_face_of_those_who_read_has_every_text_that_it_says() {
    use output::pages::explore::{AskedIndicators, compare_with, find};
    use words::{ABSENT, Language, Voice};
    let to = |asked: AskedIndicators| format!("{asked:?}");
    for voice in Language::ALL.map(Voice::of_readers_file) {
        voice.says(|| {
            for name in SAMPLES {
                let of = sample(name);
                let mut made = find(&of, &AskedIndicators::default(), &to);
                for one in of.pages() {
                    made.extend(page(&of, one).unwrap());
                    if let Page::Indicator(id) = one {
                        made.push(compare_with(&of, id, None, &|id| id.to_string()));
                    }
                }
                let said: String = made.iter().map(Element::to_string).collect();
                assert!(!said.contains(ABSENT), "{name}");
            }
            let refused = format::json::read(b"{}").unwrap_err();
            assert!(!words::Say::say(&refused).contains(ABSENT));
        });
    }
}

#[test]
fn p2_what_a_town_writes_is_never_markup() {
    let mut strategy = Strategy::default();
    let goal = Goal {
        id: Id::new(1),
        title: "<script>alert(1)</script>".to_owned(),
        direction: "a & b < c\n\"d\"".to_owned(),
        ..Goal::default()
    };
    strategy.goals.insert(goal);
    let of = published(strategy);
    let html: String = page(&of, Page::Goal(Id::new(1)))
        .unwrap()
        .iter()
        .map(Element::to_string)
        .collect();
    assert!(!html.contains("<script"), "{html}");
    assert!(
        html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"),
        "{html}"
    );
    assert!(html.contains("<p>a &amp; b &lt; c</p>"), "{html}");
}

#[test]
fn p3_a_picture_has_its_table_below() {
    let of = sample("mihon");
    let mut pictures = 0;
    for one in of.pages() {
        let made = page(&of, one).unwrap();
        let mut found = Vec::new();
        made.iter().for_each(|element| all(element, &mut found));
        for around in found {
            let children = around.children.iter();
            let elements = children.filter_map(|child| match child {
                Node::Element(element) => Some(element.name),
                Node::Text(_) => None,
            });
            let names: Vec<&str> = elements.collect();
            for at in (0..names.len()).filter(|at| names[*at] == "figure") {
                pictures += 1;
                assert_eq!(names.get(at + 1), Some(&"table"), "{one:?}");
            }
        }
    }
    assert!(pictures > 10, "{pictures}");
}

#[test]
fn indicators_are_found_by_goal_and_year_and_two_are_compared() {
    use output::pages::explore::{AskedIndicators, compare_with, compared, find};
    let of = sample("mihon");
    let s = of.strategy();
    let to = |asked: AskedIndicators| format!("{asked:?}");
    let whole: String = find(&of, &AskedIndicators::default(), &to)
        .iter()
        .map(text)
        .collect();
    assert!(s.indicators.iter().all(|one| whole.contains(&one.name)));
    assert!(whole.contains("令和6年度までの実績で、27件"), "{whole}");
    let goal = s.goals.sorted()[2];
    let asked = AskedIndicators {
        goal: Some(goal.id),
        year: Some(FiscalYear(2022)),
        ..AskedIndicators::default()
    };
    let made = find(&of, &asked, &to);
    let rows = made.last().unwrap();
    let told = text(rows);
    let used = insight::used_under(s, goal.id);
    for one in s.indicators.iter() {
        assert_eq!(
            told.contains(&one.name),
            used.contains(&one.id),
            "{}",
            one.name
        );
    }
    // As of that year: births were 41 then.
    assert!(told.contains("41人（R4）"), "{told}");
    let mut chosen = Vec::new();
    made.iter().for_each(|element| all(element, &mut chosen));
    let chosen = chosen
        .iter()
        .filter(|one| one.attributes.iter().any(|(name, _)| *name == "selected"));
    assert_eq!(chosen.count(), 2);
    let ids: Vec<_> = s.indicators.sorted().iter().map(|one| one.id).collect();
    let both = compared(&of, [ids[0], ids[13]]).unwrap();
    let told: String = both.iter().map(text).collect();
    for id in [ids[0], ids[13]] {
        assert!(told.contains(&s.get(id).unwrap().name));
        for figure in s.series.under(id)[0].actuals.values() {
            assert!(told.contains(&words::number::shown(figure.text())));
        }
    }
    assert_eq!(compared(&of, [ids[0], Id::new(999_999)]), None);
    let others = text(&compare_with(&of, ids[0], None, &|id| id.to_string()));
    assert!(!others.contains(&s.get(ids[0]).unwrap().name));
}

#[test]
fn indicators_measures_and_initiatives_are_found_by_their_words() {
    use output::pages::explore::{AskedIndicators, find};
    let of = sample("mihon");
    let s = of.strategy();
    let asked = |words: &str, goal| {
        let asked = AskedIndicators {
            words: words.to_owned(),
            goal,
            ..AskedIndicators::default()
        };
        let made = find(&of, &asked, &|asked| format!("#{}", asked.words));
        made.iter().map(text).collect::<String>()
    };
    // Everything is found by its own name, whatever the kana and the width.
    for one in s.indicators.iter() {
        assert!(asked(&one.name, None).contains(&one.name), "{}", one.name);
    }
    for (title, kind) in s
        .measures
        .iter()
        .map(|one| (&one.title, "施策"))
        .chain(s.initiatives.iter().map(|one| (&one.title, "取組")))
    {
        let found = asked(title, None);
        assert!(found.contains(&format!("{kind}　{title}")), "{title}");
    }
    let births = asked("しゅっしょう", None);
    assert!(
        !births.contains("出生数"),
        "names are compared as they are written"
    );
    assert!(asked("ｶﾞｿﾘﾝ スタンド", None).contains("指標はありません"));
    // A definition.
    let defined = s
        .indicators
        .iter()
        .find(|one| one.definition.chars().count() > 12);
    let defined = defined.unwrap();
    let part: String = defined.definition.chars().skip(2).take(8).collect();
    assert!(asked(part.trim(), None).contains(&defined.name), "{part}");
    // All words count, and the goal with them.
    let goals = s.goals.sorted();
    let measure = s.measures.under(goals[1].id)[0].title.clone();
    assert!(asked(&measure, Some(goals[1].id)).contains(&format!("施策　{measure}")));
    assert!(!asked(&measure, Some(goals[0].id)).contains(&format!("施策　{measure}")));
    let none = asked("どこにもないことば", None);
    assert!(none.contains("あてはまる指標はありません。"), "{none}");
    assert!(none.contains("目標・施策・取組 0件"), "{none}");
    assert!(!none.contains("まだ指標がありません"), "{none}");
}

#[test]
fn a_dash_in_the_place_of_a_baseline_is_told_as_none() {
    for name in ["mihon", "kitamoto-2022"] {
        let of = sample(name);
        let s = of.strategy();
        let dashes = s.series.iter().filter(|one| {
            let figure = one.baseline.as_ref().map(|baseline| &baseline.figure);
            figure.and_then(Figure::missing) == Some(Missing::Dash)
        });
        let mut seen = 0;
        for series in dashes {
            let made = page(&of, Page::Indicator(series.indicator)).unwrap();
            let html: String = made.iter().map(Element::to_string).collect();
            assert!(
                html.contains("<dt>はじめ</dt><dd>なし</dd>"),
                "{name} {}",
                series.indicator
            );
            seen += 1;
        }
        assert!(seen > 0, "{name}");
    }
}
