//! 状態番号: a short number of a plan as it is, so that two printouts are told apart and a printout is found again among the
//! versions.

use crate::site::hexadecimal;
use format::json;
use sha2::{Digest, Sha256};
use strategy::{About, Pace, Strategy, at_once};

/// Letters of it.
const LENGTH: usize = 8;

/// Returns the number of a plan, such as `3F9A-12C4`: the beginning of the SHA-256 of our file, without the days on which a
/// mayor was briefed, which no paper shows.
pub fn fingerprint(strategy: &Strategy) -> String {
    at_once(|pace| async move { fingerprint_in_steps(strategy, &pace).await })
}

/// The same; a step is a piece of the file. It takes a quarter of a second at 10,000 indicators.
pub async fn fingerprint_in_steps(strategy: &Strategy, pace: &Pace) -> String {
    let mut plain = strategy.clone();
    plain.about.insert(About {
        briefings: Vec::new(),
        ..About::clone(&strategy.about())
    });
    let mut hash = Sha256::new();
    for piece in json::Writer::new(&plain) {
        hash.update(piece);
        pace.step().await;
    }
    let hash = hexadecimal(&hash.finalize()).to_ascii_uppercase();
    let (first, second) = hash[..LENGTH].split_at(LENGTH / 2);
    [first, "-", second].concat()
}

/// Reads a number that a person typed: in any width and case, with or without the line between; `None`: it is none.
pub fn read_fingerprint(text: &str) -> Option<String> {
    let plain = strategy::half_width(text).to_ascii_uppercase();
    let is_between = |c: &char| !c.is_whitespace() && !matches!(c, '-' | '‐' | '−' | 'ー' | '－');
    let digits: String = plain.chars().filter(is_between).collect();
    let is_whole = digits.len() == LENGTH && digits.bytes().all(|b| b.is_ascii_hexdigit());
    is_whole.then(|| {
        let (first, second) = digits.split_at(LENGTH / 2);
        [first, "-", second].concat()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use strategy::{BriefingMark, Date};

    #[test]
    fn a_plan_has_one_number_until_something_in_it_changes() {
        let mut plan = Strategy::default();
        plan.about.insert(About::default());
        let number = fingerprint(&plan);
        assert_eq!(read_fingerprint(&number), Some(number.clone()));
        assert_eq!(fingerprint(&plan.clone()), number);
        let mut about = About::default();
        about.briefings.push(BriefingMark {
            at: Date("2026-04-10".to_owned()),
            version: "v".to_owned(),
        });
        plan.about.insert(about.clone());
        assert_eq!(fingerprint(&plan), number, "a briefing changes no paper");
        about.title = "総合戦略".to_owned();
        plan.about.insert(about);
        assert_ne!(fingerprint(&plan), number);
    }

    #[test]
    fn a_number_is_read_as_people_type_it() {
        for typed in ["3f9a-12c4", "３Ｆ９Ａ－１２Ｃ４", " 3f9a 12c4 ", "3F9A12C4"] {
            assert_eq!(
                read_fingerprint(typed).as_deref(),
                Some("3F9A-12C4"),
                "{typed}"
            );
        }
        for typed in ["", "3f9a", "3f9a-12cg", "3f9a-12c45"] {
            assert_eq!(read_fingerprint(typed), None, "{typed}");
        }
    }
}
