//! 実施計画のことば, and those of the sheets 評価 shares with it.

use rust_decimal::Decimal;

use crate::edit::MoneyCell;
use crate::insight::money::{Amount, Moved, PrintedTotal, Share, Total};
use crate::insight::sheets::Rolling;
use crate::insight::words::percent;
use crate::strategy::*;

/// Heading.
pub const TITLE: &str = "実施計画";
/// The list at the left.
pub const MEASURES: &str = "施策";
/// Empty.
pub const NO_MEASURES: &str =
    "施策がまだありません。体系のページで、目標の下に施策を追加してください。";
/// Link.
pub const TO_OUTLINE: &str = "体系を開く";
/// Button, on a phone.
pub const BACK: &str = "一覧へ戻る";
/// Field.
pub const YEAR_PLANNED: &str = "計画の年度";
/// Field.
pub const YEAR_JUDGED: &str = "評価する年度";
/// After a year.
pub const FISCAL_YEAR: &str = "年度";
/// Mark.
pub const PRIORITY: &str = "重点施策";
/// Region.
pub const LINES_PLANNED: &str = "計画の事業";
/// Region.
pub const LINES_DONE: &str = "実績の事業";
/// Empty.
pub const NO_LINES: &str = "事業の行はまだありません。";
/// The id of the list of usual words for 方向性.
pub const COURSE_LIST: &str = "course-words";
/// Column.
pub const WORK: &str = "事業名";
/// Row.
pub const BUDGET: &str = "予算額";
/// Row.
pub const SETTLED: &str = "決算額";
/// Row.
pub const COURSE: &str = "方向性";
/// Field.
pub const TEXT: &str = "内容";
/// Tooltip.
pub const GRIP: &str = "ドラッグで移動（Alt + ↑↓ でも移動できます）";
/// Button.
pub const UP: &str = "上へ";
/// Button.
pub const DOWN: &str = "下へ";
/// Mark.
pub const NEW: &str = "新規";
/// The mark as it is printed.
pub const MARK_NEW: &str = "【新規】";
/// Mark.
pub const REPRISE: &str = "再掲";
/// Field.
pub const FUNDING: &str = "単独・補助";
/// Choice.
pub const FUNDING_NONE: &str = "単独・補助：なし";
/// Choice.
pub const FUNDING_OWN: &str = "単独事業";
/// Choice.
pub const FUNDING_SUBSIDISED: &str = "補助事業";
/// Disclosure.
pub const FUNDS: &str = "財源内訳";
/// The DOM id of the field that adds a line.
pub const ADD_FIELD: &str = "add-work";
/// Field.
pub const ADD_NAME: &str = "追加する事業の名称";
/// Button.
pub const ADD_LINE: &str = "事業を追加";
/// Before the initiatives without a line.
pub const LEFT: &str = "この施策の取組で、まだ載っていないもの";
/// Group.
pub const TOTALS: &str = "計と純計";
/// Label.
pub const SUM: &str = "計";
/// Label.
pub const NET: &str = "純計";
/// Button.
pub const WHY: &str = "なぜ？";
/// Label.
pub const PRINTED: &str = "原資料の計";
/// Field.
pub const PRINTED_LABEL: &str = "原資料の計（千円）";
/// Dialog.
pub const WHY_TITLE: &str = "計と純計のちがい";
/// Table.
pub const OUTSIDE_TABLE: &str = "純計に入っている再掲の行（もとの事業がこの計画のシートにない）";
/// Columns.
pub const OUTSIDE_COLUMNS: [&str; 3] = ["数えている行", "千円", "もとの事業"];
/// Which original that is, is not said.
pub const OUTSIDE_UNKNOWN: &str = "（記入なし）";
/// Table.
pub const WHY_TABLE: &str = "純計で数えない再掲の行";
/// Column.
pub const WHY_OUT: &str = "数えない行";
/// Column.
pub const WHY_COUNTED: &str = "かわりに数えている行";
/// Column.
pub const THOUSAND: &str = "千円";
/// Dialog.
pub const REPRISE_TITLE: &str = "どの事業の再掲ですか";
/// Dialog.
pub const REPRISE_NOTE: &str =
    "もとの事業を選ぶと、金額がまだない行にはもとの金額が入り、純計では1回だけ数えます。";
/// Field.
pub const REPRISE_LOOK: &str = "もとの事業を検索";
/// List.
pub const REPRISE_FOUND: &str = "もとになる事業";
/// Field.
pub const REPRISE_ELSEWHERE: &str = "この計画にない事業の再掲（もとの事業の名前や番号）";
/// Button.
pub const REPRISE_ELSEWHERE_SET: &str = "計画の外の再掲にする";
/// Button.
pub const REPRISE_NONE: &str = "再掲をやめる";
/// Before the original.
pub const REPRISE_OF: &str = "もと：";
/// After it.
pub const REPRISE_COUNTED: &str = "（純計ではもとの行で数えます）";
/// A mark without anything behind it.
pub const REPRISE_UNKNOWN: &str =
    "再掲の印がありますが、もとの事業が選ばれていません。ここで1回数えます。";
/// Label.
pub const RELATED: &str = "関連施策";
/// Label.
pub const RELATED_FROM: &str = "この施策を関連施策に挙げている施策";
/// Field.
pub const RELATED_ADD: &str = "関連施策を番号で追加";
/// Placeholder.
pub const RELATED_PLACEHOLDER: &str = "例：33-1";
/// Button.
pub const RELATED_SET: &str = "追加";
/// Tooltip.
pub const RELATED_OUTSIDE: &str = "この計画にはない施策の番号です";
/// Button.
pub const ADD_SHEET: &str = "この施策のシートをつくる";
/// Heading.
pub const OUTLINE: &str = "施策の概要";
/// Heading.
pub const WORKS: &str = "事業と3か年の方向性";
/// Unit, beside a heading.
pub const IN_THOUSAND: &str = "金額は千円";
/// Heading.
pub const NOTE: &str = "補足";
/// Button.
pub const ROLL: &str = "翌年度の計画をつくる";
/// Button of the dialog.
pub const ROLL_APPLY: &str = "この内容でつくる";
/// Table.
pub const ROLL_TABLE: &str = "施策ごとの引き継ぎ";
/// Columns.
pub const ROLL_COLUMNS: [&str; 4] = ["施策", "続ける事業", "終わる事業", "実績の行"];
/// Button.
pub const BREAKDOWN: &str = "目標・見出しごと、年度ごとの計を見る";
/// Beside an amount below zero.
pub const NEGATIVE: &str = "マイナスの額です";
/// How the grid is used.
pub const GRID_HINT: &str = "Excel の表を、下の欄にそのまま貼り付けられます。矢印・Enter で動き、Shift + 矢印で選び、Ctrl + D で上の額、Ctrl + R で左の額をコピーします。";
/// Button.
pub const PICTURES: &str = "図で見る";
/// Button.
pub const CHANGES: &str = "前年度の計画との違い";
/// Caption.
pub const CHANGES_CAPTION: &str = "前年度の計画との違い（千円、同額のものを除く）";
/// Row.
pub const WHOLE: &str = "全体";
/// Caption.
pub const BREAKDOWN_NOTE: &str =
    "予算額（千円）。上段：純計（再掲を除く）、下段：計（再掲を含む）。";
/// Column.
pub const PART: &str = "区分";
/// Columns.
pub const CHANGE_COLUMNS: [&str; 5] = ["事業", "施策", "前年度", "この年度", "増減"];
/// Empty.
pub const NO_CHANGES: &str = "前年度のシートがないので、比べられません。";
/// Chip in the list.
pub const DIFFERS: &str = "原資料の計と不一致";
/// In the list.
pub const NONE_YET: &str = "シートなし";

/// Tab.
pub const BY_MEASURE: &str = "施策ごと";
/// Tab, and the table.
pub const ALL_WORKS: &str = "全事業の表";
/// Choice.
pub const ANY_COURSE: &str = "方向性：すべて";
/// Field.
pub const ORDER: &str = "並び順";
/// Choice.
pub const BY_READING: &str = "計画の順";
/// Choice.
pub const BY_AMOUNT: &str = "予算額の大きい順";
/// Choice.
pub const BY_COURSE: &str = "方向性の順";
/// Empty.
pub const NO_WORKS: &str = "条件に合う事業がありません。絞り込みを解除してください。";

/// The columns of the table of all works.
pub fn work_columns(year: FiscalYear) -> [String; 6] {
    let next = year.next();
    [
        WORK.to_owned(),
        MEASURES.to_owned(),
        FUNDING.to_owned(),
        format!("{} 予算額", year.short()),
        format!("{} 方向性", next.short()),
        format!("{} 方向性", next.next().short()),
    ]
}

/// What the table of all works shows.
pub fn works_found(total: &Total) -> String {
    format!(
        "{}　計 {}、純計 {}",
        counted(total),
        amount_in_thousand(total.amount()),
        amount_in_thousand(total.net_amount())
    )
}

/// An amount in a column of 千円.
pub fn cell(money: Option<&Money>) -> String {
    money.map_or_else(|| self::money(None), Money::to_string)
}

/// 「事業名 予算額」: a field of a line.
pub fn of_line(title: &str, what: &str) -> String {
    format!("{title} {what}")
}

/// 「ふるさと納税 令和6年度の予算額」.
pub fn budget_of(title: &str, year: FiscalYear) -> String {
    format!("{title} {year}の予算額")
}

/// 「ふるさと納税 令和6年度の方向性」.
pub fn course_of(title: &str, year: FiscalYear) -> String {
    format!("{title} {year}の方向性")
}

/// 「R7：「abc」は金額として読めません。…」: why what was typed into a cell of a line cannot be kept.
pub fn wrong(cell: MoneyCell, why: &str) -> String {
    match cell {
        MoneyCell::Budget(_, year) => format!("{}：{why}", year.short()),
        _ => why.to_owned(),
    }
}

/// 財源.
pub fn fund(source: FundSource) -> &'static str {
    match source {
        FundSource::Nation => "国",
        FundSource::Prefecture => "県",
        FundSource::Bond => "起債",
        FundSource::Other => "その他",
        FundSource::General => "一般",
    }
}

/// 財源, in full.
pub fn fund_name(source: Option<FundSource>) -> &'static str {
    match source {
        Some(FundSource::Nation) => "国庫支出金",
        Some(FundSource::Prefecture) => "都道府県支出金",
        Some(FundSource::Bond) => "地方債",
        Some(FundSource::Other) => "その他特定財源",
        Some(FundSource::General) => "一般財源",
        None => "内訳の記入なし",
    }
}

/// 「ふるさと納税 財源内訳（国）」.
pub fn fund_of(title: &str, source: FundSource) -> String {
    format!("{title} 財源内訳（{}）", fund(source))
}

/// 「国 7,020・一般 8,580」.
pub fn funds(funds: &[Fund]) -> String {
    let parts: Vec<String> = funds
        .iter()
        .map(|part| format!("{} {}", fund(part.source), grouped(part.amount)))
        .collect();
    parts.join("・")
}

/// Whether the parts come to the whole; `rest`: whole less parts, in 千円.
pub fn funds_rest(rest: i128) -> String {
    let number = |n: i128| grouped(n.clamp(i64::MIN.into(), i64::MAX.into()) as i64);
    match rest {
        0 => "（額と一致）".to_owned(),
        1.. => format!("（あと {}千円）", number(rest)),
        _ => format!("（額より {}千円多い）", number(-rest)),
    }
}

/// What pasting did, and what had no place.
pub fn pasted(changed: usize, unread: usize, outside: &[String]) -> String {
    let mut told = match changed {
        0 => "変わった欄はありません。".to_owned(),
        n => format!("{n}か所に貼り付けました。"),
    };
    if unread > 0 {
        told += &format!("{unread}か所は金額として読めず、文字のまま欄に残しました（要確認）。");
    }
    if !outside.is_empty() {
        let shown: Vec<_> = outside.iter().take(5).map(|t| format!("「{t}」")).collect();
        let more = if outside.len() > 5 { "など" } else { "" };
        told += &format!(
            "{}か所は、行や年度の欄が足りないので入れていません（{}{more}）。事業の行を追加してから貼り付けてください。",
            outside.len(),
            shown.concat()
        );
    }
    told
}

/// What copying down did.
pub fn filled(changed: usize) -> String {
    match changed {
        0 => "変わった欄はありません。".to_owned(),
        n => format!("{n}か所へ下にコピーしました。"),
    }
}

/// What copying to the right did.
pub fn filled_right(changed: usize) -> String {
    match changed {
        0 => "変わった欄はありません。".to_owned(),
        n => format!("{n}か所へ右にコピーしました。"),
    }
}

/// What emptying did.
pub fn cleared(changed: usize) -> String {
    match changed {
        0 => "空にする欄はありません。".to_owned(),
        n => format!("{n}か所を空にしました。"),
    }
}

/// 「行…を削除」.
pub fn remove(title: &str) -> String {
    format!("事業「{title}」の行を削除")
}

/// 「予算 300千円、執行率 96.5％」.
pub fn against_plan(budget: i64, rate: Option<Decimal>) -> String {
    let rate = rate
        .map(|rate| format!("、執行率 {}", percent(rate)))
        .unwrap_or_default();
    format!("予算 {}千円{rate}", grouped(budget))
}

/// 「32-1 町内会等への加入促進」.
pub fn coded(code: &str, title: &str) -> String {
    format!("{code} {title}")
}

/// Goal and heading above a measure.
pub fn way(goal: &str, division: Option<&str>) -> String {
    match division {
        Some(division) => format!("{goal} ＞ {division}"),
        None => goal.to_owned(),
    }
}

/// 担当課.
pub fn owner(name: &str) -> String {
    match name {
        "" => "担当課 未記入".to_owned(),
        _ => format!("担当 {name}"),
    }
}

/// 「令和6年度（17シート）」.
pub fn year_choice(year: FiscalYear, sheets: usize) -> String {
    match sheets {
        0 => format!("{year}（シートなし）"),
        _ => format!("{year}（{sheets}シート）"),
    }
}

/// 「200,000千円」, 「-」; nothing written yet.
pub fn money(money: Option<&Money>) -> String {
    match money {
        Some(Money::Thousand(n)) => thousand(*n),
        Some(Money::Blank(text)) => text.clone(),
        None => "未記入".to_owned(),
    }
}

/// 「431,295千円」.
pub fn thousand(n: i64) -> String {
    format!("{}千円", grouped(n))
}

/// 「431,295」; 「-」 for dashes alone, 「未記入」 for blanks alone, 「－」 where there is no line. Never a zero nobody wrote.
pub fn amount(amount: Option<Amount>) -> String {
    match amount {
        None => "－".to_owned(),
        Some(Amount::Unset) => money(None),
        Some(Amount::Dash) => "-".to_owned(),
        Some(Amount::Known(n)) => grouped(n),
    }
}

/// 「431,295千円」, and the same of what is no number.
pub fn amount_in_thousand(total: Option<Amount>) -> String {
    match total {
        Some(Amount::Known(n)) => thousand(n),
        // Dashes alone come to 0, as the city prints it.
        Some(Amount::Dash) => thousand(0),
        other => amount(other),
    }
}

/// 「令和8年度の計 1,000千円」.
pub fn sum_of_year(year: FiscalYear, total: &Total) -> String {
    format!("{year}の計 {}", amount_in_thousand(total.amount()))
}

/// What of the 純計 repeats something that is not in this plan; `None`: nothing does.
pub fn outside(total: &Total) -> Option<String> {
    (total.outsiders > 0 && total.known > 0).then(|| {
        format!(
            "純計{}のうち{}（{}事業）は、もとの事業がこの計画のシートにない再掲です。",
            thousand(total.net),
            thousand(total.outside),
            total.outsiders
        )
    })
}

/// What stands behind a total.
pub fn counted(total: &Total) -> String {
    let mut told = format!("{}事業", total.lines);
    if total.dashes > 0 {
        told += &format!("、うち金額なし（-）{}", total.dashes);
    }
    if total.unset() > 0 {
        told += &format!("、未記入 {}", total.unset());
    }
    told
}

/// Whether paper and app agree.
pub fn printed(total: &PrintedTotal) -> String {
    if total.agrees() {
        return "原資料の計と一致".to_owned();
    }
    let gap = total.printed.saturating_sub(total.computed);
    format!(
        "不一致：原資料 {}、計算 {}（差 {}）",
        grouped(total.printed),
        grouped(total.computed),
        grouped(gap)
    )
}

/// Why 純計 is less, in one sentence.
pub fn why_net(total: &Total) -> String {
    if total.repeats == 0 {
        return format!("計と純計は同じ {} です。", thousand(total.net));
    }
    format!(
        "計 {} には、同じ事業をもう一度載せた行（再掲）が{}行、合わせて {} 入っています。純計 {} は、もとの行だけを数えた額です。",
        thousand(total.sum),
        total.repeats,
        thousand(total.sum.saturating_sub(total.net)),
        thousand(total.net)
    )
}

/// The original has no line in this year.
pub fn reprise_without_line(name: &str) -> String {
    format!("もと：{name}（この年度のシートに行がないので、ここで1回数えます）")
}

/// The original is not in this strategy.
pub fn reprise_elsewhere(text: &str) -> String {
    match text.trim() {
        "" => "もとの事業はこの計画の外です。ここで1回数えます。".to_owned(),
        text => format!("もと：{text}（この計画にはないので、ここで1回数えます）"),
    }
}

/// A repeat says another amount.
pub fn reprise_differs(printed: i64, counted: i64) -> String {
    format!(
        "金額がもとの行と違います（ここ {}、もと {}）。純計にはもとの額が入ります。",
        thousand(printed),
        thousand(counted)
    )
}

/// A code that the document prints twice.
pub fn related_twice(code: &str) -> String {
    format!("番号 {code} の施策が二つ以上あります。候補の一覧から、名称つきで選んでください。")
}

/// 「関連施策33-1を外す」.
pub fn unrelate(code: &str) -> String {
    format!("関連施策 {code} を外す")
}

/// There is no sheet of this year.
pub fn no_sheet(year: FiscalYear, side: Side) -> String {
    match side {
        Side::Planned => format!("この施策には、{year}からの計画のシートがまだありません。"),
        Side::Done => format!("この施策には、{year}を評価するシートがまだありません。"),
    }
}

/// 「令和6年度の予算」.
pub fn headline(year: FiscalYear) -> String {
    format!("{year}の予算額")
}

/// The line under the heading of the page.
pub fn subtitle(year: FiscalYear) -> String {
    let last = FiscalYear(year.0 + Sheet::YEARS - 1);
    format!("{year}から{last}までの3か年計画")
}

/// Dialog title.
pub fn roll_title(next: FiscalYear) -> String {
    format!("{next}の計画をつくる")
}

/// What rolling would do, in a sentence.
pub fn roll_sentence(from: FiscalYear, all: &[Rolling]) -> String {
    let carried: usize = all.iter().map(|r| r.carried.len()).sum();
    let ended: usize = all.iter().map(|r| r.ended.len()).sum();
    let done: usize = all.iter().map(|r| r.done).sum();
    let next = from.next();
    format!(
        "{}の施策に{next}のシートを新しくつくります。{from}の計画のうち、続ける{carried}事業を計画の行に移し、{next}の方向性が「終了」などの{ended}事業は終わりにします。{from}の計画{done}事業は、評価する実績の行として載せます（決算額はこれから入れます）。{from}のシートは変わりません。",
        all.len()
    )
}

/// 「3事業（拡充 1・維持 2）」.
pub fn carried(rolling: &Rolling) -> String {
    format!("{}事業", rolling.carried.len())
}

/// Names of what ends.
pub fn ended(rolling: &Rolling) -> String {
    let names: Vec<_> = rolling.ended.iter().map(|l| l.title.as_str()).collect();
    match names[..] {
        [] => "なし".to_owned(),
        _ => names.join("、"),
    }
}

/// 増減.
pub fn moved(moved: Moved) -> &'static str {
    match moved {
        Moved::New => "新規",
        Moved::Ended => "終了",
        Moved::More => "増",
        Moved::Less => "減",
        Moved::Same => "同額",
        Moved::Unknown => "未記入",
    }
}

/// 「＋1,000」「△500」.
pub fn difference(n: i64) -> String {
    if n > 0 {
        format!("＋{}", grouped(n))
    } else {
        grouped(n)
    }
}

/// What changed since last year, counted.
pub fn changes(before: FiscalYear, counts: &[(Moved, usize)]) -> String {
    let parts: Vec<String> = counts
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(kind, count)| format!("{} {count}", moved(*kind)))
        .collect();
    format!("{before}の計画と比べて、{}事業。", parts.join("、"))
}

/// Under a picture.
pub const NET_NOTE: &str = "純計（再掲は1回だけ数えた額）で描いています。";
/// Title.
pub const BY_GOAL: &str = "目標ごとの予算額（純計、千円）";
/// Title.
pub const BY_FUND: &str = "財源ごとの予算額（純計、千円）";

/// Title.
pub fn by_course(year: FiscalYear) -> String {
    format!("{year}の方向性ごとの、いまの予算額（純計、千円）")
}

/// 方向性, or that there is none.
pub fn course_name(course: Option<&Course>) -> String {
    course.map_or("記入なし".to_owned(), |course| course.0.clone())
}

/// Budget from year to year, in a sentence.
pub fn by_goal_sentence(years: &[(FiscalYear, Option<i64>)]) -> String {
    match years {
        [] => "予算額の入ったシートは、まだありません。".to_owned(),
        [.., (year, None)] => format!("{year}の予算額は、まだ記入されていません。"),
        [(year, Some(net))] | [.., (_, None), (year, Some(net))] => {
            format!("{year}の予算額は、純計で{}です。", thousand(*net))
        }
        [.., (before, Some(old)), (year, Some(net))] => {
            let gap = net.saturating_sub(*old);
            let moved = match gap {
                0 => "同じ額".to_owned(),
                1.. => format!("{}の増", thousand(gap)),
                _ => format!("{}の減", thousand(gap.saturating_neg())),
            };
            format!(
                "{year}の予算額は純計で{}、{before}より{moved}です。",
                thousand(*net)
            )
        }
    }
}

/// The largest source, in a sentence.
pub fn by_fund_sentence(year: FiscalYear, shares: &[(Option<FundSource>, Share)]) -> String {
    let known: Vec<_> = shares
        .iter()
        .filter(|(source, _)| source.is_some())
        .collect();
    let largest = known.iter().max_by_key(|(_, share)| share.net);
    match largest {
        None => format!("{year}の予算には、財源内訳がまだ入っていません。"),
        Some((source, share)) => format!(
            "{year}の予算で内訳の入ったもののうち、最も大きい財源は{}の{}です。",
            fund_name(*source),
            thousand(share.net)
        ),
    }
}

/// How many works go on, grow or end.
pub fn by_course_sentence(year: FiscalYear, shares: &[(Option<Course>, Share)]) -> String {
    let parts: Vec<String> = shares
        .iter()
        .map(|(course, share)| format!("{} {}事業", course_name(course.as_ref()), share.lines))
        .collect();
    format!("{year}の方向性は、{}です。", parts.join("、"))
}
