//! A file whose plan is on this device already: which is to be opened?

use leptos::prelude::*;

use crate::parts::{Dialog, open_while};
use crate::workspace::{DocumentCommand, Likeness, Twin, Workspace};
use ::words::{chosen_file as words, model, time};

/// The window.
#[component]
pub fn TwinDialog() -> impl IntoView {
    let workspace = Workspace::here();
    let twin = workspace.twin();
    let open = open_while(twin);
    let title = move || {
        let same = twin.with(|twin| {
            twin.as_ref()
                .is_some_and(|twin| twin.likeness == Likeness::Same)
        });
        match same {
            true => words::twin_same_title(),
            false => words::twin_title(),
        }
        .to_owned()
    };
    let says = move || {
        let Twin { here, likeness, .. } = twin.get()?;
        let title = model::named(&here.title);
        let at = time::moment(&here.changed.local, &workspace.today());
        Some(match likeness {
            Likeness::Same => words::twin_same(title, at),
            Likeness::Differ => words::twin_differs(title, at),
            Likeness::Unknown => words::twin_unknown(title, at),
        })
    };
    view! {
        <Dialog open title=Signal::derive(title)>
            <p>{says}</p>
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
    .into_any()
}
