//! The unit in the name of an indicator: 出生数（人）, 出生数〔単位：人〕, 出生数：人.

use super::kind::is_unit;
use crate::brackets;
use strategy::half_width;

/// Signs between the word 単位 and the unit.
const SIGNS: &str = "：:＝=は";

/// The unit in the brackets after a name: 出生数（人）, 高齢化率[％].
pub fn named_unit(name: &str) -> Option<String> {
    let unit = |(open, close)| Some(name.trim_end().strip_suffix(close)?.rsplit_once(open)?.1);
    let unit = half_width(brackets::ALL.iter().copied().find_map(unit)?);
    is_unit(&unit).then_some(unit)
}

/// Parts a name from the unit that it says is one: 出生数（単位：人）, 出生数〔住民基本台帳、単位 人〕, 出生数：人. Several units, and
/// a unit that is none, stay in the name.
pub fn apart(name: &str) -> Option<(String, String)> {
    let (bare, unit) = said(name).or_else(|| behind_colon(name))?;
    let unit = half_width(unit.trim());
    let is_named = bare.chars().any(char::is_alphabetic);
    is_named.then_some((bare, unit))
}

/// The name without the word 単位 and the unit behind it, and that unit.
fn said(name: &str) -> Option<(String, &str)> {
    let (before, behind) = name.rsplit_once("単位")?;
    let unit = behind.trim_start_matches(|c: char| c.is_whitespace() || SIGNS.contains(c));
    let is_parted = unit.len() < behind.len();
    let closes = |c: char| brackets::ALL.iter().any(|(_, close)| *close == c);
    let (unit, rest) = unit.split_at(unit.find(closes).unwrap_or(unit.len()));
    let is_one = is_unit(unit) || is_parted && may_be_unit(unit);
    if !is_one {
        return None;
    }
    let before = before.trim_end();
    let Some(close) = rest.chars().next() else {
        // 出生数　単位：人 without brackets.
        return is_parted.then(|| (before.trim_end_matches(is_sign).to_owned(), unit));
    };
    let open = brackets::ALL.iter().find(|(_, end)| *end == close)?.0;
    let after = rest[close.len_utf8()..].trim();
    let bare = match before.strip_suffix(open) {
        Some(own) => format!("{}{after}", own.trim_end()),
        None => format!("{}{rest}", before.trim_end_matches(is_sign)),
    };
    Some((bare, unit))
}

/// True for a sign between a name, or another remark, and the word 単位.
fn is_sign(c: char) -> bool {
    c.is_whitespace() || "、，,・／/；;：:".contains(c)
}

/// True for a text that the word 単位 makes a unit: 家族, 組／年. Not 人、件.
fn may_be_unit(text: &str) -> bool {
    let text = text.trim();
    (1..=8).contains(&text.chars().count())
        && text.starts_with(char::is_alphabetic)
        && !text.contains(|c: char| c.is_numeric() || c.is_whitespace() || "、，,・".contains(c))
        && !["なし", "無し", "無"].contains(&text)
}

/// The name before a colon with nothing but a unit behind it. 年 may say of what time it is.
fn behind_colon(name: &str) -> Option<(String, &str)> {
    let (before, unit) = name.rsplit_once(['：', ':'])?;
    let is_one = is_unit(unit) && unit.trim() != "年";
    is_one.then(|| (before.trim_end().to_owned(), unit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_unit_that_a_name_says_is_parted_from_it() {
        for (name, parts) in [
            ("出生数（単位：人）", Some(("出生数", "人"))),
            ("出生数(単位 人)", Some(("出生数", "人"))),
            ("出生数　〔単位 人〕", Some(("出生数", "人"))),
            ("出生数＜単位＝人＞", Some(("出生数", "人"))),
            ("出生数（単位人）", Some(("出生数", "人"))),
            ("出生数（単位は人）", Some(("出生数", "人"))),
            ("出生数（単位：人／年）", Some(("出生数", "人/年"))),
            ("排出量（単位：千t-CO2）", Some(("排出量", "千t-CO2"))),
            ("参加（単位：家族）", Some(("参加", "家族"))),
            ("出生数（年間）（単位：人）", Some(("出生数（年間）", "人"))),
            ("出生数（単位：人）（年間）", Some(("出生数（年間）", "人"))),
            (
                "出生数（住民基本台帳、単位：人）",
                Some(("出生数（住民基本台帳）", "人")),
            ),
            ("出生数　単位：％", Some(("出生数", "%"))),
            ("出生数：人", Some(("出生数", "人"))),
            ("出生数（単位：人、件）", None),
            ("出生数（単位：人・件）", None),
            ("出生数（単位：なし）", None),
            ("出生数（単位：－）", None),
            ("単位取得者の割合", None),
            ("習得単位数", None),
            ("（単位：人）", None),
            ("開校：年", None),
            ("出生数（人）", None),
        ] {
            let read = apart(name);
            let read = read.as_ref().map(|(name, unit)| (&**name, &**unit));
            assert_eq!(read, parts, "{name}");
        }
    }

    #[test]
    fn the_unit_in_brackets_behind_a_name_is_known() {
        for (name, unit) in [
            ("出生数（人）", Some("人")),
            ("高齢化率[％]", Some("%")),
            ("出生数＜人＞", Some("人")),
            ("出生数〔人／年〕", Some("人/年")),
            ("出生数（町内）", None),
        ] {
            assert_eq!(named_unit(name).as_deref(), unit, "{name}");
        }
    }
}
