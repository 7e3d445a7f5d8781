//! 比較: two strategies, told apart field by field.

use std::collections::BTreeMap;

use crate::edit::{Changed, Changes, Field, Titled};
use crate::for_each_kind;
use crate::strategy::*;

/// One thing that differs.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// The prefix of the record's kind.
    pub kind: &'static str,
    /// What the record is called.
    pub title: String,
    /// Where in the plan it stands.
    pub stand: Stand,
    /// The field; `None`: the record as a whole was added or removed.
    pub field: Option<Field>,
    /// Before, as text; `None`: not there.
    pub from: Option<String>,
    /// After, as text.
    pub to: Option<String>,
}

/// Where a record stands, as far as its name alone does not say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Stand {
    /// The goal it is, or is under.
    pub goal: Option<Id<Goal>>,
    /// The measure it is, or is under.
    pub measure: Option<Id<Measure>>,
    /// 計画初年度 of the sheet it is, or is on.
    pub edition: Option<FiscalYear>,
    /// The side of the sheet.
    pub side: Option<Side>,
    /// The indicator it is, or is under.
    pub indicator: Option<Id<Indicator>>,
}

impl Stand {
    fn of<T: Record>(strategy: &Strategy, record: &T) -> Self {
        let any: &dyn std::any::Any = record;
        if let Some(goal) = any.downcast_ref::<Goal>() {
            return Self {
                goal: Some(goal.id),
                ..Self::default()
            };
        }
        if let Some(division) = any.downcast_ref::<Division>() {
            return Self {
                goal: Some(division.goal),
                ..Self::default()
            };
        }
        if let Some(measure) = any.downcast_ref::<Measure>() {
            return Self {
                goal: Some(measure.goal),
                measure: Some(measure.id),
                ..Self::default()
            };
        }
        if let Some(initiative) = any.downcast_ref::<Initiative>() {
            return Self::of_measure(strategy, initiative.measure);
        }
        if let Some(sheet) = any.downcast_ref::<Sheet>() {
            return Self::of_sheet(strategy, sheet);
        }
        if let Some(line) = any.downcast_ref::<Line>() {
            let sheet = strategy.get(line.sheet);
            let stand = sheet.map(|sheet| Self::of_sheet(strategy, sheet));
            return Self {
                side: Some(line.side),
                ..stand.unwrap_or_default()
            };
        }
        let indicator = any.downcast_ref::<Indicator>().map(|k| k.id);
        let series = any.downcast_ref::<Series>().map(|r| r.indicator);
        Self {
            indicator: indicator.or(series),
            ..Self::default()
        }
    }

    fn of_measure(strategy: &Strategy, id: Id<Measure>) -> Self {
        Self {
            goal: strategy.get(id).map(|m| m.goal),
            measure: Some(id),
            ..Self::default()
        }
    }

    fn of_sheet(strategy: &Strategy, sheet: &Sheet) -> Self {
        Self {
            edition: Some(sheet.year),
            ..Self::of_measure(strategy, sheet.measure)
        }
    }
}

/// The order in which a plan is read: of goals, measures and indicators, those there are now before those there were.
struct Reading {
    goals: BTreeMap<Id<Goal>, usize>,
    measures: BTreeMap<Id<Measure>, usize>,
    indicators: BTreeMap<Id<Indicator>, usize>,
}

/// Where a difference stands in reading: chapters, then goal by goal and measure by measure down to the lines of a sheet,
/// then the indicators, then what is left.
type Place = (u8, usize, usize, u8, i32, u8);

impl Reading {
    fn of(now: &Strategy, then: &Strategy) -> Self {
        let (mut goals, mut measures) = (BTreeMap::new(), BTreeMap::new());
        let mut indicators = BTreeMap::new();
        for strategy in [now, then] {
            for goal in strategy.goals.sorted() {
                let next = goals.len();
                goals.entry(goal.id).or_insert(next);
                for measure in strategy.measures_of(goal.id) {
                    let next = measures.len();
                    measures.entry(measure.id).or_insert(next);
                }
            }
            for indicator in strategy.indicators.sorted() {
                let next = indicators.len();
                indicators.entry(indicator.id).or_insert(next);
            }
        }
        Self {
            goals,
            measures,
            indicators,
        }
    }

    fn place(&self, one: &Difference) -> Place {
        let at = |place: Option<&usize>| place.map_or(0, |at| at + 1);
        let goal = at(one.stand.goal.and_then(|id| self.goals.get(&id)));
        let measure = at(one.stand.measure.and_then(|id| self.measures.get(&id)));
        let indicator = at(one.stand.indicator.and_then(|id| self.indicators.get(&id)));
        let level = match one.kind {
            "g" => 0,
            "d" => 1,
            "m" => 2,
            "i" => 3,
            "y" => 4,
            _ => 5,
        };
        let group = match one.kind {
            "s" => 0,
            "t" => 1,
            "g" | "d" | "m" | "i" | "y" | "l" => 2,
            "k" | "r" => 3,
            _ => 4,
        };
        let year = one.stand.edition.map_or(0, |year| year.0);
        let side = u8::from(one.stand.side == Some(Side::Planned));
        match group {
            2 => (group, goal, measure, level, year, side),
            3 => (group, indicator, 0, u8::from(one.kind == "r"), 0, 0),
            _ => (group, 0, 0, 0, 0, 0),
        }
    }
}

/// A field of a record, as text.
type Texts = Vec<(Field, String)>;

/// A kind whose fields can be told apart.
trait Told: Changed + Titled {
    fn texts(&self) -> Texts;
}

fn years<V: ToString>(
    row: &BTreeMap<FiscalYear, V>,
    field: fn(FiscalYear) -> Field,
) -> impl Iterator<Item = (Field, String)> {
    row.iter()
        .map(move |(year, value)| (field(*year), value.to_string()))
}

macro_rules! told {
    ($($type:ident { $($field:ident: $of:expr),* $(,)? })*) => {
        $(
            impl Told for $type {
                fn texts(&self) -> Texts {
                    let of: Vec<(Field, fn(&$type) -> String)> = vec![$((Field::$field, $of)),*];
                    of.into_iter().map(|(field, read)| (field, read(self))).collect()
                }
            }
        )*
    };
}

fn mark(is: bool, word: &str) -> String {
    if is { word.to_owned() } else { String::new() }
}

told! {
    Section {
        Number: |r| r.number.clone(), Title: |r| r.title.clone(), Text: |r| r.text.clone(),
        Points: |r| r.points.iter().map(|p| format!("{} {} {}", p.number, p.title, p.text)).collect::<Vec<_>>().join("\n"),
    }
    Goal {
        Number: |r| r.number.clone(), Title: |r| r.title.clone(), Subtitle: |r| r.subtitle.clone(),
        Direction: |r| r.direction.clone(), Note: |r| r.note.clone(), Uses: |r| r.targets.iter().map(|k| k.to_string()).collect::<Vec<_>>().join("、"),
    }
    Division { Number: |r| r.number.clone(), Title: |r| r.title.clone() }
    Measure {
        Number: |r| r.number.clone(), Title: |r| r.title.clone(), Direction: |r| r.direction.clone(), Owner: |r| r.owner.clone(),
        Note: |r| r.note.clone(), Mark: |r| mark(r.priority, "重点"), Uses: |r| r.kpis.iter().map(|k| k.to_string()).collect::<Vec<_>>().join("、"),
        Related: |r| r.related.iter().map(|x| x.code.clone()).collect::<Vec<_>>().join("、"),
    }
    Initiative {
        Number: |r| r.number.clone(), Title: |r| r.title.clone(), Text: |r| r.text.clone(), Owner: |r| r.owner.clone(),
        Mark: |r| mark(r.new, "新規") + &mark(r.reprise.is_some(), "再掲"),
    }
    Sheet {
        Results: |r| r.results.clone(), Grade: |r| r.rating.clone(), Improvements: |r| r.improvements.clone(),
        Outline: |r| r.outline.clone(), Note: |r| r.note.clone(),
        Opinions: |r| r.opinions.iter().map(|o| format!("{} {} {}", o.by, o.rating, o.text)).collect::<Vec<_>>().join("\n"),
    }
    Indicator {
        Title: |r| r.name.clone(), Code: |r| r.code.clone(), Unit: |r| r.unit.clone(), Definition: |r| r.definition.clone(),
        Method: |r| r.method.clone(), Source: |r| r.source.clone(), Owner: |r| r.owner.clone(), Rationale: |r| r.rationale.clone(), Note: |r| r.note.clone(),
    }
    Framework { Title: |r| r.title.clone(), Source: |r| r.source.clone(), Text: |r| r.text.clone() }
    FrameworkItem {
        Number: |r| r.number.clone(), Title: |r| r.title.clone(), Subtitle: |r| r.subtitle.clone(), Points: |r| r.points.join("\n"),
    }
    Support { Number: |r| r.number.clone(), Title: |r| r.title.clone(), Text: |r| r.text.clone() }
    Body { Title: |r| r.title.clone(), Text: |r| r.role.clone() }
    Lane { Title: |r| r.title.clone() }
    TimetableItem { Title: |r| r.title.clone(), Points: |r| r.points.join("\n"), Done: |r| mark(r.done, "済") }
    Idea { Text: |r| r.text.clone(), Votes: |r| r.votes.to_string(), Answer: |r| r.answer.clone() }
}

impl Told for About {
    fn texts(&self) -> Texts {
        let period = format!("{}～{}", self.period.first, self.period.last);
        vec![
            (Field::Title, self.title.clone()),
            (Field::Town, self.town.name.clone()),
            (Field::Period, period),
            (Field::Note, self.note.clone()),
        ]
    }
}

impl Told for Series {
    fn texts(&self) -> Texts {
        let baseline = self.baseline.as_ref();
        let mut texts = vec![
            (Field::Title, self.name.clone()),
            (
                Field::Baseline,
                baseline
                    .map(|b| b.figure.text().to_owned())
                    .unwrap_or_default(),
            ),
            (
                Field::BaselineAt,
                baseline
                    .and_then(|b| b.at.clone())
                    .map(|at| at.0)
                    .unwrap_or_default(),
            ),
        ];
        texts.extend(years(&self.targets, Field::Target));
        texts.extend(years(&self.actuals, Field::Actual));
        texts.extend(years(&self.without_policy, Field::WithoutPolicy));
        texts
    }
}

impl Told for Line {
    fn texts(&self) -> Texts {
        let mut texts = vec![
            (Field::Title, self.title.clone()),
            (Field::Text, self.text.clone()),
            (
                Field::Settled,
                self.settled
                    .as_ref()
                    .map(Money::to_string)
                    .unwrap_or_default(),
            ),
            (
                Field::Mark,
                self.marks.iter().map(|m| m.0.clone()).collect(),
            ),
        ];
        texts.extend(years(&self.budgets, Field::Budget));
        texts.extend(
            self.courses
                .iter()
                .map(|(year, course)| (Field::Course(*year), course.0.clone())),
        );
        texts
    }
}

/// What a record is called in a comparison: a series and a sheet say whose they are.
fn called<T: Titled>(strategy: &Strategy, record: &T) -> String {
    let own = record.title_text();
    let any: &dyn std::any::Any = record;
    let owner = if let Some(series) = any.downcast_ref::<Series>() {
        strategy.get(series.indicator).map(|k| k.name.clone())
    } else if let Some(sheet) = any.downcast_ref::<Sheet>() {
        strategy.get(sheet.measure).map(|m| m.title.clone())
    } else {
        None
    };
    match owner {
        Some(owner) if own.is_empty() => owner,
        Some(owner) => format!("{owner}（{own}）"),
        None => own,
    }
}

fn tell<T: Told>(from: &Strategy, to: &Strategy, changes: &Changes, all: &mut Vec<Difference>) {
    let mut steps: Vec<_> = T::diff(changes).iter().collect();
    steps.sort_by_key(|(id, step)| {
        let record = step.to.as_ref().or(step.from.as_ref());
        (record.map(|r| r.order()), **id)
    });
    for (_, step) in steps {
        let stand = match (&step.to, &step.from) {
            (Some(new), _) => Stand::of(to, &**new),
            (None, Some(old)) => Stand::of(from, &**old),
            (None, None) => Stand::default(),
        };
        let one = |title: String, field, from, to| Difference {
            kind: T::PREFIX,
            stand,
            title,
            field,
            from,
            to,
        };
        match (&step.from, &step.to) {
            (Some(old), Some(new)) => {
                let title = called(to, &**new);
                let (old, new): (BTreeMap<_, _>, BTreeMap<_, _>) =
                    (keyed(old.texts()), keyed(new.texts()));
                for key in old
                    .keys()
                    .chain(new.keys().filter(|k| !old.contains_key(*k)))
                {
                    let (a, b) = (old.get(key), new.get(key));
                    if a.map(|x| &x.1) != b.map(|x| &x.1) {
                        let field = a.or(b).map(|x| x.0);
                        let text = |x: Option<&(Field, String)>| {
                            x.map(|x| x.1.clone()).filter(|t| !t.is_empty())
                        };
                        all.push(one(title.clone(), field, text(a), text(b)));
                    }
                }
            }
            (Some(old), None) => all.push(one(
                called(from, &**old),
                None,
                Some(old.title_text()),
                None,
            )),
            (None, Some(new)) => {
                all.push(one(called(to, &**new), None, None, Some(new.title_text())))
            }
            (None, None) => {}
        }
    }
}

/// Fields by a key that sorts as they are listed, years in order.
fn keyed(texts: Texts) -> BTreeMap<(usize, i32), (Field, String)> {
    let year = |field: Field| match field {
        Field::Target(y) => (1000, y.0),
        Field::Actual(y) => (1001, y.0),
        Field::WithoutPolicy(y) => (1002, y.0),
        Field::Budget(y) => (1003, y.0),
        Field::Course(y) => (1004, y.0),
        _ => (0, 0),
    };
    texts
        .into_iter()
        .enumerate()
        .map(|(i, (field, text))| {
            let (kind, y) = year(field);
            (if kind == 0 { (i, 0) } else { (kind, y) }, (field, text))
        })
        .collect()
}

/// What differs between two strategies, given the changes from one to the other; in the order a plan is read.
/// Changes of place or of relations alone are not listed.
pub fn differences(from: &Strategy, to: &Strategy, changes: &Changes) -> Vec<Difference> {
    let mut all = Vec::new();
    tell::<About>(from, to, changes, &mut all);
    macro_rules! each {
        ($($type:ident, $table:ident, $prefix:literal, $parent:ident, $field:ident;)*) => {
            $(tell::<$type>(from, to, changes, &mut all);)*
        };
    }
    for_each_kind!(each);
    let reading = Reading::of(to, from);
    all.sort_by_cached_key(|one| reading.place(one));
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{self, Cell};

    #[test]
    fn tells_fields_years_and_whole_records() {
        let bytes = include_bytes!("../../public/samples/kitamoto-2022.json");
        let old = crate::format::json::read(bytes).expect("the sample is readable");
        let mut new = old.clone();
        let series = old.series.sorted()[0].clone();
        let goal = old.goals.sorted()[0].id;
        let mut apply = |make: &dyn Fn(&Strategy) -> Result<edit::Edit, edit::Refusal>| {
            make(&new.clone())
                .expect("allowed")
                .apply(&mut new)
                .expect("fits");
        };
        apply(&|s| edit::set_cell(s, series.id, Cell::Actual(FiscalYear(2023)), "435.0"));
        apply(&|s| edit::set(s, goal, Field::Title, |g| g.title = "あたらしい名称".into()));
        apply(&|s| edit::remove(s, old.indicators.sorted()[5].id));
        let all = differences(&old, &new, &Changes::between(&old, &new));
        let actual = all
            .iter()
            .find(|d| d.field == Some(Field::Actual(FiscalYear(2023))))
            .expect("told");
        assert_eq!(
            (actual.from.as_deref(), actual.to.as_deref()),
            (None, Some("435.0"))
        );
        assert_eq!(actual.title, old.get(series.indicator).expect("there").name);
        let title = all
            .iter()
            .find(|d| d.kind == "g" && d.field == Some(Field::Title))
            .expect("told");
        assert_eq!(title.to.as_deref(), Some("あたらしい名称"));
        assert!(
            all.iter()
                .any(|d| d.kind == "k" && d.field.is_none() && d.to.is_none())
        );
        assert!(differences(&old, &old, &Changes::between(&old, &old)).is_empty());
    }

    #[test]
    fn i54_differences_are_told_in_reading_order_each_with_its_measure_year_and_side() {
        let bytes = include_bytes!("../../public/samples/hokuto-2024.json");
        let old = crate::format::json::read(bytes).expect("the sample is readable");
        let mut new = old.clone();
        // Every line is changed, in an order that has nothing to do with the plan's.
        let mut ids: Vec<_> = old.lines.iter().map(|line| line.id).collect();
        ids.sort_by_key(|id| id.number() * 7919 % 127);
        for id in ids {
            let mut line = Line::clone(new.get(id).expect("there"));
            line.text.push('。');
            new.lines.insert(line);
        }
        let all = differences(&old, &new, &Changes::between(&old, &new));
        assert_eq!(all.len(), old.lines.iter().count());
        let numbers = crate::insight::Numbers::of(&new);
        let told: Vec<_> = all
            .iter()
            .map(|d| {
                let code = d.stand.measure.map(|id| numbers.code_of(id));
                (
                    code.expect("told"),
                    d.stand.edition.expect("told"),
                    d.stand.side.expect("told"),
                )
            })
            .collect();
        let mut sorted = told.clone();
        sorted.sort_by_key(|(code, year, side)| (code.clone(), *year, *side == Side::Planned));
        assert_eq!(told, sorted);
        // パブリックコメント手続の運用 stands in two measures: told apart.
        let twice = all
            .iter()
            .filter(|d| d.title == "パブリックコメント手続の運用");
        let mut stands: Vec<_> = twice.map(|d| (d.stand.measure, d.stand.side)).collect();
        let count = stands.len();
        stands.dedup();
        assert!(count > 2 && stands.len() == count);
    }
}
