//! The file of a part: as our file, as a page that opens with a double click, or as a workbook.

use crate::one_file::{Purpose, filled};
use ::words::{hands as words, one_file};
use browser::files::{self, Pieces};
use device::clock;
use format::json;
use keep::file_name;
use output::hands::{part_of, part_workbook};
use strategy::{HandedPart, Strategy};

/// Largest number of characters of a title in the name of a file, so that the name of the recipient fits too.
const LONGEST: usize = 36;

/// As what a part is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Our file.
    File,
    /// A page that carries the app and the part.
    Page,
    /// A workbook for a spreadsheet.
    Workbook,
}

impl Way {
    /// Returns the extension of such a file, and its media type.
    fn kind(self) -> (&'static str, &'static str) {
        match self {
            Way::File => ("json", "application/json"),
            Way::Page => ("html", "text/html"),
            Way::Workbook => (
                "xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            ),
        }
    }
}

/// Gives the browser the file of a part; its name, or a sentence.
pub async fn save_part(plan: &Strategy, part: &HandedPart, way: Way) -> Result<String, String> {
    let own = part_of(plan, part);
    let about = own.about();
    let title: String = about.title.chars().take(LONGEST).collect();
    let now = clock::now();
    let (extension, media_type) = way.kind();
    let name = words::file(title, &part.to);
    let name = file_name(&about.town.name, &name, &now, extension);
    let pieces = match way {
        Way::File => Pieces::from(json::write(&own).as_bytes()),
        Way::Page => filled(&own, Purpose::Writing, &now).await?,
        Way::Workbook => {
            let bytes = part_workbook(&own).map_err(|_| one_file::not_saved(&name))?;
            Pieces::from(bytes.as_slice())
        }
    };
    let saved = files::save(&pieces, media_type, &name);
    saved.map_err(|_| one_file::not_saved(&name))?;
    Ok(name)
}
