//! Our own file.

mod round;
mod schema;
mod versions;
mod wild;
mod wrong;

/// A small file as it is written.
const SMALL: &str = include_str!("../../data/v2/small.json");

/// Every sample, by file name.
fn samples() -> Vec<(String, Vec<u8>)> {
    files("public/samples")
}

/// Every JSON file of a folder, by file name.
fn files(folder: &str) -> Vec<(String, Vec<u8>)> {
    let folder = format!("{}/{folder}", env!("CARGO_MANIFEST_DIR"));
    let mut all: Vec<_> = std::fs::read_dir(&folder)
        .unwrap_or_else(|why| panic!("{folder}: {why}"))
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.path().extension().is_some_and(|e| e == "json"))
        .map(|entry| {
            let name = entry.file_name().into_string().unwrap();
            (name, std::fs::read(entry.path()).unwrap())
        })
        .collect();
    all.sort();
    assert!(!all.is_empty(), "{folder} holds no file");
    all
}
