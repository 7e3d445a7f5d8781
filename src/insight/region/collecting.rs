//! Municipalities from which plans are awaited, and what has come of each.

use std::sync::Arc;

use super::town::TownKey;
use super::{Head, folded};
use crate::town_code::{check_digit, code_holds};
use strategy::{half_width, sort};

/// A municipality from which a plan is awaited.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Awaited {
    /// 全国地方公共団体コード with its check digit; empty: none was given.
    pub code: String,
    /// 市町村.
    pub name: String,
}

/// A list of municipalities as it was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AwaitedList {
    /// The municipalities, in the order of the list, each once.
    pub all: Vec<Awaited>,
    /// Lines with a code whose check digit is wrong.
    pub wrong: Vec<String>,
}

impl AwaitedList {
    /// Reads a list: a municipality a line, with or without its code, or cells cut at tabs or commas as in the national
    /// table (団体コード, 都道府県名, 市区町村名 …). Lines of prefectures and of heads are left out (R12).
    pub fn read(text: &str) -> Self {
        let mut list = Self::default();
        for line in text.lines() {
            let cells: Vec<String> = line
                .split(['\t', ',', '、', '，'])
                .flat_map(|cell| cell.trim().split([' ', '　']))
                .map(|cell| cell.trim_matches(['"', ' ', '　']).to_owned())
                .filter(|cell| !cell.is_empty())
                .collect();
            list.take(line, &cells);
        }
        list
    }

    fn take(&mut self, line: &str, cells: &[String]) {
        let is_digits = |cell: &&String| {
            let digits = half_width(cell);
            digits.len() >= 4 && digits.chars().all(|c| c.is_ascii_digit())
        };
        let code = cells.iter().find(is_digits).map(|cell| half_width(cell));
        let code = match code.map(|code| completed(&code)) {
            Some(None) => return self.wrong.push(line.trim().to_owned()),
            Some(Some(code)) => code,
            None => String::new(),
        };
        let names = cells.iter().filter(|cell| !is_digits(cell));
        // The table writes names a second time, in kana of half width.
        let names = names.filter(|name| !name.chars().all(|c| ('｡'..='ﾟ').contains(&c)));
        let names: Vec<&String> = names.collect();
        let is_town = |name: &&&String| name.ends_with(['市', '町', '村', '区']);
        let town = names.iter().rev().find(is_town).map(|name| name.as_str());
        // Without a code, a line that names no municipality is a head or a prefecture.
        let Some(name) = town else {
            return;
        };
        let awaited = Awaited {
            code,
            name: name.to_owned(),
        };
        let key = awaited.key();
        if !self.all.iter().any(|other| other.key().is(&key)) {
            self.all.push(awaited);
        }
    }
}

/// Returns a code with six digits; `None`: its check digit is wrong. A spreadsheet drops the zero at its head, and five
/// digits may be a code without its check digit.
fn completed(code: &str) -> Option<String> {
    if code.len() == 5 {
        let with_zero = format!("0{code}");
        if code_holds(&with_zero) {
            return Some(with_zero);
        }
        return check_digit(code).map(|check| format!("{code}{check}"));
    }
    code_holds(code).then(|| code.to_owned())
}

impl Awaited {
    fn key(&self) -> TownKey {
        TownKey::of(&self.code, &self.name)
    }
}

/// Returns the plans that have come from each municipality, by their places, and those from none of them.
pub fn handed_in(awaited: &[Awaited], heads: &[Arc<Head>]) -> (Vec<Vec<usize>>, Vec<usize>) {
    let keys: Vec<TownKey> = heads.iter().map(|head| head.key()).collect();
    let of = |one: &Awaited| {
        let own = one.key();
        let plans = (0..keys.len()).filter(|plan| {
            let same_code = !own.code.is_empty() && own.code == keys[*plan].code;
            keys[*plan].is(&own) || (same_code && keys[*plan].is_unnamed())
        });
        plans.collect::<Vec<_>>()
    };
    let came: Vec<Vec<usize>> = awaited.iter().map(of).collect();
    let known = sort::set(came.iter().flatten().copied());
    let others = (0..heads.len()).filter(|plan| !known.contains(plan));
    (came, others.collect())
}

/// True if two heads are of one plan: the town, the title and the period are the same (R13).
pub fn is_same_plan(one: &Head, other: &Head) -> bool {
    one.period == other.period
        && folded(&one.title) == folded(&other.title)
        && (one.key().is(&other.key()))
}
