//! 体系 as a text: the goals, measures, initiatives and indicators of a printed plan, from its whole text.
//!
//! Rules (the tests carry the numbers):
//! - O1  Every text gives an answer; each line that is not blank is in one of the lines read, with its number.
//! - O2  What a heading is, its mark says; which mark stands above which is learned from the text.
//! - O3  Of several lists of goals that in full is the plan's; where none is in full, none comes chosen.
//! - O4  A title is never made of a sentence; sentences are the direction of the heading above.
//! - O5  Page numbers, contents and running heads are skipped, and say so.
//! - O6  Indicators are read by the rules of tables (T1 …) and belong to the heading above; a line 名称：当初値 → 目標値 is one
//!   wherever it stands.
//! - O7  Only what is certain comes chosen: where no word says a level and more than one is possible, it is asked.
//! - O8  A person's word on a mark counts before ours.
//! - O9  The time it takes grows with the text, whatever its lines are.
//! - O10 A title broken over two lines is one where it can be nothing else; where it can, it is asked.
//! - O11 A table whose heads name levels (基本目標, 施策, 取組) is read by its columns, whatever stands above it and below;
//!   not where headings of the text name the same levels.
//! - O12 What is hidden in its workbook is asked.

mod choice;
mod columns;
mod goals;
mod label;
mod line;
pub(crate) mod mark;
mod noise;
mod order;
mod pasted;
mod row;
mod selection;
mod sheets;
mod tables;
mod walk;
mod wrapped;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

pub use pasted::{LineDoubt, LineRole, PastedLine, PastedMark, PastedOutline, SaidMarks, Skipped};

use super::table::Doubt;
use format::workbook::HIDDEN_ROW;
use goals::Known;
use line::Line;
use mark::MarkKind;
use order::Level;
use strategy::{Pace, Steps, Strategy, at_once, sort};

/// Reads the text of a plan, for this strategy, as a person says its marks are.
pub fn read_outline(text: &str, strategy: &Strategy, said: &SaidMarks) -> PastedOutline {
    at_once(|pace| read_in_steps(text, strategy, said, pace))
}

/// Reads the text of a plan, as a person says its marks are, in steps of about a line.
pub fn outline_in_steps<'a>(
    text: &'a str,
    strategy: &'a Strategy,
    said: &'a SaidMarks,
) -> Steps<'a, PastedOutline> {
    Steps::of(|pace| read_in_steps(text, strategy, said, pace))
}

async fn read_in_steps(
    text: &str,
    strategy: &Strategy,
    said: &SaidMarks,
    pace: Rc<Pace>,
) -> PastedOutline {
    let (text, hidden) = without_hidden(text);
    let lines = line::lines(&text, &pace).await;
    // Each line is known, walked, counted by its mark, weighed, and asked with its heading.
    pace.expect(5 * lines.len());
    let mut outline = match sheets::are_sheets(&lines) {
        true => PastedOutline {
            lines: sheets::read(&lines, &pace).await,
            ..PastedOutline::default()
        },
        false => of_headings(&lines, strategy, said, &pace).await,
    };
    outline.last = Some(strategy.about().period.last);
    ask_hidden(&mut outline, &hidden);
    weigh(&mut outline, strategy, &pace).await;
    ask_under(&mut outline, &pace).await;
    pace.finish();
    outline
}

/// Returns a text without the marks of hidden rows, and the numbers of these lines, counted from one.
fn without_hidden(text: &str) -> (Cow<'_, str>, BTreeSet<usize>) {
    if !text.contains(HIDDEN_ROW) {
        return (text.into(), BTreeSet::new());
    }
    let mut hidden = BTreeSet::new();
    let line = |(at, line)| -> &str {
        let bare = str::strip_suffix(line, HIDDEN_ROW);
        hidden.extend(bare.map(|_| at + 1));
        bare.unwrap_or(line)
    };
    let lines: Vec<&str> = text.split('\n').enumerate().map(line).collect();
    (lines.join("\n").into(), hidden)
}

/// Doubts what stands on hidden lines.
fn ask_hidden(outline: &mut PastedOutline, hidden: &BTreeSet<usize>) {
    let is_hidden = |lines: &[usize]| lines.iter().any(|line| hidden.contains(line));
    for one in &mut outline.indicators {
        if is_hidden(&one.lines) {
            one.doubt(Doubt::Hidden);
        }
    }
    for line in &mut outline.lines {
        if line.role != LineRole::Skip && is_hidden(&line.lines) {
            line.doubt = Some(LineDoubt::Hidden);
        }
    }
}

async fn of_headings(
    lines: &[Line],
    strategy: &Strategy,
    said: &SaidMarks,
    pace: &Pace,
) -> PastedOutline {
    let noise = noise::noise(lines, pace).await;
    let tables = tables::tables(lines, strategy, pace).await;
    let mut all_known = Vec::with_capacity(lines.len());
    for (at, line) in lines.iter().enumerate() {
        let apart = noise.contains_key(&at) || tables.rows.contains_key(&at);
        all_known.push(known(line, apart));
        pace.step().await;
    }
    let known = all_known;
    let goals = goals::goals(lines, &known, pace).await;
    let blocks: Vec<(usize, usize)> = match goals.all.is_empty() {
        true => vec![(0, lines.len())],
        false => goals
            .all
            .iter()
            .map(|goal| (goal.at + 1, goal.end))
            .collect(),
    };
    let has_goals = !goals.all.is_empty();
    let levels = order::levels(lines, &known, &blocks, (has_goals, said), pace).await;
    let sentences = walk::sentences(lines, &known, pace).await;
    let text = walk::TextFacts {
        lines,
        known: &known,
        noise: &noise,
        tables: &tables.rows,
        goals: &goals,
        blocks: &blocks,
        sentences: &sentences,
        levels: &levels,
    };
    let read = walk::walk(&text, pace).await;
    PastedOutline {
        marks: marks(lines, &known, &blocks, &levels, pace).await,
        lines: read,
        indicators: tables.indicators,
        last: None,
    }
}

fn known(line: &Line, apart: bool) -> Known {
    match apart {
        true => Known {
            apart,
            ..Known::default()
        },
        false => {
            let label = label::read(&line.text);
            let mark = mark::read(&line.text).filter(|_| label.is_none());
            // 4 基本目標 heads a list as 基本目標 does.
            let titled = mark
                .as_ref()
                .filter(|m| m.kind.counts())
                .and_then(|m| label::read(&m.title));
            Known {
                label: label.or(titled),
                mark,
                apart,
            }
        }
    }
}

/// The kinds of marks under the goals, from the highest on.
async fn marks(
    lines: &[Line],
    known: &[Known],
    blocks: &[(usize, usize)],
    levels: &BTreeMap<MarkKind, Level>,
    pace: &Pace,
) -> Vec<PastedMark> {
    // Of each kind, the first line and the number of lines.
    let mut met: BTreeMap<MarkKind, (usize, usize)> = BTreeMap::new();
    for at in blocks.iter().flat_map(|(from, to)| *from..*to) {
        pace.step().await;
        if let Some(mark) = &known[at].mark {
            met.entry(mark.kind).or_insert((at, 0)).1 += 1;
        }
    }
    let mut marks: Vec<(usize, PastedMark)> = Vec::new();
    for (kind, level) in levels {
        let first = met.get(kind);
        let Some((mark, (at, count))) =
            first.and_then(|&first| Some((known[first.0].mark.as_ref()?, first)))
        else {
            continue;
        };
        let text = &lines[at].text;
        let sample = text
            .strip_suffix(mark.title.as_str())
            .unwrap_or(text)
            .trim();
        let mark = PastedMark {
            key: order::key(*kind),
            sample: sample.to_owned(),
            title: mark.title.clone(),
            count,
            role: level.role,
            sure: level.sure,
        };
        marks.push((level.rank, mark));
    }
    sort::by_key(&mut marks, |(rank, _)| *rank);
    marks.into_iter().map(|(_, mark)| mark).collect()
}

/// Deselects records that the strategy has already, and indicators with a doubt.
async fn weigh(outline: &mut PastedOutline, strategy: &Strategy, pace: &Pace) {
    let goals = sort::set(strategy.goals.iter().map(|goal| goal.title.as_str()));
    for line in &mut outline.lines {
        pace.step().await;
        let indicator = line.indicator.and_then(|at| outline.indicators.get(at));
        if line.role.is_goal() && goals.contains(line.title.as_str()) {
            line.doubt = Some(LineDoubt::Known);
        }
        if let Some(indicator) = indicator {
            line.title.clone_from(&indicator.indicator.name);
            if !indicator.chosen() {
                line.doubt = Some(if indicator.known {
                    LineDoubt::Known
                } else {
                    LineDoubt::Indicator
                });
            }
        }
    }
}

/// Lines under a heading with a doubt share its doubt.
async fn ask_under(outline: &mut PastedOutline, pace: &Pace) {
    let mut asked: Vec<(usize, bool)> = Vec::new();
    for line in &mut outline.lines {
        pace.step().await;
        if line.role == LineRole::Skip {
            continue;
        }
        let depth = line.role.depth();
        while asked.last().is_some_and(|(above, _)| *above >= depth) {
            asked.pop();
        }
        if asked.last().is_some_and(|(_, asked)| *asked) && line.doubt.is_none() {
            line.doubt = Some(LineDoubt::Heading);
        }
        if depth < LineRole::Skip.depth() {
            asked.push((depth, line.doubt.is_some()));
        }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
#[allow(clippy::unwrap_used)]
mod tests;
