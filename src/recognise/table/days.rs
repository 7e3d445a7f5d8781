//! Days that stand in heads, or in a column of years, in a form that reads as a number: 45383, 2024-04-01, 2024.4.

use std::collections::BTreeSet;

use super::heads::{ColumnKind, head, is_row_year, is_time};
use super::kind::is_plain_number;
use format::workbook::Day;
use rust_decimal::Decimal;
use strategy::{Pace, half_width};

/// The serial numbers of the days from 1990 to 2100.
const SERIALS: std::ops::RangeInclusive<i64> = 32_874..=73_415;

/// Writes such days as 2024/4/1. Under a head of figures, and in the lines of an indicator, a number stays one.
pub async fn spell_out(rows: &mut [Vec<String>], pace: &Pace) {
    let mut of_years = BTreeSet::new();
    // True right below a line of heads.
    let mut below_heads = false;
    for row in rows {
        pace.step().await;
        if row.iter().all(String::is_empty) {
            continue;
        }
        let known = row.iter().filter(|cell| head(cell).is_some()).count();
        let days: Vec<(usize, String)> = row
            .iter()
            .enumerate()
            .filter_map(|(at, cell)| Some((at, head_day(cell)?)))
            .collect();
        let filled = row.iter().filter(|cell| !cell.is_empty()).count();
        let is_named = row.iter().any(|cell| {
            matches!(
                head(cell),
                Some(ColumnKind::Name | ColumnKind::Group | ColumnKind::Unit | ColumnKind::Code)
            )
        });
        let texts = filled - days.len();
        let of_heads = days.len() > 1 || days.len() == 1 && row.iter().any(|cell| is_time(cell));
        let alone = texts == 0 && below_heads && of_heads;
        let is_head = (is_named && known == texts && of_heads) || alone;
        if is_head {
            for (at, day) in days {
                row[at] = day;
            }
            below_heads = true;
            continue;
        }
        let is_heads = known > 1
            && !row
                .iter()
                .any(|cell| is_plain_number(cell) && !is_time(cell));
        if is_heads {
            let names_years = |cell: &str| {
                let kind = head(cell);
                let is_day = ["基準日", "目標日", "調査日", "測定日", "達成日"].contains(&cell);
                is_day
                    || is_row_year(cell)
                    || matches!(
                        kind,
                        Some(ColumnKind::BaselineYear | ColumnKind::TargetYear)
                    )
            };
            let named = row.iter().enumerate().filter(|(_, cell)| names_years(cell));
            of_years = named.map(|(at, _)| at).collect();
        } else {
            for &at in &of_years {
                if let Some(cell) = row.get_mut(at)
                    && let Some(day) = serial(cell).or_else(|| iso(cell))
                {
                    *cell = day;
                }
            }
        }
        below_heads = is_heads;
    }
}

/// A day in a line of heads: a serial number of the first or last day of a month, 2024-04-01, 2024.4.
fn head_day(cell: &str) -> Option<String> {
    let of_month = |number: i64| {
        let day = Day::of(number.into(), false)?;
        let next = Day::of((number + 1).into(), false)?;
        (day.date == 1 || next.date == 1).then_some(())
    };
    let number = || {
        let plain = half_width(cell);
        let number: i64 = plain.parse().ok()?;
        of_month(number)?;
        serial(cell)
    };
    number().or_else(|| iso(cell)).or_else(|| pointed(cell))
}

/// 2024/4/1 of 45383.
fn serial(cell: &str) -> Option<String> {
    let plain = half_width(cell);
    let number: i64 = (plain.len() == 5).then(|| plain.parse().ok())??;
    let day = Day::of(Decimal::from(number), false).filter(|_| SERIALS.contains(&number))?;
    Some(format!("{}/{}/{}", day.year, day.month, day.date))
}

/// 2024/4/1 of 2024-04-01 or 2024-04-01 00:00:00.
fn iso(cell: &str) -> Option<String> {
    let plain = half_width(cell);
    let (day, time) = plain.split_at_checked(10).unwrap_or((&plain, ""));
    let number = Day::number(day).filter(|_| time.is_empty() || time.contains(':'))?;
    let day = Day::of(number, false)?;
    Some(format!("{}/{}/{}", day.year, day.month, day.date))
}

/// 2024/4 of 2024.4. 2024.1 may be January or October.
fn pointed(cell: &str) -> Option<String> {
    let plain = half_width(cell);
    let (year, month) = plain.split_once('.')?;
    let (of_year, of_month): (i32, u8) = (year.parse().ok()?, month.parse().ok()?);
    let sound = (1950..=2100).contains(&of_year) && (2..=12).contains(&of_month);
    sound.then(|| format!("{year}/{of_month}"))
}
