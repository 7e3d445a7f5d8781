//! A row of a table.

use super::{Id, Identified, Order};

/// A record with an id and a place among its siblings.
pub trait Row: Identified + Sized {
    /// Kind of its parent.
    type Parent: Row;

    /// Returns the id.
    fn id(&self) -> Id<Self>;
    /// Returns the id of its parent.
    fn parent(&self) -> Id<Self::Parent>;
    /// True if another record is in the same list, so that their orders can be compared: under the same parent;
    /// measures also under the same heading, lines also on the same side.
    fn beside(&self, other: &Self) -> bool;
    /// Returns its place among its siblings.
    fn order(&self) -> &Order;
    /// Puts it under another record.
    fn set_parent(&mut self, parent: Id<Self::Parent>);
    /// Puts it elsewhere among its siblings.
    fn set_order(&mut self, order: Order);
}
