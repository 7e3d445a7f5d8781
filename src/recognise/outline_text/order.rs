//! Order of the marks: learned from the text, not fixed.
//!
//! Under each goal the marks are met in an order; a mark that starts again at one under another is below it. What words
//! and labels say of a mark ties it to a level, and the others take the levels left.

use std::collections::{BTreeMap, BTreeSet};

use super::goals::Known;
use super::label::Label;
use super::line::{Line, is_prose};
use super::mark::MarkKind;
use super::pasted::{LineRole, SaidMarks};
use strategy::Pace;

/// Level of the lines with a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Level {
    /// Their role.
    pub role: LineRole,
    /// True if that is certain.
    pub sure: bool,
    /// Depth of the mark among all.
    pub rank: usize,
}

/// The levels of the marks under goals, `blocks` being the lines under each, in steps of about a line.
pub async fn levels(
    lines: &[Line],
    known: &[Known],
    blocks: &[(usize, usize)],
    (goals, said): (bool, &SaidMarks),
    pace: &Pace,
) -> BTreeMap<MarkKind, Level> {
    // The lines under goals are gone through four times.
    let under = blocks.iter().map(|(from, to)| to.saturating_sub(*from));
    pace.expect(4 * under.sum::<usize>());
    let pinned = pinned(lines, known, blocks, pace).await;
    let layers = layers(known, blocks, &pinned, pace).await;
    let mut votes: BTreeMap<MarkKind, (usize, LineRole, bool)> = BTreeMap::new();
    for &(from, to) in blocks {
        let here = kinds(known, from, to, pace).await;
        let mut own: Vec<Vec<MarkKind>> = layers.clone();
        for layer in &mut own {
            layer.retain(|kind| here.contains(kind));
        }
        own.retain(|layer| !layer.is_empty());
        for (kind, role, sure) in roles(&own, &pinned, goals) {
            let weight = own.len();
            if votes.get(&kind).is_none_or(|(most, ..)| weight > *most) {
                votes.insert(kind, (weight, role, sure));
            }
        }
    }
    for (kind, role) in &pinned {
        if *role == LineRole::Direction {
            votes.insert(*kind, (0, *role, true));
        }
    }
    let rank = |kind: &MarkKind| {
        layers
            .iter()
            .position(|layer| layer.contains(kind))
            .unwrap_or(layers.len())
    };
    let level = |(kind, (_, role, sure)): (MarkKind, (usize, LineRole, bool))| {
        let by_person = said.get(&key(kind));
        let level = Level {
            role: by_person.copied().unwrap_or(role),
            sure: sure || by_person.is_some(),
            rank: rank(&kind),
        };
        (kind, level)
    };
    votes.into_iter().map(level).collect()
}

/// Returns the key by which a kind of mark is remembered.
pub fn key(kind: MarkKind) -> String {
    match kind {
        MarkKind::Word(word, _) => word.to_owned(),
        MarkKind::Chapter(part) => format!("第1{}", part),
        MarkKind::Roman => "Ⅰ".to_owned(),
        MarkKind::Joined(parts) => vec!["1"; parts].join("-"),
        MarkKind::Dotted => "1.".to_owned(),
        MarkKind::Plain => "1".to_owned(),
        MarkKind::Bracketed => "(1)".to_owned(),
        MarkKind::HalfBracketed => "1)".to_owned(),
        MarkKind::Circled => "①".to_owned(),
        MarkKind::Kana => "ア".to_owned(),
        MarkKind::BracketedKana => "(ア)".to_owned(),
        MarkKind::Letter => "A".to_owned(),
        MarkKind::Bullet(sign) => sign.to_string(),
    }
}

fn mark_at(known: &[Known], at: usize) -> Option<MarkKind> {
    let one = &known[at];
    let mark = one
        .mark
        .as_ref()
        .filter(|_| !one.apart && one.label.is_none())?;
    (!mark.kind.is_goal()).then_some(mark.kind)
}

/// The kinds of marks between two lines.
async fn kinds(known: &[Known], from: usize, to: usize, pace: &Pace) -> BTreeSet<MarkKind> {
    let mut kinds = BTreeSet::new();
    for at in from..to {
        kinds.extend(mark_at(known, at));
        pace.step().await;
    }
    kinds
}

/// The marks of titles in layers, from the highest on: marks in one layer stand under the same others.
async fn layers(
    known: &[Known],
    blocks: &[(usize, usize)],
    pinned: &BTreeMap<MarkKind, LineRole>,
    pace: &Pace,
) -> Vec<Vec<MarkKind>> {
    let titles = |kind: &MarkKind| pinned.get(kind) != Some(&LineRole::Direction);
    let mut order = order(known, blocks, pace).await;
    order.retain(titles);
    let rank = |kind: MarkKind| order.iter().position(|one| *one == kind);
    let mut under: BTreeMap<MarkKind, BTreeMap<Option<MarkKind>, usize>> = BTreeMap::new();
    for &(from, to) in blocks {
        let mut open: Vec<MarkKind> = Vec::new();
        for at in from..to {
            pace.step().await;
            let Some(kind) = mark_at(known, at).filter(titles) else {
                continue;
            };
            while open.last().is_some_and(|last| rank(*last) >= rank(kind)) {
                open.pop();
            }
            *under
                .entry(kind)
                .or_default()
                .entry(open.last().copied())
                .or_default() += 1;
            open.push(kind);
        }
    }
    let mut depths: BTreeMap<MarkKind, usize> = BTreeMap::new();
    let mut layers: Vec<Vec<MarkKind>> = Vec::new();
    for kind in order {
        let most = under
            .get(&kind)
            .and_then(|under| under.iter().max_by_key(|(_, count)| **count));
        let parent = most.and_then(|(parent, _)| *parent);
        let depth = parent
            .and_then(|parent| depths.get(&parent))
            .map_or(0, |depth| depth + 1);
        depths.insert(kind, depth);
        if layers.len() <= depth {
            layers.resize(depth + 1, Vec::new());
        }
        layers[depth].push(kind);
    }
    layers
}

/// All kinds of marks, from the highest on.
async fn order(known: &[Known], blocks: &[(usize, usize)], pace: &Pace) -> Vec<MarkKind> {
    let mut above: BTreeMap<(MarkKind, MarkKind), usize> = BTreeMap::new();
    let mut met = BTreeSet::new();
    for &(from, to) in blocks {
        let mut here: Vec<MarkKind> = Vec::new();
        let mut last: Option<MarkKind> = None;
        for at in from..to {
            pace.step().await;
            let Some(kind) = mark_at(known, at) else {
                continue;
            };
            if !here.contains(&kind) {
                for before in &here {
                    *above.entry((*before, kind)).or_default() += 2;
                }
                here.push(kind);
            }
            let starts = known[at].mark.as_ref().and_then(|m| m.count) == Some(1);
            if let Some(last) = last.filter(|last| *last != kind && starts) {
                *above.entry((last, kind)).or_default() += 1;
            }
            last = Some(kind);
        }
        met.extend(here);
    }
    let all: Vec<MarkKind> = met.into_iter().collect();
    let votes = |a: MarkKind, b: MarkKind| above.get(&(a, b)).copied().unwrap_or(0);
    let over = |a: MarkKind| all.iter().filter(|b| votes(a, **b) > votes(**b, a)).count();
    let under = |a: MarkKind| all.iter().filter(|b| votes(a, **b) < votes(**b, a)).count();
    let mut ordered = all.clone();
    strategy::sort::by_key(&mut ordered, |kind| (under(*kind), all.len() - over(*kind)));
    ordered
}

/// Returns the roles that words and labels give to kinds of marks, and the marks that begin sentences.
async fn pinned(
    lines: &[Line],
    known: &[Known],
    blocks: &[(usize, usize)],
    pace: &Pace,
) -> BTreeMap<MarkKind, LineRole> {
    let mut labelled: BTreeMap<MarkKind, BTreeMap<LineRole, usize>> = BTreeMap::new();
    let mut sentences: BTreeMap<MarkKind, (usize, usize)> = BTreeMap::new();
    for &(from, to) in blocks {
        let mut open = None;
        for at in from..to {
            pace.step().await;
            if let Some(label) = known[at].label.filter(|_| !known[at].apart) {
                open = Some(label);
                continue;
            }
            let Some(kind) = mark_at(known, at) else {
                continue;
            };
            let prose = is_prose(&lines[at].text) || wraps(lines, known, at);
            let count = sentences.entry(kind).or_default();
            count.0 += usize::from(prose);
            count.1 += 1;
            if let Some(Label::Of(role @ (LineRole::Measure | LineRole::Initiative))) = open {
                *labelled.entry(kind).or_default().entry(role).or_default() += 1;
            }
            open = None;
        }
    }
    let mut pinned = BTreeMap::new();
    for (kind, (prose, all)) in sentences {
        if prose * 2 > all && kind.role().is_none() {
            pinned.insert(kind, LineRole::Direction);
        } else if let Some(role) = kind.role() {
            pinned.insert(kind, role);
        } else if let Some(roles) = labelled.get(&kind)
            && let Some((role, _)) = roles.iter().max_by_key(|(_, count)| **count)
        {
            pinned.insert(kind, *role);
        }
    }
    pinned
}

/// Length of a line of a list that is wrapped at its end.
const FULL: usize = 30;

/// True if a line of a list goes on in the next, as a sentence.
pub fn wraps(lines: &[Line], known: &[Known], at: usize) -> bool {
    let next = at + 1;
    let bullet = known[at].mark.as_ref().is_some_and(|m| !m.kind.counts());
    bullet
        && lines[at].text.chars().count() >= FULL
        && next < lines.len()
        && !lines[next].gap
        && known[next] == Known::default()
        && is_prose(&lines[next].text)
}

type LevelRole = (MarkKind, LineRole, bool);

/// Returns the roles of the marks under one goal, layer by layer.
fn roles(
    layers: &[Vec<MarkKind>],
    pinned: &BTreeMap<MarkKind, LineRole>,
    goals: bool,
) -> Vec<LevelRole> {
    let pin = |kind: &MarkKind| pinned.get(kind).copied();
    let pinned_as = |layer: &Vec<MarkKind>, role| layer.iter().any(|kind| pin(kind) == Some(role));
    let at = |role: LineRole| layers.iter().rposition(|layer| pinned_as(layer, role));
    let initiative = layers
        .iter()
        .position(|layer| pinned_as(layer, LineRole::Initiative));
    let free = |n: &usize| *n < layers.len() && layers[*n].iter().all(|kind| pin(kind).is_none());
    let measure = at(LineRole::Measure).or_else(|| {
        let above = initiative.and_then(|at| at.checked_sub(1));
        above
            .or(at(LineRole::Division).map(|division| division + 1))
            .filter(free)
    });
    let measure = measure.or_else(|| unpinned(layers.len(), initiative, goals));
    let told = [LineRole::Initiative, LineRole::Measure, LineRole::Division]
        .iter()
        .any(|role| at(*role).is_some());
    let mut roles = Vec::new();
    for (n, layer) in layers.iter().enumerate() {
        let role = match measure {
            Some(measure) if n < measure && n == 0 && !goals => LineRole::Goal,
            Some(measure) if n < measure => LineRole::Division,
            Some(measure) if n == measure => LineRole::Measure,
            _ if initiative.is_some_and(|at| n < at) => LineRole::Measure,
            _ if initiative.unwrap_or(measure.map_or(0, |m| m + 1)) == n => LineRole::Initiative,
            _ => LineRole::Direction,
        };
        for kind in layer {
            let own = pin(kind)
                .filter(|_| role != LineRole::Division)
                .unwrap_or(role);
            let beside = told
                && matches!(
                    own,
                    LineRole::Measure | LineRole::Initiative | LineRole::Direction
                );
            let two = goals && layers.len() <= 2 && (kind.counts() || layers.len() == 2);
            let sure = pin(kind) == Some(own) || beside || two && own != LineRole::Division;
            roles.push((*kind, own, sure));
        }
    }
    roles
}

/// Guesses the layer of measures if no word or label names one.
fn unpinned(layers: usize, initiative: Option<usize>, goals: bool) -> Option<usize> {
    if initiative.is_some() || layers == 0 {
        return None;
    }
    let first = usize::from(!goals && layers > 1);
    // Three levels under a goal: the middle one is that of measures.
    Some(first + usize::from(layers - first > 2))
}
