//! I14: every rating has an explanation.

use super::*;
use insight::presets::{presets, standard};
use insight::progress::cases::case;
use insight::rating::rate;

fn sentence_of(how: &str, baseline: &str, targets: &str, actuals: &str) -> String {
    why(&rate(
        case(how, baseline, targets, actuals).status(),
        &standard(),
    ))
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table of cases")]
fn i14_a_rating_answers_why_with_the_numbers_that_went_in() {
    let mut births = case("増 単位=人 y=2024", "340@R2", "2025:380", "309");
    births.period = Period {
        first: FiscalYear(2022),
        last: FiscalYear(2025),
    };
    let rated = rate(births.status(), &standard());
    assert_eq!(
        why(&rated),
        "当初値 340人（R2）から 380人（R7）をめざすところ、R6の実績は 309人。目標と反対に動いています（進捗率 (309−340)÷(380−340)＝△77.5％、期間は75％経過）。「当初値を下回る」に当たるため。"
    );
    assert_eq!(
        rated.band.map(|b| b.mark + &b.word).as_deref(),
        Some("▼悪化")
    );
    for (how, baseline, targets, actuals, sentence) in [
        (
            "増",
            "100",
            "2022:170 2024:200",
            "速報150",
            "当初値 100から 200（R6）をめざすところ、R4の実績は 150（速報）。進捗率は (150−100)÷(200−100)＝50％、期間は60％経過。R4の年度目標 170に対するペースは 71.4％。「ペースが80％未満（71.4％）」に当たるため。",
        ),
        (
            "増 単位=人",
            "-40",
            "0",
            "-12",
            "当初値 △40人から 0人（R6）をめざすところ、R4の実績は △12人。進捗率は (△12−△40)÷(0−△40)＝70％、期間は60％経過。「ペースが80％以上（116.7％）」に当たるため。",
        ),
        (
            "減 単位=件",
            "20@R3",
            "≤10",
            "22",
            "当初値 20件（R3）から 10件以下（R6）をめざすところ、R4の実績は 22件。目標と反対に動いています（進捗率 (22−20)÷(10−20)＝△20％、R3末からR6末までの33.3％が経過）。「当初値を上回る」に当たるため。",
        ),
        // A smaller rank is the better one.
        (
            "減 単位=位",
            "10",
            "≤5",
            "8",
            "当初値 10位から 5位以内（R6）をめざすところ、R4の実績は 8位。進捗率は (8−10)÷(5−10)＝40％、期間は60％経過。「ペースが80％未満（66.7％）」に当たるため。",
        ),
        (
            "保 順位 単位=位",
            "15",
            "15",
            "16",
            "15位以内に保つところ、R4の実績は 16位。「めざす範囲に保てなかった」に当たるため。",
        ),
        (
            "順位 単位=位",
            "15",
            "↗",
            "16",
            "当初値 15位に対して「順位を上げる」をめざすところ、R4の実績は 16位。「めざす向きと逆に動いた」に当たるため。",
        ),
        (
            "？ 単位=人",
            "-",
            "前年以上",
            "2021:12 2022:12",
            "前年度 12人（R3）に対して「前年度以上」をめざすところ、R4の実績は 12人。「めざす範囲に保てた」に当たるため。",
        ),
        // The direction and the limit contradict each other.
        (
            "減 単位=人",
            "8503",
            "≥8000",
            "7900",
            "8,000人以上に保つところ、R4の実績は 7,900人。「めざす範囲に保てなかった」に当たるため。",
        ),
        (
            "増 単位=人",
            "120",
            "×1.1",
            "125",
            "当初値 120人から 132人（当初値から計算）（R6）をめざすところ、R4の実績は 125人。進捗率は (125−120)÷(132−120)＝41.7％、期間は60％経過。「ペースが80％未満（69.4％）」に当たるため。",
        ),
        (
            "保 単位=人",
            "0",
            "0",
            "3",
            "0人を上回らないようにするところ、R4の実績は 3人。「めざす範囲に保てなかった」に当たるため。",
        ),
        (
            "保 単位=万人",
            "65.6",
            "65.4",
            "65.5",
            "65.4万人に保つところ、R4の実績は 65.5万人。以上・以下・ちょうどのどれを保つのかが決められていないため、保てたかどうかを言えません。「比べられない」に当たるため。",
        ),
        (
            "増 単位=人",
            "-",
            "＋40^人",
            "12",
            "「当初値から40人増やす」（R6）をめざすところ、R4の実績は 12人。比べるもとの当初値がありません。「比べられない」に当たるため。",
        ),
        (
            "増 単位=%",
            "34.2",
            "↗",
            "36.0",
            "当初値 34.2％に対して「増やす」をめざすところ、R4の実績は 36.0％。「めざす向きに動いた」に当たるため。",
        ),
        (
            "増 単位=倍",
            "-",
            "1.24",
            "1.10",
            "1.24倍（R6）をめざすところ、R4の実績は 1.10倍。目標値まで 0.14倍。当初値がないため、進捗率は出せません。「当初値がなく、目標値に届いていない」に当たるため。",
        ),
        (
            "増",
            "100",
            "200",
            "集計中",
            "R4の実績は集計中です。「実績なし」に当たるため。",
        ),
        (
            "増 単位=人",
            "10000@R1",
            "9000",
            "9500",
            "当初値 10,000人（R1）からの悪化をゆるめ 9,000人（R6）にとどめるところ、R4の実績は 9,500人。R4に見込む値は 9,400人。「この年度に見込む値に届いている」に当たるため。",
        ),
        (
            "増 累計 単位=件",
            "-",
            "500",
            "150",
            "累計のはじめ 0件から 500件（R6）をめざすところ、R4の実績は 150件。進捗率は (150−0)÷(500−0)＝30％、期間は60％経過。「ペースが80％未満（50％）」に当たるため。",
        ),
    ] {
        assert_eq!(sentence_of(how, baseline, targets, actuals), sentence);
    }
}

#[test]
fn i14_what_falls_short_is_told_by_the_band_it_missed_and_by_how_much() {
    let by = |id: &str, how: &str, actual: &str| {
        let rules = presets().into_iter().find(|rules| rules.id == id);
        let status = case(how, "100", "200", actual).status();
        let sentence = why(&rate(status, &rules.unwrap_or_else(standard)));
        sentence
            .rsplit_once("経過。")
            .map_or(sentence.clone(), |(_, because)| because.to_owned())
    };
    let short =
        "達成率（実績÷目標）が75％で、「5 達成率80％以上」の80％以上に5ポイント届かないため。";
    assert_eq!(by("sano", "増", "150"), short);
    let short =
        "達成率（実績÷目標）が56.3％で、「3 達成率60％以上」の60％以上に3.7ポイント届かないため。";
    assert_eq!(by("sano", "増", "112.5"), short, "80 less the share shown");
    let short = "達成率（実績÷目標）が79.98％で、「5 達成率80％以上」の80％以上に0.02ポイント届かないため。";
    assert_eq!(
        by("sano", "増", "159.96"),
        short,
        "never rounded up to what it missed"
    );
    assert_eq!(
        by("sano", "増", "190"),
        "「達成率（実績÷目標）が90％以上（95％）」に当たるため。",
        "good enough"
    );
    assert_eq!(
        by("standard", "増", "147.99"),
        "「ペースが80％未満（79.98％）」に当たるため。",
        "its own test says it"
    );
    assert_eq!(
        by("nagayo", "増", "100"),
        "進捗率が0％で、「A 基準値を超えている」の0％超に届かないため。"
    );
}

#[test]
fn i14_a_mean_is_told_as_one_and_a_tolerance_wherever_it_went_in() {
    assert_eq!(
        sentence_of(
            "増 平均 単位=人",
            "-72",
            "-30",
            "2020:-50 2021:-43 2022:-40"
        ),
        "当初値 △72人から 期間平均 △30人（R6）をめざすところ、R4までの3年の平均は △44.33人。進捗率は (△44.33−△72)÷(△30−△72)＝65.9％、期間は60％経過。「ペースが80％未満（65.9％）」に当たるため。"
    );
    let near = sentence_of(
        "増 平均",
        "0",
        "10",
        "2020:9.99999999 2021:9.99999999 2022:9.99999998",
    );
    assert!(near.contains("3年の平均は 9.99999999。"), "{near}");
    let sentence = sentence_of("増 単位=% 誤差=3.5", "32.9", "44.0", "36.3");
    assert_eq!(
        sentence,
        "当初値 32.9％から 44.0％（R6）をめざすところ、R4の実績は 36.3％（3.5ポイントより小さい動きは誤差とみなす）。進捗率は (36.3−32.9)÷(44.0−32.9)＝30.6％、期間は60％経過。「当初値から動いていない」に当たるため。"
    );
}

#[test]
fn i14_every_rule_set_answers_for_every_case() {
    for line in insight::progress::cases::TABLE
        .lines()
        .filter(|l| l.contains('|'))
    {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let status = case(cells[1], cells[2], cells[3], cells[4]).status();
        for rules in presets() {
            let rated = rate(status.clone(), &rules);
            let sentence = why(&rated);
            assert!(
                sentence.ends_with('。') && !sentence.contains("NaN"),
                "{line}"
            );
            let kept = matches!(
                status.progress,
                Progress::Kept { .. } | Progress::Moved { .. }
            );
            let by_numbers = matches!(rated.because, Because::Tests { .. });
            let by_change = |m: &Measured| m.test.of == Quantity::Change;
            let honest = match &rated.because {
                Because::Tests { held, .. } => held.iter().all(by_change),
                _ => true,
            };
            assert!(
                !kept || !by_numbers || honest,
                "{} rates {line} by a rate",
                rules.name
            );
            if matches!(status.progress, Progress::Unknown(_)) {
                assert!(!rated.is_known(), "{} rates {line}", rules.name);
            }
        }
    }
}

#[test]
fn i14_what_was_printed_as_about_is_told_as_about() {
    assert_eq!(
        sentence_of("増 単位=人 y=2024", "約1000@R2", "2025:約2000", "約1890"),
        sentence_of("増 単位=人 y=2024", "1000@R2", "2025:2000", "1890")
            .replace("当初値 1,000人", "当初値 約1,000人")
            .replace("から 2,000人", "から 約2,000人")
            .replace("実績は 1,890人", "実績は 約1,890人"),
    );
    assert!(
        sentence_of("増 単位=人 y=2024", "1000@R2", "2025:2000", "約1890").contains("約1,890人")
    );
}
