//! `cargo xtask soak`: the finished app used without mercy, to see whether anything is lost.

use crate::process::{node, run};
use crate::{Outcome, dist, paths, setup};

/// Makes `dist/` if it is missing, then runs `tests/soak/run.mjs`, which prints what was acknowledged, found and lost.
pub fn soak(words: &[String]) -> Outcome {
    let env = setup::for_testing()?;
    if !paths::dist().join("index.html").is_file() {
        dist::dist(&env.tools)?;
    }
    let script = paths::root().join("tests").join("soak").join("run.mjs");
    let mut rounds = node(&script);
    rounds.args(words).env("MICHISHIRUBE_DIST", paths::dist());
    if let Some(browser) = &env.browser {
        rounds.env("CHROME", browser);
    }
    run(&mut rounds)
}
