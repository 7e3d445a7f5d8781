//! Rules of the 整合: what is tied to nothing, from either side.

use super::finding::Fact;
use super::report::Report;
use super::rule::Rule;
use super::view::View;
use crate::coverage::answered;
use crate::item_heads::ItemHeads;
use crate::succession::{Published, followed, superseded};
use edit::Field;
use strategy::*;

pub(super) const RULES: &[fn(&View, &mut Report)] =
    &[items_unanswered, own_untied, framework_superseded];

/// The items a strategy can answer to, without those that stand under others (I72); the articles of a law ask for no answer.
fn items<'a>(view: &View<'a>) -> Vec<&'a std::sync::Arc<FrameworkItem>> {
    let asks = |item: &&std::sync::Arc<FrameworkItem>| {
        view.strategy
            .get(item.framework)
            .is_some_and(|f| f.kind != FrameworkKind::Law)
    };
    let all = ItemHeads::of(view.strategy).tops(view.strategy.framework_items.sorted());
    all.into_iter().filter(asks).collect()
}

/// An item of the nation's, the prefecture's, the upper plan's that nothing answers.
fn items_unanswered(view: &View, report: &mut Report) {
    let items = items(view);
    if items.is_empty() {
        return;
    }
    let s = view.strategy;
    let heads = ItemHeads::of(s);
    let tied = sort::set(answered(s).map(|item| heads.head(item)));
    for item in items.into_iter().filter(|item| !tied.contains(&item.id)) {
        let framework = s.get(item.framework);
        let facts = [Fact::Text(
            framework.map_or(String::new(), |f| f.title.clone()),
        )];
        report.find(
            Rule::ItemUnanswered,
            item.id,
            Field::Aligned,
            &item.title,
            facts,
        );
    }
}

/// A goal with nothing tied in or under it; under a goal that is not tied itself, a measure that is not.
fn own_untied(view: &View, report: &mut Report) {
    if items(view).is_empty() {
        return;
    }
    for goal in view.goals.iter().filter(|goal| goal.aligned.is_empty()) {
        let measures = || view.measures.under(goal.id).iter();
        let untied = |m: &&&std::sync::Arc<Measure>| !is_tied(view, m);
        let mut tell = |record: AnyId, title: &str| {
            let facts = [Fact::Kind(record.kind)];
            report.find(Rule::OwnUntied, record, Field::Aligned, title, facts);
        };
        if measures().all(|m| !is_tied(view, m)) {
            tell(goal.id.into(), &goal.title);
            continue;
        }
        for measure in measures().filter(untied) {
            tell(measure.id.into(), &measure.title);
        }
    }
}

/// A framework that something answers to and that a newer one took the place of (S2).
fn framework_superseded(view: &View, report: &mut Report) {
    let s = view.strategy;
    if s.frameworks.is_empty() {
        return;
    }
    let known = followed();
    let published: Vec<Published> = known.iter().map(|one| one.published.clone()).collect();
    for old in superseded(s, &published) {
        let followers = (known.get(old.next), known.get(old.by));
        let (Some(framework), (Some(next), Some(by))) = (s.get(old.framework), followers) else {
            continue;
        };
        let facts = [
            Fact::Day(next.decided_on.clone()),
            Fact::Text(next.title.clone()),
            Fact::Text(by.title.clone()),
        ];
        report.find(
            Rule::FrameworkSuperseded,
            framework.id,
            Field::Aligned,
            &framework.title,
            facts,
        );
    }
}

/// True if a measure, or one of its initiatives, is tied to a framework item.
fn is_tied(view: &View, measure: &Measure) -> bool {
    let mut initiatives = view.initiatives.under(measure.id).iter();
    !measure.aligned.is_empty() || initiatives.any(|i| !i.aligned.is_empty())
}
