//! Every command of the app: its name, its key, and when it is available. Its code is in `perform`.

use leptos::prelude::*;

use super::command_table::for_each_command;
use super::page::Page;
use super::shortcut::{Shortcut, alt, plain, primary};
use super::store::Store;
use ::words::action as words;

/// Function that performs a command.
#[derive(Clone, Copy)]
pub struct Performer(pub fn(Command));

macro_rules! commands {
    ($($name:ident: $words:ident, $key:expr, $place:ident $(when $when:ident)?, $act:ident;)*) => {
        /// A command of the user.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Command {
            $(
                #[doc = stringify!($name)]
                $name,
            )*
            /// Opens a page.
            Page(Page),
        }

        impl Command {
            /// Every command except the pages, in the order of the help.
            const OWN: &[Command] = &[$(Command::$name),*];

            /// Returns its name.
            pub fn words(self) -> &'static str {
                match self {
                    $(Command::$name => words::$words(),)*
                    Command::Page(page) => page.words(),
                }
            }

            /// Returns its shortcut.
            pub fn shortcut(self) -> Option<Shortcut> {
                match self {
                    $(Command::$name => $key,)*
                    Command::Page(page) if page.key().is_empty() => None,
                    Command::Page(page) => Some(alt(page.key())),
                }
            }

            /// True if it is available now.
            pub fn allowed(self, store: Option<Store>) -> bool {
                match self {
                    $(Command::$name => commands!(@allowed store $place $($when)?),)*
                    Command::Page(_) => store.is_some(),
                }
            }
        }
    };
    (@allowed $store:ident anywhere) => { true };
    (@allowed $store:ident open) => { $store.is_some() };
    (@allowed $store:ident open $when:ident) => { $store.is_some_and($when) };
}

for_each_command!(commands);

impl Command {
    /// Returns every command, in the order of the help.
    pub fn all() -> impl Iterator<Item = Command> {
        let pages = Page::ALL.iter().copied().map(Command::Page);
        Self::OWN.iter().copied().chain(pages)
    }

    /// Performs the command.
    pub fn run(self) {
        (expect_context::<Performer>().0)(self);
    }
}

fn can_write(store: Store) -> bool {
    !store.read_only().get()
}

fn can_undo(store: Store) -> bool {
    store.history(|h| !h.done().is_empty()) && can_write(store)
}

fn can_redo(store: Store) -> bool {
    store.history(|h| !h.undone().is_empty()) && can_write(store)
}
