//! 課へ渡す and 合流: parts go out as files, come back as files, and are merged into the plan.

mod handed_out;
mod returned_parts;

use std::collections::BTreeSet;

use ::words::hands as words;
use edit::merge::{Choice, ChoicesOf, Gathering, Part, Row, RowFilter, Spot, gather};
use edit::{Draft, NotIncoming, ReturnedFile, close_year, part_returns};
use fixtures::sample;
use format::json::{read, write};
use insight::Numbers;
use output::hands::{
    Incoming, MissingReviews, Proposal, hash_of, incoming, missing_review_warnings,
    missing_reviews, part_of, proposals, returned,
};
use output::paper::{ReportData, hand_ledger, paginate};
use output::site::public_subset;
use strategy::*;

fn plan() -> Strategy {
    sample("hokuto-2024")
}

fn measures(plan: &Strategy) -> Vec<Id<Measure>> {
    let goals = plan.goals.sorted().into_iter();
    let measures = goals.flat_map(|goal| plan.measures_of(goal.id));
    measures.map(|m| m.id).collect()
}

/// Makes a line of the ledger, with the hash of its part.
fn line(plan: &Strategy, id: &str, to: &str, given: &[Id<Measure>]) -> HandedPart {
    let mut part = HandedPart {
        id: id.to_owned(),
        to: to.to_owned(),
        at: "2026-11-24T10:00:00+09:00".to_owned(),
        records: given.iter().map(|id| id.to_string()).collect(),
        ..HandedPart::default()
    };
    part.hash = hash_of(&part_of(plan, &part));
    part
}

/// Returns the file that is handed out, read again.
fn given(plan: &Strategy, part: &HandedPart) -> Strategy {
    read(write(&part_of(plan, part)).as_bytes()).unwrap()
}

fn direction(plan: &Strategy, id: Id<Measure>) -> String {
    plan.get(id).unwrap().direction.clone()
}

fn with_direction(plan: &Strategy, ids: &[Id<Measure>], text: &str) -> Strategy {
    let mut draft = Draft::new(plan);
    for id in ids {
        draft
            .update(*id, |m| m.direction = text.to_owned())
            .unwrap();
    }
    read(write(draft.strategy()).as_bytes()).unwrap()
}
