//! `cargo xtask dist`: both editions of the app in `dist/`, their sizes against the budget, and the archive that
//! towns download.

use crate::console::{detail, step};
use crate::fresh::Freshness;
use crate::process::{node, run, run_asking_why};
use crate::times::Times;
use crate::tools::Tools;
use crate::{Outcome, browser, build, paths, release};
use std::path::Path;

/// Makes all of `dist/`, unless it is up to date; then fails if the files that everyone loads have grown.
pub fn dist(tools: &Tools) -> Outcome {
    let times = Times::start()?;
    let freshness = Freshness::of_dist();
    let inputs = freshness.inputs()?;
    if freshness.is_fresh(&inputs) {
        step("dist/ は最新です。前に作ってから、もとになるものが何も変わっていません。");
        return Ok(());
    }
    freshness.forget();
    let built = build::release(tools, &times)?;
    times.measure("配布物と ZIP", || pack(&built))?;
    step("大きさを確かめます");
    times.measure("大きさの確認", weigh)?;
    freshness.remember(&inputs)
}

/// Writes both editions and the archive to `dist/`.
fn pack(built: &Path) -> Outcome {
    step("配布物を作ります");
    for script in ["folder.mjs", "single-file.mjs"] {
        run(node(&paths::script(script)).arg(built).arg(paths::dist()))?;
    }
    detail(&format!("フォルダ版:     {}", paths::dist().display()));
    detail(&format!(
        "1ファイル版:    {}",
        paths::dist().join("michishirube.html").display()
    ));
    step("町に渡す ZIP を作ります");
    let archive = release::pack(&paths::dist())?;
    detail(&format!("ZIP:            {}", archive.display()));
    Ok(())
}

/// Compares the delivered files with their ceilings.
fn weigh() -> Outcome {
    let weighed = run_asking_why(node(&paths::script("sizes.mjs")).arg(paths::dist()));
    both(weighed, loaded())
}

/// Joins two checks: if both fail, both errors are reported.
fn both(one: Outcome, other: Outcome) -> Outcome {
    match (one, other) {
        (Err(one), Err(other)) => Err(format!("{one}\n{other}")),
        (one, other) => one.and(other),
    }
}

/// Measures the files that a browser loads, if there is a browser.
fn loaded() -> Outcome {
    let Some(browser) = browser::installed() else {
        detail("ブラウザが見つからないので、ブラウザが受け取る量は測りません。");
        return Ok(());
    };
    run_asking_why(
        node(&paths::script("loaded.mjs"))
            .arg(paths::dist())
            .env("CHROME", browser),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_copies_on_one_host_keep_their_own_files_for_use_without_a_network() {
        assert_eq!(run(&mut node(&paths::script("two-copies.mjs"))), Ok(()));
    }
}
