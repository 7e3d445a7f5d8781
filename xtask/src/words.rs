//! `cargo xtask words`: the texts of every language, checked and packed, in `target/words/`.

// `src/words/build.rs` alone uses some of it.
#[allow(dead_code)]
#[path = "../../src/words/pack.rs"]
mod pack;

use crate::{Outcome, paths};
use std::fs;

/// Packs the texts of the app: each language in three files for the editor, in one for readers, and in one for
/// publications.
pub fn pack() -> Outcome {
    let words = pack::Words::read(&paths::root().join("src").join("words")).map_err(|faults| {
        format!("src/words/ のことばに、足りないか合わないものがあります。\n{faults}")
    })?;
    let folder = paths::made("words");
    fs::create_dir_all(&folder)
        .map_err(|error| format!("{} を作れません: {error}", folder.display()))?;
    for (at, language) in pack::LANGUAGES.iter().enumerate() {
        let [first, opening, seldom] = words.packed(at);
        let readers = words.packed_for_readers(at);
        let site = words.packed_for_sites(at);
        let parts = [
            ("first", first),
            ("opening", opening),
            ("seldom", seldom),
            ("readers", readers),
            ("site", site),
        ];
        for (part, text) in parts {
            let file = folder.join(format!("{language}-{part}.txt"));
            // Written only if it differs, so that it does not trigger a watcher of the folder.
            if fs::read_to_string(&file).is_ok_and(|now| now == text) {
                continue;
            }
            fs::write(&file, text)
                .map_err(|error| format!("{} に書けません: {error}", file.display()))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::pack::Words;
    use std::fs;

    /// Reads a dictionary of one page with one text, in both languages.
    fn read(name: &str, japanese: &str, english: &str) -> Result<[String; 2], String> {
        let folder = std::env::temp_dir().join(format!("words-{}-{name}", std::process::id()));
        fs::create_dir_all(folder.join("easy")).expect("a folder");
        for (language, text) in [("ja", japanese), ("en", english)] {
            fs::create_dir_all(folder.join(language)).expect("a folder");
            fs::write(folder.join(language).join("home.toml"), text).expect("a file");
        }
        let words = Words::read(&folder);
        fs::remove_dir_all(&folder).expect("gone");
        words.map(|words| [0, 1].map(|language| words.packed(language).concat()))
    }

    /// Pages for residents: all of their texts are in やさしい日本語.
    const OF_RESIDENTS: [&str; 19] = [
        "action",
        "charts",
        "display",
        "home",
        "indicators",
        "learn",
        "marks",
        "model",
        "number",
        "overview",
        "shell",
        "site",
        "stages",
        "terms",
        "time",
        "troubles",
        "why",
        "workshop",
        "year",
    ];

    #[test]
    fn what_residents_see_is_in_easy_japanese_and_the_rest_is_counted() {
        let folder = crate::paths::root().join("src").join("words");
        let pages = |language: &str| {
            let files = fs::read_dir(folder.join(language)).expect("a folder");
            let names = files.map(|file| file.expect("a file").path());
            let names = names.filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()));
            names.collect::<std::collections::BTreeSet<_>>()
        };
        let (all, easy) = (pages("ja"), pages("easy"));
        for page in OF_RESIDENTS {
            assert!(easy.contains(page), "{page}");
        }
        // Lower it with each page that is added; a new page of the office alone (the pasted plan, 日程 from a
        // template, grounds, publication, the workbook, formats, parts for sections, StratML, open data, the answer
        // in the assembly, heads that programs look for, grants) adds one; so do the published pages of a region,
        // which are Japanese only.
        assert!(all.len() - easy.len() <= 48, "{}", all.len() - easy.len());
    }

    #[test]
    fn what_a_text_is_given_has_its_own_place_in_each_language() {
        let [japanese, english] = read(
            "order",
            "said = \"{goal}に{count}件\"",
            "said = \"{count} [count: thing|things] in {goal}, [[{{}}]]\"",
        )
        .expect("fits");
        assert_eq!(japanese, "\u{1}0に\u{1}1件\u{1e}");
        assert_eq!(
            english,
            "\u{1}1 \u{2}1thing\u{3}things\u{4} in \u{1}0, [{}]\u{1e}"
        );
    }

    #[test]
    fn what_one_language_lacks_or_has_too_many_is_told_with_its_place() {
        for (english, told) in [
            ("", "en/home.toml, said: missing"),
            (
                "said = \"in {goal}\"",
                "en/home.toml, said: {count} is not there",
            ),
            (
                "said = \"{count} {goal} {year}\"",
                "nothing is given as {year}",
            ),
            (
                "said = \"{count} [count: one] {goal}\"",
                "[count: one]: one form",
            ),
            ("said = \"{count} {goal\"", "no }"),
            (
                "said = \"{count} {goal}\"\nmore = \"\"",
                "en/home.toml: ja has no more",
            ),
            ("said =", "home.toml"),
        ] {
            let faults = read("faults", "said = \"{goal}に{count}件\"", english);
            let faults = faults.expect_err(english);
            assert!(faults.contains(told), "{faults}");
        }
    }
}
