//! 印刷のことば.

use crate::insight::money::{PrintedTotal, Total};
use crate::insight::rating::Given;
use crate::locale::{plan, review};
use crate::strategy::*;

/// Heading.
pub const TITLE: &str = "印刷";
/// Under the heading.
pub const SUBTITLE: &str =
    "入力済みの内容から、A4の資料をつくります。プレビューのとおりに印刷されます。";
/// Group.
pub const WHICH: &str = "印刷するもの";
/// Button.
pub const PRINT: &str = "印刷する";
/// Hint.
pub const HINT: &str = "PDFにするときは、印刷の画面の送信先で「PDFに保存」を選びます。";
/// Region.
pub const PREVIEW: &str = "プレビュー";
/// Field.
pub const MEASURE: &str = "どの施策";
/// Field.
pub const WHICH_GOAL: &str = "どの目標";
/// Choice.
pub const ALL_GOALS: &str = "すべての目標";
/// Choice.
pub const ALL_MEASURES: &str = "すべての施策";
/// Field.
pub const WITH_PLAN: &str = "翌年度の実施計画も同じ紙に載せる";
/// Link on other pages.
pub const PRINT_THIS: &str = "このシートを印刷";

/// A paper: its name, and what it is.
pub const SHEETS: (&str, &str) = ("施策評価シート", "施策ごとに、実績・評価と翌年度の計画");
/// A paper.
pub const PLAN: (&str, &str) = ("実施計画", "施策ごとに1枚ずつ");
/// A paper.
pub const PLAN_LIST: (&str, &str) = ("実施計画（一覧）", "すべての事業を一つの表に。計と純計つき");
/// A paper.
pub const INDICATORS: (&str, &str) = ("指標一覧", "当初値・各年度の実績・目標・評価");
/// A paper.
pub const OUTLINE: (&str, &str) = ("体系図", "目標・施策と方向性・取組");
/// A paper.
pub const DIGEST: (&str, &str) = ("概要版", "計画のあらましを1〜2ページに");

/// Under the title of the 総括表.
pub const NET_NOTE: &str =
    "単位：千円。計は再掲を含む合計、純計は再掲を除く（同じ事業を1回だけ数えた）合計です。";
/// Row.
pub const WHOLE: &str = "全体";
/// Row.
pub const NET: &str = "純計（再掲を除く）";
/// Column.
pub const WORK: &str = "内容";
/// Column.
pub const KIND: &str = "区分";
/// Column.
pub const MEASURE_COLUMN: &str = "施策";
/// Row.
pub const RELATED: &str = "関連施策";
/// Empty.
pub const NO_LINES: &str = "事業の記入なし";
/// Empty.
pub const NO_SHEETS: &str = "この年度のシートはありません。";
/// Empty.
pub const NO_INDICATORS: &str = "指標はまだありません。";
/// Empty.
pub const NO_GOALS: &str = "目標はまだありません。";
/// Group.
pub const UNUSED: &str = "どの目標・施策にも使っていない指標";
/// Unit of a page.
pub const IN_THOUSAND: &str = "（単位：千円）";
/// Columns of the indicators: before the years.
pub const NAME: &str = "指標";
/// Column.
pub const BASELINE: &str = "当初値";
/// Column.
pub const LATEST: &str = "実績";
/// Column.
pub const AIM: &str = "目標";
/// Column.
pub const RATE: &str = "進捗率";
/// Column.
pub const RATING: &str = "評価";
/// Column.
pub const GOAL: &str = "目標";
/// Column.
pub const NO_RATING: &str = "評価なし";
/// Heading.
pub const STRUCTURE: &str = "目標と施策";
/// Heading.
pub const TARGETS: &str = "数値目標";
/// Heading.
pub const MONEY: &str = "予算と決算（千円）";

/// 「全18ページ・A4縦」.
pub fn pages(count: usize, wide: bool) -> String {
    let way = if wide { "横" } else { "縦" };
    format!("全{count}ページ・A4{way}")
}

/// 「3 / 18」.
pub fn page_number(at: usize, count: usize) -> String {
    format!("{at} / {count}")
}

/// What stands at the head of every page.
pub fn running(strategy: &str, paper: &str) -> String {
    format!("{strategy}　{paper}")
}

/// Heading.
pub fn done(year: FiscalYear) -> String {
    format!("{year}　事業実績")
}

/// Heading.
pub fn planned(year: FiscalYear) -> String {
    format!("{year}　実施計画")
}

/// Column.
pub fn settled(year: FiscalYear) -> String {
    format!("{} 決算額", year.short())
}

/// Column.
pub fn budget(year: FiscalYear) -> String {
    format!("{} 予算額", year.short())
}

/// Column.
pub fn course(year: FiscalYear) -> String {
    format!("{} 方向性", year.short())
}

/// Column.
pub fn net(what: &str) -> String {
    format!("{what}\n（純計）")
}

/// A name and its marks after it, as the documents print them: ＳＤＧｓの普及啓蒙【再掲】.
pub fn marked(marks: &[&Mark], title: &str) -> String {
    let marks: String = marks.iter().map(|mark| mark.0.as_str()).collect();
    format!("{title}{marks}")
}

/// 単独・補助.
pub fn funding(funding: Option<Funding>) -> &'static str {
    funding.map_or("", Funding::word)
}

/// 計, where the paper it was taken from printed another.
pub fn differs(total: &PrintedTotal) -> String {
    format!("原資料の計 {} と不一致", grouped(total.printed))
}

/// The whole of the year, at the end of the list.
pub fn whole(total: &Total) -> String {
    format!(
        "全体　計 {}、純計 {}（{}）{}",
        plan::amount_in_thousand(total.amount()),
        plan::amount_in_thousand(total.net_amount()),
        plan::counted(total),
        plan::outside(total).map_or(String::new(), |told| format!("\n{told}"))
    )
}

/// What is said of the money of one side.
pub fn money_of_year(year: FiscalYear, side: Side, told: &str) -> String {
    match side {
        Side::Done => format!("{}：{told}", settled(year)),
        Side::Planned => format!("{}：{told}", budget(year)),
    }
}

/// 「純計 489,010」.
pub fn net_of(net: i64) -> String {
    format!("純計 {}（再掲を除く）", grouped(net))
}

/// 「基本目標 4 の計」.
pub fn total_of(number: &str, kind: GoalKind) -> String {
    let kind = kind.word();
    format!("{kind} {} の計", number.trim_start_matches('横'))
}

/// Title of the 総括表.
pub fn summary(edition: FiscalYear, done: bool, planned: bool) -> String {
    let last = edition.previous();
    match (done, planned) {
        (true, true) => format!("総括表　{last}の実績と{edition}の計画"),
        (false, _) => format!("総括表　{edition}の計画"),
        (true, false) => format!("総括表　{last}の実績"),
    }
}

/// Above the title of the list.
pub fn list_title(edition: FiscalYear) -> String {
    let last = FiscalYear(edition.0 + Sheet::YEARS - 1);
    format!("実施計画　{edition}〜{last}　{IN_THOUSAND}")
}

/// Where a measure stands, and whose it is.
pub fn way(way: &str, owner: &str) -> String {
    match owner {
        "" => way.to_owned(),
        owner => format!("{way}　　担当 {owner}"),
    }
}

/// The title of a sheet.
pub fn measure(coded: &str, priority: bool) -> String {
    match priority {
        true => format!("施策 {coded}　【重点施策】"),
        false => format!("施策 {coded}"),
    }
}

/// 効果検証 of a grant: each part under its label.
pub fn grant(grant: &Grant) -> Vec<(String, String)> {
    let effect = grant.effect.and_then(|class| {
        let all = review::EFFECTS.iter();
        let (_, word, _) = all.clone().find(|(n, ..)| *n == class)?;
        Some(review::effect(class, word))
    });
    let effective = grant.effective.map(|yes| match yes {
        true => review::EFFECTIVE_YES.to_owned(),
        false => review::EFFECTIVE_NO.to_owned(),
    });
    let policy = [grant.policy.as_str(), grant.reason.as_str()];
    let policy: Vec<_> = policy.into_iter().filter(|text| !text.is_empty()).collect();
    vec![
        (review::GRANT_NAME.to_owned(), grant.name.clone()),
        (review::EFFECT.to_owned(), effect.unwrap_or_default()),
        (review::EFFECTIVE.to_owned(), effective.unwrap_or_default()),
        (review::POLICY.to_owned(), policy.join("\n")),
    ]
}

/// 「◎ 順調」; with a mark where people gave it.
pub fn band(band: Option<&Given>, by_people: bool) -> String {
    let star = if by_people { "＊" } else { "" };
    match band {
        Some(band) => format!("{} {}{star}", band.mark, band.word),
        None => "－".to_owned(),
    }
}

/// 「125.3（R6）」.
pub fn of_year(text: &str, year: &str) -> String {
    match year {
        "" => text.to_owned(),
        year => format!("{text}（{year}）"),
    }
}

/// 「目標 130」 under the actual of a year.
pub fn year_target(text: &str) -> String {
    format!("目標 {text}")
}

/// 「基本目標 4 市民参加による協働のまちづくり」.
pub fn goal(kind: GoalKind, number: &str, title: &str) -> String {
    let kind = kind.word();
    let number = number.trim_start_matches('横');
    format!("{kind} {number}　{title}")
}

/// 「基本計画 32 地域コミュニティ基盤の充実」.
pub fn division(label: &str, number: &str, title: &str) -> String {
    match label {
        "" => format!("{number}　{title}"),
        label => format!("{label} {number}　{title}"),
    }
}

/// How many of a list had no room.
pub fn more(count: usize) -> String {
    format!("ほか {count}件")
}

/// Targets that had no room at all.
pub fn too_many(count: usize) -> String {
    format!("数値目標は{count}件あります。一つずつは「指標一覧」をご覧ください。")
}

/// 「◎ 順調」.
pub fn marked_word(mark: &str, word: &str) -> String {
    format!("{mark} {word}")
}

/// 「計画期間　令和3〜7年度」.
pub fn standing(town: &str, period: &str, stage: &str) -> String {
    let town = match town {
        "" => String::new(),
        town => format!("{town}　　"),
    };
    format!("{town}計画期間　{period}　　段階　{stage}")
}

/// 意見: whose, and the mark given.
pub fn opinion(opinion: &Opinion) -> String {
    match opinion.rating.trim() {
        "" => opinion.text.clone(),
        mark => format!("【{mark}】{}", opinion.text),
    }
}

/// Above the list of indicators.
pub fn judged(year: FiscalYear) -> String {
    format!("指標一覧　評価は{year}の実績による")
}

/// Column.
pub fn actual(year: FiscalYear) -> String {
    format!("{} 実績", year.short())
}

/// 担当課, under the name of an indicator, once.
pub fn owner(owner: &str, at: usize) -> String {
    match (owner, at) {
        ("", _) | (_, 1..) => String::new(),
        (owner, 0) => format!("担当 {owner}"),
    }
}

/// Title.
pub fn outline_title(plan: &str) -> String {
    format!("{plan}　体系図")
}

/// 「1　子育ての支援」.
pub fn numbered(number: &str, title: &str) -> String {
    match number {
        "" => title.to_owned(),
        number => format!("{number}　{title}"),
    }
}

/// A paper.
pub const BOOK: (&str, &str) = ("計画書", "本文・体系・指標・整合・支援・日程の全部");
/// A paper.
pub const CHAPTERS: (&str, &str) = ("本文", "策定趣旨や基本方針などの章");
/// A paper.
pub const ALIGNMENT: (&str, &str) = ("整合", "国・都道府県・上位計画などとの結びつき");
/// A paper.
pub const SUPPORTS: (&str, &str) = ("活用できる支援", "財政・情報・人の支援の一覧");
/// A paper.
pub const TIMETABLE: (&str, &str) = ("日程", "旬ごとの策定日程と会議体");

/// Column.
pub const CODE: &str = "コード";
/// Column.
pub const WAY: &str = "推移";
/// Column.
pub const MEASURE_AND_WAY: &str = "施策と方向性";
/// Column.
pub const INITIATIVES: &str = "取組";
/// Column.
pub const ITEM_NUMBER: &str = "番号";
/// Column.
pub const ITEM: &str = "項目";
/// Column.
pub const ANSWERED_BY: &str = "この計画の目標・施策";
/// Heading.
pub const SCHEDULE: &str = "策定日程";
/// Heading.
pub const ACROSS: &str = "基本目標と横断的な目標";
/// What a name goes on with on the next page.
pub const CONTINUED: &str = "（続き）";

/// What goes on from the page before.
pub fn continued(name: &str) -> String {
    match name {
        "" => String::new(),
        name => format!("{name}{CONTINUED}"),
    }
}

/// 「～安定した雇用を創出する～」.
pub fn subtitle(text: &str) -> String {
    match text.trim() {
        "" => String::new(),
        text => format!("～{text}～"),
    }
}

/// A point of a chapter in a line.
pub fn point(name: &str, text: &str) -> String {
    match (name, text) {
        (name, "") => name.to_owned(),
        ("", text) => text.to_owned(),
        (name, text) => format!("{name}：{text}"),
    }
}

/// A point of a list.
pub fn bullet(text: &str) -> String {
    format!("・{text}")
}

/// 「基本目標 1」「横断的な目標 2」.
pub fn goal_number(kind: GoalKind, number: &str) -> String {
    let kind = kind.word();
    format!("{kind} {}", number.trim_start_matches('横'))
}

/// 「国の総合戦略　国における基本目標 第2期戦略」.
pub fn framework(kind: &str, title: &str) -> String {
    format!("{kind}　{title}")
}

/// What a framework says, and where it was taken from.
pub fn sourced(text: &str, source: &str) -> String {
    match (text, source) {
        (text, "") => text.to_owned(),
        (text, source) => format!("{text}（出典：{source}）"),
    }
}

/// 「取組 企業立地の促進」.
pub fn initiative(title: &str) -> String {
    format!("取組 {title}")
}

/// Title.
pub fn timetable_title(plan: &str) -> String {
    format!("{plan}　日程")
}

/// An item of the timetable.
pub fn planned_item(title: &str, done: bool) -> String {
    match done {
        true => format!("{title}（済）"),
        false => title.to_owned(),
    }
}

/// Whose rating it is that people gave, and why.
pub fn by_people(name: &str, by: &str, reason: &str) -> String {
    let by = if by.is_empty() { "評価者" } else { by };
    match reason {
        "" => format!("＊ {name}：{by}の評価です。"),
        reason => format!("＊ {name}：{by}の評価です。{reason}"),
    }
}

/// 施策 in a line.
pub fn measures(names: &[String]) -> String {
    format!("施策　{}", names.join("　"))
}

/// Goals that had no room.
pub fn more_goals(count: usize) -> String {
    format!("ほかに{count}の目標があります。一つずつは「計画書」をご覧ください。")
}
