//! Tests of what is published, exported and printed.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::disallowed_methods)]
#![allow(
    clippy::too_many_lines,
    reason = "a table of cases is as long as its cases"
)]

mod assembly;
mod chart;
mod csv;
mod diagram;
mod documents;
mod history;
mod manuscript;
mod odd_indicators;
mod one_file;
mod own_csv;
mod paper_content;
mod papers;
mod population;
mod publish;
mod region;
mod site;
mod stratml;
mod workbook;
