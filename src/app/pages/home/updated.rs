//! 更新のお知らせ on はじめに: the app is newer than the version that the user last took note of.

use leptos::prelude::*;

use crate::panels::Panels;
use crate::workspace::{VERSION, Workspace};
use ::words::shell as words;
use handbook::{HandbookJob, NEWS};

/// The notice, with the way to what has changed.
#[component]
pub fn UpdatedNotice() -> impl IntoView {
    let workspace = Workspace::here();
    let noted = RwSignal::new(false);
    let note = move || {
        workspace.remember_version();
        noted.set(true);
    };
    let see = move |_| {
        let panels = Panels::here();
        panels.job.set(Some(HandbookJob {
            page: NEWS.to_owned(),
            ..HandbookJob::default()
        }));
        panels.help.set(true);
        note();
    };
    view! {
        <div role="status">
            <Show when=move || !noted.get()>
                <div class="row updated">
                    <span>{words::updated(VERSION)}</span>
                    <button type="button" class="btn small" on:click=see>{words::updated_see()}</button>
                    <button type="button" class="btn small quiet" on:click=move |_| note()>{words::updated_close()}</button>
                </div>
            </Show>
        </div>
    }
}
