//! The project's own commands: `cargo xtask serve | test | dist | weigh | bench | publications | soak | handbook`.
//!
//! Every command first does the missing set-up, so a fresh clone needs nothing but Rust and Node.js. Rust controls;
//! the JavaScript tools (bundling, compressing, browsers) are in `xtask/web/*.mjs`.
//!
//! # What the app may rely on
//!
//! The app comes in two editions made from the same parts: the *folder* (`dist/`, for any static host and sub-path) and
//! the *file* (`dist/michishirube.html`, opened by double-click). `public/boot.js` hides the difference:
//!
//! - `michishirube.text(name)`, `.bytes(name)`: a promise of an asset by its relative name, such as `samples/town.json`.
//! - `michishirube.script(name)`: runs a script once; `echarts.js` then sets the global `echarts`.
//! - `michishirube.styles()`: the style of an open strategy; the sheets that `index.html` marks `data-later`. Those
//!   that it marks `data-seldom` come with the parts of rarely opened pages.
//! - `michishirube.edition`: `"folder"` or `"file"`.
//! - `<html data-ready="true">` is set by the app when its first screen can be used.
//! - `<html data-update="waiting">` and the event `michishirube:update` on `document` say that a newer version is
//!   downloaded; `michishirube.update()` changes over to it.

mod advisories;
mod background;
mod bench;
mod browser;
mod build;
mod checks;
mod circles;
mod comments;
mod console;
mod debian;
mod dependencies;
mod dist;
mod fresh;
mod handbook;
mod npm;
mod office;
mod paths;
mod process;
mod publications;
mod release;
mod serve;
mod setup;
mod soak;
mod styles;
mod test;
mod times;
mod tools;
mod twice;
mod weigh;
mod words;

use std::process::ExitCode;

/// Result of a step; the error is a plain sentence with the fault, its place, and a remedy.
type Outcome<T = ()> = Result<T, String>;

const HELP: &str = "\
みちしるべのコマンド（足りない準備は、どれも自分で済ませます）

  cargo xtask serve [--port 番号] [--release] [--no-open]
      アプリを組み立てて http://127.0.0.1:8080/ で開きます。ソースを保存すると組み立て直します
  cargo xtask test [段階] [-- 引数]
      すべての試験をします。段階: files fmt advisories clippy doc native office browser dist e2e
      例: cargo xtask test e2e -- --grep 起動
      1つの部屋（src/ のフォルダ）だけを試すとき: cargo test -p insight
      ブラウザで試す部屋（keep と app）だけのとき: cargo xtask test browser -- -p keep --lib
  cargo xtask dist [--twice]
      dist/ に配布物を作ります（置くだけで動くフォルダと、1つの HTML ファイルと、町に渡す ZIP）。最新なら、すぐに終わります
      --twice: 初めから2回作り、すべてのファイルが同じかを確かめます
  cargo xtask weigh [--part 名前]… [--by crate|module|function] [--most 行数] [--emptied] [--against フォルダ]
      いちばん新しい dist/ の wasm の大きさを、どの関数のものかに分けます（部品は first strategy outline reader など）
      --emptied: その関数を空にしたとき、圧縮後に何バイト減るかも測ります（1行に数秒）
      --against: 別に取っておいた target/web/named との差を表にします
  cargo xtask bench
      性能を測り、表にします
  cargo xtask bench --why [--size 個数]
      指標の表の打鍵・Enter・スクロール・貼り付けの時間が、どこで、どの関数で使われるかを表にします
  cargo xtask publications
      いろいろな計画を公表用フォルダにし、HTML・リンク・データ・読みやすさを外の道具で確かめます（数分。Java と Python があるとき、その道具でも）
  cargo xtask soak [--rounds 回数] [--seed 数]
      でたらめな編集の途中でタブやブラウザを止め、失われたものがないかを確かめます（初めは 500 回。1回に数秒）
  cargo xtask soak typing [--seconds 秒] [--rate 打鍵] [--indicators 個数]
      指標の表に 1 秒に 30 打鍵で 1 分打ち込み、失われた打鍵や入れ替わりがないかを確かめます
  cargo xtask soak readers [--inputs 個数] [--seed 数] [--reader 名前]
      ファイルの読み取りに、でたらめに変えたファイルを渡し、止まらないことを確かめます（初めは読み取りごとに 10000 個）
  cargo xtask handbook
      使い方（public/handbook/）と README の絵を、組み立てたアプリから撮り直します
  cargo xtask words
      画面のことば（src/words/）を確かめて、アプリが読む形にまとめます
  cargo xtask setup
      準備だけをします";

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let command = words.next().unwrap_or_default();
    let rest: Vec<String> = words.collect();
    let outcome = match command.as_str() {
        "serve" => serve::serve(&rest),
        "test" => test::test(&rest),
        "dist" => dist(&rest),
        "weigh" => weigh::weigh(&rest),
        "bench" => bench::bench(&rest),
        "publications" => none_left(&rest).and_then(|()| publications::check()),
        "soak" => soak::soak(&rest),
        "handbook" => none_left(&rest).and_then(|()| handbook::handbook()),
        "words" => none_left(&rest).and_then(|()| words::pack()),
        "setup" => none_left(&rest)
            .and_then(|()| setup::for_testing())
            .and_then(|env| env.tools.trunk().map(|_| ())),
        "" | "help" | "--help" | "-h" => {
            println!("{HELP}");
            Ok(())
        }
        other => Err(format!("「{other}」というコマンドはありません。\n\n{HELP}")),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("\n✗ {sentence}");
            ExitCode::FAILURE
        }
    }
}

/// Builds `dist/`; twice for a comparison.
fn dist(rest: &[String]) -> Outcome {
    match rest.first().map(String::as_str) {
        Some("--twice") => {
            none_left(&rest[1..]).and_then(|()| twice::dist_twice(&setup::for_building()?))
        }
        _ => none_left(rest).and_then(|()| dist::dist(&setup::for_building()?)),
    }
}

fn none_left(rest: &[String]) -> Outcome {
    match rest.first() {
        None => Ok(()),
        Some(word) => Err(format!(
            "「{word}」は、このコマンドでは使えません。\n\n{HELP}"
        )),
    }
}
