//! 木更津市 第2期総合戦略 策定方針.

use super::file::File;
use strategy::{FiscalYear, Jun, Month, Period, Stage, Third};

use super::{alignments, frameworks, headings, open, outline, same_lines};

const NAME: &str = "kisarazu-2020";

const GOALS: &str = "\
目標 地域一体となって、未来を担う「木更津っ子」を育む
目標 多様な地域資源の循環によって、地域経済を活性化させる
目標 自然との共生をかなえる、アクアラインを活かした定住・交流を促進する
目標 市民力・地域力を高め、持続可能な自立するまちを構築する
";

const FRAMEWORKS: &str = "\
法令 まち・ひと・しごと創生法
目標 第9条 都道府県まち・ひと・しごと創生総合戦略
目標 第10条 市町村まち・ひと・しごと創生総合戦略
国 まち・ひと・しごと創生基本方針2019 4つの基本目標
目標 1 地方にしごとをつくり、安心して働けるようにする
目標 2 地方への新しいひとの流れをつくる
目標 3 若い世代の結婚・出産・子育ての希望をかなえる
目標 4 時代に合った地域をつくり、安心なくらしを守るとともに、地域と地域を連携する
視点 まち・ひと・しごと創生基本方針2019 新たな視点
目標 1 地方へのひと・資金の流れを強化する
・ 将来的な地方移住にもつながる「関係人口」の創出・拡大
・ 企業や個人による地方への寄附・投資等を用いた地方への資金の流れの強化
目標 2 新しい時代の流れを力にする
・ Society5.0の実現に向けた技術の活用
・ SDGsを原動力とした地方創生
・ 「地方から世界へ」
目標 3 人材を育て活かす
・ 地方創生の基盤をなす人材に焦点を当て、掘り起こしや育成、活躍を支援
目標 4 民間と協働する
・ 地方公共団体に加え、NPOなどの地域づくりを担う組織や企業と連携
目標 5 誰もが活躍できる地域社会をつくる
・ 女性、高齢者、障害者、外国人など誰もが居場所と役割を持ち、活躍できる地域社会を実現
目標 6 地域経営の視点で取り組む
・ 地域の経済社会構造全体を俯瞰して地域をマネジメント
上位 木更津市第2次基本計画
前期 木更津市まち・ひと・しごと創生総合戦略 基本目標
目標 1 地域一体となって、未来を担う「木更津っ子」を育む
目標 2 多様な地域資源の循環によって、地域経済を活性化させる
目標 3 自然との共生をかなえる、アクアラインを活かした定住・交流を促進する
目標 4 市民力・地域力を高め、持続可能な自立するまちを構築する
";

/// The timetable, column by column: 旬, entry, its bullets, the body that meets.
const TIMETABLE: &str = "\
# 事務スケジュール
R1.8上旬|政策調整会議|策定方針|政策調整会議
R1.8上旬|総合政策会議|策定方針|総合政策会議
R1.8上旬|策定方針及び体制の決定||
R1.8下旬|総合戦略策定会議(次長級)|策定方針説明／骨子案に対する意見聴取|木更津市まち・ひと・しごと創生総合戦略策定会議
R1.11上旬|総合戦略策定会議(次長級)|戦略に取り入れる事業について／戦略素案に対する意見聴取|木更津市まち・ひと・しごと創生総合戦略策定会議
R1.11下旬|政策調整会議|戦略素案について|政策調整会議
R1.11下旬|総合政策会議|戦略素案について|総合政策会議
R1.12上旬|12月議会|素案の説明・意見聴取|市議会
R2.1上旬|パブリックコメント||
R2.2上旬|総合戦略策定会議(次長級)|案に対する意見聴取|木更津市まち・ひと・しごと創生総合戦略策定会議
R2.2下旬|政策調整会議|戦略案について|政策調整会議
R2.2下旬|総合政策会議|戦略案について|総合政策会議
R2.3上旬|3月議会|案の説明・意見聴取|市議会
# 懇談会
R1.8下旬|第2回懇談会|策定方針説明／骨子案に対する意見聴取|木更津市まち・ひと・しごと創生懇談会
R1.11中旬|第3回懇談会|戦略素案に対する意見聴取|木更津市まち・ひと・しごと創生懇談会
# 段階
R1.8上旬～R1.8中旬|策定方針||
R1.8下旬～R1.9下旬|骨子||
R1.10上旬～R1.11下旬|素案||
R1.12上旬～R2.3下旬|案||
";

/// The rows beside which the document prints a stage.
const PRINTED_STAGES: [((i32, u8, Third), &str); 8] = [
    ((2019, 8, Third::Early), "策定方針"),
    ((2019, 8, Third::Late), "骨子"),
    ((2019, 10, Third::Early), "素案"),
    ((2019, 11, Third::Early), "素案"),
    ((2019, 12, Third::Early), "案"),
    ((2020, 1, Third::Early), "案"),
    ((2020, 2, Third::Early), "案"),
    ((2020, 3, Third::Early), "案"),
];

const HEADINGS: &str = "\
章 1 策定の趣旨
章 2 計画期間
章 3 総合戦略策定における基本的な考え方
項 (1) 国及び県の総合戦略との関係
項 (2) 第1期総合戦略からの継続
項 (3) 新たな視点
章 4 策定体制
章 5 策定スケジュール
";

fn jun(at: Jun) -> String {
    let third = match at.third {
        Third::Early => "上旬",
        Third::Middle => "中旬",
        Third::Late => "下旬",
    };
    format!("R{}.{}{third}", at.year - 2018, at.month)
}

fn timetable(file: &File) -> String {
    let mut out = String::new();
    for lane in &file.lanes {
        out.push_str(&format!("# {}\n", lane.title));
        for item in &lane.items {
            let mut when = jun(item.from);
            if item.to != item.from {
                when = format!("{when}～{}", jun(item.to));
            }
            let body = file.bodies.iter().find(|b| Some(b.id) == item.body);
            let body = body.map(|b| b.title.as_str()).unwrap_or_default();
            out.push_str(&format!(
                "{when}|{}|{}|{body}\n",
                item.title,
                item.points.join("／")
            ));
        }
    }
    out
}

#[test]
fn is_the_policy_of_kisarazu_for_reiwa_2_to_4() {
    let file = open(NAME);
    assert_eq!(
        file.title,
        "(仮称)第2期木更津市まち・ひと・しごと創生総合戦略"
    );
    assert_eq!(
        file.sources[0].title,
        "(仮称)第2期木更津市まち・ひと・しごと創生総合戦略策定方針"
    );
    assert_eq!(
        (file.town.name.as_str(), file.town.code.as_str()),
        ("木更津市", "122068")
    );
    assert_eq!(
        file.period,
        Period {
            first: FiscalYear(2020),
            last: FiscalYear(2022)
        }
    );
    assert_eq!(file.stage, Stage::Policy);
    same_lines(&headings(&file), HEADINGS);
}

#[test]
fn carries_its_own_four_goals_over() {
    let file = open(NAME);
    same_lines(&outline(&file.goals), GOALS);
    let own: Vec<_> = file.goals.iter().map(|g| vec![g.title.clone()]).collect();
    assert_eq!(
        alignments(&file),
        own,
        "each goal answers to itself of the period before"
    );
}

#[test]
fn holds_law_nation_upper_plan_and_the_period_before() {
    same_lines(&frameworks(&open(NAME).frameworks), FRAMEWORKS);
}

#[test]
fn holds_every_entry_of_the_timetable_by_its_ten_days() {
    same_lines(&timetable(&open(NAME)), TIMETABLE);
}

#[test]
fn every_printed_stage_lies_in_the_stretch_of_that_name() {
    let file = open(NAME);
    let stages: Vec<_> = file.lanes.iter().filter(|lane| lane.stages).collect();
    assert_eq!(stages.len(), 1);
    for ((year, month, third), name) in PRINTED_STAGES {
        let at = Jun {
            year,
            month: Month(month),
            third,
        };
        let then: Vec<_> = (stages[0].items.iter())
            .filter(|item| item.from <= at && at <= item.to)
            .map(|item| item.title.as_str())
            .collect();
        assert_eq!(then, [name], "{}", jun(at));
    }
}

#[test]
fn names_the_bodies_that_take_part() {
    let file = open(NAME);
    let bodies: Vec<_> = file.bodies.iter().map(|b| b.title.as_str()).collect();
    assert_eq!(
        bodies,
        [
            "木更津市まち・ひと・しごと創生総合戦略策定会議",
            "木更津市まち・ひと・しごと創生懇談会",
            "市議会",
            "政策調整会議",
            "総合政策会議",
        ]
    );
    let structure = &file.sections[3].text;
    assert!(bodies.iter().all(|b| structure.contains(b)), "{structure}");
}
