//! A file opened on はじめに that is no plan of ours: a table or a text can be taken into one, 提出依頼 is answered from one,
//! and the plan of another program becomes one.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use super::foreign_plan::ForeignPlanFile;
use super::requested::Requested;
use crate::job::Job;
use crate::pages::foreign_text::{FileContent, held};
use crate::panels::Panels;
use crate::parts::way;
use crate::route::Route;
use crate::workspace::{BroughtKind, Workspace};
use ::words::{chosen_file as words, home, model};
use keep::Listing;

/// Reading of a file, and the plans it can be imported into.
#[component]
pub fn BroughtCard() -> impl IntoView {
    let workspace = Workspace::here();
    let read = StoredValue::new_local(None::<File>);
    let reading = Job::new();
    on_cleanup(move || workspace.forget_brought());
    Effect::new(move |_| {
        let file = workspace.brought().with(|one| {
            let one = one.as_ref()?;
            is_content(one.kind).then(|| one.file.clone())
        });
        if read.with_value(|read| *read == file) {
            return;
        }
        reading.cancel();
        read.set_value(file.clone());
        let Some(file) = file else { return };
        spawn_local(async move {
            reading.run(look_at(workspace, &file)).await;
        });
    });
    let brought = Memo::new(move |_| {
        let brought = workspace.brought();
        brought.with(|one| {
            let one = one.as_ref()?;
            // The card of a table stays while the user calls it a text.
            let kind = Some(one.kind).filter(|kind| !is_content(*kind));
            Some((kind, one.file.name()))
        })
    });
    let file = move || {
        let brought = workspace.brought();
        brought.with_untracked(|one| one.as_ref().map(|one| one.file.clone()))
    };
    view! {
        {move || brought.get().map(|(kind, name)| match (kind, file()) {
            (Some(BroughtKind::Request), Some(file)) => view! { <Requested file /> }.into_any(),
            (Some(BroughtKind::ForeignPlan), Some(file)) => view! { <ForeignPlanFile file /> }.into_any(),
            _ => view! { <Card name /> }.into_any(),
        })}
    }
}

/// True if a file of this kind is imported into a plan.
fn is_content(kind: BroughtKind) -> bool {
    matches!(kind, BroughtKind::Table | BroughtKind::Text)
}

/// Reads a file for the plan that imports it; a message gives the reason if that fails.
async fn look_at(workspace: Workspace, file: &File) {
    match held(file).await {
        Ok(FileContent::Book(book)) if book.is_part() => {
            workspace.drop_brought(Some(words::brought_part(file.name())));
        }
        Ok(held) => workspace.keep_brought(file, Rc::new(held)),
        Err(why) => workspace.drop_brought(Some(why)),
    }
}

#[component]
fn Card(name: String) -> impl IntoView {
    let workspace = Workspace::here();
    let as_table = move || {
        let brought = workspace.brought();
        brought.with(|one| {
            one.as_ref()
                .is_some_and(|one| one.kind == BroughtKind::Table)
        })
    };
    let choose = move |kind| workspace.read_brought_as(kind);
    let plans = move || {
        let cards = workspace.cards();
        let there = |card: &&Listing| card.trashed.is_none();
        cards.with(|cards| cards.iter().filter(there).cloned().collect::<Vec<_>>())
    };
    view! {
        <section class="card brought" aria-labelledby="brought">
            <h2 id="brought">{words::brought_title(&name)}</h2>
            <p>{words::brought_how()}</p>
            <fieldset class="ways">
                <legend class="visually-hidden">{words::brought_title(&name)}</legend>
                {way("brought-as", words::as_table(), [words::as_table_note()], as_table, move || choose(BroughtKind::Table))}
                {way("brought-as", words::as_plan(), [words::as_plan_note()], move || !as_table(), move || choose(BroughtKind::Text))}
            </fieldset>
            <ul class="plain-list brought-plans">
                {move || plans().into_iter().map(plan).collect_view()}
            </ul>
            <div class="row">
                <button type="button" class="btn main" on:click=move |_| Panels::here().new_strategy.set(true)>
                    {words::brought_new()}
                </button>
                <button type="button" class="btn quiet" on:click=move |_| workspace.drop_brought(None)>
                    {words::brought_stop()}
                </button>
            </div>
        </section>
    }
}

/// A plan the file can be taken into.
fn plan(card: Listing) -> AnyView {
    let workspace = Workspace::here();
    let go = move |_| {
        let page = workspace.want_brought();
        Route::Open {
            doc: card.doc,
            page,
        }
        .go();
    };
    let about = home::town_and_period(&card.town.name, model::period(card.period));
    view! {
        <li>
            <button type="button" class="btn small" on:click=go>
                {words::brought_into(model::named(&card.title))}
            </button>
            " "
            <span class="sub">{about}</span>
        </li>
    }
    .into_any()
}
