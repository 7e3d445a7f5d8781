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
    /// 住所 down to the house: 1丁目2番, 12番地.
    Address,
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
    if letters[at] == '@' {
        let is_mail = |letter: Option<&char>| letter.is_some_and(char::is_ascii_alphanumeric);
        let before = at.checked_sub(1).and_then(|before| letters.get(before));
        return (is_mail(before) && is_mail(letters.get(at + 1)))
            .then_some((PersonalSort::Mail, at + 1));
    }
    let found = |sort, end: Option<usize>| Some((sort, end?));
    found(PersonalSort::PostalCode, postal_code(letters, at))
        .or_else(|| found(PersonalSort::Phone, phone(letters, at)))
        .or_else(|| found(PersonalSort::Address, address(letters, at)))
        .or_else(|| found(PersonalSort::Name, name(letters, at)))
}

fn is_digit(letter: char) -> bool {
    letter.is_ascii_digit() || ('０'..='９').contains(&letter)
}

fn is_hyphen(letter: char) -> bool {
    matches!(letter, '-' | '‐' | '‑' | '–' | '−' | '－' | 'ー')
}

/// Returns the groups of digits that begin here, with hyphens or `between` after each but the last, and their end.
/// Digits that continue a number have no groups.
fn groups(letters: &[char], at: usize, between: &[char]) -> (Vec<usize>, usize) {
    let before = at.checked_sub(1).map(|before| letters[before]);
    let continues = before.is_some_and(|one| is_digit(one) || is_hyphen(one) || one == '.');
    let (mut sizes, mut place) = (Vec::new(), at);
    if continues {
        return (sizes, place);
    }
    loop {
        let digits = letters[place..].iter().take_while(|one| is_digit(**one));
        let digits = digits.count();
        if digits == 0 {
            // The mark before it belongs to the text that follows.
            place -= usize::from(!sizes.is_empty());
            break;
        }
        sizes.push(digits);
        place += digits;
        let mark = letters.get(place).copied();
        match mark.is_some_and(|one| is_hyphen(one) || between.contains(&one)) {
            true => place += 1,
            false => break,
        }
    }
    (sizes, place)
}

/// `049-0192`, or the sign 〒. A unit behind it makes a range of numbers of it.
fn postal_code(letters: &[char], at: usize) -> Option<usize> {
    if letters[at] == '〒' {
        let spaces = letters[at + 1..]
            .iter()
            .take_while(|one| one.is_whitespace());
        let start = at + 1 + spaces.count();
        return Some(match start < letters.len() {
            true => groups(letters, start, &[]).1.max(at + 1),
            false => at + 1,
        });
    }
    let (sizes, end) = groups(letters, at, &[]);
    let unit = letters
        .get(end)
        .is_some_and(|one| "人円件千万億％%年歳戸回台名食㎡".contains(*one));
    (sizes == [3, 4] && !unit).then_some(end)
}

/// `0138-73-3111`, `03(1234)5678`, `090 1234 5678`, `+81-90-1234-5678` or `09012345678`: ten or eleven digits from 0 on.
fn phone(letters: &[char], at: usize) -> Option<usize> {
    if letters[at..].starts_with(&['+', '8', '1']) {
        let (sizes, end) = groups(letters, at + 1, &[' ']);
        return ((11..=13).contains(&sizes.iter().sum::<usize>()) && sizes.len() > 1)
            .then_some(end);
    }
    if !matches!(letters[at], '0' | '０') {
        return None;
    }
    let (sizes, end) = groups(letters, at, &['(', ')', '（', '）', ' ', '　']);
    let is_grouped = match sizes[..] {
        [_] => true,
        [first, rest] => first >= 2 && rest >= 6,
        [first, middle, last] => first >= 2 && middle >= 1 && last >= 3,
        _ => false,
    };
    ((10..=11).contains(&sizes.iter().sum::<usize>()) && is_grouped).then_some(end)
}

/// `1丁目2番3号`, `一丁目2-3`, `12番地` or `中央3-5-12`. A 丁目 alone names a part of a town, not a house.
fn address(letters: &[char], at: usize) -> Option<usize> {
    let is_number = |letter: char| is_digit(letter) || "〇一二三四五六七八九十百".contains(letter);
    let before = at.checked_sub(1).map(|before| letters[before]);
    if !is_number(letters[at]) || before.is_some_and(is_number) {
        return None;
    }
    let number = |from: usize| {
        let digits = letters.get(from..).unwrap_or_default();
        from + digits.iter().take_while(|one| is_number(**one)).count()
    };
    let goes_on = |from: usize, word: &str| {
        let word: Vec<char> = word.chars().collect();
        letters
            .get(from..)
            .is_some_and(|rest| rest.starts_with(&word))
            .then(|| from + word.len())
    };
    let end = number(at);
    if let Some(end) = goes_on(end, "番地") {
        return Some(end);
    }
    if let Some(chome) = goes_on(end, "丁目") {
        let house = number(chome);
        return (house > chome).then_some(house);
    }
    if let Some(block) = goes_on(end, "番") {
        let house = number(block);
        return (house > block).then(|| goes_on(house, "号")).flatten();
    }
    let (sizes, end) = groups(letters, at, &[]);
    let is_dated = before.is_some_and(|one| "和成年度月".contains(one));
    let is_place = before.is_some_and(|one| ('\u{3041}'..='\u{9fff}').contains(&one)) && !is_dated;
    let is_house = matches!(sizes[..], [1..=2, 1..=3, 1..=4]);
    (is_place && is_house).then_some(end)
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
    fn i97_phone_numbers_postal_codes_and_houses_are_found_however_they_are_written() {
        let cases: [(&str, &[PersonalSort]); 41] = [
            // Telephone numbers.
            ("0138-73-3111", &[Phone]),
            ("０１３８－７３－３１１１", &[Phone]),
            ("電話は011(123)4567です", &[Phone]),
            ("(0138)73-3111へ", &[Phone]),
            ("03−1234−5678", &[Phone]),
            ("０９０ー１２３４ー５６７８まで", &[Phone]),
            ("090 1234 5678", &[Phone]),
            ("09012345678に電話して", &[Phone]),
            ("0138733111", &[Phone]),
            ("090-12345678", &[Phone]),
            ("+81-90-1234-5678", &[Phone]),
            ("0120-444-444", &[Phone]),
            ("090-1234-5678と080-1234-5678", &[Phone, Phone]),
            // Numbers that are none.
            ("0 120 3000 4000", &[]),
            ("予算は1000000000円", &[]),
            ("図は0.123456789012", &[]),
            ("2026-11-27", &[]),
            ("令和8年11月27日", &[]),
            ("9-17時", &[]),
            ("令和8-11-27", &[]),
            // Postal codes.
            ("049-0192", &[PostalCode]),
            ("０４９－０１９２ 北斗市", &[PostalCode]),
            ("〒0490192", &[PostalCode]),
            ("〒 049-0192 中央1丁目3番", &[PostalCode, Address]),
            ("〒", &[PostalCode]),
            ("100-2000人", &[]),
            ("1049-0192", &[]),
            // Mail addresses.
            ("taro.yamada+town@example.co.jp", &[Mail]),
            // Houses.
            ("中央一丁目2番3号", &[Address]),
            ("中央１丁目２－３", &[Address]),
            ("本町12番地のわき", &[Address]),
            ("本町十二番地", &[Address]),
            ("本町3番5号", &[Address]),
            ("中央3-5-12の前が暗い", &[Address]),
            ("2丁目の交差点が暗い", &[]),
            ("一番5人が多い", &[]),
            ("3番バスを増やす", &[]),
            ("番地がない", &[]),
            ("令和6年度-7年度", &[]),
            ("1-2-3", &[]),
            ("0", &[]),
        ];
        for (text, sorts) in cases {
            let found = personal_places(text).into_iter();
            let found: Vec<_> = found.map(|(sort, _)| sort).collect();
            assert_eq!(found, sorts, "{text}");
        }
    }

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
