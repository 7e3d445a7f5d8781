//! Survey of a sheet of a form: joined cells, formulas, and the shape that typing does not change.

use super::address::{Address, JoinedArea};
use crate::workbook::read::{Met, NotRead, Pull};

/// Largest number of joined cells that are read.
const MOST_JOINED: usize = 65_536;

/// Result of a survey.
#[derive(Debug, Default)]
pub struct Survey {
    /// Joined cells, in order.
    pub joined: Vec<JoinedArea>,
    /// Cells with a formula, in order.
    pub formulas: Vec<Address>,
    /// Joined cells and widths of columns, as one text.
    pub shape: String,
}

/// Surveys a sheet.
pub fn survey(xml: &str) -> Result<Survey, NotRead> {
    let mut found = Survey::default();
    let mut pull = Pull::new(xml);
    let (mut row, mut column) = (0, 0);
    while let Some(met) = pull.next()? {
        let Met::Begin(tag) = met else { continue };
        match tag.name() {
            "col" => {
                let of = |name| tag.get(name).unwrap_or_default();
                let width = [&*of("min"), "-", &*of("max"), "=", &*of("width"), ";"];
                found.shape.push_str(&width.concat());
            }
            "row" => (row, column) = (tag.number("r").unwrap_or(row + 1), 0),
            "c" => {
                let said = tag.get("r").and_then(|text| text.parse::<Address>().ok());
                column = said.map_or(column, |at| at.column) + 1;
            }
            "f" if row > 0 && column > 0 => found.formulas.push(Address {
                row,
                column: column - 1,
            }),
            "mergeCell" => {
                if found.joined.len() == MOST_JOINED {
                    return Err(NotRead::TooLarge);
                }
                let area = tag.get("ref").and_then(|text| JoinedArea::read(&text));
                found.joined.extend(area);
            }
            _ => {}
        }
    }
    strategy::sort::by_key(&mut found.joined, |area| *area);
    strategy::sort::by_key(&mut found.formulas, |at| *at);
    for area in &found.joined {
        found.shape.push_str(&format!("{}:{};", area.from, area.to));
    }
    Ok(found)
}
