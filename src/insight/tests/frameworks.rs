//! The frameworks that travel with the app, and what follows when one of them was superseded.

use std::collections::BTreeSet;

use edit::{Answering, add_framework, add_under, align, realign, remove};
use format::PublishedFramework;
use insight::checks::{Fact, Rule, check};
use insight::coverage;
use insight::succession::{
    Followed, Published, followed, plan_has, published_as, replacements, superseded,
    without_targets,
};
use strategy::*;

use fixtures::{path, sample};

fn file(name: &str) -> Vec<u8> {
    std::fs::read(path(&format!("public/frameworks/{name}.json"))).unwrap()
}

fn all() -> Vec<PublishedFramework> {
    let index = PublishedFramework::read_index(&file("index")).unwrap();
    let read = |id: &String| PublishedFramework::read(&file(id)).unwrap();
    index.iter().map(read).collect()
}

fn published() -> Vec<Published> {
    let all = all().into_iter();
    all.map(|one| Published {
        titles: one.titles().map(str::to_owned).collect(),
        id: one.id,
        supersedes: one.supersedes,
    })
    .collect()
}

fn add(s: &mut Strategy, id: &str) -> Id<Framework> {
    let all = all();
    let one = all.iter().find(|one| one.id == id).unwrap();
    let mut last = 1 << 40;
    let (framework, items) = one.records("出典".to_owned(), String::new());
    let edit = add_framework(s, framework, items, || {
        last += 1;
        last
    });
    edit.unwrap().apply(s).unwrap();
    s.frameworks.sorted().last().unwrap().id
}

#[test]
fn every_framework_says_what_it_is_where_it_is_from_and_what_it_follows() {
    let all = all();
    let ids: BTreeSet<&str> = all.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(ids.len(), all.len(), "no id twice");
    let files = std::fs::read_dir(path("public/frameworks"));
    assert_eq!(
        files.unwrap().count(),
        all.len() + 1,
        "every file is in the index"
    );
    for one in &all {
        assert!(
            !one.is_empty() && !one.title.is_empty() && !one.decided_by.is_empty(),
            "{}",
            one.id
        );
        assert!(one.period.0 <= one.period.1, "{}", one.id);
        assert!(
            !one.source.title.is_empty() && one.source.seen_on.len() == 10,
            "{}",
            one.id
        );
        let is_dated = one.decided_on.len() == 10;
        assert!(
            is_dated || (one.decided_on.is_empty() && !one.complete),
            "{}",
            one.id
        );
        assert!(
            one.supersedes.iter().all(|id| ids.contains(id.as_str())),
            "{}",
            one.id
        );
        // Whoever decided it says it: no newspaper, and no plan of a town.
        let host = one.source.url.strip_prefix("https://").unwrap_or_default();
        let host = host.split('/').next().unwrap_or_default();
        let is_official = ["go.jp", "un.org"].iter().any(|own| host.ends_with(own));
        assert!(
            one.source.url.is_empty() || is_official,
            "{}: {host}",
            one.id
        );
        let towns = ["市 ", "町 ", "村 "];
        assert!(
            !towns.iter().any(|town| one.source.title.contains(town)),
            "{}",
            one.id
        );
        assert!(
            one.complete || !one.note.is_empty(),
            "{}: what is missing",
            one.id
        );
    }
    let goals = all.iter().find(|one| one.id == "sdgs").unwrap();
    assert_eq!((goals.len(), goals.targets().count()), (17, 169));
    for (goal, target) in goals.targets() {
        let (head, own) = target.number.split_once('.').unwrap();
        assert!(head == goal && !own.is_empty(), "{}", target.number);
        assert!(target.title.chars().count() <= 20, "{}", target.title);
    }
    let numbers: BTreeSet<_> = goals.targets().map(|(_, one)| one.number).collect();
    assert_eq!(numbers.len(), 169, "no target twice");
    assert!(!goals.note.is_empty(), "whose the names are is said");
}

#[test]
fn s1_the_frameworks_of_the_samples_are_known_by_their_items() {
    let published = published();
    let known = |name: &str| -> Vec<Option<String>> {
        let s = sample(name);
        let all = s.frameworks.sorted().into_iter();
        all.map(|one| published_as(&s, one.id, &published).map(|at| published[at].id.clone()))
            .collect()
    };
    let some = |id: &str| Some(id.to_owned());
    assert_eq!(
        known("hokuto-2020"),
        [
            None,
            some("nation-2015"),
            some("nation-2020"),
            some("viewpoints-2019")
        ]
    );
    assert_eq!(
        known("mihon"),
        [
            some("nation-2020"),
            some("viewpoints-2019"),
            None,
            None,
            None
        ],
        "nine goals of seventeen are not all of them"
    );
}

#[test]
fn s1_a_misprint_in_a_title_hides_no_framework() {
    let published = published();
    let mut s = sample("hokuto-2020");
    let of = |s: &Strategy| {
        let all = s.frameworks.sorted();
        published_as(s, all[1].id, &published).map(|at| published[at].id.clone())
    };
    let framework = s.frameworks.sorted()[1].id;
    for item in s
        .framework_items
        .under(framework)
        .iter()
        .map(|one| one.id)
        .collect::<Vec<_>>()
    {
        let mut item = FrameworkItem::clone(s.get(item).unwrap());
        item.title.remove(3);
        s.framework_items.insert(item);
    }
    assert_eq!(of(&s).as_deref(), Some("nation-2015"));
}

#[test]
fn s2_s3_an_old_plan_is_told_of_the_newest_and_moves_over_line_by_line() {
    let mut s = sample("mihon");
    let published = published();
    let found = superseded(&s, &published);
    assert_eq!(found.len(), 1);
    assert_eq!(
        published[found[0].by].id, "nation-2025",
        "not the one between"
    );
    let old = found[0].framework;
    let next = found[0].next;
    assert_eq!(plan_has(&s, next, &published), None);
    let new = add(&mut s, "nation-2023");
    assert_eq!(plan_has(&s, next, &published), Some(new));
    let proposed = replacements(&s, old, new);
    assert_eq!(
        proposed.len(),
        6,
        "every item of the old that something answers to"
    );
    let title = |id: Id<FrameworkItem>| s.get(id).unwrap().title.clone();
    let certain: Vec<_> = proposed.iter().filter(|one| one.certain).collect();
    assert_eq!(certain.len(), 1);
    assert_eq!(title(certain[0].old), "結婚・出産・子育ての希望をかなえる");
    assert_eq!(
        certain[0].new.map(title),
        Some("結婚・出産・子育ての希望をかなえる".to_owned())
    );
    let pair = (certain[0].old, certain[0].new.unwrap());
    let before = s.clone();
    let answering = |s: &Strategy, item| {
        s.goals
            .iter()
            .filter(|one| one.aligned.contains(&item))
            .count()
    };
    let goals = answering(&s, pair.0);
    assert!(goals > 0);
    let edit = realign(&s, &[pair]).unwrap();
    edit.apply(&mut s).unwrap();
    assert_eq!((answering(&s, pair.0), answering(&s, pair.1)), (0, goals));
    edit.reverse().apply(&mut s).unwrap();
    assert_eq!(s, before);
}

const FOLLOWED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/superseded.txt");

#[test]
fn s2_what_is_known_before_anything_is_fetched_is_what_the_files_say() {
    let all = all();
    let follows: BTreeSet<&String> = all.iter().flat_map(|one| &one.supersedes).collect();
    let mut kept = all
        .iter()
        .filter(|one| !one.supersedes.is_empty() || follows.contains(&one.id));
    let line = |one: &PublishedFramework| {
        let supersedes = one.supersedes.join(" ");
        let head = [&one.id, &one.decided_on, &supersedes, &one.title];
        let head = head.into_iter().map(String::as_str);
        head.chain(one.titles()).collect::<Vec<_>>().join("\t") + "\n"
    };
    let current: String = kept.clone().map(line).collect();
    if std::env::var_os("UPDATE_FRAMEWORKS").is_some() {
        std::fs::write(FOLLOWED, &current).unwrap();
    }
    let written = std::fs::read_to_string(FOLLOWED).unwrap_or_default();
    assert!(
        written == current,
        "run the tests once with UPDATE_FRAMEWORKS=1"
    );
    let known = followed();
    assert_eq!(known.len(), kept.clone().count());
    let same = |known: &Followed, one: &PublishedFramework| {
        (&known.published.id, &known.title, &known.decided_on.0)
            == (&one.id, &one.title, &one.decided_on)
            && known.published.supersedes == one.supersedes
            && known.published.titles.iter().eq(one.titles())
    };
    assert!(known.iter().all(|known| same(known, kept.next().unwrap())));
}

#[test]
fn s2_the_checks_tell_what_the_alignment_tells_and_no_more_once_it_is_moved() {
    let published = published();
    for (name, today, by) in [
        (
            "hokuto-2020",
            2026,
            vec![
                ("2019-12-20", "国 地方創生に関する総合戦略"),
                ("2022-12-23", "国 地方創生に関する総合戦略"),
            ],
        ),
        ("hokuto-2024", 2026, vec![]),
        (
            "mihon",
            2026,
            vec![("2022-12-23", "国 地方創生に関する総合戦略")],
        ),
        ("kitamoto-2022", 2026, vec![]),
        ("hokkaido", 2026, vec![]),
    ] {
        let s = sample(name);
        let told: Vec<_> = check(&s, FiscalYear(today))
            .into_iter()
            .filter(|one| one.rule == Rule::FrameworkSuperseded)
            .collect();
        let newer: Vec<(&str, &str)> = told
            .iter()
            .filter_map(|one| match &one.facts[..] {
                [Fact::Day(day), Fact::Text(_), Fact::Text(title)] => {
                    Some((day.0.as_str(), title.as_str()))
                }
                _ => None,
            })
            .collect();
        assert_eq!(newer, by, "{name}");
        let of: Vec<AnyId> = told.iter().map(|one| one.place.record).collect();
        let fetched = superseded(&s, &published).into_iter();
        let fetched: Vec<AnyId> = fetched.map(|one| one.framework.into()).collect();
        assert_eq!(of, fetched, "{name}");
    }
    let mut s = sample("mihon");
    let old = superseded(&s, &published)[0].framework;
    let new = add(&mut s, "nation-2025");
    let to = s.framework_items.under(new)[0].id;
    let pairs: Vec<_> = replacements(&s, old, new)
        .into_iter()
        .map(|one| (one.old, to))
        .collect();
    realign(&s, &pairs).unwrap().apply(&mut s).unwrap();
    let left = check(&s, FiscalYear(2026));
    assert!(left.iter().all(|one| one.rule != Rule::FrameworkSuperseded));
}

#[test]
fn i72_the_goals_of_the_sdgs_are_counted_and_asked_for_and_not_their_targets() {
    let mut s = sample("mihon");
    let goals = coverage(&s).len();
    let asked = |s: &Strategy| {
        let found = check(s, FiscalYear(2026)).into_iter();
        found.filter(|one| one.rule == Rule::ItemUnanswered).count()
    };
    let before = asked(&s);
    let sdgs = add(&mut s, "sdgs");
    assert_eq!(s.framework_items.under(sdgs).len(), 186);
    let own = |s: &Strategy| coverage(s)[goals];
    assert_eq!((own(&s).items, own(&s).covered), (17, 0));
    assert_eq!(asked(&s), before + 17);
    let items = s.framework_items.under(sdgs);
    let target = items.iter().find(|one| one.number == "11.2").unwrap().id;
    let goal = s.goals.sorted()[0].id;
    align(&s, Answering::Goal(goal), target, true)
        .unwrap()
        .apply(&mut s)
        .unwrap();
    assert_eq!((own(&s).items, own(&s).covered), (17, 1));
    assert_eq!(asked(&s), before + 16);
    assert_eq!(
        published_as(&s, sdgs, &published()).map(|at| published()[at].id.clone()),
        Some("sdgs".to_owned())
    );
}

#[test]
fn i72_a_plan_with_the_goals_alone_is_given_their_targets_once() {
    let mut s = sample("mihon");
    let id = add(&mut s, "sdgs");
    let targets: Vec<_> = s
        .framework_items
        .under(id)
        .iter()
        .filter(|one| one.number.contains('.'))
        .map(|one| one.id)
        .collect();
    for target in targets {
        remove(&s, target).unwrap().apply(&mut s).unwrap();
    }
    assert_eq!(s.framework_items.under(id).len(), 17);
    let at = published().iter().position(|one| one.id == "sdgs").unwrap();
    let lacking = |s: &Strategy| without_targets(s, at, &published());
    assert_eq!(lacking(&s), Some(id));
    let all = all();
    let sdgs = all.iter().find(|one| one.id == "sdgs").unwrap();
    let mut last = 1 << 41;
    let mut fresh = || {
        last += 1;
        last
    };
    let under = || sdgs.targets().map(|(_, target)| target);
    let edit = add_under(&s, id, under(), &mut fresh).unwrap();
    edit.apply(&mut s).unwrap();
    assert_eq!(s.framework_items.under(id).len(), 186);
    assert!(
        add_under(&s, id, under(), &mut fresh).is_err(),
        "nothing is left to add"
    );
    assert_eq!(lacking(&s), None);
}
