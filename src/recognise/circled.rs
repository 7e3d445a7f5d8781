//! Numbers that are one character: ①, ㉑, ❶, ⑴, ⒈.

/// The first character of each list, and its number and that of the last.
const LISTS: [(char, u32, u32); 9] = [
    ('①', 1, 20),
    ('㉑', 21, 35),
    ('㊱', 36, 50),
    ('❶', 1, 10),
    ('⓫', 11, 20),
    ('➀', 1, 10),
    ('➊', 1, 10),
    ('⑴', 1, 20),
    ('⒈', 1, 20),
];

/// Returns the number that a character is.
pub fn circled(letter: char) -> Option<u32> {
    LISTS.iter().find_map(|(first, number, last)| {
        let behind = u32::from(letter).checked_sub(u32::from(*first))?;
        (behind <= last - number).then_some(number + behind)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_list_begins_and_ends_where_it_does() {
        for (letter, number) in [
            ('①', Some(1)),
            ('⑳', Some(20)),
            ('㉑', Some(21)),
            ('㉟', Some(35)),
            ('㊱', Some(36)),
            ('㊿', Some(50)),
            ('❿', Some(10)),
            ('⓴', Some(20)),
            ('➉', Some(10)),
            ('➓', Some(10)),
            ('⒇', Some(20)),
            ('⒛', Some(20)),
            ('㊀', None),
            ('1', None),
            ('Ⓐ', None),
        ] {
            assert_eq!(circled(letter), number, "{letter}");
        }
    }
}
