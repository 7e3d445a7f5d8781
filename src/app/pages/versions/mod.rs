//! 版と比較: the versions saved, going back to one, and what changed since.

mod name;
mod state_number;

use leptos::prelude::*;

use crate::panels::Panels;
use crate::parts::{ScrollTable, column_heads};
use crate::route::{Page, Route};
use crate::session::Session;
use crate::store::Store;
use crate::workspace::Workspace;
use ::words::{Say, Word, history, keeping, marks, model, plan, time, value, versions as words};
use browser::focus::focus_added;
use edit::Changes;
use insight::Numbers;
use insight::compare::{Difference, differences};
use keep::{Version, VersionKind};
use strategy::{Kind, Strategy, sort};

pub use name::version_name;
use state_number::StateNumber;

/// A version by its name, and what differs since, each with its place.
type Compared = (String, Vec<(Difference, String)>);

/// State of the page.
#[derive(Clone, Copy)]
struct ShownVersion {
    workspace: Workspace,
    session: Session,
    compared: RwSignal<Option<Compared>, LocalStorage>,
    /// Deleted here: they stay in their places, to be had back.
    deleted: RwSignal<Vec<Version>, LocalStorage>,
    /// The list under the pointer or the keyboard does not change but for what is done there.
    held: RwSignal<bool>,
    list: RwSignal<Vec<Version>, LocalStorage>,
}

impl ShownVersion {
    fn set_up() -> Self {
        let shown = Self {
            workspace: Workspace::here(),
            session: Session::here(),
            compared: RwSignal::new_local(None),
            deleted: RwSignal::new_local(Vec::new()),
            held: RwSignal::new(false),
            list: RwSignal::new_local(Vec::new()),
        };
        Effect::new(move |_| {
            let mut all = shown.session.versions();
            if shown.held.get() && shown.list.with_untracked(|list| !list.is_empty()) {
                let kept = |v: &Version| {
                    let is_it = |one: &Version| one.id == v.id;
                    v.kind == VersionKind::Named
                        || shown.list.with_untracked(|list| list.iter().any(is_it))
                };
                all.retain(kept);
                // A version that is no longer kept stays in the list until the user looks elsewhere.
                let gone = shown.list.get_untracked().into_iter();
                let gone = gone.filter(|one| all.iter().all(|v| v.id != one.id));
                all.extend(gone.collect::<Vec<_>>());
            }
            let deleted = shown.deleted.get().into_iter();
            let deleted = deleted.filter(|one| all.iter().all(|v| v.id != one.id));
            all.extend(deleted.collect::<Vec<_>>());
            sort::by(&mut all, |a, b| b.at.cmp(&a.at));
            shown.list.set(all);
        });
        shown
    }

    fn of(self, kind: VersionKind) -> Vec<Version> {
        let all = self.list.get().into_iter();
        all.filter(|version| version.kind == kind).collect()
    }

    /// True if it is still kept.
    fn is_there(self, id: &str) -> bool {
        let all = self.session.versions();
        all.iter().any(|version| version.id == id)
    }
}

/// The page.
#[component]
pub fn VersionsPage() -> impl IntoView {
    let shown = ShownVersion::set_up();
    view! {
        <div class="page-head">
            <h1 tabindex="-1">{words::title()}</h1>
            <button type="button" class="btn main" on:click=move |_| Panels::here().version.set(true)>
                {words::save()}
            </button>
        </div>
        <List shown kind=VersionKind::Named title=words::named_label() note=words::note() none=words::none() />
        <List shown kind=VersionKind::Auto title=words::auto() note=words::auto_note() none=words::no_auto() />
        {move || shown.compared.get().map(|compared| view! { <Differences compared /> })}
        <StateNumber />
    }
}

/// The versions of one kind, newest first.
#[component]
fn List(
    shown: ShownVersion,
    kind: VersionKind,
    title: &'static str,
    note: &'static str,
    none: &'static str,
) -> impl IntoView {
    let id = match kind {
        VersionKind::Named => "named-versions",
        VersionKind::Auto => "automatic-copies",
    };
    view! {
        <section
            class="versions"
            aria-labelledby=id
            on:pointerenter=move |_| shown.held.set(true)
            on:pointerleave=move |_| shown.held.set(false)
            on:focusin=move |_| shown.held.set(true)
            on:focusout=move |_| shown.held.set(false)
        >
            <h2 id=id>{title}</h2>
            <p class="sub">{note}</p>
            <Show
                when=move || !shown.of(kind).is_empty()
                fallback=move || view! {
                    <p class="empty">{move || if shown.session.knows_versions() { none } else { keeping::count_unknown() }}</p>
                }
            >
                <div class="table-scroll card" tabindex="0" role="group" aria-labelledby=id>
                    <table class="table">
                        <caption class="visually-hidden">{title}</caption>
                        <thead>
                            <tr>
                                {words::columns().into_iter().map(|c| view! { <th scope="col">{c}</th> }).collect_view()}
                            </tr>
                        </thead>
                        <tbody>
                            <For each=move || shown.of(kind) key=|version| version.id.clone() let:version>
                                <Row shown version />
                            </For>
                        </tbody>
                    </table>
                </div>
            </Show>
        </section>
    }
}

#[component]
fn Row(shown: ShownVersion, version: Version) -> impl IntoView {
    let (store, workspace) = (Store::here(), shown.workspace);
    let today = workspace.today();
    let name = match version.kind {
        VersionKind::Named => version.name.clone(),
        VersionKind::Auto => time::automatic_copy(&version.at.local, &today),
    };
    let called = match version.kind {
        VersionKind::Named => words::named(&version.name),
        VersionKind::Auto => name.clone(),
    };
    let at = time::moment(&version.at.local, &today);
    let label = {
        let (name, at) = (name.clone(), at.clone());
        move |act: &str| marks::act_on(act, format!("{name} {at}"))
    };
    let id = version.id.clone();
    let there = Memo::new(move |_| shown.is_there(&id));
    let version = StoredValue::new_local(version);
    let compare = move |_| {
        let called = called.clone();
        workspace.read_version(version.get_value(), move |old| {
            let all = store.with(|now| compare(&old, now));
            shown.compared.set(Some((called, all)));
            focus_added("differences".to_owned());
        });
    };
    let table = move |_| {
        Panels::here()
            .revision
            .set(Some(version.with_value(|v| v.id.clone())));
        Route::of_page(Page::Paper(None)).go();
    };
    let delete = move |_| {
        shown.deleted.update(|all| all.push(version.get_value()));
        workspace.delete_version(version.get_value());
    };
    let restore = move |_| workspace.restore_version(version.get_value());
    let labels = [
        words::compare(),
        words::revision(),
        words::go_back(),
        words::delete(),
        words::restore(),
    ]
    .map(label);
    let [
        compare_label,
        table_label,
        back_label,
        delete_label,
        restore_label,
    ] = labels;
    let gone = move || {
        let restore_label = restore_label.clone();
        view! {
            <div class="row nowrap">
                <span role="status">{words::deleted()}</span>
                <button type="button" class="btn small" aria-label=restore_label on:click=restore>
                    {words::restore()}
                </button>
            </div>
        }
    };
    view! {
        <tr class:gone=move || !there.get()>
            <th scope="row">{name}</th>
            <td>{version.with_value(|v| v.stage).word()}</td>
            <td>{at}</td>
            <td>
                <Show when=move || there.get() fallback=gone>
                    <div class="row nowrap">
                        <button type="button" class="btn small" aria-label=compare_label.clone() on:click=compare.clone()>
                            {words::compare()}
                        </button>
                        <button type="button" class="btn small quiet" aria-label=table_label.clone() on:click=table>
                            {words::revision()}
                        </button>
                        <button
                            type="button"
                            class="btn small quiet"
                            aria-label=back_label.clone()
                            on:click=move |_| workspace.go_back_to(version.get_value())
                        >
                            {words::go_back()}
                        </button>
                        <button type="button" class="btn small plain" aria-label=delete_label.clone() on:click=delete>
                            {words::delete()}
                        </button>
                    </div>
                </Show>
            </td>
        </tr>
    }
}

/// Returns the differences, each with its place in the plan in words.
fn compare(old: &Strategy, now: &Strategy) -> Vec<(Difference, String)> {
    let numbers = Numbers::of(now);
    let place = |one: &Difference| {
        // The measure itself is named already.
        let measure = one.ancestry.measure.filter(|_| one.kind != Kind::Measure);
        let measure = measure.and_then(|id| {
            let title = now.get(id).or_else(|| old.get(id)).map(|m| m.title.clone());
            title.map(|title| plan::coded(&numbers.code_of(id), &title))
        });
        words::place(measure, &one.ancestry)
    };
    let all = differences(old, now, &Changes::between(old, now), value::display).into_iter();
    all.map(|one| {
        let place = place(&one);
        (one, place)
    })
    .collect()
}

/// Changes since a version, in the order a plan is read.
#[component]
fn Differences(compared: Compared) -> impl IntoView {
    let (name, all) = compared;
    let count = all.len();
    let row = |(one, place): (Difference, String)| {
        view! {
            <tr>
                <th scope="row">{model::kind(one.kind)} " " {one.title.say()}</th>
                <td>{place}</td>
                <td>{one.field.map_or(words::whole().to_owned(), history::year_field)}</td>
                <td class="pre">{one.from.unwrap_or_else(|| words::absent().to_owned())}</td>
                <td class="pre">{one.to.unwrap_or_else(|| words::absent().to_owned())}</td>
            </tr>
        }
    };
    let table = (count > 0).then(|| {
        view! {
            <ScrollTable label=words::since(&name, count) heads=column_heads(&words::diff_columns(), &[])>
                {all.into_iter().map(row).collect_view()}
            </ScrollTable>
        }
    });
    view! {
        <section class="card differences" aria-labelledby="differences">
            <h2 id="differences" tabindex="-1">{words::since(&name, count)}</h2>
            {table}
        </section>
    }
}
