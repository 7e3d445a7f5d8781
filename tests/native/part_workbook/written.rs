//! The part gets the texts of the cells of a workbook, and nothing else changes (P33).

use super::*;

#[test]
fn p33_a_workbook_that_nobody_wrote_in_is_the_part() {
    for name in ["hokuto-2024", "mihon", "kitamoto-2022"] {
        let part = whole(&sample(name));
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
    let part = whole(&sample("hokuto-2024"));
    let line = settled_line(&part);
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
    let part = whole(&sample("hokuto-2024"));
    let line = settled_line(&part);
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
fn p33_a_mark_for_the_same_as_above_is_told_and_stays() {
    let part = whole(&sample("hokuto-2024"));
    let line = settled_line(&part);
    for mark in ["同上", "〃", "々", "同左", " 仝 "] {
        for head in ["決算額", "内容"] {
            let mut sheets = sheets(&part);
            write(&mut sheets, &line.id.to_string(), head, text(mark));
            let written = read_part(&part, &sheets, &mut || unreachable!());
            let told = |one: &NotTaken| matches!(one, NotTaken::Cell { head: of, text, .. } if of == head && text.trim() == mark.trim());
            assert!(
                written.unwritten.iter().all(told),
                "{:?}",
                written.unwritten
            );
            assert_eq!(written.unwritten.len(), 1, "{mark} {head}");
            assert_eq!(written.part, part);
        }
    }
}

#[test]
fn p33_a_cell_without_a_value_a_struck_one_and_an_emptied_column_are_told_and_stay() {
    let part = whole(&sample("hokuto-2024"));
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
fn p33_a_column_in_which_nothing_but_blanks_stood_was_not_emptied() {
    for blank in [" ", "\u{3000}\n", "\u{1}"] {
        let mut plan = sample("mihon");
        for one in plan
            .indicators
            .sorted()
            .into_iter()
            .cloned()
            .collect::<Vec<_>>()
        {
            plan.indicators.insert(Indicator {
                next_release: blank.to_owned(),
                ..Indicator::clone(&one)
            });
        }
        let part = whole(&plan);
        let written = read_part(&part, &sheets(&part), &mut || unreachable!());
        assert_eq!(written.unwritten, [], "{blank:?}");
    }
}

#[test]
fn p33_a_renamed_sheet_and_a_reworded_head_are_found() {
    let part = whole(&sample("hokuto-2024"));
    let line = settled_line(&part);
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
    let part = whole(&sample("hokuto-2024"));
    let line = settled_line(&part).id.to_string();
    let mut sheets = sheets(&part);
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

#[test]
fn p33_rows_whose_numbers_were_deleted_are_known_by_their_names() {
    let part = whole(&sample("mihon"));
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
        for (cell, _) in &mut sheet.comments {
            let mut address: format::workbook::Address = cell.parse().unwrap();
            address.column -= 1;
            *cell = address.to_string();
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
fn x15_a_comment_on_a_figure_comes_back_as_the_note_of_its_year() {
    let part = whole(&sample("mihon"));
    let mut came = sheets(&part);
    let given = came.iter().map(|sheet| sheet.comments.len()).sum::<usize>();
    assert!(given > 0, "the notes of the sample go out as comments");
    let back = read(&part, &came);
    assert_eq!(back.unwritten, []);
    assert_eq!(back.part, part, "what came back as it was changes nothing");
    let year = FiscalYear(2025);
    let series = part.series.sorted().into_iter();
    let series = series.filter(|one| !one.notes.contains_key(&year));
    let id = series.map(|one| one.id).next().unwrap();
    let (at, row, column) = place(&came, &id.to_string(), "R7 実績");
    let number = came[at].rows[row].number;
    let address = |column| format::workbook::Address {
        row: number,
        column,
    };
    let sheet = &mut came[at];
    for (column, text) in [(column, "速報値"), (1, "名前への質問")] {
        let cell = address(column).to_string();
        sheet.comments.push((cell, text.to_owned()));
    }
    let back = read(&part, &came);
    let noted = back.part.get(id).unwrap();
    assert_eq!(noted.notes.get(&year).map(String::as_str), Some("速報値"));
    let [NotTaken::Comment { text, .. }] = &back.unwritten[..] else {
        panic!("{:?}", back.unwritten);
    };
    assert_eq!(text, "名前への質問", "a comment on a name is only told");
}

/// A cell holds 32,767 units of UTF-16: what is longer is cut, and a change of the beginning says nothing of the rest.
#[test]
fn p33_a_text_that_is_longer_than_a_cell_is_never_shortened() {
    let mut part = whole(&sample("hokuto-2024"));
    let mut measure = Measure::clone(part.measures.iter().next().unwrap());
    measure.direction = "長い😀".repeat(17_000);
    let key = measure.id.to_string();
    part.measures.insert(measure);
    let handed = sheets(&part);
    let (at, row, column) = place(&handed, &key, "方向性");
    let shown = handed[at].rows[row].get(column).unwrap().text();
    assert!(shown.encode_utf16().count() <= 32_767);
    assert!(
        shown.ends_with("字を省きました。全文はこの計画にあります）"),
        "{}",
        shown.len()
    );
    let untouched = read_part(&part, &handed, &mut || unreachable!());
    assert_eq!((untouched.unwritten.len(), &untouched.part), (0, &part));
    let mut changed = handed;
    write(&mut changed, &key, "方向性", text("短い文"));
    let changed = read_part(&part, &changed, &mut || unreachable!());
    assert_eq!(changed.part, part);
    let [why] = &changed.unwritten[..] else {
        panic!("{:?}", changed.unwritten)
    };
    assert!(words::hands::unwritten(why).contains("途中までしか書き出していない"));
}
