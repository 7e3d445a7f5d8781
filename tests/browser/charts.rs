//! Charts drawn by the real library. It is served from where `cargo xtask` puts it.

mod views;

use std::future::ready;

use app::charts::*;
use app::lazy::Fetch;
use js_sys::{Function, Promise};
use leptos::mount::mount_to;
use leptos::prelude::*;
use output::chart::Spark;
use strategy::{FiscalYear, Tone};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::*;
use web_sys::HtmlElement;

wasm_bindgen_test_configure!(run_in_browser);

/// The part of `public/boot.js` that charts need, for their one script. Counts how often it is fetched.
const BOOT: &str = r#"
globalThis.michishirube ??= {
  asked: [],
  script(name) {
    this.asked.push(name);
    this.loading ??= new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = "/target/vendor/" + name;
      script.onload = done;
      script.onerror = () => failed(new Error(name));
      document.head.append(script);
    });
    return this.loading;
  },
};
"#;

/// Provides the drawers to the charts below, which else the app fetches.
fn provide_drawers() {
    provide_context(Fetch::<Drawers>(|| Box::pin(ready(Ok(Drawers::all())))));
}

async fn library() {
    words::adopt(words::packed(words::Language::Japanese).to_owned());
    js_sys::eval(BOOT).expect("a stand-in for boot.js");
    load()
        .await
        .expect("target/vendor/echarts.js, which `cargo xtask test browser` makes");
}

fn place(width: u32) -> HtmlElement {
    let document = web_sys::window()
        .expect("a window")
        .document()
        .expect("a document");
    let element: HtmlElement = document
        .create_element("div")
        .expect("a div")
        .unchecked_into();
    element
        .set_attribute("style", &format!("width:{width}px;height:300px"))
        .expect("a style");
    document
        .body()
        .expect("a body")
        .append_child(&element)
        .expect("a place");
    element
}

fn canvas(width: f64) -> Canvas {
    Canvas {
        palette: palette().get_untracked(),
        width,
    }
}

async fn after(milliseconds: i32) {
    let wait = Promise::new(&mut |done: Function, _| {
        let window = web_sys::window().expect("a window");
        window
            .set_timeout_with_callback_and_timeout_and_arguments_0(&done, milliseconds)
            .expect("a timer");
    });
    JsFuture::from(wait).await.expect("time passes");
}

async fn until(what: &str, is_so: impl Fn() -> bool) {
    for _ in 0..100 {
        if is_so() {
            return;
        }
        after(30).await;
    }
    panic!("not within 3 seconds: {what}");
}

fn figure(text: &str) -> Datum {
    Datum {
        value: text.parse().ok(),
        text: text.to_owned(),
    }
}

fn births() -> Trend {
    let year = FiscalYear;
    Trend {
        unit: "人".into(),
        lines: vec![TrendLine {
            tone: Some(Tone::Bad),
            baseline: Some((Some(year(2020)), figure("340"))),
            path: vec![(year(2020), 340.0), (year(2025), 380.0)],
            targets: vec![(year(2025), figure("380"))],
            replaced: vec![(year(2025), figure("400")), (year(2025), figure("390"))],
            actuals: vec![
                (year(2022), figure("322")),
                (year(2023), figure("集計中")),
                (year(2024), figure("309.0")),
            ],
            forecast: vec![(year(2024), figure("309.0")), (year(2025), figure("301"))],
            without_policy: vec![(year(2024), figure("300"))],
            ..TrendLine::default()
        }],
        breaks: vec![year(2024)],
        changes: vec![(year(2023), "人口ビジョンの改訂".into())],
        ..Trend::default()
    }
}

fn rings() -> OutlineRings {
    let branch = |number: &str, title: &str, amount: f64, parts| RingSegment {
        number: number.into(),
        title: title.into(),
        amount,
        printed: amount.to_string(),
        parts,
    };
    let measures = vec![
        branch("1", "企業立地", 4.0, vec![]),
        branch("2", "観光振興", 2.0, vec![]),
    ];
    OutlineRings {
        what: "取組の数".into(),
        goals: vec![
            branch("1", "産業", 6.0, measures),
            branch("2", "子育て", 0.0, vec![]),
        ],
    }
}

fn achievement() -> Achievement {
    let row = |title: &str, percent, printed: &str, tone| AchievementRow {
        title: title.into(),
        percent,
        printed: printed.into(),
        marker: Some(Marker {
            mark: "◆".into(),
            word: "評".into(),
            tone,
        }),
    };
    Achievement {
        rows: vec![
            row("求人倍率", Some(83.3), "83.3 %", Tone::Good),
            row("AIの活用件数", Some(905.0), "905 %", Tone::Best),
            row("出生数", Some(-77.5), "△77.5 %", Tone::Bad),
            row("利用率", None, "範囲を保つ指標です", Tone::None),
        ],
        elapsed: Some(75.0),
    }
}

fn money(layout: BarLayout) -> MoneyBars {
    let part = |name: &str, amounts: [Option<i64>; 3]| MoneyPart {
        name: name.into(),
        amounts: amounts.to_vec(),
    };
    MoneyBars {
        columns: ["R5", "R6", "R7"].map(str::to_owned).to_vec(),
        parts: vec![
            part("国庫支出金", [Some(120_000), Some(0), None]),
            part("一般財源", [Some(34_567), Some(8_000), None]),
        ],
        layout,
        notes: vec!["再掲は1回だけ数えています。".into()],
    }
}

fn svg_of(drawing: &ChartDrawing, width: u32) -> String {
    let element = place(width);
    let chart = Chart::new(&element, &palette().get_untracked()).expect("an empty chart");
    chart
        .draw(&drawing.option)
        .expect("an option that is understood");
    let svg = chart.svg().expect("a picture");
    element.remove();
    svg
}

/// Every builder, on a phone and on a wide page, with nothing to draw and with much.
#[wasm_bindgen_test]
async fn every_builder_makes_what_the_library_draws() {
    library().await;
    let full: [(&dyn Draw, &[&str]); 5] = [
        (
            &births(),
            &[
                "R2",
                "R7",
                "単位：人",
                "実績 309.0",
                "目標 380",
                "集計中",
                "目標変更",
                "定義変更",
            ],
        ),
        (&rings(), &["1"]),
        (
            &achievement(),
            &["◆ 83.3 %", "◆ △77.5 %", "目標 100", "経過 75", "△50"],
        ),
        (
            &money(BarLayout::Stacked),
            &["単位：百万円", "国庫支出金", "155", "R7"],
        ),
        (&money(BarLayout::Grouped), &["一般財源", "34.6"]),
    ];
    for (figures, texts) in full {
        for width in [320, 1000] {
            let svg = svg_of(&figures.draw(&canvas(f64::from(width))), width);
            for text in texts {
                assert!(svg.contains(text), "{text} at {width}: {svg}");
            }
        }
    }
    let empty: [&dyn Draw; 4] = [
        &Achievement::default(),
        &MoneyBars::default(),
        &Trend::default(),
        &OutlineRings::default(),
    ];
    for figures in empty {
        svg_of(&figures.draw(&canvas(320.0)), 320);
    }
}

#[wasm_bindgen_test]
async fn what_the_library_refuses_is_an_error_and_the_app_goes_on() {
    library().await;
    let element = place(400);
    let draw = |option: &str| {
        let chart = Chart::new(&element, &palette().get_untracked())?;
        chart.draw(option)
    };
    for option in [
        "",
        "{",
        r#"{"series":[{"type":"line","data":[1]}]}"#,
        r#"{"xAxis":{"type":"category"},"series":[{"type":"line","xAxisIndex":7,"data":[1]}]}"#,
    ] {
        assert!(
            matches!(draw(option), Err(ChartError::NotDrawn(_))),
            "{option}"
        );
    }
    assert_eq!(draw(&births().draw(&canvas(400.0)).option), Ok(()));
    element.remove();
}

#[wasm_bindgen_test]
async fn a_dropped_chart_leaves_its_place_empty() {
    library().await;
    let element = place(400);
    let chart = Chart::new(&element, &palette().get_untracked()).expect("an empty chart");
    chart
        .draw(&achievement().draw(&canvas(400.0)).option)
        .expect("drawn");
    assert!(element.query_selector("svg").expect("a query").is_some());
    assert!(!chart.is_disposed());
    element
        .set_attribute("style", "width:800px;height:300px")
        .expect("a style");
    chart.resize().expect("resized");
    let svg = element
        .query_selector("svg")
        .expect("a query")
        .expect("a picture");
    assert_eq!(svg.get_attribute("width").as_deref(), Some("800"));
    drop(chart);
    assert!(element.query_selector("svg").expect("a query").is_none());
    element.remove();
}

/// The table holds each figure as printed, and the reason where there is none.
#[wasm_bindgen_test]
fn the_table_says_what_was_printed() {
    let drawing = births().draw(&canvas(600.0));
    let table = births().table();
    let row = |head: &str| {
        let found = table.rows.iter().find(|(own, _)| own == head);
        found.map(|(_, cells)| cells.join("|")).unwrap_or_default()
    };
    assert_eq!(
        table.head.join("|"),
        "年度|目標|変更前の目標|実績|見込み|趨勢（何もしない場合）"
    );
    assert_eq!(row("令和2年度"), "||340（当初値）||");
    assert_eq!(row("令和5年度"), "||集計中||");
    assert_eq!(row("令和6年度"), "||309.0||300");
    assert_eq!(row("令和7年度"), "380|400 → 390||301|");
    assert_eq!(table.rows.len(), 5, "令和3年度 has nothing to say");
    for note in ["集計中", "定義", "人口ビジョンの改訂", "見込み", "0から"] {
        assert!(drawing.notes.iter().any(|own| own.contains(note)), "{note}");
    }
    let (rings, rows) = (rings().draw(&canvas(600.0)), rings().table().rows);
    assert!(rings.notes.iter().any(|note| note.contains("2 子育て")));
    assert_eq!(rows.len(), 4);
}

#[wasm_bindgen_test]
fn a_bar_is_cut_only_in_words_and_a_blank_has_none() {
    let drawing = achievement().draw(&canvas(600.0));
    let option: serde_json::Value = serde_json::from_str(&drawing.option).expect("JSON");
    let bars = option["series"][0]["data"].as_array().expect("bars");
    let drawn: Vec<f64> = bars
        .iter()
        .filter_map(|bar| bar["value"].as_f64())
        .collect();
    // The worst first; what has no bar stands apart, with its reason.
    assert_eq!(drawn, [-50.0, 83.3, 150.0]);
    let cut: Vec<&String> = drawing
        .notes
        .iter()
        .filter(|note| note.contains("目盛りの端"))
        .collect();
    assert!(cut.len() == 1 && cut[0].contains("AIの活用件数") && cut[0].contains("出生数"));
    assert_eq!(
        achievement().table().rows[3].1,
        ["範囲を保つ指標です", "◆ 評"]
    );
}

/// No amount is not zero, a whole has its 計, a comparison has none.
#[wasm_bindgen_test]
fn amounts_are_printed_in_thousands() {
    let cells = |layout| {
        let table = money(layout).table();
        let rows = table
            .rows
            .iter()
            .map(|(head, cells)| format!("{head} {}", cells.join("|")));
        rows.collect::<Vec<_>>().join(", ")
    };
    assert_eq!(
        cells(BarLayout::Stacked),
        "国庫支出金 120,000|0|－, 一般財源 34,567|8,000|－, 計 154,567|8,000|－"
    );
    assert_eq!(
        cells(BarLayout::Grouped),
        "国庫支出金 120,000|0|－, 一般財源 34,567|8,000|－"
    );
    let notes = money(BarLayout::Stacked).draw(&canvas(600.0)).notes;
    assert!(
        notes.iter().any(|note| note.contains("千円"))
            && notes.iter().any(|note| note.contains("再掲"))
    );
}

/// A line is cut at a missing figure and at a break, and nowhere else.
#[wasm_bindgen_test]
fn gaps_are_where_figures_are_missing() {
    let drawing = births().draw(&canvas(600.0));
    let option: serde_json::Value = serde_json::from_str(&drawing.option).expect("JSON");
    let points = option["series"][0]["data"].as_array().expect("points");
    let drawn: Vec<String> = points
        .iter()
        .map(|point| {
            let place = if point.is_object() {
                &point["value"]
            } else {
                point
            };
            format!("{} {}", place[0].as_str().unwrap_or_default(), place[1])
        })
        .collect();
    assert_eq!(
        drawn.join(", "),
        "R2 340.0, R4 322.0, R5 null, R6 null, R6 309.0"
    );
}

/// A typed text is shown as text everywhere.
#[wasm_bindgen_test]
async fn names_are_never_markup() {
    library().await;
    let mut trend = births();
    trend.unit = r#"<img src=x onerror="0">{a}{b}"#.into();
    trend.lines[0].name = "<b>男性</b>&\"'".into();
    let svg = svg_of(&trend.draw(&canvas(600.0)), 600);
    assert!(!svg.contains("<b>") && !svg.contains("<img"), "{svg}");
}

#[wasm_bindgen_test]
fn an_axis_has_round_ends_and_begins_at_zero_unless_that_hides_the_figures() {
    let around = |values: &[f64]| {
        let Scale { min, max, step } = Scale::around(values.iter().copied());
        (min, max, step)
    };
    assert_eq!(around(&[100.0, 200.0]), (0.0, 200.0, 50.0));
    assert_eq!(around(&[309.0, 380.0]), (300.0, 380.0, 20.0));
    assert_eq!(around(&[-1240.0, 0.0]), (-1500.0, 0.0, 500.0));
    assert_eq!(around(&[-10.0, 10.0]), (-10.0, 10.0, 5.0));
    assert_eq!(around(&[0.0, 0.0]), (0.0, 1.0, 1.0));
    assert_eq!(around(&[]), (0.0, 1.0, 0.25));
    assert_eq!(around(&[f64::NAN, 3.0, 4.0]), (3.0, 4.0, 0.25));
    let zero = Scale::from_zero([5.0, 12.0].into_iter());
    assert_eq!((zero.min, zero.max), (0.0, 15.0));
}

#[wasm_bindgen_test]
fn numbers_and_titles_are_set_as_an_office_sets_them() {
    use text_metrics::{folded, number};
    for (value, text) in [
        (0.0, "0"),
        (-0.0, "0"),
        (1234.5, "1,234.5"),
        (-1200.0, "△1,200"),
        (0.30000000000000004, "0.3"),
        (1e12, "1,000,000,000,000"),
    ] {
        assert_eq!(number(value), text);
    }
    assert_eq!(
        folded("若い世代の、希望", 5.0, 2),
        ["若い世代の、", "希望"],
        "no line begins with a comma"
    );
    assert_eq!(
        folded("ひとが集う魅力的な地域", 4.0, 2),
        ["ひとが集", "う魅力…"]
    );
    assert_eq!(folded("", 4.0, 2), [""]);
}
