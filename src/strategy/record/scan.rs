//! Walks over JSON text without building values.
//!
//! Follows brackets and quotes only. The reader checks the rest later.

use std::ops::Range;

use super::{Odd, run};

/// Reason why a walk stops.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Halt {
    /// The text ends in the middle.
    End,
    /// Another character than the expected one.
    Odd(Odd),
    /// Brackets are nested too deeply.
    Deep,
}

/// Largest depth of nested brackets. Our files have ten.
const DEPTH: usize = 100;

/// A position in a text, which only moves forward.
#[derive(Debug, Clone, Copy)]
pub struct Scan<'a> {
    /// The text.
    pub text: &'a [u8],
    /// Position up to which it was scanned.
    pub at: usize,
}

/// A string that was read.
#[derive(Debug, Clone)]
pub struct Quoted {
    /// Range of the string, with its quotes.
    pub range: Range<usize>,
    /// True if the bytes between the quotes are the text: no escape, and no invalid byte.
    pub plain: bool,
}

impl Scan<'_> {
    /// Returns the next byte that is not a space, without consuming it.
    // Inlined for its usual case: every read goes through here.
    #[inline(always)]
    pub fn peek(&mut self) -> Option<u8> {
        match self.text.get(self.at) {
            Some(byte) if *byte > b' ' => Some(*byte),
            _ => self.peek_past_spaces(),
        }
    }

    fn peek_past_spaces(&mut self) -> Option<u8> {
        loop {
            let byte = *self.text.get(self.at)?;
            if !matches!(byte, b' ' | b'\n' | b'\r' | b'\t') {
                return Some(byte);
            }
            self.at = run::past_blanks(self.text, self.at + 1);
        }
    }

    /// Consumes this byte, if it comes next.
    pub fn eat(&mut self, byte: u8) -> bool {
        let there = self.peek() == Some(byte);
        self.at += usize::from(there);
        there
    }

    /// Consumes this byte, which must come next.
    #[inline(always)]
    pub fn must(&mut self, byte: u8, odd: Odd) -> Result<(), Halt> {
        match self.peek() {
            Some(there) if there == byte => {
                self.at += 1;
                Ok(())
            }
            there => Err(there.map_or(Halt::End, |_| Halt::Odd(odd))),
        }
    }

    /// Goes to the next element of a list or member of an object; `false` if the bracket closes instead.
    pub fn next(&mut self, first: bool, close: u8) -> Result<bool, Halt> {
        match self.peek() {
            Some(byte) if byte == close => {
                self.at += 1;
                return Ok(false);
            }
            Some(b',') if !first => self.at += 1,
            Some(_) if first => return Ok(true),
            Some(_) => {
                return Err(Halt::Odd(Odd::NoComma));
            }
            None => return Err(Halt::End),
        }
        match self.peek() {
            Some(byte) if byte == close => Err(Halt::Odd(Odd::LastComma)),
            Some(_) => Ok(true),
            None => Err(Halt::End),
        }
    }

    /// Reads the name of a member and its colon; returns the range of the name without its quotes.
    pub fn key(&mut self) -> Result<Range<usize>, Halt> {
        if self.peek().is_some_and(|b| b != b'"') {
            return Err(Halt::Odd(Odd::NameUnquoted));
        }
        let quoted = self.string()?;
        self.must(b':', Odd::NoColon)?;
        Ok(quoted.start + 1..quoted.end - 1)
    }

    /// Reads a string, which must come next; returns its range with the quotes.
    pub fn string(&mut self) -> Result<Range<usize>, Halt> {
        self.quoted().map(|quoted| quoted.range)
    }

    /// Reads a string, which must come next.
    pub fn quoted(&mut self) -> Result<Quoted, Halt> {
        self.must(b'"', Odd::NoText)?;
        let start = self.at - 1;
        let mut plain = true;
        loop {
            self.at = run::past_letters(self.text, self.at);
            match self.text.get(self.at) {
                Some(b'"') => break,
                Some(b'\\') => self.at += 2,
                Some(_) => self.at += 1,
                None => {
                    self.at = self.text.len();
                    return Err(Halt::End);
                }
            }
            plain = false;
        }
        self.at += 1;
        let range = start..self.at;
        Ok(Quoted { range, plain })
    }

    /// Skips the next value; returns its range.
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
            b',' | b':' | b'}' | b']' => return Err(Halt::Odd(Odd::NoValue)),
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

    /// Skips a number or a bare word.
    pub fn scalar(&mut self) {
        let ends = |b: &u8| b" \n\r\t,:{}[]\"".contains(b);
        let rest = &self.text[self.at..];
        self.at += rest.iter().position(ends).unwrap_or(rest.len()).max(1);
    }
}
