//! Checks that no line of a comment begins with a clause that names neither its subject nor its actor, such as
//! "Whether …" or "Who …". "Style" in `CONTRIBUTING.md` says what to write instead.

use crate::{Outcome, checks, paths};
use std::fs;

/// First words that no line of a comment may have.
const REFUSED: [&str; 24] = [
    "At which",
    "By whom",
    "For which",
    "For whom",
    "From which",
    "How",
    "In which",
    "Of what",
    "Of which",
    "Of whom",
    "On which",
    "So many",
    "So much",
    "Such",
    "That which",
    "To whom",
    "Under which",
    "Up to where",
    "What",
    "Where",
    "Whether",
    "Which",
    "Who",
    "Whose",
];

/// Checks every file of the repository that contains comments of ours; the error lists every finding.
pub fn check() -> Outcome {
    let mut findings = Vec::new();
    for path in checks::repository_files().lines() {
        let Some(marks) = comment_marks(path) else {
            continue;
        };
        let text = fs::read_to_string(paths::root().join(path)).unwrap_or_default();
        findings.extend(refused(&text, marks).map(|(line, phrase)| {
            format!("{path} の {line} 行目のコメントが「{phrase} …」で始まっています。何であるか、何をするかから書き始めてください（CONTRIBUTING.md の Style）。")
        }));
    }
    match findings.is_empty() {
        true => Ok(()),
        false => Err(findings.join("\n  ")),
    }
}

/// Returns the marks that begin a comment in a file, the longest first; `None` if the file has no comments of ours.
fn comment_marks(path: &str) -> Option<&'static [&'static str]> {
    match path.rsplit_once('.')?.1 {
        "rs" | "ts" | "mjs" | "js" => Some(&["///", "//!", "//"]),
        "toml" => Some(&["#"]),
        "css" => Some(&["/*"]),
        _ => None,
    }
}

/// Returns the number of each line of a comment that begins with a refused phrase, and the phrase.
fn refused<'a>(
    text: &'a str,
    marks: &'a [&'a str],
) -> impl Iterator<Item = (usize, &'static str)> + 'a {
    text.lines().enumerate().filter_map(move |(at, line)| {
        let comment = marks
            .iter()
            .find_map(|mark| line.trim_start().strip_prefix(mark))?
            .trim_start();
        let phrase = REFUSED.into_iter().find(|phrase| {
            let rest = comment.strip_prefix(phrase);
            rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        })?;
        Some((at + 1, phrase))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_that_begins_with_a_refused_phrase_is_found_with_its_line() {
        let code = [
            "//! Who writes.",
            "/// True if a lock is held. Whether it is ours, the caller knows.",
            "    /// Whether a lock is held.",
            "    // Where it is left, and",
            "let whole = 1; // Whether it is whole",
            "/// Suchlike, Whoever.",
            "//Such a line",
            "Whether this is a comment",
        ]
        .join("\n");
        let found: Vec<_> = refused(&code, comment_marks("a/b.rs").unwrap_or_default()).collect();
        assert_eq!(
            found,
            [(1, "Who"), (3, "Whether"), (4, "Where"), (7, "Such")]
        );
    }

    #[test]
    fn each_language_has_its_own_mark() {
        let found = |path, text| comment_marks(path).map(|marks| refused(text, marks).count());
        assert_eq!(found("src/words/ja/a.toml", "# So many rows."), Some(1));
        assert_eq!(found("tests/e2e/a.spec.ts", "// So many rows."), Some(1));
        assert_eq!(found("style/a.css", "/* So many rows. */"), Some(1));
        assert_eq!(found("src/words/ja/a.toml", "// So many rows."), Some(0));
        assert_eq!(found("README.md", "# So many rows."), None);
    }
}
