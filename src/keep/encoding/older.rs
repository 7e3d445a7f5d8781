//! Migration of data that an earlier app kept.

use serde::Deserialize;

use crate::parsed;
use strategy::migration::{Object, Tree, VERSION, chain, tree};
use strategy::{Order, sort};

/// The version of what was kept before it said so.
pub(crate) const fn first() -> u32 {
    1
}

/// The version in which something was kept.
pub(crate) fn version(text: &str) -> Option<u32> {
    #[derive(Deserialize)]
    struct OlderSaid {
        #[serde(default = "first", alias = "v")]
        file: u32,
    }
    parsed::<OlderSaid>(text).ok().map(|said| said.file)
}

/// Something kept in an earlier version, in which changes of records stand at `path`, as this version keeps it.
pub(crate) fn up_to_date(text: &[u8], version: u32, path: &[&str]) -> Option<Object> {
    let Ok(Tree::Object(mut kept)) = tree(text) else {
        return None;
    };
    let mut within = &mut kept;
    for name in path {
        match within.get_mut(name) {
            Some(Tree::Object(object)) => within = object,
            // Too large to be kept, it says none.
            _ => return Some(kept),
        }
    }
    chain().changes(within, version);
    Some(kept)
}

/// Returns the data kept beside the text of a file, in the present format. Until version 1 the order keys had no ids:
/// they were listed kind by kind, in the order of their numbers.
pub(crate) fn rest(rest: &[u8], text: &[u8], version: u32) -> Option<String> {
    let mut rest = up_to_date(rest, version, &["changes"])?;
    if let Some(Tree::List(keys)) = rest.get("orders") {
        let ids = ids(text);
        let orders = match ids.len() == keys.len() {
            true => ids.iter().zip(keys).filter_map(key_by_id).collect(),
            false => Vec::new(),
        };
        rest.insert("orders", Tree::Object(Object(orders)));
    }
    rest.insert("file", Tree::Bare(VERSION.to_string()));
    Some(Tree::Object(rest).text())
}

/// Prefixes of ids until version 1, kind by kind.
const KINDS: &str = "tgdmiylkrfaubnjo";

/// The records of a file, by kind and number.
pub(crate) fn ids(text: &[u8]) -> Vec<(usize, u64)> {
    let mut ids = Vec::new();
    if let Ok(file) = tree(text) {
        numbers(&file, &mut ids);
    }
    sort::ascending(&mut ids);
    ids
}

fn numbers(file: &Tree, into: &mut Vec<(usize, u64)>) {
    match file {
        Tree::Object(Object(members)) => {
            for (name, value) in members {
                match value {
                    Tree::Text(id) if name == "id" => into.extend(number(id)),
                    value => numbers(value, into),
                }
            }
        }
        Tree::List(list) => list.iter().for_each(|value| numbers(value, into)),
        _ => {}
    }
}

fn number(id: &str) -> Option<(usize, u64)> {
    let kind = KINDS.find(id.get(..1)?)?;
    Some((kind, id[1..].parse().ok()?))
}

fn key_by_id(((kind, number), key): (&(usize, u64), &Tree)) -> Option<(String, Tree)> {
    let Tree::Bare(key) = key else { return None };
    let key = Order::of_version_1(key.parse().ok()?);
    let id = format!("{}{number}", &KINDS[*kind..=*kind]);
    Some((id, Tree::Text(key.as_str().to_owned())))
}

/// The text of something kept in this version or an earlier; none of what a later app kept, or is no such thing.
pub(crate) fn text<'a>(text: &'a str, path: &[&str]) -> Option<std::borrow::Cow<'a, str>> {
    match version(text)? {
        VERSION => Some(text.into()),
        older if older < VERSION => {
            let kept = up_to_date(text.as_bytes(), older, path)?;
            Some(Tree::Object(kept).text().into())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = r#"{"goals":[{"id":"g5","measures":[{"id":"m2","related":[{"code":"1","measure":"m1"}]},{"id":"m1"}]},{"id":"g1"}]}"#;

    #[test]
    fn k18_order_keys_of_version_1_find_their_records() {
        // By kind, then by number: g1, g5, m1, m2.
        let kept =
            r#"{"reads":true,"orders":[8589934592,4294967296,8589934592,6442450944],"changes":{}}"#;
        let told = rest(kept.as_bytes(), FILE.as_bytes(), 1).expect("reads");
        assert_eq!(
            told,
            r#"{"reads":true,"orders":{"g1":"a1","g5":"a0","m1":"a1","m2":"a0V"},"changes":{},"file":2}"#
                .replace("a0V", Order::of_version_1(6_442_450_944).as_str())
        );
    }

    #[test]
    fn k18_order_keys_that_are_not_as_many_say_nothing() {
        let kept = r#"{"reads":true,"orders":[1],"changes":{}}"#;
        let told = rest(kept.as_bytes(), FILE.as_bytes(), 1).expect("reads");
        assert!(told.contains(r#""orders":{}"#), "{told}");
    }

    #[test]
    fn k18_what_was_kept_says_its_version_or_is_of_the_first() {
        assert_eq!(version(r#"{"tab":"a"}"#), Some(1));
        assert_eq!(version(r#"{"v":1}"#), Some(1));
        assert_eq!(version(r#"{"file":2,"edit":{}}"#), Some(2));
        assert_eq!(version("{"), None);
        let later = format!(r#"{{"file":{}}}"#, VERSION + 1);
        assert_eq!(text(&later, &[]), None);
    }
}
