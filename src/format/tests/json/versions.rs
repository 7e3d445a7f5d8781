//! Files of earlier versions are migrated, and files of this version stay readable for ever.

use format::json::{Problem, VERSION, read, write};
use words::Say;

use super::files;

const OLD: &str = include_str!("../../../../tests/data/v0/minato.json");

#[test]
fn every_step_of_the_chain_has_a_file_and_leads_to_the_next() {
    for version in 0..VERSION {
        let next = files(&format!("tests/data/v{}", version + 1));
        for (name, old) in files(&format!("tests/data/v{version}")) {
            let said = format!("\"version\": {version},");
            assert!(String::from_utf8_lossy(&old).contains(&said), "{name}");
            let told = |bytes: &[u8]| match read(bytes) {
                Ok(strategy) => write(&strategy),
                Err(why) => panic!("v{version}/{name}: {why:?}"),
            };
            let (_, new) = next
                .iter()
                .find(|(other, _)| *other == name)
                .unwrap_or_else(|| panic!("v{}/{name} is missing", version + 1));
            assert_eq!(told(&old), told(new), "v{version}/{name}");
        }
    }
}

#[test]
fn every_file_of_this_version_reads_and_writes_the_same() {
    for (name, bytes) in files(&format!("tests/data/v{VERSION}")) {
        let strategy = read(&bytes).unwrap_or_else(|why| panic!("{name}: {why:?}"));
        assert!(write(&strategy).as_bytes() == bytes, "{name}");
    }
}

#[test]
fn faults_in_an_old_file_still_say_the_way() {
    for (from, to, sentence) in [
        (
            r#""target": "13,000""#,
            r#""target": 13000"#,
            "indicators[0].series[0].targets.2029：数 13000 が書かれていますが、ここに書けるのは印刷されたとおりの文字列です。書き直してください。",
        ),
        (
            r#""id": "g2""#,
            r#""id": "g1""#,
            "goals[1]：番号「g1」が2か所で使われています（もう1か所はgoals[0]）。どちらかを、まだ使われていない番号にしてください。",
        ),
        (
            r#""k12"
      ]"#,
            r#""k99"
      ]"#,
            "goals[0].targets[1]：「g1」が、ない番号「k99」を指しています。書き直してください。",
        ),
        (
            r#""unit": "人","#,
            r#""units": "人","#,
            "indicators[1].units：「units」という項目はありません。つづりを確かめるか、この項目を消してください。",
        ),
        (
            r#""town": "みなと町""#,
            r#""town": 5"#,
            "town：数 5 が書かれていますが、ここに書けるのは{ } で囲んだ項目です。書き直してください。",
        ),
    ] {
        assert!(OLD.contains(from), "{from}");
        let told = read(OLD.replacen(from, to, 1).as_bytes()).unwrap_err();
        assert_eq!(told.say(), sentence);
    }
    // A file whose shape no step changes is read as it is, and so reported by its lines.
    let first = include_str!("../../../../tests/data/v1/small.json");
    let told = read(first.replacen("\"title\": ", "\"titel\": ", 1).as_bytes()).unwrap_err();
    assert_eq!(told.place.unwrap().position.unwrap().line, 4);
    // A text that is not JSON is reported with its line, because nothing was migrated yet.
    let told = read(OLD.replacen("\"goals\": [", "\"goals\": [,", 1).as_bytes()).unwrap_err();
    assert!(matches!(told.problem, Problem::NotJson(_)));
    assert_eq!(told.place.unwrap().position.unwrap().line, 11);
}

#[test]
fn an_old_file_cut_off_or_changed_anywhere_is_refused_or_sound() {
    for at in 0..OLD.trim_end().len() {
        assert!(read(&OLD.as_bytes()[..at]).is_err(), "{at}");
        for byte in [b'"', b'}', b'[', b'7', 0xFF] {
            let mut bytes = OLD.as_bytes().to_vec();
            bytes[at] = byte;
            if let Ok(strategy) = read(&bytes) {
                assert_eq!(strategy.integrity(), []);
            }
        }
    }
}

#[test]
fn brackets_too_deep_in_an_old_file_are_refused() {
    for depth in [101, 100_000] {
        let deep = format!("{}1{}", "[".repeat(depth), "]".repeat(depth));
        let old = OLD.replacen("\"みなと町\"", &deep, 1);
        assert_eq!(read(old.as_bytes()).unwrap_err().problem, Problem::TooDeep);
    }
}
