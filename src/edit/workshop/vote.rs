//! Votes: each ballot within what a person may give.

use super::super::{Draft, Edit, EditLabel, Field, Operation, Refusal};
use strategy::*;

/// Adds what one person chose (W7).
pub fn cast(strategy: &Strategy, ballot: Ballot) -> Result<Edit, Refusal> {
    let session = strategy.get(ballot.session).ok_or(Refusal::NotThere)?;
    if ballot.choices.is_empty() || ballot.voters() == 0 {
        return Err(Refusal::Nothing);
    }
    within(session, &ballot)?;
    let all = strategy.ballots.beside(&ballot).len();
    super::super::add(strategy, ballot, all)
}

/// Puts what was counted from paper in the place of what was counted before: how many voted, and what of them (W7).
pub fn count_on_paper(strategy: &Strategy, mut ballot: Ballot) -> Result<Edit, Refusal> {
    let session = strategy.get(ballot.session).ok_or(Refusal::NotThere)?;
    ballot.source = IdeaSource::Paper;
    within(session, &ballot)?;
    let mut draft = Draft::new(strategy);
    let before = strategy.get(ballot.id);
    match (before, ballot.people) {
        (Some(_), 0) => draft.take(ballot.id),
        (None, 0) => return Err(Refusal::Nothing),
        (Some(before), _) => {
            ballot.order = before.order.clone();
            draft.put(ballot);
        }
        (None, _) => {
            draft.place(&mut ballot, usize::MAX);
            draft.add(ballot)?;
        }
    }
    let field = Field::of("people", None);
    draft.finish(EditLabel::to::<Session>(
        Operation::Set(field),
        session.title.clone(),
    ))
}

fn within(session: &Session, ballot: &Ballot) -> Result<(), Refusal> {
    let all = |choice: &BallotChoice| {
        let given = [choice.dots, choice.unsure, choice.disagree];
        given.into_iter().fold(0, u32::saturating_add)
    };
    let (given, most) = match session.budget() {
        Some(each) => {
            let given = ballot.choices.iter().map(all);
            let given = given.fold(0, u32::saturating_add);
            (given, each.saturating_mul(ballot.voters()))
        }
        None => {
            let most = ballot.choices.iter().map(all).max();
            (most.unwrap_or_default(), ballot.voters())
        }
    };
    match given > most {
        true => Err(Refusal::TooManyVotes { given, most }),
        false => Ok(()),
    }
}
