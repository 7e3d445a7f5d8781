//! What was aimed at, and what came.

use super::*;

/// 当初値 340人（R2）
pub(super) fn start_told(s: &Standing, start: Start) -> String {
    let value = amount(start.value, &s.unit);
    match (start.counted_from_zero, start.year) {
        (true, _) => format!("累計のはじめ {value}"),
        (false, Some(year)) => format!("当初値 {value}（{}）", year.short()),
        (false, None) => format!("当初値 {value}"),
    }
}

/// 380人（R7）
pub(super) fn target_told(s: &Standing) -> String {
    let Some(target) = &s.target else {
        return "目標".to_owned();
    };
    let year = target.year.short();
    match &target.aim {
        Aim::Value {
            value,
            bound,
            holds,
            wish,
        } => {
            let every = match holds {
                Holds::AtItsYear => "",
                Holds::EveryYear => "毎年度 ",
                Holds::OnAverage => "期間平均 ",
            };
            let from = match wish {
                Some(_) => "（当初値から計算）",
                None => "",
            };
            let value = bounded(*value, bound, &s.unit);
            format!("{every}{value}{from}（{year}）")
        }
        Aim::Wish(wish) => format!("「{}」（{year}）", wish_told(wish)),
    }
}

pub(super) fn bounded(value: Decimal, bound: &Bound, unit: &str) -> String {
    let told = amount(value, unit);
    match bound {
        Bound::Exact => told,
        Bound::AtLeast => told + "以上",
        Bound::MoreThan => told + "超",
        Bound::AtMost => told + "以下",
        Bound::LessThan => told + "未満",
        Bound::Band => told + "台",
        Bound::To(other) => {
            let (low, high) = (value.min(*other), value.max(*other));
            format!("{}～{}", figures(low), amount(high, unit))
        }
    }
}

pub(super) fn wish_told(wish: &Wish) -> &'static str {
    match wish {
        Wish::Up => "増やす",
        Wish::Down => "減らす",
        Wish::Keep => "維持する",
        Wish::NotBelow => "当初値を下回らない",
        Wish::NotAbove => "当初値を上回らない",
        Wish::AboveLastYear => "前年度を上回る",
        Wish::BelowLastYear => "前年度を下回る",
        Wish::AboveOthers => "全国・県などの値を上回る",
        Wish::BelowOthers => "全国・県などの値を下回る",
        Wish::Times(_) => "当初値の何倍",
        Wish::Plus { .. } => "当初値からの増減",
        Wish::All => "すべて",
        Wish::Words => "ことばの目標",
    }
}

/// R6の実績は 309人
pub(super) fn actual_told(s: &Standing) -> String {
    let year = s.year.short();
    let Ok(actual) = &s.actual else {
        return format!("{year}の実績はまだ");
    };
    let value = amount(told_value(s, actual), &s.unit);
    let firm = match actual.provisional {
        Some(Provisional::Flash) => "（速報）",
        Some(Provisional::Interim) => "（暫定）",
        Some(Provisional::Estimate) => "（推計）",
        Some(Provisional::Expected) => "（見込）",
        None => "",
    };
    match actual.years {
        1 => format!("{year}の実績は {value}{firm}"),
        years => format!("{year}までの{years}年の平均は {value}{firm}"),
    }
}

/// The actual; a mean with two decimals, or as many as it takes not to read as a target it did not reach.
pub(super) fn told_value(s: &Standing, actual: &Actual) -> Decimal {
    if actual.years == 1 {
        return actual.value;
    }
    let side = |value: Decimal| s.target_value().map(|target| value.cmp(&target));
    exact::rounded(actual.value, 2, |told| side(told) == side(actual.value))
}

/// （3.5ポイントより小さい動きは誤差とみなす）: told wherever a tolerance went in.
pub(super) fn tolerance_told(s: &Standing) -> String {
    let Some(tolerance) = s.tolerance else {
        return String::new();
    };
    let unit = match counts_same(&s.unit, "%") && !s.unit.is_empty() {
        true => "ポイント",
        false => &s.unit,
    };
    format!(
        "（{}より小さい動きは誤差とみなす）",
        amount(tolerance.abs(), unit)
    )
}

/// 、期間は75％経過
pub(super) fn elapsed_told(s: &Standing) -> String {
    let Some(elapsed) = s.elapsed else {
        return String::new();
    };
    let share = percent(elapsed.percent());
    let whole = Elapsed::of_period(s.period, s.year);
    match whole.is_some_and(|whole| (whole.from, whole.to) == (elapsed.from, elapsed.to)) {
        true => format!("、期間は{share}経過"),
        false => format!(
            "、{}末から{}末までの{share}が経過",
            elapsed.from.short(),
            elapsed.to.short()
        ),
    }
}
