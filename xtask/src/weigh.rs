//! `cargo xtask weigh`: attributes the bytes of the finished wasm, part by part.

use crate::process::{node, run_asking_why};
use crate::{Outcome, paths};

/// Prints the size of the last build by crate, module or function. Builds nothing, because a build that exceeds a
/// ceiling is the one to inspect.
pub fn weigh(words: &[String]) -> Outcome {
    run_asking_why(
        node(&paths::script("weigh.mjs"))
            .arg(paths::named())
            .args(words),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::process::output;
    use std::fs;
    use std::path::PathBuf;

    /// Returns bytes behind their length, which is below 16,384: two bytes of LEB128.
    fn counted(content: &[u8]) -> Vec<u8> {
        let length = content.len();
        [&[length as u8 & 127 | 128, (length >> 7) as u8], content].concat()
    }

    /// Returns a section: its kind and its content.
    fn section(kind: u8, content: &[u8]) -> Vec<u8> {
        [vec![kind], counted(content)].concat()
    }

    /// Returns a module of functions that return nothing, each with its name and the number of its instructions.
    fn module(functions: &[(&str, u8)]) -> Vec<u8> {
        let count = functions.len() as u8;
        let mut code = vec![count];
        let mut names = vec![count];
        for (index, (name, instructions)) in (0..).zip(functions) {
            code.extend([instructions + 2, 0]);
            code.extend(std::iter::repeat_n(1, usize::from(*instructions)));
            code.push(0x0b);
            names.extend([index, name.len() as u8]);
            names.extend(name.bytes());
        }
        let mut custom = b"\x04name\x01".to_vec();
        custom.extend(counted(&names));
        let types = section(1, &[1, 0x60, 0, 0]);
        let indexes: Vec<u8> = [vec![count], vec![0; functions.len()]].concat();
        [
            b"\0asm\x01\0\0\0".to_vec(),
            types,
            section(3, &indexes),
            section(10, &code),
            section(0, &custom),
        ]
        .concat()
    }

    /// Makes a folder of named modules.
    fn build(name: &str, functions: &[(&str, u8)]) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("weigh-{}-{name}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        fs::write(folder.join("split_strategy.wasm"), module(functions)).expect("a file");
        folder
    }

    const PUT: &str = "_ZN8strategy5table3put17h0123456789abcdefE";
    const FREE: &str =
        "_ZN4core3ptr44drop_in_place$LT$edit..Draft$u5b$$u5d$$GT$17h0123456789abcdefE";

    fn weighed(folder: &PathBuf, words: &[&str]) -> String {
        let mut weigh = node(&paths::script("weigh.mjs"));
        output(weigh.arg(folder).args(words)).expect("runs")
    }

    /// Returns the numbers before a label.
    fn row(table: &str, label: &str) -> Vec<i64> {
        let end = format!("  {label}");
        let line = table.lines().find(|line| line.ends_with(&end));
        let cells = line
            .expect("a row")
            .trim_end_matches(&end)
            .split_whitespace();
        cells.map(|cell| cell.parse().expect("a number")).collect()
    }

    #[test]
    fn bytes_are_named_by_crate_module_and_function() {
        let folder = build("names", &[(PUT, 40), (FREE, 10), (PUT, 20)]);
        let crates = weighed(&folder, &[]);
        assert_eq!(row(&crates, "strategy")[0], 64);
        assert_eq!(row(&crates, "strategy")[2], 2);
        assert_eq!(row(&crates, "edit")[0], 12);
        let modules = weighed(&folder, &["--part", "strategy", "--by", "module"]);
        assert_eq!(row(&modules, "strategy::table")[0], 64);
        let functions = weighed(&folder, &["--by", "function", "--emptied"]);
        assert_eq!(row(&functions, "strategy::table::put")[0], 64);
        fs::remove_dir_all(folder).expect("gone");
    }

    #[test]
    fn two_builds_are_compared() {
        let before = build("before", &[(PUT, 40), (FREE, 10)]);
        let after = build("after", &[(PUT, 25), (FREE, 10)]);
        let against = before.to_string_lossy().into_owned();
        let table = weighed(&after, &["--against", &against]);
        assert_eq!(row(&table, "strategy")[0], -15);
        assert!(!table.contains("edit"), "{table}");
        assert_eq!(row(&table, "= 合計")[0], -15);
        for folder in [before, after] {
            fs::remove_dir_all(folder).expect("gone");
        }
    }

    #[test]
    fn a_part_that_is_not_there_is_an_error() {
        let folder = build("part", &[(PUT, 1)]);
        let mut weigh = node(&paths::script("weigh.mjs"));
        let failed = run_asking_why(weigh.arg(&folder).args(["--part", "outline"]));
        assert!(failed.is_err_and(|why| why.contains("strategy")));
        fs::remove_dir_all(folder).expect("gone");
    }
}
