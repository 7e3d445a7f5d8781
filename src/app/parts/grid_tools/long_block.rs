//! A block that has more rows than its grid: it is pasted once the user says whether rows are added.

use leptos::prelude::*;

use super::SharedCommands;
use crate::parts::{Dialog, open_while};
use ::words::grid as words;

/// A block to be pasted into a grid that has too few rows for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LongBlock {
    /// The block as it came from the clipboard.
    pub text: String,
    /// Number of rows that are lacking.
    pub rows: usize,
    /// Number of records whose rows suffice.
    pub records: usize,
}

/// The question, while there is such a block. Closing the window pastes nothing.
#[component]
pub fn LongBlockQuestion(
    grid: SharedCommands,
    /// The block; `None`: there is nothing to ask.
    block: RwSignal<Option<LongBlock>>,
) -> impl IntoView {
    let (open, grid) = (open_while(block), StoredValue::new(grid));
    let answer = move |adds: bool| {
        let grid = grid.get_value();
        if let Some(asked) = block.try_update(Option::take).flatten() {
            grid.paste_long(&asked, adds);
            // The window is gone by then, and the keyboard with it.
            request_animation_frame(move || grid.focus());
        }
    };
    let sentence = move || {
        let asks = |one: &LongBlock| grid.with_value(|grid| grid.asks(one));
        block.with(|block| block.as_ref().map(asks))
    };
    let add =
        move || block.with(|block| block.as_ref().map(|one| words::add_and_paste(one.records)));
    view! {
        <Dialog open title=words::more_rows().to_owned()>
            <p>{sentence}</p>
            <div class="row">
                <button type="button" class="btn main" on:click=move |_| answer(true)>{add}</button>
                <button type="button" class="btn" on:click=move |_| answer(false)>
                    {words::paste_what_fits()}
                </button>
            </div>
        </Dialog>
    }
    .into_any()
}
