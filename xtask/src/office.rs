//! LibreOffice, for the tests that open our files in a spreadsheet and a word processor.

use crate::console::detail;
use crate::{Outcome, debian, paths};
use std::env;
use std::path::PathBuf;

/// Parts of LibreOffice that the tests use: the spreadsheet and the word processor.
const PARTS: [&str; 2] = ["calc", "writer"];

/// Finds LibreOffice, or installs it. The error says what to do.
pub fn ready() -> Outcome {
    if debian::may_install() {
        debian::install(&missing(debian::has))?;
    }
    let found = installed().ok_or_else(|| {
        "LibreOffice がありません。入れるか、その soffice の場所を環境変数 SOFFICE に書いてください。".to_owned()
    })?;
    detail(&format!("LibreOffice: {}", found.display()));
    Ok(())
}

/// Returns the packages that are missing on this machine. A LibreOffice with windows is as good as one without, and
/// both cannot be installed at once.
fn missing(has: impl Fn(&str) -> bool) -> Vec<&'static str> {
    let windowed = has("libreoffice-core");
    let package = |part| match (part, windowed) {
        ("calc", true) => "libreoffice-calc",
        ("calc", false) => "libreoffice-calc-nogui",
        (_, true) => "libreoffice-writer",
        (_, false) => "libreoffice-writer-nogui",
    };
    let packages = PARTS.into_iter().map(package);
    packages.filter(|name| !has(name)).collect()
}

/// Returns the program on this machine.
pub fn installed() -> Option<PathBuf> {
    let named = env::var_os("SOFFICE").map(PathBuf::from);
    let on_path = ["soffice", "libreoffice"]
        .iter()
        .filter_map(|name| paths::on_path(name));
    let mac = PathBuf::from("/Applications/LibreOffice.app/Contents/MacOS/soffice");
    let windows = env::var_os("ProgramFiles").map(|folder| {
        PathBuf::from(folder)
            .join("LibreOffice")
            .join("program")
            .join("soffice.exe")
    });
    let places = named.into_iter().chain(on_path).chain([mac]).chain(windows);
    places.into_iter().find(|path| path.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_packages_are_of_the_kind_that_is_there_already() {
        assert_eq!(
            missing(|_| false),
            ["libreoffice-calc-nogui", "libreoffice-writer-nogui"]
        );
        let windowed = ["libreoffice-core", "libreoffice-calc"];
        assert_eq!(
            missing(|name| windowed.contains(&name)),
            ["libreoffice-writer"]
        );
        assert!(missing(|_| true).is_empty());
    }
}
