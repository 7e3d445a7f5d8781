//! Layout and drawing of a diagram: columns side by side with curved arrows where there is room, else one below the other
//! with arrows at their left.

mod across;
mod down;
mod drawn;
mod lay_out;
mod layout;
mod path;
mod split;

pub use drawn::{arrows, diagram_picture};
pub use lay_out::lay_out;
pub use layout::DiagramLayout;
pub use path::UNIT;
pub use split::split;
