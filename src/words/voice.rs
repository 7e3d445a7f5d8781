//! A language that is ready for use for a while, whatever language is in force on this device.

use super::language::Language;
use super::style::NumberStyle;
use super::text;

/// A language with its texts and its style of years.
#[derive(Debug, Clone, Copy)]
pub struct Voice {
    language: Language,
    texts: &'static [&'static str],
}

impl Voice {
    /// Makes a voice of a language and its packed texts. The texts live as long as the app: call once for each
    /// language.
    pub fn new(language: Language, packed: String) -> Self {
        Self {
            language,
            texts: text::held(packed),
        }
    }

    /// Makes a voice of the texts that are compiled in, for programs without a browser.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn compiled_in(language: Language) -> Self {
        Self::new(language, packed(language).to_owned())
    }

    /// Makes a voice of the compiled-in texts for publications.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn of_site_file(language: Language) -> Self {
        Self::new(language, packed_for_sites(language).to_owned())
    }

    /// A language with the texts that the face of those who read fetches, as they are compiled in.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn of_readers_file(language: Language) -> Self {
        let packed = match language {
            Language::Japanese => include_str!(concat!(env!("OUT_DIR"), "/ja-readers.txt")),
            Language::English => include_str!(concat!(env!("OUT_DIR"), "/en-readers.txt")),
            Language::Easy => include_str!(concat!(env!("OUT_DIR"), "/easy-readers.txt")),
        };
        Self::new(language, packed.to_owned())
    }

    /// A language with the texts that the editor fetches, as they are compiled in.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn of_editor_file(language: Language) -> Self {
        let packed = match language {
            Language::Japanese => include_str!(concat!(env!("OUT_DIR"), "/ja-editor.txt")),
            Language::English => include_str!(concat!(env!("OUT_DIR"), "/en-editor.txt")),
            Language::Easy => include_str!(concat!(env!("OUT_DIR"), "/easy-editor.txt")),
        };
        Self::new(language, packed.to_owned())
    }

    /// Returns the language.
    pub fn language(self) -> Language {
        self.language
    }

    /// Calls `tell` in this language, and restores the language and style afterwards.
    pub fn says<T>(self, tell: impl FnOnce() -> T) -> T {
        let own = NumberStyle {
            years: self.language.years(),
            minus: self.language.minus(),
        };
        self.says_in(own, tell)
    }

    /// Calls `tell` in this language, with years and numbers in a chosen style.
    pub fn says_in<T>(self, chosen: NumberStyle, tell: impl FnOnce() -> T) -> T {
        let style = NumberStyle::now();
        chosen.adopt();
        let told = text::within(self.texts, tell);
        style.adopt();
        told
    }
}

/// Returns the packed, compiled-in texts of a language.
pub fn packed(language: Language) -> &'static str {
    match language {
        Language::Japanese => include_str!(concat!(env!("OUT_DIR"), "/ja.txt")),
        Language::English => include_str!(concat!(env!("OUT_DIR"), "/en.txt")),
        Language::Easy => include_str!(concat!(env!("OUT_DIR"), "/easy.txt")),
    }
}

/// Returns the packed, compiled-in texts of a language for publications.
#[cfg(not(target_arch = "wasm32"))]
pub fn packed_for_sites(language: Language) -> &'static str {
    match language {
        Language::Japanese => include_str!(concat!(env!("OUT_DIR"), "/ja-site.txt")),
        Language::English => include_str!(concat!(env!("OUT_DIR"), "/en-site.txt")),
        Language::Easy => include_str!(concat!(env!("OUT_DIR"), "/easy-site.txt")),
    }
}

/// The voices made so far, each once.
#[derive(Default)]
pub struct Voices(Vec<([String; 2], Voice)>);

impl Voices {
    /// Returns the voice of a language by its tag, in this part of its texts; makes it of `packed` if it is new.
    pub fn voice(&mut self, part: &str, tag: &str, packed: String) -> Voice {
        let key = [part.to_owned(), tag.to_owned()];
        if let Some((_, known)) = self.0.iter().find(|(one, _)| *one == key) {
            return *known;
        }
        let voice = Voice::new(Language::of_tag(tag), packed);
        self.0.push((key, voice));
        voice
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::super::say::Say;
    use super::*;
    use crate::reader;
    use strategy::FiscalYear;

    #[test]
    fn what_is_said_in_another_language_leaves_the_one_in_force_alone() {
        let before = (reader::plan(), FiscalYear(2024).say());
        let told =
            Voice::compiled_in(Language::English).says(|| (reader::plan(), FiscalYear(2024).say()));
        assert_eq!(told.0, "The plan at a glance");
        assert_ne!(told.1, before.1);
        assert_eq!((reader::plan(), FiscalYear(2024).say()), before);
    }
}
