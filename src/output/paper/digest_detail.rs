//! Levels of detail of 概要版: the first that fits on its pages is printed.

/// No limit for a list or a text.
const ALL: usize = usize::MAX;

/// The most that is shown of each part.
#[derive(Debug, Clone, Copy)]
pub struct DigestDetail {
    /// Scale of the letters.
    pub scale: f64,
    /// Letters of a chapter.
    pub chapter: usize,
    /// Letters of the direction of a goal, and of a measure.
    pub directions: (usize, usize),
    /// Measures of a goal.
    pub measures: usize,
    /// True if the initiatives of a measure are named.
    pub initiatives: bool,
    /// 数値目標 of a goal.
    pub targets: usize,
    /// KPI of the measures of a goal.
    pub kpis: Kpis,
    /// True if the money is shown goal by goal.
    pub by_goal: bool,
    /// Goals.
    pub goals: usize,
}

/// KPI of measures that are shown beside the 数値目標.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kpis {
    /// All of them.
    All,
    /// KPI that are rated below what is wished for.
    Behind,
    /// None.
    None,
}

/// Everything.
const WHOLE: DigestDetail = DigestDetail {
    scale: 1.0,
    chapter: ALL,
    directions: (ALL, ALL),
    measures: ALL,
    initiatives: true,
    targets: ALL,
    kpis: Kpis::All,
    by_goal: true,
    goals: ALL,
};

/// The steps from everything to very little, each on top of those before it. The points that a text announces are cut last.
const STEPS: [fn(&mut DigestDetail); 14] = [
    |detail| detail.kpis = Kpis::Behind,
    |detail| detail.scale = 0.93,
    |detail| detail.scale = 0.86,
    |detail| detail.directions.1 = 0,
    |detail| (detail.chapter, detail.directions) = (220, (90, 0)),
    |detail| (detail.chapter, detail.directions) = (130, (45, 0)),
    |detail| detail.initiatives = false,
    |detail| (detail.measures, detail.targets) = (8, 6),
    |detail| {
        (detail.chapter, detail.directions) = (90, (0, 0));
        (detail.measures, detail.targets) = (4, 3);
        detail.by_goal = false;
    },
    |detail| detail.kpis = Kpis::None,
    |detail| (detail.measures, detail.targets) = (0, 1),
    |detail| (detail.targets, detail.goals) = (0, 24),
    |detail| detail.goals = 12,
    |detail| detail.goals = 6,
];

/// Returns the levels of detail, from everything to very little.
pub fn details() -> impl Iterator<Item = DigestDetail> {
    let mut detail = WHOLE;
    let less = STEPS.iter().map(move |less| {
        less(&mut detail);
        detail
    });
    std::iter::once(WHOLE).chain(less)
}
