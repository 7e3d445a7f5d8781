//! Every link within a folder leads to something in it.

use super::*;

/// Where a link leads from a page; none where it leads out of the folder.
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
                }
            }
        }
    }
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
