//! XML, an element at a time, as far as workbooks need it. Names are told without what stands before their colon.

use std::borrow::Cow;

/// What is met.
#[derive(Debug, PartialEq)]
pub enum Met<'a> {
    /// An element begins: its name, its attributes as they are written.
    Begin(&'a str, Attributes<'a>),
    /// An element ends; so does one that has nothing in it, right behind its beginning.
    End(&'a str),
    /// A text.
    Text(Cow<'a, str>),
}

/// It is no XML, or one that declares entities of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoXml;

/// The attributes of an element, as they are written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Attributes<'a>(&'a str);

impl<'a> Attributes<'a> {
    /// The value of one, by its name without what stands before its colon.
    pub fn get(self, name: &str) -> Option<Cow<'a, str>> {
        let mut rest = self.0;
        loop {
            let (own, behind) = rest.split_once('=')?;
            let behind = behind.trim_start();
            let quote = behind.chars().next().filter(|c| matches!(c, '"' | '\''))?;
            let (value, behind) = behind[1..].split_once(quote)?;
            if local(own.trim()) == name {
                return plain(value).ok();
            }
            rest = behind;
        }
    }
}

/// Reads a text from its beginning.
pub struct Pull<'a> {
    rest: &'a str,
    ended: Option<&'a str>,
}

impl<'a> Pull<'a> {
    /// At its beginning.
    pub fn new(text: &'a str) -> Self {
        Self {
            rest: text,
            ended: None,
        }
    }

    /// What is next; `None`: the text is at its end.
    pub fn next(&mut self) -> Result<Option<Met<'a>>, NoXml> {
        if let Some(name) = self.ended.take() {
            return Ok(Some(Met::End(name)));
        }
        loop {
            if self.rest.is_empty() {
                return Ok(None);
            }
            if let Some(behind) = self.rest.strip_prefix("<!--") {
                self.rest = behind.split_once("-->").ok_or(NoXml)?.1;
            } else if let Some(behind) = self.rest.strip_prefix("<?") {
                self.rest = behind.split_once("?>").ok_or(NoXml)?.1;
            } else if let Some(behind) = self.rest.strip_prefix("<![CDATA[") {
                let (text, rest) = behind.split_once("]]>").ok_or(NoXml)?;
                self.rest = rest;
                return Ok(Some(Met::Text(Cow::Borrowed(text))));
            } else if self.rest.starts_with("<!") {
                return Err(NoXml);
            } else if let Some(behind) = self.rest.strip_prefix("</") {
                let (name, rest) = behind.split_once('>').ok_or(NoXml)?;
                self.rest = rest;
                return Ok(Some(Met::End(local(name.trim()))));
            } else if let Some(behind) = self.rest.strip_prefix('<') {
                return self.begin(behind).map(Some);
            } else {
                let at = self.rest.find('<').unwrap_or(self.rest.len());
                let (text, rest) = self.rest.split_at(at);
                self.rest = rest;
                return Ok(Some(Met::Text(plain(text)?)));
            }
        }
    }

    fn begin(&mut self, behind: &'a str) -> Result<Met<'a>, NoXml> {
        let at = end_of_tag(behind).ok_or(NoXml)?;
        let (tag, rest) = (&behind[..at], &behind[at + 1..]);
        self.rest = rest;
        let whole = tag.strip_suffix('/').unwrap_or(tag);
        let name = whole.find(|c: char| c.is_ascii_whitespace());
        let (name, attributes) = whole.split_at(name.unwrap_or(whole.len()));
        let name = local(name);
        if name.is_empty() {
            return Err(NoXml);
        }
        if whole.len() < tag.len() {
            self.ended = Some(name);
        }
        Ok(Met::Begin(name, Attributes(attributes)))
    }
}

/// Where the tag ends: at a `>` outside of quotes.
fn end_of_tag(text: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return Some(at),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            _ => {}
        }
    }
    None
}

fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, name)| name)
}

/// A text without its references.
fn plain(text: &str) -> Result<Cow<'_, str>, NoXml> {
    if !text.contains('&') {
        return Ok(Cow::Borrowed(text));
    }
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('&') {
        plain.push_str(before);
        let (name, behind) = behind.split_once(';').ok_or(NoXml)?;
        plain.push(letter(name).ok_or(NoXml)?);
        rest = behind;
    }
    plain.push_str(rest);
    Ok(Cow::Owned(plain))
}

fn letter(name: &str) -> Option<char> {
    match name {
        "lt" => Some('<'),
        "gt" => Some('>'),
        "amp" => Some('&'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let number = name.strip_prefix('#')?;
            let number = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(number)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn x5_elements_attributes_and_texts_are_told_one_by_one() {
        let mut pull =
            Pull::new("<?xml?><x:a b='1 > 0' n:c=\"&lt;&#x3042;\"><!-- <d> -->あ&amp;<e/></x:a>");
        let Ok(Some(Met::Begin("a", attributes))) = pull.next() else {
            panic!("begins");
        };
        assert_eq!(attributes.get("b").as_deref(), Some("1 > 0"));
        assert_eq!(attributes.get("c").as_deref(), Some("<あ"));
        assert_eq!(attributes.get("d"), None);
        assert_eq!(pull.next(), Ok(Some(Met::Text("あ&".into()))));
        assert!(matches!(pull.next(), Ok(Some(Met::Begin("e", _)))));
        assert_eq!(pull.next(), Ok(Some(Met::End("e"))));
        assert_eq!(pull.next(), Ok(Some(Met::End("a"))));
        assert_eq!(pull.next(), Ok(None));
    }

    #[test]
    fn x6_entities_of_its_own_and_torn_text_are_no_xml() {
        for text in [
            "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
            "<a",
            "<a b='",
            "a&b",
            "a&nope;",
            "<>",
        ] {
            let mut pull = Pull::new(text);
            let read = std::iter::from_fn(|| pull.next().transpose());
            assert!(read.take(9).any(|met| met.is_err()), "{text}");
        }
    }
}
