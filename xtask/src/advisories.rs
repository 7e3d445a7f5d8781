//! Queries the public lists of vulnerabilities about the packages in `Cargo.lock` and `package-lock.json`.
//!
//! The lists are on the network, and the set-up does not install cargo-deny. If a list is not available, the stage
//! reports that and never claims that nothing was found.

use crate::console::detail;
use crate::npm;
use crate::paths;
use crate::process::{cargo, command};
use serde_json::Value;
use std::process::{Command, Output};

/// Result of one advisory list for our packages.
#[derive(Debug, PartialEq)]
pub enum Answer {
    /// The list names none of our packages.
    Clean,
    /// The list names some of our packages. The sentence names them, or says where they are shown.
    Found(String),
    /// No answer. The sentence gives the reason.
    Unavailable(String),
}

/// Queries both lists and shows each answer. Returns the worst: a finding before a missing list before a clean one.
pub fn ask() -> Answer {
    let answers = [("Cargo.lock", crates()), ("package-lock.json", packages())];
    for (lock, answer) in &answers {
        detail(&format!("{lock}: {}", answer.sentence()));
    }
    worst(answers.map(|(lock, answer)| answer.about(lock)))
}

impl Answer {
    fn sentence(&self) -> &str {
        match self {
            Answer::Clean => "知られた弱点はありません。",
            Answer::Found(sentence) | Answer::Unavailable(sentence) => sentence,
        }
    }

    /// Adds the name of the lock file before the sentence.
    fn about(self, lock: &str) -> Self {
        match self {
            Answer::Clean => Answer::Clean,
            Answer::Found(sentence) => Answer::Found(format!("{lock}: {sentence}")),
            Answer::Unavailable(sentence) => Answer::Unavailable(format!("{lock}: {sentence}")),
        }
    }
}

/// Returns the findings of all answers; without any, the reasons of the lists that were not available.
fn worst(answers: [Answer; 2]) -> Answer {
    let (mut found, mut unavailable) = (Vec::new(), Vec::new());
    for answer in answers {
        match answer {
            Answer::Clean => (),
            Answer::Found(sentence) => found.push(sentence),
            Answer::Unavailable(sentence) => unavailable.push(sentence),
        }
    }
    match (found.is_empty(), unavailable.is_empty()) {
        (false, _) => Answer::Found(found.join("\n  ")),
        (true, false) => Answer::Unavailable(unavailable.join("\n  ")),
        (true, true) => Answer::Clean,
    }
}

/// Queries the list of RustSec by cargo-deny.
fn crates() -> Answer {
    if paths::on_path("cargo-deny").is_none() {
        return Answer::Unavailable(
            "cargo-deny がないので、調べていません（cargo install cargo-deny）。".to_owned(),
        );
    }
    let fetched = answer_of(cargo().args(["deny", "fetch", "db"]));
    if !fetched.is_some_and(|output| output.status.success()) {
        return Answer::Unavailable("RustSec の一覧を取れないので、調べていません。".to_owned());
    }
    let checked = answer_of(cargo().args(["deny", "--offline", "check", "advisories"]));
    match checked {
        Some(output) if output.status.success() => Answer::Clean,
        Some(output) => Answer::Found(String::from_utf8_lossy(&output.stderr).trim().to_owned()),
        None => Answer::Unavailable("cargo-deny を始められません。".to_owned()),
    }
}

/// Queries the npm registry.
fn packages() -> Answer {
    let asked = answer_of(command(npm::program()).args(["audit", "--json"]));
    let report = asked.and_then(|output| serde_json::from_slice(&output.stdout).ok());
    report.map_or_else(
        || Answer::Unavailable("npm が答えないので、調べていません。".to_owned()),
        |report| audited(&report),
    )
}

/// Reads the report of `npm audit --json`.
fn audited(report: &Value) -> Answer {
    let Some(found) = report["vulnerabilities"].as_object() else {
        let why = report["message"].as_str().unwrap_or("理由は不明です");
        // The sentence names no address: the reader could not use it.
        let why = why.split(" - ").next().unwrap_or(why);
        return Answer::Unavailable(format!(
            "npm の一覧を取れないので、調べていません（{why}）。"
        ));
    };
    if found.is_empty() {
        return Answer::Clean;
    }
    let named = found.iter().map(|(name, about)| {
        let severity = about["severity"].as_str().unwrap_or("?");
        format!("{name}（{severity}）")
    });
    let named = named.collect::<Vec<_>>().join("、");
    Answer::Found(format!("弱点が知られた部品があります: {named}"))
}

fn answer_of(command: &mut Command) -> Option<Output> {
    command.output().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_list_that_cannot_be_had_is_not_clean() {
        let refused = json!({ "message": "405 Method Not Allowed - POST somewhere" });
        let answer = audited(&refused);
        assert!(
            matches!(&answer, Answer::Unavailable(why) if why.contains("405") && !why.contains("POST"))
        );
        assert!(matches!(
            worst([Answer::Clean, answer]),
            Answer::Unavailable(_)
        ));
    }

    #[test]
    fn a_named_package_is_found_before_all_else() {
        let report = json!({ "vulnerabilities": { "left-pad": { "severity": "high" } } });
        let found = audited(&report);
        assert_eq!(
            found,
            Answer::Found("弱点が知られた部品があります: left-pad（high）".to_owned())
        );
        let missing = Answer::Unavailable("一覧がありません。".to_owned());
        assert!(matches!(worst([missing, found]), Answer::Found(_)));
    }

    #[test]
    fn only_two_clean_lists_are_clean() {
        assert_eq!(audited(&json!({ "vulnerabilities": {} })), Answer::Clean);
        assert_eq!(worst([Answer::Clean, Answer::Clean]), Answer::Clean);
    }
}
