//! Sessions of a plan that are one.

use super::super::{Draft, Edit, EditLabel, Operation, Refusal};
use super::gather::add_tables;
use strategy::*;

/// Moves the ideas, votes, guesses and tables of a session to another, and removes it (W17).
pub fn join_sessions(
    strategy: &Strategy,
    from: Id<Session>,
    into: Id<Session>,
) -> Result<Edit, Refusal> {
    let other = strategy.get(from).ok_or(Refusal::NotThere)?;
    let own = strategy.get(into).ok_or(Refusal::NotThere)?;
    if from == into {
        return Err(Refusal::WrongPlace);
    }
    let mut draft = Draft::new(strategy);
    let ideas = strategy.ideas.iter();
    for idea in ideas.filter(|idea| idea.session == Some(from)) {
        draft.update(idea.id, |idea| idea.session = Some(into))?;
    }
    for ballot in strategy.ballots.under(from) {
        let method = ballot.method(other);
        draft.update(ballot.id, |ballot| {
            ballot.session = into;
            ballot.voting = Some(method);
        })?;
    }
    for guess in strategy.guesses.under(from) {
        draft.update(guess.id, |guess| guess.session = into)?;
    }
    draft.update(into, |session| add_tables(session, &other.tables))?;
    draft.take(from);
    draft.finish(EditLabel::to::<Session>(
        Operation::Merge,
        own.title.clone(),
    ))
}
