//! Numbers as they are printed: the value of a cell, and the number format that shows it so.

use rust_decimal::Decimal;

use strategy::arithmetic::exact;
use strategy::{Figure, Money, half_width};

/// A number and its number format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownNumber {
    /// The number.
    pub value: Decimal,
    /// Number format, as a spreadsheet writes it (`#,##0.0"％"`).
    pub form: String,
    /// Printed text, if the number format shows it beside the number.
    pub printed: Option<String>,
}

/// Number of digits that a spreadsheet keeps of a number.
const DIGITS: usize = 15;
/// Longest text before or behind the digits of a number.
const LONGEST: usize = 40;

/// The digits of a printed number: their position, and their grouping.
struct PrintedCell<'a> {
    before: &'a str,
    minus: Option<char>,
    digits: String,
    behind: &'a str,
}

impl ShownNumber {
    /// Returns a printed figure as a number that shows exactly the printed text (X2); `None` if it has to stay text.
    pub fn figure(figure: &Figure) -> Option<Self> {
        let value = figure.value()?;
        let printed = PrintedCell::find(figure.text())?;
        let plain = printed.digits.replace(',', "");
        let decimals = plain.split_once('.').map_or(0, |(_, rest)| rest.len());
        let grouped = printed.digits.contains(',');
        let number = exact(&plain)?;
        let same = match printed.minus {
            Some(_) => value == -number && !number.is_zero(),
            None => value == number,
        };
        let fits = same
            && plain.chars().filter(char::is_ascii_digit).count() <= DIGITS
            && written(number, decimals, grouped) == printed.digits;
        fits.then(|| Self {
            value,
            form: printed.form(decimals, grouped),
            printed: None,
        })
    }

    /// Returns a number with the printed text beside it in brackets: 2,600 (260万人) in a column of 千人.
    pub fn beside(value: Decimal, printed: &str) -> Self {
        let value = value.normalize();
        let decimals = "0".repeat(value.scale() as usize);
        let digits = match decimals.as_str() {
            "" => "#,##0".to_owned(),
            decimals => format!("#,##0.{decimals}"),
        };
        let shown = printed.chars().filter(|c| *c != '"' && !c.is_control());
        let beside: String = shown.take(LONGEST).collect();
        Self {
            value,
            form: format!("{digits}\" ({beside})\";\"△\"{digits}\" ({beside})\""),
            printed: Some(printed.to_owned()),
        }
    }

    /// Returns 千円 as a number; `None` for a dash, which has to stay text.
    pub fn money(money: &Money) -> Option<Self> {
        match money {
            Money::Thousand(amount) => Some(Self::thousands(*amount)),
            Money::Blank(_) => None,
        }
    }

    /// Returns the text of the number in a cell.
    pub fn text(&self) -> String {
        let below = self.value.is_sign_negative() && !self.value.is_zero();
        let mut halves = self.form.split(';');
        let half = halves.clone().nth(usize::from(below));
        let half = half.or_else(|| halves.next()).unwrap_or_default();
        let digits: String = unquoted(half);
        let decimals = digits.split_once('.').map_or(0, |(_, rest)| rest.len());
        let number = written(self.value.abs(), decimals, digits.contains(','));
        let mut told = String::new();
        let mut is_told = false;
        for (at, piece) in half.split('"').enumerate() {
            if at % 2 == 1 {
                told.push_str(piece);
            } else if !piece.is_empty() && !std::mem::replace(&mut is_told, true) {
                told.push_str(&number);
            }
        }
        told
    }

    /// Returns a whole number in groups of three, below zero with △.
    pub fn thousands(amount: i64) -> Self {
        Self {
            value: Decimal::from(amount),
            form: "#,##0;\"△\"#,##0".to_owned(),
            printed: None,
        }
    }
}

impl<'a> PrintedCell<'a> {
    /// Finds the first run of digits, in half-width or in full-width.
    fn find(text: &'a str) -> Option<Self> {
        let is_digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
        let is_inside = |c: char| is_digit(c) || matches!(c, ',' | '.' | '，' | '．');
        // A number format does not show full-width digits.
        let from = text.find(is_digit)?;
        let run = &text[from..];
        let to = run.find(|c| !is_inside(c)).unwrap_or(run.len());
        let run = run[..to].trim_end_matches([',', '.', '，', '．']);
        let digits = half_width(run);
        let before = &text[..from];
        let minus = before.chars().next_back().filter(|c| is_minus(*c));
        let before = &before[..before.len() - minus.map_or(0, char::len_utf8)];
        let printed = Self {
            before,
            minus,
            digits,
            behind: &text[from + run.len()..],
        };
        let literal =
            |text: &str| text.chars().count() <= LONGEST && !text.contains(['"', '\n', '\r']);
        (run == printed.digits && literal(printed.before) && literal(printed.behind))
            .then_some(printed)
    }

    fn form(&self, decimals: usize, grouped: bool) -> String {
        let mut digits = if grouped { "#,##0" } else { "0" }.to_owned();
        if decimals > 0 {
            digits.push('.');
            digits.push_str(&"0".repeat(decimals));
        }
        let (before, behind) = (quoted(self.before), quoted(self.behind));
        let minus = quoted(&self.minus.unwrap_or('△').to_string());
        format!("{before}{digits}{behind};{before}{minus}{digits}{behind}")
    }
}

fn is_minus(letter: char) -> bool {
    matches!(letter, '△' | '▲' | '-' | '－' | '−' | '‐' | 'ー')
}

/// Returns the form without its quoted texts.
fn unquoted(form: &str) -> String {
    form.split('"').step_by(2).collect()
}

fn quoted(text: &str) -> String {
    match text {
        "" => String::new(),
        text => format!("\"{text}\""),
    }
}

/// Returns a number without a sign as a spreadsheet shows it.
fn written(number: Decimal, decimals: usize, grouped: bool) -> String {
    let text = format!("{number:.decimals$}");
    if !grouped {
        return text;
    }
    let (whole, rest) = text.split_at(text.find('.').unwrap_or(text.len()));
    let mut told = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            told.push(',');
        }
        told.push(digit);
    }
    told + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn x2_a_figure_is_a_number_only_where_its_form_shows_what_was_printed() {
        let number = [
            ("1.20", "1.20", "0.00;\"△\"0.00"),
            (
                "272,000t-CO2",
                "272000",
                "#,##0\"t-CO2\";\"△\"#,##0\"t-CO2\"",
            ),
            ("△40", "-40", "0;\"△\"0"),
            ("-1.5%", "-1.5", "0.0\"%\";\"-\"0.0\"%\""),
            ("約380人", "380", "\"約\"0\"人\";\"約\"\"△\"0\"人\""),
            ("34.2％", "34.2", "0.0\"％\";\"△\"0.0\"％\""),
        ];
        for (printed, value, form) in number {
            let shown = ShownNumber::figure(&Figure::read(printed)).expect(printed);
            assert_eq!(
                (shown.value.to_string().as_str(), shown.form.as_str()),
                (value, form)
            );
        }
        let text = [
            "２７２,０００",
            "2億396万円",
            "集計中",
            "↗",
            "007",
            "1,23",
            "12345678901234567",
            "",
            "20～30",
        ];
        for printed in text {
            let shown = ShownNumber::figure(&Figure::read(printed));
            assert!(
                shown.is_none() || printed == "20～30",
                "{printed}: {shown:?}"
            );
        }
    }

    #[test]
    fn money_is_a_number_and_a_dash_is_not() {
        assert_eq!(
            ShownNumber::money(&Money::Thousand(-1200)).map(|s| s.value),
            Some((-1200).into())
        );
        assert_eq!(ShownNumber::money(&Money::Blank("－".to_owned())), None);
    }
}
