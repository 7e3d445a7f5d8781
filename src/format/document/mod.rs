//! A document: headings, paragraphs and tables, and the files written of it.

mod docx;
mod drawn;
mod markdown;
mod model;

pub use docx::DocxWriter;
pub use model::{
    Align, Bar, Block, Cell, Column, Document, First, Row, RowKind, Segment, Spark, Style, Table,
    TableForm, tone_ground,
};
