//! Tests of the lower rooms, run natively.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::disallowed_methods)]
#![allow(
    clippy::too_many_lines,
    reason = "a table of cases is as long as its cases"
)]

mod alignment_matrix;
mod arbitrary;
mod archive;
mod beside;
mod big;
mod calendar;
mod cases;
mod csv;
mod edit;
mod eight_sections;
mod exporter;
mod foreign_workbooks;
mod frameworks;
mod hands;
mod hostile;
mod insight;
mod json;
mod manuscript;
mod money;
mod moving_qr;
mod notations;
mod office;
mod one_file;
mod own_csv;
mod part_books;
mod part_workbook;
mod pasted_outlines;
mod pasted_table;
mod pasted_towns;
mod publish;
mod records;
mod region;
mod revision;
mod samples;
mod sheets;
mod site;
mod stratml;
mod town_outlines;
mod town_tables;
mod typed_money;
mod units;
mod v1;
mod words;
mod workbook;
mod workshop;
mod yearly;
