//! A pasted text, read a slice at a time.

use std::sync::Arc;

use leptos::prelude::*;

use crate::async_memo::async_memo;
use crate::job::Job;
use ::words::chosen_file as words;
use strategy::Steps;

/// Returns what is read of a pasted text, as the task of a job. Read anew whenever a signal changes that `work` reads
/// before it gives its future; until then what was read before stays.
pub fn read_pasted<T, F>(job: Job, work: impl Fn() -> F + 'static) -> Memo<Arc<T>>
where
    T: Default + PartialEq + Send + Sync + 'static,
    F: Future<Output = Option<T>> + 'static,
{
    let read = async_memo(move || {
        let work = job.run(work());
        async move { Arc::new(work.await.flatten().unwrap_or_default()) }
    });
    Memo::new(move |_| read.get().unwrap_or_default())
}

/// Takes the steps of reading a text.
pub async fn take<T>(job: Job, steps: Steps<'_, T>) -> Option<T> {
    job.take(steps, words::reading_text).await
}
