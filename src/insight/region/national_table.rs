//! The municipalities of Japan by 全国地方公共団体コード, from the table that travels with the app.

use super::folded;
use crate::town_code::check_digit;
use strategy::{half_width, sort};

/// A municipality from which a plan is expected.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ExpectedTown {
    /// 全国地方公共団体コード: six digits.
    pub code: String,
    /// 市区町村.
    pub name: String,
}

/// A prefecture and its municipalities.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Prefecture {
    /// The first two digits of its codes.
    pub code: String,
    /// 都道府県.
    pub name: String,
    /// Its municipalities, in the order of their codes.
    pub towns: Vec<ExpectedTown>,
}

/// The prefectures of the table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NationalTable(pub Vec<Prefecture>);

impl NationalTable {
    /// Reads the table: a prefecture a line, `01北海道 100札幌市 202函館市`: two digits of a code, then three; the check
    /// digit is computed. Source: 総務省 全国地方公共団体コード (2024-01-01), without 行政区 and the six villages of the
    /// Northern Territories. Lines in another form are left out.
    pub fn read(text: &str) -> Self {
        Self(text.lines().filter_map(prefecture).collect())
    }

    /// Returns a prefecture by the first two digits of its codes.
    pub fn get(&self, code: &str) -> Option<&Prefecture> {
        self.0.iter().find(|one| one.code == code)
    }

    /// Returns a municipality by its code.
    pub fn town(&self, code: &str) -> Option<&ExpectedTown> {
        let of = self.get(code.get(..2)?)?;
        of.towns.iter().find(|town| town.code == code)
    }

    /// Returns the prefecture of a municipality by its code, else by its name with that of the prefecture, else by a name
    /// that no other prefecture has.
    pub fn prefecture_of(&self, code: &str, name: &str) -> Option<&Prefecture> {
        let head: String = half_width(code.trim()).chars().take(2).collect();
        if let Some(of_code) = self.get(&head) {
            return Some(of_code);
        }
        let name = folded(name);
        if let Some(of_name) = self
            .0
            .iter()
            .find(|one| name.starts_with(&folded(&one.name)))
        {
            return Some(of_name);
        }
        let has = |one: &&Prefecture| one.towns.iter().any(|town| folded(&town.name) == name);
        let mut having = self.0.iter().filter(has);
        having.next().filter(|_| having.next().is_none())
    }

    /// Returns the prefecture of most of these municipalities, each given by its code and name.
    pub fn prefecture_of_most<'a>(
        &self,
        towns: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Option<&Prefecture> {
        let found = towns.into_iter().filter_map(|(code, name)| {
            let code = &self.prefecture_of(code, name)?.code;
            self.0.iter().position(|one| one.code == *code)
        });
        let found: Vec<usize> = found.collect();
        let places = sort::set(found.iter().copied());
        let count = |place: &usize| found.iter().filter(|one| *one == place).count();
        // Of equal counts, the first prefecture is taken.
        let most = places.iter().rev().max_by_key(|place| count(place))?;
        self.0.get(*most)
    }
}

fn prefecture(line: &str) -> Option<Prefecture> {
    let mut parts = line.split(' ');
    let (code, name) = parts.next()?.split_at_checked(2)?;
    let towns = parts.filter_map(|part| {
        let (rest, name) = part.split_at_checked(3)?;
        let head = [code, rest].concat();
        let check = check_digit(&head)?;
        Some(ExpectedTown {
            code: format!("{head}{check}"),
            name: name.to_owned(),
        })
    });
    Some(Prefecture {
        code: code.to_owned(),
        name: name.to_owned(),
        towns: towns.collect(),
    })
}
