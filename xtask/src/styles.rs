//! Checks that the stylesheets of pages are separate: rules in `style/pages/` apply only under the root of their
//! pages. A page of a strategy has `page-NAME`, by its row in `src/app/page_table.rs`; any other page has the name of
//! its file.

use crate::{Outcome, paths};
use std::fs;

/// Runs the check; the error lists every finding.
pub fn check() -> Outcome {
    let wrong = |why: std::io::Error| format!("スタイルを読めません: {why}");
    let root = paths::root();
    let table = fs::read_to_string(root.join("src/app/page_table.rs")).map_err(wrong)?;
    let mut findings = Vec::new();
    for entry in fs::read_dir(root.join("style/pages")).map_err(wrong)? {
        let path = entry.map_err(wrong)?.path();
        let text = fs::read_to_string(&path).map_err(wrong)?;
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        let outside = outside(&text, &name, &pages(&table));
        findings.extend(outside.into_iter().map(|selector| {
            format!("style/pages/{name}.css の「{selector}」は、ページの根の下にありません。根の中に入れるか、style/parts.css へ移してください。")
        }));
        findings.extend(whole_lists(&text).map(|rule| {
            format!("style/pages/{name}.css の「{rule}」は、行が一つ増えるたびにすべての要素のスタイルを計算させます。「+」や「~」の後にはクラスか要素の名前を書いてください。")
        }));
    }
    match findings.is_empty() {
        true => Ok(()),
        false => Err(findings.join("\n  ")),
    }
}

/// Returns the lines with a rule for everything behind an element: inserting a row would make the browser compute the
/// style of all elements again, on every page.
fn whole_lists(text: &str) -> impl Iterator<Item = &str> {
    let is_of_all = |line: &&str| ["+ *", "~ *"].iter().any(|part| line.contains(part));
    text.lines().map(str::trim).filter(is_of_all)
}

/// Returns the names of the pages of a strategy, from the table of pages.
fn pages(table: &str) -> Vec<&str> {
    let row = |line: &'_ str| line.trim_end().ends_with(';');
    table
        .lines()
        .filter(|line| row(line))
        .filter_map(|line| line.trim().split_once(": "))
        .map(|(name, _)| name)
        .collect()
}

/// Returns the selectors of a page's stylesheet that reach beyond its root.
fn outside(text: &str, name: &str, pages: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    // For each open block: true for a rule, false for a condition or a layer.
    let mut open: Vec<bool> = Vec::new();
    let mut prelude = String::new();
    for one in without_comments(text).chars() {
        match one {
            '{' => {
                let selector = prelude.trim().to_owned();
                let rule = !selector.starts_with('@');
                let held = match open.contains(&true) {
                    true => is_below_root(&selector),
                    false => is_root(&selector, name, pages),
                };
                if rule && !held {
                    found.push(selector);
                }
                open.push(rule);
                prelude.clear();
            }
            '}' | ';' => {
                if one == '}' {
                    open.pop();
                }
                prelude.clear();
            }
            other => prelude.push(other),
        }
    }
    found
}

fn is_root(selector: &str, name: &str, pages: &[&str]) -> bool {
    let several = selector
        .strip_prefix(":where(")
        .and_then(|rest| rest.strip_suffix(')'));
    match several {
        Some(roots) => roots.split(", ").all(|root| {
            let page = root.strip_prefix(".page-");
            page.is_some_and(|page| pages.contains(&page))
        }),
        None => selector.strip_prefix('.') == Some(name),
    }
}

/// True if a nested selector is below the root: it does not begin at the root of the document.
fn is_below_root(selectors: &str) -> bool {
    let document = [":root", "html", "body"];
    selectors
        .split(',')
        .map(str::trim)
        .all(|one| !document.iter().any(|root| one.starts_with(root)) || one.contains(" & "))
}

fn without_comments(text: &str) -> String {
    let mut pieces = text.split("/*");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces
        .filter_map(|piece| piece.split_once("*/"))
        .fold(first, |all, (_, rest)| all + rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_styles_what_is_under_its_root() {
        let table = "for_each_page {\n            plan: Plan(Id<Measure>), \"4\", Make, yearly, PlanPage;\n            review: Review, \"5\", Review, yearly, ReviewPage;\n";
        let pages = pages(table);
        assert_eq!(pages, ["plan", "review"]);
        let cases: &[(&str, &[&str])] = &[
            (
                "@layer pages { :where(.page-plan, .page-review) { .a { x: y; } @media (b) { .c > d { x: y; } } } }",
                &[],
            ),
            (
                "@layer pages { :where(.page-plan) { .a { x: y; } } .e { x: y; } }",
                &[".e"],
            ),
            (
                "/* .a { */ :where(.page-plans) { }",
                &[":where(.page-plans)"],
            ),
            (".home { max-width: 1px; &.b { x: y; } }", &[]),
            (".other { x: y; }", &[".other"]),
            ("@media print { .f { x: y; } }", &[".f"]),
            (":where(.page-plan) { :root[a] & .b { x: y; } }", &[]),
            (
                ":where(.page-plan) { :root[a] .b { x: y; } }",
                &[":root[a] .b"],
            ),
            (
                ":where(.page-plan) { .a, body .b { x: y; } }",
                &[".a, body .b"],
            ),
        ];
        for (text, found) in cases {
            assert_eq!(outside(text, "home", &pages), *found, "{text}");
        }
    }

    #[test]
    fn rules_for_whatever_stands_behind_something_are_found() {
        let text = ".a > .b + .c { x: y; }\n  .d + * { x: y; }\n.e ~ *:hover { x: y; }";
        let found: Vec<_> = whole_lists(text).collect();
        assert_eq!(found, [".d + * { x: y; }", ".e ~ *:hover { x: y; }"]);
    }
}
