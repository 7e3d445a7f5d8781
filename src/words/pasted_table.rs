//! 指標の表の貼り付けのことば.

use super::say::Word;
use super::text::pasted_table as text;
pub use super::text::pasted_table::*;
use super::year::YearForms;
use crate::text::marks;

use crate::model;
use recognise::{ColumnKind, Doubt, PastedColumn, PastedIndicator, PastedTable};
use strategy::{Figure, FiscalYear, Series};

/// Summary of a table, in numbers.
pub fn summary(table: &PastedTable) -> String {
    let count = table.indicators.len();
    if count == 0 && !table.columns.is_empty() {
        return text::summary_yes().to_owned();
    }
    if count == 0 {
        return text::summary_yes_2().to_owned();
    }
    let series: usize = table.indicators.iter().map(|k| k.series.len()).sum();
    let unread: usize = table.indicators.iter().map(PastedIndicator::unread).sum();
    let mut sentence = text::summary(count, series);
    if unread > 0 {
        sentence += &text::summary_yes_3(unread);
    }
    let known = table.indicators.iter().filter(|k| k.known).count();
    if known > 0 {
        sentence += &text::summary_yes_4(known);
    }
    let unsure = |k: &&PastedIndicator| !k.doubts.is_empty() && !k.known;
    let doubtful = table.indicators.iter().filter(unsure).count();
    if doubtful > 0 {
        sentence += &text::summary_yes_5(doubtful);
    }
    sentence
}

/// Doubt about an indicator.
pub fn doubt(doubt: &Doubt) -> String {
    match doubt {
        Doubt::Column(head) if head.is_empty() => text::doubt_column().to_owned(),
        Doubt::Column(head) => text::doubt_column_2(one_line(head)),
        Doubt::Place => text::doubt_place().to_owned(),
        Doubt::Years => text::doubt_years().to_owned(),
        Doubt::TargetOrActual => text::doubt_target_or_actual().to_owned(),
        Doubt::Outside(year) => text::doubt_outside(year),
        Doubt::Unread => text::doubt_unread().to_owned(),
        Doubt::Units => text::doubt_units().to_owned(),
        Doubt::Size => text::doubt_size().to_owned(),
        Doubt::Decimals => text::doubt_decimals().to_owned(),
        Doubt::Increase => text::doubt_increase().to_owned(),
        Doubt::JoinedYears => text::doubt_joined_years().to_owned(),
        Doubt::JoinedLines => text::doubt_joined_lines().to_owned(),
        Doubt::Hidden => text::doubt_hidden().to_owned(),
        Doubt::Cut => text::doubt_cut().to_owned(),
        Doubt::Name => text::doubt_name().to_owned(),
    }
}

/// Disclosure: 「列の意味（5列、うち1列は選択が必要）」.
pub fn columns(count: usize, unsure: usize) -> String {
    match unsure {
        0 => text::columns_none(count),
        _ => text::columns_other(count, unsure),
    }
}

/// Returns the lines that may hold the heads.
pub fn head_lines(table: &PastedTable) -> Vec<(String, String)> {
    let found: Vec<String> = table
        .heads
        .iter()
        .map(|(line, _)| line.to_string())
        .collect();
    let found = match found.is_empty() {
        true => text::head_lines_yes().to_owned(),
        false => text::head_lines_no(found.join(marks::and())),
    };
    let line = |(line, text): &(usize, String)| {
        let short: String = text.replace(['\t', '\n'], " ").chars().take(28).collect();
        (line.to_string(), text::head_lines(line, short))
    };
    let fixed = [
        (String::new(), found),
        ("0".to_owned(), text::head_lines_2().to_owned()),
    ];
    fixed
        .into_iter()
        .chain(table.lines.iter().map(line))
        .collect()
}

/// True if the user has to choose the content of a column.
pub fn open(column: &PastedColumn) -> bool {
    let text = column
        .sample
        .iter()
        .all(|cell| Figure::read(cell).needs_check());
    !column.sure && (column.holds.is_some() || !text)
}

fn one_line(text: &str) -> String {
    text.replace(['\n', '\r'], "")
}

/// Returns the head of a column, or its number.
pub fn column(n: usize, column: &PastedColumn) -> String {
    match column.head.as_str() {
        "" => text::column(n + 1),
        head => one_line(head),
    }
}

/// Label of the choice for screen readers.
pub fn column_label(n: usize, column: &PastedColumn) -> String {
    text::column_label(self::column(n, column))
}

/// Says which content was detected.
pub fn found(column: &PastedColumn) -> String {
    match column.holds {
        Some(found) if column.sure => text::found_some(holds(found)),
        Some(found) => text::found_some_2(holds(found)),
        None => text::found_none().to_owned(),
    }
}

/// 「例：62人、28件」.
pub fn sample(column: &PastedColumn) -> String {
    let cells: Vec<String> = column
        .sample
        .iter()
        .map(|cell| one_line(cell).chars().take(12).collect())
        .collect();
    match cells.is_empty() {
        true => text::sample_yes().to_owned(),
        false => text::sample_no(cells.join(marks::list())),
    }
}

/// Name of the content of a column.
pub fn holds(holds: ColumnKind) -> &'static str {
    match holds {
        ColumnKind::Name | ColumnKind::Group => text::holds_name(),
        ColumnKind::Code => text::holds_code(),
        ColumnKind::Series => text::holds_series(),
        ColumnKind::Unit => text::holds_unit(),
        ColumnKind::Baseline => text::holds_baseline(),
        ColumnKind::BaselineYear => text::holds_baseline_year(),
        ColumnKind::Target => text::holds_target(),
        ColumnKind::TargetYear => text::holds_target_year(),
        ColumnKind::Actual => text::holds_actual(),
        ColumnKind::WithoutPolicy => text::holds_without_policy(),
        ColumnKind::Year => text::holds_year(),
        ColumnKind::RowYear => text::holds_row_year(),
        ColumnKind::Owner => text::holds_owner(),
        ColumnKind::Source => text::holds_source(),
        ColumnKind::Definition => text::holds_definition(),
        ColumnKind::Method => text::holds_method(),
        ColumnKind::Rationale => text::holds_rationale(),
        ColumnKind::Note | ColumnKind::Other => text::holds_note(),
        ColumnKind::Skip => text::holds_skip(),
    }
}

/// Lines of the indicator in the text: 「12・13行目」.
pub fn lines(one: &PastedIndicator) -> String {
    let lines: Vec<String> = one.lines.iter().map(usize::to_string).collect();
    text::lines(lines.join(marks::and()))
}

/// 「男性：18.43年（R1）」, a line for each series.
pub fn baselines(one: &PastedIndicator) -> Vec<(String, bool)> {
    let cell = |s: &Series| {
        let baseline = s.baseline.as_ref();
        let at = baseline.and_then(|b| b.at.as_ref());
        let text = baseline.map(|b| match at {
            Some(at) => text::baselines_some(&b.figure, &at.0),
            None => b.figure.to_string(),
        });
        (
            named(s, &text.unwrap_or_else(|| marks::nothing().to_owned())),
            baseline.is_some_and(|b| b.figure.needs_check()),
        )
    };
    one.series.iter().map(cell).collect()
}

/// 「男性：19.00年（R7）」, a line for each series.
pub fn by_year(
    one: &PastedIndicator,
    row: fn(&Series) -> &std::collections::BTreeMap<FiscalYear, Figure>,
) -> Vec<(String, bool)> {
    let cell = |s: &Series| {
        let each: Vec<String> = row(s)
            .iter()
            .map(|(year, figure)| text::by_year(figure, year.short()))
            .collect();
        let check = row(s).values().any(Figure::needs_check);
        (
            named(
                s,
                if each.is_empty() {
                    marks::nothing().to_owned()
                } else {
                    each.join(marks::list())
                }
                .as_str(),
            ),
            check,
        )
    };
    one.series.iter().map(cell).collect()
}

fn named(series: &Series, text: &str) -> String {
    match series.name.as_str() {
        "" => text.to_owned(),
        name => text::named(name, text),
    }
}

/// 「増やす」, and the way of counting if it is not by year.
pub fn kind(one: &PastedIndicator) -> String {
    let k = &one.indicator;
    let counting = k.counting.word();
    match k.counting {
        strategy::Counting::Year => model::desired(k.desired).to_owned(),
        _ => text::kind(model::desired(k.desired), counting),
    }
}
