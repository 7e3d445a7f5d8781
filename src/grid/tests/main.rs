//! Tests of grids.

mod block;
mod choice;
mod fill;
mod filling;
mod find;
mod selection;
