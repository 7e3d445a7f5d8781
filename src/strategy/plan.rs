//! 実施計画: one sheet a measure and year, with its lines of money.

use std::collections::BTreeMap;

use super::record::{described, text, words};
use super::{FiscalYear, Id, Initiative, Measure, Money, Order};

described! {
    /// 実施計画・評価シート of one measure: the plan from `year` on, and what became of the year before.
    pub struct Sheet {
        /// Identity.
        Must Open id: Id<Sheet>,
        /// The measure planned and judged.
        Place Open measure: Id<Measure>,
        /// Place among the measure's sheets.
        Place Open order: Order,
        /// 計画初年度: the year whose budget is planned; the year judged is the one before.
        Must Open year: FiscalYear,
        /// 決算額の計 as printed in the source, in 千円.
        May Open printed_settled: Option<i64>,
        /// 成果・課題.
        May Open results: String as Rating,
        /// 評価: the mark as printed (Ａ–Ｄ or the town's own); empty when not rated.
        May Open rating: String as Rating,
        /// 一次・二次・外部の意見.
        May Inner opinions: Vec<Opinion>,
        /// 事業の改善点及び方向性.
        May Open improvements: String,
        /// 施策の概要.
        May Open outline: String,
        /// 予算額の計 as printed in the source, in 千円.
        May Open printed_budget: Option<i64>,
        /// 補足.
        May Inner note: String,
        /// 交付金事業の検証, where a national grant is involved.
        May Open grant: Option<Grant>,
    }
    lists {
        done: Line before printed_settled,
        planned: Line before printed_budget,
    }
}

impl Sheet {
    /// Number of years that a sheet plans (3か年計画).
    pub const YEARS: i32 = 3;
}

described! {
    /// 意見: what one reviewer said of a sheet.
    #[derive(Eq)]
    pub struct Opinion {
        /// 一次評価, 二次評価, 有識者会議 … or a name.
        Always Inner by: String as Rating,
        /// That reviewer's mark, or empty.
        May Inner rating: String as Rating,
        /// 意見.
        Always Inner text: String as Rating,
    }
}

described! {
    /// 地方創生関係交付金の効果検証 (内閣府 様式: 事業効果・事業の評価・今後の方針).
    #[derive(Eq)]
    pub struct Grant {
        /// 交付金の種類.
        Always Open name: String,
        /// 事業効果: 1 非常に効果的 … 4 効果なし.
        May Open effect: Option<u8> as Rating,
        /// 外部有識者: whether it served the KPI.
        May Open effective: Option<bool> as Rating,
        /// 今後の方針 as printed.
        May Open policy: String as Rating,
        /// 今後の方針の理由.
        May Open reason: String as Rating,
    }
}

described! {
    /// 事業の行: one initiative's money on one sheet.
    pub struct Line {
        /// Identity.
        Must Open id: Id<Line>,
        /// The sheet it is on.
        Place Open sheet: Id<Sheet>,
        /// Place among the sheet's lines of the same side.
        Place Open order: Order,
        /// 実績 or 計画.
        Place Open side: Side,
        /// The initiative it is about.
        May Open initiative: Option<Id<Initiative>> as Reference,
        /// 事業名 as printed on this line, without its marks.
        Must Open title: String as Reference,
        /// 【再掲】【新規】 … as printed.
        May Open marks: Vec<Mark> as Reference,
        /// 内容.
        May Open text: String,
        /// 決算額 of the year judged.
        May Open settled: Option<Money> as Money,
        /// 予算額 by year.
        May Open budgets: BTreeMap<FiscalYear, Money> as Money,
        /// 方向性 by year.
        May Open courses: BTreeMap<FiscalYear, Course>,
        /// 単独・補助.
        May Open funding: Option<Funding> as Money,
        /// 財源内訳 of the first planned (or the settled) year.
        May Open funds: Vec<Fund> as Money,
        /// 備考.
        May Inner note: String,
    }
}

words! {
    /// Half of the sheet that a line is on.
    pub enum Side: Planned {
        /// 事業実績: what was done in the year judged.
        Done = "done",
        /// 3か年計画: what is planned.
        Planned = "planned",
    }
}

/// 方向性, as the town words it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Course(pub String);

text!(Course);

impl Course {
    /// The words offered; a town may write its own.
    pub const USUAL: [&'static str; 6] = ["維持", "拡充", "検討", "見直し", "縮小", "事業終了"];

    /// 事業終了・廃止・完了: nothing is carried over after this.
    pub fn ends(&self) -> bool {
        ["終了", "廃止", "完了"]
            .iter()
            .any(|word| self.0.contains(word))
    }
}

words! {
    /// 単独事業・補助事業.
    pub enum Funding: Own {
        /// 単独事業: the town's own.
        Own = "own",
        /// 補助事業: with a subsidy.
        Subsidised = "subsidised",
    }
}

described! {
    /// 財源: a part of the money, in 千円.
    #[derive(Copy, Eq)]
    pub struct Fund {
        /// Source of the money.
        Must Open source: FundSource as Money,
        /// 千円.
        Must Open amount: i64 as Money,
    }
}

words! {
    /// 財源の区分.
    pub enum FundSource: Nation {
        /// 国庫支出金.
        Nation = "nation",
        /// 都道府県支出金.
        Prefecture = "prefecture",
        /// 地方債.
        Bond = "bond",
        /// その他特定財源.
        Other = "other",
        /// 一般財源.
        General = "general",
    }
}

/// A mark printed with a name, brackets and all: 【再掲】, ≪新規≫.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Mark(pub String);

text!(Mark);

impl Mark {
    /// 再掲.
    pub fn is_reprise(&self) -> bool {
        self.0.contains("再掲")
    }

    /// 新規.
    pub fn is_new(&self) -> bool {
        self.0.contains("新規")
    }
}
