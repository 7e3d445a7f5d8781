//! 北斗市総合計画 実施計画: 17 sheets, the money of last year and this year.

use super::file::{File, Line, Measure};
use ::words::Say;
use strategy::{FiscalYear, Funding, GoalKind, Money, Reprise, Stage};

use super::{open, same_lines};

const NAME: &str = "hokuto-2024";

/// Every line of money: sheet, 実 or 計, name, marks, amount, 方向性 of the two years after, 単独・補助.
const LINES: &str = "\
32-1 実 町会連合会補助金 | 300 | 単独
32-1 実 町内会等への加入促進 | - | 単独
32-1 実 町会連合会との連携による加入促進 | - | 単独
32-1 計 町会連合会補助金 | 2,300 | 維持 維持 | 単独
32-1 計 町内会等への加入促進 | - | 拡充 拡充 | 単独
32-1 計 町会連合会との連携による加入促進 | - | 維持 維持 | 単独
32-2 実 住民施設改修事業 | -
32-2 実 町内会館整備事業 | 3,674 | 単独
32-2 実 コミュニティ施設補助金 | 1,673 | 単独
32-2 計 住民施設改修事業 | - | 維持 維持
32-2 計 町内会館整備事業 | 3,511 | 維持 維持 | 単独
32-2 計 コミュニティ施設補助金 | 1,740 | 維持 維持
32-3 実 町内会地区連絡協議会の設置 | -
32-3 実 町内会要望の対応 | -
32-3 計 町内会地区連絡協議会の設置 | - | 維持 維持
32-3 計 町内会要望の対応 | - | 維持 維持
32-3 計 町会連合会と他機関との連携 | - | 維持 維持
32-4 実 町内会活動傷害保険補助金 | 394 | 単独
32-4 実 町内会活動活性化交付金 | 7,680 | 単独
32-4 実 地域協働事業対策補助金 | 931 | 単独
32-4 計 町内会活動傷害保険補助金 | 398 | 維持 維持 | 単独
32-4 計 町内会活動活性化交付金 | 8,600 | 拡充 維持 | 単独
32-4 計 地域協働事業対策補助金 | 2,000 | 拡充 維持 | 単独
33-1 実 市ホームページの運用 | 900 | 単独
33-1 実 市アプリケーションの運用 | 805 | 単独
33-1 実 広報「ほくと」の発行 | 14,619 | 単独
33-1 計 市ホームページの運用 | 900 | 維持 維持 | 単独
33-1 計 市アプリケーションの運用 | 806 | 維持 維持 | 単独
33-1 計 広報「ほくと」の発行 | 18,169 | 維持 維持 | 単独
33-2 実 パブリックコメント手続の運用 | -
33-2 実 子ども議会の開催 | -
33-2 実 広聴機会の確保 | -
33-2 計 パブリックコメント手続の運用 | - | 維持 維持
33-2 計 子ども議会の開催 | - | 維持 維持
33-2 計 広聴機会の確保 | - | 維持 維持
33-3 実 地域応援元気づくり補助金 | 800 | 単独
33-3 実 ＳＤＧｓの普及啓蒙【再掲】 | 15 | 単独
33-3 実 東京北斗会との連携 | -
33-3 計 地域応援元気づくり補助金 | 1,000 | 検討 検討 | 単独
33-3 計 ＳＤＧｓの普及啓蒙【再掲】 | 22 | 拡充 拡充 | 単独
33-3 計 東京北斗会との連携 | - | 維持 維持
33-4 実 北斗市男女共同参画プラン推進協議会補助金 | 300 | 単独
33-4 実 北斗市男女共同参画基本計画の推進 | -
33-4 実 申請書等の性別表記の見直し | -
33-4 計 北斗市男女共同参画基本計画の推進 | - | 維持 維持
33-4 計 北斗市男女共同参画プラン推進協議会補助金 | 300 | 維持 維持 | 単独
33-4 計 申請書等の性別表記の見直し | - | 維持 維持
33-5 実 人権擁護活動 | 126 | 補助
33-5 実 パートナーシップ制度の周知 | 7 | 単独
33-5 実 性の多様性についての理解促進【新規】 | -
33-5 計 人権擁護活動 | 63 | 維持 維持 | 補助
33-5 計 パートナーシップ制度の周知 | 36 | 維持 維持 | 単独
33-5 計 性の多様性についての理解促進【新規】 | 84 | 維持 維持 | 単独
34-1 実 職員定員管理計画の推進 | -
34-1 実 人事評価制度の運用 | -
34-1 実 職員研修の実施 | 5,941 | 単独
34-1 実 人材育成事業の実施 | 1,145 | 補助
34-1 実 自治体ＤＸ（デジタルトランスフォーメーション）の推進 | 7,428 | 単独
34-1 実 北斗リノベーションプロジェクトの実施 | - | 単独
34-1 計 職員定員管理計画の推進 | - | 維持 維持
34-1 計 人事評価制度の運用 | - | 維持 維持
34-1 計 職員研修の実施 | 4,554 | 維持 維持 | 単独
34-1 計 自治体ＤＸ（デジタルトランスフォーメーション）の推進 | 60,937 | 拡充 拡充 | 単独
34-1 計 北斗リノベーションプロジェクトの実施 | － | 維持 維持 | 単独
34-2 実 新地方公会計制度財務書類の作成・公表【再掲】 | 1,276 | 単独
34-2 実 市有施設の適切な管理【再掲】 | - | 単独
34-2 実 財政構造の公表 | -
34-2 計 新地方公会計制度財務書類の作成・公表【再掲】 | 1,276 | 維持 維持 | 単独
34-2 計 市有施設の適切な管理【再掲】 | － | 維持 維持 | 単独
34-2 計 財政構造の公表 | - | 維持 維持
34-3 実 財源確保対策 | - | 単独
34-3 実 使用料・手数料等の改定【再掲】 | - | 単独
34-3 実 事業の選択と集中 | - | 単独
34-3 実 収納対策 | 12,576 | 単独
34-3 実 渡島・檜山地方税滞納整理機構負担金 | 4,173 | 単独
34-3 実 納税貯蓄組合への助成 | 1,662 | 単独
34-3 実 ふるさと納税制度の活用 | 93,545 | 単独
34-3 実 企業版ふるさと納税制度の活用 | - | 単独
34-3 計 財源確保対策 | － | 維持 維持 | 単独
34-3 計 使用料・手数料等の改定【再掲】 | － | 維持 維持 | 単独
34-3 計 事業の選択と集中 | － | 見直し 見直し | 補助
34-3 計 収納対策 | 11,206 | 拡充 拡充 | 単独
34-3 計 渡島・檜山地方税滞納整理機構 | 4,529 | 維持 維持 | 単独
34-3 計 納税貯蓄組合への助成 | 1,487 | 維持 維持 | 単独
34-3 計 ふるさと納税制度の活用 | 200,000 | 拡充 拡充 | 単独
34-3 計 企業版ふるさと納税制度の活用 | - | 拡充 拡充 | 単独
35-1 実 シティプロモーション事業（戦略的情報発信） | 1,158 | 単独
35-1 実 ずーしーほっきー活用情報発信 | 4,865 | 単独
35-1 実 市政スクールの実施 | 9 | 単独
35-1 計 シティプロモーション事業（戦略的情報発信） | 385 | 検討 検討 | 単独
35-1 計 ずーしーほっきー活用情報発信 | 4,154 | 検討 検討 | 単独
35-1 計 ふるさと納税制度の活用【再掲】 | 200,000 | 拡充 拡充 | 単独
35-1 計 市政スクールの実施 | 12 | 拡充 拡充 | 単独
35-2 実 地域協働事業対策補助金【再掲】 | 931 | 単独
35-2 実 地域応援元気づくり補助金【再掲】 | 800 | 単独
35-2 実 パブリックコメント手続の運用【再掲】 | -
35-2 計 地域協働事業対策補助金【再掲】 | 2,000 | 拡充 維持 | 単独
35-2 計 地域応援元気づくり補助金【再掲】 | 1,000 | 検討 検討 | 単独
35-2 計 パブリックコメント手続の運用 | - | 維持 維持
35-3 実 回廊事業、きじひき高原活用事業 | 23,411 | 単独
35-3 実 観光振興・観光客誘致宣伝事業（広域連携～戊辰戦争終結150周年記念事業実行委員会）【再掲】 | -
35-3 実 スポーツ合宿推進事業【再掲】 | 12,745 | 単独
35-3 実 シティプロモーション事業（誘致・プロモーション活動） | 4,477 | 単独
35-3 実 キミとボクとホクト（移住・定住促進対策）事業【再掲】 | -
35-3 計 回廊事業、きじひき高原活用事業 | 27,632 | 検討 検討 | 単独
35-3 計 観光振興・観光客誘致宣伝事業（広域連携～戊辰戦争終結150周年記念事業実行委員会）【再掲】 | - | 維持 維持
35-3 計 スポーツ合宿推進事業【再掲】 | 13,336 | 見直し 維持 | 単独
35-3 計 シティプロモーション事業（誘致・プロモーション活動） | 3,819 | 検討 検討 | 単独
35-3 計 キミとボクとホクト（移住・定住促進対策）事業 | - | 検討 検討
35-4 実 トップセールスによる企業誘致【再掲】 | 120 | 単独
35-4 実 ふるさと会等の活用 | 92 | 単独
35-4 実 企業立地フェア等でのＰＲ | 575 | 単独
35-4 計 トップセールスによる企業誘致【再掲】 | 250 | 維持 維持 | 単独
35-4 計 ふるさと会等の活用 | 920 | 維持 維持 | 単独
35-4 計 企業立地フェア等でのＰＲ | 1,042 | 維持 維持 | 単独
35-5 実 ふるさと納税制度の活用【再掲】 | 93,545 | 単独
35-5 実 ＳＤＧｓの普及啓蒙【再掲】 | 15 | 単独
35-5 実 若者との協働事業≪新規≫ | 18 | 単独
35-5 実 地域資源を活用した六次化産業化への支援 | 2,456 | 単独
35-5 実 ワイン振興対策事業【再掲】 | 221,309 | 補助
35-5 実 北斗市ワインによる地域活性化検討会議の開催【再掲】 | 90 | 単独
35-5 計 ふるさと納税制度の活用【再掲】 | 200,000 | 拡充 拡充 | 単独
35-5 計 ＳＤＧｓの普及啓蒙【再掲】 | 22 | 拡充 拡充 | 単独
35-5 計 若者との協働事業 | 250 | 維持 維持 | 単独
35-5 計 地域資源を活用した六次産業化への支援 | 10,000 | 維持 維持 | 単独
35-5 計 ワイン振興対策事業【再掲】 | 103,082 | 維持 事業終了 | 補助
35-5 計 北斗市ワインによる地域活性化検討会議の開催【再掲】 | 210 | 維持 拡充 | 単独
";

/// Every sheet: name, 【重点施策】, the two printed 計, 評価, 関連施策.
const SHEETS: &str = "\
32-1 町内会等への加入促進 300 2300 Ｃ
32-2 コミュニティ施設の適切な管理 5347 5251 Ｂ 1-26
32-3 地域課題の解決に向けた自主的活動の促進 0 0 Ａ
32-4 地域コミュニティ活動の推進【重点施策】 9005 10998 Ｂ
33-1 情報提供の充実と情報発信の強化 16324 19875 Ｃ
33-2 広聴活動の推進 0 0 Ｃ
33-3 市民や各種団体との連携【重点施策】 815 1022 Ｂ 1-35 35-2→35-2
33-4 男女共同参画社会の形成 300 300 Ｂ
33-5 人権尊重社会の形成 133 183 Ａ
34-1 組織体制の強化と人材育成 14514 65491 Ｃ
34-2 財政状況等の公表 1276 1276 Ｂ
34-3 健全な財政運営 111956 217222 Ｂ 10-3
35-1 ほくとらしさの情報発信 6032 204551 Ｃ 33-1→33-1
35-2 市民協働の推進と市民満足度の向上【重点施策】 1731 3000 Ｂ 32-4→32-4 33-2→33-2 33-3→33-3
35-3 交流人口の拡大と移住・定住の促進 40633 44787 Ｂ 5-4 6-1 15-3 16-1 23-1
35-4 企業誘致の推進 787 2212 Ｂ 1-1
35-5 さらなる魅力の創造と活用 317433 313564 Ｂ
";

/// Every initiative that is a 再掲, with the place of its original.
const REPRISES: &str = "\
33-3 ＳＤＧｓの普及啓蒙 ← 外
34-2 新地方公会計制度財務書類の作成・公表 ← 外
34-2 市有施設の適切な管理 ← 外
34-3 使用料・手数料等の改定 ← 外
35-1 ふるさと納税制度の活用 ← 34-3
35-2 地域協働事業対策補助金 ← 32-4
35-2 地域応援元気づくり補助金 ← 33-3
35-2 パブリックコメント手続の運用 ← 33-2
35-3 観光振興・観光客誘致宣伝事業（広域連携～戊辰戦争終結150周年記念事業実行委員会） ← 外
35-3 スポーツ合宿推進事業 ← 外
35-3 キミとボクとホクト（移住・定住促進対策）事業 ← 外
35-4 トップセールスによる企業誘致 ← 外
35-5 ふるさと納税制度の活用 ← 34-3
35-5 ＳＤＧｓの普及啓蒙 ← 33-3
35-5 ワイン振興対策事業 ← 外
35-5 北斗市ワインによる地域活性化検討会議の開催 ← 外
";

/// Returns the measures with their code (基本計画-主要施策), in reading order.
fn measures(file: &File) -> Vec<(String, &Measure)> {
    let divisions = file.goals.iter().flat_map(|g| &g.divisions);
    divisions
        .flat_map(|d| {
            let code = |i: usize| format!("{}-{}", d.number, i + 1);
            d.measures
                .iter()
                .enumerate()
                .map(move |(i, m)| (code(i), m))
        })
        .collect()
}

fn marks(line: &Line) -> String {
    line.marks.iter().map(|m| m.0.as_str()).collect()
}

fn funding(line: &Line) -> &'static str {
    match line.funding {
        Some(Funding::Own) => " | 単独",
        Some(Funding::Subsidised) => " | 補助",
        None => "",
    }
}

#[test]
fn holds_every_line_of_money() {
    let file = open(NAME);
    let mut found = String::new();
    let (this, next, last) = (FiscalYear(2024), FiscalYear(2025), FiscalYear(2026));
    for (code, measure) in measures(&file) {
        for line in &measure.sheets[0].done {
            let amount = line.settled.as_ref().map(Money::say).unwrap_or_default();
            assert!(line.budgets.is_empty() && line.courses.is_empty());
            found += &format!("{code} 実 {}{} | {amount}", line.title, marks(line));
            found += &format!("{}\n", funding(line));
        }
        for line in &measure.sheets[0].planned {
            assert_eq!((line.budgets.len(), line.courses.len()), (1, 2));
            assert_eq!(line.settled, None);
            let amount = &line.budgets[&this];
            let (a, b) = (&line.courses[&next].0, &line.courses[&last].0);
            found += &format!(
                "{code} 計 {}{} | {} | {a} {b}",
                line.title,
                marks(line),
                amount.say()
            );
            found += &format!("{}\n", funding(line));
        }
    }
    same_lines(&found, LINES);
}

#[test]
fn holds_every_sheet_with_its_totals_grade_and_relations() {
    let file = open(NAME);
    let all = measures(&file);
    let code_of = |id| all.iter().find(|(_, m)| m.id == id).map(|(code, _)| code);
    let mut found = String::new();
    for (code, measure) in &all {
        let [sheet] = &measure.sheets[..] else {
            panic!("{code}: {} sheets", measure.sheets.len());
        };
        assert_eq!(sheet.year, FiscalYear(2024));
        let priority = if measure.priority {
            "【重点施策】"
        } else {
            ""
        };
        let (settled, budget) = (sheet.printed_settled, sheet.printed_budget);
        found += &format!("{code} {}{priority}", measure.title);
        found += &format!(" {} {}", settled.unwrap_or(-1), budget.unwrap_or(-1));
        found += &format!(" {}", sheet.rating);
        for related in &measure.related {
            found += &format!(" {}", related.code);
            if let Some(id) = related.measure {
                found += &format!("→{}", code_of(id).map_or("?", String::as_str));
            }
        }
        found += "\n";
    }
    same_lines(&found, SHEETS);
}

#[test]
fn every_repeat_knows_its_original() {
    let file = open(NAME);
    let all = measures(&file);
    let mut found = String::new();
    for (code, measure) in &all {
        for initiative in &measure.initiatives {
            let from = match &initiative.reprise {
                None => continue,
                Some(Reprise::Elsewhere(what)) => {
                    assert!(what.contains("32～35の外"), "{what}");
                    "外"
                }
                Some(Reprise::Of(id)) => {
                    let home = |(_, m): &&(String, &Measure)| {
                        m.initiatives
                            .iter()
                            .any(|i| i.id == *id && i.title == initiative.title)
                    };
                    all.iter().find(home).map_or("?", |(code, _)| code.as_str())
                }
            };
            found += &format!("{code} {} ← {from}\n", initiative.title);
        }
    }
    same_lines(&found, REPRISES);
}

#[test]
fn both_halves_of_a_sheet_speak_of_the_same_initiatives() {
    let file = open(NAME);
    for (code, measure) in measures(&file) {
        let sheet = &measure.sheets[0];
        for initiative in &measure.initiatives {
            let about = |lines: &[Line]| -> Vec<String> {
                let of = lines.iter().filter(|l| l.initiative == Some(initiative.id));
                of.map(|l| l.title.clone()).collect()
            };
            let (done, planned) = (about(&sheet.done), about(&sheet.planned));
            assert!(
                done.len() <= 1 && planned.len() <= 1,
                "{code} {}",
                initiative.title
            );
            assert!(
                done.len() + planned.len() > 0,
                "{code} {}",
                initiative.title
            );
            let names = [done, planned].concat();
            assert!(
                names.contains(&initiative.title),
                "{code} {}",
                initiative.title
            );
            let same = names.iter().all(|n| *n == initiative.title);
            let renamed = ["渡島・檜山", "地域資源を活用した"];
            assert_eq!(
                same,
                !renamed.iter().any(|r| initiative.title.starts_with(r))
            );
        }
        let lines = sheet.done.iter().chain(&sheet.planned);
        for line in lines {
            let known = measure
                .initiatives
                .iter()
                .any(|i| Some(i.id) == line.initiative);
            assert!(known, "{code} {}", line.title);
            assert!(!line.text.is_empty(), "{code} {}", line.title);
        }
    }
}

#[test]
fn holds_the_words_around_the_money() {
    let file = open(NAME);
    assert_eq!(file.title, "北斗市総合計画 実施計画（令和6年度）");
    assert_eq!(
        (file.town.name.as_str(), file.town.code.as_str()),
        ("北斗市", "012360")
    );
    assert_eq!((file.period.first.0, file.period.last.0), (2024, 2026));
    assert_eq!(file.stage, Stage::Running);
    let [goal] = &file.goals[..] else {
        panic!("{} goals", file.goals.len());
    };
    assert_eq!((goal.kind, goal.number.as_str()), (GoalKind::Basic, "4"));
    assert_eq!(goal.title, "市民参加による協働のまちづくり");
    let divisions = goal.divisions.iter();
    let divisions: Vec<_> = divisions.map(|d| [&d.label, &d.number, &d.title]).collect();
    assert_eq!(
        divisions,
        [
            ["基本計画", "32", "地域コミュニティ基盤の充実"],
            ["基本計画", "33", "市民参加の推進"],
            ["基本計画", "34", "時代に対応した持続的で効率的な行財政運営"],
            ["基本計画", "35", "ほくと・魅力の向上"],
        ]
    );
    let mut notes = Vec::new();
    let mut headings = 0;
    for (code, measure) in measures(&file) {
        let sheet = &measure.sheets[0];
        let words = [&sheet.results, &sheet.improvements, &sheet.outline];
        assert!(words.iter().all(|text| !text.is_empty()), "{code}");
        let lines = sheet.done.iter().chain(&sheet.planned).map(|l| &l.text);
        for text in words.into_iter().chain([&sheet.note]).chain(lines) {
            headings += text.lines().filter(|l| l.starts_with('●')).count();
        }
        if !sheet.note.is_empty() {
            notes.push(code);
        }
    }
    assert_eq!(notes, ["34-3", "35-3", "35-5"]);
    assert_eq!(headings, 52);
}

#[test]
fn keeps_the_figures_of_the_texts() {
    let file = open(NAME);
    let text = |code: &str, title: &str| -> String {
        let all = measures(&file);
        let of = all
            .iter()
            .filter(|(c, _)| c == code)
            .flat_map(|(_, m)| &m.sheets);
        let lines = of.flat_map(|s| s.done.iter().chain(&s.planned));
        lines
            .filter(|l| l.title == title)
            .map(|l| l.text.as_str())
            .collect()
    };
    for (code, title, figures) in [
        (
            "32-2",
            "町内会館整備事業",
            "1,570千円 506千円 664千円 935千円 ４丁目",
        ),
        ("32-2", "コミュニティ施設補助金", "41町会 2/3"),
        (
            "32-4",
            "町内会活動傷害保険補助金",
            "13,872世帯 71円 0.8 0.5",
        ),
        (
            "32-4",
            "町内会活動活性化交付金",
            "86町内会 ７事業：５３町内会 １事業：２町内会",
        ),
        (
            "33-1",
            "市ホームページの運用",
            "1,091,205人 94.7％ 2,424,990回 84.8％ 215件 99.0％",
        ),
        ("33-1", "市アプリケーションの運用", "571名 1,321名 963名"),
        ("33-4", "北斗市男女共同参画基本計画の推進", "15.9％ 17.9％"),
        (
            "34-3",
            "財源確保対策",
            "38事業 13億7,300万円 8億4,300万円 4,300万円 ２億円",
        ),
        ("34-3", "収納対策", "99.45％ +0.11％ 95.05％ △0.17％"),
        (
            "34-3",
            "渡島・檜山地方税滞納整理機構負担金",
            "30名 37,607千円 28,329千円 75.33％",
        ),
        (
            "34-3",
            "ふるさと納税制度の活用",
            "12,232件 127.9％ 181,500千円 129.8％",
        ),
        (
            "35-1",
            "ずーしーほっきー活用情報発信",
            "64回 8,293名 52名 57回 3,104回 18件 24個 8,918回 103,773回",
        ),
        (
            "35-3",
            "回廊事業、きじひき高原活用事業",
            "55,791人 63,355人 18,445人 19,374人 49,761人 54,136人",
        ),
        (
            "35-3",
            "スポーツ合宿推進事業",
            "77団体 1,929人 5,540泊 63団体 1,643人 5,358泊 47名",
        ),
        ("32-2", "住民施設改修事業", "該当住民施設なし"),
        (
            "35-5",
            "ワイン振興対策事業",
            "77,087千円 23,554千円 58,797千円 38,543千円 11,777千円 29,398千円 15,000千円 2,484千円",
        ),
    ] {
        let text = text(code, title);
        for figure in figures.split(' ') {
            assert!(text.contains(figure), "{code} {title}: {figure}");
        }
    }
}
