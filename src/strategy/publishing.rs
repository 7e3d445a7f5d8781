//! 公表の設定: the public parts of a strategy, and the terms of use.

use super::record::{described, words};

described! {
    /// 公表の設定. The choices stay inside; the terms, the address and the contact are published, as on every page.
    #[derive(Eq)]
    pub struct Publishing {
        /// 公表する備考・意見など: inner fields chosen to be public, each by its type and name (`Goal.note`).
        May Inner shown_fields: Vec<String>,
        /// 公表しない種類: the tables whose records stay inside (`ideas`).
        May Inner withheld_kinds: Vec<String>,
        /// 公表しない記録: the ids of records that stay inside, with all that stands under them (`g3`).
        May Inner withheld_records: Vec<String>,
        /// 利用条件.
        May Inner licence: Licence,
        /// 日本語のほかに公表する言語.
        May Inner languages: Vec<OtherLanguage>,
        /// 選んだときだけ公表するページ.
        May Inner pages: Vec<OptionalPage>,
        /// 公表先のアドレス, where the folder will stand; empty: not known.
        May Inner address: String,
        /// 問い合わせ先.
        May Inner contact: String,
    }
}

words! {
    /// 利用条件: what others may do with what is published.
    pub enum Licence: CcBy {
        /// クリエイティブ・コモンズ 表示 4.0 国際.
        CcBy = "CC-BY-4.0",
        /// 公共データ利用規約（第1.0版）.
        PublicData = "PDL-1.0",
    }
}

words! {
    /// A language beside 日本語.
    pub enum OtherLanguage: Easy {
        /// やさしい日本語.
        Easy = "easy",
        /// English: the pages around what the town wrote.
        English = "en",
    }
}

words! {
    /// A page that is published only where the town chose it.
    pub enum OptionalPage: Logic {
        /// ロジックモデル.
        Logic = "logic",
        /// 人口の見通し.
        Population = "population",
    }
}
