//! Route in the app: an enum that is parsed from, and written to, the part of the address after `#`.

use std::fmt;

use leptos::prelude::*;

pub use super::page::Page;
use keep::DocId;

/// An address in the app: `#/`, `#/region` or `#/0000000000000d/indicators/k12`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Route {
    /// はじめに.
    Home,
    /// 広域: the strategies of several towns side by side.
    Region,
    /// A page of one strategy on this device.
    Open {
        /// The strategy.
        doc: DocId,
        /// Page.
        page: Page,
    },
}

/// 広域 in an address.
const REGION: &str = "region";

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Route::Home => f.write_str("#/"),
            Route::Region => write!(f, "#/{REGION}"),
            Route::Open { doc, page } => write!(f, "#/{doc}/{page}"),
        }
    }
}

impl Route {
    /// Reads an address; an unknown one leads to はじめに.
    pub fn parse(hash: &str) -> Self {
        let mut parts = hash.trim_start_matches(['#', '/']).split('/');
        let first = parts.next().unwrap_or_default();
        if first == REGION {
            return Route::Region;
        }
        match (first.parse().ok(), parts.next()) {
            (Some(doc), word) => Route::Open {
                doc,
                page: Page::read(word.unwrap_or_default(), parts.next()).unwrap_or(Page::Overview),
            },
            _ => Route::Home,
        }
    }

    /// Returns the signal of the present route.
    pub fn here() -> ReadSignal<Route> {
        expect_context::<ReadSignal<Route>>()
    }

    /// Returns the route before this one; `None` on the first page.
    pub fn before() -> Option<Route> {
        use_context::<RouteBefore>().and_then(|before| before.0.get_value())
    }

    /// Returns the page of the route; the first page of a strategy if it names none.
    pub fn page(self) -> Page {
        match self {
            Route::Open { page, .. } => page,
            Route::Home | Route::Region => Page::Overview,
        }
    }

    /// Opens the route.
    pub fn go(self) {
        // Ignore errors: an address of the app is always accepted.
        let _ = window().location().set_hash(&self.to_string());
    }

    /// Returns the route of a page of the open strategy.
    pub fn of_page(page: Page) -> Self {
        match Self::here().get_untracked() {
            Route::Open { doc, .. } => Route::Open { doc, page },
            elsewhere => elsewhere,
        }
    }
}

/// The route before this one.
#[derive(Clone, Copy)]
struct RouteBefore(StoredValue<Option<Route>>);

/// Follows the address; returns the signal that every component reads through [`Route::here`].
pub fn follow_address() -> ReadSignal<Route> {
    let read = || Route::parse(&window().location().hash().unwrap_or_default());
    let (route, set_route) = signal(read());
    let before = StoredValue::new(None);
    let handle = window_event_listener(leptos::ev::hashchange, move |_| {
        before.set_value(Some(route.get_untracked()));
        set_route.set(read());
    });
    on_cleanup(move || handle.remove());
    provide_context(route);
    provide_context(RouteBefore(before));
    route
}
