//! Rules of the 根拠: what cannot be looked up, and what nothing relies on.

use super::report::Report;
use super::rule::Rule;
use super::view::View;
use edit::Field;
use strategy::*;

pub(super) const RULES: &[fn(&View, &mut Report)] = &[without_address, undated, uncited];

fn find(
    view: &View,
    report: &mut Report,
    rule: Rule,
    field: Field,
    is_so: impl Fn(&Ground) -> bool,
) {
    let all = view.strategy.grounds.sorted().into_iter();
    for ground in all.filter(|ground| is_so(ground)) {
        report.find(rule, ground.id, field, &ground.title, []);
    }
}

/// A title, and nothing that says where it can be read.
fn without_address(view: &View, report: &mut Report) {
    find(
        view,
        report,
        Rule::GroundWithoutAddress,
        Field::Source,
        |ground| !ground.title.trim().is_empty() && ground.address.trim().is_empty(),
    );
}

/// An address of the web, and no day on which it was seen there: such addresses move.
fn undated(view: &View, report: &mut Report) {
    find(view, report, Rule::GroundUndated, Field::Source, |ground| {
        ground.link().is_some() && ground.seen.is_none()
    });
}

/// A ground that nothing cites.
fn uncited(view: &View, report: &mut Report) {
    find(
        view,
        report,
        Rule::GroundUncited,
        Field::Grounds,
        |ground| view.strategy.citing(ground.id).is_empty(),
    );
}
