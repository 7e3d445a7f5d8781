//! Text of a document: runs of characters that are never read as markup.

use std::ops::Range;

use crate::xml::escaped;

/// True for a character that changes the direction of the text after it, beyond its own text. Japanese and English
/// need none.
fn turns(letter: char) -> bool {
    matches!(letter, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Returns a text as the document stores it: with one kind of line end, and without characters that change the text
/// direction (D1).
pub fn held(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.replace(turns, "")
}

/// Writes the runs of a line.
pub fn run(xml: &mut String, text: &str, properties: &str) {
    if text.is_empty() {
        return;
    }
    xml.push_str("<w:r>");
    if !properties.is_empty() {
        xml.extend(["<w:rPr>", properties, "</w:rPr>"]);
    }
    for (at, piece) in text.split('\t').enumerate() {
        if at > 0 {
            xml.push_str("<w:tab/>");
        }
        if !piece.is_empty() {
            let escaped = escaped(piece);
            xml.extend(["<w:t xml:space=\"preserve\">", &escaped, "</w:t>"]);
        }
    }
    xml.push_str("</w:r>");
}

/// Writes one paragraph per line; the `marked` parts of the text are underlined.
pub fn paragraphs(xml: &mut String, text: &str, marked: &[Range<usize>], style: &str, more: &str) {
    let mut from = 0;
    for line in text.split('\n') {
        let shown = line.strip_suffix('\r').unwrap_or(line);
        xml.push_str("<w:p><w:pPr>");
        if !style.is_empty() {
            xml.extend(["<w:pStyle w:val=\"", style, "\"/>"]);
        }
        xml.extend([more, "</w:pPr>"]);
        line_of(xml, shown, from, marked);
        xml.push_str("</w:p>");
        from += line.len() + 1;
    }
}

/// Writes a line that begins at byte `from` of its text.
fn line_of(xml: &mut String, line: &str, from: usize, marked: &[Range<usize>]) {
    let told = |range: Range<usize>| line.get(range).unwrap_or_default().replace(turns, "");
    let mut at = 0;
    for range in marked {
        let begin = range.start.saturating_sub(from).clamp(at, line.len());
        let end = range.end.saturating_sub(from).clamp(begin, line.len());
        run(xml, &told(at..begin), "");
        run(xml, &told(begin..end), "<w:u w:val=\"single\"/>");
        at = end;
    }
    run(xml, &told(at..line.len()), "");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str, marked: &[Range<usize>]) -> String {
        let mut xml = String::new();
        paragraphs(&mut xml, text, marked, "", "");
        xml
    }

    #[test]
    fn d1_a_text_is_only_text() {
        let xml = written("a<w:b/>&amp;\u{0}\u{202e}b\t1\r\n二", &[]);
        assert_eq!(
            xml,
            "<w:p><w:pPr></w:pPr><w:r><w:t xml:space=\"preserve\">a&lt;w:b/&gt;&amp;amp;b</w:t><w:tab/><w:t xml:space=\"preserve\">1</w:t></w:r></w:p><w:p><w:pPr></w:pPr><w:r><w:t xml:space=\"preserve\">二</w:t></w:r></w:p>"
        );
        assert_eq!(held("a\r\nb\u{2067}"), "a\nb");
    }

    #[test]
    fn what_is_marked_is_underlined_over_lines_too() {
        let xml = written("一二\n三四", std::slice::from_ref(&(3..10)));
        let lined: Vec<_> = xml.match_indices("<w:u ").collect();
        assert_eq!(lined.len(), 2);
        let text = xml.replace("<w:rPr><w:u w:val=\"single\"/></w:rPr>", "_");
        let text = text
            .replace("<w:t xml:space=\"preserve\">", "")
            .replace("</w:t>", "");
        let text = text.replace("<w:r>", "").replace("</w:r>", "");
        assert_eq!(
            text,
            "<w:p><w:pPr></w:pPr>一_二</w:p><w:p><w:pPr></w:pPr>_三四</w:p>"
        );
    }
}
