//! A page of a strategy, by its name.

use std::fmt;

use crate::for_each_page;
use ::words::action as words;
use strategy::{Goal, GrantProject, HandedPart, Id, Indicator, Measure, Session, Work};

/// Group of a page in the navigation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageGroup {
    /// つくる.
    Make,
    /// 動かす.
    Run,
    /// ひらく.
    Share,
    /// たしかめる.
    Check,
    /// At the end, without a heading.
    Last,
}

macro_rules! pages {
    ($($name:ident: $page:ident $(($chosen:ty))?, $key:literal, $group:ident, $part:ident, $view:ident;)*) => {
        /// A page of a strategy. Its fields hold the selection on it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Page {
            $(
                #[doc = stringify!($name)]
                $page $((Option<$chosen>))?,
            )*
        }

        impl Page {
            /// Every page without a selection, in the order of the navigation.
            pub const ALL: &[Page] = &[$(pages!(@blank $page $($chosen)?)),*];

            /// Returns the name in the address.
            pub fn name(self) -> &'static str {
                match self {
                    $(Page::$page { .. } => stringify!($name),)*
                }
            }

            /// Returns its name.
            pub fn words(self) -> &'static str {
                match self {
                    $(Page::$page { .. } => words::$name(),)*
                }
            }

            /// Returns its purpose, in a line.
            pub fn purpose(self) -> &'static str {
                match self {
                    $(Page::$page { .. } => ::words::purposes::$name(),)*
                }
            }

            /// Returns the digit that opens it, with Alt; empty if there is none.
            pub fn key(self) -> &'static str {
                match self {
                    $(Page::$page { .. } => $key,)*
                }
            }

            /// Returns its group in the navigation.
            pub fn group(self) -> PageGroup {
                match self {
                    $(Page::$page { .. } => PageGroup::$group,)*
                }
            }

            /// Reads the name of a page and its selection.
            pub fn read(name: &str, chosen: Option<&str>) -> Option<Self> {
                $(
                    if name == stringify!($name) {
                        return Some(pages!(@read chosen $page $($chosen)?));
                    }
                )*
                None
            }
        }

        impl fmt::Display for Page {
            /// Writes the page as in an address: its name, and its selection.
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.name())?;
                match self {
                    $(pages!(@chosen $page $($chosen)?, id) => pages!(@write f $($chosen)?, id),)*
                }
            }
        }
    };
    (@blank $page:ident) => { Page::$page };
    (@blank $page:ident $chosen:ty) => { Page::$page(None) };
    (@read $text:ident $page:ident) => { Page::$page };
    (@read $text:ident $page:ident $chosen:ty) => { Page::$page($text.and_then(|text| text.parse().ok())) };
    (@chosen $page:ident, $id:ident) => { Page::$page };
    (@chosen $page:ident $chosen:ty, $id:ident) => { Page::$page($id) };
    (@write $f:ident, $id:ident) => { Ok(()) };
    (@write $f:ident $chosen:ty, $id:ident) => {
        match $id {
            Some(id) => write!($f, "/{id}"),
            None => Ok(()),
        }
    };
}

for_each_page!(pages);

impl Page {
    /// True if a section with a part writes on this page, returns its file there, or changes the display.
    pub fn is_asked_in(self, part: &HandedPart) -> bool {
        let asked = |work| part.work.is_empty() || part.work.contains(&work);
        match self {
            Page::Hands | Page::Settings => true,
            Page::Indicators(_) => asked(Work::Actuals) || asked(Work::Texts),
            Page::Outline(_) => asked(Work::Plans) || asked(Work::Texts),
            Page::Plan(_) => asked(Work::Plans),
            Page::Review(_) => asked(Work::Reviews),
            _ => false,
        }
    }
}
