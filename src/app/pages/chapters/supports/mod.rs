//! 活用できる支援: the catalogue of support in its three kinds, by deadline where that is wanted.

mod row;
mod uses;

use leptos::prelude::*;

use super::super::row::title_id;
use super::supports_from_file::SupportsFromFile;
use crate::parts::{Choice, Each, Icon, IconName};
use crate::store::Store;
use crate::workspace::{Workspace, fresh_id};
use ::words::Word;
use ::words::chapters as words;
use browser::focus::focus_added;
use insight::{by_deadline, deadline_counts};
use row::{SupportRow, add_id};
use strategy::*;

/// The catalogue.
#[component]
pub fn Supports() -> impl IntoView {
    let store = Store::here();
    let today = Date(Workspace::here().today());
    let nearest_first = RwSignal::new(false);
    let day = today.clone();
    let ordered = Memo::new(move |_| match nearest_first.get() {
        true => store.follow(|s| by_deadline(s, &day)),
        false => store.list::<Support>(About::ID),
    });
    let minded = Memo::new(move |_| {
        let counts = store.follow(|s| deadline_counts(s, &today));
        words::deadlines(&counts)
    });
    let is_dated = move || {
        let all = store.list::<Support>(About::ID);
        all.len() > 1
            && all
                .iter()
                .any(|id| store.get(*id).is_some_and(|one| one.deadline.is_some()))
    };
    view! {
        <section aria-labelledby="supports">
            <h2 id="supports" class="section-title">{words::supports()}</h2>
            <p class="sub">{words::supports_note()}</p>
            {move || minded.get().into_iter().map(|sentence| view! { <p class="deadlines">{sentence}</p> }).collect_view()}
            <div class="row">
                <SupportsFromFile />
                <Show when=is_dated>
                    <Choice
                        label=words::support_order().to_owned()
                        value=Signal::derive(move || if nearest_first.get() { "deadline" } else { "listed" }.to_owned())
                        options=Signal::stored(vec![
                            ("listed".to_owned(), words::support_order_listed().to_owned()),
                            ("deadline".to_owned(), words::support_order_deadline().to_owned()),
                        ])
                        on_change=Callback::new(move |key: String| nearest_first.set(key == "deadline"))
                        shows=true
                    />
                </Show>
            </div>
            <div class="cards support-kinds">
                {SupportKind::ALL.iter().map(|kind| view! { <OfKind kind=*kind ordered /> }).collect_view()}
            </div>
        </section>
    }
}

/// Those of a kind, and the way to add one.
#[component]
fn OfKind(kind: SupportKind, ordered: Memo<Vec<Id<Support>>>) -> impl IntoView {
    let store = Store::here();
    let those = move || {
        let is_it = |id: &Id<Support>| store.get(*id).is_some_and(|one| one.kind == kind);
        ordered.get().into_iter().filter(is_it).collect::<Vec<_>>()
    };
    let add = move |_| {
        let id = Id::new(fresh_id());
        let support = Support {
            id,
            kind,
            ..Default::default()
        };
        if store.edit(|s| edit::add(s, support, usize::MAX)) {
            focus_added(title_id(id));
        }
    };
    view! {
        <section class="card">
            <h3>{kind.word()}</h3>
            <ul class="plain-list">
                <Each of=those let:id>
                    <SupportRow id />
                </Each>
            </ul>
            <button type="button" id=add_id(kind) class="btn plain small" on:click=add>
                <Icon name=IconName::Plus />
                {words::add_support()}
            </button>
        </section>
    }
}
