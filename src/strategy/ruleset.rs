//! 評価区分: the rule set a town rates its indicators by.

use rust_decimal::Decimal;

use super::arithmetic::sum;
use super::record::{described, words};

described! {
    /// A rule set: bands tried from the top; the first that fits is the rating.
    #[derive(Eq)]
    pub struct RuleSet {
        /// The pattern it was taken from; empty: the town's own.
        May Open id: String as Rule,
        /// 名称.
        Must Open name: String as Rule,
        /// Source of the rule.
        May Open source: String as Rule,
        /// 区分, best first.
        Must Open bands: Vec<Band> as Rule,
    }
}

impl RuleSet {
    /// Adds a band below the one at `place`; its bound is halfway to the band below.
    pub fn add_below(&mut self, place: usize, mark: &str, word: &str) {
        let Some(above) = self.bands.get(place) else {
            return;
        };
        let below = self.bands.get(place + 1);
        let when = above.when.iter().map(|test| {
            let lower = |band: &Band| band.when.iter().find(|t| t.of == test.of)?.lower();
            let low = below.and_then(lower).unwrap_or_default();
            let high = test
                .lower()
                .or(test.less_than)
                .unwrap_or(Decimal::ONE_HUNDRED);
            // Both are bounds of a rule set, typed by people.
            let half = sum(high, low).unwrap_or(high) / Decimal::TWO;
            Test {
                of: test.of,
                at_least: Some(half.normalize()),
                more_than: None,
                less_than: None,
            }
        });
        let new = Band {
            mark: mark.to_owned(),
            word: word.to_owned(),
            tone: Tone::Warn,
            states: Vec::new(),
            when: when.collect(),
        };
        self.bands.insert(place + 1, new);
    }

    /// Removes a band; its states go to the band below, or above if it is the last. The last remaining band stays.
    pub fn remove(&mut self, place: usize) {
        if self.bands.len() < 2 || place >= self.bands.len() {
            return;
        }
        let gone = self.bands.remove(place);
        let heir = place.min(self.bands.len() - 1);
        self.bands[heir].states.extend(gone.states);
    }
}

described! {
    /// 区分: mark, word, colour, and when it is given.
    #[derive(Eq)]
    pub struct Band {
        /// 印: ◎ A S ① …
        Must Open mark: String as Rule,
        /// 評語: 順調 …
        Must Open word: String as Rule,
        /// Its colour.
        Must Open tone: Tone as Rule,
        /// The states this band is given for, whatever the numbers.
        May Open states: Vec<State> as Rule,
        /// For a state no band is given for: all of these must hold. Without any, the band is given for
        /// its states only; without both, by people only.
        May Open when: Vec<Test> as Rule,
    }
}

words! {
    /// The colour family of a band: meaning, not decoration.
    pub enum Tone: Best {
        /// 達成.
        Best = "best",
        /// 順調.
        Good = "good",
        /// 注意.
        Warn = "warn",
        /// 悪い.
        Bad = "bad",
        /// 評価なし.
        None = "none",
    }
}

words! {
    /// State of an indicator in a year that needs no comparison of rates.
    pub enum State: Reached {
        /// 達成: the target is met.
        Reached = "reached",
        /// 保てた.
        Kept = "kept",
        /// めざす範囲の外だが、当初値より近づいている.
        Nearing = "nearing",
        /// 保てなかった.
        NotKept = "not_kept",
        /// 方向のみの目標で、めざす向きに動いた.
        AsWished = "as_wished",
        /// 方向のみの目標で、動いていない (or by less than the tolerance).
        NoMove = "no_move",
        /// 方向のみの目標で、逆の向きに動いた.
        AgainstWish = "against_wish",
        /// 数値の目標で、当初値から動いていない (or by less than the tolerance).
        Unmoved = "unmoved",
        /// 数値の目標で、当初値より悪い.
        Worse = "worse",
        /// 率では言えないが、その年に見込まれる値に届いている.
        OnPath = "on_path",
        /// 率では言えず、その年に見込まれる値に届いていない.
        OffPath = "off_path",
        /// 当初値がなく、目標値に届いていない.
        Missed = "missed",
        /// 実績なし.
        NoActual = "no_actual",
        /// 目標なし.
        NoTarget = "no_target",
        /// 比べられない: 定義変更, 当初値なし, 単位違い, 定性評価 ….
        NotComparable = "not_comparable",
    }
}

described! {
    /// A comparison of one quantity with a bound.
    #[derive(Eq)]
    pub struct Test {
        /// The quantity tested.
        Must Open of: Quantity as Rule,
        /// At least this …
        May Open at_least: Option<Decimal> as Rule,
        /// … more than this …
        May Open more_than: Option<Decimal> as Rule,
        /// … and less than this.
        May Open less_than: Option<Decimal> as Rule,
    }
}

impl Test {
    /// Returns the bound from which the test holds.
    pub fn lower(&self) -> Option<Decimal> {
        self.at_least.or(self.more_than)
    }

    /// True if the value fits.
    pub fn holds(&self, value: Decimal) -> bool {
        self.at_least.is_none_or(|bound| value >= bound)
            && self.more_than.is_none_or(|bound| value > bound)
            && self.less_than.is_none_or(|bound| value < bound)
    }
}

words! {
    /// Quantity that a rule tests. Rates are in percent. If a quantity has no meaning (a rate of 保つ, a share of a
    /// target of zero), no test of it holds.
    pub enum Quantity: Progress {
        /// 進捗率: (actual − baseline) ÷ (target − baseline).
        Progress = "progress",
        /// ペース: progress against what is expected of the year.
        Pace = "pace",
        /// 達成率: actual ÷ target, for 減らす target ÷ actual (as some towns print it). Only of positive figures.
        Ratio = "ratio",
        /// 年度の目標に対する達成率: the same against what is expected of the year.
        YearRatio = "year_ratio",
        /// 多摩市型: actual ÷ (target × part of the period gone). Only for 増やす and a positive target.
        ShareOfTarget = "share_of_target",
        /// 当初値からの変化率, positive where it moved as wished.
        Change = "change",
        /// 目標との差 in the unit, positive where the target is outdone.
        Surplus = "surplus",
        /// 経過率: the part of the way from baseline year to target year that is gone.
        Elapsed = "elapsed",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn band(mark: &str, at_least: Option<i64>, states: &[State]) -> Band {
        let test = |value: i64| Test {
            of: Quantity::Pace,
            at_least: Some(value.into()),
            more_than: None,
            less_than: None,
        };
        Band {
            mark: mark.to_owned(),
            word: String::new(),
            tone: Tone::Good,
            states: states.to_vec(),
            when: at_least.map(test).into_iter().collect(),
        }
    }

    #[test]
    fn a_band_is_added_halfway_and_taken_out_without_losing_a_state() {
        let bands = vec![
            band("A", Some(100), &[State::Reached]),
            band("B", Some(80), &[]),
            band("C", None, &[State::NoActual]),
        ];
        let mut rules = RuleSet {
            id: String::new(),
            name: String::new(),
            source: String::new(),
            bands,
        };
        let before = rules.clone();
        rules.add_below(0, "A'", "順調");
        assert_eq!(rules.bands[1].when[0].at_least, Some(90.into()));
        rules.add_below(2, "B'", "やや遅れ");
        assert_eq!(rules.bands[3].when[0].at_least, Some(40.into()));
        rules.remove(3);
        rules.remove(1);
        assert_eq!(rules, before);
        rules.remove(0);
        rules.remove(1);
        let states = [State::Reached, State::NoActual];
        assert_eq!(rules.bands[0].states, states);
        rules.remove(0);
        assert_eq!(rules.bands.len(), 1, "one stays");
    }
}
