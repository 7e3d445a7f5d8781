//! The frameworks that travel with the app: added to the plan, and told of where one of the plan's was superseded.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::from_file::FrameworksFromFile;
use super::realignment::{Realignment, Task};
use crate::parts::{Dialog, read_only};
use crate::store::Store;
use crate::workspace::fresh_id;
use ::words::{alignment as words, time};
use device::asset::{self, Unfetched};
use format::PublishedFramework;
use insight::succession::{
    Published, Superseded, plan_has, published_as, superseded, without_targets,
};
use strategy::*;

/// The fetched frameworks, newest first; `None`: still being fetched.
type FetchedFramework = Option<Result<Vec<PublishedFramework>, Unfetched>>;

async fn fetch() -> Result<Vec<PublishedFramework>, Unfetched> {
    let not_ours = |_| Unfetched::NotOurs;
    let index = asset::load("frameworks/index.json").await?;
    let mut all = Vec::new();
    for id in PublishedFramework::read_index(&index).map_err(not_ours)? {
        let bytes = asset::load(&format!("frameworks/{id}.json")).await?;
        all.push(PublishedFramework::read(&bytes).map_err(not_ours)?);
    }
    Ok(all)
}

/// The button that offers them, and what is told of those the plan has.
#[component]
pub fn PublishedFrameworks() -> impl IntoView {
    let store = Store::here();
    let fetched = RwSignal::new(None::<Result<Vec<PublishedFramework>, Unfetched>>);
    let get = move || {
        fetched.set(None);
        spawn_local(async move {
            let all = fetch().await;
            // The page may have been left.
            fetched.try_set(Some(all));
        });
    };
    get();
    let open = RwSignal::new(false);
    let task = RwSignal::new(None::<Task>);
    let known = Memo::new(move |_| fetched.with(known));
    let old = Memo::new(move |_| {
        known.with(|known| {
            store.follow(|s| {
                let with_newer = |old: Superseded| (plan_has(s, old.by, known), old);
                superseded(s, known)
                    .into_iter()
                    .map(with_newer)
                    .collect::<Vec<_>>()
            })
        })
    });
    let count = Memo::new(move |_| old.with(Vec::len));
    let notices = move || {
        let all = fetched.get()?.ok()?;
        let old = old.get().into_iter();
        let notices = old.map(|(new, old)| notice(store, &all, old, new, task));
        Some(notices.collect_view())
    };
    view! {
        <button type="button" class="btn" disabled=read_only() on:click=move |_| open.set(true)>
            {words::published()}
        </button>
        <Show when=move || { count.get() > 0 }>
            <details class="page-note superseded">
                <summary>{move || words::newer(count.get())}</summary>
                {notices}
            </details>
        </Show>
        <Dialog open title=words::published_title().to_owned() class="wide">
            <Offered fetched known retry=Callback::new(move |()| get()) open />
            <div class="row"><FrameworksFromFile /></div>
        </Dialog>
        <Realignment task />
    }
}

fn known(fetched: &FetchedFramework) -> Vec<Published> {
    let Some(Ok(all)) = fetched else {
        return Vec::new();
    };
    let one = |one: &PublishedFramework| Published {
        id: one.id.clone(),
        titles: one.titles().map(str::to_owned).collect(),
        supersedes: one.supersedes.clone(),
    };
    all.iter().map(one).collect()
}

/// That a framework of the plan was superseded, and the next step.
fn notice(
    store: Store,
    all: &[PublishedFramework],
    old: Superseded,
    new: Option<Id<Framework>>,
    task: RwSignal<Option<Task>>,
) -> Option<AnyView> {
    let by = all.get(old.by)?.clone();
    let title = store.with(|s| s.get(old.framework).map(|one| one.title.clone()))?;
    let next = all.get(old.next)?;
    let since = time::day(&Date(next.decided_on.clone()));
    let sentence = match old.next == old.by {
        true => words::superseded(&title, since),
        false => words::superseded_since(&title, since, &next.title),
    };
    let newer = by.title.clone();
    let act = match new {
        Some(new) => {
            let old = old.framework;
            view! {
                <button type="button" class="btn small" disabled=read_only() on:click=move |_| task.set(Some(Task { old, new }))>
                    {words::realign()}
                </button>
            }
            .into_any()
        }
        None => view! {
            <button type="button" class="btn small" disabled=read_only() on:click=move |_| add(store, &by)>
                {words::add_newer()}
            </button>
        }
        .into_any(),
    };
    let notice = view! {
        <div class="notice" role="status">
            <span class="grow">{sentence} " " <b lang="ja">{newer}</b></span>
            {act}
        </div>
    };
    Some(notice.into_any())
}

/// Adds a framework to the plan, with where it is from.
fn add(store: Store, one: &PublishedFramework) {
    let (framework, items) = one.records(words::source(one), words::known_of(one));
    if store.edit(|s| edit::add_framework(s, framework, items, fresh_id)) {
        store.tell_done(words::framework_added(&one.title));
    }
}

/// Adds the targets to a framework of the plan that has none of them yet.
fn add_targets(store: Store, one: &PublishedFramework, to: Id<Framework>) {
    let under = one.targets().map(|(_, target)| target);
    if store.edit(|s| edit::add_under(s, to, under, fresh_id)) {
        store.tell_done(words::framework_added(&one.title));
    }
}

/// The list to choose from.
#[component]
fn Offered(
    fetched: RwSignal<FetchedFramework>,
    known: Memo<Vec<Published>>,
    retry: Callback<()>,
    open: RwSignal<bool>,
) -> impl IntoView {
    let store = Store::here();
    let there = Memo::new(move |_| {
        known.with(|known| {
            store.follow(|s| {
                let all = s.frameworks.iter();
                let there = all.filter_map(|one| published_as(s, one.id, known));
                sort::set(there)
            })
        })
    });
    move || {
        match fetched.get() {
        None => view! { <p role="status">{words::fetching()}</p> }.into_any(),
        Some(Err(_)) => view! {
            <p role="alert">{words::not_fetched()}</p>
            <button type="button" class="btn" on:click=move |_| retry.run(())>{words::retry()}</button>
        }
        .into_any(),
        Some(Ok(all)) => {
            let rows = all.into_iter().enumerate().map(|(at, one)| {
                let (title, source, facts) = (one.title.clone(), words::source(&one), words::facts(&one));
                let label = words::add_this(&one.title);
                let lacking_label = words::add_targets_of(&one.title);
                let lacking = one.targets().next().and_then(|_| known.with(|known| store.follow(|s| without_targets(s, at, known))));
                let targets_of = one.clone();
                let take_targets = move |_| {
                    if let Some(own) = lacking {
                        add_targets(store, &targets_of, own);
                        open.set(false);
                    }
                };
                let take = move |_| {
                    add(store, &one);
                    open.set(false);
                };
                view! {
                    <li class="published-framework">
                        <span class="grow">
                            <b lang="ja">{title}</b>
                            <span class="sub">{facts}</span>
                            <span class="sub" lang="ja">{source}</span>
                        </span>
                        {match there.with(|there| there.contains(&at)) {
                            true if lacking.is_some() => view! {
                                <button type="button" class="btn small" aria-label=lacking_label on:click=take_targets>{words::add_targets()}</button>
                            }
                            .into_any(),
                            true => view! { <span class="chip">{words::there_already()}</span> }.into_any(),
                            false => view! {
                                <button type="button" class="btn small" aria-label=label on:click=take>{words::take()}</button>
                            }
                            .into_any(),
                        }}
                    </li>
                }
            });
            view! {
                <p class="sub">{words::published_note()}</p>
                <ul class="plain-list">{rows.collect_view()}</ul>
            }
            .into_any()
        }
    }
    }
}
