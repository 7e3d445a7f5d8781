//! Generates a function for every text of the dictionary, and the packed languages for programs without a browser. A
//! text that one language lacks, or that takes other parameters there, stops the build.

#[path = "pack.rs"]
// Only `cargo xtask words` uses some of it.
#[allow(dead_code)]
mod pack;

use pack::{Fetched, LANGUAGES, TableKind, Text, Words};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

type WriteResult = std::fmt::Result;

fn main() -> Result<(), String> {
    let folder = Path::new(".");
    for language in LANGUAGES {
        println!(
            "cargo::rerun-if-changed={}",
            folder.join(language).display()
        );
    }
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=pack.rs");
    println!("cargo::rerun-if-changed=furigana.rs");
    println!("cargo::rerun-if-changed=furigana.txt");
    let words = Words::read(folder)?;
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("no OUT_DIR")?);
    write(&out.join("text.rs"), &functions(&words)?)?;
    for (at, language) in LANGUAGES.iter().enumerate() {
        write(&out.join(format!("{language}.txt")), &words.whole(at))?;
        write(
            &out.join(format!("{language}-site.txt")),
            &words.packed_for_sites(at),
        )?;
        write(
            &out.join(format!("{language}-readers.txt")),
            &words.packed_for_readers(at),
        )?;
        write(
            &out.join(format!("{language}-editor.txt")),
            &words.packed(at).concat(),
        )?;
    }
    Ok(())
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}

fn functions(words: &Words) -> Result<String, String> {
    let mut pages: Vec<(&str, Vec<(usize, &Text)>)> = Vec::new();
    for (at, text) in words.texts().iter().enumerate() {
        match pages.last_mut().filter(|(page, _)| *page == text.page) {
            Some((_, texts)) => texts.push((at, text)),
            None => pages.push((&text.page, vec![(at, text)])),
        }
    }
    let mut code = String::new();
    let wrong = |_| "cannot be written".to_owned();
    for (page, texts) in pages {
        writeln!(code, "/// The texts of `{page}.toml`.\npub mod {page} {{").map_err(wrong)?;
        // Function that looks up a text of this page.
        let up = match Fetched::of(page) {
            Fetched::Seldom => "text_said_seldom",
            Fetched::First | Fetched::Opening => "text",
        };
        writeln!(code, "    use super::{up} as look_up;").map_err(wrong)?;
        for (at, text) in texts.iter().filter(|(_, text)| !text.name.contains('.')) {
            function(&mut code, *at, text).map_err(wrong)?;
        }
        tables(&mut code, words, page, &texts).map_err(wrong)?;
        writeln!(code, "}}").map_err(wrong)?;
    }
    Ok(code)
}

fn function(code: &mut String, at: usize, text: &Text) -> WriteResult {
    let raw = |name: &str| match KEYWORDS.contains(&name) {
        true => format!("r#{name}"),
        false => name.to_owned(),
    };
    let name = raw(&text.name);
    writeln!(code, "    #[doc = {:?}]", format!("「{}」", text.written))?;
    if text.given.is_empty() {
        return writeln!(
            code,
            "    pub fn {name}() -> &'static str {{ look_up({at}) }}"
        );
    }
    let given: Vec<_> = text.given.iter().map(|name| raw(name)).collect();
    let taken: Vec<_> = given
        .iter()
        .map(|name| format!("{name}: impl super::Say"))
        .collect();
    let passed: Vec<_> = given.iter().map(|name| format!("&{name}")).collect();
    writeln!(
        code,
        "    pub fn {name}({}) -> String {{ super::fill(look_up({at}), &[{}]) }}",
        taken.join(", "),
        passed.join(", ")
    )
}

/// A table or list of a page: its name, the index of its first text, and the names of its texts in order.
type Table<'a> = (&'a str, usize, Vec<&'a str>);

/// Writes the functions of the tables and lists of a page.
fn tables(code: &mut String, words: &Words, page: &str, texts: &[(usize, &Text)]) -> WriteResult {
    let mut tables: Vec<Table> = Vec::new();
    for (at, text) in texts {
        let Some((table, name)) = text.name.split_once('.') else {
            continue;
        };
        match tables.last_mut().filter(|(last, ..)| *last == table) {
            Some((.., names)) => names.push(name),
            None => tables.push((table, *at, vec![name])),
        }
    }
    let mut named = Vec::new();
    for table in tables {
        match words.kind(page, table.0) {
            TableKind::Named => named.push(table),
            TableKind::Of(of) => {
                let name = table.0;
                let doc = format!("The text of a `{}`.", of.trim_start_matches('&'));
                writeln!(
                    code,
                    "    #[doc = {doc:?}]\n    pub fn {name}(of: {of}) -> &'static str {{"
                )?;
                by_variant(code, of.trim_start_matches('&'), &table)?;
                writeln!(code, "    }}")?;
            }
            TableKind::WordOf(of) => {
                writeln!(
                    code,
                    "    impl crate::Word for {of} {{\n    fn word(&self) -> &'static str {{\n    let of = self;"
                )?;
                by_variant(code, of, &table)?;
                writeln!(code, "    }}\n    }}")?;
            }
            TableKind::List => list(code, &table)?,
        }
    }
    if named.is_empty() {
        return Ok(());
    }
    writeln!(code, "    pub(crate) const TABLES: &[super::Table] = &[")?;
    for (table, first, names) in named {
        writeln!(code, "        ({table:?}, {first}, &{names:?}),")?;
    }
    writeln!(code, "    ];")?;
    writeln!(code, "    /// The text of this name in this table.")?;
    writeln!(
        code,
        "    pub fn find(table: &str, name: &str) -> Option<&'static str> {{ super::find(TABLES, table, name).map(look_up) }}"
    )
}

/// Writes the text of each variant of a type.
fn by_variant(code: &mut String, of: &str, (_, first, names): &Table) -> WriteResult {
    // `Option<insight::Gap>`: a text for each variant, and one for `None`.
    let inner = of
        .strip_prefix("Option<")
        .and_then(|of| of.strip_suffix('>'));
    writeln!(code, "    look_up(match of {{")?;
    for (at, name) in names.iter().enumerate() {
        let variant = camel_case(name);
        // A pattern for variants with fields and without.
        let pattern = match inner {
            Some(_) if *name == "none" => "None".to_owned(),
            Some(of) => format!("Some({of}::{variant} {{ .. }})"),
            None => format!("{of}::{variant} {{ .. }}"),
        };
        writeln!(code, "        {pattern} => {},", first + at)?;
    }
    writeln!(code, "    }})")
}

fn list(code: &mut String, (name, first, names): &Table) -> WriteResult {
    let texts: Vec<_> = (0..names.len())
        .map(|at| format!("look_up({})", first + at))
        .collect();
    writeln!(code, "    /// The texts of the list `{name}`.")?;
    writeln!(
        code,
        "    pub fn {name}() -> [&'static str; {}] {{ [{}] }}",
        names.len(),
        texts.join(", ")
    )
}

/// `first_period` → `FirstPeriod`.
fn camel_case(name: &str) -> String {
    let word = |word: &str| {
        let (first, rest) = word.split_at(word.len().min(1));
        first.to_uppercase() + rest
    };
    name.split('_').map(word).collect()
}

const KEYWORDS: [&str; 17] = [
    "as", "box", "break", "do", "else", "for", "if", "in", "let", "loop", "match", "move", "ref",
    "type", "use", "where", "while",
];
