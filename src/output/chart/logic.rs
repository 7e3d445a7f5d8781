//! ロジックモデル as a diagram: 取組 with their 予算, then a column for each stage.

use ::words::ruby::plain;
use ::words::{Word, logic as words};
use format::document::{Diagram, DiagramArrow, DiagramBox};
use insight::logic::LogicModel;
use strategy::{LogicSource, LogicStage, Strategy};

/// Makes the diagram of a model, without readings over its words. Its boxes are the sources of the model, in their order.
pub fn logic_diagram(strategy: &Strategy, model: &LogicModel) -> Diagram {
    let stages = shown_stages(model);
    let measures = model.activities.iter().map(|one| DiagramBox {
        column: 0,
        text: words::source_name(strategy, LogicSource::Measure(one.measure)),
        note: words::activity_note(one),
        warning: warning(model, LogicSource::Measure(one.measure)),
        is_end: false,
    });
    let indicators = model.indicators.iter().map(|one| {
        let stage = stages.iter().position(|stage| *stage == one.stage);
        DiagramBox {
            column: stage.map_or(0, |at| at + 1),
            text: words::source_name(strategy, LogicSource::Indicator(one.indicator)),
            note: words::indicator_note(one.is_target),
            warning: warning(model, LogicSource::Indicator(one.indicator)),
            is_end: one.is_target,
        }
    });
    let sources: Vec<_> = model.sources().collect();
    let place = |source| sources.iter().position(|one| *one == source);
    let arrows = model.links.iter().filter_map(|one| {
        Some(DiagramArrow {
            from: place(one.link.from)?,
            to: place(LogicSource::Indicator(one.link.to))?,
            is_reasoned: !one.link.because.trim().is_empty(),
        })
    });
    let heads = std::iter::once(words::activities()).chain(stages.iter().map(|one| one.word()));
    let mut boxes: Vec<DiagramBox> = measures.chain(indicators).collect();
    for one in &mut boxes {
        for text in [&mut one.note, &mut one.warning] {
            *text = plain(text).into_owned();
        }
    }
    Diagram {
        heads: heads.map(|head| plain(head).into_owned()).collect(),
        boxes,
        arrows: arrows.collect(),
        none: plain(words::none_here()).into_owned(),
    }
}

/// The stages with a column; the ends of the way are shown even if they are empty.
fn shown_stages(model: &LogicModel) -> Vec<LogicStage> {
    let is_used = |stage| model.indicators.iter().any(|one| one.stage == stage);
    let all = LogicStage::ALL.iter().copied();
    all.filter(|stage| *stage != LogicStage::Middle || is_used(*stage))
        .collect()
}

fn warning(model: &LogicModel, source: LogicSource) -> String {
    let has_no_beginning = match source {
        LogicSource::Measure(_) => false,
        LogicSource::Indicator(id) => model.comes_from_nowhere(id),
    };
    let warning = match (has_no_beginning, model.leads_nowhere(source)) {
        (true, true) => words::unlinked(),
        (true, false) => words::no_beginning(),
        (false, true) => words::no_way_on(),
        (false, false) => "",
    };
    warning.to_owned()
}
