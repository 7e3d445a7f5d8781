//! `feed.xml` (Atom, RFC 4287) and `sitemap.xml`.

use super::address::SitePage;
use super::changes::Update;
use super::context::{Site, instant};
use super::frame::one_line;
use super::pages::{figure_lines, moments, sentence};
use super::sizes::sha256;
use super::subset::seen;
use words::{Word, marks};

/// Its name in the folder.
pub const FEED: &str = "feed.xml";
/// Its name in the folder.
pub const SITEMAP: &str = "sitemap.xml";

/// Largest number of figures told of one publication; the page of updates has more.
const MOST_FIGURES: usize = 10;

/// Feed of the changes of each publication.
pub fn feed(site: &Site) -> String {
    let updates = &site.manifest.updates;
    let newest = updates.first().map_or_else(|| site.instant(), updated);
    let mut feed = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    feed += "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"ja\">\n";
    let about = site.strategy().about();
    let named = [
        &about.town.code,
        " ",
        &site.town_name(),
        " ",
        &site.plan_name(),
    ]
    .concat();
    feed += &tag("id", &urn(&named));
    feed += &tag("title", &one_line(&site.plan_name()));
    feed += &tag("updated", &newest);
    feed += &format!(
        "<author>{}</author>\n",
        tag("name", &site.town_name()).trim_end()
    );
    feed += &tag("rights", site.choices.licence.word());
    if let Some(base) = &site.base {
        feed += &link("self", &[base, FEED].concat());
    }
    feed += &link("alternate", &updates_page(site));
    for (at, (update, moment)) in updates.iter().zip(moments(updates)).enumerate() {
        let after = updates.len() - 1 - at;
        feed += &entry(site, &named, after, (update, &moment));
    }
    feed + "</feed>\n"
}

/// One publication. Its number counts from the first, so that it keeps its name.
fn entry(site: &Site, named: &str, number: usize, (update, moment): (&Update, &str)) -> String {
    let told: Vec<String> = update.items.iter().map(sentence).collect();
    let told = told.join(marks::list());
    let mut entry = String::from("<entry>\n");
    entry += &tag(
        "id",
        &urn(&format!("{named} {} {number}", update.published)),
    );
    entry += &tag("title", &told);
    entry += &tag("updated", &updated(update));
    entry += &link("alternate", &updates_page(site));
    let summary = [
        vec![[moment, "\u{3000}", &told].concat()],
        figure_lines(update, MOST_FIGURES),
    ];
    entry += &tag("summary", &summary.concat().join("\n"));
    entry + "</entry>\n"
}

fn updates_page(site: &Site) -> String {
    let path = SitePage::Updates.path();
    let language = site.native().language();
    site.whole(language, &path).unwrap_or(path)
}

/// The time stamp of a publication.
fn updated(update: &Update) -> String {
    instant(&update.published, &update.time)
}

/// A name that stays the same for the same words: a UUID of our own making (version 8, RFC 9562) from their SHA-256.
fn urn(named: &str) -> String {
    let hash = sha256(named.as_bytes());
    format!(
        "urn:uuid:{}-{}-8{}-8{}-{}",
        &hash[..8],
        &hash[8..12],
        &hash[13..16],
        &hash[17..20],
        &hash[20..32]
    )
}

fn tag(name: &str, text: &str) -> String {
    format!("<{name}>{}</{name}>\n", escaped(text))
}

fn link(rel: &str, address: &str) -> String {
    format!("<link rel=\"{rel}\" href=\"{}\"/>\n", escaped(address))
}

/// A text that is no markup, with no character that XML does not have.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in seen(text).chars() {
        match letter {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '"' => out += "&quot;",
            letter => out.push(letter),
        }
    }
    out
}

/// Every page at its whole address; none where the site's is not known.
pub fn sitemap(site: &Site) -> Option<String> {
    site.base.as_ref()?;
    let mut map = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    map += "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
    let pages = site.pages();
    for voice in &site.voices {
        let found = pages
            .iter()
            .filter(|page| !matches!(page, SitePage::Embed(_)));
        for page in found {
            let whole = site.whole(voice.language(), &page.path())?;
            let day = tag("lastmod", &site.published.0);
            map += &format!(
                "<url>{}{}</url>\n",
                tag("loc", &whole).trim_end(),
                day.trim_end()
            );
        }
    }
    Some(map + "</urlset>\n")
}
