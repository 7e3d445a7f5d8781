//! The comments on the cells of a sheet.

use super::model::{NotRead, RichText};
use super::pull::{Met, Pull};

/// Largest number of comments that are read from a sheet.
const MOST: usize = 1000;
/// Largest number of characters kept of a comment.
const LONGEST: usize = 200;

/// Reads the comments of a sheet, each with the address of its cell.
pub fn comments(xml: &str) -> Result<Vec<(String, String)>, NotRead> {
    let mut pull = Pull::new(xml);
    let mut all = Vec::new();
    let mut address = String::new();
    while let Some(met) = pull.next()? {
        let Met::Begin(tag) = met else { continue };
        match tag.name() {
            "comment" => address = tag.get("ref").unwrap_or_default().into_owned(),
            "text" => {
                let text = RichText::within(&mut pull, "text")?.parted(false).0;
                let text = own_words(&text);
                if all.len() < MOST && !text.is_empty() {
                    all.push((address.clone(), text));
                }
            }
            _ => {}
        }
    }
    Ok(all)
}

/// Returns a note as it is read again from a comment: its beginning, in one line.
pub fn read_comment(note: &str) -> String {
    own_words(note)
}

/// Returns a comment without the notice for older programs that Excel puts before a comment that can be answered.
fn own_words(text: &str) -> String {
    let heads = ["コメント:\n", "Comment:\n"];
    let notice = text.starts_with('[');
    let behind = |head: &str| text.split_once(head).filter(|_| notice);
    let own = heads.into_iter().find_map(behind);
    let own = own.map_or(text, |(_, own)| own);
    let words: Vec<&str> = own.split_whitespace().collect();
    words.join(" ").chars().take(LONGEST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn x10_comments_are_read_with_the_address_of_their_cell() {
        let xml = "<comments><authors><author>a</author></authors><commentList>\
            <comment ref=\"C3\"><text><r><rPr><b/></rPr><t>係:</t></r><r><t>\n45に変更予定</t></r></text></comment>\
            <comment ref=\"D4\"><text><t>[スレッド化されたコメント]\n\nこの版では…\n\nコメント:\n    要確認</t></text></comment>\
            <comment ref=\"E5\"><text><t> </t></text></comment></commentList></comments>";
        let read = comments(xml).expect("comments");
        let pair = |(at, text): &(String, String)| format!("{at} {text}");
        let read: Vec<String> = read.iter().map(pair).collect();
        assert_eq!(read, ["C3 係: 45に変更予定", "D4 要確認"]);
    }
}
