//! Money as the budget papers print it: whole thousands of yen, or a dash.

#[cfg(not(target_arch = "wasm32"))]
use super::record::schema::Defs;
use super::record::{Expected, Fault, Held, Token, Value, through_text, whole};

/// 金額 in 千円. A dash (`-`, `－`) is no amount: it adds nothing, and prints as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Money {
    /// An amount in 千円.
    Thousand(i64),
    /// No amount; the text on paper in its place.
    Blank(String),
}

impl Money {
    /// Returns its contribution to a total, in 千円.
    pub fn amount(&self) -> i64 {
        match self {
            Money::Thousand(n) => *n,
            Money::Blank(_) => 0,
        }
    }
}

impl Value for Money {
    fn blank() -> Self {
        Money::Thousand(0)
    }

    fn expected(&self) -> Expected {
        Expected::Money
    }

    fn take(&mut self, token: Token<'_>) -> Result<(), Fault> {
        *self = match token {
            Token::Text(text) => Money::Blank(text.to_owned()),
            _ => Money::Thousand(whole(token)?),
        };
        Ok(())
    }

    fn held(&self) -> Held<'_> {
        match self {
            Money::Thousand(amount) => Held::Whole(*amount),
            Money::Blank(text) => Held::Exact(text.into()),
        }
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(defs: &mut Defs) -> serde_json::Value {
        let about =
            "金額 in 千円. A dash (`-`, `－`) is no amount: it adds nothing, and prints as it was.";
        defs.named(
            "Money",
            about,
            |_| serde_json::json!({ "anyOf": [{ "type": "integer" }, { "type": "string" }] }),
        )
    }
}

through_text!(Money);
