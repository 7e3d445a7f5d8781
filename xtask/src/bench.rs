//! `cargo xtask bench`: measures the finished app against its budgets.

use crate::process::{node, run};
use crate::{Outcome, dist, places, setup};

/// Builds the app, then runs `tests/bench/run.mjs`, which makes its data and prints a table.
pub fn bench(words: &[String]) -> Outcome {
    let script = places::root().join("tests").join("bench").join("run.mjs");
    if !script.is_file() {
        return Err(format!(
            "測定のスクリプトがありません: {}",
            script.display()
        ));
    }
    let rig = setup::for_testing()?;
    dist::dist(&rig.tools)?;
    let mut measure = node(&script);
    measure.args(words).env("MICHISHIRUBE_DIST", places::dist());
    if let Some(browser) = &rig.browser {
        measure.env("CHROME", browser);
    }
    run(&mut measure)
}
