//! A part that came back in a workbook, read in a worker if that takes long.

use super::ledger::version_of;
use super::state::Hands;
use crate::job_runner::StepResult;
use crate::pages::being_read::{asked, is_long};
use crate::strategy_file::written;
use crate::workspace::read_file;
use ::words::{chosen_file, hands as words};
use browser::files;
use format::workbook::{LARGEST_FILE, NotRead};
use jobs::{PartBooks, PartQuestion, Untaken};
use keep::Checksum;
use strategy::{About, HandedPart, Strategy};

/// Number of places listed one by one.
const TOLD: usize = 5;

/// The part, and what could not be taken; the error is a sentence, or nothing if the user cancelled.
pub async fn read(
    hands: Hands,
    file: &web_sys::File,
) -> Result<(Strategy, Untaken), Option<String>> {
    let name = file.name();
    if file.size() > LARGEST_FILE as f64 {
        return Err(Some(chosen_file::book_too_large(&name)));
    }
    let read = async {
        if is_long(file) {
            hands.reading.report(chosen_file::reading(name));
        }
        part_in(hands, file).await
    };
    let read = hands.reading.run(read).await;
    read.ok_or(None)?.map_err(Some)
}

async fn part_in(hands: Hands, file: &web_sys::File) -> Result<(Strategy, Untaken), String> {
    let name = &file.name();
    let (desk, told) = asked::<PartBooks, Result<_, NotRead>>(file, &PartQuestion::Open).await;
    let told = told.unwrap_or(Err(NotRead::Damaged));
    let id: Option<String> = told.map_err(|why| chosen_file::book_not_read(name, why))?;
    let about = hands.store.about();
    let mut lines = about.handed_out.iter();
    let line = lines.find(|line| id.as_ref() == Some(&line.id));
    let line = line.ok_or_else(|| words::workbook_unknown(name))?;
    let no_version = || words::workbook_no_version(name);
    let plan = version_of(hands, line).await.ok_or_else(no_version)?;
    let unread = || chosen_file::not_read(name);
    let plan = written(&with_line(plan, line)).await.blob("");
    let plan = plan.map_err(|_| unread())?;
    let first = number_of(file).await.ok_or_else(unread)?;
    let told: Option<Option<Untaken>> = desk.told(&PartQuestion::Read(first), &[&plan]).await;
    let untaken = told.ok_or_else(unread)?.ok_or_else(no_version)?;
    let Some(StepResult::File(part)) = desk.made::<()>(&PartQuestion::Part, &[]).await else {
        return Err(unread());
    };
    let part = files::bytes(&part).await.map_err(|_| unread())?;
    Ok((read_file(name, &part).await?, untaken))
}

/// Returns the number from which the new records of a file are counted: 48 bits of its checksum, so that the same file is
/// recognised when it is brought again.
async fn number_of(file: &web_sys::File) -> Option<u64> {
    let bytes = files::bytes(file).await.ok()?;
    let mut sum = Checksum::START;
    sum.add(&bytes);
    Some(sum.number() >> 16)
}

/// A plan with a line of its ledger.
fn with_line(mut plan: Strategy, line: &HandedPart) -> Strategy {
    let about = About {
        handed_out: vec![line.clone()],
        ..About::clone(&plan.about())
    };
    plan.about.insert(about);
    plan
}

/// Returns the rejected edits, in sentences.
pub fn told_of(untaken: &Untaken) -> Vec<String> {
    let first = untaken.first.iter().take(TOLD);
    let mut said: Vec<String> = first.map(words::unwritten).collect();
    let more = untaken.count().saturating_sub(TOLD);
    if more > 0 {
        said.push(words::unread_more(more));
    }
    said
}
