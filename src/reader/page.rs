//! The face of those who read: one strategy as plain pages, from `strategy.json` beside the page or a file of one's own. It
//! keeps nothing and changes nothing, and needs neither signals nor components: a page is built anew when the address changes.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Document, Window};

use crate::address::{Place, encoded};
use crate::opening::ReaderOpening;
use browser::focus::focus;
use device::{choices, crash};
use words::Language;

#[wasm_bindgen]
extern "C" {
    /// Remembers a choice under its name.
    #[wasm_bindgen(js_namespace = michishirube)]
    fn remember(name: &str, value: &str);
}

/// Puts it on the page.
pub fn mount() {
    crash::watch();
    let Some(window) = web_sys::window() else {
        return;
    };
    let Some(document) = window.document() else {
        return;
    };
    let (language, _) = choices::adopt();
    let reader = Rc::new(ReaderPage {
        window,
        document,
        language: Cell::new(language),
        opening: RefCell::new(ReaderOpening::Coming),
        chosen: RefCell::new(None),
    });
    reader.listen();
    reader.open(crate::opening::beside());
}

/// The page, and what is open in it.
struct ReaderPage {
    window: Window,
    document: Document,
    language: Cell<Language>,
    opening: RefCell<ReaderOpening>,
    /// The choice that was just made: it keeps the keyboard.
    chosen: RefCell<Option<String>>,
}

impl ReaderPage {
    /// Builds the page anew: what is open, where the address points to, in the language in force.
    fn show(&self) {
        let opening = self.opening.borrow();
        let address = Place::read(&self.window.location().hash().unwrap_or_default());
        self.document.set_title(&crate::frame::title(&opening));
        let made = browser::element::built(
            &self.document,
            &crate::frame::frame(&opening, &address, self.language.get()),
        );
        if let (Some(body), Some(made)) = (self.document.body(), made) {
            body.replace_children_with_node_1(&made);
        }
        if let Some(root) = self.document.document_element() {
            // The attribute's name and value are fixed and valid.
            let _ = root.set_attribute("data-ready", "true");
        }
    }

    /// Shows something else of what is opened.
    fn set(&self, opening: ReaderOpening) {
        *self.opening.borrow_mut() = opening;
        self.show();
    }

    /// Listens to the address, the languages, and files chosen or dropped, wherever on the page they are.
    fn listen(self: &Rc<Self>) {
        let on = |event: &str, act: fn(&Rc<ReaderPage>, web_sys::Event)| {
            let reader = Rc::clone(self);
            let act = Closure::<dyn Fn(web_sys::Event)>::new(move |event| act(&reader, event));
            // An event that cannot be listened to never comes.
            let _ = self
                .window
                .add_event_listener_with_callback(event, act.as_ref().unchecked_ref());
            // It listens as long as the page is there.
            act.forget();
        };
        on("hashchange", |reader, _| {
            reader.show();
            match reader.chosen.take() {
                Some(name) => reader.focus_on(&format!("[data-go={name}]")),
                None => {
                    focus("main");
                    reader.window.scroll_to_with_x_and_y(0.0, 0.0);
                }
            }
        });
        on("click", ReaderPage::clicked);
        on("change", |reader, event| {
            if let Some(file) = crate::opening::chosen(&event) {
                reader.open(crate::opening::own(file));
            }
            reader.go(&event);
        });
        on("dragover", |_, event| event.prevent_default());
        on("drop", |reader, event| {
            event.prevent_default();
            if let Some(file) = crate::opening::dropped(&event) {
                reader.open(crate::opening::own(file));
            }
        });
    }

    /// Goes where the choice leads that was made in a list, or the words that were typed.
    fn go(&self, event: &web_sys::Event) {
        let list = event.target();
        let list = list.and_then(|at| at.dyn_into::<web_sys::Element>().ok());
        let Some(list) = list else { return };
        let Some(name) = list.get_attribute("data-go") else {
            return;
        };
        let address = js_sys::Reflect::get(&list, &"value".into()).ok();
        let address = address.and_then(|address| address.as_string());
        let address = match list.get_attribute("data-before") {
            Some(before) => address.map(|words| before + &encoded(&words)),
            None => address,
        };
        if let Some(address) = address.filter(|address| !address.is_empty()) {
            *self.chosen.borrow_mut() = Some(name);
            // An address of our own is one.
            let _ = self.window.location().set_hash(&address);
        }
    }

    /// Gives an element the keyboard; where it cannot have it, the page has it.
    fn focus_on(&self, selector: &str) {
        let element = self.document.query_selector(selector).ok().flatten();
        if let Some(element) = element.and_then(|one| one.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = element.focus();
        }
    }

    /// Shows that something is being opened, and then what came of it.
    fn open(self: &Rc<Self>, opening: impl Future<Output = ReaderOpening> + 'static) {
        self.set(ReaderOpening::Coming);
        let reader = Rc::clone(self);
        spawn_local(async move { reader.set(opening.await) });
    }

    fn clicked(self: &Rc<Self>, event: web_sys::Event) {
        let target = event
            .target()
            .and_then(|at| at.dyn_into::<web_sys::Element>().ok());
        let Some(target) = target else { return };
        if let Ok(Some(_)) = target.closest(".skip") {
            event.prevent_default();
            return focus("main");
        }
        let button = target.closest("[data-speak]").ok().flatten();
        if let Some(tag) = button.and_then(|button| button.get_attribute("data-speak")) {
            self.speak(Language::of_tag(&tag));
        }
    }

    /// Puts another language in force, and remembers it. Where its words cannot be had, the one in force stays.
    fn speak(self: &Rc<Self>, language: Language) {
        let reader = Rc::clone(self);
        spawn_local(async move {
            if choices::speak(language, &[language.readers_file()])
                .await
                .is_err()
            {
                return;
            }
            remember("language", language.tag());
            remember("years", language.years().tag());
            reader.language.set(language);
            choices::write_years(language);
            reader.show();
            reader.focus_on(&format!("[data-speak={}]", language.tag()));
        });
    }
}
