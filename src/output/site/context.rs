//! A site: what is published on one day, and what its pages need to know of each other.

use super::address::{SitePage, base, folder};
use super::changes::{Update, UpdateItem, What, changes};
use super::english::in_english;
use super::manifest::{Before, Manifest, PublishedPage, is_time};
use super::picture::PreviewPicture;
use super::subset::{public_subset, seen};
use crate::export::one_file::parted;
use crate::pages::{Page, Publication};
use ::words::{Language, Voice, glossary, indicators, model, reader, site as words};
use insight::Term;
use insight::logic::LogicModel;
use insight::population::OutlookReport;
use insight::yearly_work::YearlyWork;
use strategy::*;

/// A site published on one day: pages in each language, and data.
pub struct Site {
    pub(super) of: Publication,
    pub(super) choices: Publishing,
    pub(super) published: Date,
    /// Its time of day; empty if it is not known.
    pub(super) time: String,
    /// Its address, if it is known.
    pub(super) base: Option<String>,
    pub(super) manifest: Manifest,
    pub(super) voices: Vec<Voice>,
    pub(super) today: FiscalYear,
    /// The page of the face of those who read, with a place for a strategy.
    pub(super) explorer: Option<Vec<u8>>,
    /// The picture for link previews.
    pub(super) picture: Option<PreviewPicture>,
    /// The works of the year that the sheets judge, and what got worse.
    pub(super) work: YearlyWork,
    /// The terms that its pages use.
    pub(super) terms: Vec<Term>,
    /// The same with what the town has written in English, where that is published.
    english: Option<Box<Site>>,
}

/// Why nothing can be published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unpublishable {
    /// The texts of a language that was chosen are not there.
    NoVoice(Language),
    /// The day of publication is none.
    NoDay,
}

/// The languages that are published: Japanese first.
pub fn languages(choices: &Publishing) -> Vec<Language> {
    let others = OtherLanguage::ALL.iter();
    let others = others.filter(|one| choices.languages.contains(one));
    let others = others.map(|one| match one {
        OtherLanguage::Easy => Language::Easy,
        OtherLanguage::English => Language::English,
    });
    [Language::Japanese].into_iter().chain(others).collect()
}

impl Site {
    /// Prepares what becomes public of a strategy by its own choices, after the publication before, on a day (`2026-11-23`).
    pub fn new(
        strategy: &Strategy,
        before: Option<&Before>,
        published: &Date,
        voices: &[Voice],
    ) -> Result<Self, Unpublishable> {
        Self::at(strategy, before, (published, ""), voices)
    }

    /// Prepares the same at a time of that day (`14:30`), which tells it from another publication of the day. A text that is
    /// no time is left out.
    pub fn at(
        strategy: &Strategy,
        before: Option<&Before>,
        (published, time): (&Date, &str),
        voices: &[Voice],
    ) -> Result<Self, Unpublishable> {
        let today = day_of(published).ok_or(Unpublishable::NoDay)?;
        let choices = strategy.about().publishing.clone().unwrap_or_default();
        let choices = Publishing {
            contact: seen(&choices.contact).into_owned(),
            ..choices
        };
        let voices = languages(&choices).into_iter().map(|language| {
            let voice = voices.iter().find(|voice| voice.language() == language);
            voice.copied().ok_or(Unpublishable::NoVoice(language))
        });
        let voices: Vec<Voice> = voices.collect::<Result<_, _>>()?;
        let public = public_subset(strategy, &choices);
        let tags = voices.iter().map(|voice| voice.language().tag().to_owned());
        let manifest = Manifest::new(published, &public.about().title, tags.collect());
        let of = Publication::of(public, today, |page| SitePage::Read(page).link());
        let mut site = Self {
            work: yearly_work(&of),
            terms: terms(&of),
            of,
            base: base(&choices),
            choices,
            published: published.clone(),
            time: Some(time)
                .filter(|time| is_time(time))
                .unwrap_or_default()
                .to_owned(),
            manifest,
            voices,
            today,
            explorer: None,
            picture: None,
            english: None,
        };
        site.manifest.pages = site.native().says(|| site.listed_pages());
        site.manifest.updates = site.updates(before);
        if let Some(before) = before {
            site.manifest.follow(&before.manifest);
        }
        site.english = site.translated().map(Box::new);
        Ok(site)
    }

    /// Returns the site from which the English pages are made.
    fn translated(&self) -> Option<Self> {
        let mut voices = self.voices.iter();
        voices.find(|voice| voice.language() == Language::English)?;
        let english = in_english(self.strategy());
        let of = Publication::of(english, self.today, |page| SitePage::Read(page).link());
        Some(Self {
            work: yearly_work(&of),
            terms: terms(&of),
            of,
            choices: self.choices.clone(),
            published: self.published.clone(),
            time: self.time.clone(),
            base: self.base.clone(),
            manifest: self.manifest.clone(),
            voices: self.voices.clone(),
            today: self.today,
            explorer: None,
            picture: None,
            english: None,
        })
    }

    /// The site as its pages in a language are made from.
    pub(super) fn spoken(&self, language: Language) -> &Self {
        match &self.english {
            Some(english) if language == Language::English => english,
            _ => self,
        }
    }

    /// With a page that finds and compares: the face of those who read in one file, as it was delivered. It carries what
    /// becomes public. None is added where the page has no place for it.
    pub fn with_explorer(mut self, page: Vec<u8>) -> Self {
        let is_used = self.has_indicators() && parted(&page).is_some();
        let page = is_used.then_some(page);
        if let Some(english) = &mut self.english {
            english.explorer.clone_from(&page);
        }
        self.explorer = page;
        self
    }

    /// With a picture for link previews: a PNG. None is added where it is none.
    pub fn with_picture(mut self, png: Vec<u8>) -> Self {
        let picture = PreviewPicture::of(png);
        if let Some(english) = &mut self.english {
            english.picture.clone_from(&picture);
        }
        self.picture = picture;
        self
    }

    /// Returns the published strategy.
    pub fn strategy(&self) -> &Strategy {
        self.of.strategy()
    }

    /// Returns the manifest, which the next publication needs.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// The voice of the files that are there once.
    pub(super) fn native(&self) -> Voice {
        self.voices[0]
    }

    fn listed_pages(&self) -> Vec<PublishedPage> {
        let all = self.pages().into_iter();
        all.map(|page| PublishedPage {
            path: page.path(),
            title: self.title(page),
        })
        .collect()
    }

    /// Returns the changes of each publication, newest first.
    fn updates(&self, before: Option<&Before>) -> Vec<Update> {
        let update = |items| Update {
            published: self.published.0.clone(),
            time: self.time.clone(),
            items,
        };
        let Some(before) = before else {
            let first = UpdateItem {
                what: What::First,
                year: None,
                of: Vec::new(),
            };
            return vec![update(vec![first])];
        };
        let now = changes(&before.strategy, self.strategy());
        let now = (!now.is_empty()).then(|| update(now));
        let earlier = before.manifest.updates.iter().cloned();
        now.into_iter().chain(earlier).collect()
    }

    /// Every page there is in each language.
    pub(super) fn pages(&self) -> Vec<SitePage> {
        let s = self.strategy();
        let read = self.of.pages().into_iter();
        let read = read.filter(|page| *page != Page::Indicators || self.has_indicators());
        let read = read.map(SitePage::Read);
        let chapters = (!s.sections.is_empty()).then_some(SitePage::Chapters);
        let has_measures = !s.measures.is_empty();
        let measures = has_measures.then_some(SitePage::Measures);
        let each = s.measures_in_order().into_iter();
        let each = each.map(|measure| SitePage::Measure(measure.id));
        let embeds = s.indicators.sorted().into_iter();
        let embeds = embeds.map(|one| SitePage::Embed(one.id));
        let ideas = (!s.ideas.is_empty()).then_some(SitePage::Ideas);
        let heads = s.ideas.sorted().into_iter();
        let heads = heads.filter(|idea| idea.merged.is_none());
        let each_idea = heads.map(|idea| SitePage::Idea(idea.id));
        let models = s.goals.sorted().into_iter().map(|goal| goal.id);
        let models = models.filter(|id| self.has_logic(*id));
        read.chain(models.map(SitePage::Logic))
            .chain(chapters)
            .chain(self.has_population().then_some(SitePage::Population))
            .chain(measures)
            .chain(each)
            .chain(ideas)
            .chain(each_idea)
            .chain([SitePage::Status, SitePage::Updates, SitePage::Data])
            .chain([SitePage::Glossary, SitePage::Index])
            .chain(embeds)
            .collect()
    }

    /// True if there are indicators: without any there is no list, no table, no workbook and no explorer.
    pub(super) fn has_indicators(&self) -> bool {
        !self.strategy().indicators.is_empty()
    }

    /// True if the ロジックモデル of a goal is published: the town chose it, and there is something in it.
    pub(super) fn has_logic(&self, id: Id<Goal>) -> bool {
        let is_chosen = self.choices.pages.contains(&OptionalPage::Logic);
        let model = is_chosen.then(|| LogicModel::of(self.strategy(), id));
        let model = model.flatten();
        model.is_some_and(|model| model.sources().next().is_some())
    }

    /// True if 人口の見通し is published: the town chose it, and there is a projection.
    pub(super) fn has_population(&self) -> bool {
        let is_chosen = self.choices.pages.contains(&OptionalPage::Population);
        is_chosen && OutlookReport::of(self.strategy()).is_some()
    }

    /// The name of the plan.
    pub(super) fn plan_name(&self) -> String {
        match self.strategy().about().title.trim() {
            "" => words::nameless_plan().to_owned(),
            title => title.to_owned(),
        }
    }

    /// The name of the town.
    pub(super) fn town_name(&self) -> String {
        match self.strategy().about().town.name.trim() {
            "" => words::town_of_plan().to_owned(),
            name => name.to_owned(),
        }
    }

    /// Returns the title of a page.
    pub(super) fn title(&self, page: SitePage) -> String {
        let s = self.strategy();
        match page {
            SitePage::Read(Page::Plan) => reader::plan().to_owned(),
            SitePage::Read(Page::Goal(id)) => {
                let title = s.get(id).map_or("", |goal| goal.title.as_str());
                model::goal_coded(&self.of.numbers.goal(id), model::named(title))
            }
            SitePage::Read(Page::Indicators) => reader::indicators().to_owned(),
            SitePage::Read(Page::Indicator(id)) | SitePage::Embed(id) => {
                indicators::named(s.get(id).map_or("", |one| one.name.as_str()))
            }
            SitePage::Measure(id) => {
                let title = s.get(id).map_or("", |one| one.title.as_str());
                let code = model::short_number(&self.of.numbers.code_of(id));
                [&code, " ", model::named(title)].concat()
            }
            SitePage::Logic(id) => words::logic_of(self.title(SitePage::Read(Page::Goal(id)))),
            SitePage::Population => ::words::population::title().to_owned(),
            SitePage::Chapters => words::chapters().to_owned(),
            SitePage::Measures => words::measures().to_owned(),
            SitePage::Ideas => words::ideas().to_owned(),
            // The list of ended pages keeps titles: the words of an idea that was withdrawn must not stay in it.
            SitePage::Idea(id) => words::idea_numbered(id.number()),
            SitePage::Glossary => glossary::title().to_owned(),
            SitePage::Index => glossary::index().to_owned(),
            SitePage::Status => words::status().to_owned(),
            SitePage::Updates => words::updates().to_owned(),
            SitePage::Data => words::data().to_owned(),
        }
    }

    /// The time stamp of the publication; the beginning of its day if its time is not known.
    pub(super) fn instant(&self) -> String {
        instant(&self.published.0, &self.time)
    }

    /// The whole address of a path, where the site's is known.
    pub(super) fn whole(&self, language: Language, path: &str) -> Option<String> {
        let base = self.base.as_ref()?;
        Some([base, &folder(language), path].concat())
    }
}

fn terms(of: &Publication) -> Vec<Term> {
    let all = Term::ALL.into_iter();
    all.filter(|term| term.is_used(&of.strategy)).collect()
}

fn yearly_work(of: &Publication) -> YearlyWork {
    YearlyWork::of(&of.strategy, &of.appraisal, &of.index)
}

/// A time stamp in Japan; the beginning of the day if the time is empty.
pub(super) fn instant(day: &str, time: &str) -> String {
    let time = if time.is_empty() { "00:00" } else { time };
    [day, "T", time, ":00+09:00"].concat()
}

/// The fiscal year of a day; none where it is no day.
pub(super) fn day_of(day: &Date) -> Option<FiscalYear> {
    let mut parts = day.0.split('-');
    let mut number = |length: usize| {
        let part = parts.next()?;
        let is_number = part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| part.parse::<u32>().ok()).flatten()
    };
    let (year, month, day_of_month) = (number(4)?, number(2)?, number(2)?);
    let is_day = (1..=12).contains(&month) && (1..=31).contains(&day_of_month);
    (is_day && day.0.len() == 10 && year > 0)
        .then(|| day.fiscal_year())
        .flatten()
}
