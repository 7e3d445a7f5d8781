//! Commands that run while others run.

use crate::process::command;
use crate::{Outcome, paths};
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};

/// A command that has been started. Dropping it before its end stops the command.
pub struct Background {
    name: &'static str,
    child: Child,
    /// File that stores its output until the caller waits for it.
    printed: PathBuf,
}

impl Background {
    /// Starts `cargo xtask NAME`, with the running program.
    pub fn ourselves(name: &'static str) -> Outcome<Self> {
        let program = std::env::current_exe()
            .map_err(|error| format!("「{name}」を並行して始められません: {error}"))?;
        Self::start(name, command(program).arg(name))
    }

    /// Starts a command. `name` identifies it in messages and must be unique among commands that run at the same
    /// time.
    pub fn start(name: &'static str, command: &mut Command) -> Outcome<Self> {
        let folder = paths::made("background");
        let printed = folder.join(format!("{name}.txt"));
        let started = fs::create_dir_all(&folder).and_then(|()| spawn(command, &printed));
        started
            .map(|child| Background {
                name,
                child,
                printed,
            })
            .map_err(|error| format!("「{name}」を並行して始められません: {error}"))
    }

    /// Waits for the end of the command, and shows its output. The error is the sentence at the end of the output.
    pub fn wait(mut self) -> Outcome {
        let ended = self.child.wait();
        let printed = fs::read(&self.printed).unwrap_or_default();
        let printed = String::from_utf8_lossy(&printed);
        if !printed.trim().is_empty() {
            println!("{}", printed.trim_end());
        }
        match ended {
            Ok(status) if status.success() => Ok(()),
            _ => Err(last_sentence(&printed)
                .unwrap_or_else(|| format!("「{}」が途中で止まりました。", self.name))),
        }
    }
}

impl Drop for Background {
    fn drop(&mut self) {
        // Ignore errors: it may have ended already.
        let _ = self.child.kill();
    }
}

fn spawn(command: &mut Command, printed: &Path) -> io::Result<Child> {
    let out = File::create(printed)?;
    let err = out.try_clone()?;
    command.stdout(out).stderr(err).spawn()
}

/// Returns the error message of one of our commands: from the last ✗ on.
fn last_sentence(printed: &str) -> Option<String> {
    let (_, sentence) = printed.rsplit_once("✗ ")?;
    Some(sentence.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_in_the_background_is_reported() {
        let started = |name, code: &str| {
            let mut node = command("node");
            Background::start(name, node.args(["--eval", code])).expect("node")
        };
        assert_eq!(started("test-passes", "").wait(), Ok(()));
        let failing = started(
            "test-fails",
            "console.error('✗ だめです。'); process.exit(1)",
        );
        assert_eq!(failing.wait(), Err("だめです。".into()));
        let silent = started("test-silent", "process.exit(1)").wait();
        assert!(silent.is_err_and(|sentence| sentence.contains("test-silent")));
    }

    #[test]
    fn why_it_failed_is_the_last_it_said() {
        let printed =
            "▸ 一つ目\n✗ 小さなこと\n▸ 二つ目\n\n✗ 大きすぎます。\n小さくしてください。\n";
        let sentence = last_sentence(printed);
        assert_eq!(
            sentence.as_deref(),
            Some("大きすぎます。\n小さくしてください。")
        );
        assert_eq!(last_sentence("▸ 一つ目\n"), None);
    }
}
