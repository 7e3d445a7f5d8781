//! Gaps of a plan that residents would notice on its published pages.

use serde::{Deserialize, Serialize};
use strategy::{Publishing, Strategy};

/// Something that published pages lack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PublicationGap {
    /// No 基本目標 becomes public.
    NoGoals,
    /// No 指標 becomes public.
    NoIndicators,
    /// There is no 問い合わせ先.
    NoContact,
    /// The plan is a draft, and the first or the last day for comments is not given.
    NoCommentPeriod,
    /// The plan is a draft, and the address for comments is not given.
    NoCommentAddress,
}

/// Returns the gaps of the public subset of a plan under the town's settings (I78).
pub fn publication_gaps(public: &Strategy, settings: &Publishing) -> Vec<PublicationGap> {
    let about = public.about();
    let comment = about.public_comment.clone().unwrap_or_default();
    let is_draft = about.told_stage().is_draft();
    let has_period = comment.from.is_some() && comment.until.is_some();
    let all = [
        (public.goals.is_empty(), PublicationGap::NoGoals),
        (public.indicators.is_empty(), PublicationGap::NoIndicators),
        (
            settings.contact.trim().is_empty(),
            PublicationGap::NoContact,
        ),
        (is_draft && !has_period, PublicationGap::NoCommentPeriod),
        (
            is_draft && comment.address.trim().is_empty(),
            PublicationGap::NoCommentAddress,
        ),
    ];
    let gaps = all.into_iter().filter(|(is_gap, _)| *is_gap);
    gaps.map(|(_, gap)| gap).collect()
}

#[cfg(test)]
mod tests {
    use super::PublicationGap::*;
    use super::*;
    use strategy::{About, Date, Goal, Indicator, PublicComment, Stage};

    #[test]
    fn i78_an_empty_plan_lacks_everything() {
        let gaps = publication_gaps(&Strategy::default(), &Publishing::default());
        let all = [
            NoGoals,
            NoIndicators,
            NoContact,
            NoCommentPeriod,
            NoCommentAddress,
        ];
        assert_eq!(gaps, all);
    }

    #[test]
    fn i78_comments_are_asked_for_while_the_plan_is_a_draft() {
        let mut s = Strategy::default();
        s.goals.insert(Goal::default());
        s.indicators.insert(Indicator::default());
        let settings = Publishing {
            contact: "企画課".into(),
            ..Publishing::default()
        };
        for stage in Stage::ALL {
            let put = |s: &mut Strategy, public_comment| {
                s.about.insert(About {
                    stage: *stage,
                    public_comment,
                    ..About::default()
                });
            };
            put(&mut s, None);
            let gaps = publication_gaps(&s, &settings);
            let wanted: &[_] = match stage.is_draft() {
                true => &[NoCommentPeriod, NoCommentAddress],
                false => &[],
            };
            assert_eq!(gaps, wanted, "{stage:?}");
            let mut comment = PublicComment {
                from: Some(Date("2026-12-01".into())),
                until: None,
                address: " ".into(),
            };
            put(&mut s, Some(comment.clone()));
            assert_eq!(publication_gaps(&s, &settings), wanted, "{stage:?}");
            comment.until = Some(Date("2027-01-04".into()));
            comment.address = "企画課".into();
            put(&mut s, Some(comment));
            assert_eq!(publication_gaps(&s, &settings), [], "{stage:?}");
        }
    }
}
