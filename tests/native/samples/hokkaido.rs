//! 北海道 創生総合戦略 V・VI.

use michishirube::strategy::SupportKind;

use super::{headings, open, same_lines};

const NAME: &str = "hokkaido";

/// The support offered, in three kinds.
const SUPPORTS: &str = "\
財政的支援 (1) 地域づくり総合交付金
財政的支援 (2) 地域政策推進事業費
財政的支援 (3) 国の地方創生関係交付金の活用に向けた支援
財政的支援 (4) ふるさと納税の活用に向けた支援
情報支援 (1) 市町村の課題把握と情報共有
情報支援 (2) 市町村の取組に資する情報の提供
情報支援 (3) 特定地域づくり事業協同組合制度の周知、認定
情報支援 (4) 各種計画を通じた地域の関係者間の情報共有
人的支援 (1) 地域振興派遣などの職員派遣
人的支援 (2) 市町村のデジタル化の支援
人的支援 (3) 地域おこし協力隊へのサポート
";

/// How each support begins and ends.
const TEXTS: [(&str, &str); 11] = [
    (
        "地域の課題解決や地域活性化を図るため",
        "主体的な取組を支援。",
    ),
    (
        "個性ある地域づくりを推進するため",
        "地域に根ざした政策を実施。",
    ),
    (
        "市町村がデジタルの活用等による地域創生",
        "適切な助言等相談対応を実施。",
    ),
    (
        "ふるさと納税制度の活用促進のため",
        "マッチング機会の拡大に向けた取組などを実施。",
    ),
    (
        "振興局が中心となって",
        "地域の実情に応じた市町村の取組を支援。",
    ),
    (
        "道内各地の先駆的な取組事例などを紹介する北海道創生ジャーナル「創る」",
        "市町村からの相談対応を実施。",
    ),
    (
        "地域の年間を通じた安定的な雇用環境を整備し",
        "適切に認定を行う。",
    ),
    (
        "まちづくりを支える交通ネットワーク",
        "市町村の課題解決に向けて協力。",
    ),
    (
        "広域性やモデル性の高い取組等を推進する市町村に対し",
        "「地域創生出張サポート制度」などによる支援を実施。",
    ),
    ("自治体DXの推進に向けて", "市町村のデジタル化を支援。"),
    (
        "地域活性化に重要な存在となっている地域おこし協力隊員",
        "各段階の支援を効果的に実施。",
    ),
];

const HEADINGS: &str = "\
章 V 地域戦略
章 地域戦略推進の考え方
項 振興局ごとの地域特性や地域課題に応じた広域的な施策の推進
項 多様な主体による協働
項 市町村とのパートナーシップ
項 振興局の区域を越えた広域連携による施策の展開
章 VI 市町村戦略支援
章 取組の構成
項 1 財政的支援
項 2 情報支援
項 3 人的支援
";

#[test]
fn is_of_hokkaido_and_says_that_its_years_are_assumed() {
    let file = open(NAME);
    assert_eq!(file.title, "北海道創生総合戦略（地域戦略・市町村戦略支援）");
    assert_eq!(
        (file.town.name.as_str(), file.town.code.as_str()),
        ("北海道", "010006")
    );
    assert!(
        file.note.contains("年度が一つも印刷されておらず"),
        "{}",
        file.note
    );
}

#[test]
fn holds_eleven_supports_in_three_kinds() {
    let file = open(NAME);
    let found: String = (file.supports.iter())
        .map(|s| {
            let kind = match s.kind {
                SupportKind::Money => "財政的支援",
                SupportKind::Information => "情報支援",
                SupportKind::People => "人的支援",
            };
            format!("{kind} {} {}\n", s.number, s.title)
        })
        .collect();
    same_lines(&found, SUPPORTS);
    for (support, (begins, ends)) in file.supports.iter().zip(TEXTS) {
        assert!(support.text.starts_with(begins), "{}", support.text);
        assert!(support.text.ends_with(ends), "{}", support.text);
        assert_eq!(support.provider, "北海道");
    }
}

#[test]
fn holds_the_regional_strategy_and_how_municipalities_are_supported() {
    let file = open(NAME);
    same_lines(&headings(&file), HEADINGS);
    let points: Vec<_> = file.sections[1]
        .points
        .iter()
        .map(|p| p.text.as_str())
        .collect();
    assert_eq!(
        points,
        [
            "地域全体に波及する市町村の取組、市町村が相互に連携した広域的な取組など、単体の市町村では解決が難しい、あるいは、連携により一層効果が見込まれる取組を進める。",
            "地域特有の課題やニーズを十分踏まえて、地域住民をはじめ、企業、NPOなど地域の関係者が一体となった取組を進める。",
            "道と市町村のスクラムをより一層強化し、市町村総合戦略と連携した取組を進める。",
            "地域課題の性質、効果や影響の及ぶエリアなどを勘案し、振興局の区域を越えたより広域的な連携を促進するなど、柔軟な発想のもとで施策の展開を図る。",
        ]
    );
    for (section, words) in [
        (
            0,
            [
                "振興局",
                "「連携地域別政策展開方針」",
                "重点戦略プロジェクト",
            ],
        ),
        (
            2,
            [
                "「地域とともに考え行動する」",
                "「資金・人・情報」の3つの側面",
                "「ほっかいどう応援団会議」",
            ],
        ),
    ] {
        for word in words {
            assert!(file.sections[section].text.contains(word), "{word}");
        }
    }
}
