//! Undo and redo without limit, each step with its name.

use super::{Act, Conflict, Edit};
use crate::strategy::Strategy;

/// The steps done and undone. Belongs to the open strategy; never saved in it.
#[derive(Debug, Clone, Default)]
pub struct History {
    done: Vec<Edit>,
    undone: Vec<Edit>,
    /// Whether the last step is still being typed.
    open: bool,
}

impl History {
    /// Applies an edit and remembers it. Typing on in the same field joins the last step (E6).
    pub fn commit(&mut self, strategy: &mut Strategy, edit: Edit) -> Result<(), Conflict> {
        edit.apply(strategy)?;
        if edit.changes.is_empty() {
            return Ok(());
        }
        self.undone.clear();
        let typing = matches!(edit.did.act, Act::Set(_)) && edit.changes.len() == 1;
        let step = match self.done.pop() {
            Some(last) if self.open && typing && continues(&last, &edit) => last.squash(edit),
            last => {
                self.done.extend(last);
                edit
            }
        };
        // Typed back to what was there before: nothing is left to go on with (E5), least of all the step before.
        self.open = typing && !step.changes.is_empty();
        if !step.changes.is_empty() {
            self.done.push(step);
        }
        Ok(())
    }

    /// Applies an edit that takes away what the last step brought: then neither of them is a step (E27). Where
    /// something else was done since, it is a step like any other.
    pub fn withdraw(&mut self, strategy: &mut Strategy, edit: Edit) -> Result<(), Conflict> {
        let last = self.done.last();
        let brought = last.is_some_and(|last| last.clone().squash(edit.clone()).changes.is_empty());
        if !brought {
            return self.commit(strategy, edit);
        }
        edit.apply(strategy)?;
        self.done.pop();
        self.open = false;
        Ok(())
    }

    /// The field was left: what is typed next is a new step.
    pub fn seal(&mut self) {
        self.open = false;
    }

    /// Takes back the last step; gives the edit that was applied for it.
    pub fn undo(&mut self, strategy: &mut Strategy) -> Result<Option<Edit>, Conflict> {
        let Some(step) = self.done.last() else {
            return Ok(None);
        };
        let back = step.reverse();
        back.apply(strategy)?;
        self.open = false;
        self.undone.extend(self.done.pop());
        Ok(Some(back))
    }

    /// Does again the last step taken back; gives the edit that was applied for it.
    pub fn redo(&mut self, strategy: &mut Strategy) -> Result<Option<Edit>, Conflict> {
        let Some(step) = self.undone.last() else {
            return Ok(None);
        };
        let again = step.clone();
        again.apply(strategy)?;
        self.open = false;
        self.done.extend(self.undone.pop());
        Ok(Some(again))
    }

    /// The steps that can be taken back, oldest first.
    pub fn done(&self) -> &[Edit] {
        &self.done
    }

    /// The steps that can be done again, the next one last.
    pub fn undone(&self) -> &[Edit] {
        &self.undone
    }
}

/// Whether `next` goes on with what `last` did: the same field of the same one record.
fn continues(last: &Edit, next: &Edit) -> bool {
    last.did.act == next.did.act
        && last.did.kind == next.did.kind
        && last.changes.len() == 1
        && last.changes.clone().squash(next.changes.clone()).len() <= 1
}
