//! Makes a function of every text of the dictionary, and the packed languages for what has no browser. A text that one
//! language lacks, or that is given something else there, stops the build.

#[path = "pack.rs"]
// Some of it is used only by `cargo xtask words`.
#[allow(dead_code)]
mod pack;

use pack::{LANGUAGES, Text, Words};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

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
        for (at, text) in texts.iter().filter(|(_, text)| !text.name.contains('.')) {
            function(&mut code, *at, text).map_err(wrong)?;
        }
        tables(&mut code, &texts).map_err(wrong)?;
        writeln!(code, "}}").map_err(wrong)?;
    }
    Ok(code)
}

fn function(code: &mut String, at: usize, text: &Text) -> std::fmt::Result {
    let raw = |name: &str| match KEYWORDS.contains(&name) {
        true => format!("r#{name}"),
        false => name.to_owned(),
    };
    let name = raw(&text.name);
    writeln!(code, "    #[doc = {:?}]", format!("「{}」", text.written))?;
    if text.given.is_empty() {
        return writeln!(
            code,
            "    pub fn {name}() -> &'static str {{ super::text({at}) }}"
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
        "    pub fn {name}({}) -> String {{ super::fill({at}, &[{}]) }}",
        taken.join(", "),
        passed.join(", ")
    )
}

/// Writes the functions that find texts in the tables of a page.
fn tables(code: &mut String, texts: &[(usize, &Text)]) -> std::fmt::Result {
    let in_table = |(at, text): &(usize, &Text)| {
        let (table, name) = text.name.split_once('.')?;
        Some((table.to_owned(), *at, name.to_owned()))
    };
    let mut tables: Vec<(String, usize, Vec<String>)> = Vec::new();
    for (table, at, name) in texts.iter().filter_map(in_table) {
        match tables.last_mut().filter(|(last, ..)| *last == table) {
            Some((.., names)) => names.push(name),
            None => tables.push((table, at, vec![name])),
        }
    }
    if tables.is_empty() {
        return Ok(());
    }
    writeln!(code, "    pub(crate) const TABLES: &[super::Table] = &[")?;
    for (table, first, names) in tables {
        writeln!(code, "        ({table:?}, {first}, &{names:?}),")?;
    }
    writeln!(code, "    ];")?;
    writeln!(code, "    /// The text of this name in this table.")?;
    writeln!(
        code,
        "    pub fn find(table: &str, name: &str) -> Option<&'static str> {{ super::find(TABLES, table, name) }}"
    )
}

const KEYWORDS: [&str; 17] = [
    "as", "box", "break", "do", "else", "for", "if", "in", "let", "loop", "match", "move", "ref",
    "type", "use", "where", "while",
];
