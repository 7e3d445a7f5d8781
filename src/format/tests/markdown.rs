//! Markdown as a parser of another project reads it: what the town wrote is text, and nothing else (D10, D11).

use format::document::{Block, Cell, Column, Document, Row, Style, Table};
use proptest::collection::vec;
use proptest::{prop_assert_eq, prop_oneof, proptest};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// A parsed text: its headings, its paragraphs and its cells without spaces; anything else is a fault.
#[derive(Debug, Default, PartialEq)]
struct Read {
    headings: Vec<String>,
    paragraphs: Vec<String>,
    rows: Vec<Vec<String>>,
    faults: Vec<String>,
}

fn read(text: &str) -> Read {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_MATH;
    let mut read = Read::default();
    let mut now = String::new();
    for event in Parser::new_ext(text, options) {
        match event {
            Event::Text(text) => now.extend(text.split_whitespace()),
            Event::SoftBreak | Event::HardBreak => {}
            Event::InlineHtml(html) if &*html == "<br>" => {}
            Event::End(TagEnd::Heading(_)) => read.headings.push(std::mem::take(&mut now)),
            Event::End(TagEnd::Paragraph) => read.paragraphs.push(std::mem::take(&mut now)),
            Event::Start(Tag::TableHead | Tag::TableRow) => read.rows.push(Vec::new()),
            Event::End(TagEnd::TableCell) => {
                let row = read.rows.last_mut().unwrap();
                row.push(std::mem::take(&mut now));
            }
            Event::Start(Tag::Heading { .. } | Tag::Paragraph | Tag::Table(_) | Tag::TableCell)
            | Event::Start(Tag::Strong)
            | Event::End(_) => {}
            other => read.faults.push(format!("{other:?}")),
        }
    }
    read
}

fn squeezed(text: &str) -> String {
    let letters = text.chars().filter(|c| *c >= ' ');
    letters.filter(|c| !c.is_whitespace()).collect()
}

/// Text, marks of every kind, and the beginnings of addresses, lists, headings and markup.
fn piece() -> impl proptest::strategy::Strategy<Value = String> {
    prop_oneof![
        "[一-龠ぁ-ん]{1,3}",
        "[#*_`~\\[\\]()<>|&$!+=:\\\\^-]{1,4}",
        "[0-9]{1,3}[.)] ?",
        " {1,5}",
        "(https?://|www\\.|mailto:|javascript:)[a-z.]{1,6}",
        "</?[a-z]{1,6}>|<!--|-->|&[a-z]{2,4};|&#[0-9]{2};",
        "\\[[ x]\\] |\\[\\^1\\]|!\\[a\\]\\(b\\)|\\[a\\]: /b",
        "「[一-龠]」|（[0-9]）|。|、",
    ]
}

fn line() -> impl proptest::strategy::Strategy<Value = String> {
    use proptest::strategy::Strategy as _;
    vec(piece(), 1..6).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn d10_what_the_town_wrote_is_text_to_another_parser(
        title in line(), body in vec(line(), 1..4), label in line(), cells in vec(line(), 4), deep in 1_usize..5,
    ) {
        let cell = |text: &String| Cell { text: text.clone(), ..Cell::default() };
        let column = |head: &str| Column { head: head.to_owned(), ..Column::default() };
        let row = |cells: &[String]| Row { cells: cells.iter().map(cell).collect(), ..Row::default() };
        let document = Document {
            blocks: vec![
                Block::Heading(deep, title.clone()),
                Block::Text(Style::Body, body.join("\n")),
                Block::Text(Style::Label, label.clone()),
                Block::Table(Table {
                    columns: vec![column("指標"), column(&cells[0])],
                    rows: vec![row(&cells[1..3]), row(&[cells[3].clone(), "380人".to_owned()])],
                    ..Table::default()
                }),
            ],
            ..Document::default()
        };
        let read = read(&document.markdown());
        prop_assert_eq!(&read.faults, &Vec::<String>::new());
        prop_assert_eq!(&read.headings, &[squeezed(&title)]);
        let body: String = body.iter().chain([&label]).map(|line| squeezed(line)).collect();
        prop_assert_eq!(read.paragraphs.concat(), body);
        let wanted = [
            vec!["指標".to_owned(), squeezed(&cells[0])],
            cells[1..3].iter().map(|cell| squeezed(cell)).collect(),
            vec![squeezed(&cells[3]), "380人".to_owned()],
        ];
        prop_assert_eq!(&read.rows, &wanted);
    }
}
