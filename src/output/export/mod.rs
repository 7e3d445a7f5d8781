//! The files a plan is saved as: the table of formats, and what each is made of.

pub mod areas;
pub mod csv;
pub mod formats;
pub mod one_file;
pub mod region;
pub mod review;
pub mod stratml;
pub mod workbook;
pub(crate) mod writing;

pub use writing::FileWriting;
