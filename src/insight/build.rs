//! Makes the table of rule sets from `presets.toml`. A key, state, tone or quantity that does not exist stops the build.

use serde::Deserialize;
use std::path::PathBuf;
use std::{env, fs};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Presets {
    preset: Vec<PresetRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PresetRow {
    id: String,
    name: String,
    source: String,
    bands: Vec<PresetBand>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PresetBand {
    mark: String,
    word: String,
    tone: String,
    #[serde(default)]
    states: Vec<String>,
    #[serde(default)]
    when: Vec<String>,
}

fn main() -> Result<(), String> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=presets.toml");
    let said = |error: &dyn std::fmt::Display| format!("presets.toml: {error}");
    let text = fs::read_to_string("presets.toml").map_err(|error| said(&error))?;
    let presets: Presets = toml::from_str(&text).map_err(|error| said(&error))?;
    let [first, others @ ..] = &presets.preset[..] else {
        return Err(said(&"no rule set"));
    };
    let others: Result<Vec<String>, String> = others.iter().map(preset).collect();
    // Apart, so that what needs only the standard set does not load the others.
    let code = format!(
        "static STANDARD: Preset = {};\nstatic OTHERS: &[Preset] = &[{}];\n",
        preset(first)?,
        others?.join(", ")
    );
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("no OUT_DIR")?);
    fs::write(out.join("presets.rs"), code).map_err(|error| said(&error))
}

fn preset(preset: &PresetRow) -> Result<String, String> {
    let PresetRow {
        id, name, source, ..
    } = preset;
    let rows: Result<String, String> = preset.bands.iter().map(band).collect();
    let bands = rows.map_err(|error| format!("{id}: {error}"))?;
    Ok(format!(
        "Preset {{ id: {id:?}, name: {name:?}, source: {source:?}, bands: &[{bands}] }}"
    ))
}

fn band(band: &PresetBand) -> Result<String, String> {
    let PresetBand {
        mark, word, tone, ..
    } = band;
    let states = band.states.join(", ");
    let tests: Result<Vec<String>, String> = band.when.iter().map(|when| test(when)).collect();
    let when = tests?.join(", ");
    Ok(format!(
        "BandRow {{ mark: {mark:?}, word: {word:?}, tone: Tone::{tone}, states: &[{states}], when: &[{when}] }},"
    ))
}

/// `Pace >= 80` → `(Pace, AtLeast(80))`.
fn test(when: &str) -> Result<String, String> {
    let wrong = || format!("{when:?} is not of the form \"quantity >= number\"");
    let [of, sign, bound] = when.split(' ').collect::<Vec<_>>()[..] else {
        return Err(wrong());
    };
    let limit = match sign {
        ">=" => "AtLeast",
        ">" => "MoreThan",
        "<" => "LessThan",
        _ => return Err(wrong()),
    };
    let bound: i64 = bound.parse().map_err(|_| wrong())?;
    Ok(format!("({of}, {limit}({bound}))"))
}
