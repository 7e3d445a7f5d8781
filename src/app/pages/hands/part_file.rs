//! The file of a part: as our file, as a page that opens with a double click, or as a workbook.

use crate::one_file::{Purpose, filled};
use ::words::{hands as words, one_file};
use browser::TimeSlice;
use browser::files::{self, Pieces};
use device::clock;
use format::{Archive, FileKind, json};
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
    /// Says the way to fill in such a file.
    pub fn how(self) -> &'static str {
        match self {
            Way::File => words::how_file(),
            Way::Page => words::how_page(),
            Way::Workbook => words::how_workbook(),
        }
    }

    /// Returns the extension of such a file, and its media type.
    fn kind(self) -> (&'static str, &'static str) {
        match self {
            Way::File => ("json", "application/json"),
            Way::Page => ("html", "text/html"),
            Way::Workbook => ("xlsx", FileKind::Workbook.media_type()),
        }
    }
}

/// Gives the browser the file of a part; its name, or a sentence.
pub async fn save_part(plan: &Strategy, part: &HandedPart, way: Way) -> Result<String, String> {
    let (name, pieces) = file_of(plan, part, way).await?;
    let (_, media_type) = way.kind();
    let saved = files::save(&pieces, media_type, &name);
    saved.map_err(|_| one_file::not_saved(&name))?;
    Ok(name)
}

/// Gives the browser the files of parts as one ZIP; its name, or a sentence.
pub async fn save_parts(plan: &Strategy, parts: &[HandedPart], way: Way) -> Result<String, String> {
    let title = words::everyone_file(short_title(plan));
    let zip = file_name(&plan.about().town.name, &title, &clock::now(), "zip");
    let failed = || one_file::not_saved(&zip);
    let mut archive = Archive::default();
    let mut slice = TimeSlice::new();
    for part in parts {
        let (name, pieces) = file_of(plan, part, way).await?;
        let (_, media_type) = way.kind();
        let blob = pieces.blob(media_type).map_err(|_| failed())?;
        let bytes = files::bytes(&blob).await.map_err(|_| failed())?;
        archive.add(&name, &bytes).map_err(|_| failed())?;
        slice.yield_if_due().await;
    }
    let bytes = archive.finish().map_err(|_| failed())?;
    let pieces = Pieces::from(bytes.as_slice());
    files::save(&pieces, "application/zip", &zip).map_err(|_| failed())?;
    Ok(zip)
}

fn short_title(plan: &Strategy) -> String {
    plan.about().title.chars().take(LONGEST).collect()
}

/// Makes the file of a part: its name, and its bytes.
async fn file_of(plan: &Strategy, part: &HandedPart, way: Way) -> Result<(String, Pieces), String> {
    let own = part_of(plan, part);
    let now = clock::now();
    let (extension, _) = way.kind();
    let name = words::file(short_title(plan), &part.to);
    let name = file_name(&own.about().town.name, &name, &now, extension);
    let pieces = match way {
        Way::File => Pieces::from(json::write(&own).as_bytes()),
        Way::Page => filled(&own, Purpose::Writing, &now).await?,
        Way::Workbook => {
            let bytes = part_workbook(&own).map_err(|_| one_file::not_saved(&name))?;
            Pieces::from(bytes.as_slice())
        }
    };
    Ok((name, pieces))
}
