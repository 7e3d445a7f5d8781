//! From the nested shape of the file to records. The place in a list becomes the order.

use std::collections::BTreeMap;

use super::v1;
use crate::strategy::*;

/// An id that stands for two records of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Twice(pub String);

/// The records taken from a file so far.
#[derive(Debug, Default)]
pub struct Unfolding {
    /// What they make.
    pub strategy: Strategy,
    /// Indicators that came without a series.
    without_series: Vec<Id<Indicator>>,
}

impl Unfolding {
    fn put<T: Record>(&mut self, record: T) -> Result<(), Twice> {
        let id = record.id();
        match T::table_mut(&mut self.strategy).insert(record) {
            None => Ok(()),
            Some(_) => Err(Twice(id.to_string())),
        }
    }

    /// 表紙. The lists of the file are not looked at.
    pub fn about(&mut self, r: v1::File) {
        self.strategy.about.insert(About {
            id: About::ID,
            title: r.title,
            town: r.town,
            period: r.period,
            stage: r.stage,
            ruleset: r.ruleset,
            sources: r.sources,
            closings: r.closings,
            note: r.note,
        });
    }

    /// 章.
    pub fn section(&mut self, r: v1::Section, order: Order) -> Result<(), Twice> {
        self.put(Section {
            id: r.id,
            order,
            kind: r.kind,
            number: r.number,
            title: r.title,
            text: r.text,
            points: r.points,
        })
    }

    /// 基本目標, with all that stands under it.
    pub fn goal(&mut self, r: v1::Goal, order: Order) -> Result<(), Twice> {
        for (i, measure) in r.measures.into_iter().enumerate() {
            self.measure(measure, r.id, None, Order::nth(i))?;
        }
        for (i, division) in r.divisions.into_iter().enumerate() {
            self.division(division, r.id, Order::nth(i))?;
        }
        self.put(Goal {
            id: r.id,
            order,
            kind: r.kind,
            number: r.number,
            title: r.title,
            subtitle: r.subtitle,
            direction: r.direction,
            targets: r.targets,
            aligned: r.aligned,
            note: r.note,
        })
    }

    /// 基本計画・柱, with its measures.
    pub fn division(&mut self, r: v1::Division, goal: Id<Goal>, order: Order) -> Result<(), Twice> {
        for (i, measure) in r.measures.into_iter().enumerate() {
            self.measure(measure, goal, Some(r.id), Order::nth(i))?;
        }
        self.put(Division {
            id: r.id,
            goal,
            order,
            label: r.label,
            number: r.number,
            title: r.title,
        })
    }

    /// 施策, with all that stands under it.
    pub fn measure(
        &mut self,
        r: v1::Measure,
        goal: Id<Goal>,
        division: Option<Id<Division>>,
        order: Order,
    ) -> Result<(), Twice> {
        for (i, initiative) in r.initiatives.into_iter().enumerate() {
            self.initiative(initiative, r.id, Order::nth(i))?;
        }
        for (i, sheet) in r.sheets.into_iter().enumerate() {
            self.sheet(sheet, r.id, Order::nth(i))?;
        }
        self.put(Measure {
            id: r.id,
            goal,
            division,
            order,
            number: r.number,
            title: r.title,
            direction: r.direction,
            priority: r.priority,
            kpis: r.kpis,
            related: r.related,
            aligned: r.aligned,
            owner: r.owner,
            note: r.note,
        })
    }

    fn initiative(
        &mut self,
        r: v1::Initiative,
        measure: Id<Measure>,
        order: Order,
    ) -> Result<(), Twice> {
        self.put(Initiative {
            id: r.id,
            measure,
            order,
            number: r.number,
            title: r.title,
            text: r.text,
            new: r.new,
            reprise: r.reprise,
            supports: r.supports,
            aligned: r.aligned,
            owner: r.owner,
        })
    }

    fn sheet(&mut self, r: v1::Sheet, measure: Id<Measure>, order: Order) -> Result<(), Twice> {
        for (side, lines) in [(Side::Done, r.done), (Side::Planned, r.planned)] {
            for (i, line) in lines.into_iter().enumerate() {
                self.line(line, r.id, side, Order::nth(i))?;
            }
        }
        self.put(Sheet {
            id: r.id,
            measure,
            order,
            year: r.year,
            results: r.results,
            rating: r.rating,
            opinions: r.opinions,
            improvements: r.improvements,
            outline: r.outline,
            note: r.note,
            printed_settled: r.printed_settled,
            printed_budget: r.printed_budget,
            grant: r.grant,
        })
    }

    fn line(
        &mut self,
        r: v1::Line,
        sheet: Id<Sheet>,
        side: Side,
        order: Order,
    ) -> Result<(), Twice> {
        self.put(Line {
            id: r.id,
            sheet,
            initiative: r.initiative,
            order,
            side,
            title: r.title,
            text: r.text,
            settled: r.settled,
            budgets: r.budgets,
            courses: r.courses,
            funding: r.funding,
            funds: r.funds,
            marks: r.marks,
            note: r.note,
        })
    }

    /// 指標, with its series.
    pub fn indicator(&mut self, r: v1::Indicator, order: Order) -> Result<(), Twice> {
        if r.series.is_empty() {
            self.without_series.push(r.id);
        }
        for (i, series) in r.series.into_iter().enumerate() {
            self.put(Series {
                id: series.id,
                indicator: r.id,
                order: Order::nth(i),
                name: series.name,
                baseline: series.baseline,
                targets: series.targets,
                actuals: series.actuals,
                without_policy: series.without_policy,
                notes: series.notes,
            })?;
        }
        self.put(Indicator {
            id: r.id,
            order,
            name: r.name,
            code: r.code,
            unit: r.unit,
            desired: r.desired,
            counting: r.counting,
            nature: r.nature,
            definition: r.definition,
            method: r.method,
            source: r.source,
            owner: r.owner,
            rationale: r.rationale,
            note: r.note,
            tolerance: r.tolerance,
            breaks: r.breaks,
            changes: r.changes,
            ratings: r.ratings,
        })
    }

    /// Gives every indicator that came without a series one without a name. Its number is the indicator's,
    /// or the next that is free, so that everyone who reads the same file gets the same.
    pub fn give_series(&mut self) {
        for indicator in std::mem::take(&mut self.without_series) {
            let mut id = Id::new(indicator.number());
            while self.strategy.series.contains(id) {
                id = Id::new(id.number().wrapping_add(1));
            }
            self.strategy.series.insert(Series {
                id,
                indicator,
                order: Order::nth(0),
                name: String::new(),
                baseline: None,
                targets: BTreeMap::new(),
                actuals: BTreeMap::new(),
                without_policy: BTreeMap::new(),
                notes: BTreeMap::new(),
            });
        }
    }

    /// 枠組み, with its items.
    pub fn framework(&mut self, r: v1::Framework, order: Order) -> Result<(), Twice> {
        for (i, item) in r.items.into_iter().enumerate() {
            self.put(FrameworkItem {
                id: item.id,
                framework: r.id,
                order: Order::nth(i),
                kind: item.kind,
                number: item.number,
                title: item.title,
                subtitle: item.subtitle,
                points: item.points,
            })?;
        }
        self.put(Framework {
            id: r.id,
            order,
            kind: r.kind,
            title: r.title,
            source: r.source,
            text: r.text,
        })
    }

    /// 支援施策.
    pub fn support(&mut self, r: v1::Support, order: Order) -> Result<(), Twice> {
        self.put(Support {
            id: r.id,
            order,
            kind: r.kind,
            number: r.number,
            title: r.title,
            text: r.text,
            provider: r.provider,
        })
    }

    /// 会議体.
    pub fn body(&mut self, r: v1::Body, order: Order) -> Result<(), Twice> {
        self.put(Body {
            id: r.id,
            order,
            title: r.title,
            role: r.role,
        })
    }

    /// 日程のレーン, with its items.
    pub fn lane(&mut self, r: v1::Lane, order: Order) -> Result<(), Twice> {
        for (i, item) in r.items.into_iter().enumerate() {
            self.put(TimetableItem {
                id: item.id,
                lane: r.id,
                order: Order::nth(i),
                body: item.body,
                from: item.from,
                to: item.to,
                title: item.title,
                points: item.points,
                done: item.done,
            })?;
        }
        self.put(Lane {
            id: r.id,
            order,
            title: r.title,
            stages: r.stages,
        })
    }

    /// 意見・アイデア.
    pub fn idea(&mut self, r: v1::Idea, order: Order) -> Result<(), Twice> {
        self.put(Idea {
            id: r.id,
            order,
            text: r.text,
            goal: r.goal,
            table: r.table,
            date: r.date,
            votes: r.votes,
            answer: r.answer,
        })
    }
}
