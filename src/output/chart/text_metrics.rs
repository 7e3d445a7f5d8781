//! 文字組み: how wide a text is, where it is folded, how a number stands on an axis.

use words::number::signed;
use words::ruby::plain;

/// The width of a text in em: a full-width letter is 1, others a little over half.
pub fn width(text: &str) -> f64 {
    plain(text).chars().map(letter_width).sum()
}

fn letter_width(letter: char) -> f64 {
    match letter {
        'i' | 'l' | '.' | ',' | '(' | ')' | ' ' => 0.4,
        '\u{20}'..='\u{7e}' => 0.6,
        _ => 1.0,
    }
}

/// The text in lines of at most `em`, at most `lines` of them; what does not fit ends in 「…」.
pub fn folded(text: &str, em: f64, lines: usize) -> Vec<String> {
    let mut folded: Vec<String> = vec![String::new()];
    let mut used = 0.0;
    for letter in text.chars().filter(|letter| !letter.is_control()) {
        let wide = letter_width(letter);
        let is_full = used + wide > em && used > 0.0;
        if is_full && !stays_on_line(letter) {
            if folded.len() == lines {
                if let Some(last) = folded.last_mut() {
                    last.pop();
                    last.push('…');
                }
                return folded;
            }
            folded.push(String::new());
            used = 0.0;
        }
        if let Some(last) = folded.last_mut() {
            last.push(letter);
        }
        used += wide;
    }
    folded
}

/// 行頭禁則: these never begin a line.
fn stays_on_line(letter: char) -> bool {
    "、。，．・）」』】〉》ー々っゃゅょッャュョ%％)".contains(letter)
}

/// Marker, gap and space after, in px, of one name in a legend; and the space alone.
const LEGEND_SYMBOL: f64 = 42.0;
const LEGEND_GAP: f64 = 10.0;

/// The height of a legend of these names on paper this wide, in px.
pub fn legend_height<'a>(names: impl Iterator<Item = &'a str>, canvas: f64) -> u32 {
    let (mut rows, mut used) = (0, f64::INFINITY);
    for name in names {
        let wide = width(name) * 12.0 + LEGEND_SYMBOL;
        if used + wide > canvas + LEGEND_GAP {
            rows += 1;
            used = 0.0;
        }
        used += wide;
    }
    rows * 24
}

/// A number on an axis: commas, minus as it was chosen, no more decimals than it needs.
pub fn number(value: f64) -> String {
    const PARTS: u64 = 10_000;
    let parts = (value.abs() * PARTS as f64).round() as u64;
    let whole = (parts / PARTS).to_string();
    let decimals = match parts % PARTS {
        0 => String::new(),
        decimals => format!(".{decimals:04}"),
    };
    signed(
        value < 0.0 && parts > 0,
        &whole,
        decimals.trim_end_matches('0'),
    )
}
