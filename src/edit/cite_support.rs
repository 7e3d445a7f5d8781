//! 活用する支援: an initiative draws on a support, or no longer does.

use super::{Edit, Field, Refusal, set};
use strategy::*;

/// Has an initiative cite a support, last of its own, or cite it no more.
pub fn cite_support(
    strategy: &Strategy,
    initiative: Id<Initiative>,
    support: Id<Support>,
    cites: bool,
) -> Result<Edit, Refusal> {
    set(
        strategy,
        initiative,
        Field::Supports,
        |one: &mut Initiative| {
            one.supports.retain(|it| *it != support);
            if cites {
                one.supports.push(support);
            }
        },
    )
}
