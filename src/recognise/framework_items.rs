//! The items of a framework, from a list copied out of an official page: a line each, its number apart from its title (N1).

use crate::outline_text::mark;
use strategy::{FrameworkItem, half_width};

/// Reads a list. Where lines are numbered, a bullet below one is a point of it; a line that only repeats one above is left
/// out.
pub fn framework_items(text: &str) -> Vec<FrameworkItem> {
    let lines: Vec<_> = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(|line| (line, mark::read(line)))
        .collect();
    let is_numbered = lines
        .iter()
        .any(|(_, marked)| marked.as_ref().is_some_and(|one| one.kind.counts()));
    let mut items: Vec<FrameworkItem> = Vec::new();
    for (line, marked) in lines {
        let (number, title, counts) = match marked {
            Some(one) if !one.title.is_empty() => match one.kind.counts() {
                true => (one.number, one.title, true),
                false => (String::new(), one.title, false),
            },
            _ => (String::new(), line.to_owned(), true),
        };
        let is_point = is_numbered && !counts;
        if let Some(above) = items.last_mut().filter(|_| is_point) {
            above.points.push(title);
        } else if !items.iter().any(|one| is_same(&one.title, &title)) {
            items.push(FrameworkItem {
                number: half_width(&number),
                title,
                ..FrameworkItem::default()
            });
        }
    }
    items
}

fn is_same(a: &str, b: &str) -> bool {
    half_width(a.trim()) == half_width(b.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(String, String, usize)> {
        let items = framework_items(text).into_iter();
        items
            .map(|one| (one.number, one.title, one.points.len()))
            .collect()
    }

    fn item(number: &str, title: &str, points: usize) -> (String, String, usize) {
        (number.to_owned(), title.to_owned(), points)
    }

    #[test]
    fn n1_numbers_stand_apart_from_titles_and_bullets_below_are_points() {
        let text = "１．地域の仕事を守る\r\n　・農業の支援\n　・商いの支援\n\n（2）人の流れをつくる\n③ 安心して暮らす";
        let wanted = [
            item("1", "地域の仕事を守る", 2),
            item("2", "人の流れをつくる", 0),
            item("3", "安心して暮らす", 0),
        ];
        let found = read(text);
        assert_eq!(found.len(), 3);
        for (found, wanted) in found.iter().zip(&wanted) {
            assert_eq!((&found.1, found.2), (&wanted.1, wanted.2));
        }
        assert_eq!(found[0].0, "1");
    }

    #[test]
    fn n1_a_list_without_numbers_is_an_item_a_line_and_repeats_are_left_out() {
        let text = "・農業の支援\n・商いの支援\n・農業の支援\n暮らしを守る";
        assert_eq!(
            read(text),
            [
                item("", "農業の支援", 0),
                item("", "商いの支援", 0),
                item("", "暮らしを守る", 0)
            ]
        );
        assert_eq!(read(" \n\t\n"), []);
    }
}
