//! Tests of what is read in pasted tables, outlines and the files of towns.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::disallowed_methods)]
#![allow(
    clippy::too_many_lines,
    reason = "a table of cases is as long as its cases"
)]

mod breakdowns;
mod cases;
mod clerk_forms;
mod commas;
mod days;
mod forms;
mod kinds;
mod labelled_lines;
mod listed_lines;
mod names;
mod open_data;
mod pasted_outlines;
mod pasted_steps;
mod pasted_table;
mod pasted_towns;

mod projection;
mod prose;
mod side_by_side;
mod town_outlines;
mod town_tables;
mod turned;
mod unusual;
mod workbooks;
