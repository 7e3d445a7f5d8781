//! Parts beside a sheet: its charts, and the comments on its cells.

use super::fill::{Address, column_letters};
use super::model::{PlacedChart, Sheet};
use crate::chart::{CHART, DRAWING};
use crate::xml::{HEAD, MAIN, PACKAGE, RELATIONS, escaped};

/// Parts beside a sheet, each with its path, its content type and its text. The content types of relation lists and
/// of drawings for comments are declared once for the whole workbook.
#[derive(Debug, Default)]
pub struct Attached {
    /// Parts: path, content type where it is declared, and text.
    pub parts: Vec<(String, &'static str, String)>,
    /// Elements of the sheet that refer to the parts.
    pub elements: String,
}

const DRAWN: &str = "application/vnd.openxmlformats-officedocument.drawing+xml";
const CHARTED: &str = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
const NOTED: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
/// Content type of the drawing that programs need for comments.
pub const PICTURED: &str = "application/vnd.openxmlformats-officedocument.vmlDrawing";

/// Returns the parts beside the sheet of this number.
pub fn attached(sheet: &Sheet, number: usize) -> Attached {
    let mut all = Attached::default();
    let mut relations = Vec::new();
    if !sheet.charts.is_empty() {
        relations.push((
            "rId1",
            "drawing",
            format!("../drawings/drawing{number}.xml"),
        ));
        all.elements.push_str("<drawing r:id=\"rId1\"/>");
        all.parts.extend(charts(&sheet.charts, number));
    }
    let comments = comments_of(sheet);
    if !comments.is_empty() {
        relations.push(("rId2", "comments", format!("../comments{number}.xml")));
        let picture = format!("../drawings/comments{number}.vml");
        relations.push(("rId3", "vmlDrawing", picture));
        all.elements.push_str("<legacyDrawing r:id=\"rId3\"/>");
        let path = format!("xl/comments{number}.xml");
        all.parts.push((path, NOTED, list(&comments)));
        let path = format!("xl/drawings/comments{number}.vml");
        all.parts.push((path, "", picture_of(&comments)));
    }
    if !relations.is_empty() {
        let path = format!("xl/worksheets/_rels/sheet{number}.xml.rels");
        all.parts.push((path, "", listed(&relations)));
    }
    all
}

fn listed(relations: &[(&str, &str, String)]) -> String {
    let one = |(id, kind, target): &(&str, &str, String)| {
        format!("<Relationship Id=\"{id}\" Type=\"{RELATIONS}/{kind}\" Target=\"{target}\"/>")
    };
    let all: String = relations.iter().map(one).collect();
    format!("{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">{all}</Relationships>")
}

/// Returns the charts, and the drawing that holds their positions.
fn charts(charts: &[PlacedChart], number: usize) -> Vec<(String, &'static str, String)> {
    let mut parts = Vec::new();
    let mut anchors = String::new();
    let mut relations = Vec::new();
    let ids: Vec<String> = (1..=charts.len()).map(|at| format!("rId{at}")).collect();
    for (at, (one, id)) in charts.iter().zip(&ids).enumerate() {
        let name = format!("chart{number}_{}.xml", at + 1);
        anchors.push_str(&anchor(one, at + 1, id));
        relations.push((id.as_str(), "chart", format!("../charts/{name}")));
        let xml = one.chart.xml(&one.cells, "");
        parts.push((format!("xl/charts/{name}"), CHARTED, xml));
    }
    let drawing = format!(
        "{HEAD}<xdr:wsDr xmlns:xdr=\"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing\" xmlns:a=\"{DRAWING}\">{anchors}</xdr:wsDr>"
    );
    parts.push((format!("xl/drawings/drawing{number}.xml"), DRAWN, drawing));
    let path = format!("xl/drawings/_rels/drawing{number}.xml.rels");
    parts.push((path, "", listed(&relations)));
    parts
}

/// Writes a chart over its area of cells, with its title as its description.
fn anchor(one: &PlacedChart, id: usize, relation: &str) -> String {
    let corner = |name: &str, (row, column): (usize, usize)| {
        format!(
            "<xdr:{name}><xdr:col>{column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:{name}>"
        )
    };
    let title = escaped(&one.chart.title);
    format!(
        "<xdr:twoCellAnchor>{}{}<xdr:graphicFrame macro=\"\"><xdr:nvGraphicFramePr><xdr:cNvPr id=\"{}\" name=\"{title}\" descr=\"{title}\"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/></xdr:xfrm><a:graphic><a:graphicData uri=\"{CHART}\"><c:chart xmlns:c=\"{CHART}\" xmlns:r=\"{RELATIONS}\" r:id=\"{relation}\"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>",
        corner("from", one.from),
        corner("to", one.to),
        id + 1,
    )
}

/// A comment and its place: row and column, counted from 0.
type PlacedComment<'a> = (usize, usize, &'a str);

fn comments_of(sheet: &Sheet) -> Vec<PlacedComment<'_>> {
    let rows = sheet.rows.iter().enumerate();
    rows.flat_map(|(row, one)| {
        let all = one.comments.iter();
        all.map(move |(column, text)| (row, *column, text.as_str()))
    })
    .collect()
}

fn list(comments: &[PlacedComment<'_>]) -> String {
    let one = |(row, column, text): &PlacedComment<'_>| {
        let place = Address {
            row: row + 1,
            column: *column,
        };
        format!(
            "<comment ref=\"{place}\" authorId=\"0\"><text><t xml:space=\"preserve\">{}</t></text></comment>",
            escaped(text)
        )
    };
    let all: String = comments.iter().map(one).collect();
    format!(
        "{HEAD}<comments xmlns=\"{MAIN}\"><authors><author></author></authors><commentList>{all}</commentList></comments>"
    )
}

/// Returns the drawing with a note for each comment, hidden until the pointer is on its cell.
fn picture_of(comments: &[PlacedComment<'_>]) -> String {
    let one = |(at, (row, column, _)): (usize, &PlacedComment<'_>)| {
        let id = 1025 + at;
        format!(
            "<v:shape id=\"_x0000_s{id}\" type=\"#_x0000_t202\" style=\"position:absolute;width:160pt;height:60pt;visibility:hidden\" fillcolor=\"#ffffe1\" o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/><v:textbox style=\"mso-direction-alt:auto\"/><x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/><x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
        )
    };
    let all: String = comments.iter().enumerate().map(one).collect();
    format!(
        "{HEAD}<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"1\"/></o:shapelayout><v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>{all}</xml>"
    )
}

/// Returns `IF(ISNUMBER('指標一覧'!D4),'指標一覧'!D4,NA())`: the number of a cell, or `#N/A` if it has none.
pub fn linked(sheet: &str, row: usize, column: usize) -> String {
    let sheet = sheet.replace('\'', "''");
    let cell = format!("'{sheet}'!{}{row}", column_letters(column));
    format!("IF(ISNUMBER({cell}),{cell},NA())")
}
