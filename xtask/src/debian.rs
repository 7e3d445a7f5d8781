//! Debian packages that tests need.

use crate::Outcome;
use crate::console::{detail, step};
use crate::process::{command, output, run};
use std::fs;

/// True if packages can be installed here: only on Debian itself, because in its descendants `chromium` may be an
/// empty package that refers to another source.
pub fn may_install() -> bool {
    let release = fs::read_to_string("/etc/os-release").unwrap_or_default();
    release.lines().any(|line| line == "ID=debian")
        && output(command("id").arg("-u")).is_some_and(|user| user == "0")
}

/// True if a package is on this machine.
pub fn has(name: &str) -> bool {
    output(command("dpkg-query").args(["-W", "-f=${Status}", name]))
        .is_some_and(|status| status.ends_with("ok installed"))
}

/// Installs packages; does nothing for an empty list.
pub fn install(packages: &[&str]) -> Outcome {
    if packages.is_empty() {
        return Ok(());
    }
    step(&format!("Debian の部品を入れます: {}", packages.join(" ")));
    detail("初回だけ。1分ほど");
    let apt = || {
        let mut apt = command("apt-get");
        apt.env("DEBIAN_FRONTEND", "noninteractive").arg("-qq");
        apt
    };
    run(apt().arg("update"))?;
    run(apt()
        .args(["install", "-y", "--no-install-recommends"])
        .args(packages))
}
