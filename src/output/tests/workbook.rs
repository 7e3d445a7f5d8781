//! The plan as a workbook: nothing of it is missing, sums are those of `insight`, and spreadsheets can open it.

use std::collections::BTreeMap;

use format::workbook::{Cell, Row, RowKind, Sheet as Tab, ShownNumber, Workbook, read_workbook};
use insight::money::{Edition, Ledger, Scope};
use output::export::formats::FORMATS;
use output::export::workbook::workbook;
use proptest::prelude::{ProptestConfig, prop_assert_eq, proptest};
use strategy::{Figure, FiscalYear, Indicator, Sheet, Side, Strategy};
use words::paper;

use fixtures::arbitrary::{self, seeds};
use fixtures::archive::unpacked_texts;
use fixtures::{SAMPLES, sample};

fn sheet<'a>(of: &'a Workbook, name: &str) -> &'a Tab {
    of.sheets.iter().find(|sheet| sheet.name == name).unwrap()
}

fn rows(sheet: &Tab, kind: RowKind) -> Vec<&Row> {
    sheet.rows.iter().filter(|row| row.kind == kind).collect()
}

fn cell_of(figure: &Figure) -> Cell {
    ShownNumber::figure(figure).map_or(Cell::text(figure.text()), Cell::Number)
}

/// Counts each cell in the rows.
fn counted<'a>(cells: impl Iterator<Item = &'a Cell>) -> BTreeMap<String, usize> {
    let mut counted = BTreeMap::new();
    for cell in cells.filter(|cell| **cell != Cell::Empty) {
        *counted.entry(format!("{cell:?}")).or_default() += 1;
    }
    counted
}

/// For who wants to open them in a spreadsheet.
#[test]
fn workbooks_are_written_into_target() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("workbooks");
    std::fs::create_dir_all(&folder).unwrap();
    for name in SAMPLES {
        let file = workbook(&sample(name), FiscalYear(2025)).write().unwrap();
        assert!(file.starts_with(b"PK"));
        std::fs::write(folder.join(format!("{name}.xlsx")), file).unwrap();
    }
}

#[test]
fn p20_every_figure_and_amount_of_every_sample_is_there() {
    for name in SAMPLES {
        let s = sample(name);
        let made = workbook(&s, FiscalYear(2025));
        if !s.indicators.is_empty() {
            let list = sheet(&made, "指標一覧");
            let body = rows(list, RowKind::Body);
            let there = counted(body.iter().flat_map(|row| &row.cells));
            let printed = s.series.iter().flat_map(|one| {
                let baseline = one.baseline.iter().map(|b| &b.figure);
                let years = [&one.targets, &one.actuals].into_iter();
                baseline
                    .chain(years.flat_map(BTreeMap::values))
                    .map(cell_of)
                    .collect::<Vec<_>>()
            });
            let wanted: Vec<_> = printed.collect();
            for (cell, count) in counted(wanted.iter()) {
                assert!(
                    there.get(&cell).is_some_and(|n| *n >= count),
                    "{name}: {cell}"
                );
            }
        }
        let newest = s.sheets.iter().map(|sheet| sheet.year).max();
        let newest = s.sheets.iter().filter(|sheet| Some(sheet.year) == newest);
        let lines: Vec<_> = newest.flat_map(|sheet| s.lines.under(sheet.id)).collect();
        for (tab, side) in [("実施計画", Side::Planned), ("実績", Side::Done)] {
            let count = lines.iter().filter(|line| line.side == side).count();
            let there = made.sheets.iter().find(|sheet| sheet.name == tab);
            assert_eq!(
                there.map_or(0, |tab| rows(tab, RowKind::Body).len()),
                count,
                "{name}"
            );
        }
    }
}

#[test]
fn p21_the_sums_of_hokuto_are_those_that_are_printed() {
    let s = sample("hokuto-2024");
    let made = workbook(&s, FiscalYear(2025));
    let edition = s.sheets.iter().map(|sheet| sheet.year).max().unwrap();
    type Printed = fn(&Sheet) -> Option<i64>;
    let cases: [(_, _, _, Printed); 2] = [
        ("実施計画", Side::Planned, edition, |sheet| {
            sheet.printed_budget
        }),
        ("実績", Side::Done, edition.previous(), |sheet| {
            sheet.printed_settled
        }),
    ];
    let mut compared = 0;
    for (tab, side, year, printed) in cases {
        let totals = rows(sheet(&made, tab), RowKind::Total);
        let sums: Vec<_> = totals
            .iter()
            .filter_map(|row| match row.cells.get(3) {
                Some(Cell::Sum(shown, _)) => Some(shown.value),
                _ => None,
            })
            .collect();
        for sheet in s.sheets.iter().filter(|sheet| sheet.year == edition) {
            if let Some(total) = printed(sheet) {
                assert!(sums.contains(&total.into()), "{tab}: {total}");
                compared += 1;
            }
        }
        let whole = Ledger::of(&s, side, year, Edition::Of(edition)).total(Scope::All);
        let last_two = &sums[sums.len() - 2..];
        assert_eq!(last_two, [whole.sum.into(), whole.net.into()], "{tab}");
    }
    assert_eq!(compared, 34);
}

#[test]
fn ratings_stand_once_and_as_they_are_printed() {
    let s = sample("mihon");
    let made = workbook(&s, FiscalYear(2025));
    let list = sheet(&made, "指標一覧");
    let heads = rows(list, RowKind::Head)[0];
    let at = heads
        .cells
        .iter()
        .position(|cell| *cell == Cell::text("評価"))
        .unwrap();
    let told = rows(list, RowKind::Body)
        .iter()
        .filter(|row| row.cells[at] != Cell::Empty)
        .count();
    assert_eq!(told, s.indicators.len());
    let note = rows(list, RowKind::Note)[0];
    assert!(matches!(&note.cells[0], Cell::Text(text) if text.contains("年度")));
    assert_eq!(paper::actual(FiscalYear(2024)), "R6 実績");
}

/// Every element of a part is closed in order, and nothing stands in it that XML cannot hold.
fn assert_well_formed(xml: &str) {
    let mut open = Vec::new();
    let body = xml.split_once("?>").unwrap().1;
    for piece in body.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').expect("a tag ends");
        assert!(
            !text.contains(|c: char| c < ' ' && !matches!(c, '\t' | '\n')),
            "{text:?}"
        );
        for reference in text.split('&').skip(1) {
            assert!(reference.contains(';'), "{text}");
        }
        let name = |tag: &str| tag.split([' ', '/']).next().unwrap_or_default().to_owned();
        match tag.strip_prefix('/') {
            Some(closed) => assert_eq!(open.pop().as_deref(), Some(closed)),
            None if tag.ends_with('/') => {}
            None => open.push(name(tag)),
        }
    }
    assert!(open.is_empty(), "{open:?}");
}

#[test]
fn x3_what_spreadsheets_ask_of_a_file_is_there() {
    for name in SAMPLES {
        let made = workbook(&sample(name), FiscalYear(2025));
        let parts = unpacked_texts(&made.write().unwrap());
        let beside = parts.keys().filter(|path| {
            ["charts/", "drawings/", "comments", "worksheets/_rels"]
                .iter()
                .any(|one| path.contains(one))
        });
        assert_eq!(parts.len() - beside.count(), made.sheets.len().max(1) + 5);
        parts.values().for_each(|xml| assert_well_formed(xml));
        let kinds = &parts["[Content_Types].xml"];
        for path in parts
            .keys()
            .filter(|path| path.ends_with(".xml") && path.starts_with("xl/"))
        {
            assert!(kinds.contains(&format!("\"/{path}\"")), "{path}");
        }
    }
}

#[test]
fn x14_each_chart_follows_the_cells_of_the_list_of_indicators() {
    let s = sample("mihon");
    let made = workbook(&s, FiscalYear(2025));
    let (list, charts) = (sheet(&made, "指標一覧"), sheet(&made, "推移図"));
    assert!(charts.charts.len() > 10, "{}", charts.charts.len());
    let mut compared = 0;
    for one in &charts.charts {
        for (at, line) in one.chart.lines.iter().enumerate() {
            let row = &charts.rows[one.cells.first - 1 + at];
            assert_eq!(row.cells[one.cells.names], Cell::text(line.name.as_str()));
            for (nth, value) in line.values.iter().enumerate() {
                let cell = row.cells.get(one.cells.years + nth);
                let shown = match cell {
                    Some(Cell::Linked(to)) => {
                        let source = &list.rows[to.row - 1].cells[to.column];
                        let own = match source {
                            Cell::Number(shown) => Some(shown.clone()),
                            _ => None,
                        };
                        assert_eq!(own, to.shown, "{}", one.chart.title);
                        own
                    }
                    _ => None,
                };
                assert_eq!(
                    shown.map(|shown| shown.value),
                    *value,
                    "{}",
                    one.chart.title
                );
                compared += usize::from(value.is_some());
            }
        }
        assert!(one.chart.is_drawn());
    }
    assert!(compared > 100, "{compared}");
    // Of a chart the years stand over its figures.
    let heads = &charts.rows[charts.charts[0].cells.head - 1];
    let years = &charts.charts[0].chart.years;
    for (nth, (_, label)) in years.iter().enumerate() {
        let head = &heads.cells[charts.charts[0].cells.years + nth];
        assert_eq!(*head, Cell::text(label.as_str()));
    }
}

#[test]
fn x15_a_note_on_a_year_is_a_comment_on_its_cell() {
    let mut s = sample("mihon");
    let year = FiscalYear(2024);
    let series = s.series.sorted().into_iter();
    let known = |one: &&std::sync::Arc<strategy::Series>| {
        one.actuals.get(&year).and_then(Figure::value).is_some()
    };
    let id = series.filter(|one| known(one)).nth(2);
    let id = id.unwrap().id;
    let note = "速報値 <確定は8月>\n集計方法が変わった";
    let edit = edit::set_year_note(&s, id, year, note).unwrap();
    edit.apply(&mut s).unwrap();
    let file = workbook(&s, FiscalYear(2025)).write().unwrap();
    let read = read_workbook(&file).unwrap();
    let list = read.iter().find(|sheet| sheet.name == "指標一覧").unwrap();
    let told = "速報値 <確定は8月> 集計方法が変わった";
    let comment = list.comments.iter().find(|(_, text)| text == told);
    let (place, _) = comment.unwrap_or_else(|| panic!("{:?}", list.comments));
    let place: format::workbook::Address = place.parse().unwrap();
    let row = list.rows.iter().find(|row| row.number == place.row);
    let head = list.rows.iter().find(|row| row.number == 3).unwrap();
    assert_eq!(head.get(place.column).unwrap().text(), "R6 実績");
    let figure = s.get(id).unwrap().actuals[&year].value().unwrap();
    let shown = row.unwrap().get(place.column).unwrap();
    assert_eq!(*shown, format::workbook::CellRead::Number(figure));
}

#[test]
fn x3_a_workbook_of_nothing_has_a_sheet() {
    let file = workbook(&Strategy::default(), FiscalYear(2025)).write();
    let sheets = read_workbook(&file.unwrap()).unwrap();
    assert_eq!(sheets.len(), 1);
    assert!(sheets[0].rows.is_empty() && !sheets[0].name.is_empty());
}

#[test]
fn x1_what_would_be_computed_is_text() {
    let texts = [
        "=1+1",
        "+cmd|' /C calc'!A0",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        "<c><f>1</f></c>",
    ];
    let of = |text: &str| Row::new(RowKind::Body, [Cell::text(text)]);
    let made = Workbook {
        sheets: vec![Tab {
            rows: texts.iter().map(|text| of(text)).collect(),
            ..Tab::default()
        }],
    };
    let xml = &unpacked_texts(&made.write().unwrap())["xl/worksheets/sheet1.xml"];
    assert!(!xml.contains("<f>") && !xml.contains("<v>"));
    assert_eq!(xml.matches("t=\"inlineStr\"").count(), texts.len());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn x3_any_plan_is_a_workbook((seed, size) in seeds(4)) {
        let made = workbook(&arbitrary::strategy(seed, size), FiscalYear(2025));
        let parts = unpacked_texts(&made.write().unwrap());
        parts.values().for_each(|xml| assert_well_formed(xml));
    }

    #[test]
    fn x2_what_is_shown_is_what_is_printed(whole in 0u64..10_000_000, decimals in 0u32..4, minus in 0..3usize, unit in "[人件%％千]{0,2}") {
        let number = rust_decimal::Decimal::from_i128_with_scale(whole.into(), decimals);
        let printed = format!("{}{number}{unit}", ["", "△", "-"][minus]);
        if let Some(shown) = ShownNumber::figure(&Figure::read(&printed)) {
            prop_assert_eq!(shown.text(), printed.clone());
            let negative = minus > 0 && !number.is_zero();
            prop_assert_eq!(shown.value, if negative { -number } else { number });
            let halves: Vec<_> = shown.form.split(';').collect();
            let half = halves[usize::from(negative)];
            let (zeros, told) = (number.to_string(), half.replace('"', ""));
            let digits = if decimals > 0 { format!("0.{}", "0".repeat(decimals as usize)) } else { "0".to_owned() };
            prop_assert_eq!(told.replacen(&digits, &zeros, 1), printed);
        }
    }
}

/// Every workbook says where a text of 50,000 letters is cut; CSV carries all of it.
#[test]
fn x5_no_text_is_cut_in_silence() {
    let mut plan = sample("mihon");
    let long = "あ".repeat(50_000);
    let mut indicator = Indicator::clone(plan.indicators.iter().next().unwrap());
    indicator.definition.clone_from(&long);
    indicator.name = "長い指標".into();
    plan.indicators.insert(indicator);
    let mut cut = 0;
    let year = FiscalYear(2025);
    let made = workbook(&plan, year);
    let cells = made.sheets.iter().flat_map(|sheet| &sheet.rows);
    for cell in cells.flat_map(|row| &row.cells) {
        if let Cell::Text(text) = cell {
            assert!(text.encode_utf16().count() <= 32_767);
            let is_long = text.starts_with("ああああ");
            assert!(!is_long || text.contains("字を省きました"));
            cut += usize::from(is_long);
        }
    }
    assert!(cut > 0);
    for format in &FORMATS {
        if format.kind == format::FileKind::Csv && (format.holds)(&plan) {
            let file = format.write(&plan, FiscalYear(2025)).unwrap();
            let text = String::from_utf8(file).unwrap();
            assert!(!text.contains("ああああ") || text.contains(&long));
        }
    }
}
