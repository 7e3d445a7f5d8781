//! The name by which a version is chosen.

use ::words::{paper, time, versions as words};
use keep::{Version, VersionKind};

/// Returns the name of a version with its time: 「版「素案」 きょう 10:42」. `today` is a day such as 2026-11-27.
pub fn version_name(version: &Version, today: &str) -> String {
    match version.kind {
        VersionKind::Named => {
            let at = time::moment(&version.at.local, today);
            paper::version_of(words::named(&version.name), at)
        }
        VersionKind::Auto => time::automatic_copy(&version.at.local, today),
    }
}
