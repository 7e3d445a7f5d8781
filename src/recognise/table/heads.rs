//! The heads of columns: the words offices print over them, and what a person said they mean.

use std::collections::BTreeMap;

use super::kind::{is_class, is_plain_number};
use strategy::{At, Figure, FiscalYear, half_width};

/// Content of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ColumnKind {
    /// 指標名.
    Name,
    /// 番号・コード.
    Code,
    /// 区分・内訳: the sub-row, or whether the line is of 目標 or 実績.
    Series,
    /// 単位.
    Unit,
    /// 当初値・基準値・現状値.
    Baseline,
    /// The year of the baseline.
    BaselineYear,
    /// 目標値.
    Target,
    /// 目標年月: the year of the target.
    TargetYear,
    /// 実績値.
    Actual,
    /// 成り行き値.
    WithoutPolicy,
    /// A year and nothing else.
    Year,
    /// 年度 of the line: a line holds the figures of one year.
    RowYear,
    /// 数値目標 over other heads.
    Group,
    /// 担当課.
    Owner,
    /// 出典.
    Source,
    /// 定義.
    Definition,
    /// 算出方法.
    Method,
    /// 根拠.
    Rationale,
    /// 備考, 評価 and whatever else belongs in the note.
    Note,
    /// 予算額, 氏名 …: a column of a table that is not of indicators.
    Other,
    /// A person says it is not read.
    Skip,
}

impl ColumnKind {
    /// Choices for the user, each with its key.
    pub const CHOICES: [(ColumnKind, &'static str); 17] = [
        (ColumnKind::Name, "name"),
        (ColumnKind::Code, "code"),
        (ColumnKind::Series, "series"),
        (ColumnKind::Unit, "unit"),
        (ColumnKind::Baseline, "baseline"),
        (ColumnKind::BaselineYear, "baseline_year"),
        (ColumnKind::Target, "target"),
        (ColumnKind::TargetYear, "target_year"),
        (ColumnKind::Actual, "actual"),
        (ColumnKind::RowYear, "row_year"),
        (ColumnKind::Owner, "owner"),
        (ColumnKind::Source, "source"),
        (ColumnKind::Definition, "definition"),
        (ColumnKind::Method, "method"),
        (ColumnKind::Rationale, "rationale"),
        (ColumnKind::Note, "note"),
        (ColumnKind::Skip, "skip"),
    ];

    /// The word a choice is kept by.
    pub fn word(self) -> &'static str {
        let found = Self::CHOICES.iter().find(|(holds, _)| *holds == self);
        found.map_or("", |(_, word)| word)
    }

    /// The choice of a word.
    pub fn of_word(word: &str) -> Option<ColumnKind> {
        let found = Self::CHOICES.iter().find(|(_, known)| *known == word);
        found.map(|(holds, _)| *holds)
    }

    /// True if the column holds figures.
    pub fn figures(self) -> bool {
        use ColumnKind::{Actual, Baseline, Target, WithoutPolicy, Year};
        matches!(self, Baseline | Target | Actual | WithoutPolicy | Year)
    }
}

/// Heads that are one of these words as a whole, each group in one text.
const WHOLE: [(ColumnKind, &str); 10] = [
    (
        ColumnKind::Code,
        "番号 no no. № コード 指標番号 施策番号 整理番号 # 指標no 指標no. kpi番号 通番 連番 施策コード 指標コード 事業コード \
         事業番号 管理番号 整理no 整理no. 施策no 施策no. 指標id id",
    ),
    (
        ColumnKind::Name,
        "指標 指標名 指標名称 指標の名称 指標の内容 指標内容 kpi kpi名 kgi kgi名 kpi(重要業績評価指標) 成果指標 活動指標 評価指標 \
         目標指標 管理指標 進捗指標 参考指標 指標項目 目標項目 重要業績評価指標 重要業績評価指標(kpi) 主な指標 まちづくり指標 \
         数値目標項目 目標の項目 成果目標 目標とする指標 ものさし 基本目標指標 \
         目標(指標)名 目標指標名 目標・指標名 目標(指標)",
    ),
    (ColumnKind::Group, "数値目標 目標数値"),
    (ColumnKind::Unit, "単位"),
    (
        ColumnKind::Series,
        "区分 内訳 性別 男女別 男女 年齢別 年代別 年代 学年 学年別 校種 対象 系列 種別",
    ),
    (
        ColumnKind::Target,
        "目標 指標値 到達点 到達値 到達目標 ゴール 期待値 目指す姿の値 計画 計画値 中間値 中間 最終値 最終 最終年度 target",
    ),
    (
        ColumnKind::Baseline,
        "当初 基準 従前 直近 直近値 足元 起点 初期 スタート スタート値 ベースライン 計画前 参考値 base baseline",
    ),
    (
        ColumnKind::Actual,
        "実績 達成値 結果 見込 見込み 見込値 actual",
    ),
    (ColumnKind::Year, "年次 年"),
    (
        ColumnKind::Note,
        "施策 基本施策 政策 分野 基本目標 目標名 基本的方向 評価 判定 達成度 達成率 進捗率 進捗 進捗状況 達成状況 説明 ふりかえり \
         方向性 方向 関連施策 取組 主な取組 計画比 対計画比 目標比 対目標比 前年度比 対前年比 対前年度比 前年比 増減 差 差引 差異 乖離 増加分 増分 特記事項 評価理由 コメント \
         全国値 全国平均 県値 県平均 国平均 類似団体 類似団体平均",
    ),
];

/// Heads that hold one of these words.
const PART: [(ColumnKind, &str); 18] = [
    (ColumnKind::Note, "増加分 増減分 増分"),
    (ColumnKind::Source, "の出典 の出所"),
    (ColumnKind::Rationale, "根拠 考え方 設定理由"),
    (ColumnKind::WithoutPolicy, "成り行き 成行 趨勢"),
    (
        ColumnKind::Other,
        "予算 決算 事業費 交付額 補助額 執行 財源 歳入 歳出 氏名 役職 開催日 日時 会場 科目 金額",
    ),
    (
        ColumnKind::Note,
        "基本目標 目標名 目標達成 達成率 達成度 達成状況 進捗状況 進捗率 目標設定 行動目標",
    ),
    (
        ColumnKind::TargetYear,
        "目標年 目標時期 達成年 達成時期 達成期限 目標期限 期限 目標月 目標日 達成日",
    ),
    (
        ColumnKind::BaselineYear,
        "基準年 現状年 当初年 基準時点 現状時点 調査年 測定年 把握年 基準日 調査日 測定日",
    ),
    (
        ColumnKind::Baseline,
        "当初値 基準値 現状 現況 現在値 策定時 初期値 従前値 直近値 参考値 計画開始 スタート時 基準実績 事業開始前 開始前 着手前",
    ),
    (ColumnKind::Actual, "実績 達成値"),
    (
        ColumnKind::Target,
        "目標値 最終目標 年度目標 目標 目指す値 めざす値 目指す水準 めざす水準 到達 ゴール 期待値 計画値",
    ),
    (ColumnKind::Actual, "見込"),
    (
        ColumnKind::Owner,
        "担当 所管 主管 所属 担当課 部署 課名 部課 推進課",
    ),
    (
        ColumnKind::Source,
        "出典 資料 データ元 データの出所 出所 使用データ",
    ),
    (ColumnKind::Definition, "定義 指標の説明 指標の意味"),
    (
        ColumnKind::Method,
        "算出 算定 計算式 把握方法 測定方法 集計方法 計算方法",
    ),
    (ColumnKind::Note, "備考 摘要 注記"),
    (ColumnKind::Unit, "単位"),
];

/// A head as it is compared: half-width, small letters, no spaces.
fn plain(text: &str) -> String {
    half_width(text)
        .to_ascii_lowercase()
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect()
}

/// Returns the key by which a head is remembered: the years in it change from plan to plan.
pub fn key(text: &str) -> String {
    let mut key = String::new();
    for c in plain(text).chars() {
        let c = if c.is_ascii_digit() { '#' } else { c };
        if c != '#' || !key.ends_with('#') {
            key.push(c);
        }
    }
    key
}

/// Returns the content that a head names; `None`: it is no known head.
pub fn head(text: &str) -> Option<ColumnKind> {
    if text.len() > 120 {
        return None;
    }
    let plain = plain(text);
    if plain.is_empty() || plain.chars().count() > 20 {
        return None;
    }
    let bare = plain.split(['(', '[', '【']).next().unwrap_or_default();
    // （基準） below 令和6年度.
    let inside = plain.trim_matches(|c: char| "()[]【】".contains(c));
    let bare = if bare.is_empty() { inside } else { bare };
    let whole = |text: &str| {
        let found = WHOLE
            .iter()
            .find(|(_, words)| words.split(' ').any(|w| w == text));
        found.map(|(holds, _)| *holds)
    };
    let part = || {
        let found = PART
            .iter()
            .find(|(_, words)| words.split(' ').any(|w| plain.contains(w)));
        found.map(|(holds, _)| *holds)
    };
    let timeless: String = bare
        .trim_start_matches(|c: char| c.is_ascii_digit() || "rh令和平成年度".contains(c))
        .into();
    whole(&plain)
        .or_else(|| whole(bare))
        .or_else(|| whole(&timeless).filter(|h| h.figures()))
        // R7（計画）: the kind stands in the brackets behind the year.
        .or_else(|| whole(in_brackets(&plain)).filter(|h| h.figures() && is_time(bare)))
        .or_else(part)
        .or_else(|| FiscalYear::parse(text).map(|_| ColumnKind::Year))
        .or_else(|| is_time(text).then_some(ColumnKind::Year))
        .or_else(|| year_behind(text))
        // 男性（R6）.
        .or_else(|| (is_class(bare) && year(text).is_some()).then_some(ColumnKind::Year))
}

/// 計画 of r7(計画): the text in the first brackets.
fn in_brackets(head: &str) -> &str {
    let inside = head
        .split_once(['(', '[', '【'])
        .map_or("", |(_, inside)| inside);
    inside.split([')', ']', '】']).next().unwrap_or_default()
}

/// The content of a column whose head is a year and words behind it: an actual for R2国勢調査 and H27国調（確定）; for R6末 a
/// year and nothing else. ’24 is a year, too.
fn year_behind(text: &str) -> Option<ColumnKind> {
    const SURVEYS: &str = "国勢調査 国調 経済センサス 農林業センサス センサス 調査 速報 確定 現在";
    const ENDS: &str = "末 時点";
    let plain: String = half_width(text)
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect();
    let without = |text: &str, words: &str| {
        let words = words.split(' ');
        words.fold(text.to_owned(), |rest, word| rest.replace(word, ""))
    };
    let unsurveyed = without(&plain, SURVEYS);
    let bare = without(&unsurveyed, ENDS);
    let bare = bare.trim_end_matches(['(', ')', '・']);
    if !is_time(bare) && short_year(bare).is_none() {
        return None;
    }
    match (unsurveyed == plain, bare == plain) {
        (false, _) => Some(ColumnKind::Actual),
        (true, false) => Some(ColumnKind::Year),
        (true, true) => short_year(bare).map(|_| ColumnKind::Year),
    }
}

/// 2024 of ’24: a year without its century.
fn short_year(text: &str) -> Option<String> {
    let short = text.strip_prefix(['’', '‘', '\'', '′'])?;
    let short = short.trim_end_matches('度').trim_end_matches('年');
    let is_year = short.len() == 2 && short.bytes().all(|b| b.is_ascii_digit());
    is_year.then(|| format!("20{short}"))
}

/// True if a cell is a time and nothing else: R11, 令和7年3月, (2029).
pub fn is_time(text: &str) -> bool {
    text.len() <= 60 && may_name_year(text) && names_time(text)
}

/// True if the text contains an era, 年 or four digits: without them it need not be read as a time.
fn may_name_year(text: &str) -> bool {
    let era = |c: char| "RHSTMrhstmＲＨＳＴＭｒｈｓｔｍ令平昭大明元年".contains(c);
    text.contains(era) || text.chars().filter(|c| c.is_numeric()).count() >= 4
}

fn names_time(text: &str) -> bool {
    if FiscalYear::parse(text).is_some() {
        return true;
    }
    let cell = strategy::read_cell(text);
    matches!(&cell[..], [one] if one.figure.needs_check() && one.at.as_ref().is_some_and(|at| at.year().is_some()))
}

/// True if a head says that each line is of a year.
pub fn is_row_year(text: &str) -> bool {
    const WORDS: [&str; 8] = [
        "年度",
        "評価年度",
        "実績年度",
        "対象年度",
        "調査年度",
        "会計年度",
        "year",
        "fiscalyear",
    ];
    WORDS.contains(&plain(text).as_str())
}

/// Words for columns, a person's before ours.
#[derive(Debug, Clone, Copy)]
pub struct Heads<'a>(pub &'a BTreeMap<String, ColumnKind>);

impl Heads<'_> {
    /// Returns the user's choice for the column with this key.
    pub fn chosen(self, key: &str) -> Option<ColumnKind> {
        self.0.get(key).copied()
    }

    /// Returns the content that a head names, by the user's choice or by itself.
    pub fn head(self, text: &str) -> Option<ColumnKind> {
        if self.0.is_empty() || text.len() > 120 {
            return head(text);
        }
        self.chosen(&key(text)).or_else(|| head(text))
    }

    /// True if a line is one of heads: heads and nothing that reads as a figure.
    pub fn is_head(self, row: &[String]) -> bool {
        let cells = || row.iter().filter(|cell| !cell.is_empty());
        let all = cells().count();
        // A figure stands at the end of most lines: what is read last tells first.
        let value = |cell: &&String| is_value(cell) && self.head(cell).is_none();
        let number = |cell: &String| is_plain_number(cell) && !is_time(cell);
        if all == 0
            || cells().any(number) && self.0.is_empty()
            || cells().rev().any(|cell| value(&cell))
        {
            return false;
        }
        // A text alone at the left of a table is its title, whatever it speaks of: 令和6年度 実績報告.
        if all == 1 && row.len() > 1 && !row[0].is_empty() {
            return false;
        }
        let heads: Vec<ColumnKind> = cells().filter_map(|cell| self.head(cell)).collect();
        let figures = heads.iter().filter(|h| h.figures()).count();
        let named = heads
            .iter()
            .any(|h| matches!(h, ColumnKind::Name | ColumnKind::Group));
        // 目標 and 実績 beside a word may be the kind of a line.
        let kinds = all <= 2 && !named && figures < 2 && all > figures;
        let worded = cells().any(|cell| self.head(cell).is_some_and(|h| h != ColumnKind::Year));
        let full = heads.len() == all && worded && (figures > 0 || named) && !kinds
            || heads.len() == all && figures == all && all > 1;
        full || heads.len() >= 2 && (named || figures > 1 && !kinds)
    }
}

/// True if a cell is a figure and no time.
fn is_value(cell: &str) -> bool {
    cell.chars().count() <= 40 && !is_time(cell) && !Figure::read(cell).needs_check()
}

/// True if a head has a number that may say of which year its figures are: 目標値（2年後）, 目標値（8）. Not 目標1 or
/// 目標値（65歳以上）.
pub fn may_be_year(text: &str) -> bool {
    let plain = half_width(text);
    let pieces = plain.split(['(', ')', '[', ']', '【', '】', '\n', ' ']);
    let numbered = |piece: &str| {
        let digits = piece.chars().filter(char::is_ascii_digit).count();
        digits > 0
            && !is_class(piece)
            && (piece.contains(['年', '月', '期', '/', '.']) || digits == piece.len())
    };
    pieces.into_iter().any(numbered)
}

/// In a line of words a year after a head belongs to it: 現状 R6 目標 R11.
pub fn with_years(row: &[String]) -> Vec<String> {
    let mut heads: Vec<String> = Vec::new();
    for (at, cell) in row.iter().enumerate() {
        let lone = is_time(cell) && !row.get(at + 1).is_some_and(|next| is_time(next));
        match heads.last_mut() {
            Some(last)
                if lone && head(last).is_some_and(ColumnKind::figures) && year(last).is_none() =>
            {
                last.push(' ');
                last.push_str(cell);
            }
            _ => heads.push(cell.clone()),
        }
    }
    heads
}

/// The year a head names: 目標値（R7）, 令和5年度実績, めざす値 R11.
pub fn year(text: &str) -> Option<String> {
    const WORDS: &str = "目標値 実績値 当初値 基準値 現状値 成り行き値 目標 実績 現状 基準 当初 見込 時点 最終 中間 年度末 めざす値 目指す値";
    let plain = half_width(text);
    let pieces = plain
        .split(['(', ')', '[', ']', '\n', ' ', '、', '・', ':'])
        .map(str::trim);
    let mut years = pieces.filter_map(|piece| {
        let bare = WORDS
            .split(' ')
            .fold(piece.to_owned(), |piece, word| piece.replace(word, ""));
        let timed = |text: &str| At(text.to_owned()).year().is_some();
        // ’24: a year without its century.
        if let Some(year) = short_year(&bare) {
            return Some(year);
        }
        if timed(&bare) {
            return Some(bare);
        }
        // R7～R11累計: the last year of a span.
        if let Some(last) = last_of_span(&bare) {
            return Some(last);
        }
        // R2国勢調査: the year at the beginning.
        let end = piece.find(|c: char| !c.is_ascii_digit() && !"RH令和平成元年度".contains(c));
        if let Some(first) = end.map(|end| &piece[..end]).filter(|first| {
            let western = first.len() >= 4
                && first.starts_with(['1', '2'])
                && first.chars().take(4).all(|c| c.is_ascii_digit());
            (western || first.starts_with(['R', 'H', '令', '平'])) && timed(first)
        }) {
            return Some(first.to_owned());
        }
        // めざす値R11: the digits at the end and the letter of the era before them.
        let start = piece.rfind(['R', 'H', '令', '平', '2'])?;
        let (before, last) = piece.split_at(start);
        (!before.is_empty()
            && !before.ends_with(|c: char| c.is_ascii_alphanumeric())
            && timed(last))
        .then(|| last.to_owned())
    });
    years.next()
}

/// The last year of a span: R11 of R7～R11累計 and of R7～11.
fn last_of_span(text: &str) -> Option<String> {
    let (from, to) = text.split_once(['~', '〜'])?;
    let digits = |text: &str| text.find(|c: char| c.is_ascii_digit());
    let of_era = |text: &str| {
        let first = digits(text)?;
        let rest = &text[first..];
        let end = rest
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(rest.len());
        Some((text[..first].trim().to_owned(), rest[..end].to_owned()))
    };
    let ((era, first), (own, last)) = (of_era(from)?, of_era(to)?);
    let named = |era: &str, year: &str| format!("{era}{year}");
    let timed = |text: &str| At(text.to_owned()).year().is_some();
    let last = match own.is_empty() {
        true => named(&era, &last),
        false => named(&own, &last),
    };
    (timed(&named(&era, &first)) && timed(&last)).then_some(last)
}

/// True if a head names several years for one column: R6/R7実績.
pub fn names_years(text: &str) -> bool {
    let plain = half_width(text);
    let pieces = plain.split(['/', '・', '、', ',', '，']);
    let years: Vec<String> = pieces.filter_map(year).collect();
    years.windows(2).any(|pair| pair[0] != pair[1])
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::{may_name_year, names_time};

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4000))]

        #[test]
        fn every_time_names_an_era_or_a_year_or_has_four_digits(
            text in "[RrＨh令和平成昭元0-9０-９二〇五年月度末日.()（）/~～：:、人件％ -]{1,10}",
        ) {
            prop_assert!(may_name_year(&text) || !names_time(&text));
        }
    }

    #[test]
    fn times_are_known_as_times() {
        for text in [
            "R11",
            "r11",
            "Ｒ６年度",
            "令和7年3月",
            "令和元",
            "元年",
            "１年",
            "(2029)",
            "2029年度末",
            "R6.3",
            "平成32年度 (2020)",
        ] {
            assert!(may_name_year(text), "{text}");
        }
        for text in ["11人", "5.2％", "空き家の数"] {
            assert!(!may_name_year(text) && !names_time(text), "{text}");
        }
    }
}
