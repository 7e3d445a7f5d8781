//! Tests of edits: rules E1–E10, E27–E34, E40–E53, E60, E61, E70–E73, E78–E81, E84–E87, E89, E90, E94, E95 and E114–E118 of `src/edit/lib.rs`, on arbitrary and on real strategies.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::disallowed_methods)]
#![allow(
    clippy::too_many_lines,
    reason = "a table of cases is as long as its cases"
)]

mod gather;
mod gathered;
mod grant;
mod history;
mod intents;
mod laws;
mod logic;
mod merge;
mod merge_cases;
mod open_data;
mod places;
mod population;
mod publishing;
mod revision;
mod rows;
mod ruleset;
mod table_cell;
mod three_ways;
mod timetable;
mod typed_money;
mod usual_session;
mod votes;
mod yearly;
