//! 対話: what is done to a session, its ideas and its votes.
//!
//! Rules (the tests carry the numbers):
//! - W1  What tables wrote is gathered by the numbers of ideas and ballots: nothing is there twice, nothing is lost, and any
//!   order of files comes to the same.
//! - W2  A file gathered again adds nothing.
//! - W3  Of two wordings of one idea the later written stands, and the other is kept beside it; so does one that was rewritten.
//! - W4  Gathering leaves what the facilitator said of an idea: cluster, merging, state, answer, what changed.
//! - W5  A file of another session, or of none, is told and adds nothing.
//! - W6  A table's file holds what the session chose, the titles of what the town does about it, and what was said; nothing
//!   else of the plan.
//! - W7  Nobody gives more than they have; of an idea, paper never tells of more people than voted on it.
//! - W8  An idea that was merged stays, with its own words and votes, and counts where it was merged into.
//! - W9  Ideas read from paper come in as one step, each with its stickers.
//! - W14 A guess is gathered by its number, once; what was said of it in several files is all kept.
//! - W15 A ballot keeps the voting method it was given by, whatever becomes of that of its session.
//! - W16 A file of another session comes in as one of this session on request alone; then what it says of the plan is taken
//!   where both plans have it under one name.
//! - W17 Two sessions become one on request: what was said and chosen at one is of the other from then on, each vote by the
//!   method it was given by.

mod gather;
mod guess;
mod ideas;
mod join;
mod table_file;
mod usual;
mod vote;

pub use gather::{Gather, Gathered, NotGathered, OtherSession};
pub use guess::{add_guess, give_reason};
pub use ideas::{
    Arrival, NewIdea, add_ideas, merge_group, merge_ideas, move_to_theme, part_idea, rewrite_idea,
};
pub use join::join_sessions;
pub use table_file::table_file;
pub use usual::{SessionTexts, usual_session, usual_table};
pub use vote::{cast, count_on_paper, count_stickers, set_voting};
