//! A document as Markdown (CommonMark with tables as GitHub writes them).
//!
//! - D10 What the town wrote is text: no letter of it is read as a mark, and no line of it becomes a heading, a list
//!   or markup.
//! - D11 Headings and tables are those of the document for word processors, in the same order.

use super::{Align, Block, Cell, Column, Document, Row, RowKind, Style, Table, drawn};

impl Document {
    /// Returns the document as Markdown.
    pub fn markdown(&self) -> String {
        let mut text = String::new();
        for block in &self.blocks {
            match block {
                Block::Text(style, said) => paragraph(&mut text, *style, said),
                Block::Heading(depth, said) => {
                    heading(&mut text, depth + usize::from(self.cover), said)
                }
                Block::Code { label, address } => {
                    paragraph(
                        &mut text,
                        Style::Body,
                        &[label.as_str(), address].join("\n"),
                    );
                }
                Block::Strip(segments) => table(&mut text, &drawn::strip(segments)),
                Block::Diagram(one) => table(&mut text, &drawn::diagram(&one.diagram)),
                Block::Table(one) => table(&mut text, &drawn::without_sparks(one)),
                // Markdown has no pages.
                Block::Contents(_) | Block::NewPage => {}
                Block::Drawings(_) | Block::Charts(_) => {}
            }
        }
        text.truncate(text.trim_end().len());
        text + "\n"
    }
}

/// Writes a paragraph; the title of a cover is the first heading.
fn paragraph(text: &mut String, style: Style, said: &str) {
    match style {
        Style::Title => heading(text, 1, said),
        Style::Label | Style::Continued => lines(text, said, "**", "**"),
        Style::Body | Style::Subtitle | Style::Above => lines(text, said, "", ""),
    }
}

fn heading(text: &mut String, depth: usize, said: &str) {
    text.push_str(&"#".repeat(depth.clamp(1, 6)));
    text.push(' ');
    let said = in_a_line(said, " ");
    // A heading may be closed with the mark that opens it.
    let bare = said.trim_end_matches('#');
    text.push_str(bare);
    if bare.len() < said.len() {
        text.push('\\');
    }
    text.push_str(&said[bare.len()..]);
    text.push_str("\n\n");
}

/// Writes lines: those of one paragraph stay lines; empty lines separate paragraphs.
fn lines(text: &mut String, said: &str, before: &str, behind: &str) {
    let mut open = false;
    for line in said.lines().map(str::trim) {
        if line.is_empty() {
            if std::mem::take(&mut open) {
                text.push_str("\n\n");
            }
            continue;
        }
        if open {
            // Two spaces at the end of a line break it.
            text.push_str("  \n");
        }
        text.extend([before, &plain(line, true), behind]);
        open = true;
    }
    if open {
        text.push_str("\n\n");
    }
}

fn table(text: &mut String, table: &Table) {
    if table.columns.is_empty() || table.rows.is_empty() {
        return;
    }
    let heads = table
        .columns
        .iter()
        .map(|column| in_a_line(&column.head, "<br>"));
    line(text, heads);
    let align = |column: &Column| match column.align {
        Align::Start => "---".to_owned(),
        Align::Middle => ":---:".to_owned(),
        Align::End => "---:".to_owned(),
    };
    line(text, table.columns.iter().map(align));
    let mut over = vec![0_usize; table.columns.len()];
    for row in &table.rows {
        line(text, cells(row, &mut over).into_iter());
    }
    text.push('\n');
}

/// Returns the cells of a row, one per column; the other columns of a wide cell are empty.
fn cells(row: &Row, over: &mut [usize]) -> Vec<String> {
    let mut all = vec![String::new(); over.len()];
    let mut cells = row.cells.iter();
    let mut at = 0;
    while at < over.len() {
        if over[at] > 0 {
            over[at] -= 1;
            at += 1;
            continue;
        }
        let Some(cell) = cells.next() else { break };
        let end = (at + cell.more + 1).min(over.len());
        all[at] = told(cell, row.kind);
        over[at..end].fill(cell.down);
        at = end;
    }
    all
}

fn told(cell: &Cell, kind: RowKind) -> String {
    let strong = match kind {
        RowKind::Body | RowKind::Omitted => "",
        RowKind::Group | RowKind::Total => "**",
    };
    let text = match cell.text.trim() {
        "" => String::new(),
        text => [strong, &in_a_line(text, "<br>"), strong].concat(),
    };
    match cell.note.trim() {
        "" => text,
        note if text.is_empty() => in_a_line(note, "<br>"),
        note => [&text, "<br>", &in_a_line(note, "<br>")].concat(),
    }
}

fn line(text: &mut String, cells: impl Iterator<Item = String>) {
    text.push('|');
    for cell in cells {
        text.extend([" ", &cell, " |"]);
    }
    text.push('\n');
}

fn in_a_line(text: &str, between: &str) -> String {
    let lines = text.lines().map(|line| plain(line.trim(), false));
    let lines: Vec<_> = lines.filter(|line| !line.is_empty()).collect();
    lines.join(between)
}

/// Returns a line with its marks escaped (D10); at its beginning more characters are marks. Control characters are left out
/// first, so that no mark behind one becomes the first letter.
fn plain(line: &str, begins: bool) -> String {
    let letters = line.chars().map(|c| if c == '\t' { ' ' } else { c });
    let line: String = letters.filter(|c| *c >= ' ').collect();
    let line = if begins { line.trim_start() } else { &line };
    let mut told = String::with_capacity(line.len() + 8);
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    for (at, letter) in line.char_indices() {
        let marks = matches!(
            letter,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '&' | '~' | '$'
        );
        let marks_line = begins && at == 0 && matches!(letter, '#' | '+' | '-' | '=' | ':');
        let numbers = begins && digits > 0 && at == digits && matches!(letter, '.' | ')');
        let is_address = letter == ':' && line[at..].starts_with("://");
        if marks || marks_line || numbers || is_address {
            told.push('\\');
        }
        told.push(letter);
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn d10_no_letter_is_read_as_a_mark() {
        for (said, told) in [
            ("# 見出し", "\\# 見出し\n"),
            ("- 一\n+ 二", "\\- 一  \n\\+ 二\n"),
            ("1. 一", "1\\. 一\n"),
            ("令和1. 一", "令和1. 一\n"),
            ("*強く* `a` [b](c)", "\\*強く\\* \\`a\\` \\[b\\](c)\n"),
            ("<script>&lt;", "\\<script\\>\\&lt;\n"),
            ("一\n\n二", "一\n\n二\n"),
            ("  四つ", "四つ\n"),
            ("---", "\\---\n"),
            ("\u{1}# 一", "\\# 一\n"),
            ("\u{1} - 一\t二", "\\- 一 二\n"),
        ] {
            let document = Document {
                blocks: vec![Block::Text(Style::Body, said.to_owned())],
                ..Document::default()
            };
            assert_eq!(document.markdown(), told, "{said}");
        }
    }

    #[test]
    fn d10_the_end_of_a_heading_is_text() {
        for (said, told) in [
            ("見出し #", "# 見出し \\#\n"),
            ("##", "# \\##\n"),
            ("C#の講座", "# C#の講座\n"),
        ] {
            let document = Document {
                blocks: vec![Block::Heading(1, said.to_owned())],
                ..Document::default()
            };
            assert_eq!(document.markdown(), told, "{said}");
        }
    }

    #[test]
    fn d11_a_table_has_its_cells_in_their_columns() {
        let text = |text: &str| Cell {
            text: text.to_owned(),
            ..Cell::default()
        };
        let row = |cells: Vec<Cell>| Row {
            cells,
            ..Row::default()
        };
        let column = |head: &str, align| Column {
            head: head.to_owned(),
            align,
            ..Column::default()
        };
        let down = Cell {
            down: 1,
            ..text("a|b")
        };
        let document = Document {
            blocks: vec![Block::Table(Table {
                columns: vec![column("名", Align::Start), column("値", Align::End)],
                rows: vec![row(vec![down, text("1\n2")]), row(vec![text("3")])],
                ..Table::default()
            })],
            ..Document::default()
        };
        assert_eq!(
            document.markdown(),
            "| 名 | 値 |\n| --- | ---: |\n| a\\|b | 1<br>2 |\n|  | 3 |\n"
        );
    }
}
