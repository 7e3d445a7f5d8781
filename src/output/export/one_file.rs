//! One file to be handed over: a page of ours that carries a strategy in itself, as data.
//!
//! - P20 Whatever a strategy says, it is data of the page: nothing of it ends the element it stands in.
//! - P21 What is read out of the page is what was put in, and the rest of the page stays as it was, byte for byte.

use format::json;
use strategy::Strategy;

/// Placeholder for a strategy in a page of ours; `single-file.mjs` leaves it there.
const PLACE: &[u8] = b"<!-- strategy.json -->";

/// End of the element.
const END: &str = "</script>";

/// Label of a strategy that a page carries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageLabel {
    /// The number of this handing over: files made later carry another.
    pub id: String,
    /// When it was made, as a time stamp.
    pub at: String,
    /// The languages of the publication beside which the file stands, by their tags; `None`: beside none.
    pub pages: Option<String>,
}

/// Returns the parts of a page before and after the placeholder; `None`: it has none, or several.
pub fn parted(page: &[u8]) -> Option<(&[u8], &[u8])> {
    let mut places = page
        .windows(PLACE.len())
        .enumerate()
        .filter(|(_, part)| *part == PLACE);
    let (at, _) = places.next()?;
    match places.next() {
        None => Some((&page[..at], &page[at + PLACE.len()..])),
        Some(_) => None,
    }
}

/// Returns the contents of the placeholder, piece by piece: an element that a browser neither shows nor runs.
pub fn carried<'a>(
    strategy: &'a Strategy,
    label: &PageLabel,
) -> impl Iterator<Item = String> + use<'a> {
    let pages = label.pages.as_deref().map(plain);
    let pages = pages.map(|pages| format!(" data-pages=\"{pages}\""));
    let begin = format!(
        r#"<script type="application/json" data-asset="strategy.json" data-id="{}" data-at="{}"{}>"#,
        plain(&label.id),
        plain(&label.at),
        pages.unwrap_or_default()
    );
    // Outside of texts JSON has no such sign; within, this is another way to write it.
    let data = json::Writer::new(strategy).map(|piece| piece.replace('<', "\\u003c"));
    std::iter::once(begin).chain(data).chain([END.to_owned()])
}

/// Returns the characters of a number or a time stamp.
fn plain(text: &str) -> String {
    let is_plain = |c: &char| c.is_ascii_alphanumeric() || "+-:. ".contains(*c);
    text.chars().filter(is_plain).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_is_found_where_there_is_one() {
        let page = b"<body><!-- strategy.json --><p>";
        assert_eq!(parted(page), Some((&b"<body>"[..], &b"<p>"[..])));
        assert_eq!(parted(b"<body></body>"), None);
        assert_eq!(parted(&[&page[..], page].concat()), None);
        assert_eq!(parted(b""), None);
    }

    #[test]
    fn p20_a_label_is_no_markup() {
        let label = PageLabel {
            id: "1\"><script>".to_owned(),
            at: "2026-11-23T21:30:00+09:00".to_owned(),
            pages: None,
        };
        let first = carried(&Strategy::default(), &label).next();
        assert_eq!(
            first.as_deref(),
            Some(
                r#"<script type="application/json" data-asset="strategy.json" data-id="1script" data-at="2026-11-23T21:30:00+09:00">"#
            )
        );
    }
}
