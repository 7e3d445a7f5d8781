//! Changes of a strategy: every change is an [`Edit`], made by a function of intent, applied in one place.
//!
//! ```
//! use edit::Field;
//! use strategy::{About, Strategy};
//!
//! let mut plan = Strategy::default();
//! let renamed = edit::set(&plan, About::ID, Field::Title, |about| about.title = "総合戦略".to_owned()).unwrap();
//! renamed.apply(&mut plan).unwrap();
//! assert_eq!(plan.about().title, "総合戦略");
//! // Where something else stands there by now, nothing is changed.
//! assert!(renamed.apply(&mut plan).is_err());
//! renamed.reverse().apply(&mut plan).unwrap();
//! assert_eq!(plan, Strategy::default());
//! ```
//!
//! Rules (the tests carry the numbers):
//! - E1  An edit knows what was there before: applying it where something else is there is refused and changes nothing.
//! - E2  `apply` then `apply` of `reverse` gives back the same strategy.
//! - E3  `reverse` of `reverse` is the edit itself.
//! - E4  `squash(a, b)` does what `a` then `b` does; what cancels out is gone from it.
//! - E5  An edit that changes nothing is never made into a step of the history.
//! - E6  Typing in one field, without leaving it, is one step of the history.
//! - E7  After undo, a new edit drops what could have been redone; moving about does not.
//! - E8  Removing a record removes what stands under it and every mention of it, in the same edit.
//! - E9  A move touches the moved record alone: there is room between any two. Only where several stand at one and the
//!   same place, those of them behind it are moved on.
//! - E10 No function of intent leaves a reference to a record that is not there.
//! - E20 A typed amount is taken exactly, or refused; nothing is rounded.
//! - E21 Rolling makes next year's sheets in one edit, keeps every link to an initiative, and leaves this year's sheets as they are.
//! - E22 Nothing changes a closed year's sheets, actuals and ratings; opening it again asks for a reason and keeps it.
//! - E23 A pasted block of money writes in one edit what can be read, and gives the rest back as it came.
//! - E24 A line made a 再掲 takes the original's money where it has none, and its initiative says the same.
//! - E25 A block written over a closed year's figures leaves those as they are and tells how many, year by year.
//! - E26 What is added after a sibling stands right behind it, in the same list, under the same heading.
//! - E27 A row left with nothing in it is dropped: neither it nor its coming and going is kept in the history.
//!   Leaving it drops nothing that could be redone: then its coming is undone with what was written in it.
//! - E30 Steps told again in their order make the same history: what can be undone, and what can be redone.
//! - E31 Changes that prevail make of their records what they were then, unless that would leave a flaw.
//! - E32 An edit given back later changes the fields that it changed, and leaves what was done to others since.
//! - E33 Half an hour without a step begins a new sitting; a sitting tells of all its steps how many they are.
//! - E34 Doing again never stops at a row without its words: a row comes back with what was written in it first.
//! - E40 What only one side changed is the outcome of a merge; the sides may be swapped.
//! - E41 Only a part that both sides changed, each in its own way, is to be decided; until then it is as it is here.
//!   Prose is one value. What is missing is not what is blank.
//! - E42 Fields that belong together are one part: a rating and its reason, money and where it comes from. Values by
//!   year are merged year by year, where of what they belong to nothing else was changed.
//! - E43 Figures are compared by what they mean and kept as they are printed: 1,200 is １２００.
//! - E44 Of mentions, years and lines of a log, what either side added is there, and what either took out is not.
//! - E45 Two records put at one place, or one record put at two places of its list, are nothing to decide.
//! - E46 What one side took out and the other went on with, or put something under, is to be decided; until then it
//!   stays, with all that is under it and wherever it was mentioned. Without a base nothing is taken out.
//! - E47 Whatever is chosen, the strategy holds together: a mention of what is gone goes with it.
//! - E48 A merge leaves closed years as they are, and tells what it leaves.
//! - E49 What only both sides together would break is to be decided: the last series of an indicator, 再掲 in a circle.
//! - E50 What the others added and is called as something here, of the same unit and under the same, is told.
//! - E51 A change outside of what somebody was asked to work on is told, and not taken until somebody chooses.
//! - E52 What several gave back comes together in their order as one edit; the writer of each open choice is known.
//! - E54 A part that is handed out is a line of the ledger; what came back of it is written there in the edit that brings it.
//! - E55 What did not prevail when several came together is kept beside the plan until the year is closed.
//! - E57 What of a file nobody decided, and what a closed year refuses, leaves the line of its ledger open and is listed.
//! - E53 A file tells places by order alone: records that stand in the order they stood in were not moved.
//! - E58 Files come together in steps, each of about a record, with the same outcome; cancelled, it changes nothing.
//! - E60 A block of texts and figures is written in one edit; each cell changes its own text and no other.
//! - E61 A baseline with neither figure nor year is none.
//! - E70 An extension moves the last year and writes the targets chosen for it; everything else stays, and one step takes
//!   it back.
//! - E71 A target of a decided plan that an extension writes is kept with date, decider and reason.
//! - E72 An extension is longer than the period was, and has date, decider and reason.
//! - E73 One revision is drafted at a time, of a decided plan; it is decided or dropped.
//! - E74 A block over amounts, 方向性 and 財源 of many lines is written in one step; the cells of closed years stay.
//! - E78 A file of published data writes its figures, what its measures belong to, its name and day in one edit; no other
//!   series changes, and one step takes it back.
//! - E79 In 出典 of an indicator the line of a data set takes the place of that of the year before; other lines stay.
//! - E80 A data set that is forgotten leaves the figures that came from it.
//! - E81 A value that came back empty stays as it is here, until somebody chooses to empty it.
//! - E84 The years of a grant project run forwards.
//! - E85 A review of a grant project without a word is none.
//! - E86 A deadline of a grant project is one item of 日程, which follows its day when it is offered again.
//! - E87 Of a form one list of cells is remembered; without a cell it is forgotten.
//! - E89 点検・評価 of a file is written into the sheets of a goal in one edit; a text that the file leaves empty stays.
//! - E90 住民基本台帳人口 of a day takes the place of that of the same day; the days stand in order.
//! - E94 Indicators added for a block longer than the table, and what the block writes into them, are one edit.
//! - E95 So are the lines added to a sheet, and their amounts.
//! - E97 Items pasted into a framework are added with their source in one edit; an item that it has stays as it is.
//! - E98 Figures of a town for comparison stand beside a series and never among its own; they go with the town.
//! - E99 A note on a year of a series is written and taken away in one step, and is closed with its year.
//! - E100 A briefing of the mayor is kept with its day and its version; another is kept behind it.
//! - E101 A framework of another file is taken whole, or of one that is here by its name the items that are not.
//! - E105 A move that leaves the order as it is without it is no change: one away and back, or one that both sides made.
//! - E114 to E116 Of sides that both add, remove, move and rename: they may be swapped, nothing that either wrote is lost,
//!   and "no change" is said only where nothing differs.
//! - E117 Two records that stand in one order on both sides stand so in the outcome.
//! - E118 An order that both sides reached, each by moving other records, is that of the outcome, whatever either side
//!   added or took out beside it.
//! - E113 Measures of a heading that a side took out stand where that side has them, whichever side is named first.

// Test-only code does not count towards size.
#![cfg_attr(test, allow(clippy::disallowed_methods))]

mod add_framework;
mod add_indicators;
mod add_outline;
mod align;
mod briefing;
mod change;
mod cite_support;
mod draft;
mod edit_label;
mod empty;
mod give_back;
mod grant;
mod hands;
mod history;
mod indicator;
mod kept;
mod logic;
pub mod merge;
mod next_period;
mod open_data;
mod outline;
mod plan;
mod population;
mod publishing;
mod refusal;
mod remove;
mod revision;
mod ruleset;
mod sitting;
mod table_cell;
mod take_supports;
mod timetable;
mod workshop;

pub use add_framework::{
    FrameworkOffer, add_framework, add_listed, add_under, framework_alone, offered_frameworks,
    realign, take_framework,
};
pub use add_indicators::{NewIndicator, add_indicators};
pub use add_outline::*;
pub use align::{Answering, Tie, align, align_all};
pub use briefing::mark_briefed;
pub use change::{Changed, Changes, Comparison, Conflict, Diff, Edit, RecordChange};
pub use cite_support::cite_support;
pub use draft::{Draft, Titled, set};
pub use edit_label::{EditLabel, Field, Name, Operation};
pub use empty::*;
pub use give_back::give_back;
pub use grant::{change_grant_review, offer_deadlines, remember_form, set_grant_period};
pub use hands::*;
pub use history::{Done, History, StepRole};
pub use indicator::*;
pub use logic::*;
pub use next_period::{Wording, next_period, next_title};
pub use open_data::{DataUpdate, forget_comparison_town, forget_data_form, update_from_data};
pub use outline::*;
pub use plan::*;
pub use population::*;
pub use publishing::{change_public_comment, change_publishing};
pub use refusal::Refusal;
pub use remove::{Removable, remove};
pub use revision::*;
pub use ruleset::{adopt_rules, change_rules, give_rating};
pub use sitting::Sitting;
pub use table_cell::*;
pub use take_supports::{Offer, OfferState, offered_supports, take_supports};
pub use timetable::*;
pub use workshop::*;
