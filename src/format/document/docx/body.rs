//! Body of a document as XML: its parts in order, and its page settings.

use super::chart;
use super::measure::Measures;
use super::names::{HEAD_OF_PART, MAIN, RELATIONS};
use super::spark::NAMESPACES;
use super::table::table;
use super::text::{held, paragraphs, run};
use crate::chart::Chart;
use crate::document::{Block, Document, Style, Table, drawn};

/// Deepest level of heading.
const DEEPEST: usize = 4;

/// The content part of the file, as far as it is written.
#[derive(Debug, Default)]
pub struct DocxBody {
    xml: String,
    /// Number of blocks written.
    blocks: usize,
    /// Number of headings so far.
    headings: usize,
    /// Number of charts so far.
    charts: usize,
    new_page: bool,
}

impl DocxBody {
    /// Writes this many further blocks.
    pub fn go_on(&mut self, document: &Document, measures: &Measures, blocks: usize) {
        if self.blocks == 0 {
            self.xml = format!(
                "{HEAD_OF_PART}<w:document xmlns:w=\"{MAIN}\" xmlns:r=\"{RELATIONS}\"{NAMESPACES}><w:body>"
            );
        }
        let left = document.blocks.get(self.blocks..).unwrap_or_default();
        let mut writer = BodyWriter {
            body: self,
            document,
            measures,
        };
        for (at, block) in left.iter().enumerate().take(blocks) {
            writer.block(block);
            // The paragraph that begins the next page follows the table directly; a gap could be alone on a page
            // (D7).
            let begins_page = matches!(left.get(at + 1..), Some([Block::NewPage, _, ..]));
            let is_after_table = writer.body.xml.ends_with("</w:tbl>");
            if is_after_table && !begins_page && !matches!(block, Block::NewPage) {
                writer.paragraph("", "Gap", "");
            }
            writer.body.blocks += 1;
        }
    }

    /// Returns the whole part, once every block is written.
    pub fn done(mut self, document: &Document, measures: &Measures) -> String {
        self.go_on(document, measures, usize::MAX);
        let mut xml = self.xml;
        xml.push_str(&pages(document, measures));
        xml.push_str("</w:body></w:document>");
        xml
    }
}

struct BodyWriter<'a> {
    body: &'a mut DocxBody,
    document: &'a Document,
    measures: &'a Measures,
}

impl BodyWriter<'_> {
    fn block(&mut self, block: &Block) {
        match block {
            Block::NewPage => self.body.new_page = !self.body.xml.ends_with("<w:body>"),
            Block::Heading(depth, text) => self.heading(*depth, text),
            Block::Contents(title) => self.contents(title),
            Block::Text(style, text) => self.text(*style, text),
            Block::Code { label, address } => {
                self.text(Style::Body, &[label.as_str(), address].join("\n"));
            }
            Block::Strip(segments) => self.table(&drawn::strip(segments)),
            Block::Table(one) => self.table(one),
            Block::Drawings(_) => {}
            Block::Charts(all) => self.charts(all),
            Block::Diagram(one) => self.table(&drawn::diagram(&one.diagram)),
        }
    }

    fn table(&mut self, one: &Table) {
        if self.body.new_page {
            let more = self.begins();
            self.paragraph("", "Gap", more);
        }
        table(&mut self.body.xml, one, self.measures);
    }

    /// Writes charts side by side, as characters of a line.
    fn charts(&mut self, all: &[Chart]) {
        let more = self.begins();
        self.body.xml.extend(["<w:p><w:pPr>", more, "</w:pPr>"]);
        let width = self.measures.inside();
        chart::runs(&mut self.body.xml, all, self.body.charts, width);
        self.body.xml.push_str("</w:p>");
        self.body.charts += all.len();
    }

    fn paragraph(&mut self, text: &str, style: &str, more: &str) {
        paragraphs(&mut self.body.xml, text, &[], style, more);
    }

    /// Writes a text; only its first line begins a page.
    fn text(&mut self, style: Style, text: &str) {
        let style = named(style);
        let text = held(text);
        match text.split_once('\n') {
            Some((first, rest)) => {
                let more = self.begins();
                self.paragraph(first, style, more);
                self.paragraph(rest, style, "");
            }
            None => {
                let more = self.begins();
                self.paragraph(&text, style, more);
            }
        }
    }

    /// Returns the property that begins the next paragraph on a new page, if a page break is due.
    fn begins(&mut self) -> &'static str {
        match std::mem::take(&mut self.body.new_page) {
            true => "<w:pageBreakBefore/>",
            false => "",
        }
    }

    /// Writes a heading of one line, with a bookmark for links.
    fn heading(&mut self, depth: usize, text: &str) {
        let depth = depth.clamp(1, DEEPEST);
        let more = self.begins();
        self.body.headings += 1;
        let id = self.body.headings;
        self.body.xml.push_str(&format!(
            "<w:p><w:pPr><w:pStyle w:val=\"Heading{depth}\"/>{more}</w:pPr><w:bookmarkStart w:id=\"{id}\" w:name=\"{}\"/>",
            bookmark(id)
        ));
        run(&mut self.body.xml, &in_a_line(text), "");
        self.body
            .xml
            .push_str(&format!("<w:bookmarkEnd w:id=\"{id}\"/></w:p>"));
    }

    /// Writes a field that the word processor updates with the page of each heading; until then the headings alone.
    fn contents(&mut self, title: &str) {
        let more = self.begins();
        self.paragraph(&held(title), "TOCHeading", more);
        let blocks = self.document.blocks.iter();
        let headings = blocks.filter_map(|block| match block {
            Block::Heading(depth, text) => Some((depth.clamp(&1, &DEEPEST), text)),
            _ => None,
        });
        let mut is_first = true;
        for (at, (depth, text)) in headings.enumerate() {
            self.body.xml.push_str(&format!(
                "<w:p><w:pPr><w:pStyle w:val=\"TOC{depth}\"/></w:pPr>"
            ));
            if std::mem::take(&mut is_first) {
                self.body.xml.push_str(BEGIN);
            }
            self.body.xml.push_str(&format!(
                "<w:hyperlink w:anchor=\"{}\" w:history=\"1\">",
                bookmark(at + 1)
            ));
            run(&mut self.body.xml, &in_a_line(text), "");
            self.body.xml.push_str("</w:hyperlink></w:p>");
        }
        if !is_first {
            self.body.xml.push_str("<w:p><w:pPr><w:pStyle w:val=\"Gap\"/></w:pPr><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>");
        }
    }
}

/// Beginning of the field of a table of contents, marked to be updated.
const BEGIN: &str = "<w:r><w:fldChar w:fldCharType=\"begin\" w:dirty=\"true\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> TOC \\o \"1-4\" \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";

fn bookmark(heading: usize) -> String {
    format!("_Toc{:08}", 10_000_000 + heading)
}

fn in_a_line(text: &str) -> String {
    held(text).replace('\n', " ")
}

fn named(style: Style) -> &'static str {
    match style {
        Style::Body => "",
        Style::Title => "Title",
        Style::Subtitle => "Subtitle",
        Style::Above => "Above",
        Style::Label | Style::Continued => "Label",
    }
}

/// Returns the page settings: A4, numbered at the foot (D5).
fn pages(document: &Document, measures: &Measures) -> String {
    let Measures {
        across, down, side, ..
    } = measures;
    let way = if document.wide {
        " w:orient=\"landscape\""
    } else {
        ""
    };
    let cover = if document.cover { "<w:titlePg/>" } else { "" };
    format!(
        "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId4\"/><w:footerReference w:type=\"default\" r:id=\"rId5\"/><w:pgSz w:w=\"{across}\" w:h=\"{down}\"{way}/><w:pgMar w:top=\"1134\" w:right=\"{side}\" w:bottom=\"1021\" w:left=\"{side}\" w:header=\"567\" w:footer=\"454\" w:gutter=\"0\"/><w:cols w:space=\"425\"/>{cover}</w:sectPr>"
    )
}

/// Returns the header of every page.
pub fn head(document: &Document) -> String {
    let mut xml = format!("{HEAD_OF_PART}<w:hdr xmlns:w=\"{MAIN}\">");
    paragraphs(&mut xml, &in_a_line(&document.running), &[], "Header", "");
    xml + "</w:hdr>"
}

/// Returns the foot: the number of the page, the number of pages, and the text beside them.
pub fn foot(document: &Document) -> String {
    let field = |name: &str| {
        format!("<w:fldSimple w:instr=\" {name} \"><w:r><w:t>1</w:t></w:r></w:fldSimple>")
    };
    let mut beside = String::new();
    if !document.foot.is_empty() {
        run(
            &mut beside,
            &["　　", &in_a_line(&document.foot)].concat(),
            "",
        );
    }
    format!(
        "{HEAD_OF_PART}<w:ftr xmlns:w=\"{MAIN}\"><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>{}<w:r><w:t xml:space=\"preserve\"> / </w:t></w:r>{}{beside}</w:p></w:ftr>",
        field("PAGE"),
        field("NUMPAGES")
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Column, Row};

    #[test]
    fn d7_a_table_before_a_new_page_leaves_no_paragraph_that_could_fill_one() {
        let table = || {
            Block::Table(Table {
                columns: vec![Column::default()],
                rows: vec![Row::of(["一".into()])],
                ..Table::default()
            })
        };
        let document = Document {
            blocks: vec![
                table(),
                table(),
                Block::NewPage,
                Block::Text(Style::Title, "題".to_owned()),
                table(),
                Block::NewPage,
                table(),
            ],
            ..Document::default()
        };
        let xml = DocxBody::default().done(&document, &Measures::new((false, false), 20, 1.0));
        let after: Vec<_> = xml.split("</w:tbl>").skip(1).collect();
        let gap = "<w:p><w:pPr><w:pStyle w:val=\"Gap\"/>";
        assert!(after[0].starts_with(gap) && !after[0].starts_with(&[gap, "<w:page"].concat()));
        assert!(
            after[1].starts_with("<w:p><w:pPr><w:pStyle w:val=\"Title\"/><w:pageBreakBefore/>")
        );
        assert!(after[2].starts_with(&[gap, "<w:pageBreakBefore/>"].concat()));
        assert!(
            after[3].starts_with(gap),
            "a table is followed by a paragraph"
        );
    }
}
