//! やさしい日本語 as residents read it: every line of the app's own words stands in a snapshot, and follows the rules of the
//! language. `UPDATE_EASY=1 cargo test -p output easy` writes the snapshot again; read each new line aloud before it stays.

use std::collections::BTreeSet;

use super::*;
use insight::region::{AreaMeasure, MeasureTie, TownGroup};

/// The lines of the app, without the texts of a town.
const SNAPSHOT: &str = include_str!("easy.txt");
/// Letters of a sentence without its numbers and spaces.
const LONGEST_SENTENCE: usize = 45;
/// Letters of a phrase between two spaces.
const LONGEST_PHRASE: usize = 11;

/// A sample in which each text of the town is an X, so that what is left in Japanese is the app's.
fn without_texts(name: &str) -> Strategy {
    let mut s = sample(name);
    choose(
        &mut s,
        Publishing {
            shown_fields: vec!["Idea.text".to_owned()],
            contact: "X".to_owned(),
            ..all_languages()
        },
    );
    let mut value = serde_json::from_str(&json::write(&s)).unwrap();
    blank(&mut value);
    json::read(value.to_string().as_bytes()).unwrap()
}

fn blank(value: &mut serde_json::Value) {
    use serde_json::Value;
    match value {
        Value::String(text) if text.chars().any(is_japanese) => *text = "X".to_owned(),
        Value::Array(all) => all.iter_mut().for_each(blank),
        Value::Object(all) => {
            let is_figure = |key: &str| ["actuals", "targets", "baseline"].contains(&key);
            let others = all.iter_mut().filter(|(key, _)| !is_figure(key));
            others.for_each(|(_, one)| blank(one));
        }
        _ => {}
    }
}

fn is_japanese(letter: char) -> bool {
    matches!(letter, 'ぁ'..='ヺ' | '一'..='鿿')
}

/// The pages in やさしい日本語 of every sample and of one that was corrected.
fn pages() -> Vec<(String, String)> {
    let mut folders: Vec<Folder> = SAMPLES
        .iter()
        .map(|name| folder(&site(&without_texts(name), None, "2026-11-23")))
        .collect();
    folders.push(folder(&after::corrected_of(without_texts("mihon"))));
    let all = folders.iter().flat_map(|made| {
        let own = made.keys().filter(|path| path.starts_with("easy/"));
        own.map(|path| (path.clone(), text(made, path).to_owned()))
    });
    all.collect()
}

/// The pages of a region of all samples in やさしい日本語.
fn region_pages() -> Vec<(String, String)> {
    let plans: Vec<_> = SAMPLES.iter().map(|name| without_texts(name)).collect();
    let x = || "X".to_owned();
    let tie = MeasureTie {
        code: "012360".to_owned(),
        title: x(),
    };
    let measure = |ties| AreaMeasure { title: x(), ties };
    let area = TownGroup {
        measures: vec![measure(vec![tie]), measure(Vec::new())],
        ..region::area("X", &["012360"])
    };
    let made = region::made(&region::region(&plans, vec![area]));
    let own = made.keys().filter(|path| path.starts_with("easy/"));
    own.map(|path| (path.clone(), text(&made, path).to_owned()))
        .collect()
}

/// The lines of a page, without readings and pictures; each number is a 0.
fn lines(html: &str) -> BTreeSet<String> {
    lines_without(html, ["<rt>", "</rt>"])
}

/// The same without what stands between two tags.
fn lines_without(html: &str, [open, close]: [&str; 2]) -> BTreeSet<String> {
    let (_, body) = html.split_once("<main").unwrap();
    let (body, _) = body.split_once("</main>").unwrap();
    let mut text = cut(cut(body.to_owned(), open, close), "<svg", "</svg>");
    text = cut(text, "<pre", "</pre>");
    for block in [
        "p", "li", "dt", "dd", "th", "td", "h1", "h2", "h3", "h4", "caption", "summary", "div",
        "section", "span", "ul", "dl", "figure", "b",
    ] {
        text = text.replace(&format!("</{block}>"), "\n");
    }
    let lines = told(&text);
    let lines = lines.lines().map(|line| numberless(line.trim()));
    lines.filter(|line| line.chars().any(is_japanese)).collect()
}

fn cut(mut text: String, open: &str, close: &str) -> String {
    while let Some(from) = text.find(open) {
        let behind = text[from..].find(close).unwrap() + from + close.len();
        text.replace_range(from..behind, "");
    }
    text
}

/// Every number is a 0, so that a new figure is no new line.
fn numberless(line: &str) -> String {
    let mut out = String::new();
    for letter in line.chars() {
        let is_number = letter.is_ascii_digit();
        let goes_on = out.ends_with('0') && (is_number || letter == ',' || letter == '.');
        match is_number {
            _ if goes_on => {}
            true => out.push('0'),
            false => out.push(letter),
        }
    }
    out
}

#[test]
fn easy_every_line_is_in_the_snapshot() {
    let all = pages().into_iter().chain(region_pages());
    let told: BTreeSet<String> = all.flat_map(|(_, html)| lines(&html)).collect();
    let told: String = told.iter().map(|line| format!("{line}\n")).collect();
    if std::env::var_os("UPDATE_EASY").is_some() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/site/easy.txt");
        std::fs::write(path, &told).unwrap();
        return;
    }
    for line in told.lines() {
        assert!(
            SNAPSHOT.lines().any(|one| one == line),
            "new, to be read aloud: {line}"
        );
    }
    for line in SNAPSHOT.lines() {
        assert!(told.lines().any(|one| one == line), "gone: {line}");
    }
}

/// Lines in the words of a rating, of a figure or of a file, which are not the app's.
fn is_given(line: &str) -> bool {
    const GIVEN: [&str; 22] = [
        "達成",
        "順調",
        "遅れ",
        "悪化",
        "未達",
        "判定できない",
        "評価しない",
        "実績なし",
        "集計中",
        "未公表",
        "調査なし",
        "出どころ：",
        "推計を見直した",
        "速報値",
        "見込",
        "平均）",
        "標準（",
        // The heads of the table, in Japanese in every language.
        "値",
        "原文",
        "指標名",
        "内訳ID",
        "クリエイティブ",
    ];
    line == "名" || GIVEN.iter().any(|given| line.contains(given))
}

/// The sentences of a line, each with its stop.
fn sentences(line: &str) -> impl Iterator<Item = &str> {
    line.split_inclusive('。')
        .filter(|part| part.ends_with('。'))
}

#[test]
fn easy_sentences_are_short_and_spaced_throughout() {
    for line in SNAPSHOT.lines().filter(|line| !is_given(line)) {
        for sentence in sentences(line) {
            let letters = sentence.chars().filter(|letter| is_japanese(*letter));
            let count = letters.count();
            assert!(count <= LONGEST_SENTENCE, "{count}: {sentence}");
        }
        for phrase in line.split(|letter: char| !is_japanese(letter)) {
            let count = phrase.chars().count();
            assert!(count <= LONGEST_PHRASE, "{count}: {phrase} in {line}");
        }
        // を joins nothing: a space follows it.
        let letters: Vec<char> = line.chars().collect();
        let joined = letters
            .windows(2)
            .find(|two| two[0] == 'を' && is_japanese(two[1]));
        assert_eq!(joined, None, "{line}");
    }
}

#[test]
fn easy_numbers_in_sentences_have_a_counter() {
    // After a number; X is the unit of a town.
    const COUNTERS: &str = "Xこつ年月日人回番点まポ％万億千円件位倍t頭)−÷～以";
    for line in SNAPSHOT.lines().filter(|line| line.contains('。')) {
        let letters: Vec<char> = line.chars().collect();
        for two in letters.windows(3) {
            let is_year = matches!(two[0], 'R' | 'H' | 'O' | '-');
            let is_bare = two[1] == '0' && !is_year && !COUNTERS.contains(two[2]);
            assert!(!is_bare, "{}: {line}", two.iter().collect::<String>());
        }
    }
}

#[test]
fn easy_every_kanji_of_the_app_has_its_reading() {
    let is_kanji = |letter: char| matches!(letter, '一'..='鿿');
    let mut unread = BTreeSet::new();
    for (_, html) in pages().into_iter().chain(region_pages()) {
        for line in lines_without(&html, ["<ruby>", "</ruby>"]) {
            // A figure has the unit that the town gave it; the day of a month is read in too many ways.
            let is_figure = line.starts_with(['0', '△']) || line.contains(" → ");
            let is_figure = is_figure && !line.contains('。');
            let own = line.replace("0日", "");
            if !is_figure && !is_given(&line) && own.chars().any(is_kanji) {
                unread.insert(line);
            }
        }
    }
    assert_eq!(unread, BTreeSet::new());
}

#[test]
fn easy_terms_are_never_untold() {
    for (path, html) in pages() {
        if ["easy/glossary.html", "easy/words.html"].contains(&path.as_str())
            || path.starts_with("easy/embed/")
        {
            continue;
        }
        let all = lines(&html);
        for (word, key) in [("KPI", "kpi"), ("施策", "measure"), ("指標", "indicator")] {
            let is_there = all.iter().any(|line| line.contains(word));
            let link = format!("glossary.html#{key}\"");
            assert!(!is_there || html.contains(&link), "{path}: {word}");
        }
    }
}
