//! Money as the budget papers print it: whole thousands of yen, or a dash.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, de};

/// 金額 in 千円. A dash (`-`, `－`) is no amount: it adds nothing, and prints as it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(untagged)]
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

impl<'de> Deserialize<'de> for Money {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Amount)
    }
}

struct Amount;

impl de::Visitor<'_> for Amount {
    type Value = Money;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("千円単位の整数、または「-」などの文字列")
    }

    fn visit_i64<E>(self, n: i64) -> Result<Money, E> {
        Ok(Money::Thousand(n))
    }

    fn visit_u64<E: de::Error>(self, n: u64) -> Result<Money, E> {
        let too_large = |_| E::invalid_value(de::Unexpected::Unsigned(n), &self);
        i64::try_from(n).map(Money::Thousand).map_err(too_large)
    }

    fn visit_str<E>(self, text: &str) -> Result<Money, E> {
        Ok(Money::Blank(text.to_owned()))
    }
}

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
