//! 広域: the strategies of several towns beside each other.

mod area_measures;
mod behind;
mod collecting;
mod comparing;
mod crew;
mod downloads;
mod drawing;
mod filter;
mod gathering;
mod groups;
mod holes;
mod indicators;
mod lines;
mod pictures;
mod publication;
mod request_form;
mod sections;
mod state;
mod town;
mod towns;

use leptos::attr::custom::custom_attribute;
use leptos::prelude::*;

use crate::editor::shell::{Brand, Trouble, Troubles, WorkspaceToast};
use crate::lazy::{Chunk, Chunks};
use crate::parts::{Each, FileButton, folder_zone};
use crate::print::{head_of_print, print_page, take_width_of_paper};
use crate::route::Route;
use ::words::{region as words, shell, submissions};
use browser::files;
use format::OpenedAs;
pub use publication::RegionPublication;
use state::Region;
use town::{Origin, Town};

/// The page.
#[component]
pub fn RegionPage() -> impl IntoView {
    let region = Region::set_up();
    provide_context(region);
    let publishing = RwSignal::new(false);
    let dragging = RwSignal::new(false);
    Effect::new(move |_| {
        let title = words::window_title(&region.name.get());
        document().set_title(&title);
        head_of_print(&title);
    });
    take_width_of_paper();
    let any = Memo::new(move |_| region.towns.with(|all| !all.is_empty()));
    let heading = move || region.heads.with(|all| words::headline(all));
    view! {
        <main
            class="page region"
            id="main"
            tabindex="-1"
            class:dragging=move || dragging.get()
            {..folder_zone(dragging, move |files| region.take_in(plans(files)))}
        >
            <div class="region-top">
                <a class="brand" href=Route::Home.to_string() aria-label=format!("{} {}", shell::name(), shell::home())>
                    <Brand />
                </a>
                <NameField region />
            </div>
            <p class="print-only region-printed">{move || region.name.get()}</p>
            <div class="page-head">
                <h1 tabindex="-1">{heading}</h1>
                <Show when=move || any.get()>
                    <div class="row">
                        <button
                            type="button"
                            class="btn"
                            aria-expanded=move || publishing.get().to_string()
                            on:click=move |_| publishing.update(|open| *open = !*open)
                        >
                            {words::publish()}
                        </button>
                        <button type="button" class="btn" on:click=|_| print_page()>
                            {words::print()}
                        </button>
                    </div>
                </Show>
            </div>
            <Ways region />
            <Show when=move || publishing.get() && any.get()>
                {move || Chunks::here().show(Chunk::RegionSite, Route::Region)}
            </Show>
            <Troubles />
            <Trouble />
            <gathering::Progress gathering=region.gathering />
            <collecting::Collecting region />
            <groups::Groups region />
            <Show when=move || any.get()>
                <filter::Filter region />
                <area_measures::AreaInSight region />
                <holes::HolesSection region />
                <towns::Towns region />
                <Each of=move || 0..region.drawn.sections() children=move |at| section(region, at) />
            </Show>
            <behind::BehindCount region />
        </main>
        <WorkspaceToast />
    }
}

/// The files that are read: of a folder with other files too, only plans.
fn plans(files: Vec<web_sys::File>) -> Vec<Origin> {
    let is_plan = |file: &web_sys::File| file.name().to_lowercase().ends_with(".json");
    let any_plan = files.iter().any(is_plan);
    let read = files.into_iter().filter(|file| !any_plan || is_plan(file));
    read.map(Origin::File).collect()
}

/// Returns a section under the table of the towns, counted from above.
fn section(region: Region, at: usize) -> AnyView {
    match at {
        0 => view! { <pictures::RatingChart region /> }.into_any(),
        1 => view! { <indicators::Indicators region /> }.into_any(),
        2 => view! { <sections::Frameworks region /> }.into_any(),
        3 => view! { <sections::Budgets region /> }.into_any(),
        4 => view! { <sections::Supports region /> }.into_any(),
        _ => view! { <sections::Measures region /> }.into_any(),
    }
}

/// Field for the name of the region.
#[component]
fn NameField(region: Region) -> impl IntoView {
    view! {
        <label class="region-name">
            <span class="sub">{words::name()}</span>
            <input
                type="text"
                class="input"
                placeholder=words::name_hint()
                prop:value=move || region.name.get()
                on:change=move |event| region.call(event_target_value(&event))
            />
        </label>
    }
}

/// The ways to lay a strategy beside the others: files, and those on this device.
#[component]
fn Ways(region: Region) -> impl IntoView {
    let choose = move |event: leptos::ev::Event| region.take_in(plans(files::chosen(&event)));
    let here = move || {
        let cards = region.workspace.cards().get().into_iter();
        let taken = |doc| {
            let is_it = |town: &Town| matches!(town.origin, Origin::Device(of) if of == doc);
            region.towns.with(|all| all.iter().any(is_it))
        };
        let open = cards.filter(|card| card.trashed.is_none() && !taken(card.doc));
        open.map(|card| Origin::Device(card.doc))
            .collect::<Vec<_>>()
    };
    view! {
        <div class="row region-ways">
            <FileButton
                class="main"
                label=words::choose_files()
                accept=OpenedAs::Beside.accept()
                multiple=true
                take=move |chosen| region.take_in(plans(chosen))
            />
            <label class="btn file-button">
                {submissions::choose_folder()}
                <input
                    type="file"
                    class="visually-hidden"
                    {..custom_attribute("webkitdirectory", "")}
                    on:change=choose
                />
            </label>
            <Show when=move || !here().is_empty()>
                <button type="button" class="btn" on:click=move |_| region.take_in(untrack(here))>
                    {move || words::from_device(here().len())}
                </button>
            </Show>
            <span class="sub">{words::drop()}</span>
        </div>
        <p class="hint">{words::only_here()}</p>
    }
}
