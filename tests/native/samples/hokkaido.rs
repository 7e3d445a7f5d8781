//! 北海道 創生総合戦略 V・VI.

use strategy::SupportKind;

use super::{headings, open, same_lines};

const NAME: &str = "hokkaido";

/// The offered support, in three kinds.
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

/// Words that the text of each support contains.
const NAMES: [&str; 11] = [
    "地域課題の解決",
    "政策形成から事業展開",
    "デジタルの活用",
    "「ほっかいどう応援団会議」",
    "地域づくり連携会議",
    "北海道創生ジャーナル「創る」",
    "都道府県知事の認定",
    "地域公共交通計画",
    "「地域創生出張サポート制度」",
    "自治体DX",
    "ほっかいどう協力隊ワンストップ窓口",
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
    assert!(file.note.contains("仮に置いた"), "{}", file.note);
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
    for (support, name) in file.supports.iter().zip(NAMES) {
        assert!(support.text.contains(name), "{}", support.text);
        assert_eq!(support.provider, "北海道");
    }
}

#[test]
fn holds_the_regional_strategy_and_how_municipalities_are_supported() {
    let file = open(NAME);
    same_lines(&headings(&file), HEADINGS);
    let points = file.sections[1].points.iter();
    for (point, word) in points.zip([
        "広域的な",
        "地域住民、企業、NPO",
        "スクラム",
        "振興局の区域を越えた",
    ]) {
        assert!(point.text.contains(word), "{}", point.text);
    }
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
