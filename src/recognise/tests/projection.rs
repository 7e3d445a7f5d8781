//! The published workbook of a prefecture, read town by town.

use fixtures::prefecture::{towns, workbook};
use format::workbook::{Cell, Workbook, read_printed};
use recognise::population::{
    Municipality, NotProjection, ReadProjection, Sex, SumOf, municipality, projection,
};
use strategy::{FiscalYear, Projection, Town};

/// The sheet of a town as the app finds it, and its text.
fn found(bytes: &[u8], town: &Municipality) -> Option<(String, String)> {
    let sheets = read_printed(bytes).unwrap();
    let sheet = sheets.iter().find(|sheet| town.is_of(&sheet.name, ""))?;
    Some((sheet.name.clone(), sheet.table_text(true).unwrap()))
}

fn town(code: &str) -> Municipality {
    Municipality::of(&Town {
        code: code.to_owned(),
        name: String::new(),
    })
}

fn read(book: &Workbook, town: &Municipality) -> Result<ReadProjection, NotProjection> {
    let (sheet, text) = found(&book.write().unwrap(), town).unwrap();
    projection(&text, &sheet, town)
}

#[test]
fn every_town_of_a_prefecture_is_read_to_the_person() {
    let made = towns(20_231_222, 1, 12);
    let bytes = workbook("みほん県", &made).write().unwrap();
    for one in &made {
        let own = town(&one.code);
        let (sheet, text) = found(&bytes, &own).unwrap();
        let read = projection(&text, &sheet, &own).unwrap();
        assert_eq!(read.projection, *one);
        assert_eq!(read.differs, []);
    }
    // The first sheet is the prefecture's, and of no town.
    assert!(found(&bytes, &town("01999")).is_none());
}

#[test]
fn a_plan_with_five_or_six_digits_finds_its_sheet() {
    let made = towns(7, 43, 3);
    let bytes = workbook("みほん県", &made).write().unwrap();
    for code in ["43202", "432024", "４３２０２"] {
        let own = town(code);
        let (sheet, text) = found(&bytes, &own).unwrap();
        assert_eq!(
            projection(&text, &sheet, &own).unwrap().projection,
            made[1],
            "{code}"
        );
    }
    assert_eq!(municipality("432025"), None);
}

#[test]
fn the_sheet_of_another_town_is_refused() {
    let made = towns(7, 43, 3);
    let bytes = workbook("みほん県", &made).write().unwrap();
    let (sheet, text) = found(&bytes, &town("43202")).unwrap();
    let other = projection(&text, &sheet, &town("43201"));
    assert_eq!(
        other,
        Err(NotProjection::OtherTown {
            code: "43202".to_owned(),
            name: "第2町".to_owned()
        })
    );
}

#[test]
fn sums_that_do_not_agree_are_told_and_the_printed_figures_stand() {
    let mut made = towns(7, 43, 1);
    let own = town("43201");
    let mut book = workbook("みほん県", &made);
    // 総数 of 男女計 in 2030.
    book.sheets[1].rows[4].cells[3] = Cell::text("123,456");
    made[0].years[2].total = 123_456;
    let read = read(&book, &own).unwrap();
    assert_eq!(read.projection, made[0]);
    let [differs] = read.differs.as_slice() else {
        panic!("{:?}", read.differs)
    };
    assert_eq!(differs.year, FiscalYear(2030));
    assert_eq!(differs.of, SumOf::Ages(Sex::Both));
    assert_eq!(differs.printed, 123_456);
}

#[test]
fn a_cell_that_is_no_number_is_told_with_its_row_and_year() {
    let made = towns(7, 43, 1);
    let mut book = workbook("みほん県", &made);
    book.sheets[1].rows[5].cells[1] = Cell::text("X");
    assert_eq!(
        read(&book, &town("43201")).unwrap_err(),
        NotProjection::NoNumber {
            row: 6,
            head: "0～4歳".to_owned(),
            year: FiscalYear(2020),
            text: "X".to_owned(),
        }
    );
}

#[test]
fn other_forms_are_refused_with_the_reason() {
    let own = town("43201");
    let made = towns(7, 43, 1);
    assert_eq!(
        projection("指標\t単位\n人口\t人", "表", &own),
        Err(NotProjection::OtherForm)
    );
    let mut book = workbook("みほん県", &made);
    book.sheets[1].rows.remove(7);
    assert_eq!(read(&book, &own), Err(NotProjection::NoBand(Sex::Both, 10)));
    let mut book = workbook("みほん県", &made);
    for row in &mut book.sheets[1].rows {
        row.cells.truncate(17);
    }
    assert_eq!(read(&book, &own), Err(NotProjection::NoBlock(Sex::Women)));
    let mut book = workbook("みほん県", &made);
    book.sheets[1].rows[4].cells[0] = Cell::text("人口");
    assert_eq!(read(&book, &own), Err(NotProjection::NoTotal));
}

#[test]
fn a_csv_file_of_one_town_is_read_like_its_sheet() {
    let made = towns(7, 43, 1);
    let (sheet, text) = found(
        &workbook("みほん県", &made).write().unwrap(),
        &town("43201"),
    )
    .unwrap();
    let csv = format!("\u{feff}{}", text.replace('\t', ","));
    let read = projection(&csv, &sheet, &town("43201")).unwrap();
    assert_eq!(read.projection, made[0]);
}

#[test]
fn whatever_is_cut_or_changed_nothing_panics() {
    let made: Vec<Projection> = towns(3, 43, 1);
    let (sheet, text) = found(
        &workbook("みほん県", &made).write().unwrap(),
        &town("43201"),
    )
    .unwrap();
    for end in (0..text.len())
        .step_by(37)
        .filter(|end| text.is_char_boundary(*end))
    {
        let _ = projection(&text[..end], &sheet, &town("43201"));
        let _ = projection(&text[end..], &sheet, &town("43201"));
    }
}

/// A sheet of みほん市 with some of its texts changed.
fn changed(changes: &[(&str, &str)]) -> (String, Projection) {
    let mut made = towns(7, 43, 1);
    made[0].name = "みほん市".to_owned();
    let bytes = workbook("みほん県", &made).write().unwrap();
    let (_, mut text) = found(&bytes, &town("43201")).unwrap();
    for (from, to) in changes {
        assert!(text.contains(from), "{from}");
        text = text.replace(from, to);
    }
    (text, made.remove(0))
}

#[test]
fn heads_in_other_words_are_the_same_heads() {
    let three = |text: &str| {
        let heads = ["（再掲）0～14歳", "（再掲）15～64歳", "（再掲）65歳以上"];
        let lines: Vec<&str> = text.lines().collect();
        let is_three = |line: &&&str| heads.iter().any(|head| line.contains(head));
        let groups: Vec<&str> = lines.iter().filter(is_three).copied().collect();
        let total = lines.iter().position(|line| line.contains("総数")).unwrap();
        let mut rest: Vec<&str> = lines
            .iter()
            .filter(|line| !is_three(line))
            .copied()
            .collect();
        rest.splice(total + 1..total + 1, groups);
        rest.join("\n").replace("（再掲）", "")
    };
    let own = Municipality {
        name: "みほん市".to_owned(),
        ..town("43201")
    };
    for changes in [
        &[
            ("男女計", "男女計（人）"),
            ("2020年\t", "2020年（国勢調査）\t"),
        ][..],
        &[("男女計", "総数（男女計）"), ("総数\t", "合計\t")],
        &[("43201\tみほん市", "\t43201　みほん市")],
        &[("43201\tみほん市", "43201みほん市\t")],
        &[("43201\tみほん市", "2023\t年推計\n432016\tみほん市")],
        &[("43201\tみほん市", "市区町村コード\t43201\tみほん市")],
        &[("\t2020年\t", "\t令和2年\t"), ("～4歳", "-4歳")],
    ] {
        let (text, made) = changed(changes);
        let read =
            projection(&text, "表", &own).unwrap_or_else(|why| panic!("{changes:?}: {why:?}"));
        assert_eq!(read.projection.years, made.years, "{changes:?}");
        assert_eq!(
            (read.projection.code, read.differs),
            (made.code, Vec::new()),
            "{changes:?}"
        );
    }
    let (text, made) = changed(&[]);
    let read = projection(&three(&text), "表", &own).unwrap();
    assert_eq!(
        read.projection.years, made.years,
        "年齢3区分 before the bands"
    );
}

/// R30: a file of one town is of the plan only if code or name say so.
#[test]
fn r30_a_file_of_one_town_is_of_the_plan_only_if_it_says_so() {
    let (text, _) = changed(&[]);
    let named = |code: &str, name: &str| Municipality {
        name: name.to_owned(),
        ..town(code)
    };
    assert!(projection(&text, "", &named("", "みほん市")).is_ok());
    for own in [
        named("", "となり市"),
        named("", "ほん市"),
        named("43202", "みほん市"),
    ] {
        let read = projection(&text, "", &own);
        assert!(
            matches!(read, Err(NotProjection::OtherTown { .. })),
            "{own:?}"
        );
    }
    // 12360 may be 012360 without its zero.
    let (text, _) = changed(&[("43201\t", "12360\t")]);
    assert!(projection(&text, "", &named("012360", "みほん市")).is_ok());
    for own in [
        named("012360", "となり市"),
        Municipality {
            code: Some("12360".to_owned()),
            name: "みなみ市".to_owned(),
        },
    ] {
        let read = projection(&text, "", &own);
        assert!(
            matches!(read, Err(NotProjection::OtherTown { .. })),
            "{own:?}"
        );
    }
}
