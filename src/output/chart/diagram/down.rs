//! Columns one below the other. The arrows to a box share a line at the left of the boxes.

use std::collections::BTreeMap;

use super::layout::{DiagramLayout, GAP, HEAD, PlacedArrow, PlacedBox, sized};
use super::path::{PathData, before_head, head};
use format::document::Diagram;
use strategy::sort;

/// Room between two lines; and the most room of all of them.
const APART: f64 = 0.9;
const MOST: f64 = 7.0;
/// Room between the nearest line and the boxes, for the heads of arrows.
const ARRIVAL: f64 = 1.5;

/// Lays the columns out below each other.
pub fn layout(diagram: &Diagram, width: f64) -> DiagramLayout {
    let lines = lines(diagram);
    let count = lines.values().max().map_or(0, |last| last + 1);
    let apart = (MOST / count.max(1) as f64).min(APART);
    let left = match count {
        0 => 0.0,
        count => ARRIVAL + apart * (count - 1) as f64 + 0.5,
    };
    let mut boxes: Vec<PlacedBox> = diagram
        .boxes
        .iter()
        .map(|one| sized(one, width - left))
        .collect();
    let (mut heads, mut columns) = (Vec::new(), Vec::new());
    let mut top = 0.0;
    for column in 0..diagram.heads.len() {
        heads.push(((left, top), width - left));
        top += HEAD;
        let own: Vec<usize> = diagram.column(column).collect();
        for at in &own {
            boxes[*at].at = (left, top);
            top += boxes[*at].size.1 + GAP;
        }
        if own.is_empty() {
            top += HEAD;
        }
        top += GAP;
        columns.push(own);
    }
    let place = |line: usize| left - ARRIVAL - apart * line as f64;
    let arrows = diagram.arrows.iter().map(|arrow| {
        let (from, to) = (&boxes[arrow.from], &boxes[arrow.to]);
        let line = place(lines.get(&arrow.to).copied().unwrap_or_default());
        let begin = (left, from.at.1 + from.size.1 * 0.7);
        let end = (left, to.at.1 + to.size.1 * 0.3);
        let path = PathData::from(begin)
            .straight("H", line)
            .straight("V", end.1);
        PlacedArrow {
            line: path.straight("H", before_head(end).0).line(),
            head: head(end),
            joint: Some((line, begin.1)),
        }
    });
    DiagramLayout {
        size: (width, top),
        is_down: true,
        heads,
        arrows: arrows.collect(),
        columns,
        boxes,
    }
}

/// The line of each box that arrows lead to, counted from the boxes: no two lines lie over each other.
fn lines(diagram: &Diagram) -> BTreeMap<usize, usize> {
    let mut firsts: BTreeMap<usize, usize> = BTreeMap::new();
    for arrow in &diagram.arrows {
        let first = firsts.entry(arrow.to).or_insert(arrow.from);
        *first = arrow.from.min(*first);
    }
    let mut spans: Vec<(usize, usize)> = firsts.into_iter().collect();
    sort::by_key(&mut spans, |(to, first)| to.saturating_sub(*first));
    let mut taken: Vec<Vec<(usize, usize)>> = Vec::new();
    let mut lines = BTreeMap::new();
    for (to, first) in spans {
        let is_free = |line: &Vec<(usize, usize)>| {
            let mut all = line.iter();
            all.all(|(begin, end)| *end < first || to < *begin)
        };
        let line = match taken.iter().position(is_free) {
            Some(line) => line,
            None => {
                taken.push(Vec::new());
                taken.len() - 1
            }
        };
        taken[line].push((first, to));
        lines.insert(to, line);
    }
    lines
}
