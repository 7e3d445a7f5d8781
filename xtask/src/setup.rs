//! The set-up: everything a command needs, done once, skipped if it is there.

use crate::console::{detail, step};
use crate::process::{cargo, command, output, run};
use crate::tools::Tools;
use crate::{Outcome, browser, npm, paths, tools};
use std::path::PathBuf;

/// Compiler target of the browser.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Environment of the tests.
pub struct TestEnv {
    /// Tools that build the app.
    pub tools: Tools,
    /// Browser for the tests; `None` for Playwright's own.
    pub browser: Option<PathBuf>,
}

/// Prepares everything needed to build and serve the app.
pub fn for_building() -> Outcome<Tools> {
    sources()?;
    tools::ready()
}

/// Prepares the compiler target of the browser, npm packages and crates.
pub fn sources() -> Outcome {
    wasm_target()?;
    npm::ready()?;
    crates()
}

/// Prepares everything needed to run every test.
pub fn for_testing() -> Outcome<TestEnv> {
    component("fmt", "rustfmt")?;
    component("clippy", "clippy")?;
    let tools = for_building()?;
    let browser = browser::ready()?;
    match &browser {
        Some(path) => detail(&format!("ブラウザ: {}", path.display())),
        None => detail("ブラウザ: Playwright の Chromium"),
    }
    Ok(TestEnv { tools, browser })
}

fn wasm_target() -> Outcome {
    let library = output(command("rustc").args(["--print", "sysroot"])).map(|sysroot| {
        PathBuf::from(sysroot)
            .join("lib")
            .join("rustlib")
            .join(WASM)
            .join("lib")
    });
    if library.is_some_and(|folder| folder.is_dir()) {
        return Ok(());
    }
    step("Rust に WebAssembly 用の部品を加えます（初回だけ。1分ほど）");
    run(command("rustup").args(["target", "add", WASM])).map_err(|sentence| {
        format!(
            "{sentence}\n  Rust を rustup で入れていないときは、rustup で入れ直すか、\
             お使いの Rust に {WASM} の標準ライブラリを加えてください。"
        )
    })
}

fn component(subcommand: &str, name: &str) -> Outcome {
    if output(cargo().args([subcommand, "--version"])).is_some() {
        return Ok(());
    }
    step(&format!("Rust に {name} を加えます（初回だけ）"));
    run(command("rustup").args(["component", "add", name]))
}

/// Returns the compiler target of this machine.
pub fn host() -> Outcome<String> {
    let version = output(command("rustc").arg("-vV")).unwrap_or_default();
    version
        .lines()
        .find_map(|line| line.strip_prefix("host: "))
        .map(str::to_owned)
        .ok_or_else(|| "rustc が、この機械の名前を言いません。".into())
}

/// Fetches the crates: Trunk builds offline, and so does the licence script, so they must be on the machine before.
fn crates() -> Outcome {
    let host = host()?;
    let fetch = || {
        let mut fetch = cargo();
        fetch.args(["fetch", "--quiet", "--target", WASM, "--target", &host]);
        fetch
    };
    if output(fetch().arg("--offline")).is_some() {
        return Ok(());
    }
    step("Rust の部品（クレート）を取り寄せます（初回と、部品が変わったときだけ。1分ほど）");
    run(&mut fetch())
        .map_err(|sentence| format!("{sentence}\n  対象のフォルダ: {}", paths::root().display()))
}
