//! 取り置いたデータ: what could not be read, kept as it is.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::edits::Edits;
use crate::route::{Page, Route};
use crate::trouble::{damage_text, trouble_text};
use crate::workspace::{DocumentCommand, Workspace};
use ::words::{keeping as words, marks, time};
use keep::{Aside, AsideKind, DocId, Entry};

/// On はじめに: everything that was set aside.
#[component]
pub fn SetAside() -> impl IntoView {
    view! { <Asides doc=None /> }.into_any()
}

/// Data set aside of one strategy, or of all.
#[component]
pub fn Asides(
    /// The strategy; `None`: all.
    doc: Option<DocId>,
) -> impl IntoView {
    let workspace = Workspace::here();
    let all = Memo::new(move |_| {
        let mut all = workspace.asides().get();
        all.retain(|one| doc.is_none_or(|doc| one.doc == doc));
        all
    });
    view! {
        <Show when=move || !all.with(Vec::is_empty)>
            <section aria-labelledby="aside">
                <h2 id="aside">{words::aside()}</h2>
                <p class="sub">{words::aside_note()}</p>
                <ul class="plain-list asides">
                    <For each=move || all.get() key=|aside| aside.id.clone() let:aside>
                        <li class="card"><Line aside here=doc /></li>
                    </For>
                </ul>
            </section>
        </Show>
    }
}

/// Returns its kind, and the time when it was set aside: no two labels are alike.
fn called(workspace: Workspace, aside: &Aside) -> String {
    let what = match aside.what {
        AsideKind::Strategy => words::aside_strategy().to_owned(),
        AsideKind::Edits => words::edits(aside.edits),
    };
    let at = time::moment(&aside.at.local, &workspace.today());
    words::called(at, what, &aside.title)
}

#[component]
fn Line(aside: Aside, here: Option<DocId>) -> impl IntoView {
    let workspace = Workspace::here();
    let name = called(workspace, &aside);
    let act_label = {
        let name = name.clone();
        move |act: &str| marks::act_on(act, &name)
    };
    let label = act_label.clone();
    let sure = RwSignal::new(false);
    let edits = RwSignal::new_local(None::<Vec<Result<Entry, String>>>);
    let aside = StoredValue::new_local(aside);
    let why = RwSignal::new(aside.with_value(|aside| damage_text(&aside.why)));
    if let Some(keeper) = workspace.keeper() {
        let aside = aside.get_value();
        spawn_local(async move {
            if let Ok(damage) = keeper.damage(&aside).await {
                why.set(damage_text(&damage));
            }
        });
    }
    let read = move |_| {
        if edits.with_untracked(Option::is_some) {
            return edits.set(None);
        }
        let Some(keeper) = workspace.keeper() else {
            return;
        };
        let aside = aside.get_value();
        spawn_local(async move {
            match keeper.aside_edits(&aside).await {
                Ok(all) => edits.set(Some(all)),
                Err(trouble) => workspace.notice().set(Some(trouble_text(&trouble))),
            }
        });
    };
    let forget = move |_| {
        let Some(keeper) = workspace.keeper() else {
            return;
        };
        let aside = aside.get_value();
        spawn_local(async move {
            if let Err(trouble) = keeper.forget_aside(&aside).await {
                workspace.notice().set(Some(trouble_text(&trouble)));
            }
            workspace.refresh_storage().await;
        });
    };
    let doc = aside.with_value(|aside| aside.doc);
    let is_edits = aside.with_value(|aside| aside.what == AsideKind::Edits);
    let again = Route::Open {
        doc,
        page: Page::Overview,
    };
    view! {
        <p><b>{name}</b></p>
        <p class="sub">{move || why.get()}</p>
        <div class="row">
            {(is_edits && here.is_some()).then(|| view! {
                <button type="button" class="btn small"
                    aria-label=move || label(if edits.with(Option::is_some) { words::hide() } else { words::read() })
                    aria-expanded=move || edits.with(Option::is_some).to_string() on:click=read>
                    {move || if edits.with(Option::is_some) { words::hide() } else { words::read() }}
                </button>
            })}
            {here.is_none().then(|| view! {
                <a class="btn small" aria-label=act_label(words::open_again()) href=again.to_string()>{words::open_again()}</a>
            })}
            <button type="button" class="btn small" aria-label=act_label(words::take_out())
                on:click=move |_| workspace.send(DocumentCommand::DownloadAside(aside.get_value()))>
                {words::take_out()}
            </button>
            <button type="button" class="btn small quiet" aria-label=act_label(words::forget()) on:click=move |_| sure.set(true)>
                {words::forget()}
            </button>
        </div>
        <Show when=move || sure.get()>
            <div class="row" role="alert">
                <span class="grow">{words::forget_sure()}</span>
                <button type="button" class="btn small" on:click=forget>{words::forget_yes()}</button>
                <button type="button" class="btn small quiet" on:click=move |_| sure.set(false)>{words::forget_no()}</button>
            </div>
        </Show>
        {move || {
            let edits = edits.get()?;
            let store = workspace.open_store()?;
            Some(view! { <Edits edits store /> })
        }}
    }
}
