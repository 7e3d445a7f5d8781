//! 使えそうな支援: which support an initiative could draw on, seen from the words both have.
//!
//! A word is what stands together in one script: kanji of two and more, katakana of three and more, Latin letters of two
//! and more. Hiragana joins words and is none; what every plan says (推進, 支援, 地域 …) tells nothing and is left out.

use std::collections::BTreeMap;

use super::search::fold;
use strategy::*;

/// Largest number of supports proposed.
const MOST: usize = 5;
/// Smallest weight of the shared words: that of a word of two kanji in both titles.
const LEAST: usize = 8;
/// The longest run of kanji compared.
const LONGEST: usize = 8;

/// The words of every plan, and those that ask for support of a kind; a line each, by name.
const WORDS: &str = include_str!("support_words.txt");

/// The words of this name.
fn listed(name: &str) -> impl Iterator<Item = &'static str> {
    let mut lines = WORDS.lines().map(str::split_whitespace);
    let line = lines.find(|line| line.clone().next() == Some(name));
    line.into_iter().flatten().skip(1)
}

/// An initiative and a support it could draw on (I65).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SupportMatch {
    /// The initiative.
    pub initiative: Id<Initiative>,
    /// The support.
    pub support: Id<Support>,
    /// The words both have, the weightiest first.
    pub words: Vec<String>,
    /// True if the support is of a kind that the initiative's words ask for.
    pub kind_asked: bool,
    /// Their weight together.
    weight: usize,
}

/// The initiatives that could draw on a support and do not yet, the likeliest first.
pub fn initiatives_for(s: &Strategy, support: Id<Support>) -> Vec<SupportMatch> {
    let Some(offered) = s.get(support).map(OfferedSupport::of) else {
        return Vec::new();
    };
    let all = s.initiatives.iter();
    best(all.filter_map(|one| offered.to(s, one)).collect())
}

/// The support an initiative could draw on and does not yet, the likeliest first.
pub fn supports_for(s: &Strategy, initiative: Id<Initiative>) -> Vec<SupportMatch> {
    let Some(one) = s.get(initiative) else {
        return Vec::new();
    };
    let all = s.supports.sorted().into_iter();
    best(
        all.filter_map(|support| OfferedSupport::of(support).to(s, one))
            .collect(),
    )
}

fn best(mut all: Vec<SupportMatch>) -> Vec<SupportMatch> {
    let rank = |one: &SupportMatch| {
        let last = usize::MAX - one.weight;
        (last, !one.kind_asked, one.initiative, one.support)
    };
    sort::by_key(&mut all, rank);
    all.truncate(MOST);
    all
}

/// A support, with the words it says: how much each weighs.
struct OfferedSupport<'a> {
    support: &'a Support,
    words: BTreeMap<String, usize>,
}

impl<'a> OfferedSupport<'a> {
    fn of(support: &'a std::sync::Arc<Support>) -> Self {
        let mut words = BTreeMap::new();
        for (text, weight) in [(&support.text, 1), (&support.title, 2)] {
            for run in runs(text) {
                for part in parts(&run) {
                    words.insert(part, weight);
                }
            }
        }
        Self { support, words }
    }

    /// Returns the match with an initiative that is alike enough and does not draw on the support yet.
    fn to(&self, s: &Strategy, one: &Initiative) -> Option<SupportMatch> {
        if one.supports.contains(&self.support.id) {
            return None;
        }
        let measure = s.get(one.measure).map(|measure| measure.title.as_str());
        let mut found: BTreeMap<String, usize> = BTreeMap::new();
        for (text, weight) in [
            (one.title.as_str(), 2),
            (one.text.as_str(), 1),
            (measure.unwrap_or_default(), 1),
        ] {
            for run in runs(text) {
                self.shared(&run, weight, &mut found);
            }
        }
        let weight = found.values().sum();
        // Two texts that go on at length always share something.
        let telling = found.iter().any(|(word, weight)| *weight > length(word));
        if !telling || weight < LEAST {
            return None;
        }
        let mut words: Vec<_> = found.into_iter().collect();
        sort::by_key(&mut words, |(word, weight)| {
            (usize::MAX - *weight, word.clone())
        });
        Some(SupportMatch {
            initiative: one.id,
            support: self.support.id,
            words: words.into_iter().map(|(word, _)| word).collect(),
            kind_asked: asks(one, self.support.kind),
            weight,
        })
    }

    /// Takes note of the longest words of a run that the support says too, each once and at its heaviest.
    fn shared(&self, run: &Run, weight: usize, found: &mut BTreeMap<String, usize>) {
        let mut at = 0;
        while at < run.letters.len() {
            let longest = match run.divides() {
                true => run.letters.len().min(at + LONGEST),
                false => run.letters.len(),
            };
            let ends = (at + run.least()..=longest).rev();
            let whole = |end: &usize| run.divides() || (at, *end) == (0, run.letters.len());
            let mut words = ends.filter(whole).map(|end| {
                let word: String = run.letters[at..end].iter().collect();
                (end, word)
            });
            let hit = words.find_map(|(end, word)| {
                let said = *self.words.get(&word)?;
                Some((end, word, said))
            });
            match hit {
                Some((end, word, said)) => {
                    let heavy = length(&word) * weight * said;
                    let before = found.entry(word).or_default();
                    *before = heavy.max(*before);
                    at = end;
                }
                None => at += 1,
            }
        }
    }
}

fn length(word: &str) -> usize {
    word.chars().count()
}

/// True if the initiative's own words ask for support of a kind.
fn asks(one: &Initiative, kind: SupportKind) -> bool {
    let mut asking = listed(kind.key());
    asking.any(|word| one.title.contains(word) || one.text.contains(word))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum NameScript {
    Kanji,
    Katakana,
    Latin,
}

fn script(c: char) -> Option<NameScript> {
    match c {
        '々' | '\u{3400}'..='\u{9FFF}' | '\u{20000}'..='\u{3FFFF}' => Some(NameScript::Kanji),
        'ァ'..='ヺ' | 'ー' => Some(NameScript::Katakana),
        'a'..='z' => Some(NameScript::Latin),
        _ => None,
    }
}

/// Letters of one script in a row.
#[derive(Debug, PartialEq, Eq)]
struct Run {
    script: NameScript,
    letters: Vec<char>,
}

impl Run {
    /// The shortest word of its script.
    fn least(&self) -> usize {
        match self.script {
            NameScript::Kanji | NameScript::Latin => 2,
            NameScript::Katakana => 3,
        }
    }

    /// True if a part of it is a word: 生活交通 holds 交通, but コミュニケーション no ション.
    fn divides(&self) -> bool {
        self.script == NameScript::Kanji
    }
}

/// The runs of a text, without the words of every plan.
fn runs(text: &str) -> Vec<Run> {
    // Hiragana must not become katakana: it parts words.
    let mut text: String = text
        .chars()
        .map(|c| if matches!(c, 'ぁ'..='ゖ') { ' ' } else { c })
        .collect();
    text = fold(&text);
    for word in listed("everywhere") {
        if text.contains(word) {
            text = text.replace(word, " ");
        }
    }
    let mut all: Vec<Run> = Vec::new();
    let mut before = None;
    for c in text.chars() {
        let now = script(c);
        if let Some(script) = now {
            match all.last_mut() {
                Some(run) if before == now => run.letters.push(c),
                _ => all.push(Run {
                    script,
                    letters: vec![c],
                }),
            }
        }
        before = now;
    }
    all.retain(|run| run.letters.len() >= run.least());
    all
}

/// The words of a run: all of it, and of kanji every part.
fn parts(run: &Run) -> Vec<String> {
    let letters = &run.letters;
    if !run.divides() {
        return vec![letters.iter().collect()];
    }
    let mut all = Vec::new();
    for from in 0..letters.len() {
        let longest = letters.len().min(from + LONGEST);
        for to in from + run.least()..=longest {
            all.push(letters[from..to].iter().collect());
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use edit::{empty_goal, empty_measure};

    fn plan(
        measure: &str,
        initiatives: &[&str],
        supports: &[(SupportKind, &str, &str)],
    ) -> Strategy {
        let mut s = Strategy::default();
        s.goals.insert(empty_goal(Id::new(1), GoalKind::Basic));
        s.measures.insert(Measure {
            title: measure.into(),
            ..empty_measure(Id::new(1), Id::new(1), None)
        });
        for (n, title) in initiatives.iter().enumerate() {
            s.initiatives.insert(Initiative {
                id: Id::new(n as u64 + 1),
                order: Order::nth(n),
                measure: Id::new(1),
                title: (*title).into(),
                ..Default::default()
            });
        }
        for (n, (kind, title, text)) in supports.iter().enumerate() {
            s.supports.insert(Support {
                id: Id::new(n as u64 + 1),
                order: Order::nth(n),
                kind: *kind,
                title: (*title).into(),
                text: (*text).into(),
                ..Default::default()
            });
        }
        s
    }

    fn found(s: &Strategy, support: u64) -> Vec<(u64, Vec<String>)> {
        let all = initiatives_for(s, Id::new(support));
        let number = |id: Id<Initiative>| {
            let at = (1..9).find(|n| Id::new(*n) == id);
            at.unwrap_or_default()
        };
        all.into_iter()
            .map(|one| (number(one.initiative), one.words))
            .collect()
    }

    #[test]
    fn i65_what_shares_a_word_that_says_something_is_proposed() {
        use SupportKind::{Money, People};
        for (initiative, title, text, words) in [
            (
                "移住体験住宅の整備",
                "移住支援金・起業支援金",
                "",
                &["移住"][..],
            ),
            (
                "地域おこし協力隊の募集",
                "地域おこし協力隊へのサポート",
                "",
                &["協力隊"],
            ),
            ("デジタル推進計画", "ﾃﾞｼﾞﾀﾙ専門人材の派遣", "", &["デジタル"]),
            (
                "公共交通の維持",
                "生活交通確保維持補助金",
                "バスの運行",
                &["交通"],
            ),
            ("自治体ＤＸの推進", "市町村のdxの支援", "", &["dx"]),
            // Nothing but what every plan says, or the tail of another word.
            (
                "地域の活性化の推進",
                "地域づくり総合交付金",
                "市町村の取組を支援",
                &[],
            ),
            ("コミュニケーションの場", "イノベーション補助", "", &[]),
            ("子育て支援", "移住支援金", "", &[]),
            // A word in the text alone is too little; two of them are enough where the title says one.
            ("空き家の改修", "住まいの補助金", "改修", &[]),
            ("", "", "", &[]),
        ] {
            let s = plan("", &[initiative], &[(Money, title, text), (People, "", "")]);
            let expected: Vec<_> = match words.is_empty() {
                true => vec![],
                false => vec![(1, words.iter().map(ToString::to_string).collect())],
            };
            assert_eq!(found(&s, 1), expected, "{initiative} {title}");
            let back = supports_for(&s, Id::new(1));
            assert_eq!(back, initiatives_for(&s, Id::new(1)), "both ways");
        }
    }

    #[test]
    fn i65_what_is_used_is_not_proposed_and_what_is_not_there_has_none() {
        let mut s = plan(
            "",
            &["移住の相談"],
            &[(SupportKind::Money, "移住支援金", "")],
        );
        assert_eq!(found(&s, 1).len(), 1);
        let mut one = Initiative::clone(s.get(Id::<Initiative>::new(1)).expect("is there"));
        one.supports = vec![Id::new(1)];
        s.initiatives.insert(one);
        assert_eq!(found(&s, 1), []);
        assert_eq!(supports_for(&s, Id::new(1)), []);
        assert_eq!(initiatives_for(&s, Id::new(9)), []);
        assert_eq!(supports_for(&s, Id::new(9)), []);
    }

    #[test]
    fn i66_the_likeliest_come_first_then_those_whose_words_ask_for_its_kind() {
        let titles = [
            "移住の広報",
            "移住者への助成",
            "移住支援金と起業支援金",
            "移住の会",
            "移住の会",
            "移住の会",
        ];
        let s = plan(
            "",
            &titles,
            &[(SupportKind::Money, "移住支援金・起業支援金", "")],
        );
        let order: Vec<_> = found(&s, 1).into_iter().map(|(n, _)| n).collect();
        assert_eq!(order, [3, 2, 1, 4, 5], "and no more than five");
    }

    #[test]
    fn i65_the_measure_says_what_its_initiatives_are_about() {
        let s = plan(
            "移住・定住の促進",
            &["お試し住宅"],
            &[(SupportKind::Money, "移住定住応援事業", "")],
        );
        assert_eq!(found(&s, 1).len(), 1);
    }
}
