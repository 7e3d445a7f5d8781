//! Preview of pages as they will be in a folder, in a frame that runs no script.

use std::pin::Pin;
use std::rc::Rc;

use js_sys::{Array, Reflect};
use leptos::html::Iframe;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Event};

use super::one_of_two;
use ::words::publication as words;
use browser::focus::focus;
use output::site::STYLE;

/// The page shown first.
const FIRST: &str = "index.html";
/// Ids of the buttons before and after the frame.
const BEFORE: &str = "before-preview";
const AFTER: &str = "after-preview";

/// Function that makes the page at an address; `None`: there is no such page.
pub type PageMaker = Rc<dyn Fn(String) -> Pin<Box<dyn Future<Output = Option<String>>>>>;

/// The frame, as wide as a phone or as a desktop, and the choice of a page; links within it are followed.
#[component]
pub fn SitePreview(
    /// The pages to choose from: address and title.
    pages: Vec<(String, String)>,
    /// Makes a page.
    page: PageMaker,
) -> impl IntoView {
    let make = StoredValue::new_local(page);
    let path = RwSignal::new(FIRST.to_owned());
    let html = RwSignal::new(String::new());
    let wide = RwSignal::new(false);
    let frame = NodeRef::<Iframe>::new();
    let show = Callback::new(move |there: String| {
        spawn_local(async move {
            let Some(make) = make.try_get_value() else {
                return;
            };
            // There may be no page at this address; the preview may have been left.
            if let Some(page) = make(there.clone()).await {
                html.try_set(page);
                path.try_set(there);
            }
        });
    });
    show.run(FIRST.to_owned());
    let loaded = move |_| {
        let document = frame
            .get_untracked()
            .and_then(|frame| frame.content_document());
        if let Some(document) = document {
            dress(&document);
            follow(&document, path, show);
        }
    };
    let option = |(page, title): (String, String)| {
        let is_shown = {
            let page = page.clone();
            move || path.with(|now| *now == page)
        };
        view! { <option value=page selected=is_shown>{title}</option> }
    };
    view! {
        <section aria-labelledby="preview">
            <h3 id="preview">{words::preview()}</h3>
            <div class="row preview-tools">
                <select class="choice" aria-label=words::preview_page() on:change=move |event| show.run(event_target_value(&event))>
                    {pages.into_iter().map(option).collect_view()}
                </select>
                <div class="segmented" role="group" aria-label=words::preview_width()>
                    {one_of_two(wide, false, words::phone())}
                    {one_of_two(wide, true, words::desktop())}
                </div>
            </div>
            {past(BEFORE, AFTER, words::preview_skip())}
            <div class="preview-frame" class:wide=move || wide.get()>
                <iframe
                    node_ref=frame
                    title=words::preview_of()
                    sandbox="allow-same-origin"
                    srcdoc=move || html.get()
                    on:load=loaded
                ></iframe>
            </div>
            {past(AFTER, BEFORE, words::preview_back())}
        </section>
    }
}

/// Button that moves the keyboard past the links of the preview, to the other such button; shown while it has the focus.
fn past(id: &'static str, to: &'static str, label: &'static str) -> AnyView {
    view! {
        <button type="button" class="btn small preview-past" id=id on:click=move |_| focus(to)>{label}</button>
    }
    .into_any()
}

/// Gives the page its style sheet: what is fetched by its address is not there yet.
fn dress(document: &Document) {
    let made = || -> Result<(), JsValue> {
        let window = Reflect::get(document, &"defaultView".into())?;
        let class: js_sys::Function = Reflect::get(&window, &"CSSStyleSheet".into())?.dyn_into()?;
        let sheet = Reflect::construct(&class, &Array::new())?;
        let replace: js_sys::Function = Reflect::get(&sheet, &"replaceSync".into())?.dyn_into()?;
        replace.call1(&sheet, &STYLE.into())?;
        Reflect::set(document, &"adoptedStyleSheets".into(), &Array::of1(&sheet))?;
        Ok(())
    };
    // A browser that has no such sheets shows the page plain.
    let _ = made();
}

/// Links within the site lead to its pages; no other link leads anywhere.
fn follow(document: &Document, path: RwSignal<String>, show: Callback<String>) {
    let click = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
        let element = event.target();
        // It is an element of another frame: its class is not ours.
        let element: Option<Element> = element.map(JsCast::unchecked_into);
        let link = element.and_then(|element| element.closest("a[href]").ok().flatten());
        let Some(href) = link.and_then(|link| link.get_attribute("href")) else {
            return;
        };
        if href.starts_with('#') {
            return;
        }
        event.prevent_default();
        let now = path.try_get_untracked().unwrap_or_default();
        show.run(resolved(&now, &href));
    });
    // The listener lives as long as the page in the frame.
    let _ = document.add_event_listener_with_callback("click", click.as_ref().unchecked_ref());
    click.forget();
}

/// Returns the target of a relative link on a page, within the folder.
fn resolved(path: &str, href: &str) -> String {
    let (href, _) = href.split_once('#').unwrap_or((href, ""));
    let mut parts: Vec<&str> = path.split('/').collect();
    parts.pop();
    for part in href.split('/') {
        match part {
            ".." => {
                parts.pop();
            }
            "." => {}
            part => parts.push(part),
        }
    }
    parts.join("/")
}
