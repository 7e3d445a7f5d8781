//! The frame around every page: whose strategy it is, the way to its pages, and the languages.

use crate::address::{self, Place};
use crate::opening::{BESIDE, ReaderOpening};
use ::words::{Language, model, reader as words, shell, time};
use device::asset;
use device::carried::Carried;
use output::markup::{Element, element, text};
use output::pages::explore::{compare_with, compared, find};
use output::pages::{Page, Publication, draft_band, page};
use output::site::{SitePage, folder};
use strategy::{Id, Indicator};

/// The title of the window.
pub fn title(opening: &ReaderOpening) -> String {
    match opening {
        ReaderOpening::Here(of) => of.strategy().about().title.clone(),
        _ => shell::name().to_owned(),
    }
}

/// Everything on the page.
pub fn frame(opening: &ReaderOpening, at: &Place, language: Language) -> Element {
    let (town, pages, main) = match opening {
        ReaderOpening::Here(of) => (Some(town(of)), Some(pages(at)), shown(of, at, language)),
        other => (None, None, open_file(other)),
    };
    let band = match opening {
        ReaderOpening::Here(of) => draft_band(&of.strategy().about()),
        _ => None,
    };
    let head = element("header")
        .class("reader-head")
        .child(
            element("div")
                .class("reader-name")
                .all(town.into_iter().flatten())
                .all(as_of(opening)),
        )
        .child(languages(language))
        .all(pages);
    let skip = text("a", shell::skip()).class("skip").with("href", "#main");
    let main = element("main")
        .with("id", "main")
        .with("tabindex", "-1")
        .all(main);
    let foot = element("footer")
        .class("reader-foot")
        .child(text("b", shell::name()))
        .child(text("p", words::only_read()).class("sub"));
    element("div")
        .class("reader")
        .child(skip)
        .child(head)
        .all(band)
        .child(main)
        .child(foot)
}

/// The page of the address; where there is none of it, the plan.
fn shown(of: &Publication, at: &Place, language: Language) -> Vec<Element> {
    let shown = match at {
        Place::Read(Page::Indicator(id)) => page(of, Page::Indicator(*id)).map(|mut page| {
            page.push(others(of, *id, None));
            page
        }),
        Place::Read(at) => page(of, *at),
        Place::Find(asked) => Some(find(of, asked, &|asked| Place::Find(asked).address())),
        Place::Compare(one, other) => compared(of, [*one, *other]).map(|mut page| {
            page.insert(1, others(of, *one, Some(*other)));
            page
        }),
    };
    let shown = shown.or_else(|| page(of, Page::Plan)).unwrap_or_default();
    shown.into_iter().chain(beside(at, language)).collect()
}

/// The choice of another indicator beside one.
fn others(of: &Publication, id: Id<Indicator>, other: Option<Id<Indicator>>) -> Element {
    let to = |other| Place::Compare(id, other).address();
    element("div")
        .class("reader-choices")
        .child(compare_with(of, id, other, &to))
}

/// The way to the same page of the publication that stands beside this file; none where there is no such.
fn beside(at: &Place, language: Language) -> Option<Element> {
    let languages = Carried::here()?.pages?;
    let page = match at {
        Place::Read(page) => *page,
        Place::Find(_) => Page::Indicators,
        Place::Compare(one, _) => Page::Indicator(*one),
    };
    let mut spoken = languages.split(' ');
    let folder = match spoken.any(|tag| tag == language.tag()) {
        true => folder(language),
        false => String::new(),
    };
    let address = [folder, SitePage::Read(page).path()].concat();
    let link = text("a", words::own_page()).with("href", &address);
    Some(element("p").child(link))
}

fn town(of: &Publication) -> [Element; 2] {
    let about = of.strategy().about();
    [
        text("span", &about.town.name).class("town"),
        text("span", &model::period(about.period)).class("sub"),
    ]
}

/// From when that is which the page carries; of a file there is nothing to say.
fn as_of(opening: &ReaderOpening) -> Option<Element> {
    let ReaderOpening::Here(_) = opening else {
        return None;
    };
    let carried = Carried::here()?;
    let said = words::as_of(time::dated(&carried.at, ""));
    Some(text("span", &said).class("sub"))
}

fn pages(at: &Place) -> Element {
    let link = |to: Page, word: &str, is_here: bool| {
        let link = text("a", word).with("href", &address::of(to));
        match is_here {
            true => link.with("aria-current", "page"),
            false => link,
        }
    };
    let of_plan = matches!(at, Place::Read(Page::Plan | Page::Goal(_)));
    element("nav")
        .with("aria-label", shell::navigation())
        .child(link(Page::Plan, words::plan(), of_plan))
        .child(link(Page::Indicators, words::indicators(), !of_plan))
}

fn languages(now: Language) -> Element {
    let button = |language: Language| {
        text("button", language.name())
            .class("btn small")
            .with("type", "button")
            .with("lang", language.of_page())
            .with("data-speak", language.tag())
            .with(
                "aria-pressed",
                if language == now { "true" } else { "false" },
            )
    };
    element("div")
        .class("tabs languages")
        .with("role", "group")
        .with("aria-label", "Language")
        .all(Language::ALL.map(button))
}

/// Page while no file is open, with the way to open one.
fn open_file(opening: &ReaderOpening) -> Vec<Element> {
    let (heading, sentence, helps) = match opening {
        ReaderOpening::Coming | ReaderOpening::Here(_) => {
            return vec![text("p", words::opening()).with("role", "status")];
        }
        ReaderOpening::Nothing if !asset::is_folder() => {
            (words::nothing(), words::nothing_inside().to_owned(), "")
        }
        ReaderOpening::Nothing => (words::nothing(), words::nothing_beside(BESIDE), ""),
        ReaderOpening::Failed(sentence, helps) => (words::failed(), sentence.clone(), *helps),
    };
    let input = element("input")
        .class("visually-hidden")
        .with("type", "file")
        .with("accept", ".json");
    let choose = text("label", words::choose())
        .class("btn main file-button")
        .child(input);
    let open = element("section")
        .class("open-file")
        .child(text("h1", heading))
        .child(text("p", &sentence).with("role", "alert"))
        .all((!helps.is_empty()).then(|| text("p", helps)))
        .child(choose)
        .child(text("p", words::drop()).class("sub"));
    vec![open]
}
