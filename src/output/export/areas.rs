//! The sums and the measures of the areas of a region as tables: on the page, and in its files.

use ::words::{number, region as words, submissions};
use insight::region::{
    AreaMeasure, AreaPlans, GroupSum, MeasureTie, RegionTable, TableCell, TownGroup,
};
use strategy::{FiscalYear, Tone};

/// Returns the table of sums, an area a row; money is of the year, if there is one.
pub fn area_sums(groups: &[TownGroup], sums: &[GroupSum], year: Option<FiscalYear>) -> RegionTable {
    let rows = groups.iter().zip(sums);
    RegionTable {
        title: submissions::group_sums().to_owned(),
        heads: heads(year),
        rows: rows.map(|(group, sum)| cells(group, sum, year)).collect(),
        ..RegionTable::default()
    }
}

/// Returns the table with the direction of each area in a last column, as its files have it (R32).
pub fn with_directions(mut table: RegionTable, groups: &[TownGroup]) -> RegionTable {
    table.heads.push(submissions::direction().to_owned());
    for (row, group) in table.rows.iter_mut().zip(groups) {
        row.push(TableCell::text(&group.direction));
    }
    table
}

/// Returns the table of the measures of areas, a tie a row; a measure without ties is a row of its own. `town` names a
/// municipality by its code.
pub fn area_measures(
    groups: &[TownGroup],
    plans: &AreaPlans,
    town: &dyn Fn(&str) -> String,
) -> RegionTable {
    let heads = [
        submissions::group(),
        submissions::area_measures(),
        submissions::code(),
        submissions::town(),
        submissions::town_measure(),
        submissions::tie_standing(),
    ];
    let measures = groups
        .iter()
        .flat_map(|group| group.measures.iter().map(move |measure| (group, measure)));
    let rows = measures.flat_map(|(group, measure)| {
        let row = |tie: Option<&MeasureTie>| tie_cells(group, measure, tie, plans, town);
        match measure.ties.as_slice() {
            [] => vec![row(None)],
            ties => ties.iter().map(|tie| row(Some(tie))).collect(),
        }
    });
    RegionTable {
        title: submissions::area_measures().to_owned(),
        heads: heads.map(str::to_owned).to_vec(),
        rows: rows.collect(),
        ..RegionTable::default()
    }
}

fn tie_cells(
    group: &TownGroup,
    measure: &AreaMeasure,
    tie: Option<&MeasureTie>,
    plans: &AreaPlans,
    town: &dyn Fn(&str) -> String,
) -> Vec<TableCell> {
    let tied = tie.map(|tie| {
        [
            TableCell::text(&tie.code),
            TableCell::text(town(&tie.code)),
            TableCell::text(&tie.title),
            TableCell::text(submissions::standing(plans.standing(tie))),
        ]
    });
    let own = [&group.name, &measure.title].map(TableCell::text);
    own.into_iter().chain(tied.unwrap_or_default()).collect()
}

fn heads(year: Option<FiscalYear>) -> Vec<String> {
    let first = [
        submissions::group(),
        submissions::group_plans(),
        words::indicators(),
        words::as_wished(),
    ];
    let tones = Tone::ALL.iter().map(|tone| words::tone(*tone));
    let names = first.into_iter().chain(tones).map(str::to_owned);
    let budget = |year| [submissions::group_budget(year), words::written().to_owned()];
    names.chain(year.into_iter().flat_map(budget)).collect()
}

fn cells(group: &TownGroup, sum: &GroupSum, year: Option<FiscalYear>) -> Vec<TableCell> {
    let ratings = &sum.ratings;
    let share =
        |part: usize, whole: usize| TableCell::share(words::share(part, whole), part, whole);
    let count = |count: usize| TableCell::count(count.to_string(), count);
    let first = [
        TableCell::text(&group.name),
        share(sum.with_plan, sum.towns),
        count(ratings.total),
        share(ratings.as_wished, ratings.judged),
    ];
    let tones = Tone::ALL.iter();
    let tones = tones.map(|tone| count(ratings.tones.get(tone).copied().unwrap_or_default()));
    let money = |money| TableCell::number(number::grouped(money), money);
    let budget = year.map(|_| {
        let (amount, written) = sum.budget.unzip();
        [
            amount.map_or_else(TableCell::default, money),
            share(written.unwrap_or_default(), sum.with_plan),
        ]
    });
    let budget = budget.into_iter().flatten();
    first.into_iter().chain(tones).chain(budget).collect()
}
