//! A publication as a folder: plain pages without scripts, data, and what tells the next publication what was there.
//!
//! ```
//! use output::site::Site;
//! use strategy::{Date, Strategy};
//! use words::{Language, Voice};
//!
//! let voices = [Voice::compiled_in(Language::Japanese)];
//! let day = Date("2026-11-23".to_owned());
//! let site = Site::new(&Strategy::default(), None, &day, &voices).expect("Japanese is spoken");
//! let files: Vec<_> = site.files().collect();
//! assert!(files.iter().any(|file| file.path == "index.html"));
//! ```
//!
//! - P10 Nothing that was not chosen is in any byte: all is made from the public subset.
//! - P11 Whatever a town writes is text: no file runs it, computes it, or is broken by it.
//! - P12 Every link within the folder leads to something in it.
//! - P13 A page keeps its address, whatever its record is called; a page that ended says since when, and where to look.
//! - P14 Each figure, count, total and rating is what `insight` says of the public subset.
//! - P15 What a publication says has changed is what differs from the one before, and nothing else. Of a corrected actual,
//!   a target and a baseline it says the old and the new figure, and the reason where that is public.
//! - P16 The same strategy, choices, day, time and publication before make the same bytes.
//! - P17 Every page of a plan that is not decided says so in a band, with when and where to comment; of another none does.

mod address;
mod changes;
mod concerns;
mod context;
mod described;
mod english;
mod feed;
mod figure_change;
mod files;
mod frame;
mod how_to;
mod ideas_table;
mod manifest;
mod pages;
mod picture;
mod region;
mod sizes;
mod subset;
mod table;

pub use address::{SitePage, folder, published_at};
pub use changes::{Touched, Update, UpdateItem, What, changes};
pub use concerns::{Concerns, Personal, any_id};
pub use context::{Site, Unpublishable, languages};
pub use figure_change::FigureChange;
pub use files::{FileList, Files, PublishedFile, STYLE};
pub use ideas_table::ideas_csv;
pub use manifest::{
    Before, GonePage, LanguageGone, MANIFEST, Manifest, ManifestNotRead, PublishedPage,
};
pub use pages::sentence;
pub use picture::{PICTURE_SIZE, PictureWords};
pub use region::{RegionConcerns, RegionOrder, RegionPlan, RegionSite, answer_of};
pub(crate) use sizes::hexadecimal;
pub use sizes::sha256;
pub use subset::{field_key, inner_fields, is_public, public_subset, without};
pub use table::{csv as indicators_csv, head as indicators_head, some as some_indicators};

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use format::json;
    use strategy::*;
    use words::{Language, Voice};

    #[test]
    fn what_a_browser_fetches_has_every_word_that_is_said() {
        let bytes = include_bytes!("../../../public/samples/mihon.json");
        let mut s = json::read(bytes).expect("the sample is readable");
        let mut about = About::clone(&s.about());
        about.publishing = Some(Publishing {
            languages: OtherLanguage::ALL.to_vec(),
            ..Publishing::default()
        });
        s.about.insert(about);
        let day = Date("2026-11-23".to_owned());
        let files = |voices: [Voice; 3]| -> Vec<PublishedFile> {
            let site = Site::new(&s, None, &day, &voices).expect("all are spoken");
            site.files().collect()
        };
        // Readings stand over the words of やさしい日本語 in the texts for publications alone.
        let read = |file: PublishedFile| {
            let text = String::from_utf8(file.bytes).unwrap_or_default();
            let parts = text.split("<ruby>").enumerate().map(|(at, part)| {
                let (word, rest) = part.split_once("<rt>").unwrap_or((part, ""));
                let (_, rest) = rest.split_once("</rt></ruby>").unwrap_or(("", rest));
                if at == 0 {
                    part.to_owned()
                } else {
                    [word, rest].concat()
                }
            });
            (file.path, parts.collect::<String>())
        };
        let is_same =
            |file: &PublishedFile| !file.path.ends_with(".xlsx") && file.path != "SHA256SUMS.txt";
        let read_all = |files: Vec<PublishedFile>| -> Vec<(String, String)> {
            files.into_iter().filter(is_same).map(read).collect()
        };
        let whole = read_all(files(Language::ALL.map(Voice::compiled_in)));
        let fetched = read_all(files(Language::ALL.map(Voice::of_site_file)));
        for (one, other) in whole.iter().zip(&fetched) {
            assert_eq!(one, other);
        }
        assert_eq!(whole.len(), fetched.len());
    }
}
