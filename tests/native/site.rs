//! A publication as a folder: what stands in it, what does not, and what tells one from the next.

use std::collections::{BTreeMap, BTreeSet};

use michishirube::format::json;
use michishirube::publish::site::{
    Before, PublishedFile, Site, What, field_key, inner_fields, public_subset,
};
use michishirube::strategy::*;
use michishirube::words::{Language, Voice};

const SAMPLES: [&str; 3] = ["mihon", "kitamoto-2022", "hokuto-2020"];

fn sample(name: &str) -> Strategy {
    let path = format!("{}/public/samples/{name}.json", env!("CARGO_MANIFEST_DIR"));
    json::read(&std::fs::read(path).unwrap()).unwrap()
}

fn choose(s: &mut Strategy, choices: Publishing) {
    let mut about = About::clone(&s.about());
    about.publishing = Some(choices);
    s.about.insert(about);
}

fn all_languages() -> Publishing {
    Publishing {
        languages: OtherLanguage::ALL.to_vec(),
        address: "https://www.example.lg.jp/plan/".to_owned(),
        contact: "企画課 0123-45-6789".to_owned(),
        ..Publishing::default()
    }
}

fn voices() -> Vec<Voice> {
    Language::ALL.map(Voice::compiled_in).to_vec()
}

fn day(text: &str) -> Date {
    Date(text.to_owned())
}

fn site(s: &Strategy, before: Option<&Before>, on: &str) -> Site {
    Site::new(s, before, &day(on), &voices()).unwrap()
}

type Folder = BTreeMap<String, Vec<u8>>;

fn folder(site: &Site) -> Folder {
    let files = site.files().map(|PublishedFile { path, bytes }| (path, bytes));
    files.collect()
}

fn published(name: &str) -> (Strategy, Folder) {
    let mut s = sample(name);
    choose(&mut s, all_languages());
    let made = folder(&site(&s, None, "2026-11-23"));
    (s, made)
}

#[test]
fn folders_are_written_for_the_tests_in_a_browser() {
    for name in SAMPLES {
        let (_, made) = published(name);
        let root = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("published").join(name);
        for (path, bytes) in made {
            let path = root.join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, bytes).unwrap();
        }
    }
}
