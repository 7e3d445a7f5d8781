//! Native tests of the lower crates.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::disallowed_methods)]
#![allow(
    clippy::too_many_lines,
    reason = "a table of cases is as long as its cases"
)]

mod beside;
mod big;
mod calendar;
mod eight_sections;
mod exporter;
mod foreign_workbooks;
mod forged_parts;
mod grant_forms;
mod hands;
mod hostile;
mod large;
mod moved;
mod office;
mod part_books;
mod part_damages;
mod part_workbook;
mod reads;
mod records;
mod review;
mod samples;
mod units;
mod words;
mod workshop;
