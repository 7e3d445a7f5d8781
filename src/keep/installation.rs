//! Name of this copy of the app, under which it keeps everything (K21).
//!
//! A browser gives all pages of a host one set of databases, one localStorage, one set of locks and channels. Two copies
//! of the app on one host, for two towns or for tests, are kept apart by their folders: the name of the database, of
//! every key, lock and channel begins with the name of the copy.
//!
//! Earlier apps kept everything under the common name, whatever their folder. None of that is copied or moved:
//!
//! - The copy that is opened first claims the common name and keeps using it. Every other copy uses a name with its folder.
//! - The claim is one record in the common database, written in one transaction. Of two copies that claim at once, one
//!   gets it. A crash leaves the record or none; both are right.
//! - localStorage repeats the claim and comes first: `boot.js` needs the settings before a database is open. A copy that
//!   cannot open the database claims the common name there alone.
//! - A tab with an earlier app knows no claim. It shares the common name with the copy that claimed it, as it always did.
//! - What a page opened as a file keeps is under the common name, wherever the file is: plans stay when it is moved.
//! - Many servers answer to /Plan/ and /plan/ alike, so that capital and small letters are the same. So are /a//b/ and /a/b/,
//!   and /%61/ and /a/. `public/boot.js` spells a folder in the same way.
//! - An app before this rule spelled the name as the address did. The copy goes on with such a name as long as plans are
//!   listed under it and none under the one spelling (K23).

/// The common name.
pub(crate) const APP: &str = "michishirube";

/// Returns the folder of a page by its address, or `None` if the page was opened as a file.
pub(crate) fn folder(protocol: &str, path: &str) -> Option<String> {
    let end = path.rfind('/')?;
    matches!(protocol, "http:" | "https:").then(|| path[..=end].to_owned())
}

/// Returns the name of the copy in a folder that does not have the common name. An address holds no space, so that no
/// name begins with another and the slash after it.
pub(crate) fn name_in(common: &str, folder: &str) -> String {
    format!("{common} {}", plain(folder))
}

/// Returns the name of the copy in a folder, given the names under which plans are listed. An earlier app named a copy after
/// the folder as the address spelled it: if plans are listed under such a name and under no better one, the copy goes on
/// with it (K23).
pub(crate) fn name_among(common: &str, folder: &str, listed: &[String]) -> String {
    let own = name_in(common, folder);
    let is_of_folder = |name: &&String| {
        let spelled = name
            .strip_prefix(common)
            .and_then(|rest| rest.strip_prefix(' '));
        spelled.is_some_and(|spelled| is_same(spelled, folder))
    };
    match listed.contains(&own) {
        true => own,
        false => listed
            .iter()
            .filter(is_of_folder)
            .min()
            .cloned()
            .unwrap_or(own),
    }
}

/// Returns one spelling for all that servers answer alike: small letters, no blank part, and no letter or digit in percent
/// encoding.
fn plain(folder: &str) -> String {
    let mut plain = String::new();
    let mut rest = folder;
    while let Some(letter) = rest.chars().next() {
        let (letter, length) = decoded(rest).unwrap_or((letter, letter.len_utf8()));
        rest = &rest[length..];
        if letter != '/' || !plain.ends_with('/') {
            plain.push(letter.to_ascii_lowercase());
        }
    }
    plain
}

/// Returns the letter, digit or mark that a text begins with in percent encoding, and the length of its code. Such a
/// character means the same as its code; any other does not.
fn decoded(text: &str) -> Option<(char, usize)> {
    let code = text.strip_prefix('%')?.get(..2)?;
    let is_hex = code.bytes().all(|byte| byte.is_ascii_hexdigit());
    let letter = char::from(u8::from_str_radix(code, 16).ok().filter(|_| is_hex)?);
    let is_same = letter.is_ascii_alphanumeric() || "-._~".contains(letter);
    is_same.then_some((letter, 3))
}

/// Returns the common name that a copy with this name does not use, if it does not.
pub(crate) fn common_beside(name: &str) -> Option<&str> {
    Some(name.split_once(' ')?.0)
}

/// True if two folders are of one copy.
pub(crate) fn is_same(one: &str, other: &str) -> bool {
    plain(one) == plain(other)
}

#[cfg(target_arch = "wasm32")]
mod claim {
    use std::rc::Rc;

    use wasm_bindgen::JsValue;

    use super::{common_beside, folder, is_same, name_among};
    use crate::keeper::{Inner, Keeper};
    use crate::store::db::{Db, Store};
    use crate::store::local::{Local, LocalKey};
    use crate::{Elsewhere, Trouble};

    /// The key of the claim. The other keys of its store are numbers of strategies.
    const CLAIM: &str = "installation";

    /// Returns the folder of this page.
    pub(crate) fn here() -> Option<String> {
        let location = web_sys::window()?.location();
        folder(&location.protocol().ok()?, &location.pathname().ok()?)
    }

    /// Reads which folder claimed the common name, and claims it for this one if none has.
    async fn claim(db: &Db, folder: &str) -> Result<String, Trouble> {
        let key = JsValue::from_str(CLAIM);
        let tx = db.writing(&[Store::Places])?;
        if let Some(owner) = tx.text(Store::Places, &key).await? {
            return Ok(owner);
        }
        tx.put_text(Store::Places, &key, folder)?;
        tx.done().await?;
        Ok(folder.to_owned())
    }

    /// The stores of the copy in a folder, and whether they are open already.
    pub(crate) async fn of_folder(
        common: &str,
        folder: &str,
    ) -> (Rc<Inner>, Option<Result<Rc<Db>, Trouble>>) {
        let inner = Inner::new(common);
        let said = inner.local.get::<String>(LocalKey::Owner);
        let mut opened = None;
        let owner = match said {
            Some(owner) => owner,
            None => {
                let db = inner.db().await;
                let claimed = match &db {
                    Ok(db) => claim(db, folder).await,
                    Err(trouble) => Err(trouble.clone()),
                };
                opened = Some(db);
                let owner = claimed.unwrap_or_else(|_| folder.to_owned());
                // If localStorage refuses, the next start asks the database again.
                let _ = inner.local.set(LocalKey::Owner, &owner);
                owner
            }
        };
        match is_same(&owner, folder) {
            true => (inner, opened),
            false => {
                let listed = inner.local.listed_names();
                (Inner::new(&name_among(common, folder, &listed)), None)
            }
        }
    }

    impl Keeper {
        /// True if another copy of the app on this host claimed the common name.
        pub fn is_apart(&self) -> bool {
            common_beside(&self.0.app).is_some()
        }

        /// Returns what is kept on this host by the copy of the app that claimed the common name, if that is another copy
        /// and keeps anything: an earlier app may have kept it here.
        pub fn elsewhere(&self) -> Option<Elsewhere> {
            let local = Local::new(common_beside(&self.0.app)?);
            let folder = local.get::<String>(LocalKey::Owner)?;
            let plans = local.listed().len();
            (plans > 0 && folder.starts_with('/')).then_some(Elsewhere { folder, plans })
        }
    }
}
#[cfg(target_arch = "wasm32")]
pub(crate) use claim::{here, of_folder};

/// Data that another copy of the app keeps on this host.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Elsewhere {
    /// The folder of that copy.
    pub folder: String,
    /// Number of strategies it lists.
    pub plans: usize,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn k21_the_folder_of_a_page_is_its_copy_of_the_app() {
        for (address, is) in [
            ("/", "/"),
            ("/index.html", "/"),
            ("/a/", "/a/"),
            ("/a/index.html", "/a/"),
            ("/a/michishirube.html", "/a/"),
            ("/a/b", "/a/"),
            ("/%E7%94%BA/b/", "/%E7%94%BA/b/"),
        ] {
            for protocol in ["http:", "https:"] {
                assert_eq!(folder(protocol, address).as_deref(), Some(is));
            }
            assert_eq!(folder("file:", address), None);
        }
        assert_eq!(folder("about:", "blank"), None);
    }

    #[test]
    fn k21_no_copy_finds_what_another_keeps() {
        let folders = [
            "/",
            "/a/",
            "/b/",
            "/a/b/",
            "/listing/",
            "/journal/",
            "/a/listing/",
        ];
        let mut names = vec![APP.to_owned()];
        names.extend(folders.map(|folder| name_in(APP, folder)));
        for (at, one) in names.iter().enumerate() {
            for other in &names[at + 1..] {
                let within = |one: &str, other: &str| other.starts_with(&format!("{one}/listing/"));
                assert_ne!(one, other);
                assert!(!within(one, other) && !within(other, one), "{one}, {other}");
            }
        }
        assert_eq!(common_beside(APP), None);
        assert_eq!(common_beside(&names[2]), Some(APP));
    }

    #[test]
    fn k21_each_path_has_one_name_however_it_is_spelled() {
        // Spellings of one path, and paths that differ.
        let paths: [&[&str]; 9] = [
            &["/", "//", "/index.html", "/michishirube.html"],
            &[
                "/a/",
                "/A/",
                "/a/index.html",
                "/%61/",
                "//a//",
                "/a/?",
                "/a/x.html",
            ],
            &["/a/b/", "/a//b/", "/A/%42/", "/a/b/index.html"],
            &["/a%20b/", "/A%20B/"],
            &["/a+b/"],
            &["/a%2fb/", "/a%2Fb/"],
            &["/%e7%94%ba/", "/%E7%94%BA/", "/%E7%94%BA/index.html"],
            &["/%25/", "/%25/index.html"],
            &["/~mura/", "/%7Emura/", "/%7emura/"],
        ];
        let name = |path: &str| name_in(APP, &folder("https:", path).expect("a folder"));
        let names = paths.map(|spellings| {
            let first = name(spellings[0]);
            for path in spellings {
                assert_eq!(name(path), first, "{path}");
                let (here, there) = (folder("http:", path), folder("http:", spellings[0]));
                assert!(is_same(&here.expect("a folder"), &there.expect("a folder")));
            }
            first
        });
        for (at, one) in names.iter().enumerate() {
            assert!(!names[at + 1..].contains(one), "{one}");
            // It is the first part of every key: no key of one copy may begin as those of another do.
            let other = names.iter().filter(|other| *other != one);
            assert!(
                other.clone().all(
                    |other| !format!("{other}/listing/").starts_with(&format!("{one}/listing"))
                )
            );
        }
        // A percent sign that begins no code stays as it is.
        for path in ["/%/", "/%4/", "/%zz/", "/%+1/", "/町/"] {
            assert_eq!(name(path), format!("{APP} {path}"));
        }
    }

    #[test]
    fn k23_plans_kept_under_another_spelling_of_the_folder_are_found() {
        let listed = |names: &[&str]| {
            names
                .iter()
                .map(|name| format!("{APP} {name}"))
                .collect::<Vec<_>>()
        };
        for (folder, names, is) in [
            ("/a/", &[][..], "/a/"),
            ("/a/", &["/%61/"], "/%61/"),
            ("/%61/", &["/a//"], "/a//"),
            ("/a/", &["//a/", "/%61/", "/b/"], "/%61/"),
            // Its own name comes first.
            ("/A/", &["/%61/", "/a/"], "/a/"),
            ("/%61/", &["/a/", "/%61/"], "/a/"),
            // Names of other folders and of other apps are not its own.
            ("/a/", &["/%62/", "/a/b/", "/a"], "/a/"),
        ] {
            let name = name_among(APP, folder, &listed(names));
            assert_eq!(name, format!("{APP} {is}"), "{folder} {names:?}");
        }
        let others = [
            APP.to_owned(),
            "other /%61/".to_owned(),
            format!("{APP}2 /%61/"),
        ];
        assert_eq!(name_among(APP, "/a/", &others), format!("{APP} /a/"));
    }

    #[test]
    fn k21_capital_and_small_letters_are_one_folder() {
        assert_eq!(name_in(APP, "/Plan/%E7/"), name_in(APP, "/plan/%e7/"));
        assert!(is_same("/Plan/", "/plan/"));
        assert!(!is_same("/a/", "/b/"));
    }
}
