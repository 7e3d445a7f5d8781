//! Lines that are of the paper, not of the plan: page numbers, contents, running heads.

use std::collections::BTreeMap;

use super::label;
use super::line::{Line, is_prose};
use super::mark;
use super::pasted::Skipped;
use strategy::Pace;

/// Number of repetitions from which a line is a running head.
const OFTEN: usize = 3;
const LEADERS: [char; 6] = ['…', '‥', '・', '.', '．', '･'];

/// Returns the lines that are noise, by their places.
pub async fn noise(lines: &[Line], pace: &Pace) -> BTreeMap<usize, Skipped> {
    pace.expect(2 * lines.len());
    let mut found = BTreeMap::new();
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    for line in lines {
        *times.entry(&line.text).or_default() += 1;
        pace.step().await;
    }
    let mut contents = false;
    for (at, line) in lines.iter().enumerate() {
        pace.step().await;
        let text = line.text.as_str();
        let heads = matches!(
            text.replace([' ', '\u{3000}'], "").as_str(),
            "目次" | "もくじ"
        );
        contents = heads || contents && (listed(text) || is_page_number(text));
        let why = if is_page_number(text) {
            Some(Skipped::PageNumber)
        } else if heads || led(text) || contents && listed(text) {
            Some(Skipped::Contents)
        } else if times.get(text).is_some_and(|n| *n >= OFTEN) && is_head(text) {
            Some(Skipped::Repeated)
        } else {
            None
        };
        if let Some(why) = why.filter(|_| !line.tabbed) {
            found.insert(at, why);
        }
    }
    found
}

/// A line without mark or sentence that may stand on every page.
fn is_head(text: &str) -> bool {
    mark::read(text).is_none()
        && label::read(text).is_none()
        && !is_prose(text)
        && text.chars().count() > 1
}

/// 12, - 12 -, 12/40, P.12, 12ページ.
fn is_page_number(text: &str) -> bool {
    let plain = strategy::half_width(text).to_lowercase();
    let bare = plain.trim_matches(|c: char| c.is_whitespace() || "-–—−‐~〜p.".contains(c));
    let bare = bare
        .trim_end_matches("ページ")
        .trim_end_matches('頁')
        .trim();
    let signed = bare.len() < plain.len();
    let pages = |part: &str| {
        !part.is_empty() && part.len() <= 3 && part.chars().all(|c| c.is_ascii_digit())
    };
    match bare.split_once('/') {
        Some((page, of)) => pages(page.trim()) && pages(of.trim()),
        None => pages(bare) && (signed || plain.len() <= 3),
    }
}

/// A title, dots, and a page: 第1章　はじめに ……… 3.
fn led(text: &str) -> bool {
    let before = text.trim_end_matches(|c: char| c.is_numeric() || c.is_whitespace());
    let title = before.trim_end_matches(|c: char| LEADERS.contains(&c) || c.is_whitespace());
    let dots = before.len() - title.len();
    before.len() < text.len() && !title.is_empty() && dots >= 6
}

/// A line of a list of contents: it ends with a page.
fn listed(text: &str) -> bool {
    let before = text.trim_end_matches(char::is_numeric);
    let page = text[before.len()..].chars().count();
    (1..=3).contains(&page)
        && before.ends_with(char::is_whitespace)
        && before.contains(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::super::line::lines;
    use super::*;

    #[test]
    fn lines_of_the_paper_are_known() {
        let text = "目 次\n第1章　はじめに 3\n基本目標1 働く……12\n\n本文です。\n- 12 -\nみほん町総合戦略\n基本目標1 働く\n13\nみほん町総合戦略\n[取組]\n14/40\nみほん町総合戦略\nP.15\n第3章　2024\n出生数 340";
        let (lines, found) = strategy::at_once(async |pace| {
            let lines = lines(text, &pace).await;
            let found = noise(&lines, &pace).await;
            (lines, found)
        });
        let told: Vec<_> = found
            .iter()
            .map(|(at, why)| (lines[*at].printed.as_str(), *why))
            .collect();
        let wanted = [
            ("目 次", Skipped::Contents),
            ("第1章　はじめに 3", Skipped::Contents),
            ("基本目標1 働く……12", Skipped::Contents),
            ("- 12 -", Skipped::PageNumber),
            ("みほん町総合戦略", Skipped::Repeated),
            ("13", Skipped::PageNumber),
            ("みほん町総合戦略", Skipped::Repeated),
            ("14/40", Skipped::PageNumber),
            ("みほん町総合戦略", Skipped::Repeated),
            ("P.15", Skipped::PageNumber),
        ];
        assert_eq!(told, wanted);
    }
}
