//! Records behind a count of one town, each a link to its page.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::gathering::strategy_of;
use super::state::Region;
use super::town::{Origin, Town};
use crate::pages::page_of;
use crate::parts::{Dialog, open_while};
use crate::route::{Page, Route};
use crate::workspace::DocumentCommand;
use ::words::{model, region as words};
use insight::region::{Behind, Count, behind};

/// A record behind the count, and where it is written.
#[derive(Clone, PartialEq)]
struct FoundTowns {
    title: String,
    said: String,
    page: Page,
}

/// The records; `None`: the plan is being read.
type BehindAnswer = Option<Result<Vec<FoundTowns>, String>>;

/// The window that tells it.
#[component]
pub fn BehindCount(region: Region) -> impl IntoView {
    let open = open_while(region.asked);
    let answer = RwSignal::new(None::<Result<Vec<FoundTowns>, String>>);
    Effect::new(move |_| {
        answer.set(None);
        let asked = region.asked.get();
        let town = asked.and_then(|asked| Some((origin(region, asked.town)?, asked)));
        if let Some((origin, asked)) = town {
            spawn_local(async move {
                let found = find(region, &origin, &asked.count).await;
                // Another count may be asked about by now, or the page be left.
                let is_asked = region.asked.try_get_untracked().flatten() == Some(asked);
                if is_asked {
                    answer.try_set(Some(found));
                }
            });
        }
    });
    let title = Signal::derive(move || region.asked.get().map_or(String::new(), |one| one.title));
    let town = move || {
        region
            .asked
            .with_untracked(|asked| asked.as_ref().map(|one| one.town))
    };
    view! {
        <Dialog open title class="wide behind">
            {move || town().and_then(|town| whole(region, town))}
            {move || told(region, town(), answer.get())}
        </Dialog>
    }
}

fn origin(region: Region, number: usize) -> Option<Origin> {
    let of = |town: &&Town| town.number == number;
    let towns = region.towns;
    towns.with_untracked(|all| all.iter().find(of).map(|town| town.origin.clone()))
}

async fn find(region: Region, origin: &Origin, count: &Count) -> Result<Vec<FoundTowns>, String> {
    let strategy = strategy_of(region.workspace, origin).await?;
    let found = behind(&strategy, region.workspace.this_year(), count).into_iter();
    let told = |one: Behind| FoundTowns {
        title: model::named(&one.title).to_owned(),
        said: words::said(&one),
        page: page_of(&strategy, one.record),
    };
    Ok(found.map(told).collect())
}

/// Of a file, the act that opens all of it as a plan.
fn whole(region: Region, town: usize) -> Option<AnyView> {
    let Some(Origin::File(file)) = origin(region, town) else {
        return None;
    };
    let label = words::open_file(file.name());
    let file = StoredValue::new_local(file);
    let open = move |_| take_in(region, file.get_value(), Page::Overview);
    Some(
        view! {
            <p class="sub">{words::behind_file()}</p>
            <p><button type="button" class="btn small" on:click=open>{label}</button></p>
        }
        .into_any(),
    )
}

fn take_in(region: Region, file: web_sys::File, page: Page) {
    region.asked.set(None);
    region.workspace.send(DocumentCommand::File(file, page));
}

fn told(region: Region, town: Option<usize>, answer: BehindAnswer) -> AnyView {
    let found = match answer {
        None => return view! { <p role="status">{words::behind_reading()}</p> }.into_any(),
        Some(Err(why)) => return view! { <p role="alert">{why}</p> }.into_any(),
        Some(Ok(found)) => found,
    };
    if found.is_empty() {
        return view! { <p class="empty">{words::behind_none()}</p> }.into_any();
    }
    let origin = town.and_then(|town| origin(region, town));
    let rows = found.into_iter().filter_map(|one| {
        let name = lead(region, origin.clone()?, one.title, one.page);
        Some(view! { <li><span class="grow">{name}</span><span class="sub">{one.said}</span></li> })
    });
    view! { <ul class="plain-list behind-list">{rows.collect_view()}</ul> }.into_any()
}

/// A name that leads to a page of a town's strategy: on this device by a link; a file is taken in first.
pub fn lead(region: Region, origin: Origin, name: String, page: Page) -> AnyView {
    match origin {
        Origin::Device(doc) => {
            view! { <a href=Route::Open { doc, page }.to_string()>{name}</a> }.into_any()
        }
        Origin::File(file) => {
            let title = words::from_file(file.name());
            let file = StoredValue::new_local(file);
            let open = move |_| take_in(region, file.get_value(), page);
            view! { <button type="button" class="btn plain small" title=title on:click=open>{name}</button> }
                .into_any()
        }
    }
}
