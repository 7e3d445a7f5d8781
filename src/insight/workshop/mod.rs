//! 対話: what was said and chosen at a session (W20 to W33 of [`super`]).

mod board;
mod furigana;
mod heard;
mod lesson;
mod opinion_map;
mod session_part;
mod tally;
mod vote_count;
mod votes;

pub use board::{
    Board, BoardSubject, Grouping, Theme, board, heads, how_many, merged_by_head, merged_with,
    same_texts, themes,
};
pub use furigana::furigana;
pub use heard::{Heard, heard};
pub use lesson::{Beside, GuessDrawing, GuessScale, Lesson, beside, guesses, lesson, spread};
pub use opinion_map::{MapAxis, MapPoint, NoMap, OPINIONS, OpinionMap, PEOPLE, opinion_map};
pub use session_part::{SessionPart, session_to_open};
pub use tally::{GroupCount, GroupVotes, TallyRow, VoteTally, tallies};
pub use vote_count::VoteCount;
pub use votes::{IdeaVotes, Votes};
