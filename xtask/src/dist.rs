//! `cargo xtask dist`: both editions of the app in `dist/`, and their sizes against the budget.

use crate::console::{detail, step};
use crate::process::{node, run};
use crate::tools::Tools;
use crate::{Outcome, browser, build, places};

/// Makes `dist/`. Fails if the first usable screen weighs more than it did.
pub fn dist(tools: &Tools) -> Outcome {
    let built = build::release(tools)?;
    step("配布物を作ります");
    run(node(&places::script("folder.mjs"))
        .arg(&built)
        .arg(places::dist()))?;
    run(node(&places::script("single-file.mjs"))
        .arg(&built)
        .arg(places::dist()))?;
    detail(&format!("フォルダ版:     {}", places::dist().display()));
    detail(&format!(
        "1ファイル版:    {}",
        places::dist().join("michishirube.html").display()
    ));
    step("大きさを確かめます");
    run(node(&places::script("sizes.mjs")).arg(places::dist()))?;
    loaded()
}

/// What a browser is given of it, where there is one.
fn loaded() -> Outcome {
    let Some(browser) = browser::installed() else {
        detail("ブラウザが見つからないので、ブラウザが受け取る量は測りません。");
        return Ok(());
    };
    run(node(&places::script("loaded.mjs"))
        .arg(places::dist())
        .env("CHROME", browser))
}
