//! A sound strategy, and a way to break each rule on it.

use rust_decimal::Decimal;

use edit::empty_ground;
use insight::checks::*;
use insight::test_fixtures::*;
use strategy::*;

pub const TODAY: FiscalYear = FiscalYear(2023);

/// 2020–2024, under way in 2023, with nothing to find.
pub fn sound() -> Strategy {
    let mut s = Strategy::default();
    s.about.insert(About {
        title: "みほん町総合戦略".into(),
        town: Town {
            name: "みほん町".into(),
            code: "012360".into(),
        },
        period: Period {
            first: FiscalYear(2020),
            last: FiscalYear(2024),
        },
        stage: Stage::Running,
        ..About::default()
    });
    s.goals.insert(Goal {
        direction: "にぎわいをつくる".into(),
        targets: vec![Id::new(1)],
        ..goal(1, "人を呼び込む")
    });
    s.measures.insert(Measure {
        owner: "企画課".into(),
        kpis: vec![Id::new(2)],
        ..measure(1, 1, "移住の支援")
    });
    s.initiatives.insert(initiative(1, 1, "相談窓口"));
    for (id, name, unit) in [(1, "移住者数", "人"), (2, "相談満足度", "％")] {
        s.indicators.insert(Indicator {
            unit: unit.into(),
            desired: Some(Desired::Increase),
            source: "町の調べ".into(),
            owner: "企画課".into(),
            definition: "窓口を通じたもの".into(),
            rationale: "人口ビジョンから".into(),
            ..indicator(id, name)
        });
        let mut row = series(id, id, "");
        row.baseline = Some(Baseline {
            figure: Figure::read("10"),
            at: Some(At("R1".into())),
        });
        row.targets.insert(FiscalYear(2024), Figure::read("20"));
        for (year, text) in [(2020, "11"), (2021, "13"), (2022, "15")] {
            row.actuals.insert(FiscalYear(year), Figure::read(text));
        }
        s.series.insert(row);
    }
    s.sheets.insert(sheet(1, 1, 2023));
    s.lines.insert(Line {
        settled: Some(Money::Thousand(300)),
        ..line(1, 1, "相談窓口")
    });
    s
}

pub fn about(s: &mut Strategy, change: impl FnOnce(&mut About)) {
    edit(s, About::ID, change);
}

pub fn edit<T: Record>(s: &mut Strategy, id: Id<T>, change: impl FnOnce(&mut T)) {
    let mut record = T::clone(s.get(id).unwrap_or_else(|| panic!("no {id}")));
    change(&mut record);
    T::table_mut(s).insert(record);
}

pub fn k(s: &mut Strategy, change: impl FnOnce(&mut Indicator)) {
    edit(s, Id::new(1), change);
}

pub fn row(s: &mut Strategy, change: impl FnOnce(&mut Series)) {
    edit(s, Id::new(1), change);
}

pub fn target(s: &mut Strategy, figure: Figure) {
    row(s, |r| {
        r.targets.insert(FiscalYear(2024), figure);
    });
}

fn baseline(s: &mut Strategy, text: &str) {
    row(s, |r| {
        r.baseline = Some(Baseline {
            figure: Figure::read(text),
            at: Some(At("R1".into())),
        })
    });
}

fn number(value: i64, change: impl FnOnce(&mut Number)) -> Figure {
    let mut number = Number {
        value: value.into(),
        ..Number::default()
    };
    change(&mut number);
    Figure::corrected(&value.to_string(), Reading::Number(number))
}

fn change(from: &str, to: &str, reason: &str) -> TargetChange {
    TargetChange {
        series: Id::new(1),
        year: FiscalYear(2024),
        from: Some(Figure::read(from)),
        to: Some(Figure::read(to)),
        date: Date("2022-06-01".into()),
        by: "議会".into(),
        reason: reason.into(),
    }
}

fn closing(year: i32) -> Closing {
    Closing {
        year: FiscalYear(year),
        act: ClosingAct::Closed,
        date: Date("2023-08-01".into()),
        by: String::new(),
        reason: String::new(),
    }
}

fn given(mark: &str, reason: &str) -> GivenRating {
    GivenRating {
        mark: mark.into(),
        reason: reason.into(),
        by: String::new(),
    }
}

pub type Breaking = (Rule, fn(&mut Strategy));

pub const EACH: &[Breaking] = &[
    (Rule::PlanUntitled, |s| about(s, |a| a.title = " ".into())),
    (Rule::TownUnnamed, |s| about(s, |a| a.town.name.clear())),
    (Rule::TownCodeWrong, |s| {
        about(s, |a| a.town.code = "012361".into())
    }),
    (Rule::RuleSetGaps, |s| {
        about(s, |a| {
            let mut rules = insight::presets::standard();
            rules
                .bands
                .retain(|band| !band.states.contains(&State::NoActual));
            a.ruleset = Some(rules);
        });
    }),
    (Rule::TimetableReversed, |s| {
        let jun = |month| Jun {
            year: 2019,
            month,
            third: Third::Early,
        };
        s.lanes.insert(Lane {
            id: Id::new(1),
            order: Order::nth(0),
            title: "会議".into(),
            stages: false,
        });
        s.timetable.insert(TimetableItem {
            id: Id::new(1),
            lane: Id::new(1),
            order: Order::nth(0),
            from: jun(Month(9)),
            to: jun(Month(8)),
            title: "有識者会議".into(),
            ..Default::default()
        });
    }),
    (Rule::IdeaUnanswered, |s| {
        s.ideas.insert(Idea {
            id: Id::new(1),
            order: Order::nth(0),
            text: "駅前に休める場所がほしい".into(),
            table: "A".into(),
            votes: 3,
            ..Default::default()
        });
    }),
    (Rule::Dangling, |s| {
        edit(s, Id::<Initiative>::new(1), |i| {
            i.reprise = Some(Reprise::Of(Id::new(9)))
        });
    }),
    (Rule::EmptyTitle, |s| {
        edit(s, Id::<Initiative>::new(1), |i| i.title.clear())
    }),
    (Rule::GoalWithoutTarget, |s| {
        edit(s, Id::<Goal>::new(1), |g| g.targets.clear());
        edit(s, Id::<Measure>::new(1), |m| m.kpis.push(Id::new(1)));
    }),
    (Rule::GoalWithoutMeasure, |s| {
        s.goals.insert(Goal {
            direction: "ある".into(),
            targets: vec![Id::new(1)],
            ..goal(2, "二つ目")
        });
    }),
    (Rule::GoalWithoutDirection, |s| {
        edit(s, Id::<Goal>::new(1), |g| g.direction.clear())
    }),
    (Rule::MeasureWithoutKpi, |s| {
        s.measures.insert(Measure {
            owner: "総務課".into(),
            ..measure(2, 1, "二つ目")
        });
        s.initiatives.insert(initiative(2, 2, "取組"));
    }),
    (Rule::MeasureWithoutInitiative, |s| {
        s.measures.insert(Measure {
            owner: "総務課".into(),
            kpis: vec![Id::new(2)],
            ..measure(2, 1, "二つ目")
        });
    }),
    (Rule::MeasureWithoutOwner, |s| {
        edit(s, Id::<Measure>::new(1), |m| m.owner.clear())
    }),
    (Rule::DivisionEmpty, |s| {
        s.divisions.insert(Division {
            id: Id::new(1),
            goal: Id::new(1),
            order: Order::nth(0),
            label: "柱".into(),
            number: String::new(),
            title: "空の柱".into(),
        });
    }),
    (Rule::NumberTwice, |s| {
        edit(s, Id::<Measure>::new(1), |m| m.number = "１".into());
        let kpis = vec![Id::new(2)];
        s.measures.insert(Measure {
            owner: "総務課".into(),
            number: "1".into(),
            kpis,
            ..measure(2, 1, "二つ目")
        });
        s.initiatives.insert(initiative(2, 2, "取組"));
    }),
    (Rule::TitleTwice, |s| {
        s.initiatives.insert(initiative(2, 1, "相談窓口"));
    }),
    (Rule::IndicatorListedTwice, |s| {
        edit(s, Id::<Goal>::new(1), |g| {
            g.targets = vec![Id::new(1), Id::new(2), Id::new(1)]
        });
    }),
    (Rule::RepriseWithoutOriginal, |s| {
        edit(s, Id::<Initiative>::new(1), |i| {
            i.reprise = Some(Reprise::Elsewhere(String::new()))
        });
    }),
    (Rule::RelatedUnlinked, |s| {
        edit(s, Id::<Measure>::new(1), |m| {
            m.related.push(Related {
                code: "１-1".into(),
                measure: None,
            });
            m.related.push(Related {
                code: "9-9".into(),
                measure: None,
            });
        });
    }),
    (Rule::TooManyTargets, |s| {
        let ids: Vec<Id<Indicator>> = (1..=9).map(Id::new).collect();
        for id in 3..=9 {
            copy(s, id, &format!("指標{id}"));
        }
        edit(s, Id::<Goal>::new(1), |g| g.targets = ids);
    }),
    (Rule::OutputAsGoalTarget, |s| {
        k(s, |k| k.name = "移住セミナーの開催回数".into())
    }),
    (Rule::OutputOnlyMeasure, |s| {
        edit(s, Id::<Indicator>::new(2), |k| {
            k.nature = Some(Nature::Output)
        });
    }),
    (Rule::TooManyIndicators, |s| {
        let ids: Vec<Id<Indicator>> = (2..=121).map(Id::new).collect();
        for id in 3..=121 {
            copy(s, id, &format!("指標{id}"));
        }
        edit(s, Id::<Measure>::new(1), |m| m.kpis = ids);
    }),
    (Rule::IndicatorUnused, |s| copy(s, 3, "使わない指標")),
    (Rule::SameIndicator, |s| {
        copy(s, 3, "移住 者数");
        edit(s, Id::<Measure>::new(1), |m| m.kpis.push(Id::new(3)));
    }),
    (Rule::SameCode, |s| {
        k(s, |k| k.code = "1-1".into());
        edit(s, Id::<Indicator>::new(2), |k| k.code = "１-１".into());
    }),
    (Rule::KeepWithoutSide, |s| {
        let (lower, upper) = (None, None);
        k(s, |k| k.desired = Some(Desired::Keep { lower, upper }));
    }),
    (Rule::NoWay, |s| k(s, |k| k.desired = None)),
    (Rule::WayAgainstTarget, |s| {
        target(
            s,
            Figure::corrected("↘", Reading::Directional(DirectionalTarget::Down)),
        )
    }),
    (Rule::CountingAgainstTarget, |s| {
        target(s, number(20, |n| n.span = Span::Average));
    }),
    (Rule::LimitsReversed, |s| {
        let [lower, upper] = [30, 20].map(|n| Some(Decimal::from(n)));
        k(s, |k| k.desired = Some(Desired::Keep { lower, upper }));
    }),
    (Rule::NoUnit, |s| k(s, |k| k.unit.clear())),
    (Rule::NoSource, |s| k(s, |k| k.source.clear())),
    (Rule::NoOwner, |s| k(s, |k| k.owner.clear())),
    (Rule::NoDefinition, |s| k(s, |k| k.definition.clear())),
    (Rule::NoRationale, |s| k(s, |k| k.rationale.clear())),
    (Rule::NoBaseline, |s| row(s, |r| r.baseline = None)),
    (Rule::NoBaselineYear, |s| {
        row(s, |r| {
            r.baseline = Some(Baseline {
                figure: Figure::read("10"),
                at: None,
            })
        });
    }),
    (Rule::NoTarget, |s| row(s, |r| r.targets.clear())),
    (Rule::NoFinalTarget, |s| {
        row(s, |r| {
            r.targets = [(FiscalYear(2023), Figure::read("20"))].into()
        });
    }),
    (Rule::TargetOutsidePeriod, |s| {
        row(s, |r| {
            r.targets.insert(FiscalYear(2030), Figure::read("30"));
        });
    }),
    (Rule::TargetOnWrongSide, |s| baseline(s, "30")),
    (Rule::TargetAlreadyReached, |s| baseline(s, "20")),
    (Rule::TargetWithinTolerance, |s| {
        k(s, |k| k.tolerance = Some(11.into()))
    }),
    (Rule::FigureUnread, |s| {
        row(s, |r| {
            r.actuals
                .insert(FiscalYear(2021), Figure::corrected("約束", Reading::Unread));
        });
    }),
    (Rule::UnitsDiffer, |s| {
        target(s, number(20, |n| n.unit = "世帯".into()))
    }),
    (Rule::ChangeWithoutReason, |s| {
        k(s, |k| k.changes.push(change("15", "20", " ")))
    }),
    (Rule::TargetLowered, |s| {
        k(s, |k| k.changes.push(change("25", "20", "実情に合わせて")))
    }),
    (Rule::ActualInFuture, |s| {
        row(s, |r| {
            r.actuals.insert(FiscalYear(2024), Figure::read("18"));
        });
    }),
    (Rule::ActualOverdue, |s| {
        row(s, |r| {
            r.actuals.remove(&FiscalYear(2022));
        });
    }),
    (Rule::ClosedYearBlank, |s| {
        row(s, |r| {
            r.actuals.remove(&FiscalYear(2021));
        });
        about(s, |a| a.closings = vec![closing(2021)]);
    }),
    (Rule::CumulativeFalls, |s| {
        k(s, |k| {
            k.counting = Counting::Cumulative {
                from: Some(FiscalYear(2015)),
            }
        });
        row(s, |r| {
            r.actuals.insert(FiscalYear(2022), Figure::read("12"));
        });
    }),
    (Rule::CumulativeBaseline, |s| {
        k(s, |k| k.counting = Counting::Cumulative { from: None })
    }),
    (Rule::RedefinedSinceBaseline, |s| {
        k(s, |k| k.breaks.push(FiscalYear(2021)))
    }),
    (Rule::ActualJumps, |s| {
        row(s, |r| {
            r.actuals.insert(FiscalYear(2022), Figure::read("150"));
        });
    }),
    (Rule::RatingUnknown, |s| {
        k(s, |k| {
            k.ratings.insert(FiscalYear(2022), given("Ａ", "秋に回復"));
        });
    }),
    (Rule::RatingWithoutReason, |s| {
        k(s, |k| {
            k.ratings.insert(FiscalYear(2022), given("○", ""));
        });
    }),
    (Rule::SheetWithoutRating, |s| {
        edit(s, Id::<Sheet>::new(1), |y| y.rating.clear())
    }),
    (Rule::PrintedTotalDiffers, |s| {
        edit(s, Id::<Sheet>::new(1), |y| y.printed_settled = Some(301))
    }),
    (Rule::FundsDiffer, |s| {
        edit(s, Id::<Line>::new(1), |l| {
            l.funds = vec![Fund {
                source: FundSource::General,
                amount: 299,
            }]
        });
    }),
    (Rule::PeriodReversed, |s| {
        about(s, |a| {
            a.period = Period {
                first: FiscalYear(2025),
                last: FiscalYear(2024),
            }
        });
    }),
    (Rule::ItemUnanswered, |s| {
        items(s, &[1, 2]);
        edit(s, Id::<Goal>::new(1), |g| g.aligned = vec![Id::new(2)]);
    }),
    (Rule::OwnUntied, |s| {
        items(s, &[3]);
        s.goals.insert(Goal {
            kind: GoalKind::CrossCutting,
            direction: "支え合う".into(),
            targets: vec![Id::new(1)],
            aligned: vec![Id::new(3)],
            ..goal(9, "つながりをつくる")
        });
    }),
    (Rule::FrameworkSuperseded, |s| {
        items(s, &[1, 2, 3, 4]);
        let titles = [
            "地方にしごとをつくり、安心して働けるようにする",
            "地方への新しいひとの流れをつくる",
            "若い世代の結婚・出産・子育ての希望をかなえる",
            "時代に合った地域をつくり、安心なくらしを守るとともに、地域と地域を連携する",
        ];
        let ids = [1, 2, 3, 4].map(Id::<FrameworkItem>::new);
        for (id, title) in ids.into_iter().zip(titles) {
            edit(s, id, |item| item.title = title.into());
        }
        edit(s, Id::<Goal>::new(1), |g| g.aligned = ids.to_vec());
    }),
    (Rule::GroundWithoutAddress, |s| {
        s.grounds.insert(Ground {
            title: "まち・ひと・しごと創生法".into(),
            ..empty_ground(Id::new(1))
        });
        edit(s, Id::<Goal>::new(1), |g| g.grounds = vec![Id::new(1)]);
    }),
    (Rule::GroundUndated, |s| {
        s.grounds.insert(Ground {
            title: "みほん町総合計画".into(),
            address: "https://example.jp/plan".into(),
            ..empty_ground(Id::new(1))
        });
        edit(s, Id::<Goal>::new(1), |g| g.grounds = vec![Id::new(1)]);
    }),
    (Rule::GroundUncited, |s| {
        s.grounds.insert(Ground {
            title: "国勢調査".into(),
            address: "庁舎の書庫".into(),
            ..empty_ground(Id::new(1))
        });
    }),
    (Rule::SupportPastDeadline, |s| {
        s.supports.insert(Support {
            id: Id::new(1),
            title: "移住支援金".into(),
            deadline: Some(Date("2020-01-31".into())),
            ..Default::default()
        });
        edit(s, Id::<Initiative>::new(1), |one| {
            one.supports = vec![Id::new(1)];
        });
    }),
    (Rule::SupportDeadlineNear, |s| {
        s.supports.insert(Support {
            id: Id::new(1),
            title: "移住支援金".into(),
            deadline: Some(Date("2023-12-10".into())),
            ..Default::default()
        });
    }),
    (Rule::PartLate, |s| {
        let mut about = About::clone(&s.about());
        about.handed_out.push(HandedPart {
            id: "1".into(),
            to: "産業課".into(),
            until: Some(Date("2020-01-31".into())),
            ..HandedPart::default()
        });
        s.about.insert(about);
    }),
    (Rule::NoGoals, |s| {
        *s = Strategy {
            goals: Table::default(),
            ..Strategy::clone(s)
        }
    }),
];

/// Something to answer to, with these items.
fn items(s: &mut Strategy, ids: &[u64]) {
    s.frameworks.insert(Framework {
        id: Id::new(1),
        order: Order::nth(1),
        kind: FrameworkKind::Nation,
        title: "国の総合戦略".into(),
        ..Default::default()
    });
    for id in ids {
        s.framework_items.insert(FrameworkItem {
            id: Id::new(*id),
            framework: Id::new(1),
            order: Order::nth(*id as usize),
            kind: GoalKind::Basic,
            title: format!("国の目標{id}"),
            ..Default::default()
        });
    }
}

/// One more indicator like the first, with its series.
pub fn copy(s: &mut Strategy, id: u64, name: &str) {
    let first = s.get(Id::<Indicator>::new(1)).map(|k| Indicator::clone(k));
    let rows = s.get(Id::<Series>::new(1)).map(|r| Series::clone(r));
    if let (Some(mut indicator), Some(mut series)) = (first, rows) {
        indicator.id = Id::new(id);
        indicator.name = name.to_owned();
        (series.id, series.indicator) = (Id::new(id), Id::new(id));
        s.indicators.insert(indicator);
        s.series.insert(series);
    }
}
