//! Walking over JSON text without making anything of it.
//!
//! Only brackets and quotes are followed. What is skipped here is checked when it is read.

use std::ops::Range;

/// Why a walk stops.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Halt {
    /// The text ends in the middle.
    End,
    /// Something else than what must stand here.
    Odd(&'static str),
    /// Too many brackets in brackets.
    Deep,
}

/// How many brackets in brackets are followed. Ours have ten.
const DEPTH: usize = 100;

/// A place in a text, moving forward.
#[derive(Debug, Clone, Copy)]
pub struct Scan<'a> {
    /// The text.
    pub text: &'a [u8],
    /// Up to where it was walked.
    pub at: usize,
}

impl Scan<'_> {
    /// The next byte that is not a space; stays before it.
    pub fn peek(&mut self) -> Option<u8> {
        loop {
            let byte = *self.text.get(self.at)?;
            if !matches!(byte, b' ' | b'\n' | b'\r' | b'\t') {
                return Some(byte);
            }
            self.at += 1;
        }
    }

    /// Goes past this byte, when it comes next.
    pub fn eat(&mut self, byte: u8) -> bool {
        let there = self.peek() == Some(byte);
        self.at += usize::from(there);
        there
    }

    /// Goes past this byte, which must come next.
    pub fn must(&mut self, byte: u8, odd: &'static str) -> Result<(), Halt> {
        match self.peek() {
            Some(b) if b == byte => self.at += 1,
            Some(_) => return Err(Halt::Odd(odd)),
            None => return Err(Halt::End),
        }
        Ok(())
    }

    /// Goes to the next element of a list or member of an object; `false` when the bracket closes instead.
    pub fn next(&mut self, first: bool, close: u8) -> Result<bool, Halt> {
        if self.eat(close) {
            return Ok(false);
        }
        if !first {
            self.must(b',', "要素の間の「,」か、閉じるかっこがありません")?;
            if self.peek() == Some(close) {
                return Err(Halt::Odd("最後の要素のあとに余分な「,」があります"));
            }
        }
        match self.peek() {
            Some(_) => Ok(true),
            None => Err(Halt::End),
        }
    }

    /// Goes past the name of a member and its colon; gives the name as written between its quotes.
    pub fn key(&mut self) -> Result<Range<usize>, Halt> {
        if self.peek().is_some_and(|b| b != b'"') {
            return Err(Halt::Odd("項目名が「\"」で囲まれていません"));
        }
        let quoted = self.string()?;
        self.must(b':', "項目名のあとに「:」がありません")?;
        Ok(quoted.start + 1..quoted.end - 1)
    }

    /// Goes past a string, which must come next; its range with the quotes.
    pub fn string(&mut self) -> Result<Range<usize>, Halt> {
        self.must(b'"', "文字列がありません")?;
        let start = self.at - 1;
        loop {
            match self.text.get(self.at) {
                Some(b'"') => break,
                Some(b'\\') => self.at += 2,
                Some(_) => self.at += 1,
                None => {
                    self.at = self.text.len();
                    return Err(Halt::End);
                }
            }
        }
        self.at += 1;
        Ok(start..self.at)
    }

    /// Goes past the next value, whatever it is; its range.
    pub fn value(&mut self) -> Result<Range<usize>, Halt> {
        let Some(first) = self.peek() else {
            return Err(Halt::End);
        };
        let start = self.at;
        match first {
            b'"' => {
                self.string()?;
            }
            b'{' | b'[' => self.nested()?,
            b',' | b':' | b'}' | b']' => return Err(Halt::Odd("値がありません")),
            _ => self.scalar(),
        }
        Ok(start..self.at)
    }

    fn nested(&mut self) -> Result<(), Halt> {
        let mut depth = 0;
        loop {
            match self.text.get(self.at) {
                Some(b'"') => {
                    self.string()?;
                    continue;
                }
                Some(b'{' | b'[') if depth == DEPTH => return Err(Halt::Deep),
                Some(b'{' | b'[') => depth += 1,
                Some(b'}' | b']') => depth -= 1,
                Some(_) => {}
                None => return Err(Halt::End),
            }
            self.at += 1;
            if depth == 0 {
                return Ok(());
            }
        }
    }

    /// Goes past a number or a bare word.
    pub fn scalar(&mut self) {
        let ends = |b: &u8| b" \n\r\t,:{}[]\"".contains(b);
        let rest = &self.text[self.at..];
        self.at += rest.iter().position(ends).unwrap_or(rest.len()).max(1);
    }
}
