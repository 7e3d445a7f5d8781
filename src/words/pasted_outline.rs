//! 前の計画の取り込みのことば.

use super::text::pasted_outline as text;
pub use super::text::pasted_outline::*;
use crate::text::marks as signs;

use crate::pasted_table;
use edit::Outline;
use recognise::{LineRole, PastedIndicator, PastedLine};

/// Counts the chosen records, and the lines with a doubt.
pub fn summary(chosen: &Outline, asked: usize) -> String {
    let measures = chosen.goals.iter().flat_map(|goal| &goal.measures);
    let initiatives: usize = measures.clone().map(|m| m.initiatives.len()).sum();
    match (chosen.count(), asked) {
        (0, 0) => text::nothing().to_owned(),
        (0, asked) => text::nothing_sure(asked),
        (_, asked) => {
            let indicators = chosen.indicators.len();
            let goals = chosen.goals.len();
            let mut told = text::summary(goals, measures.count(), initiatives, indicators);
            if asked > 0 {
                told += &text::summary_asked(asked);
            }
            told
        }
    }
}

/// Key of a role in the page, the same in every language.
pub fn key(role: LineRole) -> &'static str {
    match role {
        LineRole::Goal => "goal",
        LineRole::CrossGoal => "cross",
        LineRole::Division => "division",
        LineRole::Measure => "measure",
        LineRole::Initiative => "initiative",
        LineRole::Direction => "direction",
        LineRole::Indicator => "indicator",
        LineRole::Skip => "skip",
    }
}

/// 「見出しの印（3種類、うち1種類は確認が必要）」.
pub fn marks(count: usize, unsure: usize) -> String {
    match unsure {
        0 => text::marks(count),
        unsure => text::marks_unsure(count, unsure),
    }
}

/// Says which role was detected for the marked lines.
pub fn found(role_of: LineRole, sure: bool) -> String {
    match sure {
        true => text::found(role(role_of)),
        false => text::found_unsure(role(role_of)),
    }
}

/// 「基本計画32」: the number of a line as printed, with the plan's name for its level.
pub fn number(line: &PastedLine) -> String {
    format!("{}{}", line.label, line.number)
}

/// Lines of the record in the text: 「12・13行目」.
pub fn lines(line: &PastedLine) -> String {
    let Some(first) = line.lines.first() else {
        return String::new();
    };
    match line.lines.len() {
        0..=3 => {
            let numbers: Vec<String> = line.lines.iter().map(usize::to_string).collect();
            text::lines(numbers.join(signs::and()))
        }
        count => text::lines_many(*first, count - 1),
    }
}

/// Baseline and targets of an indicator: 「340人（R2） → 380人（R7）」.
pub fn figures(one: &PastedIndicator) -> String {
    let joined = |cells: Vec<(String, bool)>| {
        let cells = cells.into_iter().map(|(text, _)| text);
        let told: Vec<String> = cells.filter(|text| !text.is_empty()).collect();
        told.join(signs::list())
    };
    let from = joined(pasted_table::baselines(one));
    let to = joined(pasted_table::by_year(one, |series| &series.targets));
    match from.is_empty() || to.is_empty() {
        true => from + &to,
        false => text::figures(from, to),
    }
}
