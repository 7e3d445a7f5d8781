//! The note of a sample names every inferred or added part; and no text of a plan mentions this app or how the
//! document was imported.

use serde_json::Value;

use FilePart::{Field, NoText, Text, Values};

use super::ALL;
use super::prose::{read, texts};

fn note(name: &str) -> String {
    let file = read(name);
    file["note"].as_str().unwrap_or_default().to_owned()
}

/// A part of the file of a sample.
enum FilePart {
    /// The values at these pointers.
    Values(&'static [&'static str]),
    /// A value at a pointer in some record of a list.
    Field(&'static str, &'static str),
    /// A text within the value at a pointer.
    Text(&'static str, &'static str),
    /// A text that the value at a pointer does not have.
    NoText(&'static str, &'static str),
}

impl FilePart {
    fn is_in(&self, file: &Value) -> bool {
        let has = |file: &Value, at: &str| {
            let value = file.pointer(at);
            value.is_some_and(|there| !there.is_null() && there != "")
        };
        let says = |at, text: &str| {
            let value = file.pointer(at);
            value.is_some_and(|there| there.to_string().contains(text))
        };
        match self {
            Values(all) => all.iter().all(|at| has(file, at)),
            Field(list, at) => {
                let all = file[*list].as_array().into_iter().flatten();
                all.into_iter().any(|one| has(one, at))
            }
            Text(at, text) => says(*at, text),
            NoText(at, text) => !says(*at, text),
        }
    }
}

/// Parts that are not printed in the documents: the sample, the words of its note, and the part of its file.
const OURS: &[(&str, &str, FilePart)] = &[
    (
        "hokkaido",
        "2020～2024年度（令和2～6年度）と段階（運用中）は仮に置いた",
        Values(&["/period", "/stage"]),
    ),
    ("hokkaido", "題名の（　）内", Text("/title", "（")),
    (
        "hokkaido",
        "支援の提供者「北海道」も補った",
        Field("supports", "/provider"),
    ),
    ("hokkaido", "団体コード", Values(&["/town/code"])),
    (
        "hokuto-2020",
        "第1期・国の第1期戦略の基本目標との結びつきは、番号と文言からの判断",
        Field("goals", "/aligned/0"),
    ),
    (
        "hokuto-2020",
        "国の基本目標の二つの題名は、見出しの2行をつないだもの",
        Field("frameworks", "/title"),
    ),
    (
        "hokuto-2020",
        "「稼ぐ地域をつくとともに」は印刷のとおり",
        Text("", "稼ぐ地域をつくとともに"),
    ),
    ("hokuto-2020", "団体コード", Values(&["/town/code"])),
    (
        "hokuto-2024",
        "題名「北斗市総合計画 実施計画（令和6年度）」と出典の題名",
        Values(&["/title", "/sources/0/title"]),
    ),
    (
        "hokuto-2024",
        "再掲のもとが「基本計画32～35の外の事業」であること（シートの関連施策からの判断）",
        Text("", "基本計画32～35の外の事業"),
    ),
    (
        "hokuto-2024",
        "事業の順を見出しと金額から組み直した",
        Field("goals", "/title"),
    ),
    (
        "hokuto-2024",
        "「意見はについてのみ２件あり」は字が抜けているため「意見は２件」とした",
        Text("", "意見は２件"),
    ),
    ("hokuto-2024", "団体コード", Values(&["/town/code"])),
    (
        "kisarazu-2020",
        "そのまま引き継いで置き、第1期の同じ目標に結びつけた",
        Field("goals", "/aligned/0"),
    ),
    (
        "kisarazu-2020",
        "次の段階が印刷されている旬の前までを一つの段階とした",
        Field("lanes", "/items/0"),
    ),
    ("kisarazu-2020", "第9条・第10条の見出し", Text("", "第10条")),
    (
        "kisarazu-2020",
        "「策定に至る審議」",
        Text("/bodies", "策定に至る審議"),
    ),
    (
        "kisarazu-2020",
        "意見公募は会議体ではないため策定体制の文章に置いた",
        NoText("/bodies", "意見公募"),
    ),
    ("kisarazu-2020", "団体コード", Values(&["/town/code"])),
    (
        "kitamoto-2022",
        "指標のめざす向きは当初値と目標値からの判断",
        Field("indicators", "/desired"),
    ),
    (
        "kitamoto-2022",
        "（5-3は当初値が「-」のため、目標値に届くまで増やす向きとした）",
        Field("indicators", "/desired"),
    ),
    (
        "kitamoto-2022",
        "目標値の年度は計画期間の最後の年度",
        Field("indicators", "/series/0/targets/2025"),
    ),
    (
        "kitamoto-2022",
        "基本目標3の名称は「若い世代の出生・子育ての希望をかなえる」と印刷されている",
        Text("/goals", "若い世代の出産"),
    ),
    ("kitamoto-2022", "団体コード", Values(&["/town/code"])),
    ("mihon", "みほん町は架空の町です", Values(&["/town/name"])),
    (
        "mihon",
        "書き漏らしや食い違いをわざと残してあります",
        Field("goals", "/title"),
    ),
];

#[test]
fn what_is_inference_or_ours_is_said_in_the_note() {
    for (name, said, part) in OURS {
        let note = note(name);
        assert!(
            note.contains(said),
            "{name}: 「{said}」 is not in 「{note}」"
        );
        assert!(
            part.is_in(&read(name)),
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
