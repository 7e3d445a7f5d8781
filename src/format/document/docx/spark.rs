//! A small line as a drawing of the word processor: shapes in the line of text, sharp in print, without a file of
//! their own.

use crate::document::Spark;
use strategy::{FiscalYear, Tone};

/// Namespaces of drawings, for the element of the document.
pub const NAMESPACES: &str = concat!(
    " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"",
    " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\"",
    " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"",
    " xmlns:wpg=\"http://schemas.microsoft.com/office/word/2010/wordprocessingGroup\"",
    " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"",
);

/// A twentieth of a point in the units of drawings.
const TWIP: f64 = 635.0;
/// Height, in these units: 5 mm.
const HEIGHT: f64 = 180_000.0;
/// Margins of a cell on both sides, in twentieths of a point.
const CELL_MARGINS: f64 = 150.0;
/// Margin around the line, so that the dot is not cut off.
const MARGIN: f64 = 22_000.0;
/// Radius of the dot.
const DOT: f64 = 18_000.0;

/// Colours, as on our papers.
const LINE: &str = "1D3F9E";
const BAD: &str = "B3261E";
const TARGET: &str = "76767A";

/// Writes the drawing as a run that fills a cell of this width, in twentieths of a point.
pub fn drawing(xml: &mut String, spark: &Spark, cell: u32) {
    let sheet = SparkSheet::new(spark, (f64::from(cell) - CELL_MARGINS) * TWIP);
    let colour = match spark.tone {
        Some(Tone::Bad) => BAD,
        _ => LINE,
    };
    let [wide, high] = [sheet.width, HEIGHT].map(unit);
    // The length of the file differs at each drawing: it serves as the id.
    let id = xml.len();
    xml.push_str(&format!(
        "<w:r><mc:AlternateContent><mc:Choice Requires=\"wpg\"><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{wide}\" cy=\"{high}\"/><wp:docPr id=\"{id}\" name=\"{id}\"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingGroup\"><wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{wide}\" cy=\"{high}\"/><a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"{wide}\" cy=\"{high}\"/></a:xfrm></wpg:grpSpPr>"
    ));
    if let Some((_, value)) = spark.target {
        let y = sheet.y(value);
        let ends = [[(0.0, y), (sheet.width, y)].to_vec()];
        sheet.path(xml, &ends, TARGET, "<a:prstDash val=\"dash\"/>");
    }
    sheet.path(xml, &sheet.lines(spark), colour, "");
    for (x, y) in sheet.lone_dots(spark) {
        dot(xml, x, y, colour);
    }
    xml.push_str("</wpg:wgp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice></mc:AlternateContent></w:r>");
}

fn dot(xml: &mut String, x: f64, y: f64, colour: &str) {
    let id = xml.len();
    let [left, top, wide] = [x - DOT, y - DOT, 2.0 * DOT].map(unit);
    xml.push_str(&format!(
        "<wps:wsp><wps:cNvPr id=\"{id}\" name=\"{id}\"/><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x=\"{left}\" y=\"{top}\"/><a:ext cx=\"{wide}\" cy=\"{wide}\"/></a:xfrm><a:prstGeom prst=\"ellipse\"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val=\"{colour}\"/></a:solidFill><a:ln><a:noFill/></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>"
    ));
}

/// Rounds a length to whole units of drawings.
fn unit(length: f64) -> i64 {
    length.round() as i64
}

/// Scales of years and values.
struct SparkSheet {
    width: f64,
    years: (f64, f64),
    values: (f64, f64),
}

impl SparkSheet {
    fn new(spark: &Spark, width: f64) -> Self {
        let target = spark.target;
        let years = spark.points.iter().map(|(year, _)| *year);
        let years = years.chain(target.map(|(year, _)| year));
        let values = spark.points.iter().filter_map(|(_, value)| *value);
        Self {
            width,
            years: ends(years.map(|year| f64::from(year.0))),
            values: ends(values.chain(target.map(|(_, value)| value))),
        }
    }

    fn x(&self, year: FiscalYear) -> f64 {
        let share = share(f64::from(year.0), self.years);
        MARGIN + share * (self.width - 2.0 * MARGIN)
    }

    fn y(&self, value: f64) -> f64 {
        HEIGHT - MARGIN - share(value, self.values) * (HEIGHT - 2.0 * MARGIN)
    }

    /// Returns the runs of figures between gaps.
    fn lines(&self, spark: &Spark) -> Vec<Vec<(f64, f64)>> {
        let runs = spark.points.split(|(_, value)| value.is_none());
        let place =
            |(year, value): &(FiscalYear, Option<f64>)| Some((self.x(*year), self.y((*value)?)));
        runs.map(|run| run.iter().filter_map(place).collect())
            .collect()
    }

    /// Returns the last figure, and those between two gaps, which no line would show.
    fn lone_dots(&self, spark: &Spark) -> Vec<(f64, f64)> {
        let lines = self.lines(spark);
        let lone = lines.iter().filter(|run| run.len() == 1).flatten();
        let last = lines.iter().rev().find_map(|run| run.last());
        let mut dots: Vec<(f64, f64)> = lone.copied().collect();
        dots.extend(last.filter(|last| !dots.contains(last)));
        dots
    }

    fn path(&self, xml: &mut String, lines: &[Vec<(f64, f64)>], colour: &str, dash: &str) {
        let id = xml.len();
        let [wide, high] = [self.width, HEIGHT].map(unit);
        let mut path = String::new();
        for line in lines.iter().filter(|line| line.len() > 1) {
            for (at, (x, y)) in line.iter().enumerate() {
                let step = if at == 0 { "moveTo" } else { "lnTo" };
                path.push_str(&format!(
                    "<a:{step}><a:pt x=\"{}\" y=\"{}\"/></a:{step}>",
                    unit(*x),
                    unit(*y)
                ));
            }
        }
        if path.is_empty() {
            return;
        }
        xml.push_str(&format!(
            "<wps:wsp><wps:cNvPr id=\"{id}\" name=\"{id}\"/><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{wide}\" cy=\"{high}\"/></a:xfrm><a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l=\"0\" t=\"0\" r=\"r\" b=\"b\"/><a:pathLst><a:path w=\"{wide}\" h=\"{high}\" fill=\"none\">{path}</a:path></a:pathLst></a:custGeom><a:noFill/><a:ln w=\"12700\"><a:solidFill><a:srgbClr val=\"{colour}\"/></a:solidFill>{dash}<a:round/></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>"
        ));
    }
}

/// Returns the position of a value between two ends, from 0 to 1; the middle where they are equal.
fn share(value: f64, (low, high): (f64, f64)) -> f64 {
    match high > low {
        true => (value - low) / (high - low),
        false => 0.5,
    }
}

fn ends(values: impl Iterator<Item = f64>) -> (f64, f64) {
    let around = (f64::INFINITY, f64::NEG_INFINITY);
    let (low, high) = values.fold(around, |(low, high), value| {
        (low.min(value), high.max(value))
    });
    if low > high { (0.0, 0.0) } else { (low, high) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(points: &[Option<f64>], target: Option<f64>) -> String {
        let years = (2020..).map(FiscalYear);
        let spark = Spark {
            points: years.zip(points.iter().copied()).collect(),
            target: target.map(|value| (FiscalYear(2026), value)),
            tone: Some(Tone::Bad),
        };
        let mut xml = String::new();
        drawing(&mut xml, &spark, 1000);
        xml
    }

    #[test]
    fn d6_a_small_line_is_drawn_with_its_gaps_its_target_and_its_last_figure() {
        let xml = drawn(&[Some(1.0), Some(2.0), None, Some(4.0)], Some(5.0));
        assert_eq!(
            xml.matches("<a:moveTo>").count(),
            2,
            "the line and the target"
        );
        assert_eq!(xml.matches("<a:lnTo>").count(), 2);
        assert_eq!(xml.matches("prst=\"ellipse\"").count(), 1);
        assert_eq!(xml.matches("val=\"dash\"").count(), 1);
        assert!(xml.contains(BAD) && !xml.contains(LINE));
    }

    #[test]
    fn d6_no_figure_and_one_figure_are_drawn_too() {
        assert_eq!(drawn(&[], None).matches("<wps:wsp>").count(), 0);
        let one = drawn(&[Some(3.0)], None);
        assert_eq!(one.matches("<wps:wsp>").count(), 1);
        assert!(!one.contains("NaN") && !one.contains("inf"));
    }
}
