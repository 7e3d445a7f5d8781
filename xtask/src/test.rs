//! `cargo xtask test`: every test, stage by stage, all of them even if one fails.

use crate::advisories::{self, Answer};
use crate::background::Background;
use crate::console::{lasted, step};
use crate::process::{cargo, node, run};
use crate::setup::{TestEnv, WASM};
use crate::times::Times;
use crate::{
    Outcome, build, checks, circles, comments, dependencies, dist, office, paths, setup, styles,
};
use std::process::Command;
use std::time::{Duration, Instant};

/// Name of the stage, and of the command, that makes `dist/`.
const DIST: &str = "dist";

/// Selects all of the app, compiled for the browser. Stages that select the same packages share the compiled crates:
/// the selection decides the features of the dependencies.
const APP_ON_WASM: [&str; 5] = ["--workspace", "--exclude", "xtask", "--target", WASM];

/// Selects `tests/native/`. With `--workspace` like the stage `native`, so that nothing is compiled again for other
/// features.
const NATIVE_TESTS: [&str; 4] = ["test", "--workspace", "--test", "native"];

/// Selects all packages with tests in the browser: `keep`, the charts, and `tests/browser/`. One command, so that
/// shared crates are compiled once.
const BROWSER_TESTS: [&str; 9] = [
    "-p",
    "keep",
    "-p",
    "app",
    "-p",
    "michishirube",
    "--lib",
    "--test",
    "browser",
];

struct Stage {
    name: &'static str,
    about: &'static str,
    /// Sets up the special needs of this stage. If all stages run and the set-up fails, the stage is skipped, with a
    /// message. In CI (`CI` is set), and if the stage is requested by name, the set-up must succeed.
    needs: fn() -> Outcome,
    run: fn(&TestEnv, &[String]) -> Verdict,
}

/// The cheap stages come first, so that a stray space is reported early.
const STAGES: [Stage; 10] = [
    Stage {
        name: "files",
        about: "置いてよいファイル、固定した版、コメントの書き出し、ファイルの使い合い、ページごとのスタイル、部品の利用条件と使い手",
        needs: nothing,
        run: |_, _| {
            checks::files()
                .and_then(|()| comments::check())
                .and_then(|()| circles::check())
                .and_then(|()| styles::check())
                .and_then(|()| dependencies::check())
                .into()
        },
    },
    Stage {
        name: "fmt",
        about: "書式",
        needs: nothing,
        run: |env, arguments| fmt(env, arguments).into(),
    },
    Stage {
        name: "advisories",
        about: "部品の知られた弱点",
        needs: nothing,
        run: |_, _| advisories::ask().into(),
    },
    Stage {
        name: "clippy",
        about: "よくない書き方",
        needs: nothing,
        run: |env, arguments| clippy(env, arguments).into(),
    },
    Stage {
        name: "doc",
        about: "説明の中の参照",
        needs: nothing,
        run: |env, arguments| doc(env, arguments).into(),
    },
    Stage {
        name: "native",
        about: "計算・編集・書式の試験と、説明の中の例",
        needs: nothing,
        run: |env, arguments| native(env, arguments).into(),
    },
    Stage {
        name: "office",
        about: "LibreOffice で開き、計算し直し、直して戻す試験",
        needs: office::ready,
        run: |env, arguments| in_office(env, arguments).into(),
    },
    Stage {
        name: "browser",
        about: "ブラウザの中での試験",
        needs: nothing,
        run: |env, arguments| in_browser(env, arguments).into(),
    },
    Stage {
        name: DIST,
        about: "配布物と大きさ",
        needs: nothing,
        run: |env, _| dist::dist(&env.tools).into(),
    },
    Stage {
        name: "e2e",
        about: "配布物を実際に操作する試験",
        needs: nothing,
        run: |env, arguments| end_to_end(env, arguments).into(),
    },
];

/// Runs the stage named first, or all; arguments after `--` go to the tool of the stage.
pub fn test(words: &[String]) -> Outcome {
    let (names, arguments) = match words.iter().position(|word| word == "--") {
        Some(at) => (&words[..at], &words[at + 1..]),
        None => (words, &[][..]),
    };
    let may_be_left = names.is_empty() && std::env::var_os("CI").is_none();
    let stages = chosen(names)?;
    if stages.len() > 1 && !arguments.is_empty() {
        return Err("「--」の後の引数は、段階を1つ選んだときだけ使えます。".into());
    }
    let env = setup::for_testing()?;
    let mut ahead = started_ahead(&stages)?;
    let mut report = Vec::new();
    for stage in stages {
        step(&format!("試験: {}（{}）", stage.about, stage.name));
        let start = Instant::now();
        let mut run = || match ahead.take_if(|_| stage.name == DIST) {
            Some(dist) => dist.wait().into(),
            None => (stage.run)(&env, arguments),
        };
        let verdict = match (stage.needs)() {
            Err(sentence) if may_be_left => Verdict::Left(sentence),
            Err(sentence) => Verdict::Failed(sentence),
            Ok(()) => run(),
        };
        if let Verdict::Left(sentence) | Verdict::Failed(sentence) = &verdict {
            eprintln!("{} {sentence}", verdict.mark());
        }
        report.push(Ran {
            stage,
            verdict,
            time: start.elapsed(),
        });
    }
    conclude(&report)
}

/// Starts `dist/` in parallel with earlier stages: for most of that time only one processor has work.
fn started_ahead(stages: &[&Stage]) -> Outcome<Option<Background>> {
    if let None | Some(0) = stages.iter().position(|stage| stage.name == DIST) {
        return Ok(None);
    }
    // The stage `browser` makes it, too: never both at once.
    build::vendor()?;
    Background::ourselves(DIST).map(Some)
}

fn chosen(names: &[String]) -> Outcome<Vec<&'static Stage>> {
    let find = |name: &String| {
        STAGES
            .iter()
            .find(|stage| stage.name == name)
            .ok_or_else(|| {
                let all: Vec<&str> = STAGES.iter().map(|stage| stage.name).collect();
                format!("「{name}」という段階はありません。段階: {}", all.join(" "))
            })
    };
    if names.is_empty() {
        return Ok(STAGES.iter().collect());
    }
    names.iter().map(find).collect()
}

/// Result of a stage.
enum Verdict {
    Passed,
    Failed(String),
    /// Skipped, because a requirement is missing.
    Left(String),
}

impl From<Outcome> for Verdict {
    fn from(outcome: Outcome) -> Self {
        outcome.map_or_else(Verdict::Failed, |()| Verdict::Passed)
    }
}

/// An unavailable list fails no change: the change does not influence the registry.
impl From<Answer> for Verdict {
    fn from(answer: Answer) -> Self {
        match answer {
            Answer::Clean => Verdict::Passed,
            Answer::Found(sentence) => Verdict::Failed(sentence),
            Answer::Unavailable(sentence) => Verdict::Left(sentence),
        }
    }
}

impl Verdict {
    fn mark(&self) -> &'static str {
        match self {
            Verdict::Passed => "✓",
            Verdict::Failed(_) => "✗",
            Verdict::Left(_) => "－",
        }
    }
}

/// A stage that ran, or was skipped.
struct Ran {
    stage: &'static Stage,
    verdict: Verdict,
    /// Time that the run waited for it; less than its duration if it was started ahead of its turn.
    time: Duration,
}

fn conclude(report: &[Ran]) -> Outcome {
    step("試験のまとめ");
    for ran in report {
        println!("{}", summary(ran));
        if ran.stage.name == DIST {
            print!("{}", steps(&Times::last().steps()));
        }
    }
    println!("  計 {}", lasted(report.iter().map(|ran| ran.time).sum()));
    let count = |is: fn(&Verdict) -> bool| report.iter().filter(|ran| is(&ran.verdict)).count();
    let failed = count(|one| matches!(one, Verdict::Failed(_)));
    println!(
        "\n{} stages: {} passed, {failed} failed, {} left out",
        report.len(),
        count(|one| matches!(one, Verdict::Passed)),
        count(|one| matches!(one, Verdict::Left(_)))
    );
    match failed {
        0 => Ok(()),
        _ => Err(format!("{failed} 段階が通りません。{}", failures(report))),
    }
}

/// Returns the summary line of a stage.
fn summary(ran: &Ran) -> String {
    let left = match ran.verdict {
        Verdict::Left(_) => "。していません",
        _ => "",
    };
    format!(
        "  {} {:8} {}（{}）{left}",
        ran.verdict.mark(),
        ran.stage.name,
        ran.stage.about,
        lasted(ran.time)
    )
}

/// Returns the lines below the stage that makes `dist/`, one for each of its steps. These may have run in parallel
/// with other stages.
fn steps(steps: &[(String, Duration)]) -> String {
    if steps.is_empty() {
        return String::new();
    }
    let total = lasted(steps.iter().map(|(_, time)| *time).sum());
    let head = format!("             うち（ほかの段階と並行して。計 {total}）:\n");
    let line =
        |(step, time): &(String, Duration)| format!("               {step} {}\n", lasted(*time));
    head + &steps.iter().map(line).collect::<String>()
}

/// Returns a line with the reason for each failed stage.
fn failures(report: &[Ran]) -> String {
    let why = |ran: &Ran| match &ran.verdict {
        Verdict::Failed(sentence) => Some(format!("\n  {}: {sentence}", ran.stage.name)),
        _ => None,
    };
    report.iter().filter_map(why).collect()
}

fn nothing() -> Outcome {
    Ok(())
}

fn with(command: &mut Command, arguments: &[String]) -> Outcome {
    run(command.args(arguments))
}

fn fmt(_: &TestEnv, arguments: &[String]) -> Outcome {
    with(cargo().args(["fmt", "--all", "--check"]), arguments)
}

fn clippy(_: &TestEnv, arguments: &[String]) -> Outcome {
    let lint = |where_to: &[&str]| {
        with(
            cargo()
                .args(["clippy", "--quiet"])
                .args(where_to)
                .args(["--", "-D", "warnings"]),
            arguments,
        )
    };
    lint(&["--workspace", "--all-targets"])?;
    lint(&[&APP_ON_WASM[..], &["--lib", "--bins"]].concat())
}

/// Builds the documentation of every crate; a broken link fails.
///
/// The app is documented for the browser only. Both commands select packages as `clippy` does, so that its metadata
/// of foreign crates fits. Only our crates, and `serde_json` on the host, are checked again.
fn doc(_: &TestEnv, arguments: &[String]) -> Outcome {
    let document = |what: &[&str]| {
        let mut doc = cargo();
        doc.args(["doc", "--no-deps", "--quiet"]).args(what);
        with(doc.env("RUSTDOCFLAGS", "-D warnings"), arguments)
    };
    document(&["--workspace", "--bin", "xtask"])?;
    document(&[&APP_ON_WASM[..], &["--lib"]].concat())
}

/// Without a choice of targets, cargo also runs the examples in the documentation. Crates for the browser only are
/// empty here.
fn native(_: &TestEnv, arguments: &[String]) -> Outcome {
    with(cargo().args(["test", "--workspace"]), arguments)
}

/// Runs the tests of `tests/native/office/`, which open our files in LibreOffice.
fn in_office(_: &TestEnv, arguments: &[String]) -> Outcome {
    let soffice = office::installed();
    let mut tests = cargo();
    tests
        .args(NATIVE_TESTS)
        .args(["office::", "--", "--ignored"]);
    with(tests.envs(soffice.map(|path| ("SOFFICE", path))), arguments)
}

/// Runs the tests marked `#[wasm_bindgen_test]`. Arguments with `-p` select packages and targets themselves: `-p keep
/// --lib` needs neither the app nor Leptos.
fn in_browser(env: &TestEnv, arguments: &[String]) -> Outcome {
    // The tests draw real charts.
    build::vendor()?;
    let runner = paths::script("browser-tests.mjs");
    let mut tests = cargo();
    tests.args(["test", "--target", WASM]);
    if !arguments.iter().any(|argument| argument == "-p") {
        tests.args(BROWSER_TESTS);
    }
    // Without debug info: nobody debugs these programs, and the runner reads each of them completely. No other stage
    // uses these compiled crates: only this one generates unoptimised wasm.
    tests.env("CARGO_PROFILE_DEV_DEBUG", "0");
    // As an array, the command line of the runner survives folders with spaces.
    tests.arg("--config").arg(format!(
        "target.{WASM}.runner=['node', '{}']",
        runner.display()
    ));
    tests.env("WASM_BINDGEN_TEST_RUNNER", &env.tools.test_runner);
    with(use_browser(&mut tests, env), arguments)
}

fn end_to_end(env: &TestEnv, arguments: &[String]) -> Outcome {
    if !paths::dist().join("michishirube.html").is_file() {
        dist::dist(&env.tools)?;
    }
    // These tests write publications, calendars and StratML into target/tmp/, where the stage reads them.
    run(cargo()
        .args(NATIVE_TESTS)
        .args(["--test", "output-tests", "are_written_for_the_tests"]))?;
    let mut tests = playwright(env);
    tests.envs(office::installed().map(|path| ("SOFFICE", path)));
    with(&mut tests, arguments)
}

/// Returns the command that runs the tests of `tests/e2e/` on `dist/`.
pub fn playwright(env: &TestEnv) -> Command {
    let playwright = paths::root()
        .join("node_modules")
        .join("@playwright")
        .join("test")
        .join("cli.js");
    let mut tests = node(&playwright);
    tests.args(["test", "--config", "tests/e2e/playwright.config.ts"]);
    tests.env("MICHISHIRUBE_DIST", paths::dist());
    use_browser(&mut tests, env);
    tests
}

fn use_browser<'a>(command: &'a mut Command, env: &TestEnv) -> &'a mut Command {
    match &env.browser {
        Some(path) => command.env("CHROME", path),
        None => command,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_means_all_stages_and_a_wrong_name_is_refused_in_words() {
        assert_eq!(chosen(&[]).expect("all").len(), STAGES.len());
        assert_eq!(chosen(&["e2e".into()]).expect("one")[0].name, "e2e");
        assert!(chosen(&["e3e".into()]).is_err_and(|sentence| sentence.contains("e2e")));
    }

    #[test]
    fn the_summary_shows_the_time_of_each_stage_and_of_each_step_of_dist() {
        let ran = Ran {
            stage: chosen(&["fmt".into()]).expect("one")[0],
            verdict: Verdict::Passed,
            time: Duration::from_secs(65),
        };
        assert_eq!(summary(&ran), "  ✓ fmt      書式（1分5秒）");
        let measured = [
            ("分割".to_owned(), Duration::from_secs(60)),
            ("ZIP".to_owned(), Duration::from_secs(5)),
        ];
        let told = steps(&measured);
        assert!(told.contains("計 1分5秒"), "{told}");
        assert!(told.contains("分割 1分0秒\n"), "{told}");
        assert_eq!(steps(&[]), "");
    }
}
