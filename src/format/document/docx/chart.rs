//! Charts as the word processor draws them. Each carries its figures in a small workbook, so that they can be edited.

use crate::chart::{CHART, Chart, ChartCells};
use crate::document::{Block, Document};
use crate::workbook::{Cell, Row, RowKind, Sheet, SheetColumn, ShownNumber, Workbook};
use crate::xml::escaped;
use crate::{Archive, NotPacked};

use super::names::{HEAD_OF_PART, PACKAGE, RELATIONS};
use super::text::held;

/// Number of charts side by side.
const ACROSS: u32 = 2;
/// Height of a chart, as a share of its width.
const HIGH: f64 = 0.5;
/// A twentieth of a point in the units of drawings.
const TWIP: f64 = 635.0;
/// Name of the sheet of the figures.
const SHEET: &str = "Sheet1";

/// Returns the id of the relation to the nth chart of a document, counted from 1.
fn relation(nth: usize) -> String {
    format!("chart{nth}")
}

/// Writes charts as runs of a paragraph of this width in twentieths of a point. `before`: number of charts before
/// them.
pub fn runs(xml: &mut String, charts: &[Chart], before: usize, width: u32) {
    let wide = (f64::from(width / ACROSS) - 40.0) * TWIP;
    let [wide, high] = [wide, wide * HIGH].map(|length| length.round() as i64);
    for (at, chart) in charts.iter().enumerate() {
        let (nth, id) = (before + at + 1, xml.len());
        let title = held(&chart.title);
        let title = escaped(&title);
        let relation = relation(nth);
        xml.push_str(&format!(
            "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{wide}\" cy=\"{high}\"/><wp:docPr id=\"{id}\" name=\"{title}\" descr=\"{title}\"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri=\"{CHART}\"><c:chart xmlns:c=\"{CHART}\" r:id=\"{relation}\"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        ));
    }
}

/// Returns the charts of a document.
pub fn charts(document: &Document) -> Vec<&Chart> {
    let all = document.blocks.iter().filter_map(|block| match block {
        Block::Charts(all) => Some(all),
        _ => None,
    });
    all.flatten().collect()
}

/// Returns the relations of a document to this number of charts.
pub fn relations(count: usize) -> String {
    let one = |nth: usize| {
        format!(
            "<Relationship Id=\"{}\" Type=\"{RELATIONS}/chart\" Target=\"charts/chart{nth}.xml\"/>",
            relation(nth)
        )
    };
    (1..=count).map(one).collect()
}

/// Returns the content types of this number of charts.
pub fn content_types(count: usize) -> String {
    let one = |nth: usize| {
        format!(
            "<Override PartName=\"/word/charts/chart{nth}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.drawingml.chart+xml\"/>"
        )
    };
    let workbook = match count {
        0 => "",
        _ => {
            "<Default Extension=\"xlsx\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet\"/>"
        }
    };
    std::iter::once(workbook.to_owned())
        .chain((1..=count).map(one))
        .collect()
}

/// Adds the parts of the charts: each chart, its relation, and its workbook.
pub fn add(archive: &mut Archive, charts: &[&Chart]) -> Result<(), NotPacked> {
    for (at, chart) in charts.iter().enumerate() {
        let nth = at + 1;
        let cells = ChartCells {
            sheet: SHEET.to_owned(),
            head: 1,
            first: 2,
            names: 0,
            years: 1,
        };
        let data = "<c:externalData r:id=\"rId1\"><c:autoUpdate val=\"0\"/></c:externalData>";
        let path = format!("word/charts/chart{nth}.xml");
        archive.add(&path, chart.xml(&cells, data).as_bytes())?;
        let relation = format!(
            "{HEAD_OF_PART}<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"rId1\" Type=\"{RELATIONS}/package\" Target=\"../embeddings/chart{nth}.xlsx\"/></Relationships>"
        );
        let path = format!("word/charts/_rels/chart{nth}.xml.rels");
        archive.add(&path, relation.as_bytes())?;
        let path = format!("word/embeddings/chart{nth}.xlsx");
        archive.add(&path, &workbook(chart).write()?)?;
    }
    Ok(())
}

/// Returns the figures of a chart as a workbook: years across, one row per line.
fn workbook(chart: &Chart) -> Workbook {
    let years = chart.years.iter().map(|(_, label)| Cell::text(label));
    let heads = std::iter::once(Cell::Empty).chain(years);
    let mut rows = vec![Row::new(RowKind::Head, heads)];
    for line in &chart.lines {
        let values = line.values.iter().map(|value| match value {
            Some(value) => Cell::Number(ShownNumber {
                value: *value,
                form: line.form.clone(),
                printed: None,
            }),
            None => Cell::Empty,
        });
        let cells = std::iter::once(Cell::text(&line.name)).chain(values);
        rows.push(Row::new(RowKind::Body, cells));
    }
    let column = |_| SheetColumn {
        width: 10,
        ..SheetColumn::default()
    };
    Workbook {
        sheets: vec![Sheet {
            name: SHEET.to_owned(),
            columns: (0..=chart.years.len()).map(column).collect(),
            rows,
            ..Sheet::default()
        }],
    }
}
