//! 金額: the sheets' money added up, with repeats (計) and each once (純計).
//!
//! A [`Ledger`] is one side of one year: 決算額 of the year judged, or 予算額 of a year planned.
//! Every total, share and comparison is read off a ledger. Amounts are in 千円; a total too large for
//! an `i64` stays at the largest one.

mod compare;
mod differences;
mod entry;
mod ledger;
mod listed;
mod net;
mod printed;
mod shares;
mod total;
mod works;

pub use compare::{WorkChange, WorkMove, compare};
pub use differences::RepriseDifference;
pub use entry::{LedgerEntry, NetRule, Scope};
pub use ledger::{Edition, Ledger, sheet_total, total};
pub use listed::{ListedBy, Wanted, WorkGap, WorkKey, total_of};
pub use printed::{PrintedTotal, printed_totals};
pub use shares::Share;
pub use total::{Amount, Total};
pub use works::{ListedWork, works};
