//! `cargo xtask dist --twice`: checks that two builds of the same sources on one machine have the same bytes.

use crate::console::step;
use crate::release::{self, Files};
use crate::setup::WASM;
use crate::tools::Tools;
use crate::{Outcome, dist, paths};
use std::fs;

/// Builds `dist/`, deletes everything that was compiled for it, builds it again, and compares every file. Fails with
/// the names of the files that differ.
pub fn dist_twice(tools: &Tools) -> Outcome {
    dist::dist(tools)?;
    let first = release::files(&paths::dist())?;
    step("組み立てたものを消して、もう一度作ります");
    forget_what_was_built();
    dist::dist(tools)?;
    let second = release::files(&paths::dist())?;
    match different(&first, &second) {
        names if names.is_empty() => {
            step(&format!(
                "{} 個のファイルは、2回とも同じです。",
                first.len()
            ));
            Ok(())
        }
        names => Err(format!("2回で違うファイルがあります: {}", names.join(" "))),
    }
}

/// Deletes the results of Cargo and the scripts for `dist/`, except for the tools.
fn forget_what_was_built() {
    let compiled = paths::compiled().join(WASM);
    let folders = [
        compiled.join("release"),
        compiled.join("worker"),
        paths::made("web"),
        paths::made("vendor"),
        paths::dist(),
    ];
    for folder in folders {
        // Ignore errors: a folder may be missing.
        let _ = fs::remove_dir_all(folder);
    }
}

/// Returns the names of files that only one build has, or that differ.
fn different<'a>(first: &'a Files, second: &'a Files) -> Vec<&'a str> {
    let changed = first
        .iter()
        .filter(|(name, bytes)| second.get(*name) != Some(bytes))
        .map(|(name, _)| name.as_str());
    let added = second.keys().filter(|name| !first.contains_key(*name));
    changed.chain(added.map(String::as_str)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(list: &[(&str, &str)]) -> Files {
        let file = |(name, text): &(&str, &str)| ((*name).to_owned(), text.as_bytes().to_vec());
        list.iter().map(file).collect()
    }

    #[test]
    fn files_that_differ_and_files_of_one_build_are_named() {
        let first = files(&[("a.wasm", "1"), ("b.js", "2"), ("c.css", "3")]);
        assert!(different(&first, &first).is_empty());
        let second = files(&[("a.wasm", "1"), ("b.js", "9"), ("d.css", "3")]);
        assert_eq!(different(&first, &second), ["b.js", "c.css", "d.css"]);
    }
}
