//! 設定: the cover of the strategy, and how the app looks on this device.

mod ruleset;

use leptos::prelude::*;

pub use self::ruleset::GivenRatingForm;
use self::ruleset::RuleSetSection;
use crate::editor::shell::DisplayChoices;
use crate::parts::{OneOf, TextOf, read_only};
use crate::route::{Page, Route};
use crate::store::Store;
use crate::workspace::Workspace;
use ::words::{Say, Word, display, settings as words};
use strategy::*;

/// The page.
#[component]
pub fn SettingsPage() -> impl IntoView {
    view! {
        <div class="page-head">
            <h1 tabindex="-1">{words::title()}</h1>
        </div>
        <div class="settings">
            <Cover />
            <RuleSetSection />
            <Look />
            <Where />
        </div>
    }
}

fn set(store: Store, field: edit::Field, change: impl FnOnce(&mut About)) {
    store.edit(|s| edit::set(s, About::ID, field, change));
}

/// Says why another stage is shown than the chosen one, with the page that ends that.
fn told_stage(about: &About) -> Option<impl IntoView + use<>> {
    let told = about.told_stage();
    let open = about.open_revision().filter(|_| told != about.stage);
    open.map(|(_, one)| {
        view! {
            <p class="whole sub">
                {words::stage_told(&one.title, told.word())}
                " "
                <a href=Route::of_page(Page::Revisions).to_string()>{Page::Revisions.words()}</a>
            </p>
        }
    })
}

/// 表紙.
#[component]
fn Cover() -> impl IntoView {
    let store = Store::here();
    let text = move |read: fn(&About) -> String| Signal::derive(move || read(&store.about()));
    let wrong = RwSignal::new(None::<&'static str>);
    let year = move |label: &'static str,
                     read: fn(&About) -> String,
                     write: fn(&mut Period, FiscalYear)| {
        let value = text(read);
        view! {
            <div class="labelled">
                <span class="label">{label}</span>
                <input
                    class="input"
                    aria-label=label
                    readonly=read_only()
                    prop:value=move || value.get()
                    on:change=move |event| {
                        let mut period = store.about().period;
                        let typed = FiscalYear::parse(&event_target_value(&event));
                        if let Some(year) = typed {
                            write(&mut period, year);
                        }
                        if typed.is_none() || !period.is_of_plan() {
                            wrong.set(Some(words::bad_year()));
                        } else {
                            wrong.set(None);
                            set(store, edit::Field::Period, |about| about.period = period);
                        }
                    }
                />
            </div>
        }
    };
    view! {
        <section class="card" aria-labelledby="cover">
            <h2 id="cover">{words::cover()}</h2>
            <div class="form">
                <div class="labelled whole">
                    <span class="label">{words::name()}</span>
                    <TextOf of=About::ID field=About::title class="boxed" label=words::name().to_owned() />
                </div>
                <div class="labelled">
                    <span class="label">{words::town()}</span>
                    <TextOf of=About::ID field=About::town.then(Town::name) class="boxed" label=words::town().to_owned() />
                </div>
                <div class="labelled">
                    <span class="label">{words::code()}</span>
                    <TextOf of=About::ID field=About::town.then(Town::code) class="boxed" label=words::code().to_owned() />
                </div>
                {year(words::first(), |a| a.period.first.say(), |p, y| p.first = y)}
                {year(words::last(), |a| a.period.last.say(), |p, y| p.last = y)}
                <div class="labelled">
                    <span class="label">{words::stage()}</span>
                    <OneOf of=About::ID field=About::stage label=words::stage().to_owned() />
                </div>
                {move || told_stage(&store.about())}
                <div class="labelled whole">
                    <span class="label">{words::note()}</span>
                    <TextOf of=About::ID field=About::note class="boxed" lines=true label=words::note().to_owned() />
                </div>
                <p class="whole bad-text" role="alert">{move || wrong.get()}</p>
            </div>
            <Sources />
        </section>
    }
}

/// 出典.
#[component]
fn Sources() -> impl IntoView {
    let store = Store::here();
    let sources = move || store.about().sources.clone();
    view! {
        <Show when=move || !sources().is_empty()>
            <h3>{words::sources()}</h3>
            <ul class="plain-list">
                {move || {
                    sources()
                        .into_iter()
                        .map(|source| view! { <li>{source.title} " " <span class="sub">{source.note}</span></li> })
                        .collect_view()
                }}
            </ul>
        </Show>
    }
}

/// Display settings of the app on this device.
#[component]
fn Look() -> impl IntoView {
    view! {
        <section class="card" aria-labelledby="look">
            <h2 id="look">{display::look()}</h2>
            <DisplayChoices />
        </section>
    }
}

/// Place of the data.
#[component]
fn Where() -> impl IntoView {
    let workspace = Workspace::here();
    view! {
        <section class="card" aria-labelledby="where">
            <h2 id="where">{::words::home::r#where()}</h2>
            <p>{::words::home::where_text()}<b>{::words::home::where_advice()}</b></p>
            <p class="hint">{move || workspace.room().get().map(|(used, of)| ::words::home::room(used, of))}</p>
            <button type="button" class="btn" on:click=move |_| workspace.export()>{::words::action::export()}</button>
        </section>
    }
}
