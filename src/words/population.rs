//! 人口の見通しのことば.

use super::number::{grouped, percent};
pub use super::text::population::*;
use super::text::{marks, population as text};
use super::year::YearForms;

use insight::population::{AGE_GROUPS, AgeGroup, Assumption, YearPopulation, at_year, halved_in};
use recognise::population::{Age, Differs, NotProjection, NotRegister, Sex, SumOf};
use strategy::{FiscalYear, Projection, Scenario};

/// 「R32の総人口は5,120人の見込み（R2の58.3％）」: for the last year, by the projection.
pub fn headline(years: &[YearPopulation]) -> String {
    let (Some(first), Some(last)) = (years.first(), years.last()) else {
        return text::title().to_owned();
    };
    let persons = last.group(AgeGroup::All);
    let share = insight::population::share_of(persons, first.group(AgeGroup::All));
    match share {
        Some(share) => text::headline(
            last.year.short(),
            grouped(persons),
            first.year.short(),
            percent(share),
        ),
        None => text::title().to_owned(),
    }
}

/// Returns why a sheet is not read, with the file, the sheet and a way out.
pub fn not_read(file: &str, sheet: &str, why: &NotProjection) -> String {
    let why = match why {
        NotProjection::OtherForm => text::other_form().to_owned(),
        NotProjection::NoBlock(sex) => text::no_block(sex_word(*sex)),
        NotProjection::NoBand(sex, age) => text::no_band(sex_word(*sex), age),
        NotProjection::NoTotal => text::no_total().to_owned(),
        NotProjection::OtherYears(sex) => text::other_years(sex_word(*sex)),
        NotProjection::NoNumber {
            row,
            head,
            year,
            text,
        } => text::no_number(row, head, year.short(), text),
        NotProjection::OtherTown { code, name } => text::other_town(name, code),
        NotProjection::NoTown => text::no_town().to_owned(),
    };
    match sheet {
        "" => text::in_file(file, why),
        sheet => text::in_sheet(file, sheet, why),
    }
}

/// Returns why a file is not read as 住民基本台帳人口.
pub fn not_register(why: &NotRegister) -> String {
    match why {
        NotRegister::OtherForm => text::register_other_form().to_owned(),
        NotRegister::OtherAges => text::register_other_ages().to_owned(),
        NotRegister::NoTown => text::register_no_town().to_owned(),
        NotRegister::UnsureCode => text::register_unsure_code().to_owned(),
        NotRegister::NoDay(row, day) => text::register_no_day(row, day),
    }
}

/// Says that the file has no sheet of the town.
pub fn no_sheet_of(file: &str, town: &str) -> String {
    let town = match town {
        "" => text::own_town(),
        town => town,
    };
    text::in_file(file, text::no_sheet(town))
}

fn sex_word(sex: Sex) -> &'static str {
    match sex {
        Sex::Both => text::both(),
        Sex::Men => text::men(),
        Sex::Women => text::women(),
    }
}

/// Reports a sum that does not agree.
pub fn differs_line(differs: &Differs) -> String {
    let year = differs.year.short();
    let figure = |persons: u64| grouped(i64::try_from(persons).unwrap_or(i64::MAX));
    let (printed, sum) = (figure(differs.printed), figure(differs.sum));
    let age = |age: Age| ages_of(age.first, age.last);
    match differs.of {
        SumOf::Ages(sex) => text::differs_ages(year, sex_word(sex), printed, sum),
        SumOf::Sexes(of) => text::differs_sexes(year, age(of), printed, sum),
        SumOf::Group(of) => text::differs_group(year, age(of), printed, sum),
    }
}

/// 「15～24歳」「90歳以上」.
pub fn ages_of(first: u32, last: Option<u32>) -> String {
    match last {
        Some(last) => text::ages(first, last),
        None => text::ages_open(first),
    }
}

/// Name of an assumption.
pub fn assumption(one: Assumption) -> String {
    match one {
        Assumption::Kept(group) => match AGE_GROUPS.get(group) {
            Some((first, last)) => text::ages(first, last),
            None => String::new(),
        },
        Assumption::Births => text::births_each().to_owned(),
        Assumption::Households => text::households().to_owned(),
        Assumption::Infants => text::infants().to_owned(),
        Assumption::Pupils => text::pupils().to_owned(),
    }
}

/// Unit of an assumption.
pub fn unit_of(one: Assumption) -> &'static str {
    match one {
        Assumption::Kept(_) | Assumption::Births => text::percent_sign(),
        Assumption::Households => text::families(),
        Assumption::Infants | Assumption::Pupils => text::persons(),
    }
}

/// Returns the assumptions of a 試算, in a line.
pub fn assumed(scenario: &Scenario) -> String {
    assumed_with(scenario, YearForms::short)
}

fn assumed_with(scenario: &Scenario, year: fn(FiscalYear) -> String) -> String {
    let mut all = Vec::new();
    for (group, (first, last)) in AGE_GROUPS.into_iter().enumerate() {
        let percent = Assumption::Kept(group).of(scenario);
        let age = text::ages(first, last);
        match percent {
            0 => {}
            1.. => all.push(text::assumed_kept(age, percent)),
            _ => all.push(text::assumed_lost(age, percent.unsigned_abs())),
        }
    }
    match scenario.births {
        0 => {}
        1.. => all.push(text::assumed_births(scenario.births)),
        births => all.push(text::assumed_fewer(births.unsigned_abs())),
    }
    if scenario.households > 0 {
        all.push(text::assumed_families(scenario.households));
    }
    if all.is_empty() {
        return text::assumed_nothing().to_owned();
    }
    all.insert(0, text::assumed_from(year(scenario.from)));
    all.join(marks::list())
}

/// Returns sentences about a year: of the projection (`base`), and of the shown data.
pub fn sentences(
    base: &[YearPopulation],
    shown: &[YearPopulation],
    year: FiscalYear,
) -> Vec<String> {
    let (Some(first), Some(last)) = (base.first(), base.last()) else {
        return Vec::new();
    };
    let of = |years: &[YearPopulation], group| at_year(years, group, year);
    let mut all = Vec::new();
    let short = year.short();
    if let (Some(persons), Some(expected)) = (of(shown, AgeGroup::All), of(base, AgeGroup::All)) {
        let more = persons.saturating_sub(expected);
        all.push(match more {
            0 => text::will_be(&short, grouped(persons)),
            1.. => text::will_be_more(&short, grouped(persons), grouped(more)),
            _ => text::will_be_fewer(&short, grouped(persons), grouped(-more)),
        });
        if let Some(elderly) = of(shown, AgeGroup::Elderly)
            && let Some(share) = insight::population::share_of(elderly, persons)
        {
            all.push(text::elderly_will_be(
                &short,
                grouped(elderly),
                percent(share),
            ));
        }
    }
    if let Some(pupils) = of(shown, AgeGroup::Pupils) {
        let before = grouped(first.group(AgeGroup::Pupils));
        all.push(text::pupils_will_be(
            &short,
            grouped(pupils),
            first.year.short(),
            before,
        ));
    }
    all.push(match halved_in(shown) {
        Some(year) => text::halved(year.short(), first.year.short()),
        None => text::not_halved(last.year.short(), first.year.short()),
    });
    all
}

/// Returns the reason of a target, as it is written into the plan. `scenario` is `None` for the projection itself.
pub fn aim_reason(
    projection: &Projection,
    scenario: Option<&Scenario>,
    year: FiscalYear,
) -> String {
    let source = text::source_short(&projection.title);
    let is_published = projection.year(year).is_some();
    // A plan holds years in 和暦, whatever the device shows.
    let in_plan = year.wareki_short();
    match (scenario, is_published) {
        (None, true) => text::reason_without(source, in_plan),
        (None, false) => text::reason_without_between(source, in_plan),
        (Some(one), true) => text::reason(&one.name, assumed_in_plan(one), in_plan, source),
        (Some(one), false) => {
            text::reason_between(&one.name, assumed_in_plan(one), in_plan, source)
        }
    }
}

fn assumed_in_plan(scenario: &Scenario) -> String {
    assumed_with(scenario, FiscalYear::wareki_short)
}
