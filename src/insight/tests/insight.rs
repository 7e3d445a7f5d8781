//! Results of insight for real documents.

use ::words::indicators as words;
use ::words::number::percent;
use ::words::why::{decided, reasons, why};
use ::words::{Say, Word};
use insight::appraisal::Appraisal;
use insight::contents::contents;
use insight::forecast::forecast;
use insight::overview::{Listed, glance, listed, overview, overview_of};
use insight::progress::Progress;
use insight::rating::Given;
use insight::ruleset_comparison::try_all;
use insight::{Numbers, has_actuals};
use strategy::*;

use fixtures::sample;

/// 北本市 with invented actuals of 令和6年度, for the series in the order they stand.
fn kitamoto() -> Strategy {
    let mut s = sample("kitamoto-2022");
    let actuals = [
        "434.9",
        "1.19",
        "5,160",
        "△12",
        "集計中",
        "309",
        "18.80",
        "20.95",
        "36.1",
        "59.0",
        "255,000",
        "0",
        "55.0",
        "28.9",
        "1,800",
        "2",
        "21",
    ];
    let by_indicator = s.series.by_parent();
    let rows: Vec<Series> = s
        .indicators
        .sorted()
        .iter()
        .flat_map(|k| by_indicator.under(k.id).iter().map(|r| Series::clone(r)))
        .collect();
    assert_eq!(rows.len(), actuals.len());
    for (mut row, text) in rows.into_iter().zip(actuals) {
        row.actuals.insert(FiscalYear(2024), Figure::read(text));
        s.series.insert(row);
    }
    s
}

#[test]
fn the_overview_of_kitamoto() {
    let s = kitamoto();
    let o = overview(&s, FiscalYear(2025));
    assert_eq!(o.year, FiscalYear(2024));
    assert_eq!(o.elapsed.map(percent).as_deref(), Some("75％"));
    assert_eq!((o.entry.entered, o.entry.expected), (16, 17));
    assert_eq!(o.entry.owners.len(), 1);
    assert_eq!((o.whole.indicators.total, o.whole.as_wished), (15, 12));
    assert_eq!(o.whole.indicators.bands, [2, 6, 4, 1, 1, 1, 0]);
    assert_eq!(o.goals.len(), 6);
    assert_eq!(o.goals[4].number, "横1");
    assert_eq!(o.goals[3].targets.len(), 5);
    // 地域活動に参加している市民の割合 stands under two goals.
    let by_goal: usize = o
        .goals
        .iter()
        .map(|g| g.tally.targets.indicators.total)
        .sum();
    assert_eq!(by_goal, o.whole.indicators.total + 1);
    let births = &o.goals[2].targets[1].rows[0].1;
    assert_eq!(
        why(&births.rated),
        "当初値 340人から 380人（R7）をめざすところ、R6の実績は 309人。目標と反対に動いています（進捗率 (309−340)÷(380−340)＝△77.5％、期間は75％経過）。「当初値を下回る」に当たるため。"
    );
    let uses = glance(&s, Id::new(8), FiscalYear(2024)).unwrap();
    assert_eq!((uses.rows.len(), uses.used_by.len()), (1, 2));
}

#[test]
fn a_list_on_paper_says_what_the_screen_says() {
    let (s, year) = (sample("mihon"), FiscalYear(2024));
    let ids: Vec<_> = s.indicators.sorted().iter().rev().map(|k| k.id).collect();
    let all = listed(&s, &Appraisal::of(&s, year), &ids);
    assert_eq!(all.len(), s.indicators.len());
    for (one, id) in all.iter().zip(&ids) {
        let seen = glance(&s, *id, year).expect("it is there");
        let rows: Vec<_> = one.rows.iter().map(|(_, row)| row.clone()).collect();
        assert_eq!(one.indicator.id, *id);
        assert_eq!((&one.verdict, rows), (&seen.verdict, seen.rows));
    }
}

/// An indicator as a goal of 概況 shows it.
fn on_overview(o: &insight::overview::Overview, name: &str) -> Listed {
    let mut all = o.goals.iter().flat_map(|goal| &goal.targets);
    let found = all.find(|one| one.indicator.name == name);
    found.unwrap_or_else(|| panic!("{name}")).clone()
}

#[test]
fn i19_the_overview_shows_the_rating_that_counts_and_the_reason_people_gave() {
    let s = sample("mihon");
    let births = on_overview(&overview_of(&s, FiscalYear(2024)), "出生数");
    assert!(births.verdict.by_people());
    let mark = |given: Option<&Given>| given.map(|band| band.mark.clone());
    assert_eq!(mark(births.verdict.band()).as_deref(), Some("C"));
    assert_eq!(mark(births.verdict.computed.as_ref()).as_deref(), Some("D"));
    let rows = births
        .rows
        .iter()
        .map(|(one, row)| (one.name.as_str(), &row.rated));
    let told = reasons(&births.verdict, rows);
    assert!(
        told[0].starts_with("みほん町まち・ひと・しごと創生有識者会議が「C 遅れ」と"),
        "{}",
        told[0]
    );
    assert!(
        told[0].contains("が「C 遅れ」と評価しました。理由："),
        "{}",
        told[0]
    );
    assert!(
        told[0].ends_with("自動判定では「D 悪化」です。"),
        "{}",
        told[0]
    );
}

#[test]
fn i18_a_rating_of_several_series_names_the_one_that_decides() {
    let s = sample("mihon");
    let appraisal = Appraisal::of(&s, FiscalYear(2024));
    let all: Vec<_> = s.indicators.iter().map(|k| k.id).collect();
    let all = listed(&s, &appraisal, &all);
    let life = all
        .iter()
        .find(|one| one.indicator.name.contains("健康寿命"));
    let life = life.expect("健康寿命");
    assert_eq!(life.rows.len(), 2);
    assert_eq!(
        decided(&life.verdict).as_deref(),
        Some("最も低い「女性」の評価")
    );
    assert_eq!(life.verdict.band().map(|b| b.mark.as_str()), Some("D"));
}

/// Every indicator of みほん町, as rated for 令和6年度.
fn mihon() -> (Strategy, Vec<Listed>) {
    let s = sample("mihon");
    let ids: Vec<_> = s.indicators.sorted().iter().map(|k| k.id).collect();
    let all = listed(&s, &Appraisal::of(&s, FiscalYear(2024)), &ids);
    (s, all)
}

fn named<'a>(all: &'a [Listed], name: &str) -> &'a Listed {
    let found = all.iter().find(|one| one.indicator.name.contains(name));
    found.unwrap_or_else(|| panic!("{name}"))
}

fn foreseen(s: &Strategy, one: &Listed) -> String {
    let (series, _) = &one.rows[0];
    let year = FiscalYear(2024);
    let forecast = forecast(&one.indicator, series, s.about().period, year);
    words::forecast(&forecast.expect("three"))
}

#[test]
fn i24_the_outlook_of_a_mean_is_that_of_the_period() {
    let (s, all) = mihon();
    let moves = named(&all, "社会増減数");
    let told = foreseen(&s, moves);
    assert!(
        told.starts_with(
            "このままの動きならR7は約△26人、期間の平均は約△40.3人で、目標に届かない見込み"
        ),
        "{told}"
    );
    let why = why(&moves.rows[0].1.rated);
    assert!(
        why.contains("期間平均 △30人（R7）をめざすところ、R6までの4年の平均は △44人"),
        "{why}"
    );
}

#[test]
fn i24_what_is_kept_now_but_will_not_be_says_so() {
    let (s, all) = mihon();
    let people = named(&all, "総人口");
    let told = foreseen(&s, people);
    assert!(
        told.contains("約8,155人で、めざす範囲を外れる見込み"),
        "{told}"
    );
    let rows = people
        .rows
        .iter()
        .map(|(one, row)| (one.name.as_str(), &row.rated));
    let told = reasons(&people.verdict, rows);
    assert_eq!(
        told[1],
        "このままの動きなら、R7は約8,155人で、めざす範囲を外れる見込みです。"
    );
    let o = overview_of(&s, FiscalYear(2024));
    assert_eq!((o.whole.as_wished, o.whole.leaving), (17, 1));
    use ::words::overview as words;
    assert_eq!(
        words::headline(&o),
        "指標27件のうち17件がめざす向きに進んでいます"
    );
    let told = words::standing(&o);
    let expected = "めざす向きの17件のうち1件は、このままだと範囲を外れる見込みです。";
    assert!(told.starts_with(expected), "{told}");
}

#[test]
fn i30_no_number_of_a_sentence_is_rounded_into_its_opposite() {
    let mut s = kitamoto();
    let id = s
        .indicators
        .iter()
        .find(|k| k.name.contains("協働"))
        .expect("協働")
        .id;
    let mut row = Series::clone(s.series.under(id)[0]);
    for (year, text) in [(2022, "2"), (2023, "1"), (2024, "2")] {
        row.actuals.insert(FiscalYear(year), Figure::read(text));
    }
    s.series.insert(row);
    let all = listed(&s, &Appraisal::of(&s, FiscalYear(2024)), &[id]);
    let told = foreseen(&s, &all[0]);
    assert!(told.contains("約1.7件で、目標に届かない見込み"), "{told}");
}

#[test]
fn i14_the_band_that_was_missed_is_named_and_a_tolerance_told() {
    let (_, all) = mihon();
    let missed = |one: &Listed| why(&one.rows[0].1.rated).contains("の80％以上に");
    let late = |one: &&Listed| {
        one.verdict
            .computed
            .as_ref()
            .is_some_and(|band| band.mark == "C")
    };
    let passed = |one: &&Listed| why(&one.rows[0].1.rated).contains("進捗率が0％以上");
    assert!(all.iter().filter(late).filter(|one| missed(one)).count() >= 3);
    assert_eq!(
        all.iter().filter(passed).count(),
        0,
        "a band that was passed is no reason"
    );
    let asked = all.iter().filter(|one| one.indicator.tolerance.is_some());
    let mut asked = asked
        .filter(|one| one.rows[0].1.rated.status.actual.is_ok())
        .peekable();
    assert!(asked.peek().is_some());
    for one in asked {
        let told = why(&one.rows[0].1.rated);
        assert!(told.contains("より小さい動きは誤差とみなす"), "{told}");
    }
}

#[test]
fn i26_every_rule_set_counts_all_indicators_or_names_those_it_cannot() {
    let (s, all) = mihon();
    for tried in try_all(&s, FiscalYear(2024)) {
        let counted: usize = tried.counts.bands.iter().sum();
        assert_eq!(
            counted + tried.without_band.len(),
            all.len(),
            "{}",
            tried.rules.name
        );
    }
}

#[test]
fn i55_a_plan_of_sheets_is_told_by_its_projects_and_their_money() {
    let told = |name: &str| {
        let held = contents(&sample(name), &Date("2019-10-15".to_owned()));
        ::words::overview::of_contents(&held)
    };
    let hokuto = told("hokuto-2024");
    assert!(hokuto.starts_with("令和6年度は"), "{hokuto}");
    assert!(hokuto.ends_with("事業、純計489,010千円"), "{hokuto}");
    let held = contents(&sample("hokuto-2024"), &Date("2019-10-15".to_owned()));
    assert_eq!(::words::overview::next_step(&held), "実施計画を開く");
    assert_eq!(told("hokkaido"), "支援の取組が11件あります");
    assert!(told("kisarazu-2020").contains("日程") || told("kisarazu-2020").contains("次の予定は"));
    assert!(told("hokuto-2020").ends_with("指標はまだありません"));
}

#[test]
fn i55_the_next_item_of_a_timetable_is_told_until_nothing_lies_ahead() {
    let s = sample("kisarazu-2020");
    let told = |day: &str| {
        let now = Date(day.to_owned()).jun().unwrap();
        insight::next_item(&s, now).map(|ahead| ::words::timetable::next(&ahead))
    };
    let next = "次：R1.11 中旬　第3回懇談会";
    assert_eq!(told("2019-11-15").as_deref(), Some(next));
    assert_eq!(told("2020-03-25").as_deref(), Some("R2.3 下旬まで：案"));
    assert_eq!(told("2021-01-01"), None);
}

#[test]
fn a_target_without_a_baseline_is_not_reached_rather_than_not_to_be_judged() {
    let s = kitamoto();
    let o = overview_of(&s, FiscalYear(2024));
    let ratio = &o.goals[0].targets[1];
    assert_eq!(
        ratio.verdict.band().map(|band| band.word.as_str()),
        Some("未達")
    );
    assert_eq!(
        why(&ratio.rows[0].1.rated),
        "1.24倍（R7）をめざすところ、R6の実績は 1.19倍。目標値まで 0.05倍。当初値がないため、進捗率は出せません。「当初値がなく、目標値に届いていない」に当たるため。"
    );
}

#[test]
fn a_plan_without_actuals_says_so() {
    let s = sample("kitamoto-2022");
    assert!(!has_actuals(&s, FiscalYear(2030)));
    let o = overview(&s, FiscalYear(2023));
    assert!(!o.has_actuals);
    assert_eq!(
        (o.year, o.whole.indicators.known, o.entry.entered),
        (FiscalYear(2022), 0, 0)
    );
}

#[test]
fn no_baseline_is_told_apart() {
    let s = kitamoto();
    let o = overview_of(&s, FiscalYear(2024));
    let ratio = &o.goals[0].targets[1].rows[0].1.rated.status.progress;
    let below = Progress::NoBaseline {
        reached: false,
        on_path: None,
    };
    assert_eq!(*ratio, below, "1.19 against 1.24倍");
}

#[test]
fn the_codes_of_hokuto_are_those_its_sheets_refer_to() {
    let s = sample("hokuto-2024");
    let numbers = Numbers::of(&s);
    let mut found = 0;
    for measure in s.measures.iter() {
        for related in &measure.related {
            if let Some(meant) = related.measure {
                assert_eq!(
                    numbers.measures_coded(&related.code),
                    [meant],
                    "{}",
                    related.code
                );
                found += 1;
            }
        }
    }
    assert_eq!(found, 5);
    assert_eq!(numbers.measures_coded("32-1").len(), 1);
}

/// A strategy with so many indicators, each with five years of figures, used by measures of ten goals.
fn large(count: u64) -> Strategy {
    let mut s = sample("kitamoto-2022");
    let (goal, indicator, series) = (
        Id::<Goal>::new(1),
        Id::<Indicator>::new(6),
        Id::<Series>::new(6),
    );
    let goal = Goal::clone(s.get(goal).unwrap());
    let indicator = Indicator::clone(s.get(indicator).unwrap());
    let series = Series::clone(s.get(series).unwrap());
    let mut indicators = Vec::new();
    let mut rows = Vec::new();
    for n in 1000..1000 + count {
        indicators.push(Indicator {
            id: Id::new(n),
            name: format!("指標{n}"),
            ..indicator.clone()
        });
        let mut row = Series {
            id: Id::new(n),
            indicator: Id::new(n),
            ..series.clone()
        };
        for year in 2022..=2024 {
            row.actuals.insert(FiscalYear(year), Figure::read("351"));
        }
        rows.push(row);
    }
    s.indicators = indicators.into_iter().collect();
    s.series = rows.into_iter().collect();
    s.goals = (0..10)
        .map(|g| Goal {
            id: Id::new(1000 + g),
            targets: (0..count / 10)
                .map(|n| Id::new(1000 + g * (count / 10) + n))
                .collect(),
            ..goal.clone()
        })
        .collect();
    s
}

/// C6: ten times the indicators take about ten times as long; a rule that compares each with each takes a hundred times.
#[test]
fn ten_thousand_indicators_are_looked_at_without_comparing_each_with_each() {
    let (few, many) = (large(1_000), large(10_000));
    let year = FiscalYear(2025);
    let once = |work: &dyn Fn(&Strategy), strategy: &Strategy| {
        let start = std::time::Instant::now();
        work(strategy);
        start.elapsed().as_secs_f64()
    };
    let fastest = |work: &dyn Fn(&Strategy), strategy: &Strategy| {
        let times = (0..3).map(|_| once(work, strategy));
        times.fold(f64::MAX, f64::min)
    };
    let grows = |what: &str, work: &dyn Fn(&Strategy)| {
        let (few, many) = (fastest(work, &few), fastest(work, &many));
        assert!(
            many < few.max(0.005) * 40.0,
            "{what}: {few} s, then {many} s"
        );
    };
    grows("check", &|s| {
        assert!(insight::checks::check(s, year).len() > s.indicators.len());
    });
    grows("overview", &|s| {
        assert_eq!(overview(s, year).whole.indicators.total, s.indicators.len());
    });
}

#[test]
fn what_the_checks_find_in_real_documents() {
    use insight::checks::{Rule, Severity, check};
    let count = |name: &str, rule: Rule| {
        check(&sample(name), FiscalYear(2025))
            .iter()
            .filter(|f| f.rule == rule)
            .count()
    };
    assert_eq!(count("hokuto-2020", Rule::GoalWithoutTarget), 4);
    assert_eq!(count("hokuto-2020", Rule::MeasureWithoutInitiative), 0);
    assert_eq!(count("kitamoto-2022", Rule::NoBaseline), 2);
    assert_eq!(count("kitamoto-2022", Rule::TargetAlreadyReached), 0);
    assert_eq!(count("kitamoto-2022", Rule::SameCode), 2);
    assert_eq!(count("hokuto-2024", Rule::PrintedTotalDiffers), 0);
    assert_eq!(count("hokuto-2024", Rule::RelatedUnlinked), 0);
    assert_eq!(count("mihon", Rule::IndicatorUnused), 1);
    // The forecast without a policy is beside the target that is worse than the baseline.
    assert_eq!(count("mihon", Rule::TargetOnWrongSide), 0);
    for name in [
        "hokuto-2020",
        "kitamoto-2022",
        "hokuto-2024",
        "hokkaido",
        "kisarazu-2020",
        "mihon",
    ] {
        let findings = check(&sample(name), FiscalYear(2025));
        for finding in &findings {
            println!("{name}: {} {}", finding.severity.word(), finding.say());
        }
        assert!(
            findings.iter().all(|f| f.severity != Severity::Error),
            "{name}"
        );
    }
}

/// The figure the table shows, called what it is; 以上 is not lost; no sentence is said for each of them again.
#[test]
fn i51_the_mayor_reads_of_which_years_a_mean_is_and_what_is_to_be_kept() {
    let s = fixtures::sample("mihon");
    let facts = insight::briefing::briefing(&s, FiscalYear(2024));
    let of = |name: &str| {
        let is_it = |id| {
            s.get(id)
                .is_some_and(|k: &std::sync::Arc<Indicator>| k.name == name)
        };
        let decisions = facts.decisions();
        let decision = decisions.iter().find(|one| is_it(one.indicator));
        let decision = decision.expect("something to decide");
        let miss = decision.miss.expect("it will be missed");
        let question = ::words::briefing::question(name, decision);
        (::words::briefing::latest(miss), question)
    };
    assert_eq!(of("社会増減数（期間平均）").0, "R3～R6平均 △44人");
    assert_eq!(of("総人口").1, "「総人口」：8,200人以上を保つ（R7まで）");
}
