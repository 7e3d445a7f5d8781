//! From line to line: what each is, now that goals, tables and the levels of marks are known.

use std::collections::BTreeMap;

use super::goals::{Goals, Heading, Known};
use super::label::Label;
use super::line::{Line, is_prose};
use super::mark::{MarkKind, Marked};
use super::order::{Level, key, wraps};
use super::pasted::{LineDoubt, LineRole, PastedLine, Skipped};
use super::row::TableRowKind;
use super::wrapped::{Wrapped, joined, wrapped};
use crate::arrows::split;
use strategy::{Pace, sort};

/// Facts about a text before its lines are read.
pub struct TextFacts<'a> {
    /// Its lines.
    pub lines: &'a [Line],
    /// Facts about each line.
    pub known: &'a [Known],
    /// Those of the paper.
    pub noise: &'a BTreeMap<usize, Skipped>,
    /// Those of tables.
    pub tables: &'a BTreeMap<usize, TableRowKind>,
    /// The goals.
    pub goals: &'a Goals,
    /// The lines under each of them.
    pub blocks: &'a [(usize, usize)],
    /// For each line: true if it is an unmarked line of sentences.
    pub sentences: &'a [bool],
    /// Levels of the marks under them.
    pub levels: &'a BTreeMap<MarkKind, Level>,
}

/// The walk so far.
#[derive(Default)]
struct Walk {
    rows: Vec<PastedLine>,
    label: Option<Label>,
    /// The row of the heading that text belongs to.
    owner: Option<usize>,
    /// The last heading of each role, by its row.
    last: BTreeMap<LineRole, usize>,
    /// The row of the goal.
    goal: Option<usize>,
}

/// Returns the kind of each line.
pub async fn walk(text: &TextFacts<'_>, pace: &Pace) -> Vec<PastedLine> {
    let mut walk = Walk::default();
    let mut within = vec![false; text.lines.len()];
    for &(from, to) in text.blocks {
        within[from..to.max(from)].fill(true);
    }
    let headings: BTreeMap<usize, &Heading> =
        sort::map(text.goals.all.iter().map(|heading| (heading.at, heading)));
    for at in 0..text.lines.len() {
        pace.step().await;
        let within = within.get(at).copied().unwrap_or_default();
        let heading = headings.get(&at).copied();
        if let Some(why) = text.noise.get(&at) {
            walk.skip(text, at, *why);
        } else if let Some(row) = text.tables.get(&at) {
            walk.of_table(text, at, row, within);
        } else if let Some(heading) = heading {
            walk.goal(text, heading);
        } else if text.goals.others.contains(&at) {
            walk.skip(text, at, Skipped::OtherList);
        } else if !within {
            walk.label = None;
            walk.skip(text, at, Skipped::Outside);
        } else if let Some(label) = text.known[at].label {
            walk.label = Some(label);
            walk.skip(text, at, Skipped::Label);
        } else if let Some(mark) = &text.known[at].mark {
            walk.marked(text, at, mark);
        } else {
            walk.unmarked(text, at);
        }
    }
    walk.rows
}

/// A line that is skipped.
pub fn skipped(line: &Line, mark: Option<&Marked>, why: Skipped) -> PastedLine {
    PastedLine {
        lines: vec![line.number],
        printed: line.printed.clone(),
        label: String::new(),
        number: mark.map_or(String::new(), |m| m.number.clone()),
        title: mark.map_or_else(|| line.text.clone(), |m| m.title.clone()),
        subtitle: String::new(),
        mark: String::new(),
        role: LineRole::Skip,
        doubt: None,
        skipped: Some(why),
        indicator: None,
    }
}

/// A line that is taken.
pub fn taken(
    line: &Line,
    mark: Option<&Marked>,
    role: LineRole,
    doubt: Option<LineDoubt>,
) -> PastedLine {
    let mut row = skipped(line, mark, Skipped::NotUnderstood);
    (row.title, row.subtitle) = in_two(&row.title);
    if let Some(mark) = mark {
        row.mark = key(mark.kind);
        if let (MarkKind::Word(word, _), LineRole::Division) = (mark.kind, role) {
            row.label = word.to_owned();
        }
    }
    PastedLine {
        role,
        doubt,
        skipped: None,
        ..row
    }
}

const WAVES: [char; 3] = ['～', '〜', '~'];

/// A title and the subtitle between waves behind it.
fn in_two(title: &str) -> (String, String) {
    let inner = title.strip_suffix(WAVES);
    match inner.and_then(|inner| inner.split_once(WAVES)) {
        Some((title, subtitle)) if !title.trim().is_empty() => {
            (title.trim().to_owned(), subtitle.trim().to_owned())
        }
        _ => (title.to_owned(), String::new()),
    }
}

/// A line that is a subtitle: between waves or dashes.
fn subtitle(text: &str) -> Option<&str> {
    let signs = ['～', '〜', '~', '―', '－', '—'];
    let inner = text.strip_prefix(signs)?.strip_suffix(signs)?.trim();
    (!inner.is_empty()).then_some(inner)
}

/// True if a figure stands on both sides of an arrow: 農業の振興（KPI：就農者数 12人→20人）.
fn holds_change(title: &str) -> bool {
    split(title).is_some_and(|(before, behind)| {
        let number = |letter: Option<char>| letter.is_some_and(char::is_numeric);
        let behind = behind
            .trim_start()
            .trim_start_matches(['約', '△', '▲', '-', '+']);
        before.contains(char::is_numeric) && number(behind.chars().next())
    })
}

/// True if a title has a target in brackets behind it: 農業の振興（目標：就農者数20人）.
fn holds_target(title: &str) -> bool {
    let inside = title
        .strip_suffix(['）', ')'])
        .and_then(|title| title.rsplit_once(['（', '(']))
        .map(|(_, inside)| inside);
    inside.is_some_and(|inside| {
        let is_named = ["目標", "KPI", "ＫＰＩ", "指標"]
            .iter()
            .any(|word| inside.contains(word));
        is_named && inside.contains(char::is_numeric)
    })
}

/// Usual largest length of a title.
const LONG: usize = 60;

impl Walk {
    fn skip(&mut self, text: &TextFacts, at: usize, why: Skipped) {
        self.rows
            .push(skipped(&text.lines[at], text.known[at].mark.as_ref(), why));
    }

    fn heading(&mut self, row: PastedLine) {
        self.label = None;
        self.owner = Some(self.rows.len());
        self.last.insert(row.role, self.rows.len());
        if row.role.is_goal() {
            self.goal = self.owner;
        }
        self.rows.push(row);
    }

    fn goal(&mut self, text: &TextFacts, heading: &Heading) {
        let doubt = text.goals.uncertain.then_some(LineDoubt::Lists);
        let mark = text.known[heading.at].mark.as_ref();
        self.heading(taken(&text.lines[heading.at], mark, heading.role, doubt));
    }

    fn of_table(&mut self, text: &TextFacts, at: usize, row: &TableRowKind, within: bool) {
        let line = &text.lines[at];
        match row {
            TableRowKind::Indicator(_) | TableRowKind::Titles(..)
                if !within && !text.goals.all.is_empty() =>
            {
                self.skip(text, at, Skipped::Outside)
            }
            TableRowKind::Indicator(indicator) => {
                let mut row = taken(line, None, LineRole::Indicator, None);
                row.indicator = Some(*indicator);
                self.rows.push(row);
            }
            TableRowKind::More => match self.rows.last_mut() {
                Some(last) if last.role == LineRole::Indicator => last.lines.push(line.number),
                _ => self.skip(text, at, Skipped::Table),
            },
            TableRowKind::Titles(titles, indicator) => {
                for one in titles {
                    let mut row = taken(line, None, one.role, one.doubt);
                    row.title.clone_from(&one.title);
                    match one.role {
                        LineRole::Direction => self.rows.push(row),
                        _ => self.heading(row),
                    }
                }
                if let Some(indicator) = indicator {
                    self.of_table(text, at, &TableRowKind::Indicator(*indicator), true);
                }
            }
            TableRowKind::Other => self.skip(text, at, Skipped::Table),
        }
    }

    fn marked(&mut self, text: &TextFacts, at: usize, mark: &Marked) {
        if mark.kind.is_goal() {
            let current = self.goal.and_then(|at| self.rows.get(at));
            let same = current.is_some_and(|row| mark.title.starts_with(&row.title));
            return self.skip(
                text,
                at,
                if same {
                    Skipped::Repeated
                } else {
                    Skipped::OtherList
                },
            );
        }
        let (line, level) = (&text.lines[at], text.levels.get(&mark.kind));
        let listed = !mark.kind.counts() && self.label.is_some_and(|label| !starts_list(label));
        let prose = is_prose(&line.text) || wraps(text.lines, text.known, at);
        match level {
            _ if listed && self.label == Some(Label::Of(LineRole::Direction)) => {
                self.prose(text, at)
            }
            _ if listed => self.skip(text, at, Skipped::Prose),
            Some(level) if level.role == LineRole::Skip => {
                self.skip(text, at, Skipped::NotUnderstood)
            }
            Some(level) if level.role != LineRole::Direction && !prose => {
                let again = |row: &PastedLine| {
                    row.mark == key(mark.kind)
                        && row.number == mark.number
                        && row.title == mark.title
                };
                let last = self.last.get(&level.role).and_then(|at| self.rows.get(*at));
                if mark.kind.counts() && last.is_some_and(again) {
                    return self.skip(text, at, Skipped::Repeated);
                }
                let long = mark.title.chars().count() > LONG;
                let doubt = match level.sure {
                    false => Some(LineDoubt::Level),
                    true => (long || holds_change(&mark.title) || holds_target(&mark.title))
                        .then_some(LineDoubt::Title),
                };
                self.heading(taken(line, Some(mark), level.role, doubt));
            }
            Some(_) => self.prose(text, at),
            None => self.skip(text, at, Skipped::NotUnderstood),
        }
    }

    fn unmarked(&mut self, text: &TextFacts, at: usize) {
        let line = &text.lines[at];
        let behind = self.owner.filter(|owner| owner + 1 == self.rows.len());
        if let Some(row) = behind.and_then(|owner| self.rows.get_mut(owner)) {
            let empty = row.title.is_empty();
            let below = subtitle(&line.text).filter(|_| row.subtitle.is_empty());
            if (empty || below.is_some()) && !is_prose(&line.text) {
                row.lines.push(line.number);
                row.printed = format!("{} {}", row.printed, line.printed);
                match below {
                    Some(below) if !empty => row.subtitle = below.to_owned(),
                    _ => (row.title, row.subtitle) = in_two(&line.text),
                }
                return;
            }
            let rest = wrapped(&row.title, line)
                .filter(|_| row.lines.len() == 1 && row.subtitle.is_empty() && !text.sentences[at]);
            if let Some(rest) = rest {
                row.lines.push(line.number);
                row.printed = format!("{} {}", row.printed, line.printed);
                (row.title, row.subtitle) = in_two(&joined(&row.title, &line.text));
                if rest == Wrapped::Perhaps {
                    row.doubt.get_or_insert(LineDoubt::Wrapped);
                }
                return;
            }
        }
        match text.sentences[at] {
            true if self.label == Some(Label::Other) => self.skip(text, at, Skipped::Prose),
            true => self.prose(text, at),
            false => self.skip(text, at, Skipped::NotUnderstood),
        }
    }

    /// A line of what is written of the heading above.
    fn prose(&mut self, text: &TextFacts, at: usize) {
        let line = &text.lines[at];
        let owner = self.owner.and_then(|owner| self.rows.get(owner));
        if owner.is_none_or(|row| row.role == LineRole::Division)
            || self.label == Some(Label::Of(LineRole::Indicator))
        {
            return self.skip(text, at, Skipped::Prose);
        }
        let mark = text.known[at].mark.as_ref();
        if let Some(last) = self
            .rows
            .last_mut()
            .filter(|row| row.role == LineRole::Direction)
        {
            let parted = line.gap || mark.is_some() || last.title.ends_with('。');
            if parted {
                last.title.push('\n');
            }
            last.title.push_str(&line.text);
            last.printed = format!("{} {}", last.printed, line.printed);
            last.lines.push(line.number);
            return;
        }
        let mut row = taken(line, None, LineRole::Direction, None);
        row.title.clone_from(&line.text);
        row.subtitle.clear();
        self.rows.push(row);
    }
}

/// True if the lines under a label are those of a list of headings.
fn starts_list(label: Label) -> bool {
    matches!(
        label,
        Label::Of(LineRole::Measure | LineRole::Initiative | LineRole::Goal)
    )
}

/// Returns, for each line, true if it is an unmarked line in a run of lines that has a sentence.
pub async fn sentences(lines: &[Line], known: &[Known], pace: &Pace) -> Vec<bool> {
    pace.expect(lines.len());
    let mut found = vec![false; lines.len()];
    let mut from = 0;
    for at in 0..lines.len() {
        pace.step().await;
        let plain = known[at] == Known::default();
        let goes_on = plain && at > 0 && !lines[at].gap && known[at - 1] == Known::default();
        if !goes_on {
            from = at;
        }
        if plain && is_prose(&lines[at].text) {
            found[from..=at].fill(true);
            from = at;
        } else if goes_on && found[at - 1] {
            found[at] = true;
        }
    }
    found
}
