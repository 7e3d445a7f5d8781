//! 公表データから: a file of open data, its own rows, the indicators that its measures belong to, and the actuals it brings.

mod beside;
mod bindings;
mod data_sets;
mod file;
mod questions;
mod state;

use leptos::prelude::*;

use super::Looked;
use crate::parts::Dialog;
use ::words::open_data as words;
use beside::Beside;
use bindings::Bindings;
use data_sets::DataSets;
use file::DataFile;
use questions::Questions;
use state::OpenDataState;

/// The window.
#[component]
pub fn OpenDataWindow() -> impl IntoView {
    let open = Looked::here().open_data;
    view! {
        <Dialog open title=words::title().to_owned() class="wide">
            <Content open />
        </Dialog>
    }
}

#[component]
fn Content(open: RwSignal<bool>) -> impl IntoView {
    provide_context(OpenDataState::new(open));
    view! {
        <div class="open-data">
            <DataFile />
            <Questions />
            <Beside />
            <Bindings />
            <DataSets />
        </div>
    }
}
