//! Questions and answers: of all samples, of a table of cases, and of generated indicators.

use std::sync::Arc;

use proptest::prelude::*;
use rust_decimal::Decimal;

use super::laws::{Given, given};
use ::words::{Language, Voice, answer as words};
use insight::answer::{Answer, IndicatorAnswer, Question, Reply, SeriesAnswer, UnitScale};
use insight::appraisal::{Appraisal, Appraised, appraise};
use insight::evaluation_year;
use insight::overview::{Glance, IndicatorIndex};
use insight::presets::{presets, standard};
use insight::progress::cases::{Case, TABLE, case};
use strategy::*;

/// Answers for one series, rated by a rule set.
fn of_case(case: &Case, rules: &RuleSet) -> (Appraised, IndicatorAnswer) {
    let mut s = strategy::Strategy::default();
    let about = About {
        period: case.period,
        ruleset: Some(rules.clone()),
        ..About::default()
    };
    s.about.insert(about);
    s.indicators.insert(case.indicator.clone());
    s.series.insert(case.series.clone());
    let id = case.indicator.id;
    let appraisal = Appraisal::of(&s, case.year);
    let index = IndicatorIndex::of(&s);
    let seen = index.glance(&s, &appraisal, id).unwrap();
    let answer = IndicatorAnswer::of(&case.indicator, index.series(id), &seen);
    let series = [&Arc::new(case.series.clone())];
    let rated = appraise(&case.indicator, &series, case.period, case.year, rules);
    (rated, answer)
}

/// Holds an answer against the figures and the rating (I74, I75).
fn contradiction(of: &IndicatorAnswer, appraised: &Appraised) -> Option<String> {
    let mut faults = of.series.iter().filter_map(of_movement);
    let tone = appraised.band().map(|band| band.tone);
    let named = of.contrast.as_ref().map(|one| one.band.tone);
    let rating = match (of.reply, tone) {
        (Some(Reply::Yes), Some(Tone::Warn | Tone::Bad)) => named == tone,
        (Some(Reply::No), Some(Tone::Best | Tone::Good)) => named == tone,
        _ => named.is_none(),
    };
    let is_current = of.series.iter().all(|one| one.awaited.is_none());
    let counted = match (of.reply, appraised.as_wished()) {
        (Some(Reply::Yes), wished) => !is_current || wished == Some(true),
        (Some(Reply::Unclear | Reply::Unknown), wished) => wished.is_none(),
        _ => true,
    };
    let fault = || (!rating || !counted).then(|| format!("{tone:?} {:?}", appraised.as_wished()));
    faults.next().or_else(fault)
}

fn of_movement(one: &SeriesAnswer) -> Option<String> {
    let s = &one.status;
    let by = one.movement.map(|movement| {
        assert_eq!(
            Some(movement.to),
            one.now,
            "the difference is of what is shown"
        );
        assert_eq!(movement.by, movement.to - movement.from);
        movement.by
    });
    let actual = s.actual.as_ref().ok().map(|actual| actual.value);
    let exact = actual
        .zip(one.movement)
        .map(|(actual, movement)| actual.cmp(&movement.from));
    let is_exact = exact == by.map(|by| by.cmp(&Decimal::ZERO));
    let wished = |by: Decimal, up: bool| !by.is_zero() && by.is_sign_positive() == up;
    let fits = match (&one.question, &one.answer) {
        (_, Answer::Unknown(_)) => true,
        (Question::Moves { .. } | Question::RankRises(_), answer) => {
            let up = matches!(one.question, Question::Moves { up: true, .. });
            by.is_some_and(|by| match answer {
                Answer::Moved { .. } => wished(by, up),
                Answer::MovedAgainst => wished(by, !up),
                Answer::Unmoved => by.is_zero(),
                Answer::WithinError(error) => !by.is_zero() && by.abs() < *error,
                _ => false,
            })
        }
        (
            Question::Kept(_) | Question::NoWorseThanLastYear { .. },
            Answer::Within | Answer::Leaving(_),
        ) => s.reached(),
        (
            Question::Kept(_) | Question::NoWorseThanLastYear { .. },
            Answer::Nearing | Answer::Passed(_) | Answer::Outside,
        ) => !s.reached(),
        (Question::Curbed { .. }, Answer::Curbed(_)) => true,
        (Question::Reached, Answer::Reached) => s.reached(),
        (Question::Reached, Answer::NotYet | Answer::Missed) => !s.reached(),
        _ => false,
    };
    (!fits || !is_exact).then(|| format!("{:?} {:?} {by:?} {s:?}", one.question, one.answer))
}

/// Words of a rise and of a fall in a sentence of 日本語.
fn says(told: &str, words: &[&str]) -> bool {
    words.iter().any(|word| told.contains(word))
}

fn sentence_contradicts(of: &IndicatorAnswer, told: &str) -> bool {
    let [one] = of.series.as_slice() else {
        return false;
    };
    let rose = says(told, &["増えました", "上がりました", "延びました"]);
    let fell = says(told, &["減りました", "下がりました", "短くなりました"]);
    let by = one.movement.map_or(Decimal::ZERO, |movement| movement.by);
    let by = if one.scale == UnitScale::Rank {
        -by
    } else {
        by
    };
    (rose && by <= Decimal::ZERO) || (fell && by >= Decimal::ZERO)
}

#[test]
fn i75_no_answer_of_a_sample_contradicts_its_figures_or_its_rating() {
    let mut answered = 0;
    for name in fixtures::SAMPLES {
        let s = fixtures::sample(name);
        let last = evaluation_year(&s, FiscalYear(2026));
        for year in (last.0 - 3..=last.0 + 1).map(FiscalYear) {
            let appraisal = Appraisal::of(&s, year);
            let index = IndicatorIndex::of(&s);
            for indicator in s.indicators.iter() {
                let seen: Glance = index.glance(&s, &appraisal, indicator.id).unwrap();
                let series = index.series(indicator.id);
                let of = IndicatorAnswer::of(indicator, series, &seen);
                let appraised = appraisal.get(indicator.id).unwrap();
                let told = words::answer(&of);
                let fault = contradiction(&of, appraised);
                assert_eq!(fault, None, "{name} {} {year:?}", indicator.name);
                assert!(!sentence_contradicts(&of, &told), "{name} {told}");
                assert!(!told.is_empty() && !told.contains("入力"), "{told}");
                answered += 1;
            }
        }
    }
    assert!(answered > 150, "{answered}");
}

/// The verb of a question.
fn verb(question: &str) -> Option<&'static str> {
    let verbs = [
        ("増", ["増えて", "減って"]),
        ("上", ["上がって", "下がって"]),
        ("延", ["延びて", "短くなって"]),
    ];
    let mut verbs = verbs.into_iter();
    verbs.find_map(|(verb, words)| says(question, &words).then_some(verb))
}

#[test]
fn i120_questions_about_one_kind_of_unit_have_one_verb() {
    let mut verbs = std::collections::BTreeMap::<String, std::collections::BTreeSet<_>>::new();
    for name in fixtures::SAMPLES {
        let s = fixtures::sample(name);
        let appraisal = Appraisal::of(&s, evaluation_year(&s, FiscalYear(2026)));
        let index = IndicatorIndex::of(&s);
        for indicator in s.indicators.iter() {
            let seen = index.glance(&s, &appraisal, indicator.id).unwrap();
            let of = IndicatorAnswer::of(indicator, index.series(indicator.id), &seen);
            let is_share = indicator.name.ends_with("割合") || indicator.name.ends_with('率');
            let kind = match indicator.unit.as_str() {
                "" if is_share => "%".to_owned(),
                unit => insight::unit::plain(unit).to_string(),
            };
            let asked = words::question("X", &of);
            if let (Question::Moves { .. }, Some(verb)) = (of.question, verb(&asked)) {
                verbs.entry(kind).or_default().insert(verb);
            }
        }
    }
    assert!(verbs["%"].contains("上") && verbs.len() > 5, "{verbs:?}");
    let several = verbs.iter().filter(|(_, verbs)| verbs.len() > 1);
    assert_eq!(several.count(), 0, "{verbs:?}");
    for (name, is_share) in [
        ("住み続けたい人の割合（25歳以上）", true),
        ("就業率", true),
        ("観光客数", false),
        ("割合を増やした件数", false),
    ] {
        assert_eq!(insight::unit::is_share_by_name(name), is_share, "{name}");
    }
}

#[test]
fn i75_every_rule_set_stands_beside_the_answer_of_every_case() {
    for line in TABLE.lines().filter(|line| line.contains('|')) {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let case = case(cells[1], cells[2], cells[3], cells[4]);
        for rules in presets() {
            let (appraised, of) = of_case(&case, &rules);
            assert_eq!(contradiction(&of, &appraised), None, "{line}");
            for language in Language::ALL {
                let told = Voice::compiled_in(language).says(|| words::answer(&of));
                assert!(!told.is_empty(), "{line}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn i75_no_answer_contradicts_its_figures_or_its_rating(
        given in given(),
        rules in prop::sample::select(presets()),
    ) {
        let given: Given = given;
        let (appraised, of) = of_case(&given.case(), &rules);
        prop_assert_eq!(contradiction(&of, &appraised), None);
        let told = words::answer(&of);
        prop_assert!(!sentence_contradicts(&of, &told), "{}", told);
    }
}

fn told(how: &str, baseline: &str, targets: &str, actuals: &str) -> String {
    let (_, of) = of_case(&case(how, baseline, targets, actuals), &standard());
    [words::question("X", &of), words::answer(&of)].concat()
}

#[test]
fn i63_i74_an_answer_answers_its_question() {
    for (how, baseline, targets, actuals, expected) in [
        (
            "増 単位=人",
            "100@R1",
            "200",
            "180",
            "「X」は増えていますか？はい。令和4年度は180人で、はじめの100人（R1）より80人増えました。",
        ),
        (
            "増 単位=人",
            "100@R1",
            "200",
            "110",
            "「X」は増えていますか？はい。令和4年度は110人で、はじめの100人（R1）より10人増えました。ただし、目標への速さは足りません（△ 遅れ）。",
        ),
        (
            "増 単位=人",
            "100@R1",
            "200",
            "90",
            "「X」は増えていますか？いいえ。令和4年度は90人で、はじめの100人（R1）より10人減りました。",
        ),
        (
            "増 単位=人",
            "100@R1",
            "≤150",
            "速報160",
            "「X」は150人以下を保っていますか？いいえ。令和4年度は160人（速報）で、はじめの100人（R1）より60人増えました。",
        ),
        (
            "？ 単位=人",
            "-",
            "前年以上",
            "2021:12 2022:12",
            "「X」は前の年度以上ですか？はい。令和4年度は12人で、前の年度の12人（R3）と変わりません。",
        ),
        (
            "増 単位=人",
            "10@R1",
            "約20",
            "20",
            "「X」は増えていますか？はい。令和4年度は20人で、はじめの10人（R1）より10人増えました。めざす値（約20人）に届いています。",
        ),
        (
            "順位 単位=位",
            "15@R1",
            "≥10",
            "9",
            "「X」の順位は上がっていますか？はい。令和4年度は9位で、はじめの15位（R1）より上がりました。めざす値（10位以内）に届いています。",
        ),
        (
            "減 単位=人",
            "100@R1",
            "50",
            "100",
            "「X」は減っていますか？いいえ。令和4年度は100人で、はじめの100人（R1）と変わりません。",
        ),
        (
            "増 単位=% 誤差=3.5",
            "72.4@R1",
            "80",
            "74.8",
            "「X」は上がっていますか？はっきり言えません。令和4年度は74.8％で、はじめの72.4％（R1）より2.4ポイント上がりました。調査の誤差（±3.5ポイント）の中の動きです。",
        ),
        (
            "保=3..5 単位=頭",
            "11.8@R1",
            "-",
            "5.6",
            "「X」は3～5頭に入っていますか？まだです。令和4年度は5.6頭で、はじめの11.8頭（R1）より6.2頭減りました。めざす範囲に近づいています。",
        ),
        (
            "保=3..5 単位=頭",
            "4@R1",
            "-",
            "5.6",
            "「X」は3～5頭に入っていますか？いいえ。令和4年度は5.6頭で、はじめの4頭（R1）より1.6頭増えました。",
        ),
        (
            "保 単位=人",
            "0@R1",
            "0",
            "0",
            "「X」は0人を保っていますか？はい。令和4年度は0人で、はじめの0人（R1）と変わりません。",
        ),
        (
            "保 単位=人",
            "9000@R1",
            "≥8200",
            "2020:8900 2021:8600 2022:8300",
            "「X」は8,200人以上を保っていますか？はい。令和4年度は8,300人で、はじめの9,000人（R1）より700人減りました。ただし、このままならR6は約7,700人で、めざす範囲を外れる見込みです。",
        ),
        (
            "減 単位=戸",
            "486@R1",
            "520",
            "500",
            "「X」の増え方はおさえられていますか？はい。令和4年度は500戸で、はじめの486戸（R1）より14戸増えました。この年度の目安は506戸です。",
        ),
        (
            "増 累計 単位=件",
            "-",
            "15",
            "13",
            "「X」は、めざす値に届いていますか？まだです。令和4年度までに13件です（めざす値は15件）。",
        ),
        (
            "増 累計 単位=件",
            "-",
            "15",
            "17",
            "「X」は、めざす値に届いていますか？はい。令和4年度までに17件で、めざす値（15件）に届きました。",
        ),
        (
            "順位 単位=位",
            "23@R1",
            "≤10",
            "14",
            "「X」の順位は上がっていますか？はい。令和4年度は14位で、はじめの23位（R1）より上がりました。",
        ),
        (
            "増 単位=人",
            "100@R1",
            "200",
            "2021:150 2022:未公表",
            "「X」は増えていますか？令和3年度までは、はい。令和3年度は150人で、はじめの100人（R1）より50人増えました。令和4年度の数字はまだ公表されていません。",
        ),
        (
            "増 単位=人",
            "100@R1",
            "200",
            "-",
            "「X」は増えていますか？まだわかりません。令和4年度の数字はまだ公表されていません。",
        ),
        (
            "増 単位=冊",
            "100@R1",
            "-",
            "150",
            "「X」はどうなっていますか？令和4年度は150冊で、はじめの100冊（R1）より50冊増えました。めざす値は決められていません。",
        ),
        (
            "増 平均 単位=人",
            "-72",
            "-30",
            "2020:-50 2021:-43 2022:-40",
            "「X」は増えていますか？はい。令和4年度までの3年の平均は△44.33人で、はじめの△72人より27.67人増えました。ただし、目標への速さは足りません（△ 遅れ）。",
        ),
        (
            "増 単位=年",
            "79.2@R1",
            "80.2",
            "80.1",
            "「X」は延びていますか？はい。令和4年度は80.1年で、はじめの79.2年（R1）より0.9年延びました。",
        ),
        (
            "増 単位=人 変更=2021",
            "100@R1",
            "200",
            "150",
            "「X」は増えていますか？はっきり言えません。令和4年度は150人です。令和3年度から数え方が変わり、はじめの数字とはくらべられません。",
        ),
    ] {
        assert_eq!(told(how, baseline, targets, actuals), expected, "{how}");
    }
}

#[test]
fn i74_series_that_differ_are_told_one_by_one() {
    let s = fixtures::sample("mihon");
    let appraisal = Appraisal::of(&s, FiscalYear(2024));
    let index = IndicatorIndex::of(&s);
    let mut all = s.indicators.iter();
    let life = all.find(|one| one.name.contains("健康寿命")).unwrap();
    let seen = index.glance(&s, &appraisal, life.id).unwrap();
    let of = IndicatorAnswer::of(life, index.series(life.id), &seen);
    assert_eq!(of.reply, None);
    assert_eq!(
        words::answer(&of),
        "男性ははい（79.2年（H30） → 80.1年（R6））、女性はいいえ（83.6年（H30） → 83.5年（R6））。"
    );
}
