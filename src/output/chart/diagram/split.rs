//! A diagram that is too large for a sheet, in parts that fit: each begins at some of the first boxes and shows all that
//! follows from them, so that no arrow of a box is left out.

use format::document::{Diagram, DiagramArrow};
use std::collections::BTreeSet;

/// The parts of a diagram, as few as fit in turn; `None`: what follows from one box alone does not fit.
pub fn split(diagram: &Diagram, fits: impl Fn(&Diagram) -> bool) -> Option<Vec<Diagram>> {
    let mut parts: Vec<Diagram> = Vec::new();
    let mut shown = BTreeSet::new();
    let mut part = BTreeSet::new();
    for start in starts(diagram) {
        let own = follows(diagram, start);
        let more: BTreeSet<usize> = part.union(&own).copied().collect();
        if fits(&only(diagram, &more)) {
            part = more;
        } else {
            if !part.is_empty() {
                parts.push(only(diagram, &part));
            }
            part = own;
            if !fits(&only(diagram, &part)) {
                return None;
            }
        }
        shown.extend(part.iter().copied());
    }
    if !part.is_empty() {
        parts.push(only(diagram, &part));
    }
    (shown.len() == diagram.boxes.len()).then_some(parts)
}

/// The boxes to which no arrow leads, in order.
fn starts(diagram: &Diagram) -> impl Iterator<Item = usize> {
    let reached: BTreeSet<usize> = diagram.arrows.iter().map(|arrow| arrow.to).collect();
    (0..diagram.boxes.len()).filter(move |at| !reached.contains(at))
}

/// A box with all to which arrows lead from it. Arrows lead to later columns, so that it ends.
fn follows(diagram: &Diagram, start: usize) -> BTreeSet<usize> {
    let mut found = BTreeSet::from([start]);
    let mut open = vec![start];
    while let Some(from) = open.pop() {
        for arrow in diagram.arrows.iter().filter(|arrow| arrow.from == from) {
            if found.insert(arrow.to) {
                open.push(arrow.to);
            }
        }
    }
    found
}

/// The diagram of some of its boxes.
fn only(diagram: &Diagram, kept: &BTreeSet<usize>) -> Diagram {
    let place = |at: usize| kept.iter().position(|one| *one == at);
    let arrows = diagram.arrows.iter().filter_map(|arrow| {
        Some(DiagramArrow {
            from: place(arrow.from)?,
            to: place(arrow.to)?,
            ..*arrow
        })
    });
    Diagram {
        heads: diagram.heads.clone(),
        boxes: kept.iter().map(|at| diagram.boxes[*at].clone()).collect(),
        arrows: arrows.collect(),
        none: diagram.none.clone(),
    }
}
