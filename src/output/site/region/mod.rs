//! Published pages of a region: the plans of many towns beside each other, as each town publishes its own. Plain pages
//! without scripts, in Japanese and in the languages chosen, with the tables they are made of, which are in Japanese.
//!
//! - R22 Nothing is in any byte but what each town publishes by its own choices.
//! - R23 自治体 and 計画 are counted apart; of several plans of a town the one that counts is in the sums, and each is listed.
//! - R24 A rating stands in the town's own words; no stage is renamed, and words of two towns are not added.
//! - R25 A town's name leads to its own pages where it told their address, and nowhere else.
//! - R26 The figures of the pages are those of the tables beside them; the same order makes the same bytes.
//! - R36 Of a measure of an area the ties are shown to measures that towns publish, and no others.
//! - R27 A page stands in every language under the same name; its links stay in the language, and tables are made once.

mod facts;
mod frame;
mod pages;
mod tables;

pub use facts::{RegionOrder, RegionPlan, answer_of};

use super::address::folder;
use super::context::{Unpublishable, day_of, languages};
use super::files::PublishedFile;
use super::frame::{STYLE, style_name};
use super::sizes::{Made, MadeFiles, SUMS, sums};
use ::words::ruby::plain;
use ::words::{Language, Voice};
use facts::Facts;
use frame::RegionFrame;
use insight::region::PlanUse;
use pages::RegionPage;
use strategy::Publishing;
use tables::RegionCsv;

/// The pages and tables of a region on one day.
pub struct RegionSite {
    facts: Facts,
    /// The voices of its languages: Japanese first.
    voices: Vec<Voice>,
}

/// Facts to look at before the pages of a region are published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegionConcerns {
    /// The town of each plan that is not decided.
    pub drafts: Vec<String>,
    /// The town of each plan whose public address is not known.
    pub unaddressed: Vec<String>,
    /// True if the region has a name.
    pub has_name: bool,
    /// True if the pages say whom to ask.
    pub has_contact: bool,
}

/// A file to be made.
#[derive(Debug, Clone, Copy)]
enum RegionTask {
    Style,
    Table(RegionCsv),
    Page(Voice, RegionPage),
    Sums,
}

impl RegionSite {
    /// Prepares the pages. `codes` are those of the plans' municipalities, `uses` tells which plans count, both in the order of
    /// the plans.
    pub fn new(
        order: RegionOrder,
        plans: Vec<RegionPlan>,
        codes: Vec<String>,
        uses: Vec<PlanUse>,
        voices: &[Voice],
    ) -> Result<Self, Unpublishable> {
        day_of(&order.published).ok_or(Unpublishable::NoDay)?;
        let chosen = languages(&Publishing {
            languages: order.languages.clone(),
            ..Publishing::default()
        });
        let voices = chosen.into_iter().map(|language| {
            let voice = voices.iter().find(|voice| voice.language() == language);
            voice.copied().ok_or(Unpublishable::NoVoice(language))
        });
        let voices = voices.collect::<Result<_, _>>()?;
        let facts = Facts::of(order, plans, codes, uses);
        Ok(Self { facts, voices })
    }

    /// Returns the addresses and titles of its pages, language by language.
    pub fn pages(&self) -> Vec<(String, String)> {
        let told = |(voice, page): (Voice, RegionPage)| {
            let title = voice.says(|| page.title(&self.facts));
            (self.path(voice, page), plain(&title).into_owned())
        };
        self.spoken_pages().map(told).collect()
    }

    /// Returns the page at an address, without the link to its style; `None`: there is no such page.
    pub fn preview(&self, path: &str) -> Option<String> {
        let mut pages = self.spoken_pages();
        let (voice, page) = pages.find(|(voice, page)| self.path(*voice, *page) == path)?;
        super::files::without_style(&self.html(voice, page))
    }

    /// Every file, made one by one; drop the iterator to stop.
    pub fn files(&self) -> impl Iterator<Item = PublishedFile> {
        let facts = &self.facts;
        let tables = RegionCsv::ALL.into_iter().filter(|one| one.is_used(facts));
        let pages = self.spoken_pages();
        let pages = pages.map(|(voice, page)| RegionTask::Page(voice, page));
        let tasks = [RegionTask::Style]
            .into_iter()
            .chain(tables.map(RegionTask::Table));
        let mut made = MadeFiles::new();
        tasks
            .chain(pages)
            .chain([RegionTask::Sums])
            .map(move |task| {
                let (path, bytes) = self.file(task, &made);
                made.insert(path.clone(), Made::of(&bytes));
                PublishedFile { path, bytes }
            })
    }

    /// Returns what to look at before the pages are published.
    pub fn concerns(&self) -> RegionConcerns {
        let facts = &self.facts;
        let towns = |is_so: &dyn Fn(&RegionPlan) -> bool| {
            let plans = facts.plans.iter().filter(|plan| is_so(plan));
            let names = plans.map(|plan| tables::town(plan).to_owned());
            names.collect::<Vec<_>>()
        };
        RegionConcerns {
            drafts: self.say(|| towns(&|plan| plan.digest.stage.is_draft())),
            unaddressed: self.say(|| towns(&|plan| plan.address.is_none())),
            has_name: !facts.order.name.is_empty(),
            has_contact: !facts.order.contact.is_empty(),
        }
    }

    /// Returns the number of its files.
    pub fn file_count(&self) -> usize {
        let tables = RegionCsv::ALL.into_iter();
        let tables = tables.filter(|one| one.is_used(&self.facts)).count();
        tables + self.every_page().len() * self.voices.len() + 2
    }

    fn every_page(&self) -> Vec<RegionPage> {
        let each = (0..self.facts.shared.len()).map(RegionPage::Indicator);
        RegionPage::LISTED.into_iter().chain(each).collect()
    }

    /// The pages of each language.
    fn spoken_pages(&self) -> impl Iterator<Item = (Voice, RegionPage)> {
        let voices = self.voices.iter().copied();
        voices.flat_map(|voice| {
            let pages = self.every_page().into_iter();
            pages.map(move |page| (voice, page))
        })
    }

    /// The address of a page in the folder.
    fn path(&self, voice: Voice, page: RegionPage) -> String {
        folder(voice.language()) + &page.path(&self.facts)
    }

    /// Says something in Japanese, as the tables do.
    fn say<T>(&self, told: impl FnOnce() -> T) -> T {
        self.voices[0].says(told)
    }

    fn html(&self, voice: Voice, page: RegionPage) -> String {
        let facts = &self.facts;
        let languages: Vec<Language> = self.voices.iter().map(|one| one.language()).collect();
        let frame = RegionFrame {
            facts,
            page,
            language: voice.language(),
            languages: &languages,
        };
        voice.says(|| frame.html(page.main(facts)))
    }

    fn file(&self, task: RegionTask, made: &MadeFiles) -> (String, Vec<u8>) {
        match task {
            RegionTask::Style => (style_name().to_owned(), STYLE.into()),
            RegionTask::Table(table) => {
                let text = self.say(|| table.text(&self.facts));
                (table.path().to_owned(), text.into_bytes())
            }
            RegionTask::Page(voice, page) => {
                (self.path(voice, page), self.html(voice, page).into_bytes())
            }
            RegionTask::Sums => (SUMS.to_owned(), sums(made).into_bytes()),
        }
    }
}
