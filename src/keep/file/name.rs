//! The name of a file that is saved outside the browser.

use crate::Moment;

/// Titles longer than this (in characters) are cut, so that Windows takes the path.
const LONGEST: usize = 60;

/// `北本市_第2期総合戦略_20261121-1042.json`: town, title, date and time, with nothing in it that
/// Windows, macOS or a file server refuses. A title that begins with the town does not name it twice.
pub fn file_name(town: &str, title: &str, moment: &Moment, extension: &str) -> String {
    let town = safe(town);
    let title = safe(title);
    let rest = title.strip_prefix(town.as_str()).unwrap_or(&title);
    let rest = rest.trim_start_matches('_');
    let mut parts: Vec<&str> = [town.as_str(), rest]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    if parts.is_empty() {
        parts.push("総合戦略");
    }
    format!("{}_{}.{extension}", parts.join("_"), moment.compact())
}

/// The text with every sign a file system refuses, and every space, made `_`.
fn safe(text: &str) -> String {
    let mut name = String::new();
    for c in text.chars().take(LONGEST) {
        let refused = c.is_control()
            || c.is_whitespace()
            || "/\\:*?\"<>|#%&{}".contains(c)
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
        match (refused, name.ends_with('_')) {
            (true, true) => {}
            (true, false) => name.push('_'),
            (false, _) => name.push(c),
        }
    }
    name.trim_matches(|c| c == '_' || c == '.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_moments::at;

    #[test]
    fn k17_file_names_hold_the_date_and_no_refused_sign() {
        for (town, title, name) in [
            ("北本市", "第2期総合戦略", "北本市_第2期総合戦略"),
            ("北本市", "北本市 第2期総合戦略", "北本市_第2期総合戦略"),
            ("北斗市", "総合戦略（骨子案）", "北斗市_総合戦略（骨子案）"),
            ("", "計画: 1/2?", "計画_1_2"),
            ("", "", "総合戦略"),
            ("町", "..", "町"),
            ("", "a\u{202e}gpj.exe\n", "a_gpj.exe"),
            ("　", "　", "総合戦略"),
        ] {
            assert_eq!(
                file_name(town, title, &at(21, 642), "json"),
                format!("{name}_20261121-1042.json")
            );
        }
        let long = file_name("", &"長".repeat(300), &at(1, 0), "json");
        assert_eq!(long.chars().count(), 60 + "_20261101-0000.json".len());
    }
}
