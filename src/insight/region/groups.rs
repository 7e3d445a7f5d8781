//! Municipalities of plans by code and name, and the sums of areas.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Digest, ExpectedTown, Head, NationalTable, PlanUse, Ratings, TownGroup, folded};
use crate::town_code::code_meanings;
use strategy::{FiscalYear, half_width, sort};

/// Municipality that a name or a code means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FoundTown<'a> {
    /// This one.
    One(&'a ExpectedTown),
    /// One of several of that name, each with the name of its prefecture.
    Several(Vec<(&'a str, &'a ExpectedTown)>),
    /// None of the table.
    None,
}

/// The municipalities of a table by code and by name.
#[derive(Debug, Clone)]
pub struct TownIndex<'a> {
    by_code: BTreeMap<&'a str, (&'a str, &'a ExpectedTown)>,
    by_name: BTreeMap<String, Vec<(&'a str, &'a ExpectedTown)>>,
}

impl<'a> TownIndex<'a> {
    /// Indexes a table.
    pub fn of(table: &'a NationalTable) -> Self {
        let mut index = Self {
            by_code: BTreeMap::new(),
            by_name: BTreeMap::new(),
        };
        for prefecture in &table.0 {
            let first = folded(&prefecture.name);
            for town in &prefecture.towns {
                let found = (&*prefecture.name, town);
                let name = folded(&town.name);
                index.by_code.insert(head(&town.code), found);
                for name in [[&*first, &*name].concat(), name] {
                    index.by_name.entry(name).or_default().push(found);
                }
            }
        }
        index
    }

    /// Returns the municipality of a code; where there is none, that of a name with its prefecture, or of a name alone
    /// (R18).
    pub fn find(&self, code: &str, name: &str) -> FoundTown<'a> {
        if !code.trim().is_empty() {
            return self.find_by_code(code, name);
        }
        match self.by_name.get(&folded(name)).map(Vec::as_slice) {
            None | Some([]) => FoundTown::None,
            Some([(_, town)]) => FoundTown::One(town),
            Some(several) => FoundTown::Several(several.to_vec()),
        }
    }

    /// Returns the municipality of a code; where the code may mean two, the name says which (R30).
    fn find_by_code(&self, code: &str, name: &str) -> FoundTown<'a> {
        let meanings = code_meanings(code);
        let found = meanings.iter().filter_map(|code| self.by_code.get(&**code));
        let found: Vec<_> = found.copied().collect();
        let name = folded(name);
        let is_named = |town: &ExpectedTown| name.ends_with(&folded(&town.name));
        match found.as_slice() {
            [] => FoundTown::None,
            [(_, town)] => FoundTown::One(town),
            _ if name.is_empty() => FoundTown::Several(found),
            _ => {
                let mut named = found.iter().filter(|(_, town)| is_named(town));
                let first = named.next().filter(|_| named.next().is_none());
                first.map_or(FoundTown::None, |(_, town)| FoundTown::One(town))
            }
        }
    }

    /// Returns the same; a name that several have is that of the prefecture given by its code, if one there has it.
    pub fn find_in(&self, code: &str, name: &str, prefecture: &str) -> FoundTown<'a> {
        let found = self.find(code, name);
        let FoundTown::Several(all) = &found else {
            return found;
        };
        let is_here = |town: &ExpectedTown| town.code.starts_with(prefecture);
        let mut here = all.iter().filter(|(_, town)| is_here(town));
        match (here.next(), here.next()) {
            (Some((_, town)), None) if !prefecture.is_empty() => FoundTown::One(town),
            _ => found,
        }
    }

    /// Returns a municipality by its code, with the name of its prefecture.
    pub fn named(&self, code: &str) -> Option<(&'a str, &'a ExpectedTown)> {
        self.by_code.get(head(code)).copied()
    }
}

/// The first five digits of a code: the sixth only checks them.
fn head(code: &str) -> &str {
    code.get(..5).unwrap_or(code)
}

/// Answers of the user to which municipality a name means, by the name as it is compared.
pub type NamedTowns = BTreeMap<String, String>;

/// Key of a name among the answers.
pub fn name_key(name: &str) -> String {
    folded(name)
}

/// Returns the code of the municipality of each plan (R18); empty: it is of none, or nobody knows yet. A name that several
/// have is the one that the user named, else that of the prefecture given; empty: of none.
pub fn codes(
    heads: &[Arc<Head>],
    table: &TownIndex,
    named: &NamedTowns,
    prefecture: &str,
) -> Vec<String> {
    let of = |head: &Arc<Head>| {
        let answer = || named.get(&name_key(&head.town)).cloned();
        match table.find(&head.code, &head.town) {
            FoundTown::One(town) => town.code.clone(),
            FoundTown::None => String::new(),
            FoundTown::Several(_) => answer().unwrap_or_else(|| {
                match table.find_in(&head.code, &head.town, prefecture) {
                    FoundTown::One(town) => town.code.clone(),
                    _ => String::new(),
                }
            }),
        }
    };
    heads.iter().map(of).collect()
}

/// Returns the names of plans that several municipalities have, each once, until the user answered (R18).
pub fn ambiguous(heads: &[Arc<Head>], table: &TownIndex, named: &NamedTowns) -> Vec<String> {
    let open = heads.iter().filter(|head| {
        let found = table.find(&head.code, &head.town);
        matches!(found, FoundTown::Several(_)) && !named.contains_key(&name_key(&head.town))
    });
    sort::set(open.map(|head| head.town.clone()))
        .into_iter()
        .collect()
}

/// A list of municipalities as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedTowns {
    /// Codes of the municipalities that are certain, each once, in the order of the text.
    pub codes: Vec<String>,
    /// Names that several municipalities have.
    pub ambiguous: Vec<String>,
    /// Words that mean none.
    pub unknown: Vec<String>,
}

/// Reads municipalities by name or code, with any marks between them (R17). A name that several have is that of the
/// prefecture given, if one there has it.
pub fn read_towns(text: &str, table: &TownIndex, prefecture: &str) -> TypedTowns {
    let mut typed = TypedTowns::default();
    let words = text
        .split(|c: char| c.is_whitespace() || matches!(c, '、' | '，' | ',' | '・' | '；' | ';'));
    for word in words.filter(|word| !word.is_empty()) {
        let digits = half_width(word);
        let is_code = digits.len() >= 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
        let (code, name) = match is_code {
            true => (&*digits, ""),
            false => ("", word),
        };
        let town = match table.find_in(code, name, prefecture) {
            FoundTown::One(town) => town,
            FoundTown::Several(_) => {
                typed.ambiguous.push(word.to_owned());
                continue;
            }
            FoundTown::None => {
                typed.unknown.push(word.to_owned());
                continue;
            }
        };
        if !typed.codes.contains(&town.code) {
            typed.codes.push(town.code.clone());
        }
    }
    typed
}

/// Returns the places of the plans of a group, by the codes of all plans.
pub fn plans_of(group: &TownGroup, codes: &[String]) -> Vec<usize> {
    let all = codes.iter().enumerate();
    all.filter(|(_, code)| group.has(code))
        .map(|(at, _)| at)
        .collect()
}

/// Sums of an area.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GroupSum {
    /// Number of municipalities in it.
    pub towns: usize,
    /// Number of them with a plan.
    pub with_plan: usize,
    /// Ratings of the indicators of their plans.
    pub ratings: Ratings,
    /// Planned money of the year in 千円, and the number of municipalities that write it; `None`: none does.
    pub budget: Option<(i64, usize)>,
}

/// Sums the plans of each group that count (R19), by the codes of all plans, with the planned money of a year (R21).
/// A digest that is not read yet is not there.
pub fn group_sums(
    groups: &[TownGroup],
    codes: &[String],
    plans: (&[Arc<Head>], &[Arc<Digest>]),
    uses: &[PlanUse],
    year: Option<FiscalYear>,
) -> Vec<GroupSum> {
    let (heads, digests) = plans;
    let counts = |plan: &usize| uses.get(*plan) != Some(&PlanUse::Listed);
    let sum = |group: &TownGroup| {
        let plans: Vec<usize> = plans_of(group, codes).into_iter().filter(counts).collect();
        let towns = |plans: &mut dyn Iterator<Item = usize>| {
            sort::set(plans.map(|plan| codes[plan].clone())).len()
        };
        let mut sum = GroupSum {
            towns: group.codes.len(),
            with_plan: towns(&mut plans.iter().copied()),
            ratings: Ratings::default(),
            budget: None,
        };
        for head in plans.iter().filter_map(|plan| heads.get(*plan)) {
            sum.ratings.add(&head.ratings);
        }
        let money = |plan: usize| digests.get(plan)?.budgets.get(&year?).copied();
        let written: Vec<usize> = plans
            .into_iter()
            .filter(|one| money(*one).is_some())
            .collect();
        let amounts = written.iter().filter_map(|plan| money(*plan));
        let total = amounts.reduce(i64::saturating_add);
        sum.budget = total.map(|total| (total, towns(&mut written.into_iter())));
        sum
    };
    groups.iter().map(sum).collect()
}
