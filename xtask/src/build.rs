//! From sources to a folder that runs: the chart library by esbuild, the app by Cargo and wasm-split (Trunk serves it
//! during development).

use crate::background::Background;
use crate::console::{detail, step};
use crate::process::{cargo, command, node, run};
use crate::setup::WASM;
use crate::times::Times;
use crate::tools::{self, Tools};
use crate::{Outcome, paths, words};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

/// Name of the app in Cargo.
const APP: &str = "michishirube";
/// Name of the readers' app in Cargo.
const READER: &str = "reader";
/// Name of the worker in Cargo, and of its profile.
const WORKER: &str = "worker";

/// Makes the parts delivered with the app: the parts of ECharts that we use, and all licences, in `target/vendor/`.
/// They are made again only when a script or a lock file changed.
pub fn vendor() -> Outcome {
    let scripts = [paths::script("echarts.mjs"), paths::script("licenses.mjs")];
    let sources = [
        paths::script("echarts-entry.js"),
        paths::root().join("package-lock.json"),
        paths::root().join("Cargo.lock"),
        paths::root().join("LICENSE"),
    ];
    let made = paths::made("vendor")
        .join("licenses")
        .join("THIRD-PARTY.txt");
    if changed(&made)
        > scripts
            .iter()
            .chain(&sources)
            .filter_map(|file| changed(file))
            .max()
    {
        return Ok(());
    }
    step("グラフの部品（ECharts）を使うところだけにまとめ、ライセンスをそろえます");
    scripts.iter().try_for_each(|script| run(&mut node(script)))
}

/// Builds the app, optimised and split into parts that are fetched on first use; the editions are made from the
/// returned folder.
pub fn release(tools: &Tools, times: &Times) -> Outcome<PathBuf> {
    times.measure("グラフの部品とことば", || {
        vendor().and_then(|()| words::pack())
    })?;
    let splitter = tools::splitter()?;
    let web = paths::made("web");
    let (folder, kept) = (web.join("release"), web.join("optimised"));
    step("アプリを組み立てます（最適化あり。初回は2分から5分）");
    detail(&format!("置き場所: {}", folder.display()));
    let worker = times.measure("ワーカーのコンパイル", || worker(tools))?;
    // Optimising the worker takes minutes on one processor. Cargo leaves one free while it links the rest.
    let ahead = Background::start(
        "optimise",
        node(&paths::script("optimise.mjs"))
            .arg(&worker)
            .arg("fast")
            .arg(&kept),
    )?;
    times.measure("編集の画面と読む画面のコンパイル", compile)?;
    let cut = times.measure("編集の画面の分割", || cut(tools, &splitter))?;
    let reader = bound(tools, READER, "release", "web")?;
    step("部品ごとに小さくします");
    times.measure("ワーカーの最適化の残り", || ahead.wait())?;
    times.measure("部品の最適化", || {
        let parts = [&cut, &reader, &worker, &kept, &folder, &paths::named()];
        run(node(&paths::script("assemble.mjs")).args(parts))
    })?;
    Ok(folder)
}

/// Compiles the editor and the reader together: in one command, so that Cargo chooses the same features for both and
/// compiles shared crates once. `src/link.rs` keeps the relocations of the editor for wasm-split.
fn compile() -> Outcome {
    run(cargo()
        .args(["build", "--release", "--target", WASM])
        .args(["--package", APP, "--package", READER, "--bins"])
        .args(["--features", "michishirube/split"]))
}

/// Returns the command that compiles the editor as Trunk does, so that Trunk finds it compiled.
pub fn editor(profile: &str) -> Command {
    let mut build = cargo();
    build.args(["build", "--target", WASM, "--package", APP, "--bin", APP]);
    if profile == "release" {
        build.arg("--release");
    }
    build
}

/// Splits the app as `src/parts.rs` says, and prepares its first part for the browser.
fn cut(tools: &Tools, splitter: &Path) -> Outcome<PathBuf> {
    let compiled = paths::compiled().join(WASM).join("release");
    let cut = paths::made("web").join("cut");
    // Remove files of an earlier build. Ignore errors: there may be none.
    let _ = fs::remove_dir_all(&cut);
    let whole = compiled.join(format!("{APP}.wasm"));
    run(command(splitter)
        .args(["--target", "web", "--out-name", APP])
        .arg(&whole)
        .arg(&cut))?;
    let start = cut.join(format!("{APP}.wasm"));
    run(command(&tools.wasm_bindgen)
        .args(["--target", "web", "--no-typescript", "--keep-lld-exports"])
        .arg("--out-dir")
        .arg(&cut)
        .arg(&start))?;
    fs::remove_file(&start)
        .map_err(|error| format!("{} を消せません: {error}", start.display()))?;
    run(node(&paths::script("join.mjs")).arg(&cut))?;
    Ok(cut)
}

/// Compiles the worker, for speed. A worker that starts from a text cannot be a module.
fn worker(tools: &Tools) -> Outcome<PathBuf> {
    run(cargo()
        .args(["build", "--profile", WORKER, "--target", WASM])
        .args(["--package", WORKER]))?;
    bound(tools, WORKER, WORKER, "no-modules")
}

/// Runs wasm-bindgen on the compiled code of an app in one part, ready for the browser.
fn bound(tools: &Tools, name: &str, profile: &str, target: &str) -> Outcome<PathBuf> {
    let bound = paths::made("web").join(name);
    // Remove files of an earlier build. Ignore errors: there may be none.
    let _ = fs::remove_dir_all(&bound);
    let compiled = paths::compiled().join(WASM).join(profile);
    run(command(&tools.wasm_bindgen)
        .args(["--target", target, "--no-typescript"])
        .arg("--out-dir")
        .arg(&bound)
        .arg(compiled.join(format!("{name}.wasm"))))?;
    Ok(bound)
}

fn changed(file: &Path) -> Option<SystemTime> {
    fs::metadata(file).and_then(|about| about.modified()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_with_tidy_tables_call_the_same_functions() {
        let mut holds = node(&paths::script("tables-hold.mjs"));
        assert_eq!(run(&mut holds), Ok(()));
    }

    #[test]
    fn a_module_in_another_order_does_the_same() {
        let mut holds = node(&paths::script("order-holds.mjs"));
        assert_eq!(run(&mut holds), Ok(()));
    }
}
