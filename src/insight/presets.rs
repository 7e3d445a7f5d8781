//! 評価区分の型紙: the rule sets of real towns, from `presets.toml`.

use rust_decimal::Decimal;
use strategy::Quantity::*;
use strategy::State::*;
use strategy::{Band, Quantity, RuleSet, State, Test, Tone};

/// Word of the usual rule set for an indicator without an actual.
pub const NO_ACTUAL: &str = "実績なし";

/// A bound of a test: 以上, 超, 未満.
#[derive(Clone, Copy)]
enum Limit {
    AtLeast(i64),
    MoreThan(i64),
    LessThan(i64),
}
use Limit::*;

/// A rule set of a town, as a table.
struct Preset {
    id: &'static str,
    name: &'static str,
    source: &'static str,
    bands: &'static [BandRow],
}

/// A band of a preset.
struct BandRow {
    mark: &'static str,
    word: &'static str,
    tone: Tone,
    states: &'static [State],
    when: &'static [(Quantity, Limit)],
}

// `STANDARD` and `OTHERS`, which the build makes from `presets.toml`.
include!(concat!(env!("OUT_DIR"), "/presets.rs"));

impl Preset {
    fn rule_set(&self) -> RuleSet {
        RuleSet {
            id: self.id.to_owned(),
            name: self.name.to_owned(),
            source: self.source.to_owned(),
            bands: self.bands.iter().map(BandRow::band).collect(),
        }
    }
}

impl BandRow {
    fn band(&self) -> Band {
        Band {
            mark: self.mark.to_owned(),
            word: self.word.to_owned(),
            tone: self.tone,
            states: self.states.to_vec(),
            when: self.when.iter().map(test).collect(),
        }
    }
}

fn test((of, limit): &(Quantity, Limit)) -> Test {
    let mut test = Test {
        of: *of,
        at_least: None,
        more_than: None,
        less_than: None,
    };
    match *limit {
        AtLeast(n) => test.at_least = Some(Decimal::from(n)),
        MoreThan(n) => test.more_than = Some(Decimal::from(n)),
        LessThan(n) => test.less_than = Some(Decimal::from(n)),
    }
    test
}

/// The rule set used until the town chooses one.
pub fn standard() -> RuleSet {
    STANDARD.rule_set()
}

/// Every rule set offered, the standard one first.
pub fn presets() -> Vec<RuleSet> {
    let all = std::iter::once(&STANDARD).chain(OTHERS);
    all.map(Preset::rule_set).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::progress::cases::case;
    use crate::rating::rate;

    /// The order of the columns below.
    const COLUMNS: [&str; 11] = [
        "standard", "grant", "nagayo", "ino", "kitsuki", "sano", "tama", "nagano", "fukuoka",
        "nagaoka", "fuji",
    ];

    /// The same figures under each town's rules: how, baseline, target, actual, and the marks
    /// (`・`: no band fits). Three of five years gone.
    const TABLE: [(&str, &str, &str, &str, &str); 11] = [
        ("増", "100", "200", "150", "○ 2 A △ C 4 ① ○ b △ Ⅰ"),
        ("減", "200", "100", "150", "○ 3 A △ C 3 ・ ○ b △ Ⅰ"),
        ("保=50..", "50", "50", "48", "▼ 4 C △ C － ③ △ c △ －"),
        ("減", "10", "0", "4", "○ 3 A △ ・ ・ ・ ◎ a ○ Ⅰ"),
        ("増", "100", "200", "90", "▼ 4 B △ C 1 ② △ c △ Ⅱ"),
        ("増", "100", "200", "230", "◎ 1 S ◎ A 7 ① ◎ a ◎ Ⅰ"),
        ("増", "-120", "-60", "-90", "○ 3 A △ ・ ・ ・ ○ b △ ・"),
        ("保", "0", "0", "0", "○ 1 B ○ B 7 ① ◎ a ○ Ⅰ"),
        ("増", "-", "1.24倍", "1.10倍", "× 2 － △ B 5 ① － － － ・"),
        ("増", "34.2%", "↗", "36.0%", "○ 3 A － － － ① ◎ a ○ －"),
        (
            "増",
            "100",
            "200",
            "集計中",
            "－ － － － － － － － － － －",
        ),
    ];

    #[test]
    fn i14_the_same_figures_under_each_towns_rules() {
        let all = presets();
        for (how, baseline, target, actual, marks) in TABLE {
            let status = case(how, baseline, target, actual).status();
            let given: Vec<String> = COLUMNS
                .iter()
                .filter_map(|id| all.iter().find(|rules| rules.id == *id))
                .map(|rules| rate(status.clone(), rules).band)
                .map(|band| band.map_or("・".to_owned(), |band| band.mark))
                .collect();
            assert_eq!(
                given.join(" "),
                marks,
                "{how} {baseline} → {target}, {actual}"
            );
        }
    }

    #[test]
    fn the_standard_set_is_the_first_and_says_when_there_is_no_actual() {
        let standard = standard();
        assert_eq!(standard.id, "standard");
        let band = rate(case("増", "100", "200", "集計中").status(), &standard).band;
        assert_eq!(band.map(|band| band.word).as_deref(), Some(NO_ACTUAL));
    }

    #[test]
    fn i14_no_town_is_lost() {
        let all = presets();
        let ids: Vec<&str> = all.iter().map(|rules| rules.id.as_str()).collect();
        assert_eq!(
            ids.join(" "),
            "standard grant nagayo ino kitsuki sano kakogawa etajima tama nagano fukuoka fuji \
             nagayo-plan nagaoka fukushima kakamigahara"
        );
        let bands: Vec<usize> = all.iter().map(|rules| rules.bands.len()).collect();
        assert_eq!(bands, [7, 5, 5, 5, 5, 8, 3, 4, 4, 4, 4, 5, 4, 4, 5, 3]);
    }

    #[test]
    fn i14_every_pattern_is_whole() {
        let all = presets();
        let mut ids = std::collections::BTreeSet::new();
        for rules in &all {
            assert!(ids.insert(&rules.id) && !rules.name.is_empty() && !rules.source.is_empty());
            let mut marks = std::collections::BTreeSet::new();
            let mut states = std::collections::BTreeSet::new();
            for band in &rules.bands {
                assert!(
                    marks.insert(&band.mark),
                    "{} twice in {}",
                    band.mark,
                    rules.name
                );
                for state in &band.states {
                    assert!(states.insert(*state), "{state:?} twice in {}", rules.name);
                }
            }
            for needed in [
                Kept,
                Nearing,
                NotKept,
                AsWished,
                NoMove,
                NoActual,
                NoTarget,
                NotComparable,
            ] {
                assert!(states.contains(&needed), "{needed:?} in {}", rules.name);
            }
            let tones: Vec<Tone> = rules.bands.iter().map(|band| band.tone).collect();
            assert!(tones.is_sorted(), "best first in {}", rules.name);
        }
    }

    /// J-l: what a town did not print, and is decided here, is said with the set; and what is said is so.
    #[test]
    fn a_source_says_what_was_decided_here_and_it_is_so() {
        type Decided = fn(&RuleSet) -> bool;
        let wished_is_best: Decided = |set| set.bands[0].states.contains(&AsWished);
        let exactly_is_best: Decided = |set| {
            set.bands[0]
                .when
                .iter()
                .any(|test| test.at_least == Some(Decimal::ONE_HUNDRED))
        };
        let wished_is_unrated: Decided = |set| {
            let last = set.bands.last();
            last.is_some_and(|band| band.tone == Tone::None && band.states.contains(&AsWished))
        };
        let kept_is_second: Decided = |set| set.bands[1].states.contains(&Kept);
        let always: Decided = |_| true;
        for (id, said, so) in [
            ("nagano", "では、順調は目標を上回るもの、", always),
            (
                "nagano",
                "ここでは、その年度に見込む値（年度目標か、当初値から目標値への直線）を目標とみなし",
                always,
            ),
            ("nagano", "ちょうど届いたものと、", exactly_is_best),
            (
                "nagano",
                "向きだけの目標でめざす向きに動いたものも順調としました。",
                wished_is_best,
            ),
            ("nagano", "印は便宜上のものです。", always),
            ("fuji", "（富士市の計算式の細部は確かめていません）", always),
            ("fuji", "印は便宜上のものです。", always),
            (
                "ino",
                "範囲や値を保つ目標は、保てていれば○としました。",
                kept_is_second,
            ),
            (
                "ino",
                "向きだけの目標（↗）は、比べる目標値がないため評価なしとしました。",
                wished_is_unrated,
            ),
            (
                "kitsuki",
                "向きだけの目標（↗）は、比べる目標値がないため評価なしとしました。",
                wished_is_unrated,
            ),
            ("grant", "「相当程度」は目標値の7割以上としました。", always),
            ("tama", "（増やす指標だけに使えます）", always),
        ] {
            let set = presets().into_iter().find(|set| set.id == id);
            let Some(set) = set else { panic!("no {id}") };
            assert!(
                set.source.contains(said),
                "{id}: 「{said}」: {}",
                set.source
            );
            assert!(so(&set), "{id} is not as it says: 「{said}」");
        }
    }
}
