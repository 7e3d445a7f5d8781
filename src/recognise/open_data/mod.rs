//! 公表データ: a table of open data with a row for each municipality and year, in any layout: long, wide, years as columns,
//! several rows of heads, turned. The rows of the own town are found and read into measures by year.
//!
//! - I93 Never is a row of another town taken. A row counts by the code of a column whose form its check digits say, and
//!   whose name, where there is one, is that of the plan; by the name alone only once somebody said so, and never beside
//!   codes. A year with several values that differ has none.

mod binding;
mod code_column;
mod columns;
mod read;
mod town_rows;
mod value_cell;
mod year_text;

pub use binding::{BoundMeasure, bound_measures, unbound_series};
pub use read::{
    DataAnswers, DataMeasure, DataValue, NotData, OpenData, data_set_of, read_beside, read_data,
    read_known, towns_beside,
};
pub use town_rows::NoRows;
