//! The file of a part: as our file, as a page that opens with a double click, or as a workbook.

use crate::one_file::{Purpose, filled};
use crate::strategy_file::Download;
use ::words::hands as words;
use browser::TimeSlice;
use browser::files::{self, Pieces};
use device::clock;
use format::{Archive, FileKind, json};
use output::hands::{part_of, part_workbook};
use strategy::{HandedPart, Strategy};

/// Largest number of characters of a title in the name of a file, so that the name of the recipient fits too.
const LONGEST: usize = 36;

/// As what a part is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HandoutForm {
    /// Our file.
    File,
    /// A page that carries the app and the part.
    Page,
    /// A workbook for a spreadsheet.
    Workbook,
}

impl HandoutForm {
    /// Says the way to fill in such a file.
    pub fn how(self) -> &'static str {
        match self {
            HandoutForm::File => words::how_file(),
            HandoutForm::Page => words::how_page(),
            HandoutForm::Workbook => words::how_workbook(),
        }
    }

    /// Returns the kind of such a file.
    fn kind(self) -> FileKind {
        match self {
            HandoutForm::File => FileKind::Plan,
            HandoutForm::Page => FileKind::Page,
            HandoutForm::Workbook => FileKind::Workbook,
        }
    }
}

/// Gives the browser the file of a part; its name, or a sentence.
pub async fn save_part(
    plan: &Strategy,
    part: &HandedPart,
    way: HandoutForm,
) -> Result<String, String> {
    let (file, pieces) = file_of(plan, part, way).await?;
    file.pieces(&pieces)
}

/// Gives the browser the files of parts as one ZIP; its name, or a sentence.
pub async fn save_parts(
    plan: &Strategy,
    parts: &[HandedPart],
    way: HandoutForm,
) -> Result<String, String> {
    let title = words::everyone_file(short_title(plan));
    let zip = Download::of_town(&plan.about().town.name, &title, FileKind::Archive);
    let mut archive = Archive::default();
    let mut slice = TimeSlice::new();
    for part in parts {
        let (file, pieces) = file_of(plan, part, way).await?;
        let blob = pieces.blob("").map_err(|_| zip.failed())?;
        let bytes = files::bytes(&blob).await.map_err(|_| zip.failed())?;
        let added = archive.add(file.name(), &bytes);
        added.map_err(|_| zip.failed())?;
        slice.yield_if_due().await;
    }
    zip.bytes(archive.finish().ok().as_deref())
}

fn short_title(plan: &Strategy) -> String {
    plan.about().title.chars().take(LONGEST).collect()
}

/// Makes the file of a part, and its bytes.
async fn file_of(
    plan: &Strategy,
    part: &HandedPart,
    way: HandoutForm,
) -> Result<(Download, Pieces), String> {
    let own = part_of(plan, part);
    let title = words::file(short_title(plan), &part.to);
    let file = Download::of_town(&own.about().town.name, &title, way.kind());
    let pieces = match way {
        HandoutForm::File => Pieces::from(json::write(&own).as_bytes()),
        HandoutForm::Page => filled(&own, Purpose::Writing, &clock::now()).await?,
        HandoutForm::Workbook => {
            let bytes = part_workbook(&own).map_err(|_| file.failed())?;
            Pieces::from(bytes.as_slice())
        }
    };
    Ok((file, pieces))
}
