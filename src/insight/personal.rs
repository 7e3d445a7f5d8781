//! Names of persons, addresses and numbers to call, as far as a text gives them away.

use serde::{Deserialize, Serialize};

/// Kind of personal data in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
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

/// Letters before and after what was found.
const AROUND: usize = 10;

/// Returns possible personal data in a text, each with the letters around it (I62). The user is asked about each: a
/// match may be something else, and a name without 氏 or 様 is not found.
pub fn personal_places(text: &str) -> Vec<(PersonalSort, String)> {
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

/// Returns the kind of data that begins here, and its end.
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

#[cfg(test)]
mod tests {
    use super::PersonalSort::*;
    use super::*;

    #[test]
    fn i62_names_mail_numbers_and_addresses_are_found_and_common_words_are_not() {
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
            let found: Vec<_> = personal_places(text)
                .into_iter()
                .map(|(sort, _)| sort)
                .collect();
            assert_eq!(found, sorts, "{text}");
        }
    }

    #[cfg(not(target_arch = "wasm32"))]
    proptest::proptest! {
        #[test]
        fn no_text_is_too_odd(text in ".{0,60}") {
            personal_places(&text);
        }
    }
}
