//! Sizes of text and rows: the style sheet computes them from the choice on this device, and from the text size of
//! the browser.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{CssStyleDeclaration, Element, MutationObserver, MutationObserverInit};

use super::parts::number;

/// Factors relative to the usual size.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sizes {
    /// Text on the screen, and the elements that contain it.
    pub text: f64,
    /// Text of printed forms.
    pub paper: f64,
    /// Height of rows, beside the effect of the text size.
    rows: f64,
}

impl Default for Sizes {
    fn default() -> Self {
        Self {
            text: 1.0,
            paper: 1.0,
            rows: 1.0,
        }
    }
}

impl Sizes {
    /// Reads the present sizes from the style sheet.
    fn read() -> Self {
        let style = root().and_then(|root| window().get_computed_style(&root).ok()?);
        let Some(style) = style else {
            return Self::default();
        };
        let share = |name: &str| property(&style, name).unwrap_or(1.0);
        Self {
            text: property(&style, "font-size").map_or(1.0, |px| px / 16.0),
            paper: share("--on-paper"),
            rows: share("--row"),
        }
    }

    /// Returns the height of a row of this usual height, in whole CSS px, so that no row begins between two pixels.
    pub fn row(self, usual: f64) -> f64 {
        (usual * self.text * self.rows).round()
    }
}

fn property(style: &CssStyleDeclaration, name: &str) -> Option<f64> {
    number(&style.get_property_value(name).ok()?)
}

fn root() -> Option<Element> {
    document().document_element()
}

thread_local! {
    static CHOICE: ArcTrigger = ArcTrigger::new();
    static NOW: ArcRwSignal<Sizes> = {
        let now = ArcRwSignal::new(Sizes::read());
        watch(now.clone());
        now
    };
}

/// Returns the current sizes. They follow every choice, and the width of paper while a page is printed.
pub fn sizes() -> ArcReadSignal<Sizes> {
    NOW.with(ArcRwSignal::read_only)
}

/// Returns the height of a row of this usual height in CSS px.
pub fn row_height(usual: f64) -> Memo<f64> {
    let now = sizes();
    Memo::new(move |_| now.get().row(usual))
}

/// Tracked: the choice, by the name of its attribute on the page; empty for the default.
pub fn chosen(attribute: &str) -> String {
    // Without a watcher, no choice can have changed.
    NOW.with(|_| ());
    CHOICE.with(ArcTrigger::track);
    root()
        .and_then(|root| root.get_attribute(attribute))
        .unwrap_or_default()
}

/// Applies a choice.
pub fn choose(attribute: &str, tag: &str) {
    if let Some(root) = root() {
        // The name of the attribute is fixed and valid.
        let _ = root.set_attribute(attribute, tag);
    }
}

/// Reads the sizes again whenever the attributes of the page change, as long as the page lives.
fn watch(now: ArcRwSignal<Sizes>) {
    let again = Closure::<dyn Fn()>::new(move || {
        CHOICE.with(ArcTrigger::notify);
        let sizes = Sizes::read();
        if *now.read_untracked() != sizes {
            now.set(sizes);
        }
    });
    let observer = MutationObserver::new(again.as_ref().unchecked_ref());
    if let (Ok(observer), Some(root)) = (observer, root()) {
        let what = MutationObserverInit::new();
        what.set_attributes(true);
        // Ignore errors: a browser that cannot observe the page keeps its sizes.
        let _ = observer.observe_with_options(&root, &what);
    }
    again.forget();
}
