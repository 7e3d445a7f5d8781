//! A cell with a value, and the unit in a head.

use strategy::{Bound, Figure, Missing, Reading, half_width};

/// Content of a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum ValueCell {
    /// Nothing.
    Blank,
    /// A number.
    Number(Figure),
    /// A mark that says why there is none: X, -, …, ***.
    State(Figure),
    /// Anything else: it is to be looked at.
    Words(Figure),
}

/// Ends of units as heads have them in brackets.
const UNITS: &[&str] = &[
    "人",
    "円",
    "世帯",
    "戸",
    "件",
    "%",
    "‰",
    "歳",
    "ha",
    "km2",
    "km²",
    "㎢",
    "㎡",
    "m2",
    "t",
    "トン",
    "台",
    "所",
    "箇所",
    "か所",
    "床",
    "団体",
    "社",
    "店",
    "事業所",
    "ポイント",
    "倍",
    "時間",
    "日",
    "冊",
    "回",
    "校",
    "園",
    "棟",
    "頭",
    "羽",
    "組",
    "施設",
    "経営体",
    "区画",
    "km",
    "kWh",
    "t-CO2",
    "点",
    "泊",
    "人日",
    "箱",
    "本",
];

/// Reads a cell. A mark is kept as it is, and is no zero.
pub fn value_cell(text: &str) -> ValueCell {
    let text = text.trim();
    let plain = half_width(text);
    if plain.is_empty() {
        return ValueCell::Blank;
    }
    if let Some(why) = mark(&plain) {
        return ValueCell::State(Figure::corrected(text, Reading::Missing(why)));
    }
    let figure = Figure::read(text);
    match figure.reading() {
        Reading::Number(n) if n.bound == Bound::Exact && n.at.is_none() => {
            ValueCell::Number(figure)
        }
        Reading::Missing(_) => ValueCell::State(figure),
        _ => ValueCell::Words(figure),
    }
}

/// Marks of statistics that plans do not use. X: 秘匿; ***: no such figure (e-Stat, 統計表の記号).
fn mark(plain: &str) -> Option<Missing> {
    match plain {
        "X" | "x" | "Χ" | "χ" => Some(Missing::Unpublished),
        "*" | "**" | "***" | "****" | "※" => Some(Missing::Unknown),
        "NA" | "na" | "n/a" | "null" | "NULL" => Some(Missing::Unknown),
        "・" | "…" | "・・・" => Some(Missing::Unknown),
        _ => None,
    }
}

/// The unit in brackets at the end of a head, and the head without it.
pub fn unit_of(head: &str) -> (String, String) {
    let plain = half_width(head.trim());
    let pairs = [('(', ')'), ('[', ']'), ('【', '】'), ('〔', '〕')];
    for (open, close) in pairs {
        let Some(inside) = plain.strip_suffix(close) else {
            continue;
        };
        let Some((name, unit)) = inside.rsplit_once(open) else {
            continue;
        };
        let unit = unit.trim_start_matches("単位:").trim();
        if is_unit(unit) {
            return (name.trim().to_owned(), unit.to_owned());
        }
    }
    (plain, String::new())
}

/// True if a text is a unit: it ends in one, and has no digit that is not of it.
pub fn is_unit(text: &str) -> bool {
    let plain = half_width(text.trim());
    let plain = plain.trim_end_matches("/年度").trim_end_matches("/年");
    let of = plain.trim_start_matches(['十', '百', '千', '万', '億', '兆']);
    UNITS.contains(&of)
}

/// The unit that a title says for the whole table: （単位：千円）.
pub fn unit_of_title(text: &str) -> Option<String> {
    let plain = half_width(text).replace(' ', "");
    let (_, rest) = plain.split_once("単位")?;
    let rest = rest.trim_start_matches([':', '：']);
    let end = rest.find([')', ']', '】']).unwrap_or(rest.len());
    is_unit(&rest[..end]).then(|| rest[..end].to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_no_zeros_and_numbers_are_numbers() {
        for text in ["X", "Ｘ", "-", "－", "―", "…", "***", "*", "NA"] {
            let ValueCell::State(figure) = value_cell(text) else {
                panic!("{text}: {:?}", value_cell(text));
            };
            assert_eq!((figure.text(), figure.value()), (text, None));
            assert!(figure.missing().is_some(), "{text}");
        }
        for (text, value) in [
            ("1,234", "1234"),
            ("△40", "-40"),
            ("１２．５", "12.5"),
            ("0", "0"),
            ("-3.20", "-3.20"),
        ] {
            let ValueCell::Number(figure) = value_cell(text) else {
                panic!("{text}");
            };
            assert_eq!(
                figure.value().map(|v| v.to_string()).as_deref(),
                Some(value)
            );
        }
        assert_eq!(value_cell("　"), ValueCell::Blank);
        for text in ["北斗市", "総人口"] {
            assert!(matches!(value_cell(text), ValueCell::Words(_)), "{text}");
        }
    }

    #[test]
    fn a_unit_stands_in_brackets_at_the_end_of_a_head() {
        let own = |name: &str, unit: &str| (name.to_owned(), unit.to_owned());
        assert_eq!(unit_of("総人口（千人）"), own("総人口", "千人"));
        assert_eq!(unit_of("歳入総額[百万円]"), own("歳入総額", "百万円"));
        assert_eq!(unit_of("人口（男）"), own("人口(男)", ""));
        assert_eq!(
            unit_of("人口密度（1km2当たり）"),
            own("人口密度(1km2当たり)", "")
        );
        assert_eq!(unit_of_title("（単位：千円）").as_deref(), Some("千円"));
        assert_eq!(unit_of_title("（単位：千円、％）"), None);
        assert_eq!(unit_of_title("単位 人").as_deref(), Some("人"));
    }
}
