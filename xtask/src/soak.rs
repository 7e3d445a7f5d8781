//! `cargo xtask soak`: stress tests of the finished app, to find lost data.

use crate::process::{cargo, node, run};
use crate::{Outcome, dist, paths, setup};

/// Makes `dist/` if it is missing, then runs `tests/soak/run.mjs`, which prints the numbers of acknowledged, found
/// and lost edits; with `typing` runs `tests/soak/typing.mjs`, which prints the same for keys.
pub fn soak(words: &[String]) -> Outcome {
    if let Some(("readers", rest)) = words
        .split_first()
        .map(|(first, rest)| (first.as_str(), rest))
    {
        return readers(rest);
    }
    let env = setup::for_testing()?;
    if !paths::dist().join("index.html").is_file() {
        dist::dist(&env.tools)?;
    }
    let (script, words) = match words.split_first() {
        Some((first, rest)) if first == "typing" => ("typing.mjs", rest),
        _ => ("run.mjs", words),
    };
    let script = paths::root().join("tests").join("soak").join(script);
    let mut rounds = node(&script);
    rounds.args(words).env("MICHISHIRUBE_DIST", paths::dist());
    if let Some(browser) = &env.browser {
        rounds.env("CHROME", browser);
    }
    run(&mut rounds)
}

/// Gives foreign files with random changes to every reader: native, and optimised. `--reader` selects one of them,
/// `--from` the first input: `--inputs 1` repeats a single failing one.
fn readers(words: &[String]) -> Outcome {
    let mut tests = cargo();
    tests.args(["test", "--profile", "soak", "--package", "michishirube"]);
    tests.args(["--test", "native"]);
    tests.args(["as_many_changed_files", "--", "--ignored", "--nocapture"]);
    for pair in words.chunks(2) {
        let name = match pair[0].as_str() {
            "--inputs" => "MICHISHIRUBE_INPUTS",
            "--seed" => "MICHISHIRUBE_SEED",
            "--from" => "MICHISHIRUBE_FROM",
            "--reader" => "MICHISHIRUBE_READER",
            other => {
                return Err(format!(
                    "「{other}」は、ここでは使えません。使えるもの: --inputs --seed --from --reader"
                ));
            }
        };
        let value = pair
            .get(1)
            .ok_or_else(|| format!("{} の後に値を書いてください。", pair[0]))?;
        tests.env(name, value);
    }
    run(&mut tests)
}
