//! 公表: prepares a site, shows its pages and packs its files, one request at a time. Results stay here until the
//! next request, so that the caller is free meanwhile, and may stop at any time.
//!
//! ```
//! use jobs::WorkerJob;
//! use jobs::publisher::{Publisher, PublisherRequest};
//!
//! let mut publisher = Publisher::default();
//! let nothing = publisher.answer(PublisherRequest::Page("index.html".to_owned()), &[]);
//! assert!(nothing.is_none(), "nothing is prepared");
//! ```

use super::work::{Answer, WorkerJob};
use serde::{Deserialize, Serialize};

use format::{Archive, json};
use insight::{PersonalSort, PublicationGap};
use output::site::{Before, FileList, PublishedPage, Site, public_subset};
use strategy::{Date, Kind};
use words::{Say, Voice, Voices};

/// Request to the job.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PublisherRequest {
    /// Prepares a site. Files: the strategy, the one published before, the page for search and comparison; missing
    /// ones are empty. Answer: [`SiteSummary`].
    Prepare(SiteOrder),
    /// Returns the page at an address, as it will look. Answer: its text.
    Page(String),
    /// Sets the picture for link previews. File: the picture.
    Picture,
    /// Begins packing, from the first file on.
    Begin,
    /// Packs this many more files, fewer if they are large. Answer: [`PackingProgress`], at the end the archive.
    Pack(usize),
    /// Returns the manifest for the next publication. Answer: its text.
    Manifest,
}

/// Order for a site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SiteOrder {
    /// Day of publication.
    pub published: String,
    /// Time of day (`14:30`).
    pub time: String,
    /// Languages of the site, by their tags, and their packed texts.
    pub voices: Vec<(String, String)>,
    /// Language of the user, and its packed texts.
    pub own: (String, String),
    /// `publication.json` of the publication before.
    pub manifest: Option<String>,
}

/// Reason why nothing was prepared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unprepared {
    /// The publication before cannot be read.
    Before,
    /// The strategy, the day or the words cannot be read.
    Order,
}

/// Summary of a prepared site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SiteSummary {
    /// First pages; the others are reached by their links.
    pub pages: Vec<PublishedPage>,
    /// Day of the publication before; `None` if there was none.
    pub before: Option<String>,
    /// Number of records that become public for the first time, by the name of their table.
    pub new: Vec<(String, usize)>,
    /// Texts that may contain personal data.
    pub personal: SiteFindings<ToldPersonal>,
    /// Gaps of indicators, each as a sentence in the language of the user, with its record.
    pub lacking: SiteFindings<(String, String)>,
    /// Gaps of the whole plan.
    pub gaps: Vec<PublicationGap>,
    /// Drawing for link previews.
    pub picture: String,
}

/// A confirmation that publishing requires from the user.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confirmation {
    /// The user has seen the gaps of the plan, and everything else.
    Gaps,
    /// The user has seen the texts that may contain personal data.
    Personal,
}

impl SiteSummary {
    /// Returns the confirmation required before publishing; `None` if none is.
    pub fn confirmation(&self) -> Option<Confirmation> {
        match (self.gaps.is_empty(), self.personal.count) {
            (false, _) => Some(Confirmation::Gaps),
            (true, 1..) => Some(Confirmation::Personal),
            (true, 0) => None,
        }
    }
}

/// Number of findings, and the first of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SiteFindings<T> {
    /// Number.
    pub count: usize,
    /// First entries.
    pub first: Vec<T>,
}

impl<T> SiteFindings<T> {
    fn of(all: impl ExactSizeIterator<Item = T>) -> Self {
        Self {
            count: all.len(),
            first: all.take(FIRST).collect(),
        }
    }
}

/// A text that may contain personal data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToldPersonal {
    /// Nearest record; `None` for the cover.
    pub record: Option<String>,
    /// Kind of data that it may be.
    pub sort: PersonalSort,
    /// Text around it.
    pub excerpt: String,
}

/// Progress of packing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackingProgress {
    /// Files packed.
    pub done: usize,
    /// Files in all.
    pub all: usize,
}

/// Number of bytes packed between two reports of progress.
const AT_ONCE: usize = 1 << 20;
/// Number of reported entries of a long list.
const FIRST: usize = 20;
/// Number of reported pages.
const PAGES: usize = 300;

/// The job that publishes.
#[derive(Default)]
pub struct Publisher {
    voices: Voices,
    site: Option<Site>,
    packing: Option<Packing>,
}

struct Packing {
    files: FileList,
    archive: Archive,
    done: usize,
}

impl WorkerJob for Publisher {
    type Question = PublisherRequest;
    const NAME: &'static str = "publisher";

    fn answer(&mut self, question: PublisherRequest, files: &[Vec<u8>]) -> Option<Answer> {
        match question {
            PublisherRequest::Prepare(order) => {
                (self.site, self.packing) = (None, None);
                Answer::told(&self.prepare(order, files))
            }
            PublisherRequest::Page(path) => self.site.as_ref()?.preview(&path).map(Answer::Text),
            PublisherRequest::Picture => {
                let site = self.site.take()?;
                let picture = files.first().cloned().unwrap_or_default();
                self.site = Some(site.with_picture(picture));
                Some(Answer::Text(String::new()))
            }
            PublisherRequest::Begin => {
                self.packing = Some(Packing {
                    files: self.site.as_ref()?.file_list(),
                    archive: Archive::default(),
                    done: 0,
                });
                self.pack(0)
            }
            PublisherRequest::Pack(count) => self.pack(count),
            PublisherRequest::Manifest => Some(Answer::Text(self.site.as_ref()?.manifest().text())),
        }
    }
}

impl Publisher {
    fn prepare(&mut self, order: SiteOrder, files: &[Vec<u8>]) -> Result<SiteSummary, Unprepared> {
        let [strategy, before, explorer] = files else {
            return Err(Unprepared::Order);
        };
        let strategy = json::read(strategy).map_err(|_| Unprepared::Order)?;
        let before = match &order.manifest {
            None => None,
            Some(manifest) => Some(published_before(manifest, before)?),
        };
        let voices = order.voices.into_iter();
        let voices: Vec<Voice> = voices
            .map(|(tag, packed)| self.voices.voice("site", &tag, packed))
            .collect();
        let own = self.voices.voice("own", &order.own.0, order.own.1);
        let day = Date(order.published);
        let site = Site::at(&strategy, before.as_ref(), (&day, &order.time), &voices);
        let mut site = site.map_err(|_| Unprepared::Order)?;
        if !explorer.is_empty() {
            site = site.with_explorer(explorer.clone());
        }
        let told = told(&site, before.as_ref(), own);
        self.site = Some(site);
        Ok(told)
    }

    fn pack(&mut self, count: usize) -> Option<Answer> {
        let site = self.site.as_ref()?;
        let packing = self.packing.as_mut()?;
        let mut bytes = 0;
        for _ in 0..count {
            let Some(file) = packing.files.next(site) else {
                let packing = self.packing.take()?;
                let bytes = packing.archive.finish().ok()?;
                return Some(Answer::File {
                    bytes,
                    media_type: "application/zip",
                });
            };
            packing.done += 1;
            packing.archive.add(&file.path, &file.bytes).ok()?;
            bytes += file.bytes.len();
            // A large file is reported before the next one is packed.
            if bytes > AT_ONCE {
                break;
            }
        }
        Answer::told(&PackingProgress {
            done: packing.done,
            all: packing.done + packing.files.left(),
        })
    }
}

/// Reads the publication before from its manifest and the whole strategy it was made of.
fn published_before(manifest: &str, strategy: &[u8]) -> Result<Before, Unprepared> {
    let strategy = json::read(strategy).map_err(|_| Unprepared::Before)?;
    let choices = strategy.about().publishing.clone().unwrap_or_default();
    let public = public_subset(&strategy, &choices);
    Before::of(manifest.as_bytes(), public).map_err(|_| Unprepared::Before)
}

fn told(site: &Site, before: Option<&Before>, own: Voice) -> SiteSummary {
    let concerns = site.concerns(before);
    let new = concerns.new.iter();
    let personal = concerns.personal.iter().map(|one| ToldPersonal {
        record: one.record.map(|id| id.to_string()),
        sort: one.sort,
        excerpt: one.excerpt.clone(),
    });
    let lacking = concerns.lacking.iter();
    let lacking = lacking.map(|one| (one.place.record.to_string(), one.say()));
    let pages = site.manifest().pages.iter();
    SiteSummary {
        pages: pages.take(PAGES).cloned().collect(),
        before: before.map(|before| before.manifest.published.clone()),
        new: new
            .map(|(kind, count)| (Kind::table(*kind).to_owned(), *count))
            .collect(),
        personal: SiteFindings::of(personal),
        lacking: own.says(|| SiteFindings::of(lacking)),
        gaps: concerns.gaps.clone(),
        picture: site.picture_words().drawing(),
    }
}
