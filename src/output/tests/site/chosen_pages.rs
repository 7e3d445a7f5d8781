//! Pages that are published only where the town chose them: ロジックモデル and 人口の見通し.

use super::links::assert_links;
use super::*;
use fixtures::prefecture::towns;

/// みほん町 with a reason in its first model, and with a projection, a 試算 and its aim.
fn with_models(pages: &[OptionalPage]) -> Strategy {
    let mut s = sample("mihon");
    let mut goal = Goal::clone(s.goals.sorted()[0]);
    let model = insight::logic::LogicModel::of(&s, goal.id).unwrap();
    goal.change_logic(|logic| {
        logic.factors = "景気の動き".to_owned();
        logic.links.push(LogicLink {
            because: "相談した人が<町で>起業するため".to_owned(),
            ..model.links[0].link.clone()
        });
    });
    s.goals.insert(goal);
    let mut about = About::clone(&s.about());
    let mut scenario = Scenario::starting("内緒の試算".to_owned(), FiscalYear(2020));
    scenario.births = 10;
    about.population = Some(Population {
        projection: Some(towns(7, 1, 1).remove(0)),
        scenarios: vec![scenario],
        ..Population::default()
    });
    about.publishing = Some(Publishing {
        pages: pages.to_vec(),
        ..all_languages()
    });
    s.about.insert(about);
    s
}

fn made(pages: &[OptionalPage]) -> Folder {
    folder(&site(&with_models(pages), None, "2026-11-23"))
}

#[test]
fn p10_a_page_that_nobody_chose_is_not_there_and_neither_are_its_scenarios() {
    let made = made(&[]);
    assert!(!made.keys().any(|path| path.contains("logic/")));
    assert!(!made.keys().any(|path| path.ends_with("population.html")));
    for (path, text) in texts(&made) {
        assert!(!text.contains("内緒の試算"), "{path}");
    }
    let logic_only = self::made(&[OptionalPage::Logic]);
    assert!(
        !texts(&logic_only)
            .values()
            .any(|text| text.contains("内緒の試算"))
    );
}

#[test]
fn a_logic_model_is_read_in_every_language_with_its_reasons() {
    let made = made(&[OptionalPage::Logic]);
    assert_links(&made);
    let s = with_models(&[]);
    let goals = s.goals.sorted();
    for folder in ["", "en/", "easy/"] {
        let path = format!("{folder}logic/{}.html", goals[0].id);
        let page = told(text(&made, &path));
        assert!(page.contains("相談した人が<町で>起業するため"), "{path}");
        assert!(page.contains("景気の動き"), "{path}");
        let goal = text(&made, &format!("{folder}goals/{}.html", goals[0].id));
        assert!(goal.contains(&format!("../logic/{}.html", goals[0].id)));
        // One picture for large screens, one for phones.
        assert_eq!(text(&made, &path).matches("<svg").count(), 2);
    }
    // The office's own checks are not published.
    let all = made.keys().filter(|path| path.contains("logic/"));
    for path in all {
        assert!(!text(&made, path).contains("lacking"), "{path}");
    }
    assert!(!made.contains_key("population.html"));
}

#[test]
fn the_outlook_is_read_in_every_language_with_its_scenario() {
    let made = made(&[OptionalPage::Population]);
    assert_links(&made);
    let s = with_models(&[]);
    let population = s.about().population.clone().unwrap();
    let first = &population.projection.unwrap().years[0];
    let total = ::words::number::grouped(first.total.into());
    for folder in ["", "en/", "easy/"] {
        let path = format!("{folder}population.html");
        let page = told(text(&made, &path));
        assert!(page.contains("内緒の試算"), "{path}");
        assert!(page.contains(&total), "{path}: {total}");
        assert!(text(&made, &path).contains("pyramid-line"));
        let front = text(&made, &format!("{folder}index.html"));
        assert!(front.contains("href=\"population.html\""), "{folder}");
    }
    assert!(!text(&made, "strategy.json").contains("\"file\""));
}

#[test]
fn every_word_of_the_chosen_pages_is_there() {
    for (path, text) in texts(&made(OptionalPage::ALL)) {
        let is_page = path.contains("logic/") || path.ends_with("population.html");
        assert!(!is_page || !text.contains(::words::ABSENT), "{path}");
    }
}

#[test]
fn the_chosen_pages_are_written_for_the_tests_in_a_browser() {
    let s = with_models(OptionalPage::ALL);
    write_folder("chosen-pages", &site(&s, None, "2026-11-23"));
}
