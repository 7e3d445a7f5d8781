//! 「なぜ？」 of an indicator: the people or the series that decided its rating, then each of its series.

use super::*;
use crate::YearForms;
use insight::rating::{Given, Rated};
use insight::verdict::{ByHand, Leaving, Verdict};

/// なぜこの評価か, line by line: the people who gave it and their reason, the series that decides, then the numbers
/// of each series by name.
pub fn reasons<'a>(
    verdict: &Verdict,
    series: impl IntoIterator<Item = (&'a str, &'a Rated)>,
) -> Vec<String> {
    each(verdict, series, why)
}

/// Returns the same for a spoken answer: a sentence for each series, without the calculation.
pub fn spoken_reasons<'a>(
    verdict: &Verdict,
    series: impl IntoIterator<Item = (&'a str, &'a Rated)>,
) -> Vec<String> {
    each(verdict, series, spoken)
}

fn each<'a>(
    verdict: &Verdict,
    series: impl IntoIterator<Item = (&'a str, &'a Rated)>,
    say: fn(&Rated) -> String,
) -> Vec<String> {
    let by_hand = verdict.by_hand.as_ref();
    let mut reasons: Vec<String> = by_hand
        .map(|hand| by_hand_text(hand, verdict.computed.as_ref()))
        .into_iter()
        .collect();
    if !verdict.deciding.is_empty() {
        let subject = match verdict.by_people() {
            true => text::lowest_computed(),
            false => text::lowest_of_indicator(),
        };
        reasons.push(text::lowest(deciding(verdict), subject));
    }
    reasons.extend(series.into_iter().map(|(name, rated)| match name {
        "" => say(rated),
        name => text::of_series(name, say(rated)),
    }));
    reasons.extend(verdict.leaving.iter().map(leaving_text));
    reasons
}

/// このままの動きなら、R7は約8,154人で、めざす範囲を外れる見込みです。
fn leaving_text(leaving: &Leaving) -> String {
    let forecast = &leaving.forecast;
    let value = forecast.judged().shown;
    let value = amount(value, &forecast.unit);
    let sentence = text::leaving(forecast.year.short(), value);
    match leaving.name.as_str() {
        "" => sentence,
        name => text::of_series(name, sentence),
    }
}

/// 「最も低い「女性」の評価」: what decides, in short form for a joined cell; `None` if all series agree, or people
/// gave the rating.
pub fn decided(verdict: &Verdict) -> Option<String> {
    let one = !verdict.by_people() && !verdict.deciding.is_empty();
    one.then(|| text::decided(deciding(verdict)))
}

/// 「男性」「児童」.
fn deciding(verdict: &Verdict) -> String {
    let names = verdict.deciding.iter().map(|one| text::deciding(&one.name));
    names.collect::<Vec<_>>().join(text::deciding_between())
}

fn by_hand_text(hand: &ByHand, computed: Option<&Given>) -> String {
    let by = match hand.rating.by.trim() {
        "" => text::by_someone(),
        by => by,
    };
    let Some(band) = &hand.band else {
        return text::by_hand_unknown(by, hand.rating.mark.trim());
    };
    let reason = match hand.rating.reason.trim().trim_end_matches('。') {
        "" => text::reason_none().to_owned(),
        reason => text::reason(reason),
    };
    let beside = match computed {
        Some(computed) if computed.place == band.place => text::beside_same().to_owned(),
        Some(computed) => text::beside(marked(computed)),
        None => text::beside_none().to_owned(),
    };
    text::by_hand(by, marked(band), reason, beside)
}

/// 「C 遅れ」.
fn marked(band: &Given) -> String {
    format!("{} {}", band.mark, band.word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use insight::appraisal::Appraisal;
    use insight::test_fixtures::town;
    use strategy::*;

    fn reasons_of(s: &Strategy) -> (Vec<String>, Option<String>) {
        let appraisal = Appraisal::of(s, FiscalYear(2022));
        let one = &appraisal.indicators[&Id::new(1)];
        let series = s.series.sorted();
        let named = series.iter().zip(&one.series);
        let named = named.map(|(series, (_, rated))| (series.name.as_str(), rated));
        (reasons(&one.verdict, named), decided(&one.verdict))
    }

    fn two_series() -> Strategy {
        let mut s = town(&[&["70", "30"]]);
        for (id, name) in [(1, "男性"), (2, "女性")] {
            let id = Id::<Series>::new(id);
            let old = s.get(id).map(|one| Series::clone(one)).expect("a series");
            s.series.insert(Series {
                name: name.into(),
                ..old
            });
        }
        s
    }

    fn given(s: &mut Strategy, mark: &str, reason: &str, by: &str) {
        let id = Id::<Indicator>::new(1);
        let mut k = s
            .get(id)
            .map(|k| Indicator::clone(k))
            .expect("an indicator");
        let rating = GivenRating {
            mark: mark.into(),
            reason: reason.into(),
            by: by.into(),
        };
        k.ratings.insert(FiscalYear(2022), rating);
        s.indicators.insert(k);
    }

    #[test]
    fn i18_the_series_that_decides_is_named() {
        let (reasons, decides) = reasons_of(&two_series());
        assert_eq!(
            reasons[0],
            "内訳のうち、最も低い「女性」の評価を指標の評価としています。"
        );
        assert!(reasons[1].starts_with("男性：当初値") && reasons[2].starts_with("女性：当初値"));
        assert_eq!(decides.as_deref(), Some("最も低い「女性」の評価"));
        let (reasons, decides) = reasons_of(&town(&[&["30", "30"]]));
        assert_eq!((reasons.len(), decides), (2, None), "both say the same");
    }

    #[test]
    fn an_answer_tells_figure_aim_and_rating_in_one_sentence() {
        let s = town(&[&["70"], &["△10"], &["集計中"]]);
        let appraisal = Appraisal::of(&s, FiscalYear(2022));
        let of = |id| {
            let one = &appraisal.indicators[&Id::new(id)];
            let series = one.series.iter().map(|(_, rated)| ("", rated));
            spoken_reasons(&one.verdict, series)
        };
        let [one, against, waits] = [1, 2, 3].map(|id| of(id).join("／"));
        assert!(one.starts_with("R4の実績は 70"), "{one}");
        assert!(one.contains("への進捗率が70％"), "{one}");
        assert!(
            one.ends_with("」と評価しています。") && !one.contains('÷'),
            "{one}"
        );
        assert!(against.contains("と反対に動いているため、「"), "{against}");
        assert_eq!(waits, "R4の実績は集計中です。");
    }

    #[test]
    fn i19_the_reason_of_a_rating_given_by_people_is_told_first() {
        let mut s = two_series();
        given(&mut s, "○", "秋に回復した。", "有識者会議");
        let (reasons, decides) = reasons_of(&s);
        assert_eq!(
            reasons[0],
            "有識者会議が「○ 順調」と評価しました。理由：秋に回復した。自動判定では「△ 遅れ」です。"
        );
        assert_eq!(
            reasons[1],
            "内訳のうち、最も低い「女性」の評価を自動判定としています。"
        );
        assert_eq!((reasons.len(), decides), (4, None));
        given(&mut s, "△", "", "");
        assert_eq!(
            reasons_of(&s).0[0],
            "評価者が「△ 遅れ」と評価しました。理由は書かれていません。自動判定も同じです。"
        );
        given(&mut s, "Ａ", "", "推進会議");
        assert_eq!(
            reasons_of(&s).0[0],
            "推進会議の評価「Ａ」は、現在の評価区分にない印のため、自動判定を評価としています。"
        );
    }
}
