//! Votes: each ballot within what a person may give.

use super::super::{Draft, Edit, EditLabel, Field, Operation, Refusal};
use strategy::*;

/// Adds what one person chose (W7, W15).
pub fn cast(strategy: &Strategy, mut ballot: Ballot) -> Result<Edit, Refusal> {
    let session = strategy.get(ballot.session).ok_or(Refusal::NotThere)?;
    ballot.voting = ballot.voting.or(Some(session.voting));
    if ballot.choices.is_empty() || ballot.voters() == 0 {
        return Err(Refusal::Nothing);
    }
    within(session, &ballot)?;
    let all = strategy.ballots.beside(&ballot).len();
    super::super::add(strategy, ballot, all)
}

/// Puts what was counted from paper in the place of what was counted before: how many voted, and what of them (W7). What was counted by another
/// voting method stays as it is (W15).
pub fn count_on_paper(strategy: &Strategy, mut ballot: Ballot) -> Result<Edit, Refusal> {
    let session = strategy.get(ballot.session).ok_or(Refusal::NotThere)?;
    ballot.source = IdeaSource::Paper;
    let before = strategy.get(ballot.id);
    ballot.voting = match before {
        Some(before) => Some(before.method(session)),
        None => ballot.voting.or(Some(session.voting)),
    };
    within(session, &ballot)?;
    let mut draft = Draft::new(strategy);
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

/// Puts the stickers counted on paper on many ideas in one edit; `act` names the step by how many counts changed.
pub fn count_stickers(
    strategy: &Strategy,
    counts: &[(Id<Idea>, u32)],
    act: fn(usize) -> Operation,
) -> Result<Edit, Refusal> {
    let mut draft = Draft::new(strategy);
    let mut changed = 0;
    for (idea, count) in counts {
        draft.update(*idea, |one| {
            changed += usize::from(one.votes != *count);
            one.votes = *count;
        })?;
    }
    draft.finish(EditLabel::to_all(act(changed)))
}

/// Changes the voting method of a session. The ballots given so far keep theirs, older ones by carrying it from now
/// on (W15).
pub fn set_voting(strategy: &Strategy, id: Id<Session>, voting: Voting) -> Result<Edit, Refusal> {
    let session = strategy.get(id).ok_or(Refusal::NotThere)?;
    let mut draft = Draft::new(strategy);
    for ballot in strategy.ballots.under(id) {
        let method = ballot.method(session);
        draft.update(ballot.id, |one| one.voting = Some(method))?;
    }
    draft.update(id, |one| one.voting = voting)?;
    let field = Field::of("voting", None);
    draft.finish(EditLabel::to::<Session>(
        Operation::Set(field),
        session.title.clone(),
    ))
}

fn within(session: &Session, ballot: &Ballot) -> Result<(), Refusal> {
    let (given, most) = match session.budget_by(ballot.method(session)) {
        Some(each) => {
            let given = ballot.choices.iter().map(BallotChoice::all);
            let given = given.fold(0, u32::saturating_add);
            (given, each.saturating_mul(ballot.voters()))
        }
        None => {
            let most = ballot.choices.iter().map(BallotChoice::all).max();
            (most.unwrap_or_default(), ballot.voters())
        }
    };
    match given > most {
        true => Err(Refusal::TooManyVotes { given, most }),
        false => Ok(()),
    }
}
