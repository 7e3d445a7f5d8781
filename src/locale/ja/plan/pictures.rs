//! 図のことば, each with its sentence.

use super::{fund_name, thousand};
use crate::insight::money::Share;
use crate::strategy::*;

/// Button.
pub const PICTURES: &str = "図で見る";
/// Under a picture.
pub const NET_NOTE: &str = "純計（再掲は1回だけ数えた額）で描いています。";
/// Title.
pub const BY_GOAL: &str = "目標ごとの予算額（純計、千円）";
/// Title.
pub const BY_FUND: &str = "財源ごとの予算額（純計、千円）";

/// Title.
pub fn by_course(year: FiscalYear) -> String {
    format!("{year}の方向性ごとの、いまの予算額（純計、千円）")
}

/// 方向性, or that there is none.
pub fn course_name(course: Option<&Course>) -> String {
    course.map_or("記入なし".to_owned(), |course| course.0.clone())
}

/// Budget from year to year, in a sentence.
pub fn by_goal_sentence(years: &[(FiscalYear, Option<i64>)]) -> String {
    match years {
        [] => "予算額の入ったシートは、まだありません。".to_owned(),
        [.., (year, None)] => format!("{year}の予算額は、まだ記入されていません。"),
        [(year, Some(net))] | [.., (_, None), (year, Some(net))] => {
            format!("{year}の予算額は、純計で{}です。", thousand(*net))
        }
        [.., (before, Some(old)), (year, Some(net))] => {
            let gap = net.saturating_sub(*old);
            let moved = match gap {
                0 => "同じ額".to_owned(),
                1.. => format!("{}の増", thousand(gap)),
                _ => format!("{}の減", thousand(gap.saturating_neg())),
            };
            format!(
                "{year}の予算額は純計で{}、{before}より{moved}です。",
                thousand(*net)
            )
        }
    }
}

/// The largest source, in a sentence.
pub fn by_fund_sentence(year: FiscalYear, shares: &[(Option<FundSource>, Share)]) -> String {
    let known: Vec<_> = shares
        .iter()
        .filter(|(source, _)| source.is_some())
        .collect();
    let largest = known.iter().max_by_key(|(_, share)| share.net);
    match largest {
        None => format!("{year}の予算には、財源内訳がまだ入っていません。"),
        Some((source, share)) => format!(
            "{year}の予算で内訳の入ったもののうち、最も大きい財源は{}の{}です。",
            fund_name(*source),
            thousand(share.net)
        ),
    }
}

/// How many works go on, grow or end.
pub fn by_course_sentence(year: FiscalYear, shares: &[(Option<Course>, Share)]) -> String {
    let parts: Vec<String> = shares
        .iter()
        .filter(|(_, share)| share.works > 0)
        .map(|(course, share)| format!("{} {}事業", course_name(course.as_ref()), share.works))
        .collect();
    format!("{year}の方向性は、{}です。", parts.join("、"))
}
