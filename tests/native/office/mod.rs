//! Our files in LibreOffice: run by `cargo xtask test office`, which sets it up.
//!
//! A new case is a test with `#[ignore = "needs LibreOffice"]` in a file of this folder, which calls [`converted`].

mod documents;
#[path = "../../../src/output/tests/documents.rs"]
mod every_document;
mod every_format;
mod fill_in;
mod grant_forms;
mod parts;
mod workbooks;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// Two instances would wait for each other's profile.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

/// Longest time of a conversion: a file takes seconds, but the first start makes a profile.
const LONGEST: Duration = Duration::from_secs(240);

/// Opens the files in LibreOffice and saves them as the format `to` (`xlsx`, `fods`, `pdf`), in order. The results
/// stay in `target/tmp/office/saved/` for inspection.
pub fn converted(files: &[(&str, &[u8])], to: &str) -> Vec<Vec<u8>> {
    converted_with(&[], files, to)
}

/// Does the same, with options for reading the files.
pub fn converted_with(options: &[&str], files: &[(&str, &[u8])], to: &str) -> Vec<Vec<u8>> {
    let _alone = ONE_AT_A_TIME
        .lock()
        .unwrap_or_else(|poisoned| poisoned.into_inner());
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("office");
    let saved = folder.join("saved");
    std::fs::create_dir_all(&saved).unwrap();
    let mut given = Vec::new();
    let mut wanted: Vec<PathBuf> = Vec::new();
    for (name, bytes) in files {
        let path = folder.join(name);
        std::fs::write(&path, bytes).unwrap();
        let result = saved.join(name).with_extension(to);
        let _ = std::fs::remove_file(&result);
        given.push(path);
        wanted.push(result);
    }
    let soffice = std::env::var_os("SOFFICE").unwrap_or_else(|| "soffice".into());
    let mut program = Command::new(soffice);
    program
        .arg(format!(
            "-env:UserInstallation=file://{}",
            folder.join("profile").display()
        ))
        .args(["--headless", "--norestore"])
        .args(options)
        .args(["--convert-to", to, "--outdir"])
        .arg(&saved)
        .args(&given)
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    run(program);
    let read = |path: &PathBuf| {
        std::fs::read(path).unwrap_or_else(|why| panic!("{}: {why}", path.display()))
    };
    wanted.iter().map(read).collect()
}

fn run(mut program: Command) {
    let mut running = program.spawn().expect("LibreOffice starts");
    let begun = Instant::now();
    loop {
        match running.try_wait().unwrap() {
            Some(status) => return assert!(status.success(), "LibreOffice: {status}"),
            None if begun.elapsed() > LONGEST => {
                let _ = running.kill();
                panic!("LibreOffice did not end within {LONGEST:?}");
            }
            None => std::thread::sleep(Duration::from_millis(100)),
        }
    }
}
