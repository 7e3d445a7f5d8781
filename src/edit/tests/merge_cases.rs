//! Three-way merge, case by case: what joins, what is to be decided, and what comes out.

use std::collections::BTreeMap;

use edit::merge::{Act, Choice, Choices, Merge, Part, Row, Spot, merge};
use edit::{Draft, EditLabel, Operation};
use strategy::*;

const GOAL: Id<Goal> = Id::new(1);
const OTHER_GOAL: Id<Goal> = Id::new(2);
const MEASURE: Id<Measure> = Id::new(1);
const INITIATIVE: Id<Initiative> = Id::new(1);
const SHEET: Id<Sheet> = Id::new(1);
const LINE: Id<Line> = Id::new(1);
const INDICATOR: Id<Indicator> = Id::new(1);
const SERIES: Id<Series> = Id::new(1);
const YEAR: FiscalYear = FiscalYear(2025);

/// Two goals, and one of all that stands under the first.
fn plan() -> Strategy {
    let mut draft = Draft::new(&Strategy::default());
    for (at, id) in [GOAL, OTHER_GOAL].into_iter().enumerate() {
        draft.put(Goal {
            id,
            order: Order::nth(at),
            title: format!("目標{at}"),
            ..Goal::default()
        });
    }
    draft.put(Measure {
        id: MEASURE,
        goal: GOAL,
        title: "施策".into(),
        kpis: vec![INDICATOR],
        ..Measure::default()
    });
    draft.put(Initiative {
        id: INITIATIVE,
        measure: MEASURE,
        title: "取組".into(),
        ..Initiative::default()
    });
    draft.put(Sheet {
        id: SHEET,
        measure: MEASURE,
        year: YEAR,
        ..Sheet::default()
    });
    draft.put(Line {
        id: LINE,
        sheet: SHEET,
        initiative: Some(INITIATIVE),
        title: "取組".into(),
        budgets: BTreeMap::from([(YEAR, Money::Thousand(100))]),
        ..Line::default()
    });
    draft.put(Indicator {
        id: INDICATOR,
        name: "来訪者数".into(),
        unit: "人".into(),
        ..Indicator::default()
    });
    draft.put(Series {
        id: SERIES,
        indicator: INDICATOR,
        actuals: BTreeMap::from([(YEAR, Figure::read("1,000"))]),
        ..Series::default()
    });
    draft.strategy().clone()
}

/// The plan with changes.
fn with(change: impl FnOnce(&mut Draft)) -> Strategy {
    let mut draft = Draft::new(&plan());
    change(&mut draft);
    assert_eq!(draft.strategy().integrity(), []);
    draft.strategy().clone()
}

fn set<T: edit::Changed>(id: Id<T>, change: impl FnOnce(&mut T)) -> Strategy {
    with(|draft| draft.update(id, change).unwrap())
}

fn without<T: edit::Removable>(id: Id<T>) -> Strategy {
    with(|draft| T::remove_from(draft, id))
}

fn merged(mine: &Strategy, theirs: &Strategy) -> Merge {
    merge(&plan(), mine, theirs)
}

/// Returns the conflicts, by kind and part.
fn conflicts(merge: &Merge) -> Vec<(Kind, Part)> {
    let spot = |row: &Row| (row.spot.record.kind, row.spot.part);
    merge.conflicts().map(spot).collect()
}

fn by_default(merge: &Merge) -> Strategy {
    merge.outcome(&Choices::new())
}

fn all(merge: &Merge, choice: &Choice) -> Strategy {
    let each = merge.rows().iter().map(|row| (row.spot, choice.clone()));
    merge.outcome(&each.collect())
}

#[test]
fn e41_different_fields_join_and_one_field_is_to_be_decided() {
    let mine = set(MEASURE, |m| m.title = "わたしの施策".into());
    let theirs = set(MEASURE, |m| m.direction = "かれらの方向".into());
    let both = merged(&mine, &theirs);
    assert_eq!(conflicts(&both), []);
    assert_eq!(both.rows().len(), 1);
    let after = by_default(&both);
    let measure = after.get(MEASURE).unwrap();
    assert_eq!(
        (&*measure.title, &*measure.direction),
        ("わたしの施策", "かれらの方向")
    );

    let theirs = set(MEASURE, |m| m.title = "かれらの施策".into());
    let one = merged(&mine, &theirs);
    assert_eq!(conflicts(&one), [(Kind::Measure, Part::Field("title"))]);
    let spot = one.rows()[0].spot;
    for (choice, title) in [
        (Choice::Mine, "わたしの施策"),
        (Choice::Theirs, "かれらの施策"),
        (Choice::Both, "わたしの施策\nかれらの施策"),
        (Choice::Own("みんなの\"施策\"".into()), "みんなの\"施策\""),
    ] {
        let after = one.outcome(&Choices::from([(spot, choice)]));
        assert_eq!(after.get(MEASURE).unwrap().title, title);
    }
    assert!(one.can_be_both(spot) && one.can_be_own(spot));
    assert_eq!(by_default(&one), mine);
}

/// The cases of three-way merge of values: missing is not blank, the same twice is no conflict.
#[test]
fn e41_e43_one_value_of_three_sides() {
    let line = |settled: Option<&str>| {
        set(SERIES, |r| {
            r.actuals = settled
                .map(|text| (YEAR, Figure::read(text)))
                .into_iter()
                .collect();
        })
    };
    let cases = [
        // mine, theirs, what comes out, whether it is to be decided; the base is 1,000.
        (Some("1,000"), Some("1,000"), Some("1,000"), false),
        (Some("2"), Some("1,000"), Some("2"), false),
        (Some("1,000"), Some("2"), Some("2"), false),
        (Some("2"), Some("2"), Some("2"), false),
        (Some("2"), Some("3"), Some("2"), true),
        (None, Some("1,000"), None, false),
        (Some("1,000"), None, None, false),
        (None, None, None, false),
        (None, Some("2"), None, true),
        (Some("2"), None, Some("2"), true),
        (Some(""), None, Some(""), true),
        (None, Some(""), None, true),
        (Some("2,000"), Some("２０００"), Some("2,000"), false),
        (Some("１０００"), Some("2"), Some("2"), false),
        (Some("2"), Some("1000"), Some("2"), false),
        (Some("多い"), Some("少ない"), Some("多い"), true),
    ];
    for (mine, theirs, out, decided) in cases {
        let merge = merged(&line(mine), &line(theirs));
        let after = by_default(&merge);
        let actual = after.get(SERIES).unwrap().actuals.get(&YEAR).cloned();
        assert_eq!(
            actual.as_ref().map(Figure::text),
            out,
            "{mine:?} {theirs:?}"
        );
        assert_eq!(
            merge.conflicts().count() == 1,
            decided,
            "{mine:?} {theirs:?}"
        );
    }
}

#[test]
fn e42_years_are_merged_year_by_year_and_what_belongs_together_is_one() {
    let next = YEAR.next();
    let mine = set(LINE, |l| {
        l.budgets = BTreeMap::from([(YEAR, Money::Thousand(200))])
    });
    let theirs = set(LINE, |l| {
        l.budgets.insert(next, Money::Thousand(300));
    });
    let years = merged(&mine, &theirs);
    assert_eq!(conflicts(&years), []);
    let budgets = &by_default(&years).get(LINE).unwrap().budgets.clone();
    assert_eq!(
        budgets.clone(),
        BTreeMap::from([(YEAR, Money::Thousand(200)), (next, Money::Thousand(300))])
    );

    let fund = Fund {
        source: FundSource::Bond,
        amount: 100,
    };
    let theirs = set(LINE, |l| l.funds = vec![fund]);
    let money = merged(&mine, &theirs);
    assert_eq!(conflicts(&money), [(Kind::Line, Part::Together("settled"))]);
    let line = all(&money, &Choice::Theirs);
    let line = line.get(LINE).unwrap();
    assert_eq!(line.budgets, plan().get(LINE).unwrap().budgets);
    assert_eq!(line.funds, [fund]);

    let mine = set(SHEET, |s| s.rating = "Ａ".into());
    let theirs = set(SHEET, |s| s.results = "課題が残った".into());
    let rating = merged(&mine, &theirs);
    assert_eq!(
        conflicts(&rating),
        [(Kind::Sheet, Part::Together("results"))]
    );
    assert!(!rating.can_be_own(rating.rows()[0].spot));

    let mine = set(INDICATOR, |k| k.unit = "千人".into());
    let theirs = set(INDICATOR, |k| k.desired = Some(Desired::Increase));
    assert_eq!(merged(&mine, &theirs).conflicts().count(), 1);
}

#[test]
fn e44_mentions_of_both_are_there() {
    let add = |number: u64| {
        with(|draft| {
            let id = Id::new(number);
            draft.put(Indicator {
                id,
                name: format!("指標{number}"),
                order: Order::nth(number as usize),
                ..Indicator::default()
            });
            draft.put(Series {
                id: Id::new(number),
                indicator: id,
                ..Series::default()
            });
            draft.update(MEASURE, |m| m.kpis.push(id)).unwrap();
        })
    };
    let merge = merged(&add(7), &add(8));
    assert_eq!(conflicts(&merge), []);
    let kpis = |s: &Strategy| {
        s.get(MEASURE)
            .unwrap()
            .kpis
            .iter()
            .map(|k| k.number())
            .collect::<Vec<_>>()
    };
    assert_eq!(kpis(&by_default(&merge)), [1, 7, 8]);
    assert_eq!(kpis(&all(&merge, &Choice::Mine)), [1, 7]);
}

#[test]
fn e45_two_at_one_place_and_one_at_two_places_are_nothing_to_decide() {
    let added = |number: u64| {
        let made = edit::add(
            &plan(),
            Initiative {
                id: Id::new(number),
                measure: MEASURE,
                title: format!("取組{number}"),
                ..Initiative::default()
            },
            1,
        );
        let mut after = plan();
        made.unwrap().apply(&mut after).unwrap();
        after
    };
    let merge = merged(&added(7), &added(8));
    assert_eq!(conflicts(&merge), []);
    assert_eq!(by_default(&merge).initiatives.len(), 3);

    let moved = |place: usize| set(OTHER_GOAL, |g| g.order = Order::nth(place));
    // Both to one place: there is nothing to say of it (E105).
    let merge = merged(&moved(5), &moved(4));
    assert_eq!(merge.rows(), []);
    assert_eq!(by_default(&merge), moved(5));

    let elsewhere = |goal| set(MEASURE, |m| m.goal = goal);
    let mine = elsewhere(OTHER_GOAL);
    let theirs = set(MEASURE, |m| m.order = Order::nth(9));
    assert_eq!(by_default(&merged(&mine, &theirs)), mine);
    let merge = merged(&theirs, &mine);
    assert_eq!(
        (conflicts(&merge), merge.rows()[0].act),
        (vec![], Act::Moved)
    );
    assert_eq!(by_default(&merge), mine);
}

#[test]
fn e41_one_record_moved_under_two_others_is_to_be_decided() {
    let third = Id::<Goal>::new(3);
    let mut draft = Draft::new(&plan());
    draft.put(Goal {
        id: third,
        order: Order::nth(2),
        title: "目標2".into(),
        ..Goal::default()
    });
    let base = draft.strategy().clone();
    let moved = |goal| {
        let mut draft = Draft::new(&base);
        draft
            .update(MEASURE, |m: &mut Measure| m.goal = goal)
            .unwrap();
        draft.strategy().clone()
    };
    let merge = merge(&base, &moved(OTHER_GOAL), &moved(third));
    assert_eq!(conflicts(&merge), [(Kind::Measure, Part::Place)]);
    assert_eq!(by_default(&merge), moved(OTHER_GOAL));
    assert_eq!(all(&merge, &Choice::Theirs), moved(third));
}

#[test]
fn e46_taken_out_and_gone_on_with_is_to_be_decided_and_kept_until_then() {
    let edited = set(INITIATIVE, |i| i.text = "新しい内容".into());
    // Theirs is gone, ours went on; and the other way round.
    for (mine, theirs, act) in [
        (edited.clone(), without(MEASURE), Act::Removed),
        (without(MEASURE), edited.clone(), Act::WentOn),
    ] {
        let merge = merged(&mine, &theirs);
        assert_eq!(conflicts(&merge), [(Kind::Measure, Part::Whole)]);
        assert_eq!((merge.rows().len(), merge.rows()[0].act), (1, act));
        assert_eq!(by_default(&merge), edited);
        let gone = match act {
            Act::WentOn => Choice::Mine,
            _ => Choice::Theirs,
        };
        assert_eq!(all(&merge, &gone), without(MEASURE));
    }
    // Something new under what is gone.
    let new = with(|draft| {
        draft.put(Initiative {
            id: Id::new(9),
            measure: MEASURE,
            title: "新規".into(),
            ..Initiative::default()
        });
    });
    let merge = merged(&without(MEASURE), &new);
    assert_eq!(conflicts(&merge), [(Kind::Measure, Part::Whole)]);
    assert_eq!(by_default(&merge), new);
    assert_eq!(all(&merge, &Choice::Mine), without(MEASURE));
    // Nobody went on with it.
    assert_eq!(
        by_default(&merged(&without(MEASURE), &plan())),
        without(MEASURE)
    );
    let renamed = set(OTHER_GOAL, |g| g.title = "名称".into());
    let merge = merged(&renamed, &without(MEASURE));
    assert_eq!((conflicts(&merge), merge.rows().len()), (vec![], 1));
}

#[test]
fn e46_what_is_kept_is_mentioned_where_it_was() {
    let edited = set(INDICATOR, |k| k.definition = "定義".into());
    let merge = merged(&without(INDICATOR), &edited);
    assert_eq!(by_default(&merge), edited);
    let merge = merged(&edited, &without(INDICATOR));
    assert_eq!(by_default(&merge).get(MEASURE).unwrap().kpis, [INDICATOR]);
}

#[test]
fn e47_a_mention_of_what_is_gone_goes_with_it() {
    let mentions = set(OTHER_GOAL, |g| g.targets = vec![INDICATOR]);
    for (mine, theirs) in [
        (&mentions, &without(INDICATOR)),
        (&without(INDICATOR), &mentions),
    ] {
        let merge = merged(mine, theirs);
        assert_eq!(conflicts(&merge), []);
        let after = by_default(&merge);
        assert_eq!(after.integrity(), []);
        assert_eq!(after.get(OTHER_GOAL).unwrap().targets, []);
    }
    let reprise = with(|draft| {
        let reprise = Some(Reprise::Of(INITIATIVE));
        draft.put(Initiative {
            id: Id::new(9),
            measure: MEASURE,
            title: "再".into(),
            reprise,
            ..Initiative::default()
        });
    });
    let after = by_default(&merged(&without(INITIATIVE), &reprise));
    let said = after.get(Id::<Initiative>::new(9)).unwrap().reprise.clone();
    assert_eq!(said, Some(Reprise::Elsewhere("取組".into())));
}

#[test]
fn e48_a_closed_year_stays_as_it_is() {
    let closing = Closing {
        year: YEAR,
        act: ClosingAct::Closed,
        ..Closing::default()
    };
    let mine = set(About::ID, |about| about.closings = vec![closing]);
    let theirs = with(|draft| {
        draft
            .update(SERIES, |r| {
                r.actuals.insert(YEAR, Figure::read("5"));
                r.actuals.insert(YEAR.next(), Figure::read("6"));
            })
            .unwrap();
    });
    let merge = merged(&mine, &theirs);
    let closed: Vec<_> = merge.rows().iter().map(|row| row.closed).collect();
    assert_eq!(closed, [Some(YEAR), None]);
    let after = all(&merge, &Choice::Theirs);
    let actuals = &after.get(SERIES).unwrap().actuals;
    assert_eq!(actuals[&YEAR].text(), "1,000");
    assert_eq!(actuals[&YEAR.next()].text(), "6");
    let choices = Choices::new();
    assert_eq!(
        merge.edit(&choices).unwrap().label,
        EditLabel::to_all(Operation::Merge)
    );
}

#[test]
fn e48_of_several_taken_out_only_those_that_a_closed_year_mentions_stay() {
    let (other, free) = (Id::<Initiative>::new(2), Id::<Initiative>::new(3));
    let sheet = Id::<Sheet>::new(2);
    let base = with(|draft| {
        for (at, id) in [other, free].into_iter().enumerate() {
            draft.put(Initiative {
                id,
                measure: MEASURE,
                order: Order::nth(at + 1),
                ..Initiative::default()
            });
        }
        draft.put(Sheet {
            id: sheet,
            measure: MEASURE,
            year: FiscalYear(YEAR.0 + 4),
            ..Sheet::default()
        });
        draft.put(Line {
            id: Id::new(2),
            sheet,
            initiative: Some(other),
            ..Line::default()
        });
    });
    let without = |ids: &[Id<Initiative>]| {
        let mut draft = Draft::new(&base);
        for id in ids {
            edit::Removable::remove_from(&mut draft, *id);
        }
        draft.strategy().clone()
    };
    let closing = |year| Closing {
        year,
        act: ClosingAct::Closed,
        ..Closing::default()
    };
    let mut mine = Draft::new(&base);
    let years = [YEAR.previous(), YEAR];
    mine.update(About::ID, |about| {
        about.closings = years.map(closing).into()
    })
    .unwrap();
    let told = |ids: &[Id<Initiative>]| {
        let merge = merge(&base, mine.strategy(), &without(ids));
        let rows = merge.rows().iter();
        let rows = rows.filter(|row| row.act == Act::Removed);
        rows.map(|row| (row.spot.record, row.closed.is_some()))
            .collect::<Vec<_>>()
    };
    let [first, second, third] = [INITIATIVE, other, free].map(AnyId::from);
    assert_eq!(
        told(&[INITIATIVE, other, free]),
        [(first, true), (second, false), (third, false)]
    );
    assert_eq!(told(&[other, free]), [(second, false), (third, false)]);
}

#[test]
fn e49_what_only_both_together_would_break_is_to_be_decided() {
    let two = with(|draft| {
        draft.put(Series {
            id: Id::new(2),
            indicator: INDICATOR,
            order: Order::nth(1),
            ..Series::default()
        })
    });
    let take = |id: Id<Series>| {
        let mut draft = Draft::new(&two);
        draft.take(id);
        draft.strategy().clone()
    };
    let last = merge(&two, &take(SERIES), &take(Id::new(2)));
    assert_eq!(conflicts(&last), [(Kind::Series, Part::Whole)]);
    assert_eq!(by_default(&last), take(SERIES));

    let (one, other) = (INITIATIVE, Id::new(2));
    let base = with(|draft| {
        draft.put(Initiative {
            id: other,
            measure: MEASURE,
            title: "別".into(),
            ..Initiative::default()
        })
    });
    let reprise = |of, original| {
        let mut draft = Draft::new(&base);
        draft
            .update(of, |i: &mut Initiative| {
                i.reprise = Some(Reprise::Of(original))
            })
            .unwrap();
        draft.strategy().clone()
    };
    let circle = merge(&base, &reprise(one, other), &reprise(other, one));
    assert_eq!(
        conflicts(&circle),
        [(Kind::Initiative, Part::Field("reprise"))]
    );
    assert_eq!(by_default(&circle), reprise(one, other));
    assert_eq!(all(&circle, &Choice::Theirs).integrity(), []);
}

#[test]
fn e50_what_may_be_one_and_the_same_is_told() {
    let add = |number: u64, name: &str, unit: &str| {
        with(|draft| {
            let id = Id::new(number);
            draft.put(Indicator {
                id,
                name: name.into(),
                unit: unit.into(),
                ..Indicator::default()
            });
            draft.put(Series {
                id: Id::new(number),
                indicator: id,
                ..Series::default()
            });
        })
    };
    let mine = add(7, "出生数 (年間)", "人");
    let told = |name, unit| {
        let doubles = merged(&mine, &add(8, name, unit)).doubles().to_vec();
        doubles
            .first()
            .map(|double| (double.mine.number, double.theirs.number))
    };
    assert_eq!(told("出生数（年間）", "人"), Some((7, 8)));
    assert_eq!(told("出生数（年間）", "千人"), None);
    assert_eq!(told("来訪者数", "人"), Some((1, 8)));
    assert_eq!(told("別の指標", "人"), None);
}

#[test]
fn e40_rows_come_in_the_order_the_plan_is_read() {
    let theirs = with(|draft| {
        draft.update(INDICATOR, |k| k.name = "x".into()).unwrap();
        draft.update(LINE, |l| l.text = "x".into()).unwrap();
        draft.update(INITIATIVE, |i| i.title = "x".into()).unwrap();
        draft.update(OTHER_GOAL, |g| g.title = "x".into()).unwrap();
        draft
            .update(GOAL, |g| (g.note, g.title) = ("x".into(), "x".into()))
            .unwrap();
        draft.update(About::ID, |a| a.note = "x".into()).unwrap();
    });
    let merge = merged(&plan(), &theirs);
    let spot = |spot: Spot| (spot.record.kind, spot.part, spot.record.number);
    let read: Vec<_> = merge.rows().iter().map(|row| spot(row.spot)).collect();
    assert_eq!(
        read,
        [
            (Kind::About, Part::Field("note"), 0),
            (Kind::Goal, Part::Field("title"), 1),
            (Kind::Goal, Part::Field("note"), 1),
            (Kind::Initiative, Part::Field("title"), 1),
            (Kind::Line, Part::Field("text"), 1),
            (Kind::Goal, Part::Field("title"), 2),
            (Kind::Indicator, Part::Field("name"), 1),
        ]
    );
}
