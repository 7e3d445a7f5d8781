//! Checks dependencies against `deny.toml` without a network: licences, banned crates, and the rules that keep the
//! editor out of the other programs.

use crate::process::{cargo, output};
use crate::setup::{WASM, host};
use crate::{Outcome, paths};
use serde_json::Value;
use spdx::{Expression, ParseMode};
use std::collections::BTreeSet;
use std::fs;

/// Rules of `deny.toml`, with the names of cargo-deny.
struct Rules {
    allowed: Vec<String>,
    banned: Vec<Banned>,
}

struct Banned {
    name: String,
    reason: String,
    /// Crates that may depend on it directly.
    wrappers: Vec<String>,
}

/// Checks the packages compiled for the browser and for this machine; the error lists every finding.
pub fn check() -> Outcome {
    let text = fs::read_to_string(paths::root().join("deny.toml"))
        .map_err(|error| format!("deny.toml を読めません: {error}"))?;
    let rules = rules(&text)?;
    let mut findings = BTreeSet::new();
    for platform in [WASM, &host()?] {
        findings.extend(broken(&rules, &metadata(platform)?));
    }
    match findings.is_empty() {
        true => Ok(()),
        false => Err(findings.into_iter().collect::<Vec<_>>().join("\n  ")),
    }
}

fn rules(text: &str) -> Outcome<Rules> {
    let table: toml::Table = toml::from_str(text).map_err(|error| format!("deny.toml: {error}"))?;
    let list = |section: &str, name: &str| {
        table
            .get(section)
            .and_then(|section| section.get(name))
            .and_then(toml::Value::as_array)
            .ok_or_else(|| format!("deny.toml の [{section}] に {name} がありません。"))
    };
    let words = |value: &toml::Value| value.as_str().map(str::to_owned);
    let banned = list("bans", "deny")?.iter().map(|one| {
        let word = |name: &str| one.get(name).and_then(words).unwrap_or_default();
        let wrappers = one.get("wrappers").and_then(toml::Value::as_array);
        Banned {
            name: word("crate"),
            reason: word("reason"),
            wrappers: wrappers.into_iter().flatten().filter_map(words).collect(),
        }
    });
    Ok(Rules {
        allowed: list("licenses", "allow")?
            .iter()
            .filter_map(words)
            .collect(),
        banned: banned.collect(),
    })
}

fn metadata(platform: &str) -> Outcome<Value> {
    let question = ["metadata", "--format-version", "1", "--offline", "--locked"];
    let answer = output(cargo().args(question).args(["--filter-platform", platform]))
        .ok_or("cargo metadata が答えません。cargo xtask setup の後にやり直してください。")?;
    serde_json::from_str(&answer).map_err(|error| format!("cargo metadata: {error}"))
}

fn broken(rules: &Rules, metadata: &Value) -> Vec<String> {
    let all = |name: &str| metadata[name].as_array().into_iter().flatten();
    // The packages of the workspace have no source.
    let packages = all("packages").filter(|package| !package["source"].is_null());
    let licences = packages.filter_map(|package| {
        let license = package["license"].as_str().unwrap_or_default();
        let name = package["name"].as_str().unwrap_or_default();
        (!is_allowed(&rules.allowed, license)).then(|| {
            format!(
                "「{name}」の利用条件は {license:?} です。deny.toml が認めるものではありません。"
            )
        })
    });
    let nodes = metadata["resolve"]["nodes"].as_array();
    let bans = nodes.into_iter().flatten().flat_map(|node| {
        let by = name_of(node["id"].as_str().unwrap_or_default());
        let deps = node["deps"].as_array().into_iter().flatten();
        let deps = deps.map(|dep| name_of(dep["pkg"].as_str().unwrap_or_default()));
        deps.filter_map(move |dep| {
            let banned = rules.banned.iter().find(|banned| banned.name == dep)?;
            (!banned.wrappers.contains(&by))
                .then(|| format!("「{by}」が「{dep}」を使っています: {}", banned.reason))
        })
    });
    licences.chain(bans).collect()
}

/// True if the allowed licences satisfy the terms. Old crates write `/` for `OR`.
fn is_allowed(allowed: &[String], license: &str) -> bool {
    Expression::parse_mode(license, ParseMode::LAX).is_ok_and(|terms| {
        terms.evaluate(|one| {
            let id = one.license.id();
            id.is_some_and(|id| allowed.iter().any(|name| name == id.name))
        })
    })
}

/// Returns the name in a package id: `serde` in `registry+…#serde@1.0.229`, and `xtask` in `path+…/xtask#0.1.0`.
fn name_of(id: &str) -> String {
    let (place, after) = id.rsplit_once('#').unwrap_or(("", id));
    match after.split_once('@') {
        Some((name, _)) => name.to_owned(),
        None => place.rsplit('/').next().unwrap_or_default().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn ours() -> Rules {
        rules(
            r#"[licenses]
            allow = ["MIT", "Unicode-3.0"]
            [bans]
            deny = [{ crate = "regex", reason = "heavy", wrappers = ["leptos_config"] }]"#,
        )
        .expect("rules")
    }

    #[test]
    fn one_of_several_licences_will_do_and_all_of_several_must() {
        let allowed = |license| is_allowed(&ours().allowed, license);
        assert!(allowed("MIT OR Apache-2.0"));
        assert!(allowed("MIT/Apache-2.0"));
        assert!(allowed("(MIT OR Apache-2.0) AND Unicode-3.0"));
        assert!(!allowed("MIT AND GPL-3.0-only"));
        assert!(!allowed("GPL-3.0-only"));
        assert!(!allowed(""));
    }

    #[test]
    fn a_banned_crate_is_found_unless_its_user_may() {
        let using = |by: &str| {
            let node = json!({ "id": format!("registry+x#{by}@1.0.0"), "deps": [{ "pkg": "registry+x#regex@1.13.1" }] });
            broken(
                &ours(),
                &json!({ "packages": [], "resolve": { "nodes": [node] } }),
            )
        };
        assert!(using("leptos_config").is_empty());
        assert!(using("ours")[0].contains("「ours」が「regex」"));
    }

    #[test]
    fn a_crate_under_other_terms_is_found_and_our_own_are_not_asked() {
        let package =
            |source: Value| json!({ "name": "x", "license": "GPL-3.0-only", "source": source });
        let found = |source| broken(&ours(), &json!({ "packages": [package(source)] }));
        assert_eq!(found(json!("registry+x")).len(), 1);
        assert!(found(Value::Null).is_empty());
    }

    #[test]
    fn only_the_editor_may_depend_on_leptos_keep_and_app() {
        let walls = rules(include_str!("../../deny.toml")).expect("rules");
        let found = |by: &str, on: &str| {
            let node = json!({ "id": by, "deps": [{ "pkg": on }] });
            broken(&walls, &json!({ "resolve": { "nodes": [node] } }))
        };
        let ours = |name: &str| format!("path+file:///c/src/{name}#0.1.0");
        let editor = "path+file:///c/michishirube-main#michishirube@0.1.0";
        let leptos = "registry+x#leptos@0.8.23";
        for program in ["reader", "worker"] {
            for inner in [&ours("app"), &ours("keep"), leptos] {
                let sentence = found(&ours(program), inner).concat();
                assert!(sentence.contains(program), "{program} → {inner}");
            }
        }
        // A program does not reach them through another crate either.
        assert_eq!(found(&ours("device"), &ours("keep")).len(), 1);
        assert_eq!(found(&ours("output"), leptos).len(), 1);
        assert!(found(editor, &ours("app")).is_empty());
        assert!(found(editor, leptos).is_empty());
        assert!(found(&ours("app"), &ours("keep")).is_empty());
    }
}
