//! `cargo xtask bench`: measures the finished app against its budgets.

use crate::process::{node, run};
use crate::setup::TestEnv;
use crate::{Outcome, dist, paths, setup};

/// Builds the app, then runs the scripts of `tests/bench/`, which make their data and print tables; after `--why`
/// runs the one that shows the time spent on a keystroke.
pub fn bench(words: &[String]) -> Outcome {
    let env = setup::for_testing()?;
    dist::dist(&env.tools)?;
    if let Some((first, rest)) = words.split_first()
        && first == "--why"
    {
        return measure("why.mjs", rest, &env);
    }
    measure("run.mjs", words, &env)?;
    measure("region.mjs", &[], &env)?;
    measure("publish.mjs", &[], &env)?;
    measure("formats.mjs", &[], &env)
}

fn measure(name: &str, words: &[String], env: &TestEnv) -> Outcome {
    let script = paths::root().join("tests").join("bench").join(name);
    if !script.is_file() {
        return Err(format!(
            "測定のスクリプトがありません: {}",
            script.display()
        ));
    }
    let mut measure = node(&script);
    measure.args(words).env("MICHISHIRUBE_DIST", paths::dist());
    measure.env("MICHISHIRUBE_NAMED", paths::named());
    if let Some(browser) = &env.browser {
        measure.env("CHROME", browser);
    }
    run(&mut measure)
}
