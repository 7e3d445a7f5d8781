//! The way from a record to a described field, or to one within what a field holds.

use super::Field;

/// A way from a `W` to a `V` within it.
pub trait Path<W, V>: Copy + Send + Sync + 'static {
    /// The field of the whole through which the way leads.
    fn field(&self) -> Field;
    /// Returns the value; `None`: the path ends before.
    fn get<'a>(&self, whole: &'a W) -> Option<&'a V>;
    /// The same, to be changed.
    fn get_mut<'a>(&self, whole: &'a mut W) -> Option<&'a mut V>;
}

/// A described field of `W` that holds a `V`.
#[derive(Debug)]
pub struct Lens<W: 'static, V: 'static> {
    /// The description.
    pub field: Field,
    /// Returns the value.
    pub get: fn(&W) -> &V,
    /// The same, to be changed.
    pub get_mut: fn(&mut W) -> &mut V,
}

/// One element of a list.
#[derive(Debug)]
pub struct Nth<W: 'static, V: 'static>(Lens<W, Vec<V>>, usize);

/// A value that may be missing, where it is there.
#[derive(Debug)]
pub struct Present<W: 'static, V: 'static>(Lens<W, Option<V>>);

/// A field of what stands at the end of a way.
#[derive(Debug)]
pub struct Then<P, V: 'static, U: 'static>(P, Lens<V, U>);

impl<W, V> Lens<W, V> {
    /// A field of what it holds.
    pub const fn then<U>(self, field: Lens<V, U>) -> Then<Self, V, U> {
        Then(self, field)
    }
}

impl<W, V> Lens<W, Vec<V>> {
    /// A field of the element with this index.
    pub const fn nth<U>(self, index: usize, field: Lens<V, U>) -> Then<Nth<W, V>, V, U> {
        Then(Nth(self, index), field)
    }
}

impl<W, V> Lens<W, Option<V>> {
    /// A field of the value, where there is one.
    pub const fn present<U>(self, field: Lens<V, U>) -> Then<Present<W, V>, V, U> {
        Then(Present(self), field)
    }
}

impl<W, V> Path<W, V> for Lens<W, V> {
    fn field(&self) -> Field {
        self.field
    }

    fn get<'a>(&self, whole: &'a W) -> Option<&'a V> {
        Some((self.get)(whole))
    }

    fn get_mut<'a>(&self, whole: &'a mut W) -> Option<&'a mut V> {
        Some((self.get_mut)(whole))
    }
}

impl<W, V> Path<W, V> for Nth<W, V> {
    fn field(&self) -> Field {
        self.0.field
    }

    fn get<'a>(&self, whole: &'a W) -> Option<&'a V> {
        (self.0.get)(whole).get(self.1)
    }

    fn get_mut<'a>(&self, whole: &'a mut W) -> Option<&'a mut V> {
        (self.0.get_mut)(whole).get_mut(self.1)
    }
}

impl<W, V> Path<W, V> for Present<W, V> {
    fn field(&self) -> Field {
        self.0.field
    }

    fn get<'a>(&self, whole: &'a W) -> Option<&'a V> {
        (self.0.get)(whole).as_ref()
    }

    fn get_mut<'a>(&self, whole: &'a mut W) -> Option<&'a mut V> {
        (self.0.get_mut)(whole).as_mut()
    }
}

impl<W, V, U, P: Path<W, V>> Path<W, U> for Then<P, V, U> {
    fn field(&self) -> Field {
        self.0.field()
    }

    fn get<'a>(&self, whole: &'a W) -> Option<&'a U> {
        self.0.get(whole).map(self.1.get)
    }

    fn get_mut<'a>(&self, whole: &'a mut W) -> Option<&'a mut U> {
        self.0.get_mut(whole).map(self.1.get_mut)
    }
}

impl<W, V> Clone for Lens<W, V> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<W, V> Copy for Lens<W, V> {}

impl<W, V> Clone for Nth<W, V> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<W, V> Copy for Nth<W, V> {}

impl<W, V> Clone for Present<W, V> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<W, V> Copy for Present<W, V> {}

impl<P: Copy, V, U> Clone for Then<P, V, U> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<P: Copy, V, U> Copy for Then<P, V, U> {}
