//! Standings that have no 進捗率: kept or not, moved or not, not known.

use super::*;

/// 当初値なし: only whether the target is reached, and how much is missing.
pub(super) fn no_baseline_told(s: &Standing, reached: bool) -> String {
    let gap = match (&s.actual, s.target_value()) {
        (Ok(actual), Some(target)) if !reached => exact::minus(target, actual.value),
        _ => None,
    };
    let missing = match gap.filter(|gap| !gap.is_zero()) {
        Some(gap) => format!("目標値まで {}。", amount(gap.abs(), &s.unit)),
        None => String::new(),
    };
    format!(
        "{}をめざすところ、{}。{missing}当初値がないため、進捗率は出せません。",
        target_told(s),
        actual_told(s)
    )
}

pub(super) fn kept_told(s: &Standing, limits: Limits) -> String {
    let told = |value| amount(value, &s.unit);
    let aim = match limits {
        Limits::Between {
            lower: Some(l),
            upper: Some(u),
            ..
        } => {
            format!("{}～{}に保つ", figures(l), told(u))
        }
        Limits::Between {
            lower: Some(l),
            upper: None,
            open,
        } => {
            format!("{}{}に保つ", told(l), if open { "超" } else { "以上" })
        }
        Limits::Between {
            lower: None,
            upper: Some(u),
            open,
        } => {
            format!("{}{}に保つ", told(u), if open { "未満" } else { "以下" })
        }
        Limits::Between { .. } => "保つ".to_owned(),
        Limits::At(value) => format!("{}に保つ", told(value)),
        Limits::NotBelow(value) => format!("{}を下回らないようにする", told(value)),
        Limits::NotAbove(value) => format!("{}を上回らないようにする", told(value)),
    };
    let tolerance = match limits {
        Limits::Between { .. } => String::new(),
        _ => tolerance_told(s),
    };
    format!("{aim}ところ、{}{tolerance}。", actual_told(s))
}

pub(super) fn moved_told(s: &Standing, from: Decimal, since: Option<FiscalYear>) -> String {
    let wish = match s.target.as_ref().map(|t| &t.aim) {
        Some(Aim::Wish(wish)) => wish_told(wish),
        _ => "動かす",
    };
    let year = since.map_or(String::new(), |y| format!("（{}）", y.short()));
    let last = matches!(
        s.target.as_ref().map(|t| &t.aim),
        Some(Aim::Wish(Wish::AboveLastYear | Wish::BelowLastYear))
    );
    let origin = if last { "前年度" } else { "当初値" };
    format!(
        "{origin} {}{year}に対して「{wish}」をめざすところ、{}{}。",
        amount(from, &s.unit),
        actual_told(s),
        tolerance_told(s)
    )
}

pub(super) fn softened_told(s: &Standing) -> String {
    let start = s
        .baseline
        .map_or(String::new(), |start| start_told(s, start));
    let expected = s.expected.map_or(String::new(), |e| {
        format!(
            "{}に見込む値は {}。",
            s.year.short(),
            amount(e.value, &s.unit)
        )
    });
    format!(
        "{start}からの悪化をゆるめ {}にとどめるところ、{}。{expected}",
        target_told(s),
        actual_told(s)
    )
}

pub(super) fn unknown_told(s: &Standing, why: Unknown) -> String {
    let year = s.year.short();
    match why {
        Unknown::NoActual(why) => format!("{year}の実績は{}。", blank_told(why)),
        Unknown::NoTarget => format!("{}が、目標値がありません。", actual_told(s)),
        Unknown::NoWay => format!(
            "{}をめざすところ、{}。増やすのか減らすのかが決められておらず、当初値もないため、届いたかどうかを言えません。",
            target_told(s),
            actual_told(s)
        ),
        Unknown::NoBaseline => format!(
            "{}をめざすところ、{}。比べるもとの当初値がありません。",
            target_told(s),
            actual_told(s)
        ),
        Unknown::NoLastYear => format!(
            "{}をめざすところ、{}。比べる前年度の実績がありません。",
            target_told(s),
            actual_told(s)
        ),
        Unknown::Redefined(from) => format!(
            "{}。{}から定義や統計が変わったため、当初値と比べられません。新しい定義での当初値とその年度を入れると比べられます。",
            actual_told(s),
            from.short()
        ),
        Unknown::UnitsDiffer => {
            "当初値・目標値・実績値の単位が違うため、比べられません。".to_owned()
        }
        Unknown::NeedsOthers => format!(
            "{}をめざすところ、{}。比べる相手の値がこの計画にはないため、人が評価します。",
            target_told(s),
            actual_told(s)
        ),
        Unknown::InWords => format!("{}のため、人が評価します。", target_told(s)),
        Unknown::TooLarge => {
            "数字の桁が多すぎて計算できません。入力をたしかめてください。".to_owned()
        }
    }
}

pub(super) fn blank_told(why: NoActual) -> &'static str {
    match why {
        NoActual::Missing(Missing::Unset) => "まだ入力されていません",
        NoActual::Missing(Missing::Dash) => "「－」（理由の記載なし）です",
        NoActual::Missing(Missing::Counting) => "集計中です",
        NoActual::Missing(Missing::Unpublished) => "まだ公表されていません",
        NoActual::Missing(Missing::NotSurveyed) => "この年度に調査がないため、ありません",
        NoActual::Missing(Missing::Stopped) => "中止・廃止のため、ありません",
        NoActual::Missing(Missing::Unknown) => "不明です",
        NoActual::Missing(Missing::Ditto) => "「同上」と書かれており、数がわかりません",
        NoActual::NotANumber => "数として読めません（要確認）",
    }
}
