//! A Chromium for the tests, and Japanese fonts for its pages.

use crate::console::long_step;
use crate::debian;
use crate::process::{node, run};
use crate::{Outcome, paths};
use std::env;
use std::path::PathBuf;

/// Fonts with which Debian shows the app like the Windows of a town office.
const DEBIAN_FONTS: [&str; 2] = ["fonts-morisawa-bizud-gothic", "fonts-noto-cjk"];

/// Finds or installs a browser. `None` stands for Playwright's own one.
pub fn ready() -> Outcome<Option<PathBuf>> {
    let found = installed();
    if debian::may_install() {
        let mut packages: Vec<&str> = DEBIAN_FONTS
            .into_iter()
            .filter(|name| !debian::has(name))
            .collect();
        if found.is_none() {
            packages.push("chromium");
        }
        debian::install(&packages)?;
    }
    if let Some(path) = installed() {
        return Ok(Some(path));
    }
    long_step(
        "試験に使うブラウザ（Chromium）を入れます",
        "初回だけ。数分",
        || {
            let playwright = paths::root()
                .join("node_modules")
                .join("playwright")
                .join("cli.js");
            run(node(&playwright).args(["install", "chromium"])).map_err(|sentence| {
            format!("{sentence}\n  Chrome・Edge・Chromium のどれかを入れるか、その場所を環境変数 CHROME に書いてください。")
        })
        },
    )?;
    Ok(None)
}

/// Returns a browser that is on this machine.
pub fn installed() -> Option<PathBuf> {
    ["CHROME", "PLAYWRIGHT_CHROMIUM"]
        .iter()
        .filter_map(|name| env::var_os(name).map(PathBuf::from))
        .chain(usual_places())
        .find(|path| path.is_file())
}

fn usual_places() -> Vec<PathBuf> {
    if cfg!(windows) {
        let folders = ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"];
        let programs = [
            "Google\\Chrome\\Application\\chrome.exe",
            "Microsoft\\Edge\\Application\\msedge.exe",
        ];
        let folders = folders
            .iter()
            .filter_map(|name| env::var_os(name).map(PathBuf::from));
        return folders
            .flat_map(|folder| programs.map(|program| folder.join(program)))
            .collect();
    }
    if cfg!(target_os = "macos") {
        return ["Google Chrome", "Chromium", "Microsoft Edge"]
            .iter()
            .map(|name| PathBuf::from(format!("/Applications/{name}.app/Contents/MacOS/{name}")))
            .collect();
    }
    [
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "microsoft-edge",
    ]
    .iter()
    .filter_map(|name| paths::on_path(name))
    .collect()
}
