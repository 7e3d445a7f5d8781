//! `cargo xtask serve`: builds for development, serves, opens, and rebuilds at every change.

use crate::background::Background;
use crate::console::{detail, step};
use crate::process::run;
use crate::{Outcome, build, paths, setup, tools, words};
use std::env;
use std::net::TcpListener;

struct Options {
    port: u16,
    release: bool,
    open: bool,
}

/// Serves until stopped.
pub fn serve(asked: &[String]) -> Outcome {
    let options = read(asked)?;
    if TcpListener::bind(("127.0.0.1", options.port)).is_err() {
        return Err(format!(
            "{0} 番のポートは、ほかのプログラムが使っています。それを終えるか、--port {1} のように別の番号を書いてください。",
            options.port,
            options.port.saturating_add(1)
        ));
    }
    setup::sources()?;
    let profile = if options.release { "release" } else { "debug" };
    // A first run builds Trunk and wasm-bindgen, whose last steps use one processor each.
    let app = Background::start("app", &mut build::editor(profile))?;
    let tools = tools::ready()?;
    let mut trunk = tools.trunk()?;
    build::vendor()?;
    words::pack()?;
    app.wait()?;
    step("アプリを組み立てて開きます（初回は2分ほど、2回目からは数秒）");
    detail(&format!("アドレス: http://127.0.0.1:{}/", options.port));
    detail("終えるときは Ctrl+C");
    trunk.args(["serve", "--port", &options.port.to_string(), "--dist"]);
    trunk.arg(paths::made("web").join(format!("serve-{profile}")));
    if options.release {
        trunk.arg("--release");
    }
    if options.open && someone_is_watching() {
        trunk.arg("--open");
    }
    run(&mut trunk)
}

fn read(asked: &[String]) -> Outcome<Options> {
    let mut options = Options {
        port: 8080,
        release: false,
        open: true,
    };
    let mut asked = asked.iter();
    while let Some(word) = asked.next() {
        match word.as_str() {
            "--release" => options.release = true,
            "--no-open" => options.open = false,
            "--port" => {
                options.port = asked
                    .next()
                    .and_then(|number| number.parse().ok())
                    .ok_or("--port の次に、番号（1〜65535）を書いてください。")?;
            }
            other => {
                return Err(format!(
                    "「{other}」は serve では使えません。--port 番号、--release、--no-open が使えます。"
                ));
            }
        }
    }
    Ok(options)
}

/// False in CI and on a machine without a screen, which have no browser to open.
fn someone_is_watching() -> bool {
    let set = |name: &str| env::var_os(name).is_some_and(|value| !value.is_empty());
    !set("CI") && (!cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> Vec<String> {
        line.split_whitespace().map(String::from).collect()
    }

    #[test]
    fn wishes_are_read_in_any_order() {
        let options = read(&words("--no-open --port 9000 --release")).expect("is right");
        assert_eq!(
            (options.port, options.release, options.open),
            (9000, true, false)
        );
    }

    #[test]
    fn a_wish_that_cannot_be_is_refused_in_words() {
        assert!(read(&words("--port many")).is_err_and(|sentence| sentence.contains("番号")));
        assert!(read(&words("--fast")).is_err_and(|sentence| sentence.contains("--fast")));
    }
}
