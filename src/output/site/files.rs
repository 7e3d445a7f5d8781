//! The files of a site, made one by one when they are asked for.

use super::address::{EXPLORER, SitePage, folder};
use super::context::Site;
use super::described::{
    PACKAGE, SCHEMA, STRATEGY, data_package, description, of_page, schema_file,
};
use super::feed::{FEED, SITEMAP, feed, sitemap};
pub use super::frame::STYLE;
use super::frame::{SiteDocument, style_name};
use super::how_to::{HOW_TO, how_to};
use super::manifest::MANIFEST;
use super::pages::{body, gone_language, gone_page};
use super::sizes::{Made, MadeFiles, SUMS, sums};
use super::table::{TABLE, WORKBOOK, csv, own_csv, own_path};
use crate::export::one_file::{PageLabel, carried, parted};
use crate::export::workbook::{self, of_sheets};
use crate::pages::Page;
use ::words::{Language, Voice, site as words};
use format::json;
use strategy::{Id, Indicator};

/// Beginning of the link to the style sheet.
const STYLE_LINK: &str = "<link rel=\"stylesheet\"";

/// A file of a site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedFile {
    /// Its path in the folder.
    pub path: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// A file to be made.
#[derive(Debug, Clone, Copy)]
enum FileTask {
    Style,
    Strategy,
    Table,
    Workbook,
    /// The table of one indicator.
    OwnTable(Id<Indicator>),
    Package,
    /// The columns of the tables.
    Schema,
    Page(Voice, SitePage),
    /// A page that ended, by its place among those.
    Gone(Voice, usize),
    /// A page of a language that ended, by the places of both; pages that ended come behind those there are.
    GoneLanguage(usize, usize),
    Feed,
    Sitemap,
    Explorer,
    Picture,
    Manifest,
    HowTo,
    Sums,
}

/// The files of a site. Each is made when it is asked for; drop the iterator to stop.
pub struct Files<'a> {
    site: &'a Site,
    list: FileList,
}

/// The files of a site that are still to be made.
pub struct FileList {
    tasks: std::vec::IntoIter<FileTask>,
    made: MadeFiles,
}

/// Returns a page without the link to its style.
pub(super) fn without_style(html: &str) -> Option<String> {
    let (before, link) = html.split_once(STYLE_LINK)?;
    let (_, after) = link.split_once('>')?;
    Some([before, after].concat())
}

impl Site {
    /// Every file, made one by one. The data comes first: the pages say how large it is.
    pub fn files(&self) -> Files<'_> {
        Files {
            site: self,
            list: self.file_list(),
        }
    }

    /// The same list, for a caller that has the site at hand.
    pub fn file_list(&self) -> FileList {
        let mut tasks = vec![FileTask::Strategy];
        if self.has_indicators() {
            tasks.extend([FileTask::Table, FileTask::Workbook, FileTask::Schema]);
        }
        let indicators = self.strategy().indicators.sorted().into_iter();
        tasks.extend(indicators.map(|one| FileTask::OwnTable(one.id)));
        tasks.extend([FileTask::Package, FileTask::Style]);
        let pages = self.pages();
        for voice in &self.voices {
            tasks.extend(pages.iter().map(|page| FileTask::Page(*voice, *page)));
            tasks.extend((0..self.manifest.gone.len()).map(|at| FileTask::Gone(*voice, at)));
        }
        let paths = self.manifest.pages.len() + self.manifest.gone.len();
        for at in 0..self.manifest.languages_gone.len() {
            tasks.extend((0..paths).map(|path| FileTask::GoneLanguage(at, path)));
        }
        tasks.extend(self.explorer.as_ref().map(|_| FileTask::Explorer));
        tasks.extend(self.picture.as_ref().map(|_| FileTask::Picture));
        tasks.push(FileTask::Feed);
        tasks.extend(self.base.as_ref().map(|_| FileTask::Sitemap));
        tasks.extend([FileTask::Manifest, FileTask::HowTo, FileTask::Sums]);
        FileList {
            tasks: tasks.into_iter(),
            made: MadeFiles::new(),
        }
    }

    /// The page at an address as it will look, without the link to the style: the caller adds it, and no other file
    /// is needed. `None`: there is no such page.
    pub fn preview(&self, path: &str) -> Option<String> {
        let page = self.pages().into_iter().find(|page| page.path() == path)?;
        let file = self.page(self.native(), page, &MadeFiles::new())?;
        without_style(&String::from_utf8(file.bytes).ok()?)
    }

    fn page(&self, voice: Voice, page: SitePage, made: &MadeFiles) -> Option<PublishedFile> {
        let language = voice.language();
        let path = page.path();
        let site = self.spoken(language);
        let text = voice.says(|| {
            let title = site.title(page);
            let description = match page {
                SitePage::Read(Page::Plan) => description(site),
                _ => words::description(site.town_name(), site.plan_name(), &title),
            };
            let document = SiteDocument {
                path: &path,
                language,
                title,
                description,
                body: body(site, language, page, made)?,
                data: of_page(site, language, page),
                is_found: !matches!(page, SitePage::Embed(_)),
            };
            Some(document.html(site))
        })?;
        Some(file([folder(language), path].concat(), text))
    }

    fn gone(&self, voice: Voice, at: usize) -> Option<PublishedFile> {
        let page = self.manifest.gone.get(at)?;
        let language = voice.language();
        let text = voice.says(|| {
            let (title, body) = gone_page(self, language, page);
            self.ended(language, &page.path, title, body)
        });
        Some(file([folder(language), page.path.clone()].concat(), text))
    }

    fn gone_language(&self, at: usize, path: usize) -> Option<PublishedFile> {
        let ended = self.manifest.languages_gone.get(at)?;
        let gone = self.manifest.gone.iter().map(|page| &page.path);
        let pages = self.manifest.pages.iter().map(|page| &page.path);
        let path = pages.chain(gone).nth(path)?;
        let language = Language::of_tag(&ended.language);
        let text = self.native().says(|| {
            let (title, body) = gone_language(self, ended, path);
            // It is in Japanese, in the folder of the language that ended.
            self.ended(
                Language::Japanese,
                &[folder(language), path.clone()].concat(),
                title,
                body,
            )
        });
        Some(file([folder(language), path.clone()].concat(), text))
    }

    fn ended(
        &self,
        language: Language,
        path: &str,
        title: String,
        body: crate::markup::Element,
    ) -> String {
        let document = SiteDocument {
            path,
            language,
            description: title.clone(),
            title,
            body,
            data: Vec::new(),
            is_found: false,
        };
        document.html(self)
    }

    /// The indicators for spreadsheets.
    fn workbook_file(&self) -> Option<PublishedFile> {
        let book = |s| of_sheets(workbook::indicators(s, self.today).sheets);
        let book = self.native().says(|| book(self.strategy()));
        // The workbook is small enough for an archive, so that writing it does not fail.
        let bytes = book.write().ok()?;
        let path = WORKBOOK.to_owned();
        Some(PublishedFile { path, bytes })
    }

    /// The figures of one indicator.
    fn own_table(&self, id: Id<Indicator>) -> Option<PublishedFile> {
        let s = self.strategy();
        let (indicator, series) = (s.get(id)?, self.of.index.series(id));
        let period = s.about().period;
        let text = self.native().says(|| own_csv(indicator, series, period));
        Some(file(own_path(id), text))
    }

    /// The page that finds and compares, with the strategy in it.
    fn explorer_file(&self) -> Option<PublishedFile> {
        let page = self.explorer.as_deref()?;
        let (before, behind) = parted(page)?;
        let tags = self.manifest.languages.join(" ");
        let label = PageLabel {
            id: self.published.0.clone(),
            at: self.instant(),
            pages: Some(tags),
        };
        let mut bytes = before.to_vec();
        for piece in carried(self.strategy(), &label) {
            bytes.extend_from_slice(piece.as_bytes());
        }
        bytes.extend_from_slice(behind);
        let path = EXPLORER.to_owned();
        Some(PublishedFile { path, bytes })
    }

    fn make(&self, task: FileTask, made: &MadeFiles) -> Option<PublishedFile> {
        let native = self.native();
        Some(match task {
            FileTask::Style => file(style_name().to_owned(), STYLE.to_owned()),
            FileTask::Strategy => file(STRATEGY.to_owned(), json::write(self.strategy())),
            FileTask::Table => file(TABLE.to_owned(), native.says(|| csv(self.strategy()))),
            FileTask::Workbook => self.workbook_file()?,
            FileTask::OwnTable(id) => self.own_table(id)?,
            FileTask::Schema => file(SCHEMA.to_owned(), native.says(schema_file)),
            FileTask::Package => file(PACKAGE.to_owned(), native.says(|| data_package(self, made))),
            FileTask::Page(voice, page) => self.page(voice, page, made)?,
            FileTask::Gone(voice, at) => self.gone(voice, at)?,
            FileTask::GoneLanguage(at, path) => self.gone_language(at, path)?,
            FileTask::Feed => file(FEED.to_owned(), native.says(|| feed(self))),
            FileTask::Sitemap => file(SITEMAP.to_owned(), sitemap(self)?),
            FileTask::Explorer => self.explorer_file()?,
            FileTask::Picture => self.picture.as_ref().map(|one| PublishedFile {
                path: one.path.clone(),
                bytes: one.png.clone(),
            })?,
            FileTask::Manifest => file(MANIFEST.to_owned(), self.manifest.text()),
            FileTask::HowTo => file(HOW_TO.to_owned(), native.says(|| how_to(self))),
            FileTask::Sums => file(SUMS.to_owned(), sums(made)),
        })
    }
}

fn file(path: String, text: String) -> PublishedFile {
    PublishedFile {
        path,
        bytes: text.into_bytes(),
    }
}

impl FileList {
    /// The next file of this site.
    pub fn next(&mut self, site: &Site) -> Option<PublishedFile> {
        loop {
            let task = self.tasks.next()?;
            if let Some(file) = site.make(task, &self.made) {
                self.made.insert(file.path.clone(), Made::of(&file.bytes));
                return Some(file);
            }
        }
    }

    /// Returns the largest number of files left; one of them may turn out to be none.
    pub fn left(&self) -> usize {
        self.tasks.len()
    }
}

impl Iterator for Files<'_> {
    type Item = PublishedFile;

    fn next(&mut self) -> Option<PublishedFile> {
        self.list.next(self.site)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.list.tasks.size_hint()
    }
}

impl ExactSizeIterator for Files<'_> {}
