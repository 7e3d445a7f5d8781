//! A framework that ships with the app: a small JSON file under `public/frameworks/`.

use serde::Deserialize;

use strategy::{Framework, FrameworkItem, FrameworkKind, GoalKind};

/// A framework as it is published, with notes about it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublishedFramework {
    /// Id.
    pub id: String,
    kind: String,
    /// 名称.
    pub title: String,
    /// Organisation that decided it.
    pub decided_by: String,
    /// The day it was decided (ISO); empty if it is not known.
    pub decided_on: String,
    /// First and last fiscal year.
    pub period: (i32, i32),
    /// Frameworks it replaced, by [`id`](Self::id).
    pub supersedes: Vec<String>,
    /// Source of its items.
    pub source: FrameworkSource,
    /// True if all its items are there.
    pub complete: bool,
    /// Note on its items; mostly empty.
    #[serde(default)]
    pub note: String,
    items: Vec<PublishedItem>,
}

/// Source of the items of a framework.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FrameworkSource {
    /// 文書名.
    pub title: String,
    /// Address; empty where it is not known.
    pub url: String,
    /// Day of the last check (ISO).
    pub seen_on: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct PublishedItem {
    #[serde(default)]
    kind: String,
    number: String,
    title: String,
    #[serde(default)]
    subtitle: String,
    /// Items under it: SDGs' targets.
    #[serde(default)]
    targets: Vec<PublishedItem>,
}

impl PublishedItem {
    fn record(&self) -> FrameworkItem {
        FrameworkItem {
            kind: match self.kind.as_str() {
                "cross_cutting" => GoalKind::CrossCutting,
                _ => GoalKind::Basic,
            },
            number: self.number.clone(),
            title: self.title.clone(),
            subtitle: self.subtitle.clone(),
            ..FrameworkItem::default()
        }
    }
}

/// Error: the file is not a framework file of the app.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAFramework;

impl PublishedFramework {
    /// Reads a file.
    pub fn read(bytes: &[u8]) -> Result<Self, NotAFramework> {
        serde_json::from_slice(bytes).map_err(|_| NotAFramework)
    }

    /// Reads the names of all frameworks that ship with the app, newest first.
    pub fn read_index(bytes: &[u8]) -> Result<Vec<String>, NotAFramework> {
        serde_json::from_slice(bytes).map_err(|_| NotAFramework)
    }

    /// Returns the number of items, without those under others.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// True if it has no items.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// Returns the items under its items, each with the number of the item above.
    pub fn targets(&self) -> impl Iterator<Item = (&str, FrameworkItem)> {
        self.items.iter().flat_map(|item| {
            let under = item.targets.iter();
            under.map(|one| (item.number.as_str(), one.record()))
        })
    }

    /// Returns the titles of the items, in order, without those under others.
    pub fn titles(&self) -> impl Iterator<Item = &str> {
        self.items.iter().map(|item| item.title.as_str())
    }

    /// Returns the framework as records whose ids and order `edit::add_framework` sets. `source` and `text` hold its
    /// source and the notes about it.
    pub fn records(&self, source: String, text: String) -> (Framework, Vec<FrameworkItem>) {
        let framework = Framework {
            kind: match self.kind.as_str() {
                "nation" => FrameworkKind::Nation,
                "viewpoints" => FrameworkKind::Viewpoints,
                "prefecture" => FrameworkKind::Prefecture,
                "sdgs" => FrameworkKind::Sdgs,
                _ => FrameworkKind::Other,
            },
            title: self.title.clone(),
            source,
            text,
            ..Framework::default()
        };
        let items = self.items.iter().flat_map(|item| {
            let under = item.targets.iter();
            std::iter::once(item).chain(under)
        });
        (framework, items.map(PublishedItem::record).collect())
    }
}
