//! Requirements for every page of the web: titles, descriptions, headings, names.

use super::*;

/// The contents of every element of this name, each with its own tag.
fn elements<'a>(html: &'a str, name: &str) -> Vec<(&'a str, &'a str)> {
    let (open, close) = (format!("<{name}"), format!("</{name}>"));
    let parts = html.split(&open).skip(1);
    let own = parts.filter(|part| part.starts_with([' ', '>']));
    own.map(|part| {
        let (tag, rest) = part.split_once('>').unwrap();
        (tag, rest.split(&close).next().unwrap())
    })
    .collect()
}

fn plain(html: &str) -> String {
    told(&["<body>", html].concat()).trim().to_owned()
}

fn meta<'a>(html: &'a str, name: &str) -> &'a str {
    let (_, rest) = html
        .split_once(&format!("<meta name=\"{name}\" content=\""))
        .unwrap();
    rest.split_once('"').unwrap().0
}

/// The levels of all headings, in order.
fn levels(html: &str) -> Vec<usize> {
    let parts = html.split("<h").skip(1);
    let level = |part: &str| part.get(..1)?.parse().ok();
    parts.filter_map(level).collect()
}

fn assert_basics(path: &str, html: &str) {
    let language = match path.split_once('/') {
        Some(("en", _)) => "en",
        _ => "ja",
    };
    assert!(html.starts_with("<!DOCTYPE html>\n<html lang=\""), "{path}");
    assert!(
        html.contains(&format!("<html lang=\"{language}\">")),
        "{path}"
    );
    assert!(
        meta(html, "viewport").contains("width=device-width"),
        "{path}"
    );
    let description = meta(html, "description");
    assert!(
        (10..=300).contains(&description.chars().count()),
        "{path}: {description}"
    );
    assert!(!elements(html, "title")[0].1.trim().is_empty(), "{path}");
    let levels = levels(html);
    assert_eq!(
        levels.iter().filter(|level| **level == 1).count(),
        1,
        "{path}"
    );
    assert_eq!(levels[0], 1, "{path}");
    for two in levels.windows(2) {
        assert!(
            two[1] <= two[0] + 1,
            "{path}: h{} behind h{}",
            two[1],
            two[0]
        );
    }
    assert_eq!(html.matches("<main").count(), 1, "{path}");
    assert!(
        !html.contains("<button") && !html.contains("<img"),
        "{path}"
    );
    for (tag, inside) in elements(html, "svg") {
        let is_named = tag.contains("aria-label=\"") || inside.contains("<title>");
        assert!(
            tag.contains("aria-hidden=\"true\"") || is_named,
            "{path}: {tag}"
        );
    }
    for (tag, inside) in elements(html, "a") {
        let said = plain(inside);
        let vague = [
            "こちら",
            "ここ",
            "click here",
            "here",
            "more",
            "詳細",
            "リンク",
        ];
        assert!(
            !said.is_empty() && !vague.contains(&said.as_str()),
            "{path}: {tag}: {said}"
        );
        // An address of the folder begins where the page stands: it works at any depth, and from a disk.
        let (_, link) = tag.split_once("href=\"").unwrap();
        assert!(
            !link.starts_with('/') && !link.starts_with("file:"),
            "{path}: {link}"
        );
    }
}

#[test]
fn every_page_has_what_every_page_should_have() {
    let mut pages = 0;
    for name in SAMPLES {
        let (_, made) = published(name);
        let mut titles = std::collections::BTreeMap::new();
        for path in made.keys().filter(|path| path.ends_with(".html")) {
            let html = text(&made, path);
            assert_basics(path, html);
            pages += 1;
            // A page that search engines must not list may share its title with the page it stands for.
            if html.contains("content=\"noindex\"") {
                continue;
            }
            let language = path
                .split('/')
                .next()
                .filter(|part| ["en", "easy"].contains(part));
            let title = elements(html, "title")[0].1.to_owned();
            let other = titles.insert((language, title.clone()), path);
            assert_eq!(other, None, "{name}/{path}: {title}");
        }
    }
    assert!(pages > 400, "{pages}");
}

#[test]
fn in_english_stands_what_the_town_wrote_and_what_it_did_not_is_told_to_be_japanese() {
    let mut s = sample("mihon");
    choose(&mut s, all_languages());
    let mut about = About::clone(&s.about());
    about.english_name = "Mihon Town Strategy".to_owned();
    about.english_text = "What the town aims at until 2026.".to_owned();
    s.about.insert(about);
    let mut goal = Goal::clone(s.goals.sorted()[0]);
    goal.english_name = "Good jobs by the sea".to_owned();
    goal.english_text = "We help those who start.".to_owned();
    let mut indicator = Indicator::clone(s.get(goal.targets[0]).unwrap());
    indicator.english_name = "New businesses".to_owned();
    indicator.english_text = "Counted by the chamber of commerce.".to_owned();
    let paths = [
        format!("goals/{}.html", goal.id),
        format!("indicators/{}.html", indicator.id),
    ];
    s.goals.insert(goal);
    s.indicators.insert(indicator);
    let made = folder(&site(&s, None, "2026-11-23"));
    let first = text(&made, "en/index.html");
    for wanted in [
        "<h1>Mihon Town Strategy</h1>",
        "What the town aims at until 2026.",
        "Good jobs by the sea",
        "New businesses",
    ] {
        assert!(first.contains(wanted), "{wanted}");
    }
    assert!(text(&made, &format!("en/{}", paths[0])).contains("We help those who start."));
    let page = text(&made, &format!("en/{}", paths[1]));
    assert!(page.contains("Counted by the chamber of commerce."));
    assert!(elements(page, "title")[0].1.contains("New businesses"));
    // In Japanese nothing of it stands but in the data.
    for path in ["index.html", &paths[0], &paths[1], "easy/index.html"] {
        let html = text(&made, path);
        assert!(
            !html.contains("New businesses") && !html.contains("Good jobs"),
            "{path}"
        );
    }
    // Every Japanese text on an English page is marked as Japanese.
    let is_japanese = |text: &str| text.chars().any(|c| matches!(c, 'ぁ'..='ヾ' | '一'..='鿿'));
    for (path, _) in made
        .iter()
        .filter(|(path, _)| path.starts_with("en/") && path.ends_with(".html"))
    {
        let (_, body) = text(&made, path).split_once("<body").unwrap();
        let mut open: Vec<bool> = Vec::new();
        for part in body.split('<').skip(1) {
            let (tag, said) = part.split_once('>').unwrap();
            let name = tag.trim_start_matches('/').split(' ').next().unwrap();
            if tag.starts_with('/') {
                open.pop();
            } else if !["br", "hr", "img", "input", "link", "meta"].contains(&name) {
                let above = open.last() == Some(&true);
                open.push(above || tag.contains(" lang=\"ja\""));
            }
            assert!(
                open.last() == Some(&true) || !is_japanese(said),
                "{path}: {said}"
            );
        }
    }
}
