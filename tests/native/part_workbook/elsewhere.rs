//! A workbook that another program saved, and formulas without a result (P33).

use super::*;

/// Saves the workbook as another program does: texts in their cells, numbers in these styles, formulas without
/// results.
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
    // General, a percentage with one decimal, groups with one decimal, a day.
    let styles = "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"0.0%\"/><numFmt numFmtId=\"165\" formatCode=\"#,##0.0\"/></numFmts>\
        <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>";
    add("xl/styles.xml", styles.to_owned());
    archive.finish().unwrap()
}

#[test]
fn p33_what_another_program_saved_is_read_in_its_forms_and_a_formula_without_a_result_changes_nothing()
 {
    let part = whole(&sample("mihon"));
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
    // The head is renamed, too.
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
    // Nothing else differs.
    let mut others = back.part.clone();
    for series in &all[..4] {
        others.series.insert(Series::clone(series));
    }
    assert_eq!(others, part);
}

#[test]
fn p33_a_formula_that_failed_changes_nothing_and_is_told() {
    let part = whole(&sample("mihon"));
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
