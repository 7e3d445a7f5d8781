//! 更新: what differs between two publications, counted by what a reader asks.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::pages::Page;
use edit::{Changed, Changes};
use strategy::for_each_kind;
use strategy::record::{Held, Members, Shown, Value};
use strategy::*;

use super::address::SitePage;
use super::figure_change::{Between, FigureChange, differing};

/// Changes of one publication.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Update {
    /// 公表日.
    pub published: String,
    /// Its time of day (`14:30`); empty if it is not known.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub time: String,
    /// Each thing that changed.
    pub items: Vec<UpdateItem>,
}

/// One thing that changed, in one record or several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UpdateItem {
    /// Kind of change.
    pub what: What,
    /// Its year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<i32>,
    /// The records.
    pub of: Vec<Touched>,
}

/// A record that a change is about, by its page.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Touched {
    /// The address of its page; empty: it has none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub path: String,
    /// Its title.
    pub title: String,
    /// Its figures that changed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<FigureChange>,
}

/// Kind of change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// はじめての公表.
    First,
    /// 実績の公表.
    Actuals,
    /// 実績の訂正.
    Corrected,
    /// 目標値の見直し.
    Targets,
    /// 当初値の見直し.
    Baselines,
    /// 評価の見直し, given by people.
    Ratings,
    /// 実施計画・評価シート.
    Plans,
    /// 目標の追加.
    GoalsAdded,
    /// 目標の削除.
    GoalsRemoved,
    /// 目標の名称.
    GoalsRenamed,
    /// 施策の追加.
    MeasuresAdded,
    /// 施策の削除.
    MeasuresRemoved,
    /// 施策の名称.
    MeasuresRenamed,
    /// 取組の追加.
    InitiativesAdded,
    /// 取組の削除.
    InitiativesRemoved,
    /// 取組の名称.
    InitiativesRenamed,
    /// 指標の追加.
    IndicatorsAdded,
    /// 指標の削除.
    IndicatorsRemoved,
    /// 指標の名称.
    IndicatorsRenamed,
    /// Anything else.
    #[serde(other)]
    Texts,
}

/// Returns the differences between two publications; each record counts once for each kind.
pub fn changes(from: &Strategy, to: &Strategy) -> Vec<UpdateItem> {
    let mut found = FoundChanges {
        from,
        to,
        all: BTreeMap::new(),
    };
    let changes = Changes::between(from, to);
    found.indicators(&changes);
    found.series(&changes);
    found.outline(&changes);
    found.sheets(&changes);
    found.others(&changes);
    let items = found.all.into_iter().map(|((what, year), of)| UpdateItem {
        what,
        year: year.map(|year| year.0),
        of: of.into_values().collect(),
    });
    items.collect()
}

struct FoundChanges<'a> {
    from: &'a Strategy,
    to: &'a Strategy,
    all: BTreeMap<(What, Option<FiscalYear>), BTreeMap<AnyId, Touched>>,
}

impl FoundChanges<'_> {
    fn note(&mut self, what: What, year: Option<FiscalYear>, id: AnyId) {
        self.noted(what, year, id);
    }

    /// Notes a record with a figure that changed.
    fn figure(&mut self, what: What, year: Option<FiscalYear>, id: AnyId, change: FigureChange) {
        self.noted(what, year, id).figures.push(change);
    }

    fn noted(&mut self, what: What, year: Option<FiscalYear>, id: AnyId) -> &mut Touched {
        let touched = self.touched(id);
        let all = self.all.entry((what, year)).or_default();
        all.entry(id).or_insert(touched)
    }

    /// A record by its page and its name, as it is now or as it was.
    fn touched(&self, id: AnyId) -> Touched {
        let record = id.find(self.to).or_else(|| id.find(self.from));
        let page = match id.kind {
            Kind::Goal => Some(SitePage::Read(Page::Goal(Id::new(id.number)))),
            Kind::Indicator => Some(SitePage::Read(Page::Indicator(Id::new(id.number)))),
            Kind::Measure => Some(SitePage::Measure(Id::new(id.number))),
            Kind::About => Some(SitePage::Read(Page::Plan)),
            Kind::Section => Some(SitePage::Chapters),
            Kind::Idea => Some(SitePage::Ideas),
            _ => None,
        };
        Touched {
            path: page.map(SitePage::path).unwrap_or_default(),
            title: record.map(record::called).unwrap_or_default(),
            figures: Vec::new(),
        }
    }

    fn indicators(&mut self, changes: &Changes) {
        for (id, step) in Indicator::diff(changes) {
            let any = AnyId::from(*id);
            match (&step.from, &step.to) {
                (None, Some(_)) => self.note(What::IndicatorsAdded, None, any),
                (Some(_), None) => self.note(What::IndicatorsRemoved, None, any),
                (Some(a), Some(b)) => {
                    if a.name != b.name {
                        self.note(What::IndicatorsRenamed, None, any);
                    }
                    for year in differing(&a.ratings, &b.ratings) {
                        self.note(What::Ratings, Some(year), any);
                    }
                    // The record of why a target changed comes with the target.
                    self.texts(any, &**a, &**b, &["name", "ratings", "changes"]);
                }
                (None, None) => {}
            }
        }
    }

    fn series(&mut self, changes: &Changes) {
        for step in Series::diff(changes).values() {
            let Some(either) = step.to.as_ref().or(step.from.as_ref()) else {
                continue;
            };
            let any = AnyId::from(either.indicator);
            if !any.is_in(self.from) || !any.is_in(self.to) {
                continue;
            }
            let (Some(a), Some(b)) = (&step.from, &step.to) else {
                self.note(What::Texts, None, any);
                continue;
            };
            self.figures(any, a, b);
            self.texts(any, &**a, &**b, &["actuals", "targets", "baseline"]);
        }
    }

    /// Notes the figures of a series that differ. A first actual has no figure before it.
    fn figures(&mut self, any: AnyId, a: &Series, b: &Series) {
        let (from, to) = (self.from, self.to);
        let between = Between { from, to };
        for year in differing(&a.actuals, &b.actuals) {
            let is_number = |one: &Series| {
                let figure = one.actuals.get(&year);
                figure.is_some_and(|figure| figure.value().is_some())
            };
            match (is_number(a), is_number(b)) {
                (false, true) => self.note(What::Actuals, Some(year), any),
                _ => {
                    let change = between.actual(a, b, year);
                    self.figure(What::Corrected, Some(year), any, change);
                }
            }
        }
        for year in differing(&a.targets, &b.targets) {
            self.figure(What::Targets, None, any, between.target(a, b, year));
        }
        if a.baseline != b.baseline {
            self.figure(What::Baselines, None, any, between.baseline(a, b));
        }
    }

    fn outline(&mut self, changes: &Changes) {
        let goals = [What::GoalsAdded, What::GoalsRemoved, What::GoalsRenamed];
        self.named::<Goal>(changes, goals, |goal| goal.id.into());
        let measures = [
            What::MeasuresAdded,
            What::MeasuresRemoved,
            What::MeasuresRenamed,
        ];
        self.named::<Measure>(changes, measures, |measure| measure.id.into());
        let initiatives = [
            What::InitiativesAdded,
            What::InitiativesRemoved,
            What::InitiativesRenamed,
        ];
        self.named::<Initiative>(changes, initiatives, |one| one.measure.into());
    }

    /// Records that have a title, each with its own number among what changed or that of what it stands under.
    fn named<T: Changed>(&mut self, changes: &Changes, whats: [What; 3], page: fn(&T) -> AnyId) {
        let [added, removed, renamed] = whats;
        for step in T::diff(changes).values() {
            match (&step.from, &step.to) {
                (None, Some(b)) => self.titled(added, &**b, page(b)),
                (Some(a), None) => self.titled(removed, &**a, page(a)),
                (Some(a), Some(b)) => {
                    if record::called(&**a) != record::called(&**b) {
                        self.titled(renamed, &**b, page(b));
                    }
                    self.texts(page(b), &**a, &**b, &["title"]);
                }
                (None, None) => {}
            }
        }
    }

    /// Notes a record by its own name, with the page of what it stands under.
    fn titled<T: Record>(&mut self, what: What, record: &T, page: AnyId) {
        let title = record::called(record);
        let path = self.touched(page).path;
        let all = self.all.entry((what, None)).or_default();
        let figures = Vec::new();
        all.insert(
            record.id().into(),
            Touched {
                path,
                title,
                figures,
            },
        );
    }

    fn sheets(&mut self, changes: &Changes) {
        let mut sheets: BTreeSet<Id<Sheet>> = Sheet::diff(changes).keys().copied().collect();
        for step in Line::diff(changes).values() {
            let either = step.to.as_ref().or(step.from.as_ref());
            sheets.extend(either.map(|line| line.sheet));
        }
        for id in sheets {
            let sheet = self.to.get(id).or_else(|| self.from.get(id));
            let sheet = sheet.filter(|sheet| self.to.measures.contains(sheet.measure));
            let Some((year, measure)) = sheet.map(|sheet| (sheet.year, sheet.measure)) else {
                continue;
            };
            self.note(What::Plans, Some(year), measure.into());
        }
    }

    /// Adds the changes that have no page of their own.
    fn others(&mut self, changes: &Changes) {
        for step in About::diff(changes).values() {
            if let (Some(a), Some(b)) = (&step.from, &step.to) {
                self.texts(About::ID.into(), &**a, &**b, &[]);
            }
        }
        const TOLD: [Kind; 7] = [
            Kind::Goal,
            Kind::Measure,
            Kind::Initiative,
            Kind::Sheet,
            Kind::Line,
            Kind::Indicator,
            Kind::Series,
        ];
        macro_rules! each {
            ($($type:ident, $table:ident, $prefix:literal, $parent:ident, $field:ident;)*) => {
                $(
                    if !TOLD.contains(&Kind::$type) {
                        self.plain::<$type>(changes);
                    }
                )*
            };
        }
        for_each_kind!(each);
    }

    fn plain<T: Changed>(&mut self, changes: &Changes) {
        for (id, step) in T::diff(changes) {
            let any = AnyId::from(*id);
            match (&step.from, &step.to) {
                (Some(a), Some(b)) => self.texts(any, &**a, &**b, &[]),
                _ => self.note(What::Texts, None, any),
            }
        }
    }

    /// Notes a record of which anything else differs than these fields, its place among its siblings, and mentions of
    /// what was added or removed.
    fn texts(&mut self, any: AnyId, a: &dyn Members, b: &dyn Members, but: &[&str]) {
        let values = a.values().into_iter().zip(b.values());
        let fields = a.fields().iter().zip(values);
        let mut fields = fields.filter(|(field, _)| {
            field.name != Goal::order.field.name && !but.contains(&field.name)
        });
        if fields.any(|(_, (a, b))| self.kept(a) != self.kept(b)) {
            self.note(What::Texts, None, any);
        }
    }

    /// A value as text, without mentions of records that are on one side only.
    fn kept(&self, value: &dyn Value) -> Option<String> {
        let stays = |id: AnyId| id.is_in(self.from) && id.is_in(self.to);
        match value.held() {
            Held::List(list) => {
                let all = list.all().into_iter();
                let kept = all.filter(|one| match one.held() {
                    Held::Record(id) => stays(id),
                    _ => true,
                });
                Some(
                    kept.filter_map(|one| self.kept(one))
                        .collect::<Vec<_>>()
                        .join("\n"),
                )
            }
            Held::Record(id) if !stays(id) => None,
            _ => serde_json::to_string(&Shown(value)).ok(),
        }
    }
}
