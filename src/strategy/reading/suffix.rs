//! Text after a number and its unit: 以上・程度・累計 …, brackets, times, note marks.

use super::lexer::{bracket, collapse_spaces, is_letter, skip_spaces, word};
use super::qualifier::PartialNumber;
use super::suffix_words::tail_word;
use super::{directional, note, time};
use crate::printed::Reading;

/// Reads the text after the number, to its end.
pub(super) fn read(mut p: PartialNumber) -> Option<Reading> {
    loop {
        p.i = skip_spaces(p.s, p.i);
        if p.i >= p.s.len() {
            return p.finish();
        }
        if directional::level_after(p.s, p.i) {
            return p.finish();
        }
        if let Some(up) = directional::way_after(p.s, p.i) {
            return directional::change(p.number, up).map(Reading::Directional);
        }
        if let Some((end, says)) = tail_word(p.s, p.i) {
            p.says(says)?;
            p.i = end;
        } else if let Some((inside, end)) = bracket(p.s, p.i) {
            note::read(&mut p, inside, "");
            p.i = end;
        } else if let Some(end) = time::time(p.s, p.i, false) {
            if p.number.at.is_some() {
                return None;
            }
            p.number.at = Some(time::at(&p.s[p.i..end]));
            p.i = end;
        } else {
            trailing(&mut p)?;
        }
    }
}

/// Returns the position after the number of a note at `i`, with its bracket: 1), 12, ）.
fn after_number(s: &[char], i: usize) -> usize {
    let end = i + s[i..].iter().take_while(|c| c.is_ascii_digit()).count();
    end + usize::from(s.get(end) == Some(&')'))
}

/// Takes a note mark, a note or うち … to the end, or a full stop.
fn trailing(p: &mut PartialNumber) -> Option<()> {
    let end = p.s.len();
    let stop = match p.s[p.i] {
        '※' | '*' => {
            let digits = p.s[p.i + 1..].iter().take_while(|c| c.is_ascii_digit());
            let mark = p.i + 1 + digits.count();
            match p.s.get(mark) {
                Some(c) if is_letter(*c) => end,
                _ => mark,
            }
        }
        '注' => after_number(p.s, p.i + 1),
        // 30件1): the number of a note. 301) could be 301.
        c if c.is_ascii_digit() && !p.number.unit.is_empty() => {
            let end = after_number(p.s, p.i);
            (p.s[end - 1] == ')' && end - p.i <= 3).then_some(end)?
        }
        'う' if word(p.s, p.i, "うち").is_some() => end,
        '。' => {
            p.i += 1;
            let next = skip_spaces(p.s, p.i);
            return (next == end || matches!(p.s[next], '※' | '*' | '(')).then_some(());
        }
        _ => return None,
    };
    if p.s[p.i] == '※' && p.s.get(p.i + 1).is_some_and(|c| is_letter(*c)) {
        note::read(p, p.i + 1..end, "※");
        p.i = end;
        return Some(());
    }
    p.beside(&collapse_spaces(&p.s[p.i..stop]));
    p.i = stop;
    Some(())
}
