//! A figure as an office prints it, and its meaning.

use std::fmt;
use std::sync::{Arc, OnceLock};

use super::printed::{Bound, Missing, Number, Reading};
use super::reading;
#[cfg(not(target_arch = "wasm32"))]
use super::record::schema::Defs;
use super::record::{
    Expected, Fault, Field, Held, Inside, Members, Token, Value, Whole, field, through_text,
};
use rust_decimal::Decimal;

/// 数値: the text exactly as printed (`1.20`, `272,000t-CO2`, `△40`, `集計中`, `↗`) and its reading. Reading never
/// changes the text; a text that cannot be read stays as text and needs a check. It is read on first use: a file
/// holds many more figures than a screen shows.
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

impl Figure {
    /// Makes a figure of a printed text. Never fails: a text that is not understood is [`Reading::Unread`].
    pub fn read(text: &str) -> Self {
        Self {
            text: text.into(),
            reading: OnceLock::new(),
            corrected: false,
        }
    }

    /// Makes a figure of the same text, with the reading that a person gave.
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

    /// Returns the text exactly as printed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the meaning of the text, parsed once.
    pub fn reading(&self) -> &Reading {
        self.reading
            .get_or_init(|| Box::new(reading::read(&self.text)))
    }

    /// Returns the number; `None` if there is none.
    pub fn number(&self) -> Option<&Number> {
        match self.reading() {
            Reading::Number(number) => Some(number),
            _ => None,
        }
    }

    /// Returns the value of the number; `None` if there is none.
    pub fn value(&self) -> Option<Decimal> {
        self.number().map(|n| n.value)
    }

    /// True if the figure is a number. Does not keep the reading: for counts over the figures of a whole plan.
    pub fn is_number(&self) -> bool {
        match self.reading.get() {
            Some(reading) => matches!(**reading, Reading::Number(_)),
            None => reading::is_number(&self.text),
        }
    }

    /// Returns the reason why there is no number, if the text gives one.
    pub fn missing(&self) -> Option<Missing> {
        match self.reading() {
            Reading::Missing(why) => Some(*why),
            _ => None,
        }
    }

    /// 要確認: true if a person should check how this was read.
    pub fn needs_check(&self) -> bool {
        *self.reading() == Reading::Unread
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// A file holds the text of a figure; with a correction, the text and its reading.
impl Value for Figure {
    fn blank() -> Self {
        Self {
            text: Arc::default(),
            reading: OnceLock::new(),
            corrected: false,
        }
    }

    fn expected(&self) -> Expected {
        Expected::Printed
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

/// Fields of a corrected figure in a file.
impl Members for Figure {
    fn fields(&self) -> &'static [Field] {
        const FIELDS: &[Field] = &[
            field!(Must Open Figure.text Figure),
            field!(Must Open Figure.read_as Figure),
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
            // A range from 7 to 3 is not a range: a person checks it.
            Reading::Number(n) if matches!(n.bound, Bound::To(upper) if upper < n.value) => {
                Reading::Unread
            }
            reading => reading.clone(),
        };
        *self = Self::corrected(&self.text, reading);
    }

    fn told(&self) -> Option<Whole<'_>> {
        Some(Whole::Printed(&self.text))
    }
}

through_text!(Figure);
