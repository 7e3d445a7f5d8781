//! A document to be read from beginning to end, and gone on with in a word processor or as text: headings, paragraphs, tables.

mod docx;
mod markdown;
mod model;

pub use docx::DocxWriter;
pub use model::{Align, Cell, Column, Document, First, Part, Row, RowKind, Style, Table};
