//! Words that an office did not understand, or that were a second word for one thing: they must not come back.

use std::collections::BTreeSet;
use std::path::Path;

/// Folders with sentences for people.
const ROOMS: [&str; 5] = [
    "src/words",
    "src/insight/checks",
    "src/format/json",
    "src/keep",
    "src/edit",
];

const NEVER: &[&str] = &[
    "実在の計画からはじめる",
    "この画面のどこへ落としても",
    "控え",
    "さがす",
    "書き出す",
    "が過ぎます",
    "計画の大きさ",
    "見立て",
    "成り行き",
    "道すじ",
    "人がつける",
    "系列",
    "年度の入力",
    "まだのものだけ",
    "まだの課",
    "まとめて変え",
    "まとめて変更",
    "写す",
    "写します",
    "まとまり",
    "印刷された計",
    "締められて",
    "開け直す",
    "したこと",
    "気になる所",
    "その場所へ",
    "刷り上がり",
    "刷られます",
    "枠組みを加える",
    "ゆるめるか",
    "引いて動かす",
    "「{」で始まっていません",
    "基準値",
    "保存のようす",
    "決めること",
    "もう待たない",
    "ほかの言い方",
    "ひな形からつくる",
    "いまと比較",
    "行頭の印",
    "確かでない",
    "記入もれ",
];

/// Collects the texts between quotes of every file in a folder with sentences for people, without its comments and
/// tests.
fn spoken(folder: &Path, into: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        let name = path.to_string_lossy().into_owned();
        if name.ends_with("tests") || name.ends_with("tests.rs") {
            continue;
        }
        if path.is_dir() {
            spoken(&path, into);
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        let marks = ["#[cfg(test)]", "#[cfg(all(test,"];
        let begins = marks.iter().filter_map(|mark| text.find(mark)).min();
        let code = &text[..begins.unwrap_or(text.len())];
        for line in code.lines().filter(|line| !line.trim().starts_with("//")) {
            into.push((name.clone(), line.trim().to_owned()));
        }
    }
}

#[test]
fn no_word_that_an_office_did_not_understand_comes_back() {
    let mut lines = Vec::new();
    for room in ROOMS {
        spoken(Path::new(room), &mut lines);
    }
    assert!(lines.len() > 5_000);
    // やさしい日本語 is not for offices: 「さがす」 is the plain word for 検索 there.
    let old: Vec<_> = lines
        .iter()
        .filter(|(name, _)| !name.contains("easy"))
        .filter(|(_, line)| NEVER.iter().any(|word| line.contains(word)))
        .collect();
    assert!(old.is_empty(), "{old:#?}");
}

/// Files outside `words` with Japanese texts that are not sentences for people: words recognised in documents, texts
/// written into a plan, words to search and count by, texts of the schema.
const NO_SENTENCES: &[&str] = &[
    // Read in documents and in returned workbooks.
    "output/hands/part_workbook/cell_values.rs",
    "strategy/submission_request.rs",
    "format/review.rs",
    "edit/plan/cell.rs",
    "handbook/lib.rs",
    "recognise/",
    // The eras and days of dates, and the signs that number formats show.
    "format/workbook/read/",
    "insight/checks/indicators.rs",
    "insight/extension.rs",
    "insight/inference.rs",
    "insight/personal.rs",
    "insight/population/aim.rs",
    "insight/region/population.rs",
    "insight/search.rs",
    "insight/unit.rs",
    "strategy/fiscal_year.rs",
    "strategy/reading/",
    "strategy/year.rs",
    // Written into a plan, or the name of a file of it.
    "edit/indicator.rs",
    "edit/next_period/",
    "edit/plan/mod.rs",
    "edit/plan/reprise.rs",
    "insight/numbering.rs",
    "insight/presets.rs",
    "insight/presets.toml",
    "insight/progress/input.rs",
    "insight/test_fixtures.rs",
    "insight/sheets.rs",
    "keep/file/name.rs",
    "strategy/plan.rs",
    // Published with the schema.
    "strategy/money.rs",
    // Line breaking.
    "output/chart/text_metrics.rs",
];

/// Returns the texts between quotes of a line of code.
fn quoted(line: &str) -> Vec<String> {
    let mut texts = Vec::new();
    let mut letters = line.chars();
    let mut inside: Option<String> = None;
    while let Some(letter) = letters.next() {
        match (&mut inside, letter) {
            (Some(text), '\\') => text.extend(letters.next()),
            (Some(_), '"') => texts.extend(inside.take()),
            (Some(text), letter) => text.push(letter),
            (None, '"') => inside = Some(String::new()),
            (None, _) => {}
        }
    }
    texts
}

fn is_japanese(text: &str) -> bool {
    text.chars()
        .any(|letter| matches!(letter, 'ぁ'..='ヿ' | '㐀'..='鿿' | '、'..='】' | '！'..='～'))
}

#[test]
fn no_sentence_stands_below_the_words() {
    let mut lines = Vec::new();
    spoken(Path::new("src"), &mut lines);
    let japanese = lines
        .iter()
        .map(|(file, line)| (file.trim_start_matches("src/"), line))
        .filter(|(file, _)| !file.starts_with("words/") && !is_of_a_test(file))
        .flat_map(|(file, line)| quoted(line).into_iter().map(move |text| (file, text)))
        .filter(|(_, text)| is_japanese(text));
    let (known, strange): (Vec<_>, Vec<_>) =
        japanese.partition(|(file, _)| NO_SENTENCES.iter().any(|known| file.starts_with(known)));
    assert!(strange.is_empty(), "{strange:#?}");
    assert!(known.len() > 400, "{}", known.len());
    // A list of marks and endings is not a sentence; the reason of a rule set is written into the plan with it.
    let told: Vec<_> = known
        .iter()
        .filter(|(file, _)| *file != "insight/presets.toml")
        .filter(|(_, text)| text.ends_with("。") && !text.ends_with(" 。"))
        .collect();
    assert!(told.is_empty(), "{told:#?}");
    for listed in NO_SENTENCES {
        assert!(
            known.iter().any(|(file, _)| file.starts_with(listed)),
            "{listed} holds no Japanese any more"
        );
    }
}

/// True if a file belongs to a test, though it has no `#[cfg(test)]`.
fn is_of_a_test(file: &str) -> bool {
    file.ends_with("cases.rs") || file.contains("/tests/")
}

#[test]
fn a_reader_is_given_no_advice_that_only_an_office_can_follow() {
    for bytes in [
        &b""[..],
        b"<!doctype html><title>x</title>",
        b"{\"format\":\"michishirube\"",
        b"{\"format\":\"other\"}",
        b"\x82\xa0",
    ] {
        let error = format::json::read(bytes).unwrap_err();
        let said = words::reader::why_unread(&error);
        assert!(!said.is_empty());
        for advice in ["貼り付け", "バックアップ", "保存し直", "直して"] {
            assert!(!said.contains(advice), "{said}");
        }
    }
}

/// Returns the names of the single texts of a page, and of its tables.
fn names(page: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(page).unwrap();
    let mut in_table = false;
    let mut names = Vec::new();
    for line in text.lines() {
        if let Some(table) = line.strip_prefix('[') {
            in_table = true;
            names.push(table.trim_end_matches(']').to_owned());
        } else if let Some((name, _)) = line.split_once(" = ").filter(|_| !in_table) {
            names.push(name.to_owned());
        }
    }
    names
}

/// Collects every word in the code of a folder, without its comments, tests and texts.
fn words_of_code(folder: &Path, into: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        let is_code = path.extension().is_some_and(|end| end == "rs");
        if path.is_dir() && !path.ends_with("tests") {
            words_of_code(&path, into);
        } else if is_code {
            let text = std::fs::read_to_string(&path).unwrap();
            let code = text.lines().filter(|line| !line.trim().starts_with("//"));
            let words =
                code.flat_map(|line| line.split(|c: char| !(c.is_alphanumeric() || c == '_')));
            into.extend(words.map(str::to_owned));
        }
    }
}

#[test]
fn every_text_is_named_by_some_code() {
    let mut code = BTreeSet::new();
    words_of_code(Path::new("src"), &mut code);
    let mut unsaid = Vec::new();
    for entry in std::fs::read_dir("src/words/ja").unwrap() {
        let page = entry.unwrap().path();
        let unnamed = names(&page).into_iter().filter(|name| !code.contains(name));
        unsaid.extend(unnamed.map(|name| format!("{}: {name}", page.display())));
    }
    assert!(unsaid.is_empty(), "no code says these: {unsaid:#?}");
}
