//! The release: one archive that towns download, with both editions, a page with the first steps, the handbook, the
//! licences of all parts, and the SHA-256 sum of every file. The same `dist/` makes the same bytes.

use crate::fresh::hex;
use crate::process::{command, output};
use crate::{Outcome, paths};
use flate2::Compression;
use flate2::write::DeflateEncoder;
use handbook::{Handbook, HandbookHeads, printed};
use rawzip::time::UtcDateTime;
use rawzip::{CompressionMethod, ZipArchiveWriter};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// Bytes of files by path.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Page with the first steps.
const HOW_TO: &str = include_str!("../web/how-to.html");
/// Name of that page, chosen so that users open it first.
const HOW_TO_NAME: &str = "はじめにお読みください.html";
/// Name of the handbook, for reading and printing without the app.
const HANDBOOK_NAME: &str = "手引き.html";
/// Files that are opened by double-click are at the top.
const AT_TOP: [&str; 2] = ["michishirube.html", "reader.html"];
/// Folder of the files for a web server.
const FOLDER: &str = "folder";
/// Name of the file with the sum of every other file, in the form of `sha256sum -c`.
const SUMS: &str = "SHA256SUMS.txt";

/// Date of every file in the archive, in seconds since 1970: 2000-01-01. The time of packing is not part of the
/// content.
const ANY_DAY: i64 = 946_684_800;

/// Packs `dist/` and puts the archive there; returns its path.
pub fn pack(dist: &Path) -> Outcome<PathBuf> {
    let version = version()?;
    let top = format!("michishirube-{version}");
    let tools = build_tools()?;
    let archive = archive(&top, &release(files(dist)?, &version, &tools)?)?;
    let path = dist.join(format!("{top}.zip"));
    fs::write(&path, archive)
        .map_err(|error| format!("{} に書けません: {error}", path.display()))?;
    Ok(path)
}

/// Returns the version of the app.
fn version() -> Outcome<String> {
    let file = paths::root().join("Cargo.toml");
    let text = fs::read_to_string(&file);
    let text = text.map_err(|error| format!("{} を読めません: {error}", file.display()))?;
    version_in(&text).map_err(|why| format!("{}: {why}", file.display()))
}

/// Reads the version that all packages of a workspace share from its manifest.
fn version_in(manifest: &str) -> Outcome<String> {
    let table: toml::Table = toml::from_str(manifest).map_err(|error| error.to_string())?;
    let package = table.get("workspace").and_then(|all| all.get("package"));
    let version = package.and_then(|about| about.get("version"));
    let version = version.and_then(toml::Value::as_str).map(str::to_owned);
    version.ok_or_else(|| "[workspace.package] に version がありません。".to_owned())
}

/// Returns the names and versions of the programs that decide the bytes of a build.
fn build_tools() -> Outcome<String> {
    let version = |program: &str| {
        let version = output(command(program).arg("--version"));
        version.ok_or_else(|| format!("「{program}」が、版を言いません。"))
    };
    Ok(format!(
        "{}、Node.js {}",
        version("rustc")?,
        version("node")?
    ))
}

/// Reads all files of a folder, except archives of earlier runs.
pub fn files(folder: &Path) -> Outcome<Files> {
    let mut files = Files::new();
    read(folder, "", &mut files)?;
    Ok(files)
}

fn read(folder: &Path, names: &str, into: &mut Files) -> Outcome {
    let wrong = |error: std::io::Error| format!("{} を読めません: {error}", folder.display());
    for entry in fs::read_dir(folder).map_err(wrong)? {
        let path = entry.map_err(wrong)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let inner = format!("{names}{name}");
        if path.is_dir() {
            read(&path, &format!("{inner}/"), into)?;
        } else if !inner.ends_with(".zip") {
            let bytes = fs::read(&path);
            let bytes =
                bytes.map_err(|error| format!("{} を読めません: {error}", path.display()))?;
            into.insert(inner, bytes);
        }
    }
    Ok(())
}

/// Returns the contents of the archive, made of `dist/`, with the files that the folder edition hands over.
fn release(built: Files, version: &str, tools: &str) -> Outcome<Files> {
    let mut files = Files::new();
    for name in AT_TOP {
        let bytes = built.get(name).ok_or_else(|| {
            format!("dist/{name} がありません。cargo xtask dist をやり直してください。")
        })?;
        files.insert(name.to_owned(), bytes.clone());
    }
    for (name, bytes) in built {
        if name.starts_with("licenses/") {
            files.insert(name.clone(), bytes.clone());
        }
        files.insert(format!("{FOLDER}/{name}"), bytes);
    }
    let how_to = HOW_TO
        .replace("{version}", version)
        .replace("{tools}", tools);
    files.insert(HOW_TO_NAME.to_owned(), how_to.into_bytes());
    files.insert(HANDBOOK_NAME.to_owned(), handbook()?.into_bytes());
    let sums = sums(&files);
    files.insert(SUMS.to_owned(), sums.into_bytes());
    Ok(files)
}

/// Returns the handbook as a page, with the page names of the app.
fn handbook() -> Outcome<String> {
    let read = |name: &str| {
        let path = paths::root().join(name);
        let text = fs::read_to_string(&path);
        text.map_err(|error| format!("{} を読めません: {error}", path.display()))
    };
    let table = |name: &str| {
        let table: toml::Table =
            toml::from_str(&read(name)?).map_err(|error| format!("{name}: {error}"))?;
        Ok::<_, String>(table)
    };
    let (names, purposes) = (
        table("src/words/ja/action.toml")?,
        table("src/words/ja/purposes.toml")?,
    );
    let regions = table("src/words/ja/region.toml")?;
    let said = |table: &toml::Table, name: &str| {
        table
            .get(name)
            .and_then(toml::Value::as_str)
            .unwrap_or_default()
            .to_owned()
    };
    let page = |name: &str| match name {
        "region" => said(&regions, "title"),
        name => said(&names, name),
    };
    let heads = HandbookHeads {
        title: "みちしるべ 手引き",
        contents: "目次",
        terms: "ことば",
        news: "更新のお知らせ",
        page: &page,
        purpose: &|name| said(&purposes, name),
        picture: &|picture| fs::read(paths::root().join("public").join(picture.asset())).ok(),
    };
    Ok(printed(
        &Handbook::read(&read("public/handbook/ja.md")?),
        &heads,
    ))
}

/// Returns a line for each file.
fn sums(files: &Files) -> String {
    let mut text = String::new();
    for (name, bytes) in files {
        // Writing into a string does not fail.
        let _ = writeln!(text, "{}  {name}", hex(Sha256::digest(bytes)));
    }
    text
}

/// Packs the files in a folder `top`, in the order of their names, all with the same date.
fn archive(top: &str, files: &Files) -> Outcome<Vec<u8>> {
    let mut writer = ZipArchiveWriter::new(Vec::new());
    for (name, bytes) in files {
        add(&mut writer, &format!("{top}/{name}"), bytes)
            .map_err(|error| format!("{name} を ZIP に入れられません: {error}"))?;
    }
    writer
        .finish()
        .map_err(|error| format!("ZIP を閉じられません: {error}"))
}

fn add(
    writer: &mut ZipArchiveWriter<Vec<u8>>,
    name: &str,
    bytes: &[u8],
) -> Result<(), rawzip::Error> {
    let entry = writer.new_file(name);
    let entry = entry.compression_method(CompressionMethod::DEFLATE);
    let entry = entry.last_modified(UtcDateTime::from_unix(ANY_DAY));
    let (mut entry, config) = entry.start()?;
    let packed = DeflateEncoder::new(&mut entry, Compression::best());
    let mut file = config.wrap(packed);
    file.write_all(bytes)?;
    let (packed, descriptor) = file.finish()?;
    packed.finish()?;
    entry.finish(descriptor)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn built() -> Files {
        let names = [
            "index.html",
            "michishirube.html",
            "reader.html",
            "licenses/THIRD-PARTY.txt",
            "samples/mihon.json",
        ];
        let all = names.into_iter();
        all.map(|name| (name.to_owned(), name.as_bytes().to_vec()))
            .collect()
    }

    #[test]
    fn the_archive_holds_both_editions_how_to_begin_licences_and_the_sum_of_each() {
        let files = release(built(), "1.2.3", "rustc 1.2.3、Node.js v1").expect("whole");
        let names: Vec<&str> = files.keys().map(String::as_str).collect();
        let expected = [
            "SHA256SUMS.txt",
            "folder/index.html",
            "folder/licenses/THIRD-PARTY.txt",
            "folder/michishirube.html",
            "folder/reader.html",
            "folder/samples/mihon.json",
            "licenses/THIRD-PARTY.txt",
            "michishirube.html",
            "reader.html",
            HOW_TO_NAME,
            HANDBOOK_NAME,
        ];
        assert_eq!(names, expected);
        let handbook = String::from_utf8_lossy(&files[HANDBOOK_NAME]);
        for told in [
            "<h2>指標</h2>",
            "<h2>広域</h2>",
            "<h3>実績を入れる</h3>",
            "<dt>純計</dt>",
            "<img src=\"data:image/webp;base64,UklG",
        ] {
            assert!(handbook.contains(told), "{told}");
        }
        let sums = String::from_utf8_lossy(&files[SUMS]);
        assert_eq!(sums.lines().count(), files.len() - 1);
        let how_to = String::from_utf8_lossy(&files[HOW_TO_NAME]);
        assert!(how_to.contains("みちしるべ 1.2.3") && how_to.contains("rustc 1.2.3、Node.js v1"));
        assert!(!how_to.contains("{tools}"));
    }

    #[test]
    fn the_same_files_make_the_same_archive() {
        let files = release(built(), "1.2.3", "rustc 1.2.3、Node.js v1").expect("whole");
        let first = archive("michishirube-1.2.3", &files).expect("packed");
        assert_eq!(archive("michishirube-1.2.3", &files), Ok(first));
    }

    #[test]
    fn without_an_edition_there_is_no_release() {
        let mut lacking = built();
        lacking.remove("reader.html");
        let sentence = release(lacking, "1.2.3", "").expect_err("must fail");
        assert!(sentence.contains("reader.html"), "{sentence}");
    }

    #[test]
    fn the_version_is_that_of_the_workspace() {
        let manifest =
            "[package]\nversion.workspace = true\n[workspace.package]\nversion = \"1.2.3\"";
        assert_eq!(version_in(manifest).as_deref(), Ok("1.2.3"));
        let lacking = version_in("[package]\nversion = \"1.2.3\"");
        assert!(lacking.is_err_and(|sentence| sentence.contains("workspace.package")));
        assert!(version().is_ok());
    }

    #[test]
    fn a_sum_is_that_of_the_standard() {
        let files = Files::from([("a".to_owned(), b"abc".to_vec())]);
        let known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a\n";
        assert_eq!(sums(&files), known);
    }
}
