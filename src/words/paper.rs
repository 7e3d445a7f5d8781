//! 印刷のことば.

use super::say::Word;
use super::text::paper as text;
pub use super::text::paper::*;
use super::year::YearForms;
use crate::text::marks;

use crate::number::grouped;
use crate::{plan, review};
use insight::money::{PrintedTotal, Total};
use insight::rating::Given;
use strategy::*;

/// Name and description of the paper.
pub fn sheets() -> (&'static str, &'static str) {
    (text::sheets_1(), text::sheets_2())
}
/// Name and description of the paper.
pub fn plan() -> (&'static str, &'static str) {
    (text::plan_1(), text::plan_2())
}
/// Name and description of the paper.
pub fn plan_list() -> (&'static str, &'static str) {
    (text::plan_list_1(), text::plan_list_2())
}
/// Name and description of the paper.
pub fn indicators() -> (&'static str, &'static str) {
    (text::indicators_1(), text::indicators_2())
}
/// Name and description of the paper.
pub fn outline() -> (&'static str, &'static str) {
    (text::outline_1(), text::outline_2())
}
/// Name and description of the paper.
pub fn digest() -> (&'static str, &'static str) {
    (text::digest_1(), text::digest_2())
}

/// Name and description of the paper.
pub fn revision() -> (&'static str, &'static str) {
    (text::revision_1(), text::revision_2())
}

/// 「施策　町内会等への加入促進」, and its place.
pub fn revised_record(kind: &str, title: &str, place: &str) -> String {
    match place {
        "" => text::revised_record_empty(kind, title),
        place => text::revised_record(kind, title, place),
    }
}

/// 「全18ページ・A4縦」.
pub fn pages(count: usize, wide: bool, large: bool) -> String {
    let way = if wide {
        text::pages_yes()
    } else {
        text::pages_no()
    };
    let size = if large { "A3" } else { "A4" };
    text::pages(count, size, way)
}

/// 「3 / 18」.
pub fn page_number(at: usize, count: usize) -> String {
    format!("{at} / {count}")
}

/// Column.
pub fn settled(year: FiscalYear) -> String {
    text::settled(year.short())
}

/// Column.
pub fn budget(year: FiscalYear) -> String {
    text::budget(year.short())
}

/// Column.
pub fn course(year: FiscalYear) -> String {
    text::course(year.short())
}

/// Returns a name with its marks after it, as the documents print them: ＳＤＧｓの普及啓蒙【再掲】.
pub fn marked(marks: &[&Mark], title: &str) -> String {
    let marks: String = marks.iter().map(|mark| mark.0.as_str()).collect();
    format!("{title}{marks}")
}

/// 単独・補助.
pub fn funding(funding: Option<Funding>) -> &'static str {
    funding.map_or("", |one| one.word())
}

/// 計 of the source paper, if it differs.
pub fn differs(total: &PrintedTotal) -> String {
    text::differs(grouped(total.printed))
}

/// Total of the year, at the end of the list.
pub fn whole(total: &Total) -> String {
    text::whole(
        plan::amount_in_thousand(total.amount()),
        plan::amount_in_thousand(total.net_amount()),
        plan::counted(total),
        plan::outside(total).map_or(String::new(), |told| format!("\n{told}")),
    )
}

/// Sentence about the money of one side.
pub fn money_of_year(year: FiscalYear, side: Side, told: &str) -> String {
    match side {
        Side::Done => text::money_of_year_done(settled(year), told),
        Side::Planned => text::money_of_year_planned(budget(year), told),
    }
}

/// 「純計 489,010」.
pub fn net_of(net: i64) -> String {
    text::net_of(grouped(net))
}

/// 「基本目標 4 の計」.
pub fn total_of(number: &str, kind: GoalKind) -> String {
    let kind = kind.word();
    text::total_of(kind, number.trim_start_matches('横'))
}

/// Title of the 総括表.
pub fn summary(edition: FiscalYear, done: bool, planned: bool) -> String {
    let last = edition.previous();
    match (done, planned) {
        (true, true) => text::summary_yes_yes(last, edition),
        (false, _) => text::summary_no(edition),
        (true, false) => text::summary_yes_no(last),
    }
}

/// Line above the title of the list.
pub fn list_title(edition: FiscalYear) -> String {
    let last = FiscalYear(edition.0 + Sheet::YEARS - 1);
    text::list_title(edition, last, in_thousand())
}

/// Place of a measure, and its owner.
pub fn way(way: &str, owner: &str) -> String {
    match owner {
        "" => way.to_owned(),
        owner => text::way(way, owner),
    }
}

/// Returns the title of a sheet.
pub fn measure(coded: &str, priority: bool) -> String {
    match priority {
        true => text::measure_yes(coded),
        false => text::measure_no(coded),
    }
}

/// 効果検証 of a grant: each part under its label.
pub fn grant(grant: &Grant) -> Vec<(String, String)> {
    let effect = grant.effect.and_then(|class| {
        let (_, word, _) = review::effects().into_iter().find(|(n, ..)| *n == class)?;
        Some(review::effect(class, word))
    });
    let effective = grant.effective.map(|yes| match yes {
        true => review::effective_yes().to_owned(),
        false => review::effective_no().to_owned(),
    });
    let policy = [grant.policy.as_str(), grant.reason.as_str()];
    let policy: Vec<_> = policy.into_iter().filter(|text| !text.is_empty()).collect();
    vec![
        (review::grant_name().to_owned(), grant.name.clone()),
        (
            review::effect_label().to_owned(),
            effect.unwrap_or_default(),
        ),
        (
            review::effective().to_owned(),
            effective.unwrap_or_default(),
        ),
        (review::policy().to_owned(), policy.join("\n")),
    ]
}

/// 「◎ 順調」; with a mark if people gave it.
pub fn band(band: Option<&Given>, by_people: bool) -> String {
    let star = if by_people { text::band_yes() } else { "" };
    match band {
        Some(band) => format!("{} {}{star}", band.mark, band.word),
        None => marks::nothing().to_owned(),
    }
}

/// 「125.3（R6）」.
pub fn of_year(text: &str, year: &str) -> String {
    match year {
        "" => text.to_owned(),
        year => text::of_year(text, year),
    }
}

/// 「基本目標 4 市民参加による協働のまちづくり」.
pub fn goal(kind: GoalKind, number: &str, title: &str) -> String {
    let kind = kind.word();
    let number = number.trim_start_matches('横');
    text::goal(kind, number, title)
}

/// 「基本計画 32 地域コミュニティ基盤の充実」.
pub fn division(label: &str, number: &str, title: &str) -> String {
    match label {
        "" => text::division_empty(number, title),
        label => text::division_other(label, number, title),
    }
}

/// 「◎ 順調」.
pub fn marked_word(mark: &str, word: &str) -> String {
    format!("{mark} {word}")
}

/// 「計画期間　令和3〜7年度」.
pub fn standing(town: &str, period: &str, stage: &str) -> String {
    let town = match town {
        "" => String::new(),
        town => text::standing_other(town),
    };
    text::standing(town, period, stage)
}

/// 意見: the name of its author, and the mark given.
pub fn opinion(opinion: &Opinion) -> String {
    match opinion.rating.trim() {
        "" => opinion.text.clone(),
        mark => text::opinion(mark, &opinion.text),
    }
}

/// Column.
pub fn actual(year: FiscalYear) -> String {
    text::actual(year.short())
}

/// 担当課 below the name of an indicator, once.
pub fn owner(owner: &str, at: usize) -> String {
    match (owner, at) {
        ("", _) | (_, 1..) => String::new(),
        (owner, 0) => text::owner(owner),
    }
}

/// 「1　子育ての支援」.
pub fn numbered(number: &str, title: &str) -> String {
    match number {
        "" => title.to_owned(),
        number => text::numbered(number, title),
    }
}

/// Name and description of the paper.
pub fn book() -> (&'static str, &'static str) {
    (text::book_1(), text::book_2())
}
/// Name and description of the paper.
pub fn chapters() -> (&'static str, &'static str) {
    (text::chapters_1(), text::chapters_2())
}
/// Name and description of the paper.
pub fn alignment() -> (&'static str, &'static str) {
    (text::alignment_1(), text::alignment_2())
}
/// Name and description of the paper.
pub fn supports() -> (&'static str, &'static str) {
    (text::supports_1(), text::supports_2())
}
/// Name and description of the paper.
pub fn timetable() -> (&'static str, &'static str) {
    (text::timetable_1(), text::timetable_2())
}

/// ロジックモデル: name and description of the paper.
pub fn logic() -> (&'static str, &'static str) {
    (text::logic_1(), text::logic_2())
}

/// 見直しの履歴: name and description of the paper.
pub fn revision_history() -> (&'static str, &'static str) {
    (text::revision_history_1(), text::revision_history_2())
}

/// 人口の見通し: name and description of the paper.
pub fn population() -> (&'static str, &'static str) {
    (text::population_1(), text::population_2())
}

/// 課からの提出状況: name and description of the paper.
pub fn hand_ledger() -> (&'static str, &'static str) {
    (text::hand_ledger_1(), text::hand_ledger_2())
}

/// Heading of a section that continues from the page before.
pub fn continued(name: &str) -> String {
    match name {
        "" => String::new(),
        name => format!("{name}{}", continued_label()),
    }
}

/// 「～安定した雇用を創出する～」.
pub fn subtitle(text: &str) -> String {
    match text.trim() {
        "" => String::new(),
        text => text::subtitle(text),
    }
}

/// Returns a point of a chapter, in a line.
pub fn point(name: &str, text: &str) -> String {
    match (name, text) {
        (name, "") => name.to_owned(),
        ("", text) => text.to_owned(),
        (name, text) => text::point(name, text),
    }
}

/// 「基本目標 1」「横断的な目標 2」.
pub fn goal_number(kind: GoalKind, number: &str) -> String {
    let kind = kind.word();
    format!("{kind} {}", number.trim_start_matches('横'))
}

/// True if the title of a chapter suggests that the measures are under it.
pub fn names_measures(title: &str) -> bool {
    title.contains("施策")
}

/// True if the title of a chapter suggests that the goals are under it.
pub fn names_goals(title: &str) -> bool {
    title.contains("目標")
}

/// 「国　地方創生に関する総合戦略」; without the kind if the title begins with it.
pub fn framework(kind: &str, title: &str) -> String {
    match title.trim().starts_with(kind) {
        true => title.to_owned(),
        false => text::framework_of(kind, title),
    }
}

/// Text of a framework, with its source.
pub fn sourced(text: &str, source: &str) -> String {
    match (text, source) {
        (text, "") => text.to_owned(),
        (text, source) => text::sourced(text, source),
    }
}

/// Returns an item of the timetable.
pub fn planned_item(title: &str, done: bool) -> String {
    match done {
        true => text::planned_item(title),
        false => title.to_owned(),
    }
}

/// Says that people gave the rating, with their name and their reason.
pub fn by_people(name: &str, by: &str, reason: &str) -> String {
    let by = if by.is_empty() {
        text::by_people_yes()
    } else {
        by
    };
    match reason {
        "" => text::by_people_empty(name, by),
        reason => text::by_people_other(name, by, reason),
    }
}

/// 施策 in a line.
pub fn measures(names: &[String]) -> String {
    text::measures(names.join(text::measures_2()))
}
