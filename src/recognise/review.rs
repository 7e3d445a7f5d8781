//! A model read from the columns of 行政事業レビュー, as that of a goal: measures and indicators are known by their names.

use std::collections::BTreeSet;

use format::review::{NodeKind, Review, ReviewCheck, ReviewNode};
use insight::logic::{LogicModel, opinions_text};
use strategy::*;

/// The model of a goal as a file says it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadModel {
    /// The model as it is kept. Outside factors and certainty, for which a file has no column, stay as they are.
    pub logic: Logic,
    /// Number of links that were found in the plan.
    pub links: usize,
    /// Names of the file that the goal has no measure or indicator for, in order.
    pub unknown: Vec<String>,
}

/// Finds the nodes of a file in the plan; `None`: there is no such goal.
pub fn model_of(review: &Review, strategy: &Strategy, goal: Id<Goal>) -> Option<ReadModel> {
    let kept = strategy.get(goal)?;
    let now = LogicModel::of(strategy, goal)?;
    let mut read = ReadModel {
        logic: kept.logic.clone().unwrap_or_default(),
        ..ReadModel::default()
    };
    if !review.one_stage.is_empty() {
        read.logic.one_stage.clone_from(&review.one_stage);
    }
    let mut used = BTreeSet::new();
    let found: Vec<_> = review
        .nodes
        .iter()
        .map(|node| {
            let source = source_of(node, strategy, &now, &used);
            match source {
                Some(source) => _ = used.insert(source),
                None => read.unknown.push(node.title().to_owned()),
            }
            source
        })
        .collect();
    for (node, source) in review.nodes.iter().zip(&found) {
        if let (Some(LogicSource::Indicator(id)), Some(stage)) = (source, stage_of(node.kind)) {
            read.logic.stages.retain(|one| one.indicator != *id);
            let usual = strategy.get(*id).map(|one| kept.usual_stage(one));
            if usual != Some(stage) {
                read.logic.stages.push(StagedIndicator {
                    indicator: *id,
                    stage,
                });
            }
        }
    }
    for link in &review.links {
        let ends = (found.get(link.from), found.get(link.to));
        if let (Some(Some(from)), Some(Some(LogicSource::Indicator(_)))) = ends {
            // A source that the file names has the links of the file only.
            read.logic.links.retain(|one| one.from != *from);
        }
    }
    for link in &review.links {
        let ends = (found.get(link.from), found.get(link.to));
        if let (Some(Some(from)), Some(Some(LogicSource::Indicator(to)))) = ends {
            let before = now.links_from(*from).find(|one| one.link.to == *to);
            read.links += 1;
            read.logic.links.push(LogicLink {
                because: link.because.clone(),
                certainty: before.and_then(|one| one.link.certainty),
                ..LogicLink::bare(*from, *to)
            });
        }
    }
    drop_usual(&mut read.logic, strategy, kept);
    Some(read)
}

/// 点検・評価 of a file, as texts of the sheets of a goal.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ReadSheets {
    /// Sheets whose texts change, as they will be. A text that the file leaves empty stays.
    pub changed: Vec<Sheet>,
    /// Number of measures that were found.
    pub measures: usize,
    /// Names of the file that the goal has no measure with a sheet for.
    pub unknown: Vec<String>,
}

/// Finds the newest sheet of the measure that each 事業 is named like.
pub fn sheets_of(checks: &[ReviewCheck], strategy: &Strategy, goal: Id<Goal>) -> ReadSheets {
    let measures = strategy.measures_of(goal);
    let mut read = ReadSheets::default();
    for check in checks {
        let wanted = half_width(check.project.trim());
        let mut named = measures.iter();
        let named = named.find(|one| half_width(one.title.trim()) == wanted);
        let sheets = named.map(|one| strategy.sheets.under(one.id));
        let sheet = sheets.and_then(|all| all.into_iter().max_by_key(|sheet| sheet.year));
        let Some(sheet) = sheet else {
            read.unknown.push(check.project.clone());
            continue;
        };
        read.measures += 1;
        let changed = with_check(sheet, check);
        if changed != **sheet {
            read.changed.push(changed);
        }
    }
    read
}

fn with_check(sheet: &Sheet, check: &ReviewCheck) -> Sheet {
    let mut changed = sheet.clone();
    let texts = [
        (&mut changed.results, &check.result),
        (&mut changed.improvements, &check.direction),
        (&mut changed.rating, &check.effect),
    ];
    for (text, read) in texts {
        if !read.is_empty() && text.trim() != read.as_str() {
            text.clone_from(read);
        }
    }
    // Opinions that the file has word for word keep the names of their authors apart.
    if !check.expert.is_empty() && opinions_text(&sheet.opinions) != check.expert {
        changed.opinions = vec![Opinion {
            text: check.expert.clone(),
            ..Opinion::default()
        }];
    }
    changed
}

/// Takes out the links of each source that are those of the plan and say nothing more.
fn drop_usual(logic: &mut Logic, strategy: &Strategy, goal: &Goal) {
    let mut bare = Goal::clone(goal);
    bare.logic = Some(Logic {
        stages: logic.stages.clone(),
        ..Logic::default()
    });
    let mut strategy = strategy.clone();
    strategy.goals.insert(bare);
    let Some(usual) = LogicModel::of(&strategy, goal.id) else {
        return;
    };
    for source in usual.sources() {
        let own = |one: &&LogicLink| one.from == source;
        let stated: Vec<_> = logic.links.iter().filter(own).cloned().collect();
        let links = usual.links_from(source).map(|one| one.link.clone());
        if sort::set(stated.iter().map(|one| one.to)) == sort::set(links.map(|one| one.to))
            && stated
                .iter()
                .all(|one| one.because.is_empty() && one.certainty.is_none())
        {
            logic.links.retain(|one| one.from != source);
        }
    }
}

fn stage_of(kind: NodeKind) -> Option<LogicStage> {
    match kind {
        NodeKind::Activity => None,
        NodeKind::Output => Some(LogicStage::Output),
        NodeKind::Short => Some(LogicStage::Short),
        NodeKind::Middle => Some(LogicStage::Middle),
        NodeKind::Long => Some(LogicStage::Long),
    }
}

/// The measure or indicator of that name which no other node stands for.
fn source_of(
    node: &ReviewNode,
    strategy: &Strategy,
    model: &LogicModel,
    used: &BTreeSet<LogicSource>,
) -> Option<LogicSource> {
    let wanted = half_width(node.title().trim());
    let is_called = |source: &LogicSource| {
        let name = match (node.kind, source) {
            (NodeKind::Activity, LogicSource::Measure(id)) => {
                strategy.get(*id).map(|one| one.title.as_str())
            }
            (NodeKind::Activity, _) | (_, LogicSource::Measure(_)) => None,
            (_, LogicSource::Indicator(id)) => strategy.get(*id).map(|one| one.name.as_str()),
        };
        name.is_some_and(|name| half_width(name.trim()) == wanted)
    };
    let mut free = model.sources().filter(|source| !used.contains(source));
    free.find(is_called)
}
