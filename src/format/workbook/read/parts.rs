//! The parts of a workbook in the archive.

use super::model::{MOST_PARTS, NotRead};
use super::pull::{Met, Pull};
use crate::unpacked::Unpacked;

/// Usual path of the workbook.
const USUAL: &str = "xl/workbook.xml";

/// A relation of a part: its id, its kind and its target.
struct Relation {
    id: String,
    kind: String,
    target: String,
}

/// The parts of a workbook.
pub struct WorkbookParts<'a> {
    archive: Unpacked<'a>,
    workbook: String,
    relations: Vec<Relation>,
}

impl<'a> WorkbookParts<'a> {
    /// Finds the workbook in an archive, and its relations.
    pub fn find(mut archive: Unpacked<'a>) -> Result<Self, NotRead> {
        let of_archive = relations(&mut archive, "")?;
        let named = of_archive.into_iter().find(|one| one.is("officeDocument"));
        let workbook = named.map_or(USUAL.to_owned(), |one| one.target);
        let relations = relations(&mut archive, &workbook)?;
        Ok(Self {
            archive,
            workbook,
            relations,
        })
    }

    /// Returns the reason why an archive is not a workbook of this format, if it is one of another format.
    pub fn other_form(&mut self) -> Result<Option<NotRead>, NotRead> {
        let is_table = b"application/vnd.oasis.opendocument.spreadsheet";
        let of_archive = self.archive.file("mimetype")?;
        Ok(match of_archive {
            Some(kind) if kind.starts_with(is_table) => Some(NotRead::OpenDocument),
            _ if self.workbook.ends_with(".bin") => Some(NotRead::Binary),
            _ => None,
        })
    }

    /// Returns the text of the list of sheets.
    pub fn workbook(&mut self) -> Result<String, NotRead> {
        let path = self.workbook.clone();
        text(&mut self.archive, &path)?.ok_or(NotRead::NoWorkbook)
    }

    /// Returns the text of the part that a relation of a kind leads to.
    pub fn of_kind(&mut self, kind: &str) -> Result<Option<String>, NotRead> {
        let found = self.relations.iter().find(|one| one.is(kind));
        let path = found.map(|one| one.target.clone());
        path.map_or(Ok(None), |path| text(&mut self.archive, &path))
    }

    /// Returns the sheet of cells that a relation leads to; `None` for a chart.
    pub fn sheet(&mut self, id: &str) -> Result<Option<String>, NotRead> {
        let path = self.sheet_path(id);
        path.map_or(Ok(None), |path| text(&mut self.archive, &path))
    }

    /// Returns the comments on the sheet that a relation leads to.
    pub fn comments(&mut self, id: &str) -> Result<Option<String>, NotRead> {
        let Some(sheet) = self.sheet_path(id) else {
            return Ok(None);
        };
        let relations = relations(&mut self.archive, &sheet)?;
        let found = relations.into_iter().find(|one| one.is("comments"));
        found.map_or(Ok(None), |one| text(&mut self.archive, &one.target))
    }

    /// True if a table on the sheet a relation leads to is filtered.
    pub fn filters(&mut self, id: &str) -> Result<bool, NotRead> {
        let Some(sheet) = self.sheet_path(id) else {
            return Ok(false);
        };
        for one in relations(&mut self.archive, &sheet)? {
            let table = match one.is("table") {
                true => text(&mut self.archive, &one.target)?,
                false => None,
            };
            if table.is_some_and(|xml| xml.contains("<filterColumn")) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Returns the path of the list of sheets.
    pub fn workbook_path(&self) -> &str {
        &self.workbook
    }

    /// Returns the path of the sheet of cells that a relation leads to.
    pub fn sheet_path(&self, id: &str) -> Option<String> {
        let is = |one: &&Relation| one.id == id && one.is("worksheet");
        self.relations.iter().find(is).map(|one| one.target.clone())
    }
}

impl Relation {
    /// True if the relation is of a kind. Kinds have one name in the usual form and another in the strict one, with
    /// the same end.
    fn is(&self, kind: &str) -> bool {
        self.kind.rsplit('/').next() == Some(kind)
    }
}

/// Returns the relations of a part; `""` for the archive itself.
fn relations(archive: &mut Unpacked<'_>, of: &str) -> Result<Vec<Relation>, NotRead> {
    let (folder, name) = of.rsplit_once('/').unwrap_or(("", of));
    let path = joined(folder, &format!("_rels/{name}.rels"));
    let Some(xml) = text(archive, &path)? else {
        return Ok(Vec::new());
    };
    let mut pull = Pull::new(&xml);
    let mut all = Vec::new();
    while let Some(met) = pull.next()? {
        if let Met::Begin(tag) = met
            && tag.name() == "Relationship"
        {
            if all.len() == MOST_PARTS {
                return Err(NotRead::TooLarge);
            }
            let of = |name| tag.get(name).unwrap_or_default().into_owned();
            all.push(Relation {
                id: of("Id"),
                kind: of("Type"),
                target: joined(folder, &of("Target")),
            });
        }
    }
    Ok(all)
}

/// Resolves a path that is written in a folder.
fn joined(folder: &str, path: &str) -> String {
    let (folder, path) = match path.strip_prefix('/') {
        Some(from_root) => ("", from_root),
        None => (folder, path),
    };
    let mut all: Vec<&str> = folder.split('/').filter(|one| !one.is_empty()).collect();
    for one in path.split('/') {
        match one {
            "" | "." => {}
            ".." => drop(all.pop()),
            one => all.push(one),
        }
    }
    all.join("/")
}

/// Returns a file of the archive as text.
fn text(archive: &mut Unpacked<'_>, path: &str) -> Result<Option<String>, NotRead> {
    let Some(bytes) = archive.file(path)? else {
        return Ok(None);
    };
    let text = match bytes.as_slice() {
        [0xFF, 0xFE, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => wide(rest, u16::from_be_bytes),
        _ => String::from_utf8(bytes).ok(),
    };
    text.map(Some).ok_or(NotRead::Damaged)
}

fn wide(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<String> {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units)
        .collect::<Result<String, _>>()
        .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn x5_paths_lead_from_their_folder_or_from_the_root() {
        for (folder, path, wanted) in [
            ("xl", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            (
                "xl",
                "/xl/worksheets/sheet1.xml",
                "xl/worksheets/sheet1.xml",
            ),
            ("xl/a", "../styles.xml", "xl/styles.xml"),
            ("", "../../x.xml", "x.xml"),
        ] {
            assert_eq!(joined(folder, path), wanted);
        }
    }
}
