//! A table as XML.

use super::measure::{Measures, twips};
use super::spark::drawing;
use super::text::paragraphs;
use crate::document::{Align, Cell, Column, First, Row, RowKind, Spark, Table, tone_ground};

/// Background of heads, of groups and of sums.
const HEAD: &str = "EEF0F5";
const GROUP: &str = "F5F6FA";
/// Background of the bars of a timetable.
const BAR: &str = "EEF2FC";
/// Number of letters up to which a row is kept on one page.
const SHORT: usize = 500;

/// Writes the table (D4).
pub fn table(xml: &mut String, table: &Table, measures: &Measures) {
    if table.columns.is_empty() || table.rows.is_empty() {
        return;
    }
    let writer = TableWriter {
        table,
        widths: widths(&table.columns, measures),
    };
    let all: u32 = writer.widths.iter().sum();
    xml.push_str(&format!(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"Table\"/><w:tblW w:w=\"{all}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0420\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"0\" w:noVBand=\"1\"/></w:tblPr><w:tblGrid>"
    ));
    for width in &writer.widths {
        xml.push_str(&format!("<w:gridCol w:w=\"{width}\"/>"));
    }
    xml.push_str("</w:tblGrid>");
    writer.head(xml);
    let mut over = vec![CellOver::default(); table.columns.len()];
    for (at, row) in table.rows.iter().enumerate() {
        let next = table.rows.get(at + 1);
        let follows = next.is_some_and(|next| next.tied || next.kind == RowKind::Total);
        let stays = follows || row.kind == RowKind::Group;
        writer.row(xml, row, stays, &mut over);
    }
    xml.push_str("</w:tbl>");
}

/// A cell of a row above that stretches down over a column: the number of further rows, and its width in columns.
#[derive(Debug, Clone, Copy, Default)]
struct CellOver {
    rows: usize,
    columns: usize,
}

struct TableWriter<'a> {
    table: &'a Table,
    widths: Vec<u32>,
}

impl TableWriter<'_> {
    fn head(&self, xml: &mut String) {
        let columns = &self.table.columns;
        if columns.iter().all(|column| column.head.is_empty()) {
            return;
        }
        xml.push_str("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        for (column, width) in columns.iter().zip(&self.widths) {
            self.open(xml, *width, 1, "", Some(HEAD));
            paragraphs(xml, &column.head, &[], "TableHead", "<w:keepNext/>");
            xml.push_str("</w:tc>");
        }
        xml.push_str("</w:tr>");
    }

    fn row(&self, xml: &mut String, row: &Row, stays: bool, over: &mut [CellOver]) {
        let letters: usize = row.cells.iter().map(|c| c.text.len() + c.note.len()).sum();
        xml.push_str("<w:tr>");
        // A Japanese character is three bytes.
        if letters < SHORT * 3 {
            xml.push_str("<w:trPr><w:cantSplit/></w:trPr>");
        }
        let mut cells = row.cells.iter();
        let (mut at, mut index) = (0, 0);
        while at < self.widths.len() {
            let above = over[at];
            if above.rows > 0 {
                over[at].rows -= 1;
                let width = self.width(at, above.columns);
                self.open(xml, width, above.columns, "<w:vMerge/>", None);
                xml.push_str("<w:p><w:pPr><w:pStyle w:val=\"TableText\"/></w:pPr></w:p></w:tc>");
                at += above.columns;
                continue;
            }
            let empty = Cell::default();
            let cell = cells.next().unwrap_or(&empty);
            let free = over[at..].iter().take_while(|over| over.rows == 0).count();
            let columns = (cell.more + 1).min(free);
            let first = if index == 0 {
                self.table.first
            } else {
                First::Plain
            };
            self.cell(xml, row, cell, (at, columns), first, stays);
            if cell.down > 0 {
                over[at] = CellOver {
                    rows: cell.down,
                    columns,
                };
            }
            at += columns;
            index += 1;
        }
        xml.push_str("</w:tr>");
    }

    fn cell(
        &self,
        xml: &mut String,
        row: &Row,
        cell: &Cell,
        (at, columns): (usize, usize),
        first: First,
        stays: bool,
    ) {
        let own = cell.tone.map(tone_ground).or(cell.bar.map(|_| BAR));
        let shade = own.or(match row.kind {
            RowKind::Group | RowKind::Total => Some(GROUP),
            RowKind::Body | RowKind::Omitted => (first == First::Label).then_some(HEAD),
        });
        let down = if cell.down > 0 {
            "<w:vMerge w:val=\"restart\"/>"
        } else {
            ""
        };
        self.open(xml, self.width(at, columns), columns, down, shade);
        let style = match row.kind {
            RowKind::Group | RowKind::Total => "TableStrong",
            RowKind::Body | RowKind::Omitted => match first {
                First::Name | First::Label => "TableStrong",
                First::Plain | First::Number => "TableText",
            },
        };
        let is_sum = row.kind == RowKind::Total && at == 0;
        let align = if is_sum {
            Align::End
        } else {
            self.table.columns[at].align
        };
        let stays = if stays { "<w:keepNext/>" } else { "" };
        let side = match align {
            _ if row.kind == RowKind::Group => "",
            Align::Start => "",
            Align::Middle => "<w:jc w:val=\"center\"/>",
            Align::End => "<w:jc w:val=\"right\"/>",
        };
        let more = [stays, side].concat();
        match &cell.spark {
            Some(spark) => self.spark(xml, spark, self.width(at, columns)),
            None => paragraphs(xml, &cell.text, &cell.marked, style, &more),
        }
        if !cell.note.is_empty() {
            paragraphs(xml, &cell.note, &[], "TableNote", &more);
        }
        xml.push_str("</w:tc>");
    }

    fn spark(&self, xml: &mut String, spark: &Spark, width: u32) {
        // The line takes the height of the drawing, not of the text.
        xml.push_str("<w:p><w:pPr><w:pStyle w:val=\"TableText\"/><w:spacing w:line=\"240\" w:lineRule=\"auto\"/></w:pPr>");
        drawing(xml, spark, width);
        xml.push_str("</w:p>");
    }

    fn open(&self, xml: &mut String, width: u32, columns: usize, down: &str, shade: Option<&str>) {
        xml.push_str(&format!(
            "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>"
        ));
        if columns > 1 {
            xml.push_str(&format!("<w:gridSpan w:val=\"{columns}\"/>"));
        }
        xml.push_str(down);
        if let Some(shade) = shade {
            xml.push_str(&format!(
                "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{shade}\"/>"
            ));
        }
        xml.push_str("</w:tcPr>");
    }

    fn width(&self, at: usize, columns: usize) -> u32 {
        self.widths[at..at + columns].iter().sum()
    }
}

/// Returns the widths of the columns; those without a width share the rest.
fn widths(columns: &[Column], measures: &Measures) -> Vec<u32> {
    let all = f64::from(measures.inside());
    let wide = |column: &Column| twips(column.scaled_width(measures.scale));
    let set: f64 = columns.iter().map(wide).sum();
    let free = columns.iter().filter(|column| column.width == 0.0).count();
    // Columns of fixed width must leave room for the others.
    let most = if free > 0 { all * 0.8 } else { all };
    let shrunk = if set > most || free == 0 {
        most / set.max(1.0)
    } else {
        1.0
    };
    let rest = (all - set * shrunk) / free.max(1) as f64;
    let width = |column: &Column| match column.width {
        0.0 => rest,
        _ => wide(column) * shrunk,
    };
    columns.iter().map(|column| width(column) as u32).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(width: f64) -> Column {
        Column {
            width,
            ..Column::default()
        }
    }

    #[test]
    fn columns_fill_the_page_and_no_more() {
        let measures = Measures::new((false, false), 20, 1.0);
        for set in [
            vec![0.0],
            vec![30.0, 0.0],
            vec![90.0, 90.0, 90.0, 0.0],
            vec![20.0; 3],
        ] {
            let columns: Vec<_> = set.iter().map(|width| column(*width)).collect();
            let all: u32 = widths(&columns, &measures).iter().sum();
            let inside = measures.inside();
            assert!(
                all <= inside && all + 4 > inside,
                "{set:?}: {all} of {inside}"
            );
        }
    }

    #[test]
    fn d7_a_sum_stays_with_the_row_above_it() {
        let row = |kind, text: &str| Row {
            kind,
            cells: vec![text.into()],
            ..Row::default()
        };
        let of = Table {
            columns: vec![column(0.0)],
            rows: vec![
                row(RowKind::Body, "一"),
                row(RowKind::Body, "二"),
                row(RowKind::Total, "計"),
                row(RowKind::Total, "純計"),
            ],
            ..Table::default()
        };
        let mut xml = String::new();
        table(&mut xml, &of, &Measures::new((false, false), 20, 1.0));
        let rows = xml.split("<w:tr>").skip(1);
        let stays: Vec<_> = rows.map(|row| row.contains("<w:keepNext/>")).collect();
        assert_eq!(stays, [false, true, true, false]);
    }

    #[test]
    fn d4_every_row_has_as_many_columns_as_the_table() {
        let cell = |more: usize, down: usize| Cell {
            more,
            down,
            ..Cell::default()
        };
        let row = |cells: Vec<Cell>| Row {
            cells,
            ..Row::default()
        };
        let of = Table {
            columns: (0..4).map(|_| column(0.0)).collect(),
            rows: vec![
                row(vec![cell(0, 1), cell(1, 0), cell(0, 2)]),
                row(vec![cell(0, 0), cell(0, 0)]),
                row(vec![cell(9, 0)]),
                row(vec![cell(0, 0)]),
                row(vec![cell(9, 0)]),
            ],
            first: First::Plain,
            ..Table::default()
        };
        let mut xml = String::new();
        table(&mut xml, &of, &Measures::new((false, false), 20, 1.0));
        for row in xml.split("<w:tr>").skip(1) {
            let count: usize = row
                .split("<w:tcPr>")
                .skip(1)
                .map(|cell| match cell.split_once("<w:gridSpan w:val=\"") {
                    Some((_, rest)) => rest
                        .split('"')
                        .find_map(|n| n.parse::<usize>().ok())
                        .expect("a number"),
                    None => 1,
                })
                .sum();
            assert_eq!(count, 4, "{row}");
        }
        assert_eq!(xml.matches("<w:vMerge/>").count(), 3);
    }
}
