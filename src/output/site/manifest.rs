//! `publication.json`: what was published, page by page, and what changed each time. The next publication needs it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::changes::Update;
use super::figure_change::FigureChange;
use super::subset::seen;
use format::json::{self, ReadError};
use strategy::{Date, Strategy};
use words::Language;

/// Its name in the folder.
pub const MANIFEST: &str = "publication.json";
/// Its `format`.
const FORMAT: &str = "michishirube-publication";
/// Present version of its format.
const VERSION: u32 = 1;

/// Contents of a publication.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    format: String,
    version: u32,
    /// 公表日.
    pub published: String,
    /// 計画の名称.
    pub title: String,
    /// The languages, by their tags.
    pub languages: Vec<String>,
    /// Languages of earlier publications that this one does not have, each with the day it ended.
    #[serde(default)]
    pub languages_gone: Vec<LanguageGone>,
    /// Every page.
    pub pages: Vec<PublishedPage>,
    /// Pages of earlier publications that are no longer there.
    #[serde(default)]
    pub gone: Vec<GonePage>,
    /// Changes of each publication, newest first.
    #[serde(default)]
    pub updates: Vec<Update>,
}

/// A page of a publication.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublishedPage {
    /// Its address within the folder of each language.
    pub path: String,
    /// Its title, as the town writes it.
    pub title: String,
}

/// A page that is no longer there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GonePage {
    /// Its address.
    pub path: String,
    /// Its title at that time.
    pub title: String,
    /// The publication from which on it is not there.
    pub since: String,
}

/// A language that is no longer published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LanguageGone {
    /// Its tag.
    pub language: String,
    /// The publication from which on it is not there.
    pub since: String,
}

impl Manifest {
    /// As `publication.json` holds it.
    pub fn text(&self) -> String {
        // Strings and lists of them are always written.
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }

    /// Of a publication of this day.
    pub(super) fn new(published: &Date, title: &str, languages: Vec<String>) -> Self {
        Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            published: published.0.clone(),
            title: title.to_owned(),
            languages,
            languages_gone: Vec::new(),
            pages: Vec::new(),
            gone: Vec::new(),
            updates: Vec::new(),
        }
    }

    /// Every path in it that becomes a link or a file.
    fn paths(&self) -> impl Iterator<Item = &str> {
        let pages = self.pages.iter().map(|page| &page.path);
        let gone = self.gone.iter().map(|page| &page.path);
        let items = self.updates.iter().flat_map(|update| &update.items);
        let touched = items.flat_map(|item| &item.of).map(|of| &of.path);
        let touched = touched.filter(|path| !path.is_empty());
        pages.chain(gone).chain(touched).map(String::as_str)
    }

    /// Leaves out of its texts what is not seen, and what is no time.
    fn clean(&mut self) {
        let times = self.updates.iter_mut().map(|update| &mut update.time);
        times.filter(|time| !is_time(time)).for_each(String::clear);
        let gone = self.gone.iter_mut();
        let gone = gone.flat_map(|page| [&mut page.title, &mut page.since]);
        let ended = self.languages_gone.iter_mut().map(|one| &mut one.since);
        let updates = self.updates.iter_mut();
        let updates = updates.flat_map(|update| {
            let touched = update.items.iter_mut().flat_map(|item| &mut item.of);
            let texts = touched.flat_map(|of| {
                let figures = of.figures.iter_mut().flat_map(FigureChange::texts);
                figures.chain([&mut of.title])
            });
            texts.chain([&mut update.published])
        });
        for text in gone.chain(ended).chain(updates) {
            *text = seen(text).into_owned();
        }
    }

    /// Notes what of the publication before is no longer there, and since when.
    pub(super) fn follow(&mut self, before: &Manifest) {
        let since = self.published.clone();
        let pages: BTreeSet<&str> = self.pages.iter().map(|page| page.path.as_str()).collect();
        let is_there = |path: &str| pages.contains(path);
        let earlier = before.gone.iter().filter(|page| !is_there(&page.path));
        let ended = before.pages.iter().filter(|page| !is_there(&page.path));
        let ended = ended.map(|page| GonePage {
            path: page.path.clone(),
            title: page.title.clone(),
            since: since.clone(),
        });
        self.gone = earlier.cloned().chain(ended).collect();
        let is_spoken = |tag: &str| self.languages.iter().any(|language| language == tag);
        let earlier = before.languages_gone.iter();
        let earlier = earlier.filter(|gone| !is_spoken(&gone.language)).cloned();
        let ended = before.languages.iter().filter(|tag| !is_spoken(tag));
        let ended = ended.map(|language| LanguageGone {
            language: language.clone(),
            since: since.clone(),
        });
        // A language that this app does not know has no folder here; Japanese never ends.
        let has_folder = |one: &LanguageGone| {
            let language = Language::of_tag(&one.language);
            language != Language::Japanese && language.tag() == one.language
        };
        self.languages_gone = earlier.chain(ended).filter(has_folder).collect();
    }
}

/// True for a time of day: `14:30`.
pub(super) fn is_time(text: &str) -> bool {
    let Some((hour, minute)) = text.split_once(':') else {
        return false;
    };
    let is_below = |part: &str, end: u8| {
        let is_number = part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
        is_number && part.parse::<u8>().is_ok_and(|number| number < end)
    };
    is_below(hour, 24) && is_below(minute, 60)
}

/// True if a path can be one of our pages, so that a link to it is safe, whoever wrote the list.
fn is_ours(path: &str) -> bool {
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "/.-".contains(letter);
    path.ends_with(".html")
        && path.chars().all(is_plain)
        && !path.contains("..")
        && !path.starts_with('/')
}

/// The publication before: what it held, and the strategy as it was published.
#[derive(Debug, Clone)]
pub struct Before {
    /// Its manifest.
    pub manifest: Manifest,
    /// The strategy.
    pub strategy: Strategy,
}

/// Why a publication before cannot be read.
#[derive(Debug)]
pub enum ManifestNotRead {
    /// `publication.json` is none of ours.
    Manifest,
    /// It was written by a newer app.
    Newer,
    /// `strategy.json` beside it cannot be read.
    Strategy(Box<ReadError>),
}

impl Before {
    /// Reads it from its two files, `publication.json` and `strategy.json`.
    pub fn read(manifest: &[u8], strategy: &[u8]) -> Result<Self, ManifestNotRead> {
        let strategy =
            json::read(strategy).map_err(|error| ManifestNotRead::Strategy(Box::new(error)))?;
        Self::of(manifest, strategy)
    }

    /// Reads it from its `publication.json`, where the strategy as it was published is at hand.
    pub fn of(manifest: &[u8], strategy: Strategy) -> Result<Self, ManifestNotRead> {
        let mut manifest: Manifest =
            serde_json::from_slice(manifest).map_err(|_| ManifestNotRead::Manifest)?;
        if manifest.format != FORMAT {
            return Err(ManifestNotRead::Manifest);
        }
        if manifest.version > VERSION {
            return Err(ManifestNotRead::Newer);
        }
        if !manifest.paths().all(is_ours) {
            return Err(ManifestNotRead::Manifest);
        }
        manifest.clean();
        Ok(Self { manifest, strategy })
    }
}
