//! 用語: the terms of the field that the pages of a plan use.

use strategy::*;

/// A term that is explained to residents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Term {
    /// 総合戦略.
    Strategy,
    /// 基本目標.
    Goal,
    /// 横断的な目標.
    Crossing,
    /// 数値目標.
    Target,
    /// KPI.
    Kpi,
    /// 指標.
    Indicator,
    /// 施策.
    Measure,
    /// 取組.
    Initiative,
    /// 事業.
    Work,
    /// 実施計画.
    Plan,
    /// 当初値.
    Baseline,
    /// めざす値.
    Aim,
    /// 実績.
    Actual,
    /// 進捗率.
    Progress,
    /// まん中の値.
    Median,
    /// 区分.
    Band,
    /// 期間平均.
    Average,
    /// 内訳.
    Breakdown,
    /// 速報.
    Flash,
    /// 年度.
    Fiscal,
    /// 決算額.
    Settled,
    /// 予算額.
    Budget,
    /// 純計.
    Net,
    /// 再掲.
    Reprise,
    /// 方向性.
    Course,
    /// 交付金.
    Grant,
    /// 担当課.
    Owner,
    /// パブリックコメント.
    Comment,
    /// CSV.
    Csv,
    /// フィード.
    Feed,
}

impl Term {
    /// Every term, from the plan to its data.
    pub const ALL: [Term; 30] = [
        Term::Strategy,
        Term::Goal,
        Term::Crossing,
        Term::Target,
        Term::Kpi,
        Term::Indicator,
        Term::Measure,
        Term::Initiative,
        Term::Work,
        Term::Plan,
        Term::Baseline,
        Term::Aim,
        Term::Actual,
        Term::Progress,
        Term::Median,
        Term::Band,
        Term::Average,
        Term::Breakdown,
        Term::Flash,
        Term::Fiscal,
        Term::Settled,
        Term::Budget,
        Term::Net,
        Term::Reprise,
        Term::Course,
        Term::Grant,
        Term::Owner,
        Term::Comment,
        Term::Csv,
        Term::Feed,
    ];

    /// Returns its name in addresses, which never changes.
    pub fn key(self) -> &'static str {
        match self {
            Term::Strategy => "strategy",
            Term::Goal => "goal",
            Term::Crossing => "crossing",
            Term::Target => "target",
            Term::Kpi => "kpi",
            Term::Indicator => "indicator",
            Term::Measure => "measure",
            Term::Initiative => "initiative",
            Term::Work => "work",
            Term::Plan => "plan",
            Term::Baseline => "baseline",
            Term::Aim => "aim",
            Term::Actual => "actual",
            Term::Progress => "progress",
            Term::Median => "median",
            Term::Band => "band",
            Term::Average => "average",
            Term::Breakdown => "breakdown",
            Term::Flash => "flash",
            Term::Fiscal => "fiscal",
            Term::Settled => "settled",
            Term::Budget => "budget",
            Term::Net => "net",
            Term::Reprise => "reprise",
            Term::Course => "course",
            Term::Grant => "grant",
            Term::Owner => "owner",
            Term::Comment => "comment",
            Term::Csv => "csv",
            Term::Feed => "feed",
        }
    }

    /// True if the pages of a plan use the term (I81).
    pub fn is_used(self, s: &Strategy) -> bool {
        match self {
            Term::Strategy | Term::Fiscal | Term::Csv | Term::Feed => true,
            // The card of a goal counts them, be it none.
            Term::Goal | Term::Kpi | Term::Measure | Term::Initiative => !s.goals.is_empty(),
            Term::Crossing => {
                let mut kinds = s.goals.iter().map(|goal| goal.kind);
                kinds.any(|kind| kind == GoalKind::CrossCutting)
            }
            Term::Target => s.goals.iter().any(|goal| !goal.targets.is_empty()),
            Term::Indicator | Term::Baseline | Term::Aim | Term::Actual => !s.indicators.is_empty(),
            Term::Progress | Term::Median | Term::Band | Term::Flash => !s.indicators.is_empty(),
            Term::Work | Term::Plan | Term::Settled | Term::Budget => !s.sheets.is_empty(),
            Term::Net | Term::Course => !s.sheets.is_empty(),
            Term::Average => {
                let mut countings = s.indicators.iter().map(|one| one.counting);
                countings.any(|counting| counting == Counting::Average)
            }
            Term::Breakdown => s.series.len() > s.indicators.len(),
            Term::Reprise => {
                let mut marks = s.lines.iter().flat_map(|line| &line.marks);
                marks.any(Mark::is_reprise)
            }
            Term::Grant => s.sheets.iter().any(|sheet| sheet.grant.is_some()),
            Term::Owner => {
                let mut measures = s.measures.iter().map(|one| &one.owner);
                let mut indicators = s.indicators.iter().map(|one| &one.owner);
                measures.any(|owner| !owner.trim().is_empty())
                    || indicators.any(|owner| !owner.trim().is_empty())
            }
            Term::Comment => s.about().told_stage().is_draft(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn i81_only_terms_that_the_pages_use_are_explained() {
        let used = |s: &Strategy| -> Vec<&str> {
            let used = Term::ALL.into_iter().filter(|term| term.is_used(s));
            used.map(Term::key).collect()
        };
        let mut s = Strategy::default();
        let none = used(&s);
        assert!(!none.contains(&"kpi") && !none.contains(&"settled"));
        s.goals.insert(Goal::default());
        assert!(used(&s).contains(&"kpi") && used(&s).contains(&"measure"));
        let mut keys: Vec<&str> = Term::ALL.map(Term::key).to_vec();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), Term::ALL.len());
    }
}
