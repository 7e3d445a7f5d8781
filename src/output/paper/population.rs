//! 人口の見通し: curve and pyramid, the figures by age, and the aim with its reason.

use super::layout::Paper;
use super::pagination::paginate;
use super::report_data::ReportData;
use crate::chart::{PyramidWords, pyramid};
use crate::outlook;
use ::words::number::grouped;
use ::words::{YearForms, model, paper as papers, population as words};
use format::document::{Block, Cell, Drawing, First, RecordTable, Style, Table};
use insight::population::{AgeGroup, OutlookReport, YearPopulation};
use strategy::*;

/// The most years on upright A4; more are printed on landscape.
const UPRIGHT: usize = 8;

/// Returns the outlook, with the 試算 that the aim comes from.
pub fn population_outlook(data: &ReportData) -> Paper {
    let s = data.strategy;
    let mut blocks = vec![
        Block::Text(Style::Above, s.about().title.clone()),
        Block::title(words::title()),
    ];
    let Some(report) = OutlookReport::of(s) else {
        blocks.push(Block::body(words::none()));
        return Paper::new(vec![blocks], false, data.scale);
    };
    let year = report
        .known
        .aim()
        .map_or(s.about().period.last, |aim| aim.0);
    blocks.extend(outlook::source(s).map(|lines| Block::body(lines.join("\n"))));
    let told = words::sentences(&report.base, report.shown(), year);
    blocks.push(Block::body(told.join("\n")));
    let drawings = [curve(&report), pyramid_of(&report, year)];
    blocks.push(Block::Drawings(drawings.into_iter().flatten().collect()));
    blocks.push(Block::heading(words::table()));
    if let Some((scenario, _)) = &report.scenario {
        let assumed = words::assumed(scenario);
        blocks.push(Block::body(papers::population_rows(
            &scenario.name,
            assumed,
        )));
    }
    blocks.push(Block::Table(groups(&report)));
    let paper = |parts| Paper::new(parts, report.base.len() > UPRIGHT, data.scale);
    let details = details(&report, year);
    let Some(aim) = aim(s, &report) else {
        return paper(vec![blocks, details]);
    };
    let aimed = |head: Block| [head, aim.clone()];
    let with_aim = aimed(Block::heading(papers::population_aim())).into();
    let first = [blocks.clone(), with_aim].concat();
    match paginate(&paper(vec![first.clone()])).pages.len() {
        0 | 1 => paper(vec![first, details]),
        // The aim is not left alone on a page.
        _ => {
            let aim = aimed(Block::title(papers::population_aim()));
            paper(vec![blocks, [aim.into(), details].concat()])
        }
    }
}

/// Returns the figures of the pyramid and the method of the 試算.
fn details(report: &OutlookReport, year: FiscalYear) -> Vec<Block> {
    let mut blocks = Vec::new();
    if let Some((earlier, later)) = report.pair(year) {
        blocks.push(Block::title(words::pyramid_table()));
        blocks.push(Block::Table(bands(earlier, later)));
    }
    if let Some(method) = outlook::method(report) {
        blocks.push(Block::heading(words::method()));
        blocks.push(Block::body(method.join("\n")));
    }
    blocks
}

fn curve(report: &OutlookReport) -> Option<Drawing> {
    let (drawn, key) = outlook::curve(report)?;
    Some(Drawing {
        title: words::curve().to_owned(),
        svg: drawn.to_string(),
        size: crate::chart::CURVE,
        key,
        note: String::new(),
    })
}

fn pyramid_of(report: &OutlookReport, year: FiscalYear) -> Option<Drawing> {
    let (earlier, later) = report.pair(year)?;
    let sexes = PyramidWords {
        men: words::men(),
        women: words::women(),
    };
    Some(Drawing {
        title: words::pyramid().to_owned(),
        svg: pyramid(earlier, later, &sexes).to_string(),
        size: crate::chart::PYRAMID,
        key: Vec::new(),
        note: words::pyramid_years(earlier.year.short(), later.year.short()),
    })
}

/// Returns the persons by age group and year; for a 試算 with the projection below them.
fn groups(report: &OutlookReport) -> Table {
    let names = RecordTable::of(AgeGroup::ALL).text(words::age(), 0, |group| words::group(*group));
    let years = report.shown().iter().zip(&report.base);
    let table = years.fold(names, |table, (shown, base)| {
        table.number(base.year.short(), 17, |group| {
            let expected = grouped(base.group(*group));
            match report.scenario {
                Some(_) => Cell::noted(grouped(shown.group(*group)), expected),
                None => expected.into(),
            }
        })
    });
    table.first(First::Name).table()
}

/// Returns the indicator with its target and the reason for it.
fn aim(s: &Strategy, report: &OutlookReport) -> Option<Block> {
    let (year, persons) = report.known.aim()?;
    let indicator = s.get(report.known.indicator?)?;
    let mut rows = vec![
        (
            papers::population_indicator().to_owned(),
            model::named(&indicator.name).to_owned(),
        ),
        (
            words::target().to_owned(),
            papers::population_target(year.short(), grouped(persons)),
        ),
    ];
    let reason = indicator.rationale.trim();
    if !reason.is_empty() {
        rows.push((papers::population_reason().to_owned(), reason.to_owned()));
    }
    Some(Block::labelled(rows))
}

/// Returns both years of the pyramid, by age and sex.
fn bands(earlier: &YearPopulation, later: &YearPopulation) -> Table {
    let count = earlier.men.len().max(earlier.women.len());
    let ages = |at: &usize| {
        let first = *at as u32 * 5;
        words::ages_of(first, (at + 1 < count).then_some(first + 4))
    };
    let sides = [
        (words::men(), earlier, &earlier.men),
        (words::men(), later, &later.men),
        (words::women(), earlier, &earlier.women),
        (words::women(), later, &later.women),
    ];
    let table = RecordTable::of(0..count).text(words::age(), 34, ages);
    let table = sides.iter().fold(table, |table, (sex, year, people)| {
        table.number([sex, " ", &year.year.short()].concat(), 0, |at| {
            grouped(people.get(*at).copied().unwrap_or_default())
        })
    });
    table.first(First::Name).table()
}
