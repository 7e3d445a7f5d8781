//! Tests of grids.

mod block;
mod fill;
mod find;
mod selection;
