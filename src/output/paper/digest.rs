//! 概要版: the plan on one page or two: its purpose, its aims and measures, its progress, and the money. Each part is as
//! long as there is room for, in letters of one size.

use std::collections::BTreeSet;

use super::chapters::{cover, text_of};
use super::crossing_goals::across;
use super::digest_detail::{DigestDetail, Kpis, details};
use super::figures::{at_a_glance, by_people, glances};
use super::layout::Paper;
use super::line_breaks::letters;
use super::pagination::paginate;
use super::report_data::ReportData;
use crate::chart::line_chart;
use ::words::{marks, overview, paper as words, plan};
use format::document::{Block, Cell, Chart, Column, First, Row, RowKind, Segment, Table};
use insight::appraisal::Appraisal;
use insight::money::Scope;
use insight::overview::{GoalOverview, Listed, Overview, listed, overview_of};
use insight::sheets::editions;
use strategy::*;

/// Largest number of its pages.
const PAGES: usize = 2;

/// The fullest that goes on its pages, in letters of the size chosen; in the usual ones where nothing of it does.
pub fn digest(data: &ReportData) -> Paper {
    let seen = overview_of(data.strategy, data.judged);
    let appraisal = Appraisal::of(data.strategy, data.judged);
    let mut last = Paper::default();
    let usual = (data.scale > 1.0).then_some(1.0);
    for scale in [data.scale].into_iter().chain(usual) {
        for detail in details() {
            let blocks = blocks(data, &seen, &appraisal, detail);
            last = Paper::new(vec![blocks], false, detail.scale * scale);
            let pages = paginate(&last).pages.len();
            if pages <= PAGES {
                return with_charts(last, charts(data, &seen), pages);
            }
        }
    }
    last.most = Some(PAGES);
    last
}

/// The most charts that are shown.
const CHARTS: usize = 6;

/// Returns charts of the 数値目標, in the order of the goals.
fn charts(data: &ReportData, seen: &Overview) -> Vec<Chart> {
    let period = data.strategy.about().period;
    let targets = seen.goals.iter().flat_map(|goal| &goal.targets);
    let of = |one: &Listed| -> Vec<Chart> {
        let rows = one.rows.iter();
        let charts = rows.map(|(series, row)| {
            let tone = row.rated.band.as_ref().map(|band| band.tone);
            line_chart(&one.indicator, series, period, tone)
        });
        charts.filter(Chart::is_drawn).collect()
    };
    targets.flat_map(of).take(CHARTS).collect()
}

/// Adds as many charts as fit on the pages of the paper.
fn with_charts(paper: Paper, mut charts: Vec<Chart>, pages: usize) -> Paper {
    while !charts.is_empty() {
        let mut filled = paper.clone();
        if let Some(blocks) = filled.parts.first_mut() {
            blocks.extend([
                Block::heading(words::trends()),
                Block::Charts(charts.clone()),
            ]);
        }
        if paginate(&filled).pages.len() == pages {
            return filled;
        }
        charts.pop();
    }
    paper
}

fn blocks(
    data: &ReportData,
    seen: &Overview,
    appraisal: &Appraisal,
    detail: DigestDetail,
) -> Vec<Block> {
    let mut blocks = cover(data);
    if seen.whole.indicators.total > 0 {
        let standing = Some(overview::standing(seen)).filter(|_| seen.has_actuals);
        let lines: Vec<_> = [overview::headline(seen)]
            .into_iter()
            .chain(standing)
            .collect();
        blocks.push(Block::body(lines.join(&[marks::stop(), "\n"].concat())));
        if seen.has_actuals {
            blocks.push(Block::Strip(strip(seen)));
        }
    }
    blocks.extend(chapters(data, detail));
    let goals = seen.goals.iter().take(detail.goals);
    blocks.extend(goals.flat_map(|goal| of_goal(data, goal, appraisal, detail, seen.has_actuals)));
    if seen.goals.len() > detail.goals {
        blocks.push(Block::body(words::more_goals(
            seen.goals.len() - detail.goals,
        )));
    }
    let count: usize = seen.goals.iter().map(|goal| goal.targets.len()).sum();
    if detail.targets == 0 && count > 0 {
        blocks.push(Block::body(words::too_many(count)));
    }
    let shown = seen.goals.iter().flat_map(|goal| &goal.targets);
    let shown = shown.filter(|_| detail.targets > 0);
    let goals = seen.goals.iter().take(detail.goals);
    let goals = goals.filter_map(|goal| data.strategy.get(goal.goal));
    let kpis: Vec<Listed> = goals
        .flat_map(|goal| shown_kpis(data, goal, appraisal, detail))
        .collect();
    blocks.extend(by_people(shown.chain(&kpis)));
    if let Some(table) = across(data) {
        blocks.push(Block::heading(words::across()));
        blocks.push(Block::Table(table));
    }
    blocks.extend(money(data, detail.by_goal));
    blocks
}

/// Returns the number of indicators of each rating.
fn strip(seen: &Overview) -> Vec<Segment> {
    let counts = &seen.whole.indicators;
    let bands = seen.rules.bands.iter().zip(&counts.bands);
    let mut all: Vec<_> = bands
        .map(|(band, count)| Segment {
            word: words::marked_word(&band.mark, &band.word),
            tone: band.tone,
            count: *count,
        })
        .collect();
    all.push(Segment {
        word: words::no_rating().to_owned(),
        tone: Tone::None,
        count: counts.without_band,
    });
    all
}

/// Returns a row for each chapter that has a text or points.
fn chapters(data: &ReportData, detail: DigestDetail) -> Option<Block> {
    let sections = data.strategy.sections.sorted();
    let row = |section: &&std::sync::Arc<Section>| {
        let text = match (
            letters(&text_of(section)) <= detail.chapter as f64,
            section.points.is_empty(),
        ) {
            (true, _) => text_of(section),
            (false, true) => excerpt(&section.text, detail.chapter),
            (false, false) => {
                let names = section.points.iter();
                let names = names.map(|p| words::numbered(&p.number, &p.title));
                let names: Vec<_> = names.collect();
                let text = excerpt(&section.text, detail.chapter);
                let lead = Some(text).filter(|text| !text.is_empty());
                let all: Vec<_> = lead.into_iter().chain([names.join(marks::gap())]).collect();
                all.join("\n")
            }
        };
        let name = section.title.clone();
        (!text.is_empty()).then(|| Row::of([name.into(), text.into()]))
    };
    let rows: Vec<Row> = sections.iter().filter_map(row).collect();
    (!rows.is_empty()).then(|| {
        Block::Table(Table {
            columns: vec![Column::text("", 30), Column::text("", 0)],
            rows,
            first: First::Label,
            ..Table::default()
        })
    })
}

/// Factor by which a first sentence may exceed its room: a whole sentence says more than a cut one.
const OVER: f64 = 1.5;

/// Returns as many whole sentences as fit into `room` letters; if not even one fits, the beginning of it.
fn excerpt(text: &str, room: usize) -> String {
    if letters(text) <= room as f64 {
        return text.trim().to_owned();
    }
    let mut taken = String::new();
    for sentence in text.split_inclusive(['。', '\n']) {
        let may = if taken.is_empty() { OVER } else { 1.0 };
        if letters(&taken) + letters(sentence) > room as f64 * may {
            break;
        }
        taken.push_str(sentence);
    }
    if taken.is_empty() && room > 1 {
        taken = text.chars().take(room - 1).chain(['…']).collect();
    }
    taken.trim_end().to_owned()
}

/// Returns a goal: its direction, its measures, and its 数値目標 with their progress.
fn of_goal(
    data: &ReportData,
    seen: &GoalOverview,
    appraisal: &Appraisal,
    detail: DigestDetail,
    has_actuals: bool,
) -> Vec<Block> {
    let Some(goal) = data.strategy.get(seen.goal) else {
        return Vec::new();
    };
    let mut blocks = vec![Block::heading(data.goal(goal.id))];
    let subtitle = words::subtitle(&goal.subtitle);
    let direction = excerpt(&goal.direction, detail.directions.0);
    let about: Vec<_> = [subtitle, direction]
        .into_iter()
        .filter(|text| !text.is_empty())
        .collect();
    if !about.is_empty() {
        blocks.push(Block::body(about.join("\n")));
    }
    blocks.extend(measures(data, goal, detail));
    blocks.extend(figures(data, goal, appraisal, detail, has_actuals));
    blocks
}

/// Returns one table of the 数値目標 of a goal and the KPI of its measures.
fn figures(
    data: &ReportData,
    goal: &Goal,
    appraisal: &Appraisal,
    detail: DigestDetail,
    has_actuals: bool,
) -> Option<Block> {
    let glances_of = |all: &[Listed]| -> Vec<Row> {
        let rows = all.iter().flat_map(|one| glances(one, has_actuals));
        rows.collect()
    };
    let targets = listed(data.strategy, appraisal, &goal.targets);
    let shown = targets.len().min(detail.targets);
    let kpis = shown_kpis(data, goal, appraisal, detail);
    let label = match detail.kpis {
        Kpis::Behind => words::kpis_behind(),
        Kpis::All | Kpis::None => words::kpis(),
    };
    let head = if shown > 0 { words::targets() } else { label };
    let columns = at_a_glance(head, has_actuals);
    let mut rows = glances_of(&targets[..shown]);
    if shown > 0 && targets.len() > shown {
        rows.push(Row::across(
            words::more(targets.len() - shown),
            columns.len(),
        ));
    }
    if shown > 0 && !kpis.is_empty() {
        rows.push(Row::group(label.to_owned(), columns.len()));
    }
    rows.extend(glances_of(&kpis));
    (!rows.is_empty()).then(|| Block::table(columns, rows))
}

/// Returns the KPI of the measures of a goal that are shown, without its 数値目標.
fn shown_kpis(
    data: &ReportData,
    goal: &Goal,
    appraisal: &Appraisal,
    detail: DigestDetail,
) -> Vec<Listed> {
    if detail.kpis == Kpis::None {
        return Vec::new();
    }
    let measures = data.strategy.measures_of(goal.id);
    let mut seen: BTreeSet<Id<Indicator>> = goal.targets.iter().copied().collect();
    let ids = measures.iter().flat_map(|one| one.kpis.iter().copied());
    let ids: Vec<_> = ids.filter(|id| seen.insert(*id)).collect();
    let mut all = listed(data.strategy, appraisal, &ids);
    if detail.kpis == Kpis::Behind {
        all.retain(is_behind);
    }
    all
}

/// True if an indicator is rated below what is wished for.
fn is_behind(one: &Listed) -> bool {
    let band = one.verdict.band();
    band.is_some_and(|band| matches!(band.tone, Tone::Warn | Tone::Bad))
}

fn measures(data: &ReportData, goal: &Goal, detail: DigestDetail) -> Option<Block> {
    let all = data.strategy.measures_of(goal.id);
    let shown = all.iter().take(detail.measures);
    let row = |measure: &&std::sync::Arc<Measure>| {
        let way = excerpt(&measure.direction, detail.directions.1);
        let name = data.measure(measure);
        let under = data.strategy.initiatives.under(measure.id);
        let names: Vec<_> = under.iter().map(|i| i.title.as_str()).collect();
        Row::of([Cell::noted(name, way), names.join(marks::list()).into()])
    };
    if !detail.initiatives {
        let mut names: Vec<_> = shown.map(|measure| data.measure(measure)).collect();
        let more = all.len() - names.len();
        if names.is_empty() {
            return None;
        }
        if more > 0 {
            names.push(words::more(more));
        }
        return Some(Block::body(words::measures(&names)));
    }
    let mut rows: Vec<Row> = shown.map(row).collect();
    if rows.is_empty() {
        return None;
    }
    if all.len() > rows.len() {
        rows.push(Row::across(words::more(all.len() - rows.len()), 2));
    }
    let columns = vec![
        Column::text(words::measure_column(), 84),
        Column::text(words::initiatives(), 0),
    ];
    Some(Block::Table(Table {
        columns,
        rows,
        first: First::Name,
        ..Table::default()
    }))
}

/// Returns 決算 and 予算 under a heading, as a whole or by goal.
fn money(data: &ReportData, by_goal: bool) -> Vec<Block> {
    let mut blocks = amounts(data, by_goal);
    if !blocks.is_empty() {
        blocks.insert(0, Block::heading(words::money()));
    }
    blocks
}

/// Returns 決算 and 予算, as a whole or by goal. Empty if there are no sheets.
pub fn amounts(data: &ReportData, by_goal: bool) -> Vec<Block> {
    if editions(data.strategy).is_empty() {
        return Vec::new();
    }
    let row = |label: String, scope: Scope| {
        let mut cells = vec![Cell::from(label)];
        for side in [Side::Done, Side::Planned] {
            let total = data.ledger(side).total(scope);
            let amounts = [total.amount(), total.net_amount()];
            cells.extend(amounts.map(|n| Cell::from(plan::amount(n))));
        }
        Row::all(cells)
    };
    let goals = data.strategy.goals.sorted().into_iter().filter(|_| by_goal);
    let mut rows: Vec<Row> = goals
        .map(|goal| row(data.goal(goal.id), Scope::Goal(goal.id)))
        .collect();
    rows.push(Row {
        kind: RowKind::Total,
        ..row(words::whole_label().to_owned(), Scope::All)
    });
    let mut columns = vec![Column::text(words::goal_label(), 0)];
    let heads = [
        words::settled(data.edition.previous()),
        words::budget(data.edition),
    ];
    for head in heads {
        let net = words::net(&head);
        columns.push(Column::number(head, 25));
        columns.push(Column::number(net, 25));
    }
    let years = [data.edition.previous(), data.edition];
    let outside = [Side::Done, Side::Planned].into_iter().zip(years);
    let outside = outside.filter_map(|(side, year)| {
        let lines = plan::outside(&data.ledger(side).total(Scope::All))?;
        Some(words::money_of_year(year, side, &lines))
    });
    let notes = std::iter::once(words::net_note().to_owned()).chain(outside);
    let notes: Vec<_> = notes.collect();
    vec![Block::table(columns, rows), Block::body(notes.join("\n"))]
}
