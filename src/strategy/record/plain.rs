//! Basic values: texts, numbers, lists, values by year, and optional values.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::Arc;

use rust_decimal::Decimal;
#[cfg(not(target_arch = "wasm32"))]
use serde_json::json;

#[cfg(not(target_arch = "wasm32"))]
use super::schema::Defs;
use super::{Expected, Fault, Held, Inside, List, Token, Value, ValuesByYear};
use crate::arithmetic::exact;
use crate::{FiscalYear, Id, Identified, Order};

impl Value for String {
    fn blank() -> Self {
        Self::new()
    }

    fn is_blank(&self) -> bool {
        self.is_empty()
    }

    fn expected(&self) -> Expected {
        Expected::Text
    }

    fn take(&mut self, token: Token<'_>) -> Result<(), Fault> {
        match token {
            Token::Text(text) => *self = text.to_owned(),
            _ => return Err(Fault::Kind),
        }
        Ok(())
    }

    fn held(&self) -> Held<'_> {
        Held::Text(self.into())
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(_: &mut Defs) -> serde_json::Value {
        json!({ "type": "string" })
    }
}

impl Value for Arc<str> {
    fn blank() -> Self {
        Self::default()
    }

    fn expected(&self) -> Expected {
        Expected::Text
    }

    fn take(&mut self, token: Token<'_>) -> Result<(), Fault> {
        match token {
            Token::Text(text) => *self = text.into(),
            _ => return Err(Fault::Kind),
        }
        Ok(())
    }

    fn held(&self) -> Held<'_> {
        Held::Text((&**self).into())
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(_: &mut Defs) -> serde_json::Value {
        json!({ "type": "string" })
    }
}

impl Value for bool {
    fn blank() -> Self {
        false
    }

    fn is_blank(&self) -> bool {
        !self
    }

    fn expected(&self) -> Expected {
        Expected::Truth
    }

    fn take(&mut self, token: Token<'_>) -> Result<(), Fault> {
        match token {
            Token::Truth(so) => *self = so,
            _ => return Err(Fault::Kind),
        }
        Ok(())
    }

    fn held(&self) -> Held<'_> {
        Held::Truth(*self)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(_: &mut Defs) -> serde_json::Value {
        json!({ "type": "boolean" })
    }
}

/// Reads a whole number, as it is written.
pub fn whole(token: Token<'_>) -> Result<i64, Fault> {
    match token {
        Token::Number(text) => text.parse().map_err(|_| Fault::Kind),
        _ => Err(Fault::Kind),
    }
}

macro_rules! whole {
    ($type:ty, $expected:expr, $($bounds:tt)*) => {
        impl Value for $type {
            fn blank() -> Self {
                0
            }

            fn is_blank(&self) -> bool {
                *self == 0
            }

            fn expected(&self) -> Expected {
                $expected
            }

            fn take(&mut self, token: Token<'_>) -> Result<(), Fault> {
                *self = whole(token)?.try_into().map_err(|_| Fault::Kind)?;
                Ok(())
            }

            fn held(&self) -> Held<'_> {
                Held::Whole((*self).into())
            }

            #[cfg(not(target_arch = "wasm32"))]
            fn schema(_: &mut Defs) -> serde_json::Value {
                json!({ "type": "integer", $($bounds)* })
            }
        }
    };
}

whole!(i64, Expected::Whole,);
whole!(u32, Expected::WholeFrom(0), "minimum": 0);
whole!(u8, Expected::WholeBetween(0, 255), "minimum": 0, "maximum": 255);

/// A year of the western calendar, 1 to 9999.
impl Value for i32 {
    fn blank() -> Self {
        1
    }

    fn expected(&self) -> Expected {
        Expected::WholeBetween(1, 9999)
    }

    fn take(&mut self, token: Token<'_>) -> Result<(), Fault> {
        let year = whole(token)?.try_into().ok();
        *self = year
            .filter(|year| (1..=9999).contains(year))
            .ok_or(Fault::Kind)?;
        Ok(())
    }

    fn held(&self) -> Held<'_> {
        Held::Whole((*self).into())
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(_: &mut Defs) -> serde_json::Value {
        json!({ "type": "integer", "minimum": 1, "maximum": 9999 })
    }
}

/// A number with all its digits: one that would have to be rounded is refused.
impl Value for Decimal {
    fn blank() -> Self {
        Self::ZERO
    }

    fn expected(&self) -> Expected {
        Expected::Decimal
    }

    fn take(&mut self, token: Token<'_>) -> Result<(), Fault> {
        let (Token::Text(text) | Token::Number(text)) = token else {
            return Err(Fault::Kind);
        };
        *self = exact(text).ok_or(Fault::Kind)?;
        Ok(())
    }

    fn held(&self) -> Held<'_> {
        Held::Exact(self.to_string().into())
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(_: &mut Defs) -> serde_json::Value {
        json!({ "type": "string" })
    }
}

impl Value for Order {
    fn blank() -> Self {
        Self::default()
    }

    fn is_blank(&self) -> bool {
        self.as_str().is_empty()
    }

    fn expected(&self) -> Expected {
        Expected::Order
    }

    fn take(&mut self, token: Token<'_>) -> Result<(), Fault> {
        let Token::Text(text) = token else {
            return Err(Fault::Kind);
        };
        *self = Self::parse(text).map_err(|_| Fault::Kind)?;
        Ok(())
    }

    fn held(&self) -> Held<'_> {
        Held::Exact(self.as_str().into())
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(_: &mut Defs) -> serde_json::Value {
        json!({ "type": "string" })
    }
}

impl<T: Identified> Value for Id<T> {
    fn blank() -> Self {
        Self::new(0)
    }

    fn expected(&self) -> Expected {
        Expected::Id(T::PREFIX)
    }

    fn take(&mut self, token: Token<'_>) -> Result<(), Fault> {
        let Token::Text(text) = token else {
            return Err(Fault::Kind);
        };
        let id = text.parse();
        *self = id.map_err(Fault::NotAnId)?;
        Ok(())
    }

    fn held(&self) -> Held<'_> {
        Held::Record((*self).into())
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(defs: &mut Defs) -> serde_json::Value {
        defs.named(
            &format!("Id_{}", T::PREFIX),
            "",
            |_| json!({ "type": "string", "pattern": format!("^{}(0|[1-9][0-9]*)$", T::PREFIX) }),
        )
    }
}

impl<V: Value> Value for Option<V> {
    fn blank() -> Self {
        None
    }

    fn is_blank(&self) -> bool {
        self.is_none()
    }

    fn expected(&self) -> Expected {
        match self {
            Some(value) => value.expected(),
            None => V::blank().expected(),
        }
    }

    fn take(&mut self, token: Token<'_>) -> Result<(), Fault> {
        match token {
            Token::Null => *self = None,
            _ => self.insert(V::blank()).take(token)?,
        }
        Ok(())
    }

    fn inside(&mut self) -> Inside<'_> {
        self.insert(V::blank()).inside()
    }

    fn held(&self) -> Held<'_> {
        self.as_ref().map_or(Held::Nothing, V::held)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(defs: &mut Defs) -> serde_json::Value {
        json!({ "anyOf": [V::schema(defs), { "type": "null" }] })
    }
}

impl<V: Value> List for Vec<V> {
    fn grow(&mut self) -> &mut dyn Value {
        let at = self.len();
        self.push(V::blank());
        &mut self[at]
    }

    fn all(&self) -> Vec<&dyn Value> {
        self.iter().map(|value| value as &dyn Value).collect()
    }
}

impl<V: Value> Value for Vec<V> {
    fn blank() -> Self {
        Self::new()
    }

    fn is_blank(&self) -> bool {
        self.is_empty()
    }

    fn expected(&self) -> Expected {
        Expected::List
    }

    fn inside(&mut self) -> Inside<'_> {
        self.clear();
        Inside::List(self)
    }

    fn held(&self) -> Held<'_> {
        Held::List(self)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(defs: &mut Defs) -> serde_json::Value {
        json!({ "type": "array", "items": V::schema(defs) })
    }
}

impl<V: Value> ValuesByYear for BTreeMap<FiscalYear, V> {
    fn grow(&mut self, year: FiscalYear) -> Option<&mut dyn Value> {
        match self.entry(year) {
            Entry::Vacant(entry) => Some(entry.insert(V::blank())),
            Entry::Occupied(_) => None,
        }
    }

    fn all(&self) -> Vec<(FiscalYear, &dyn Value)> {
        let each = self.iter();
        each.map(|(year, value)| (*year, value as &dyn Value))
            .collect()
    }
}

impl<V: Value> Value for BTreeMap<FiscalYear, V> {
    fn blank() -> Self {
        Self::new()
    }

    fn is_blank(&self) -> bool {
        self.is_empty()
    }

    fn expected(&self) -> Expected {
        Expected::Years
    }

    fn inside(&mut self) -> Inside<'_> {
        self.clear();
        Inside::Years(self)
    }

    fn held(&self) -> Held<'_> {
        Held::Years(self)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(defs: &mut Defs) -> serde_json::Value {
        json!({
            "type": "object",
            "patternProperties": { "^[1-9][0-9]{0,3}$": V::schema(defs) },
            "additionalProperties": false,
        })
    }
}
