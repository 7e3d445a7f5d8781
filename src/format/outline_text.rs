//! 体系 as a text: the goals, measures and initiatives of a printed plan, a line each.
//!
//! Every line is a goal's, a measure's or an initiative's, or given back as it came.

use crate::edit::{OutlineGoal, OutlineMeasure};
use crate::strategy::{GoalKind, half_width};

/// What was read of a text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PastedOutline {
    /// The goals, in the order printed.
    pub goals: Vec<OutlineGoal>,
    /// Lines that are none of these, each with its number.
    pub unread: Vec<(usize, String)>,
}

impl PastedOutline {
    /// Reads a text: the marks of its lines tell what they are, in a table its columns.
    pub fn read(text: &str) -> Self {
        let mut outline = Self::default();
        for (at, line) in text.lines().enumerate() {
            let printed = line.trim();
            if printed.is_empty() {
                continue;
            }
            if !outline.take_cells(line) {
                match Level::of(printed, &outline) {
                    Some((level, title)) if !title.is_empty() => outline.take(level, title),
                    _ => outline.unread.push((at + 1, printed.to_owned())),
                }
            }
        }
        outline
    }

    /// How many goals, measures and initiatives.
    pub fn counts(&self) -> (usize, usize, usize) {
        let measures = self.goals.iter().flat_map(|g| &g.measures);
        let initiatives = measures.clone().map(|m| m.initiatives.len()).sum();
        (self.goals.len(), measures.count(), initiatives)
    }

    /// A row of a table: goal, measure and initiative in its first three cells, what is the same left out.
    fn take_cells(&mut self, line: &str) -> bool {
        let cells: Vec<&str> = line.split('\t').map(str::trim).collect();
        if cells.len() < 2 || cells.len() > 3 {
            return false;
        }
        let levels = [
            Level::Goal(GoalKind::Basic),
            Level::Measure,
            Level::Initiative,
        ];
        for (cell, level) in cells.into_iter().zip(levels) {
            if cell.is_empty() {
                continue;
            }
            let (title, level) = match (Level::of(cell, self), level) {
                (Some((Level::Goal(kind), title)), Level::Goal(_)) => (title, Level::Goal(kind)),
                (Some((_, title)), level) if !title.is_empty() => (title, level),
                (_, level) => (cell, level),
            };
            self.take(level, title);
        }
        true
    }

    fn take(&mut self, level: Level, title: &str) {
        let title = title.to_owned();
        match level {
            Level::Goal(kind) => self.goals.push(OutlineGoal {
                kind,
                title,
                measures: Vec::new(),
            }),
            Level::Measure => self.goal().measures.push(OutlineMeasure {
                title,
                initiatives: Vec::new(),
            }),
            Level::Initiative => {
                let goal = self.goal();
                if goal.measures.is_empty() {
                    goal.measures.push(OutlineMeasure::default());
                }
                if let Some(measure) = goal.measures.last_mut() {
                    measure.initiatives.push(title);
                }
            }
        }
    }

    /// The goal of what follows; where none was printed, one without a name.
    fn goal(&mut self) -> &mut OutlineGoal {
        if self.goals.is_empty() {
            self.goals.push(OutlineGoal::default());
        }
        let last = self.goals.len() - 1;
        &mut self.goals[last]
    }
}

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Level {
    Goal(GoalKind),
    Measure,
    Initiative,
}

const GOALS: [(&str, GoalKind); 5] = [
    ("基本目標", GoalKind::Basic),
    ("横断的な目標", GoalKind::CrossCutting),
    ("横断的目標", GoalKind::CrossCutting),
    ("横断目標", GoalKind::CrossCutting),
    ("政策目標", GoalKind::Basic),
];
const MEASURES: [&str; 5] = ["主要施策", "具体的施策", "基本施策", "個別施策", "施策"];
const INITIATIVES: [&str; 4] = ["具体的取組", "主な取組", "取組", "事業"];
const BULLETS: [char; 11] = ['・', '･', '●', '○', '■', '□', '◆', '◇', '-', '*', '•'];

impl Level {
    /// What a line is by its mark, and the title after it.
    fn of<'a>(line: &'a str, before: &PastedOutline) -> Option<(Self, &'a str)> {
        for (word, kind) in GOALS {
            if let Some(rest) = after_word(line, word) {
                return Some((Level::Goal(kind), rest));
            }
        }
        if let Some(rest) = MEASURES.iter().find_map(|word| after_word(line, word)) {
            return Some((Level::Measure, rest));
        }
        if let Some(rest) = INITIATIVES.iter().find_map(|word| after_word(line, word)) {
            return Some((Level::Initiative, rest));
        }
        if let Some(rest) = line.strip_prefix(BULLETS) {
            return Some((Level::Initiative, rest.trim()));
        }
        if let Some(rest) = line.strip_prefix(|c: char| ('①'..='⑳').contains(&c)) {
            return Some((Level::Initiative, rest.trim()));
        }
        let (number, rest) = numbered(line)?;
        let level = match number {
            Number::Bracketed if before.has_measure() => Level::Initiative,
            Number::Joined | Number::Bracketed => Level::Measure,
            Number::Plain if before.goals.is_empty() => Level::Goal(GoalKind::Basic),
            Number::Plain => Level::Measure,
        };
        Some((level, rest))
    }
}

impl PastedOutline {
    fn has_measure(&self) -> bool {
        self.goals.last().is_some_and(|g| !g.measures.is_empty())
    }
}

/// What stands after a word of the kind and its number: 基本目標１：…, 施策1-2　….
fn after_word<'a>(line: &'a str, word: &str) -> Option<&'a str> {
    let rest = line
        .trim_start_matches(['【', '〈', '＜', '「', '#', ' '])
        .strip_prefix(word)?;
    let bare = after_number(rest);
    // 取組を進める is a sentence, not a mark.
    let marked = bare.len() < rest.len() || rest.starts_with(is_gap);
    marked.then(|| bare.trim_end_matches(['】', '〉', '＞', '」']).trim())
}

fn is_gap(c: char) -> bool {
    c.is_whitespace() || matches!(c, ':' | '：' | '】' | '.' | '．' | '、' | '」')
}

fn is_number(c: char) -> bool {
    c.is_numeric()
        || matches!(
            c,
            'Ⅰ'..='Ⅻ' | '-' | '－' | '−' | '‐' | '(' | ')' | '（' | '）' | '.' | '．'
        )
}

fn after_number(text: &str) -> &str {
    text.trim_start_matches(is_gap)
        .trim_start_matches(is_number)
        .trim_start_matches(is_gap)
}

/// How a line is numbered.
enum Number {
    /// (1)
    Bracketed,
    /// 1-2
    Joined,
    /// 1
    Plain,
}

fn numbered(line: &str) -> Option<(Number, &str)> {
    let rest = line.trim_start_matches(is_number);
    let number = half_width(&line[..line.len() - rest.len()]);
    if !number.contains(|c: char| c.is_numeric()) {
        return None;
    }
    let level = match number.trim_matches('.') {
        n if n.starts_with('(') => Number::Bracketed,
        n if n.contains(['-', '.', '−']) => Number::Joined,
        _ => Number::Plain,
    };
    // 3年間で… is a sentence: a number that tells a line's place stands apart from it.
    let apart = rest.starts_with(is_gap) || number.ends_with([')', '.']);
    apart.then(|| (level, rest.trim_start_matches(is_gap).trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<String> {
        let outline = PastedOutline::read(text);
        let mut told = Vec::new();
        for goal in &outline.goals {
            let kind = if goal.kind == GoalKind::Basic {
                "基"
            } else {
                "横"
            };
            told.push(format!("{kind} {}", goal.title));
            for measure in &goal.measures {
                told.push(format!("- {}", measure.title));
                told.extend(measure.initiatives.iter().map(|i| format!("-- {i}")));
            }
        }
        told.extend(
            outline
                .unread
                .iter()
                .map(|(at, text)| format!("? {at} {text}")),
        );
        told
    }

    #[test]
    fn the_marks_of_lines_tell_what_they_are() {
        let read = told(
            "第2期みほん町総合戦略\n\n基本目標１　働く場をつくる\n施策1-1　農業を支える\n・就農相談\n・研修農場\n施策1-2：商いを支える\n　① 直売所\n横断的な目標１　デジタル\n（１）申請の電子化\n　（ア）は読めない\n取組を進める",
        );
        let wanted = [
            "基 働く場をつくる",
            "- 農業を支える",
            "-- 就農相談",
            "-- 研修農場",
            "- 商いを支える",
            "-- 直売所",
            "横 デジタル",
            "- 申請の電子化",
            "? 1 第2期みほん町総合戦略",
            "? 11 （ア）は読めない",
            "? 12 取組を進める",
        ];
        assert_eq!(read, wanted);
    }

    #[test]
    fn numbers_tell_it_where_no_words_do() {
        let read = told(
            "【基本目標Ⅰ】雇用をつくる\n1 企業立地\n(1) 用地の確保\n(2) 雇用の促進\n2. 観光\n1-3 農業\n3年間で伸ばす",
        );
        let wanted = [
            "基 雇用をつくる",
            "- 企業立地",
            "-- 用地の確保",
            "-- 雇用の促進",
            "- 観光",
            "- 農業",
            "? 7 3年間で伸ばす",
        ];
        assert_eq!(read, wanted);
    }

    #[test]
    fn a_table_of_three_columns_is_read_by_its_columns() {
        let read = told(
            "働く場\t農業を支える\t就農相談\n\t\t研修農場\n\t商いを支える\t直売所\n基本目標2 子育て\t保育\n",
        );
        let wanted = [
            "基 働く場",
            "- 農業を支える",
            "-- 就農相談",
            "-- 研修農場",
            "- 商いを支える",
            "-- 直売所",
            "基 子育て",
            "- 保育",
        ];
        assert_eq!(read, wanted);
    }

    #[test]
    fn every_line_is_read_or_given_back() {
        for text in [
            "",
            "　",
            "・",
            "基本目標",
            "基本目標1",
            "(",
            "1",
            "①",
            "\t\t",
            "-\t-",
            "🙂\n。",
        ] {
            let outline = PastedOutline::read(text);
            let (goals, measures, initiatives) = outline.counts();
            let lines = text.lines().filter(|line| !line.trim().is_empty()).count();
            assert!(
                goals + measures + initiatives + outline.unread.len() >= lines,
                "{text:?}"
            );
        }
    }
}
