//! The note of a sample names every inferred or added part; and no text of a plan mentions this app or how the
//! document was imported.

use serde_json::Value;

use super::ALL;
use super::prose::{read, texts};

fn note(name: &str) -> String {
    let file = read(name);
    file["note"].as_str().unwrap_or_default().to_owned()
}

/// A sample, the words of its note, and a check that its file has the part that the note is about.
type Said = (&'static str, &'static str, fn(&Value) -> bool);

fn holds(file: &Value, pointer: &str) -> bool {
    (file.pointer(pointer)).is_some_and(|there| !there.is_null() && there != "")
}

fn any(file: &Value, list: &str, field: &str) -> bool {
    let all = file[list].as_array().into_iter().flatten();
    all.into_iter().any(|one| holds(one, &format!("/{field}")))
}

/// Parts that are not printed in the documents.
const OURS: &[Said] = &[
    (
        "hokkaido",
        "2020～2024年度（令和2～6年度）と段階（運用中）は仮に置いた",
        |f| holds(f, "/period") && holds(f, "/stage"),
    ),
    ("hokkaido", "題名の（　）内", |f| {
        f["title"]
            .as_str()
            .is_some_and(|title| title.contains('（'))
    }),
    (
        "hokkaido",
        "支援の提供者「北海道」も補った",
        |f| any(f, "supports", "provider"),
    ),
    ("hokkaido", "団体コード", |f| holds(f, "/town/code")),
    (
        "hokuto-2020",
        "第1期・国の第1期戦略の基本目標との結びつきは、番号と文言からの判断",
        |f| any(f, "goals", "aligned/0"),
    ),
    (
        "hokuto-2020",
        "国の基本目標の二つの題名は、見出しの2行をつないだもの",
        |f| any(f, "frameworks", "title"),
    ),
    (
        "hokuto-2020",
        "「稼ぐ地域をつくとともに」は印刷のとおり",
        |f| f.to_string().contains("稼ぐ地域をつくとともに"),
    ),
    ("hokuto-2020", "団体コード", |f| holds(f, "/town/code")),
    (
        "hokuto-2024",
        "題名「北斗市総合計画 実施計画（令和6年度）」と出典の題名",
        |f| holds(f, "/title") && any(f, "sources", "title"),
    ),
    (
        "hokuto-2024",
        "再掲のもとが「基本計画32～35の外の事業」であること（シートの関連施策からの判断）",
        |f| f.to_string().contains("基本計画32～35の外の事業"),
    ),
    (
        "hokuto-2024",
        "事業の順を見出しと金額から組み直した",
        |f| any(f, "goals", "title"),
    ),
    (
        "hokuto-2024",
        "「意見はについてのみ２件あり」は字が抜けているため「意見は２件」とした",
        |f| f.to_string().contains("意見は２件"),
    ),
    ("hokuto-2024", "団体コード", |f| holds(f, "/town/code")),
    (
        "kisarazu-2020",
        "そのまま引き継いで置き、第1期の同じ目標に結びつけた",
        |f| any(f, "goals", "aligned/0"),
    ),
    (
        "kisarazu-2020",
        "次の段階が印刷されている旬の前までを一つの段階とした",
        |f| any(f, "lanes", "items/0"),
    ),
    ("kisarazu-2020", "第9条・第10条の見出し", |f| {
        f.to_string().contains("第10条")
    }),
    ("kisarazu-2020", "「策定に至る審議」", |f| {
        f["bodies"].to_string().contains("策定に至る審議")
    }),
    (
        "kisarazu-2020",
        "意見公募は会議体ではないため策定体制の文章に置いた",
        |f| !f["bodies"].to_string().contains("意見公募"),
    ),
    ("kisarazu-2020", "団体コード", |f| {
        holds(f, "/town/code")
    }),
    (
        "kitamoto-2022",
        "指標のめざす向きは当初値と目標値からの判断",
        |f| any(f, "indicators", "desired"),
    ),
    (
        "kitamoto-2022",
        "（5-3は当初値が「-」のため、目標値に届くまで増やす向きとした）",
        |f| any(f, "indicators", "desired"),
    ),
    (
        "kitamoto-2022",
        "目標値の年度は計画期間の最後の年度",
        |f| any(f, "indicators", "series/0/targets/2025"),
    ),
    (
        "kitamoto-2022",
        "基本目標3の名称は「若い世代の出生・子育ての希望をかなえる」と印刷されている",
        |f| f["goals"].to_string().contains("若い世代の出産"),
    ),
    ("kitamoto-2022", "団体コード", |f| {
        holds(f, "/town/code")
    }),
    ("mihon", "みほん町は架空の町です", |f| {
        holds(f, "/town/name")
    }),
    (
        "mihon",
        "書き漏らしや食い違いをわざと残してあります",
        |f| any(f, "goals", "title"),
    ),
];

#[test]
fn what_is_inference_or_ours_is_said_in_the_note() {
    for (name, said, there) in OURS {
        let note = note(name);
        assert!(
            note.contains(said),
            "{name}: 「{said}」 is not in 「{note}」"
        );
        assert!(
            there(&read(name)),
            "{name}: nothing in the file that 「{said}」 is said of"
        );
    }
}

#[test]
fn a_note_says_what_was_shortened_and_sets_apart_what_was_added() {
    for name in ALL.into_iter().filter(|name| *name != "mihon") {
        let note = note(name);
        assert!(note.contains("原文のまま、文章は要約"), "{name}: {note}");
        assert!(note.contains("原文にない補い："), "{name}: {note}");
    }
}

/// Words about the app, and about importing a document.
const TOLD: [&str; 15] = [
    "みちしるべ",
    "このアプリ",
    "画面",
    "ボタン",
    "クリック",
    "「体系」",
    "「整合」",
    "「指標」",
    "収めている",
    "収めた",
    "示されていない",
    "示されている",
    "原文",
    "要約",
    "骨子案には",
];

#[test]
fn no_text_of_a_plan_speaks_of_the_app_or_of_its_document() {
    for name in ALL {
        let mut file = read(name);
        if let Some(fields) = file.as_object_mut() {
            fields.remove("note");
        }
        let mut all = Vec::new();
        texts(&file, name, &mut all);
        for (place, text) in &all {
            let word = TOLD.into_iter().find(|word| text.contains(word));
            assert_eq!(word, None, "{place}: {text}");
        }
    }
}
