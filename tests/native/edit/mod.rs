//! Rules E1–E10, E27–E34 and E40–E53 of `src/edit/mod.rs`, tried on arbitrary strategies with arbitrary edits.

mod gather;
mod history;
mod intents;
mod laws;
mod merge;
mod merge_cases;
mod places;
mod rows;
mod timetable;
