//! 根拠のことば.

pub use super::text::ground::*;

use super::{alignment, model};
use insight::Numbers;
use strategy::*;

/// Returns the record that cites a ground, by its number and name: 「施策1-2 …」.
pub fn citing(s: &Strategy, numbers: &Numbers, one: AnyId) -> Option<String> {
    let id = one.number;
    Some(match one.kind {
        Kind::Section => model::brief(model::named(&s.sections.get(Id::new(id))?.title)),
        Kind::Goal => {
            let goal = s.goals.get(Id::new(id))?;
            alignment::goal(&numbers.goal(goal.id), model::named(&goal.title))
        }
        Kind::Measure => {
            let measure = s.measures.get(Id::new(id))?;
            let code = numbers.code_of(measure.id);
            alignment::measure(&code, model::named(&measure.title))
        }
        Kind::Indicator => {
            let indicator = s.indicators.get(Id::new(id))?;
            indicator_named(model::brief(model::named(&indicator.name)))
        }
        _ => return None,
    })
}
