//! What somebody should look at before a site is published: nothing here is certain, and nothing is hidden.

use std::collections::BTreeMap;

use serde_json::Value;

use super::context::Site;
use super::manifest::Before;
use crate::for_each_kind;
use crate::format::json;
use crate::insight::checks::{Finding, Rule, check};
use crate::strategy::*;

/// What was found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Concerns {
    /// How many records of each kind become public that were not before; all of them the first time.
    pub new: BTreeMap<Kind, usize>,
    /// Texts in which a person, an address or a number to call may stand.
    pub personal: Vec<Personal>,
    /// Indicators without source, without definition, and figures that are not read as such.
    pub lacking: Vec<Finding>,
}

/// A text in which something personal may stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Personal {
    /// The record nearest to it; `None`: the cover.
    pub record: Option<AnyId>,
    /// What it may be.
    pub sort: PersonalSort,
    /// The text around it.
    pub excerpt: String,
}

/// What may stand in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PersonalSort {
    /// 人の名前: a name with 氏 or 様.
    Name,
    /// メールアドレス.
    Mail,
    /// 電話番号.
    Phone,
    /// 郵便番号.
    PostalCode,
}

impl Site {
    /// What should be looked at before it is published.
    pub fn concerns(&self, before: Option<&Before>) -> Concerns {
        let lacks = [Rule::NoSource, Rule::NoDefinition, Rule::FigureUnread];
        let mut lacking = check(self.strategy(), self.today);
        lacking.retain(|finding| lacks.contains(&finding.rule));
        Concerns {
            new: new_records(self.strategy(), before.map(|before| &before.strategy)),
            personal: personal(self.strategy()),
            lacking,
        }
    }
}

fn new_records(public: &Strategy, before: Option<&Strategy>) -> BTreeMap<Kind, usize> {
    let mut new = BTreeMap::new();
    macro_rules! each {
        ($($type:ident, $table:ident, $prefix:literal, $parent:ident, $field:ident;)*) => {
            $(
                let is_new = |id: &Id<$type>| before.is_none_or(|before| !before.$table.contains(*id));
                let count = public.$table.ids().filter(is_new).count();
                if count > 0 {
                    new.insert(Kind::$type, count);
                }
            )*
        };
    }
    for_each_kind!(each);
    new
}

/// Every text of the strategy that may hold something personal.
fn personal(public: &Strategy) -> Vec<Personal> {
    let mut found = Vec::new();
    // It was written a moment ago: it is read.
    if let Ok(file) = serde_json::from_str(&json::write(public)) {
        walk(&file, None, &mut found);
    }
    found
}

fn walk(value: &Value, record: Option<AnyId>, found: &mut Vec<Personal>) {
    match value {
        Value::String(text) => {
            let places = places(text).into_iter();
            found.extend(places.map(|(sort, excerpt)| Personal {
                record,
                sort,
                excerpt,
            }));
        }
        Value::Array(all) => all.iter().for_each(|one| walk(one, record, found)),
        Value::Object(fields) => {
            let own = fields.get("id").and_then(Value::as_str);
            let record = own.and_then(any_id).or(record);
            fields.values().for_each(|one| walk(one, record, found));
        }
        _ => {}
    }
}

/// The record of an id as a file writes it: `g3`.
fn any_id(text: &str) -> Option<AnyId> {
    let kind = Kind::of(text.get(..1)?)?;
    macro_rules! parsed {
        ($($type:ident, $table:ident, $prefix:literal, $parent:ident, $field:ident;)*) => {
            match kind {
                Kind::About => Some(About::ID.into()),
                $(Kind::$type => text.parse::<Id<$type>>().ok().map(AnyId::from),)*
            }
        };
    }
    for_each_kind!(parsed)
}

/// Letters before and after what was found.
const AROUND: usize = 10;

/// What may be personal in a text, each with the letters around it.
fn places(text: &str) -> Vec<(PersonalSort, String)> {
    let letters: Vec<char> = text.chars().collect();
    let mut found: Vec<(PersonalSort, String)> = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        match sort_at(&letters, at) {
            Some((sort, end)) => {
                let from = at.saturating_sub(AROUND);
                let to = (end + AROUND).min(letters.len());
                found.push((sort, letters[from..to].iter().collect()));
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

/// What begins here, and where it ends.
fn sort_at(letters: &[char], at: usize) -> Option<(PersonalSort, usize)> {
    if letters[at] == '〒' {
        return Some((PersonalSort::PostalCode, at + 1));
    }
    if letters[at] == '@' {
        let is_mail = |letter: Option<&char>| letter.is_some_and(char::is_ascii_alphanumeric);
        let before = at.checked_sub(1).and_then(|before| letters.get(before));
        return (is_mail(before) && is_mail(letters.get(at + 1)))
            .then_some((PersonalSort::Mail, at + 1));
    }
    phone(letters, at)
        .map(|end| (PersonalSort::Phone, end))
        .or_else(|| name(letters, at).map(|end| (PersonalSort::Name, end)))
}

/// `0138-73-3111`: ten or eleven digits from 0 on, in three groups.
fn phone(letters: &[char], at: usize) -> Option<usize> {
    let is_digit = |letter: &char| letter.is_ascii_digit() || ('０'..='９').contains(letter);
    let starts = matches!(letters[at], '0' | '０');
    let follows = at > 0 && is_digit(&letters[at - 1]);
    if !starts || follows {
        return None;
    }
    let (mut digits, mut groups, mut end) = (0, 1, at);
    for (place, letter) in letters.iter().enumerate().skip(at) {
        match letter {
            letter if is_digit(letter) => digits += 1,
            '-' | '‐' | '－' | 'ー' | '(' | ')' | '（' | '）' => groups += 1,
            _ => break,
        }
        end = place + 1;
    }
    ((10..=11).contains(&digits) && groups >= 3).then_some(end)
}

/// Words that end in 様 or 氏 and are no names.
const NO_NAMES: [&str; 13] = [
    "仕様", "同様", "多様", "模様", "一様", "異様", "皆様", "文様", "両様", "各様", "同氏", "摂氏",
    "華氏",
];

/// 「山田太郎氏」「佐藤様」: two letters of a name at least, then 氏 or 様, then no further letter of a word.
fn name(letters: &[char], at: usize) -> Option<usize> {
    let is_name = |letter: &char| {
        ('\u{4e00}'..='\u{9fff}').contains(letter)
            || ('ァ'..='ヺ').contains(letter)
            || *letter == '々'
    };
    if !matches!(letters[at], '氏' | '様') || at < 2 {
        return None;
    }
    let before: String = letters[at - 1..=at].iter().collect();
    let has_name = letters[at - 2..at].iter().all(is_name);
    let goes_on = letters.get(at + 1).is_some_and(is_name);
    (has_name && !goes_on && !NO_NAMES.contains(&before.as_str())).then_some(at + 1)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::PersonalSort::*;
    use super::*;

    #[test]
    fn names_mail_numbers_and_addresses_are_found_and_common_words_are_not() {
        let cases: [(&str, &[PersonalSort]); 14] = [
            ("座長は山田太郎氏が務める。", &[Name]),
            ("佐藤様のご意見", &[Name]),
            ("多様な主体、仕様、同様、模様替え、様々な", &[]),
            ("氏名は載せません。", &[]),
            ("気温は摂氏30度", &[]),
            ("kikaku@town.example.jp へ", &[Mail]),
            ("@ は記号", &[]),
            ("電話 0138-73-3111", &[Phone]),
            ("０１３８（７３）３１１１", &[Phone]),
            ("令和6年度 0-1 2,000", &[]),
            ("2024-05-01", &[]),
            ("〒049-0192 中央1丁目", &[PostalCode]),
            ("0.5-1.0", &[]),
            ("", &[]),
        ];
        for (text, sorts) in cases {
            let found: Vec<_> = places(text).into_iter().map(|(sort, _)| sort).collect();
            assert_eq!(found, sorts, "{text}");
        }
    }

    #[test]
    fn the_record_that_holds_the_text_is_told() {
        let mut s = Strategy::default();
        s.goals.insert(Goal {
            id: Id::new(7),
            title: "しごと".into(),
            direction: "問い合わせは 011-123-4567 まで".into(),
            ..Goal::default()
        });
        let found = personal(&s);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].record, Some(Id::<Goal>::new(7).into()));
        assert!(found[0].excerpt.contains("011-123-4567"));
    }

    proptest::proptest! {
        #[test]
        fn no_text_is_too_odd(text in ".{0,60}") {
            places(&text);
        }
    }
}
