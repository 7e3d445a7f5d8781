//! The mark a heading begins with: a word with a number, a number, a letter, a bullet.

use super::pasted::LineRole;
use crate::circled::circled;

/// A kind of mark. Lines of one kind stand on one level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MarkKind {
    /// 基本目標1, 施策1-1 …: the word, and what it says of the line.
    Word(&'static str, LineRole),
    /// 第1, 第1章.
    Chapter(char),
    /// Ⅰ.
    Roman,
    /// 1-1, 1.1.1: how many numbers are joined.
    Joined(usize),
    /// 1.
    Dotted,
    /// 1, with a space behind it.
    Plain,
    /// (1).
    Bracketed,
    /// 1).
    HalfBracketed,
    /// ①.
    Circled,
    /// ア, ア.
    Kana,
    /// (ア).
    BracketedKana,
    /// A.
    Letter,
    /// ・, ●, ■ …
    Bullet(char),
}

impl MarkKind {
    /// True if its lines are numbered.
    pub fn counts(self) -> bool {
        !matches!(self, Self::Bullet(_))
    }

    /// Returns the role named by the word of the mark.
    pub fn role(self) -> Option<LineRole> {
        match self {
            Self::Word(_, role) => Some(role),
            _ => None,
        }
    }

    /// True if it is one of a goal.
    pub fn is_goal(self) -> bool {
        matches!(self.role(), Some(LineRole::Goal | LineRole::CrossGoal))
    }
}

/// A line that begins with a mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marked {
    /// Its mark.
    pub kind: MarkKind,
    /// The last part of its number: 2 of 1-2.
    pub count: Option<u32>,
    /// Its number as printed.
    pub number: String,
    /// The text after it.
    pub title: String,
}

/// Words with a number that say what a line is; those that begin like others come first.
pub(super) const WORDS: [(&str, LineRole); 25] = [
    ("基本目標", LineRole::Goal),
    ("政策目標", LineRole::Goal),
    ("戦略目標", LineRole::Goal),
    ("横断的な目標", LineRole::CrossGoal),
    ("横断的目標", LineRole::CrossGoal),
    ("横断目標", LineRole::CrossGoal),
    ("基本計画", LineRole::Division),
    ("基本的方向", LineRole::Division),
    ("基本方針", LineRole::Division),
    ("施策の柱", LineRole::Division),
    ("政策の柱", LineRole::Division),
    ("政策分野", LineRole::Division),
    ("政策", LineRole::Division),
    ("具体的な施策", LineRole::Measure),
    ("具体的施策", LineRole::Measure),
    ("主要施策", LineRole::Measure),
    ("基本施策", LineRole::Measure),
    ("個別施策", LineRole::Measure),
    ("施策", LineRole::Measure),
    ("具体的な取組", LineRole::Initiative),
    ("具体的取組", LineRole::Initiative),
    ("主な取組", LineRole::Initiative),
    ("取組", LineRole::Initiative),
    ("事務事業", LineRole::Initiative),
    ("事業", LineRole::Initiative),
];

/// Signs that open a list's line.
pub const BULLETS: [char; 18] = [
    '・', '･', '●', '○', '■', '□', '◆', '◇', '▼', '▶', '➢', '※', '-', '*', '•', '◎', '〇', '★',
];
pub(super) const OPENERS: [char; 9] = ['【', '〈', '＜', '「', '［', '[', '<', '《', '≪'];
pub(super) const CLOSERS: [char; 9] = ['】', '〉', '＞', '」', '］', ']', '>', '》', '≫'];

/// Reads the mark of a line; `None` where it has none, or is a sentence that begins like one.
pub fn read(text: &str) -> Option<Marked> {
    word(text)
        .or_else(|| chapter(text))
        .or_else(|| roman(text))
        .or_else(|| numbered(text))
        .or_else(|| lettered(text))
        .or_else(|| bullet(text))
}

/// A character that may stand between a mark and what follows.
fn is_gap(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            ':' | '：' | '.' | '．' | '、' | '，' | '】' | '」' | '〉' | '＞'
        )
}

fn digit(c: char) -> Option<u32> {
    match c {
        '０'..='９' => Some(c as u32 - '０' as u32),
        _ => c.to_digit(10),
    }
}

fn roman_digit(c: char) -> Option<u32> {
    matches!(c, 'Ⅰ'..='Ⅻ').then(|| c as u32 - 'Ⅰ' as u32 + 1)
}

fn kanji_digit(c: char) -> Option<u32> {
    let at = "一二三四五六七八九十".chars().position(|k| k == c)?;
    u32::try_from(at + 1).ok()
}

fn is_joint(c: char) -> bool {
    matches!(c, '-' | '－' | '−' | '‐' | '–' | '—' | '.' | '．' | 'ー')
}

fn opens(c: char) -> bool {
    matches!(c, '(' | '（')
}

fn closes(c: char) -> bool {
    matches!(c, ')' | '）')
}

/// A number at the start of a text: as printed, its last part, how many parts, and what follows.
struct MarkNumber<'a> {
    printed: &'a str,
    last: u32,
    parts: usize,
    rest: &'a str,
}

fn number(text: &str) -> Option<MarkNumber<'_>> {
    let mut end = 0;
    let (mut last, mut parts, mut open) = (0_u32, 0, false);
    for (at, c) in text.char_indices() {
        if let Some(d) = digit(c) {
            if !open {
                (last, open) = (0, true);
                parts += 1;
            }
            last = last.checked_mul(10)?.checked_add(d)?;
            end = at + c.len_utf8();
        } else if let Some(d) = roman_digit(c).filter(|_| !open) {
            (last, parts) = (d, parts + 1);
            end = at + c.len_utf8();
        } else if is_joint(c) && open {
            open = false;
        } else {
            // 施策①, 1-①.
            if let Some(d) = circled(c).filter(|_| !open) {
                (last, parts) = (d, parts + 1);
                end = at + c.len_utf8();
            }
            break;
        }
    }
    (parts > 0).then(|| MarkNumber {
        printed: &text[..end],
        last,
        parts,
        rest: &text[end..],
    })
}

fn marked(kind: MarkKind, count: Option<u32>, number: &str, title: &str) -> Marked {
    Marked {
        kind,
        count,
        number: number.to_owned(),
        title: title.to_owned(),
    }
}

/// は読めない, の達成: the rest of a sentence.
fn goes_on(rest: &str) -> bool {
    let mut chars = rest.chars();
    let particle = chars.next().is_some_and(|c| "はをのがにとで".contains(c));
    let next = chars.next();
    particle && next.is_none_or(|c| !matches!(c, 'ぁ'..='ん'))
}

fn word(text: &str) -> Option<Marked> {
    let inner = text.trim_start_matches(|c: char| BULLETS.contains(&c) || c.is_whitespace());
    let opened = inner.starts_with(OPENERS);
    let framed = text.chars().next().filter(|sign| BULLETS.contains(sign));
    let inner = inner.trim_start_matches(OPENERS).trim_start();
    let (word, role) = WORDS.iter().find(|(word, _)| inner.starts_with(word))?;
    let rest = inner.strip_prefix(word)?;
    let after = rest.trim_start_matches(is_gap);
    let bracketed = after.starts_with(opens);
    let unwrapped = after.trim_start_matches(opens);
    let kind = MarkKind::Word(word, *role);
    match number(unwrapped) {
        Some(found) => {
            let rest = match bracketed {
                true => found.rest.strip_prefix(closes)?,
                false => found.rest,
            };
            // ■基本目標１■　働く場.
            let rest = framed
                .and_then(|sign| rest.strip_prefix(sign))
                .unwrap_or(rest);
            let apart = rest.is_empty() || rest.starts_with(is_gap) || rest.starts_with(CLOSERS);
            let ranges = rest.starts_with(['～', '〜', 'か', 'つ', '件', '年']) && !apart;
            if ranges || !apart && goes_on(rest) {
                return None;
            }
            let title = unframed(titled(rest, opened), framed);
            Some(marked(kind, Some(found.last), found.printed, title))
        }
        None => {
            // 取組を進める is a sentence; 施策　農業, ・取組：就農支援 and 取組ア　就農支援 are not.
            let kana = kana_number(unwrapped).filter(|_| !bracketed);
            let is_apart = match *role {
                LineRole::Initiative => framed.is_some() && rest.starts_with([':', '：']),
                _ => rest.starts_with(is_gap),
            };
            let title = match kana {
                Some((printed, _)) => titled(&unwrapped[printed.len()..], opened),
                None => titled(rest, opened),
            };
            let (printed, count) = kana.unzip();
            ((kana.is_some() || is_apart) && !title.is_empty())
                .then(|| marked(kind, count, printed.unwrap_or_default(), title))
        }
    }
}

/// A title after its mark, without what parts the two and, where the mark stood in brackets, their end.
fn titled(rest: &str, opened: bool) -> &str {
    let title = rest.trim_start_matches(is_gap);
    match opened {
        true => title
            .trim_start_matches(CLOSERS)
            .trim_end_matches(CLOSERS)
            .trim(),
        false => title.trim(),
    }
}

/// The kana that counts in 取組ア　就農支援, and its place.
fn kana_number(text: &str) -> Option<(&str, u32)> {
    let letter = text.chars().next()?;
    let at = KANA.chars().position(|kana| kana == letter)?;
    let (printed, rest) = text.split_at(letter.len_utf8());
    let count = u32::try_from(at + 1).ok()?;
    rest.starts_with(is_gap).then_some((printed, count))
}

/// A title without the sign that stands on both sides of its line: ◆農業の振興◆.
fn unframed(title: &str, sign: Option<char>) -> &str {
    let inner = sign.and_then(|sign| title.strip_suffix(sign));
    inner.map_or(title, str::trim_end)
}

const PARTS: [char; 5] = ['章', '節', '編', '部', '項'];

fn chapter(text: &str) -> Option<Marked> {
    let rest = text.strip_prefix('第')?.trim_start();
    let (last, printed, rest) = match number(rest) {
        Some(found) => (found.last, found.printed, found.rest),
        None => {
            let first = rest.chars().next()?;
            (
                kanji_digit(first)?,
                &rest[..first.len_utf8()],
                &rest[first.len_utf8()..],
            )
        }
    };
    let after = rest.trim_start();
    let part = after.chars().next().filter(|c| PARTS.contains(c));
    let title = match part {
        Some(part) => after[part.len_utf8()..].trim_start_matches(is_gap).trim(),
        None if rest.starts_with(is_gap) => rest.trim_start_matches(is_gap).trim(),
        None => return None,
    };
    // 第2期, 第10条 are no chapters.
    let other = [
        "期", "次", "回", "条", "号", "位", "者", "四", "１", "2", "1",
    ];
    let no_chapter = part.is_none() && other.iter().any(|word| title.starts_with(word));
    (!no_chapter && !title.is_empty()).then(|| {
        marked(
            MarkKind::Chapter(part.unwrap_or('第')),
            Some(last),
            printed,
            title,
        )
    })
}

fn roman(text: &str) -> Option<Marked> {
    let first = text.chars().next()?;
    let (count, end) = match roman_digit(first) {
        Some(count) => (count, first.len_utf8()),
        None => {
            let end = text.find(|c| !matches!(c, 'I' | 'V' | 'X'))?;
            let all = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];
            let at = all.iter().position(|one| *one == &text[..end])?;
            (u32::try_from(at + 1).ok()?, end)
        }
    };
    let rest = &text[end..];
    let apart =
        rest.starts_with(is_gap) || roman_digit(first).is_some() && !rest.starts_with(is_joint);
    let title = rest.trim_start_matches(is_gap).trim();
    (apart && !title.is_empty()).then(|| marked(MarkKind::Roman, Some(count), &text[..end], title))
}

/// A number that is a place in a list is seldom larger.
const LAST: u32 = 99;

fn numbered(text: &str) -> Option<Marked> {
    let first = text.chars().next();
    if let Some((first, count)) = first.and_then(|first| Some((first, circled(first)?))) {
        let (mark, rest) = text.split_at(first.len_utf8());
        let title = rest.trim_start_matches(is_gap).trim();
        return (!title.is_empty()).then(|| marked(MarkKind::Circled, Some(count), mark, title));
    }
    let bracketed = text.starts_with(opens);
    let found = number(text.trim_start_matches(opens))?;
    let (kind, rest, free) = match (bracketed, found.rest.strip_prefix(closes)) {
        (true, Some(rest)) => (MarkKind::Bracketed, rest, true),
        (false, Some(rest)) => (MarkKind::HalfBracketed, rest, true),
        (true, None) => return None,
        (false, None) if found.parts > 1 => (MarkKind::Joined(found.parts), found.rest, false),
        (false, None) if found.rest.starts_with(['.', '．']) => {
            (MarkKind::Dotted, found.rest, true)
        }
        (false, None) => (MarkKind::Plain, found.rest, false),
    };
    // 3年間で… is a sentence: a number that tells a line's place stands apart from it.
    let apart = free || rest.starts_with(is_gap);
    let title = rest.trim_start_matches(is_gap).trim();
    let named = title.contains(char::is_alphabetic) && !goes_on(title);
    let unit =
        title.starts_with(['%', '％']) || ["人", "件", "年度", "月", "日", "千円"].contains(&title);
    (apart && named && !unit && found.last <= LAST)
        .then(|| marked(kind, Some(found.last), found.printed, title))
}

const KANA: &str = "アイウエオカキクケコサシスセソタチツテト";

fn lettered(text: &str) -> Option<Marked> {
    let bracketed = text.starts_with(opens);
    let inner = text.trim_start_matches(opens);
    let letter = inner.chars().next()?;
    let rest = &inner[letter.len_utf8()..];
    let kana = KANA.chars().position(|k| k == letter);
    let latin = letter.is_ascii_alphabetic();
    if kana.is_none() && !latin {
        return None;
    }
    let count = match kana {
        Some(at) => u32::try_from(at + 1).ok(),
        None => Some(letter.to_ascii_uppercase() as u32 - 'A' as u32 + 1),
    };
    let (kind, rest) = match (bracketed, rest.strip_prefix(closes)) {
        (true, Some(rest)) if kana.is_some() => (MarkKind::BracketedKana, rest),
        (false, Some(rest)) if kana.is_some() => (MarkKind::Kana, rest),
        (_, Some(rest)) => (MarkKind::Letter, rest),
        (false, None) if kana.is_some() && rest.starts_with(is_gap) => (MarkKind::Kana, rest),
        (false, None) if latin && rest.starts_with(['.', '．']) => (MarkKind::Letter, rest),
        _ => return None,
    };
    let title = rest.trim_start_matches(is_gap).trim();
    let named = title.chars().count() > 1 && !goes_on(title);
    named.then(|| marked(kind, count, &inner[..letter.len_utf8()], title))
}

fn bullet(text: &str) -> Option<Marked> {
    let sign = text.chars().next().filter(|c| BULLETS.contains(c))?;
    let title = unframed(text[sign.len_utf8()..].trim(), Some(sign));
    let one = match sign {
        '･' | '•' => '・',
        '〇' => '○',
        sign => sign,
    };
    let named = title.contains(char::is_alphabetic);
    (named && sign != '※')
        .then(|| marked(MarkKind::Bullet(one), None, &text[..sign.len_utf8()], title))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_told_from_a_sentence_that_begins_like_one() {
        for (text, kind, count, title) in [
            (
                "基本目標１　働く場",
                MarkKind::Word("基本目標", LineRole::Goal),
                Some(1),
                "働く場",
            ),
            (
                "・基本目標 2 呼び込む",
                MarkKind::Word("基本目標", LineRole::Goal),
                Some(2),
                "呼び込む",
            ),
            (
                "【基本目標Ⅲ】子育て",
                MarkKind::Word("基本目標", LineRole::Goal),
                Some(3),
                "子育て",
            ),
            (
                "【基本目標3 子育て】",
                MarkKind::Word("基本目標", LineRole::Goal),
                Some(3),
                "子育て",
            ),
            (
                "施策1-2：商い",
                MarkKind::Word("施策", LineRole::Measure),
                Some(2),
                "商い",
            ),
            (
                "施策（３）商い",
                MarkKind::Word("施策", LineRole::Measure),
                Some(3),
                "商い",
            ),
            (
                "横断的な目標１ デジタル",
                MarkKind::Word("横断的な目標", LineRole::CrossGoal),
                Some(1),
                "デジタル",
            ),
            (
                "第2章　基本目標",
                MarkKind::Chapter('章'),
                Some(2),
                "基本目標",
            ),
            (
                "第 1 基本的な考え方",
                MarkKind::Chapter('第'),
                Some(1),
                "基本的な考え方",
            ),
            ("VI 市町村", MarkKind::Roman, Some(6), "市町村"),
            ("１ 企業立地", MarkKind::Plain, Some(1), "企業立地"),
            ("１．企業立地", MarkKind::Dotted, Some(1), "企業立地"),
            ("1-3 農業", MarkKind::Joined(2), Some(3), "農業"),
            ("（２）観光", MarkKind::Bracketed, Some(2), "観光"),
            ("2）観光", MarkKind::HalfBracketed, Some(2), "観光"),
            ("③直売所", MarkKind::Circled, Some(3), "直売所"),
            ("イ　直売所", MarkKind::Kana, Some(2), "直売所"),
            ("（ウ）直売所", MarkKind::BracketedKana, Some(3), "直売所"),
            ("●直売所", MarkKind::Bullet('●'), None, "直売所"),
        ] {
            let read = read(text).map(|m| (m.kind, m.count, m.title));
            assert_eq!(read, Some((kind, count, title.to_owned())), "{text}");
        }
        for text in [
            "3年間で伸ばす",
            "12月議会",
            "取組を進める",
            "基本目標の達成に向けて",
            "基本目標1の達成",
            "第2期みほん町総合戦略",
            "第 2 期北斗市総合戦略",
            "第10条の規定",
            "（ア）は読めない",
            "300",
            "1-26",
            "2,300",
            "-",
            "・",
            "R1. 8",
            "5.3%",
            "基本目標1～4",
            "",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
