//! Tests of what insight finds in real, arbitrary and broken strategies.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::disallowed_methods)]
#![allow(
    clippy::too_many_lines,
    reason = "a table of cases is as long as its cases"
)]

mod alignment_matrix;
mod answer;
mod assembly;
mod briefing_changes;
mod checks;
mod compare;
mod evaluation_year;
mod figure_table;
mod frameworks;
mod grants;
mod insight;
mod laws;
mod logic;
mod money;
mod office_year;
mod open_data;
mod population;
mod region;
mod region_areas;
mod region_collecting;
mod region_table;
mod revision;
mod sheets;
mod unread;
mod yearly_work;
