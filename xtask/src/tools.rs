//! Trunk and wasm-bindgen: built from source once, kept in the cache of the user.

use crate::console::{detail, long_step};
use crate::process::{cargo, command, output, run};
use crate::{Outcome, paths};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Trunk 0.22 and later need a newer Rust than this project.
const TRUNK: &str = "0.21.14";

/// Reads the marks of `wasm_split_helpers` 0.2.3.
const SPLITTER: &str = "0.2.4";

/// Tools that every build needs, found or built.
pub struct Tools {
    /// `wasm-bindgen`, of exactly the version in Cargo.lock
    pub wasm_bindgen: PathBuf,
    /// `wasm-bindgen-test-runner`, of the same version
    pub test_runner: PathBuf,
}

impl Tools {
    /// Returns Trunk, which only `serve` needs, set to find wasm-bindgen without a download.
    pub fn trunk(&self) -> Outcome<Command> {
        let spec = ToolSpec {
            package: "trunk",
            version: TRUNK.to_string(),
            programs: &["trunk"],
            // Our builds are offline, so it needs neither TLS nor its update check.
            arguments: &["--locked", "--no-default-features"],
            optimisation: "0",
            expected: "初回だけ。2コアで2分から4分",
            tells_version: true,
        };
        let program = spec.only()?;
        let present = std::env::var_os("PATH").unwrap_or_default();
        let bindgen = self.wasm_bindgen.parent().map(Path::to_path_buf);
        let packages = paths::root().join("node_modules").join(".bin");
        let folders = bindgen.into_iter().chain([packages]);
        let path = std::env::join_paths(folders.chain(std::env::split_paths(&present)))
            .map_err(|error| format!("PATH を組み立てられません: {error}"))?;
        let mut trunk = command(program);
        // This version of Trunk stops at `NO_COLOR=1`.
        trunk.env("PATH", path).env_remove("NO_COLOR");
        Ok(trunk)
    }
}

/// Finds the tools in the right version, on PATH or in the cache, and builds missing ones.
pub fn ready() -> Outcome<Tools> {
    let wasm_bindgen = ToolSpec {
        package: "wasm-bindgen-cli",
        version: bindgen_version()?,
        programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
        arguments: &["--no-default-features"],
        // It processes megabytes of wasm at every build: unoptimised it would cost more than it saves.
        optimisation: "1",
        expected: "初回だけ。2コアで2分ほど",
        tells_version: true,
    };
    let mut programs = wasm_bindgen.ready()?.into_iter();
    match (programs.next(), programs.next()) {
        (Some(wasm_bindgen), Some(test_runner)) => Ok(Tools {
            wasm_bindgen,
            test_runner,
        }),
        _ => Err("道具の一覧がそろいません。".into()),
    }
}

/// Returns `wasm-split`, which splits the finished app into parts. It matches the `wasm_split_helpers` in Cargo.lock.
pub fn splitter() -> Outcome<PathBuf> {
    let spec = ToolSpec {
        package: "wasm_split_cli_support",
        version: SPLITTER.to_string(),
        programs: &["wasm-split-cli"],
        arguments: &["--locked", "--features", "build-binary"],
        optimisation: "1",
        expected: "初回だけ。2コアで1分ほど",
        tells_version: false,
    };
    spec.only()
}

struct ToolSpec {
    package: &'static str,
    version: String,
    programs: &'static [&'static str],
    arguments: &'static [&'static str],
    optimisation: &'static str,
    expected: &'static str,
    /// True if its programs print their version.
    tells_version: bool,
}

impl ToolSpec {
    /// Returns the program of a tool with a single program.
    fn only(&self) -> Outcome<PathBuf> {
        let missing = || format!("{} がありません。", self.package);
        self.ready()?.into_iter().next().ok_or_else(missing)
    }

    fn ready(&self) -> Outcome<Vec<PathBuf>> {
        let on_path: Vec<PathBuf> = self
            .programs
            .iter()
            .filter_map(|name| paths::on_path(name))
            .collect();
        if self.tells_version && self.all_right(&on_path) {
            return Ok(on_path);
        }
        let folder = paths::tools()?.join(format!("{}-{}", self.package, self.version));
        let cached = self.programs_in(&folder);
        if !self.all_right(&cached) {
            long_step(
                &format!("{} {} を組み立てます", self.package, self.version),
                self.expected,
                || self.build(&folder),
            )?;
        }
        if self.all_right(&cached) {
            Ok(cached)
        } else {
            Err(format!(
                "{} {} を組み立てましたが、動きません。{} を消して、もう一度試してください。",
                self.package,
                self.version,
                folder.display()
            ))
        }
    }

    fn programs_in(&self, folder: &Path) -> Vec<PathBuf> {
        let name = |program: &&str| {
            folder
                .join("bin")
                .join(format!("{program}{}", std::env::consts::EXE_SUFFIX))
        };
        self.programs.iter().map(name).collect()
    }

    fn all_right(&self, programs: &[PathBuf]) -> bool {
        let works = |program: &PathBuf| match self.tells_version {
            true => output(command(program).arg("--version"))
                .is_some_and(|line| line.split_whitespace().any(|word| word == self.version)),
            false => output(command(program).arg("--help")).is_some(),
        };
        programs.len() == self.programs.len() && programs.iter().all(works)
    }

    /// Builds the tool with little optimisation; deletes the intermediate files as soon as the programs are there.
    fn build(&self, folder: &Path) -> Outcome {
        let building = folder.join("building");
        detail(&format!("置き場所: {}", folder.display()));
        let mut install = cargo();
        install
            .args([
                "install",
                self.package,
                "--version",
                &self.version,
                "--force",
                "--root",
            ])
            .arg(folder)
            .arg("--target-dir")
            .arg(&building)
            .args(self.arguments)
            .args(self.programs.iter().flat_map(|name| ["--bin", name]))
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", self.optimisation)
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "64")
            .env("CARGO_PROFILE_RELEASE_DEBUG", "0");
        let built = run(&mut install);
        // A leftover folder costs space, not correctness.
        let _ = fs::remove_dir_all(&building);
        built
    }
}

/// Returns the version of wasm-bindgen with which the app is compiled: the tool must have exactly the same one.
fn bindgen_version() -> Outcome<String> {
    let lock = paths::root().join("Cargo.lock");
    let text = fs::read_to_string(&lock)
        .map_err(|error| format!("{} を読めません: {error}", lock.display()))?;
    version_in(&text, "wasm-bindgen")
        .ok_or_else(|| "Cargo.lock に wasm-bindgen がありません。".into())
}

fn version_in(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    let version = lines
        .nth(1)?
        .strip_prefix("version = \"")?
        .strip_suffix('"')?;
    Some(version.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_the_one_of_exactly_that_package() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.1.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"x\"\n";
        assert_eq!(version_in(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(version_in(lock, "trunk"), None);
    }
}
