//! Records of every kind.
//!
//! Each is made with an id, a place, a parent where it has one, and mentions of what is in the strategy by then.

use strategy::*;

use super::figure::decimal;
use super::{Dice, by_year, figure, text, title, year};

/// Fills an empty strategy.
pub fn fill(s: &mut Strategy, d: &mut Dice, size: usize) {
    s.about.insert(about(d));
    rows(s, d, size, |_, d, id| ground(d, id));
    rows(s, d, size, section);
    rows(s, d, size, |_, d, id| framework(d, id));
    for parent in ids(s) {
        rows(s, d, 3, |_, d, id| framework_item(d, id, parent));
    }
    rows(s, d, size, |_, d, id| support(d, id));
    rows(s, d, size * 2, indicator);
    for parent in ids::<Indicator>(s) {
        let id = d.id(s);
        s.series.insert(series(d, id, parent));
        rows(s, d, 2, |_, d, id| series(d, id, parent));
        number_afresh::<Series>(s, |r| r.indicator == parent);
        log_changes(s, d, parent);
    }
    rows(s, d, size, goal);
    for parent in ids(s) {
        rows(s, d, 2, |_, d, id| division(d, id, parent));
        rows(s, d, 3, |s, d, id| measure(s, d, id, parent, None));
        let headings: Vec<_> = s.divisions.under(parent).iter().map(|d| d.id).collect();
        for heading in headings {
            rows(s, d, 3, |s, d, id| measure(s, d, id, parent, Some(heading)));
        }
    }
    for parent in ids::<Measure>(s) {
        relate(s, d, parent);
        rows(s, d, 3, |s, d, id| initiative(s, d, id, parent));
        rows(s, d, 2, |_, d, id| sheet(d, id, parent));
    }
    for parent in ids::<Sheet>(s) {
        rows(s, d, 3, |s, d, id| line(s, d, id, parent, Side::Done));
        rows(s, d, 3, |s, d, id| line(s, d, id, parent, Side::Planned));
    }
    rows(s, d, size, |_, d, id| body(d, id));
    rows(s, d, size, |_, d, id| lane(d, id));
    for parent in ids::<Lane>(s) {
        rows(s, d, 3, |s, d, id| timetable_item(s, d, id, parent));
    }
    rows(s, d, size, session);
    rows(s, d, size, idea);
    for parent in ids::<Session>(s) {
        rows(s, d, 3, |s, d, id| ballot(s, d, id, parent));
        rows(s, d, 3, |s, d, id| guess(s, d, id, parent));
    }
}

/// The ids of one kind.
pub fn ids<T: Record>(s: &Strategy) -> Vec<Id<T>> {
    T::table(s).ids().collect()
}

/// Puts in up to `most` records, one after the other in order.
fn rows<T: Record>(
    s: &mut Strategy,
    d: &mut Dice,
    most: usize,
    mut make: impl FnMut(&Strategy, &mut Dice, Id<T>) -> T,
) {
    for i in 0..d.below(most + 1) {
        let id = d.id(s);
        let mut record = make(s, d, id);
        record.set_order(Order::nth(i));
        T::table_mut(s).insert(record);
    }
}

fn number_afresh<T: Record>(s: &mut Strategy, of: impl Fn(&T) -> bool) {
    let ids: Vec<_> = T::table(s)
        .sorted()
        .iter()
        .filter(|r| of(r))
        .map(|r| r.id())
        .collect();
    for (i, id) in ids.into_iter().enumerate() {
        change(s, id, |r: &mut T| r.set_order(Order::nth(i)));
    }
}

fn change<T: Record>(s: &mut Strategy, id: Id<T>, change: impl FnOnce(&mut T)) {
    let mut record = T::clone(s.get(id).unwrap());
    change(&mut record);
    T::table_mut(s).insert(record);
}

fn log_changes(s: &mut Strategy, d: &mut Dice, indicator: Id<Indicator>) {
    let rows: Vec<_> = s.series.under(indicator).iter().map(|r| r.id).collect();
    let changes = d.up_to(2, |d| TargetChange {
        series: d.pick(&rows),
        year: year(d),
        from: d.once_in(2).then(|| figure(d)),
        to: d.once_in(2).then(|| figure(d)),
        date: Date(text(d)),
        by: text(d),
        reason: text(d),
    });
    change(s, indicator, |k| k.changes = changes);
}

fn relate(s: &mut Strategy, d: &mut Dice, measure: Id<Measure>) {
    let all = ids(s);
    let related = d.up_to(2, |d| Related {
        code: text(d),
        measure: d.maybe(&all),
    });
    change(s, measure, |m| m.related = related);
}

fn about(d: &mut Dice) -> About {
    let first = year(d);
    About {
        id: About::ID,
        title: text(d),
        town: Town {
            name: text(d),
            code: text(d),
        },
        period: Period {
            first,
            last: FiscalYear((first.0 + d.below(10) as i32).min(9999)),
        },
        stage: d.pick(Stage::ALL),
        ruleset: d.once_in(2).then(|| ruleset(d)),
        sources: d.up_to(2, |d| Source {
            title: text(d),
            url: text(d),
            note: text(d),
        }),
        closings: d.up_to(2, |d| Closing {
            year: year(d),
            act: d.pick(&[ClosingAct::Closed, ClosingAct::Reopened]),
            date: Date(text(d)),
            by: text(d),
            reason: text(d),
        }),
        note: text(d),
        publishing: d.once_in(3).then(|| publishing(d)),
        english_name: text(d),
        english_text: text(d),
        handed_out: d.up_to(2, handed_part),
        handed: d.once_in(4).then(|| handed_part(d)),
        untaken: d.up_to(2, |d| UntakenValue {
            at: text(d),
            from: text(d),
            record: text(d),
            title: text(d),
            part: text(d),
            text: text(d),
            year: year(d),
        }),
    }
}

fn handed_part(d: &mut Dice) -> HandedPart {
    HandedPart {
        id: text(d),
        to: text(d),
        at: text(d),
        until: d.once_in(2).then(|| Date(text(d))),
        records: d.up_to(2, text),
        years: d.up_to(2, year),
        work: d.some(Work::ALL),
        revision: d.below(9) as u32,
        version: text(d),
        hash: text(d),
        returns: d.up_to(2, |d| PartReturn {
            at: text(d),
            hash: text(d),
            changed: d.below(9) as u32,
            added: d.below(9) as u32,
            removed: d.below(9) as u32,
            outside: d.below(9) as u32,
            conflicts: d.below(9) as u32,
            unread: d.below(9) as u32,
        }),
        ended: d.once_in(3),
    }
}

fn publishing(d: &mut Dice) -> Publishing {
    Publishing {
        shown_fields: d.some(&["Goal.note", "Sheet.opinions", "Opinion.text"].map(str::to_owned)),
        withheld_kinds: d.some(&["supports", "lanes"].map(str::to_owned)),
        withheld_records: d.up_to(2, text),
        licence: d.pick(Licence::ALL),
        languages: d.some(OtherLanguage::ALL),
        address: text(d),
        contact: text(d),
    }
}

fn ruleset(d: &mut Dice) -> RuleSet {
    let quantities = [
        Quantity::Progress,
        Quantity::Pace,
        Quantity::Ratio,
        Quantity::YearRatio,
        Quantity::ShareOfTarget,
        Quantity::Change,
    ];
    RuleSet {
        id: text(d),
        name: text(d),
        source: text(d),
        bands: d.up_to(4, |d| Band {
            mark: text(d),
            word: text(d),
            tone: d.pick(&[Tone::Best, Tone::Good, Tone::Warn, Tone::Bad, Tone::None]),
            states: d.some(State::ALL),
            when: d.up_to(2, |d| Test {
                of: d.pick(&quantities),
                at_least: d.once_in(2).then(|| decimal(d)),
                more_than: d.once_in(2).then(|| decimal(d)),
                less_than: d.once_in(2).then(|| decimal(d)),
            }),
        }),
    }
}

/// 章.
pub fn section(s: &Strategy, d: &mut Dice, id: Id<Section>) -> Section {
    Section {
        id,
        order: Order::default(),
        kind: d.pick(&[
            SectionKind::Purpose,
            SectionKind::Policy,
            SectionKind::Approach,
            SectionKind::Promotion,
            SectionKind::Management,
            SectionKind::Structure,
            SectionKind::Region,
            SectionKind::Support,
            SectionKind::Other,
        ]),
        number: text(d),
        title: text(d),
        text: text(d),
        points: d.up_to(3, |d| Point {
            number: text(d),
            title: text(d),
            text: text(d),
        }),
        grounds: d.some(&ids(s)),
    }
}

fn kind(d: &mut Dice) -> GoalKind {
    d.pick(&[GoalKind::Basic, GoalKind::CrossCutting])
}

/// 枠組み.
pub fn framework(d: &mut Dice, id: Id<Framework>) -> Framework {
    Framework {
        id,
        order: Order::default(),
        kind: d.pick(&[
            FrameworkKind::Nation,
            FrameworkKind::Viewpoints,
            FrameworkKind::Prefecture,
            FrameworkKind::Previous,
            FrameworkKind::UpperPlan,
            FrameworkKind::Law,
            FrameworkKind::Sdgs,
            FrameworkKind::Other,
        ]),
        title: title(d),
        source: text(d),
        text: text(d),
    }
}

/// 枠組みの項目.
pub fn framework_item(
    d: &mut Dice,
    id: Id<FrameworkItem>,
    framework: Id<Framework>,
) -> FrameworkItem {
    FrameworkItem {
        id,
        framework,
        order: Order::default(),
        kind: kind(d),
        number: text(d),
        title: text(d),
        subtitle: text(d),
        points: d.up_to(3, text),
    }
}

/// 支援施策.
pub fn support(d: &mut Dice, id: Id<Support>) -> Support {
    Support {
        id,
        order: Order::default(),
        kind: d.pick(&[
            SupportKind::Money,
            SupportKind::Information,
            SupportKind::People,
        ]),
        number: text(d),
        title: text(d),
        text: text(d),
        provider: text(d),
        deadline: d.once_in(2).then(|| Date(text(d))),
    }
}

/// 根拠.
pub fn ground(d: &mut Dice, id: Id<Ground>) -> Ground {
    Ground {
        id,
        order: Order::default(),
        kind: d.pick(GroundKind::ALL),
        title: text(d),
        issuer: text(d),
        address: text(d),
        seen: d.once_in(2).then(|| Date(text(d))),
        passage: text(d),
    }
}

/// 指標.
pub fn indicator(s: &Strategy, d: &mut Dice, id: Id<Indicator>) -> Indicator {
    Indicator {
        id,
        order: Order::default(),
        name: title(d),
        code: text(d),
        unit: text(d),
        desired: desired(d),
        counting: counting(d),
        nature: d.maybe(&[Nature::Outcome, Nature::Output]),
        definition: text(d),
        method: text(d),
        source: text(d),
        next_release: text(d),
        owner: text(d),
        rationale: text(d),
        grounds: d.some(&ids(s)),
        note: text(d),
        tolerance: d.once_in(3).then(|| decimal(d)),
        breaks: d.up_to(2, year),
        changes: Vec::new(),
        ratings: by_year(d, |d| GivenRating {
            mark: text(d),
            reason: text(d),
            by: text(d),
        }),
        english_name: text(d),
        english_text: text(d),
    }
}

fn desired(d: &mut Dice) -> Option<Desired> {
    let keep = Desired::Keep {
        lower: d.once_in(2).then(|| decimal(d)),
        upper: d.once_in(2).then(|| decimal(d)),
    };
    d.maybe(&[Desired::Increase, Desired::Decrease, keep])
}

fn counting(d: &mut Dice) -> Counting {
    let cumulative = Counting::Cumulative {
        from: d.once_in(2).then(|| year(d)),
    };
    d.pick(&[
        Counting::Year,
        Counting::Average,
        Counting::YearEnd,
        Counting::Rank,
        cumulative,
    ])
}

/// 系列.
pub fn series(d: &mut Dice, id: Id<Series>, indicator: Id<Indicator>) -> Series {
    Series {
        id,
        indicator,
        order: Order::default(),
        name: text(d),
        baseline: d.once_in(2).then(|| Baseline {
            figure: figure(d),
            at: d.once_in(2).then(|| At(text(d))),
        }),
        targets: by_year(d, figure),
        actuals: by_year(d, figure),
        without_policy: by_year(d, figure),
        notes: by_year(d, text),
    }
}

/// 基本目標.
pub fn goal(s: &Strategy, d: &mut Dice, id: Id<Goal>) -> Goal {
    Goal {
        id,
        order: Order::default(),
        kind: kind(d),
        number: text(d),
        title: title(d),
        subtitle: text(d),
        direction: text(d),
        targets: d.some(&ids(s)),
        aligned: d.some(&ids(s)),
        grounds: d.some(&ids(s)),
        note: text(d),
        english_name: text(d),
        english_text: text(d),
    }
}

/// 基本計画・柱.
pub fn division(d: &mut Dice, id: Id<Division>, goal: Id<Goal>) -> Division {
    Division {
        id,
        goal,
        order: Order::default(),
        label: text(d),
        number: text(d),
        title: text(d),
    }
}

/// 施策.
pub fn measure(
    s: &Strategy,
    d: &mut Dice,
    id: Id<Measure>,
    goal: Id<Goal>,
    division: Option<Id<Division>>,
) -> Measure {
    Measure {
        id,
        goal,
        division,
        order: Order::default(),
        number: text(d),
        title: title(d),
        direction: text(d),
        priority: d.once_in(3),
        kpis: d.some(&ids(s)),
        related: Vec::new(),
        aligned: d.some(&ids(s)),
        grounds: d.some(&ids(s)),
        owner: text(d),
        note: text(d),
        english_name: text(d),
    }
}

/// 具体的取組.
pub fn initiative(
    s: &Strategy,
    d: &mut Dice,
    id: Id<Initiative>,
    measure: Id<Measure>,
) -> Initiative {
    Initiative {
        id,
        measure,
        order: Order::default(),
        number: text(d),
        title: title(d),
        text: text(d),
        new: d.once_in(4),
        reprise: reprise(s, d),
        supports: d.some(&ids(s)),
        aligned: d.some(&ids(s)),
        owner: text(d),
    }
}

fn reprise(s: &Strategy, d: &mut Dice) -> Option<Reprise> {
    let earlier: Vec<Id<Initiative>> = ids(s);
    match d.below(4) {
        0 => d.maybe(&earlier).map(Reprise::Of),
        1 => Some(Reprise::Elsewhere(text(d))),
        _ => None,
    }
}

/// 実施計画.
pub fn sheet(d: &mut Dice, id: Id<Sheet>, measure: Id<Measure>) -> Sheet {
    Sheet {
        id,
        measure,
        order: Order::default(),
        year: year(d),
        results: text(d),
        rating: text(d),
        opinions: d.up_to(2, |d| Opinion {
            by: text(d),
            rating: text(d),
            text: text(d),
        }),
        improvements: text(d),
        outline: text(d),
        note: text(d),
        printed_settled: d.once_in(2).then(|| d.next() as i64),
        printed_budget: d.once_in(2).then(|| d.below(1_000_000) as i64),
        grant: d.once_in(3).then(|| Grant {
            name: text(d),
            effect: d.once_in(2).then(|| d.below(256) as u8),
            effective: d.maybe(&[true, false]),
            policy: text(d),
            reason: text(d),
        }),
    }
}

/// 事業の行.
pub fn line(s: &Strategy, d: &mut Dice, id: Id<Line>, sheet: Id<Sheet>, side: Side) -> Line {
    Line {
        id,
        sheet,
        initiative: d.maybe(&ids(s)),
        order: Order::default(),
        side,
        title: title(d),
        text: text(d),
        settled: d.once_in(2).then(|| money(d)),
        budgets: by_year(d, money),
        courses: by_year(d, |d| Course(text(d))),
        funding: d.maybe(&[Funding::Own, Funding::Subsidised]),
        funds: d.up_to(2, |d| Fund {
            source: d.pick(FundSource::ALL),
            amount: d.next() as i64,
        }),
        marks: d.up_to(2, |d| Mark(text(d))),
        note: text(d),
    }
}

fn money(d: &mut Dice) -> Money {
    match d.below(4) {
        0 => Money::Blank(text(d)),
        1 => Money::Thousand(d.pick(&[0, -1, i64::MIN, i64::MAX])),
        _ => Money::Thousand(d.below(10_000_000) as i64),
    }
}

/// 会議体.
pub fn body(d: &mut Dice, id: Id<Body>) -> Body {
    Body {
        id,
        order: Order::default(),
        title: title(d),
        role: text(d),
        members: d.up_to(2, |d| BodyMember {
            name: text(d),
            role: text(d),
            organisation: text(d),
        }),
    }
}

/// レーン.
pub fn lane(d: &mut Dice, id: Id<Lane>) -> Lane {
    Lane {
        id,
        order: Order::default(),
        title: text(d),
        stages: d.once_in(3),
    }
}

/// 日程の項目.
pub fn timetable_item(
    s: &Strategy,
    d: &mut Dice,
    id: Id<TimetableItem>,
    lane: Id<Lane>,
) -> TimetableItem {
    TimetableItem {
        id,
        lane,
        order: Order::default(),
        body: d.maybe(&ids(s)),
        from: jun(d),
        to: jun(d),
        title: text(d),
        points: d.up_to(2, text),
        handouts: d.up_to(2, |d| Handout {
            title: text(d),
            address: text(d),
        }),
        done: d.once_in(2),
    }
}

fn jun(d: &mut Dice) -> Jun {
    Jun {
        year: year(d).0,
        month: Month(d.below(12) as u8 + 1),
        third: d.pick(&[Third::Early, Third::Middle, Third::Late]),
    }
}

/// 対話の会.
pub fn session(s: &Strategy, d: &mut Dice, id: Id<Session>) -> Session {
    Session {
        id,
        order: Order::default(),
        title: text(d),
        date: d.once_in(2).then(|| Date(text(d))),
        place: text(d),
        question: text(d),
        activities: (0..d.below(4))
            .map(|_| Activity {
                kind: d.pick(ActivityKind::ALL),
                minutes: d.next() as u32,
                prompt: text(d),
            })
            .collect(),
        goals: d.some(&ids(s)),
        indicators: d.some(&ids(s)),
        tables: (0..d.below(4))
            .map(|_| SessionTable {
                name: text(d),
                people: d.next() as u32,
            })
            .collect(),
        voting: d.pick(Voting::ALL),
        dots: d.next() as u32,
        groups: (0..d.below(3)).map(|_| text(d)).collect(),
        opened: d.once_in(2),
        at_table: text(d),
    }
}

/// 投票.
pub fn ballot(s: &Strategy, d: &mut Dice, id: Id<Ballot>, session: Id<Session>) -> Ballot {
    let ideas: Vec<Id<Idea>> = d.some(&ids(s));
    Ballot {
        id,
        session,
        order: Order::default(),
        table: text(d),
        group: text(d),
        source: d.pick(IdeaSource::ALL),
        people: d.next() as u32,
        choices: ideas
            .into_iter()
            .map(|idea| BallotChoice {
                idea,
                dots: d.next() as u32,
                unsure: d.next() as u32,
                disagree: d.next() as u32,
            })
            .collect(),
    }
}

/// 予想.
pub fn guess(s: &Strategy, d: &mut Dice, id: Id<Guess>, session: Id<Session>) -> Guess {
    Guess {
        id,
        session,
        order: Order::default(),
        indicator: d.maybe(&ids(s)),
        table: text(d),
        values: by_year(d, figure),
        reasons: (0..d.below(3)).map(|_| text(d)).collect(),
    }
}

/// アイデア.
pub fn idea(s: &Strategy, d: &mut Dice, id: Id<Idea>) -> Idea {
    Idea {
        id,
        order: Order::default(),
        text: text(d),
        wordings: (0..d.below(3)).map(|_| text(d)).collect(),
        written: d.next() as u32 as i64,
        kind: d.pick(IdeaKind::ALL),
        source: d.pick(IdeaSource::ALL),
        session: d.maybe(&ids(s)),
        goal: d.maybe(&ids(s)),
        measure: d.maybe(&ids(s)),
        indicator: d.maybe(&ids(s)),
        table: text(d),
        date: d.once_in(2).then(|| Date(text(d))),
        votes: d.next() as u32,
        theme: text(d),
        merged: d.maybe(&ids(s)),
        state: d.once_in(2).then(|| d.pick(IdeaState::ALL)),
        answer: text(d),
        changed_goals: d.some(&ids(s)),
        changed_measures: d.some(&ids(s)),
        changed_indicators: d.some(&ids(s)),
    }
}
