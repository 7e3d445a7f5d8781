//! Detection of the headings that are goals of the plan: lists of goals of other plans, and short lists, are
//! separated from the full list.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::label::Label;
use super::line::{Line, is_prose};
use super::mark::{MarkKind, Marked};
use super::pasted::LineRole;
use strategy::{Pace, sort};

/// Facts about a line before its level is known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Known {
    /// Its mark, where it has one.
    pub mark: Option<Marked>,
    /// The label of the lines under it.
    pub label: Option<Label>,
    /// True if it belongs to the paper or to a table, not to the outline.
    pub apart: bool,
}

/// A heading of a goal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// Its line.
    pub at: usize,
    /// The line behind the last that is under it.
    pub end: usize,
    /// 基本 or 横断.
    pub role: LineRole,
}

/// The goals of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Goals {
    /// Their headings.
    pub all: Vec<Heading>,
    /// Headings of goals that are not those: of other plans, or in a list that stands in full elsewhere.
    pub others: BTreeSet<usize>,
    /// True if there is more than one list and none of them in full.
    pub uncertain: bool,
}

/// One list of goals: their lines.
#[derive(Default)]
struct GoalLines {
    heads: Vec<usize>,
    foreign: bool,
    full: usize,
}

/// Finds the goals, in steps of about a line.
pub async fn goals(lines: &[Line], known: &[Known], pace: &Pace) -> Goals {
    let heads = headings(lines, known, pace).await;
    let mut lists = lists(lines, known, &heads, pace).await;
    count_full(&mut lists, lines, known, pace).await;
    let in_full = |list: &GoalLines| list.full * 2 >= list.heads.len();
    let best = |list: &&GoalLines| {
        (
            in_full(list),
            !list.foreign,
            list.full,
            list.heads.first().copied(),
        )
    };
    let Some(best) = lists.iter().max_by_key(best) else {
        return Goals::default();
    };
    let uncertain = !in_full(best) && lists.len() > 1;
    let others = lists.iter().filter(|list| list.heads != best.heads);
    let mut goals = Goals {
        all: Vec::new(),
        others: sort::set(others.flat_map(|list| list.heads.iter().copied())),
        uncertain,
    };
    let after = goals
        .others
        .iter()
        .copied()
        .filter(|at| best.heads.last().is_some_and(|last| at > last));
    let stop = after.min().unwrap_or(lines.len());
    let first = best.heads.first().copied().unwrap_or_default();
    let parts = Parts::new(known, first, pace).await;
    pace.expect(lines.len().saturating_sub(first));
    for (n, &at) in best.heads.iter().enumerate() {
        let next = best.heads.get(n + 1).copied().unwrap_or(stop);
        let role = known[at].mark.as_ref().and_then(|m| m.kind.role());
        goals.all.push(Heading {
            at,
            end: end(lines, known, &parts, at..next, pace).await,
            role: role.filter(|role| role.is_goal()).unwrap_or(LineRole::Goal),
        });
    }
    goals
}

/// Counts the goals of each list that have content.
async fn count_full(lists: &mut [GoalLines], lines: &[Line], known: &[Known], pace: &Pace) {
    let mut end = lines.len();
    for list in lists.iter_mut().rev() {
        for at in list.heads.iter().rev() {
            list.full += usize::from(is_full(lines, known, *at, end));
            end = *at;
            pace.step().await;
        }
    }
}

/// The lines that are headed as goals, by a word, or in a numbered list right under 基本目標.
async fn headings(lines: &[Line], known: &[Known], pace: &Pace) -> Vec<usize> {
    pace.expect(lines.len());
    let mut heads = Vec::new();
    // The mark of the list that is being read, and the number that comes next.
    let mut list = None;
    let mut open = false;
    for (at, one) in known.iter().enumerate() {
        pace.step().await;
        if one.apart {
            continue;
        }
        if one.label == Some(Label::Of(LineRole::Goal)) {
            (open, list) = (true, None);
            continue;
        }
        let Some(mark) = &one.mark else {
            open &= is_prose(&lines[at].text);
            continue;
        };
        let by_list = match list {
            Some((kind, next)) => kind == mark.kind && mark.count == Some(next),
            None => open && mark.count == Some(1) && mark.kind.counts(),
        };
        if mark.kind.is_goal() {
            heads.push(at);
            (open, list) = (false, None);
        } else if by_list && !is_prose(&mark.title) {
            heads.push(at);
            list = mark.count.map(|count| (mark.kind, count + 1));
        } else {
            (open, list) = (false, None);
        }
    }
    heads
}

/// The headings in lists: in each the numbers rise, the basic ones before the others.
async fn lists(lines: &[Line], known: &[Known], heads: &[usize], pace: &Pace) -> Vec<GoalLines> {
    // Each heading is put into its list, and looked under.
    pace.expect(2 * heads.len());
    let mut lists: Vec<GoalLines> = Vec::new();
    for &at in heads {
        pace.step().await;
        let key = |at: usize| {
            let mark = known[at].mark.as_ref();
            let cross = mark.is_some_and(|m| m.kind.role() == Some(LineRole::CrossGoal));
            let word = mark.is_some_and(|m| m.kind.is_goal());
            (cross, word, mark.and_then(|m| m.count))
        };
        let follows = |last: usize| {
            let ((cross, word, count), (was_cross, was_word, before)) = (key(at), key(last));
            let rises = count.is_none() || before.is_none() || count > before;
            word == was_word && (cross && !was_cross || cross == was_cross && rises)
        };
        let same = |other: &usize| {
            known[*other]
                .mark
                .as_ref()
                .map(|m| (&m.kind, m.count, &m.title))
                == known[at]
                    .mark
                    .as_ref()
                    .map(|m| (&m.kind, m.count, &m.title))
        };
        match lists.last_mut() {
            // The heading of a goal is printed again on each of its pages.
            Some(list) if list.heads.last().is_some_and(same) => {}
            Some(list) if list.heads.last().is_some_and(|last| follows(*last)) => {
                list.heads.push(at)
            }
            _ => lists.push(GoalLines {
                heads: vec![at],
                foreign: is_foreign(lines, at),
                full: 0,
            }),
        }
    }
    lists
}

const FOREIGN: [&str; 12] = [
    "国の",
    "国に",
    "国が",
    "県の",
    "県に",
    "都の",
    "府の",
    "前期",
    "前計画",
    "これまでの",
    "第1期",
    "第１期",
];

/// True if the text says that a list belongs to another plan.
fn is_foreign(lines: &[Line], at: usize) -> bool {
    let before = lines[..at]
        .iter()
        .rev()
        .take_while(|line| line.hashes == 0)
        .take(2);
    let said = |line: &Line| {
        !is_prose(&line.text)
            && FOREIGN
                .iter()
                .any(|word| line.text.replace(' ', "").contains(word))
    };
    before.into_iter().any(said)
}

/// True if there is content under a heading: a line with a mark, sentences, or a table.
fn is_full(lines: &[Line], known: &[Known], from: usize, to: usize) -> bool {
    let under = (from + 1..to).take(12);
    let own = |at: &usize| {
        lines[*at].hashes == 0 || lines[from].hashes > 0 && lines[*at].hashes > lines[from].hashes
    };
    let list = |at: &usize| known[*at].label == Some(Label::Of(LineRole::Goal));
    under.take_while(|at| own(at) && !list(at)).any(|at| {
        let one = &known[at];
        let marked = one.mark.as_ref().is_some_and(|m| !m.kind.is_goal());
        marked || one.label.is_some() || is_prose(&lines[at].text) || lines[at].tabbed
    })
}

const CLOSING: [&str; 8] = [
    "推進体制",
    "計画の推進",
    "進行管理",
    "資料編",
    "用語解説",
    "用語集",
    "参考資料",
    "効果検証",
];

/// Returns the end of a goal's section: the next goal, or the end of the part of the plan that has the goals.
async fn end(
    lines: &[Line],
    known: &[Known],
    parts: &Parts,
    section: Range<usize>,
    pace: &Pace,
) -> usize {
    let (at, next) = (section.start, section.end);
    let closes = |n: &usize| {
        let (line, one) = (&lines[*n], &known[*n]);
        if one.apart {
            return false;
        }
        let title = one.mark.as_ref().map_or(line.text.as_str(), |m| &m.title);
        let above = line.hashes > 0 && line.hashes < lines[at].hashes;
        let short = title.chars().count() <= 24 && !is_prose(title);
        let named = short
            && CLOSING.iter().any(|word| title.contains(word))
            && (one.mark.is_none() || line.hashes > 0);
        above
            || named && one.mark.as_ref().is_none_or(|m| m.kind.role().is_none())
            || parts.go_on(known, *n)
    };
    for under in at + 1..next {
        if closes(&under) {
            return under;
        }
        pace.step().await;
    }
    next
}

/// The marks of the parts the goals are in, by what they count before the goals and where they are met next.
struct Parts(BTreeMap<MarkKind, (u32, usize)>);

impl Parts {
    /// `first` is the line of the first goal.
    async fn new(known: &[Known], first: usize, pace: &Pace) -> Self {
        pace.expect(known.len());
        let counted = |at: usize| {
            let mark = known[at].mark.as_ref().filter(|_| !known[at].apart)?;
            Some((mark.kind, mark.count?))
        };
        let mut parts: BTreeMap<MarkKind, (u32, usize)> = BTreeMap::new();
        for at in 0..first {
            pace.step().await;
            if let Some((kind, count)) = counted(at) {
                parts.insert(kind, (count, usize::MAX));
            }
        }
        for at in first..known.len() {
            pace.step().await;
            let met = counted(at).and_then(|(kind, _)| parts.get_mut(&kind));
            if let Some((_, next)) = met.filter(|(_, next)| *next == usize::MAX) {
                *next = at;
            }
        }
        Self(parts)
    }

    /// True if a mark continues the numbers before the goals: 第3 after the goals in 第2.
    fn go_on(&self, known: &[Known], at: usize) -> bool {
        let mark = known[at].mark.as_ref();
        let before = mark.and_then(|mark| Some((mark.count?, self.0.get(&mark.kind)?)));
        before
            .is_some_and(|(count, (before, next))| *next == at && count > 1 && count == before + 1)
    }
}
