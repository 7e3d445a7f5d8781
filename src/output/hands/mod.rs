//! 課へ渡す and 合流: the part of a plan that is handed out, and what comes back of it.
//!
//! Rules (the tests carry the numbers):
//! - P30 A part holds what was chosen, what stands under and above it, and what it mentions of indicators, support,
//!   grounds and frameworks; nothing else of the plan. Its numbers are those of the plan.
//! - P31 The same plan and the same line of the ledger make the same part: what it was when it was handed out is found
//!   again by its hash.
//! - P34 A value is emptied by somebody who empties its cell: not by a formula without its result, a text that is struck out or
//!   a column that is empty as a whole. These are told, and the line of the ledger stays open.
//! - P33 A workbook of a part, read again, is the part; what somebody wrote in it is in the part that came back, wherever
//!   rows and columns were moved, and what cannot be read is told cell by cell. What was written where nothing is read
//!   (beside the columns, above the heads, on other sheets, in comments) and the rows that are gone are told, too.
//! - P35 A row that somebody added is a new record at the place that the row names. Where that is a guess, and for every new
//!   indicator and every new measure, the record is offered: it is one choice of the merge, and nothing is added until
//!   somebody takes it. Of two rows of one record in which different values stand, neither is taken, and both are told.
//! - P36 A workbook has a cell to fill in for each part of a record that lies in the scope and is of no closed year. It is
//!   coloured and open; every other cell is protected. Columns, rows and sheets without such a cell are left out.
//! - P37 Where 評価 is asked for and the plan has no sheet for it, that is told before the part is given.
//! - P32 What is no part of this plan, or came back before, is told and changes nothing.

mod incoming;
mod missing_reviews;
mod part;
mod part_workbook;
mod proposal;

pub use incoming::{Incoming, incoming, returned};
pub use missing_reviews::{MissingReviews, missing_review_warnings, missing_reviews};
pub use part::{hash_of, part_of, scope_of};
pub use part_workbook::{ReturnedPart, WorkbookMark, mark_of, part_workbook, read_part};
pub use proposal::{Proposal, proposals};
