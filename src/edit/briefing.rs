//! 首長説明の記録: that a mayor was told of the plan as it is.

use super::{Edit, Field, Refusal, set};
use strategy::*;

/// Notes that the mayor was briefed on a day, and the version of the plan that was kept of it (E100).
pub fn mark_briefed(strategy: &Strategy, at: Date, version: &str) -> Result<Edit, Refusal> {
    let field = Field::of(About::briefings.field.name, None);
    set(strategy, About::ID, field, |about| {
        about.briefings.push(BriefingMark {
            at,
            version: version.to_owned(),
        });
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn e100_a_briefing_is_kept_behind_those_before_and_can_be_undone() {
        let mut s = Strategy::default();
        let day = |text: &str| Date(text.to_owned());
        let first = mark_briefed(&s, day("2026-04-10"), "v1").unwrap();
        first.apply(&mut s).unwrap();
        let second = mark_briefed(&s, day("2026-10-05"), "v2").unwrap();
        second.apply(&mut s).unwrap();
        let told = |s: &Strategy| {
            let all = s.about().briefings.clone().into_iter();
            all.map(|one| (one.at.0, one.version)).collect::<Vec<_>>()
        };
        let pair = |at: &str, version: &str| (at.to_owned(), version.to_owned());
        assert_eq!(
            told(&s),
            [pair("2026-04-10", "v1"), pair("2026-10-05", "v2")]
        );
        second.reverse().apply(&mut s).unwrap();
        assert_eq!(told(&s), [pair("2026-04-10", "v1")]);
    }
}
