//! 版のことば.

use super::text::version as text;
pub use super::text::version::*;

/// Stages offered as names.
pub fn usual() -> [&'static str; 4] {
    [
        text::usual_1(),
        text::usual_2(),
        text::usual_3(),
        text::usual_4(),
    ]
}
