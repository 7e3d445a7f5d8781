//! A table of 広域 as files.

use format::workbook::read_workbook;
use insight::region::{
    AreaMeasure, AreaPlans, GroupSum, MeasureTie, RegionTable, TableCell, TownGroup,
};
use output::export::areas::{area_measures, area_sums, with_directions};
use output::export::region::{csv, workbook};
use strategy::FiscalYear;

fn table() -> RegionTable {
    RegionTable {
        title: "予算".to_owned(),
        scope: "絞り込んだ2自治体".to_owned(),
        heads: ["年度", "純計（千円）", "書いた自治体"]
            .map(str::to_owned)
            .into(),
        rows: vec![
            vec![
                TableCell::number("令和6年度", 2024),
                TableCell::number("888,360", 888_360),
                TableCell::share("1 / 2", 1, 2),
            ],
            vec![
                TableCell::text("=SUM(A1)"),
                TableCell::default(),
                TableCell::share("0 / 2", 0, 2),
            ],
        ],
        total: Some(vec![
            TableCell::text("計"),
            TableCell::number("888,360", 888_360),
            TableCell::default(),
        ]),
        parts: vec![["令和6年度", "みほん町", "888,360千円"].map(str::to_owned)],
    }
}

#[test]
fn csv_has_heads_plain_numbers_sums_and_no_formula() {
    let text = csv(&table());
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
    let expected = [
        "年度,純計（千円）,書いた自治体",
        "令和6年度,888360,1 / 2",
        "'=SUM(A1),,0 / 2",
        "計,888360,",
    ];
    assert_eq!(lines, expected);
}

#[test]
fn the_workbook_has_the_scope_numbers_and_a_sheet_of_parts() {
    let bytes = workbook(&table()).write().expect("a file");
    let sheets = read_workbook(&bytes).expect("a workbook");
    assert_eq!(sheets.len(), 2);
    let shown = format!("{:?}", sheets[0]);
    for text in ["絞り込んだ2自治体", "=SUM(A1)", "888360"] {
        assert!(shown.contains(text), "{text}: {shown}");
    }
    assert!(format!("{:?}", sheets[1]).contains("888,360千円"));
}

#[test]
fn r32_the_files_of_areas_have_their_directions_in_a_last_column() {
    let area = |name: &str, direction: &str| TownGroup {
        name: name.to_owned(),
        direction: direction.to_owned(),
        codes: vec!["012025".to_owned()],
        ..TownGroup::default()
    };
    let areas = [
        area("渡島", "港と温泉をつなぐ,周遊の観光\n二つ目の段落"),
        area("檜山", ""),
    ];
    let sum = GroupSum {
        towns: 1,
        with_plan: 1,
        budget: Some((1_200, 1)),
        ..GroupSum::default()
    };
    let shown = area_sums(&areas, &[sum.clone(), sum], Some(FiscalYear(2026)));
    assert!(!shown.heads.contains(&"方向".to_owned()));
    let table = with_directions(shown.clone(), &areas);
    assert_eq!(table.heads.len(), shown.heads.len() + 1);
    assert!(table.rows.iter().all(|row| row.len() == table.heads.len()));
    let text = csv(&table);
    assert!(text.contains(",書いた自治体,方向\r\n"), "{text}");
    let told = ",1200,1 / 1,\"港と温泉をつなぐ,周遊の観光\n二つ目の段落\"\r\n";
    assert!(text.contains(told), "{text}");
    assert!(text.ends_with(",1200,1 / 1,\r\n"), "{text}");
    let bytes = workbook(&table).write().expect("a file");
    let sheets = read_workbook(&bytes).expect("a workbook");
    let shown = format!("{:?}", sheets[0]);
    for wanted in ["\"方向\"", "港と温泉をつなぐ,周遊の観光", "二つ目の段落"] {
        assert!(shown.contains(wanted), "{wanted}: {shown}");
    }
}

#[test]
fn r33_the_files_of_measures_of_areas_have_a_row_for_each_tie_and_for_each_measure_without_one() {
    let tie = MeasureTie {
        code: "012025".to_owned(),
        title: "=周遊".to_owned(),
    };
    let measure = |title: &str, ties: &[MeasureTie]| AreaMeasure {
        title: title.to_owned(),
        ties: ties.to_vec(),
    };
    let areas = [TownGroup {
        name: "渡島".to_owned(),
        measures: vec![measure("観光", &[tie]), measure("福祉", &[])],
        ..TownGroup::default()
    }];
    let named = |code: &str| format!("町{code}");
    let table = area_measures(&areas, &AreaPlans::of(&[], &[], &[]), &named);
    let text = csv(&table);
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
    let expected = [
        "地域,広域の施策,団体コード,自治体,市町村の施策,計画での状態",
        "渡島,観光,012025,町012025,'=周遊,計画が届いていない",
        "渡島,福祉,,,,",
    ];
    assert_eq!(lines, expected);
    let bytes = workbook(&table).write().expect("a file");
    let sheets = read_workbook(&bytes).expect("a workbook");
    assert!(format!("{:?}", sheets[0]).contains("012025"));
}
