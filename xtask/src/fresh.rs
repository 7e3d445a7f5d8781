//! Checks if `dist/` is up to date, by the content of its inputs and of its files.

use crate::process::{command, output};
use crate::{Outcome, browser, checks, paths};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Names in the top folder that do not influence `dist/`. Every other name there counts as an input.
const NOT_INPUTS: [&str; 9] = [
    ".ci",
    ".gitignore",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "README.md",
    "Trunk.toml",
    "clippy.toml",
    "deny.toml",
    "tests",
];

/// Compares `dist/` and its inputs with the record of the last successful run.
pub struct Freshness {
    root: PathBuf,
    dist: PathBuf,
    /// File with the SHA-256 of the inputs and of `dist/` at the end of that run.
    record: PathBuf,
}

impl Freshness {
    /// Returns that of this clone.
    pub fn of_dist() -> Self {
        Self {
            root: paths::root(),
            dist: paths::dist(),
            record: paths::made("web").join("dist.sha256"),
        }
    }

    /// Returns the fingerprint of all inputs: the files, and the tools that no file pins.
    pub fn inputs(&self) -> Outcome<String> {
        let names = checks::TOP_LEVEL
            .into_iter()
            .filter(|name| !NOT_INPUTS.contains(name));
        let mut hash = Sha256::new();
        for name in names {
            add(&mut hash, &self.root, &self.root.join(name))?;
        }
        for fact in surroundings() {
            add_part(&mut hash, fact.as_bytes());
        }
        Ok(hex(hash.finalize()))
    }

    /// True if the last successful run had the same inputs and its files in `dist/` are unchanged.
    pub fn is_fresh(&self, inputs: &str) -> bool {
        let record = fs::read_to_string(&self.record);
        record.is_ok_and(|record| self.written(inputs).is_ok_and(|now| now == record))
    }

    /// Removes the record, so that a run that fails leaves none.
    pub fn forget(&self) {
        // Ignore errors: there may be none.
        let _ = fs::remove_file(&self.record);
    }

    /// Writes the record; `inputs` is the fingerprint from before the run.
    pub fn remember(&self, inputs: &str) -> Outcome {
        fs::write(&self.record, self.written(inputs)?)
            .map_err(|error| format!("{} に書けません: {error}", self.record.display()))
    }

    fn written(&self, inputs: &str) -> Outcome<String> {
        let mut hash = Sha256::new();
        add(&mut hash, &self.dist, &self.dist)?;
        Ok(format!(
            "{inputs}  inputs\n{}  dist\n",
            hex(hash.finalize())
        ))
    }
}

/// Returns the tools and settings of this machine that influence the files or their measurement.
fn surroundings() -> [String; 5] {
    let variable = |name: &str| std::env::var(name).unwrap_or_default();
    [
        output(command("rustc").arg("-vV")).unwrap_or_default(),
        // Node.js compresses the parts of the file edition.
        output(command("node").arg("--version")).unwrap_or_default(),
        variable("RUSTFLAGS"),
        variable("CARGO_ENCODED_RUSTFLAGS"),
        // Without a browser, the loaded files are not measured.
        browser::installed().is_some().to_string(),
    ]
}

/// Adds a file, or all files below a folder in the order of their names, each with its path relative to `root`.
/// Leaves out the folders `tests` of crates.
fn add(hash: &mut Sha256, root: &Path, path: &Path) -> Outcome {
    let wrong = |error: std::io::Error| format!("{} を読めません: {error}", path.display());
    if path.is_dir() {
        if path.ends_with("tests") {
            return Ok(());
        }
        let entries = fs::read_dir(path).map_err(wrong)?;
        let inner = entries.map(|entry| entry.map(|entry| entry.path()));
        let inner: BTreeSet<PathBuf> = inner.collect::<Result<_, _>>().map_err(wrong)?;
        return inner.iter().try_for_each(|path| add(hash, root, path));
    }
    // A clone may lack an optional file of the top folder.
    if path.exists() {
        let name = path.strip_prefix(root).unwrap_or(path);
        add_part(hash, name.as_os_str().as_encoded_bytes());
        add_part(hash, &fs::read(path).map_err(wrong)?);
    }
    Ok(())
}

/// Adds bytes with their length before them, so that no two lists of parts have the same bytes.
fn add_part(hash: &mut Sha256, bytes: &[u8]) {
    hash.update(format!("{} ", bytes.len()));
    hash.update(bytes);
}

/// Returns a digest in hexadecimal digits.
pub fn hex(digest: impl AsRef<[u8]>) -> String {
    let bytes = digest.as_ref();
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Makes a clone with one source and a built `dist/`.
    fn built(name: &str) -> Freshness {
        let root = std::env::temp_dir().join(format!("fresh-{}-{name}", std::process::id()));
        let dist = root.join("dist");
        let app = root.join("src").join("app");
        for folder in [&app.join("tests"), &root.join("tests"), &dist] {
            fs::create_dir_all(folder).expect("a folder");
        }
        fs::write(app.join("page.rs"), "a").expect("a file");
        fs::write(dist.join("index.html"), "made of a").expect("a file");
        let record = root.join("dist.sha256");
        Freshness { root, dist, record }
    }

    fn is_fresh_after(name: &str, change: impl FnOnce(&Freshness)) -> bool {
        let build = built(name);
        let before = build.inputs().expect("inputs");
        assert!(!build.is_fresh(&before));
        build.remember(&before).expect("written");
        change(&build);
        let fresh = build.is_fresh(&build.inputs().expect("inputs"));
        fs::remove_dir_all(&build.root).expect("gone");
        fresh
    }

    #[test]
    fn what_did_not_change_is_fresh() {
        assert!(is_fresh_after("same", |_| ()));
        assert!(is_fresh_after("touched", |build| {
            fs::write(build.root.join("src/app/page.rs"), "a").expect("a file");
        }));
        for folder in ["tests", "src/app/tests"] {
            assert!(is_fresh_after("test", |build| {
                fs::write(build.root.join(folder).join("page.rs"), "a").expect("a file");
            }));
        }
    }

    #[test]
    fn a_changed_added_renamed_or_removed_input_is_not_fresh() {
        let page = |build: &Freshness| build.root.join("src/app/page.rs");
        assert!(!is_fresh_after("changed", |build| {
            fs::write(page(build), "b").expect("a file");
        }));
        assert!(!is_fresh_after("added", |build| {
            fs::write(build.root.join("LICENSE"), "MIT").expect("a file");
        }));
        assert!(!is_fresh_after("renamed", |build| {
            fs::rename(page(build), build.root.join("src/app/site.rs")).expect("renamed");
        }));
        assert!(!is_fresh_after("removed", |build| {
            fs::remove_file(page(build)).expect("removed");
        }));
    }

    #[test]
    fn a_removed_or_changed_file_of_dist_is_not_fresh() {
        let index = |build: &Freshness| build.dist.join("index.html");
        assert!(!is_fresh_after("dist-removed", |build| {
            fs::remove_file(index(build)).expect("removed");
        }));
        assert!(!is_fresh_after("dist-changed", |build| {
            fs::write(index(build), "made of b").expect("a file");
        }));
        assert!(!is_fresh_after("dist-gone", |build| {
            fs::remove_dir_all(&build.dist).expect("removed");
        }));
    }

    #[test]
    fn a_run_that_is_forgotten_is_not_fresh() {
        assert!(!is_fresh_after("forgotten", Freshness::forget));
    }

    #[test]
    fn what_is_no_input_is_named_as_the_top_folder_names_it() {
        for name in NOT_INPUTS {
            assert!(checks::TOP_LEVEL.contains(&name), "{name}");
        }
    }
}
