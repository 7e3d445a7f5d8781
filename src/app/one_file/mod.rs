//! The strategy in one file: handing it over, and opening a received one.

mod card;
mod filled;
mod page;
mod panel;

pub use card::CarriedCard;
pub use filled::filled;
pub use page::{Purpose, delivered};
pub use panel::{OneFileButton, OneFilePanel, hand_over_to_write};
