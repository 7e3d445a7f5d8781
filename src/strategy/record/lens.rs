//! Paths from a record to a described field, or to a value within a field.

use super::Field;

/// A path from a `W` to a `V` within it.
pub trait Path<W, V>: Copy + Send + Sync + 'static {
    /// Returns the field of the whole through which the path leads.
    fn field(&self) -> Field;
    /// Returns the value; `None` if the path ends before.
    fn get<'a>(&self, whole: &'a W) -> Option<&'a V>;
    /// Returns the value at the end of the path, to change it.
    fn get_mut<'a>(&self, whole: &'a mut W) -> Option<&'a mut V>;
}

/// A described field of `W` that holds a `V`.
#[derive(Debug)]
pub struct Lens<W: 'static, V: 'static> {
    /// Description of the field.
    pub field: Field,
    /// Returns the value.
    pub get: fn(&W) -> &V,
    /// Returns the value of the field, to change it.
    pub get_mut: fn(&mut W) -> &mut V,
}

/// Path to one element of a list.
#[derive(Debug)]
pub struct Nth<W: 'static, V: 'static>(Lens<W, Vec<V>>, usize);

/// Path to an optional value that is present.
#[derive(Debug)]
pub struct Present<W: 'static, V: 'static>(Lens<W, Option<V>>);

/// Path to a field of the value at the end of another path.
#[derive(Debug)]
pub struct Then<P, V: 'static, U: 'static>(P, Lens<V, U>);

impl<W, V> Lens<W, V> {
    /// Returns the path to a field of the value in this field.
    pub const fn then<U>(self, field: Lens<V, U>) -> Then<Self, V, U> {
        Then(self, field)
    }
}

impl<W, V> Lens<W, Vec<V>> {
    /// Returns the path to a field of the element with this index.
    pub const fn nth<U>(self, index: usize, field: Lens<V, U>) -> Then<Nth<W, V>, V, U> {
        Then(Nth(self, index), field)
    }
}

impl<W, V> Lens<W, Option<V>> {
    /// Returns the path to a field of the value, if there is one.
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
