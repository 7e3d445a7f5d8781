//! The ages in the head of a row: 0～4歳, 95歳～, （再掲）65歳以上.

use strategy::half_width;

/// Ages of a row, in years.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Age {
    /// The first.
    pub first: u32,
    /// The last; `None`: it is open.
    pub last: Option<u32>,
}

impl Age {
    /// True if it is a band of five years that is not open.
    pub fn is_five(self) -> bool {
        self.last == Some(self.first + 4)
    }

    /// True if it is a band of five years, or an open one that begins where such a band does.
    pub fn is_band(self) -> bool {
        self.first.is_multiple_of(5) && self.last.is_none_or(|last| last == self.first + 4)
    }
}

/// Reads the ages in a head; `None`: it names none.
pub fn age(head: &str) -> Option<Age> {
    let plain = half_width(head).replace([' ', '　'], "");
    let plain = plain.trim_start_matches("(再掲)");
    let (first, rest) = whole(plain)?;
    let rest = rest.strip_prefix('歳').unwrap_or(rest);
    if matches!(rest, "以上" | "~" | "〜" | "～" | "+") {
        return Some(Age { first, last: None });
    }
    let rest = rest.strip_prefix(['~', '〜', '～', '-', '－', '–', '—'])?;
    let (last, rest) = whole(rest)?;
    let is_end = matches!(rest, "歳" | "");
    (is_end && first < last).then_some(Age {
        first,
        last: Some(last),
    })
}

/// The whole number that a text begins with, and the rest.
fn whole(text: &str) -> Option<(u32, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit());
    let (digits, rest) = text.split_at(end.unwrap_or(text.len()));
    Some((digits.parse().ok().filter(|age| *age < 150)?, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_as_they_are_published_are_read() {
        let read = |head| age(head).map(|age| (age.first, age.last));
        assert_eq!(read("0～4歳"), Some((0, Some(4))));
        assert_eq!(read("０〜４歳"), Some((0, Some(4))));
        assert_eq!(read("  85-89歳"), Some((85, Some(89))));
        assert_eq!(read("95歳～"), Some((95, None)));
        assert_eq!(read("90歳以上"), Some((90, None)));
        assert_eq!(read("（再掲）0～14歳"), Some((0, Some(14))));
        assert_eq!(read("（再掲）75歳以上"), Some((75, None)));
        for head in [
            "総数",
            "年齢別割合（65歳以上：％）",
            "",
            "4～0歳",
            "令和2年",
        ] {
            assert_eq!(read(head), None, "{head}");
        }
    }
}
