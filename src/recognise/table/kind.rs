//! What a cell is by its looks.

use strategy::{Figure, Reading, half_width};

/// Whether a cell can stand where figures stand.
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

/// Whether the commas of a number stand after every third digit.
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
    let circled = |c: char| ('①'..='⑳').contains(&c);
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

/// Whether a word names a sub-row.
pub fn is_sub_row(text: &str) -> bool {
    SUB_ROWS.contains(&text)
}

/// Units that tables give a column without a head.
const UNITS: [&str; 65] = [
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

/// Whether a cell is a unit and nothing else.
pub fn is_unit(text: &str) -> bool {
    UNITS.contains(&half_width(text).as_str())
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4000))]

        #[test]
        fn what_is_known_as_a_number_at_a_glance_is_one(text in "[0-9]{0,4}[,.]?[0-9]{0,4}[,.]?[0-9]{0,3}[人件%％]{0,2}") {
            let read = !Figure::read(&text).needs_check() || strategy::read_cell(&text).len() > 1;
            prop_assert!(!is_plain_number(&text) || read, "{text}");
        }
    }
}
