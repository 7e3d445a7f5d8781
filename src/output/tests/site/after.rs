//! One publication after another: what changed, what kept its address, and what ended.

use super::*;
use edit::{Field, FigureCell};
use output::site::{MANIFEST, What};

/// Returns the data of a folder that the next publication needs.
fn before(made: &Folder) -> Before {
    Before::read(&made[MANIFEST], &made["strategy.json"]).unwrap()
}

fn apply(s: &mut Strategy, edit: Result<edit::Edit, edit::Refusal>) {
    edit.unwrap().apply(s).unwrap();
}

/// Changes a target as the office does, with its reason.
fn retarget(s: &mut Strategy, series: Id<Series>) {
    let mut one = Series::clone(s.get(series).unwrap());
    let (year, figure) = one.targets.iter().next_back().unwrap();
    let (year, from) = (*year, figure.clone());
    let to = Figure::read("123");
    one.targets.insert(year, to.clone());
    let mut indicator = Indicator::clone(s.get(one.indicator).unwrap());
    indicator.changes.push(TargetChange {
        series,
        year,
        from: Some(from),
        to: Some(to),
        date: day("2026-12-01"),
        by: "会議".into(),
        reason: "推計を見直した".into(),
    });
    s.series.insert(one);
    s.indicators.insert(indicator);
}

#[test]
fn p15_five_known_edits_are_told_and_nothing_else() {
    let mut s = sample("mihon");
    let mut about = About::clone(&s.about());
    // No year is closed, so that an indicator can end.
    about.closings.clear();
    s.about.insert(about);
    choose(&mut s, all_languages());
    let first = folder(&site(&s, None, "2026-11-23"));
    let before = before(&first);
    let all: Vec<Series> = s
        .series
        .sorted()
        .into_iter()
        .map(|one| Series::clone(one))
        .collect();
    let year = FiscalYear(2025);
    let (one, two) = (&all[0], &all[1]);
    assert!(one.indicator != two.indicator);
    let after = s.clone();
    // 1: an actual; 2: a target; 3: a name; 4: an indicator ends; 5: a goal's text.
    apply(
        &mut s,
        edit::set_cell(&after, one.id, FigureCell::Actual(year), "8,100"),
    );
    retarget(&mut s, two.id);
    let renamed = s.indicators.sorted()[3].id;
    let of = s.clone();
    apply(
        &mut s,
        edit::set(&of, renamed, Field::Title, |one| {
            one.name = "新しい名称".into()
        }),
    );
    let ended = of.indicators.sorted()[5].id;
    let of = s.clone();
    apply(&mut s, edit::remove(&of, ended));
    let goal = s.goals.sorted()[1].id;
    let of = s.clone();
    apply(
        &mut s,
        edit::set(&of, goal, Field::Direction, |goal| {
            goal.direction += "（見直し）"
        }),
    );

    let next = site(&s, Some(&before), "2027-05-20");
    let updates = &next.manifest().updates;
    assert_eq!(updates.len(), 2);
    let told: Vec<_> = updates[0]
        .items
        .iter()
        .map(|item| (item.what, item.year, item.of.len()))
        .collect();
    assert_eq!(
        told,
        [
            (What::Actuals, Some(2025), 1),
            (What::Targets, None, 1),
            (What::IndicatorsRemoved, None, 1),
            (What::IndicatorsRenamed, None, 1),
            (What::Texts, None, 1),
        ]
    );
    let made = folder(&next);
    let page = super::told(text(&made, "updates.html"));
    for line in [
        "R7実績を公表（1）",
        "目標値を見直し（1）",
        "指標を削除（1）",
        "指標の名称を変更（1）",
        "説明などを見直し（1）",
        "はじめて公表しました",
    ] {
        assert!(page.contains(line), "{line}");
    }
    assert!(text(&made, "feed.xml").contains("R7実績を公表（1）"));
    // 3: the page is where it was, under its new name.
    let path = format!("indicators/{renamed}.html");
    assert!(first.contains_key(&path));
    assert!(super::told(text(&made, &path)).contains("新しい名称"));
    // 4: the page says that it ended, in every language.
    let name = &before.strategy.get(ended).unwrap().name;
    for folder in ["", "easy/", "en/"] {
        let page = super::told(text(&made, &format!("{folder}indicators/{ended}.html")));
        assert!(page.contains(name.as_str()), "{page}");
        assert!(made.contains_key(&format!("{folder}embed/{ended}.html")));
    }
    assert!(
        super::told(text(&made, &format!("indicators/{ended}.html")))
            .contains("令和9年5月20日の公表から")
    );
    super::links::assert_links(&made);
}

#[test]
fn p15_nothing_changed_tells_nothing_and_no_address_is_ever_lost() {
    let (mut s, first) = published("kitamoto-2022");
    let same = site(&s, Some(&before(&first)), "2026-12-01");
    assert_eq!(same.manifest().updates.len(), 1);
    let second = folder(&same);
    assert!(second.keys().eq(first.keys()));
    // An indicator ends, then a language; then the indicator is back.
    let whole = s.clone();
    let ended = s.indicators.sorted()[2].id;
    apply(&mut s, edit::remove(&whole, ended));
    let third = folder(&site(&s, Some(&before(&second)), "2027-01-01"));
    choose(&mut s, Publishing::default());
    let fourth = folder(&site(&s, Some(&before(&third)), "2027-02-01"));
    let easy = super::told(text(&fourth, "easy/index.html"));
    assert!(
        easy.contains("令和9年2月1日の公表からなくなりました"),
        "{easy}"
    );
    let page = super::told(text(&fourth, &format!("indicators/{ended}.html")));
    assert!(page.contains("令和9年1月1日の公表から"), "{page}");
    let fifth = folder(&site(&whole, Some(&before(&fourth)), "2027-03-01"));
    for (earlier, later) in [
        (&first, &second),
        (&second, &third),
        (&third, &fourth),
        (&fourth, &fifth),
    ] {
        for path in earlier.keys().filter(|path| path.ends_with(".html")) {
            assert!(later.contains_key(path), "{path}");
        }
        super::links::assert_links(later);
    }
    let back = super::told(text(&fifth, &format!("indicators/{ended}.html")));
    assert!(!back.contains("公表を終わりました"), "{back}");
}

#[test]
fn a_publication_before_that_is_none_is_refused() {
    let (_, made) = published("hokuto-2020");
    let strategy = &made["strategy.json"];
    for wrong in ["", "{}", "[]", "{\"format\":\"other\"}"] {
        assert!(Before::read(wrong.as_bytes(), strategy).is_err(), "{wrong}");
    }
    let manifest = text(&made, MANIFEST);
    for (from, to) in [
        ("\"version\": 1", "\"version\": 2"),
        ("\"index.html\"", "\"../index.html\""),
        ("\"index.html\"", "\"a b.html\""),
        (
            "\"of\": []",
            "\"of\": [{\"path\": \"javascript:alert(1)//.html\", \"title\": \"x\"}]",
        ),
    ] {
        let wrong = manifest.replace(from, to);
        assert_ne!(wrong, manifest);
        assert!(Before::read(wrong.as_bytes(), strategy).is_err(), "{to}");
    }
    assert!(Before::read(manifest.as_bytes(), b"{").is_err());
}

#[test]
fn p13_a_language_that_nobody_here_speaks_takes_no_page_away() {
    let (s, made) = published("hokuto-2024");
    let spoken = text(&made, MANIFEST).replace("\"en\"", "\"fr\"");
    let before = Before::read(spoken.as_bytes(), &made["strategy.json"]).unwrap();
    let next = folder(&site(&s, Some(&before), "2026-12-01"));
    assert!(next.keys().eq(made.keys()));
    assert!(super::told(text(&next, "index.html")).contains("計画のあらまし"));
}

/// Corrects every actual of a year, and returns their number.
fn correct(s: &mut Strategy, year: FiscalYear) -> usize {
    let all: Vec<Series> = s.series.iter().map(|one| Series::clone(one)).collect();
    let had = |one: &Series| {
        one.actuals
            .get(&year)
            .is_some_and(|had| had.value().is_some())
    };
    let corrected: Vec<Series> = all.into_iter().filter(had).collect();
    let count = corrected.len();
    for mut one in corrected {
        one.actuals.insert(year, Figure::read("77"));
        s.series.insert(one);
    }
    count
}

/// A draft with corrected figures and an invitation to comment, after the first publication.
pub fn corrected() -> Site {
    corrected_of(published("mihon").0)
}

/// The same of another plan.
pub fn corrected_of(mut s: Strategy) -> Site {
    let first = folder(&site(&s, None, "2026-11-23"));
    correct(&mut s, FiscalYear(2024));
    let series = s.series.sorted()[0].id;
    retarget(&mut s, series);
    let mut about = About::clone(&s.about());
    about.stage = Stage::Revising;
    about.public_comment = Some(PublicComment {
        from: Some(day("2027-06-01")),
        until: Some(day("2027-06-30")),
        address: "https://www.example.lg.jp/comment/".into(),
    });
    s.about.insert(about);
    site(&s, Some(&before(&first)), "2027-05-20")
}

#[test]
fn p15_a_corrected_figure_is_told_as_it_was_and_as_it_is_with_the_reason() {
    let (mut s, first) = published("mihon");
    let series = s.series.sorted()[0].id;
    let mut one = Series::clone(s.get(series).unwrap());
    let indicator = s.get(one.indicator).unwrap();
    let (name, unit) = (indicator.name.clone(), indicator.unit.clone());
    let actual = one.actuals[&FiscalYear(2024)].text().to_owned();
    let (aimed, target) = one.targets.iter().next_back().unwrap();
    let target = (*aimed, target.text().to_owned());
    one.actuals.insert(FiscalYear(2024), Figure::read("8,100"));
    s.series.insert(one);
    retarget(&mut s, series);
    let mut about = About::clone(&s.about());
    about.closings.push(Closing {
        year: FiscalYear(2024),
        act: ClosingAct::Reopened,
        date: day("2026-12-01"),
        by: "課長".into(),
        reason: "集計の誤り".into(),
    });
    s.about.insert(about);
    let shown = |printed: &str| words::charts::with_unit(printed, &unit);
    let corrected = format!("R6実績\u{3000}{} → 8,100{unit}", shown(&actual));
    let (aimed, printed) = (target.0.0 - 2018, shown(&target.1));
    let revised =
        format!("R{aimed}目標値\u{3000}{printed} → 123{unit}\u{3000}理由：推計を見直した");
    let made = folder(&site(&s, Some(&before(&first)), "2027-05-20"));
    for path in ["updates.html", "feed.xml"] {
        let page = super::told(text(&made, path));
        for wanted in [&name, &corrected, &revised] {
            assert!(page.contains(wanted.as_str()), "{path}: {wanted}");
        }
        assert!(
            !page.contains("集計の誤り"),
            "the reason stays inside: {path}"
        );
    }
    // The town may publish why a year was opened again.
    let shown_fields = vec!["Closing.reason".to_owned()];
    choose(
        &mut s,
        Publishing {
            shown_fields,
            ..all_languages()
        },
    );
    let made = folder(&site(&s, Some(&before(&first)), "2027-05-20"));
    let page = super::told(text(&made, "updates.html"));
    assert!(page.contains(&format!("{corrected}\u{3000}理由：集計の誤り")));
    // The next publication still tells it.
    let next = folder(&site(&s, Some(&before(&made)), "2028-05-20"));
    assert!(super::told(text(&next, "updates.html")).contains(&corrected));
}

#[test]
fn p15_of_many_corrected_figures_the_first_are_told_and_the_others_counted() {
    let (mut s, first) = published("mihon");
    let all = correct(&mut s, FiscalYear(2024));
    let next = site(&s, Some(&before(&first)), "2027-05-20");
    let made = folder(&next);
    let page = super::told(text(&made, "updates.html"));
    assert_eq!(page.matches("R6実績\u{3000}").count(), 20);
    assert!(page.contains(&format!("ほか{}件の値", all - 20)));
    let feed = text(&made, "feed.xml");
    assert_eq!(feed.matches("R6実績\u{3000}").count(), 10);
    assert!(feed.contains(&format!("ほか{}件の値", all - 10)));
}

#[test]
fn p15_two_publications_of_one_day_are_told_apart() {
    let (mut s, first) = published("mihon");
    let at = |s: &Strategy, made: &Folder, time: &str| {
        let on = day("2027-05-20");
        folder(&Site::at(s, Some(&before(made)), (&on, time), &voices()).unwrap())
    };
    let goal = s.goals.sorted()[0].id;
    let mut rename = |title: &str| {
        let of = s.clone();
        let title = title.to_owned();
        apply(
            &mut s,
            edit::set(&of, goal, Field::Title, |goal| goal.title = title),
        );
        s.clone()
    };
    let second = at(&rename("一"), &first, "09:05");
    // A day with one publication needs no time.
    let page = super::told(text(&second, "updates.html"));
    assert!(
        page.contains("令和9年5月20日") && !page.contains("09:05"),
        "{page}"
    );
    let third = at(&rename("二"), &second, "14:30");
    for path in ["updates.html", "easy/updates.html", "feed.xml"] {
        let page = super::told(text(&third, path));
        for moment in ["令和9年5月20日 14:30", "令和9年5月20日 09:05"] {
            assert_eq!(page.matches(moment).count(), 1, "{path}: {moment}");
        }
    }
    assert!(super::told(text(&third, "index.html")).contains("令和9年5月20日 14:30"));
    let feed = text(&third, "feed.xml");
    assert!(feed.contains("<updated>2027-05-20T14:30:00+09:00</updated>"));
    // Without times, or with the same, their numbers tell them apart.
    let fourth = at(&rename("三"), &third, "14:30");
    let fifth = at(&rename("四"), &fourth, "<b>");
    let page = super::told(text(&fifth, "updates.html"));
    for moment in ["（4回目）", "（3回目）", "（2回目）", "09:05"] {
        let moment = ["令和9年5月20日", moment].concat();
        let moment = moment.replace("日09", "日 09");
        assert_eq!(page.matches(&moment).count(), 1, "{moment}");
    }
}
