//! Parts the pages are put together from.

mod attempt;
mod bound;
mod card_rows;
mod closed;
mod combo_box;
mod dialog;
mod drop_zone;
mod each;
mod edge_scroll;
mod edges;
mod field;
mod field_grid;
mod file_button;
mod file_place;
mod filter_options;
mod fix_button;
mod followed_pointer;
mod grid_tools;
mod icon;
mod icon_button;
mod labelled_input;
mod left;
mod menu;
mod narrow_choices;
mod one_of_two;
pub mod parse_preview;
mod pressed;
mod progressive;
mod rating_bar;
mod row_menu;
mod scroll_table;
mod short;
mod show_more;
mod site_preview;
mod status;
mod table_selection;
mod tick;
mod virtual_list;
mod ways;
mod year_choice;

pub use attempt::{Attempt, Failure};
pub use bound::{OneOf, OneOrNone, TextOf, options, text_of, writing};
pub use card_rows::CardRows;
pub use closed::{Closable, ClosedNotice, writes};
pub use combo_box::{ComboBox, DataList};
pub use dialog::{Dialog, open_while};
pub use drop_zone::{drop_zone, folder_zone};
pub use each::{ByNumber, Each};
pub use edge_scroll::EdgeScroll;
pub use edges::Edges;
pub use field::{Choice, Field, is_composing, pasted, put_block, read_only};
pub use field_grid::{
    Act, CellField, CellPlace, FieldCells, FieldGrid, FieldGridFoot, FieldGridOnDemand,
    FieldGridTools, GridHost,
};
pub use file_button::FileButton;
pub use file_place::FilePlace;
pub use filter_options::{
    Options, at, filter_choice, goal_options, owner_key, owner_options, place_in, with_all,
};
pub use fix_button::fix_button;
pub use followed_pointer::follow_pointer;
pub use grid_tools::{
    ColumnChoices, ColumnEdge, ColumnHandle, FindBar, FindQuery, GridCommands, GridMenu, LongBlock,
    LongBlockQuestion, SharedCommands, full_widths, width_of_texts,
};
pub use icon::{Icon, IconName};
pub use icon_button::{IconButton, removable_chip};
pub use labelled_input::{ChangeInput, FormInput};
pub use left::{watch_pointer, when_left};
pub use menu::{MenuAt, MenuItem, MenuList, RIGHT, WindowPoint};
pub use narrow_choices::NarrowChoices;
pub use one_of_two::one_of_two;
pub use parse_preview::{ParsePreview, ParsePreviewArea};
pub use pressed::Pressed;
pub use progressive::progressive;
pub use rating_bar::{Rating, RatingBar, Stamp, ThinRatingBar, show_stamp};
pub use row_menu::RowMenu;
pub use scroll_table::{ScrollTable, column_heads};
pub use short::{Short, number};
pub use show_more::ShowMore;
pub use site_preview::{PageMaker, SitePreview};
pub use status::{GoalBadge, Status, tone_class};
pub use table_selection::{ReadTable, when_copied};
pub use tick::{Tick, tick_of};
pub use virtual_list::{RefilledRows, Scroll, Slot, VirtualRows, reveal_row};
pub use ways::way;
pub use year_choice::YearChoice;
