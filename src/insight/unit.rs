//! 単位: whether two printed figures can be compared, and the factor between 千人 and 万人.

use std::borrow::Cow;

use rust_decimal::Decimal;

use strategy::{Number, Span, arithmetic, half_width};

/// The kinds of unit that never mix.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum UnitSort {
    /// ％・ポイント・割.
    Share,
    /// 倍.
    Times,
    /// 位.
    Rank,
    /// Everything that is counted or measured.
    Amount,
}

fn sort(unit: &str) -> UnitSort {
    let unit = &*plain(unit);
    if unit.contains(['%', '％', '割']) || unit.contains("ポイント") {
        UnitSort::Share
    } else if unit == "倍" {
        UnitSort::Times
    } else if is_rank(unit) {
        UnitSort::Rank
    } else {
        UnitSort::Amount
    }
}

/// True if a figure in this unit is a rank: the smaller number is the better place.
pub fn is_rank(unit: &str) -> bool {
    unit.trim().ends_with('位')
}

/// True if a figure in this unit is a length of time, which gets longer or shorter.
pub fn is_time(unit: &str) -> bool {
    ["年", "か月", "ヶ月", "カ月", "日", "時間", "分"].contains(&&*plain(unit))
}

/// True if a figure in this unit is a share, a factor, an age or a score, which rises or falls.
pub fn is_level(unit: &str) -> bool {
    let is_scale = ["歳", "才", "点", "℃", "‰"].contains(&&*plain(unit));
    is_scale || matches!(sort(unit), UnitSort::Share | UnitSort::Times)
}

/// True for a name that says a share: 〇〇の割合, 〇〇率.
pub fn is_share_by_name(name: &str) -> bool {
    let name = name.trim_end();
    let aside = name.rsplit_once(['（', '(']);
    let aside = aside.filter(|(_, tail)| tail.ends_with(['）', ')']));
    let name = aside.map_or(name, |(head, _)| head.trim_end());
    ["割合", "率", "比", "指数", "満足度"]
        .iter()
        .any(|end| name.ends_with(end))
}

/// True if figures in the two units can be compared. An unsaid unit goes with any.
pub fn comparable(a: &str, b: &str) -> bool {
    a == b || a.trim().is_empty() || b.trim().is_empty() || sort(a) == sort(b) && of_one_thing(a, b)
}

/// False where both units are known, and not of the same thing: m and ㎡, km and 人, 人 and 円 (I133, I135).
fn of_one_thing(a: &str, b: &str) -> bool {
    let (a, b) = (plain(a), plain(b));
    match (size(&a), size(&b)) {
        (Some(a), Some(b)) => match (a.known_thing(), b.known_thing()) {
            (Some(a), Some(b)) => a == b,
            _ => true,
        },
        _ => true,
    }
}

/// Units of what is counted, and what they count. Towns write 件 and 回 for one thing.
const COUNTED: [(&str, &str); 6] = [
    ("人", "人"),
    ("名", "人"),
    ("件", "件"),
    ("回", "件"),
    ("円", "円"),
    ("台", "台"),
];

/// Units with what they measure, and how many of its own unit each is: numerator and denominator.
const MEASURES: [(&str, &str, i64, i64); 30] = [
    ("mm", "m", 1, 1_000),
    ("cm", "m", 1, 100),
    ("m", "m", 1, 1),
    ("メートル", "m", 1, 1),
    ("km", "m", 1_000, 1),
    ("キロメートル", "m", 1_000, 1),
    ("mg", "g", 1, 1_000),
    ("g", "g", 1, 1),
    ("グラム", "g", 1, 1),
    ("kg", "g", 1_000, 1),
    ("キログラム", "g", 1_000, 1),
    ("t", "g", 1_000_000, 1),
    ("トン", "g", 1_000_000, 1),
    ("㎡", "m2", 1, 1),
    ("m2", "m2", 1, 1),
    ("m²", "m2", 1, 1),
    ("a", "m2", 100, 1),
    ("ha", "m2", 10_000, 1),
    ("ヘクタール", "m2", 10_000, 1),
    ("k㎡", "m2", 1_000_000, 1),
    ("km2", "m2", 1_000_000, 1),
    ("km²", "m2", 1_000_000, 1),
    ("㎢", "m2", 1_000_000, 1),
    ("Wh", "Wh", 1, 1),
    ("kWh", "Wh", 1_000, 1),
    ("MWh", "Wh", 1_000_000, 1),
    ("GWh", "Wh", 1_000_000_000, 1),
    ("秒", "秒", 1, 1),
    ("分", "秒", 60, 1),
    ("時間", "秒", 3_600, 1),
];

/// Size of a unit: the quantity that it counts or measures, and how much of that it is, as a fraction.
#[derive(PartialEq)]
struct UnitSize<'a> {
    of: &'a str,
    over: Decimal,
    under: Decimal,
    /// True if the unit is one of [`MEASURES`].
    is_measure: bool,
}

impl<'a> UnitSize<'a> {
    /// Returns what the unit measures or counts; `None` if that is not known.
    fn known_thing(&self) -> Option<&'a str> {
        let counted = || COUNTED.iter().find(|(unit, _)| *unit == self.of);
        match self.is_measure {
            true => Some(self.of),
            false => counted().map(|(_, thing)| *thing),
        }
    }
}

/// Returns the size of a unit; `None`: it is larger than any number.
fn size(unit: &str) -> Option<UnitSize<'_>> {
    let (power, counted) = magnitude(unit);
    let times = Decimal::from(10i64.checked_pow(power)?);
    let gas = counted.strip_suffix("-CO2");
    let bare = gas.unwrap_or(counted);
    let known = MEASURES.iter().find(|(name, ..)| *name == bare);
    Some(match known.map(|known| (gas, *known)) {
        // kg-CO2 is a weight, and not compared with kg.
        Some((Some(_), (_, "g", over, under))) => measured("g-CO2", over, under, times)?,
        Some((None, (_, of, over, under))) => measured(of, over, under, times)?,
        _ => UnitSize {
            of: counted,
            over: times,
            under: Decimal::ONE,
            is_measure: false,
        },
    })
}

fn measured(of: &str, over: i64, under: i64, times: Decimal) -> Option<UnitSize<'_>> {
    Some(UnitSize {
        of,
        over: arithmetic::product(over.into(), times)?,
        under: under.into(),
        is_measure: true,
    })
}

/// Returns the stretch of time that a unit counts by, where it names one: 月 of 回/月.
fn rhythm_of_unit(unit: &str) -> Option<char> {
    let (_, per) = unit.rsplit_once(['/', '／'])?;
    let mut letters = per.trim().chars();
    let only = letters.next().filter(|c| "時日週月".contains(*c))?;
    letters.next().is_none().then_some(only)
}

/// Returns the stretch of time that a figure is counted by, where it names one: 週 of 週1回, 年 of 年3回 (I134).
pub fn rhythm(number: &Number) -> Option<char> {
    if number.aside.is_empty() && number.span == Span::Single && !number.unit.contains(['/', '／'])
    {
        return None;
    }
    let beside = half_width(&number.aside);
    let beside = beside.trim_start_matches(|c: char| "毎各1".contains(c));
    let beside = beside.trim_end_matches("あたり").trim_end_matches("当たり");
    let mut letters = beside.trim_end_matches("平均").chars();
    let only = letters.next().filter(|c| "日週月年".contains(*c));
    let of_text = only.filter(|_| letters.next().is_none());
    let is_yearly = number.span == Span::EveryYear || number.unit.ends_with("/年");
    let of_span = is_yearly.then_some('年');
    rhythm_of_unit(&number.unit).or(of_text).or(of_span)
}

/// 千・百万・億 … at the head of a unit as powers of ten, and what is counted; 割 is ten of a ％.
fn magnitude(unit: &str) -> (u32, &str) {
    if unit.trim() == "割" {
        return (1, "%");
    }
    let mut rest = unit.trim();
    let mut power = 0;
    while let Some(head) = rest.chars().next() {
        power += match head {
            '十' => 1,
            '百' => 2,
            '千' => 3,
            '万' => 4,
            '億' => 8,
            '兆' => 12,
            _ => break,
        };
        rest = &rest[head.len_utf8()..];
    }
    (power, rest)
}

/// The unit without what does not change its meaning: 件/年 and 件, ％ and %, pt and ポイント.
pub fn plain(unit: &str) -> Cow<'_, str> {
    let bare = |text: &str| {
        let tails = ["/年度", "/年"];
        let cut = tails.iter().find_map(|tail| text.strip_suffix(tail));
        cut.unwrap_or(text).trim().len()
    };
    let plain = match unit.contains(|c| matches!(c, '！'..='～' | '\u{3000}')) {
        true => {
            let mut half = half_width(unit).trim().to_owned();
            half.truncate(bare(&half));
            Cow::Owned(half)
        }
        false => {
            let unit = unit.trim();
            Cow::Borrowed(&unit[..bare(unit)])
        }
    };
    match is_points(&plain) {
        true => Cow::Borrowed("ポイント"),
        false => plain,
    }
}

/// True for the ways to write ポイント: pt, % point, ％ポイント.
fn is_points(unit: &str) -> bool {
    let unit = unit.strip_prefix('%').unwrap_or(unit).trim();
    let short = ["pt", "pts", "point", "points"];
    unit == "ポイント" || short.iter().any(|one| unit.eq_ignore_ascii_case(one))
}

/// A value of the number's own unit, told in `unit` where both count or measure the same: 千人 and 人, km and m.
/// `None` when the result has too many digits.
pub fn told_in(value: Decimal, own: &str, unit: &str) -> Option<Decimal> {
    if own.is_empty() || own == unit {
        return Some(value);
    }
    let (own, unit) = (plain(own), plain(unit));
    if own == unit {
        return Some(value);
    }
    let (own, unit) = (size(&own)?, size(&unit)?);
    if own == unit || own.of != unit.of || own.of.is_empty() {
        return Some(value);
    }
    let over = arithmetic::product(arithmetic::product(value, own.over)?, unit.under)?;
    let under = arithmetic::product(own.under, unit.over)?;
    arithmetic::quotient(over, under).map(|value| value.normalize())
}

/// All there is, where the unit is a share: 100 ％, 10 割.
pub fn whole(unit: &str) -> Option<Decimal> {
    let share = counts_same(unit, "%") && !unit.trim().is_empty();
    share.then(|| told_in(Decimal::ONE_HUNDRED, "%", unit))?
}

/// True if two units count the same: 千人 and 万人 do, 人 and 世帯 do not. An unsaid unit goes with any.
pub fn counts_same(a: &str, b: &str) -> bool {
    if a == b || a.trim().is_empty() || b.trim().is_empty() {
        return true;
    }
    let (a, b) = (plain(a), plain(b));
    let same = |(a, b): (UnitSize, UnitSize)| a.of == b.of && !a.of.is_empty();
    a == b || size(&a).zip(size(&b)).is_some_and(same)
}

/// True if a unit is the hundredth: figures in it are points apart. 割 is ten of them.
pub fn is_percent(unit: &str) -> bool {
    let unit = plain(unit);
    !unit.is_empty() && size(&unit).is_some_and(|one| size("%").as_ref() == Some(&one))
}

/// The number's value told in `unit`; `None` where the two cannot be compared (I141), or the result has too many digits.
pub fn value_in(number: &Number, unit: &str) -> Option<Decimal> {
    match comparable(&number.unit, unit) {
        true => told_in(number.value, &number.unit, unit),
        false => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tells(value: &str, own: &str, unit: &str, told: &str) {
        let value: Decimal = value.parse().unwrap_or_default();
        let told: Decimal = told.parse().unwrap_or_default();
        assert_eq!(
            told_in(value, own, unit),
            Some(told),
            "{value}{own} → {unit}"
        );
    }

    #[test]
    fn i3_points_are_one_unit_however_they_are_written() {
        for one in ["pt", "ｐｔ", "Pt", "% point", "％ポイント", "%pt", "points"] {
            assert!(counts_same(one, "ポイント"), "{one}");
            assert!(comparable(one, "ポイント"), "{one}");
            assert!(!counts_same(one, "%"), "{one}");
        }
        assert!(!counts_same("人", "ポイント"));
    }

    #[test]
    fn i3_thousands_and_tens_of_thousands_meet() {
        for (value, own, unit, told) in [
            ("65.4", "万人", "人", "654000"),
            ("654000", "人", "万人", "65.4"),
            ("2205", "千人", "万人", "220.5"),
            ("1.1", "兆円", "億円", "11000"),
            ("95", "百万円", "千円", "95000"),
            ("246500", "t-CO2/年", "t-CO2", "246500"),
            ("3", "件", "", "3"),
            ("3", "", "件", "3"),
            ("3", "世帯", "戸", "3"),
            ("5", "千", "", "5"),
            ("8", "割", "%", "80"),
            ("8.5", "割", "％", "85"),
            ("80", "％", "割", "8"),
            ("8", "割", "割", "8"),
            ("3", "pt", "ポイント", "3"),
        ] {
            tells(value, own, unit, told);
        }
        assert_eq!(told_in(Decimal::MAX, "兆円", "円"), None);
        let shares = ["%", "％", "割", "人", ""].map(whole);
        let all = |n: u32| Some(Decimal::from(n));
        assert_eq!(shares, [all(100), all(100), all(10), None, None]);
    }

    #[test]
    fn i133_measures_of_one_thing_meet_and_of_two_never_do() {
        for (value, own, unit, told) in [
            ("1.2", "km", "m", "1200"),
            ("800", "m", "km", "0.8"),
            ("1", "t", "kg", "1000"),
            ("900", "kg", "ｔ", "0.9"),
            ("2", "千t", "kg", "2000000"),
            ("0.2", "ha", "㎡", "2000"),
            ("30", "a", "ha", "0.3"),
            ("5", "km²", "ha", "500"),
            ("1.5", "時間", "分", "90"),
            ("90", "分", "時間", "1.5"),
            ("1.2", "MWh", "kWh", "1200"),
            ("12", "cm", "mm", "120"),
            ("5", "千kg-CO2", "t-CO2", "5"),
            ("3", "人", "世帯", "3"),
        ] {
            tells(value, own, unit, told);
            assert!(comparable(own, unit), "{own} {unit}");
        }
        assert!(counts_same("km", "m") && counts_same("ha", "㎡") && counts_same("分", "時間"));
        for (a, b) in [
            ("m", "㎡"),
            ("t", "ha"),
            ("分", "km"),
            ("kWh", "t"),
            ("t-CO2", "t"),
        ] {
            assert!(!comparable(a, b) && !counts_same(a, b), "{a} {b}");
        }
        for (a, b) in [
            ("km", "人"),
            ("千人", "円"),
            ("名", "件"),
            ("分", "回"),
            ("台", "人/年"),
        ] {
            assert!(!comparable(a, b) && !comparable(b, a), "{a} {b}");
        }
        for (a, b) in [
            ("千人", "名"),
            ("件", "回"),
            ("人", "箇所"),
            ("億円", "千円/年"),
        ] {
            assert!(comparable(a, b), "{a} {b}");
        }
        // A year is told apart from all: 65年 are no hours here.
        assert!(comparable("年", "か月"));
    }

    #[test]
    fn i134_a_figure_says_how_often_it_is_counted() {
        for (text, is) in [
            ("月1回", Some('月')),
            ("週1回", Some('週')),
            ("1日あたり10人", Some('日')),
            ("月平均10人", Some('月')),
            ("3回/月", Some('月')),
            ("10人/日", Some('日')),
            ("年3回", Some('年')),
            ("毎年10人", Some('年')),
            ("10人/年", Some('年')),
            ("10人", None),
            ("3,000円/人", None),
            ("10人（うち町外3人）", None),
        ] {
            let figure = strategy::Figure::read(text);
            assert_eq!(figure.number().and_then(rhythm), is, "{text}");
        }
    }

    #[test]
    fn i3_what_a_unit_counts() {
        for (a, b) in [
            ("千人", "万人"),
            ("人", "人/年"),
            ("％", "%"),
            ("", "人"),
            ("億円", "円"),
            ("ｔ", "t"),
            ("割", "％"),
        ] {
            assert!(counts_same(a, b), "{a} {b}");
        }
        for (a, b) in [("人", "世帯"), ("%", "人"), ("千", "万円")] {
            assert!(!counts_same(a, b), "{a} {b}");
        }
        assert_eq!(plain("　件／年 "), "件");
    }

    #[test]
    fn i3_shares_and_amounts_never_mix() {
        assert!(comparable("％", "%"));
        assert!(comparable("件", "件/年"));
        assert!(comparable("", "倍"));
        assert!(!comparable("％", "人"));
        assert!(!comparable("倍", "件"));
        assert!(!comparable("東北位", "人"));
    }
}
