//! Keyboard shortcuts of commands.

use leptos::ev::KeyboardEvent;

/// A key with its modifiers. `primary` is Ctrl, on a Mac Command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shortcut {
    /// Ctrl or Command.
    pub primary: bool,
    /// Shift.
    pub shift: bool,
    /// Alt.
    pub alt: bool,
    /// Key, as the browser names it, in lower case.
    pub key: &'static str,
}

/// Makes a shortcut of a key alone.
pub const fn plain(key: &'static str) -> Shortcut {
    Shortcut {
        primary: false,
        shift: false,
        alt: false,
        key,
    }
}

/// Makes a shortcut of Ctrl, or Command, with a key.
pub const fn primary(key: &'static str) -> Shortcut {
    Shortcut {
        primary: true,
        ..plain(key)
    }
}

/// Makes a shortcut of Alt with a key.
pub const fn alt(key: &'static str) -> Shortcut {
    Shortcut {
        alt: true,
        ..plain(key)
    }
}

impl Shortcut {
    /// True if the key press is this shortcut.
    pub fn fits(self, event: &KeyboardEvent) -> bool {
        (event.ctrl_key() || event.meta_key()) == self.primary
            && event.shift_key() == self.shift
            && event.alt_key() == self.alt
            && event.key().eq_ignore_ascii_case(self.key)
    }

    /// 「Ctrl + Z」.
    pub fn words(self) -> String {
        let mut parts = Vec::new();
        if self.primary {
            parts.push("Ctrl".to_owned());
        }
        if self.alt {
            parts.push("Alt".to_owned());
        }
        if self.shift {
            parts.push("Shift".to_owned());
        }
        parts.push(self.key.to_ascii_uppercase());
        parts.join(" + ")
    }
}
