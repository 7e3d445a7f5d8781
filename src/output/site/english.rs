//! The town's English texts in place of the Japanese ones; and the list of texts that are still Japanese.

use crate::markup::{Element, Node};
use strategy::*;

/// The strategy with its English names and texts where there are any.
pub fn in_english(s: &Strategy) -> Strategy {
    let mut english = s.clone();
    let mut about = About::clone(&s.about());
    put(&about.english_name, &mut about.title);
    english.about.insert(about);
    for goal in s.goals.iter() {
        let mut goal = Goal::clone(goal);
        put(&goal.english_name, &mut goal.title);
        put(&goal.english_text, &mut goal.direction);
        english.goals.insert(goal);
    }
    for measure in s.measures.iter() {
        let mut measure = Measure::clone(measure);
        put(&measure.english_name, &mut measure.title);
        english.measures.insert(measure);
    }
    for indicator in s.indicators.iter() {
        let mut indicator = Indicator::clone(indicator);
        put(&indicator.english_name, &mut indicator.name);
        put(&indicator.english_text, &mut indicator.definition);
        english.indicators.insert(indicator);
    }
    english
}

fn put(english: &str, place: &mut String) {
    if !english.trim().is_empty() {
        english.clone_into(place);
    }
}

/// Says of every text in Japanese letters that it is Japanese, so that a screen reader reads it so.
pub fn mark_japanese(element: &mut Element) {
    if element.attributes.iter().any(|(name, _)| *name == "lang") {
        return;
    }
    let is_japanese =
        |child: &Node| matches!(child, Node::Text(text) if text.chars().any(is_kana_or_kanji));
    if element.children.iter().any(is_japanese) {
        element.attributes.push(("lang", "ja".to_owned()));
        return;
    }
    for child in &mut element.children {
        if let Node::Element(child) = child {
            mark_japanese(child);
        }
    }
}

fn is_kana_or_kanji(letter: char) -> bool {
    matches!(letter, '\u{3041}'..='\u{30fe}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::{element, text};

    #[test]
    fn only_what_is_japanese_is_told_to_be() {
        let mut page = element("main")
            .child(text("h1", "The plan at a glance"))
            .child(text("p", "出生数"))
            .child(text("a", "日本語").with("lang", "en"))
            .child(text("td", "309 (FY2024)"));
        mark_japanese(&mut page);
        let told = r#"<main><h1>The plan at a glance</h1><p lang="ja">出生数</p><a lang="en">日本語</a><td>309 (FY2024)</td></main>"#;
        assert_eq!(page.to_string(), told);
    }
}
