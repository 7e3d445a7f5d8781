//! Titles of the tabs of a workbook.

use super::model::Sheet;

/// Longest name of a tab, in UTF-16 units.
const LONGEST: usize = 31;

/// Returns the names of the sheets: without forbidden characters, short enough, and all different (X3).
pub fn sheet_names(sheets: &[Sheet]) -> Vec<String> {
    let mut names: Vec<String> = Vec::with_capacity(sheets.len());
    for sheet in sheets {
        let wanted = allowed(&sheet.name);
        let mut name = cut(&wanted, LONGEST);
        let mut count = 2;
        while names
            .iter()
            .any(|taken| taken.to_lowercase() == name.to_lowercase())
        {
            let tail = format!("({count})");
            name = format!("{}{tail}", cut(&wanted, LONGEST - tail.len()));
            count += 1;
        }
        names.push(name);
    }
    names
}

fn allowed(name: &str) -> String {
    let forbidden = |c: char| c.is_control() || ['[', ']', ':', '*', '?', '/', '\\'].contains(&c);
    let kept: String = name.chars().filter(|c| !forbidden(*c)).collect();
    match kept.trim().trim_matches('\'') {
        "" => "Sheet".to_owned(),
        kept => kept.to_owned(),
    }
}

fn cut(name: &str, most: usize) -> String {
    let mut units = 0;
    let fits = |c: &char| {
        units += c.len_utf16();
        units <= most
    };
    name.chars().take_while(fits).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn x3_tabs_have_names_that_a_spreadsheet_takes() {
        let names = [
            "指標/一覧",
            "指標一覧",
            "",
            "'",
            &"長".repeat(40),
            &"長".repeat(40),
        ];
        let sheets = names.map(|name| Sheet {
            name: name.to_owned(),
            ..Sheet::default()
        });
        let long = "長".repeat(31);
        let second = format!("{}(2)", "長".repeat(28));
        assert_eq!(
            sheet_names(&sheets),
            [
                "指標一覧",
                "指標一覧(2)",
                "Sheet",
                "Sheet(2)",
                &long,
                &second
            ]
        );
    }
}
