//! The languages of the app.

use super::packed::LANGUAGES;
use super::style::{Minus, Years};

/// A language of the app. The texts of a town stay in their own language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// 日本語.
    #[default]
    Japanese,
    /// English.
    English,
    /// やさしい日本語, for residents; the pages of the office are in plain 日本語.
    Easy,
}

impl Language {
    /// Every language, in the order of the folders.
    pub const ALL: [Language; LANGUAGES.len()] =
        [Language::Japanese, Language::English, Language::Easy];

    /// Name of its folder, and stored form of the choice.
    pub fn tag(self) -> &'static str {
        LANGUAGES[self as usize]
    }

    /// Returns the `lang` of a page, as browsers know it.
    pub fn of_page(self) -> &'static str {
        match self {
            Language::Japanese | Language::Easy => "ja",
            Language::English => "en",
        }
    }

    /// Name of the language in the language itself.
    pub fn name(self) -> &'static str {
        match self {
            Language::Japanese => "日本語",
            Language::English => "English",
            Language::Easy => "やさしい日本語",
        }
    }

    /// Returns the language of a tag, or the first language for an unknown tag.
    pub fn of_tag(tag: &str) -> Self {
        let found = Self::ALL.into_iter().find(|one| one.tag() == tag);
        found.unwrap_or_default()
    }

    /// Default style of years for readers of this language.
    pub fn years(self) -> Years {
        match self {
            Language::Japanese | Language::Easy => Years::Era,
            Language::English => Years::Western,
        }
    }

    /// Default sign of negative numbers for readers of this language: abroad, △ is not a minus.
    pub fn minus(self) -> Minus {
        match self {
            Language::Japanese | Language::Easy => Minus::Triangle,
            Language::English => Minus::Sign,
        }
    }

    /// Returns its packed file for the readers' app.
    pub fn readers_file(self) -> String {
        format!("words/{}-readers.txt", self.tag())
    }

    /// Returns its packed file for published pages; a [`super::Voice`] is made of it.
    pub fn site_file(self) -> String {
        format!("words/{}-site.txt", self.tag())
    }

    /// Returns its packed files, in the order in which the editor fetches them.
    pub fn files(self) -> [String; 3] {
        ["first", "opening", "seldom"].map(|part| format!("words/{}-{part}.txt", self.tag()))
    }
}
