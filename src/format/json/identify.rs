//! Detection of the format and version of a file, before the rest is read.

use super::{FORMAT, Problem, VERSION};
use strategy::record::{Expected, Fault as Wrong, Found, Halt, Scan, shortened};

/// A problem, and the position up to which the text was read.
pub type FaultAt = (Problem, usize);

impl From<Halt> for Problem {
    fn from(halt: Halt) -> Self {
        match halt {
            Halt::End => Problem::Truncated,
            Halt::Odd(why) => Problem::NotJson(why),
            Halt::Deep => Problem::TooDeep,
        }
    }
}

impl From<Wrong> for Problem {
    fn from(fault: Wrong) -> Self {
        match fault {
            Wrong::Kind => Problem::WrongType {
                expected: Expected::Other,
                found: Found::Other,
            },
            Wrong::WrongType { expected, found } => Problem::WrongType { expected, found },
            Wrong::Unknown(name) => Problem::UnknownField(shortened(&name)),
            Wrong::Missing(name) => Problem::MissingField(name.to_owned()),
            Wrong::Repeated(name) => Problem::RepeatedField(name.to_owned()),
            Wrong::Word { word, allowed } => Problem::UnknownWord { word, allowed },
            Wrong::NotAnId(text) => Problem::NotAnId(text),
            Wrong::YearTwice(year) => Problem::RepeatedYear(year),
            Wrong::Text(halt) => halt.into(),
        }
    }
}

/// Returns the version of a file of ours, this one or an earlier.
pub fn version(text: &[u8]) -> Result<u32, FaultAt> {
    let mut scan = Scan { text, at: 0 };
    match scan.peek() {
        None => return Err((Problem::Empty, 0)),
        Some(b'{') => scan.at += 1,
        Some(b'[' | b'"' | b'-' | b'0'..=b'9') => return Err((Problem::NotOurs(None), 0)),
        Some(_) => return Err((Problem::Foreign, 0)),
    }
    let (mut ours, mut version) = (false, None);
    let mut first = true;
    while !(ours && version.is_some()) {
        let fault = |scan: &Scan| {
            let at = scan.at;
            move |halt: Halt| (halt.into(), at + 1)
        };
        if !scan.next(first, b'}').map_err(fault(&scan))? {
            break;
        }
        first = false;
        let name = scan.key().map_err(fault(&scan))?;
        let value = scan.value().map_err(fault(&scan))?;
        let written = &text[value.clone()];
        match &text[name] {
            b"format" => match format(written) {
                Some(format) if format == FORMAT => ours = true,
                format => return Err((Problem::NotOurs(format), value.end)),
            },
            b"version" => version = Some((written, value.end)),
            _ => {}
        }
    }
    if !ours {
        return Err((Problem::NotOurs(None), 0));
    }
    let Some((written, end)) = version else {
        return Err((Problem::MissingField("version".to_owned()), scan.at));
    };
    number(written).map_err(|problem| (problem, end))
}

fn format(written: &[u8]) -> Option<String> {
    let text = written.strip_prefix(b"\"")?.strip_suffix(b"\"")?;
    Some(String::from_utf8_lossy(text).chars().take(40).collect())
}

fn number(written: &[u8]) -> Result<u32, Problem> {
    let text = String::from_utf8_lossy(written);
    match text.parse::<u64>() {
        Ok(version) if version > u64::from(VERSION) => Err(Problem::Newer(version)),
        Ok(version) => Ok(version as u32),
        Err(_) => Err(Problem::WrongType {
            expected: Expected::Whole,
            found: Found::Written(text.chars().take(40).collect()),
        }),
    }
}
