//! A pasted text that is being read, a slice at a time: its progress is shown, and the user can cancel it.

use std::sync::Arc;

use leptos::prelude::*;

use crate::async_memo::async_memo;
use ::words::chosen_file as words;
use browser::TimeSlice;
use strategy::Steps;

/// Progress of reading a pasted text, in percent; none: it is read.
#[derive(Clone, Copy)]
pub struct BeingPasted {
    percent: RwSignal<Option<usize>>,
    cancel: Callback<()>,
}

impl BeingPasted {
    /// Returns it for a text that is not being read yet. `cancel` puts the text away.
    pub fn new(cancel: impl Fn() + Send + Sync + 'static) -> Self {
        Self {
            percent: RwSignal::new(None),
            cancel: Callback::new(move |()| cancel()),
        }
    }

    /// Returns what is read of a text. Read anew whenever a signal changes that `work` reads before it gives its future;
    /// until then what was read before stays.
    pub fn read<T, F>(self, work: impl Fn() -> F + 'static) -> Memo<Arc<T>>
    where
        T: Default + PartialEq + Send + Sync + 'static,
        F: Future<Output = T> + 'static,
    {
        let read = async_memo(move || {
            let work = work();
            async move { Arc::new(work.await) }
        });
        Memo::new(move |_| read.get().unwrap_or_default())
    }

    /// Takes the steps of a reading until it is done.
    pub async fn outcome<T: Default>(self, mut steps: Steps<'_, T>) -> T {
        let mut slice = TimeSlice::new();
        self.percent.try_set(Some(0));
        while let Some(step) = steps.next() {
            if let Some(outcome) = step {
                self.percent.try_set(None);
                return outcome;
            }
            if slice.yield_if_due().await {
                let (done, all) = steps.progress();
                self.percent.try_set(Some(done * 100 / all.max(1)));
            }
        }
        T::default()
    }

    /// True while a text is being read. Tracked: the calling effect reruns when it changes.
    pub fn is_reading(self) -> bool {
        self.percent.with(Option::is_some)
    }

    /// Shows how far it was read, and the button that cancels it.
    pub fn shown(self) -> AnyView {
        view! {
            <Show when=move || self.is_reading()>
                <div class="row whole text-file-acts">
                    <p class="sub" role="status">
                        {move || self.percent.get().map(words::reading_text)}
                    </p>
                    <button type="button" class="btn small quiet" on:click=move |_| self.cancel.run(())>
                        {words::stop_reading()}
                    </button>
                </div>
            </Show>
        }
        .into_any()
    }
}
