//! 概要版: the strategy on two pages, as much of it as there is room for.

use super::facts::Facts;
use super::figures::{at_a_glance, glances};
use super::form::{Block, Cell, Column, Leaf, Paper, Row, Table};
use super::height::{letters, on_one_page, room};
use crate::insight::appraisal::Appraisal;
use crate::insight::money::Scope;
use crate::insight::overview::{Overview, listed, overview_of};
use crate::insight::rollup::Counts;
use crate::insight::sheets::editions;
use crate::locale::{model, overview, paper as words, plan};
use crate::strategy::*;

/// What it is for and what is to be done; then what is aimed at, how far it has come, and the money. Where room is
/// left, the chapters begin.
pub fn digest(facts: &Facts) -> Paper {
    let seen = overview_of(facts.strategy, facts.judged);
    let (first, from) = filled(facts, first(facts), 0);
    let (second, _) = filled(facts, second(facts, &seen), from);
    Paper {
        wide: false,
        leaves: vec![first, second],
    }
}

/// The first that goes on one page; the last is cut where even that does not.
fn fitting(tries: impl Iterator<Item = Vec<Block>>) -> Leaf {
    let mut last = Vec::new();
    for blocks in tries {
        if let Some(leaf) = on_one_page(&blocks) {
            return leaf;
        }
        last = blocks;
    }
    cut(last)
}

/// Takes rows from the end of the longest table until the page holds it, and says how many.
fn cut(mut blocks: Vec<Block>) -> Leaf {
    let mut gone = 0;
    loop {
        if let Some(leaf) = on_one_page(&blocks) {
            return leaf;
        }
        let tables = blocks.iter_mut().filter_map(|block| match block {
            Block::Table(table) if table.rows.len() > 2 => Some(table),
            _ => None,
        });
        let Some(table) = tables.max_by_key(|table| table.rows.len()) else {
            return blocks.into();
        };
        let width = table.columns.len();
        let rows = &mut table.rows;
        rows.truncate(rows.len() - if gone == 0 { 1 } else { 2 });
        gone += 1;
        rows.push(Row::group(words::more(gone), width));
    }
}

/// How much of each part is shown: lines of 趣旨, lines of a goal's direction, measures of a goal.
const FIRST: [(usize, usize, usize); 7] = [
    (14, 4, usize::MAX),
    (9, 3, usize::MAX),
    (6, 2, usize::MAX),
    (6, 1, 12),
    (4, 0, 8),
    (3, 0, 4),
    (2, 0, 1),
];

/// 趣旨, 目標と施策.
fn first(facts: &Facts) -> Leaf {
    fitting(FIRST.into_iter().map(|(purpose, direction, measures)| {
        let about = facts.strategy.about();
        let period = model::period(about.period);
        let mut leaf = vec![
            Block::Above(words::standing(
                &about.town.name,
                &period,
                model::stage(about.stage),
            )),
            Block::Title(about.title.clone()),
        ];
        if let Some(section) = purpose_of(facts.strategy) {
            leaf.push(Block::Heading(section.title.clone()));
            leaf.push(Block::Text(excerpt(&told(section), purpose)));
        }
        leaf.push(Block::Heading(words::STRUCTURE.to_owned()));
        leaf.push(structure(facts, direction, measures));
        leaf
    }))
}

/// 策定趣旨; without one the first chapter that says something.
fn purpose_of(s: &Strategy) -> Option<&Section> {
    let all = s.sections.sorted();
    let mut said = all.into_iter().filter(|section| !told(section).is_empty());
    let purpose = said.clone().find(|c| c.kind == SectionKind::Purpose);
    purpose.or_else(|| said.next()).map(|section| &**section)
}

/// What a chapter says: its text, else its points.
fn told(section: &Section) -> String {
    match section.text.trim() {
        "" => {
            let points = section.points.iter();
            let points: Vec<_> = points
                .map(|p| words::numbered(&p.number, &p.title))
                .collect();
            points.join("\n")
        }
        text => text.to_owned(),
    }
}

/// As many whole sentences as stand in so many lines; where not even one does, the beginning of it.
fn excerpt(text: &str, lines: usize) -> String {
    let room = room(lines);
    let mut taken = String::new();
    for sentence in text.split_inclusive(['。', '\n']) {
        // A new line may leave the one before it nearly empty.
        let breaks = taken.matches('\n').count() as f64 * room / lines.max(1) as f64 / 2.0;
        if letters(&taken) + letters(sentence) + breaks > room {
            break;
        }
        taken.push_str(sentence);
    }
    if taken.is_empty() && lines > 0 && !text.is_empty() {
        taken = text.chars().take(room as usize - 2).chain(['…']).collect();
    }
    taken.trim_end().to_owned()
}

fn structure(facts: &Facts, direction: usize, most: usize) -> Block {
    let s = facts.strategy;
    let goals = s.goals.sorted();
    if goals.is_empty() {
        return Block::Text(words::NO_GOALS.to_owned());
    }
    let row = |goal: &std::sync::Arc<Goal>| {
        let measures = s.measures_of(goal.id);
        let shown = measures.iter().take(most);
        let mut names: Vec<_> = shown.map(|m| facts.measure(m)).collect();
        if measures.len() > most {
            names.push(words::more(measures.len() - most));
        }
        let direction = excerpt(&goal.direction, direction);
        let title = facts.goal(goal.id);
        match names.is_empty() {
            true => Row::of([title.into(), direction.into()]),
            false => Row::of([title.into(), Cell::noted(names.join("\n"), direction)]),
        }
    };
    Block::Table(Table {
        class: "digest-goals",
        columns: vec![Column::text("", 56), Column::text("", 0)],
        rows: goals.into_iter().map(row).collect(),
    })
}

/// How much of each part is shown: targets of a goal, money by measure, ratings by goal.
const SECOND: [(usize, bool, bool); 11] = [
    (usize::MAX, true, true),
    (usize::MAX, false, true),
    (8, false, true),
    (6, false, true),
    (4, false, true),
    (usize::MAX, false, false),
    (8, false, false),
    (6, false, false),
    (4, false, false),
    (2, false, false),
    (0, false, false),
];

/// 数値目標, 評価の数, 予算と決算.
fn second(facts: &Facts, seen: &Overview) -> Leaf {
    let appraisal = Appraisal::of(facts.strategy, facts.judged);
    fitting(SECOND.into_iter().map(|(most, by_measure, by_goal)| {
        let mut leaf = vec![
            Block::Above(facts.strategy.about().title.clone()),
            Block::Title(words::STATE.to_owned()),
        ];
        if seen.whole.indicators.total > 0 {
            let told = [overview::headline(seen), overview::standing(seen)];
            leaf.push(Block::Text(told.join("。\n")));
        }
        leaf.extend(targets(facts, seen, &appraisal, most));
        leaf.extend(ratings(facts, seen, by_goal));
        leaf.extend(money(facts, by_measure));
        leaf
    }))
}

/// Chapters from one on, while there is room for them; and the first there was none for.
fn filled(facts: &Facts, mut leaf: Leaf, from: usize) -> (Leaf, usize) {
    let sections = facts.strategy.sections.sorted();
    let shown = purpose_of(facts.strategy).map(|section| section.id);
    for (at, section) in sections.iter().enumerate().skip(from) {
        let text = excerpt(&told(section), 10);
        if shown == Some(section.id) || text.is_empty() {
            continue;
        }
        let mut longer = leaf.blocks.clone();
        longer.push(Block::Heading(section.title.clone()));
        longer.push(Block::Text(text));
        match on_one_page(&longer) {
            Some(longer) if longer.scale >= leaf.scale => leaf = longer,
            _ => return (leaf, at),
        }
    }
    (leaf, sections.len())
}

fn targets(facts: &Facts, seen: &Overview, appraisal: &Appraisal, most: usize) -> Vec<Block> {
    let heading = Block::Heading(words::TARGETS.to_owned());
    let mut rows = Vec::new();
    let count: usize = seen
        .goals
        .iter()
        .flat_map(|goal| &goal.targets)
        .map(|one| one.rows.len())
        .sum();
    if most == 0 && count > 0 {
        return vec![heading, Block::Text(words::too_many(count))];
    }
    for goal in &seen.goals {
        let Some(of) = facts.strategy.get(goal.goal) else {
            continue;
        };
        let all = listed(facts.strategy, appraisal, &of.targets);
        if all.is_empty() {
            continue;
        }
        rows.push(Row::group(facts.goal(goal.goal), 6));
        rows.extend(all.iter().take(most).flat_map(glances));
        if all.len() > most {
            rows.push(Row::group(words::more(all.len() - most), 6));
        }
    }
    match rows.is_empty() {
        true => Vec::new(),
        false => vec![
            heading,
            Block::Table(Table {
                class: "",
                columns: at_a_glance(words::NAME),
                rows,
            }),
        ],
    }
}

fn ratings(facts: &Facts, seen: &Overview, by_goal: bool) -> Vec<Block> {
    if seen.whole.indicators.total == 0 {
        return Vec::new();
    }
    let mut columns = vec![Column::text(words::GOAL, 0)];
    let bands = seen.rules.bands.iter();
    columns
        .extend(bands.map(|band| Column::number(words::marked_word(&band.mark, &band.word), 20)));
    columns.push(Column::number(words::NO_RATING, 20));
    let row = |label: String, counts: &Counts| {
        let mut cells = vec![Cell::from(label)];
        let all = counts.bands.iter().chain([&counts.without_band]);
        cells.extend(all.map(|count| Cell::from(count.to_string())));
        Row { class: "", cells }
    };
    let goals = seen.goals.iter().filter(|_| by_goal);
    let mut rows: Vec<Row> = goals
        .map(|goal| row(facts.goal(goal.goal), &goal.tally.all.indicators))
        .collect();
    rows.push(Row {
        class: "total",
        ..row(words::WHOLE.to_owned(), &seen.whole.indicators)
    });
    vec![
        Block::Heading(words::RATINGS.to_owned()),
        Block::Table(Table {
            class: "",
            columns,
            rows,
        }),
    ]
}

/// By goal; with room, by measure too.
fn money(facts: &Facts, by_measure: bool) -> Vec<Block> {
    if editions(facts.strategy).is_empty() {
        return Vec::new();
    }
    let row = |class: &'static str, label: String, scope: Scope| {
        let mut cells = vec![Cell::from(label)];
        for side in [Side::Done, Side::Planned] {
            let total = facts.ledger(side).total(scope);
            let amounts = [total.amount(), total.net_amount()];
            cells.extend(amounts.map(|n| Cell::from(plan::amount(n))));
        }
        Row { class, cells }
    };
    let mut rows = Vec::new();
    for goal in facts.strategy.goals.sorted() {
        let class = if by_measure { "group" } else { "" };
        rows.push(row(class, facts.goal(goal.id), Scope::Goal(goal.id)));
        if by_measure {
            let measures = facts.strategy.measures_of(goal.id);
            rows.extend(
                measures
                    .iter()
                    .map(|m| row("", facts.measure(m), Scope::Measure(m.id))),
            );
        }
    }
    rows.push(row("total", words::WHOLE.to_owned(), Scope::All));
    let mut columns = vec![Column::text(words::GOAL, 0)];
    let heads = [
        words::settled(facts.edition.previous()),
        words::budget(facts.edition),
    ];
    for head in heads {
        let net = words::net(&head);
        columns.push(Column::number(head, 25));
        columns.push(Column::number(net, 27));
    }
    vec![
        Block::Heading(words::MONEY.to_owned()),
        Block::Table(Table {
            class: "",
            columns,
            rows,
        }),
    ]
}
