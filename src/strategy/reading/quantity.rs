//! One number with its qualifiers: the words before, the number and its unit, the words after.

use rust_decimal::Decimal;

use super::lexer::{
    any_word, bracket, collapse_spaces, ends_with, is_letter, is_one_of, is_space, skip_spaces,
    trim, word, words,
};
use super::lexicon::is_mark;
use super::number;
use super::qualifier::PartialNumber;
use super::unit::unit;
use super::{suffix, time};
use crate::printed::{Bound, Number, Provisional, Reading};

/// Reads one number with its qualifiers, as a figure or as a change. `None` if any part of it was not understood.
pub(super) fn read(s: &[char]) -> Option<Reading> {
    let mut phrase = PartialNumber {
        s: &s[trim(s, 0..s.len())],
        i: 0,
        number: Number::default(),
        index: false,
        of_year: false,
        from_baseline: false,
        ranked: false,
    };
    if let Some(found) = phrase.bracketed() {
        return Some(Reading::Number(found));
    }
    phrase.head()?;
    phrase.figure()?;
    suffix::read(phrase)
}

/// True if a word names the signed figure in brackets after it: 転出超過（△222人）, 黒字（+3億円）.
fn worded(word: &[char], minus: bool) -> bool {
    let (less, more) = (
        words!("転出超過 死亡超過 社会減 自然減 赤字 純損失 損失 欠損"),
        words!("転入超過 出生超過 社会増 自然増 黒字 純利益"),
    );
    let names = if minus { less } else { more };
    names.iter().any(|name| ends_with(word, name))
}

/// Returns the unit behind a number, and the value in it: 7割8分5厘 are 7.85 割.
fn measured(s: &[char], value: Decimal, i: usize) -> Option<(Decimal, String, usize)> {
    match number::tenths(s, value, i) {
        Some((value, end)) => Some((value, "割".to_owned(), end)),
        None => unit(s, i).map(|(unit, end)| (value, unit, end)),
    }
}

impl PartialNumber<'_> {
    /// Reads 未達成 (1,820人); 転出超過（△222人）; R8.5月 ［366件］, the figure with its expected date.
    fn bracketed(&self) -> Option<Number> {
        let open = self.s.iter().position(|c| matches!(c, '(' | '['))?;
        let (inside, end) = bracket(self.s, open)?;
        let before = &self.s[trim(self.s, 0..open)];
        if end != self.s.len() || before.is_empty() {
            return None;
        }
        let awaited = self.s[open] == '[' && time::time(before, 0, false) == Some(before.len());
        let signed = inside.clone().find(|&i| !is_space(self.s[i]));
        let signed = signed.and_then(|i| number::sign(self.s, i));
        if !awaited && !is_mark(before) && !signed.is_some_and(|(minus, _)| worded(before, minus)) {
            return None;
        }
        // ▲（3） is minus three, or three and a judgement.
        if signed.is_none() && is_one_of(before, &["△", "▲"]) {
            return None;
        }
        // 改善（+3） is a change.
        if signed.is_some() && is_one_of(before, &["改善", "悪化", "改善傾向"]) {
            return None;
        }
        let Reading::Number(mut number) = read(&self.s[inside])? else {
            return None;
        };
        if awaited {
            number.provisional = Some(Provisional::Expected);
        }
        if !number.aside.is_empty() {
            number.aside.insert(0, ' ');
        }
        number.aside.insert_str(0, &collapse_spaces(before));
        Some(number)
    }

    /// Takes the number, its unit, and the words joined to them.
    fn figure(&mut self) -> Option<()> {
        let start = self.i;
        let amount = number::signed(self.s, start)?;
        self.number.value = amount.value;
        self.i = amount.end;
        if let Some('数' | '余') = self.s.get(amount.end)
            && self.s.get(amount.end + 1).is_some_and(|c| is_letter(*c))
        {
            // 10数件, 10余件: ten and some more.
            let tens = amount.value % Decimal::TEN == Decimal::ZERO;
            self.number.about = tens.then_some(true)?;
            self.i += 1;
        }
        if self.number.unit.is_empty() {
            let value = self.number.value;
            (self.number.value, self.number.unit, self.i) = measured(self.s, value, self.i)?;
        }
        self.range(amount.parts)?;
        self.out_of(start)?;
        self.multiple(start)
    }

    /// 20～30㎢, 20人～30人.
    fn range(&mut self, parts: bool) -> Option<()> {
        let i = skip_spaces(self.s, self.i);
        if self.s.get(i) != Some(&'~') {
            return Some(());
        }
        let upper = number::signed(self.s, skip_spaces(self.s, i + 1))?;
        let (upper_value, unit, end) = measured(self.s, upper.value, upper.end)?;
        let same = self.number.unit.is_empty() || self.number.unit == unit;
        if !same || parts || upper.parts || upper_value <= self.number.value {
            return None;
        }
        self.number.unit = unit;
        self.number.bound = Bound::To(upper_value);
        self.i = end;
        Some(())
    }

    /// Reads a part of a whole: 15校中12校, 2,043/4,371, 12校/15校. The part becomes the figure, the whole its note.
    fn out_of(&mut self, start: usize) -> Option<()> {
        if let Some(after) = word(self.s, self.i, "中") {
            let whole = std::mem::take(&mut self.number);
            self.number.at = whole.at;
            self.number.aside = whole.aside;
            self.beside(&collapse_spaces(&self.s[start..after]));
            let part = number::signed(self.s, skip_spaces(self.s, after))?;
            self.number.value = part.value;
            (self.number.unit, self.i) = unit(self.s, part.end)?;
            return (part.value <= whole.value).then_some(());
        }
        let slash = skip_spaces(self.s, self.i);
        if self.s.get(slash) != Some(&'/') {
            return self.out_of_within_unit();
        }
        let all = number::signed(self.s, skip_spaces(self.s, slash + 1))?;
        let (unit, end) = unit(self.s, all.end)?;
        // 1/2 is a half, or the second of January.
        if self.number.unit.is_empty() && unit.is_empty() && all.value < Decimal::TEN {
            return None;
        }
        self.beside(&collapse_spaces(&self.s[slash..end]));
        self.i = end;
        if self.number.unit.is_empty() {
            self.number.unit = unit;
        } else if self.number.unit != unit {
            return None;
        }
        (self.number.value <= all.value).then_some(())
    }

    /// Reads 12校/15校, where 校/15校 looks like the unit.
    fn out_of_within_unit(&mut self) -> Option<()> {
        let Some((unit, rest)) = self.number.unit.split_once('/') else {
            return Some(());
        };
        let chars: Vec<char> = rest.chars().collect();
        let Some(all) = number::amount(&chars, 0) else {
            return Some(());
        };
        if !unit.chars().eq(chars[all.end..].iter().copied()) {
            return Some(());
        }
        let (unit, aside) = (unit.to_owned(), ["/", rest].concat());
        self.number.unit = unit;
        self.beside(&aside);
        (self.number.value <= all.value).then_some(())
    }

    /// Reads 現状値の２倍にあたる40％: the figure is the second number.
    fn multiple(&mut self, start: usize) -> Option<()> {
        if self.number.unit != "倍" {
            return Some(());
        }
        let joins = words!("にあたる に当たる となる に相当する");
        let Some(after) = any_word(self.s, self.i, joins) else {
            // 2倍に増加 is a multiple of the figure that the plan starts from.
            self.from_baseline |= self.s.get(self.i) == Some(&'に');
            return Some(());
        };
        let from = if self.from_baseline { 0 } else { start };
        self.beside(&collapse_spaces(&self.s[from..after]));
        self.from_baseline = false;
        self.number.unit.clear();
        self.i = skip_spaces(self.s, after);
        self.figure()
    }
}
