//! Texts about several plans on this device: their names, their places, and the trash.

use super::text::plans as text;
pub use super::text::plans::*;

/// Returns a title that is not taken: the title itself, else with a number, 「…（2）」.
pub fn own_title(title: String, is_taken: impl Fn(&str) -> bool) -> String {
    if !is_taken(&title) {
        return title;
    }
    let without = |number: u32| title.strip_suffix(&text::numbered("", number));
    let base = (2..100).find_map(without).unwrap_or(&title);
    let mut numbered = (2_u32..).map(|number| text::numbered(base, number));
    let free = numbered.find(|title| !is_taken(title));
    free.unwrap_or_else(|| title.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_further_plan_has_the_next_free_number_behind_its_title() {
        let own =
            |title: &str, taken: &[&str]| own_title(title.to_owned(), |one| taken.contains(&one));
        for (title, taken, own_title) in [
            ("計画", &[][..], "計画"),
            ("計画", &["別の計画"], "計画"),
            ("計画", &["計画"], "計画（2）"),
            ("計画", &["計画", "計画（2）"], "計画（3）"),
            ("計画（2）", &["計画", "計画（2）"], "計画（3）"),
            ("計画（2）", &["計画（2）"], "計画（3）"),
            ("計画（複製）", &["計画（複製）"], "計画（複製）（2）"),
            ("", &[""], "（2）"),
        ] {
            assert_eq!(own(title, taken), own_title, "{title}, {taken:?}");
        }
    }
}
