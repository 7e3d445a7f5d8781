//! Checks on the files of the repository: a tidy top level, and pins that name versions instead of places.

use crate::process::{command, output};
use crate::{Outcome, paths};
use std::collections::BTreeSet;
use std::fs;

/// Names allowed in the top folder.
pub const TOP_LEVEL: [&str; 21] = [
    ".cargo",
    ".ci",
    ".gitignore",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE",
    "README.md",
    "Trunk.toml",
    "clippy.toml",
    "deny.toml",
    "index.html",
    "package-lock.json",
    "package.json",
    "public",
    "rust-toolchain.toml",
    "src",
    "style",
    "tests",
    "xtask",
];

/// Files that could name the source of packages, besides every `Cargo.toml`, and the words they would use.
const PINS: [&str; 4] = [
    "package-lock.json",
    "package.json",
    ".cargo/config.toml",
    "Trunk.toml",
];
const PLACES: [&str; 6] = [
    "\"resolved\"",
    "registry",
    "replace-with",
    "[source",
    "index = ",
    ".tgz",
];

/// Source that Cargo writes for its own public registry; anything else would tie the project to one place.
const USUAL_SOURCE: &str = "source = \"registry+https://github.com/rust-lang/crates.io-index\"";

/// Runs both checks; the error lists every finding.
pub fn files() -> Outcome {
    let files = repository_files();
    let mut findings = strangers(&files);
    for name in PINS.into_iter().chain(manifests(&files)) {
        let text = fs::read_to_string(paths::root().join(name)).unwrap_or_default();
        findings.extend(paths_named(name, &text));
    }
    let lock = fs::read_to_string(paths::root().join("Cargo.lock")).unwrap_or_default();
    findings.extend(unusual_sources(&lock));
    if findings.is_empty() {
        println!("  問題はありません。");
        return Ok(());
    }
    Err(findings.join("\n  "))
}

/// Returns all files that are in the repository, or about to be added.
pub fn repository_files() -> String {
    let git =
        output(command("git").args(["ls-files", "--cached", "--others", "--exclude-standard"]));
    git.unwrap_or_default()
}

fn strangers(files: &str) -> Vec<String> {
    let tops: BTreeSet<&str> = files
        .lines()
        .filter_map(|path| path.split('/').next())
        .collect();
    tops.into_iter()
        .filter(|top| !TOP_LEVEL.contains(top))
        .map(|top| format!("一番上のフォルダに「{top}」があります。ここには決めたものだけを置きます（xtask/src/checks.rs）。"))
        .collect()
}

/// Returns the `Cargo.toml` of every package.
fn manifests(files: &str) -> impl Iterator<Item = &str> {
    let is_manifest = |path: &&str| path.rsplit('/').next() == Some("Cargo.toml");
    files.lines().filter(is_manifest)
}

fn paths_named(name: &str, text: &str) -> Vec<String> {
    text.lines()
        .enumerate()
        .filter(|(_, line)| PLACES.iter().any(|word| line.contains(word)))
        .map(|(at, line)| {
            format!("{name} の {} 行目に、部品の取り寄せ先が書かれています: {}。版だけを残してください。", at + 1, line.trim())
        })
        .collect()
}

fn unusual_sources(lock: &str) -> Vec<String> {
    lock.lines()
        .filter(|line| line.starts_with("source = ") && *line != USUAL_SOURCE)
        .map(|line| format!("Cargo.lock に、いつもと違う取り寄せ先があります: {line}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_agreed_names_may_be_at_the_top() {
        assert!(strangers("Cargo.toml\nsrc/lib.rs\n.ci/run").is_empty());
        assert!(strangers("notes.txt\nsrc/lib.rs")[0].contains("notes.txt"));
    }

    #[test]
    fn a_lock_file_names_versions_and_no_places() {
        assert!(
            paths_named(
                "package-lock.json",
                "\"version\": \"6.1.0\",\n\"integrity\": \"sha512-x\""
            )
            .is_empty()
        );
        let found = paths_named("package-lock.json", "{\n\"resolved\": \"somewhere\"");
        assert!(found[0].contains("2 行目"), "{found:?}");
    }

    #[test]
    fn the_manifest_of_every_package_is_checked() {
        let files = "Cargo.lock\nCargo.toml\nsrc/app/Cargo.toml\nsrc/app/lib.rs";
        let found: Vec<&str> = manifests(files).collect();
        assert_eq!(found, ["Cargo.toml", "src/app/Cargo.toml"]);
    }

    #[test]
    fn crates_come_from_the_usual_source() {
        assert!(unusual_sources(USUAL_SOURCE).is_empty());
        assert_eq!(unusual_sources("source = \"registry+elsewhere\"").len(), 1);
    }
}
