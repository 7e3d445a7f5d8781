//! Paths in the clone, and in the cache that all clones of a user share.

use crate::Outcome;
use std::env;
use std::path::{Path, PathBuf};

/// Returns the top folder of the clone.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// Returns the path of intermediate files, which are deleted with `target/`.
pub fn made(name: &str) -> PathBuf {
    root().join("target").join(name)
}

/// Returns the folder of the finished wasm with the names of its functions.
pub fn named() -> PathBuf {
    made("web").join("named")
}

/// Returns the folder of Cargo's output.
pub fn compiled() -> PathBuf {
    match env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// Returns the path of one of our scripts for Node.js.
pub fn script(name: &str) -> PathBuf {
    root().join("xtask").join("web").join(name)
}

/// Returns the folder of the finished editions of the app.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Returns the folder of tools built from source, kept between runs and clones.
pub fn tools() -> Outcome<PathBuf> {
    let cache = if cfg!(windows) {
        env::var_os("LOCALAPPDATA").map(PathBuf::from)
    } else if cfg!(target_os = "macos") {
        home().map(|home| home.join("Library").join("Caches"))
    } else {
        env::var_os("XDG_CACHE_HOME")
            .filter(|path| !path.is_empty())
            .map(PathBuf::from)
            .or_else(|| home().map(|home| home.join(".cache")))
    };
    cache
        .map(|cache| cache.join("michishirube").join("tools"))
        .ok_or_else(|| "道具を置くフォルダが分かりません。環境変数 HOME（Windows では LOCALAPPDATA）を設定してください。".into())
}

fn home() -> Option<PathBuf> {
    env::var_os("HOME").map(PathBuf::from)
}

/// Returns the first file of this name on PATH; on Windows with `.exe`.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?)
        .map(|folder| folder.join(&file))
        .find(|path| path.is_file())
}
