//! The assumptions of a 試算, each a number within bounds.

use super::scenario::AGE_GROUPS;
use strategy::{AgeShare, Scenario, half_width};

/// An assumption of a 試算.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Assumption {
    /// 減少を抑える割合 of the age group at this place of [`AGE_GROUPS`], percent.
    Kept(usize),
    /// 子どもの数の増減, percent.
    Births,
    /// 毎年転入する子育て世帯.
    Households,
    /// 0–4歳の子ども of ten such households.
    Infants,
    /// 5–9歳の子ども of ten such households.
    Pupils,
}

impl Assumption {
    /// The smallest and the largest number.
    pub fn bounds(self) -> (i64, i64) {
        match self {
            Assumption::Kept(_) | Assumption::Births => (-100, 100),
            Assumption::Households => (0, 100),
            Assumption::Infants | Assumption::Pupils => (0, 30),
        }
    }

    /// Its number in a 試算.
    pub fn of(self, scenario: &Scenario) -> i64 {
        match self {
            Assumption::Kept(group) => {
                let mut shares = scenario.kept.iter();
                let share = shares.find(|share| Some(share.age) == first_age(group));
                share.map_or(0, |share| share.percent)
            }
            Assumption::Births => scenario.births,
            Assumption::Households => scenario.households.into(),
            Assumption::Infants => scenario.infants.into(),
            Assumption::Pupils => scenario.pupils.into(),
        }
    }

    /// Sets its number.
    pub fn set(self, scenario: &mut Scenario, number: i64) {
        let whole = u32::try_from(number).unwrap_or_default();
        match self {
            Assumption::Kept(group) => {
                if let Some(age) = first_age(group) {
                    set_kept(&mut scenario.kept, age, number);
                }
            }
            Assumption::Births => scenario.births = number,
            Assumption::Households => scenario.households = whole,
            Assumption::Infants => scenario.infants = whole,
            Assumption::Pupils => scenario.pupils = whole,
        }
    }

    /// Reads a typed number: 20, -20, △２０. `None`: it is no whole number within the bounds.
    pub fn read(self, typed: &str) -> Option<i64> {
        let plain = half_width(typed.trim()).replace(['△', '▲', '−'], "-");
        let (least, most) = self.bounds();
        let number: i64 = plain.parse().ok()?;
        (least..=most).contains(&number).then_some(number)
    }
}

fn first_age(group: usize) -> Option<u32> {
    AGE_GROUPS.get(group).map(|(first, _)| *first)
}

/// Sets the share of an age group; none is none. The youngest come first.
fn set_kept(kept: &mut Vec<AgeShare>, age: u32, percent: i64) {
    kept.retain(|share| share.age != age);
    if percent != 0 {
        let place = kept.iter().take_while(|share| share.age < age).count();
        kept.insert(place, AgeShare { age, percent });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_that_is_set_is_there_and_changes_no_other() {
        let all = [
            Assumption::Kept(0),
            Assumption::Kept(3),
            Assumption::Kept(1),
            Assumption::Births,
            Assumption::Households,
            Assumption::Infants,
            Assumption::Pupils,
        ];
        let mut scenario = Scenario::default();
        for (at, one) in all.into_iter().enumerate() {
            one.set(&mut scenario, at as i64 + 1);
        }
        for (at, one) in all.into_iter().enumerate() {
            assert_eq!(one.of(&scenario), at as i64 + 1);
        }
        let ages: Vec<u32> = scenario.kept.iter().map(|share| share.age).collect();
        assert_eq!(ages, [0, 15, 40]);
        Assumption::Kept(1).set(&mut scenario, 0);
        assert_eq!(scenario.kept.len(), 2);
    }

    #[test]
    fn a_typed_number_is_read_within_its_bounds() {
        let read = |text| Assumption::Births.read(text);
        assert_eq!(
            [read("20"), read("△２０"), read("-100")],
            [Some(20), Some(-20), Some(-100)]
        );
        assert_eq!(
            [read("101"), read("2.5"), read(""), read("多め")],
            [None; 4]
        );
        assert_eq!(Assumption::Households.read("-1"), None);
    }
}
