//! Sums of a sheet that do not agree with what they add up. They are told, and the printed figure stands.

use super::age::Age;
use super::figures::PersonTable;
use super::heads::Sex;
use strategy::FiscalYear;

/// A printed figure that is not the sum of those it adds up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Differs {
    /// The year.
    pub year: FiscalYear,
    /// The sum.
    pub of: SumOf,
    /// As it is printed.
    pub printed: u64,
    /// The sum of the parts.
    pub sum: u64,
}

/// A sum in a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SumOf {
    /// 総数 of a block: all its ages.
    Ages(Sex),
    /// 男女計 of some ages: men and women.
    Sexes(Age),
    /// 再掲 of some ages.
    Group(Age),
}

/// Compares every sum there is.
pub fn checks(both: &PersonTable, men: &PersonTable, women: &PersonTable) -> Vec<Differs> {
    let mut all = Vec::new();
    for (at, year) in both.years.iter().enumerate() {
        let mut compare = |of, printed: u32, sum: u64| {
            let printed = u64::from(printed);
            if printed != sum {
                all.push(Differs {
                    year: *year,
                    of,
                    printed,
                    sum,
                });
            }
        };
        for (sex, table) in [(Sex::Both, both), (Sex::Men, men), (Sex::Women, women)] {
            compare(SumOf::Ages(sex), table.total[at], table.sum(0, None, at));
        }
        for (nth, (age, figures)) in both.bands.iter().enumerate() {
            let of = |table: &PersonTable| u64::from(table.bands[nth].1[at]);
            compare(SumOf::Sexes(*age), figures[at], of(men) + of(women));
        }
        for (age, figures) in &both.groups {
            let sum = both.sum(age.first, age.last, at);
            compare(SumOf::Group(*age), figures[at], sum);
        }
    }
    all
}
