//! Notes read from paper: one text, a line a note.
//!
//! - A line is a note; blank lines are none, and a mark or number of a list before it is no part of it (W10). A cell of a
//!   spreadsheet that holds several lines stands in quotes and is one.
//! - `×3`, `x3枚`, `＊3`, `シール3枚`, `(3)`, `：3票` or `正一` at the end, `シール3` or `3票` before it, or 3 in the next cell: so
//!   many stickers (W11).
//! - `！` before it, `困りごと：` or `【困りごと】` is a trouble, `＋` or `できること：` what somebody can do, `？` or `質問：` a question;
//!   anything else, and `アイデア：`, is an idea (W12).
//! - `@2` or `@基本目標2` before it: it speaks to the goal numbered 2, `@横1` to the first that cuts across (W13).
//! - What has stickers or a goal, and no word, is no note, and is told (W29).

use crate::brackets::OF_NOTES;
use crate::circled::circled;
use strategy::{IdeaKind, half_width};

/// A note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperNote {
    /// The line it stands in, from 1.
    pub line: usize,
    /// Its text.
    pub text: String,
    /// Kind of contribution.
    pub kind: IdeaKind,
    /// Stickers on it.
    pub stickers: u32,
    /// The number of the goal it speaks to.
    pub goal: Option<String>,
}

/// The kinds by what stands before a note: a mark, or a word and a colon.
const MARKS: [(&str, IdeaKind); 4] = [
    ("!", IdeaKind::Trouble),
    ("*", IdeaKind::Idea),
    ("+", IdeaKind::Offer),
    ("?", IdeaKind::Question),
];
const WORDS: [(&str, IdeaKind); 16] = [
    ("困りごと", IdeaKind::Trouble),
    ("困り事", IdeaKind::Trouble),
    ("困っていること", IdeaKind::Trouble),
    ("困", IdeaKind::Trouble),
    ("課題", IdeaKind::Trouble),
    ("アイデア", IdeaKind::Idea),
    ("アイディア", IdeaKind::Idea),
    ("提案", IdeaKind::Idea),
    ("意見", IdeaKind::Idea),
    ("要望", IdeaKind::Idea),
    ("案", IdeaKind::Idea),
    ("できること", IdeaKind::Offer),
    ("で", IdeaKind::Offer),
    ("質問", IdeaKind::Question),
    ("疑問", IdeaKind::Question),
    ("問", IdeaKind::Question),
];
/// Words before a number of stickers.
const STICKERS: [&str; 4] = ["シール", "ｼｰﾙ", "投票", "得票"];

/// Reads notes, in the order of their lines.
pub fn read(text: &str) -> Vec<PaperNote> {
    let lines = lines(text);
    let notes = lines
        .iter()
        .filter_map(|(number, line)| note(*number, line));
    notes.collect()
}

/// Lines that are no note, though something stands in them: stickers or a goal without a word.
pub fn without_text(text: &str) -> Vec<usize> {
    let lines = lines(text);
    let is_lost =
        |(number, line): &&(usize, String)| !bare(line).is_empty() && note(*number, line).is_none();
    lines
        .iter()
        .filter(is_lost)
        .map(|(number, _)| *number)
        .collect()
}

/// A cell in quotes goes over no more lines than this.
const MOST_LINES: usize = 30;

/// The lines with their numbers; a cell in quotes is one, without them.
fn lines(text: &str) -> Vec<(usize, String)> {
    let all: Vec<&str> = text.lines().collect();
    let mut lines = Vec::new();
    let mut at = 0;
    while let Some(line) = all.get(at) {
        let (whole, count) = quoted(&all[at..]).unwrap_or_else(|| ((*line).to_owned(), 1));
        lines.push((at + 1, whole));
        at += count;
    }
    lines
}

/// The cell in quotes that begins with the first of these lines, with what stands behind it, and how many lines it has.
fn quoted(lines: &[&str]) -> Option<(String, usize)> {
    let first = bare(lines.first()?).strip_prefix('"')?;
    let mut cell = String::new();
    for (at, line) in lines.iter().take(MOST_LINES).enumerate() {
        let line = if at == 0 { first } else { line.trim() };
        // Two quotes stand for one.
        let plain = line.replace("\"\"", "\u{1}");
        let (inside, behind) = match plain.split_once('"') {
            Some((inside, behind)) => (inside, Some(behind)),
            None => (plain.as_str(), None),
        };
        let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        if is_letter(cell.chars().next_back()) && is_letter(inside.chars().next()) {
            cell.push(' ');
        }
        cell.push_str(inside);
        if let Some(behind) = behind {
            // The next cell of a CSV file.
            let next = behind
                .strip_prefix(',')
                .filter(|next| whole_number(next).is_some());
            let behind = next.map_or(behind.to_owned(), |next| format!("\t{next}"));
            let whole = format!("{cell}{behind}").replace('\u{1}', "\"");
            return Some((whole, at + 1));
        }
    }
    None
}

fn note(line: usize, written: &str) -> Option<PaperNote> {
    let mut rest = bare(written);
    let mut kind = IdeaKind::Idea;
    let mut goal = None;
    // Kind and goal may stand in either order.
    for _ in 0..2 {
        if let Some((said, behind)) = kind_before(rest) {
            (kind, rest) = (said, behind);
        }
        if let Some((number, behind)) = goal_before(rest) {
            (goal, rest) = (Some(number), behind);
        }
    }
    let (rest, stickers) = match stickers_behind(rest) {
        (_, 0) => stickers_before(rest).unwrap_or((rest, 0)),
        found => found,
    };
    let text = rest.trim();
    (!text.is_empty()).then(|| PaperNote {
        line,
        text: text.to_owned(),
        kind,
        stickers,
        goal,
    })
}

/// Without the mark or the number of a list.
fn bare(line: &str) -> &str {
    let line = line.trim();
    const MARKS: &str = "・･●○◯〇◎■□▪▫◆◇★☆•‐－-→⇒▶➢>＞※✓✔☑☐";
    let is_mark = |c: char| MARKS.contains(c);
    let bare = line.strip_prefix(is_mark).map_or(line, str::trim_start);
    numbered(bare).unwrap_or(bare)
}

/// Returns the text after `1. `, `2）`, `(3)`, `No.4 ` or `④`.
fn numbered(line: &str) -> Option<&str> {
    let counted = ["No.", "NO.", "no.", "Ｎｏ.", "№"];
    if let Some(behind) = counted.iter().find_map(|word| line.strip_prefix(word)) {
        let behind = behind.trim_start();
        let rest = behind.trim_start_matches(is_digit);
        let parted = rest.trim_start_matches(|c: char| c.is_whitespace() || ":：.．、".contains(c));
        return (rest.len() < behind.len() && parted.len() < rest.len()).then_some(parted);
    }
    let circled = |c: char| circled(c).is_some();
    let behind = match line.strip_prefix(circled) {
        Some(behind) => behind,
        None => {
            let opened = line.strip_prefix(['(', '（']);
            let inner = opened.unwrap_or(line);
            let behind = inner.trim_start_matches(is_digit);
            let digits = inner[..inner.len() - behind.len()].chars().count();
            let behind = behind.strip_prefix(match opened {
                Some(_) => &[')', '）'][..],
                None => &['.', '．', ')', '）', '、'][..],
            })?;
            // 1.5倍 is a number.
            let is_place = (1..=3).contains(&digits) && !behind.starts_with(is_digit);
            is_place.then_some(behind)?
        }
    };
    let behind = behind.trim_start();
    (!behind.is_empty()).then_some(behind)
}

fn kind_before(text: &str) -> Option<(IdeaKind, &str)> {
    let mut letters = text.chars();
    let first = letters.next()?;
    let mark = half_width(first.encode_utf8(&mut [0; 4]));
    if let Some((_, kind)) = MARKS.iter().find(|(known, _)| *known == mark) {
        return Some((*kind, letters.as_str().trim_start()));
    }
    let open = OF_NOTES.iter().find(|(open, _)| text.starts_with(*open));
    let inside = open.map_or(text, |(open, _)| &text[open.len_utf8()..]);
    WORDS.iter().find_map(|(word, kind)| {
        let behind = inside.strip_prefix(word)?;
        let behind = match open {
            Some((_, close)) => behind.strip_prefix(*close)?.trim_start_matches([':', '：']),
            None => behind.strip_prefix([':', '：'])?,
        };
        Some((*kind, behind.trim_start()))
    })
}

fn goal_before(text: &str) -> Option<(String, &str)> {
    let behind = text.strip_prefix(['@', '＠'])?;
    let worded = |words: &[&str]| words.iter().find_map(|word| behind.strip_prefix(word));
    let (across, behind) = match worded(&["横断的な目標", "横断目標", "横断", "横"]) {
        Some(behind) => ("横", behind),
        None => ("", worded(&["基本目標", "目標"]).unwrap_or(behind)),
    };
    let rest = behind.trim_start_matches(is_digit);
    let number = half_width(&behind[..behind.len() - rest.len()]);
    // 1-2 is the number of something below a goal.
    let is_whole = !number.is_empty() && !rest.starts_with(['-', '－', '−', '‐']);
    let rest = rest.trim_start_matches([':', '：', '、', '，', '.', '．', ' ', '\u{3000}']);
    is_whole.then(|| (format!("{across}{number}"), rest))
}

fn is_digit(letter: char) -> bool {
    matches!(letter, '0'..='9' | '０'..='９')
}

/// Largest number of stickers on a sheet of paper; a larger number is a part of the text.
const MOST: u32 = 9_999;
/// Largest number of stickers read from a number in brackets alone; a larger one may be a year.
const MOST_BARE: u32 = 99;

/// Returns the text before `×3`, `シール3枚` or `(3)`, and the number.
fn stickers_behind(text: &str) -> (&str, u32) {
    let text = text.trim_end();
    if let Some((before, number)) = text.rsplit_once('\t') {
        let number = number.trim();
        let number = number.strip_suffix(COUNTED).unwrap_or(number);
        if let Some(count) = whole_number(number).filter(|count| *count <= MOST) {
            return (before.trim_end(), count);
        }
    }
    if let Some((before, count)) = in_brackets(text) {
        return (before, count);
    }
    let counted = text.strip_suffix(COUNTED).unwrap_or(text).trim_end();
    let (before, count) = signed(counted);
    match count {
        0 => apart(text)
            .or_else(|| dots(text))
            .or_else(|| strokes(text))
            .unwrap_or((text, 0)),
        count => (before, count),
    }
}

/// Returns the text before ` 3票`, `：3票` or `、計3票` at the end, and the number: a counted number that stands apart.
fn apart(text: &str) -> Option<(&str, u32)> {
    const SIGNS: &str = "：:、，,→…／/";
    let is_end = |c: char| c.is_whitespace() || SIGNS.contains(c);
    let (before, number) = text.rsplit_once(is_end)?;
    let number = ["合計", "計"]
        .iter()
        .find_map(|word| number.strip_prefix(word))
        .unwrap_or(number);
    let is_spaced = text[before.len()..].starts_with(char::is_whitespace);
    // りんごを、3個 is a part of the text.
    let bare = match is_spaced {
        true => number.strip_suffix(COUNTED)?,
        false => number.strip_suffix('票')?,
    };
    let count = whole_number(bare)?;
    let before = before.trim_end_matches(is_end);
    (!before.is_empty() && (1..=MOST).contains(&count)).then_some((before, count))
}

/// Stickers as they are drawn.
const DOTS: [char; 7] = ['●', '○', '◎', '◯', '〇', '★', '☆'];

/// Returns the text before `●●●` at the end, and how many they are: stickers as they were drawn. One alone may be a word.
fn dots(text: &str) -> Option<(&str, u32)> {
    let last = text
        .chars()
        .next_back()
        .filter(|last| DOTS.contains(last))?;
    let before = text.trim_end_matches(last);
    let count = text[before.len()..].chars().count();
    let before = before.trim_end();
    let counted = count > 1 && !before.is_empty();
    counted.then_some((before, u32::try_from(count).ok()?))
}

/// Returns the text before ` 正正一` at the end, and the number: five strokes of each 正, and those of one that is not whole.
fn strokes(text: &str) -> Option<(&str, u32)> {
    let (before, marks) = text.rsplit_once(|c: char| c.is_whitespace())?;
    let whole = marks.trim_start_matches('正');
    let fives = u32::try_from(marks.chars().count() - whole.chars().count()).ok()?;
    let rest = match whole {
        "" => 0,
        "一" => 1,
        "丅" | "Ｔ" | "T" => 2,
        "下" => 3,
        "止" => 4,
        _ => return None,
    };
    let before = before.trim_end();
    (fives > 0 && !before.is_empty()).then_some((before, fives * 5 + rest))
}

/// Returns the text behind `シール3`, `シール：3枚` or `3票` at the beginning, and the number.
fn stickers_before(text: &str) -> Option<(&str, u32)> {
    let (first, behind) = text.split_once(|c: char| c.is_whitespace())?;
    let worded = STICKERS.iter();
    let worded = worded.filter_map(|word| first.strip_prefix(word)).next();
    let number = match worded {
        Some(number) => {
            let number = number.trim_start_matches([':', '：']);
            number.strip_suffix(COUNTED).unwrap_or(number)
        }
        None => first.strip_suffix('票')?,
    };
    let count = whole_number(number).filter(|count| *count <= MOST)?;
    let behind = behind.trim_start();
    (!behind.is_empty()).then_some((behind, count))
}

/// Counters of stickers.
const COUNTED: [char; 4] = ['枚', '票', '個', '点'];

fn whole_number(text: &str) -> Option<u32> {
    let digits = !text.is_empty() && text.chars().all(is_digit);
    digits.then(|| half_width(text).parse().ok()).flatten()
}

/// `(3)`, `（×3）` or `（シール3枚）` at the end.
fn in_brackets(text: &str) -> Option<(&str, u32)> {
    let inside = |(open, close)| text.strip_suffix(close)?.rsplit_once(open);
    let (before, inner) = OF_NOTES.iter().copied().find_map(inside)?;
    let inner = inner.trim();
    let counted = inner.strip_suffix(COUNTED);
    let bare = counted.unwrap_or(inner);
    let most = match counted {
        Some(_) => MOST,
        None => MOST_BARE,
    };
    let count = whole_number(bare).filter(|count| *count <= most);
    let count = count.or_else(|| match signed(bare) {
        ("", count @ 1..) => Some(count),
        _ => None,
    });
    Some((before.trim_end(), count?))
}

/// Returns the text before a sign or `シール` with a number at the end, and the number.
fn signed(text: &str) -> (&str, u32) {
    let digits = text
        .chars()
        .rev()
        .take_while(|letter| is_digit(*letter))
        .map(char::len_utf8)
        .sum::<usize>();
    let (before, number) = text.split_at(text.len() - digits);
    let sign = ['×', 'x', 'X', 'ｘ', 'Ｘ', '✕', '✖', '*', '＊'];
    let before = before.trim_end();
    let worded = || {
        let before = before.trim_end_matches([':', '：', ' ', '\u{3000}']);
        let before = STICKERS.iter().find_map(|word| before.strip_suffix(word))?;
        Some(before.trim_end_matches(['、', '，', ',', '／', '/', '・', ' ', '\u{3000}']))
    };
    let signed = before.strip_suffix(sign).map(without_sticker);
    let before = signed.or_else(worded);
    let number: Option<u32> = half_width(number).parse().ok();
    match (before, number) {
        // 3×3 is the size of something.
        (Some(before), Some(number)) if number <= MOST && !before.ends_with(is_digit) => {
            (before.trim_end(), number)
        }
        _ => (text, 0),
    }
}

/// Returns the text before `シール` or `●` at its end: 遊び場 シール×3, 遊び場 ●×3.
fn without_sticker(text: &str) -> &str {
    let end = text.trim_end();
    let worded = STICKERS.iter().find_map(|word| end.strip_suffix(word));
    let before = worded.or_else(|| end.strip_suffix(DOTS));
    before
        .filter(|before| before.ends_with(char::is_whitespace))
        .map_or(text, str::trim_end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(line: &str) -> PaperNote {
        let mut notes = read(line);
        assert_eq!(notes.len(), 1, "{line}");
        notes.remove(0)
    }

    #[test]
    fn w10_a_line_is_a_note_without_the_mark_of_a_list() {
        let notes = read("・バスが遠い\n\n  \n● 病院の待ち時間\r\n- 朝の渋滞\n図書館を夜まで");
        let texts: Vec<_> = notes
            .iter()
            .map(|one| (one.line, one.text.as_str()))
            .collect();
        let expected = [
            (1, "バスが遠い"),
            (4, "病院の待ち時間"),
            (5, "朝の渋滞"),
            (6, "図書館を夜まで"),
        ];
        assert_eq!(texts, expected);
    }

    #[test]
    fn w11_a_cross_and_a_number_at_the_end_are_stickers() {
        for (line, text, stickers) in [
            ("雨の日の遊び場 ×3", "雨の日の遊び場", 3),
            ("雨の日の遊び場x12", "雨の日の遊び場", 12),
            ("雨の日の遊び場 正", "雨の日の遊び場", 5),
            ("雨の日の遊び場　正正下", "雨の日の遊び場", 13),
            ("雨の日の遊び場［3］", "雨の日の遊び場", 3),
            ("シール4　雨の日の遊び場", "雨の日の遊び場", 4),
            ("シール：４枚 雨の日の遊び場", "雨の日の遊び場", 4),
            ("3票 雨の日の遊び場", "雨の日の遊び場", 3),
            ("制度の改正", "制度の改正", 0),
            ("公民館の改修 正一さんの案", "公民館の改修 正一さんの案", 0),
            ("3世代 の家", "3世代 の家", 0),
            ("雨の日の遊び場　ｘ３", "雨の日の遊び場", 3),
            ("雨の日の遊び場×３", "雨の日の遊び場", 3),
            ("雨の日の遊び場 * 4", "雨の日の遊び場", 4),
            ("（空き家の活用）×10枚", "（空き家の活用）", 10),
            ("商店街の駐車場、シール6枚", "商店街の駐車場", 6),
            ("商店街の駐車場 シール：6", "商店街の駐車場", 6),
            ("病院までの足 (3)", "病院までの足", 3),
            ("病院までの足（１２票）", "病院までの足", 12),
            ("病院までの足（×3）", "病院までの足", 3),
            ("病院までの足\t4", "病院までの足", 4),
            ("次の計画 (2030)", "次の計画 (2030)", 0),
            ("ポスターを6枚", "ポスターを6枚", 0),
            ("国道276", "国道276", 0),
            ("3×3の広場", "3×3の広場", 0),
            ("広場を3×3", "広場を3×3", 0),
            ("広場を８×10", "広場を８×10", 0),
            ("病院までの足 3票", "病院までの足", 3),
            ("病院までの足　１２枚", "病院までの足", 12),
            ("店を 3軒", "店を 3軒", 0),
            ("病院までの足：3票", "病院までの足", 3),
            ("病院までの足、計3票", "病院までの足", 3),
            ("病院までの足 合計３票", "病院までの足", 3),
            ("病院までの足…5票", "病院までの足", 5),
            ("りんごを、3個", "りんごを、3個", 0),
            ("病院までの足【3票】", "病院までの足", 3),
            ("病院までの足〔3〕", "病院までの足", 3),
            ("病院までの足 シール×3", "病院までの足", 3),
            ("道の駅2 ×3", "道の駅2", 3),
            ("病院までの足　●×3", "病院までの足", 3),
            ("\"病院までの足\",3", "病院までの足", 3),
            ("\"病院までの足\",夜も", "病院までの足,夜も", 0),
            ("空き家を使う　●●●", "空き家を使う", 3),
            ("空き家を使う○○", "空き家を使う", 2),
            ("空き家を使う ○", "空き家を使う ○", 0),
            ("●●●", "●●", 0),
            ("倍×99999", "倍×99999", 0),
            ("×", "×", 0),
        ] {
            let note = one(line);
            assert_eq!(
                (note.text.as_str(), note.stickers),
                (text, stickers),
                "{line}"
            );
        }
        assert_eq!(read("×3"), []);
    }

    #[test]
    fn w10_a_number_of_a_list_is_no_part_and_a_cell_in_quotes_is_one() {
        for (line, text) in [
            ("1. 病院までの足", "病院までの足"),
            ("2）商店街の駐車場", "商店街の駐車場"),
            ("（３）夜の灯り", "夜の灯り"),
            ("④夜の灯り", "夜の灯り"),
            ("1.5倍の広さに", "1.5倍の広さに"),
            ("2030年の町", "2030年の町"),
            ("3人で話す場", "3人で話す場"),
            ("No.12 夜の灯り", "夜の灯り"),
            ("№3：夜の灯り", "夜の灯り"),
            ("No.1の町", "No.1の町"),
            ("☆夜の灯り", "夜の灯り"),
            ("✓ 夜の灯り", "夜の灯り"),
            ("→夜の灯り", "夜の灯り"),
        ] {
            assert_eq!(one(line).text, text, "{line}");
        }
        let notes = read("\"引用符で\n囲んだ意見\" ×1\n\"\"\"夜\"\"を明るく\"\n\"閉じない\nつぎ");
        let told: Vec<_> = notes
            .iter()
            .map(|one| (one.line, one.text.as_str(), one.stickers))
            .collect();
        let expected = [
            (1, "引用符で囲んだ意見", 1),
            (3, "\"夜\"を明るく", 0),
            (4, "\"閉じない", 0),
            (5, "つぎ", 0),
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn w29_a_line_without_a_word_is_told() {
        let text = "図書館を夜まで\n×3\n\n・\n＠2 ×4\n！\n×";
        assert_eq!(without_text(text), [2, 5, 6]);
        assert_eq!(read(text).len(), 2);
    }

    #[test]
    fn w12_a_mark_or_a_word_before_it_says_its_kind() {
        for (line, kind, text) in [
            ("！バスがない", IdeaKind::Trouble, "バスがない"),
            ("困りごと：バスがない", IdeaKind::Trouble, "バスがない"),
            ("困:バスがない", IdeaKind::Trouble, "バスがない"),
            ("困ったときの窓口", IdeaKind::Idea, "困ったときの窓口"),
            ("+ 畑を貸せます", IdeaKind::Offer, "畑を貸せます"),
            ("できること： 畑を貸せます", IdeaKind::Offer, "畑を貸せます"),
            ("？いつ始まるか", IdeaKind::Question, "いつ始まるか"),
            ("・質問：いつ始まるか", IdeaKind::Question, "いつ始まるか"),
            ("アイデア：夜の図書館", IdeaKind::Idea, "夜の図書館"),
            ("【困りごと】バスがない", IdeaKind::Trouble, "バスがない"),
            ("（困り事）：バスがない", IdeaKind::Trouble, "バスがない"),
            ("[質問] いつ始まるか", IdeaKind::Question, "いつ始まるか"),
            ("要望：夜の図書館", IdeaKind::Idea, "夜の図書館"),
            ("【夜】の図書館", IdeaKind::Idea, "【夜】の図書館"),
        ] {
            let note = one(line);
            assert_eq!((note.kind, note.text.as_str()), (kind, text), "{line}");
        }
    }

    #[test]
    fn w13_a_note_says_the_number_of_its_goal() {
        for (line, goal) in [
            ("@2 夜の図書館", Some("2")),
            ("＠２夜の図書館", Some("2")),
            ("！@横1：夜の図書館", Some("横1")),
            ("@横1 ！夜の図書館", Some("横1")),
            ("@２．夜の図書館", Some("2")),
            ("@2、夜の図書館", Some("2")),
            ("@基本目標2 夜の図書館", Some("2")),
            ("＠横断１ 夜の図書館", Some("横1")),
            ("@横断的な目標1：夜の図書館", Some("横1")),
            ("@1-2 夜の図書館", None),
            ("@横 夜の図書館", None),
            ("夜の図書館 @2", None),
            ("@夜の図書館", None),
        ] {
            let note = one(line);
            assert_eq!(note.goal.as_deref(), goal, "{line}");
            let whole = goal.map_or(line, |_| "夜の図書館");
            assert_eq!(note.text, whole, "{line}");
        }
    }
}
