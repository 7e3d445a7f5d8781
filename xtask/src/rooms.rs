//! The rooms of the house kept apart: a room uses only those before it in `src/lib.rs`, and no files use each other in
//! a circle. Read from the source itself: imports, and paths within code and macros. Code for tests may use anything.

use crate::{Outcome, paths};
use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use syn::{Attribute, Item, UseTree, Visibility};

/// Names from the root of the crate on.
type Names = Vec<String>;

/// A module: where it stands, what it defines, what it imports, and the paths that its code writes out.
#[derive(Default)]
struct Module {
    file: PathBuf,
    items: BTreeSet<String>,
    imports: Vec<Import>,
    mentions: BTreeSet<Names>,
}

/// One leaf of a `use`: its path, and the name it has here (`None`: all that the path holds).
struct Import {
    path: Names,
    name: Option<String>,
    passed_on: bool,
}

/// The modules of a crate by their names, and its rooms in order.
struct House {
    modules: BTreeMap<Names, Module>,
    rooms: Vec<String>,
    root: PathBuf,
}

/// Which file uses which.
type Uses = BTreeMap<PathBuf, BTreeSet<PathBuf>>;

/// The check; the error lists every finding.
pub fn check() -> Outcome {
    let house = House::read(&paths::root().join("src"))?;
    let uses = house.uses();
    let mut findings = house.rises(&uses);
    for files in circles(&uses) {
        let names: Vec<_> = files.iter().map(|file| house.shown(file)).collect();
        findings.push(format!(
            "{}つのファイルが輪になって使い合っています: {}。共に使うものを、下のファイルへ移してください。",
            names.len(),
            names.join(" → ")
        ));
    }
    match findings.is_empty() {
        true => Ok(()),
        false => Err(findings.join("\n  ")),
    }
}

impl House {
    fn read(root: &Path) -> Outcome<Self> {
        let mut house = House {
            modules: BTreeMap::new(),
            rooms: Vec::new(),
            root: root.to_owned(),
        };
        house.file(&root.join("lib.rs"), root, Vec::new())?;
        Ok(house)
    }

    /// Reads a module's file; its modules stand in `folder`.
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
                Item::Use(item) => {
                    let passed_on = !matches!(item.vis, Visibility::Inherited);
                    leaves(&item.tree, &mut Vec::new(), passed_on, &mut module.imports);
                }
                Item::Mod(item) => {
                    let name = item.ident.to_string();
                    if names.is_empty() {
                        self.rooms.push(name.clone());
                    }
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

    /// The file that defines what a path in a module leads to; `None` for other crates, and for modules themselves.
    fn file_of(&self, from: &Names, path: &[String]) -> Option<PathBuf> {
        self.follow(from, path, &mut BTreeSet::new())
    }

    /// Two modules may pass all on to each other: what was `asked` of a module is not asked again.
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

    /// The file that defines the first of the names in a module, or what the module imports by that name.
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
                // What another crate holds is not looked into.
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

    /// What uses a room that stands after its own.
    fn rises(&self, uses: &Uses) -> Vec<String> {
        let room = |file: &Path| {
            let inside = file.strip_prefix(&self.root).unwrap_or(file);
            let first = Path::new(inside.iter().next()?).file_stem()?;
            self.rooms.iter().position(|room| first == room.as_str())
        };
        let mut found = Vec::new();
        for (file, others) in uses {
            for other in others {
                let (Some(own), Some(used)) = (room(file), room(other)) else {
                    continue;
                };
                if own < used {
                    found.push(format!(
                        "{} が、上の部屋の {} を使っています。部屋は、src/lib.rs で前にある部屋だけを使います。",
                        self.shown(file),
                        self.shown(other)
                    ));
                }
            }
        }
        found
    }

    fn shown(&self, file: &Path) -> String {
        let inside = file.strip_prefix(&self.root).unwrap_or(file);
        inside.display().to_string().replace('\\', "/")
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

/// The names an item brings into its module; of a macro that makes items, every name it is given.
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

/// The paths of two names or more that stand in code, also inside macros.
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

/// The circles, each as the shortest way round from its first file.
fn circles(uses: &Uses) -> Vec<Vec<PathBuf>> {
    let mut found: Vec<Vec<PathBuf>> = Vec::new();
    let mut told = BTreeSet::new();
    for file in uses.keys() {
        if told.contains(file) {
            continue;
        }
        if let Some(way) = way_back(uses, file) {
            told.extend(way.iter().cloned());
            found.push(way);
        }
    }
    found
}

/// The shortest way from a file back to itself.
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

    /// A house of these files: its name in the source, and its text.
    fn house(name: &str, files: &[(&str, &str)]) -> House {
        let root = std::env::temp_dir().join(format!("rooms-{name}-{}", std::process::id()));
        for (file, text) in files {
            let file = root.join(file);
            fs::create_dir_all(file.parent().expect("a folder")).expect("a folder can be made");
            fs::write(file, text).expect("a file can be written");
        }
        let house = House::read(&root);
        fs::remove_dir_all(&root).expect("the folder can be removed");
        house.expect("the source can be read")
    }

    const LOW: &str = "pub struct Low;";

    #[test]
    fn a_room_uses_only_those_before_it() {
        let files = [
            ("lib.rs", "pub mod low; pub mod high;"),
            ("low.rs", LOW),
            ("high.rs", "use crate::low::Low;"),
        ];
        let sound = house("sound", &files);
        assert!(sound.rises(&sound.uses()).is_empty());

        let files = [
            ("lib.rs", "pub mod low; pub mod high;"),
            ("low.rs", "use crate::high::High;"),
            ("high.rs", "pub struct High;"),
        ];
        let rising = house("rising", &files);
        let found = rising.rises(&rising.uses());
        assert!(
            found[0].starts_with("low.rs が、上の部屋の high.rs"),
            "{found:?}"
        );
    }

    #[test]
    fn a_circle_is_found_through_what_is_passed_on_in_macros_and_by_modules() {
        let files = [
            ("lib.rs", "pub mod room;"),
            ("room/mod.rs", "mod a; mod b; mod c; pub use a::A;"),
            (
                "room/a.rs",
                "use super::b; pub struct A; fn go() { b::go() }",
            ),
            (
                "room/b.rs",
                "use super::c::C; pub fn go() { view! { <C /> } }",
            ),
            ("room/c.rs", "pub struct C; fn go() { show!(super::A) }"),
        ];
        let found = house("circle", &files);
        let circles = circles(&found.uses());
        let names: Vec<_> = circles[0].iter().map(|file| found.shown(file)).collect();
        assert_eq!(names, ["room/a.rs", "room/b.rs", "room/c.rs"]);
    }

    #[test]
    fn tests_and_other_crates_are_left_alone() {
        let files = [
            ("lib.rs", "pub mod low; pub mod high;"),
            (
                "low.rs",
                "use leptos::prelude::*; pub struct Low; #[cfg(test)] mod tests { use crate::high::High; }",
            ),
            (
                "high.rs",
                "use crate::low::Low; use other::low; pub struct High; fn go() { low::go() }",
            ),
        ];
        let sound = house("tests", &files);
        assert!(sound.rises(&sound.uses()).is_empty());
        assert!(circles(&sound.uses()).is_empty());
    }
}
