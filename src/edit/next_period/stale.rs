//! Parts of a sentence of the old period that are no longer true.

use strategy::half_width;

/// The text without the sentences that name a year or a period: those are of the plan that ends.
pub fn without(text: &str) -> String {
    let lines = text.lines().map(|line| {
        let sentences = line.split_inclusive('。');
        sentences.filter(|one| !is_dated(one)).collect::<String>()
    });
    // A line all of whose sentences are gone goes with them.
    let kept = lines.zip(text.lines());
    let kept = kept.filter(|(left, before)| !left.trim().is_empty() || before.trim().is_empty());
    let lines: Vec<String> = kept.map(|(left, _)| left).collect();
    lines.join("\n").trim().to_owned()
}

/// True if the sentence names a year (令和7年度, R7, 2025年) or a period (第2期).
fn is_dated(sentence: &str) -> bool {
    let plain = half_width(sentence);
    let digit_after = |mark: &str| {
        let mut rest = plain.split(mark).skip(1);
        rest.any(|rest| rest.starts_with(|c: char| c.is_ascii_digit() || c == '元'))
    };
    let era = ["令和", "平成", "昭和", "R", "H", "S"]
        .into_iter()
        .any(digit_after);
    let digits = |part: &str| part.chars().rev().take_while(char::is_ascii_digit).count();
    let mut before_year = plain.match_indices('年').map(|(at, _)| &plain[..at]);
    era || before_year.any(|part| digits(part) == 4) || ordinal(&plain).is_some()
}

/// 第3期 for 第2期, where the title has one.
pub fn next_title(title: &str) -> Option<String> {
    let plain = half_width(title);
    let (number, at) = ordinal(&plain)?;
    Some(format!(
        "{}第{}期{}",
        &plain[..at.start],
        number + 1,
        &plain[at.end..]
    ))
}

/// The first 「第N期」: its number and where it stands.
fn ordinal(plain: &str) -> Option<(usize, std::ops::Range<usize>)> {
    plain.match_indices('第').find_map(|(start, mark)| {
        let inside = start + mark.len();
        let length = plain[inside..].find('期')?;
        let number = number(&plain[inside..inside + length])?;
        Some((number, start..inside + length + '期'.len_utf8()))
    })
}

fn number(text: &str) -> Option<usize> {
    const KANJI: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
    let kanji = KANJI.iter().position(|word| *word == text);
    kanji.map(|at| at + 1).or_else(|| text.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_that_name_a_year_or_a_period_are_left_behind() {
        for (text, left) in [
            (
                "毎年度、評価する。令和7年度は第3期を策定する。",
                "毎年度、評価する。",
            ),
            ("令和４年度から７年度までの４年間", ""),
            ("国の第２期総合戦略を勘案し、進める。", ""),
            ("2015年に採択された目標。\n町で取り組む。", "町で取り組む。"),
            ("一つめ。\n\n二つめ。", "一つめ。\n\n二つめ。"),
            ("5年間に重点的に進める。", "5年間に重点的に進める。"),
            (
                "SDGsの17の目標。PRに努める。",
                "SDGsの17の目標。PRに努める。",
            ),
            ("次の期間も、第三者が見る。", "次の期間も、第三者が見る。"),
            ("", ""),
        ] {
            assert_eq!(without(text), left, "{text}");
        }
    }

    #[test]
    fn a_title_names_the_period_after() {
        for (title, next) in [
            ("第2期みほん町総合戦略", Some("第3期みほん町総合戦略")),
            ("第２期総合戦略", Some("第3期総合戦略")),
            ("第二期総合戦略", Some("第3期総合戦略")),
            ("総合戦略", None),
            ("第一次総合計画と次期の戦略", None),
        ] {
            assert_eq!(next_title(title).as_deref(), next, "{title}");
        }
    }
}
