//! From sources to a folder that runs: the chart library by esbuild, the app by Trunk.

use crate::console::{detail, step};
use crate::process::{node, run};
use crate::tools::Tools;
use crate::{Outcome, places};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// What goes with the app: the parts of ECharts that we use, and all licences, in `target/vendor/`.
/// Made again only when a recipe or a lock file changed.
pub fn vendor() -> Outcome {
    let recipes = [
        places::script("echarts.mjs"),
        places::script("licenses.mjs"),
    ];
    let sources = [
        places::script("echarts-entry.js"),
        places::root().join("package-lock.json"),
        places::root().join("Cargo.lock"),
    ];
    let made = places::made("vendor").join("licenses").join("rust.txt");
    if changed(&made)
        > recipes
            .iter()
            .chain(&sources)
            .filter_map(|file| changed(file))
            .max()
    {
        return Ok(());
    }
    step("グラフの部品（ECharts）を使うところだけにまとめ、ライセンスをそろえます");
    recipes.iter().try_for_each(|recipe| run(&mut node(recipe)))
}

/// The app, optimised, as Trunk leaves it; the editions are made from this folder.
pub fn release(tools: &Tools) -> Outcome<PathBuf> {
    vendor()?;
    let folder = places::made("web").join("release");
    step("アプリを組み立てます（最適化あり。初回は2分から5分）");
    detail(&format!("置き場所: {}", folder.display()));
    run(tools
        .trunk()?
        .args(["build", "--release", "--dist"])
        .arg(&folder))?;
    Ok(folder)
}

fn changed(file: &Path) -> Option<SystemTime> {
    fs::metadata(file).and_then(|about| about.modified()).ok()
}
