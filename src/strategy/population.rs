//! 人口の見通し: a published projection of the town's population, and the town's own scenarios on top of it.

use super::record::described;
use super::{Date, FiscalYear};

described! {
    /// 人口の見通し.
    #[derive(Eq)]
    pub struct Population {
        /// 将来推計人口: what is expected if nothing changes; `None`: no file was read yet.
        May Open projection: Option<Projection>,
        /// 試算: what would come of other assumptions, in order.
        May Inner scenarios: Vec<Scenario>,
        /// 住民基本台帳人口 by 地区 and age, a day each, earliest first.
        May Open registers: Vec<Register>,
    }
}

described! {
    /// 住民基本台帳人口 of one day.
    #[derive(Eq)]
    pub struct Register {
        /// 調査年月日.
        Must Open date: Date,
        /// ファイル名.
        May Inner file: String,
        /// 地区 in the order of the file.
        Always Open areas: Vec<RegisterArea>,
    }
}

described! {
    /// Persons of a 地区.
    #[derive(Eq)]
    pub struct RegisterArea {
        /// 地域コード.
        May Open code: String,
        /// 地域名; empty for the whole town.
        Always Open name: String,
        /// 総人口.
        Always Open total: u32,
        /// 男 by age: bands of five years from 0 on, the last one open; empty: not published.
        May Open men: Vec<u32>,
        /// 女 by age, likewise.
        May Open women: Vec<u32>,
        /// 世帯数.
        May Open households: Option<u32>,
    }
}

described! {
    /// 将来推計人口 of one municipality, as it was published. Nothing of it is computed.
    #[derive(Eq)]
    pub struct Projection {
        /// 市区町村 as the file names it.
        Always Open name: String,
        /// 市区町村コード: five digits, without the check digit.
        Always Open code: String,
        /// 推計の名称, as the sheet titles itself.
        May Open title: String,
        /// ファイル名 and sheet it was read from.
        May Inner file: String,
        /// The day it was read.
        May Inner read: Option<Date>,
        /// The years, five years apart; the first is a census.
        Always Open years: Vec<ProjectionYear>,
    }
}

described! {
    /// A year of a projection, as of 1 October, in persons.
    #[derive(Eq)]
    pub struct ProjectionYear {
        /// The year.
        Must Open year: FiscalYear,
        /// 総人口 as it is printed.
        Always Open total: u32,
        /// 年少人口 (0–14) as it is printed.
        Always Open children: u32,
        /// 生産年齢人口 (15–64) as it is printed.
        Always Open working: u32,
        /// 65歳以上 as it is printed.
        Always Open elderly: u32,
        /// 75歳以上 as it is printed.
        Always Open oldest: u32,
        /// 男 by age: bands of five years from 0 on, the last one open.
        Always Open men: Vec<u32>,
        /// 女 by age, likewise.
        Always Open women: Vec<u32>,
    }
}

described! {
    /// 試算: assumptions that differ from those of the projection.
    #[derive(Eq)]
    pub struct Scenario {
        /// 名称.
        Always Inner name: String,
        /// The year of the projection from which they hold.
        Must Inner from: FiscalYear,
        /// 減少を抑える割合: the share of the decrease of a cohort that stays away, by age.
        May Inner kept: Vec<AgeShare>,
        /// 子どもの数の増減: percent more children per woman of 15 to 49; negative: fewer.
        May Inner births: i64,
        /// 子育て世帯: number that moves in each year besides.
        May Inner households: u32,
        /// The first age of the five-year band of their two parents, a man and a woman.
        Always Inner parents: u32,
        /// Children of 0 to 4 of ten such households.
        Always Inner infants: u32,
        /// Children of 5 to 9 of ten such households.
        Always Inner pupils: u32,
    }
}

described! {
    /// A share of an age group.
    #[derive(Eq)]
    pub struct AgeShare {
        /// The first age of the group at the beginning of the five years.
        Always Inner age: u32,
        /// Percent; negative: the other way.
        Always Inner percent: i64,
    }
}

impl Projection {
    /// Returns the figures of a year, if it is one of those that were published.
    pub fn year(&self, year: FiscalYear) -> Option<&ProjectionYear> {
        self.years.iter().find(|one| one.year == year)
    }
}

impl Scenario {
    /// Returns a scenario that changes nothing yet: families, once there are some, have parents of 30 to 34, one child of
    /// 0 to 4 each, and every second a child of 5 to 9.
    pub fn starting(name: String, from: FiscalYear) -> Self {
        Self {
            name,
            from,
            parents: 30,
            infants: 10,
            pupils: 5,
            ..Self::default()
        }
    }
}
