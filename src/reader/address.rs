//! Address of a page: the part after `#`.

use js_sys::{decode_uri_component, encode_uri_component};

use output::pages::Page;
use output::pages::explore::AskedIndicators;
use strategy::{FiscalYear, Id, Indicator};

/// Page to show: one that a publication has, too, or one that only a script can make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A page.
    Read(Page),
    /// Indicators as they are asked for.
    Find(AskedIndicators),
    /// Two of them side by side.
    Compare(Id<Indicator>, Id<Indicator>),
}

impl Place {
    /// Reads an address: `#/goals/g1`, `#/indicators/k12`, `#/find/g1/2024/words`, `#/compare/k1/k2`; otherwise the plan.
    pub fn read(hash: &str) -> Self {
        let mut parts = hash.trim_start_matches(['#', '/']).split('/');
        let (kind, one, other) = (parts.next(), parts.next(), parts.next());
        let words = parts
            .next()
            .and_then(|words| decode_uri_component(words).ok());
        match (kind, one) {
            (Some("goals"), Some(id)) => Place::Read(id.parse().map_or(Page::Plan, Page::Goal)),
            (Some("indicators"), Some(id)) => {
                Place::Read(id.parse().map_or(Page::Indicators, Page::Indicator))
            }
            (Some("indicators"), None) => Place::Find(AskedIndicators::default()),
            (Some("find"), goal) => Place::Find(AskedIndicators {
                words: words.map(String::from).unwrap_or_default(),
                goal: goal.and_then(|goal| goal.parse().ok()),
                year: other.and_then(|year| year.parse().ok()).map(FiscalYear),
            }),
            (Some("compare"), Some(one)) => {
                match (one.parse(), other.map(str::parse).transpose()) {
                    (Ok(one), Ok(Some(other))) => Place::Compare(one, other),
                    _ => Place::Find(AskedIndicators::default()),
                }
            }
            _ => Place::Read(Page::Plan),
        }
    }

    /// Its address.
    pub fn address(&self) -> String {
        match self {
            Place::Read(page) => of(*page),
            Place::Find(asked) => {
                let goal = asked.goal.map_or("-".to_owned(), |goal| goal.to_string());
                let year = asked.year.map_or("-".to_owned(), |year| year.0.to_string());
                ["#/find/", &goal, "/", &year, "/", &encoded(&asked.words)].concat()
            }
            Place::Compare(one, other) => format!("#/compare/{one}/{other}"),
        }
    }
}

/// Words as they stand in an address.
pub fn encoded(words: &str) -> String {
    encode_uri_component(words).into()
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
