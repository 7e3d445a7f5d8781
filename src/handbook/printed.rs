//! The handbook as a page of its own, for printing on A4.

use markup::{Element, element, text};

use crate::{Handbook, HandbookJob, JobPicture, NEWS, TERMS};

/// Texts around the jobs.
pub struct HandbookHeads<'a> {
    /// Title of the page.
    pub title: &'a str,
    /// Head of the table of contents.
    pub contents: &'a str,
    /// Head of the terms.
    pub terms: &'a str,
    /// Head of the versions.
    pub news: &'a str,
    /// Display names of pages, by their names in the text.
    pub page: &'a dyn Fn(&str) -> String,
    /// Purposes of pages, by their names in the text; empty if there is none.
    pub purpose: &'a dyn Fn(&str) -> String,
    /// Bytes of a picture; `None` if it is not available.
    pub picture: &'a dyn Fn(&JobPicture) -> Option<Vec<u8>>,
}

const STYLE: &str = r#"
@page { size: A4; margin: 18mm 16mm; }
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; font-family: "BIZ UDPGothic", "Hiragino Sans", "Yu Gothic UI", sans-serif; line-height: 1.8; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.25rem; margin: 2.5rem 0 0.5rem; border-block-end: 2px solid; } h3 { font-size: 1rem; margin: 1.25rem 0 0.25rem; }
ol, ul { margin: 0; padding-inline-start: 1.5rem; } nav ul { columns: 2; list-style: none; padding: 0; }
h2, h3 { break-after: avoid; } section section, dl > div { break-inside: avoid; }
img { display: block; max-width: 100%; height: auto; margin-block: 0.5rem; border: 1px solid; border-radius: 4px; }
dt { font-weight: 700; margin-block-start: 0.5rem; } dd { margin-inline-start: 1.5rem; }
@media print { img { max-width: 118mm; } body { margin: 0; padding: 0; max-width: none; font-size: 10.5pt; } a { color: inherit; text-decoration: none; } }
"#;

/// Returns the page as HTML text: contents, each page with its jobs, terms. It needs no script and fetches nothing.
pub fn printed(handbook: &Handbook, heads: &HandbookHeads) -> String {
    let pages = handbook.pages();
    let link = |address: &str, said: &str| {
        let to = text("a", said).with("href", &["#", address].concat());
        element("li").child(to)
    };
    let contents = pages.iter().map(|page| link(page, &(heads.page)(page)));
    let contents = contents.chain([link(TERMS, heads.terms), link(NEWS, heads.news)]);
    let nav = element("nav")
        .child(text("h2", heads.contents))
        .child(element("ul").all(contents));
    let sections = pages.iter().map(|page| section(handbook, page, heads));
    let terms = handbook.terms.iter().map(term);
    let terms = element("section")
        .with("id", TERMS)
        .child(text("h2", heads.terms))
        .child(element("dl").all(terms));
    let news = element("section")
        .with("id", NEWS)
        .child(text("h2", heads.news))
        .all(
            handbook
                .news
                .iter()
                .map(|version| list("ul", version, None)),
        );
    let main = element("main")
        .child(text("h1", heads.title))
        .child(nav)
        .all(sections)
        .child(terms)
        .child(news);
    let meta = |name: &'static str, value: &str, content: &str| {
        element("meta").with(name, value).with("content", content)
    };
    let policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
    let head = element("head")
        .child(element("meta").with("charset", "utf-8"))
        .child(meta("http-equiv", "Content-Security-Policy", policy))
        .child(meta(
            "name",
            "viewport",
            "width=device-width, initial-scale=1",
        ))
        .child(meta("name", "color-scheme", "light dark"))
        .child(text("title", heads.title));
    let body = element("body").child(main);
    // Insert the style sheet as raw text: markup would escape its quotes.
    let head = head
        .to_string()
        .replace("</head>", &["<style>", STYLE, "</style></head>"].concat());
    [
        "<!DOCTYPE html>\n<html lang=\"ja\">",
        &head,
        &body.to_string(),
        "</html>\n",
    ]
    .concat()
}

/// Returns a page with its jobs.
fn section(handbook: &Handbook, page: &str, heads: &HandbookHeads) -> Element {
    let purpose = (heads.purpose)(page);
    let purpose = (!purpose.is_empty()).then(|| text("p", &purpose));
    let jobs = handbook.of_page(page);
    let jobs = jobs.map(|job| {
        list(
            "ol",
            job,
            job.picture.as_ref().and_then(|one| drawn(one, heads)),
        )
    });
    element("section")
        .with("id", page)
        .child(text("h2", &(heads.page)(page)))
        .all(purpose)
        .all(jobs)
}

/// Returns a job or a version: its name over the list of its steps, and its picture.
fn list(tag: &'static str, job: &HandbookJob, picture: Option<Element>) -> Element {
    let steps = job.steps.iter().map(|step| text("li", step));
    element("section")
        .child(text("h3", &job.title))
        .child(element(tag).all(steps))
        .all(picture)
}

fn drawn(picture: &JobPicture, heads: &HandbookHeads) -> Option<Element> {
    let bytes = (heads.picture)(picture)?;
    let image = element("img").with("src", &JobPicture::address(&bytes));
    Some(image.with("alt", &picture.text))
}

fn term(term: &HandbookJob) -> Element {
    let meaning = term.steps.iter().map(|meaning| text("dd", meaning));
    element("div").child(text("dt", &term.title)).all(meaning)
}
