//! 版と比較: the versions saved, going back to one, and what changed since.

use leptos::prelude::*;

use crate::app::desk::Desk;
use crate::app::shell::Panels;
use crate::app::store::Store;
use crate::edit::Changes;
use crate::insight::compare::{Difference, differences};
use crate::keep::{Version, VersionKind};
use crate::locale::{history, model, versions as words};

/// The page.
#[component]
pub fn VersionsPage() -> impl IntoView {
    let desk = Desk::here();
    let compared = RwSignal::new_local(None::<(String, Vec<Difference>)>);
    view! {
        <div class="page-head">
            <h1 tabindex="-1">{words::TITLE}</h1>
            <button type="button" class="btn main" on:click=move |_| Panels::here().version.set(true)>
                {words::SAVE}
            </button>
        </div>
        <p class="sub">{words::NOTE}</p>
        <Show when=move || desk.versions().with(Vec::is_empty)>
            <p class="empty">{words::NONE}</p>
        </Show>
        <Show when=move || !desk.versions().with(Vec::is_empty)>
            <div class="table-scroll card">
                <table class="table">
                    <caption class="visually-hidden">{words::TITLE}</caption>
                    <thead>
                        <tr>
                            {words::COLUMNS.into_iter().map(|c| view! { <th scope="col">{c}</th> }).collect_view()}
                        </tr>
                    </thead>
                    <tbody>
                        {move || desk.versions().get().into_iter().map(|version| row(desk, version, compared)).collect_view()}
                    </tbody>
                </table>
            </div>
        </Show>
        {move || compared.get().map(|(name, all)| view! { <Differences name all /> })}
    }
    .into_any()
}

fn row(
    desk: Desk,
    version: Version,
    compared: RwSignal<Option<(String, Vec<Difference>)>, LocalStorage>,
) -> impl IntoView {
    let store = Store::here();
    let named = |act: &str| format!("{act}：{} {}", version.name, version.at.local);
    let kind = match version.kind {
        VersionKind::Named => words::NAMED,
        VersionKind::Auto => words::AUTO,
    };
    let (labels, name) = (
        [words::COMPARE, words::GO_BACK, words::DELETE].map(named),
        version.name.clone(),
    );
    let [compare_label, back_label, delete_label] = labels;
    let (one, two, three) = (version.clone(), version.clone(), version.clone());
    let compare = move |_| {
        let name = name.clone();
        desk.read_version(one.clone(), move |old| {
            let all = store.with(|now| differences(&old, now, &Changes::between(&old, now)));
            compared.set(Some((name, all)));
        });
    };
    view! {
        <tr>
            <th scope="row">{version.name.clone()}</th>
            <td>{model::stage(version.stage)}</td>
            <td>{version.at.local.clone()}</td>
            <td>{kind}</td>
            <td>
                <div class="row nowrap">
                    <button type="button" class="btn small" aria-label=compare_label on:click=compare>{words::COMPARE}</button>
                    <button type="button" class="btn small quiet" aria-label=back_label on:click=move |_| desk.go_back_to(two.clone())>
                        {words::GO_BACK}
                    </button>
                    <button type="button" class="btn small plain" aria-label=delete_label on:click=move |_| desk.delete_version(three.clone())>
                        {words::DELETE}
                    </button>
                </div>
            </td>
        </tr>
    }
}

/// What changed since a version, record by record and field by field.
#[component]
fn Differences(name: String, all: Vec<Difference>) -> impl IntoView {
    let count = all.len();
    view! {
        <section class="card differences" aria-labelledby="differences">
            <h2 id="differences">{words::since(&name, count)}</h2>
            <div class="table-scroll" tabindex="0" role="region" aria-label=words::since(&name, count)>
                <table class="table">
                    <thead>
                        <tr>
                            {words::DIFF_COLUMNS.into_iter().map(|c| view! { <th scope="col">{c}</th> }).collect_view()}
                        </tr>
                    </thead>
                    <tbody>
                        {all
                            .into_iter()
                            .map(|d| {
                                view! {
                                    <tr>
                                        <th scope="row">{model::kind(d.kind)} {d.title.clone()}</th>
                                        <td>{d.field.map_or(words::WHOLE.to_owned(), history::field)}</td>
                                        <td class="pre">{d.from.unwrap_or_else(|| words::ABSENT.to_owned())}</td>
                                        <td class="pre">{d.to.unwrap_or_else(|| words::ABSENT.to_owned())}</td>
                                    </tr>
                                }
                            })
                            .collect_view()}
                    </tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}
