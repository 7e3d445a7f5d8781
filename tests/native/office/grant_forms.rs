//! A filled form, opened by LibreOffice: its formula adds up the filled cells.

use format::workbook::read_workbook;

use super::converted;
use crate::grant_forms::{filled, plan, texts};

#[test]
#[ignore = "needs LibreOffice"]
fn x4_a_filled_form_opens_and_its_formulas_are_computed() {
    let file = filled(7, &plan(false));
    let saved = converted(&[("form.xlsx", &file)], "xlsx").remove(0);
    let sheets = read_workbook(&saved).unwrap();
    let all = texts(&sheets[0]);
    let text = |cell: &str| {
        let found = all.iter().find(|(at, _)| at == cell);
        found.map(|(_, text)| text.as_str())
    };
    assert_eq!(text("B3"), Some("空き家を<活かす>事業"));
    assert_eq!(text("F7"), Some("-200"));
    assert_eq!(sheets.len(), 2);
}
