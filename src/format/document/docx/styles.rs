//! Styles of paragraphs and tables, by name, so that an office changes all of a kind in one place.

use super::measure::Measures;
use super::names::{HEAD_OF_PART, MAIN};

/// Fonts of long texts, and of short or small ones; every word processor knows them by these names.
const TEXT_FONT: &str = "Yu Mincho";
const HEAD_FONT: &str = "Yu Gothic";

/// Returns their other names, class and pitch: the fallback on a machine without them.
pub fn fonts() -> String {
    let font = |name: &str, other: &str, panose: &str, family: &str| {
        format!(
            "<w:font w:name=\"{name}\"><w:altName w:val=\"{other}\"/><w:panose1 w:val=\"{panose}\"/><w:charset w:val=\"80\"/><w:family w:val=\"{family}\"/><w:pitch w:val=\"variable\"/></w:font>"
        )
    };
    let text = font(TEXT_FONT, "YuMincho", "02020400000000000000", "roman");
    let head = font(HEAD_FONT, "YuGothic", "020B0400000000000000", "swiss");
    format!("{HEAD_OF_PART}<w:fonts xmlns:w=\"{MAIN}\">{text}{head}</w:fonts>")
}

fn font(name: &str) -> String {
    format!(
        "<w:rFonts w:ascii=\"{name}\" w:hAnsi=\"{name}\" w:eastAsia=\"{name}\" w:cs=\"{name}\"/>"
    )
}

/// A style of paragraphs.
struct Paragraph<'a> {
    id: &'a str,
    name: &'a str,
    next: &'a str,
    /// Depth among headings, from 1.
    depth: usize,
    points: f64,
    bold: bool,
    head_font: bool,
    colour: &'a str,
    /// Other properties in `w:pPr`.
    layout: String,
}

impl Default for Paragraph<'_> {
    fn default() -> Self {
        Self {
            id: "",
            name: "",
            next: "Normal",
            depth: 0,
            points: 10.5,
            bold: false,
            head_font: false,
            colour: "",
            layout: String::new(),
        }
    }
}

impl Paragraph<'_> {
    fn xml(&self, measures: &Measures) -> String {
        let depth = match self.depth {
            0 => String::new(),
            depth => format!("<w:outlineLvl w:val=\"{}\"/>", depth - 1),
        };
        let font = if self.head_font {
            font(HEAD_FONT)
        } else {
            String::new()
        };
        let bold = if self.bold { "<w:b/><w:bCs/>" } else { "" };
        let colour = match self.colour {
            "" => String::new(),
            colour => format!("<w:color w:val=\"{colour}\"/>"),
        };
        let size = measures.half_points(self.points);
        format!(
            "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/><w:next w:val=\"{next}\"/><w:qFormat/><w:pPr>{layout}{depth}</w:pPr><w:rPr>{font}{bold}{colour}<w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/></w:rPr></w:style>",
            id = self.id,
            name = self.name,
            next = self.next,
            layout = self.layout,
        )
    }
}

/// Returns the part of the document that lists the styles.
pub fn styles(measures: &Measures) -> String {
    let size = measures.half_points(10.5);
    let body = font(TEXT_FONT);
    let listed: String = [
        headings(),
        cover(),
        small(measures),
        contents(measures),
        in_tables(measures),
    ]
    .iter()
    .flatten()
    .map(|style| style.xml(measures))
    .collect();
    format!(
        "{HEAD_OF_PART}<w:styles xmlns:w=\"{MAIN}\"><w:docDefaults><w:rPrDefault><w:rPr>{body}<w:kern w:val=\"2\"/><w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/><w:lang w:val=\"en-US\" w:eastAsia=\"ja-JP\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/><w:pPr><w:spacing w:after=\"80\" w:line=\"264\" w:lineRule=\"auto\"/></w:pPr></w:style><w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:uiPriority w:val=\"99\"/><w:semiHidden/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"108\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>{listed}{TABLE}</w:styles>"
    )
}

/// 見出し 1 to 4 as word processors know them: their navigation and tables of contents use them (D2).
fn headings() -> Vec<Paragraph<'static>> {
    let heading = |id, name, depth, points, layout: &str| Paragraph {
        id,
        name,
        depth,
        points,
        bold: true,
        head_font: true,
        layout: format!("<w:keepNext/><w:keepLines/>{layout}"),
        ..Paragraph::default()
    };
    vec![
        Paragraph {
            colour: "1D3F9E",
            ..heading(
                "Heading1",
                "heading 1",
                1,
                16.0,
                "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"8\" w:space=\"3\" w:color=\"1D3F9E\"/></w:pBdr><w:spacing w:before=\"320\" w:after=\"160\" w:line=\"240\" w:lineRule=\"auto\"/>",
            )
        },
        heading(
            "Heading2",
            "heading 2",
            2,
            13.0,
            "<w:pBdr><w:left w:val=\"single\" w:sz=\"36\" w:space=\"6\" w:color=\"1D3F9E\"/></w:pBdr><w:spacing w:before=\"280\" w:after=\"120\" w:line=\"240\" w:lineRule=\"auto\"/><w:ind w:left=\"160\"/>",
        ),
        heading(
            "Heading3",
            "heading 3",
            3,
            11.5,
            "<w:spacing w:before=\"240\" w:after=\"80\" w:line=\"240\" w:lineRule=\"auto\"/>",
        ),
        heading(
            "Heading4",
            "heading 4",
            4,
            10.5,
            "<w:spacing w:before=\"160\" w:after=\"60\" w:line=\"240\" w:lineRule=\"auto\"/>",
        ),
    ]
}

fn cover() -> Vec<Paragraph<'static>> {
    vec![
        Paragraph {
            id: "Title",
            name: "Title",
            next: "Subtitle",
            points: 20.0,
            bold: true,
            head_font: true,
            layout: "<w:spacing w:before=\"4200\" w:after=\"480\" w:line=\"264\" w:lineRule=\"auto\"/><w:jc w:val=\"center\"/>".to_owned(),
            ..Paragraph::default()
        },
        Paragraph {
            id: "Subtitle",
            name: "Subtitle",
            next: "Subtitle",
            points: 14.0,
            head_font: true,
            layout: "<w:spacing w:before=\"120\" w:after=\"120\"/><w:jc w:val=\"center\"/>".to_owned(),
            ..Paragraph::default()
        },
    ]
}

fn small(measures: &Measures) -> Vec<Paragraph<'static>> {
    let small = |id, name, layout: &str| Paragraph {
        id,
        name,
        points: 9.0,
        head_font: true,
        colour: "4D4D4D",
        layout: layout.to_owned(),
        ..Paragraph::default()
    };
    let (middle, end) = (measures.inside() / 2, measures.inside());
    let tabs = format!(
        "<w:tabs><w:tab w:val=\"center\" w:pos=\"{middle}\"/><w:tab w:val=\"right\" w:pos=\"{end}\"/></w:tabs><w:spacing w:after=\"0\"/>"
    );
    vec![
        small(
            "Above",
            "Above",
            "<w:keepNext/><w:spacing w:before=\"120\" w:after=\"0\"/>",
        ),
        Paragraph {
            points: 10.5,
            bold: true,
            colour: "",
            ..small(
                "Label",
                "Label",
                "<w:keepNext/><w:spacing w:before=\"120\" w:after=\"40\"/>",
            )
        },
        small("Header", "header", &tabs),
        small(
            "Footer",
            "footer",
            "<w:spacing w:after=\"0\"/><w:jc w:val=\"center\"/>",
        ),
        Paragraph {
            points: 4.0,
            ..small(
                "Gap",
                "Gap",
                "<w:spacing w:after=\"0\" w:line=\"120\" w:lineRule=\"exact\"/>",
            )
        },
    ]
}

fn contents(measures: &Measures) -> Vec<Paragraph<'static>> {
    let end = measures.inside();
    let line = |id, name, indent: u32, bold| Paragraph {
        id,
        name,
        bold,
        head_font: true,
        layout: format!(
            "<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"{end}\"/></w:tabs><w:spacing w:before=\"{}\" w:after=\"40\"/><w:ind w:left=\"{indent}\"/>",
            if bold { 120 } else { 0 }
        ),
        ..Paragraph::default()
    };
    vec![
        Paragraph {
            id: "TOCHeading",
            name: "TOC Heading",
            points: 16.0,
            bold: true,
            head_font: true,
            layout: "<w:keepNext/><w:spacing w:before=\"0\" w:after=\"200\"/>".to_owned(),
            ..Paragraph::default()
        },
        line("TOC1", "toc 1", 0, true),
        line("TOC2", "toc 2", 240, false),
        line("TOC3", "toc 3", 480, false),
        line("TOC4", "toc 4", 720, false),
    ]
}

/// Lines of a fixed height: the fonts of Japanese word processors differ much in theirs.
fn in_tables(measures: &Measures) -> Vec<Paragraph<'static>> {
    let text = |id, name, points: f64, bold, layout: &str| Paragraph {
        id,
        name,
        next: id,
        points,
        bold,
        head_font: true,
        layout: format!(
            "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"{}\" w:lineRule=\"exact\"/>{layout}",
            measures.line(points * 1.5)
        ),
        ..Paragraph::default()
    };
    vec![
        text("TableText", "Table Text", 9.0, false, ""),
        text("TableStrong", "Table Strong", 9.0, true, ""),
        text(
            "TableHead",
            "Table Head",
            8.5,
            true,
            "<w:jc w:val=\"center\"/>",
        ),
        Paragraph {
            colour: "404040",
            ..text("TableNote", "Table Note", 8.0, false, "")
        },
    ]
}

const TABLE: &str = "<w:style w:type=\"table\" w:styleId=\"Table\"><w:name w:val=\"Plan Table\"/><w:basedOn w:val=\"TableNormal\"/><w:tblPr><w:tblBorders><w:top w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"6D6D70\"/><w:left w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"6D6D70\"/><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"6D6D70\"/><w:right w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"6D6D70\"/><w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"6D6D70\"/><w:insideV w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"6D6D70\"/></w:tblBorders><w:tblCellMar><w:top w:w=\"45\" w:type=\"dxa\"/><w:left w:w=\"68\" w:type=\"dxa\"/><w:bottom w:w=\"45\" w:type=\"dxa\"/><w:right w:w=\"68\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>";
