//! A file whose plan is already on this device: asks which one to open.

use leptos::prelude::*;

use crate::parts::Dialog;
use crate::workspace::{DocumentCommand, Likeness, Twin, Workspace};
use ::words::{model, plans as words, time};

/// The dialog.
#[component]
pub fn TwinDialog() -> impl IntoView {
    let workspace = Workspace::here();
    let open = workspace.asks_which();
    let title = move || {
        open.track();
        match workspace.twin().map(|twin| twin.likeness) {
            Some(Likeness::Same) => words::twin_same_title(),
            _ => words::twin_title(),
        }
        .to_owned()
    };
    view! {
        <Dialog open title=Signal::derive(title)>
            <p>{workspace.twin().map(|twin| said(workspace, &twin))}</p>
            <div class="row">
                <button type="button" class="btn main" on:click=move |_| workspace.open_here()>
                    {words::twin_open()}
                </button>
                <button type="button" class="btn" on:click=move |_| workspace.send(DocumentCommand::OpenApart)>
                    {words::twin_apart()}
                </button>
                <button type="button" class="btn quiet" on:click=move |_| open.set(false)>
                    {words::twin_stop()}
                </button>
            </div>
        </Dialog>
    }
}

fn said(workspace: Workspace, Twin { here, likeness, .. }: &Twin) -> String {
    let title = model::named(&here.title);
    let at = time::moment(&here.changed.local, &workspace.today());
    match likeness {
        Likeness::Same => words::twin_same(title, at),
        Likeness::Differ => words::twin_differs(title, at),
        Likeness::Unknown => words::twin_unknown(title, at),
    }
}
