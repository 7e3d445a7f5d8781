//! The texts of every language, checked against each other and packed: `build.rs` generates functions from them, and
//! `cargo xtask` puts the packed files beside the app. A language is a folder beside this file, with one TOML file
//! per page.
//!
//! A text may contain `{name}`, the parameter of that name, and `[name: one|several]`, which depends on the parameter
//! being written `1`. `{{`, `}}`, `[[` and `]]` are literal brackets.
//!
//! Related texts form a table or a list. The first language declares the kind of a table:
//!
//! ```toml
//! [lack]                    # the function `lack(of: insight::Gap)`: a text for each variant, in snake case
//! OF = "insight::Gap"
//! baseline = "当初値なし"
//! target = "目標値なし"
//!
//! [outlook]                 # the same, with a text for none
//! OF = "Option<insight::forecast::Outlook>"
//! reaches = "目標に届く見込み"
//! none = "見込みなし"
//!
//! [stage]                   # `impl Word for strategy::Stage`
//! WORD_OF = "strategy::Stage"
//! draft = "検討中"
//!
//! [columns]                 # without either: `find("columns", name)`, for names that are known only where the app runs
//! name = "名称"
//! ```
//!
//! A list `heads = ["名称", "単位"]` becomes the function `heads() -> [&'static str; 2]`. The compiler finds a
//! variant without a text, this file a text that a language lacks.

mod furigana;
mod packed;

use furigana::Readings;
pub use packed::LANGUAGES;
use packed::{ABSENT, END, FORMS, HOLE, OR, STOP};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Pages whose texts load with the first screen; the others are fetched with the first part of the app that shows
/// them. In [`Words::texts`] these come first, and [`SELDOM`] last.
const FIRST: [&str; 9] = [
    "action", "home", "marks", "model", "shell", "stages", "time", "troubles", "year",
];

/// Pages whose texts are used only by parts for rare tasks. `xtask/web/join.mjs` stops a build in which the code that
/// opens a strategy uses one of them.
const SELDOM: [&str; 42] = [
    "alignment",
    "briefing",
    "chosen_file",
    "entry",
    "findings",
    "formats",
    "grants",
    "guess",
    "hands",
    "help",
    "indicator_table",
    "keeping",
    "learn",
    "logic",
    "one_file",
    "open_data",
    "palette",
    "paper",
    "pasted_outline",
    "pasted_table",
    "plan",
    "plan_grid",
    "plan_money",
    "plan_pictures",
    "plan_reprise",
    "plan_works",
    "plan_years",
    "population",
    "publication",
    "region",
    "revisions",
    "settings",
    "start",
    "stratml",
    "submissions",
    "timetable",
    "timetable_shapes",
    "version",
    "versions",
    "votes",
    "workbook",
    "workshop",
];

/// The pages whose texts the face of those who read says; it needs no others.
const READERS: [&str; 15] = [
    "answer", "charts", "draft", "file", "marks", "model", "number", "overview", "reader", "rules",
    "shell", "stages", "time", "why", "year",
];

/// The tables of `terms` that it says, too.
const TERMS_OF_READERS: [&str; 3] = ["GoalKind", "Quantity", "State"];

/// The pages whose texts a publication says beside those of readers.
const SITES: [&str; 11] = [
    "fields",
    "glossary",
    "indicator_table",
    "logic",
    "paper",
    "population",
    "region_site",
    "site",
    "terms",
    "votes",
    "workbook",
];

/// Pages whose texts the editor does not use.
const NOT_OF_EDITOR: [&str; 6] = [
    "answer",
    "draft",
    "glossary",
    "reader",
    "region_site",
    "site",
];

/// Language that may leave out whole pages, those of the office: it uses the texts of the first language there.
const LEAVES_OUT: &str = "easy";

/// Language whose published texts have readings.
const READ_ALOUD: &str = "easy";
/// List of readings, beside the folders of the languages.
const FURIGANA: &str = "furigana.txt";

/// A text: its page, its name there, and the names of its parameters, in order.
pub struct Text {
    /// Name of its file.
    pub page: String,
    /// Name in the file; in a table, the name of the table, a dot and its own name.
    pub name: String,
    /// Parameters.
    pub given: Vec<String>,
    /// Text in the first language.
    pub written: String,
    /// Packed text, language by language.
    packed: Vec<String>,
}

/// A table or a list of texts, as the first language declares it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum TableKind {
    /// Looked up by names that are known only at run time.
    Named,
    /// A text for each variant of this type.
    Of(String),
    /// A text for each variant of this type, as its one fixed name.
    WordOf(String),
    /// A list.
    List,
}

/// Time at which the editor fetches the texts of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fetched {
    /// With the first screen.
    First,
    /// With the first part that needs more.
    Opening,
    /// With the first part for a rare task.
    Seldom,
}

impl Fetched {
    /// All of them, in the order of the packed files.
    const ALL: [Self; 3] = [Self::First, Self::Opening, Self::Seldom];

    /// Returns the time for a page.
    pub fn of(page: &str) -> Self {
        match page {
            _ if FIRST.contains(&page) => Self::First,
            _ if SELDOM.contains(&page) => Self::Seldom,
            _ => Self::Opening,
        }
    }
}

/// All texts of all languages, in the order in which the editor fetches them.
pub struct Words {
    texts: Vec<Text>,
    /// Kinds of the tables, by page and name.
    tables: BTreeMap<(String, String), TableKind>,
    /// Readings for やさしい日本語.
    readings: Readings,
}

/// The texts of a page by name, and the kinds of its tables.
#[derive(Default)]
struct PageTexts {
    texts: BTreeMap<String, String>,
    tables: BTreeMap<String, TableKind>,
}

impl Words {
    /// Reads the folders of all languages. Errors name the file and the text.
    pub fn read(folder: &Path) -> Result<Self, String> {
        // A dictionary without the list has no readings.
        let furigana = fs::read_to_string(folder.join(FURIGANA)).unwrap_or_default();
        let languages: Vec<_> = LANGUAGES
            .iter()
            .map(|language| pages(&folder.join(language)))
            .collect::<Result<_, _>>()?;
        let (own, others) = languages.split_first().ok_or("no language")?;
        let mut faults = unknown(own, others);
        let mut texts: Vec<Text> = Vec::new();
        let mut tables = BTreeMap::new();
        let fetched = |one| own.iter().filter(move |(page, _)| Fetched::of(page) == one);
        for (page, written) in Fetched::ALL.into_iter().flat_map(fetched) {
            for (name, text) in &written.texts {
                match read_text(page, name, text, others) {
                    Ok(read) => texts.push(read),
                    Err(fault) => faults.push(fault),
                }
            }
            let kinds = written.tables.iter();
            tables.extend(kinds.map(|(name, kind)| ((page.clone(), name.clone()), kind.clone())));
        }
        match faults.is_empty() {
            true => Ok(Self {
                texts,
                tables,
                readings: Readings::read(&furigana),
            }),
            false => Err(faults.join("\n")),
        }
    }

    /// Returns every text, in the order of the packed files.
    pub fn texts(&self) -> &[Text] {
        &self.texts
    }

    /// Kind of a table of a page.
    pub fn kind(&self, page: &str, table: &str) -> &TableKind {
        let known = self.tables.get(&(page.to_owned(), table.to_owned()));
        known.unwrap_or(&TableKind::Named)
    }

    /// Returns a language for the readers' app: every text in its place, [`ABSENT`] for those that it never uses.
    pub fn packed_for_readers(&self, language: usize) -> String {
        lines(&self.texts, language, is_of_readers)
    }

    /// Returns a language for published pages, in the same way; やさしい日本語 with readings.
    pub fn packed_for_sites(&self, language: usize) -> String {
        let is_said = |text: &Text| is_of_readers(text) || SITES.contains(&text.page.as_str());
        let packed = lines(&self.texts, language, is_said);
        match LANGUAGES[language] == READ_ALOUD {
            true => self.readings.put_over(&packed),
            false => packed,
        }
    }

    /// Returns a whole language.
    pub fn whole(&self, language: usize) -> String {
        lines(&self.texts, language, |_| true)
    }

    /// Returns a language as three files, in the order in which the editor fetches them; [`ABSENT`] for texts that it
    /// does not use.
    pub fn packed(&self, language: usize) -> [String; 3] {
        Fetched::ALL.map(|fetched| {
            let texts = self
                .texts
                .iter()
                .filter(|text| Fetched::of(&text.page) == fetched);
            lines(texts, language, |text| {
                !NOT_OF_EDITOR.contains(&text.page.as_str())
            })
        })
    }
}

fn is_of_readers(text: &Text) -> bool {
    let is_their_term = || {
        let table = text.name.split('.').next().unwrap_or_default();
        text.page == "terms" && TERMS_OF_READERS.contains(&table)
    };
    READERS.contains(&text.page.as_str()) || is_their_term()
}

/// Texts in their order, each ended; those that are not said say so, where they are asked for all the same.
fn lines<'a>(
    texts: impl IntoIterator<Item = &'a Text>,
    language: usize,
    is_said: impl Fn(&Text) -> bool,
) -> String {
    let lines = texts.into_iter().map(|text| {
        let packed = if is_said(text) {
            text.packed[language].as_str()
        } else {
            ABSENT
        };
        [packed, STOP.encode_utf8(&mut [0; 4])].concat()
    });
    lines.collect()
}

fn pages(folder: &Path) -> Result<BTreeMap<String, PageTexts>, String> {
    let wrong = |error: &dyn std::fmt::Display, path: &Path| format!("{}: {error}", path.display());
    let mut pages = BTreeMap::new();
    for entry in fs::read_dir(folder).map_err(|error| wrong(&error, folder))? {
        let path = entry.map_err(|error| wrong(&error, folder))?.path();
        let text = fs::read_to_string(&path).map_err(|error| wrong(&error, &path))?;
        let table: toml::Table = toml::from_str(&text).map_err(|error| wrong(&error, &path))?;
        let page = read_page(table).map_err(|error| wrong(&error, &path))?;
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        pages.insert(name.into_owned(), page);
    }
    Ok(pages)
}

/// Reads a page with its tables and lists. A text in one gets a combined name: `lack.baseline`, `heads.01`.
fn read_page(entries: toml::Table) -> Result<PageTexts, String> {
    let mut page = PageTexts::default();
    for (name, entry) in entries {
        match entry {
            toml::Value::String(text) => drop(page.texts.insert(name, text)),
            toml::Value::Table(table) => read_table(&mut page, &name, table)?,
            toml::Value::Array(list) => {
                for (at, text) in list.iter().enumerate() {
                    let text = text
                        .as_str()
                        .ok_or(format!("{name}: {text:?} is no text"))?;
                    page.texts
                        .insert(format!("{name}.{:02}", at + 1), text.to_owned());
                }
                page.tables.insert(name, TableKind::List);
            }
            _ => return Err(format!("{name} is no text")),
        }
    }
    Ok(page)
}

fn read_table(page: &mut PageTexts, name: &str, table: toml::Table) -> Result<(), String> {
    let mut kind = TableKind::Named;
    for (key, entry) in table {
        let toml::Value::String(text) = entry else {
            return Err(format!("{name}.{key} is no text"));
        };
        match key.as_str() {
            "OF" => kind = TableKind::Of(text),
            "WORD_OF" => kind = TableKind::WordOf(text),
            _ => drop(page.texts.insert(format!("{name}.{key}"), text)),
        }
    }
    page.tables.insert(name.to_owned(), kind);
    Ok(())
}

/// Returns the texts of another language that the first does not have.
fn unknown(
    own: &BTreeMap<String, PageTexts>,
    others: &[BTreeMap<String, PageTexts>],
) -> Vec<String> {
    let mut faults = Vec::new();
    for (language, pages) in LANGUAGES.iter().skip(1).zip(others) {
        for (page, texts) in pages {
            let first = own.get(page);
            for name in texts.texts.keys() {
                if !first.is_some_and(|first| first.texts.contains_key(name)) {
                    faults.push(format!(
                        "{language}/{page}.toml: {} has no {name}",
                        LANGUAGES[0]
                    ));
                }
            }
            let declared =
                |kind: &&TableKind| matches!(kind, TableKind::Of(_) | TableKind::WordOf(_));
            if let Some(kind) = texts.tables.values().find(declared) {
                faults.push(format!(
                    "{language}/{page}.toml: {kind:?} is said in {} only",
                    LANGUAGES[0]
                ));
            }
        }
    }
    faults
}

fn read_text(
    page: &str,
    name: &str,
    written: &str,
    others: &[BTreeMap<String, PageTexts>],
) -> Result<Text, String> {
    let at = |language: &str| format!("{language}/{page}.toml, {name}");
    let mut given = Vec::new();
    let own = pack(written, &mut |asked| Some(place(&mut given, asked)))
        .map_err(|fault| format!("{}: {fault}", at(LANGUAGES[0])))?;
    let mut packed = vec![own.clone()];
    for (language, pages) in LANGUAGES.iter().skip(1).zip(others) {
        let text = pages.get(page).and_then(|page| page.texts.get(name));
        packed.push(match text {
            Some(text) => {
                let mut told = BTreeSet::new();
                let known = pack(text, &mut |asked| {
                    told.insert(asked.to_owned());
                    given.iter().position(|one| one == asked)
                });
                let known = known.map_err(|fault| format!("{}: {fault}", at(language)))?;
                if let Some(left) = given.iter().find(|one| !told.contains(*one)) {
                    return Err(format!("{}: {{{left}}} is not there", at(language)));
                }
                known
            }
            None if *language == LEAVES_OUT && !pages.contains_key(page) => own.clone(),
            None => return Err(format!("{}: missing", at(language))),
        });
    }
    if name.contains('.') && !given.is_empty() {
        return Err(format!("{}: nothing is given here", at(LANGUAGES[0])));
    }
    Ok(Text {
        page: page.to_owned(),
        name: name.to_owned(),
        given,
        written: written.to_owned(),
        packed,
    })
}

fn place(given: &mut Vec<String>, asked: &str) -> usize {
    given
        .iter()
        .position(|one| one == asked)
        .unwrap_or_else(|| {
            given.push(asked.to_owned());
            given.len() - 1
        })
}

/// Returns the letter of the parameter with a name.
fn number(name: &str, find: &mut dyn FnMut(&str) -> Option<usize>) -> Result<char, String> {
    let at = find(name.trim()).ok_or(format!("nothing is given as {{{name}}}"))?;
    char::from_digit(at as u32, 36).ok_or("too many things are given".to_owned())
}

/// Packs a text: replaces names by numbers, also in its forms; `find` returns the number of a name.
fn pack(text: &str, find: &mut dyn FnMut(&str) -> Option<usize>) -> Result<String, String> {
    let mut packed = String::new();
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '{' | '}' | '[' | ']' if letters.peek() == Some(&letter) => {
                letters.next();
                packed.push(letter);
            }
            '{' => {
                let name = until(&mut letters, '}')?;
                packed.extend([HOLE, number(&name, find)?]);
            }
            '[' => {
                let all = until(&mut letters, ']')?;
                let (name, forms) = all.split_once(':').ok_or(format!("[{all}]: no name"))?;
                let (one, several) = forms.split_once('|').ok_or(format!("[{all}]: one form"))?;
                packed.extend([FORMS, number(name, find)?]);
                packed += &pack(one.trim_start(), find)?;
                packed.push(OR);
                packed += &pack(several, find)?;
                packed.push(END);
            }
            '}' | ']' => return Err(format!("a {letter} too many")),
            _ => packed.push(letter),
        }
    }
    Ok(packed)
}

fn until(letters: &mut dyn Iterator<Item = char>, end: char) -> Result<String, String> {
    let mut text = String::new();
    for letter in letters {
        if letter == end {
            return Ok(text);
        }
        text.push(letter);
    }
    Err(format!("no {end}"))
}
