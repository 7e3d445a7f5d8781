//! ValueReader: JSON into values, by their description. Every fault comes with its place in the text.

use std::borrow::Cow;
use std::str::Utf8Error;

use super::{
    Content, Expected, Fault, Field, Found, Halt, Inside, List, Members, Need, Odd, Quoted, Scan,
    Token, Value, ValuesByYear, WordChoice, shortened,
};
use crate::FiscalYear;

/// Reason why reading stopped, and the place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stopped {
    /// The fault.
    pub fault: Fault,
    /// Byte offset of the fault.
    pub at: usize,
}

/// Result of a read. The error is boxed, so that success costs nothing.
pub type Read<T> = Result<T, Box<Stopped>>;

/// The fields of one object met so far.
#[derive(Debug, Clone, Copy, Default)]
pub struct MetFields(u64);

impl MetFields {
    /// Returns the index of the field of this name in an object of a file.
    pub fn field(&mut self, fields: &'static [Field], name: &str) -> Result<usize, Fault> {
        let own = |index: &usize| {
            let field = &fields[*index];
            field.name == name && field.need != Need::Place
        };
        // Most often the fields come in the order of the description.
        let next = (u64::BITS - self.0.leading_zeros()) as usize;
        let index = (next..fields.len()).chain(0..next).find(own);
        let index = index.ok_or_else(|| Fault::Unknown(name.to_owned()))?;
        self.once(index, fields[index].name)?;
        Ok(index)
    }

    /// Notes a name that may occur once. Fails if it occurs again.
    pub fn once(&mut self, index: usize, name: &'static str) -> Result<(), Fault> {
        if self.0 >> index & 1 == 1 {
            return Err(Fault::Repeated(name));
        }
        self.0 |= 1 << index;
        Ok(())
    }

    /// Fails if a required field is missing.
    pub fn whole(self, fields: &'static [Field]) -> Result<(), Fault> {
        let missing =
            |(index, field): &(usize, &Field)| field.need == Need::Must && self.0 >> index & 1 == 0;
        match fields.iter().enumerate().find(missing) {
            Some((_, field)) => Err(Fault::Missing(field.name)),
            None => Ok(()),
        }
    }
}

/// Reads a text into values.
#[derive(Debug, Clone, Copy)]
pub struct ValueReader<'a> {
    /// Position.
    pub scan: Scan<'a>,
}

impl<'a> ValueReader<'a> {
    /// Starts reading a text at this position.
    pub fn new(text: &'a [u8], at: usize) -> Self {
        Self {
            scan: Scan { text, at },
        }
    }

    #[inline(always)]
    fn halt<T>(&self, done: Result<T, Halt>) -> Read<T> {
        done.map_err(|halt| stopped(Fault::Text(halt), self.scan.at))
    }

    /// Reads the next value into `value`.
    pub fn value(&mut self, value: &mut dyn Value) -> Read<()> {
        let first = self.scan.peek();
        let at = self.scan.at;
        let inside = match first {
            Some(b'{') => match value.inside() {
                Inside::Members(members) => Some(self.members(members)),
                Inside::Years(years) => Some(self.years(years)),
                Inside::Choice(choice) => Some(self.choice(choice)),
                Inside::List(_) | Inside::Nothing => None,
            },
            Some(b'[') => match value.inside() {
                Inside::List(list) => Some(self.list(list)),
                _ => None,
            },
            _ => {
                return self.token(|token| match value.take(token) {
                    Ok(()) => Ok(()),
                    Err(fault) => Err(refused(fault, value, token, at)),
                });
            }
        };
        inside.unwrap_or_else(|| Err(self.misplaced(value.expected())))
    }

    /// Returns the fault for brackets at this position, where no brackets are allowed.
    fn misplaced(&self, expected: Expected) -> Box<Stopped> {
        let found = match self.scan.text.get(self.scan.at) {
            Some(b'{') => Found::Object,
            _ => Found::List,
        };
        stopped(wrong(expected, found), self.scan.at)
    }

    /// Reads an object of a file, which begins here, into these fields.
    pub fn members(&mut self, members: &mut dyn Members) -> Read<()> {
        let at = self.begin()?;
        let mut met = MetFields::default();
        let mut first = true;
        while let Some((name, at)) = self.member(&mut first)? {
            let index = met.field(members.fields(), &name);
            let index = index.map_err(|fault| stopped(fault, at))?;
            if let Some(slot) = members.slot(index) {
                self.value(slot)?;
            }
        }
        let whole = met.whole(members.fields());
        whole.map_err(|fault| stopped(fault, at))?;
        members.settle();
        Ok(())
    }

    /// Reads a record from storage: all its fields and its place. Skips fields that only a later app knows; leaves
    /// fields that an earlier app did not know blank.
    pub fn kept(&mut self, members: &mut dyn Members) -> Read<()> {
        self.begin()?;
        let mut first = true;
        while let Some((name, _)) = self.member(&mut first)? {
            let known = members.fields().iter().position(|field| field.name == name);
            match known.and_then(|index| members.slot(index)) {
                Some(slot) => self.value(slot)?,
                None => self.skip()?,
            }
        }
        members.settle();
        Ok(())
    }

    /// Reads the opening bracket of an object; returns its position.
    pub fn begin(&mut self) -> Read<usize> {
        let eaten = self.scan.must(b'{', Odd::NoObject);
        self.halt(eaten)?;
        Ok(self.scan.at - 1)
    }

    /// Reads the next name of an object and its colon; returns the name and its position.
    pub fn member(&mut self, first: &mut bool) -> Read<Option<(Cow<'a, str>, usize)>> {
        let more = self.scan.next(*first, b'}');
        *first = false;
        if !self.halt(more)? {
            return Ok(None);
        }
        if self.scan.peek() != Some(b'"') {
            return self.halt(Err(Halt::Odd(Odd::NameUnquoted)));
        }
        let at = self.scan.at;
        let name = self.text()?;
        let colon = self.scan.must(b':', Odd::NoColon);
        self.halt(colon)?;
        Ok(Some((name, at)))
    }

    /// Goes to the next element of a list; `false` past its end.
    pub fn element(&mut self, first: bool) -> Read<bool> {
        let more = self.scan.next(first, b']');
        self.halt(more)
    }

    /// Reads an opening bracket where one is allowed; returns its position.
    pub fn begin_as(&mut self, expected: Expected, bracket: u8) -> Read<usize> {
        if self.scan.eat(bracket) {
            return Ok(self.scan.at - 1);
        }
        self.refuse(expected).map(|()| self.scan.at)
    }

    /// Skips the next value.
    pub fn skip(&mut self) -> Read<()> {
        let passed = self.scan.value();
        self.halt(passed).map(|_| ())
    }

    /// Reads a value without brackets and quotes; returns it as it is written.
    pub fn bare(&mut self) -> Read<String> {
        self.scan.peek();
        let at = self.scan.at;
        self.token(|_| Ok(()))?;
        let written = &self.scan.text[at..self.scan.at];
        Ok(String::from_utf8_lossy(written).into_owned())
    }

    fn list(&mut self, list: &mut dyn List) -> Read<()> {
        self.scan.at += 1;
        let mut first = true;
        while self.element(std::mem::take(&mut first))? {
            self.value(list.grow())?;
        }
        Ok(())
    }

    fn years(&mut self, years: &mut dyn ValuesByYear) -> Read<()> {
        self.begin()?;
        let mut first = true;
        while let Some((name, at)) = self.member(&mut first)? {
            let Some(year) = year(&name) else {
                let fault = wrong(Expected::Year, Found::NoYear);
                return Err(stopped(fault, at));
            };
            let Some(value) = years.grow(year) else {
                return Err(stopped(Fault::YearTwice(year.0), at));
            };
            self.value(value)?;
        }
        Ok(())
    }

    fn choice(&mut self, choice: &mut dyn WordChoice) -> Read<()> {
        let at = self.begin()?;
        let mut first = true;
        let Some((word, word_at)) = self.member(&mut first)? else {
            let fault = wrong(Expected::Word, Found::Object);
            return Err(stopped(fault, at));
        };
        let known = known(&word, choice.words());
        known.map_err(|fault| stopped(fault, word_at))?;
        match choice.choose(&word) {
            Content::Value(value) => self.value(value)?,
            Content::Members(members) if self.scan.peek() == Some(b'{') => self.members(members)?,
            Content::Members(_) => self.refuse(Expected::Object)?,
            Content::Nothing => self.refuse(Expected::Null)?,
        }
        match self.member(&mut first)? {
            None => Ok(()),
            Some((other, at)) => Err(stopped(Fault::Unknown(other.into_owned()), at)),
        }
    }

    /// Refuses the next value, because only `expected` is allowed here; `null` is accepted where that is allowed.
    fn refuse(&mut self, expected: Expected) -> Read<()> {
        let first = self.scan.peek();
        let at = self.scan.at;
        if matches!(first, Some(b'{' | b'[')) {
            return Err(self.misplaced(expected));
        }
        self.token(|token| {
            if token == Token::Null && expected == Expected::Null {
                return Ok(());
            }
            let fault = wrong(expected, token.found());
            Err(stopped(fault, at))
        })
    }

    /// Reads a value without brackets, and shows it to `see`.
    fn token<T>(&mut self, see: impl FnOnce(Token<'_>) -> Read<T>) -> Read<T> {
        match self.scan.peek() {
            Some(b'"') => see(Token::Text(&self.text()?)),
            _ => see(self.scalar()?),
        }
    }

    /// Reads a value without brackets and quotes.
    fn scalar(&mut self) -> Read<Token<'a>> {
        let Some(first) = self.scan.peek() else {
            return self.halt(Err(Halt::End));
        };
        if b",:}]".contains(&first) {
            return self.halt(Err(Halt::Odd(Odd::NoValue)));
        }
        let at = self.scan.at;
        self.scan.scalar();
        let cut = self.scan.at == self.scan.text.len();
        let word = &self.scan.text[at..self.scan.at];
        let odd = |why| {
            let halt = if cut { Halt::End } else { Halt::Odd(why) };
            stopped(Fault::Text(halt), at)
        };
        match word {
            b"true" => Ok(Token::Truth(true)),
            b"false" => Ok(Token::Truth(false)),
            b"null" => Ok(Token::Null),
            _ if first == b'-' || first.is_ascii_digit() => match number(word) {
                Some(number) => Ok(Token::Number(number)),
                None => Err(odd(Odd::Number)),
            },
            _ => Err(odd(Odd::Letters)),
        }
    }

    /// Reads a text, which must come next.
    pub fn text(&mut self) -> Read<Cow<'a, str>> {
        let quoted = self.scan.quoted();
        let Quoted { range, plain } = self.halt(quoted)?;
        let start = range.start + 1;
        let bytes = &self.scan.text[start..range.end - 1];
        match std::str::from_utf8(bytes) {
            Ok(text) if plain => Ok(Cow::Borrowed(text)),
            read => escaped(bytes, read)
                .map_err(|(at, why)| stopped(Fault::Text(Halt::Odd(why)), start + at)),
        }
    }
}

/// Reads a text with escapes or errors.
#[cold]
#[inline(never)]
fn escaped<'a>(bytes: &[u8], read: Result<&str, Utf8Error>) -> Result<Cow<'a, str>, OddAt> {
    if let Some(control) = bytes.iter().position(|byte| *byte < 0x20) {
        return Err((control, Odd::Control));
    }
    let text = read.map_err(|error| (error.valid_up_to(), Odd::Broken))?;
    unescaped(text).map(Cow::Owned)
}

impl Token<'_> {
    /// Returns the kind of value it is.
    fn found(self) -> Found {
        match self {
            Token::Text(text) => Found::Text(shortened(text)),
            Token::Number(number) => Found::Number(shortened(number)),
            Token::Truth(so) => Found::Truth(so),
            Token::Null => Found::Null,
        }
    }
}

#[cold]
fn stopped(fault: Fault, at: usize) -> Box<Stopped> {
    Box::new(Stopped { fault, at })
}

/// Returns the fault for a value that does not take the token.
#[cold]
fn refused(fault: Fault, value: &dyn Value, token: Token<'_>, at: usize) -> Box<Stopped> {
    match fault {
        Fault::Kind => stopped(wrong(value.expected(), token.found()), at),
        fault => stopped(fault, at),
    }
}

fn wrong(expected: Expected, found: Found) -> Fault {
    Fault::WrongType { expected, found }
}

/// Returns the year of a name.
fn year(name: &str) -> Option<FiscalYear> {
    if name.starts_with('0') || !(1..=4).contains(&name.len()) {
        return None;
    }
    let digit = |byte: u8| byte.is_ascii_digit().then(|| i32::from(byte - b'0'));
    let year = name
        .bytes()
        .try_fold(0, |year, byte| Some(10 * year + digit(byte)?));
    year.map(FiscalYear)
}

fn known(word: &str, words: &'static [&'static str]) -> Result<usize, Fault> {
    let at = words.iter().position(|one| *one == word);
    at.ok_or_else(|| Fault::Word {
        word: shortened(word),
        allowed: words,
    })
}

/// Returns the index of a word in the list; `None` if the token is not a text.
pub fn word(token: Token<'_>, words: &'static [&'static str]) -> Result<Option<usize>, Fault> {
    match token {
        Token::Text(text) => known(text, words).map(Some),
        _ => Ok(None),
    }
}

/// Chooses a word without content.
pub fn choose(token: Token<'_>, choice: &mut dyn WordChoice) -> Result<(), Fault> {
    let Token::Text(text) = token else {
        return Err(Fault::Kind);
    };
    known(text, choice.words())?;
    match choice.choose(text) {
        Content::Nothing => Ok(()),
        _ => Err(wrong(Expected::Object, token.found())),
    }
}

/// Returns a number in JSON notation.
fn number(word: &[u8]) -> Option<&str> {
    let text = std::str::from_utf8(word).ok()?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let plain = text.strip_prefix('-').unwrap_or(text);
    let (rest, power) = match plain.split_once(['e', 'E']) {
        Some((rest, power)) => (rest, Some(power.strip_prefix(['+', '-']).unwrap_or(power))),
        None => (plain, None),
    };
    let (whole, part) = match rest.split_once('.') {
        Some((whole, part)) => (whole, Some(part)),
        None => (rest, None),
    };
    let leads = whole.len() > 1 && whole.starts_with('0');
    let sound = digits(whole) && !leads && part.is_none_or(digits) && power.is_none_or(digits);
    sound.then_some(text)
}

/// Position and kind of a syntax error.
type OddAt = (usize, Odd);

/// Returns a text without its escapes.
fn unescaped(text: &str) -> Result<String, OddAt> {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text.char_indices();
    while let Some((at, letter)) = rest.next() {
        if letter != '\\' {
            plain.push(letter);
            continue;
        }
        let escape = rest.next().map(|(_, escape)| escape);
        plain.push(match escape {
            Some(same @ ('"' | '\\' | '/')) => same,
            Some('n') => '\n',
            Some('t') => '\t',
            Some('r') => '\r',
            Some('b') => '\u{8}',
            Some('f') => '\u{c}',
            Some('u') => {
                let (letter, used) = unicode(rest.as_str()).ok_or((at, Odd::Unicode))?;
                rest.nth(used - 1);
                letter
            }
            _ => return Err((at, Odd::Escape)),
        });
    }
    Ok(plain)
}

/// Returns the character of hexadecimal digits, with its second half where they are half of a pair, and the number of
/// bytes read.
fn unicode(text: &str) -> Option<(char, usize)> {
    let half = |at: usize| {
        let digits = text.get(at..at + 4)?;
        let sound = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        sound.then(|| u32::from_str_radix(digits, 16).ok())?
    };
    let first = half(0)?;
    if !(0xD800..0xDC00).contains(&first) {
        return Some((char::from_u32(first)?, 4));
    }
    let second = text
        .get(4..6)
        .filter(|next| *next == "\\u")
        .and_then(|_| half(6))?;
    let low = second.checked_sub(0xDC00).filter(|low| *low < 0x400)?;
    Some((
        char::from_u32(0x10000 + ((first - 0xD800) << 10) + low)?,
        10,
    ))
}
