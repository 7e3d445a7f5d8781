//! A document for word processors (.docx, ECMA-376): real headings, tables with repeated heads, pages of A4.
//!
//! Rules (the tests carry the numbers):
//! - D1  A text is only text: no part of it is read as markup or as a field, and it changes no text direction.
//! - D2  A heading is one of the word processor's own, so that its navigation and its table of contents use it.
//! - D3  The head of a table is repeated on every page, and a short row is not divided.
//! - D4  Every document opens: its parts are declared, every row has all its columns, every cell ends with a
//!   paragraph.
//! - D5  Pages are A4, their numbers at the foot, the fonts Japanese, with fallbacks for other machines.
//! - D6  A small line of a table is drawn: figures solid, gaps left, the target dashed, the last figure as a dot.
//! - D8  A chart is the word processor's own, with its figures in a workbook beside it.
//! - D7  A sum stays with the row above it, and no page holds nothing but the gap under a table.
//!
//! The file is written here: docx-rs takes 198 KB after brotli for the same, the npm package docx 74 KB.

mod body;
mod chart;
mod measure;
mod names;
mod spark;
mod styles;
mod table;
mod text;

use super::Document;
use crate::xml::escaped;
use crate::{Archive, NotPacked};
use body::DocxBody;
use measure::Measures;
use names::{HEAD_OF_PART, MAIN, PACKAGE};
use text::held;

impl Document {
    /// Returns the file for word processors (D4).
    pub fn docx(&self) -> Result<Vec<u8>, NotPacked> {
        DocxWriter::default().finish(self)
    }

    fn measures(&self) -> Measures {
        let scale = if self.scale > 0.0 { self.scale } else { 1.0 };
        Measures::new((self.wide, self.large), self.side, scale)
    }

    fn packed(&self, body: String) -> Result<Vec<u8>, NotPacked> {
        let measures = self.measures();
        let charts = chart::charts(self);
        let parts = [
            ("[Content_Types].xml", content_types(charts.len())),
            ("_rels/.rels", relations(&ROOT, "")),
            ("docProps/core.xml", self.properties()),
            ("word/document.xml", body),
            (
                "word/_rels/document.xml.rels",
                relations(&OF_DOCUMENT, &chart::relations(charts.len())),
            ),
            ("word/styles.xml", styles::styles(&measures)),
            ("word/settings.xml", settings()),
            ("word/fontTable.xml", styles::fonts()),
            ("word/header1.xml", body::head(self)),
            ("word/footer1.xml", body::foot(self)),
        ];
        let mut archive = Archive::default();
        for (path, xml) in parts {
            archive.add(path, xml.as_bytes())?;
        }
        chart::add(&mut archive, &charts)?;
        archive.finish()
    }

    fn properties(&self) -> String {
        let [title, author] = [&self.title, &self.author].map(|text| held(text));
        format!(
            "{HEAD_OF_PART}<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title><dc:creator>{}</dc:creator><dc:language>ja-JP</dc:language></cp:coreProperties>",
            escaped(&title),
            escaped(&author)
        )
    }
}

/// Writes the file of a document block by block.
#[derive(Debug, Default)]
pub struct DocxWriter(DocxBody);

impl DocxWriter {
    /// Writes this many further blocks of the document.
    pub fn go_on(&mut self, document: &Document, blocks: usize) {
        self.0.go_on(document, &document.measures(), blocks);
    }

    /// Writes the rest of the document, and returns the file.
    pub fn finish(self, document: &Document) -> Result<Vec<u8>, NotPacked> {
        document.packed(self.0.done(document, &document.measures()))
    }
}

/// A part of the package: its path, and its kind among relations and among content types.
struct PartOf {
    path: &'static str,
    relation: &'static str,
    content: &'static str,
}

const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

const ROOT: [PartOf; 2] = [
    PartOf {
        path: "word/document.xml",
        relation: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument",
        content: "document.main+xml",
    },
    PartOf {
        path: "docProps/core.xml",
        relation: "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
        content: "",
    },
];

/// In the order of their relation ids: the fourth is the header of pages, the fifth their footer.
const OF_DOCUMENT: [PartOf; 5] = [
    of_document(
        "styles.xml",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles",
        "styles+xml",
    ),
    of_document(
        "settings.xml",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings",
        "settings+xml",
    ),
    of_document(
        "fontTable.xml",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable",
        "fontTable+xml",
    ),
    of_document(
        "header1.xml",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header",
        "header+xml",
    ),
    of_document(
        "footer1.xml",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer",
        "footer+xml",
    ),
];

const fn of_document(path: &'static str, relation: &'static str, content: &'static str) -> PartOf {
    PartOf {
        path,
        relation,
        content,
    }
}

fn relations(parts: &[PartOf], more: &str) -> String {
    let relation = |(at, part): (usize, &PartOf)| {
        let (id, kind, path) = (at + 1, part.relation, part.path);
        format!("<Relationship Id=\"rId{id}\" Type=\"{kind}\" Target=\"{path}\"/>")
    };
    let all: String = parts.iter().enumerate().map(relation).collect();
    format!(
        "{HEAD_OF_PART}<Relationships xmlns=\"{PACKAGE}/relationships\">{all}{more}</Relationships>"
    )
}

fn content_types(charts: usize) -> String {
    let part = |path: &str, content: &str| {
        format!("<Override PartName=\"/{path}\" ContentType=\"{WORD}{content}\"/>")
    };
    let mut all = part(ROOT[0].path, ROOT[0].content);
    for one in &OF_DOCUMENT {
        all.push_str(&part(&format!("word/{}", one.path), one.content));
    }
    all.push_str(&chart::content_types(charts));
    format!(
        "{HEAD_OF_PART}<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>{all}<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>"
    )
}

/// Returns the settings of today's word processors: without them they open the file in a mode for older files.
fn settings() -> String {
    format!(
        "{HEAD_OF_PART}<w:settings xmlns:w=\"{MAIN}\"><w:defaultTabStop w:val=\"840\"/><w:characterSpacingControl w:val=\"compressPunctuation\"/><w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat><w:themeFontLang w:val=\"en-US\" w:eastAsia=\"ja-JP\"/></w:settings>"
    )
}
