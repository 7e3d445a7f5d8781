//! Parts the pages are put together from.

mod bound;
mod closed;
mod combo;
mod dialog;
mod each;
mod field;
mod gradual;
mod icon;
mod left;
mod rating_bar;
pub mod read_back;
mod row_menu;
mod short;
mod status;
mod virtual_list;

pub use bound::{OneOf, OneOrNone, TextOf, options, text_of, writing};
pub use closed::{Closable, ClosedNotice, writes};
pub use combo::{Combo, Words};
pub use dialog::Dialog;
pub use each::Each;
pub use field::{Choice, Field, is_composing, pasted, reading};
pub use gradual::gradually;
pub use icon::{Icon, Mark};
pub use left::{watch_pointer, when_left};
pub use rating_bar::{Rating, RatingBar, Stamp, ThinRatingBar};
pub use read_back::{ReadBack, Reading};
pub use row_menu::{MenuItem, RowMenu};
pub use short::{Short, number};
pub use status::{GoalBadge, Status, tone_class};
pub use virtual_list::{Scroll, VirtualRows};
