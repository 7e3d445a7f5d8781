//! A file that is being read, beside the page where that takes long: it is told, and can be given up.

use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Poll, Waker};

use leptos::prelude::*;
use serde::de::DeserializeOwned;
use web_sys::File;

use crate::job_runner::Desk;
use ::words::chosen_file as words;
use jobs::Work;

/// A file of so many bytes is read beside the page; a smaller one has been read before a worker has begun.
const LONG: f64 = 200_000.0;

/// True if a file takes long enough to read that progress is shown.
pub fn is_long(file: &File) -> bool {
    file.size() >= LONG
}

/// Asks a job about a file, in a worker if it takes long, or on the page. Returns the runner and its answer, if it
/// had one.
pub async fn asked<W: Work, T: DeserializeOwned>(
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

/// A file that is being read: it can be given up.
#[derive(Clone, Default)]
pub struct Reading {
    given_up: Rc<Cell<bool>>,
    waits: Rc<RefCell<Option<Waker>>>,
}

impl Reading {
    /// Nobody wants it any more.
    pub fn give_up(&self) {
        self.given_up.set(true);
        if let Some(waits) = self.waits.borrow_mut().take() {
            waits.wake();
        }
    }

    /// Runs `work`; `None`: it was cancelled. A worker at it ends.
    pub async fn unless_given_up<T>(&self, work: impl Future<Output = T>) -> Option<T> {
        let mut work = pin!(work);
        poll_fn(|context| {
            if self.given_up.get() {
                return Poll::Ready(None);
            }
            *self.waits.borrow_mut() = Some(context.waker().clone());
            work.as_mut().poll(context).map(Some)
        })
        .await
    }
}

/// The file that takes long to be read, by its name.
pub type BeingRead = RwSignal<Option<(String, Reading)>, LocalStorage>;

/// Cancels reading.
pub fn give_up(being_read: BeingRead) {
    let reading = being_read.try_update(Option::take).flatten();
    if let Some((_, reading)) = reading {
        reading.give_up();
    }
}

/// Shows the file that is being read, and the button that cancels.
pub fn being_read(being_read: BeingRead) -> AnyView {
    let told = move |(name, _)| {
        view! {
            <div class="row text-file-acts">
                <p class="sub" role="status">{words::reading(name)}</p>
                <button type="button" class="btn small quiet" on:click=move |_| give_up(being_read)>
                    {words::stop_reading()}
                </button>
            </div>
        }
    };
    (move || being_read.get().map(told)).into_any()
}
