//! キー操作の一覧のことば.

use super::text::help as text;
pub use super::text::help::*;

/// Keys that belong to one place.
pub fn places() -> [(&'static str, Vec<(&'static str, &'static str)>); 4] {
    [
        (
            text::places_1(),
            vec![
                (text::places_2(), "Enter"),
                (text::places_3(), "Esc"),
                (text::places_4(), "Tab"),
            ],
        ),
        (
            text::places_5(),
            vec![
                (text::places_6(), "Enter"),
                (text::places_7(), "Alt + ↑ / Alt + ↓"),
                (text::places_8(), "Alt + ← / Alt + →"),
            ],
        ),
        (
            text::places_9(),
            vec![
                (text::places_10(), text::places_11()),
                (text::places_12(), text::places_13()),
                (text::places_14(), "F2"),
                (text::places_15(), "Ctrl + C / Ctrl + V"),
                (text::places_16(), "Ctrl + D"),
                (text::places_17(), "Esc"),
            ],
        ),
        (
            text::places_18(),
            vec![
                (text::places_19(), text::places_20()),
                (text::places_21(), text::places_22()),
                (text::places_23(), "Ctrl + C / Ctrl + V"),
                (text::places_24(), "Ctrl + D"),
                (text::places_25(), "Delete"),
                (text::places_26(), "Shift + F2"),
            ],
        ),
    ]
}
