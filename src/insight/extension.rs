//! 計画期間の延長: the targets that are asked for the new last year, and the texts that name the old one.

use super::forecast::forecast;
use strategy::*;

/// A target that is asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct TargetQuestion {
    /// The indicator.
    pub indicator: Id<Indicator>,
    /// The series.
    pub series: Id<Series>,
    /// The last target typed in the period, with its year.
    pub target: Option<(FiscalYear, Figure)>,
    /// 見通し at the new last year, as a figure; `None`: too few years to tell.
    pub foreseen: Option<Figure>,
}

/// Returns the targets that are asked for when the period ends in `last` (X1): of every series that has a target in the
/// period, in the order of the indicators, and none that has one in that year.
pub fn target_questions(
    strategy: &Strategy,
    last: FiscalYear,
    until: FiscalYear,
) -> Vec<TargetQuestion> {
    let period = strategy.about().period;
    let all = strategy.indicators.sorted().into_iter();
    let asked = all.flat_map(|indicator| {
        let series = strategy.series.under(indicator.id).into_iter();
        series.filter_map(move |series| {
            let (year, target) = series.targets.range(..=period.last).next_back()?;
            let is_asked = *year >= period.first && !series.targets.contains_key(&last);
            is_asked.then(|| TargetQuestion {
                indicator: indicator.id,
                series: series.id,
                target: Some((*year, target.clone())),
                foreseen: foreseen_at(indicator, series, Period { last, ..period }, until),
            })
        })
    });
    asked.collect()
}

/// Returns 見通し at the end of a period (X2): the line of the actuals (I24), not moved by any target.
fn foreseen_at(
    indicator: &Indicator,
    series: &Series,
    period: Period,
    until: FiscalYear,
) -> Option<Figure> {
    let aimless = Series {
        targets: Default::default(),
        ..series.clone()
    };
    let forecast = forecast(indicator, &aimless, period, until)?;
    let shown = forecast.judged().shown;
    let minus = match shown.is_sign_negative() && !shown.is_zero() {
        true => "△",
        false => "",
    };
    let digits = with_commas(&shown.abs().normalize().to_string());
    Some(Figure::read(&format!("{minus}{digits}{}", forecast.unit)))
}

/// Returns the chapters whose text names a year as the plan writes it (X3).
pub fn sections_naming(strategy: &Strategy, year: FiscalYear) -> Vec<Id<Section>> {
    let names = [
        year.in_plan(),
        year.wareki_short(),
        format!("{}年度", year.0),
    ];
    let says = |text: &str| names.iter().any(|name| text.contains(name.as_str()));
    let all = strategy.sections.sorted().into_iter();
    let naming = all.filter(|section| {
        let mut points = section.points.iter();
        says(&section.title)
            || says(&section.text)
            || points.any(|point| says(&point.title) || says(&point.text))
    });
    naming.map(|section| section.id).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::progress::cases::case;

    fn plan(actuals: &str) -> Strategy {
        let c = case("増 単位=人", "100@R1", "200", actuals);
        let mut s = Strategy::default();
        s.about.insert(About {
            period: c.period,
            ..About::default()
        });
        s.indicators.insert(c.indicator.clone());
        s.series.insert(Series {
            indicator: c.indicator.id,
            ..c.series.clone()
        });
        s
    }

    #[test]
    fn x1_a_target_in_the_period_is_asked_for_once() {
        let s = plan("2020:110");
        let last = FiscalYear(s.about().period.last.0 + 2);
        let asked = target_questions(&s, last, s.about().period.last);
        assert_eq!(asked.len(), 1);
        assert_eq!(asked[0].target.as_ref().unwrap().1.text(), "200");
        assert_eq!(asked[0].foreseen, None);
        let mut done = s.clone();
        let mut series = Series::clone(s.series.sorted()[0]);
        series.targets.insert(last, Figure::read("210"));
        done.series.insert(series);
        assert!(target_questions(&done, last, last).is_empty());
    }

    #[test]
    fn x2_the_forecast_is_the_line_of_the_actuals_at_the_new_last_year() {
        // Ten more each year: 110 in 2020, so 110 + 10 × (year − 2020).
        let s = plan("2020:110 2021:120 2022:130 2023:140");
        let last = FiscalYear(2030);
        let asked = target_questions(&s, last, FiscalYear(2023));
        let foreseen = asked[0].foreseen.as_ref().unwrap();
        assert_eq!(foreseen.text(), "210人");
    }

    #[test]
    fn x3_chapters_that_name_the_old_last_year_are_told() {
        let mut s = Strategy::default();
        for (id, text) in [
            (1, "令和7年度から令和11年度まで"),
            (2, "R11に見直す"),
            (3, "毎年度"),
        ] {
            s.sections.insert(Section {
                id: Id::new(id),
                text: text.to_owned(),
                ..Section::default()
            });
        }
        let naming = sections_naming(&s, FiscalYear(2029));
        assert_eq!(naming.len(), 2);
    }
}
