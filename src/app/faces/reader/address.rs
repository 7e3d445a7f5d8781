//! Where a page is: the part of the address after `#`.

use crate::publish::Page;

/// The page that an address names: `#/goals/g1`, `#/indicators`, `#/indicators/k12`; the plan where it names none.
pub fn read(hash: &str) -> Page {
    let mut parts = hash.trim_start_matches(['#', '/']).split('/');
    match (parts.next(), parts.next()) {
        (Some("goals"), Some(id)) => id.parse().map_or(Page::Plan, Page::Goal),
        (Some("indicators"), Some(id)) => id.parse().map_or(Page::Indicators, Page::Indicator),
        (Some("indicators"), None) => Page::Indicators,
        _ => Page::Plan,
    }
}

/// The address of a page.
pub fn of(page: Page) -> String {
    match page {
        Page::Plan => "#/".to_owned(),
        Page::Goal(id) => format!("#/goals/{id}"),
        Page::Indicators => "#/indicators".to_owned(),
        Page::Indicator(id) => format!("#/indicators/{id}"),
    }
}
