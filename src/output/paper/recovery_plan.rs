//! 地域再生計画の素案: texts of the plan under the heads of a 地域再生計画. The heads are those of certified plans; the form of
//! the State is not copied. Where the plan has no text, there is a place to write.

use std::sync::Arc;

use super::grant::{increment_notes, increment_table};
use super::layout::Paper;
use super::report_data::ReportData;
use ::words::{YearForms, grants as words, model, number};
use format::document::{Block, RecordTable, Table};
use insight::Numbers;
use insight::progress::final_target;
use strategy::*;

/// Returns the draft for a project; without a project an empty paper.
pub fn recovery_plan(data: &ReportData, project: Option<Id<GrantProject>>) -> Paper {
    let project = project.and_then(|id| data.strategy.get(id));
    let blocks = project.map_or_else(Vec::new, |project| draft(data.strategy, project));
    Paper::new(vec![blocks], false, data.scale)
}

fn draft(s: &Strategy, project: &GrantProject) -> Vec<Block> {
    let about = s.about();
    let town = about.town.name.trim();
    let area = (!town.is_empty()).then(|| words::area(town));
    let mut blocks = vec![
        Block::title(words::plan_paper().0),
        Block::body(words::newest_form()),
        Block::heading(words::head_name()),
        text(&project.title, words::what_name()),
        Block::heading(words::head_authors()),
        text(town, words::what_town()),
        Block::heading(words::head_area()),
        text(&area.unwrap_or_default(), words::what_town()),
        Block::heading(words::head_goals()),
        Block::Heading(3, words::head_state().to_owned()),
        text(&state(s), words::what_state()),
        Block::Heading(3, words::head_issues().to_owned()),
        text("", words::what_issues()),
        Block::Heading(3, words::head_aims().to_owned()),
    ];
    blocks.extend(aims(s, project));
    blocks.extend(works(s, project));
    blocks.push(Block::heading(words::head_period()));
    blocks.push(Block::body(words::years(project.period)));
    blocks.push(Block::heading(words::head_evaluation()));
    blocks.push(text(&evaluation(s), words::what_evaluation()));
    blocks
}

/// Returns a text, or a place to write it.
fn text(text: &str, what: &str) -> Block {
    match text.trim() {
        "" => Block::body(words::write_here(what)),
        text => Block::body(text),
    }
}

/// Returns the chapters on the purpose of the plan.
fn state(s: &Strategy) -> String {
    sections(s, SectionKind::Purpose)
}

/// Returns the chapters on its management.
fn evaluation(s: &Strategy) -> String {
    sections(s, SectionKind::Management)
}

fn sections(s: &Strategy, kind: SectionKind) -> String {
    let all = s.sections.sorted().into_iter();
    let all = all.filter(|section| section.kind == kind);
    let points = |section: &Section| {
        let points = section.points.iter();
        let points = points.map(|point| [point.title.as_str(), point.text.as_str()].join("\n"));
        std::iter::once(section.text.clone())
            .chain(points)
            .collect::<Vec<_>>()
    };
    let texts = all.flat_map(|section| points(section));
    let texts: Vec<_> = texts.filter(|text| !text.trim().is_empty()).collect();
    texts.join("\n")
}

/// Returns the goals whose measures carry out the project, with their numerical targets.
fn aims(s: &Strategy, project: &GrantProject) -> Vec<Block> {
    let numbers = Numbers::of(s);
    let measures = project
        .initiatives
        .iter()
        .filter_map(|id| Some(s.get(*id)?.measure));
    let used = sort::set(measures.filter_map(|id| Some(s.get(id)?.goal)));
    let goals = s.goals.sorted().into_iter();
    let goals: Vec<_> = goals.filter(|goal| used.contains(&goal.id)).collect();
    if goals.is_empty() {
        return vec![Block::body(words::write_here(words::head_aims()))];
    }
    let mut blocks = Vec::new();
    let mut indicators = Vec::new();
    for goal in goals {
        let name = model::goal_coded(&numbers.goal(goal.id), &goal.title);
        blocks.push(match goal.direction.trim() {
            "" => Block::body(name),
            text => Block::body(words::goal_line(name, text)),
        });
        indicators.extend(goal.targets.iter().filter_map(|id| s.get(*id)));
    }
    if let Some(table) = targets(s, &indicators) {
        blocks.push(Block::label(words::numbers_from()));
        blocks.push(Block::Table(table));
    }
    blocks
}

/// Returns 当初値 and 目標値 of indicators, a row for each series.
fn targets(s: &Strategy, indicators: &[&Arc<Indicator>]) -> Option<Table> {
    let series = indicators.iter().flat_map(|indicator| {
        let series = s.series.under(indicator.id).into_iter();
        series.map(|series| (*indicator, series))
    });
    let shown =
        |figure: &Figure, unit: &str| number::with_unit(&number::shown(figure.text()), unit);
    let target = |series: &Series, unit: &str| {
        let (year, figure) = final_target(series, s.about().period)?;
        Some(words::start_at(shown(figure, unit), year.short()))
    };
    let start = |series: &Series, unit: &str| {
        let baseline = series.baseline.as_ref()?;
        Some(shown(&baseline.figure, unit))
    };
    let [kpi, aim, _] = words::results_columns();
    RecordTable::of(series)
        .text(kpi, 0, |(of, series)| words::kpi(&of.name, &series.name))
        .number(words::start_column(), 36, |(of, series)| {
            start(series, &of.unit).unwrap_or_default()
        })
        .number(aim, 44, |(of, series)| {
            target(series, &of.unit).unwrap_or_default()
        })
        .if_any()
}

/// Narrows the columns of the table of increments to an upright page.
fn upright(mut table: Table) -> Table {
    for (column, width) in table.columns.iter_mut().zip([32.0, 13.0, 20.0]) {
        column.width = width;
    }
    if let Some(total) = table.columns.last_mut() {
        total.width = 26.0;
    }
    table
}

/// Returns the chapter 5 事業.
fn works(s: &Strategy, project: &GrantProject) -> Vec<Block> {
    let mut blocks = vec![
        Block::heading(words::head_works()),
        Block::Heading(3, words::head_outline().to_owned()),
        text(&project.outline, words::what_outline()),
        Block::Heading(3, words::head_special().to_owned()),
        Block::label(words::head_content()),
    ];
    let all = project.initiatives.iter().filter_map(|id| s.get(*id));
    let rows: Vec<_> = all
        .map(|one| (model::named(&one.title).to_owned(), one.text.clone()))
        .collect();
    blocks.push(match rows.is_empty() {
        true => Block::body(words::write_here(words::head_content())),
        false => Block::labelled(rows),
    });
    blocks.push(Block::label(words::head_kpi()));
    match increment_table(s, project) {
        Some(table) => {
            blocks.push(Block::Table(upright(table)));
            blocks.push(Block::body(increment_notes(s, project).join("\n")));
        }
        None => blocks.push(Block::body(words::write_here(words::what_kpi()))),
    }
    blocks.extend([
        Block::label(words::head_cost()),
        text(&project.cost, words::what_cost()),
        Block::label(words::head_review()),
        text("", words::what_review()),
        Block::Heading(3, words::head_other().to_owned()),
        text("", words::what_other()),
    ]);
    blocks
}
