//! Troubles of keeping, over the page, until they are answered.

use leptos::prelude::*;

use crate::app::command::Command;
use crate::app::desk::{Desk, Told};
use crate::app::panels::Panels;
use crate::keep::{DocId, WayOut};
use crate::words::{shell, troubles as words};

/// What is wrong with keeping, each with what helps.
#[component]
pub fn Troubles(
    /// Of which strategy beside those of all; none: on はじめに.
    #[prop(optional_no_strip)]
    doc: Option<DocId>,
    /// Whether what was set aside is listed here already.
    #[prop(optional)]
    listed: bool,
) -> impl IntoView {
    let desk = Desk::here();
    let all = move || {
        let mut all = desk.troubles().get();
        all.retain(|told| doc.is_none() || told.concerns(doc));
        all
    };
    (move || {
        all()
            .into_iter()
            .map(|told| view! { <Line told doc listed /> })
            .collect_view()
    })
    .into_any()
}

#[component]
fn Line(told: Told, doc: Option<DocId>, listed: bool) -> impl IntoView {
    let desk = Desk::here();
    let way = match (told.trouble.way_out(), doc) {
        (WayOut::Reload, _) => Some((words::reload(), reload as fn(Desk))),
        (WayOut::WriteFile, Some(_)) => Some((shell::export(), export as fn(Desk))),
        (WayOut::DownloadRaw, Some(_)) if !listed => Some((words::look(), look as fn(Desk))),
        _ => None,
    };
    let detail = told.trouble.detail().filter(|_| listed).map(|name| {
        view! { <details class="sub"><summary>{words::detail()}</summary><p>{name.to_owned()}</p></details> }
    });
    let answered = told.clone();
    view! {
        <div class="notice bad" role="alert">
            <span class="grow pre">{told.trouble.to_string()}</span>
            {detail}
            {way.map(|(words, act)| {
                view! {
                    <button type="button" class="btn small" on:click=move |_| act(desk)>
                        {words}
                    </button>
                }
            })}
            <button type="button" class="btn small quiet" on:click=move |_| desk.answer(&answered)>
                {shell::close()}
            </button>
        </div>
    }
    .into_any()
}

fn reload(_: Desk) {
    // A page that cannot be loaded again stays as it is.
    let _ = window().location().reload();
}

/// Through the table of operations: the code that writes a file is not fetched with はじめに.
fn export(desk: Desk) {
    desk.act(Command::Export);
}

fn look(_: Desk) {
    Panels::here().keeping.set(true);
}
