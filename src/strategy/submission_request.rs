//! A request of a prefecture to its municipalities for figures of their plans.

use super::{Date, FiscalYear};
use serde::{Deserialize, Serialize};

/// 提出依頼: the figures a prefecture asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SubmissionRequest {
    /// Office that asks, or its region.
    pub from: String,
    /// Indicators that are asked for.
    pub indicators: Vec<RequestedIndicator>,
    /// Years whose actuals are asked for.
    pub years: Vec<FiscalYear>,
    /// Day by which the answers are to arrive.
    pub until: Option<Date>,
    /// Address to which the answers are sent.
    pub to: String,
}

/// An indicator that is asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(default)]
pub struct RequestedIndicator {
    /// 指標名.
    pub name: String,
    /// 単位; empty: any.
    pub unit: String,
}

impl SubmissionRequest {
    /// Sets the first or the last requested year; the years between are requested too. `None`: no year is.
    pub fn ask_years(&mut self, is_first: bool, year: Option<FiscalYear>) {
        let Some(year) = year else {
            return self.years.clear();
        };
        let other = match is_first {
            true => self.years.last().copied().unwrap_or(year).max(year),
            false => self.years.first().copied().unwrap_or(year).min(year),
        };
        let (first, last) = (year.min(other), year.max(other));
        self.years = (first.0..=last.0).map(FiscalYear).collect();
    }
}

impl RequestedIndicator {
    /// Reads lines of 指標名（単位）, each indicator once. Blank lines are left out.
    pub fn read_lines(text: &str) -> Vec<Self> {
        let mut all: Vec<Self> = Vec::new();
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let one = Self::read(line);
            if !all.contains(&one) {
                all.push(one);
            }
        }
        all
    }

    fn read(line: &str) -> Self {
        let unit = line
            .strip_suffix(['）', ')'])
            .and_then(|rest| rest.rsplit_once(['（', '(']))
            .or_else(|| line.split_once('\t'));
        match unit.map(|(name, unit)| (name.trim(), unit.trim())) {
            Some((name, unit)) if !name.is_empty() => Self {
                name: name.to_owned(),
                unit: unit.to_owned(),
            },
            _ => Self {
                name: line.to_owned(),
                unit: String::new(),
            },
        }
    }

    /// Writes the line that [`read_lines`](Self::read_lines) reads.
    pub fn line(&self) -> String {
        match (&*self.unit, self.name.ends_with(['）', ')'])) {
            // Without a unit, the bracket at the end of a name would be read as one.
            ("", true) => format!("{}（）", self.name),
            ("", false) => self.name.clone(),
            (unit, _) => format!("{}（{unit}）", self.name),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requested_years_have_no_gap_and_their_ends_stay_in_order() {
        let mut request = SubmissionRequest::default();
        let years = |request: &SubmissionRequest| {
            let years = request.years.iter().map(|year| year.0);
            years.collect::<Vec<_>>()
        };
        request.ask_years(false, Some(FiscalYear(2024)));
        assert_eq!(years(&request), [2024]);
        request.ask_years(true, Some(FiscalYear(2022)));
        assert_eq!(years(&request), [2022, 2023, 2024]);
        request.ask_years(true, Some(FiscalYear(2026)));
        assert_eq!(years(&request), [2026]);
        request.ask_years(false, None);
        assert!(request.years.is_empty());
    }

    #[test]
    fn lines_are_read_as_names_and_units_and_written_back() {
        let all = RequestedIndicator::read_lines(
            "出生数（人）\n\n出生数（人）\n健康寿命（男性）（年）\n合計特殊出生率\nごみ\tkg\n（人）\n満足度（住民調査）（）",
        );
        let told: Vec<(&str, &str)> = all.iter().map(|one| (&*one.name, &*one.unit)).collect();
        let expected = [
            ("出生数", "人"),
            ("健康寿命（男性）", "年"),
            ("合計特殊出生率", ""),
            ("ごみ", "kg"),
            ("（人）", ""),
            ("満足度（住民調査）", ""),
        ];
        assert_eq!(told, expected);
        let lines: Vec<String> = all.iter().take(4).map(RequestedIndicator::line).collect();
        assert_eq!(RequestedIndicator::read_lines(&lines.join("\n")), all[..4]);
        assert_eq!(RequestedIndicator::read_lines(&all[5].line()), all[5..]);
    }
}
