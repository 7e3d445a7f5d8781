//! 計画のことば: the field's own terms for the things of the model.

use crate::strategy::*;

/// What a kind of record is called.
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::About => "計画",
        Kind::Section => "章",
        Kind::Goal => "目標",
        Kind::Division => "見出し",
        Kind::Measure => "施策",
        Kind::Initiative => "取組",
        Kind::Sheet => "シート",
        Kind::Line => "事業",
        Kind::Indicator => "指標",
        Kind::Series => "指標の内訳",
        Kind::Framework => "枠組み",
        Kind::FrameworkItem => "枠組みの項目",
        Kind::Support => "支援",
        Kind::Body => "会議体",
        Kind::Lane => "日程のレーン",
        Kind::TimetableItem => "日程",
        Kind::Idea => "意見",
    }
}

/// 「基本目標1」「横断的な目標1」: a goal by its number among the goals (`1`, `横1`).
pub fn goal_number(number: &str) -> String {
    let (kind, number) = match number.strip_prefix('横') {
        Some(number) => (GoalKind::CrossCutting, number),
        None => (GoalKind::Basic, number),
    };
    [kind.word(), number].concat()
}

/// 「施策1-2」「横断的な目標1 施策2」: a measure by its code among the measures (`1-2`, `横1-2`).
pub fn measure_number(code: &str) -> String {
    match code.strip_prefix('横').and_then(|of| of.split_once('-')) {
        Some((goal, own)) => {
            let kind = GoalKind::CrossCutting.word();
            format!("{kind}{goal} 施策{own}")
        }
        None => format!("施策{code}"),
    }
}

/// 「1 稼ぐ産業…」「横断的な目標1 多様な人材…」: a goal in a list of goals.
pub fn goal_coded(number: &str, title: &str) -> String {
    match number.starts_with('横') {
        true => format!("{} {title}", goal_number(number)),
        false => format!("{number} {title}"),
    }
}

/// What nobody chose yet.
pub const UNDECIDED: &str = "まだ決めていない";

/// めざす向き.
pub fn desired(desired: Option<Desired>) -> &'static str {
    desired.map_or(UNDECIDED, |desired| desired.word())
}

/// 成果・活動.
pub fn nature(nature: Option<Nature>) -> &'static str {
    nature.map_or(UNDECIDED, Nature::word)
}

/// 「令和4〜7年度」.
pub fn period(period: Period) -> String {
    let (first, last) = (period.first.wareki(), period.last.wareki());
    let era = |text: &str| {
        text.chars()
            .take_while(|c| !c.is_ascii_digit() && *c != '元')
            .count()
    };
    let same = era(&first) == era(&last)
        && first
            .chars()
            .take(era(&first))
            .eq(last.chars().take(era(&last)));
    let tail: String = if same {
        last.chars().skip(era(&last)).collect()
    } else {
        last
    };
    format!("{first}〜{tail}年度")
}

/// What stands where a name must stand and there is none.
pub const NAMELESS: &str = "（名称なし）";

/// The name, or that there is none.
pub fn named(title: &str) -> &str {
    match title.trim() {
        "" => NAMELESS,
        _ => title,
    }
}

/// A name, as far as it is shown where many stand together: a choice, a chip, a heading. The whole is in its field.
pub fn brief(title: &str) -> String {
    const LETTERS: usize = 80;
    let mut letters = title.chars();
    let head: String = letters.by_ref().take(LETTERS).collect();
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
