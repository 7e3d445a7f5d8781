//! Reading of files: in a worker if that takes long, or on the page.

use serde::de::DeserializeOwned;
use web_sys::File;

use crate::job::Job;
use crate::job_runner::Desk;
use ::words::chosen_file as words;
use jobs::WorkerJob;

/// A file of so many bytes is read beside the page; a smaller one has been read before a worker has begun.
const LONG: f64 = 200_000.0;

/// True if a file takes long enough to read that progress is shown.
pub fn is_long(file: &File) -> bool {
    file.size() >= LONG
}

/// Reads a file as a job of a page, with its name shown while that takes long. Returns `None` if the user cancels it.
pub async fn read_as_job<T>(job: Job, file: &File, read: impl Future<Output = T>) -> Option<T> {
    let read = async {
        if is_long(file) {
            job.report(words::reading(file.name()));
        }
        read.await
    };
    job.run(read).await
}

/// Asks a job about a file, in a worker if it takes long, or on the page. Returns the runner and its answer, if it
/// had one.
pub async fn asked<W: WorkerJob, T: DeserializeOwned>(
    file: &File,
    question: &W::Question,
) -> (Desk<W>, Option<T>) {
    let mut desk = match is_long(file) {
        true => Desk::open().await,
        false => Desk::here(),
    };
    loop {
        let told = desk.told(question, &[file]).await;
        if told.is_some() || !desk.is_beside() {
            return (desk, told);
        }
        desk = Desk::here();
    }
}
