//! The map of opinions: people with similar choices are close to each other. A picture of many people and many
//! opinions, or none at all.

use std::collections::BTreeMap;

use super::board::heads;
use strategy::*;

/// Smallest number of people for a map.
pub const PEOPLE: usize = 30;
/// Smallest number of opinions each person must have given.
pub const OPINIONS: usize = 7;
/// Number of iterations that refine the directions.
const ROUNDS: usize = 300;
/// At each end of a direction so many ideas are named.
const NAMED: usize = 2;

/// Why there is no map (W27).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoMap {
    /// Only opinions can be compared person by person.
    NotOpinions,
    /// Only this many people gave enough opinions.
    TooFew(usize),
    /// All said the same.
    AllAlike,
}

/// One person, by no name.
#[derive(Debug, Clone, PartialEq)]
pub struct MapPoint {
    /// The position; where none was asked, the table.
    pub group: String,
    /// From −1 to 1.
    pub x: f64,
    /// From −1 to 1.
    pub y: f64,
}

/// Meaning of a direction of the map.
#[derive(Debug, Clone, PartialEq)]
pub struct MapAxis {
    /// Share of all the difference that it shows, in percent.
    pub percent: u32,
    /// Ideas that people at its lower end agree with more.
    pub low: Vec<Id<Idea>>,
    /// Ideas that people at its upper end agree with more.
    pub high: Vec<Id<Idea>>,
}

/// The map.
#[derive(Debug, Clone, PartialEq)]
pub struct OpinionMap {
    /// Everybody who said enough.
    pub points: Vec<MapPoint>,
    /// From left to right, and from the foot up.
    pub axes: [MapAxis; 2],
    /// Number of voters who are not on it: they gave too few opinions, or voted on paper.
    pub left_out: u32,
}

/// Places the voters on a map, by the two directions in which opinions differ most (W27, W28).
pub fn opinion_map(strategy: &Strategy, session: Id<Session>) -> Result<OpinionMap, NoMap> {
    let record = strategy.get(session).ok_or(NoMap::NotOpinions)?;
    let mut ballots = strategy.ballots.under(session);
    ballots.retain(|one| one.method(record) == Voting::Opinions);
    if record.voting != Voting::Opinions && ballots.is_empty() {
        return Err(NoMap::NotOpinions);
    }
    let ideas: Vec<Id<Idea>> = heads(strategy, session).iter().map(|one| one.id).collect();
    let all = ballots.iter().map(|one| one.voters());
    let all = all.fold(0, u32::saturating_add);
    let by_position = ballots.iter().any(|one| !one.group.is_empty());
    let mut people = Vec::new();
    for ballot in ballots {
        let said = opinions(strategy, ballot, &ideas);
        let count = said.iter().flatten().count();
        if ballot.source == IdeaSource::Device && count >= OPINIONS {
            let group = if by_position {
                &ballot.group
            } else {
                &ballot.table
            };
            people.push((ballot.id, group.clone(), said));
        }
    }
    if people.len() < PEOPLE {
        return Err(NoMap::TooFew(people.len()));
    }
    // Sums are rounded the same way whatever order the ballots came in.
    sort::by_key(&mut people, |one| one.0);
    let left_out = all.saturating_sub(people.len() as u32);
    let groups = people.iter().map(|one| one.1.clone()).collect();
    let rows = filled(people.into_iter().map(|one| one.2).collect(), ideas.len());
    drawn(&ideas, groups, rows, left_out)
}

/// Returns the opinion of one person on each idea: 1, 0, −1, or none. A merged idea counts where it was merged into.
fn opinions(strategy: &Strategy, ballot: &Ballot, ideas: &[Id<Idea>]) -> Vec<Option<f64>> {
    let mut said: BTreeMap<Id<Idea>, f64> = BTreeMap::new();
    for choice in &ballot.choices {
        let head = strategy.get(choice.idea).and_then(|one| one.merged);
        let value = match choice {
            one if one.dots > 0 => 1.0,
            one if one.disagree > 0 => -1.0,
            one if one.unsure > 0 => 0.0,
            _ => continue,
        };
        let before = said.entry(head.unwrap_or(choice.idea)).or_insert(value);
        *before = f64::max(*before, value);
    }
    ideas.iter().map(|id| said.get(id).copied()).collect()
}

/// Fills each missing opinion with the mean of the given ones; then centres every column on its mean.
fn filled(rows: Vec<Vec<Option<f64>>>, columns: usize) -> Vec<Vec<f64>> {
    let mean = |column: usize| {
        let said = || rows.iter().filter_map(|row| row[column]);
        let count = said().count();
        said().sum::<f64>() / count.max(1) as f64
    };
    let means: Vec<f64> = (0..columns).map(mean).collect();
    let fill = |row: &Vec<Option<f64>>| {
        let each = row.iter().zip(&means);
        each.map(|(said, mean)| said.map_or(0.0, |said| said - mean))
            .collect()
    };
    rows.iter().map(fill).collect()
}

fn drawn(
    ideas: &[Id<Idea>],
    groups: Vec<String>,
    rows: Vec<Vec<f64>>,
    left_out: u32,
) -> Result<OpinionMap, NoMap> {
    let whole: f64 = rows.iter().flatten().map(|value| value * value).sum();
    if whole < 1e-9 {
        return Err(NoMap::AllAlike);
    }
    let (first, rest) = component(&rows);
    let (second, _) = component(&rest);
    let along = |way: &[f64]| -> Vec<f64> { rows.iter().map(|row| dot(row, way)).collect() };
    let (x, y) = (along(&first), along(&second));
    let most = x
        .iter()
        .chain(&y)
        .fold(1e-9, |most: f64, one| most.max(one.abs()));
    let share = |values: &[f64]| {
        let shown: f64 = values.iter().map(|one| one * one).sum();
        (shown * 100.0 / whole).round() as u32
    };
    let axes = [
        axis(ideas, &first, share(&x)),
        axis(ideas, &second, share(&y)),
    ];
    let points = groups.into_iter().zip(x.iter().zip(&y));
    Ok(OpinionMap {
        points: points
            .map(|(group, (x, y))| MapPoint {
                group,
                x: x / most,
                y: y / most,
            })
            .collect(),
        axes,
        left_out,
    })
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// The direction in which the rows differ most, of length 1, and what of the rows is left without it.
fn component(rows: &[Vec<f64>]) -> (Vec<f64>, Vec<Vec<f64>>) {
    let columns = rows.first().map_or(0, Vec::len);
    // A start that no direction is at right angles to but by chance; the same every time.
    let mut way: Vec<f64> = (0..columns)
        .map(|at| 1.0 + (at as f64 + 1.0).sqrt().fract())
        .collect();
    for _ in 0..ROUNDS {
        let mut next = vec![0.0; columns];
        for row in rows {
            let along = dot(row, &way);
            next.iter_mut()
                .zip(row)
                .for_each(|(sum, value)| *sum += along * value);
        }
        let length = dot(&next, &next).sqrt();
        if length < 1e-12 {
            way = vec![0.0; columns];
            break;
        }
        way = next.into_iter().map(|value| value / length).collect();
    }
    // Of the two ways to look along it, that in which the strongest opinion is agreement.
    let strongest = way.iter().fold(0.0, |most: f64, one| {
        if one.abs() > most.abs() + 1e-9 {
            *one
        } else {
            most
        }
    });
    if strongest < 0.0 {
        way.iter_mut().for_each(|one| *one = -*one);
    }
    let without = rows.iter().map(|row| {
        let along = dot(row, &way);
        row.iter()
            .zip(&way)
            .map(|(value, part)| value - along * part)
            .collect()
    });
    let rest = without.collect();
    (way, rest)
}

fn axis(ideas: &[Id<Idea>], way: &[f64], percent: u32) -> MapAxis {
    let mut by: Vec<(f64, Id<Idea>)> = way.iter().copied().zip(ideas.iter().copied()).collect();
    sort::by(&mut by, |a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let clear = |one: &&(f64, Id<Idea>)| one.0.abs() > 0.15;
    let low = by
        .iter()
        .take(NAMED)
        .filter(clear)
        .filter(|one| one.0 < 0.0);
    let high = by
        .iter()
        .rev()
        .take(NAMED)
        .filter(clear)
        .filter(|one| one.0 > 0.0);
    MapAxis {
        percent,
        low: low.map(|one| one.1).collect(),
        high: high.map(|one| one.1).collect(),
    }
}
