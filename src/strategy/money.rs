//! Money as the budget papers print it: whole thousands of yen, or a dash.

use std::borrow::Cow;
use std::fmt;

#[cfg(not(target_arch = "wasm32"))]
use super::record::schema::Defs;
use super::record::{Fault, Held, Token, Value, through_text, whole};

/// 金額 in 千円. A dash (`-`, `－`) is no amount: it adds nothing, and prints as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Money {
    /// So many 千円.
    Thousand(i64),
    /// No amount; what the paper shows instead.
    Blank(String),
}

impl Money {
    /// What it adds to a total, in 千円.
    pub fn amount(&self) -> i64 {
        match self {
            Money::Thousand(n) => *n,
            Money::Blank(_) => 0,
        }
    }
}

impl fmt::Display for Money {
    /// 272,000; minus as △.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Money::Thousand(n) => f.write_str(&grouped(*n)),
            Money::Blank(text) => f.write_str(text),
        }
    }
}

impl Value for Money {
    fn blank() -> Self {
        Money::Thousand(0)
    }

    fn expected(&self) -> Cow<'static, str> {
        "千円単位の整数、または「-」などの文字列".into()
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

/// An integer with commas every three digits, minus as △.
pub fn grouped(n: i64) -> String {
    let digits = n.unsigned_abs().to_string();
    let mut out = String::with_capacity(digits.len() * 4 / 3 + 3);
    if n < 0 {
        out.push('△');
    }
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_commas_and_triangles() {
        for (n, text) in [
            (0, "0"),
            (999, "999"),
            (1000, "1,000"),
            (-1234567, "△1,234,567"),
            (i64::MIN, "△9,223,372,036,854,775,808"),
        ] {
            assert_eq!(grouped(n), text);
        }
    }
}
