//! The chart of an indicator for spreadsheets and word processors (DrawingML, ECMA-376 part 1, chapter 21): a line
//! through the figures of cells, so that it follows their changes.
//!
//! - X14 A chart refers to cells: its file holds their addresses, and their values for programs that do not compute.
//!   A year without a number is a gap, and no line is drawn into a year whose definition changed.

use rust_decimal::Decimal;
use strategy::FiscalYear;

use crate::workbook::column_letters;
use crate::xml::{HEAD, escaped};

/// The figures of a series over the years.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Chart {
    /// Title: the name of the indicator, with its unit.
    pub title: String,
    /// The years from the first to the last, each with its label.
    pub years: Vec<(FiscalYear, String)>,
    /// Lines.
    pub lines: Vec<ChartLine>,
    /// Years into which no line is drawn: the definition changed.
    pub breaks: Vec<FiscalYear>,
    /// True if it is rated bad.
    pub bad: bool,
}

/// A line of a chart.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ChartLine {
    /// Name of the line (実績, 目標).
    pub name: String,
    /// Number of each year; `None` is a gap.
    pub values: Vec<Option<Decimal>>,
    /// Number format, as a spreadsheet writes it.
    pub form: String,
    /// True for a target: dashed, in grey.
    pub is_aim: bool,
}

/// Position of the cells of a chart: the names of its lines in a column, the years in a row above them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ChartCells {
    /// The name of the sheet.
    pub sheet: String,
    /// The row of the years, counted from 1.
    pub head: usize,
    /// The row of the first line, counted from 1; the others follow.
    pub first: usize,
    /// The column of the names, counted from 0.
    pub names: usize,
    /// The column of the first year, counted from 0.
    pub years: usize,
}

impl ChartCells {
    /// Returns the address of `count` cells of a row: `'推移図'!$C$4:$H$4`.
    fn run(&self, row: usize, column: usize, count: usize) -> String {
        let sheet = self.sheet.replace('\'', "''");
        let cell = |column| format!("${}${row}", column_letters(column));
        let (first, last) = (cell(column), cell(column + count.max(1) - 1));
        escaped(&match count {
            1 => format!("'{sheet}'!{first}"),
            _ => format!("'{sheet}'!{first}:{last}"),
        })
        .into_owned()
    }
}

/// Namespace of charts.
pub(crate) const CHART: &str = "http://schemas.openxmlformats.org/drawingml/2006/chart";
/// Namespace of drawings.
pub(crate) const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";

/// Colours, as on our papers.
const LINE: &str = "1D3F9E";
const BAD: &str = "B3261E";
const AIM: &str = "76767A";
const GRID: &str = "D9D9DC";
const TEXT: &str = "404040";

impl Chart {
    /// True if there are two figures to compare.
    pub fn is_drawn(&self) -> bool {
        let values = self.lines.iter().flat_map(|line| &line.values).flatten();
        values.count() > 1
    }

    /// Returns the file part with the chart over these cells. `more`: elements behind the chart.
    pub(crate) fn xml(&self, cells: &ChartCells, more: &str) -> String {
        let lines = self.lines.iter().enumerate();
        let lines: String = lines.map(|(at, line)| self.line(cells, at, line)).collect();
        let form = self.lines.first().map_or("General", |line| &line.form);
        let form = if form.is_empty() { "General" } else { form };
        format!(
            "{HEAD}<c:chartSpace xmlns:c=\"{CHART}\" xmlns:a=\"{DRAWING}\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><c:roundedCorners val=\"0\"/><c:chart>{}<c:autoTitleDeleted val=\"0\"/><c:plotArea><c:layout/><c:lineChart><c:grouping val=\"standard\"/><c:varyColors val=\"0\"/>{lines}<c:marker val=\"1\"/><c:axId val=\"1\"/><c:axId val=\"2\"/></c:lineChart><c:catAx><c:axId val=\"1\"/><c:scaling><c:orientation val=\"minMax\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"b\"/><c:numFmt formatCode=\"General\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"low\"/>{}<c:crossAx val=\"2\"/><c:crosses val=\"autoZero\"/><c:auto val=\"0\"/><c:lblAlgn val=\"ctr\"/><c:lblOffset val=\"100\"/><c:noMultiLvlLbl val=\"1\"/></c:catAx><c:valAx><c:axId val=\"2\"/><c:scaling><c:orientation val=\"minMax\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"l\"/><c:majorGridlines><c:spPr><a:ln w=\"6350\"><a:solidFill><a:srgbClr val=\"{GRID}\"/></a:solidFill></a:ln></c:spPr></c:majorGridlines><c:numFmt formatCode=\"{}\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"nextTo\"/>{}<c:crossAx val=\"1\"/><c:crosses val=\"autoZero\"/><c:crossBetween val=\"between\"/></c:valAx></c:plotArea><c:legend><c:legendPos val=\"b\"/><c:overlay val=\"0\"/>{}</c:legend><c:plotVisOnly val=\"0\"/><c:dispBlanksAs val=\"gap\"/>{NO_VALUE_IS_A_GAP}</c:chart>{more}</c:chartSpace>",
            title(&self.title),
            letters(800),
            escaped(form),
            letters(800),
            letters(800),
        )
    }

    fn line(&self, cells: &ChartCells, at: usize, line: &ChartLine) -> String {
        let row = cells.first + at;
        let count = self.years.len();
        let colour = match (line.is_aim, self.bad) {
            (true, _) => AIM,
            (_, true) => BAD,
            _ => LINE,
        };
        let (dash, mark, width) = match line.is_aim {
            true => ("<a:prstDash val=\"sysDash\"/>", "diamond", 12_700),
            false => ("", "circle", 25_400),
        };
        let fill = format!("<a:solidFill><a:srgbClr val=\"{colour}\"/></a:solidFill>");
        let years = self.years.iter().enumerate();
        let points: String = years
            .clone()
            .map(|(at, (_, label))| point(at, &escaped(label)))
            .collect();
        let values = line.values.iter().enumerate();
        let values: String = values
            .filter_map(|(at, value)| Some(point(at, &(*value)?.normalize().to_string())))
            .collect();
        // The point holds the style of the line that leads to it.
        let cut = |at: &usize| {
            format!(
                "<c:dPt><c:idx val=\"{at}\"/><c:bubble3D val=\"0\"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr></c:dPt>"
            )
        };
        let breaks = years.filter(|(_, (year, _))| !line.is_aim && self.breaks.contains(year));
        let breaks: String = breaks.map(|(at, _)| cut(&at)).collect();
        format!(
            "<c:ser><c:idx val=\"{at}\"/><c:order val=\"{at}\"/><c:tx><c:strRef><c:f>{}</c:f><c:strCache><c:ptCount val=\"1\"/>{}</c:strCache></c:strRef></c:tx><c:spPr><a:ln w=\"{width}\" cap=\"rnd\">{fill}{dash}<a:round/></a:ln></c:spPr><c:marker><c:symbol val=\"{mark}\"/><c:size val=\"6\"/><c:spPr>{fill}<a:ln><a:noFill/></a:ln></c:spPr></c:marker>{breaks}<c:cat><c:strRef><c:f>{}</c:f><c:strCache><c:ptCount val=\"{count}\"/>{points}</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>{}</c:f><c:numCache><c:formatCode>{}</c:formatCode><c:ptCount val=\"{count}\"/>{values}</c:numCache></c:numRef></c:val><c:smooth val=\"0\"/></c:ser>",
            cells.run(row, cells.names, 1),
            point(0, &escaped(&line.name)),
            cells.run(cells.head, cells.years, count),
            cells.run(row, cells.years, count),
            match line.form.as_str() {
                "" => "General".into(),
                form => escaped(form),
            },
        )
    }
}

/// Spreadsheets since 2016 leave a gap where a cell has no value (`#N/A`); older ones draw through it.
const NO_VALUE_IS_A_GAP: &str = "<c:extLst><c:ext uri=\"{56B9EC1D-385E-4148-901F-78D8002777C0}\" xmlns:c16r3=\"http://schemas.microsoft.com/office/drawing/2017/03/chart\"><c16r3:dataDisplayOptions16><c16r3:dispNaAsBlank val=\"1\"/></c16r3:dataDisplayOptions16></c:ext></c:extLst>";

fn point(at: usize, value: &str) -> String {
    format!("<c:pt idx=\"{at}\"><c:v>{value}</c:v></c:pt>")
}

fn title(text: &str) -> String {
    format!(
        "<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz=\"1000\" b=\"1\"/></a:pPr><a:r><a:rPr lang=\"ja-JP\" sz=\"1000\" b=\"1\"/><a:t>{}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val=\"0\"/></c:title>",
        escaped(&text.replace('\n', " "))
    )
}

/// Returns the properties of text of this size, in hundredths of a point.
fn letters(size: u32) -> String {
    format!(
        "<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz=\"{size}\"><a:solidFill><a:srgbClr val=\"{TEXT}\"/></a:solidFill></a:defRPr></a:pPr><a:endParaRPr lang=\"ja-JP\"/></a:p></c:txPr>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(values: [Option<i64>; 3], breaks: Vec<FiscalYear>) -> String {
        let years = (2021..2024).map(|year| (FiscalYear(year), format!("R{}", year - 2018)));
        let line = ChartLine {
            name: "実績".to_owned(),
            values: values.map(|value| value.map(Decimal::from)).into(),
            ..ChartLine::default()
        };
        let chart = Chart {
            title: "出生数 <人>".to_owned(),
            years: years.collect(),
            lines: vec![line],
            breaks,
            bad: true,
        };
        assert_eq!(chart.is_drawn(), values.iter().flatten().count() > 1);
        let cells = ChartCells {
            sheet: "推移'図".to_owned(),
            head: 3,
            first: 5,
            names: 1,
            years: 2,
        };
        chart.xml(&cells, "")
    }

    #[test]
    fn x14_a_chart_is_drawn_through_cells_and_has_a_gap_where_there_is_no_number() {
        let xml = drawn([Some(12), None, Some(14)], Vec::new());
        for run in [
            "<c:f>'推移''図'!$B$5</c:f>",
            "<c:f>'推移''図'!$C$3:$E$3</c:f>",
            "<c:f>'推移''図'!$C$5:$E$5</c:f>",
        ] {
            assert!(xml.contains(run), "{run}: {xml}");
        }
        assert!(xml.contains("<c:pt idx=\"0\"><c:v>12</c:v>"));
        assert!(xml.contains("<c:pt idx=\"2\"><c:v>14</c:v>"));
        assert_eq!(xml.matches("<c:pt idx=\"1\">").count(), 1, "only its year");
        assert!(xml.contains("出生数 &lt;人&gt;") && xml.contains(BAD) && !xml.contains("<c:dPt>"));
    }

    #[test]
    fn x14_no_line_is_drawn_into_a_year_whose_definition_changed() {
        let xml = drawn([Some(12), Some(13), Some(14)], vec![FiscalYear(2022)]);
        assert_eq!(xml.matches("<c:dPt><c:idx val=\"1\"/>").count(), 1);
        drawn([Some(12), None, None], Vec::new());
    }
}
