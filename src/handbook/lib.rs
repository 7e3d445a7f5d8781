//! 手引き: the jobs of a user on each page, step by step, and the terms of the field. Its text ships beside the app
//! in `public/handbook/` and is fetched when the user opens it.
//!
//! ```text
//! # indicators              a page, or `home`, `region`, `terms`, `news`
//! ## 実績を入れる            a job, a term, or a version
//! 言い方：実績を入れたい、…   other ways to ask for it; they are searched, not shown
//! ![「実績入力」の欄](actuals.webp)   a picture of the app, with a text in its place
//! 1. 指標を開き、…           a step, what a term means, or `- ` and what has changed
//! ```

mod picture;
mod printed;

pub use picture::JobPicture;
pub use printed::{HandbookHeads, printed};

/// Name of the section of terms.
pub const TERMS: &str = "terms";

/// Name of the section of versions and their changes.
pub const NEWS: &str = "news";

/// Start of a line with other wordings of a job; the rest of the line lists them.
const ASKED: &str = "言い方：";

/// A job with its steps; a term, with its meaning as the only step; or a version, with its changes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HandbookJob {
    /// Name of its page.
    pub page: String,
    /// Name.
    pub title: String,
    /// Other wordings, for the search.
    pub asked: Vec<String>,
    /// Picture of the place in the app.
    pub picture: Option<JobPicture>,
    /// Steps, in order.
    pub steps: Vec<String>,
}

impl HandbookJob {
    /// Reads a line below its name.
    fn read_line(&mut self, line: &str) {
        if let Some(asked) = line.strip_prefix(ASKED) {
            self.asked = asked.split('、').map(str::to_owned).collect();
        } else if let Some(picture) = JobPicture::read(line) {
            self.picture = Some(picture);
        } else {
            self.steps.push(step(line).to_owned());
        }
    }
}

/// The whole handbook.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Handbook {
    /// Jobs, page by page.
    pub jobs: Vec<HandbookJob>,
    /// Terms and their meanings.
    pub terms: Vec<HandbookJob>,
    /// Versions of the app, the newest first, and their changes.
    pub news: Vec<HandbookJob>,
}

impl Handbook {
    /// Parses the text of a handbook. Ignores lines before the first job.
    pub fn read(text: &str) -> Self {
        let mut handbook = Self::default();
        let mut page = String::new();
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            if let Some(name) = line.strip_prefix("# ") {
                name.clone_into(&mut page);
                continue;
            }
            let all = match page.as_str() {
                TERMS => &mut handbook.terms,
                NEWS => &mut handbook.news,
                _ => &mut handbook.jobs,
            };
            if let Some(title) = line.strip_prefix("## ") {
                all.push(HandbookJob {
                    page: page.clone(),
                    title: title.to_owned(),
                    ..HandbookJob::default()
                });
            } else if let Some(job) = all.last_mut() {
                job.read_line(line);
            }
        }
        handbook
    }

    /// Returns the names of the pages, in their order.
    pub fn pages(&self) -> Vec<&str> {
        let mut pages: Vec<&str> = Vec::new();
        for job in &self.jobs {
            if pages.last() != Some(&job.page.as_str()) {
                pages.push(&job.page);
            }
        }
        pages
    }

    /// Returns the jobs of a page.
    pub fn of_page<'a>(&'a self, page: &'a str) -> impl Iterator<Item = &'a HandbookJob> {
        self.jobs.iter().filter(move |job| job.page == page)
    }
}

/// Returns a step without its number or its dash.
fn step(line: &str) -> &str {
    let line = line.strip_prefix("- ").unwrap_or(line);
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.strip_prefix(". ").unwrap_or(line)
}
