//! A part goes out as a workbook, is written in with a spreadsheet, and comes back.

use edit::merge::{Act, Choice, ChoicesOf, gather};
use edit::{NotTaken, Unreadable, closed_years};
use format::workbook::{
    Cell, CellRead, NotRead, Row, RowRead, Sheet as Tab, SheetRead, Shown, Workbook, read_workbook,
};
use output::hands::{
    Written, hash_of, incoming, mark_of, part_of, part_workbook, read_part, returned, scope_of,
};
use proptest::prelude::{ProptestConfig, any, prop, prop_assert_eq, proptest};
use strategy::*;
use words::{Language, Voice};

use fixtures::arbitrary;

fn sample(bytes: &[u8]) -> Strategy {
    format::json::read(bytes).unwrap()
}

/// All of a plan as a part.
pub fn whole(plan: &Strategy) -> Strategy {
    let measures = plan.measures.ids().map(AnyId::from);
    let indicators = plan.indicators.ids().map(AnyId::from);
    let mut part = HandedPart {
        id: "17".to_owned(),
        to: "産業課".to_owned(),
        records: measures
            .chain(indicators)
            .map(|id| id.to_string())
            .collect(),
        ..HandedPart::default()
    };
    part.hash = hash_of(&part_of(plan, &part));
    part_of(plan, &part)
}

fn sheets(part: &Strategy) -> Vec<SheetRead> {
    read_workbook(&part_workbook(part).unwrap()).unwrap()
}

/// Returns the place of a record's row, and of the column under a head.
fn place(sheets: &[SheetRead], id: &str, head: &str) -> (usize, usize, usize) {
    let found = sheets.iter().enumerate().find_map(|(at, sheet)| {
        let row = sheet
            .rows
            .iter()
            .position(|row| row.get(0).map(CellRead::text).as_deref() == Some(id));
        let heads = sheet
            .rows
            .iter()
            .find(|row| row.cells.iter().any(|(_, cell)| cell.text() == head));
        let column = heads?.cells.iter().find(|(_, cell)| cell.text() == head)?.0;
        Some((at, row?, column))
    });
    found.unwrap_or_else(|| panic!("{id} {head}"))
}

/// Writes into a cell by the id of its row and the head of its column.
pub fn write(sheets: &mut [SheetRead], id: &str, head: &str, cell: CellRead) {
    let (sheet, row, column) = place(sheets, id, head);
    let cells = &mut sheets[sheet].rows[row].cells;
    cells.retain(|(at, _)| *at != column);
    cells.push((column, cell));
    cells.sort_by_key(|(at, _)| *at);
}

/// A text in a cell.
pub fn text(text: &str) -> CellRead {
    CellRead::Text(text.to_owned())
}

#[test]
fn p33_a_workbook_that_nobody_wrote_in_is_the_part() {
    for bytes in [
        &include_bytes!("../../public/samples/hokuto-2024.json")[..],
        include_bytes!("../../public/samples/mihon.json"),
        include_bytes!("../../public/samples/kitamoto-2022.json"),
    ] {
        let part = whole(&sample(bytes));
        let sheets = sheets(&part);
        let mark = mark_of(&sheets).unwrap();
        assert_eq!(mark.id, "17");
        assert_eq!(mark.hash, hash_of(&part));
        assert!(sheets.last().unwrap().hidden);
        let written = read_part(&part, &sheets, &mut || unreachable!());
        assert_eq!(written.unwritten, []);
        assert_eq!(written.part, part);
    }
}

#[test]
fn p33_what_was_written_is_in_the_part_and_nothing_else_changed() {
    let part = whole(&sample(include_bytes!(
        "../../public/samples/hokuto-2024.json"
    )));
    let line = part
        .lines
        .iter()
        .find(|line| line.settled.is_some())
        .unwrap()
        .clone();
    let measure = part.measures.iter().next().unwrap().clone();
    let initiative = part.initiatives.under(measure.id)[0].clone();
    let mut sheets = sheets(&part);
    write(
        &mut sheets,
        &line.id.to_string(),
        "決算額",
        CellRead::Number(1234.into()),
    );
    write(
        &mut sheets,
        &line.id.to_string(),
        "内容",
        text("編集した\r\n内容"),
    );
    write(
        &mut sheets,
        &measure.id.to_string(),
        "方向性",
        text("新しい方向"),
    );
    // A new row under an initiative, and a row moved to the end.
    let (at, row, title) = place(&sheets, &initiative.id.to_string(), "名称");
    let number = sheets[at].rows[row].number;
    let mut new = sheets[at].rows[row].clone();
    new.cells = vec![(title, text("新しい取組"))];
    sheets[at].rows.insert(row + 1, new);
    for below in &mut sheets[at].rows[row + 1..] {
        below.number += 1;
    }
    let (lines, first, _) = place(&sheets, &line.id.to_string(), "内容");
    let mut moved = sheets[lines].rows.remove(first);
    moved.number = sheets[lines].rows.last().unwrap().number + 1;
    sheets[lines].rows.push(moved);
    let written = read_part(&part, &sheets, &mut || 4711);
    assert_eq!(written.unwritten, [], "{number}");
    let mut wanted = part.clone();
    wanted.lines.insert(Line {
        settled: Some(Money::Thousand(1234)),
        text: "編集した\n内容".to_owned(),
        ..Line::clone(&line)
    });
    wanted.measures.insert(Measure {
        direction: "新しい方向".to_owned(),
        ..Measure::clone(&measure)
    });
    let added = written.part.get(Id::<Initiative>::new(4711)).unwrap();
    assert_eq!((added.measure, &*added.title), (measure.id, "新しい取組"));
    wanted.initiatives.insert(Initiative::clone(added));
    assert_eq!(written.part, wanted);
}

#[test]
fn p33_what_cannot_be_read_is_told_and_stays() {
    let part = whole(&sample(include_bytes!(
        "../../public/samples/hokuto-2024.json"
    )));
    let line = part
        .lines
        .iter()
        .find(|line| line.settled.is_some())
        .unwrap()
        .clone();
    let mut sheets = sheets(&part);
    write(
        &mut sheets,
        &line.id.to_string(),
        "決算額",
        text("たくさん"),
    );
    let (at, row, _) = place(&sheets, &line.id.to_string(), "内容");
    let number = sheets[at].rows[row].number;
    let name = sheets[at].name.clone();
    sheets.retain(|sheet| sheet.name != "施策");
    let written = read_part(&part, &sheets, &mut || unreachable!());
    assert_eq!(
        written.unwritten,
        [
            NotTaken::SheetGone("施策".to_owned()),
            NotTaken::Cell {
                sheet: name,
                row: number,
                head: "決算額".to_owned(),
                text: "たくさん".to_owned(),
            }
        ]
    );
    assert_eq!(written.part, part);
}

#[test]
fn p33_a_cell_without_a_value_a_struck_one_and_an_emptied_column_are_told_and_stay() {
    let part = whole(&sample(include_bytes!(
        "../../public/samples/hokuto-2024.json"
    )));
    let settled = part.lines.iter().filter(|line| line.settled.is_some());
    let ids: Vec<String> = settled.take(2).map(|line| line.id.to_string()).collect();
    let given = sheets(&part);
    let told = |sheets: &[SheetRead]| {
        let written = read_part(&part, sheets, &mut || unreachable!());
        assert_eq!(written.part, part);
        written.unwritten
    };

    let mut cells = given.clone();
    let formula = CellRead::Formula("D4+1".to_owned());
    write(&mut cells, &ids[0], "決算額", formula);
    write(
        &mut cells,
        &ids[1],
        "決算額",
        CellRead::Struck("120".to_owned()),
    );
    let why = |one: &NotTaken| match one {
        NotTaken::Unreadable { why, .. } => Some(*why),
        _ => None,
    };
    let told_of_cells: Vec<_> = told(&cells).iter().filter_map(why).collect();
    assert!(
        told_of_cells.contains(&Unreadable::NoResult),
        "{told_of_cells:?}"
    );
    assert!(
        told_of_cells.contains(&Unreadable::Struck),
        "{told_of_cells:?}"
    );

    let mut emptied = given.clone();
    let (at, _, column) = place(&emptied, &ids[0], "決算額");
    let head = emptied[at]
        .rows
        .iter()
        .position(|row| row.cells.iter().any(|(_, c)| c.text() == "決算額"));
    for row in &mut emptied[at].rows[head.unwrap() + 1..] {
        row.cells.retain(|(place, _)| *place != column);
    }
    let is_empty =
        |one: &NotTaken| matches!(one, NotTaken::ColumnEmpty { head, .. } if head == "決算額");
    assert!(told(&emptied).iter().any(is_empty));

    let mut twice = given.clone();
    let (at, row, _) = place(&twice, &ids[0], "決算額");
    let mut copy = twice[at].rows[row].clone();
    copy.number += 10_000;
    twice[at].rows.push(copy.clone());
    assert_eq!(told(&twice), []);
    let settled = twice[at].rows.last_mut().unwrap();
    settled.cells.retain(|(place, _)| *place != column);
    settled.cells.push((column, CellRead::Number(987.into())));
    settled.cells.sort_by_key(|(place, _)| *place);
    let both = told(&twice);
    let [NotTaken::Twice { rows, texts, .. }] = &both[..] else {
        panic!("{both:?}");
    };
    assert_eq!((rows[1], &*texts[1]), (copy.number, "987"));
}

#[test]
fn p33_a_renamed_sheet_and_a_reworded_head_are_found() {
    let part = whole(&sample(include_bytes!(
        "../../public/samples/hokuto-2024.json"
    )));
    let line = part
        .lines
        .iter()
        .find(|line| line.settled.is_some())
        .unwrap();
    let id = line.id.to_string();
    let mut sheets = sheets(&part);
    write(
        &mut sheets,
        &id,
        "決算額",
        CellRead::Number(1_234_567.into()),
    );
    for sheet in sheets
        .iter_mut()
        .filter(|sheet| sheet.name != "_michishirube")
    {
        sheet.name.push_str("（産業課記入済）");
        for (_, cell) in sheet.rows.iter_mut().flat_map(|row| &mut row.cells) {
            if cell.text() == "決算額" {
                *cell = text("決算額（千円）※税込");
            }
        }
    }
    let written = read_part(&part, &sheets, &mut || unreachable!());
    assert_eq!(written.unwritten, []);
    let settled = written.part.lines.get(line.id).unwrap().settled.clone();
    assert_eq!(settled, Some(Money::Thousand(1_234_567)));
}

#[test]
fn p33_what_is_told_of_a_workbook_names_its_own_heads_whatever_language_is_in_force() {
    let part = whole(&sample(include_bytes!(
        "../../public/samples/hokuto-2024.json"
    )));
    let line = part.lines.iter().find(|line| line.settled.is_some());
    let mut sheets = sheets(&part);
    let line = line.unwrap().id.to_string();
    write(&mut sheets, &line, "決算額", text("たくさん"));
    let measure = part.measures.iter().next().unwrap().id.to_string();
    let (at, ..) = place(&sheets, &measure, "方向性");
    for row in &mut sheets[at].rows {
        row.cells.retain(|(_, cell)| cell.text() != "方向性");
    }
    let read = || read_part(&part, &sheets, &mut || unreachable!()).unwritten;
    let told = read();
    assert_eq!(told.len(), 2);
    assert_eq!(Voice::compiled_in(Language::English).says(read), told);
}

/// The part of the second measure of みほん町 for these years and kinds of content.
fn asked_for(plan: &Strategy, years: &[i32], work: &[Work]) -> Strategy {
    let measure = plan.sheets.iter().next().unwrap().measure;
    let kpi = plan.get(measure).unwrap().kpis[0];
    let mut part = HandedPart {
        id: "18".to_owned(),
        to: "産業課".to_owned(),
        until: Some(Date("2026-06-30".to_owned())),
        records: vec![measure.to_string(), kpi.to_string()],
        years: years.iter().copied().map(FiscalYear).collect(),
        work: work.to_vec(),
        ..HandedPart::default()
    };
    part.hash = hash_of(&part_of(plan, &part));
    part_of(plan, &part)
}

/// The heads of a sheet, without that of the hidden column.
fn heads(sheets: &[SheetRead], name: &str) -> Vec<String> {
    let sheet = sheets.iter().find(|sheet| sheet.name == name).unwrap();
    let cells = sheet.rows[3].cells.iter();
    cells.skip(1).map(|(_, cell)| cell.text()).collect()
}

#[test]
fn p36_a_workbook_has_the_chosen_years_and_sheets_alone() {
    let plan = sample(include_bytes!("../../public/samples/mihon.json"));
    let part = asked_for(&plan, &[2024], &[Work::Actuals, Work::Reviews]);
    let given = sheets(&part);
    let names: Vec<&str> = given.iter().map(|sheet| &*sheet.name).collect();
    let wanted = [
        "指標の数値",
        "指標の内容",
        "評価シート",
        "予算と決算",
        "_michishirube",
    ];
    assert_eq!(names, wanted);
    assert_eq!(
        heads(&given, "指標の数値"),
        ["名称", "内訳", "単位", "R6 実績"]
    );
    assert!(heads(&given, "予算と決算").contains(&"決算額".to_owned()));
    let top = |at: usize| given[0].rows[at].cells[0].1.text();
    assert_eq!(top(1), "記入する課：産業課　　締切：令和8年6月30日");
    assert!(top(2).starts_with("色のついたセルに入力し"));
    // Whatever was left out is still in the part.
    let back = read_part(&part, &given, &mut || unreachable!());
    assert_eq!((back.unwritten, back.part), (vec![], part));
}

#[test]
fn p36_a_cell_is_open_where_the_scope_and_the_closed_years_leave_it() {
    let plan = sample(include_bytes!("../../public/samples/mihon.json"));
    let part = asked_for(&plan, &[], &[]);
    let files = fixtures::archive::unpacked(&part_workbook(&part).unwrap());
    let file = |path: &str| {
        let found = files.iter().find(|(one, _)| *one == path);
        String::from_utf8(found.unwrap().1.clone()).unwrap()
    };
    assert!(file("xl/workbook.xml").contains("<workbookProtection lockStructure=\"1\"/>"));
    let styles = file("xl/styles.xml");
    let open: Vec<bool> = styles
        .split("<cellXfs")
        .nth(1)
        .unwrap()
        .split("<xf ")
        .skip(1)
        .map(|style| style.contains("locked=\"0\""))
        .collect();
    let sheets = sheets(&part);
    for (nth, sheet) in sheets.iter().enumerate() {
        let xml = file(&format!("xl/worksheets/sheet{}.xml", nth + 1));
        assert!(
            xml.contains("<sheetProtection sheet=\"1\""),
            "{}",
            sheet.name
        );
        let mut open_cells = 0;
        for cell in xml.split("<c r=\"").skip(1) {
            let (address, rest) = cell.split_once('"').unwrap();
            let style = rest.split('"').nth(1).unwrap();
            let is_open = open[style.parse::<usize>().unwrap()];
            open_cells += usize::from(is_open);
            // The ids and the heads are never open.
            let is_id =
                address.starts_with('A') && address[1..].starts_with(|c: char| c.is_ascii_digit());
            assert!(
                !(is_open && (is_id || address.ends_with("4") && address.len() == 2)),
                "{address}"
            );
        }
        assert_eq!(open_cells > 0, !sheet.hidden, "{}", sheet.name);
    }
    let reviews = sheets
        .iter()
        .position(|sheet| sheet.name == "評価シート")
        .unwrap();
    let xml = file(&format!("xl/worksheets/sheet{}.xml", reviews + 1));
    assert!(
        xml.contains("<formula1>\"A,B,C,D\"</formula1>") || xml.contains("Ａ,Ｂ,Ｃ,Ｄ"),
        "{xml}"
    );
}

#[test]
fn p36_a_workbook_of_the_form_before_is_read_by_the_places_of_its_columns() {
    let plan = sample(include_bytes!("../../public/samples/mihon.json"));
    let part = asked_for(&plan, &[], &[]);
    let measure = part.sheets.iter().next().unwrap().measure;
    let measure = part.get(measure).unwrap().clone();
    let heads = ["番号", "名称", "方向性", "担当課", "備考"];
    let ours = ["m", "施策", "番号", "名称", "方向性", "担当課", "備考"];
    let cells = |texts: &[&str]| -> Vec<(usize, CellRead)> {
        let texts = texts.iter().enumerate();
        texts.map(|(at, one)| (at, text(one))).collect()
    };
    let row = |number, cells| RowRead {
        number,
        cells,
        hidden: false,
    };
    let id = measure.id.to_string();
    let said = [
        "",
        "1-1",
        &*measure.title,
        "前の形で書いた",
        &*measure.owner,
        &*measure.note,
    ];
    let mut written = cells(&said);
    written[0].1 = text(&id);
    written.retain(|(_, cell)| !cell.text().is_empty());
    let mut head = cells(&heads);
    head.iter_mut().for_each(|(at, _)| *at += 1);
    let sheets = [
        SheetRead {
            name: "施策".to_owned(),
            rows: vec![row(3, head), row(4, written)],
            ..SheetRead::default()
        },
        SheetRead {
            name: "_michishirube".to_owned(),
            rows: vec![
                row(
                    1,
                    cells(&["1", "18", &part.about().handed.as_ref().unwrap().hash, "1"]),
                ),
                row(2, cells(&ours)),
            ],
            hidden: true,
            ..SheetRead::default()
        },
    ];
    assert_eq!(mark_of(&sheets).unwrap().id, "18");
    let back = read_part(&part, &sheets, &mut || unreachable!());
    assert_eq!(back.unwritten, []);
    assert_eq!(
        back.part.get(measure.id).unwrap().direction,
        "前の形で書いた"
    );
}

/// The sheet of a name.
fn sheet<'a>(sheets: &'a mut [SheetRead], name: &str) -> &'a mut SheetRead {
    sheets.iter_mut().find(|sheet| sheet.name == name).unwrap()
}

/// Writes a row below the others, by the heads of its cells; with the number of another row, if it was copied.
fn add_row(sheets: &mut [SheetRead], name: &str, id: &str, cells: &[(&str, &str)]) -> usize {
    let sheet = sheet(sheets, name);
    let is_head = |row: &&RowRead| row.cells.iter().any(|(_, cell)| cell.text() == "名称");
    let head = sheet.rows.iter().find(is_head).unwrap().clone();
    let at = |head_of: &str| {
        let cell = head.cells.iter().find(|(_, cell)| cell.text() == head_of);
        cell.unwrap_or_else(|| panic!("{head_of}")).0
    };
    let mut row: Vec<_> = cells
        .iter()
        .map(|(head, said)| (at(head), text(said)))
        .collect();
    row.push((0, text(id)));
    row.retain(|(_, cell)| !cell.text().is_empty());
    row.sort_by_key(|(at, _)| *at);
    let number = sheet.rows.last().unwrap().number + 1;
    sheet.rows.push(RowRead {
        number,
        cells: row,
        hidden: false,
    });
    number
}

/// Reads a workbook; new records are numbered from 4711.
fn read(part: &Strategy, sheets: &[SheetRead]) -> Written {
    let mut last = 4710;
    read_part(part, sheets, &mut || {
        last += 1;
        last
    })
}

#[test]
fn p35_a_new_indicator_is_offered_with_its_figures_as_one_choice() {
    let plan = sample(include_bytes!("../../public/samples/mihon.json"));
    let part = whole(&plan);
    let mut sheets = sheets(&part);
    let new = ("単位", "件");
    // A row that was copied, with the number of another.
    let copied = part.series.iter().next().unwrap().id.to_string();
    let figures = [
        ("名称", "空き店舗の活用"),
        new,
        ("R6 実績", "3"),
        ("R7 目標", "12"),
    ];
    add_row(&mut sheets, "指標の数値", &copied, &figures);
    let texts = [("名称", "空き店舗の活用"), new, ("担当課", "産業振興課")];
    add_row(&mut sheets, "指標の内容", "", &texts);
    let other = [("名称", "通いの場"), ("内訳", "男性"), ("R6 実績", "5")];
    add_row(&mut sheets, "指標の数値", "", &other);
    let women = [("名称", "通いの場"), ("内訳", "女性"), ("R6 実績", "7")];
    add_row(&mut sheets, "指標の数値", "", &women);
    // Below the table somebody wrote to us.
    let note = add_row(&mut sheets, "指標の数値", "", &[("名称", "※ 見込みを含む")]);
    let Written {
        part: back,
        unwritten,
        offered,
    } = read(&part, &sheets);
    let sheet = "指標の数値".to_owned();
    assert_eq!(unwritten, [NotTaken::Row { sheet, row: note }]);
    assert_eq!(offered.len(), 2);
    let named = |name: &str| {
        let mut all = back.indicators.iter();
        all.find(|one| one.name == name).unwrap().clone()
    };
    let shops = named("空き店舗の活用");
    assert_eq!((&*shops.unit, &*shops.owner), ("件", "産業振興課"));
    let figures = back.series.under(shops.id)[0].clone();
    assert_eq!(figures.actuals[&FiscalYear(2024)].text(), "3");
    assert_eq!(figures.targets[&FiscalYear(2025)].text(), "12");
    let both = back.series.under(named("通いの場").id);
    let names: Vec<&str> = both.iter().map(|one| &*one.name).collect();
    assert_eq!(names, ["男性", "女性"]);

    // One choice each, and nothing is added until it is taken.
    let handed = HandedPart::clone(part.about().handed.as_ref().unwrap());
    let mut mine = plan.clone();
    mine.about.insert(About {
        handed_out: vec![handed.clone()],
        ..About::clone(&plan.about())
    });
    let mut came = incoming(&mine, back.clone(), &[]).unwrap();
    came.offered = offered;
    let scope = scope_of(&handed);
    let returns = [returned(&mine, &came, Some(&mine))];
    assert_eq!(returns[0].scope.as_ref(), Some(&scope));
    let merged = gather(&mine, &returns, &ChoicesOf::new());
    let rows = merged.rows();
    assert_eq!(rows.len(), 2, "{rows:?}");
    for (_, row) in &rows {
        assert!(row.offered && !row.outside && row.act == Act::Added);
    }
    assert_eq!(merged.after().indicators.len(), mine.indicators.len());
    let taken = |row: &edit::merge::Row| ((0, row.spot), Choice::Theirs);
    let choices: ChoicesOf = rows.iter().map(|(_, row)| taken(row)).collect();
    let merged = gather(&mine, &returns, &choices);
    assert_eq!(merged.after().series.len(), mine.series.len() + 3);
    let mut after = mine.clone();
    let edit = merged.edit().unwrap();
    edit.apply(&mut after).unwrap();
    assert_eq!(after.indicators.len(), mine.indicators.len() + 2);
    edit.reverse().apply(&mut after).unwrap();
    assert_eq!(after, mine);
}

#[test]
fn p35_a_new_row_stands_where_it_says_and_is_offered_where_it_does_not() {
    let part = whole(&sample(include_bytes!("../../public/samples/mihon.json")));
    let given = sheets(&part);
    let label = |sheets: &[SheetRead], name: &str, id: &str, head: &str| {
        let (at, row, column) = place(sheets, id, head);
        assert_eq!(sheets[at].name, name);
        sheets[at].rows[row].get(column).unwrap().text()
    };
    let mut wanted = part.clone();
    let mut sheets = given.clone();
    let first = part.initiatives.sorted()[0].clone();
    let measure = label(&given, "取組", &first.id.to_string(), "施策");
    let says = [("施策", &*measure), ("名称", "はっきりした取組")];
    add_row(&mut sheets, "取組", "", &says);
    add_row(
        &mut sheets,
        "取組",
        "",
        &[("名称", "置き場所の分からない取組")],
    );
    let closed = closed_years(&part);
    let year = |line: &Line| part.get(line.sheet).unwrap().year.previous();
    let is_open = |line: &Line| !closed.contains(&year(line));
    let line = part
        .lines
        .iter()
        .find(|line| line.side == Side::Done && is_open(line))
        .unwrap()
        .clone();
    let id = line.id.to_string();
    let (of, half) = (
        label(&given, "予算と決算", &id, "施策"),
        label(&given, "予算と決算", &id, "年度と区分"),
    );
    let says = [
        ("施策", &*of),
        ("年度と区分", &*half),
        ("名称", "足した事業"),
        ("決算額", "120"),
    ];
    add_row(&mut sheets, "予算と決算", "", &says);
    let nameless = add_row(&mut sheets, "予算と決算", "", &[("決算額", "130")]);
    let nameless_measure = add_row(&mut sheets, "施策", "", &[("担当課", "産業課")]);
    let written = read(&part, &sheets);
    let row = |sheet: &str, row| NotTaken::Row {
        sheet: sheet.to_owned(),
        row,
    };
    assert_eq!(
        written.unwritten,
        [row("施策", nameless_measure), row("予算と決算", nameless)]
    );
    let clear = Id::<Initiative>::new(4711);
    let unclear = Id::<Initiative>::new(4712);
    let money = Id::<Line>::new(4713);
    assert_eq!(written.part.get(clear).unwrap().measure, first.measure);
    assert_eq!(written.offered, [AnyId::from(unclear)].into());
    let added = written.part.get(money).unwrap();
    assert_eq!((added.sheet, added.side), (line.sheet, line.side));
    assert_eq!(added.settled, Some(Money::Thousand(120)));
    for id in [clear, unclear] {
        wanted
            .initiatives
            .insert(Initiative::clone(written.part.get(id).unwrap()));
    }
    wanted.lines.insert(Line::clone(added));
    assert_eq!(written.part, wanted);
}

#[test]
fn p35_a_new_measure_is_offered_with_what_was_added_under_it() {
    let plan = sample(include_bytes!("../../public/samples/mihon.json"));
    let part = whole(&plan);
    let mut sheets = sheets(&part);
    let all = part.goals.sorted().into_iter();
    let all: Vec<_> = all.flat_map(|goal| part.measures_of(goal.id)).collect();
    let last = all.last().unwrap();
    let says = [("名称", "関係人口の窓口づくり"), ("担当課", "企画課")];
    add_row(&mut sheets, "施策", "", &says);
    let twice = add_row(&mut sheets, "施策", "", &[("名称", &*last.title)]);
    let of_it = [("施策", "関係人口の窓口づくり"), ("名称", "案内所を開く")];
    add_row(&mut sheets, "取組", "", &of_it);
    let written = read(&part, &sheets);
    // A measure of a title that is here already is not guessed at.
    let sheet = "施策".to_owned();
    assert_eq!(written.unwritten, [NotTaken::Row { sheet, row: twice }]);
    let id = Id::<Measure>::new(4711);
    assert_eq!(written.offered, [AnyId::from(id)].into());
    let added = written.part.get(id).unwrap().clone();
    assert_eq!(
        (&*added.title, &*added.owner),
        ("関係人口の窓口づくり", "企画課")
    );
    assert_eq!(added.goal, last.goal);
    assert!(added.order > last.order);
    let under = written.part.initiatives.under(id);
    assert_eq!(under.len(), 1);

    // One choice; nothing is added until it is taken, and then all of it.
    let handed = HandedPart::clone(part.about().handed.as_ref().unwrap());
    let mut mine = plan.clone();
    mine.about.insert(About {
        handed_out: vec![handed],
        ..About::clone(&plan.about())
    });
    let mut came = incoming(&mine, written.part.clone(), &[]).unwrap();
    came.offered = written.offered;
    let returns = [returned(&mine, &came, Some(&mine))];
    let merged = gather(&mine, &returns, &ChoicesOf::new());
    let rows = merged.rows();
    let [(0, row)] = &rows[..] else {
        panic!("{rows:?}");
    };
    assert!(row.offered && !row.outside && row.act == Act::Added);
    assert_eq!(merged.left_open(0, &ChoicesOf::new()), 1);
    assert_eq!(merged.after().measures.len(), mine.measures.len());
    let choices = ChoicesOf::from([((0, row.spot), Choice::Theirs)]);
    let merged = gather(&mine, &returns, &choices);
    assert_eq!(merged.left_open(0, &choices), 0);
    let mut after = mine.clone();
    let edit = merged.edit().unwrap();
    edit.apply(&mut after).unwrap();
    assert_eq!(after.measures.len(), mine.measures.len() + 1);
    assert_eq!(after.initiatives.len(), mine.initiatives.len() + 1);
    assert_eq!(after.integrity(), []);
    edit.reverse().apply(&mut after).unwrap();
    assert_eq!(after, mine);
}

/// The workbook as another program saves it: texts in their cells, numbers in these styles, formulas without results.
fn saved_elsewhere(sheets: &[SheetRead], style: &dyn Fn(&str, usize, usize) -> usize) -> Vec<u8> {
    let address = |row: usize, at: usize| {
        let letters = match at / 26 {
            0 => String::new(),
            over => char::from(b'A' + over as u8 - 1).to_string(),
        };
        format!("{letters}{}{row}", char::from(b'A' + (at % 26) as u8))
    };
    let escaped = |text: &str| {
        let text = text.replace('&', "&amp;").replace('<', "&lt;");
        text.replace('>', "&gt;")
    };
    let mut archive = format::Archive::default();
    let mut add = |path: &str, xml: String| archive.add(path, xml.as_bytes()).unwrap();
    let (mut list, mut relations) = (String::new(), String::new());
    for (nth, sheet) in sheets.iter().enumerate() {
        let state = if sheet.hidden {
            " state=\"hidden\""
        } else {
            ""
        };
        list += &format!(
            "<sheet name=\"{}\"{state} sheetId=\"{}\" r:id=\"r{nth}\"/>",
            sheet.name,
            nth + 1
        );
        relations += &format!(
            "<Relationship Id=\"r{nth}\" Type=\"x/worksheet\" Target=\"worksheets/sheet{nth}.xml\"/>"
        );
        let cell = |row: usize, (at, cell): &(usize, CellRead)| {
            let address = address(row, *at);
            let style = style(&sheet.name, row, *at);
            match cell {
                CellRead::Number(number) => {
                    format!("<c r=\"{address}\" s=\"{style}\"><v>{number}</v></c>")
                }
                CellRead::Formula(formula) => {
                    format!("<c r=\"{address}\"><f>{formula}</f><v></v></c>")
                }
                other => format!(
                    "<c r=\"{address}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
                    escaped(&other.text())
                ),
            }
        };
        let row = |row: &RowRead| {
            let cells: String = row.cells.iter().map(|one| cell(row.number, one)).collect();
            format!("<row r=\"{}\">{cells}</row>", row.number)
        };
        let rows: String = sheet.rows.iter().map(row).collect();
        add(
            &format!("xl/worksheets/sheet{nth}.xml"),
            format!("<worksheet><sheetData>{rows}</sheetData></worksheet>"),
        );
    }
    relations += "<Relationship Id=\"f\" Type=\"x/styles\" Target=\"styles.xml\"/>";
    add(
        "xl/workbook.xml",
        format!("<workbook><sheets>{list}</sheets></workbook>"),
    );
    add(
        "xl/_rels/workbook.xml.rels",
        format!("<Relationships>{relations}</Relationships>"),
    );
    // As it comes, a share with one place, groups with one place, a day.
    let styles = "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"0.0%\"/><numFmt numFmtId=\"165\" formatCode=\"#,##0.0\"/></numFmts>\
        <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>";
    add("xl/styles.xml", styles.to_owned());
    archive.finish().unwrap()
}

#[test]
fn p33_what_another_program_saved_is_read_in_its_forms_and_a_formula_without_a_result_changes_nothing()
 {
    let part = whole(&sample(include_bytes!("../../public/samples/mihon.json")));
    let mut sheets = sheets(&part);
    let all = part.indicators.sorted().into_iter();
    let all: Vec<_> = all.flat_map(|one| part.series.under(one.id)).collect();
    let written = [
        (CellRead::Number("0.345".parse().unwrap()), 1, "34.5%"),
        (CellRead::Number("1234.5".parse().unwrap()), 2, "1234.5"),
        (CellRead::Number(46112.into()), 3, "2026-03-31"),
        (CellRead::Formula("10+5".to_owned()), 0, ""),
    ];
    let head = "R7 実績";
    let mut styles = Vec::new();
    for (series, (cell, style, _)) in all.iter().zip(&written) {
        write(&mut sheets, &series.id.to_string(), head, cell.clone());
        let (at, row, column) = place(&sheets, &series.id.to_string(), head);
        styles.push((sheets[at].rows[row].number, column, *style));
    }
    // The head is reworded, too.
    let worded = sheet(&mut sheets, "指標の数値");
    let heads = worded.rows.iter_mut().flat_map(|row| &mut row.cells);
    for (_, cell) in heads.filter(|(_, cell)| cell.text() == head) {
        *cell = text("令和7年度の実績です");
    }
    let style = |sheet: &str, row: usize, column: usize| {
        let is_it = |one: &&(usize, usize, usize)| (one.0, one.1) == (row, column);
        let found = styles.iter().find(is_it).filter(|_| sheet == "指標の数値");
        found.map_or(0, |one| one.2)
    };
    let came = read_workbook(&saved_elsewhere(&sheets, &style)).unwrap();
    assert_eq!(mark_of(&came).unwrap().id, "17");
    let back = read(&part, &came);
    let [NotTaken::Unreadable { why, .. }] = &back.unwritten[..] else {
        panic!("{:?}", back.unwritten);
    };
    assert_eq!(*why, Unreadable::NoResult);
    let year = FiscalYear(2025);
    for (series, (_, _, wanted)) in all.iter().zip(&written) {
        let now = back
            .part
            .get(series.id)
            .unwrap()
            .actuals
            .get(&year)
            .cloned();
        match wanted.is_empty() {
            true => assert_eq!(now, series.actuals.get(&year).cloned()),
            false => assert_eq!(now.unwrap().text(), *wanted),
        }
    }
    // Nothing else is another.
    let mut others = back.part.clone();
    for series in &all[..4] {
        others.series.insert(Series::clone(series));
    }
    assert_eq!(others, part);
}

#[test]
fn p35_a_row_that_is_here_already_is_no_new_indicator() {
    let part = whole(&sample(include_bytes!("../../public/samples/mihon.json")));
    let mut sheets = sheets(&part);
    let one = part.indicators.sorted()[0].clone();
    let says = [
        ("名称", &*one.name),
        ("単位", &*one.unit),
        ("R6 実績", "99"),
    ];
    let row = add_row(&mut sheets, "指標の数値", "", &says);
    let written = read(&part, &sheets);
    let sheet = "指標の数値".to_owned();
    assert_eq!(written.unwritten, [NotTaken::Row { sheet, row }]);
    assert_eq!(written.part, part);
}

#[test]
fn p33_rows_whose_numbers_were_deleted_are_known_by_their_names() {
    let part = whole(&sample(include_bytes!("../../public/samples/mihon.json")));
    let figures = part.series.iter().filter(|one| one.actuals.len() > 1);
    let one = figures.max_by_key(|one| one.id).unwrap().clone();
    let mut written = sheets(&part);
    write(
        &mut written,
        &one.id.to_string(),
        "R6 実績",
        CellRead::Number(98_765.into()),
    );
    for sheet in written
        .iter_mut()
        .filter(|sheet| !sheet.name.starts_with('_'))
    {
        for row in &mut sheet.rows {
            row.cells.retain(|(at, _)| *at > 0);
            row.cells.iter_mut().for_each(|(at, _)| *at -= 1);
        }
    }
    let read = read(&part, &written);
    let actual = &read.part.series.get(one.id).unwrap().actuals[&FiscalYear(2024)];
    assert_eq!(actual.value(), Some(98_765.into()));
    let mut wanted = part.clone();
    let mut record = Series::clone(&one);
    record.actuals.insert(FiscalYear(2024), actual.clone());
    wanted.series.insert(record);
    assert_eq!(read.part, wanted);
    assert_eq!(read.unwritten, []);
}

#[test]
fn p33_a_formula_that_failed_changes_nothing_and_is_told() {
    let part = whole(&sample(include_bytes!("../../public/samples/mihon.json")));
    let figures = part
        .series
        .iter()
        .filter(|one| one.actuals.contains_key(&FiscalYear(2024)));
    let one = figures.max_by_key(|one| one.id).unwrap();
    for error in ["#DIV/0!", "#REF!", "#N/A"] {
        let mut written = sheets(&part);
        write(&mut written, &one.id.to_string(), "R6 実績", text(error));
        let read = read(&part, &written);
        assert_eq!(read.part, part);
        let [NotTaken::Unreadable { why, .. }] = &read.unwritten[..] else {
            panic!("{:?}", read.unwritten);
        };
        assert_eq!(*why, Unreadable::NoResult);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn p33_any_part_comes_back_as_it_went(seed in 0..10_000_u64) {
        let plan = arbitrary::strategy(seed, 4);
        let part = whole(&plan);
        let written = read_part(&part, &sheets(&part), &mut || unreachable!());
        prop_assert_eq!(written.unwritten, []);
        prop_assert_eq!(written.part, part);
    }

    #[test]
    fn x5_what_is_written_is_read_as_it_was(
        texts in prop::collection::vec("[ -~あ-ん一-三\n\t]{1,12}", 1..20),
        numbers in prop::collection::vec((-999_999_999_i64..999_999_999, 0..4_u32), 1..20),
    ) {
        let number = |(value, scale): &(i64, u32)| Cell::Number(Shown {
            value: rust_decimal::Decimal::new(*value, *scale),
            form: "0".to_owned(),
            printed: None,
        });
        let rows = vec![
            Row { cells: texts.iter().map(|text| Cell::Text(text.clone())).collect(), ..Row::default() },
            Row { cells: numbers.iter().map(number).collect(), ..Row::default() },
        ];
        let sheet = Tab { name: "表".to_owned(), rows, ..Tab::default() };
        let bytes = Workbook { sheets: vec![sheet] }.write().unwrap();
        let read = read_workbook(&bytes).unwrap();
        let told: Vec<_> = read[0].rows[0].cells.iter().map(|(_, cell)| cell.text()).collect();
        prop_assert_eq!(told, texts);
        let told: Vec<_> = read[0].rows[1].cells.iter().map(|(_, cell)| cell.clone()).collect();
        let wanted: Vec<_> = numbers.iter().map(|(value, scale)| CellRead::Number(rust_decimal::Decimal::new(*value, *scale))).collect();
        prop_assert_eq!(told, wanted);
    }

    #[test]
    fn x6_no_bytes_stop_the_reader(cut in 0..4000_usize, at in 0..4000_usize, byte in any::<u8>()) {
        let sheet = Tab { name: "表".to_owned(), rows: vec![Row { cells: vec![Cell::text("あ")], ..Row::default() }], ..Tab::default() };
        let mut bytes = Workbook { sheets: vec![sheet] }.write().unwrap();
        let place = at % bytes.len();
        bytes[place] = byte;
        let _ = read_workbook(&bytes);
        bytes.truncate(cut.min(bytes.len()));
        let _ = read_workbook(&bytes);
    }
}

#[test]
fn x6_what_is_no_workbook_says_so() {
    assert_eq!(read_workbook(b"PK\x03\x04"), Err(NotRead::Damaged));
    assert_eq!(read_workbook(b""), Err(NotRead::NoWorkbook));
    let old = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0];
    assert_eq!(read_workbook(&old), Err(NotRead::Old));
    let other = |path: &str, xml: &str| {
        let mut archive = format::Archive::default();
        archive.add(path, xml.as_bytes()).unwrap();
        read_workbook(&archive.finish().unwrap())
    };
    assert_eq!(other("a.txt", "あ"), Err(NotRead::NoWorkbook));
    let entities = "<!DOCTYPE a [<!ENTITY b \"&b;&b;\">]><workbook/>";
    assert_eq!(other("xl/workbook.xml", entities), Err(NotRead::Damaged));
    // 97 MB of one letter.
    let bomb = "a".repeat(97 << 20);
    assert_eq!(other("xl/workbook.xml", &bomb), Err(NotRead::TooLarge));
}

#[test]
fn x6_more_than_a_million_cells_are_too_many() {
    let mut archive = format::Archive::default();
    let relations = "<Relationships><Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"sheet.xml\"/></Relationships>";
    let row = format!("<row>{}</row>", "<c/>".repeat(10_001));
    let sheet = format!(
        "<worksheet><sheetData>{}</sheetData></worksheet>",
        row.repeat(100)
    );
    let list = "<workbook><sheets><sheet name=\"\" id=\"a\"/></sheets></workbook>";
    for (path, xml) in [
        ("xl/workbook.xml", list),
        ("xl/_rels/workbook.xml.rels", relations),
        ("xl/sheet.xml", &sheet),
    ] {
        archive.add(path, xml.as_bytes()).unwrap();
    }
    let bytes = archive.finish().unwrap();
    assert_eq!(read_workbook(&bytes), Err(NotRead::TooManyCells));
}
