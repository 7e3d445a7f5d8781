//! What the page holds: the files that came back, what was chosen, and what comes of it.

use std::rc::Rc;

use leptos::prelude::*;

use crate::pages::being_read::{BeingRead, give_up};
use crate::session::Session;
use crate::store::Store;
use crate::workspace::Workspace;
use ::words::Say;
use ::words::hands::{self as words, Told};
use edit::merge::{Choice, ChoicesOf, Double, Gathering, Row, Spot, Tally, gather};
use insight::Numbers;
use insight::checks::Finding;
use jobs::Untaken;
use output::hands::{Incoming, returned};
use strategy::*;

/// A file that came back, and the plan in which its part is found as it was.
#[derive(Clone)]
pub struct Brought {
    /// What came back.
    pub incoming: Incoming,
    /// The version it was given out of; `None`: it is not on this device.
    pub version: Option<Strategy>,
    /// What was written in it and could not be taken.
    pub untaken: Untaken,
}

/// What is done with what came back.
pub struct Outcome {
    /// All of it, merged.
    pub gathering: Gathering,
    /// How much each file changes.
    pub tallies: Vec<Tally>,
    /// What each changes, in the order the plan is read.
    pub rows: Vec<FileRow>,
    numbers: Numbers,
    /// The name of the person who returned each file.
    names: Vec<String>,
}

/// One part that a file changes: of thousands, only those on the screen are put in words.
#[derive(Clone, PartialEq)]
pub struct FileRow {
    /// Place of the file.
    pub of: usize,
    /// What is to be decided.
    pub row: Row,
}

impl FileRow {
    /// What it is known by.
    pub fn key(&self) -> (usize, Spot) {
        (self.of, self.row.spot)
    }

    /// True if a person has to look at it.
    pub fn is_open(&self) -> bool {
        self.row.clashes || self.row.outside || self.row.offered
    }
}

/// One part that a file changes, in words.
#[derive(Clone, PartialEq)]
pub struct Line {
    /// Place of the file.
    pub of: usize,
    /// What is to be decided.
    pub row: Row,
    /// In words.
    pub told: Told,
    /// Name of the person who returned it.
    pub from: String,
    /// Name of the person whose value the plan holds; empty: the plan's own.
    pub writer: String,
    /// True if both values can be kept; true if it can be put in other words.
    pub can_be: (bool, bool),
    /// What is called the same here.
    pub double: Option<String>,
    /// True if a person has to look at it.
    pub is_open: bool,
}

impl Line {
    /// What it is known by.
    pub fn key(&self) -> (usize, Spot) {
        (self.of, self.row.spot)
    }

    /// What it is known by, with all that is shown of it.
    pub fn mark(&self) -> String {
        let Told {
            title,
            part,
            base,
            mine,
            theirs,
            ..
        } = &self.told;
        let spot = format!(
            "{} {} {:?}",
            self.of, self.row.spot.record, self.row.spot.part
        );
        [&spot, title, part, base, mine, theirs]
            .map(String::as_str)
            .join("\u{1}")
    }
}

/// What was brought together last.
#[derive(Clone, PartialEq)]
pub struct Done {
    /// What came back, by the numbers of their lines in the ledger.
    pub parts: Vec<String>,
    /// In how many places.
    pub changes: usize,
    /// What 点検 finds that it did not find before.
    pub findings: Vec<String>,
}

/// Copy it freely.
#[derive(Clone, Copy)]
pub struct Hands {
    pub store: Store,
    pub session: Session,
    pub workspace: Workspace,
    pub brought: RwSignal<Vec<Brought>, LocalStorage>,
    /// What was said of each file: whether it is a bad one, and the sentence.
    pub said: RwSignal<Vec<(bool, String)>>,
    pub choices: RwSignal<ChoicesOf, LocalStorage>,
    pub outcome: RwSignal<Option<Rc<Outcome>>, LocalStorage>,
    pub done: RwSignal<Option<Done>>,
    pub busy: RwSignal<bool>,
    /// A workbook that takes long to be read.
    pub being_read: BeingRead,
}

impl Hands {
    /// Nothing came back yet.
    pub fn set_up() -> Self {
        let hands = Self {
            store: Store::here(),
            session: Session::here(),
            workspace: Workspace::here(),
            brought: RwSignal::new_local(Vec::new()),
            said: RwSignal::new(Vec::new()),
            choices: RwSignal::new_local(ChoicesOf::new()),
            outcome: RwSignal::new_local(None),
            done: RwSignal::new(None),
            busy: RwSignal::new(false),
            being_read: RwSignal::new_local(None),
        };
        on_cleanup(move || give_up(hands.being_read));
        Effect::new(move |_| {
            let brought = hands.brought.get();
            let choices = hands.choices.get();
            let outcome = hands.store.follow(|mine| {
                (!brought.is_empty()).then(|| Rc::new(Outcome::of(mine, &brought, &choices)))
            });
            hands.outcome.set(outcome);
        });
        provide_context(hands);
        hands
    }

    /// That of the page around.
    pub fn here() -> Self {
        expect_context()
    }

    /// True if the ledger has such a line.
    pub fn is_in_ledger(self, is: impl Fn(&HandedPart) -> bool) -> bool {
        self.store.about().handed_out.iter().any(is)
    }

    /// Returns the outcome of the merge. Tracked: the calling effect reruns when it changes.
    pub fn outcome(self) -> Option<Rc<Outcome>> {
        self.outcome.get()
    }

    /// True if a person decided a row.
    pub fn is_decided(self, row: &FileRow) -> bool {
        self.choices.with(|all| all.contains_key(&row.key()))
    }

    /// True if a person has to look at a row and nobody has decided it.
    pub fn is_undecided(self, row: &FileRow) -> bool {
        row.is_open() && row.row.closed.is_none() && !self.is_decided(row)
    }

    /// Returns how many rows a person has to look at.
    pub fn to_decide(self) -> usize {
        let outcome = self.outcome();
        let rows = outcome.iter().flat_map(|outcome| &outcome.rows);
        rows.filter(|row| row.is_open() && row.row.closed.is_none())
            .count()
    }

    /// Returns how many rows a person has to look at that nobody has decided.
    pub fn undecided(self) -> usize {
        let outcome = self.outcome();
        let rows = outcome.iter().flat_map(|outcome| &outcome.rows);
        rows.filter(|row| self.is_undecided(row)).count()
    }

    /// Decides a line.
    pub fn choose(self, key: (usize, Spot), choice: Choice) {
        self.choices.update(|all| {
            all.insert(key, choice);
        });
    }

    /// Puts the files away.
    pub fn clear(self) {
        self.brought.set(Vec::new());
        self.choices.set(ChoicesOf::new());
        self.said.set(Vec::new());
    }
}

impl Outcome {
    fn of(mine: &Strategy, brought: &[Brought], choices: &ChoicesOf) -> Self {
        let back: Vec<_> = brought
            .iter()
            .map(|one| returned(mine, &one.incoming, one.version.as_ref()))
            .collect();
        let gathering = gather(mine, &back, choices);
        let row = |(of, row): (usize, &Row)| FileRow {
            of,
            row: row.clone(),
        };
        let rows = gathering.rows().into_iter().map(row).collect();
        let names = brought.iter().map(|one| one.incoming.part.to.clone());
        Self {
            tallies: gathering.tallies(),
            rows,
            numbers: Numbers::of(mine),
            names: names.collect(),
            gathering,
        }
    }

    /// A row in words.
    pub fn line(&self, file_row: &FileRow) -> Option<Line> {
        let FileRow { of, row } = file_row;
        let merge = self.gathering.merges().get(*of)?;
        let name = |of: usize| self.names.get(of).cloned().unwrap_or_default();
        let double = merge.doubles().iter();
        let mut double = double.filter(|double| double.theirs == row.spot.record);
        let called = |double: &Double| {
            let record = double.mine.find(merge.mine())?;
            Some(record::called(record))
        };
        let writer = self.gathering.writer(*of, row.spot);
        Some(Line {
            of: *of,
            row: row.clone(),
            told: words::told(merge, row, &self.numbers),
            from: name(*of),
            writer: writer.map(name).unwrap_or_default(),
            can_be: (merge.can_be_both(row.spot), merge.can_be_own(row.spot)),
            double: double.next().and_then(called),
            is_open: file_row.is_open(),
        })
    }
}

/// What 点検 finds in one and not in the other, in words.
pub fn new_findings(before: &[Finding], after: Vec<Finding>) -> Vec<String> {
    let new = after
        .into_iter()
        .filter(|finding| !before.contains(finding));
    new.map(|finding| finding.say()).collect()
}
