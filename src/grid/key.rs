//! The keys of a grid.
//!
//! | key | command |
//! |---|---|
//! | arrows, Page Up/Down, Home/End; with Ctrl; with Shift | move, leap, go to a corner; extend |
//! | Enter, Tab; with Shift | down, right; back |
//! | Ctrl+Enter | fill the selection with what is typed |
//! | Ctrl+Space, Shift+Space, Ctrl+A | select columns, rows, the block and then all |
//! | Shift+F2 | write a note on the cell |
//! | F2, Backspace | write in the cell as it is, or from an empty one |
//! | left and right while a text is typed | the next cell; after F2, within the text |
//! | Delete | empty the selection |
//! | Ctrl+D, Ctrl+R | fill down, right |
//! | Ctrl+F, Ctrl+H | find, replace |
//! | Shift+F10, the menu key | open the menu of the selection |
//! | Esc | put back what the cell held; once more, Tab leaves the grid |

use super::place::Direction;

/// A key, with what was held down.
#[derive(Debug, Clone, Copy)]
pub struct Key<'a> {
    /// Name of the key, as browsers tell it.
    pub name: &'a str,
    /// True if Ctrl is held, or ⌘.
    pub ctrl: bool,
    /// True if Shift is held.
    pub shift: bool,
    /// True if a text is being written in a cell.
    pub writing: bool,
    /// True if the user went into that text, by F2 or with the mouse: left and right are the text's own.
    pub in_text: bool,
}

/// An act on a grid that a key asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// One cell further; with `true` the selection is extended.
    Step(Direction, bool),
    /// To where filled cells end or begin.
    Leap(Direction, bool),
    /// As many rows as are seen, up or down.
    Page(Direction, bool),
    /// To the first column (`first`) or the last.
    LineEnd {
        /// The first column, else the last.
        first: bool,
        /// The selection is extended.
        extend: bool,
    },
    /// To the first place of the grid or the last.
    Corner {
        /// The first place, else the last.
        first: bool,
        /// The selection is extended.
        extend: bool,
    },
    /// To the next row, or with `true` to the one before.
    Enter(bool),
    /// To the next cell, or with `true` to the one before.
    Tab(bool),
    /// Writes what is typed into all that is selected.
    FillSelection,
    /// Selects whole rows.
    Rows,
    /// Selects whole columns.
    Columns,
    /// Selects the block, then everything.
    All,
    /// Begins to write in the cell as it is.
    Edit,
    /// Writes a note on the cell.
    Note,
    /// Begins to write in an empty cell.
    Rewrite,
    /// Empties the selection.
    Clear,
    /// Copies the first row down.
    FillDown,
    /// Copies the first column to the right.
    FillRight,
    /// Finds a text in the cells; with `true` it is to be replaced.
    Find(bool),
    /// Opens the menu of the selection.
    Menu,
    /// Puts back what the cell held.
    Cancel,
    /// Nothing, instead of what the browser would do.
    Nothing,
}

impl Command {
    /// Returns the command of a key; `None`: the browser does what it does.
    pub fn of(key: Key) -> Option<Self> {
        let Key {
            ctrl,
            shift,
            writing,
            in_text,
            ..
        } = key;
        Some(match (key.name, writing) {
            ("Enter", _) if ctrl => Self::FillSelection,
            ("Enter", _) => Self::Enter(shift),
            ("Tab", _) if !ctrl => Self::Tab(shift),
            ("Escape", true) => Self::Cancel,
            ("PageUp", _) => Self::Page(Direction::Up, shift),
            ("PageDown", _) => Self::Page(Direction::Down, shift),
            ("ArrowUp", true) => Self::Step(Direction::Up, false),
            ("ArrowDown", true) => Self::Step(Direction::Down, false),
            ("ArrowLeft", true) if !in_text && !shift && !ctrl => {
                Self::Step(Direction::Left, false)
            }
            ("ArrowRight", true) if !in_text && !shift && !ctrl => {
                Self::Step(Direction::Right, false)
            }
            // Never the browser's reload, not in the middle of a text either.
            ("r" | "R", true) if ctrl => Self::Nothing,
            (_, true) => return None,
            (name, false) => return Self::while_moving(name, ctrl, shift),
        })
    }

    /// The same in a grid whose cells are fields: Tab goes through all fields of the page, and a field opens and empties its
    /// own text, unless several cells are selected.
    pub fn of_field(key: Key, is_block: bool) -> Option<Self> {
        match Self::of(key)? {
            Self::Clear | Self::Rewrite => is_block.then_some(Self::Clear),
            Self::Tab(_) | Self::Edit | Self::Note | Self::Cancel => None,
            command => Some(command),
        }
    }

    /// True if it moves to another cell and does nothing else, for grids without a selection.
    pub fn goes_on(self) -> bool {
        matches!(
            self,
            Self::Step(..)
                | Self::Leap(..)
                | Self::Page(..)
                | Self::LineEnd { .. }
                | Self::Corner { .. }
        )
    }

    fn while_moving(name: &str, ctrl: bool, shift: bool) -> Option<Self> {
        if let Some(direction) = arrow(name) {
            return Some(match ctrl {
                true => Self::Leap(direction, shift),
                false => Self::Step(direction, shift),
            });
        }
        Some(match name {
            "Home" | "End" => {
                let (first, extend) = (name == "Home", shift);
                match ctrl {
                    true => Self::Corner { first, extend },
                    false => Self::LineEnd { first, extend },
                }
            }
            " " if ctrl && shift => Self::All,
            " " if ctrl => Self::Columns,
            " " if shift => Self::Rows,
            "a" | "A" if ctrl => Self::All,
            "d" | "D" if ctrl => Self::FillDown,
            "r" | "R" if ctrl => Self::FillRight,
            "f" | "F" if ctrl => Self::Find(false),
            "h" | "H" if ctrl => Self::Find(true),
            "ContextMenu" => Self::Menu,
            "F10" if shift => Self::Menu,
            "F2" if shift => Self::Note,
            "F2" => Self::Edit,
            "Backspace" => Self::Rewrite,
            "Delete" => Self::Clear,
            _ => return None,
        })
    }
}

fn arrow(name: &str) -> Option<Direction> {
    Some(match name {
        "ArrowUp" => Direction::Up,
        "ArrowDown" => Direction::Down,
        "ArrowLeft" => Direction::Left,
        "ArrowRight" => Direction::Right,
        _ => return None,
    })
}
