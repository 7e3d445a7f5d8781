//! From lines and a person's choices to what is added.

use super::pasted::{LineRole, PastedLine, PastedOutline};
use crate::IndicatorLine;
use edit::{
    NewIndicator, Outline, OutlineDivision, OutlineGoal, OutlineInitiative, OutlineMeasure,
};
use strategy::{FiscalYear, GoalKind, Id, half_width};

impl PastedOutline {
    /// Returns the outline to add if the lines have these roles; a line of [`LineRole::Skip`] is left out.
    pub fn outline(&self, roles: &[LineRole]) -> Outline {
        let mut making = Making::default();
        for (line, role) in self.lines.iter().zip(roles) {
            making.take(self, line, *role);
        }
        making.numbered();
        making.outline
    }

    /// Returns the outline to add with the preselected lines.
    pub fn chosen(&self) -> Outline {
        let role = |line: &PastedLine| {
            if line.chosen() {
                line.role
            } else {
                LineRole::Skip
            }
        };
        let roles: Vec<LineRole> = self.lines.iter().map(role).collect();
        self.outline(&roles)
    }
}

/// Kind of record made last, to which text and indicators belong.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum Last {
    #[default]
    Goal,
    Measure,
    Initiative,
}

/// Words that mark a measure as 重点.
const PRIORITY: [&str; 4] = ["【重点施策】", "【重点】", "（重点施策）", "≪重点≫"];

#[derive(Default)]
struct Making {
    outline: Outline,
    /// The indicators taken so far, by their places among those read; `None`: only a person says that it is one.
    indicators: Vec<Option<usize>>,
    division: Option<usize>,
    last: Last,
}

impl Making {
    fn take(&mut self, read: &PastedOutline, line: &PastedLine, role: LineRole) {
        match role {
            LineRole::Goal | LineRole::CrossGoal => {
                (self.division, self.last) = (None, Last::Goal);
                self.outline.goals.push(OutlineGoal {
                    kind: if role == LineRole::Goal {
                        GoalKind::Basic
                    } else {
                        GoalKind::CrossCutting
                    },
                    number: line.number.clone(),
                    title: line.title.clone(),
                    subtitle: line.subtitle.clone(),
                    ..OutlineGoal::default()
                });
            }
            LineRole::Division => {
                let goal = self.goal();
                goal.divisions.push(OutlineDivision {
                    label: line.label.clone(),
                    number: line.number.clone(),
                    title: whole(line),
                });
                let division = goal.divisions.len() - 1;
                (self.division, self.last) = (Some(division), Last::Goal);
            }
            LineRole::Measure => {
                let division = self.division;
                let whole = whole(line);
                let title = PRIORITY
                    .iter()
                    .fold(whole.clone(), |title, mark| title.replace(mark, ""));
                self.goal().measures.push(OutlineMeasure {
                    division,
                    number: line.number.clone(),
                    priority: title != whole,
                    title: title.trim().to_owned(),
                    ..OutlineMeasure::default()
                });
                self.last = Last::Measure;
            }
            LineRole::Initiative => {
                let (title, new, reprise) = without_marks(&whole(line));
                self.measure().initiatives.push(OutlineInitiative {
                    number: line.number.clone(),
                    title,
                    new,
                    reprise,
                    ..OutlineInitiative::default()
                });
                self.last = Last::Initiative;
            }
            LineRole::Direction => self.text(&line.title),
            LineRole::Indicator => self.indicator(read, line),
            LineRole::Skip => {}
        }
    }

    /// The goal of what follows; where none was printed, one without a name.
    fn goal(&mut self) -> &mut OutlineGoal {
        if self.outline.goals.is_empty() {
            self.outline.goals.push(OutlineGoal::default());
        }
        let last = self.outline.goals.len() - 1;
        &mut self.outline.goals[last]
    }

    /// The measure of what follows; where none was printed, one without a name.
    fn measure(&mut self) -> &mut OutlineMeasure {
        let division = self.division;
        let goal = self.goal();
        if goal
            .measures
            .last()
            .is_none_or(|last| last.division != division)
        {
            goal.measures.push(OutlineMeasure {
                division,
                ..OutlineMeasure::default()
            });
        }
        let last = goal.measures.len() - 1;
        &mut goal.measures[last]
    }

    fn text(&mut self, text: &str) {
        let last = self.last;
        let place = match last {
            Last::Goal => &mut self.goal().direction,
            Last::Measure => &mut self.measure().direction,
            Last::Initiative => match self.measure().initiatives.last_mut() {
                Some(initiative) => &mut initiative.text,
                None => return,
            },
        };
        if !place.is_empty() {
            place.push('\n');
        }
        place.push_str(text);
    }

    fn indicator(&mut self, read: &PastedOutline, line: &PastedLine) {
        let Some((at, one)) = line
            .indicator
            .and_then(|at| Some((at, read.indicators.get(at)?)))
        else {
            return self.said_indicator(read, line);
        };
        let known = self.indicators.iter().position(|known| *known == Some(at));
        let place = known.unwrap_or(self.indicators.len());
        if known.is_none() {
            self.indicators.push(Some(at));
            self.outline.indicators.push(NewIndicator {
                indicator: one.indicator.clone(),
                series: one.series.clone(),
                goals: Vec::new(),
            });
        }
        let used = self.used();
        if !used.contains(&place) {
            used.push(place);
        }
    }

    /// A line of which only a person says that it is an indicator.
    fn said_indicator(&mut self, read: &PastedOutline, line: &PastedLine) {
        let said = IndicatorLine::read(&line.title).unwrap_or_else(|| IndicatorLine {
            name: line.title.clone(),
            ..IndicatorLine::default()
        });
        let last = read.last.unwrap_or(FiscalYear(0));
        let (mut indicator, series) = said.indicator(Id::new(0), Id::new(0), last);
        indicator.code.clone_from(&line.number);
        let place = self.outline.indicators.len();
        self.outline.indicators.push(NewIndicator {
            indicator,
            series: vec![series],
            goals: Vec::new(),
        });
        self.indicators.push(None);
        self.used().push(place);
    }

    /// Returns the indicators that the last heading uses.
    fn used(&mut self) -> &mut Vec<usize> {
        match self.last {
            Last::Goal => &mut self.goal().targets,
            Last::Measure | Last::Initiative => &mut self.measure().kpis,
        }
    }

    /// Numbers that are those counted are not kept.
    fn numbered(&mut self) {
        let mut count = [0, 0];
        for goal in &mut self.outline.goals {
            let place = &mut count[usize::from(goal.kind == GoalKind::CrossCutting)];
            *place += 1;
            drop_counted(&mut goal.number, *place);
            for (at, division) in goal.divisions.iter_mut().enumerate() {
                drop_counted(&mut division.number, at + 1);
            }
            let mut under = (None, 0);
            for measure in &mut goal.measures {
                under = if under.0 == measure.division {
                    (under.0, under.1 + 1)
                } else {
                    (measure.division, 1)
                };
                drop_counted(&mut measure.number, under.1);
                for (at, initiative) in measure.initiatives.iter_mut().enumerate() {
                    drop_counted(&mut initiative.number, at + 1);
                }
            }
        }
    }
}

/// A title with its subtitle, where there is no place for one.
fn whole(line: &PastedLine) -> String {
    match line.subtitle.is_empty() {
        true => line.title.clone(),
        false => format!("{} ～{}～", line.title, line.subtitle),
    }
}

/// Empties a number that is the place its record has anyhow: 3 of 1-3 at the third.
fn drop_counted(number: &mut String, place: usize) {
    let plain = half_width(number);
    let last = plain
        .rsplit(|c: char| !c.is_ascii_digit())
        .find(|part| !part.is_empty());
    let signed = |c: char| !c.is_ascii_digit() && !"-.".contains(c);
    let counted = last.is_some_and(|last| last == place.to_string());
    if plain.contains(signed) || counted {
        number.clear();
    } else {
        *number = plain;
    }
}

/// The title without 【新規】 and 【再掲】, and whether they were there.
fn without_marks(title: &str) -> (String, bool, bool) {
    let mut bare = title.to_owned();
    let (mut new, mut reprise) = (false, false);
    for (open, close) in [
        ("【", "】"),
        ("≪", "≫"),
        ("《", "》"),
        ("（", "）"),
        ("(", ")"),
    ] {
        for (word, said) in [("新規", &mut new), ("再掲", &mut reprise)] {
            let mark = format!("{open}{word}{close}");
            if bare.contains(&mark) {
                *said = true;
                bare = bare.replace(&mark, "");
            }
        }
    }
    (bare.trim().to_owned(), new, reprise)
}
