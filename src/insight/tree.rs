//! 体系図: goals, headings, measures and initiatives as one tree, each with what it holds; and where a record stands.

use std::sync::Arc;

use super::numbering::Numbers;
use strategy::*;

/// One box of 体系図.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Branch {
    /// The record.
    pub record: AnyId,
    /// Its printed number.
    pub number: String,
    /// 名称.
    pub title: String,
    /// 施策 in it.
    pub measures: usize,
    /// 具体的取組 in it.
    pub initiatives: usize,
    /// Indicators used in it, each once.
    pub indicators: usize,
    /// Its children, in order.
    pub branches: Vec<Branch>,
}

struct Forest<'a> {
    numbers: Numbers,
    divisions: Groups<'a, Division>,
    measures: Groups<'a, Measure>,
    initiatives: Groups<'a, Initiative>,
}

/// The whole 体系, goal by goal (I33).
pub fn tree(strategy: &Strategy) -> Vec<Branch> {
    let forest = Forest {
        numbers: Numbers::of(strategy),
        divisions: strategy.divisions.by_parent(),
        measures: strategy.measures.by_parent(),
        initiatives: strategy.initiatives.by_parent(),
    };
    strategy
        .goals
        .sorted()
        .into_iter()
        .map(|goal| forest.goal(goal))
        .collect()
}

impl Forest<'_> {
    /// Measures under no heading first, then heading by heading.
    fn goal(&self, goal: &Goal) -> Branch {
        let under = self.measures.under(goal.id);
        let divisions = self.divisions.under(goal.id);
        let known = sort::set(divisions.iter().map(|d| d.id));
        let loose = under
            .iter()
            .filter(|m| m.division.is_none_or(|d| !known.contains(&d)));
        let mut branches: Vec<Branch> = loose.map(|m| self.measure(m)).collect();
        branches.extend(divisions.iter().map(|d| self.division(d, under)));
        let kpis = under.iter().flat_map(|m| &m.kpis);
        let used = sort::set(goal.targets.iter().chain(kpis).copied());
        gather(
            goal.id.into(),
            self.numbers.goal(goal.id),
            &goal.title,
            used.len(),
            branches,
        )
    }

    fn division(&self, division: &Division, of_goal: &[&Arc<Measure>]) -> Branch {
        let under = || of_goal.iter().filter(|m| m.division == Some(division.id));
        let used = sort::set(under().flat_map(|m| m.kpis.iter().copied()));
        let branches = under().map(|m| self.measure(m)).collect();
        let number = self.numbers.division(division.id);
        gather(
            division.id.into(),
            number,
            &division.title,
            used.len(),
            branches,
        )
    }

    fn measure(&self, measure: &Measure) -> Branch {
        let under = self.initiatives.under(measure.id).iter();
        let branches: Vec<Branch> = under.map(|i| self.initiative(i)).collect();
        let used = sort::set(measure.kpis.iter().copied());
        let number = self.numbers.measure(measure.id);
        let mut branch = gather(
            measure.id.into(),
            number,
            &measure.title,
            used.len(),
            branches,
        );
        branch.measures = 1;
        branch
    }

    fn initiative(&self, initiative: &Initiative) -> Branch {
        let number = self.numbers.initiative(initiative.id);
        let mut branch = gather(
            initiative.id.into(),
            number,
            &initiative.title,
            0,
            Vec::new(),
        );
        branch.initiatives = 1;
        branch
    }
}

fn gather(
    record: AnyId,
    number: String,
    title: &str,
    indicators: usize,
    branches: Vec<Branch>,
) -> Branch {
    Branch {
        record,
        number,
        title: title.to_owned(),
        measures: branches.iter().map(|b| b.measures).sum(),
        initiatives: branches.iter().map(|b| b.initiatives).sum(),
        indicators,
        branches,
    }
}

/// One step on the way down to a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crumb {
    /// The record.
    pub record: AnyId,
    /// Its printed number; empty where it has none.
    pub number: String,
    /// Its title; empty for a sheet, which is named by its year.
    pub title: String,
    /// The year of a sheet.
    pub year: Option<FiscalYear>,
}

fn crumb<T: Record>(id: Id<T>, number: String, title: &str) -> Crumb {
    Crumb {
        record: id.into(),
        number,
        title: title.to_owned(),
        year: None,
    }
}

/// The way down to a record, itself last; empty when it is not there (I34).
pub fn path_to(strategy: &Strategy, numbers: &Numbers, record: AnyId) -> Vec<Crumb> {
    let mut path = Vec::new();
    let mut next = Some(record);
    while let Some(record) = next {
        let step = step_in_tree(strategy, numbers, record);
        path.extend(step.or_else(|| step_elsewhere(strategy, record)));
        next = above(strategy, record);
    }
    path.reverse();
    path
}

/// The step to a record of the 体系; a series without a name is none.
fn step_in_tree(s: &Strategy, numbers: &Numbers, record: AnyId) -> Option<Crumb> {
    let none = String::new;
    let number = record.number;
    Some(match record.kind {
        Kind::Goal => {
            let goal = s.goals.get(Id::new(number))?;
            crumb(goal.id, numbers.goal(goal.id), &goal.title)
        }
        Kind::Division => {
            let division = s.divisions.get(Id::new(number))?;
            let counted = numbers.division(division.id);
            crumb(division.id, counted, &division.title)
        }
        Kind::Measure => {
            let measure = s.measures.get(Id::new(number))?;
            crumb(measure.id, numbers.measure(measure.id), &measure.title)
        }
        Kind::Initiative => {
            let initiative = s.initiatives.get(Id::new(number))?;
            let counted = numbers.initiative(initiative.id);
            crumb(initiative.id, counted, &initiative.title)
        }
        Kind::Sheet => {
            let sheet = s.sheets.get(Id::new(number))?;
            Crumb {
                year: Some(sheet.year),
                ..crumb(sheet.id, none(), "")
            }
        }
        Kind::Line => {
            let line = s.lines.get(Id::new(number))?;
            crumb(line.id, none(), &line.title)
        }
        Kind::Indicator => {
            let indicator = s.indicators.get(Id::new(number))?;
            crumb(indicator.id, indicator.code.clone(), &indicator.name)
        }
        Kind::Series => {
            let series = s.series.get(Id::new(number))?;
            let named = !series.name.is_empty();
            named.then(|| crumb(series.id, none(), &series.name))?
        }
        _ => return None,
    })
}

/// The step to a record that stands outside the 体系.
fn step_elsewhere(s: &Strategy, record: AnyId) -> Option<Crumb> {
    let none = String::new;
    let number = record.number;
    Some(match record.kind {
        Kind::About => crumb(About::ID, none(), &s.about().title),
        Kind::Section => {
            let section = s.sections.get(Id::new(number))?;
            crumb(section.id, section.number.clone(), &section.title)
        }
        Kind::Framework => {
            let framework = s.frameworks.get(Id::new(number))?;
            crumb(framework.id, none(), &framework.title)
        }
        Kind::FrameworkItem => {
            let item = s.framework_items.get(Id::new(number))?;
            crumb(item.id, item.number.clone(), &item.title)
        }
        Kind::Support => {
            let support = s.supports.get(Id::new(number))?;
            crumb(support.id, support.number.clone(), &support.title)
        }
        Kind::Ground => {
            let ground = s.grounds.get(Id::new(number))?;
            crumb(ground.id, none(), &ground.title)
        }
        Kind::GrantProject => {
            let project = s.grant_projects.get(Id::new(number))?;
            crumb(project.id, none(), &project.title)
        }
        Kind::Body => {
            let body = s.bodies.get(Id::new(number))?;
            crumb(body.id, none(), &body.title)
        }
        Kind::Lane => {
            let lane = s.lanes.get(Id::new(number))?;
            crumb(lane.id, none(), &lane.title)
        }
        Kind::TimetableItem => {
            let item = s.timetable.get(Id::new(number))?;
            crumb(item.id, none(), &item.title)
        }
        Kind::Session => {
            let session = s.sessions.get(Id::new(number))?;
            crumb(session.id, none(), &session.title)
        }
        Kind::Ballot => {
            let ballot = s.ballots.get(Id::new(number))?;
            let named = !ballot.table.is_empty();
            named.then(|| crumb(ballot.id, none(), &ballot.table))?
        }
        Kind::Guess => {
            let guess = s.guesses.get(Id::new(number))?;
            let named = !guess.table.is_empty();
            named.then(|| crumb(guess.id, none(), &guess.table))?
        }
        Kind::Idea => {
            let idea = s.ideas.get(Id::new(number))?;
            crumb(idea.id, none(), &idea.text)
        }
        _ => return None,
    })
}

/// Returns the parent of a record; `None` if it has none, or is missing.
fn above(s: &Strategy, record: AnyId) -> Option<AnyId> {
    let number = record.number;
    Some(match record.kind {
        Kind::Division => s.divisions.get(Id::new(number))?.goal.into(),
        Kind::Measure => {
            let measure = s.measures.get(Id::new(number))?;
            measure.division.map_or(measure.goal.into(), AnyId::from)
        }
        Kind::Initiative => s.initiatives.get(Id::new(number))?.measure.into(),
        Kind::Sheet => s.sheets.get(Id::new(number))?.measure.into(),
        Kind::Line => s.lines.get(Id::new(number))?.sheet.into(),
        Kind::Series => s.series.get(Id::new(number))?.indicator.into(),
        Kind::FrameworkItem => s.framework_items.get(Id::new(number))?.framework.into(),
        Kind::TimetableItem => s.timetable.get(Id::new(number))?.lane.into(),
        Kind::Ballot => s.ballots.get(Id::new(number))?.session.into(),
        Kind::Guess => s.guesses.get(Id::new(number))?.session.into(),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_fixtures::*;

    fn town() -> Strategy {
        let mut s = Strategy::default();
        s.goals.insert(Goal {
            targets: vec![Id::new(1)],
            ..goal(1, "目標")
        });
        s.divisions.insert(Division {
            id: Id::new(1),
            goal: Id::new(1),
            order: Order::nth(0),
            label: "基本計画".into(),
            number: "32".into(),
            title: "地域".into(),
        });
        let kpis = vec![Id::new(1), Id::new(2)];
        s.measures.insert(Measure {
            division: Some(Id::new(1)),
            kpis,
            ..measure(1, 1, "施策")
        });
        s.measures.insert(measure(2, 1, "見出しのない施策"));
        s.initiatives.insert(initiative(1, 1, "取組"));
        s.initiatives.insert(initiative(2, 1, "次の取組"));
        s
    }

    #[test]
    fn i33_a_tree_holds_everything_once_and_counts_it() {
        let all = tree(&town());
        let top = &all[0];
        assert_eq!((top.measures, top.initiatives, top.indicators), (2, 2, 2));
        let titles: Vec<&str> = top.branches.iter().map(|b| b.title.as_str()).collect();
        assert_eq!(titles, ["見出しのない施策", "地域"]);
        assert_eq!(
            (top.branches[1].measures, top.branches[1].initiatives),
            (1, 2)
        );
        assert_eq!(top.branches[1].branches[0].branches[1].number, "(2)");
    }

    #[test]
    fn i34_the_way_down_to_a_record() {
        let s = town();
        let numbers = Numbers::of(&s);
        let told = |record: AnyId| -> Vec<String> {
            let path = path_to(&s, &numbers, record);
            path.into_iter().map(|c| c.number + &c.title).collect()
        };
        assert_eq!(
            told(Id::<Initiative>::new(2).into()),
            ["1目標", "32地域", "1施策", "(2)次の取組"]
        );
        assert_eq!(
            told(Id::<Measure>::new(2).into()),
            ["1目標", "1見出しのない施策"]
        );
        assert!(told(Id::<Line>::new(9).into()).is_empty());
    }
}
