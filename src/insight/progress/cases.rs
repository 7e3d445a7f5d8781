//! The table of cases every build must get right (I1 to I12).
//!
//! A row: name | how | baseline | targets | actuals | result. The plan runs from 2020 to 2024 and
//! the year judged is 2022 (three of five years gone) unless `y=` says otherwise.
//! The result is: 進捗率 ペース 達|線|遅 ↑|=|↓ (reached, on the path, behind; moved), or 保つ内|保つ近|保つ外,
//! 向き↑|=|↓, 基準なし…, 緩…, or why nothing can be said.

use std::collections::BTreeMap;

use super::*;

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap_or_else(|_| panic!("{text}"))
}

fn year(text: &str) -> FiscalYear {
    FiscalYear(text.parse().unwrap_or_else(|_| panic!("{text}")))
}

fn number(value: &str, bound: Bound) -> Reading {
    let split = value
        .find(|c: char| !c.is_ascii_digit() && c != '.' && c != '-')
        .unwrap_or(value.len());
    Reading::Number(Number {
        value: decimal(&value[..split]),
        unit: value[split..].to_owned(),
        bound,
        ..Number::default()
    })
}

fn with(reading: Reading, change: impl FnOnce(&mut Number)) -> Reading {
    match reading {
        Reading::Number(mut number) => {
            change(&mut number);
            Reading::Number(number)
        }
        other => other,
    }
}

fn figure(text: &str) -> Figure {
    let directional = |directional| Reading::Directional(directional);
    let reading = match text {
        "↗" => directional(DirectionalTarget::Up),
        "↘" => directional(DirectionalTarget::Down),
        "→" => directional(DirectionalTarget::Keep),
        "割らない" => directional(DirectionalTarget::NotBelow),
        "超えない" => directional(DirectionalTarget::NotAbove),
        "前年↗" => directional(DirectionalTarget::AboveLastYear),
        "前年以上" => directional(DirectionalTarget::NotBelowLastYear),
        "前年以下" => directional(DirectionalTarget::NotAboveLastYear),
        "前年↘" => directional(DirectionalTarget::BelowLastYear),
        "全国↗" => directional(DirectionalTarget::AboveOthers),
        "全国↘" => directional(DirectionalTarget::BelowOthers),
        "全員" => directional(DirectionalTarget::All),
        "定性" => directional(DirectionalTarget::Words),
        "集計中" => Reading::Missing(Missing::Counting),
        "未公表" => Reading::Missing(Missing::Unpublished),
        "調査なし" => Reading::Missing(Missing::NotSurveyed),
        "中止" => Reading::Missing(Missing::Stopped),
        "不明" => Reading::Missing(Missing::Unknown),
        "－" => Reading::Missing(Missing::Dash),
        "〃" => Reading::Missing(Missing::Ditto),
        "空" => Reading::Missing(Missing::Unset),
        "？" => Reading::Unread,
        _ => {
            if let Some(rest) = text.strip_prefix("×") {
                directional(DirectionalTarget::Times(decimal(rest)))
            } else if let Some(rest) = text.strip_prefix("＋") {
                let (by, yearly) = match rest.strip_prefix("毎") {
                    Some(by) => (by, true),
                    None => (rest, false),
                };
                let (by, unit) = by.split_once('^').unwrap_or((by, ""));
                directional(DirectionalTarget::Plus {
                    by: decimal(by),
                    unit: unit.to_owned(),
                    yearly,
                })
            } else if let Some(rest) = text.strip_prefix("≥") {
                number(rest, Bound::AtLeast)
            } else if let Some(rest) = text.strip_prefix(">") {
                number(rest, Bound::MoreThan)
            } else if let Some(rest) = text.strip_prefix("≤") {
                number(rest, Bound::AtMost)
            } else if let Some(rest) = text.strip_prefix("<") {
                number(rest, Bound::LessThan)
            } else if let Some(rest) = text.strip_prefix("毎") {
                with(number(rest, Bound::Exact), |n| n.span = Span::EveryYear)
            } else if let Some(rest) = text.strip_prefix("平均") {
                with(number(rest, Bound::Exact), |n| n.span = Span::Average)
            } else if let Some(rest) = text.strip_prefix("速報") {
                with(number(rest, Bound::Exact), |n| {
                    n.provisional = Some(Provisional::Flash)
                })
            } else if let Some(rest) = text.strip_prefix("約") {
                with(number(rest, Bound::Exact), |n| n.about = true)
            } else if let Some(rest) = text.strip_suffix("台") {
                number(rest, Bound::Band)
            } else if let Some((low, high)) = text.split_once('～') {
                number(low, Bound::To(decimal(high)))
            } else {
                number(text, Bound::Exact)
            }
        }
    };
    Figure::corrected(text, reading)
}

/// `2022:150 2024:200`, or one figure for the usual year.
fn by_year(text: &str, usual: FiscalYear) -> BTreeMap<FiscalYear, Figure> {
    let words = text.split_whitespace().filter(|w| *w != "-");
    words
        .map(|word| match word.split_once(':') {
            Some((at, text)) => (year(at), figure(text)),
            None => (usual, figure(word)),
        })
        .collect()
}

/// A case: one series, judged in one year of a period.
pub struct Case {
    /// The indicator of the series.
    pub indicator: Indicator,
    /// The series.
    pub series: Series,
    /// The period of the plan.
    pub period: Period,
    /// The year that is judged.
    pub year: FiscalYear,
}

impl Case {
    /// Judges the case.
    pub fn status(&self) -> ProgressStatus {
        progress_status(&self.indicator, &self.series, self.period, self.year)
    }
}

fn limits(text: &str) -> Option<Desired> {
    let (lower, upper) = text.split_once("..")?;
    let end = |t: &str| (!t.is_empty()).then(|| decimal(t));
    Some(Desired::Keep {
        lower: end(lower),
        upper: end(upper),
    })
}

/// Returns the case that a row of the table writes.
pub fn case(how: &str, baseline: &str, targets: &str, actuals: &str) -> Case {
    let mut case = Case {
        indicator: crate::test_fixtures::indicator(1, "指標"),
        series: crate::test_fixtures::series(1, 1, ""),
        period: Period {
            first: FiscalYear(2020),
            last: FiscalYear(2024),
        },
        year: FiscalYear(2022),
    };
    let indicator = &mut case.indicator;
    for word in how.split_whitespace() {
        let (key, value) = word.split_once('=').unwrap_or((word, ""));
        match key {
            "増" => indicator.desired = Some(Desired::Increase),
            "減" => indicator.desired = Some(Desired::Decrease),
            "保" => {
                let none = Desired::Keep {
                    lower: None,
                    upper: None,
                };
                indicator.desired = Some(limits(value).unwrap_or(none));
            }
            "？" => indicator.desired = None,
            "誤差" => indicator.tolerance = Some(decimal(value)),
            "変更" => indicator.breaks.push(year(value)),
            "累計" => {
                let from = (!value.is_empty()).then(|| year(value));
                indicator.counting = Counting::Cumulative { from };
            }
            "平均" => indicator.counting = Counting::Average,
            "年度末" => indicator.counting = Counting::YearEnd,
            "順位" => indicator.counting = Counting::Rank,
            "単位" => indicator.unit = value.to_owned(),
            "y" => case.year = year(value),
            other => panic!("{other}"),
        }
    }
    if baseline != "-" {
        let (text, at) = baseline.split_once('@').unwrap_or((baseline, ""));
        case.series.baseline = Some(Baseline {
            figure: figure(text),
            at: (!at.is_empty()).then(|| At(at.to_owned())),
        });
    }
    case.series.targets = by_year(targets, case.period.last);
    case.series.actuals = by_year(actuals, case.year);
    case
}

#[cfg(test)]
fn shown(status: &ProgressStatus) -> String {
    let arrow = |moved| match moved {
        Moved::Wished => "↑",
        Moved::Same => "=",
        Moved::Against => "↓",
    };
    let place = |reached, on_path| match (reached, on_path) {
        (true, _) => "達",
        (false, true) => "線",
        (false, false) => "遅",
    };
    let short = |d: Decimal| d.round_dp(1).normalize().to_string();
    match &status.progress {
        Progress::Rate {
            rate,
            pace,
            on_path,
            reached,
            moved,
        } => format!(
            "{} {} {}{}",
            short(*rate),
            pace.map_or("-".to_owned(), short),
            place(*reached, *on_path),
            arrow(*moved)
        ),
        Progress::Kept { nearing: true, .. } => "保つ近".to_owned(),
        Progress::Kept { kept: true, .. } => "保つ内".to_owned(),
        Progress::Kept { kept: false, .. } => "保つ外".to_owned(),
        Progress::Moved { moved, .. } => format!("向き{}", arrow(*moved)),
        Progress::NoBaseline {
            reached,
            on_path: None,
        } => {
            format!("基準なし{}", if *reached { "達" } else { "未" })
        }
        Progress::NoBaseline {
            reached,
            on_path: Some(on_path),
        } => {
            format!("基準なし{}", place(*reached, *on_path))
        }
        Progress::Softened { on_path, reached } => format!("緩{}", place(*reached, *on_path)),
        Progress::Unknown(why) => match why {
            Unknown::NoActual(NoActual::NotANumber) => "数でない",
            Unknown::NoActual(NoActual::Missing(missing)) => match missing {
                Missing::Unset => "未設定",
                Missing::Dash => "－",
                Missing::Counting => "集計中",
                Missing::Unpublished => "未公表",
                Missing::NotSurveyed => "調査なし",
                Missing::Stopped => "中止",
                Missing::Unknown => "不明",
                Missing::Ditto => "〃",
            },
            Unknown::NoTarget => "目標なし",
            Unknown::NoWay => "向きなし",
            Unknown::NoSide => "側なし",
            Unknown::NoBaseline => "当初値なし",
            Unknown::NoLastYear => "前年なし",
            Unknown::Redefined(_) => "定義変更",
            Unknown::UnitsDiffer => "単位違い",
            Unknown::NeedsOthers => "他の値",
            Unknown::InWords => "定性",
            Unknown::TooLarge => "桁あふれ",
        }
        .to_owned(),
    }
}

/// The table of cases.
pub const TABLE: &str = include_str!("cases.txt");

#[test]
fn i1_to_i12_every_case_of_the_table() {
    let mut wrong = Vec::new();
    let mut rows = 0;
    for line in TABLE.lines().filter(|l| l.contains('|')) {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let [name, how, baseline, targets, actuals, out] = cells[..] else {
            panic!("six cells wanted: {line}");
        };
        rows += 1;
        let got = shown(&case(how, baseline, targets, actuals).status());
        if got != out {
            wrong.push(format!("{name}: {got} but {out} was wanted\n    {line}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    assert!(rows >= 160, "{rows} rows");
}
