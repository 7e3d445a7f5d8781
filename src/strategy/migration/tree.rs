//! A JSON text as a tree, for code that changes its shape. Numbers stay as they are written.

use crate::record::{Read, ValueReader};

/// A JSON value.
#[derive(Debug, Clone, PartialEq)]
pub enum Tree {
    /// A text.
    Text(String),
    /// A number, `true`, `false` or `null`, as it is written.
    Bare(String),
    /// A list.
    List(Vec<Tree>),
    /// An object.
    Object(Object),
}

/// Members of an object by name, in their order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Object(pub Vec<(String, Tree)>);

impl Tree {
    /// Reads the next value. The caller has checked that its brackets are not nested too deeply for recursion.
    pub fn read(reading: &mut ValueReader) -> Read<Self> {
        let mut first = true;
        Ok(match reading.scan.peek() {
            Some(b'{') => {
                let mut object = Object::default();
                reading.begin()?;
                while let Some((name, _)) = reading.member(&mut first)? {
                    object.0.push((name.into_owned(), Self::read(reading)?));
                }
                Self::Object(object)
            }
            Some(b'[') => {
                let mut list = Vec::new();
                reading.scan.at += 1;
                while reading.element(std::mem::take(&mut first))? {
                    list.push(Self::read(reading)?);
                }
                Self::List(list)
            }
            Some(b'"') => Self::Text(reading.text()?.into_owned()),
            _ => Self::Bare(reading.bare()?),
        })
    }

    /// Returns the members of an object; nothing for any other value.
    pub fn members(&mut self) -> impl Iterator<Item = (&String, &mut Tree)> {
        let members = match self {
            Self::Object(Object(members)) => members.as_mut_slice(),
            _ => &mut [],
        };
        members.iter_mut().map(|(name, value)| (&*name, value))
    }

    /// Returns the value as JSON text.
    pub fn text(&self) -> String {
        let mut text = String::new();
        self.write(&mut text);
        text
    }

    /// Writes the value at the end of the text.
    pub fn write(&self, out: &mut String) {
        match self {
            Self::Text(text) => quoted(text, out),
            Self::Bare(bare) => out.push_str(bare),
            Self::List(list) => {
                out.push('[');
                for (index, value) in list.iter().enumerate() {
                    out.push_str(if index > 0 { "," } else { "" });
                    value.write(out);
                }
                out.push(']');
            }
            Self::Object(Object(members)) => {
                out.push('{');
                for (index, (name, value)) in members.iter().enumerate() {
                    out.push_str(if index > 0 { "," } else { "" });
                    quoted(name, out);
                    out.push(':');
                    value.write(out);
                }
                out.push('}');
            }
        }
    }
}

fn quoted(text: &str, out: &mut String) {
    // Serializing a string to JSON does not fail.
    out.push_str(&serde_json::to_string(text).unwrap_or_default());
}

impl Object {
    /// Returns the member of this name.
    pub fn get(&self, name: &str) -> Option<&Tree> {
        let own = |(other, _): &&(String, Tree)| other == name;
        self.0.iter().find(own).map(|(_, value)| value)
    }

    /// Returns the member of this name, to change it.
    pub fn get_mut(&mut self, name: &str) -> Option<&mut Tree> {
        let own = |(other, _): &&mut (String, Tree)| other == name;
        self.0.iter_mut().find(own).map(|(_, value)| value)
    }

    /// Removes a member and returns it.
    pub fn remove(&mut self, name: &str) -> Option<Tree> {
        let at = self.0.iter().position(|(other, _)| other == name)?;
        Some(self.0.remove(at).1)
    }

    /// Removes an object and returns it; an empty one where there is none.
    pub fn take(&mut self, name: &str) -> Self {
        match self.remove(name) {
            Some(Tree::Object(object)) => object,
            _ => Self::default(),
        }
    }

    /// Sets a member, replacing one of the same name.
    pub fn insert(&mut self, name: &str, value: Tree) {
        match self.get_mut(name) {
            Some(there) => *there = value,
            None => self.0.push((name.to_owned(), value)),
        }
    }
}
