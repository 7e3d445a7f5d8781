//! A plan that is not decided says so on every page.

use super::*;
use fixtures::SAMPLES;

/// A sample at a stage, with a period and an address of comments.
fn at(name: &str, stage: Stage) -> Strategy {
    let mut s = sample(name);
    choose(&mut s, all_languages());
    let mut about = About::clone(&s.about());
    about.stage = stage;
    about.public_comment = Some(PublicComment {
        from: Some(day("2026-12-01")),
        until: Some(day("2027-01-04")),
        address: "https://www.example.lg.jp/comment/".to_owned(),
    });
    s.about.insert(about);
    s
}

fn pages(made: &Folder) -> impl Iterator<Item = (&str, &str)> {
    let all = made.iter().filter(|(path, _)| path.ends_with(".html"));
    all.map(|(path, bytes)| (path.as_str(), std::str::from_utf8(bytes).unwrap()))
}

#[test]
fn p17_every_page_has_the_band_if_and_only_if_the_plan_is_not_decided() {
    for name in SAMPLES {
        for stage in Stage::ALL {
            let made = folder(&site(&at(name, *stage), None, "2026-11-23"));
            assert!(pages(&made).count() > 10, "{name}");
            for (path, html) in pages(&made) {
                let bands = html.matches("class=\"draft-band\"").count();
                let wanted = usize::from(stage.is_draft());
                assert_eq!(bands, wanted, "{name} {stage:?} {path}");
                if wanted > 0 && html.contains("</header>") {
                    assert!(
                        html.contains("</header><section class=\"draft-band\""),
                        "{path}"
                    );
                }
            }
        }
    }
}

#[test]
fn p17_an_open_revision_is_told_on_every_page_whatever_stage_was_chosen() {
    for stage in Stage::ALL {
        let mut s = at("mihon", *stage);
        let mut about = About::clone(&s.about());
        about.revisions.push(PlanRevision {
            title: "第1回中間見直し".to_owned(),
            began: day("2026-11-01"),
            reason: "人口の見通しが変わったため".to_owned(),
            ..PlanRevision::default()
        });
        s.about.insert(about);
        let made = folder(&site(&s, None, "2026-11-23"));
        assert!(pages(&made).count() > 10, "{stage:?}");
        for (path, html) in pages(&made) {
            let bands = html.matches("class=\"draft-band\"").count();
            assert_eq!(bands, 1, "{stage:?} {path}");
            let (notice, period) = match path.split('/').next() {
                Some("easy") => ("計画を 直して います。", "意見を 出せる 日："),
                Some("en") => ("This plan is being revised.", "Comments are welcome from"),
                _ => ("計画は改訂中です。", "ご意見の募集：令和8年12月1日から"),
            };
            let page = told(html);
            assert_eq!(
                page.contains(notice),
                stage.is_decided(),
                "{stage:?} {path}"
            );
            assert!(page.contains(period), "{stage:?} {path}");
        }
    }
}

#[test]
fn p17_the_band_tells_the_stage_and_when_and_where_to_comment() {
    let made = folder(&site(&at("mihon", Stage::Draft), None, "2026-11-23"));
    for path in [
        "index.html",
        "updates.html",
        "goals/g1.html",
        "embed/k1.html",
    ] {
        let page = told(text(&made, path));
        for wanted in [
            "これは素案です。決定したものではありません。",
            "ご意見の募集：令和8年12月1日から令和9年1月4日まで",
            "ご意見の送り先：https://www.example.lg.jp/comment/",
        ] {
            assert!(page.contains(wanted), "{path}: {wanted}");
        }
    }
    let link = "<a href=\"https://www.example.lg.jp/comment/\">";
    assert!(text(&made, "index.html").contains(link));
    assert!(told(text(&made, "easy/index.html")).contains("まだ 決まって いません。"));
    assert!(told(text(&made, "en/index.html")).contains("This is not adopted yet."));
    let made = folder(&site(&at("mihon", Stage::Revising), None, "2026-11-23"));
    assert!(told(text(&made, "index.html")).contains("計画は改訂中です。"));
}

#[test]
fn p17_pages_that_ended_have_it_too_and_nothing_is_told_of_what_is_not_given() {
    let mut s = at("mihon", Stage::Proposal);
    let before = folder(&site(&s, None, "2026-11-23"));
    let before = Before::read(&before["publication.json"], &before["strategy.json"]).unwrap();
    let ended = s.indicators.sorted()[0].id.to_string();
    choose(
        &mut s,
        Publishing {
            languages: Vec::new(),
            withheld_records: vec![ended],
            ..all_languages()
        },
    );
    let mut about = About::clone(&s.about());
    about.public_comment = Some(PublicComment {
        until: Some(day("2027-01-04")),
        address: "javascript:alert(1)".to_owned(),
        ..PublicComment::default()
    });
    s.about.insert(about);
    let made = folder(&site(&s, Some(&before), "2026-12-23"));
    assert!(made.contains_key("en/index.html"));
    for (path, html) in pages(&made) {
        assert_eq!(html.matches("class=\"draft-band\"").count(), 1, "{path}");
        assert!(!html.contains("href=\"javascript:"), "{path}");
    }
    let page = told(text(&made, "index.html"));
    assert!(page.contains("ご意見の募集：令和9年1月4日まで"));
    let mut about = About::clone(&s.about());
    about.public_comment = None;
    s.about.insert(about);
    let made = folder(&site(&s, None, "2026-12-23"));
    assert!(!told(text(&made, "index.html")).contains("ご意見の"));
}
