//! The editor's user interface: apps, pages, parts and charts.

#![cfg(target_arch = "wasm32")]

mod as_of;
mod async_memo;
pub mod charts;
mod command;
mod command_table;
pub mod contents;
mod cover;
mod covered;
mod display;
mod document_scope;
pub mod editor;
mod job;
mod job_runner;
mod keeping;
pub mod lazy;
pub mod notice;
mod one_file;
mod other_formats;
mod page;
mod page_table;
pub mod pages;
mod panels;
pub mod parts;
mod print;
mod qr;
pub mod route;
pub mod session;
mod settled;
mod shortcut;
mod sizes;
mod state_number;
pub mod store;
mod strategy_file;
pub mod table_face;
mod trouble;
mod window;
pub mod workspace;

pub use editor::mount;
