//! Storage faults, over the page, until the user handles them.

use leptos::prelude::*;

use crate::command::Command;
use crate::panels::Panels;
use crate::trouble::trouble_text;
use crate::workspace::{Notification, Workspace};
use ::words::{shell, troubles as words};
use keep::{DocId, WayOut};

/// Faults of storage, each with its remedy.
#[component]
pub fn Troubles(
    /// Strategy whose faults are shown beside the general ones; `None` on はじめに.
    #[prop(optional_no_strip)]
    doc: Option<DocId>,
    /// True if this page already lists the data that were set aside.
    #[prop(optional)]
    listed: bool,
) -> impl IntoView {
    let workspace = Workspace::here();
    (move || {
        workspace
            .troubles_of(doc)
            .into_iter()
            .map(|notification| view! { <Line notification doc listed /> })
            .collect_view()
    })
    .into_any()
}

#[component]
fn Line(notification: Notification, doc: Option<DocId>, listed: bool) -> impl IntoView {
    let workspace = Workspace::here();
    let way = match (notification.trouble.way_out(), doc) {
        (WayOut::Reload, _) => Some((words::reload(), reload as fn(Workspace))),
        (WayOut::WriteFile, Some(_)) => Some((shell::export(), export as fn(Workspace))),
        (WayOut::DownloadRaw, Some(_)) if !listed => Some((words::look(), look as fn(Workspace))),
        _ => None,
    };
    let detail = notification.trouble.detail().filter(|_| listed).map(|name| {
        view! { <details class="sub"><summary>{words::detail()}</summary><p>{name.to_owned()}</p></details> }
    });
    // On a page with a list of faults they were already announced.
    let role = (!listed).then_some("alert");
    let answered = notification.trouble.clone();
    view! {
        <div class="notice bad" role=role>
            <span class="grow pre">{trouble_text(&notification.trouble)}</span>
            {detail}
            {way.map(|(words, act)| {
                view! {
                    <button type="button" class="btn small" on:click=move |_| act(workspace)>
                        {words}
                    </button>
                }
            })}
            <button type="button" class="btn small quiet" on:click=move |_| workspace.answer(&answered, doc)>
                {shell::close()}
            </button>
        </div>
    }
}

/// Message about a fault of the storage or a file, until it is closed.
#[component]
pub fn Trouble() -> impl IntoView {
    let workspace = Workspace::here();
    view! {
        <Show when=move || workspace.trouble().with(Option::is_some)>
            <div class="empty bad" role="alert">
                <span class="grow pre">{move || workspace.trouble().get().unwrap_or_default()}</span>
                <button type="button" class="btn small quiet" on:click=move |_| workspace.trouble().set(None)>
                    {shell::close()}
                </button>
            </div>
        </Show>
    }
}

fn reload(_: Workspace) {
    // Ignore errors: a page that cannot reload stays as it is.
    let _ = window().location().reload();
}

/// Exports through the command table: the code that writes a file is not fetched with はじめに.
fn export(workspace: Workspace) {
    workspace.act(Command::Export);
}

fn look(_: Workspace) {
    Panels::here().keeping.set(true);
}
