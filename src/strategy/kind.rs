//! Kinds of record: the only list of them.

/// Runs a macro with the list of every kind: `Type, table field, prefix, Parent type, parent field`.
/// Parents come before their children.
#[macro_export]
macro_rules! for_each_kind {
    ($run:ident) => {
        $run! {
            Section, sections, "t", About, root;
            Goal, goals, "g", About, root;
            Division, divisions, "d", Goal, goal;
            Measure, measures, "m", Goal, goal;
            Initiative, initiatives, "i", Measure, measure;
            Sheet, sheets, "y", Measure, measure;
            Line, lines, "l", Sheet, sheet;
            Indicator, indicators, "k", About, root;
            Series, series, "r", Indicator, indicator;
            Framework, frameworks, "f", About, root;
            FrameworkItem, framework_items, "a", Framework, framework;
            Support, supports, "u", About, root;
            Ground, grounds, "e", About, root;
            Body, bodies, "b", About, root;
            Lane, lanes, "n", About, root;
            TimetableItem, timetable, "j", Lane, lane;
            Session, sessions, "w", About, root;
            Ballot, ballots, "v", Session, session;
            Guess, guesses, "q", Session, session;
            Idea, ideas, "o", About, root;
            GrantProject, grant_projects, "p", About, root;
        }
    };
}

macro_rules! define {
    ($($type:ident, $table:ident, $prefix:literal, $parent:ident, $field:ident;)*) => {
        /// The kinds of record.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind {
            /// 表紙.
            About,
            $(
                #[doc = concat!("`", stringify!($type), "`.")]
                $type,
            )*
        }

        impl Kind {
            /// Every kind, parents before their children.
            pub const ALL: &'static [Kind] = &[Kind::About, $(Kind::$type,)*];

            /// Returns the prefix of the ids of this kind.
            pub const fn prefix(self) -> &'static str {
                match self {
                    Kind::About => "s",
                    $(Kind::$type => $prefix,)*
                }
            }

            /// Name of its table in the storage of browsers.
            pub fn table(self) -> &'static str {
                match self {
                    Kind::About => "about",
                    $(Kind::$type => stringify!($table),)*
                }
            }

            /// Returns the kind with this prefix.
            pub fn of(prefix: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|kind| kind.prefix() == prefix)
            }
        }
    };
}

for_each_kind!(define);
