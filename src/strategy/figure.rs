//! A figure as an office prints it, and what it says.

use std::borrow::Cow;
use std::fmt;
use std::sync::{Arc, OnceLock};

use super::reading;
#[cfg(not(target_arch = "wasm32"))]
use super::record::schema::Defs;
use super::record::{
    Fault, Field, Held, Inside, Members, Token, Value, choice, described, field, through_text,
    words,
};
use rust_decimal::Decimal;

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
#[derive(Debug, Clone, PartialEq)]
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

choice! {
    Reading: Reading::Unread;
    words { Unread = "unread" as "要確認", }
    values {
        Number(Number) = "number" as "数値", Missing(Missing) = "missing" as "値なし",
        Wish(Wish) = "wish" as "方向のみ",
    }
    fields {}
}

described! {
    /// A number as printed, taken apart.
    pub struct Number {
        /// The value, in `unit`. Digits as printed: 1.20 keeps its zero.
        Must Open value: Decimal as "値" with Figure,
        /// The unit as printed, in half-width (`千人`, `%`, `t-CO2/年`); empty when the figure stands alone.
        /// 2,205千人 is 2205 in 千人; figures of several parts are in the plain unit: 2億396万円 is 203960000 in 円.
        May Open unit: String as "単位" with Figure,
        /// 約・以上・未満 …
        May Open bound: Bound as "以上・以下など" with Figure,
        /// 約・程度・おおむね.
        May Open about: bool as "概数" with Figure,
        /// 累計・平均 …
        May Open span: Span as "累計・平均など" with Figure,
        /// 速報・暫定・推計・見込.
        May Open provisional: Option<Provisional> as "速報など" with Figure,
        /// The year or month printed with the figure, in half-width.
        May Open at: Option<super::At> as "時点" with Figure,
        /// What else was printed beside it (rank, rate, cumulative in brackets, notes), as text.
        May Open aside: String as "付記" with Figure,
    }
}

/// How the number bounds the truth.
#[derive(Debug, Clone, PartialEq, Default)]
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
    To(Decimal),
    /// …台: from the value, below the next of its kind.
    Band,
}

choice! {
    Bound: Bound::Exact;
    words {
        Exact = "exact" as "ちょうど", AtLeast = "at_least" as "以上", MoreThan = "more_than" as "超",
        AtMost = "at_most" as "以下", LessThan = "less_than" as "未満", Band = "band" as "台",
    }
    values { To(Decimal) = "to" as "から", }
    fields {}
}

words! {
    /// What stretch of time the number covers.
    pub enum Span: Single {
        /// 単年 or not said.
        Single = "single" as "単年",
        /// 累計.
        Cumulative = "cumulative" as "累計",
        /// 期間平均・年平均.
        Average = "average" as "平均",
        /// 延べ.
        Total = "total" as "延べ",
        /// 毎年・毎年度.
        EveryYear = "every_year" as "毎年",
    }
}

words! {
    /// How firm the number is.
    pub enum Provisional: Flash {
        /// 速報値.
        Flash = "flash" as "速報",
        /// 暫定値.
        Interim = "interim" as "暫定",
        /// 推計値.
        Estimate = "estimate" as "推計",
        /// 見込値.
        Expected = "expected" as "見込",
    }
}

words! {
    /// Why there is no number. A missing figure is not zero.
    pub enum Missing: Unset {
        /// 未設定: nothing was written.
        Unset = "unset" as "未設定",
        /// 「－」: a dash, no reason given.
        Dash = "dash" as "－",
        /// 集計中.
        Counting = "counting" as "集計中",
        /// 未公表・公表予定.
        Unpublished = "unpublished" as "未公表",
        /// 調査なし・調査未実施.
        NotSurveyed = "not_surveyed" as "調査なし",
        /// 中止・廃止.
        Stopped = "stopped" as "中止",
        /// 不明・把握できない.
        Unknown = "unknown" as "不明",
        /// 〃・同上: what the cell above says.
        Ditto = "ditto" as "同上",
    }
}

/// A target that names a way, not a number.
#[derive(Debug, Clone, PartialEq)]
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
    Times(Decimal),
    /// 3ポイントの増加・5人減・毎年50億円の増加: the baseline plus this.
    Plus {
        /// How much more; less when negative.
        by: Decimal,
        /// Its unit as printed; empty when it stands alone.
        unit: String,
        /// 毎年・／年: so much more each year.
        yearly: bool,
    },
    /// 全員・全市町村: all there are.
    All,
    /// 定性評価・おおむね解消・◎・達成: words or a mark, no number to compare.
    Words,
}

choice! {
    Wish: Wish::Up;
    words {
        Up = "up" as "増加", Down = "down" as "減少", Keep = "keep" as "維持",
        NotBelow = "not_below" as "維持または増加", NotAbove = "not_above" as "維持または減少",
        AboveLastYear = "above_last_year" as "前年度を上回る",
        BelowLastYear = "below_last_year" as "前年度を下回る",
        AboveOthers = "above_others" as "ほかの値を上回る",
        BelowOthers = "below_others" as "ほかの値を下回る",
        All = "all" as "すべて", Words = "words" as "ことば",
    }
    values { Times(Decimal) = "times" as "倍", }
    fields {
        Plus = "plus" as "増減" {
            Must Open by: Decimal as "増減" with Figure,
            May Open unit: String as "単位" with Figure,
            May Open yearly: bool as "毎年" with Figure,
        },
    }
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

/// In a file a figure is its text; with a correction, the text and how to read it.
impl Value for Figure {
    fn blank() -> Self {
        Self::read("")
    }

    fn expected(&self) -> Cow<'static, str> {
        "印刷されたとおりの文字列".into()
    }

    fn take(&mut self, token: Token<'_>) -> Result<(), Fault> {
        match token {
            Token::Text(text) => *self = Self::read(text),
            _ => return Err(Fault::Kind),
        }
        Ok(())
    }

    fn inside(&mut self) -> Inside<'_> {
        self.reading = OnceLock::from(Box::new(Reading::Unread));
        Inside::Members(self)
    }

    fn held(&self) -> Held<'_> {
        match self.corrected {
            true => Held::Members(self),
            false => Held::Exact((&*self.text).into()),
        }
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn schema(defs: &mut Defs) -> serde_json::Value {
        let about = "A figure as printed; with a correction, how to read it.";
        defs.named("Figure", about, |defs| {
            let fields = vec![String::schema(defs), Reading::schema(defs)];
            let corrected = defs.object(&Self::blank(), &[], fields);
            serde_json::json!({ "anyOf": [{ "type": "string" }, corrected] })
        })
    }
}

/// A corrected figure.
impl Members for Figure {
    fn fields(&self) -> &'static [Field] {
        const FIELDS: &[Field] = &[
            field!(Must Open text "印刷された文字" Figure),
            field!(Must Open read_as "読み方" Figure),
        ];
        FIELDS
    }

    fn slot(&mut self, index: usize) -> Option<&mut dyn Value> {
        match index {
            0 => Some(&mut self.text),
            _ => self
                .reading
                .get_mut()
                .map(|reading| &mut **reading as &mut dyn Value),
        }
    }

    fn values(&self) -> Vec<&dyn Value> {
        vec![&self.text, self.reading()]
    }

    fn settle(&mut self) {
        let reading = match self.reading() {
            // From 7 to 3 is no range: a person looks at it.
            Reading::Number(n) if matches!(n.bound, Bound::To(upper) if upper < n.value) => {
                Reading::Unread
            }
            reading => reading.clone(),
        };
        *self = Self::corrected(&self.text, reading);
    }

    fn told(&self) -> Option<String> {
        Some(self.to_string())
    }
}

through_text!(Figure);
