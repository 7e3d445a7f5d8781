//! `cargo xtask publications`: writes publications of many kinds of plans, and checks them with specialised programs
//! for HTML, data packages and accessibility. Not part of `cargo xtask test`: it takes minutes.

use crate::console::{detail, step};
use crate::process::{cargo, command, node, output, run};
use crate::{Outcome, browser, npm, paths};
use std::path::PathBuf;

/// The Nu Html Checker from npm; it needs Java.
const VNU: &str = "vnu-jar@26.9.27";
/// The validator of data packages from PyPI; it needs Python.
const FRICTIONLESS: &str = "frictionless[excel]==5.21.0";

/// Writes the folders, then checks them; the error reports findings.
pub fn check() -> Outcome {
    npm::ready()?;
    let browser = browser::ready()?;
    step("公表用フォルダを書きます");
    run(cargo()
        .args(["test", "--workspace", "--test", "output-tests"])
        .arg("written_for_the_tests"))?;
    let mut check = node(&paths::script("publications.mjs"));
    check.arg(paths::compiled().join("tmp").join("published"));
    check.envs(browser.map(|path| ("CHROME", path)));
    check.envs(vnu()?.map(|path| ("VNU", path)));
    check.envs(frictionless()?.map(|path| ("FRICTIONLESS", path)));
    run(&mut check)
}

/// Returns the checker; `None` without Java.
fn vnu() -> Outcome<Option<PathBuf>> {
    if output(command("java").arg("-version")).is_none() {
        detail("Java がないため、vnu では確かめません");
        return Ok(None);
    }
    let folder = paths::made("tools").join("vnu");
    let jar = folder.join("node_modules/vnu-jar/build/dist/vnu.jar");
    if !jar.is_file() {
        step("vnu を入れます（初回だけ）");
        run(command(npm::program())
            .args([
                "install",
                "--no-save",
                "--no-audit",
                "--no-fund",
                "--prefix",
            ])
            .arg(&folder)
            .arg(VNU))?;
    }
    Ok(Some(jar))
}

/// Returns the validator in an environment of its own; `None` without Python.
fn frictionless() -> Outcome<Option<PathBuf>> {
    let python = ["python3", "python"];
    let python = python
        .into_iter()
        .find(|name| output(command(name).arg("--version")).is_some());
    let Some(python) = python else {
        detail("Python がないため、frictionless では確かめません");
        return Ok(None);
    };
    let folder = paths::made("tools").join("frictionless");
    let programs = folder.join(if cfg!(windows) { "Scripts" } else { "bin" });
    let program = programs.join("frictionless");
    if !program
        .with_extension(std::env::consts::EXE_EXTENSION)
        .is_file()
    {
        step("frictionless を入れます（初回だけ。1分ほど）");
        run(command(python).args(["-m", "venv"]).arg(&folder))?;
        run(command(programs.join("python")).args([
            "-m",
            "pip",
            "install",
            "--quiet",
            FRICTIONLESS,
        ]))?;
    }
    Ok(Some(program))
}
