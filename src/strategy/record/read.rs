//! Reading: JSON into values, by their description. Every fault is told with the place in the text.

use std::borrow::Cow;

use super::{
    Choice, Content, Fault, Field, Halt, Inside, List, Members, Need, Scan, Token, Value, Years,
    shortened,
};
use crate::strategy::FiscalYear;

/// Why reading stopped, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stopped {
    /// What is wrong.
    pub fault: Fault,
    /// The byte where it is.
    pub at: usize,
}

type Read<T> = Result<T, Stopped>;

/// The fields of one object met so far.
#[derive(Debug, Clone, Copy, Default)]
pub struct Met(u64);

impl Met {
    /// The place of the field of this name in an object of a file.
    pub fn field(&mut self, fields: &'static [Field], name: &str) -> Result<usize, Fault> {
        let own = |field: &Field| field.name == name && field.need != Need::Place;
        let index = fields.iter().position(own);
        let index = index.ok_or_else(|| Fault::Unknown(name.to_owned()))?;
        self.once(index, fields[index].name)?;
        Ok(index)
    }

    /// Notes something of which there is one.
    pub fn once(&mut self, index: usize, name: &'static str) -> Result<(), Fault> {
        if self.0 >> index & 1 == 1 {
            return Err(Fault::Repeated(name));
        }
        self.0 |= 1 << index;
        Ok(())
    }

    /// Whether nothing that has to be there is missing.
    pub fn whole(self, fields: &'static [Field]) -> Result<(), Fault> {
        let missing =
            |(index, field): &(usize, &Field)| field.need == Need::Must && self.0 >> index & 1 == 0;
        match fields.iter().enumerate().find(missing) {
            Some((_, field)) => Err(Fault::Missing(field.name)),
            None => Ok(()),
        }
    }
}

/// A text on its way into values.
#[derive(Debug, Clone, Copy)]
pub struct Reading<'a> {
    /// Where it is.
    pub scan: Scan<'a>,
}

impl<'a> Reading<'a> {
    /// Reads on from here.
    pub fn new(text: &'a [u8], at: usize) -> Self {
        Self {
            scan: Scan { text, at },
        }
    }

    fn halt<T>(&self, done: Result<T, Halt>) -> Read<T> {
        done.map_err(|halt| Stopped {
            fault: Fault::Text(halt),
            at: self.scan.at,
        })
    }

    /// Reads the next value into this one.
    pub fn value(&mut self, value: &mut dyn Value) -> Read<()> {
        let first = self.scan.peek();
        let at = self.scan.at;
        let stop = |fault| Stopped { fault, at };
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
                let token = self.token()?;
                let taken = value.take(token.as_token());
                return taken.map_err(|fault| match fault {
                    Fault::Kind => stop(wrong(value.expected(), token.as_token().found())),
                    fault => stop(fault),
                });
            }
        };
        inside.unwrap_or_else(|| Err(self.misplaced(value.expected())))
    }

    /// What is wrong with brackets, which begin here, where none can be.
    fn misplaced(&self, expected: Cow<'static, str>) -> Stopped {
        let found = match self.scan.text.get(self.scan.at) {
            Some(b'{') => "{ } で囲んだ項目",
            _ => "[ ] で囲んだ並び",
        };
        Stopped {
            fault: wrong(expected, found.to_owned()),
            at: self.scan.at,
        }
    }

    /// Reads an object of a file, which begins here, into these fields.
    pub fn members(&mut self, members: &mut dyn Members) -> Read<()> {
        let at = self.begin()?;
        let mut met = Met::default();
        let mut first = true;
        while let Some((name, at)) = self.member(&mut first)? {
            let index = met.field(members.fields(), &name);
            let index = index.map_err(|fault| Stopped { fault, at })?;
            if let Some(slot) = members.slot(index) {
                self.value(slot)?;
            }
        }
        let whole = met.whole(members.fields());
        whole.map_err(|fault| Stopped { fault, at })?;
        members.settle();
        Ok(())
    }

    /// Reads a record as it is kept: all its fields, its place among them. What a later app knows and this one does
    /// not is passed over, what an earlier one did not know is blank.
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

    /// Goes past the bracket of an object; gives where it is.
    pub fn begin(&mut self) -> Read<usize> {
        let eaten = self.scan.must(b'{', "「{」がありません");
        self.halt(eaten)?;
        Ok(self.scan.at - 1)
    }

    /// Goes past the next name of an object and its colon; gives the name, and where it is.
    pub fn member(&mut self, first: &mut bool) -> Read<Option<(Cow<'a, str>, usize)>> {
        let more = self.scan.next(*first, b'}');
        *first = false;
        if !self.halt(more)? {
            return Ok(None);
        }
        if self.scan.peek() != Some(b'"') {
            return self.halt(Err(Halt::Odd("項目名が「\"」で囲まれていません")));
        }
        let at = self.scan.at;
        let name = self.text()?;
        let colon = self.scan.must(b':', "項目名のあとに「:」がありません");
        self.halt(colon)?;
        Ok(Some((name, at)))
    }

    /// Goes to the next element of a list; `false`: past its end.
    pub fn element(&mut self, first: bool) -> Read<bool> {
        let more = self.scan.next(first, b']');
        self.halt(more)
    }

    /// Goes past a bracket, which can be written here; gives where it is.
    pub fn begin_as(&mut self, expected: &'static str, bracket: u8) -> Read<usize> {
        if self.scan.eat(bracket) {
            return Ok(self.scan.at - 1);
        }
        self.refuse(expected).map(|()| self.scan.at)
    }

    /// Goes past the next value, whatever it is.
    pub fn skip(&mut self) -> Read<()> {
        let passed = self.scan.value();
        self.halt(passed).map(|_| ())
    }

    /// Goes past what is written without brackets and quotes; gives it as it is written.
    pub fn bare(&mut self) -> Read<String> {
        self.scan.peek();
        let at = self.scan.at;
        self.token()?;
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

    fn years(&mut self, years: &mut dyn Years) -> Read<()> {
        self.begin()?;
        let mut first = true;
        while let Some((name, at)) = self.member(&mut first)? {
            let year = year(&name);
            let grown = year.and_then(|year| {
                let twice = || format!("{}年度が2回書かれています。1つにしてください。", year.0);
                years.grow(year).ok_or_else(|| Fault::Bad(twice()))
            });
            self.value(grown.map_err(|fault| Stopped { fault, at })?)?;
        }
        Ok(())
    }

    fn choice(&mut self, choice: &mut dyn Choice) -> Read<()> {
        let at = self.begin()?;
        let mut first = true;
        let Some((word, word_at)) = self.member(&mut first)? else {
            let found = "{ } で囲んだ項目".to_owned();
            let fault = wrong("決められた語".into(), found);
            return Err(Stopped { fault, at });
        };
        let known = known(&word, choice.words());
        known.map_err(|fault| Stopped { fault, at: word_at })?;
        match choice.choose(&word) {
            Content::Value(value) => self.value(value)?,
            Content::Members(members) if self.scan.peek() == Some(b'{') => self.members(members)?,
            Content::Members(_) => self.refuse("{ } で囲んだ項目")?,
            Content::Nothing => self.refuse("null")?,
        }
        match self.member(&mut first)? {
            None => Ok(()),
            Some((other, at)) => Err(Stopped {
                fault: Fault::Unknown(other.into_owned()),
                at,
            }),
        }
    }

    /// Refuses the next value where only something else can be written; `null` where that is what can be.
    fn refuse(&mut self, expected: &'static str) -> Read<()> {
        let first = self.scan.peek();
        let at = self.scan.at;
        if matches!(first, Some(b'{' | b'[')) {
            return Err(self.misplaced(expected.into()));
        }
        let token = self.token()?;
        if matches!(token, Written::Null) && expected == "null" {
            return Ok(());
        }
        let found = token.as_token().found();
        let fault = wrong(expected.into(), found);
        Err(Stopped { fault, at })
    }

    /// Goes past what is written without brackets.
    fn token(&mut self) -> Read<Written<'a>> {
        let Some(first) = self.scan.peek() else {
            return self.halt(Err(Halt::End));
        };
        if first == b'"' {
            return self.text().map(Written::Text);
        }
        if b",:}]".contains(&first) {
            return self.halt(Err(Halt::Odd("値がありません")));
        }
        let at = self.scan.at;
        self.scan.scalar();
        let cut = self.scan.at == self.scan.text.len();
        let word = &self.scan.text[at..self.scan.at];
        let odd = |why| Stopped {
            fault: Fault::Text(if cut { Halt::End } else { Halt::Odd(why) }),
            at,
        };
        match word {
            b"true" => Ok(Written::Truth(true)),
            b"false" => Ok(Written::Truth(false)),
            b"null" => Ok(Written::Null),
            _ if first == b'-' || first.is_ascii_digit() => match number(word) {
                Some(number) => Ok(Written::Number(number)),
                None => Err(odd("数の書き方が正しくありません")),
            },
            _ => Err(odd("値として読めない文字があります")),
        }
    }

    /// Goes past a text, which must come next.
    pub fn text(&mut self) -> Read<Cow<'a, str>> {
        let quoted = self.scan.string();
        let quoted = self.halt(quoted)?;
        let (start, end) = (quoted.start + 1, quoted.end - 1);
        let odd = |at, why| Stopped {
            fault: Fault::Text(Halt::Odd(why)),
            at,
        };
        let bytes = &self.scan.text[start..end];
        if let Some(control) = bytes.iter().position(|byte| *byte < 0x20) {
            let why = "文字列の中に改行などの制御文字があります";
            return Err(odd(start + control, why));
        }
        let text = std::str::from_utf8(bytes)
            .map_err(|error| odd(start + error.valid_up_to(), "文字が壊れています"))?;
        if !bytes.contains(&b'\\') {
            return Ok(Cow::Borrowed(text));
        }
        let plain = unescaped(text).map_err(|(at, why)| odd(start + at, why))?;
        Ok(Cow::Owned(plain))
    }
}

/// What was written without brackets.
enum Written<'a> {
    Text(Cow<'a, str>),
    Number(&'a str),
    Truth(bool),
    Null,
}

impl Written<'_> {
    fn as_token(&self) -> Token<'_> {
        match self {
            Written::Text(text) => Token::Text(text),
            Written::Number(number) => Token::Number(number),
            Written::Truth(so) => Token::Truth(*so),
            Written::Null => Token::Null,
        }
    }
}

impl Token<'_> {
    /// What it is, in words.
    fn found(self) -> String {
        match self {
            Token::Text(text) => format!("文字列「{}」", shortened(text)),
            Token::Number(number) => format!("数 {} ", shortened(number)),
            Token::Truth(so) => format!("{so} "),
            Token::Null => "null ".to_owned(),
        }
    }
}

fn wrong(expected: Cow<'static, str>, found: String) -> Fault {
    Fault::WrongType { expected, found }
}

/// The year a name says.
fn year(name: &str) -> Result<FiscalYear, Fault> {
    let written = !name.starts_with(['+', '0']);
    let year = name
        .parse()
        .ok()
        .filter(|year| written && (1..=9999).contains(year));
    year.map(FiscalYear)
        .ok_or_else(|| wrong("西暦の年度".into(), "年度でない項目名".to_owned()))
}

fn known(word: &str, words: &'static [&'static str]) -> Result<usize, Fault> {
    let at = words.iter().position(|one| *one == word);
    at.ok_or_else(|| Fault::Word {
        word: shortened(word),
        allowed: words,
    })
}

/// The place of a word among those there are; none where it is no text.
pub fn word(token: Token<'_>, words: &'static [&'static str]) -> Result<Option<usize>, Fault> {
    match token {
        Token::Text(text) => known(text, words).map(Some),
        _ => Ok(None),
    }
}

/// Chooses a word that nothing belongs to.
pub fn choose(token: Token<'_>, choice: &mut dyn Choice) -> Result<(), Fault> {
    let Token::Text(text) = token else {
        return Err(Fault::Kind);
    };
    known(text, choice.words())?;
    match choice.choose(text) {
        Content::Nothing => Ok(()),
        _ => Err(wrong("{ } で囲んだ項目".into(), token.found())),
    }
}

/// A number as JSON writes it.
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

type Odd = (usize, &'static str);

/// A text without its escapes.
fn unescaped(text: &str) -> Result<String, Odd> {
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
                let (letter, used) = unicode(rest.as_str())
                    .ok_or((at, "「\\u」で書かれた文字が正しくありません"))?;
                rest.nth(used - 1);
                letter
            }
            _ => return Err((at, "「\\」のあとの書き方が正しくありません")),
        });
    }
    Ok(plain)
}

/// The letter that hexadecimal digits say, of a pair where they are half of one; how many bytes that took.
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
