//! 指標 as one writes it in one line: 新規就農者数 12人→20人.

use crate::arrows;
use crate::table::unit_apart;
use edit::{empty_indicator, empty_series};
use insight::suggest_kind;
use strategy::*;

/// An indicator read from one line; figures as typed, without the unit.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct IndicatorLine {
    /// 名称.
    pub name: String,
    /// 単位.
    pub unit: String,
    /// 当初値.
    pub baseline: String,
    /// 目標値 of the last year.
    pub target: String,
}

impl IndicatorLine {
    /// Reads a line with an arrow; `None` where there is none, or what stands after it is no figure.
    pub fn read(text: &str) -> Option<Self> {
        let (before, after) = arrows::split(text)?;
        let target = figure(after)?;
        let before = before.trim();
        let (name, baseline) = parts(before)
            .find_map(|(name, rest)| Some((name, figure(rest)?)))
            .map_or((before, None), |(name, figure)| (name, Some(figure)));
        let unit_of = |figure: &Figure| figure.number().map(|n| n.unit.clone());
        let unit = unit_of(&target).filter(|unit| !unit.is_empty());
        let unit = unit.or_else(|| baseline.as_ref().and_then(unit_of));
        let unit = unit.filter(|unit| !unit.is_empty());
        let (name, unit) = match (unit, unit_apart(name)) {
            (None, Some(apart)) => apart,
            (Some(unit), Some((name, said))) if half_width(&unit) == said => (name, unit),
            (Some(unit), _) => (name.to_owned(), unit),
            (None, None) => in_brackets(name).unwrap_or((name.to_owned(), String::new())),
        };
        (!name.is_empty() && figure(&name).is_none()).then(|| Self {
            baseline: baseline.map_or(String::new(), |f| without_unit(f.text(), &unit)),
            target: without_unit(target.text(), &unit),
            name,
            unit,
        })
    }

    /// The indicator it describes, with one series; way and counting as its figures tell.
    pub fn indicator(
        &self,
        id: Id<Indicator>,
        series: Id<Series>,
        last: FiscalYear,
    ) -> (Indicator, Series) {
        let mut indicator = empty_indicator(id, &self.name);
        indicator.unit.clone_from(&self.unit);
        let mut series = empty_series(series, id, "");
        if !self.baseline.is_empty() {
            series.baseline = Some(Baseline {
                figure: Figure::read(&self.baseline),
                at: None,
            });
        }
        if !self.target.is_empty() {
            series.targets.insert(last, Figure::read(&self.target));
            let baseline = series.baseline.as_ref();
            let guess = suggest_kind(&self.unit, &self.name, baseline, &series.targets);
            (indicator.desired, indicator.counting) = (guess.desired, guess.counting);
        }
        (indicator, series)
    }
}

/// A text that reads as a figure.
fn figure(text: &str) -> Option<Figure> {
    let text = text.trim();
    let figure = Figure::read(text);
    (!text.is_empty() && !figure.needs_check()).then_some(figure)
}

/// The ways to cut a text into a name and what follows: at its spaces and colons, from the left; else before its
/// first digit.
fn parts(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let is_gap = |c: char| c.is_whitespace() || matches!(c, '：' | ':' | '、' | ',');
    let gaps = text.char_indices().filter(move |(_, c)| is_gap(*c));
    let gaps = gaps.map(move |(at, c)| (&text[..at], &text[at + c.len_utf8()..]));
    let is_figure = |c: char| c.is_numeric() || matches!(c, '△' | '▲' | '-' | '−' | '約');
    let digit = text.find(is_figure).map(|at| text.split_at(at));
    gaps.chain(digit)
        .map(move |(name, rest)| (name.trim_end_matches(is_gap).trim(), rest))
        .filter(move |(name, rest)| !name.is_empty() && rest.trim_start().starts_with(is_figure))
}

/// 出生数（人）: the name, and the unit in its brackets.
fn in_brackets(name: &str) -> Option<(String, String)> {
    let inside = name.strip_suffix(['）', ')'])?;
    let (before, unit) = inside.rsplit_once(['（', '('])?;
    (!before.trim().is_empty()).then(|| (before.trim().to_owned(), unit.trim().to_owned()))
}

fn without_unit(text: &str, unit: &str) -> String {
    let text = text.trim();
    let bare = text.strip_suffix(unit).map(str::trim_end);
    // 12人以上 keeps its words, and so does what would be left without a number.
    match bare {
        Some(bare) if !unit.is_empty() && figure(bare).is_some() => bare.to_owned(),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_line_with_an_arrow_is_taken_apart() {
        for (text, name, unit, baseline, target) in [
            ("新規就農者数 12人→20人", "新規就農者数", "人", "12", "20"),
            (
                "新規就農者数　１２人 → ２０人",
                "新規就農者数",
                "人",
                "１２",
                "２０",
            ),
            ("新規就農者数12人→20人", "新規就農者数", "人", "12", "20"),
            (
                "観光入込客数：1,200千人⇒1,500千人",
                "観光入込客数",
                "千人",
                "1,200",
                "1,500",
            ),
            ("出生数（人） 40->45", "出生数", "人", "40", "45"),
            ("出生数（単位：人） 40→45", "出生数", "人", "40", "45"),
            ("出生数〔単位 人〕：40人→45人", "出生数", "人", "40", "45"),
            ("出生数：人 40→45", "出生数", "人", "40", "45"),
            ("社会増減 △31人→0人", "社会増減", "人", "△31", "0"),
            ("満足度→80%以上", "満足度", "%", "", "80%以上"),
            (
                "65歳以上の就業率 34.2 % → 40 %",
                "65歳以上の就業率",
                "%",
                "34.2",
                "40",
            ),
            (
                "移住 相談 件数 20件→60件",
                "移住 相談 件数",
                "件",
                "20",
                "60",
            ),
        ] {
            let line = IndicatorLine::read(text).unwrap_or_else(|| panic!("{text}"));
            let read = (&*line.name, &*line.unit, &*line.baseline, &*line.target);
            assert_eq!(read, (name, unit, baseline, target), "{text}");
        }
    }

    #[test]
    fn a_line_without_an_arrow_or_figure_is_a_name() {
        for text in [
            "",
            "新規就農者数",
            "新規就農者数 12人",
            "駅→港の利用",
            "→20人",
            "12人→20人",
        ] {
            assert_eq!(IndicatorLine::read(text), None, "{text}");
        }
    }

    #[test]
    fn its_figures_tell_the_way_it_should_go() {
        let line = IndicatorLine::read("空き家数 120戸→100戸").unwrap();
        let last = FiscalYear(2031);
        let (indicator, series) = line.indicator(Id::new(1), Id::new(2), last);
        assert_eq!(
            (indicator.name.as_str(), indicator.unit.as_str()),
            ("空き家数", "戸")
        );
        assert_eq!(indicator.desired, Some(Desired::Decrease));
        assert_eq!(series.targets[&last].text(), "100");
        assert_eq!(series.baseline.unwrap().figure.text(), "120");
    }
}
