//! The steps back and forth through the changes of areas (R35): each change of a name, a list, a direction, a measure or a
//! tie is one step, until the page is left.

use super::TownGroup;

/// The areas as they were before each change, and those that were undone.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AreaHistory {
    before: Vec<Vec<TownGroup>>,
    undone: Vec<Vec<TownGroup>>,
}

impl AreaHistory {
    /// Takes note of the areas before a change. What was undone before it cannot be redone.
    pub fn note(&mut self, before: Vec<TownGroup>) {
        self.before.push(before);
        self.undone.clear();
    }

    /// True if there is a change to undo.
    pub fn can_undo(&self) -> bool {
        !self.before.is_empty()
    }

    /// True if there is a change to redo.
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    /// Puts the areas back as they were before the last change.
    pub fn undo(&mut self, areas: &mut Vec<TownGroup>) {
        if let Some(before) = self.before.pop() {
            self.undone.push(std::mem::replace(areas, before));
        }
    }

    /// Makes the change again that was undone last.
    pub fn redo(&mut self, areas: &mut Vec<TownGroup>) {
        if let Some(after) = self.undone.pop() {
            self.before.push(std::mem::replace(areas, after));
        }
    }
}
