//! The figures of a trend, and what is read off them before anything is drawn.

use super::{Datum, Scale, YearlyData};
use ::words::Say;
use ::words::charts as words;
use strategy::{FiscalYear, Tone, sort};

/// The figures of one indicator, ready to draw.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Trend {
    /// 単位.
    pub unit: String,
    /// 内訳: one, or men and women …
    pub lines: Vec<TrendLine>,
    /// めざす範囲 of an indicator that is to be kept: lower and upper bound.
    pub band: Option<(Option<f64>, Option<f64>)>,
    /// Years from which the figure is not comparable with those before: lines are cut there.
    pub breaks: Vec<FiscalYear>,
    /// 目標値の変更: in which year it was decided, and what and why.
    pub changes: Vec<(FiscalYear, String)>,
}

/// One series of a [`Trend`].
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TrendLine {
    /// 男性, 女性 …; empty for the only one.
    pub name: String,
    /// The tone of its rating; a bad one is drawn as such.
    pub tone: Option<Tone>,
    /// 当初値 and its year, where that is known.
    pub baseline: Option<(Option<FiscalYear>, Datum)>,
    /// 目標への目安線: where each year should be.
    pub path: Vec<(FiscalYear, f64)>,
    /// 目標値.
    pub targets: YearlyData,
    /// 変更前の目標値, of the years whose target was changed; a year as often as it was.
    pub replaced: YearlyData,
    /// 実績値, with the years that have none and why.
    pub actuals: YearlyData,
    /// 趨勢の値.
    pub without_policy: YearlyData,
    /// 見込み: beginning with the last actual figure, so that the line goes on from there.
    pub forecast: YearlyData,
    /// Figures of other towns, each by its name: thin lines, and never a figure of the series.
    pub others: Vec<(String, YearlyData)>,
}

impl Trend {
    /// Returns figures in a row, with a gap before each break.
    pub fn with_gaps<'a>(&self, data: &'a YearlyData) -> Vec<(FiscalYear, Option<&'a Datum>)> {
        let mut all = Vec::with_capacity(data.len());
        let mut before: Option<FiscalYear> = None;
        for (year, datum) in data {
            let is_cut =
                |start: &FiscalYear| before.is_some_and(|before| before < *start) && start <= year;
            if self.breaks.iter().any(is_cut) {
                all.push((*year, None));
            }
            all.push((*year, Some(datum)));
            before = Some(*year);
        }
        all
    }

    /// Every year from the first figure to the last, so that distances are true.
    pub fn years(&self) -> Vec<FiscalYear> {
        let years = self.lines.iter().flat_map(|line| {
            let baseline = line.baseline_datum().map(|(year, _)| year);
            let path = line.path.iter().map(|(year, _)| *year);
            let data = line.data().map(|(year, _)| year);
            path.chain(data).chain(baseline)
        });
        let ends = years.fold(None, |ends, year| match ends {
            None => Some((year, year)),
            Some((first, last)) => Some((year.min(first), year.max(last))),
        });
        match ends {
            Some((first, last)) => (first.0..=last.0).map(FiscalYear).collect(),
            None => Vec::new(),
        }
    }

    /// Notes on a year without a figure and why, and on an axis that does not begin at 0: easily overlooked in the picture.
    pub fn notes(&self) -> Vec<String> {
        let missing = self.lines.iter().flat_map(|line| {
            let gaps = line.actuals.iter();
            let gaps = gaps.filter(|(_, datum)| datum.value.is_none());
            gaps.map(|(year, datum)| {
                let what = words::of_line(&line.name, words::actual());
                words::missing_note(year.say(), &what, &datum.text)
            })
        });
        let undated = self.lines.iter().filter_map(|line| match &line.baseline {
            Some((None, datum)) => Some(words::undated_baseline(&datum.text, &self.unit)),
            _ => None,
        });
        let breaks = self.breaks.iter().map(|year| words::break_note(*year));
        let changes = self.changes.iter();
        let changes = changes.map(|(year, why)| words::change_note(*year, why));
        let is_guessed = self.lines.iter().any(|line| !line.forecast.is_empty());
        let caveat = is_guessed.then(|| words::forecast_caveat().to_owned());
        let is_cut =
            !self.years().is_empty() && !Scale::around(self.values().into_iter()).has_zero();
        let cut = is_cut.then(|| words::axis_cut().to_owned());
        let known = missing.chain(undated).chain(breaks).chain(changes);
        known.chain(caveat).chain(cut).collect()
    }

    /// Every value there is, to put the scale around.
    pub fn values(&self) -> Vec<f64> {
        let band = self
            .band
            .iter()
            .flat_map(|(low, high)| [*low, *high])
            .flatten();
        let lines = self.lines.iter().flat_map(|line| {
            let baseline = line.baseline.iter().filter_map(|(_, datum)| datum.value);
            let path = line.path.iter().map(|(_, value)| *value);
            let others = line.others.iter().flat_map(|(_, data)| data);
            let others = others.filter_map(|(_, datum)| datum.value);
            baseline
                .chain(path)
                .chain(others)
                .chain(line.data().filter_map(|(_, datum)| datum.value))
        });
        band.chain(lines).collect()
    }
}

/// A column of the table.
pub struct FigureColumn<'a> {
    /// Its name.
    pub name: String,
    /// Its figures.
    pub data: &'a [(FiscalYear, Datum)],
    baseline: Option<&'a (Option<FiscalYear>, Datum)>,
}

impl FigureColumn<'_> {
    /// Its cell in a year; `None`: of the baseline without a year.
    pub fn at(&self, year: Option<FiscalYear>) -> String {
        let own = self.data.iter().filter(|(own, _)| Some(*own) == year);
        let own: Vec<&str> = own.map(|(_, datum)| datum.text.as_str()).collect();
        let baseline = self.baseline.filter(|(own, _)| *own == year);
        match baseline {
            _ if !own.is_empty() => own.join(words::THEN),
            Some((None, datum)) => datum.text.clone(),
            Some((Some(_), datum)) => words::as_baseline(&datum.text),
            None => String::new(),
        }
    }
}

impl TrendLine {
    /// All data but the baseline's.
    pub fn data(&self) -> impl Iterator<Item = (FiscalYear, &Datum)> {
        let kinds = [
            &self.targets,
            &self.replaced,
            &self.actuals,
            &self.without_policy,
            &self.forecast,
        ];
        kinds
            .into_iter()
            .flatten()
            .map(|(year, datum)| (*year, datum))
    }

    /// The baseline where its year is known.
    pub fn baseline_datum(&self) -> Option<(FiscalYear, &Datum)> {
        let (year, datum) = self.baseline.as_ref()?;
        Some(((*year)?, datum))
    }

    /// The columns of the table, those that are always there first.
    pub fn columns(&self) -> Vec<FigureColumn<'_>> {
        let column = |word: &str, data, baseline| FigureColumn {
            name: words::of_line(&self.name, word),
            data,
            baseline,
        };
        let baseline = self.baseline.as_ref();
        // A forecast begins with the last actual figure, which has its own column.
        let ahead = self.forecast.get(1..).unwrap_or_default();
        let columns = [
            (true, column(words::target(), &self.targets, None)),
            (false, column(words::replaced(), &self.replaced, None)),
            (true, column(words::actual(), &self.actuals, baseline)),
            (false, column(words::forecast(), ahead, None)),
            (
                false,
                column(words::without_policy(), &self.without_policy, None),
            ),
        ];
        let shown = columns
            .into_iter()
            .filter(|(always, column)| *always || !column.data.is_empty());
        let others = self.others.iter();
        let others = others.map(|(town, data)| column(town, data, None));
        shown.map(|(_, column)| column).chain(others).collect()
    }

    /// Returns the name of the measured figure of a year: 実績 or, without one, the baseline.
    pub fn word(&self, year: FiscalYear) -> &'static str {
        match self.actuals.iter().any(|(own, _)| *own == year) {
            true => words::actual(),
            false => words::baseline(),
        }
    }

    /// Baseline and actual figures as one line.
    pub fn drawn(&self) -> YearlyData {
        let is_measured = |year: FiscalYear| self.actuals.iter().any(|(own, _)| *own == year);
        let baseline = self
            .baseline_datum()
            .filter(|(year, _)| !is_measured(*year));
        let baseline = baseline.map(|(year, datum)| (year, datum.clone()));
        let mut drawn: YearlyData = baseline
            .into_iter()
            .chain(self.actuals.iter().cloned())
            .collect();
        sort::by_key(&mut drawn, |(year, _)| *year);
        drawn
    }
}
