//! 人口の見通し on paper: curve, pyramid, table and aim on the first page, the figures by age on the second.

use fixtures::prefecture::towns;
use fixtures::sample;
use format::document::{Block, Table};
use output::paper::{ReportData, paginate, population_outlook};
use strategy::{About, FiscalYear, Indicator, Population, Scenario, Strategy};

use super::papers::TODAY;

/// みほん町 with a projection and a 試算.
fn projected() -> Strategy {
    let mut s = sample("mihon");
    let mut about = About::clone(&s.about());
    let mut scenario = Scenario::starting("移住の試算".to_owned(), FiscalYear(2020));
    scenario.households = 5;
    let projection = towns(3, 1, 1).remove(0);
    about.population = Some(Population {
        projection: Some(projection),
        scenarios: vec![scenario],
        ..Population::default()
    });
    s.about.insert(about);
    s
}

/// The tables among some blocks.
fn tables(blocks: &[Block]) -> Vec<Table> {
    let tables = blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table.clone()),
        _ => None,
    });
    tables.collect()
}

#[test]
fn the_outlook_is_printed_with_its_aim_on_one_page_and_its_figures_on_another() {
    let s = projected();
    let projection = towns(3, 1, 1).remove(0);
    let total = ::words::number::grouped(projection.years[0].total.into());
    let report = paginate(&population_outlook(&ReportData::of(&s, TODAY)));
    assert_eq!(report.pages.len(), 2);
    let [first, second] = &report.pages[..] else {
        unreachable!("two pages")
    };
    let drawings = first.blocks.iter().find_map(|block| match block {
        Block::Drawings(all) => Some(all),
        _ => None,
    });
    assert_eq!(drawings.map(Vec::len), Some(2));
    let [groups, aim] = &tables(&first.blocks)[..] else {
        panic!("the table and the aim are on the first page")
    };
    assert_eq!(groups.rows.len(), 6);
    assert_eq!(groups.rows[0].cells[1].note, total);
    assert!(aim.rows.iter().any(|row| row.cells[0].text == "目標値"));
    assert_eq!(tables(&second.blocks)[0].rows.len(), 20);
}

#[test]
fn an_aim_without_room_on_the_first_page_shares_the_second_with_the_figures_by_age() {
    let mut s = projected();
    let all = s.indicators.sorted();
    let total = all.iter().find(|one| one.name == "総人口");
    let mut total = Indicator::clone(total.expect("みほん町 has a target of 総人口"));
    total.rationale = "移住と出生の効果を加えた。".repeat(18);
    s.indicators.insert(total);
    let report = paginate(&population_outlook(&ReportData::of(&s, TODAY)));
    assert_eq!(report.pages.len(), 2);
    let [aim, bands] = &tables(&report.pages[1].blocks)[..] else {
        panic!("the aim and the figures by age are on the second page")
    };
    assert!(aim.rows.iter().any(|row| row.cells[0].text == "目標値"));
    assert_eq!(bands.rows.len(), 20);
    assert!(report.pages[1].begins());
}
