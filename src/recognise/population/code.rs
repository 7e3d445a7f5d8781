//! 全国地方公共団体コード, and the sheet of a workbook that is of a municipality.

use insight::town_code::{code_holds, code_meanings};
use strategy::half_width;

/// A municipality as a plan names it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Municipality {
    /// Its code without the check digit: five digits; `None`: the plan has none that can be read.
    pub code: Option<String>,
    /// Its name.
    pub name: String,
}

/// 福島県「浜通り地域」: its 13 municipalities are projected as one area, so that none has a sheet of its own.
const COAST: [&str; 13] = [
    "07204", "07209", "07212", "07541", "07542", "07543", "07544", "07545", "07546", "07547",
    "07548", "07561", "07564",
];

/// True for the municipalities of 福島県浜通り, which have no projection of their own.
pub fn is_without_projection(code: &str) -> bool {
    COAST.contains(&code)
}

/// Reads a code of six digits, the last a check digit, or of five without it; of four, if a program dropped the leading
/// zero. Returns its five digits; `None`: it is no code.
pub fn municipality(text: &str) -> Option<String> {
    let digits = half_width(text.trim());
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    match digits.len() {
        4 => Some(format!("0{digits}")),
        5 => Some(digits),
        6 => code_holds(&digits).then(|| digits[..5].to_owned()),
        _ => None,
    }
}

impl Municipality {
    /// That of a plan. A code that may mean two municipalities is none: the name is asked about (R30).
    pub fn of(town: &strategy::Town) -> Self {
        let mut meanings = code_meanings(&town.code).into_iter();
        Self {
            code: meanings.next().filter(|_| meanings.next().is_none()),
            name: town.name.trim().to_owned(),
        }
    }

    /// True if a printed code and the name beside it are those of this municipality. A code that may mean two counts only
    /// with the name; without a code of its own, the name decides (R30).
    pub fn has(&self, code: &str, name: &str) -> bool {
        let meanings = code_meanings(code);
        let is_named = || is_same(name, &self.name);
        match &self.code {
            Some(own) => meanings.contains(own) && (meanings.len() == 1 || is_named()),
            None => is_named(),
        }
    }

    /// True if a sheet is of it: by its code, or, without one, by its name. A sheet is known by its title (`1100_札幌市`,
    /// `01100札幌市`) and its first words (`1100　札幌市`). A title without any code is known by the name.
    pub fn is_of(&self, title: &str, first: &str) -> bool {
        let words = || {
            let marks = |c: char| {
                c.is_whitespace() || matches!(c, '_' | '-' | '－' | '(' | '（' | ')' | '）')
            };
            title.split(marks).chain(first.split(marks)).map(coded)
        };
        let is_named = |(_, name): &(String, String)| !self.name.is_empty() && *name == self.name;
        let is_coded = |own: &String| words().any(|(code, _)| code_meanings(&code).contains(own));
        match &self.code {
            Some(own) if words().any(|(code, _)| !code_meanings(&code).is_empty()) => is_coded(own),
            _ => words().any(|word| is_named(&word)),
        }
    }
}

/// The digits that a word begins with, and the rest of it.
fn coded(word: &str) -> (String, String) {
    let plain = half_width(word.trim());
    let end = plain.find(|c: char| !c.is_ascii_digit());
    let (code, name) = plain.split_at(end.unwrap_or(plain.len()));
    (code.to_owned(), name.to_owned())
}

/// True if a cell names the municipality, alone or behind its prefecture and county; another whose name only ends so is
/// another: 焼津市 is not 津市.
pub fn is_same(cell: &str, own: &str) -> bool {
    let plain = |text: &str| half_width(text).replace(' ', "");
    let (cell, own) = (plain(cell), plain(own));
    if own.is_empty() {
        return false;
    }
    let is_head = |head: &str| {
        let county = head.strip_suffix('郡').map(|head| {
            let end = ['都', '道', '府', '県']
                .iter()
                .find_map(|sign| head.find(*sign).map(|at| at + sign.len_utf8()));
            head.split_at(end.unwrap_or(0)).0
        });
        let head = county.unwrap_or(head);
        head.is_empty() || is_prefecture(head)
    };
    cell.strip_suffix(&own).is_some_and(is_head)
        || own
            .strip_suffix(&cell)
            .is_some_and(|head| !cell.is_empty() && is_prefecture(head))
}

/// True for the name of a prefecture.
pub fn is_prefecture(text: &str) -> bool {
    let count = text.chars().count();
    matches!(text, "東京都" | "北海道" | "大阪府" | "京都府")
        || ((3..=4).contains(&count) && text.ends_with('県'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_five_and_six_digits_and_without_their_zero_are_one() {
        for text in ["011002", "01100", "1100", "０１１００２", " 011002 "] {
            assert_eq!(municipality(text).as_deref(), Some("01100"), "{text}");
        }
        for text in ["011003", "札幌市", "", "110", "0110021"] {
            assert_eq!(municipality(text), None, "{text}");
        }
        assert_eq!(municipality("433641").as_deref(), Some("43364"));
    }

    #[test]
    fn a_sheet_is_known_by_its_code_and_never_by_a_name_beside_another_code() {
        let town = |code: &str, name: &str| Municipality {
            code: municipality(code),
            name: name.to_owned(),
        };
        assert!(town("01236", "北斗市").is_of("1236_北斗市", ""));
        assert!(town("012360", "北斗市").is_of("シート1", "男女・年齢別人口　1236　北斗市"));
        assert!(!town("01236", "北斗市").is_of("1235_北斗市", ""));
        assert!(town("", "北斗市").is_of("1236_北斗市", ""));
        for title in [
            "01236北斗市",
            "1236 北斗市",
            "01236-北斗市",
            "北斗市（01236）",
            "北斗市",
        ] {
            assert!(town("01236", "北斗市").is_of(title, ""), "{title}");
            assert!(!town("01235", "石狩市").is_of(title, ""), "{title}");
        }
        assert!(!town("01236", "北斗市").is_of("1235_北斗市", "北斗市"));
        assert!(!town("", "北斗").is_of("1236_北斗市", ""));
        assert!(!town("", "").is_of("1236_", ""));
    }

    #[test]
    fn the_coast_of_fukushima_has_thirteen_municipalities() {
        assert!(is_without_projection("07546") && !is_without_projection("07201"));
        assert!(COAST.iter().all(|code| municipality(code).is_some()));
    }

    #[test]
    fn r30_a_code_that_may_mean_two_counts_only_with_the_name() {
        let north = Municipality {
            code: Some("01236".to_owned()),
            name: "北斗市".to_owned(),
        };
        let south = Municipality {
            code: Some("12360".to_owned()),
            name: "みなみ市".to_owned(),
        };
        assert!(north.has("012360", "") && north.has("1236", "よその市"));
        assert!(north.has("12360", "北海道北斗市") && !north.has("12360", ""));
        assert!(!north.has("12360", "みなみ市") && !south.has("12360", "北斗市"));
        assert!(south.has("12360", "みなみ市"));
        let unsaid = Municipality {
            code: None,
            name: "津市".to_owned(),
        };
        assert!(unsaid.has("24201", "三重県津市") && !unsaid.has("22212", "焼津市"));
        let plan = |code: &str| {
            Municipality::of(&strategy::Town {
                code: code.to_owned(),
                name: String::new(),
            })
            .code
        };
        assert_eq!(plan("012360").as_deref(), Some("01236"));
        assert_eq!(plan("12360"), None, "千葉県, or 北海道 without its zero");
    }
}
