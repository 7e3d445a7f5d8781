//! Kind of a cell by its form.

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

/// True if a word names a sub-row.
pub fn is_sub_row(text: &str) -> bool {
    let of_which = |text: &str| text.starts_with("うち") && !text.starts_with("うちどく");
    SUB_ROWS.contains(&text) || of_which(text.trim_start_matches(['(', '（']))
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

/// True if a cell is a unit and nothing else.
pub fn is_unit(text: &str) -> bool {
    UNITS.contains(&half_width(text).as_str())
}

/// The unit in the brackets after a name: 出生数（人）, 高齢化率[％].
pub fn named_unit(name: &str) -> Option<String> {
    let name = half_width(name);
    let pairs = [('(', ')'), ('[', ']'), ('【', '】')];
    let unit = |(open, close)| Some(name.strip_suffix(close)?.rsplit_once(open)?.1);
    let unit = pairs.into_iter().find_map(unit)?;
    is_unit(unit).then(|| unit.to_owned())
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
