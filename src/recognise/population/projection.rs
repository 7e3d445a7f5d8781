//! A sheet read as a projection.

use super::checks::{Differs, checks};
use super::code::{Municipality, municipality};
use super::figures::{NotProjection, Table};
use super::heads::{Sex, heads};
use format::tsv::parted;
use strategy::{Projection, ProjectionYear, sort};

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
    let (code, name) = town_of(&rows[..top], sheet).ok_or(NotProjection::NoTown)?;
    if town.code.as_ref().is_some_and(|own| *own != code) {
        return Err(NotProjection::OtherTown { code, name });
    }
    let of = |sex| {
        let mut blocks = blocks.iter();
        let block = blocks.find(|block| block.sex == sex);
        let block = block.ok_or(NotProjection::NoBlock(sex))?;
        Table::read(&rows, top, block)
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

/// The code and name of the municipality: in the rows above the heads, else in the title of the sheet.
fn town_of(rows: &[Vec<String>], sheet: &str) -> Option<(String, String)> {
    let pair = |cells: &[String]| {
        let filled: Vec<&str> = cells.iter().map(|cell| cell.trim()).collect();
        let mut pairs = filled.windows(2).filter(|pair| !pair[1].is_empty());
        pairs.find_map(|pair| Some((municipality(pair[0])?, pair[1].to_owned())))
    };
    rows.iter().find_map(|cells| pair(cells)).or_else(|| {
        let (code, name) = sheet.split_once('_')?;
        Some((municipality(code)?, name.trim().to_owned()))
    })
}

/// The title: the first long text.
fn title(rows: &[Vec<String>]) -> String {
    let mut cells = rows.iter().flatten().map(|cell| cell.trim());
    let long = cells.find(|cell| cell.chars().count() > 8);
    long.unwrap_or_default().to_owned()
}

fn year(both: &Table, men: &Table, women: &Table, at: usize) -> ProjectionYear {
    let by_age = |table: &Table| {
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
