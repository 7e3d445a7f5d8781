//! Tests of grids.

mod block;
mod fill;
mod selection;
