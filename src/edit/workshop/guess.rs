//! Guesses: how somebody thought an indicator went.

use super::super::{Draft, Edit, EditLabel, Field, Operation, Refusal};
use super::gather::sorted;
use strategy::*;

/// Adds what somebody drew, in the order of the moments it was drawn (W14).
pub fn add_guess(strategy: &Strategy, guess: Guess, written: i64) -> Result<Edit, Refusal> {
    let indicator = guess.indicator.and_then(|id| strategy.get(id));
    let indicator = indicator.ok_or(Refusal::NotThere)?;
    if guess.values.is_empty() {
        return Err(Refusal::Nothing);
    }
    strategy.get(guess.session).ok_or(Refusal::NotThere)?;
    let mut draft = Draft::new(strategy);
    let title = indicator.name.clone();
    draft.add(Guess {
        order: Order::at(written),
        ..guess
    })?;
    draft.finish(EditLabel::to::<Guess>(Operation::Add, title))
}

/// Says why it went otherwise than guessed.
pub fn give_reason(strategy: &Strategy, id: Id<Guess>, reason: &str) -> Result<Edit, Refusal> {
    let reason = reason.trim().to_owned();
    super::super::set(strategy, id, Field::of("reasons", None), |guess| {
        guess.reasons = sorted([reason].into_iter());
    })
}
