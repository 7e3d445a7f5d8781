//! A publication as a folder: what stands in it, what does not, and what tells one from the next.

mod after;
mod basics;
mod chosen_pages;
mod data;
mod draft;
mod easy;
mod facts;
mod leaks;
mod links;
mod publisher;
mod region;
mod votes;

use std::collections::BTreeMap;

use fixtures::archive::unpacked;
use fixtures::sample;
use format::Archive;
use format::json;
use output::site::{Before, PublishedFile, Site, Unpublishable};
use strategy::*;
use words::{Language, Voice};

const SAMPLES: [&str; 3] = ["mihon", "kitamoto-2022", "hokuto-2024"];

/// Samples that have indicators.
const WITH_INDICATORS: [&str; 2] = ["mihon", "kitamoto-2022"];

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

/// Publishes in all languages, with what people said.
fn choose_with_ideas(s: &mut Strategy) {
    let shown_fields = vec!["Idea.text".to_owned()];
    choose(
        s,
        Publishing {
            shown_fields,
            ..all_languages()
        },
    );
}

fn voices() -> Vec<Voice> {
    Language::ALL.map(Voice::of_site_file).to_vec()
}

fn day(text: &str) -> Date {
    Date(text.to_owned())
}

fn site(s: &Strategy, before: Option<&Before>, on: &str) -> Site {
    Site::new(s, before, &day(on), &voices()).unwrap()
}

type Folder = BTreeMap<String, Vec<u8>>;

/// Everything a folder holds as text: a workbook is a folder of its own.
fn texts(made: &Folder) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    for (path, bytes) in made {
        let inside = match path.ends_with(".xlsx") {
            true => unpacked(bytes),
            false => Folder::from([(String::new(), bytes.clone())]),
        };
        for (part, bytes) in inside {
            let path = [path, "/", &part].concat();
            let path = path.trim_end_matches('/').to_owned();
            all.insert(path, String::from_utf8(bytes).unwrap());
        }
    }
    all
}

fn folder(site: &Site) -> Folder {
    let files = site
        .files()
        .map(|PublishedFile { path, bytes }| (path, bytes));
    files.collect()
}

fn published(name: &str) -> (Strategy, Folder) {
    let mut s = sample(name);
    choose(&mut s, all_languages());
    let made = folder(&site(&s, None, "2026-11-23"));
    (s, made)
}

/// A file of a folder, as text.
fn text<'a>(folder: &'a Folder, path: &str) -> &'a str {
    std::str::from_utf8(&folder[path]).unwrap()
}

/// Returns the text of a page, without its markup and readings.
fn told(html: &str) -> String {
    let words = html.split("<rt>").enumerate();
    let words = words.map(|(at, part)| match part.split_once("</rt>") {
        Some((_, rest)) if at > 0 => rest,
        _ => part,
    });
    let html: &str = &words.collect::<String>();
    let body = html.split_once("<body>").map_or(html, |(_, body)| body);
    let parts = body
        .split('<')
        .map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    let text = parts.collect::<String>();
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}

#[test]
fn folders_are_written_for_the_tests_in_a_browser() {
    for name in SAMPLES {
        let mut s = sample(name);
        // With what people said, so that its page is looked at, too.
        choose_with_ideas(&mut s);
        write_folder(name, &site(&s, None, "2026-11-23"));
    }
    write_folder("long-words", &site(&with_long_words(), None, "2026-11-23"));
    write_folder("corrected", &after::corrected());
    // These are looked at by `cargo xtask publications` alone.
    for (name, s) in [
        ("hostile", leaks::hostile(7, 4)),
        ("no-goal", one_indicator()),
        ("empty", Strategy::default()),
    ] {
        let mut s = s;
        choose_with_ideas(&mut s);
        write_folder(name, &site(&s, None, "2026-11-23"));
    }
}

/// A plan of one indicator, and nothing else.
fn one_indicator() -> Strategy {
    let sample = sample("mihon");
    let mut s = Strategy::default();
    let indicator = Indicator::clone(sample.indicators.sorted()[0]);
    for series in sample.series.under(indicator.id) {
        s.series.insert(Series::clone(series));
    }
    s.indicators.insert(Indicator {
        changes: Vec::new(),
        ..indicator
    });
    s
}

/// Writes the files of a publication to `target/tmp/published/NAME/`.
fn write_folder(name: &str, site: &Site) {
    write_files(name, folder(site));
}

fn write_files(name: &str, files: Folder) {
    let root = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("published")
        .join(name);
    // Ignore errors: an earlier run may have left none. Its style would stand beside the new one.
    let _ = std::fs::remove_dir_all(&root);
    for (path, bytes) in files {
        let path = root.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
}

/// みほん町 with a long word in every text that a person may write, and in a third of its figures.
fn with_long_words() -> Strategy {
    let mut s = sample("mihon");
    choose(
        &mut s,
        Publishing {
            shown_fields: vec!["Idea.text".to_owned()],
            ..all_languages()
        },
    );
    let mut value = serde_json::from_str(&json::write(&s)).unwrap();
    lengthen(&mut value, &mut 0);
    json::read(value.to_string().as_bytes()).unwrap()
}

/// Appends a long word to the Japanese texts below a value. `figures` counts those that begin with a digit.
fn lengthen(value: &mut serde_json::Value, figures: &mut usize) {
    use serde_json::Value;
    match value {
        Value::String(text) if text.chars().any(|letter| letter > '\u{3000}') => {
            let is_figure = text.starts_with(|letter: char| letter.is_ascii_digit());
            *figures += usize::from(is_figure);
            if !is_figure || (*figures).is_multiple_of(3) {
                text.push_str(&"Donaudampfschifffahrt".repeat(8));
            }
        }
        Value::Array(all) => all.iter_mut().for_each(|one| lengthen(one, figures)),
        Value::Object(all) => all.values_mut().for_each(|one| lengthen(one, figures)),
        _ => {}
    }
}

#[test]
fn p16_the_same_makes_the_same_bytes() {
    let (_, once) = published("mihon");
    let (_, again) = published("mihon");
    assert!(once == again);
}

#[test]
fn a_language_without_its_words_and_a_day_that_is_none_are_refused() {
    let mut s = sample("mihon");
    choose(&mut s, all_languages());
    let japanese = [Voice::compiled_in(Language::Japanese)];
    let refused = Site::new(&s, None, &day("2026-11-23"), &japanese).err();
    assert_eq!(refused, Some(Unpublishable::NoVoice(Language::Easy)));
    for no_day in [
        "",
        "2026",
        "2026-13-01",
        "2026-11-23<",
        "令和8年11月23日",
        "0000-01-01",
    ] {
        let refused = Site::new(&s, None, &day(no_day), &voices()).err();
        assert_eq!(refused, Some(Unpublishable::NoDay), "{no_day}");
    }
}

#[test]
fn every_page_weighs_less_than_it_may() {
    for name in SAMPLES {
        for (path, bytes) in published(name).1 {
            // 30 KB after brotli; text of ours is a third of that or less.
            assert!(
                !path.ends_with(".html") || bytes.len() < 90_000,
                "{path} {}",
                bytes.len()
            );
        }
    }
}
