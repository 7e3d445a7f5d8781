//! 「なぜ？」: one answer with the numbers that went in.

use rust_decimal::Decimal;

use super::{amount, figures, percent};
use crate::insight::exact;
use crate::insight::progress::*;
use crate::insight::rating::{Because, Measured, Missed, Rated};
use crate::insight::unit::counts_same;
use crate::strategy::*;

/// なぜこの評価か: what was aimed at, what came, the sum done, and the rule it fell under (I14).
pub fn why(rated: &Rated) -> String {
    let s = &rated.standing;
    let told = match &s.progress {
        Progress::Rate { rate, .. } => rate_told(s, *rate, &rated.because),
        Progress::Kept { limits, .. } => kept_told(s, *limits),
        Progress::Moved { from, since, .. } => moved_told(s, *from, *since),
        Progress::NoBaseline { reached, .. } => no_baseline_told(s, *reached),
        Progress::Softened { .. } => softened_told(s),
        Progress::Unknown(why) => unknown_told(s, *why),
    };
    told + &because_told(s, &rated.because)
}

fn rate_told(s: &Standing, rate: Decimal, because: &Because) -> String {
    let Some(start) = s.baseline else {
        return String::new();
    };
    let sum = match (&s.actual, s.target_value()) {
        (Ok(actual), Some(target)) => format!(
            "({}−{})÷({}−{})＝",
            figures(told_value(s, actual)),
            figures(start.value),
            figures(target),
            figures(start.value)
        ),
        _ => String::new(),
    };
    let mut told = format!(
        "{}から {}をめざすところ、{}{}。進捗率は {sum}{}{}。",
        start_told(s, start),
        target_told(s),
        actual_told(s),
        tolerance_told(s),
        percent(rate),
        elapsed_told(s),
    );
    if let (Some(expected), Some(pace)) = (s.expected, s.pace())
        && expected.by == By::Typed
        && s.target.as_ref().is_some_and(|t| t.year != s.year)
        && looks_at(because, Quantity::Pace)
    {
        told += &format!(
            "{}の年度目標 {}に対するペースは {}。",
            s.year.short(),
            amount(expected.value, &s.unit),
            percent(pace)
        );
    }
    told
}

fn looks_at(because: &Because, quantity: Quantity) -> bool {
    let Because::Tests { held, missed } = because else {
        return false;
    };
    let missed = missed.iter().map(|missed| &missed.failed);
    held.iter().chain(missed).any(|m| m.test.of == quantity)
}

/// 当初値 340人（R2）
fn start_told(s: &Standing, start: Start) -> String {
    let value = amount(start.value, &s.unit);
    match (start.counted_from_zero, start.year) {
        (true, _) => format!("累計のはじめ {value}"),
        (false, Some(year)) => format!("当初値 {value}（{}）", year.short()),
        (false, None) => format!("当初値 {value}"),
    }
}

/// 380人（R7）
fn target_told(s: &Standing) -> String {
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

fn bounded(value: Decimal, bound: &Bound, unit: &str) -> String {
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

fn wish_told(wish: &Wish) -> &'static str {
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
fn actual_told(s: &Standing) -> String {
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
fn told_value(s: &Standing, actual: &Actual) -> Decimal {
    if actual.years == 1 {
        return actual.value;
    }
    let side = |value: Decimal| s.target_value().map(|target| value.cmp(&target));
    exact::rounded(actual.value, 2, |told| side(told) == side(actual.value))
}

/// （3.5ポイントより小さい動きは誤差とみなす）: told wherever a tolerance went in.
fn tolerance_told(s: &Standing) -> String {
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

/// 当初値なし: only whether the target is reached, and how much is missing.
fn no_baseline_told(s: &Standing, reached: bool) -> String {
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

/// 、期間は75％経過
fn elapsed_told(s: &Standing) -> String {
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

fn kept_told(s: &Standing, limits: Limits) -> String {
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

fn moved_told(s: &Standing, from: Decimal, since: Option<FiscalYear>) -> String {
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

fn softened_told(s: &Standing) -> String {
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

fn unknown_told(s: &Standing, why: Unknown) -> String {
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

fn blank_told(why: NoActual) -> &'static str {
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

/// 「当初値を下回る」に当たるため。
fn because_told(s: &Standing, because: &Because) -> String {
    match because {
        Because::State(State::Worse) if s.way == Some(Way::Up) => {
            "「当初値を下回る」に当たるため。".to_owned()
        }
        Because::State(State::Worse) => "「当初値を上回る」に当たるため。".to_owned(),
        Because::State(state) => format!("「{}」に当たるため。", super::state(*state)),
        Because::Tests { held, missed } => match missed.as_ref().filter(|m| explains(m, held)) {
            Some(missed) => missed_told(missed),
            None => {
                let told: Vec<String> = held.iter().map(measured_told).collect();
                format!("「{}」に当たるため。", told.join("、"))
            }
        },
        Because::NoBand => "この評価区分には、当てはまる区分がありません。".to_owned(),
    }
}

/// What falls short is told by what it fell short of, unless the tests of its own band say so.
fn explains(missed: &Missed, held: &[Measured]) -> bool {
    let says_it = |m: &Measured| m.test.of == missed.failed.test.of && m.test.less_than.is_some();
    !held.iter().any(says_it)
}

/// ペースが74.3％で、「B 順調」の80％以上に5.7ポイント届かないため。
fn missed_told(missed: &Missed) -> String {
    let Measured { test, value } = &missed.failed;
    let gap = test.lower().and_then(|bound| exact::minus(bound, *value));
    let gap = gap.filter(|gap| gap.is_sign_positive() && !gap.is_zero());
    let short = gap.map_or(String::new(), |gap| match test.of {
        Quantity::Surplus => figures(gap),
        _ => figures(exact::rounded(gap, 1, |told| !told.is_zero())) + "ポイント",
    });
    format!(
        "{}が{}で、「{} {}」の{}に{short}届かないため。",
        super::quantity(test.of),
        value_told(&missed.failed),
        missed.band.mark,
        missed.band.word,
        super::rules::bounds(test)
    )
}

fn measured_told(measured: &Measured) -> String {
    format!(
        "{}（{}）",
        super::test(&measured.test),
        value_told(measured)
    )
}

/// The value a test was put to, never rounded over the bound of the test.
fn value_told(measured: &Measured) -> String {
    let Measured { test, value } = measured;
    let same = |told: Decimal| test.holds(told) == test.holds(*value);
    let told = exact::rounded(*value, 1, same);
    match test.of {
        Quantity::Surplus => figures(*value),
        _ if told.scale() <= 1 => percent(*value),
        _ => figures(told) + "％",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::presets::{presets, standard};
    use crate::insight::progress::cases::case;
    use crate::insight::rating::rate;

    fn told(how: &str, baseline: &str, targets: &str, actuals: &str) -> String {
        why(&rate(
            case(how, baseline, targets, actuals).standing(),
            &standard(),
        ))
    }

    #[test]
    fn i14_a_rating_answers_why_with_the_numbers_that_went_in() {
        let mut births = case("増 単位=人 y=2024", "340@R2", "2025:380", "309");
        births.period = Period {
            first: FiscalYear(2022),
            last: FiscalYear(2025),
        };
        let rated = rate(births.standing(), &standard());
        assert_eq!(
            why(&rated),
            "当初値 340人（R2）から 380人（R7）をめざすところ、R6の実績は 309人。進捗率は (309−340)÷(380−340)＝△77.5％、期間は75％経過。「当初値を下回る」に当たるため。"
        );
        assert_eq!(
            rated.band.map(|b| b.mark + &b.word).as_deref(),
            Some("▼悪化")
        );
        for (how, baseline, targets, actuals, sentence) in [
            (
                "増",
                "100",
                "2022:170 2024:200",
                "速報150",
                "当初値 100から 200（R6）をめざすところ、R4の実績は 150（速報）。進捗率は (150−100)÷(200−100)＝50％、期間は60％経過。R4の年度目標 170に対するペースは 71.4％。「ペースが80％未満（71.4％）」に当たるため。",
            ),
            (
                "増 単位=人",
                "-40",
                "0",
                "-12",
                "当初値 △40人から 0人（R6）をめざすところ、R4の実績は △12人。進捗率は (△12−△40)÷(0−△40)＝70％、期間は60％経過。「ペースが80％以上（116.7％）」に当たるため。",
            ),
            (
                "減 単位=件",
                "20@R3",
                "≤10",
                "22",
                "当初値 20件（R3）から 10件以下（R6）をめざすところ、R4の実績は 22件。進捗率は (22−20)÷(10−20)＝△20％、R3末からR6末までの33.3％が経過。「当初値を上回る」に当たるため。",
            ),
            (
                "保 単位=人",
                "0",
                "0",
                "3",
                "0人に保つところ、R4の実績は 3人。「めざす範囲に保てなかった」に当たるため。",
            ),
            (
                "増 単位=%",
                "34.2",
                "↗",
                "36.0",
                "当初値 34.2％に対して「増やす」をめざすところ、R4の実績は 36.0％。「めざす向きに動いた」に当たるため。",
            ),
            (
                "増 単位=倍",
                "-",
                "1.24",
                "1.10",
                "1.24倍（R6）をめざすところ、R4の実績は 1.10倍。目標値まで 0.14倍。当初値がないため、進捗率は出せません。「当初値がなく、目標値に届いていない」に当たるため。",
            ),
            (
                "増",
                "100",
                "200",
                "集計中",
                "R4の実績は集計中です。「実績なし」に当たるため。",
            ),
            (
                "増 単位=人",
                "10000@R1",
                "9000",
                "9500",
                "当初値 10,000人（R1）からの悪化をゆるめ 9,000人（R6）にとどめるところ、R4の実績は 9,500人。R4に見込む値は 9,400人。「この年度に見込む値に届いている」に当たるため。",
            ),
            (
                "増 累計 単位=件",
                "-",
                "500",
                "150",
                "累計のはじめ 0件から 500件（R6）をめざすところ、R4の実績は 150件。進捗率は (150−0)÷(500−0)＝30％、期間は60％経過。「ペースが80％未満（50％）」に当たるため。",
            ),
        ] {
            assert_eq!(told(how, baseline, targets, actuals), sentence);
        }
    }

    #[test]
    fn i14_what_falls_short_is_told_by_the_band_it_missed_and_by_how_much() {
        let by = |id: &str, how: &str, actual: &str| {
            let rules = presets().into_iter().find(|rules| rules.id == id);
            let standing = case(how, "100", "200", actual).standing();
            let told = why(&rate(standing, &rules.unwrap_or_else(standard)));
            told.rsplit_once("経過。")
                .map_or(told.clone(), |(_, because)| because.to_owned())
        };
        let short =
            "達成率（実績÷目標）が75％で、「5 達成率80％以上」の80％以上に5ポイント届かないため。";
        assert_eq!(by("sano", "増", "150"), short);
        let short = "達成率（実績÷目標）が79.98％で、「5 達成率80％以上」の80％以上に0.02ポイント届かないため。";
        assert_eq!(
            by("sano", "増", "159.96"),
            short,
            "never rounded up to what it missed"
        );
        assert_eq!(
            by("sano", "増", "190"),
            "「達成率（実績÷目標）が90％以上（95％）」に当たるため。",
            "good enough"
        );
        assert_eq!(
            by("standard", "増", "147.99"),
            "「ペースが80％未満（79.98％）」に当たるため。",
            "its own test says it"
        );
        assert_eq!(
            by("nagayo", "増", "100"),
            "進捗率が0％で、「A 基準値を超えている」の0％超に届かないため。"
        );
    }

    #[test]
    fn i14_a_mean_is_told_as_one_and_a_tolerance_wherever_it_went_in() {
        assert_eq!(
            told(
                "増 平均 単位=人",
                "-72",
                "-30",
                "2020:-50 2021:-43 2022:-40"
            ),
            "当初値 △72人から 期間平均 △30人（R6）をめざすところ、R4までの3年の平均は △44.33人。進捗率は (△44.33−△72)÷(△30−△72)＝65.9％、期間は60％経過。「ペースが80％未満（65.9％）」に当たるため。"
        );
        let near = told(
            "増 平均",
            "0",
            "10",
            "2020:9.99999999 2021:9.99999999 2022:9.99999998",
        );
        assert!(near.contains("3年の平均は 9.99999999。"), "{near}");
        let told = told("増 単位=% 誤差=3.5", "32.9", "44.0", "36.3");
        assert_eq!(
            told,
            "当初値 32.9％から 44.0％（R6）をめざすところ、R4の実績は 36.3％（3.5ポイントより小さい動きは誤差とみなす）。進捗率は (36.3−32.9)÷(44.0−32.9)＝30.6％、期間は60％経過。「当初値から動いていない」に当たるため。"
        );
    }

    #[test]
    fn i14_every_rule_set_answers_for_every_case() {
        for line in crate::insight::progress::cases::TABLE
            .lines()
            .filter(|l| l.contains('|'))
        {
            let cells: Vec<&str> = line.split('|').map(str::trim).collect();
            let standing = case(cells[1], cells[2], cells[3], cells[4]).standing();
            for rules in presets() {
                let rated = rate(standing.clone(), &rules);
                let sentence = why(&rated);
                assert!(
                    sentence.ends_with('。') && !sentence.contains("NaN"),
                    "{line}"
                );
                let kept = matches!(
                    standing.progress,
                    Progress::Kept { .. } | Progress::Moved { .. }
                );
                let by_numbers = matches!(rated.because, Because::Tests { .. });
                let by_change = |m: &Measured| m.test.of == Quantity::Change;
                let honest = match &rated.because {
                    Because::Tests { held, .. } => held.iter().all(by_change),
                    _ => true,
                };
                assert!(
                    !kept || !by_numbers || honest,
                    "{} rates {line} by a rate",
                    rules.name
                );
                if matches!(standing.progress, Progress::Unknown(_)) {
                    assert!(!rated.is_known(), "{} rates {line}", rules.name);
                }
            }
        }
    }
}
