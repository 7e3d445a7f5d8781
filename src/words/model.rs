//! 計画のことば: the field's own terms for the things of the model.

use super::say::Say;
use super::say::Word;
use super::text::model as text;
pub use super::text::model::*;
pub use super::year::period;

use insight::Title;
use strategy::*;

impl Say for Title {
    /// 「移住者数（女性）」.
    fn say(&self) -> String {
        let year = self.year.map(|year| year.say());
        let own = year.as_deref().unwrap_or(&self.own);
        match (self.of.as_str(), own) {
            ("", name) | (name, "") => name.to_owned(),
            (of, own) => text::title_within(of, own),
        }
    }
}

/// 「基本目標1」「横断的な目標1」: a goal by its number among the goals (`1`, `横1`).
pub fn goal_number(number: &str) -> String {
    let (kind, number) = match number.strip_prefix('横') {
        Some(number) => (GoalKind::CrossCutting, number),
        None => (GoalKind::Basic, number),
    };
    text::goal_number(kind.word(), number)
}

/// 「施策1-2」「横断的な目標1 施策2」: a measure by its code among the measures (`1-2`, `横1-2`).
pub fn measure_number(code: &str) -> String {
    match code.strip_prefix('横').and_then(|of| of.split_once('-')) {
        Some((goal, own)) => {
            let kind = GoalKind::CrossCutting.word();
            text::measure_number_some(kind, goal, own)
        }
        None => text::measure_number_none(code),
    }
}

/// Returns the number of a goal, or the code of a measure, in short form: 「1」「横1」「横1-2」.
pub fn short_number(number: &str) -> String {
    match number.strip_prefix('横') {
        Some(number) => text::short_cross(number),
        None => number.to_owned(),
    }
}

/// 「1 稼ぐ産業…」「横断的な目標1 多様な人材…」: a goal in a list of goals.
pub fn goal_coded(number: &str, title: &str) -> String {
    match number.starts_with('横') {
        true => format!("{} {title}", goal_number(number)),
        false => format!("{number} {title}"),
    }
}

/// めざす向き.
pub fn desired(desired: Option<Desired>) -> &'static str {
    desired.map_or(undecided(), |desired| desired.word())
}

/// 成果・活動.
pub fn nature(nature: Option<Nature>) -> &'static str {
    nature.map_or(undecided(), |one| one.word())
}

/// Returns the name, or that there is none.
pub fn named(title: &str) -> &str {
    match title.trim() {
        "" => nameless(),
        _ => title,
    }
}

/// Returns a name cut for places with many names: a choice, a chip, a heading. Its field shows all of it.
pub fn brief(title: &str) -> String {
    cut(title, 80)
}

/// Returns the first letters of a text, with a mark if there are more.
pub(super) fn cut(text: &str, most: usize) -> String {
    let mut letters = text.chars();
    let head: String = letters.by_ref().take(most).collect();
    match letters.next() {
        Some(_) => format!("{head}…"),
        None => head,
    }
}

#[cfg(test)]
mod tests {
    use super::{goal_coded, goal_number, measure_number};

    #[test]
    fn a_cross_cutting_goal_is_called_what_it_is_wherever_goals_are_listed() {
        assert_eq!(goal_number("2"), "基本目標2");
        assert_eq!(goal_number("横1"), "横断的な目標1");
        assert_eq!(measure_number("2-1"), "施策2-1");
        assert_eq!(measure_number("横1-2"), "横断的な目標1 施策2");
        assert_eq!(goal_coded("2", "にぎわい"), "2 にぎわい");
        assert_eq!(goal_coded("横1", "多様な人材"), "横断的な目標1 多様な人材");
    }
}
