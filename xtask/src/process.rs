//! Runs other programs, with failures as sentences.

use crate::Outcome;
use crate::paths;
use std::ffi::OsStr;
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// Returns a command that starts in the top folder of the clone.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(paths::root());
    command
}

/// Returns the command of the Cargo that runs this program.
pub fn cargo() -> Command {
    command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Returns the command that runs one of our scripts under Node.js.
pub fn node(script: &Path) -> Command {
    let mut command = command("node");
    command.arg(script);
    command
}

/// Runs a program to its end and shows its output.
pub fn run(command: &mut Command) -> Outcome {
    let name = describe(command);
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(match status.code() {
            Some(code) => format!(
                "「{name}」が失敗しました（終了コード {code}）。すぐ上の表示に理由があります。"
            ),
            None => format!("「{name}」が途中で止められました。"),
        }),
        Err(error) => Err(format!("「{name}」を始められません: {error}")),
    }
}

/// Runs a program to its end and shows its output; the error is the program's own message.
pub fn run_asking_why(command: &mut Command) -> Outcome {
    let name = describe(command);
    let ended = command
        .stderr(Stdio::piped())
        .spawn()
        .and_then(Child::wait_with_output)
        .map_err(|error| format!("「{name}」を始められません: {error}"))?;
    let said = String::from_utf8_lossy(&ended.stderr);
    match (ended.status.success(), said.trim()) {
        (true, "") => Ok(()),
        (true, said) => {
            eprintln!("{said}");
            Ok(())
        }
        (false, "") => Err(format!("「{name}」が、わけを言わずに失敗しました。")),
        (false, said) => Err(said.to_owned()),
    }
}

/// Returns the output of a program; `None` if it is missing or fails.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command
        .stderr(Stdio::null())
        .stdin(Stdio::null())
        .output()
        .ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_string())
}

/// Returns the first words of a command line, enough to recognise it.
fn describe(command: &Command) -> String {
    let program = Path::new(command.get_program())
        .file_name()
        .unwrap_or(command.get_program());
    let mut words = vec![program.to_string_lossy().into_owned()];
    words.extend(command.get_args().take(3).map(|word| {
        Path::new(word)
            .file_name()
            .unwrap_or(word)
            .to_string_lossy()
            .into_owned()
    }));
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_that_is_not_there_is_a_sentence() {
        let sentence = run(&mut command("no-such-program")).expect_err("must fail");
        assert!(
            sentence.contains("「no-such-program」を始められません"),
            "{sentence}"
        );
        assert_eq!(output(&mut command("no-such-program")), None);
    }

    #[test]
    fn why_a_program_failed_is_what_it_said() {
        let script = |code: &str| {
            let mut node = command("node");
            node.args(["--eval", code]);
            node
        };
        let failing = run_asking_why(&mut script(
            "console.error('重すぎます。'); process.exit(1)",
        ));
        assert_eq!(failing, Err("重すぎます。".to_string()));
        let silent = run_asking_why(&mut script("process.exit(1)"));
        assert!(silent.is_err_and(|sentence| sentence.contains("node")));
        assert_eq!(run_asking_why(&mut script("")), Ok(()));
    }

    #[test]
    fn a_command_is_described_by_its_first_words() {
        let mut long = command("/usr/bin/node");
        long.args(["/somewhere/dist.mjs", "--one", "--two", "--three"]);
        assert_eq!(describe(&long), "node dist.mjs --one --two");
    }
}
