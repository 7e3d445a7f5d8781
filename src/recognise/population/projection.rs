//! A sheet read as a projection.

use super::checks::{Differs, checks};
use super::code::{Municipality, municipality};
use super::figures::{NotProjection, PersonTable};
use super::heads::{Sex, heads};
use format::tsv::parted;
use strategy::{Projection, ProjectionYear, half_width, sort};

/// A projection that was read, and what does not agree in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadProjection {
    /// The projection, as it is printed.
    pub projection: Projection,
    /// Sums that do not agree with what they add up.
    pub differs: Vec<Differs>,
}

/// Reads the text of a sheet (tabs between cells) or of a CSV file as the projection of a municipality. `sheet` is the title of
/// the sheet, which names the municipality where the cells do not.
pub fn projection(
    text: &str,
    sheet: &str,
    town: &Municipality,
) -> Result<ReadProjection, NotProjection> {
    let mark = if text.contains('\t') { '\t' } else { ',' };
    let rows = parted(text.trim_start_matches('\u{feff}'), mark);
    let (top, blocks) = heads(&rows).ok_or(NotProjection::OtherForm)?;
    let (printed, name) = town_of(&rows[..top], sheet).ok_or(NotProjection::NoTown)?;
    let five = municipality(&printed).unwrap_or_default();
    // The workbooks have codes of five digits: of a plan without a name, they count as they stand.
    let is_unnamed = town.name.is_empty() && town.code.as_ref().is_none_or(|own| *own == five);
    if !is_unnamed && !town.has(&printed, &name) {
        return Err(NotProjection::OtherTown { code: five, name });
    }
    let code = town.code.clone().unwrap_or(five);
    let of = |sex| {
        let mut blocks = blocks.iter();
        let block = blocks.find(|block| block.sex == sex);
        let block = block.ok_or(NotProjection::NoBlock(sex))?;
        PersonTable::read(&rows, top, block)
    };
    let (both, men, women) = (of(Sex::Both)?, of(Sex::Men)?, of(Sex::Women)?);
    for (sex, table) in [(Sex::Men, &men), (Sex::Women, &women)] {
        if table.years != both.years {
            return Err(NotProjection::OtherYears(sex));
        }
        for (age, _) in &both.bands {
            if !table.bands.iter().any(|(own, _)| own == age) {
                return Err(NotProjection::NoBand(sex, age.first));
            }
        }
    }
    let projection = Projection {
        name,
        code,
        title: title(&rows[..top]),
        years: (0..both.years.len())
            .map(|at| year(&both, &men, &women, at))
            .collect(),
        ..Projection::default()
    };
    Ok(ReadProjection {
        differs: checks(&both, &men, &women),
        projection,
    })
}

/// The code as it is printed and the name of the municipality: in the rows above the heads, else in the title of the sheet. A
/// number before anything but a name is no code: 「2023　年推計」.
fn town_of(rows: &[Vec<String>], sheet: &str) -> Option<(String, String)> {
    let pair = |code: &str, name: &str| {
        let name = name.trim();
        let is_place = name.ends_with(['市', '区', '町', '村', '都', '道', '府', '県', '域']);
        let is_code = municipality(code).is_some();
        (is_place && is_code).then(|| (code.trim().to_owned(), name.to_owned()))
    };
    let in_one = |cell: &str| {
        let plain = half_width(cell.trim());
        let end = plain.find(|c: char| !c.is_ascii_digit())?;
        let (code, name) = plain.split_at(end);
        pair(code, name.trim_matches([' ', '_', '-', ':', '　']))
    };
    let in_cells = |cells: &Vec<String>| {
        let filled = cells.iter().map(|cell| cell.trim());
        let filled: Vec<&str> = filled.filter(|cell| !cell.is_empty()).collect();
        let mut pairs = filled.windows(2);
        let beside = pairs.find_map(|two| pair(two[0], two[1]));
        beside.or_else(|| filled.iter().find_map(|cell| in_one(cell)))
    };
    rows.iter().find_map(in_cells).or_else(|| in_one(sheet))
}

/// The title: the first long text.
fn title(rows: &[Vec<String>]) -> String {
    let mut cells = rows.iter().flatten().map(|cell| cell.trim());
    let long = cells.find(|cell| cell.chars().count() > 8);
    long.unwrap_or_default().to_owned()
}

fn year(both: &PersonTable, men: &PersonTable, women: &PersonTable, at: usize) -> ProjectionYear {
    let by_age = |table: &PersonTable| {
        let mut bands: Vec<_> = table.bands.iter().collect();
        sort::by_key(&mut bands, |(age, _)| *age);
        bands.iter().map(|(_, figures)| figures[at]).collect()
    };
    ProjectionYear {
        year: both.years[at],
        total: both.total[at],
        children: both.printed(0, Some(14), at),
        working: both.printed(15, Some(64), at),
        elderly: both.printed(65, None, at),
        oldest: both.printed(75, None, at),
        men: by_age(men),
        women: by_age(women),
    }
}
