//! 使い方: the purpose of the page and its jobs step by step, the terms of the field, and every key.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::handbook::{HandbookState, handbook, loaded, pictures};
use crate::command::Command;
use crate::panels::Panels;
use crate::parts::{Choice, Dialog};
use crate::route::{Page, Route};
use ::handbook::{Handbook, HandbookHeads, HandbookJob, JobPicture, NEWS, TERMS, printed};
use ::words::{action, help as words, home, region};
use browser::files::{self, Pieces};

/// Pages of the handbook that are not pages of a strategy.
const HOME: &str = "home";
const REGION: &str = "region";

/// The help panel.
#[component]
pub fn Help() -> impl IntoView {
    let panels = Panels::here();
    Effect::new(move |_| {
        if !panels.help.get() {
            panels.job.set(None);
        }
    });
    view! {
        <Dialog open=panels.help title=words::title().to_owned() class="wide">
            <Jobs />
            <details class="help-keys">
                <summary>{words::keys()}</summary>
                <Keys />
            </details>
        </Dialog>
    }
}

/// Returns the display name of a page of the handbook.
fn page_words(name: &str) -> String {
    match name {
        HOME => action::home().to_owned(),
        REGION => region::title().to_owned(),
        TERMS => words::terms().to_owned(),
        NEWS => words::news().to_owned(),
        name => page_of(name).map_or_else(String::new, |page| page.words().to_owned()),
    }
}

/// Returns the purpose of a page of the handbook.
fn purpose(name: &str) -> String {
    match name {
        REGION => home::region_text().to_owned(),
        name => page_of(name).map_or_else(String::new, |page| page.purpose().to_owned()),
    }
}

fn page_of(name: &str) -> Option<Page> {
    Page::ALL.iter().copied().find(|page| page.name() == name)
}

/// Returns the page of the handbook about an address.
fn of_route(route: Route) -> &'static str {
    match route {
        Route::Home => HOME,
        Route::Region => REGION,
        Route::Open { page, .. } => page.name(),
    }
}

/// Jobs of a page: at first that of the address, or that of the requested job.
#[component]
fn Jobs() -> impl IntoView {
    let fetched = handbook();
    let (route, asked) = (Route::here(), Panels::here().job);
    let first = asked.with_untracked(|job| job.as_ref().map(|job| job.page.clone()));
    let first = first.unwrap_or_else(|| of_route(route.get_untracked()).to_owned());
    let page = RwSignal::new(first);
    let options = {
        let fetched = fetched.clone();
        Signal::derive(move || {
            let named = |name: &str| (name.to_owned(), page_words(name));
            let pages = |book: &Handbook| {
                book.pages()
                    .into_iter()
                    .chain([TERMS, NEWS])
                    .map(named)
                    .collect()
            };
            fetched.with(|fetched| match fetched {
                HandbookState::Here(book) => pages(book),
                HandbookState::Coming | HandbookState::Missing => {
                    vec![named(&page.get_untracked())]
                }
            })
        })
    };
    let shown = move || {
        fetched.with(|fetched| match fetched {
            HandbookState::Coming => view! { <p role="status">{words::loading()}</p> }.into_any(),
            HandbookState::Missing => {
                view! { <p role="alert">{words::not_loaded()}</p> }.into_any()
            }
            HandbookState::Here(book) => of_page(book, &page.get(), asked.get()),
        })
    };
    let there = move || {
        let named = page.with(|name| page_of(name))?;
        matches!(route.get(), Route::Open { page, .. } if page.name() != named.name())
            .then_some(named)
    };
    let go = move |page: Page| {
        Panels::here().help.set(false);
        Route::of_page(page).go();
    };
    view! {
        <div class="row">
            <Choice
                shows=true
                label=words::page().to_owned()
                value=page
                options
                on_change=Callback::new(move |name: String| {
                    asked.set(None);
                    page.set(name);
                })
            />
            {move || there().map(|page| view! {
                <button type="button" class="btn small" on:click=move |_| go(page)>{words::open_page(page.words())}</button>
            })}
            <span class="grow"></span>
            <SaveWhole />
        </div>
        <div lang="ja">{shown}</div>
    }
}

/// Returns the purpose of a page and its jobs; the requested one is open, else the first.
fn of_page(book: &Handbook, page: &str, asked: Option<HandbookJob>) -> AnyView {
    match page {
        TERMS => return terms(&book.terms),
        NEWS => return news(&book.news),
        _ => {}
    }
    let open = |at: usize, job: &HandbookJob| asked.as_ref().map_or(at == 0, |asked| asked == job);
    let job = |(at, job): (usize, &HandbookJob)| {
        let steps = job
            .steps
            .iter()
            .map(|step| view! { <li>{step.clone()}</li> });
        let picture = job.picture.clone();
        view! {
            <details class="help-job" open=open(at, job)>
                <summary>{job.title.clone()}</summary>
                <ol>{steps.collect_view()}</ol>
                {picture.map(|picture| view! { <PictureOfJob picture /> })}
            </details>
        }
    };
    let jobs = book.of_page(page).enumerate().map(job).collect_view();
    view! {
        <p class="sub">{purpose(page)}</p>
        {jobs}
    }
    .into_any()
}

/// Picture of the place of a job, once it is loaded.
#[component]
fn PictureOfJob(picture: JobPicture) -> impl IntoView {
    let address = RwSignal::new(None);
    let text = picture.text.clone();
    spawn_local(async move {
        let bytes = loaded(&picture).await;
        address.try_set(bytes.map(|bytes| JobPicture::address(&bytes)));
    });
    move || {
        let address = address.get()?;
        Some(view! { <img class="help-picture" src=address alt=text.clone() /> })
    }
}

fn terms(all: &[HandbookJob]) -> AnyView {
    let term = |term: &HandbookJob| {
        view! {
            <dt>{term.title.clone()}</dt>
            <dd>{term.steps.concat()}</dd>
        }
    };
    view! { <dl class="help-terms">{all.iter().map(term).collect_view()}</dl> }.into_any()
}

/// Versions with their changes.
fn news(all: &[HandbookJob]) -> AnyView {
    let version = |version: &HandbookJob| {
        let changes = version.steps.iter();
        let changes = changes.map(|change| view! { <li>{change.clone()}</li> });
        view! {
            <h3>{version.title.clone()}</h3>
            <ul class="help-news">{changes.collect_view()}</ul>
        }
    };
    view! { <div>{all.iter().map(version).collect_view()}</div> }.into_any()
}

/// Button that saves the whole handbook as a page of its own.
#[component]
fn SaveWhole() -> impl IntoView {
    let fetched = handbook();
    let trouble = RwSignal::new(false);
    let save = move |_| {
        let book = match fetched.get_untracked() {
            HandbookState::Here(book) => book,
            HandbookState::Coming | HandbookState::Missing => return trouble.set(true),
        };
        spawn_local(async move {
            let saved = match pictures(&book).await {
                Some(pictures) => download(&whole(&book, &pictures)).is_ok(),
                None => false,
            };
            trouble.try_set(!saved);
        });
    };
    view! {
        <button type="button" class="btn small" on:click=save>{words::save_whole()}</button>
        <Show when=move || trouble.get()>
            <p role="alert">{words::not_loaded()}</p>
        </Show>
    }
}

fn download(page: &str) -> Result<(), wasm_bindgen::JsValue> {
    let pieces = Pieces::default();
    pieces.push(page.as_bytes());
    files::save(&pieces, "text/html", &[words::file(), ".html"].concat())
}

fn whole(book: &Handbook, pictures: &[(JobPicture, Vec<u8>)]) -> String {
    let picture = |wanted: &JobPicture| {
        let found = pictures.iter().find(|(picture, _)| picture == wanted);
        found.map(|(_, bytes)| bytes.clone())
    };
    let heads = HandbookHeads {
        title: words::whole_title(),
        contents: words::contents(),
        terms: words::terms(),
        news: words::news(),
        page: &page_words,
        purpose: &purpose,
        picture: &picture,
    };
    printed(book, &heads)
}

/// Table of every command with its key, and the keys of each place.
#[component]
fn Keys() -> impl IntoView {
    view! {
        <table class="table">
            <caption>{words::general()}</caption>
            <thead>
                <tr>
                    <th scope="col">{words::operation()}</th>
                    <th scope="col">{words::key()}</th>
                </tr>
            </thead>
            <tbody>
                {Command::all()
                    .filter_map(|command| command.shortcut().map(|key| (command.words(), key.words())))
                    .map(|(name, key)| view! { <tr><th scope="row">{name}</th><td>{key}</td></tr> })
                    .collect_view()}
            </tbody>
        </table>
        {words::places()
            .into_iter()
            .map(|(place, keys)| {
                view! {
                    <table class="table">
                        <caption>{place}</caption>
                        <tbody>
                            {keys
                                .iter()
                                .map(|(what, key)| view! { <tr><th scope="row">{*what}</th><td>{*key}</td></tr> })
                                .collect_view()}
                        </tbody>
                    </table>
                }
            })
            .collect_view()}
    }
}
