//! 住民基本台帳人口 by 地区 on one day.

use super::ages::{AgeGroup, Ages};
use strategy::{Register, RegisterArea};

/// Persons of a 地区, or of the whole town.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AreaPopulation {
    /// Its name; empty for the whole town.
    pub name: String,
    /// 総人口.
    pub total: i64,
    /// 年少, 生産年齢, 65歳以上, 75歳以上; `None`: its ages are not published.
    pub groups: Option<[i64; 4]>,
    /// 世帯数; `None`: it is not published.
    pub households: Option<i64>,
}

/// The groups of [`AreaPopulation`].
pub const AREA_GROUPS: [AgeGroup; 4] = [
    AgeGroup::Children,
    AgeGroup::Working,
    AgeGroup::Elderly,
    AgeGroup::Oldest,
];

/// The whole town first, then each 地区 in the order of the file (I116): the whole town is the row without 地区, else the
/// sum of them, of ages and 世帯 only where every 地区 has them.
pub fn areas(register: &Register) -> Vec<AreaPopulation> {
    let is_whole = |area: &&RegisterArea| area.name.trim().is_empty();
    let own: Vec<_> = register
        .areas
        .iter()
        .filter(|one| !is_whole(one))
        .map(area)
        .collect();
    let whole = register.areas.iter().find(is_whole).map(area);
    let whole = whole.unwrap_or_else(|| AreaPopulation {
        name: String::new(),
        total: own.iter().map(|one| one.total).sum(),
        groups: own.iter().try_fold([0; 4], |sum, one| {
            let own = one.groups?;
            Some([0, 1, 2, 3].map(|at: usize| sum[at] + own[at]))
        }),
        households: own.iter().map(|one| one.households).sum(),
    });
    std::iter::once(whole).chain(own).collect()
}

/// Men and women of the whole town by age; `None`: a 地区 has none.
pub fn whole_by_age(all: &[RegisterArea]) -> Option<(Vec<i64>, Vec<i64>)> {
    let whole = all.iter().find(|one| one.name.trim().is_empty());
    let summed: Vec<&RegisterArea> = whole.map_or_else(|| all.iter().collect(), |one| vec![one]);
    let sum = |of: fn(&RegisterArea) -> &Vec<u32>| {
        let count = summed.iter().map(|one| of(one).len()).min().unwrap_or(0);
        let at = |at: usize| summed.iter().map(|one| i64::from(of(one)[at])).sum();
        (0..count).map(at).collect::<Vec<i64>>()
    };
    let (men, women) = (sum(|one| &one.men), sum(|one| &one.women));
    (!men.is_empty() && men.len() == women.len()).then_some((men, women))
}

fn area(of: &RegisterArea) -> AreaPopulation {
    let count = of.men.len().min(of.women.len());
    let persons = |at: usize| i64::from(of.men[at]) + i64::from(of.women[at]);
    let group = |group: AgeGroup| {
        let Ages { first, last } = group.ages().unwrap_or(Ages {
            first: 0,
            last: None,
        });
        let is_within = |at: &usize| {
            let youngest = *at as u32 * 5;
            youngest >= first && last.is_none_or(|last| youngest <= last)
        };
        (0..count).filter(is_within).map(persons).sum()
    };
    AreaPopulation {
        name: of.name.trim().to_owned(),
        total: of.total.into(),
        groups: (count > 0).then(|| AREA_GROUPS.map(group)),
        households: of.households.map(i64::from),
    }
}
