//! 受け取り台帳: which parts that were handed out should have come back.

use strategy::{Date, HandedPart, PartReturn};

/// True if a part should have come back before a day and has not; an ended part is not awaited (I73).
pub fn is_late(part: &HandedPart, today: &Date) -> bool {
    let until = part.until.as_ref().and_then(Date::day_number);
    let is_over = until
        .zip(today.day_number())
        .is_some_and(|(until, today)| until < today);
    is_over && is_awaited(part)
}

/// True if a part is still awaited: it has not ended, and it never came back or its last return had edits that could
/// not be read.
pub fn is_awaited(part: &HandedPart) -> bool {
    let is_whole = |back: &PartReturn| back.unread == 0;
    !part.returns.last().is_some_and(is_whole) && !part.ended
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn i73_a_part_is_late_from_the_day_after_until_something_comes_back_or_nothing_is_awaited() {
        let day = |text: &str| Date(text.to_owned());
        let part = |until: &str| HandedPart {
            until: (!until.is_empty()).then(|| day(until)),
            ..HandedPart::default()
        };
        let today = day("2026-11-24");
        for (until, late) in [
            ("2026-11-23", true),
            ("2026-11-24", false),
            ("2026-12-01", false),
            ("月末", false),
            ("", false),
        ] {
            assert_eq!(is_late(&part(until), &today), late, "{until}");
        }
        let over = part("2026-11-01");
        let back = HandedPart {
            returns: vec![PartReturn::default()],
            ..over.clone()
        };
        let ended = HandedPart {
            ended: true,
            ..over.clone()
        };
        assert!(is_late(&over, &today));
        assert!(!is_late(&back, &today) && !is_late(&ended, &today));
    }
}
