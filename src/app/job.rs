//! Long tasks of a page: each shows its progress, and the user can cancel it.

use std::pin::Pin;
use std::task::{Context, Poll, Waker};

use futures::future::{AbortHandle, abortable};
use leptos::prelude::*;
use leptos::task::spawn_local;

use browser::TimeSlice;
use strategy::Steps;

/// Starts a task. Its first slice runs at once, so that a short task never shows progress.
pub fn start(task: impl Future<Output = ()> + 'static) {
    let mut task: Pin<Box<dyn Future<Output = ()>>> = Box::pin(task);
    let begun = task.as_mut().poll(&mut Context::from_waker(Waker::noop()));
    if begun == Poll::Pending {
        spawn_local(task);
    }
}

/// Runs the steps of a long work in slices. Returns `None` if the steps had ended before.
pub async fn in_slices<T>(steps: Steps<'_, T>) -> Option<T> {
    let mut slice = TimeSlice::new();
    for step in steps {
        if step.is_some() {
            return step;
        }
        slice.yield_if_due().await;
    }
    None
}

/// A long task of a page, one at a time. Copy it freely.
///
/// Cancelling drops the task at its await, with everything that it owns, such as a worker. Leaving the page cancels
/// it too.
#[derive(Clone, Copy)]
pub struct Job {
    /// Sentence about its progress.
    status: RwSignal<Option<String>>,
    /// Cancels the running task.
    handle: RwSignal<Option<AbortHandle>>,
}

impl Job {
    /// Makes a job whose task ends with the calling component.
    pub fn new() -> Self {
        let job = Self {
            status: RwSignal::new(None),
            handle: RwSignal::new(None),
        };
        on_cleanup(move || job.cancel());
        job
    }

    /// Waits for a task, and cancels one that still runs. Returns `None` if the task is cancelled.
    pub async fn run<T>(self, task: impl Future<Output = T>) -> Option<T> {
        self.cancel();
        let (task, handle) = abortable(task);
        // The page is gone: its signal takes no handle.
        if self.handle.try_set(Some(handle)).is_some() {
            return None;
        }
        let outcome = task.await.ok()?;
        self.handle.try_set(None);
        self.status.try_set(None);
        Some(outcome)
    }

    /// Runs the steps of a long work in slices, as a task or a part of one. `sentence` reports the percentage.
    /// Returns `None` if the steps had ended before.
    pub async fn take<T>(
        self,
        mut steps: Steps<'_, T>,
        sentence: impl Fn(usize) -> String,
    ) -> Option<T> {
        let mut slice = TimeSlice::new();
        while let Some(step) = steps.next() {
            if step.is_some() {
                return step;
            }
            if slice.yield_if_due().await {
                let (done, all) = steps.progress();
                self.report(sentence(done * 100 / all.max(1)));
            }
        }
        None
    }

    /// Shows the progress of the task.
    pub fn report(self, sentence: String) {
        self.status.try_set(Some(sentence));
    }

    /// Cancels the task.
    pub fn cancel(self) {
        let running = self.handle.try_update(Option::take).flatten();
        if let Some(handle) = running {
            handle.abort();
        }
        self.status.try_set(None);
    }

    /// Tracked: the last report of the task.
    pub fn status(self) -> Option<String> {
        self.status.get()
    }

    /// Tracked: true while a task runs.
    pub fn is_running(self) -> bool {
        self.handle.with(Option::is_some)
    }
}

/// Shows the progress of a job, and the button that cancels it.
#[component]
pub fn JobStatus(
    /// The job.
    job: Job,
    /// The label of the button.
    cancel: &'static str,
    /// Called once the user has cancelled the task.
    #[prop(optional, into)]
    on_cancel: Option<Callback<()>>,
) -> impl IntoView {
    let stop = move |_| {
        job.cancel();
        if let Some(on_cancel) = on_cancel {
            on_cancel.run(());
        }
    };
    let shown = move || job.status.with(Option::is_some);
    view! {
        <Show when=shown>
            <div class="row whole text-file-acts">
                <p class="sub" role="status">{move || job.status.get()}</p>
                <button type="button" class="btn small quiet" on:click=stop>{cancel}</button>
            </div>
        </Show>
    }
}
