//! Every link within a folder leads to something in it.

use super::*;

/// Returns the target of a link on a page; `None`: it leads out of the folder.
fn target(from: &str, link: &str) -> Option<String> {
    if link.contains("://") || link.starts_with('#') {
        return None;
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in link.split(['#', '?']).next().unwrap().split('/') {
        match part {
            ".." => drop(parts.pop().expect("not above the root")),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

pub fn assert_links(made: &Folder) {
    for (path, bytes) in made.iter().filter(|(path, _)| path.ends_with(".html")) {
        let text = std::str::from_utf8(bytes).unwrap();
        for name in ["href=\"", "src=\""] {
            for link in text.split(name).skip(1) {
                let link = link.split('"').next().unwrap();
                if let Some(target) = target(path, link) {
                    assert!(made.contains_key(&target), "{path}: {link}");
                    assert_fragment(made, path, link, &target);
                }
            }
        }
    }
}

/// The fragment of a link is the id of an element there.
fn assert_fragment(made: &Folder, path: &str, link: &str, target: &str) {
    let Some((_, id)) = link.split_once('#') else {
        return;
    };
    let there = std::str::from_utf8(&made[target]).unwrap();
    assert!(there.contains(&format!(" id=\"{id}\"")), "{path}: {link}");
}

#[test]
fn p12_the_rules_of_rating_are_reached_where_they_stand() {
    let (_, made) = published("mihon");
    let mut links = 0;
    for path in made.keys().filter(|path| path.ends_with(".html")) {
        let html = text(&made, path);
        for (before, _) in html.match_indices(">評価の決めかた</a>") {
            let tag = html[..before].rsplit('<').next().unwrap();
            assert!(tag.ends_with("status.html#rules\""), "{path}: {tag}");
            links += 1;
        }
    }
    assert!(links > 10, "{links}");
}

#[test]
fn p12_every_link_leads_to_something_and_every_page_is_reached() {
    for name in SAMPLES {
        let (_, made) = published(name);
        assert_links(&made);
        let mut reached = std::collections::BTreeSet::from(["index.html".to_owned()]);
        let mut open = vec!["index.html".to_owned()];
        while let Some(path) = open.pop() {
            let text = text(&made, &path);
            for link in text.split("href=\"").skip(1) {
                let link = link.split('"').next().unwrap();
                if let Some(to) = target(&path, link)
                    && to.ends_with(".html")
                    && reached.insert(to.clone())
                {
                    open.push(to);
                }
            }
        }
        let pages = made
            .keys()
            .filter(|path| path.ends_with(".html") && *path != "how-to.html");
        for page in pages {
            assert!(reached.contains(page), "{name} {page}");
        }
    }
}

#[test]
fn the_checks_are_those_of_the_files() {
    let (_, made) = published("kitamoto-2022");
    let lines: Vec<&str> = text(&made, "SHA256SUMS.txt").lines().collect();
    assert_eq!(lines.len(), made.len() - 1);
    for line in lines {
        let (sum, path) = line.split_once("  ").unwrap();
        assert_eq!(sum.len(), 64);
        assert!(made.contains_key(path), "{path}");
    }
    let package: serde_json::Value = serde_json::from_slice(&made["datapackage.json"]).unwrap();
    for resource in package["resources"].as_array().unwrap() {
        let path = resource["path"].as_str().unwrap();
        assert_eq!(resource["bytes"], made[path].len());
    }
}

#[test]
fn an_archive_holds_every_file_as_it_is() {
    let (_, made) = published("mihon");
    let mut archive = Archive::default();
    for (path, bytes) in &made {
        archive.add(path, bytes).unwrap();
    }
    let packed = archive.finish().unwrap();
    let whole: usize = made.values().map(Vec::len).sum();
    assert!(packed.len() * 3 < whole, "{} {whole}", packed.len());
    assert!(unpacked(&packed) == made);
    let root = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
    std::fs::write(root.join("published.zip"), packed).unwrap();
}

#[test]
fn the_style_is_named_by_what_is_in_it() {
    let (_, made) = published("mihon");
    let styles: Vec<_> = made
        .iter()
        .filter(|(path, _)| path.ends_with(".css"))
        .collect();
    let [(path, style)] = styles.as_slice() else {
        panic!("one style: {styles:?}")
    };
    let sums = text(&made, "SHA256SUMS.txt");
    let sum = sums
        .lines()
        .find(|line| line.ends_with(path.as_str()))
        .unwrap();
    assert_eq!(path.as_str(), format!("style-{}.css", &sum[..12]));
    assert!(!style.is_empty());
}

#[test]
fn a_preview_is_the_page_without_its_style_sheet() {
    let mut s = sample("mihon");
    choose(&mut s, all_languages());
    let site = site(&s, None, "2026-11-23");
    let made = folder(&site);
    for page in &site.manifest().pages {
        let preview = site.preview(&page.path).unwrap();
        let html = text(&made, &page.path);
        assert!(!preview.contains(".css"), "{}", page.path);
        if page.path == "index.html" {
            let (before, rest) = html.split_once("<link rel=\"stylesheet\"").unwrap();
            let (_, after) = rest.split_once('>').unwrap();
            assert_eq!(preview, [before, after].concat());
        }
    }
    assert_eq!(site.preview("../secret.html"), None);
}

#[test]
fn p12_the_page_that_finds_and_compares_stands_beside_the_others() {
    let mut s = sample("mihon");
    choose(&mut s, all_languages());
    let page = b"<body><!-- strategy.json --></body>".to_vec();
    let made = folder(&site(&s, None, "2026-11-23").with_explorer(page));
    assert_links(&made);
    let explorer = text(&made, "explorer.html");
    assert!(explorer.contains("data-pages=\"ja easy en\""));
    // It carries the public subset, and no other data.
    let data = explorer
        .split_once('>')
        .unwrap()
        .1
        .split_once('>')
        .unwrap()
        .1;
    let data = data.rsplit_once("</script>").unwrap().0;
    let carried = json::read(data.as_bytes()).unwrap();
    assert!(carried == json::read(&made["strategy.json"]).unwrap());
    for path in ["index.html", "easy/goals/g1.html", "en/data.html"] {
        assert!(text(&made, path).contains("explorer.html\">"), "{path}");
    }
    assert!(text(&made, "SHA256SUMS.txt").contains("  explorer.html"));
    // A page without the placeholder is left out.
    let without = folder(&site(&s, None, "2026-11-23").with_explorer(b"<body></body>".to_vec()));
    assert!(!without.contains_key("explorer.html"));
    assert_links(&without);
}

#[test]
fn i81_the_terms_of_a_page_lead_to_their_meanings() {
    let (_, made) = published("mihon");
    let page = text(&made, "indicators/k18.html");
    assert!(page.contains("<a href=\"../glossary.html#breakdown\">内訳</a>"));
    let glossary = text(&made, "glossary.html");
    assert!(glossary.contains("<ruby>進捗率<rt>しんちょくりつ</rt></ruby>"));
    assert!(text(&made, "en/glossary.html").contains("<dt id=\"kpi\">KPI</dt>"));
}

#[test]
fn i82_the_index_leads_from_words_to_pages() {
    let (_, made) = published("mihon");
    let index = told(text(&made, "words.html"));
    for word in ["空き家", "バス", "子育て", "KPI"] {
        let (_, behind) = index.split_once(word).unwrap_or_default();
        assert_eq!(behind.is_empty(), word == "KPI", "{word}");
    }
}

#[test]
fn every_idea_has_an_address_with_its_answer_and_what_changed() {
    let mut s = sample("mihon");
    choose_with_ideas(&mut s);
    let first = s.ideas.sorted()[0].clone();
    s.ideas.insert(Idea {
        changed_goals: vec![Id::new(1)],
        state: Some(IdeaState::Adopted),
        ..Idea::clone(&first)
    });
    let made = folder(&site(&s, None, "2026-11-23"));
    assert_links(&made);
    let all = text(&made, "ideas.html");
    let page = text(&made, &format!("ideas/{}.html", first.id));
    assert!(all.contains(&format!("id=\"{}\"", first.id)));
    for said in [&first.text, &first.answer, "反映する", "反映したところ"] {
        assert!(page.contains(said), "{said}");
    }
    assert!(page.contains("<a href=\"../goals/g1.html\">"));
    // The list of pages outlives an idea that is withdrawn: it holds no word of it.
    assert!(!text(&made, "publication.json").contains(&first.text));
    // A merged idea has its place on the page of the other.
    let second = s.ideas.sorted()[1].clone();
    s.ideas.insert(Idea {
        merged: Some(first.id),
        ..Idea::clone(&second)
    });
    let made = folder(&site(&s, None, "2026-11-23"));
    assert!(!made.contains_key(&format!("ideas/{}.html", second.id)));
    let page = text(&made, &format!("ideas/{}.html", first.id));
    assert!(page.contains(&format!("id=\"{}\"", second.id)));
    assert!(page.contains(&second.text));
}
