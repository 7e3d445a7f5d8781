//! State of the page: the files that came back, the choices, and the result.

use std::rc::Rc;

use leptos::prelude::*;

use crate::job::Job;
use crate::session::Session;
use crate::store::Store;
use crate::workspace::Workspace;
use ::words::hands::{self as words, Told};
use edit::merge::{Choice, ChoicesOf, Double, Gathering, LedgerTally, Row, Spot};
use insight::Numbers;
use jobs::Untaken;
use output::hands::Incoming;
use strategy::*;

/// A file that came back, and the plan in which its part is found as it was.
#[derive(Clone)]
pub struct ReturnedPlan {
    /// The incoming file.
    pub incoming: Incoming,
    /// The version it was given out of; `None`: it is not on this device.
    pub version: Option<Strategy>,
    /// The edits in it that were rejected.
    pub untaken: Untaken,
}

/// Inputs of an outcome: it holds as long as all of them are the same.
#[derive(Clone, PartialEq)]
pub struct MadeOf {
    /// The revision of the plan.
    pub revision: u32,
    /// The hashes of the files.
    pub files: Vec<String>,
    /// The choices of the person.
    pub choices: ChoicesOf,
}

/// Result of the merge of the incoming files.
pub struct Outcome {
    /// Its inputs.
    pub made_of: MadeOf,
    /// All of it, merged.
    pub gathering: Gathering,
    /// Counts of changes of each file.
    pub tallies: Vec<LedgerTally>,
    /// Changes of each file, in the order the plan is read.
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
    /// The decision.
    pub row: Row,
}

impl FileRow {
    /// Returns its key.
    pub fn key(&self) -> (usize, Spot) {
        (self.of, self.row.spot)
    }
}

/// One part that a file changes, in words.
#[derive(Clone, PartialEq)]
pub struct ChangeLine {
    /// Place of the file.
    pub of: usize,
    /// The decision.
    pub row: Row,
    /// In words.
    pub told: Told,
    /// Name of the person who returned it.
    pub from: String,
    /// Name of the person whose value the plan holds; empty: the plan's own.
    pub writer: String,
    /// True if both values can be kept; true if it can be put in other words.
    pub can_be: (bool, bool),
    /// Title of the record with the same name here.
    pub double: Option<String>,
    /// True if a person has to look at it.
    pub is_open: bool,
}

impl ChangeLine {
    /// Returns its key.
    pub fn key(&self) -> (usize, Spot) {
        (self.of, self.row.spot)
    }

    /// Returns its key, with all its shown texts.
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

/// Summary of the last merge.
#[derive(Clone, PartialEq)]
pub struct MergeSummary {
    /// The parts that came back, by the numbers of their lines in the ledger.
    pub parts: Vec<String>,
    /// In how many places.
    pub changes: usize,
    /// New findings of 点検.
    pub findings: Vec<String>,
}

/// Copy it freely.
#[derive(Clone, Copy)]
pub struct Hands {
    pub store: Store,
    pub session: Session,
    pub workspace: Workspace,
    pub brought: RwSignal<Vec<ReturnedPlan>, LocalStorage>,
    /// Message about each file: true for a bad one, and the sentence.
    pub said: RwSignal<Vec<(bool, String)>>,
    pub choices: RwSignal<ChoicesOf, LocalStorage>,
    pub outcome: RwSignal<Option<Rc<Outcome>>, LocalStorage>,
    pub done: RwSignal<Option<MergeSummary>>,
    pub busy: RwSignal<bool>,
    /// A workbook that takes long to be read.
    pub reading: Job,
    /// Comparison of the files with the plan; while none runs, the outcome is that of the files, choices and plan.
    pub comparing: Job,
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
            reading: Job::new(),
            comparing: Job::new(),
        };
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

    /// True if an outcome is still that of the plan, the files and the choices.
    pub fn is_current(self, outcome: &Rc<Outcome>) -> bool {
        let now = self.outcome.get_untracked();
        let is_it = now.is_some_and(|now| Rc::ptr_eq(&now, outcome));
        let revision = untrack(|| self.store.revision());
        is_it && !untrack(|| self.comparing.is_running()) && outcome.made_of.revision == revision
    }

    /// True if a person decided a row.
    pub fn is_decided(self, row: &FileRow) -> bool {
        self.choices.with(|all| all.contains_key(&row.key()))
    }

    /// True if a person has to look at a row and nobody has decided it.
    pub fn is_undecided(self, row: &FileRow) -> bool {
        row.row.can_be_decided() && !self.is_decided(row)
    }

    /// Returns how many rows a person has to look at.
    pub fn to_decide(self) -> usize {
        let outcome = self.outcome();
        let rows = outcome.iter().flat_map(|outcome| &outcome.rows);
        rows.filter(|row| row.row.can_be_decided()).count()
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
    /// The outcome of files that were merged.
    pub fn of(
        mine: &Strategy,
        brought: &[ReturnedPlan],
        gathering: Gathering,
        made_of: MadeOf,
    ) -> Self {
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
            made_of,
        }
    }

    /// A row in words.
    pub fn line(&self, file_row: &FileRow) -> Option<ChangeLine> {
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
        Some(ChangeLine {
            of: *of,
            row: row.clone(),
            told: words::told(merge, row, &self.numbers),
            from: name(*of),
            writer: writer.map(name).unwrap_or_default(),
            can_be: (merge.can_be_both(row.spot), merge.can_be_own(row.spot)),
            double: double.next().and_then(called),
            is_open: row.is_to_decide(),
        })
    }
}
