//! `cargo xtask handbook`: the pictures of the handbook and of README, taken from the finished app.

use crate::process::run;
use crate::{Outcome, dist, setup, test};

/// Updates `dist/`, then runs `tests/e2e/handbook.spec.ts`, which takes the pictures and records their content. The
/// stage `e2e` compares that record with the app.
pub fn handbook() -> Outcome {
    let env = setup::for_testing()?;
    dist::dist(&env.tools)?;
    let mut pictures = test::playwright(&env);
    pictures
        .args(["--project", "folder", "handbook.spec.ts"])
        .env("MICHISHIRUBE_PICTURES", "take");
    run(&mut pictures)
}
