//! Rules E1–E10 and E27–E34 of `src/edit/mod.rs`, tried on arbitrary strategies with arbitrary edits.

mod history;
mod intents;
mod laws;
mod places;
mod rows;
mod timetable;
