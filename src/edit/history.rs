//! Undo and redo, each step with its name and its time.

use serde::{Deserialize, Serialize};

use super::{Conflict, Edit, Operation, brings_blank};
use strategy::{Moment, Strategy};

/// Role of an edit in the history of steps. Kept with the edit, it makes the same history again (E30).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepRole {
    /// A step of its own.
    Step,
    /// Typed on in the same field: part of the step before.
    Typed,
    /// Takes back the step before.
    Undo,
    /// Does again what was taken back.
    Redo,
}

/// A step.
#[derive(Debug, Clone, PartialEq)]
pub struct Done {
    /// The edit.
    pub edit: Edit,
    /// When; of typing, when it was last typed on.
    pub at: Moment,
}

/// The steps done and undone. Belongs to the open strategy; never saved in it.
#[derive(Debug, Clone, Default)]
pub struct History {
    /// Steps that can only be read: what came after them is not all known.
    earlier: Vec<Done>,
    done: Vec<Done>,
    undone: Vec<Done>,
    /// True while the last step is still being typed.
    open: bool,
}

impl History {
    /// Applies an edit and remembers it. Typing on in the same field joins the last step (E6). An edit that changes
    /// nothing is no step, and has no way.
    pub fn commit(
        &mut self,
        strategy: &mut Strategy,
        edit: Edit,
        at: Moment,
    ) -> Result<Option<StepRole>, Conflict> {
        edit.apply(strategy)?;
        if edit.changes.is_empty() {
            return Ok(None);
        }
        let typing = matches!(edit.label.operation, Operation::Set(_)) && edit.changes.len() == 1;
        let last = self.done.last();
        let way = match last.is_some_and(|last| self.open && typing && continues(&last.edit, &edit))
        {
            true => StepRole::Typed,
            false => StepRole::Step,
        };
        let left = self.tell(way, edit, at);
        // Typed back to what was there before: nothing is left to go on with (E5), least of all the step before.
        self.open = typing && left;
        Ok(Some(way))
    }

    /// Remembers an edit that was applied already, as what it was to the history (E30); whether the step it made or
    /// joined is there.
    pub fn tell(&mut self, way: StepRole, edit: Edit, at: Moment) -> bool {
        self.open = false;
        match way {
            StepRole::Undo => {
                self.undone.extend(self.done.pop());
                return true;
            }
            StepRole::Redo => {
                match self.undone.pop() {
                    Some(again) => self.done.push(again),
                    None => self.done.push(Done { edit, at }),
                }
                return true;
            }
            StepRole::Step | StepRole::Typed => self.undone.clear(),
        }
        let step = match self.done.pop() {
            Some(last) if way == StepRole::Typed => last.edit.squash(edit),
            last => {
                self.done.extend(last);
                edit
            }
        };
        let left = !step.changes.is_empty();
        if left {
            self.done.push(Done { edit: step, at });
        }
        left
    }

    /// From here on something is missing: what was done before can be read, and not be taken back.
    pub fn part(&mut self) {
        self.earlier.append(&mut self.done);
        self.undone.clear();
        self.open = false;
    }

    /// Remembers a step that can be read, and not taken back, and with it what was done before.
    pub fn note(&mut self, edit: Edit, at: Moment) {
        self.part();
        self.earlier.push(Done { edit, at });
    }

    /// Puts what an earlier sitting did before what was done since.
    pub fn follow(&mut self, mut before: History) {
        if self.done.is_empty() && self.undone.is_empty() {
            self.undone = before.undone;
        }
        before.earlier.append(&mut self.earlier);
        self.earlier = before.earlier;
        before.done.append(&mut self.done);
        self.done = before.done;
    }

    /// Takes away a row that was left with nothing in it; gives the edit that was applied for it, and its way. What
    /// the last step brought is gone with that step (E27). Where steps can be done again, leaving is no reason to
    /// drop them (E7): the row's coming is taken back with what was written in it, or the row stays.
    pub fn withdraw(
        &mut self,
        strategy: &mut Strategy,
        edit: Edit,
        at: Moment,
    ) -> Result<Option<(Edit, StepRole)>, Conflict> {
        let brought = self.done.last().is_some_and(|last| {
            let both = last.edit.changes.clone().squash(edit.changes.clone());
            both.is_empty()
        });
        match (brought, self.undone.is_empty()) {
            (true, true) => {
                edit.apply(strategy)?;
                // As if what the step brought were typed back to nothing.
                self.tell(StepRole::Typed, edit.clone(), at);
                Ok(Some((edit, StepRole::Typed)))
            }
            (true, false) => Ok(self.undo(strategy)?.map(|back| (back, StepRole::Undo))),
            (false, true) => {
                let way = self.commit(strategy, edit.clone(), at)?;
                Ok(way.map(|way| (edit, way)))
            }
            (false, false) => Ok(None),
        }
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
        let back = step.edit.reverse();
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
        let again = step.edit.clone();
        again.apply(strategy)?;
        self.open = false;
        self.done.extend(self.undone.pop());
        Ok(Some(again))
    }

    /// True if the last step added a blank row and the next redo only writes in that row: redoing one without the
    /// other would bring back a row without its words (E34).
    pub fn goes_on(&self, strategy: &Strategy) -> bool {
        let (Some(last), Some(next)) = (self.done.last(), self.undone.last()) else {
            return false;
        };
        let (brought, then) = (&last.edit.changes, &next.edit.changes);
        brings_blank(brought, strategy) && brought.clone().squash(then.clone()).len() == then.len()
    }

    /// The steps that can only be read, oldest first.
    pub fn earlier(&self) -> &[Done] {
        &self.earlier
    }

    /// The steps that can be taken back, oldest first.
    pub fn done(&self) -> &[Done] {
        &self.done
    }

    /// The steps that can be done again, the next one last.
    pub fn undone(&self) -> &[Done] {
        &self.undone
    }

    /// Every step that stands, newest first.
    pub fn applied(&self) -> impl Iterator<Item = &Done> {
        self.done.iter().rev().chain(self.earlier.iter().rev())
    }
}

/// True if `next` continues what `last` did: the same field of the same one record.
fn continues(last: &Edit, next: &Edit) -> bool {
    last.label.operation == next.label.operation
        && last.label.kind == next.label.kind
        && last.changes.len() == 1
        && last.changes.clone().squash(next.changes.clone()).len() <= 1
}
