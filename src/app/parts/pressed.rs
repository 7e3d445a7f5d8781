//! A mouse that is held over cells.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// Distance in px from the point of the press at which a held mouse begins to draw.
const FROM: i32 = 3;

/// Point where the mouse was pressed. A page that scrolls under a mouse held still draws no selection.
#[derive(Clone, Copy, Default)]
pub struct Pressed(StoredValue<Option<(i32, i32)>>);

impl Pressed {
    /// Takes note of a press.
    pub fn at(self, event: &MouseEvent) {
        self.0.set_value(Some((event.client_x(), event.client_y())));
    }

    /// True if the mouse is held and has left the point.
    pub fn draws(self, event: &MouseEvent) -> bool {
        if event.buttons() != 1 {
            self.0.set_value(None);
        }
        let far = |from: i32, to: i32| (to - from).abs() >= FROM;
        self.0
            .get_value()
            .is_some_and(|(x, y)| far(x, event.client_x()) || far(y, event.client_y()))
    }
}
