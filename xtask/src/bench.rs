//! `cargo xtask bench`: measures the finished app against its budgets.

use crate::process::{node, run};
use crate::{Outcome, dist, paths, setup};

/// Builds the app, then runs `tests/bench/run.mjs`, which makes its data and prints a table.
pub fn bench(words: &[String]) -> Outcome {
    let script = paths::root().join("tests").join("bench").join("run.mjs");
    if !script.is_file() {
        return Err(format!(
            "測定のスクリプトがありません: {}",
            script.display()
        ));
    }
    let env = setup::for_testing()?;
    dist::dist(&env.tools)?;
    let mut measure = node(&script);
    measure.args(words).env("MICHISHIRUBE_DIST", paths::dist());
    if let Some(browser) = &env.browser {
        measure.env("CHROME", browser);
    }
    run(&mut measure)
}
