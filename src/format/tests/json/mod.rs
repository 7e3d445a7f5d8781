//! Tests of the app's own file.

mod round;
mod schema;
mod versions;
mod wild;
mod wrong;

/// A small file as the app writes it.
const SMALL: &str = include_str!("../../../../tests/data/v2/small.json");

use fixtures::files_in as files;

/// Returns every sample, by file name.
fn samples() -> Vec<(String, Vec<u8>)> {
    files("public/samples")
}
