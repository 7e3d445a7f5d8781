//! Tests of grids.

mod block;
mod fill;
mod filling;
mod find;
mod selection;
