//! 出し合う: one idea after the other, or paper in bulk.

use leptos::prelude::*;

use super::about::{labels, meant, subjects};
use super::paper_text::PaperText;
use super::personal_note::PersonalNote;
use super::soon::soon;
use super::state::WorkshopState;
use super::table_choice::TableChoice;
use crate::parts::{Choice, IconButton, IconName, is_composing, options, read_only};
use crate::store::Store;
use crate::workspace::fresh_id;
use ::words::workshop as words;
use browser::focus::focus;
use edit::NewIdea;
use strategy::record::WordChoices;
use strategy::*;

/// The DOM id of the field an idea is written in.
const FIELD: &str = "new-idea";
/// Number of the latest ideas shown.
const LATEST: usize = 30;

/// The question, the form for one idea, the one for paper, and the latest ideas.
#[component]
pub fn Share() -> impl IntoView {
    let store = Store::here();
    let state = WorkshopState::here();
    let question = move || {
        state
            .record(store)
            .map(|one| one.question.clone())
            .unwrap_or_default()
    };
    view! {
        <p class="workshop-question phrases">{question}</p>
        <OneIdea />
        <PaperText />
        <Latest />
    }
}

#[component]
fn OneIdea() -> impl IntoView {
    let store = Store::here();
    let state = WorkshopState::here();
    let text = RwSignal::new(String::new());
    let kind = RwSignal::new(IdeaKind::Idea);
    let about = RwSignal::new(String::new());
    let add = move || {
        let (goal, indicator) = meant(&about.get_untracked());
        let idea = NewIdea {
            text: text.get_untracked(),
            kind: kind.get_untracked(),
            goal,
            indicator,
            table: state.table.get_untracked(),
            ..NewIdea::default()
        };
        let arrival = state.arrival();
        if store.edit(|s| edit::add_ideas(s, vec![idea], &arrival, fresh_id)) {
            store.seal();
            text.set(String::new());
        }
        focus(FIELD);
    };
    let about_options = move || subjects(store, state.record(store).as_deref());
    let keydown = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Enter" && !event.shift_key() && !is_composing(&event) {
            event.prevent_default();
            add();
        }
    };
    view! {
        <section class="card" aria-labelledby="share-one">
            <h2 id="share-one">{words::one_idea()}</h2>
            <div class="row">
                <Choice
                    label=words::kind().to_owned()
                    value=Signal::derive(move || kind.get().key().to_owned())
                    options=Signal::stored(options::<IdeaKind>(None))
                    on_change=Callback::new(move |key: String| {
                        if let Some(one) = IdeaKind::of(&key) {
                            kind.set(one);
                        }
                    })
                />
                <Choice
                    label=words::about().to_owned()
                    value=Signal::derive(move || about.get())
                    options=Signal::derive(about_options)
                    on_change=Callback::new(move |key| about.set(key))
                />
                <TableChoice />
            </div>
            <div class="row nowrap new-idea">
                <textarea
                    id=FIELD
                    class="input grow"
                    rows="2"
                    aria-label=words::idea_text()
                    placeholder=words::idea_hint()
                    disabled=read_only()
                    bind:value=text
                    on:keydown=keydown
                ></textarea>
                <button
                    type="button"
                    class="btn main large"
                    disabled=move || read_only().get() || text.with(|text| text.trim().is_empty())
                    on:click=move |_| add()
                >
                    {words::add_idea()}
                </button>
            </div>
            <PersonalNote text />
            <p class="hint">{words::no_names()}</p>
        </section>
    }
}

/// The latest ideas of the session, the last first.
#[component]
fn Latest() -> impl IntoView {
    let store = Store::here();
    let state = WorkshopState::here();
    let latest = soon(
        store,
        move || state.session.get(),
        |s, session| {
            let all = s.ideas.sorted().into_iter().rev();
            let of = all.filter(|idea| idea.session == session && session.is_some());
            of.take(LATEST).map(|idea| idea.id).collect::<Vec<_>>()
        },
    );
    let count = Memo::new(move |_| {
        let session = state.session.get();
        store.follow_shape(|s| {
            let all = s.ideas.iter();
            all.filter(|idea| idea.session == session && session.is_some())
                .count()
        })
    });
    let count = move || count.get();
    let shown = move || {
        let latest = latest.get().into_iter();
        latest
            .filter_map(|id| store.get(id))
            .map(|idea| row(store, &idea))
            .collect_view()
    };
    view! {
        <section aria-labelledby="share-latest">
            <h2 id="share-latest">{move || words::ideas_so_far(count())}</h2>
            <ul class="plain-list latest-ideas">{shown}</ul>
            <Show when=move || { count() > LATEST }>
                <p class="sub">{words::latest_note(LATEST)}</p>
            </Show>
        </section>
    }
}

fn row(store: Store, idea: &Idea) -> AnyView {
    let id = idea.id;
    let text = idea.text.clone();
    let label = words::remove_idea(&text);
    view! {
        <li class="row nowrap top">
            <span class="grow">
                <b>{text}</b>
                {labels(store, idea)}
            </span>
            <IconButton
                icon=IconName::Trash
                label=label
                disabled=read_only()
                on_press=move |()| {
                    if store.edit(|s| edit::remove(s, id)) {
                        focus(FIELD);
                    }
                }
            />
        </li>
    }
    .into_any()
}
