//! 指標の表 pasted as text (rules T1 …).

use format::json;
use proptest::prelude::{prop, prop_oneof, proptest};
use proptest::strategy::Strategy as Any;
use recognise::{
    ColumnKind, ColumnMapping, Doubt, PastedIndicator, PastedTable, read_table, read_table_as,
};
use strategy::*;
use words::{Say, YearForms};

mod nothing_lost;

/// The text of the document: its titles and tables as printed, between them prose (in our words).
const KITAMOTO: &str = include_str!("../../../tests/data/pasted/kitamoto-2022.txt");

fn sample() -> Strategy {
    json::read(include_bytes!("../../../public/samples/kitamoto-2022.json")).unwrap()
}

/// A strategy of these years and goals.
pub fn plan(first: i32, last: i32) -> Strategy {
    let mut strategy = Strategy::default();
    let about = About {
        period: Period {
            first: FiscalYear(first),
            last: FiscalYear(last),
        },
        ..About::default()
    };
    strategy.about.insert(about);
    strategy
}

/// True if the figures show which way is better: a target without a baseline does not.
fn shows_its_way(series: &[&Series]) -> bool {
    series.iter().any(|one| {
        let starts = one
            .baseline
            .as_ref()
            .is_some_and(|b| b.figure.value().is_some());
        starts || one.targets.values().all(|f| f.value().is_none())
    })
}

/// Everything of an indicator but its id, the sample's own remark, and a way that only people can tell.
fn told(
    strategy: &Strategy,
    indicator: &Indicator,
    series: &[&Series],
    goals: &[Id<Goal>],
) -> String {
    let mut out = format!(
        "{}|{}|{}|{:?}|{:?}|{:?}|{}{}{}{}{}",
        indicator.code,
        indicator.name,
        indicator.unit,
        indicator.desired.filter(|_| shows_its_way(series)),
        indicator.counting,
        indicator.nature,
        indicator.definition,
        indicator.method,
        indicator.source,
        indicator.owner,
        indicator.rationale,
    );
    for one in series {
        let parts = (
            &one.name,
            &one.baseline,
            &one.targets,
            &one.actuals,
            &one.without_policy,
            &one.notes,
        );
        out += &format!("\n  {}", serde_json::to_string(&parts).unwrap());
    }
    for goal in goals {
        out += &format!("\n  {}", strategy.get(*goal).unwrap().title);
    }
    out
}

fn in_sample(strategy: &Strategy) -> Vec<String> {
    let indicators = strategy.indicators.sorted();
    let told = indicators.iter().map(|k| {
        let series: Vec<&Series> = strategy
            .series
            .under(k.id)
            .into_iter()
            .map(|s| &**s)
            .collect();
        let users = strategy
            .goals
            .sorted()
            .into_iter()
            .filter(|g| g.targets.contains(&k.id));
        told(
            strategy,
            k,
            &series,
            &users.map(|g| g.id).collect::<Vec<_>>(),
        )
    });
    told.collect()
}

fn as_pasted(strategy: &Strategy, table: &PastedTable) -> Vec<String> {
    let one = |one: &PastedIndicator| {
        told(
            strategy,
            &one.indicator,
            &one.series.iter().collect::<Vec<_>>(),
            &one.goals,
        )
    };
    table.indicators.iter().map(one).collect()
}

#[test]
fn t1_the_16_lines_of_kitamoto_with_their_sub_rows_come_out_equal_to_the_sample() {
    let sample = sample();
    let table = read_table(KITAMOTO, &sample);
    let (pasted, wanted) = (as_pasted(&sample, &table), in_sample(&sample));
    for (pasted, wanted) in pasted.iter().zip(&wanted) {
        assert_eq!(pasted, wanted);
    }
    assert_eq!(pasted.len(), wanted.len());
    let printed: usize = table.indicators.iter().map(|k| k.lines.len()).sum();
    let sub_rows: usize = table.indicators.iter().map(|k| k.series.len() - 1).sum();
    assert_eq!(printed - sub_rows, 16, "16 printed, one of them twice");
    assert!(
        table
            .indicators
            .iter()
            .all(|k| k.unread() == 0 && k.indicator.note.is_empty())
    );
    assert!(table.indicators.iter().all(|k| k.known));
    let fresh = read_table(KITAMOTO, &plan(2022, 2025));
    let doubtful = fresh.indicators.iter().filter(|k| !k.chosen());
    let told: Vec<_> = doubtful.map(|k| (&k.indicator.name, &k.doubts)).collect();
    assert_eq!(told, [], "all of it is certain");
}

#[test]
fn t1_the_same_text_without_tabs_comes_out_the_same() {
    let sample = sample();
    let spaced = KITAMOTO.replace('\t', " ");
    assert_eq!(
        as_pasted(&sample, &read_table(&spaced, &sample)),
        in_sample(&sample)
    );
}

/// Returns a short form of the result.
fn short(table: &PastedTable) -> String {
    let mut out = String::new();
    for one in &table.indicators {
        let k = &one.indicator;
        out += &format!(
            "{}|{}|{}|{}|{}|{}\n",
            k.code,
            k.name,
            k.unit,
            k.owner,
            k.source,
            k.note.replace('\n', "／")
        );
        for s in &one.series {
            let row = |row: &std::collections::BTreeMap<FiscalYear, Figure>| {
                row.iter()
                    .map(|(y, f)| format!("{}={f}", y.short()))
                    .collect::<Vec<_>>()
                    .join(" ")
            };
            let baseline = s.baseline.as_ref().map(|b| {
                let at = b.at.clone().unwrap_or_default().0;
                format!("{}@{at}", b.figure)
            });
            out += &format!(
                "  {}|{}|{}|{}\n",
                s.name,
                baseline.unwrap_or_default(),
                row(&s.targets),
                row(&s.actuals)
            );
        }
    }
    out
}

#[track_caller]
fn reads(text: &str, wanted: &str) {
    let table = read_table(text, &plan(2022, 2025));
    let wanted: String = wanted.lines().map(|line| format!("{line}\n")).collect();
    assert_eq!(short(&table), wanted);
}

#[test]
fn t3_heads_say_what_a_column_holds() {
    reads(
        "番号\t指標名\t単位\t基準値（R3）\t目標値（R7）\t担当課\t出典\n\
         1\t観光入込客数\t千人\t1,234\t1,500\t商工観光課\t観光統計\n\
         2\t空き家バンク成約数\t件\t検討中です\t10以上\t都市計画課\t",
        "1|観光入込客数|千人|商工観光課|観光統計|\n  |1,234@R3|R7=1,500|\n\
         2|空き家バンク成約数|件|都市計画課||\n  |検討中です@R3|R7=10以上|",
    );
}

#[test]
fn t3_years_in_two_rows_of_heads() {
    reads(
        "KPI\t単位\t現状値\t目標値\t\t\t実績値\t\n\
         \t\tR3\tR5\tR6\tR7\tR4\tR5\n\
         出生数\t人\t340\t350\t360\t380\t331\t集計中",
        "|出生数|人|||\n  |340@R3|R5=350 R6=360 R7=380|R4=331 R5=集計中",
    );
}

#[test]
fn t3_lines_of_targets_and_of_actuals() {
    reads(
        "指標\t区分\t令和4年度\t令和5年度\n\
         出生数\t目標\t350\t360\n\
         \t実績\t331\t\n\
         婚姻数\t目標\t100\t110\n\
         婚姻数\t実績\t98\t△",
        "|出生数||||\n  ||R4=350 R5=360|R4=331\n\
         |婚姻数||||\n  ||R4=100 R5=110|R4=98 R5=△",
    );
}

#[test]
fn t4_sub_rows_are_series() {
    reads(
        "指標\t\t当初値\t目標値\n\
         健康寿命\t男性\t18.43年\t19.00年\n\
         \t女性\t20.72年\t21.50年\n\
         出生数\t\t340人\t380人",
        "|健康寿命|年|||\n  男性|18.43年@|R7=19.00年|\n  女性|20.72年@|R7=21.50年|\n\
         |出生数|人|||\n  |340人@|R7=380人|",
    );
    reads(
        "指標\t対象\t当初値\t目標値\n\
         学力\t\"小学生\n中学生\"\t\"60%\n55%\"\t\"70%\n65%\"\n\
         朝食\t\t小学生：90% 中学生：80%\t小学生：95% 中学生：90%",
        "|学力|%|||\n  小学生|60%@|R7=70%|\n  中学生|55%@|R7=65%|\n\
         |朝食|%|||\n  小学生|90%@|R7=95%|\n  中学生|80%@|R7=90%|",
    );
}

#[test]
fn t2_what_has_no_place_stands_in_the_note() {
    reads(
        "施策\t指標\t目標値\tふりかえり\n\
         農業の振興\t新規就農者数\t5人\t前期は3人",
        "|新規就農者数|人|||施策：農業の振興／ふりかえり：前期は3人\n  ||R7=5人|",
    );
}

/// Names of the indicators, those that come chosen marked.
fn marked(text: &str) -> Vec<String> {
    let table = read_table(text, &plan(2025, 2029));
    let mark =
        |k: &PastedIndicator| format!("{}{}", if k.chosen() { "+" } else { "-" }, k.indicator.name);
    table.indicators.iter().map(mark).collect()
}

#[test]
fn t6_only_what_is_certain_in_every_field_comes_chosen() {
    let heads = "指標\t単位\t当初値\t目標値\n";
    for (row, doubt) in [
        ("出生数\t人\t62\t70", None),
        ("出生数\t\t62人\t70人", None),
        ("出生数\t人\t－\t70", None),
        ("出生数\t人\t62\t追って定める", Some(Doubt::Unread)),
        ("出生数\t人\t62\t70％", Some(Doubt::Units)),
        ("出生数\t人\t62人\t7,000人", Some(Doubt::Size)),
        ("出生数は令和5年度に減った。\t人\t62\t70", Some(Doubt::Name)),
    ] {
        let table = read_table(&format!("{heads}{row}"), &plan(2025, 2029));
        let doubts = &table.indicators[0].doubts;
        assert_eq!(doubt.is_none(), doubts.is_empty(), "{row}: {doubts:?}");
        assert!(
            doubt.is_none_or(|d| doubts.contains(&d)),
            "{row}: {doubts:?}"
        );
        assert_eq!(table.indicators[0].chosen(), doubts.is_empty());
    }
    // Without heads, or under one that is guessed, nothing is certain.
    assert_eq!(
        marked("出生数\t62人\t70人\n婚姻数\t28\t32"),
        ["-出生数", "-婚姻数"]
    );
    assert_eq!(
        marked("指標\t現状\tむかう先\n出生数\t62人\t70人"),
        ["-出生数"]
    );
    assert_eq!(
        marked("指標\t令和5年度\t令和8年度\n出生数\t62人\t70人"),
        ["-出生数"]
    );
}

#[test]
fn t7_a_blank_or_a_dash_lets_no_neighbour_in_and_heads_end_where_the_next_begin() {
    for (row, baseline, target) in [
        ("満足度\t別途定める\t80\t", Some("別途定める"), Some("80")),
        ("満足度\t\t80\t45", None, Some("80")),
        ("満足度\t62\t\t45", Some("62"), None),
        ("満足度\t－\t\t45", Some("－"), None),
        ("満足度\t62\t別途定める\t45", Some("62"), Some("別途定める")),
    ] {
        let table = read_table(
            &format!("指標\t当初値\t目標値\t県の値\n{row}"),
            &plan(2025, 2029),
        );
        let series = &table.indicators[0].series[0];
        assert_eq!(
            series.baseline.as_ref().map(|b| b.figure.text()),
            baseline,
            "{row}"
        );
        assert_eq!(
            series.targets.values().next().map(Figure::text),
            target,
            "{row}"
        );
    }
    let two = "指標\t当初値\t目標値\n出生数\t62人\t70人\n\n事業名\t予算額\t決算額\n子育て事業\t120千円\t118千円\n";
    assert_eq!(marked(two), ["+出生数"]);
    let one_after_another =
        "指標\t目標値\t担当課\n出生数\t70人\t福祉課\n指標\t当初値\t目標値\n婚姻数\t28件\t32件";
    assert_eq!(marked(one_after_another), ["+出生数", "+婚姻数"]);
}

#[test]
fn t8_a_person_says_what_a_column_holds_and_which_line_holds_the_heads() {
    let text = "町の姿\t出だし\tむかう先\tひとこと\n出生数\t62人\t70人\tよい\n婚姻数\t28件\t32件\tまあまあ";
    let strategy = plan(2025, 2029);
    let guessed = read_table(text, &strategy);
    assert!(guessed.indicators.iter().all(|k| !k.chosen()));
    let key = |head: &str| {
        guessed
            .columns
            .iter()
            .find(|c| c.head == head)
            .unwrap()
            .key
            .clone()
    };
    let mut said = ColumnMapping::default();
    for (head, holds) in [
        ("町の姿", ColumnKind::Name),
        ("出だし", ColumnKind::Baseline),
        ("むかう先", ColumnKind::Target),
        ("ひとこと", ColumnKind::Skip),
    ] {
        said.columns.insert(key(head), holds);
    }
    let table = read_table_as(text, &strategy, &said);
    assert_eq!(
        short(&table),
        "|出生数|人|||\n  |62人@|R11=70人|\n|婚姻数|件|||\n  |28件@|R11=32件|\n"
    );
    assert!(table.indicators.iter().all(PastedIndicator::chosen));
    // The same heads in another text, its years others.
    let again = read_table_as(
        "町の姿\t出だし\tむかう先\n人口\t9,512人\t8,900人",
        &strategy,
        &said,
    );
    assert!(again.indicators[0].chosen());

    let titled = "まちの目標\t令和5年\t令和11年\n指標\t当初値\t目標値\n出生数\t62人\t70人";
    for (head, wanted) in [(None, 1), (Some(2), 1), (Some(0), 1), (Some(3), 0)] {
        let said = ColumnMapping {
            head,
            ..ColumnMapping::default()
        };
        let table = read_table_as(titled, &strategy, &said);
        assert_eq!(table.indicators.len(), wanted, "{head:?}");
    }
}

#[test]
fn t9_sums_headings_and_tables_of_something_else_are_no_indicators() {
    assert_eq!(
        marked("区分\t人数\t割合\n年少\t1,024人\t10％\n合計\t1,024人\t100％\nその他\t1人\t0％"),
        [""; 0]
    );
    assert_eq!(marked("年度\tR7\tR8\n予算額\t10千円\t12千円"), [""; 0]);
    assert_eq!(marked("\t2020年\t2025年\n総人口\t9,800\t9,500"), [""; 0]);
    assert_eq!(
        marked("指標\t当初値\t目標値\n1-1 子育て\t\t\n出生数\t62人\t70人\n合計\t62人\t70人"),
        ["+出生数"]
    );
    assert_eq!(
        marked("第2章 施策の展開 15\n（1）子育ての支援\n施策1 産業 3"),
        [""; 0]
    );
    assert_eq!(
        marked("・出生数：62人 → 70人\n・婚姻数：28件⇒32件\n町は歩む。"),
        ["+出生数", "+婚姻数"]
    );
    // The figure of a judgement is no target.
    let table = read_table(
        "指標 当初値 目標値\n出生数 62人 70人 達成(71人)",
        &plan(2025, 2029),
    );
    let targets: Vec<_> = table.indicators[0].series[0]
        .targets
        .values()
        .map(Figure::text)
        .collect();
    assert_eq!(targets, ["70人"]);
}

#[test]
fn t10_ten_times_the_words_take_about_ten_times_as_long() {
    let line = |n: usize| "あいうえ ".repeat(n);
    let once = |text: &str| {
        let start = std::time::Instant::now();
        read_table(text, &plan(2025, 2029));
        start.elapsed().as_secs_f64()
    };
    let time = |text: &str| (0..3).map(|_| once(text)).fold(f64::MAX, f64::min);
    let (few, many) = (time(&line(1000)), time(&line(10_000)));
    assert!(many < few.max(0.005) * 40.0, "{few} s, then {many} s");
    let rows = |n: usize| {
        (0..n)
            .map(|i| format!("指標{i}の値\t{i}人\t{}人\n", i + 1))
            .collect::<String>()
    };
    let table = |n: usize| format!("指標\t当初値\t目標値\n{}", rows(n));
    let (few, many) = (time(&table(60)), time(&table(600)));
    assert!(many < few.max(0.005) * 40.0, "{few} s, then {many} s");
}

#[test]
fn a_table_of_a_csv_file_or_drawn_with_bars_is_read_too() {
    let wanted = "|観光消費額|百万円|||\n  |1,204@R6|R11=1,500|\n";
    for text in [
        "指標名,単位,基準値(R6),目標値(R11)\n観光消費額,百万円,\"1,204\",\"1,500\"\n",
        "指標名\t単位\t基準値(R6)\t目標値(R11)\n観光消費額\t百万円\t1,204\t1,500",
        "| 指標名 | 単位 | 基準値(R6) | 目標値(R11) |\n|---|---|--:|--:|\n| 観光消費額 | 百万円 | 1,204 | 1,500 |",
    ] {
        assert_eq!(short(&read_table(text, &plan(2025, 2029))), wanted);
    }
}

#[test]
fn without_heads_the_last_figure_is_the_target() {
    reads(
        "7-2\t出生数\t340人\t380人\n起業数\t件\t12",
        "7-2|出生数|人|||\n  |340人@|R7=380人|\n|起業数|件|||\n  ||R7=12|",
    );
}

#[test]
fn t1_prose_and_other_tables_are_given_back() {
    let text = "まえがき\n\n名前\t役職\n山田\t町長\n";
    let table = read_table(text, &plan(2022, 2025));
    assert_eq!(table.indicators, []);
    let left: Vec<&str> = table.unread.iter().map(|(_, text)| text.as_str()).collect();
    assert_eq!(left, ["まえがき", "名前\t役職", "山田\t町長"]);
}
