//! A figure as an office prints it, and what it says.

use std::fmt;
use std::sync::{Arc, OnceLock};

use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::reading;

/// 数値: the text exactly as printed (`1.20`, `272,000t-CO2`, `△40`, `集計中`, `↗`) and how it is read.
/// The text is never changed by reading; what cannot be read stays as text and asks to be checked.
/// It is read when somebody first asks: a file holds many more figures than a screen shows.
#[derive(Debug, Clone)]
pub struct Figure {
    text: Arc<str>,
    reading: OnceLock<Box<Reading>>,
    corrected: bool,
}

impl PartialEq for Figure {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
            && self.corrected == other.corrected
            && (!self.corrected || self.reading() == other.reading())
    }
}

/// What a printed figure says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Reading {
    /// A number, with everything that was said about it.
    Number(Number),
    /// No number, and why.
    Missing(Missing),
    /// A target without a number: only where it should go.
    Wish(Wish),
    /// 要確認: not understood; kept as text.
    Unread,
}

/// A number as printed, taken apart.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Number {
    /// The value, in `unit`. Digits as printed: 1.20 keeps its zero.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "String"))]
    #[serde(deserialize_with = "exact")]
    pub value: Decimal,
    /// The unit as printed, in half-width (`千人`, `%`, `t-CO2/年`); empty when the figure stands alone.
    /// 2,205千人 is 2205 in 千人; figures of several parts are in the plain unit: 2億396万円 is 203960000 in 円.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub unit: String,
    /// 約・以上・未満 …
    #[serde(default, skip_serializing_if = "Bound::is_exact")]
    pub bound: Bound,
    /// 約・程度・おおむね.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub about: bool,
    /// 累計・平均 …
    #[serde(default, skip_serializing_if = "Span::is_single")]
    pub span: Span,
    /// 速報・暫定・推計・見込.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provisional: Option<Provisional>,
    /// The year or month printed with the figure, in half-width.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<super::At>,
    /// What else was printed beside it (rank, rate, cumulative in brackets, notes), as text.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub aside: String,
}

/// How the number bounds the truth.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// The number itself.
    #[default]
    Exact,
    /// 以上.
    AtLeast,
    /// 超・上回る.
    MoreThan,
    /// 以下・以内.
    AtMost,
    /// 未満・下回る.
    LessThan,
    /// A range up to this value (20～30).
    To(
        #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "String"))]
        #[serde(deserialize_with = "exact")]
        Decimal,
    ),
    /// …台: from the value, below the next of its kind.
    Band,
}

impl Bound {
    fn is_exact(&self) -> bool {
        *self == Bound::Exact
    }
}

/// What stretch of time the number covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Span {
    /// 単年 or not said.
    #[default]
    Single,
    /// 累計.
    Cumulative,
    /// 期間平均・年平均.
    Average,
    /// 延べ.
    Total,
    /// 毎年・毎年度.
    EveryYear,
}

impl Span {
    fn is_single(&self) -> bool {
        *self == Span::Single
    }
}

/// How firm the number is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Provisional {
    /// 速報値.
    Flash,
    /// 暫定値.
    Interim,
    /// 推計値.
    Estimate,
    /// 見込値.
    Expected,
}

/// Why there is no number. A missing figure is not zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Missing {
    /// 未設定: nothing was written.
    Unset,
    /// 「－」: a dash, no reason given.
    Dash,
    /// 集計中.
    Counting,
    /// 未公表・公表予定.
    Unpublished,
    /// 調査なし・調査未実施.
    NotSurveyed,
    /// 中止・廃止.
    Stopped,
    /// 不明・把握できない.
    Unknown,
    /// 〃・同上: what the cell above says.
    Ditto,
}

/// A target that names a way, not a number.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Wish {
    /// ↗ 増加 アップ 現状値より増加.
    Up,
    /// ↘ 減少 ダウン.
    Down,
    /// → 維持 現状維持 横ばい.
    Keep,
    /// 現状値以上・維持または増加: not below the baseline.
    NotBelow,
    /// 現状値以下・維持または減少: not above the baseline.
    NotAbove,
    /// 前年度を上回る.
    AboveLastYear,
    /// 前年度を下回る.
    BelowLastYear,
    /// 全国平均以上・県平均を上回る: above another figure that moves too.
    AboveOthers,
    /// 全国平均以下・県平均を下回る: below another figure that moves too.
    BelowOthers,
    /// 現状値の1.5倍・半減 (0.5)・22％減少 (0.78): the baseline times this.
    Times(
        #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "String"))]
        #[serde(deserialize_with = "exact")]
        Decimal,
    ),
    /// 3ポイントの増加・5人減・毎年50億円の増加: the baseline plus this.
    Plus {
        /// How much more; less when negative.
        #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "String"))]
        #[serde(deserialize_with = "exact")]
        by: Decimal,
        /// Its unit as printed; empty when it stands alone.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        unit: String,
        /// 毎年・／年: so much more each year.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        yearly: bool,
    },
    /// 全員・全市町村: all there are.
    All,
    /// 定性評価・おおむね解消・◎・達成: words or a mark, no number to compare.
    Words,
}

impl Figure {
    /// Takes a printed text. Never fails: what is not understood is [`Reading::Unread`].
    pub fn read(text: &str) -> Self {
        Self {
            text: text.into(),
            reading: OnceLock::new(),
            corrected: false,
        }
    }

    /// The same text read as a person says it should be.
    pub fn corrected(text: &str, reading: Reading) -> Self {
        let read = Self::read(text);
        if *read.reading() == reading {
            return read;
        }
        Self {
            text: read.text,
            reading: OnceLock::from(Box::new(reading)),
            corrected: true,
        }
    }

    /// The text exactly as printed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What the text says.
    pub fn reading(&self) -> &Reading {
        self.reading
            .get_or_init(|| Box::new(reading::read(&self.text)))
    }

    /// The number, when there is one.
    pub fn number(&self) -> Option<&Number> {
        match self.reading() {
            Reading::Number(number) => Some(number),
            _ => None,
        }
    }

    /// The value of the number, when there is one.
    pub fn value(&self) -> Option<Decimal> {
        self.number().map(|n| n.value)
    }

    /// Why there is no number, when that was said.
    pub fn missing(&self) -> Option<Missing> {
        match self.reading() {
            Reading::Missing(why) => Some(*why),
            _ => None,
        }
    }

    /// 要確認: whether a person should look at how this was read.
    pub fn needs_check(&self) -> bool {
        *self.reading() == Reading::Unread
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// A number of a file with all its digits, or none: what would have to be rounded is refused.
fn exact<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Decimal, D::Error> {
    struct Digits;

    impl de::Visitor<'_> for Digits {
        type Value = Decimal;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("数を書いた文字列（小数は28桁まで）")
        }

        fn visit_str<E: de::Error>(self, text: &str) -> Result<Decimal, E> {
            Decimal::from_str_exact(text)
                .map_err(|_| E::invalid_value(de::Unexpected::Str(text), &self))
        }

        fn visit_i64<E>(self, number: i64) -> Result<Decimal, E> {
            Ok(number.into())
        }

        fn visit_u64<E>(self, number: u64) -> Result<Decimal, E> {
            Ok(number.into())
        }

        fn visit_f64<E: de::Error>(self, number: f64) -> Result<Decimal, E> {
            self.visit_str(&number.to_string())
        }
    }

    deserializer.deserialize_any(Digits)
}

/// In a file a figure is its text; with a correction, the text and how to read it.
#[derive(Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct Corrected {
    text: String,
    read_as: Reading,
}

impl Serialize for Figure {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.corrected {
            Corrected {
                text: self.text.to_string(),
                read_as: self.reading().clone(),
            }
            .serialize(serializer)
        } else {
            serializer.serialize_str(&self.text)
        }
    }
}

impl<'de> Deserialize<'de> for Figure {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Written)
    }
}

struct Written;

impl<'de> de::Visitor<'de> for Written {
    type Value = Figure;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("印刷されたとおりの文字列")
    }

    fn visit_str<E>(self, text: &str) -> Result<Figure, E> {
        Ok(Figure::read(text))
    }

    fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<Figure, A::Error> {
        let written = Corrected::deserialize(de::value::MapAccessDeserializer::new(map))?;
        let reading = match written.read_as {
            // From 7 to 3 is no range: a person looks at it.
            Reading::Number(n) if matches!(n.bound, Bound::To(upper) if upper < n.value) => {
                Reading::Unread
            }
            reading => reading,
        };
        Ok(Figure::corrected(&written.text, reading))
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl schemars::JsonSchema for Figure {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Figure".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let corrected = generator.subschema_for::<Corrected>();
        schemars::json_schema!({
            "description": "A figure as printed; with a correction, how to read it.",
            "anyOf": [{ "type": "string" }, corrected],
        })
    }
}
