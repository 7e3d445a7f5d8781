//! Parts the pages are put together from.

mod bound;
mod closed;
mod combo_box;
mod dialog;
mod each;
mod field;
mod file_place;
mod icon;
mod left;
pub mod parse_preview;
mod progressive;
mod rating_bar;
mod row_menu;
mod short;
mod status;
mod virtual_list;
mod ways;

pub use bound::{OneOf, OneOrNone, TextOf, options, text_of, writing};
pub use closed::{Closable, ClosedNotice, writes};
pub use combo_box::{ComboBox, DataList};
pub use dialog::{Dialog, open_while};
pub use each::Each;
pub use field::{Choice, Field, is_composing, pasted, read_only};
pub use file_place::FilePlace;
pub use icon::{Icon, IconName};
pub use left::{watch_pointer, when_left};
pub use parse_preview::{ParsePreview, ParsePreviewArea};
pub use progressive::progressive;
pub use rating_bar::{Rating, RatingBar, Stamp, ThinRatingBar};
pub use row_menu::{MenuItem, RowMenu};
pub use short::{Short, number};
pub use status::{GoalBadge, Status, tone_class};
pub use virtual_list::{Scroll, VirtualRows};
pub use ways::way;
