//! The count of votes: every dot once, every person once.

use std::collections::BTreeMap;

use super::board::heads;
use strategy::*;

/// Number of voters of a position.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupCount {
    /// The position, or the table where no position was asked.
    pub name: String,
    /// Number of people whose votes are known one by one, or were counted.
    pub people: u32,
}

/// Number of people of a position who are for an idea.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupVotes {
    /// The position.
    pub name: String,
    /// For it.
    pub agree: u32,
    /// Of so many.
    pub people: u32,
}

/// Votes for an idea.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TallyRow {
    /// The idea.
    pub idea: Id<Idea>,
    /// Dots or points, those on paper included; of opinions: how many agree.
    pub dots: u32,
    /// Of these, stickers counted by hand.
    pub stickers: u32,
    /// Not sure.
    pub unsure: u32,
    /// Disagree.
    pub disagree: u32,
    /// Number of ideas merged into it.
    pub merged: usize,
    /// Number of people of each position who are for it.
    pub groups: Vec<GroupVotes>,
    /// True if all positions agree (W22).
    pub is_consensus: bool,
}

/// The whole count.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tally {
    /// n: how many voted.
    pub people: u32,
    /// Of these, on paper.
    pub on_paper: u32,
    /// Everything that was given.
    pub given: u32,
    /// Of this, by stickers of which nobody counted the people.
    pub of_nobody: u32,
    /// Positions that voted.
    pub groups: Vec<GroupCount>,
    /// The rows: those that all positions agree on first, then by votes, then in the order of ideas.
    pub rows: Vec<TallyRow>,
}

/// Counts the votes of a session.
pub fn tally(strategy: &Strategy, session: Id<Session>) -> Tally {
    let voting = strategy.get(session).map(|one| one.voting);
    let voting = voting.unwrap_or_default();
    let ballots = strategy.ballots.under(session);
    let counted = Counted::of(&ballots, voting);
    let mut sums = Sums::of(strategy, session);
    for ballot in &ballots {
        sums.add(
            ballot,
            counted.tells_people(ballot).then(|| counted.name(ballot)),
        );
    }
    let rows = sums.rows.into_iter();
    let mut rows: Vec<TallyRow> = rows.map(|sum| counted.row(sum)).collect();
    let given = rows
        .iter()
        .map(|row| row.dots + row.unsure + row.disagree)
        .fold(0, u32::saturating_add);
    sort::by(&mut rows, |a, b| {
        (b.is_consensus, b.dots).cmp(&(a.is_consensus, a.dots))
    });
    let people = |paper: bool| {
        let of = ballots
            .iter()
            .filter(|one| (one.source == IdeaSource::Paper) == paper);
        of.map(|one| one.voters()).fold(0, u32::saturating_add)
    };
    let on_paper = people(true);
    let stickers = rows.iter().map(|row| row.stickers);
    let counted_later = ballots.iter().filter(|one| one.source == IdeaSource::Paper);
    let counted_later = counted_later.flat_map(|one| &one.choices);
    let of_nobody = match on_paper {
        0 => stickers
            .chain(counted_later.map(|choice| choice.dots))
            .fold(0, u32::saturating_add),
        _ => 0,
    };
    Tally {
        people: on_paper.saturating_add(people(false)),
        on_paper,
        given,
        of_nobody,
        groups: counted.counts(),
        rows,
    }
}

/// Returns all votes for an idea itself, without those for ideas merged into it: the number that is published.
pub fn total_votes(strategy: &Strategy, idea: &Idea) -> u32 {
    let choices = strategy.ballots.iter().flat_map(|one| &one.choices);
    let dots = choices
        .filter(|choice| choice.idea == idea.id)
        .map(|choice| choice.dots);
    dots.fold(idea.votes, u32::saturating_add)
}

/// Votes that ballots gave each idea, to look up many ideas.
#[derive(Debug, Clone, Default)]
pub struct Votes(BTreeMap<Id<Idea>, u32>);

impl Votes {
    /// Those of a strategy.
    pub fn of(strategy: &Strategy) -> Self {
        let mut all = BTreeMap::<Id<Idea>, u32>::new();
        for choice in strategy.ballots.iter().flat_map(|one| &one.choices) {
            let sum = all.entry(choice.idea).or_default();
            *sum = sum.saturating_add(choice.dots);
        }
        Self(all)
    }

    /// The same as [`total_votes`].
    pub fn total(&self, idea: &Idea) -> u32 {
        let dots = self.0.get(&idea.id).copied().unwrap_or_default();
        idea.votes.saturating_add(dots)
    }
}

/// Votes for each idea that was not merged, before they are compared.
struct Sums {
    rows: Vec<Sum>,
    /// The row at which an idea counts: its own, or that of the idea it was merged into.
    at: BTreeMap<Id<Idea>, usize>,
}

struct Sum {
    row: TallyRow,
    /// For it, by position.
    agree: BTreeMap<String, u32>,
}

impl Sums {
    /// Nothing but the stickers.
    fn of(strategy: &Strategy, session: Id<Session>) -> Self {
        let mut sums = Self {
            rows: Vec::new(),
            at: BTreeMap::new(),
        };
        for head in heads(strategy, session) {
            sums.at.insert(head.id, sums.rows.len());
            sums.rows.push(Sum::of(head));
        }
        let merged = strategy.ideas.iter();
        for (idea, head) in merged.filter_map(|one| Some((one, one.merged?))) {
            let Some(at) = sums.at.get(&head).copied() else {
                continue;
            };
            sums.at.insert(idea.id, at);
            let row = &mut sums.rows[at].row;
            row.merged += 1;
            row.stickers = row.stickers.saturating_add(idea.votes);
            row.dots = row.stickers;
        }
        sums
    }

    /// Adds a ballot, cast by people of a position, if that is known.
    fn add(&mut self, ballot: &Ballot, position: Option<&str>) {
        let mut most: BTreeMap<usize, u32> = BTreeMap::new();
        for choice in &ballot.choices {
            let Some(at) = self.at.get(&choice.idea).copied() else {
                continue;
            };
            let row = &mut self.rows[at].row;
            row.dots = row.dots.saturating_add(choice.dots);
            row.unsure = row.unsure.saturating_add(choice.unsure);
            row.disagree = row.disagree.saturating_add(choice.disagree);
            let of_row = most.entry(at).or_default();
            *of_row = choice.dots.max(*of_row);
        }
        let Some(position) = position else { return };
        for (at, most) in most {
            let agree = &mut self.rows[at].agree;
            let sum = agree.entry(position.to_owned()).or_default();
            *sum = sum.saturating_add(most.min(ballot.voters()));
        }
    }
}

impl Sum {
    fn of(head: &Idea) -> Self {
        Self {
            row: TallyRow {
                idea: head.id,
                dots: head.votes,
                stickers: head.votes,
                unsure: 0,
                disagree: 0,
                merged: 0,
                groups: Vec::new(),
                is_consensus: false,
            },
            agree: BTreeMap::new(),
        }
    }
}

/// Mode of counting, and the counted voters.
struct Counted {
    by_position: bool,
    voting: Voting,
    groups: BTreeMap<String, u32>,
}

impl Counted {
    fn of(ballots: &[&std::sync::Arc<Ballot>], voting: Voting) -> Self {
        let mut counted = Self {
            by_position: ballots.iter().any(|one| !one.group.is_empty()),
            voting,
            groups: BTreeMap::new(),
        };
        let mut groups = BTreeMap::<String, u32>::new();
        for ballot in ballots.iter().filter(|one| counted.tells_people(one)) {
            let people = groups.entry(counted.name(ballot).to_owned()).or_default();
            *people = people.saturating_add(ballot.voters());
        }
        counted.groups = groups;
        counted
    }

    /// Of stickers on paper nobody knows how many people they are of.
    fn tells_people(&self, ballot: &Ballot) -> bool {
        ballot.source == IdeaSource::Device || self.voting == Voting::Opinions
    }

    fn name<'a>(&self, ballot: &'a Ballot) -> &'a str {
        match self.by_position {
            true => &ballot.group,
            false => &ballot.table,
        }
    }

    fn counts(&self) -> Vec<GroupCount> {
        let groups = self.groups.iter();
        groups
            .map(|(name, people)| GroupCount {
                name: name.clone(),
                people: *people,
            })
            .collect()
    }

    /// A row with how many of each position are for it.
    fn row(&self, Sum { mut row, agree }: Sum) -> TallyRow {
        let groups = self.groups.iter();
        row.groups = groups
            .map(|(name, people)| GroupVotes {
                name: name.clone(),
                agree: agree.get(name.as_str()).copied().unwrap_or_default(),
                people: *people,
            })
            .collect();
        let is_for = |one: &GroupVotes| one.agree.saturating_mul(2) >= one.people;
        row.is_consensus = row.groups.len() > 1 && row.groups.iter().all(is_for);
        row
    }
}
