//! An object without its long lists: a small text that can be read at once, and the way back to the file.

use std::ops::Range;

use super::scan::{Halt, Scan};

/// The text of an object with some of its lists emptied.
#[derive(Debug, Default)]
pub struct Cut {
    text: Vec<u8>,
    /// From this place in the cut text on, the bytes are those of the file from that place on.
    joints: Vec<(usize, usize)>,
}

/// An element of a list that was cut out: which list, which element, where in the file.
pub type Element = (usize, usize, Range<usize>);

impl Cut {
    /// Goes past an object, which comes next, cutting out these lists.
    pub fn of(scan: &mut Scan, lists: &[&str]) -> Result<(Self, Vec<Element>), Halt> {
        let mut cut = Self::default();
        let mut elements = Vec::new();
        scan.must(b'{', "「{」がありません")?;
        cut.open(scan.at - 1);
        let mut first = true;
        while scan.next(first, b'}')? {
            first = false;
            let start = scan.at;
            let name = scan.key()?;
            let colon = scan.at;
            let list = lists
                .iter()
                .position(|list| list.as_bytes() == &scan.text[name.clone()]);
            if let Some(list) = list
                && scan.eat(b'[')
            {
                let mut index = 0;
                while scan.next(index == 0, b']')? {
                    elements.push((list, index, scan.value()?));
                    index += 1;
                }
                cut.member(scan.text, start..colon, b"[]");
            } else {
                let end = scan.value()?.end;
                cut.member(scan.text, start..end, b"");
            }
        }
        cut.close(scan.at - 1);
        Ok((cut, elements))
    }

    /// The text.
    pub fn text(&self) -> &[u8] {
        &self.text
    }

    /// The place in the file where a reader of the cut text is when it has read up to `at`.
    pub fn original(&self, at: usize) -> usize {
        let joint = self.joints.iter().rev().find(|(here, _)| *here < at);
        joint.map_or(0, |(here, there)| there + at - here)
    }

    /// Begins with the bracket at this place of the file.
    pub fn open(&mut self, at: usize) {
        self.joints.push((0, at));
        self.text.push(b'{');
    }

    /// Takes over a part of the file that is a member, or its beginning and `instead` of the rest.
    pub fn member(&mut self, file: &[u8], range: Range<usize>, instead: &[u8]) {
        if self.text.len() > 1 {
            self.text.push(b',');
        }
        self.joints.push((self.text.len(), range.start));
        self.text.extend_from_slice(&file[range]);
        self.text.extend_from_slice(instead);
    }

    /// Ends with the bracket at this place of the file.
    pub fn close(&mut self, at: usize) {
        self.joints.push((self.text.len(), at));
        self.text.push(b'}');
    }
}
