//! A page as a tree of elements: written as HTML text, or built in a browser. Text stays text in both: none of it is
//! read as markup.

pub mod ruby;

use std::fmt;

use ruby::{pieces, plain};

/// Content of an element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    /// Text.
    Text(String),
    /// Another element.
    Element(Element),
}

/// An element: its name, its attributes and its content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element {
    /// Name.
    pub name: &'static str,
    /// Attributes, in order.
    pub attributes: Vec<(&'static str, String)>,
    /// Content.
    pub children: Vec<Node>,
}

/// Makes an empty element.
pub fn element(name: &'static str) -> Element {
    Element {
        name,
        attributes: Vec::new(),
        children: Vec::new(),
    }
}

/// Makes an element with a text.
pub fn text(name: &'static str, text: &str) -> Element {
    element(name).text(text)
}

impl Element {
    /// Adds an attribute.
    pub fn with(mut self, name: &'static str, value: &str) -> Self {
        self.attributes.push((name, value.to_owned()));
        self
    }

    /// Sets the classes.
    pub fn class(self, classes: &str) -> Self {
        self.with("class", classes)
    }

    /// Adds a text after its content.
    pub fn text(mut self, text: &str) -> Self {
        self.children.push(Node::Text(text.to_owned()));
        self
    }

    /// Adds an element after its content.
    pub fn child(mut self, child: Element) -> Self {
        self.children.push(Node::Element(child));
        self
    }

    /// Adds elements after its content; an `Option` is none or one.
    pub fn all(mut self, children: impl IntoIterator<Item = Element>) -> Self {
        self.children
            .extend(children.into_iter().map(Node::Element));
        self
    }
}

/// Elements without content and end tag.
const VOID: [&str; 6] = ["br", "hr", "img", "input", "link", "meta"];

impl fmt::Display for Element {
    /// Writes the element as HTML text.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<{}", self.name)?;
        for (name, value) in &self.attributes {
            write!(f, " {name}=\"")?;
            escape(f, &plain(value))?;
            f.write_str("\"")?;
        }
        f.write_str(">")?;
        if VOID.contains(&self.name) {
            return Ok(());
        }
        for child in &self.children {
            match child {
                Node::Text(text) if PLAIN.contains(&self.name) => escape(f, &plain(text))?,
                Node::Text(text) => with_readings(f, text)?,
                Node::Element(element) => element.fmt(f)?,
            }
        }
        write!(f, "</{}>", self.name)
    }
}

/// Elements with plain text only: readings are not allowed in them.
const PLAIN: [&str; 5] = ["title", "text", "option", "code", "rt"];

/// Writes a text, the readings it carries over its words.
fn with_readings(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    for (word, reading) in pieces(text) {
        match reading {
            "" => escape(f, word)?,
            reading => {
                f.write_str("<ruby>")?;
                escape(f, word)?;
                f.write_str("<rt>")?;
                escape(f, reading)?;
                f.write_str("</rt></ruby>")?;
            }
        }
    }
    Ok(())
}

fn escape(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    for part in text.split_inclusive(['&', '<', '>', '"']) {
        let mut letters = part.chars();
        let entity = match letters.next_back() {
            Some('&') => "&amp;",
            Some('<') => "&lt;",
            Some('>') => "&gt;",
            Some('"') => "&quot;",
            _ => {
                f.write_str(part)?;
                continue;
            }
        };
        f.write_str(letters.as_str())?;
        f.write_str(entity)?;
    }
    Ok(())
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{element, text};
    use proptest::prelude::*;

    #[test]
    fn elements_stand_in_one_another() {
        let list = element("ul")
            .class("a")
            .all(["x", "y"].map(|one| text("li", one)));
        let html = r#"<ul class="a"><li>x</li><li>y</li></ul>"#;
        assert_eq!(list.to_string(), html);
        assert_eq!(element("br").to_string(), "<br>");
    }

    proptest! {
        #[test]
        fn no_text_is_read_as_markup(letters in "[<>&\"'a-z]{0,40}") {
            let html = text("p", &letters).with("title", &letters).to_string();
            let inner = html.strip_prefix("<p title=\"").and_then(|rest| rest.strip_suffix("</p>"));
            let (value, body) = inner.expect("a paragraph").split_once("\">").expect("a value");
            for part in [value, body] {
                prop_assert!(!part.contains(['<', '>', '"']));
                let plain = part.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
                prop_assert_eq!(&plain, &letters);
            }
        }
    }
}
