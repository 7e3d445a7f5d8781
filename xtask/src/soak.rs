//! `cargo xtask soak`: the finished app used without mercy, to see whether anything is lost.

use crate::process::{node, run};
use crate::{Outcome, dist, places, setup};

/// Makes `dist/` if it is missing, then runs `tests/soak/run.mjs`, which prints what was acknowledged, found and lost.
pub fn soak(words: &[String]) -> Outcome {
    let rig = setup::for_testing()?;
    if !places::dist().join("index.html").is_file() {
        dist::dist(&rig.tools)?;
    }
    let script = places::root().join("tests").join("soak").join("run.mjs");
    let mut rounds = node(&script);
    rounds.args(words).env("MICHISHIRUBE_DIST", places::dist());
    if let Some(browser) = &rig.browser {
        rounds.env("CHROME", browser);
    }
    run(&mut rounds)
}
