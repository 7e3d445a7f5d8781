//! Checks that no files of one crate import each other in a circle. Between crates, the compiler checks it.
//!
//! Reads imports, and paths within code and macros, from the source. Skips code for tests and paths to other crates.

use crate::{Outcome, paths};
use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use syn::{Attribute, Item, UseTree, Visibility};

/// Names, starting at the root of the crate.
type Names = Vec<String>;

/// A module: its file, the items it defines, its imports, and the paths in its code.
#[derive(Default)]
struct Module {
    file: PathBuf,
    items: BTreeSet<String>,
    imports: Vec<Import>,
    mentions: BTreeSet<Names>,
}

/// One leaf of a `use`: its path, and its name here (`None` for a glob).
struct Import {
    path: Names,
    name: Option<String>,
    passed_on: bool,
}

/// Modules of a crate by their names.
#[derive(Default)]
struct Crate {
    modules: BTreeMap<Names, Module>,
}

/// For each file, the other files of the crate that it uses.
type Uses = BTreeMap<PathBuf, BTreeSet<PathBuf>>;

/// Checks every crate below `src/`; the error lists every circle.
pub fn check() -> Outcome {
    let mut findings = Vec::new();
    for root in roots(&paths::root().join("src"))? {
        let circles = circles(&Crate::read(&root)?.uses());
        findings.extend(circles.iter().map(|files| sentence(files)));
    }
    match findings.is_empty() {
        true => Ok(()),
        false => Err(findings.join("\n  ")),
    }
}

/// Returns the root files of the crates in a folder and in the folders directly below it.
fn roots(source: &Path) -> Outcome<Vec<PathBuf>> {
    let wrong = |why: std::io::Error| format!("{} を読めません: {why}", source.display());
    let mut folders = BTreeSet::from([source.to_owned()]);
    for entry in fs::read_dir(source).map_err(wrong)? {
        folders.insert(entry.map_err(wrong)?.path());
    }
    let roots = folders
        .iter()
        .flat_map(|folder| [folder.join("lib.rs"), folder.join("main.rs")]);
    Ok(roots.filter(|root| root.is_file()).collect())
}

fn sentence(files: &[PathBuf]) -> String {
    let top = paths::root();
    let shown = |file: &PathBuf| {
        let inside = file.strip_prefix(&top).unwrap_or(file);
        inside.display().to_string().replace('\\', "/")
    };
    format!(
        "{}つのファイルが輪になって使い合っています: {}。共に使うものを、下のファイルへ移してください。",
        files.len(),
        files.iter().map(shown).collect::<Vec<_>>().join(" → ")
    )
}

impl Crate {
    /// Reads a crate from its root file, `lib.rs` or `main.rs`.
    fn read(root: &Path) -> Outcome<Self> {
        let mut read = Self::default();
        read.file(root, root.parent().unwrap_or(root), Vec::new())?;
        Ok(read)
    }

    /// Reads the file of a module; the files of its inner modules are in `folder`.
    fn file(&mut self, file: &Path, folder: &Path, names: Names) -> Outcome {
        let wrong = |why: String| format!("{} を読めません: {why}", file.display());
        let text = fs::read_to_string(file).map_err(|why| wrong(why.to_string()))?;
        let parsed = syn::parse_file(&text).map_err(|why| wrong(why.to_string()))?;
        self.items(parsed.items, file, folder, names)
    }

    fn items(&mut self, items: Vec<Item>, file: &Path, folder: &Path, names: Names) -> Outcome {
        let mut module = Module {
            file: file.to_owned(),
            ..Module::default()
        };
        for item in items {
            if attributes(&item).iter().any(is_for_tests) {
                continue;
            }
            match item {
                // It refers to another crate.
                Item::Use(item) if item.leading_colon.is_some() => {}
                Item::Use(item) => {
                    let passed_on = !matches!(item.vis, Visibility::Inherited);
                    leaves(&item.tree, &mut Vec::new(), passed_on, &mut module.imports);
                }
                Item::Mod(item) => {
                    let name = item.ident.to_string();
                    let inner = [names.clone(), vec![name.clone()]].concat();
                    match item.content {
                        Some((_, items)) => self.items(items, file, &folder.join(&name), inner)?,
                        None => {
                            let own = folder.join(&name);
                            let beside = folder.join(format!("{name}.rs"));
                            let file = match beside.is_file() {
                                true => beside,
                                false => own.join("mod.rs"),
                            };
                            self.file(&file, &own, inner)?;
                        }
                    }
                }
                item => {
                    module.items.extend(defined(&item));
                    mentions(item.to_token_stream(), &mut module.mentions);
                }
            }
        }
        self.modules.insert(names, module);
        Ok(())
    }

    fn uses(&self) -> Uses {
        let mut uses = Uses::new();
        for (names, module) in &self.modules {
            let imports = module.imports.iter().filter(|import| !import.passed_on);
            let paths = imports.map(|import| &import.path).chain(&module.mentions);
            let files = paths.filter_map(|path| self.file_of(names, path));
            let others = files.filter(|file| *file != module.file);
            uses.entry(module.file.clone()).or_default().extend(others);
        }
        uses
    }

    /// Returns the file that defines the item of a path in a module; `None` for other crates, and for modules
    /// themselves.
    fn file_of(&self, from: &Names, path: &[String]) -> Option<PathBuf> {
        self.follow(from, path, &mut BTreeSet::new())
    }

    /// Follows a path. Two modules may re-export each other: `asked` holds the paths already followed in each module.
    fn follow(
        &self,
        from: &Names,
        path: &[String],
        asked: &mut BTreeSet<(Names, Names)>,
    ) -> Option<PathBuf> {
        if !asked.insert((from.clone(), path.to_vec())) {
            return None;
        }
        let (mut at, mut rest) = (from.clone(), path);
        while let Some((name, after)) = rest.split_first() {
            match name.as_str() {
                "crate" => at.clear(),
                "self" => {}
                "super" => drop(at.pop()),
                _ => {
                    at.push(name.clone());
                    if !self.modules.contains_key(&at) {
                        at.pop();
                        return self.named(&at, rest, asked);
                    }
                }
            }
            rest = after;
        }
        None
    }

    /// Returns the file that defines the first of the names in a module, or the import of that name.
    fn named(
        &self,
        at: &Names,
        names: &[String],
        asked: &mut BTreeSet<(Names, Names)>,
    ) -> Option<PathBuf> {
        let module = self.modules.get(at)?;
        let (name, after) = names.split_first()?;
        if module.items.contains(name) {
            return Some(module.file.clone());
        }
        module.imports.iter().find_map(|import| {
            let rest = match &import.name {
                Some(own) if own == name => after,
                Some(_) => return None,
                // A glob of another crate is not searched.
                None if self.is_ours(at, &import.path) => names,
                None => return None,
            };
            self.follow(at, &[&import.path, rest].concat(), asked)
        })
    }

    fn is_ours(&self, at: &Names, path: &[String]) -> bool {
        path.first().is_some_and(|first| {
            matches!(first.as_str(), "crate" | "self" | "super")
                || self
                    .modules
                    .contains_key(&[at.clone(), vec![first.clone()]].concat())
        })
    }
}

fn is_for_tests(attribute: &Attribute) -> bool {
    attribute.path().is_ident("cfg") && {
        let condition = attribute.meta.to_token_stream().to_string();
        condition.contains("test") && !condition.contains("any")
    }
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

/// Returns the names that an item brings into its module; for a macro that makes items, every name in its input.
fn defined(item: &Item) -> Vec<String> {
    let name = match item {
        Item::Const(item) => &item.ident,
        Item::Enum(item) => &item.ident,
        Item::Fn(item) => &item.sig.ident,
        Item::Static(item) => &item.ident,
        Item::Struct(item) => &item.ident,
        Item::Trait(item) => &item.ident,
        Item::Type(item) => &item.ident,
        Item::Macro(item) if item.ident.is_none() => {
            let mut names = BTreeSet::new();
            words(item.mac.tokens.clone(), &mut names);
            return names.into_iter().collect();
        }
        _ => return Vec::new(),
    };
    vec![name.to_string()]
}

fn words(tokens: TokenStream, into: &mut BTreeSet<String>) {
    for token in tokens {
        match token {
            TokenTree::Ident(ident) => {
                into.insert(ident.to_string());
            }
            TokenTree::Group(group) => words(group.stream(), into),
            _ => {}
        }
    }
}

fn leaves(tree: &UseTree, path: &mut Names, passed_on: bool, into: &mut Vec<Import>) {
    let mut leaf = |path: Names, name| {
        into.push(Import {
            path,
            name,
            passed_on,
        })
    };
    let with = |name: String| [path.clone(), vec![name]].concat();
    match tree {
        UseTree::Path(tree) => {
            path.push(tree.ident.to_string());
            leaves(&tree.tree, path, passed_on, into);
            path.pop();
        }
        UseTree::Name(tree) if tree.ident == "self" => leaf(path.clone(), path.last().cloned()),
        UseTree::Name(tree) => leaf(with(tree.ident.to_string()), Some(tree.ident.to_string())),
        UseTree::Rename(tree) => {
            leaf(with(tree.ident.to_string()), Some(tree.rename.to_string()));
        }
        UseTree::Glob(_) => leaf(path.clone(), None),
        UseTree::Group(tree) => {
            for tree in &tree.items {
                leaves(tree, path, passed_on, into);
            }
        }
    }
}

/// Collects the paths of at least two names in code, also inside macros.
fn mentions(tokens: TokenStream, into: &mut BTreeSet<Names>) {
    let mut path = Names::new();
    let mut colons = 0;
    let mut end = |path: &mut Names| {
        if path.len() > 1 {
            into.insert(std::mem::take(path));
        }
        path.clear();
    };
    let mut inner = Vec::new();
    for token in tokens {
        match token {
            TokenTree::Ident(ident) => {
                if colons != 2 {
                    end(&mut path);
                }
                path.push(ident.to_string());
                colons = 0;
            }
            TokenTree::Punct(punct) if punct.as_char() == ':' && !path.is_empty() => colons += 1,
            other => {
                end(&mut path);
                colons = 0;
                if let TokenTree::Group(group) = other {
                    inner.push(group.stream());
                }
            }
        }
    }
    end(&mut path);
    for stream in inner {
        mentions(stream, into);
    }
}

/// Returns the circles, each as the shortest way round from its first file.
fn circles(uses: &Uses) -> Vec<Vec<PathBuf>> {
    let mut found: Vec<Vec<PathBuf>> = Vec::new();
    let mut reported = BTreeSet::new();
    for file in uses.keys() {
        if reported.contains(file) {
            continue;
        }
        if let Some(way) = way_back(uses, file) {
            reported.extend(way.iter().cloned());
            found.push(way);
        }
    }
    found
}

/// Returns the shortest way from a file back to itself.
fn way_back(uses: &Uses, file: &PathBuf) -> Option<Vec<PathBuf>> {
    let mut came_from: BTreeMap<&PathBuf, &PathBuf> = BTreeMap::new();
    let mut next = vec![file];
    while !next.is_empty() {
        let mut after = Vec::new();
        for at in next {
            for other in uses.get(at).into_iter().flatten() {
                if other == file {
                    let mut way = vec![at.clone()];
                    let mut at = at;
                    while at != file {
                        at = came_from.get(at)?;
                        way.push(at.clone());
                    }
                    way.reverse();
                    return Some(way);
                }
                if !came_from.contains_key(other) {
                    came_from.insert(other, at);
                    after.push(other);
                }
            }
        }
        next = after;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads a crate of these files, each with its name and its text, and returns its circles as names.
    fn found(name: &str, files: &[(&str, &str)]) -> Vec<Vec<String>> {
        let root = std::env::temp_dir().join(format!("circles-{name}-{}", std::process::id()));
        for (file, text) in files {
            let file = root.join(file);
            fs::create_dir_all(file.parent().expect("a folder")).expect("a folder can be made");
            fs::write(file, text).expect("a file can be written");
        }
        let read = Crate::read(&root.join("lib.rs"));
        fs::remove_dir_all(&root).expect("the folder can be removed");
        let circles = circles(&read.expect("the source can be read").uses());
        let name = |file: &PathBuf| {
            let inside = file.strip_prefix(&root).expect("a file of the crate");
            inside.display().to_string().replace('\\', "/")
        };
        let names = |files: &Vec<PathBuf>| files.iter().map(name).collect();
        circles.iter().map(names).collect()
    }

    #[test]
    fn a_circle_is_found_through_re_exports_macros_and_modules() {
        let files = [
            ("lib.rs", "pub mod page;"),
            ("page/mod.rs", "mod a; mod b; mod c; pub use a::A;"),
            (
                "page/a.rs",
                "use super::b; pub struct A; fn go() { b::go() }",
            ),
            (
                "page/b.rs",
                "use super::c::C; pub fn go() { view! { <C /> } }",
            ),
            ("page/c.rs", "pub struct C; fn go() { show!(super::A) }"),
        ];
        let around = ["page/a.rs", "page/b.rs", "page/c.rs"];
        assert_eq!(found("circle", &files), [around]);
    }

    #[test]
    fn two_files_that_import_each_other_through_the_root_are_a_circle() {
        let files = [
            ("lib.rs", "mod a; mod b; pub use a::*; pub use b::*;"),
            ("a.rs", "use crate::B; pub struct A;"),
            ("b.rs", "use crate::A; pub struct B;"),
        ];
        assert_eq!(found("root", &files), [["a.rs", "b.rs"]]);
    }

    #[test]
    fn tests_and_other_crates_are_ignored() {
        let files = [
            ("lib.rs", "mod low; mod high; pub mod format;"),
            (
                "low.rs",
                "use leptos::prelude::*; pub struct Low; #[cfg(test)] mod tests { use crate::high::High; }",
            ),
            (
                "high.rs",
                "use crate::low::Low; use other::low; pub struct High; fn go() { low::go() }",
            ),
            // Other crates, one of which has the name of a module here.
            (
                "format.rs",
                "use strategy::High; use ::format::json; pub fn go() { edit::high::High::new() }",
            ),
        ];
        assert!(found("others", &files).is_empty());
    }

    #[test]
    fn every_room_and_program_is_read() {
        let source = paths::root().join("src");
        let roots = roots(&source).expect("the source can be read");
        for root in ["main.rs", "app/lib.rs", "strategy/lib.rs", "reader/main.rs"] {
            assert!(roots.contains(&source.join(root)), "{root}");
        }
    }
}
