//! Marks that say what another cell says.

use strategy::{Figure, Missing};

/// True if a cell or a unit says what the one above or beside it says: 同上, 〃, 々.
pub(crate) fn is_ditto(text: &str) -> bool {
    Figure::read(text).missing() == Some(Missing::Ditto)
}
