//! HOW it looks: faces, pages, parts and charts.

mod as_of;
pub mod asset;
pub mod charts;
mod command;
mod command_table;
mod computed;
mod cover;
mod covered;
mod crash;
mod display;
pub mod faces;
mod keeping;
pub mod lazy;
pub mod notice;
mod page;
mod page_table;
pub mod pages;
mod panels;
pub mod parts;
mod print;
pub mod route;
pub mod session;
mod shared;
mod shortcut;
pub mod store;
mod window;
pub mod workspace;
