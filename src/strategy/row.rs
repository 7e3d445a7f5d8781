//! A row of a table.

use super::{Id, Identified, Order};

/// A record with an id and a place among others.
pub trait Row: Identified + Sized {
    /// The kind it stands under.
    type Parent: Row;

    /// Its identity.
    fn id(&self) -> Id<Self>;
    /// The record it stands under.
    fn parent(&self) -> Id<Self::Parent>;
    /// True if another record is in the same list, so that their orders can be compared: under the same parent;
    /// measures also under the same heading, lines also on the same side.
    fn beside(&self, other: &Self) -> bool;
    /// Its place among its siblings.
    fn order(&self) -> &Order;
    /// Puts it under another record.
    fn set_parent(&mut self, parent: Id<Self::Parent>);
    /// Puts it elsewhere among its siblings.
    fn set_order(&mut self, order: Order);
}
