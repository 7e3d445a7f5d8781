//! Words that an office did not understand, or that were a second word for one thing: they do not come back.

use std::path::Path;

/// Where sentences for people stand.
const ROOMS: [&str; 6] = [
    "src/locale",
    "src/insight/words",
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
];

/// The texts between quotes of every file in a folder that speaks to people, without its comments and tests.
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
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
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
    let old: Vec<_> = lines
        .iter()
        .filter(|(_, line)| NEVER.iter().any(|word| line.contains(word)))
        .collect();
    assert!(old.is_empty(), "{old:#?}");
}
