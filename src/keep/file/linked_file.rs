//! The file that is the place of an open strategy.

use super::place::FilePlace;
use crate::news::FileState;
use browser::Timer;

/// The file of an open strategy.
pub(crate) struct LinkedFile {
    /// Its place.
    pub place: FilePlace,
    /// Its state.
    pub state: FileState,
    /// Number of edits in the strategy that the file holds; `None`: not known.
    pub seq: Option<u64>,
    /// Saves into it soon.
    pub timer: Option<Timer>,
    /// Saving into it now.
    pub busy: bool,
}
