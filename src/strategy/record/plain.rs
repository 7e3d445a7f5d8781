//! Values of every day: texts, numbers, lists, values by year, and what may be missing.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use rust_decimal::Decimal;
#[cfg(not(target_arch = "wasm32"))]
use serde_json::json;

#[cfg(not(target_arch = "wasm32"))]
use super::schema::Defs;
use super::{Fault, Held, Inside, List, Token, Value, Years};
use crate::strategy::{FiscalYear, Id, NotAnId, Order, Record};

impl Value for String {
    fn blank() -> Self {
        Self::new()
    }

    fn is_blank(&self) -> bool {
        self.is_empty()
    }

    fn expected(&self) -> Cow<'static, str> {
        "文字列".into()
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
        Self::from("")
    }

    fn expected(&self) -> Cow<'static, str> {
        "文字列".into()
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

    fn expected(&self) -> Cow<'static, str> {
        "true か false".into()
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

/// A whole number, as it is written.
pub fn whole(token: Token<'_>) -> Result<i64, Fault> {
    match token {
        Token::Number(text) => text.parse().map_err(|_| Fault::Kind),
        _ => Err(Fault::Kind),
    }
}

macro_rules! whole {
    ($type:ty, $expected:literal, $($bounds:tt)*) => {
        impl Value for $type {
            fn blank() -> Self {
                0
            }

            fn is_blank(&self) -> bool {
                *self == 0
            }

            fn expected(&self) -> Cow<'static, str> {
                $expected.into()
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

whole!(i64, "整数",);
whole!(u32, "0以上の整数", "minimum": 0);
whole!(u8, "0から255までの整数", "minimum": 0, "maximum": 255);

/// A year of the western calendar, 1 to 9999.
impl Value for i32 {
    fn blank() -> Self {
        1
    }

    fn expected(&self) -> Cow<'static, str> {
        "1から9999までの整数".into()
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

/// A number with all its digits, or none: what would have to be rounded is refused.
impl Value for Decimal {
    fn blank() -> Self {
        Self::ZERO
    }

    fn expected(&self) -> Cow<'static, str> {
        "数を書いた文字列（小数は28桁まで）".into()
    }

    fn take(&mut self, token: Token<'_>) -> Result<(), Fault> {
        let (Token::Text(text) | Token::Number(text)) = token else {
            return Err(Fault::Kind);
        };
        let exact = Self::from_str_exact(text).or_else(|_| Self::from_scientific(text));
        *self = exact.map_err(|_| Fault::Kind)?;
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

    fn expected(&self) -> Cow<'static, str> {
        "「a0」のような並び順".into()
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

impl<T: Record> Value for Id<T> {
    fn blank() -> Self {
        Self::new(0)
    }

    fn expected(&self) -> Cow<'static, str> {
        format!("「{}1」のような番号", T::PREFIX).into()
    }

    fn take(&mut self, token: Token<'_>) -> Result<(), Fault> {
        let Token::Text(text) = token else {
            return Err(Fault::Kind);
        };
        let id = text.parse();
        *self = id.map_err(|why: NotAnId| Fault::Bad(why.to_string()))?;
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

    fn expected(&self) -> Cow<'static, str> {
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

    fn expected(&self) -> Cow<'static, str> {
        "[ ] で囲んだ並び".into()
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

impl<V: Value> Years for BTreeMap<FiscalYear, V> {
    fn grow(&mut self, year: FiscalYear) -> Option<&mut dyn Value> {
        if self.contains_key(&year) {
            return None;
        }
        Some(self.entry(year).or_insert_with(V::blank))
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

    fn expected(&self) -> Cow<'static, str> {
        "{ } で囲んだ、年度ごとの値".into()
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
