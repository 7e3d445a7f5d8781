//! Moving codes: a table shows its file on the screen, and the facilitator's camera takes it in. Never the only way.

mod show;
mod take;

use leptos::prelude::*;

pub use show::ShowCodes;
pub use take::TakeCodes;

/// Handler for a file that came through the camera.
#[derive(Clone, Copy)]
pub struct Arrived(pub Callback<Vec<u8>>);
