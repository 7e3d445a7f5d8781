//! A document: headings, paragraphs and tables, and the files written of it.

mod diagram;
mod docx;
mod drawing;
mod drawn;
mod markdown;
mod model;
mod record_table;

pub use crate::chart::{Chart, ChartLine};
pub use diagram::{Diagram, DiagramArrow, DiagramBox, DiagramPicture};
pub use docx::DocxWriter;
pub use drawing::{Drawing, DrawingKey};
pub use model::{
    Align, Bar, Block, Cell, Column, Document, First, Row, RowKind, Segment, Spark, Style, Table,
    TableForm, tone_ground,
};
pub use record_table::RecordTable;
