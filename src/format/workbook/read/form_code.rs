//! A number format (`#,##0;"△"#,##0`, `0.0%`, `ggge"年"m"月"d"日"`), and the text that it shows for a number.
//!
//! Supports the formats that towns print: groups of three, decimals, thousands left out, percentages, signs, words
//! around the number, days in western years and in 和暦. A fraction or a power of ten is shown plainly.

use rust_decimal::{Decimal, RoundingStrategy};

use super::day::Day;
use strategy::arithmetic::{product, quotient};

/// A piece of a number format.
#[derive(Debug, Clone, PartialEq, Eq)]
enum CodePiece {
    /// Text that is shown as it is.
    Literal(String),
    /// A place for a digit: `0`, `#` or `?`.
    Digit(char),
    /// The decimal point.
    Point,
    /// Groups of three, or thousands left out.
    Comma,
    /// Percent.
    Share,
    /// A part of a day: the letter, and the number of times it is repeated.
    Day(char, usize),
    /// Hours, minutes or seconds that continue beyond a day: the letter.
    Elapsed(char),
    /// The general format.
    General,
    /// A format that is not supported here.
    Other,
}

/// One of the sections between semicolons.
#[derive(Debug, Clone, Default)]
struct CodeSection {
    pieces: Vec<CodePiece>,
    /// Condition for numbers: `[>=1000]`.
    only: Option<(String, Decimal)>,
    /// True if the first year of an era is called 元.
    first_named: bool,
}

/// A number format.
#[derive(Debug, Clone)]
pub struct FormCode(Vec<CodeSection>);

impl FormCode {
    /// Parses a number format.
    pub fn read(code: &str) -> Self {
        let mut sections = vec![CodeSection::default()];
        let mut letters = code.chars().peekable();
        while let Some(letter) = letters.next() {
            if letter == ';' {
                sections.push(CodeSection::default());
                continue;
            }
            let Some(section) = sections.last_mut() else {
                break;
            };
            match letter {
                '"' => {
                    let text = letters.by_ref().take_while(|c| *c != '"').collect();
                    section.literal(text);
                }
                '\\' | '!' => {
                    section.literal(letters.next().map_or_else(String::new, String::from))
                }
                '_' => {
                    letters.next();
                    section.literal(" ".to_owned());
                }
                '*' => drop(letters.next()),
                '[' => {
                    let text: String = letters.by_ref().take_while(|c| *c != ']').collect();
                    section.bracket(&text);
                }
                'G' | 'g' if starts(&letters, "eneral") => {
                    letters.nth("eneral".len() - 1);
                    section.pieces.push(CodePiece::General);
                }
                'E' | 'e' if letters.peek().is_some_and(|c| matches!(c, '+' | '-')) => {
                    section.pieces.push(CodePiece::Other);
                }
                'A' if starts(&letters, "M/PM") => {
                    letters.nth("M/PM".len() - 1);
                    section.pieces.push(CodePiece::Day('A', 1));
                }
                '0' | '#' | '?' => section.pieces.push(CodePiece::Digit(letter)),
                '.' => section.pieces.push(CodePiece::Point),
                ',' => section.pieces.push(CodePiece::Comma),
                '%' => section.pieces.push(CodePiece::Share),
                // A fraction.
                '/' if section
                    .pieces
                    .iter()
                    .any(|p| matches!(p, CodePiece::Digit(_))) =>
                {
                    section.pieces.push(CodePiece::Other);
                }
                '@' => section.pieces.push(CodePiece::General),
                letter if "ymdhsegaYMDHS".contains(letter) => {
                    let mut count = 1;
                    while letters.next_if_eq(&letter).is_some() {
                        count += 1;
                    }
                    section
                        .pieces
                        .push(CodePiece::Day(letter.to_ascii_lowercase(), count));
                }
                letter => section.literal(letter.to_string()),
            }
        }
        Self(sections)
    }

    /// True if it shows a day or a time.
    pub fn is_day(&self) -> bool {
        self.0.first().is_some_and(CodeSection::is_day)
    }

    /// True if it shows a duration, such as 36:00, and not a day.
    pub fn is_elapsed(&self) -> bool {
        let elapsed = |piece: &CodePiece| matches!(piece, CodePiece::Elapsed(_));
        self.0
            .first()
            .is_some_and(|section| section.pieces.iter().any(elapsed))
    }

    /// True if it shows a percentage.
    pub fn is_share(&self) -> bool {
        let share = |piece: &CodePiece| *piece == CodePiece::Share;
        self.0
            .first()
            .is_some_and(|section| section.pieces.iter().any(share))
    }

    /// Returns a number as it is shown (X8).
    pub fn printed(&self, number: Decimal, since_1904: bool) -> String {
        let Some((section, signed)) = self.section(number) else {
            return general(number);
        };
        let shown = match section.is_day() {
            true => Day::of(number, since_1904).map(|day| section.day(day, number)),
            false => section.number(number, signed),
        };
        let shown = shown.map_or_else(|| general(number), |text| text.trim().to_owned());
        let shown = match number.is_sign_negative() && !signed && !section.is_day() {
            true if self.shows_as_positive(number, &shown) => format!("-{shown}"),
            true => with_sign(shown),
            false => shown,
        };
        match self.hides_digits(&shown) {
            true => self.with_digits(number),
            false => shown,
        }
    }

    /// True if a positive number other than zero is shown in the same letters: 約35, in red.
    fn shows_as_positive(&self, number: Decimal, shown: &str) -> bool {
        let above = self.section(number.abs());
        let above = above.and_then(|(section, signed)| section.number(number.abs(), signed));
        above.is_some_and(|above| above.trim() == shown)
            && shown.contains(|c: char| ('1'..='9').contains(&c))
    }

    /// True if a format for digits shows a number without any, as 会計 shows 0 as "-": read as text, it would not be
    /// a number. A format with conditions may give the dash first; none of its words (有, 無) is a dash.
    fn hides_digits(&self, shown: &str) -> bool {
        let with_conditions = self.0.iter().any(|section| section.only.is_some());
        let digits = match with_conditions {
            true => {
                self.0.iter().any(CodeSection::shows_digits) && !shown.contains(char::is_alphabetic)
            }
            false => self.0.first().is_some_and(CodeSection::has_places),
        };
        digits && !shown.contains(char::is_numeric)
    }

    /// Returns a number in the first section with digits; `0` if that shows none.
    fn with_digits(&self, number: Decimal) -> String {
        let signed = number.is_sign_negative() && !number.is_zero();
        let Some(first) = self.0.iter().find(|section| section.has_places()) else {
            return general(number);
        };
        let shown = first.number(number, signed);
        let shown = shown.map(|text| text.trim().to_owned());
        let numbered = shown.filter(|text| text.contains(char::is_numeric));
        numbered.unwrap_or_else(|| "0".to_owned())
    }

    /// Returns the section for a number, and true if its sign is to be written.
    fn section(&self, number: Decimal) -> Option<(&CodeSection, bool)> {
        let negative = number.is_sign_negative() && !number.is_zero();
        if self.0.iter().any(|section| section.only.is_some()) {
            let fits = |section: &&CodeSection| {
                section.only.as_ref().is_none_or(|only| holds(only, number))
            };
            let found = self.0.iter().find(fits)?;
            // A section for numbers below zero alone writes its sign itself: [<0]"△"0.
            let of_negatives = found.only.as_ref().is_some_and(is_below_zero);
            return Some((found, negative && !of_negatives));
        }
        match (self.0.as_slice(), negative, number.is_zero()) {
            ([_, below, ..], true, _) => Some((below, false)),
            ([_, _, zero, ..], _, true) => Some((zero, false)),
            ([first, ..], negative, _) => Some((first, negative)),
            _ => None,
        }
    }
}

fn starts(letters: &std::iter::Peekable<std::str::Chars<'_>>, word: &str) -> bool {
    letters.clone().take(word.len()).eq(word.chars())
}

fn holds((sign, than): &(String, Decimal), number: Decimal) -> bool {
    match sign.as_str() {
        ">=" => number >= *than,
        "<=" => number <= *than,
        "<>" => number != *than,
        ">" => number > *than,
        "<" => number < *than,
        _ => number == *than,
    }
}

/// True for a condition that holds for numbers below zero alone.
fn is_below_zero((sign, than): &(String, Decimal)) -> bool {
    match sign.as_str() {
        "<" => *than <= Decimal::ZERO,
        "<=" | "=" => *than < Decimal::ZERO,
        _ => false,
    }
}

/// Adds a sign to a negative number that is marked by red or by brackets alone: as text it would be positive, or not
/// a number.
fn with_sign(shown: String) -> String {
    let inside = shown
        .strip_prefix(['(', '（'])
        .and_then(|text| text.strip_suffix([')', '）']));
    let bare = inside.unwrap_or(&shown);
    let is_bare = bare.starts_with(|c: char| c.is_ascii_digit() || "¥￥$".contains(c));
    let is_zero = !bare.contains(|c: char| ('1'..='9').contains(&c));
    match is_bare && !is_zero {
        true => format!("-{bare}"),
        false => shown,
    }
}

/// Returns a number in the general format, in the eleven characters that a cell shows of it.
fn general(number: Decimal) -> String {
    let whole = number.trunc().abs().to_string().len();
    let decimals = u32::try_from(10_usize.saturating_sub(whole)).unwrap_or_default();
    rounded(number, decimals).normalize().to_string()
}

fn rounded(number: Decimal, decimals: u32) -> Decimal {
    number.round_dp_with_strategy(decimals.min(28), RoundingStrategy::MidpointAwayFromZero)
}

impl CodeSection {
    fn literal(&mut self, text: String) {
        match self.pieces.last_mut() {
            Some(CodePiece::Literal(last)) => last.push_str(&text),
            _ => self.pieces.push(CodePiece::Literal(text)),
        }
    }

    /// Reads a colour, a condition, a currency with its place (`[$¥-411]`), or a duration (`[h]`).
    fn bracket(&mut self, text: &str) {
        if let Some(place) = text.strip_prefix('$') {
            let sign = place.split('-').next().unwrap_or_default();
            self.first_named |= place.contains("gannen");
            return self.literal(sign.to_owned());
        }
        let signs = text.chars().take_while(|c| "<>=".contains(*c)).count();
        if signs > 0 {
            let than = text[signs..].trim().parse().ok();
            self.only = than.map(|than| (text[..signs].to_owned(), than));
        } else if matches!(text, "h" | "hh" | "m" | "mm" | "s" | "ss") {
            self.pieces
                .extend(text.chars().next().map(CodePiece::Elapsed));
        }
    }

    /// True if it has a place for a digit.
    fn has_places(&self) -> bool {
        let is_digit = |piece: &CodePiece| matches!(piece, CodePiece::Digit(_));
        self.pieces.iter().any(is_digit)
    }

    /// True if it has a place for a digit, or uses the general format.
    fn shows_digits(&self) -> bool {
        self.has_places() || self.pieces.contains(&CodePiece::General)
    }

    fn is_day(&self) -> bool {
        let day = |piece: &CodePiece| matches!(piece, CodePiece::Day(..) | CodePiece::Elapsed(_));
        let digit = |piece: &CodePiece| {
            matches!(
                piece,
                CodePiece::Digit(_) | CodePiece::General | CodePiece::Other
            )
        };
        self.pieces.iter().any(day) && !self.pieces.iter().any(digit)
    }

    /// Returns the places of digits before and behind the point, and their least and largest number.
    fn places(&self) -> (Vec<usize>, usize, usize) {
        let point = self
            .pieces
            .iter()
            .position(|piece| *piece == CodePiece::Point);
        let point = point.unwrap_or(self.pieces.len());
        let digits = |from: usize, to: usize| {
            let is = |at: &usize| matches!(self.pieces[*at], CodePiece::Digit(_));
            (from..to).filter(is).collect::<Vec<_>>()
        };
        let behind = digits(point, self.pieces.len());
        let zero = |at: &&usize| self.pieces[**at] == CodePiece::Digit('0');
        let least = behind
            .iter()
            .rposition(|at| zero(&at))
            .map_or(0, |at| at + 1);
        (digits(0, point), least, behind.len())
    }

    /// Returns the number of groups of three digits that are left out: the commas directly after the last digit.
    fn thousands(&self) -> usize {
        let is_digit = |piece: &CodePiece| matches!(piece, CodePiece::Digit(_));
        let last = self.pieces.iter().rposition(is_digit);
        let behind = last.map_or(&[][..], |at| &self.pieces[at + 1..]);
        let commas = behind
            .iter()
            .take_while(|piece| **piece == CodePiece::Comma);
        commas.count()
    }

    fn number(&self, number: Decimal, signed: bool) -> Option<String> {
        let has = |wanted: fn(&CodePiece) -> bool| self.pieces.iter().any(wanted);
        let is_other = |piece: &CodePiece| {
            matches!(
                piece,
                CodePiece::Other | CodePiece::Day(..) | CodePiece::Elapsed(_)
            )
        };
        if has(is_other) {
            return None;
        }
        let (before, least, most) = self.places();
        let sign = if signed { "-" } else { "" };
        let mut value = number.abs();
        for piece in &self.pieces {
            if *piece == CodePiece::Share {
                value = product(value, Decimal::ONE_HUNDRED)?;
            }
        }
        let Some(last) = before.last() else {
            let decimals = has(|piece| matches!(piece, CodePiece::Digit(_)));
            return if decimals {
                None
            } else {
                Some(self.words(sign, value))
            };
        };
        for _ in 0..self.thousands() {
            value = quotient(value, Decimal::ONE_THOUSAND)?;
        }
        let between = &self.pieces[before[0]..*last];
        let grouped = between.contains(&CodePiece::Comma);
        let value = rounded(value, u32::try_from(most).ok()?);
        let text = format!("{value:.most$}");
        let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
        let shown = rest.trim_end_matches('0').len().max(least.min(rest.len()));
        let whole = self.whole(&before, whole.trim_start_matches('0'), grouped);
        let sign = if value.is_zero() { "" } else { sign };
        Some(self.put(sign, &whole, &rest[..shown], &before))
    }

    /// Returns the text at each place of a digit before the point.
    fn whole(&self, places: &[usize], digits: &str, grouped: bool) -> Vec<String> {
        let mut digits: Vec<char> = digits.chars().collect();
        let mut all = Vec::new();
        let mut written = 0;
        for (nth, at) in places.iter().enumerate().rev() {
            let mut own = String::new();
            // The first place takes all remaining digits.
            while let Some(digit) = digits.pop().or_else(|| {
                (own.is_empty() && self.pieces[*at] == CodePiece::Digit('0')).then_some('0')
            }) {
                if grouped && written > 0 && written % 3 == 0 {
                    own.insert(0, ',');
                }
                own.insert(0, digit);
                written += 1;
                if nth > 0 {
                    break;
                }
            }
            all.insert(0, own);
        }
        all
    }

    fn put(&self, sign: &str, whole: &[String], decimals: &str, places: &[usize]) -> String {
        let mut text = sign.to_owned();
        let mut whole = whole.iter();
        let mut decimals = decimals.chars();
        for (at, piece) in self.pieces.iter().enumerate() {
            match piece {
                CodePiece::Literal(literal) => text.push_str(literal),
                CodePiece::Digit(_) if places.contains(&at) => {
                    text.push_str(whole.next().map_or("", String::as_str));
                }
                CodePiece::Digit(_) => text.extend(decimals.next()),
                CodePiece::Point if !decimals.as_str().is_empty() => text.push('.'),
                CodePiece::Share => text.push('%'),
                _ => {}
            }
        }
        text
    }

    /// Returns the text of a section without a place for digits.
    fn words(&self, sign: &str, value: Decimal) -> String {
        let mut text = sign.to_owned();
        for piece in &self.pieces {
            match piece {
                CodePiece::Literal(literal) => text.push_str(literal),
                CodePiece::General => text.push_str(&general(value)),
                CodePiece::Share => text.push('%'),
                _ => {}
            }
        }
        text
    }

    fn day(&self, day: Day, number: Decimal) -> String {
        let half = self.pieces.contains(&CodePiece::Day('A', 1));
        let mut text = String::new();
        let mut clock = false;
        for (at, piece) in self.pieces.iter().enumerate() {
            match piece {
                CodePiece::Literal(literal) => text.push_str(literal),
                CodePiece::Point => text.push('.'),
                CodePiece::Comma => text.push(','),
                CodePiece::Elapsed(letter) => {
                    clock = true;
                    text.push_str(&elapsed(number, *letter).to_string());
                }
                CodePiece::Day(letter, count) => {
                    let next = self.pieces[at + 1..].iter().find_map(|piece| match piece {
                        CodePiece::Day(letter, _) => Some(*letter),
                        _ => None,
                    });
                    let minute = *letter == 'm' && (clock || next == Some('s'));
                    clock = matches!(letter, 'h' | 's') || minute;
                    let letter = if minute { 'n' } else { *letter };
                    text.push_str(&day.part(letter, *count, half, self.first_named));
                }
                _ => {}
            }
        }
        match text.trim().is_empty() {
            true => general(number),
            false => text,
        }
    }
}

/// Returns the hours, minutes or seconds of a number of days.
fn elapsed(number: Decimal, letter: char) -> Decimal {
    let of_an_hour = |count: u32| product(number, Decimal::from(24 * count)).unwrap_or_default();
    // Rounded to seconds first: 1:30 is stored as 0.0625.
    let seconds = rounded(of_an_hour(3600), 0);
    let length = match letter {
        'h' => 3600,
        'm' => 60,
        _ => 1,
    };
    quotient(seconds, Decimal::from(length))
        .unwrap_or_default()
        .trunc()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn x8_a_number_is_read_as_it_is_seen() {
        for (code, number, seen) in [
            ("General", "272000", "272000"),
            ("General", "0.333333333333333", "0.333333333"),
            ("#,##0", "272000", "272,000"),
            ("#,##0", "-40", "-40"),
            ("#,##0;\"△\"#,##0", "-1234", "△1,234"),
            ("#,##0;[Red]\"▲\"#,##0;\"－\"", "0", "0"),
            ("#,##0;[Red]#,##0", "-35", "-35"),
            ("#,##0;[赤]#,##0\"人\"", "-1234", "-1,234人"),
            ("#,##0_);(#,##0)", "-1234", "-1,234"),
            ("#,##0_);[Red](#,##0\"人\")", "-35", "-35人"),
            ("0;[Red]0", "-0.3", "0"),
            ("#,##0;\"赤字\"#,##0", "-35", "赤字35"),
            ("#,##0\"人\";\"△ \"#,##0\"人\";\"-\"", "0", "0人"),
            ("#,##0;\"△\"#,##0;", "0", "0"),
            ("#,##0;\"減\"", "-5", "-5"),
            ("#,##0;\"△\"#,##0;\"なし\"", "0", "0"),
            ("\"○\";\"×\";\"△\"", "0", "△"),
            (";;;", "0", ""),
            (";;;", "12", ""),
            ("[=0]\"-\";#,##0", "0", "0"),
            ("[=0]\"\";General", "0", "0"),
            ("[>100]\"\";General", "150", "150"),
            ("[>100]\"多数\";0", "150", "多数"),
            ("[<>0]#,##0;\"－\"", "0", "0"),
            ("0;-0;;@", "0", "0"),
            ("[=1]\"有\";[=0]\"無\";0", "0", "無"),
            ("[>0]\"+\"#,##0;[<0]\"△\"#,##0;\"±0\"", "-4", "△4"),
            ("[<0]#,##0;0", "-4", "-4"),
            ("[<100]\"約\"0;0", "-4", "-約4"),
            ("#,", "300", "0"),
            ("0.0%", "0.342", "34.2%"),
            ("0.0\"％\"", "34.25", "34.3％"),
            ("#,##0,", "1234567", "1,235"),
            ("#,##0.0,,\"百万円\"", "1250000", "1.3百万円"),
            ("\"約\"#,##0\"人\"", "1500", "約1,500人"),
            ("0.##", "1.5", "1.5"),
            ("0.00", "1.2", "1.20"),
            ("000-0000", "490001", "049-0001"),
            ("_ * #,##0_ ;_ * -#,##0_ ;_ * \"-\"_ ;_ @_ ", "8", "8"),
            ("_ * #,##0_ ;_ * -#,##0_ ;_ * \"-\"_ ;_ @_ ", "0", "0"),
            ("[>=1000]#,##0\"千円\";0\"円\"", "999", "999円"),
            ("[$¥-411]#,##0", "5", "¥5"),
            ("#,##0_);(#,##0)", "-5", "-5"),
            ("#", "0", "0"),
            ("0.00E+00", "1200", "1200"),
            ("# ?/?", "0.5", "0.5"),
            ("yyyy/m/d", "46350", "2026/11/24"),
            ("[$-411]ge.m.d;@", "46350", "R8.11.24"),
            (
                "[$-ja-JP-x-gannen]ggge\"年\"m\"月\"d\"日\";@",
                "43586",
                "令和元年5月1日",
            ),
            ("ggge\"年度\"", "45383", "令和6年度"),
            ("m\"月\"d\"日\"(aaa)", "46350", "11月24日(火)"),
            ("yyyy/m/d h:mm", "46350.75", "2026/11/24 18:00"),
            ("h:mm AM/PM", "0.75", "6:00 PM"),
            // A duration is not a number of days.
            ("[h]:mm", "1.5", "36:00"),
            ("[h]:mm:ss", "0.5208333333", "12:30:00"),
            ("[m]\"分\"", "0.0625", "90分"),
            ("[h]\"時間\"mm\"分\"", "1.0625", "25時間30分"),
            // A negative number is shown like a positive one, except for its colour.
            ("\"約\"#,##0;[Red]\"約\"#,##0", "-35", "-約35"),
            ("#,##0\"人\";[Red]#,##0\"人\"", "-35", "-35人"),
            ("#,##0;\"（\"#,##0\"）\"", "-1234", "-1,234"),
            ("d-mmm-yy", "46350", "24-Nov-26"),
            ("0\"年度\"", "2024", "2024年度"),
        ] {
            let number = number.parse().expect("a number");
            assert_eq!(FormCode::read(code).printed(number, false), seen, "{code}");
        }
    }
}
