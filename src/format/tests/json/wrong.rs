//! A fault of a file is reported in a sentence, with its place.

use format::json::{Encoding, MAX_BYTES, Problem, ReadError, read, write};
use serde_json::Value;
use words::Say;

use super::SMALL;
use fixtures::arbitrary;

fn fault(bytes: impl AsRef<[u8]>) -> ReadError {
    read(bytes.as_ref()).map(|s| write(&s)).unwrap_err()
}

/// Returns the message for the small file with one passage changed.
fn said(from: &str, to: &str) -> String {
    assert!(SMALL.contains(from), "{from}");
    fault(SMALL.replacen(from, to, 1)).say()
}

#[test]
fn each_fault_is_told_with_its_place() {
    for (from, to, sentence) in [
        (
            r#""title": "観光""#,
            r#""title": 3"#,
            "39行目の20文字目 goals[0].measures[1].title：数 3 が書かれていますが、ここに書けるのは文字列です。書き直してください。",
        ),
        (
            r#""title": "観光""#,
            r#""titel": "観光""#,
            "39行目の11文字目 goals[0].measures[1].titel：「titel」という項目はありません。つづりを確かめるか、この項目を消してください。",
        ),
        (
            "          \"id\": \"m1\",\n          \"title\": \"観光\"\n",
            "          \"id\": \"m1\"\n",
            "37行目の9文字目 goals[0].measures[1]：項目「title」がありません。書き足してください。",
        ),
        (
            r#""id": "m1","#,
            r#""id": "m1", "id": "m9","#,
            "38行目の23文字目 goals[0].measures[1].id：項目「id」が2回書かれています。1つにしてください。",
        ),
        (
            r#""id": "m1""#,
            r#""id": "g7""#,
            "38行目の17文字目 goals[0].measures[1].id：「g7」は番号として読めません。「m1」のような形に直してください。",
        ),
        (
            r#""id": "m1""#,
            r#""id": "m2""#,
            "37行目の9文字目 goals[0].measures[1]：番号「m2」が2か所で使われています（もう1か所は20行目の9文字目 goals[0].measures[0]）。どちらかを、まだ使われていない番号にしてください。",
        ),
        (
            r#""targets": [
        "k1""#,
            r#""targets": [
        "k1", "k2""#,
            "17行目の15文字目 goals[0].targets[1]：「g1」が、ない番号「k2」を指しています。書き直してください。",
        ),
        (
            r#""of": "i5""#,
            r#""of": "i4""#,
            "28行目の13文字目 goals[0].measures[0].initiatives[1]：取組「i4」の再掲元をたどると、自分自身に戻ります。書き直してください。",
        ),
        (
            r#""title": "担い手の育成""#,
            r#""title": "担い手の育成", "reprise": {"of": "i4"}"#,
            "28行目の13文字目 goals[0].measures[0].initiatives[1]：取組「i4」の再掲元をたどると、自分自身に戻ります。書き直してください。",
        ),
        (
            r#""last": 2029"#,
            r#""last": 2024"#,
            "8行目の3文字目 period：計画期間の終わりが、始まりより前になっています。書き直してください。",
        ),
        (
            r#""last": 2029"#,
            r#""last": 20290"#,
            "10行目の13文字目 period.last：数 20290 が書かれていますが、ここに書けるのは1から9999までの整数です。書き直してください。",
        ),
        (
            r#""desired": "increase""#,
            r#""desired": "up""#,
            "65行目の18文字目 indicators[0].desired：「up」は使えません。「increase」「decrease」「keep」のどれかにしてください。",
        ),
        (
            r#""2025": "1,000""#,
            r#""R7": "1,000""#,
            "70行目の13文字目 indicators[0].series[0].targets.R7：年度でない項目名が書かれていますが、ここに書けるのは西暦の年度です。書き直してください。",
        ),
        (
            r#""2025": "1,000""#,
            r#""2025": "1", "2025": "2""#,
            "70行目の26文字目 indicators[0].series[0].targets.2025：2025年度が2回書かれています。1つにしてください。",
        ),
        (
            r#""2025": "1,000""#,
            r#""2025": 1000"#,
            "70行目の21文字目 indicators[0].series[0].targets.2025：数 1000 が書かれていますが、ここに書けるのは印刷されたとおりの文字列です。書き直してください。",
        ),
        (
            r#""2025": "1,000""#,
            r#""2025": {"text": "1,000", "read_as": {"number": {}}}"#,
            "70行目の61文字目 indicators[0].series[0].targets.2025.read_as.number：項目「value」がありません。書き足してください。",
        ),
        (
            r#""2025": "1,000""#,
            r#""2025": {"text": "1,000", "read_as": {"number": {"value": "0.12345678901234567890123456789"}}}"#,
            "70行目の71文字目 indicators[0].series[0].targets.2025.read_as.number.value：文字列「0.12345678901234567890123456789」が書かれていますが、ここに書けるのは数を書いた文字列（小数は28桁まで）です。書き直してください。",
        ),
        (
            r#""2025": "1,000""#,
            r#""2025": {"text": "1,000", "read_as": {"wish": {"times": "0.12345678901234567890123456789"}}}"#,
            "70行目の69文字目 indicators[0].series[0].targets.2025.read_as.wish.times：文字列「0.12345678901234567890123456789」が書かれていますが、ここに書けるのは数を書いた文字列（小数は28桁まで）です。書き直してください。",
        ),
        (
            "michishirube",
            "gimp",
            "みちしるべのファイルではありません（形式は「gimp」）。みちしるべで保存したファイルを選んでください。",
        ),
        (
            r#""version": 2"#,
            r#""version": 3"#,
            "新しい版のみちしるべで保存されたファイルです（形式の版3、この版で読めるのは2まで）。新しい版のみちしるべで開いてください。",
        ),
        (
            r#""version": 2"#,
            r#""version": "2""#,
            "3行目の14文字目 version：「\"2\"」が書かれていますが、ここに書けるのは整数です。書き直してください。",
        ),
        (
            r#""title": "観光""#,
            r#""title": "観
光""#,
            "39行目の22文字目 goals[0].measures[1].title：JSONとして読めません（文字列の中に改行などの制御文字があります）。手で書き直したところがあれば見直すか、自動バックアップを選んでください。",
        ),
    ] {
        assert_eq!(said(from, to), sentence);
    }
}

/// In a correction, a range that goes down needs a check by a person; one that goes up is accepted.
#[test]
fn a_corrected_range_that_goes_down_is_left_to_a_person() {
    for (upper, check) in [("3", true), ("9", false)] {
        let range = format!(
            r#""2025": {{"text": "7～{upper}", "read_as": {{"number": {{"value": "7", "bound": {{"to": "{upper}"}}}}}}}}"#
        );
        let strategy = read(SMALL.replacen(r#""2025": "1,000""#, &range, 1).as_bytes()).unwrap();
        let figures: Vec<_> = strategy
            .series
            .iter()
            .flat_map(|s| s.targets.values())
            .collect();
        assert!(
            figures
                .iter()
                .any(|f| f.text() == format!("7～{upper}") && f.needs_check() == check)
        );
    }
}

#[test]
fn what_is_no_file_of_ours_is_refused_in_words() {
    let cut = fault(&SMALL.as_bytes()[..900]);
    assert_eq!(cut.problem, Problem::Truncated);
    assert_eq!(cut.place.unwrap().path, "goals[0].divisions[1].id");
    let mut inside_a_letter = SMALL.as_bytes().to_vec();
    inside_a_letter.truncate(SMALL.find("観光").unwrap() + 1);
    assert_eq!(fault(inside_a_letter).problem, Problem::Truncated);

    for (bytes, problem) in [
        (b"".as_slice(), Problem::Empty),
        (b"\xEF\xBB\xBF \r\n\t".as_slice(), Problem::Empty),
        (b"{}".as_slice(), Problem::NotOurs(None)),
        (b"[1, 2]".as_slice(), Problem::NotOurs(None)),
        (b"\"michishirube\"".as_slice(), Problem::NotOurs(None)),
        (b"{\"goals\": []}".as_slice(), Problem::NotOurs(None)),
        (b"{\"format\": 1}".as_slice(), Problem::NotOurs(None)),
        (
            b"{\"format\": \"x\"".as_slice(),
            Problem::NotOurs(Some("x".into())),
        ),
        (
            b"{\"format\": \"michishirube\"".as_slice(),
            Problem::Truncated,
        ),
        (b"{".as_slice(), Problem::Truncated),
        (
            b"{\"format\": \"michishirube\"}".as_slice(),
            Problem::MissingField("version".into()),
        ),
        (b"hello".as_slice(), Problem::Foreign),
        (b"<?xml?>".as_slice(), Problem::Foreign),
        (
            "指標,当初値,目標値\n出生数,340,380\n".as_bytes(),
            Problem::Foreign,
        ),
        // The same text in Shift_JIS, and a workbook.
        (
            b"\x8E\x77\x95\x57,\x93\x96\x8F\x89\x92\x6C\r\n".as_slice(),
            Problem::Foreign,
        ),
        (
            b"PK\x03\x04\x14\x00\x06\x00\x08\x00\xFF\xFE".as_slice(),
            Problem::Foreign,
        ),
    ] {
        assert_eq!(
            fault(bytes).problem,
            problem,
            "{}",
            String::from_utf8_lossy(bytes)
        );
    }

    let after = fault(format!("{SMALL}x"));
    assert!(matches!(after.problem, Problem::NotJson(_)));
    assert_eq!(after.place.unwrap().position.unwrap().line, 78);
    assert_eq!(
        fault(vec![0; MAX_BYTES + 1]).problem,
        Problem::TooLarge(MAX_BYTES + 1)
    );
}

#[test]
fn text_in_another_encoding_is_named() {
    // 「町」 and 「計画」 in Shift_JIS.
    let japanese = |letters: &[u8]| {
        let (before, after) = SMALL.split_once("みなと町").unwrap();
        [before.as_bytes(), letters, after.as_bytes()].concat()
    };
    let mixed = fault(japanese(b"\x92\xAC"));
    assert_eq!(mixed.problem, Problem::Encoding(Encoding::Unknown));
    let ascii: String = SMALL.chars().filter(char::is_ascii).collect();
    let shift_jis = ascii.replacen("\"name\": \"\"", "\"name\": \"@\"", 1);
    let (before, after) = shift_jis.split_once('@').unwrap();
    let fault_of = |letters: &[u8]| fault([before.as_bytes(), letters, after.as_bytes()].concat());
    let told = fault_of(b"\x92\xAC\x8C\x76\x89\xE6");
    assert_eq!(told.problem, Problem::Encoding(Encoding::ShiftJis));
    assert_eq!(told.place.as_ref().unwrap().path, "town.name");
    assert!(told.say().contains("Shift_JIS"));
    assert_eq!(
        fault_of(b"\xFF\xFE").problem,
        Problem::Encoding(Encoding::Unknown)
    );

    let little: Vec<u8> = SMALL.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = SMALL.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for bytes in [
        little.clone(),
        big.clone(),
        [b"\xFF\xFE".to_vec(), little].concat(),
        [b"\xFE\xFF".to_vec(), big].concat(),
    ] {
        assert_eq!(fault(bytes).problem, Problem::Encoding(Encoding::Utf16));
    }
}

#[test]
fn brackets_a_hundred_deep_are_refused_wherever_they_stand() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        for depth in [100, 127, 128, 1000, 100_000] {
            let deep = format!("{}1{}", open.repeat(depth), close.repeat(depth));
            for place in [r#""観光""#, r#""第3期総合戦略""#, r#""1,000""#, r#""k1""#] {
                let told = fault(SMALL.replacen(place, &deep, 1));
                assert!(!matches!(told.problem, Problem::NotJson(_)), "{told:?}");
            }
            let told = fault(&deep);
            assert!(
                matches!(told.problem, Problem::NotOurs(None) | Problem::TooDeep),
                "{told:?}"
            );
        }
    }
}

#[test]
fn the_way_to_a_fault_is_told_short_however_deep_it_is_or_long_its_names() {
    let text = |title: &str| {
        format!(
            r#"{{"format":"michishirube","version":1,"title":"t","goals":[{{"title":{title}}}]}}"#
        )
    };
    let deep = format!("{}{}", "[".repeat(300), "]".repeat(300));
    let long = format!("{{\"{}\":[[[{{", "名".repeat(40_000));
    for title in [deep, long] {
        let place = fault(text(&title)).place.expect("a place");
        assert!(place.path.starts_with("goals[0].title"), "{place:?}");
        assert!(place.path.chars().count() <= 100, "{place:?}");
        assert!(place.say().starts_with("1行目の"), "{place:?}");
    }
}

/// Collects the places where a value can be damaged: a pointer to each value of a JSON text.
fn pointers(value: &Value, at: String, all: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                pointers(value, format!("{at}/{name}"), all);
            }
        }
        Value::Array(values) => {
            for (index, value) in values.iter().enumerate() {
                pointers(value, format!("{at}/{index}"), all);
            }
        }
        _ => {}
    }
    all.push(at);
}

#[test]
fn the_path_is_that_of_what_was_spoilt() {
    let large = write(&arbitrary::strategy(11, 3));
    let mut told = 0;
    for text in [SMALL, &large, &write(&arbitrary::strategy(12, 3))] {
        let whole: Value = serde_json::from_str(text).unwrap();
        let mut all = Vec::new();
        pointers(&whole, String::new(), &mut all);
        for (turn, pointer) in all.iter().enumerate() {
            let spoilt = [
                Value::Null,
                true.into(),
                1.5.into(),
                Value::Array(vec![7.into()]),
            ];
            let mut value = whole.clone();
            *value.pointer_mut(pointer).unwrap() = spoilt[turn % 4].clone();
            let place = path(&whole, pointer);
            told += usize::from(is_told(
                &value.to_string(),
                &[&place, &format!("{place}[0]")],
            ));
            let (parent, name) = pointer.rsplit_once('/').unwrap_or_default();
            let mut value = whole.clone();
            let Some(Value::Object(members)) = value.pointer_mut(parent) else {
                continue;
            };
            let Some(moved) = members.remove(name) else {
                continue;
            };
            members.insert("余分".into(), moved);
            let parent = path(&whole, parent);
            let odd = format!("{parent}.余分");
            let text = serde_json::to_string_pretty(&value).unwrap();
            told += usize::from(is_told(&text, &[odd.trim_start_matches('.')]));
        }
    }
    assert!(told > 1000, "{told:?}");
}

/// Converts `/goals/0/title` to the reported form `goals[0].title`.
fn path(whole: &Value, pointer: &str) -> String {
    let mut path = String::new();
    let mut at = whole;
    for step in pointer.split('/').skip(1) {
        path += &match at {
            Value::Array(_) => format!("[{step}]"),
            _ if path.is_empty() => step.to_owned(),
            _ => format!(".{step}"),
        };
        at = at.pointer(&format!("/{step}")).unwrap();
    }
    path
}

/// True if the text is refused for its content at one of these places; false if it is sound or refused as a whole.
fn is_told(text: &str, places: &[&str]) -> bool {
    let Err(told) = read(text.as_bytes()) else {
        return false;
    };
    match told.problem {
        Problem::NotOurs(_) | Problem::Foreign | Problem::Newer(_) => return false,
        Problem::MissingField(ref name) if name == "version" => return false,
        // Another record refers to the removed one.
        Problem::Flaw(_) | Problem::RepeatedId { .. } => return false,
        _ => {}
    }
    let place = told.place.clone().unwrap().path;
    assert!(places.contains(&&*place), "{told:?}\n{places:?}\n{text}");
    true
}

/// The small file with more members at its end.
fn with(members: &str) -> String {
    let end = SMALL.trim_end().strip_suffix("\n}").unwrap();
    [end, ",\n", members, "\n}\n"].concat()
}

#[test]
fn every_kind_of_record_mentions_only_records_that_are_there() {
    for (members, missing) in [
        (
            r#""sections": [{"id": "t1", "title": "", "text": "", "grounds": ["e9"]}]"#,
            "e9",
        ),
        (
            r#""grant_projects": [{"id": "p1", "title": "", "period": {"first": 2025, "last": 2026}, "initiatives": ["i9"]}]"#,
            "i9",
        ),
    ] {
        match fault(with(members)).problem {
            Problem::Flaw(strategy::Flaw::Dangling { missing: id, .. }) => assert_eq!(id, missing),
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn kinds_that_are_not_read_are_left_out_with_their_faults() {
    use strategy::record::ReadableKind;
    const SOME: &[ReadableKind] = &[
        ReadableKind::of::<strategy::About>(),
        ReadableKind::of::<strategy::Goal>(),
    ];
    let odd = with(r#""lanes": [{"id": 3, "odd": null}]"#);
    assert!(read(odd.as_bytes()).is_err());
    let some = format::json::read_kinds(odd.as_bytes(), SOME).unwrap();
    let whole = read(SMALL.as_bytes()).unwrap();
    assert_eq!((some.about(), &some.goals), (whole.about(), &whole.goals));
    assert_eq!(some.count(), 1 + whole.goals.len());
    let unclosed = odd.replace("null}", "null");
    assert!(format::json::read_kinds(unclosed.as_bytes(), SOME).is_err());
    let wrong = SMALL.replacen(r#""id": "g1""#, r#""id": "m1""#, 1);
    assert!(format::json::read_kinds(wrong.as_bytes(), SOME).is_err());
}
