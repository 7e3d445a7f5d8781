//! A workbook has the chosen years and sheets, and marks the cells to fill in (P36).

use super::*;

/// Returns the part of the second measure of みほん町 for these years and kinds of content.
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

/// Returns the heads of a sheet, without that of the hidden column.
fn heads(sheets: &[SheetRead], name: &str) -> Vec<String> {
    let sheet = sheets.iter().find(|sheet| sheet.name == name).unwrap();
    let cells = sheet.rows[3].cells.iter();
    cells.skip(1).map(|(_, cell)| cell.text()).collect()
}

#[test]
fn p36_a_workbook_has_the_chosen_years_and_sheets_alone() {
    let plan = sample("mihon");
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
    // Everything that was left out is still in the part.
    let back = read_part(&part, &given, &mut || unreachable!());
    assert_eq!((back.unwritten, back.part), (vec![], part));
}

#[test]
fn p36_a_cell_is_open_where_the_scope_and_the_closed_years_leave_it() {
    let plan = sample("mihon");
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
            // The ids and the heads are never editable.
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
    let plan = sample("mihon");
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
