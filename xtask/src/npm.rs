//! Node.js and the packages of package-lock.json.

use crate::console::long_step;
use crate::process::{command, output, run};
use crate::{Outcome, paths};
use std::fs;

const OLDEST_NODE: u32 = 20;

/// Checks Node.js and installs the packages, unless those of the lock file are already installed.
pub fn ready() -> Outcome {
    check_node()?;
    let root = paths::root();
    let lock = root.join("package-lock.json");
    let wanted =
        fs::read(&lock).map_err(|error| format!("{} を読めません: {error}", lock.display()))?;
    let stamp = root.join("node_modules").join(".installed-from");
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    long_step(
        "npm の部品を入れます",
        "初回と、部品が変わったときだけ。1分ほど",
        || {
            run(command(program()).args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]))?;
            fs::write(&stamp, &wanted)
                .map_err(|error| format!("{} に書けません: {error}", stamp.display()))
        },
    )
}

/// Returns the name of the program `npm` on this platform.
pub fn program() -> &'static str {
    if cfg!(windows) { "npm.cmd" } else { "npm" }
}

fn check_node() -> Outcome {
    let version = output(command("node").arg("--version")).unwrap_or_default();
    match major(&version) {
        Some(major) if major >= OLDEST_NODE => Ok(()),
        found => Err(format!(
            "Node.js {OLDEST_NODE} 以上が要ります（{}）。入れてから、もう一度実行してください。\n\
             \x20 Windows: winget install OpenJS.NodeJS.LTS\n\
             \x20 macOS:   brew install node\n\
             \x20 Linux:   お使いのディストリビューションの nodejs と npm",
            found.map_or("見つかりません".to_string(), |major| format!(
                "今あるのは {major}"
            ))
        )),
    }
}

fn major(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_is_read_from_what_node_prints() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major(""), None);
    }
}
