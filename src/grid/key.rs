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

/// A key, with its modifiers.
#[derive(Debug, Clone, Copy)]
pub struct Key<'a> {
    /// Name of the key, as browsers give it.
    pub name: &'a str,
    /// True if Ctrl is pressed, or ⌘.
    pub ctrl: bool,
    /// True if Shift is pressed.
    pub shift: bool,
    /// True if a text is being typed in a cell.
    pub writing: bool,
    /// True if the user entered that text by F2 or with the mouse: left and right then move within it.
    pub in_text: bool,
}

/// An act on a grid, requested by a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// Moves one cell; with `true` it extends the selection.
    Step(Direction, bool),
    /// Moves to the end or beginning of filled cells.
    Leap(Direction, bool),
    /// Moves by the number of visible rows, up or down.
    Page(Direction, bool),
    /// Moves to the first column (`first`) or the last.
    LineEnd {
        /// True for the first column, false for the last.
        first: bool,
        /// True to extend the selection.
        extend: bool,
    },
    /// Moves to the first place of the grid or the last.
    Corner {
        /// True for the first place, false for the last.
        first: bool,
        /// True to extend the selection.
        extend: bool,
    },
    /// Moves to the next row, or with `true` to the one before.
    Enter(bool),
    /// Moves to the next cell, or with `true` to the one before.
    Tab(bool),
    /// Writes the typed text into the whole selection.
    FillSelection,
    /// Selects whole rows.
    Rows,
    /// Selects whole columns.
    Columns,
    /// Selects the block, then the whole grid.
    All,
    /// Starts editing the text of the cell.
    Edit,
    /// Writes a note on the cell.
    Note,
    /// Starts editing with an empty text.
    Rewrite,
    /// Clears the selection.
    Clear,
    /// Copies the first row down.
    FillDown,
    /// Copies the first column to the right.
    FillRight,
    /// Finds a text in the cells; with `true` to replace it.
    Find(bool),
    /// Opens the menu of the selection.
    Menu,
    /// Restores the old text of the cell.
    Cancel,
    /// Does nothing, and prevents the action of the browser.
    Nothing,
}

impl Command {
    /// Returns the command of a key; `None` leaves the key to the browser.
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
            // Prevent the browser's reload, also while a text is edited.
            ("r" | "R", true) if ctrl => Self::Nothing,
            (_, true) => return None,
            (name, false) => return Self::while_moving(name, ctrl, shift),
        })
    }

    /// Returns the command in a grid whose cells are fields: Tab goes through all fields of the page, and a field
    /// opens and clears its own text, unless several cells are selected.
    pub fn of_field(key: Key, is_block: bool) -> Option<Self> {
        match Self::of(key)? {
            Self::Clear | Self::Rewrite => is_block.then_some(Self::Clear),
            Self::Tab(_) | Self::Edit | Self::Note | Self::Cancel => None,
            command => Some(command),
        }
    }

    /// True if it only moves to another cell, for grids without a selection.
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
