//! Faults of a file, in sentences, with their places.

use super::say::Say;
use super::text::file as text;
use format::json::{Encoding, FileLocation, MAX_BYTES, Problem, ReadError, VERSION};
use strategy::record::{Expected, Found, Odd};

impl Say for Problem {
    fn say(&self) -> String {
        match self {
            Problem::Empty => text::empty().to_owned(),
            Problem::TooLarge(bytes) => text::too_large(bytes >> 20, MAX_BYTES >> 20),
            Problem::Encoding(encoding) => text::encoding(seems(*encoding)),
            Problem::Truncated => text::truncated().to_owned(),
            Problem::Foreign => text::foreign().to_owned(),
            Problem::NotJson(why) => text::not_json(odd(*why)),
            Problem::TooDeep => text::too_deep().to_owned(),
            Problem::NotOurs(None) => text::not_ours().to_owned(),
            Problem::NotOurs(Some(format)) => text::not_ours_but(format),
            Problem::Newer(version) => text::newer(version, VERSION),
            Problem::WrongType { expected, found } => {
                text::wrong_type(written(found), writable(*expected))
            }
            Problem::UnknownField(name) => text::unknown_field(name),
            Problem::MissingField(name) => text::missing_field(name),
            Problem::RepeatedField(name) => text::repeated_field(name),
            Problem::UnknownWord { word, allowed } => {
                let allowed: Vec<_> = allowed.iter().map(text::word).collect();
                text::unknown_word(word, allowed.join(text::between_words()))
            }
            Problem::NotAnId(no) => text::not_an_id(&no.text, no.prefix),
            Problem::RepeatedYear(year) => text::repeated_year(year),
            Problem::RepeatedId { id, first } => {
                let first = first.as_ref().map(text::first_place);
                text::repeated_id(id, first.unwrap_or_default())
            }
            Problem::Flaw(flaw) => text::flaw(flaw),
        }
    }
}

fn seems(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::ShiftJis => text::shift_jis(),
        Encoding::Utf16 => text::utf_16(),
        Encoding::Unknown => "",
    }
}

/// Names the syntax error of a text that is not JSON.
fn odd(odd: Odd) -> &'static str {
    match odd {
        Odd::NoObject => text::odd_no_object(),
        Odd::NameUnquoted => text::odd_name_unquoted(),
        Odd::NoColon => text::odd_no_colon(),
        Odd::NoComma => text::odd_no_comma(),
        Odd::LastComma => text::odd_last_comma(),
        Odd::NoText => text::odd_no_text(),
        Odd::NoValue => text::odd_no_value(),
        Odd::Number => text::odd_number(),
        Odd::Letters => text::odd_letters(),
        Odd::Control => text::odd_control(),
        Odd::Broken => text::odd_broken(),
        Odd::Unicode => text::odd_unicode(),
        Odd::Escape => text::odd_escape(),
        Odd::Rest => text::odd_rest(),
    }
}

/// Names the kind of value that a place accepts.
fn writable(expected: Expected) -> String {
    let sentence = match expected {
        Expected::WholeFrom(least) => return text::whole_from(least),
        Expected::WholeBetween(least, most) => return text::whole_between(least, most),
        Expected::Id(prefix) => return text::id(prefix),
        Expected::Text => text::text(),
        Expected::Printed => text::printed(),
        Expected::Truth => text::truth(),
        Expected::Null => "null",
        Expected::Whole => text::whole_number(),
        Expected::Decimal => text::decimal(),
        Expected::Money => text::money(),
        Expected::Order => text::order(),
        Expected::Word => text::allowed_word(),
        Expected::List => text::list(),
        Expected::Object => text::object(),
        Expected::Years => text::years(),
        Expected::Year => text::year(),
        Expected::Other => text::other_kind(),
    };
    sentence.to_owned()
}

/// Names the value found in a place.
fn written(found: &Found) -> String {
    match found {
        Found::Text(letters) => text::found_text(letters),
        Found::Number(number) => text::found_number(number),
        Found::Truth(so) => text::found_bare(so),
        Found::Null => text::found_bare("null"),
        Found::List => text::list().to_owned(),
        Found::Object => text::object().to_owned(),
        Found::NoYear => text::no_year().to_owned(),
        Found::Written(letters) => text::word(letters),
        Found::Other => text::other_kind().to_owned(),
    }
}

impl Say for FileLocation {
    fn say(&self) -> String {
        match (&self.position, self.path.as_str()) {
            (Some(at), "") => text::position(at.line, at.column),
            (Some(at), path) => text::position_and_path(at.line, at.column, path),
            (None, "") => text::whole().to_owned(),
            (None, path) => path.to_owned(),
        }
    }
}

impl Say for ReadError {
    fn say(&self) -> String {
        match &self.place {
            Some(place) => text::at_place(place, &self.problem),
            None => self.problem.say(),
        }
    }
}
