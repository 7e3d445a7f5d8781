//! 根拠: the laws, upper plans and documents that the strategy rests on.

use super::record::{described, words};
use super::{AnyId, Date, Id, Order, Record, Strategy, Table, web_address};

described! {
    /// 根拠: a law, a plan or a document, listed once and cited where it is relied on.
    pub struct Ground {
        /// Identity.
        Must Open id: Id<Ground>,
        /// Place among the grounds.
        Place Open order: Order,
        /// Kind of ground.
        May Open kind: GroundKind,
        /// 名称.
        Must Open title: String,
        /// 策定者・発行者.
        May Open issuer: String,
        /// 所在: where it can be read; usually an address of the web.
        May Open address: String,
        /// 確認日: on which day it stood there.
        May Open seen: Option<Date>,
        /// 該当箇所: which article, which page.
        May Open passage: String,
    }
}

words! {
    /// Kind of ground.
    pub enum GroundKind: Law {
        /// 法令.
        Law = "law",
        /// 上位計画・関連計画.
        Plan = "plan",
        /// 統計・調査.
        Statistics = "statistics",
        /// その他の資料.
        Document = "document",
    }
}

impl Ground {
    /// Returns the address if a browser may open it.
    pub fn link(&self) -> Option<&str> {
        web_address(&self.address)
    }
}

impl Strategy {
    /// Everything that cites a ground, in reading order: chapters, goals, measures, indicators.
    pub fn citing(&self, ground: Id<Ground>) -> Vec<AnyId> {
        fn of<T: Record>(
            table: &Table<T>,
            grounds: fn(&T) -> &[Id<Ground>],
            ground: Id<Ground>,
        ) -> Vec<AnyId> {
            let all = table.sorted().into_iter();
            let cite = all.filter(|one| grounds(one).contains(&ground));
            cite.map(|one| one.id().into()).collect()
        }
        [
            of(&self.sections, |one| &one.grounds, ground),
            of(&self.goals, |one| &one.grounds, ground),
            of(&self.measures, |one| &one.grounds, ground),
            of(&self.indicators, |one| &one.grounds, ground),
        ]
        .concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Goal, Indicator, Kind, Measure, Section};

    #[test]
    fn whatever_cites_a_ground_is_found_once_in_reading_order() {
        let mut s = Strategy::default();
        let [law, plan] = [1, 2].map(Id::<Ground>::new);
        s.goals.insert(Goal {
            id: Id::new(1),
            grounds: vec![law, plan],
            ..Goal::default()
        });
        s.measures.insert(Measure {
            id: Id::new(1),
            goal: Id::new(1),
            grounds: vec![law],
            ..Measure::default()
        });
        s.indicators.insert(Indicator {
            id: Id::new(1),
            grounds: vec![law],
            ..Indicator::default()
        });
        s.sections.insert(Section {
            id: Id::new(1),
            grounds: vec![law],
            ..Section::default()
        });
        let kinds = s.citing(law).into_iter().map(|one| one.kind);
        let expected = [Kind::Section, Kind::Goal, Kind::Measure, Kind::Indicator];
        assert_eq!(kinds.collect::<Vec<_>>(), expected);
        assert_eq!(s.citing(plan), [AnyId::from(Id::<Goal>::new(1))]);
        assert_eq!(s.citing(Id::new(9)), []);
    }

    #[test]
    fn only_an_address_of_the_web_is_a_link() {
        for (address, is_link) in [
            ("https://laws.e-gov.go.jp/law/426AC0000000136", true),
            (" http://www.town.example.jp/plan.pdf ", true),
            ("HTTPS://example.jp", true),
            ("javascript:alert(1)", false),
            ("javascript://example.jp/%0aalert(1)", false),
            ("data:text/html,x", false),
            ("https://", false),
            ("https://example.jp/a b", false),
            ("庁舎2階 行政資料コーナー", false),
            ("", false),
        ] {
            let ground = Ground {
                address: address.to_owned(),
                ..Ground::default()
            };
            assert_eq!(ground.link().is_some(), is_link, "{address}");
        }
    }
}
