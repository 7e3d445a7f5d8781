//! A workbook is read as it was written, and other files are refused with a reason (X5, X6).

use super::*;

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
        let number = |(value, scale): &(i64, u32)| Cell::Number(ShownNumber {
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
