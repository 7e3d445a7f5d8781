//! A file written piece by piece in a job equals one written at once.

use format::json;
use jobs::exporter::{ExportOrder, ExportQuestion, Exporter};
use jobs::publisher::PackingProgress;
use jobs::{Answer, WorkerJob, Works};
use output::export::formats::FORMATS;
use strategy::FiscalYear;
use words::{ABSENT, Language, Voice, packed};

use fixtures::{SAMPLES, sample};

const TODAY: FiscalYear = FiscalYear(2025);

fn order(format: usize, language: &str, packed: &str, years: &str) -> ExportQuestion {
    ExportQuestion::Begin(ExportOrder {
        format,
        today: TODAY.0,
        own: (language.to_owned(), packed.to_owned()),
        style: (years.to_owned(), "triangle".to_owned()),
    })
}

fn ask(works: &mut Works, question: &ExportQuestion, files: &[Vec<u8>]) -> Option<Answer> {
    let question = serde_json::to_string(question).unwrap();
    works.answer(Exporter::NAME, &question, files)
}

/// Returns the file, and the number of its pieces.
fn exported(works: &mut Works, begin: &ExportQuestion, plan: &[u8]) -> (Vec<u8>, usize) {
    let mut answer = ask(works, begin, &[plan.to_vec()]);
    let mut last = 0;
    loop {
        match answer.expect("an answer") {
            Answer::Text(text) => {
                let PackingProgress { done, all } = serde_json::from_str(&text).unwrap();
                assert!(done == last && done < all, "{done} of {all}");
                last += 1;
                answer = ask(works, &ExportQuestion::More(1), &[]);
            }
            Answer::File { bytes, .. } => return (bytes, last),
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn p50_in_pieces_every_format_is_the_same() {
    let mut works = Works::default();
    for name in SAMPLES {
        let s = sample(name);
        let plan = json::write(&s);
        for (at, format) in FORMATS.iter().enumerate() {
            let (file, pieces) = exported(
                &mut works,
                &order(at, "ja", packed(Language::Japanese), "era"),
                plan.as_bytes(),
            );
            assert_eq!(
                file,
                format.write(&s, TODAY).unwrap(),
                "{name} {}",
                (format.name)()
            );
            assert!(pieces > 0);
        }
    }
}

#[test]
fn p51_a_file_is_in_the_language_and_style_of_who_asks() {
    let mut works = Works::default();
    let plan = json::write(&sample("mihon"));
    let budget = FORMATS
        .iter()
        .position(|one| (one.name)().contains("予算"))
        .unwrap();
    let (file, _) = exported(
        &mut works,
        &order(budget, "en", packed(Language::English), "western"),
        plan.as_bytes(),
    );
    let text = String::from_utf8(file).unwrap();
    assert!(text.contains("First year planned"), "{}", &text[..80]);
    let text = FORMATS
        .iter()
        .position(|one| (one.name)().contains(".md"))
        .unwrap();
    let told = |years: &str, works: &mut Works| {
        let (file, _) = exported(
            works,
            &order(text, "ja", packed(Language::Japanese), years),
            plan.as_bytes(),
        );
        String::from_utf8(file).unwrap()
    };
    let (era, western) = (told("era", &mut works), told("western", &mut works));
    assert!(era.contains("令和3") && !era.contains("2021～") && western.contains("2021"));
}

#[test]
fn p52_what_cannot_be_asked_is_not_answered_and_given_up_it_begins_anew() {
    let mut works = Works::default();
    let plan = json::write(&sample("mihon")).into_bytes();
    assert_eq!(ask(&mut works, &ExportQuestion::More(1), &[]), None);
    assert_eq!(
        ask(
            &mut works,
            &order(99, "ja", packed(Language::Japanese), "era"),
            std::slice::from_ref(&plan)
        ),
        None
    );
    assert_eq!(
        ask(
            &mut works,
            &order(1, "ja", packed(Language::Japanese), "era"),
            &[]
        ),
        None
    );
    assert_eq!(
        ask(
            &mut works,
            &order(1, "ja", packed(Language::Japanese), "era"),
            &[b"{".to_vec()]
        ),
        None
    );
    assert!(
        ask(
            &mut works,
            &order(1, "ja", packed(Language::Japanese), "era"),
            std::slice::from_ref(&plan)
        )
        .is_some()
    );
    assert!(ask(&mut works, &ExportQuestion::More(2), &[]).is_some());
    let (file, _) = exported(
        &mut works,
        &order(1, "ja", packed(Language::Japanese), "era"),
        &plan,
    );
    assert_eq!(file, FORMATS[1].write(&sample("mihon"), TODAY).unwrap());
}

/// Returns the texts of a file; for a workbook or a document those of its parts.
fn texts(file: &[u8]) -> String {
    use std::io::Read;
    let Ok(archive) = rawzip::ZipArchive::from_slice(file) else {
        return String::from_utf8_lossy(file).into_owned();
    };
    let mut all = String::new();
    for entry in archive.entries() {
        let entry = entry.unwrap();
        let bytes = archive
            .get_entry(entry.wayfinder())
            .unwrap()
            .data()
            .to_vec();
        let mut text = Vec::new();
        match entry.compression_method() {
            rawzip::CompressionMethod::STORE => text = bytes,
            _ => drop(flate2::read::DeflateDecoder::new(&bytes[..]).read_to_end(&mut text)),
        }
        all.push_str(&String::from_utf8_lossy(&text));
    }
    all
}

#[test]
fn p51_no_exporter_asks_for_words_that_the_editor_does_not_have() {
    for language in [Language::Japanese, Language::English, Language::Easy] {
        let voice = Voice::of_editor_file(language);
        for name in SAMPLES {
            let s = sample(name);
            for format in &FORMATS {
                let write = || {
                    let mut writing = format.begin(&s, TODAY);
                    while !writing.go_on(50).unwrap() {}
                    writing.file()
                };
                let text = texts(&voice.says(write));
                let format = voice.says(format.name);
                assert!(!text.contains(ABSENT), "{format} of {name}, {language:?}");
                // A line of heads that are all empty.
                assert!(
                    !text.trim_start_matches('\u{feff}').starts_with(",,"),
                    "{format}"
                );
            }
        }
    }
}

#[test]
fn p51_the_table_of_indicators_has_its_heads_and_kinds() {
    let voice = Voice::of_editor_file(Language::Japanese);
    let s = sample("mihon");
    let long = FORMATS
        .iter()
        .find(|one| voice.says(one.name).contains("CSV"));
    let csv = voice.says(|| {
        let mut writing = long.unwrap().begin(&s, TODAY);
        while !writing.go_on(50).unwrap() {}
        String::from_utf8(writing.file()).unwrap()
    });
    let head = csv.lines().next().unwrap();
    for word in ["指標名", "値の種類", "数値", "原文"] {
        assert!(head.contains(word), "{head}");
    }
    for kind in ["当初値", "目標値", "実績値", "趨勢"] {
        assert!(csv.contains(&format!(",{kind}")), "{kind}");
    }
}
