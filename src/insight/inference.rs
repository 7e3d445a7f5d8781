//! Inference of the kind of an indicator from its data: its wished direction and its way of counting. Only proposed,
//! never set without the user.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::progress::{ProgressInput, Way};
use edit::{empty_indicator, empty_series};
use strategy::*;

/// Inferred kind of an indicator, with the evidence.
#[derive(Debug, Clone, PartialEq)]
pub struct Suggestion {
    /// めざす向き; `None`: nothing tells.
    pub desired: Option<Desired>,
    /// Evidence for it.
    pub desired_by: Option<Evidence>,
    /// 数え方.
    pub counting: Counting,
    /// Evidence for it; `None`: nothing said otherwise than 単年度.
    pub counting_by: Option<Evidence>,
}

/// Evidence for an inference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Evidence {
    /// The target says it: ↗, 増加, 維持.
    Directional,
    /// The target is above the baseline.
    Above,
    /// The target is below the baseline.
    Below,
    /// The target is the baseline.
    Same,
    /// The target is 以上・超, with no baseline.
    AtLeast,
    /// The target is 以下・未満, with no baseline.
    AtMost,
    /// The target is 以上・超 and below the baseline: not to fall further than that.
    Floor,
    /// The target is 以下・未満 and above the baseline: not to rise further than that.
    Ceiling,
    /// The target is a range.
    Range,
    /// The targets grow from year to year.
    Rising,
    /// The targets shrink from year to year.
    Falling,
    /// A rank: smaller is better.
    Rank,
    /// The figure says 累計 or 平均.
    Figure,
    /// This word in the name.
    Name(&'static str),
}

/// Words in names of what a town wants less of. Weak: only when no figure tells.
const UNWANTED: [&str; 30] = [
    "待機児童",
    "排出量",
    "死者",
    "死亡",
    "負傷",
    "自殺",
    "滞納",
    "空き家",
    "空家",
    "犯罪",
    "刑法犯",
    "交通事故",
    "事故件数",
    "火災",
    "不登校",
    "いじめ",
    "虐待",
    "離職",
    "失業",
    "転出",
    "ごみ",
    "食品ロス",
    "漏水",
    "苦情",
    "未納",
    "負債",
    "耕作放棄",
    "遊休農地",
    "有害鳥獣",
    "農作物被害",
];

/// Words that make of the same things what a town wants more of.
const AGAINST: [&str; 18] = [
    "解消",
    "活用",
    "登録",
    "削減",
    "減少",
    "減量",
    "対策",
    "防止",
    "予防",
    "相談",
    "支援",
    "訓練",
    "協力",
    "再生",
    "補助",
    "バンク",
    "リサイクル",
    "ボランティア",
];

/// Infers the kind of an indicator from its unit, name and figures.
pub fn suggest_kind(
    unit: &str,
    name: &str,
    baseline: Option<&Baseline>,
    targets: &BTreeMap<FiscalYear, Figure>,
) -> Suggestion {
    let figures = || baseline.iter().map(|b| &b.figure).chain(targets.values());
    let numbers: Vec<&Number> = figures().filter_map(Figure::number).collect();
    let (counting, counting_by) = counted(unit, name, &numbers);
    let (desired, desired_by) = way(unit, name, counting, baseline, targets);
    Suggestion {
        desired,
        desired_by,
        counting,
        counting_by,
    }
}

/// Infers the kind of an indicator of a strategy: from its first series that has a target, otherwise its first.
pub fn suggest(strategy: &Strategy, id: Id<Indicator>) -> Option<Suggestion> {
    let indicator = strategy.get(id)?;
    let series = strategy.series.under(id);
    let telling = series.iter().find(|s| !s.targets.is_empty());
    let one = telling.or(series.first())?;
    let baseline = one.baseline.as_ref();
    Some(suggest_kind(
        &indicator.unit,
        &indicator.name,
        baseline,
        &one.targets,
    ))
}

impl Suggestion {
    /// めざす向き, where something tells it.
    pub fn way(&self) -> Option<(Desired, Evidence)> {
        self.desired.zip(self.desired_by)
    }

    /// 数え方, where something says otherwise than 単年度.
    pub fn count(&self) -> Option<(Counting, Evidence)> {
        self.counting_by.map(|by| (self.counting, by))
    }
}

fn counted(unit: &str, name: &str, numbers: &[&Number]) -> (Counting, Option<Evidence>) {
    let rank = crate::unit::is_rank;
    let named = |words: &[&'static str]| words.iter().find(|w| name.contains(*w)).copied();
    if rank(unit) || numbers.iter().any(|n| rank(&n.unit)) {
        return (Counting::Rank, Some(Evidence::Rank));
    }
    if let Some(word) = named(&["順位", "ランキング"]) {
        return (Counting::Rank, Some(Evidence::Name(word)));
    }
    if let Some(number) = numbers.iter().rev().find(|n| n.span == Span::Cumulative) {
        let from = number.at.as_ref().and_then(first_of_stretch);
        return (Counting::Cumulative { from }, Some(Evidence::Figure));
    }
    if let Some(word) = named(&["累計", "累積", "通算"]) {
        let inside = name.split(['(', '（']).nth(1).unwrap_or_default();
        let years = inside.trim_end_matches([')', '）']);
        let years = years.trim_end_matches("の累計").trim_end_matches(word);
        let from = first_of_stretch(&At(years.to_owned()));
        return (Counting::Cumulative { from }, Some(Evidence::Name(word)));
    }
    if numbers.iter().any(|n| n.span == Span::Average) {
        return (Counting::Average, Some(Evidence::Figure));
    }
    if let Some(word) = named(&["期間平均", "年平均", "か年平均", "年間平均"]) {
        return (Counting::Average, Some(Evidence::Name(word)));
    }
    if let Some(word) = named(&["年度末", "年末", "末現在", "時点", "残高"]) {
        return (Counting::YearEnd, Some(Evidence::Name(word)));
    }
    (Counting::Year, None)
}

fn first_of_stretch(at: &At) -> Option<FiscalYear> {
    let years = at.years().filter(|years| years.first < years.last)?;
    Some(years.first)
}

/// The way as it would be judged with nothing said (I5), then from what else was typed.
fn way(
    unit: &str,
    name: &str,
    counting: Counting,
    baseline: Option<&Baseline>,
    targets: &BTreeMap<FiscalYear, Figure>,
) -> (Option<Desired>, Option<Evidence>) {
    let mut indicator = empty_indicator(Id::new(1), name);
    indicator.unit = unit.to_owned();
    indicator.counting = counting;
    let mut series = empty_series(Id::new(1), indicator.id, "");
    series.baseline = baseline.cloned();
    series.targets = targets.clone();
    let years = (targets.keys().next(), targets.keys().next_back());
    let (Some(&first), Some(&last)) = years else {
        return named(name);
    };
    let facts = ProgressInput::new(&indicator, &series, Period { first, last });
    let (start, target) = facts.ends();
    let start = start.filter(|s| !s.counted_from_zero);
    let (seen, _) = facts.way(start.as_ref(), target.as_ref());
    let aim = &targets[&last];
    let limited = aim.number().filter(|_| counting != Counting::Rank);
    if let Some(bounded) = limited.and_then(|n| limit(n, seen?)) {
        return bounded;
    }
    match seen {
        Some(way) => (
            Some(way.desired()),
            Some(hint(way, aim.reading(), counting, start.is_some())),
        ),
        None => changed(aim.reading())
            .or_else(|| trend(targets))
            .map_or_else(|| named(name), |(way, by)| (Some(way.desired()), Some(by))),
    }
}

/// 8,200人以上 from 8,612人: a limit that is to hold, not a way to go.
fn limit(aim: &Number, way: Way) -> Option<(Option<Desired>, Option<Evidence>)> {
    let (desired, hint) = match (&aim.bound, way) {
        (Bound::AtLeast | Bound::MoreThan, Way::Down) => (
            Desired::Keep {
                lower: Some(aim.value),
                upper: None,
            },
            Evidence::Floor,
        ),
        (Bound::AtMost | Bound::LessThan, Way::Up) => (
            Desired::Keep {
                lower: None,
                upper: Some(aim.value),
            },
            Evidence::Ceiling,
        ),
        _ => return None,
    };
    Some((Some(desired), Some(hint)))
}

impl Way {
    /// めざす向き that means this way.
    pub fn desired(self) -> Desired {
        match self {
            Way::Up => Desired::Increase,
            Way::Down => Desired::Decrease,
            Way::Keep => Desired::Keep {
                lower: None,
                upper: None,
            },
        }
    }
}

fn hint(way: Way, aim: &Reading, counting: Counting, from: bool) -> Evidence {
    match aim {
        _ if counting == Counting::Rank => Evidence::Rank,
        Reading::Directional(_) => Evidence::Directional,
        Reading::Number(n) if matches!(n.bound, Bound::To(_)) && way == Way::Keep => {
            Evidence::Range
        }
        _ => match (way, from) {
            (Way::Up, true) => Evidence::Above,
            (Way::Down, true) => Evidence::Below,
            (Way::Keep, _) => Evidence::Same,
            (Way::Up, false) => Evidence::AtLeast,
            (Way::Down, false) => Evidence::AtMost,
        },
    }
}

/// The way of a change told without the figure it starts from: 1.5倍, 5人減.
fn changed(aim: &Reading) -> Option<(Way, Evidence)> {
    let up = match aim {
        Reading::Directional(DirectionalTarget::Times(times)) if *times != Decimal::ONE => {
            *times > Decimal::ONE
        }
        Reading::Directional(DirectionalTarget::Plus { by, .. }) if !by.is_zero() => {
            by.is_sign_positive()
        }
        Reading::Directional(DirectionalTarget::All) => true,
        _ => return None,
    };
    Some((if up { Way::Up } else { Way::Down }, Evidence::Directional))
}

/// The way targets of several years go.
fn trend(targets: &BTreeMap<FiscalYear, Figure>) -> Option<(Way, Evidence)> {
    let numbers: Vec<&Number> = targets.values().filter_map(Figure::number).collect();
    let (first, last) = (numbers.first()?, numbers.last()?);
    if first.unit != last.unit {
        return None;
    }
    match last.value.cmp(&first.value) {
        std::cmp::Ordering::Greater => Some((Way::Up, Evidence::Rising)),
        std::cmp::Ordering::Less => Some((Way::Down, Evidence::Falling)),
        std::cmp::Ordering::Equal => None,
    }
}

/// The weak hint of a name.
fn named(name: &str) -> (Option<Desired>, Option<Evidence>) {
    let word = UNWANTED.iter().find(|w| name.contains(*w));
    match word {
        Some(word) if !AGAINST.iter().any(|w| name.contains(w)) => {
            (Some(Desired::Decrease), Some(Evidence::Name(word)))
        }
        _ => (None, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Name, unit, 当初値, 目標値 (year=figure …), めざす向き, seen from, 数え方, seen from.
    const CASES: &str = "\
純生産|万円|431.5万円|2025=438.3万円|増やす|above|単年度|
求人倍率|倍|-|2025=1.24倍|？||単年度|
寄附件数|件|3,908件|2025=↗|増やす|wish|単年度|
社会増減|人|-40人|2025=0人|増やす|above|単年度|
温室効果ガスの総排出量|t-CO2|272,000t-CO2|2025=246,500t-CO2/年|減らす|below|単年度|
死亡者数|人|0人|2025=0人/年|保つ|same|単年度|
利用者数|人|2,205千人|2025=210万人|減らす|below|単年度|
満足度|％||2025=80%以上|増やす|at least|単年度|
待ち時間|分||2025=10分以内|減らす|at most|単年度|
待機児童数|人||2025=0人|減らす|待機児童|単年度|
待機児童数|人|3人|2025=0人|減らす|below|単年度|
待機児童解消の施設数|か所||2025=3か所|？||単年度|
空き家バンク登録件数|件||2025=30件|？||単年度|
空き家の数|戸|||減らす|空き家|単年度|
ごみの量|g|900|2025=現状値より減少|減らす|wish|単年度|
保安林|㎢||2025=20～30㎢|保つ|range|単年度|
参加者数|人||2022=100 2023=120 2024=140|増やす|rising|単年度|
苦情|件||2022=30 2023=20|減らす|falling|単年度|
移住者数（累計）|人|12人|2025=60人|増やす|above|累計|累計
移住者数（R4～R7累計）|人||2025=60人|？||累計2022|累計
起業数|件||2025=120件 (2021~2026年度累計)|？||累計2021|figure
起業数|件||2025=累計30件|？||累計|figure
転入者数|人|900人|2025=年平均1,000人|増やす|above|期間平均|figure
出生数の期間平均|人|340|2025=380|増やす|above|期間平均|期間平均
幸福度|位|全国20位|2025=全国10位以内|減らす|rank|順位|rank
魅力度ランキング||43|2025=30|減らす|rank|順位|ランキング
基金残高|億円|20|2025=20|保つ|same|年度末現在|残高
年度末の会員数|人|100|2025=150|増やす|above|年度末現在|年度末
受講率|%||2025=全員|増やす|wish|単年度|
売上|円||2025=現状の1.5倍|増やす|wish|単年度|
欠席|人||2025=5人減|減らす|wish|単年度|
割合|%|34.2%|2025=維持・向上|増やす|wish|単年度|
割合|%|34.2%|2025=維持|保つ|wish|単年度|
件数|件|集計中|2025=検討中|？||単年度|
総人口|人|8,612人|2025=8,200人以上|保つ|floor|単年度|
事故|件|10件|2025=12件以下|保つ|ceiling|単年度|
";

    fn said(by: Option<Evidence>) -> &'static str {
        match by {
            None => "",
            Some(Evidence::Directional) => "wish",
            Some(Evidence::Above) => "above",
            Some(Evidence::Below) => "below",
            Some(Evidence::Same) => "same",
            Some(Evidence::AtLeast) => "at least",
            Some(Evidence::AtMost) => "at most",
            Some(Evidence::Floor) => "floor",
            Some(Evidence::Ceiling) => "ceiling",
            Some(Evidence::Range) => "range",
            Some(Evidence::Rising) => "rising",
            Some(Evidence::Falling) => "falling",
            Some(Evidence::Rank) => "rank",
            Some(Evidence::Figure) => "figure",
            Some(Evidence::Name(word)) => word,
        }
    }

    fn targets(text: &str) -> BTreeMap<FiscalYear, Figure> {
        let mut targets = BTreeMap::new();
        let years: Vec<usize> = text.match_indices('=').map(|(i, _)| i - 4).collect();
        for (n, &i) in years.iter().enumerate() {
            let end = years.get(n + 1).copied().unwrap_or(text.len());
            let (year, figure) = text[i..end].split_once('=').unwrap_or_default();
            let year = FiscalYear::parse(year).unwrap_or(FiscalYear(0));
            targets.insert(year, Figure::read(figure.trim()));
        }
        targets
    }

    #[test]
    fn i36_every_case_of_the_table() {
        for line in CASES.lines() {
            let cells: Vec<&str> = line.split('|').collect();
            let [
                name,
                unit,
                baseline,
                target,
                way,
                way_by,
                counting,
                counting_by,
            ] = cells[..]
            else {
                panic!("{line}")
            };
            let baseline = (!baseline.is_empty()).then(|| Baseline {
                figure: Figure::read(baseline),
                at: None,
            });
            let guess = suggest_kind(unit, name, baseline.as_ref(), &targets(target));
            let desired = match guess.desired {
                None => "？",
                Some(Desired::Increase) => "増やす",
                Some(Desired::Decrease) => "減らす",
                Some(Desired::Keep { .. }) => "保つ",
            };
            let counted = match guess.counting {
                Counting::Year => "単年度".to_owned(),
                Counting::Cumulative { from } => {
                    format!("累計{}", from.map_or(String::new(), |y| y.0.to_string()))
                }
                Counting::Average => "期間平均".to_owned(),
                Counting::YearEnd => "年度末現在".to_owned(),
                Counting::Rank => "順位".to_owned(),
            };
            let read = (
                desired,
                said(guess.desired_by),
                counted.as_str(),
                said(guess.counting_by),
            );
            assert_eq!(read, (way, way_by, counting, counting_by), "{line}");
        }
    }
}
