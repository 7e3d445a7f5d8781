//! Kind of a cell by its form.

use crate::brackets;
use crate::circled::circled;
use strategy::{Figure, Reading, half_width};

/// True if a cell can be a figure.
pub fn is_figure(cell: &str) -> bool {
    is_plain_number(cell)
        || !cell.is_empty()
            && (*Figure::read(cell).reading() != Reading::Unread
                || strategy::read_cell(cell).len() > 1)
}

/// 1,200 or 12.5人: most cells of a large table, known without being read as a figure is.
pub fn is_plain_number(cell: &str) -> bool {
    let digits = cell.strip_suffix(['人', '件', '%', '％']).unwrap_or(cell);
    let shape = |b: u8| b.is_ascii_digit() || b == b',' || b == b'.';
    let ends = digits.bytes().next().zip(digits.bytes().last());
    digits.len() <= 12
        && digits.bytes().all(shape)
        && digits.matches('.').count() <= 1
        && !digits.contains(",,")
        && (digits == "0" || digits.starts_with("0.") || !digits.starts_with('0'))
        && ends.is_some_and(|(first, last)| first.is_ascii_digit() && last.is_ascii_digit())
        && (!digits.contains(',') || is_grouped(digits))
}

/// True if the number has a comma before every third digit.
fn is_grouped(digits: &str) -> bool {
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let mut groups = whole.split(',');
    let first = groups.next().map_or(0, str::len);
    (1..=3).contains(&first) && groups.all(|group| group.len() == 3) && !fraction.contains(',')
}

/// 5-1, ①, 1-(2), KPI3.
pub fn is_code(text: &str) -> bool {
    if text.len() > 40 {
        return false;
    }
    let plain = half_width(text);
    let circled = |c: char| circled(c).is_some();
    let mark = |c: char| c.is_ascii_alphanumeric() || "-.()_".contains(c) || circled(c);
    plain.chars().count() <= 8
        && plain.chars().all(mark)
        && plain.chars().any(|c| c.is_ascii_digit() || circled(c))
}

/// Sub-rows that tables name without a head.
const SUB_ROWS: [&str; 14] = [
    "男性",
    "女性",
    "男",
    "女",
    "児童",
    "生徒",
    "小学生",
    "中学生",
    "小学校",
    "中学校",
    "高校",
    "全体",
    "市内",
    "市外",
];

/// True if a word names a sub-row.
pub fn is_sub_row(text: &str) -> bool {
    let of_which = |text: &str| text.starts_with("うち") && !text.starts_with("うちどく");
    SUB_ROWS.contains(&text) || of_which(text.trim_start_matches(['(', '（']))
}

/// Parts of a breakdown that heads of columns name, beside the sub-rows.
const CLASSES: &str = "男子 女子 計 合計 総数 総計 男女計 合算 町内 町外 村内 村外 区内 区外 県内 県外 国内 国外 海外 域内 域外 圏域内 圏域外 \
     管内 管外 地区内 地区外 日本人 外国人 大人 小人 子ども 子供 こども 高齢者 若者 幼児 乳幼児 未就学児 園児 高校生 大学生 保護者 教職員 児童生徒 \
     保育園 保育所 幼稚園 認定こども園 高等学校 中学 高校 小学 日帰り 宿泊 日帰り客 宿泊客 個人 団体 法人 常勤 非常勤 正規 非正規 平日 休日 \
     午前 午後 新規 継続 転入 転出 自然増減 社会増減";

/// True if a word names a part of a breakdown: 男, 町内, 65歳以上, 20代, 3年生.
pub fn is_class(text: &str) -> bool {
    if text.is_empty() || text.len() > 60 {
        return false;
    }
    let plain = half_width(text);
    let word = plain.strip_suffix(['数', '値']).unwrap_or(&plain);
    SUB_ROWS.contains(&word)
        || CLASSES.split(' ').any(|class| class == word)
        || is_sub_row(&plain)
        || is_age(&plain)
}

/// True for 65歳以上, 0～14歳, 20代, 3年生, 小学6年生.
fn is_age(plain: &str) -> bool {
    let digits = |c: char| c.is_ascii_digit();
    let Some(start) = plain.find(digits) else {
        return false;
    };
    let school = ["", "小", "中", "高", "小学", "中学", "満"];
    let rest = plain[start..].trim_start_matches(|c: char| digits(c) || "-~～〜".contains(c));
    let ends = [
        "歳以上",
        "歳未満",
        "歳以下",
        "歳",
        "歳代",
        "代",
        "年生",
        "学年",
        "歳~",
        "歳～",
        "歳児",
    ];
    let (age, last) = rest.split_once('歳').unwrap_or((rest, ""));
    let between = age.is_empty()
        && last.trim_start_matches(|c: char| digits(c) || "-~～〜".contains(c)) == "歳";
    school.contains(&&plain[..start]) && (ends.contains(&rest) || between)
}

/// Units that tables give a column without a head.
const UNITS: [&str; 77] = [
    "人",
    "千人",
    "万人",
    "人/年",
    "人回",
    "人泊",
    "人日",
    "件",
    "件/年",
    "千件",
    "万件",
    "%",
    "‰",
    "ポイント",
    "円",
    "千円",
    "万円",
    "百万円",
    "億円",
    "兆円",
    "回",
    "回/年",
    "戸",
    "棟",
    "世帯",
    "組",
    "団体",
    "社",
    "店",
    "事業所",
    "事業者",
    "か所",
    "箇所",
    "ヶ所",
    "校",
    "園",
    "台",
    "点",
    "位",
    "倍",
    "年",
    "歳",
    "日",
    "時間",
    "分",
    "ha",
    "㎡",
    "km",
    "t",
    "kg",
    "g",
    "t-CO2",
    "千t-CO2",
    "千t",
    "千トン",
    "m3",
    "㎥",
    "kWh",
    "人/世帯",
    "円/人",
    "回/人",
    "冊/人",
    "時間/月",
    "人/月",
    "指数",
    "頭",
    "本",
    "冊",
    "名",
    "人/日",
    "トン",
    "pt",
    "施設",
    "団体数",
    "地区",
    "品",
    "枚",
];

/// True if a cell is a unit and nothing else.
pub fn is_unit(text: &str) -> bool {
    UNITS.contains(&half_width(without_brackets(text)).as_str())
}

/// True for a line of units below names: 単位, 人, ％.
pub fn is_of_units(row: &[String]) -> bool {
    let headed = row
        .first()
        .is_some_and(|first| first.is_empty() || first == "単位");
    let named = |cell: &&String| !cell.is_empty() && *cell != "単位";
    let mut filled = row.iter().filter(named).peekable();
    headed && filled.peek().is_some() && filled.all(|cell| is_unit(cell))
}

/// A text without the brackets around all of it: （人）, ［件/年］.
pub fn without_brackets(text: &str) -> &str {
    let inside = |(open, close)| {
        let inside = text.trim().strip_prefix(open)?.strip_suffix(close)?;
        (!inside.contains([open, close])).then(|| inside.trim())
    };
    let inside = brackets::OF_CELLS.iter().copied().find_map(inside);
    inside.filter(|inside| !inside.is_empty()).unwrap_or(text)
}

/// The unit of all figures of a table, in a line above it: 単位：千円, 指標一覧（単位 人）.
pub fn unit_of_all(text: &str) -> Option<String> {
    let text = half_width(text);
    let (_, behind) = text.split_once("単位")?;
    let unit = behind.trim_start_matches(|c: char| c.is_whitespace() || ":=([【".contains(c));
    if unit.len() == behind.len() {
        return None;
    }
    let end = unit.find(|c: char| c.is_whitespace() || ")]】、,/".contains(c));
    // 単位：人、％ does not say which is whose.
    let (unit, rest) = unit.split_at(end.unwrap_or(unit.len()));
    if rest.starts_with(['、', ',']) {
        return None;
    }
    let is_short = (1..=8).contains(&unit.chars().count());
    (is_short && !unit.contains(|c: char| c.is_ascii_digit())).then(|| unit.to_owned())
}

/// The unit that the head of a column of figures names: 目標値（人）, 基準値(R6)（単位：千円）.
pub fn unit_of_head(head: &str) -> Option<String> {
    let text = half_width(head);
    let mut rest = text.as_str();
    while let Some(start) = rest.find(['(', '[', '【']) {
        let inner = &rest[start..];
        let inner = inner.trim_start_matches(['(', '[', '【']);
        let end = inner.find([')', ']', '】']).unwrap_or(inner.len());
        // 目標値（年） may say of which year it is.
        let unit = inner[..end].trim();
        if is_unit(unit) && unit != "年" {
            return Some(unit.to_owned());
        }
        rest = &inner[end..];
    }
    unit_of_all(head)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn units_are_read_of_heads_and_of_lines_above_a_table() {
        for (head, unit) in [
            ("基準値(R6)（人）", Some("人")),
            ("目標値（令和11年度）\n（単位：千円）", Some("千円")),
            ("実績値[％]", Some("%")),
            ("現状値（R6）", None),
            ("目標値（年）", None),
            ("単位", None),
        ] {
            assert_eq!(unit_of_head(head).as_deref(), unit, "{head}");
        }
        for (line, unit) in [
            ("単位：人", Some("人")),
            ("指標の一覧　（単位 百万円）", Some("百万円")),
            ("単位取得者の割合", None),
            ("（単位：人、％）", None),
            ("単位：1人当たり", None),
            ("単位", None),
        ] {
            assert_eq!(unit_of_all(line).as_deref(), unit, "{line}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4000))]

        #[test]
        fn what_is_known_as_a_number_at_a_glance_is_one(text in "[0-9]{0,4}[,.]?[0-9]{0,4}[,.]?[0-9]{0,3}[人件%％]{0,2}") {
            let read = !Figure::read(&text).needs_check() || strategy::read_cell(&text).len() > 1;
            prop_assert!(!is_plain_number(&text) || read, "{text}");
        }
    }
}
