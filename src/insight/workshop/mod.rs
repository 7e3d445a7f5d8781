//! 対話: what was said and chosen at a session (W20 to W23 of [`super`]).

mod board;
mod heard;
mod tally;

pub use board::{Board, Column, Grouping, board, heads, merged_with};
pub use heard::{Heard, heard};
pub use tally::{GroupCount, GroupVotes, Tally, TallyRow, tally, total_votes};
