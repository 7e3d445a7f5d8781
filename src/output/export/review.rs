//! ロジックモデル of a goal in the columns of 行政事業レビュー.

use std::collections::BTreeMap;

use ::words::{Word, model as words};
use format::review::{NodeKind, Review, ReviewCheck, ReviewLink, ReviewNode};
use insight::Numbers;
use insight::logic::{LogicActivity, LogicModel, opinions_text};
use strategy::*;

/// Makes the document: the goal is the 事業, its measures are アクティビティ.
pub fn review(s: &Strategy, model: &LogicModel) -> Review {
    let goal = s.get(model.goal).cloned().unwrap_or_default();
    let numbers = Numbers::of(s);
    let sources: Vec<_> = model.sources().collect();
    let mut counts = BTreeMap::new();
    let nodes = sources.iter().map(|source| {
        let mut node = node(s, &goal, model, *source);
        let (kind, _) = node.kind.words();
        let count: &mut usize = counts.entry(kind).or_default();
        *count += 1;
        node.number = count.to_string();
        node
    });
    let nodes: Vec<_> = nodes.collect();
    let place = |source| sources.iter().position(|one| *one == source);
    let links = model.links.iter().filter_map(|one| {
        Some(ReviewLink {
            from: place(one.link.from)?,
            to: place(LogicSource::Indicator(one.link.to))?,
            because: one.link.because.clone(),
        })
    });
    Review {
        id: numbers.goal(goal.id),
        project: words::named(&goal.title).to_owned(),
        links: links.collect(),
        nodes,
        one_stage: goal
            .logic
            .as_ref()
            .map(|logic| logic.one_stage.clone())
            .unwrap_or_default(),
        others: Vec::new(),
    }
}

/// 点検・評価 of the measures of a goal, as their newest sheets have it: each measure is a 事業.
pub fn checks(s: &Strategy, model: &LogicModel) -> Vec<ReviewCheck> {
    let numbers = Numbers::of(s);
    let check = |activity: &LogicActivity| {
        let measure = s.get(activity.measure)?;
        let sheets = s.sheets.under(measure.id).into_iter();
        let sheet = sheets.max_by_key(|sheet| sheet.year)?;
        let expert = opinions_text(&sheet.opinions);
        let year = sheet.year.previous();
        Some(ReviewCheck {
            id: numbers.code_of(measure.id),
            project: words::named(&measure.title).to_owned(),
            result: sheet.results.clone(),
            direction: sheet.improvements.clone(),
            effect: sheet.rating.clone(),
            expert_year: match expert.as_str() {
                "" => String::new(),
                _ => year.0.to_string(),
            },
            expert,
        })
    };
    model.activities.iter().filter_map(check).collect()
}

fn node(s: &Strategy, goal: &Goal, model: &LogicModel, source: LogicSource) -> ReviewNode {
    let title = |id| {
        s.get(id)
            .map(|one: &std::sync::Arc<Measure>| one.title.clone())
    };
    let id = match source {
        LogicSource::Measure(id) => {
            return ReviewNode::named(
                NodeKind::Activity,
                title(id).unwrap_or_default(),
                String::new(),
            );
        }
        LogicSource::Indicator(id) => id,
    };
    let placed = model.indicator(id);
    let kind = match placed.map(|one| one.stage) {
        Some(LogicStage::Output) | None => NodeKind::Output,
        Some(LogicStage::Short) => NodeKind::Short,
        Some(LogicStage::Middle) => NodeKind::Middle,
        Some(LogicStage::Long) => NodeKind::Long,
    };
    let measures = placed
        .map(|one| one.measures.as_slice())
        .unwrap_or_default();
    let aim = measures
        .first()
        .and_then(|id| title(*id))
        .unwrap_or_else(|| goal.title.clone());
    let Some(one) = s.get(id) else {
        return ReviewNode::named(kind, aim, String::new());
    };
    let series = s.series.under(id);
    let series = series.first();
    let printed = |figures: &BTreeMap<FiscalYear, Figure>| {
        let figures = figures.iter();
        figures
            .map(|(year, figure)| (year.0, figure.text().to_owned()))
            .collect()
    };
    ReviewNode {
        unit: one.unit.clone(),
        way: one
            .desired
            .map(|way| way.word().to_owned())
            .unwrap_or_default(),
        source: one.source.clone(),
        targets: series.map(|one| printed(&one.targets)).unwrap_or_default(),
        actuals: series.map(|one| printed(&one.actuals)).unwrap_or_default(),
        ..ReviewNode::named(kind, aim, one.name.clone())
    }
}
