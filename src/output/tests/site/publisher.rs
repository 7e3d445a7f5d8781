//! The publisher answers in the order of the requests, and its folder is the same as one made at once.

use super::*;
use jobs::publisher::{
    Confirmation, PackingProgress, Publisher, PublisherRequest, SiteOrder, SiteSummary, Unprepared,
};
use jobs::{Answer, WorkerJob};

const PNG: &[u8] = b"\x89PNG\r\n\x1a\nand so on";

/// The packed words of a language.
fn packed(language: Language) -> (String, String) {
    (
        language.tag().to_owned(),
        words::packed(language).to_owned(),
    )
}

/// The same for what is published.
fn published_words(language: Language) -> (String, String) {
    (
        language.tag().to_owned(),
        words::packed_for_sites(language).to_owned(),
    )
}

fn text(answer: Option<Answer>) -> String {
    match answer {
        Some(Answer::Text(text)) => text,
        other => panic!("no text: {other:?}"),
    }
}

fn prepare(
    publisher: &mut Publisher,
    s: &Strategy,
    before: Option<(&Strategy, String)>,
) -> Result<SiteSummary, Unprepared> {
    let file = json::write(s);
    let (old, manifest) = before.map_or((String::new(), None), |(old, manifest)| {
        (json::write(old), Some(manifest))
    });
    let order = SiteOrder {
        published: "2026-11-23".to_owned(),
        time: String::new(),
        voices: Language::ALL.map(published_words).to_vec(),
        own: packed(Language::English),
        manifest,
    };
    let files = [file.into_bytes(), old.into_bytes(), Vec::new()];
    let told = publisher.answer(PublisherRequest::Prepare(order), &files);
    serde_json::from_str(&text(told)).unwrap()
}

/// Packs on, some files at a time, and says how far it came each time.
fn packed_by(publisher: &mut Publisher, count: usize) -> (Vec<u8>, Vec<PackingProgress>) {
    let mut told = Vec::new();
    let mut question = PublisherRequest::Begin;
    loop {
        match publisher.answer(question, &[]) {
            Some(Answer::File { bytes, .. }) => return (bytes, told),
            answer => told.push(serde_json::from_str(&text(answer)).unwrap()),
        }
        question = PublisherRequest::Pack(count);
    }
}

#[test]
fn p16_the_archive_is_the_folder_however_it_is_asked_for() {
    let mut s = sample("mihon");
    choose(&mut s, all_languages());
    let mut publisher = Publisher::default();
    let told = prepare(&mut publisher, &s, None).unwrap();
    assert_eq!(told.pages[0].path, "index.html");
    assert_eq!(told.before, None);
    publisher
        .answer(PublisherRequest::Picture, &[PNG.to_vec()])
        .unwrap();
    let (archive, progress) = packed_by(&mut publisher, 7);
    let made = folder(&site(&s, None, "2026-11-23").with_picture(PNG.to_vec()));
    assert!(unpacked(&archive) == made);
    // It comes nearer to the end each time, and the end stays where it is.
    assert!(progress.windows(2).all(|two| two[0].done < two[1].done));
    assert!(progress.iter().all(|one| one.all == made.len()));
    // Given up in the middle and begun again, nothing is missing and nothing is twice.
    publisher.answer(PublisherRequest::Begin, &[]).unwrap();
    publisher.answer(PublisherRequest::Pack(20), &[]).unwrap();
    assert!(packed_by(&mut publisher, 1000).0 == archive);
    let page = text(publisher.answer(PublisherRequest::Page("goals/g1.html".into()), &[]));
    assert!(page.contains("<h1>"));
    let gone = PublisherRequest::Page("../secret.html".into());
    assert_eq!(publisher.answer(gone, &[]), None);
}

#[test]
fn p15_the_next_one_knows_the_one_before() {
    let mut s = sample("mihon");
    choose(&mut s, all_languages());
    let mut publisher = Publisher::default();
    prepare(&mut publisher, &s, None).unwrap();
    let manifest = text(publisher.answer(PublisherRequest::Manifest, &[]));
    let told = prepare(&mut publisher, &s, Some((&s, manifest.clone()))).unwrap();
    assert_eq!(told.before.as_deref(), Some("2026-11-23"));
    assert!(told.new.is_empty());
    let next: serde_json::Value =
        serde_json::from_str(&text(publisher.answer(PublisherRequest::Manifest, &[]))).unwrap();
    let first: serde_json::Value = serde_json::from_str(&manifest).unwrap();
    assert_eq!(next["updates"], first["updates"]);
    let refused = prepare(&mut publisher, &s, Some((&s, "{}".to_owned())));
    assert_eq!(refused, Err(Unprepared::Before));
    // Nothing is there of what could not be prepared.
    assert_eq!(publisher.answer(PublisherRequest::Begin, &[]), None);
}

#[test]
fn what_to_look_at_is_told_in_the_language_of_who_asks() {
    let mut s = sample("mihon");
    choose(&mut s, all_languages());
    let mut goal = Goal::clone(s.goals.sorted()[0]);
    goal.direction = "問い合わせは 0123-45-6789 まで".to_owned();
    s.goals.insert(goal.clone());
    let mut one = Indicator::clone(s.indicators.sorted()[0]);
    one.source = String::new();
    s.indicators.insert(one);
    let told = prepare(&mut Publisher::default(), &s, None).unwrap();
    let goal = goal.id.to_string();
    assert!(
        told.personal
            .first
            .iter()
            .any(|one| one.record.as_ref() == Some(&goal))
    );
    assert!(told.personal.count >= told.personal.first.len());
    let is_english = |sentence: &str| sentence.contains("source") || sentence.contains("Source");
    assert!(
        told.lacking
            .first
            .iter()
            .any(|(_, sentence)| is_english(sentence))
    );
}

#[test]
fn before_anything_is_prepared_nothing_is_answered_and_an_order_lacking_a_file_is_none() {
    let mut publisher = Publisher::default();
    for asked in [
        PublisherRequest::Begin,
        PublisherRequest::Pack(3),
        PublisherRequest::Manifest,
        PublisherRequest::Picture,
    ] {
        assert_eq!(publisher.answer(asked, &[]), None);
    }
    let order = SiteOrder {
        published: "2026-11-23".to_owned(),
        time: String::new(),
        voices: Vec::new(),
        own: packed(Language::Japanese),
        manifest: None,
    };
    let told = text(publisher.answer(PublisherRequest::Prepare(order), &[b"{}".to_vec()]));
    let told: Result<SiteSummary, Unprepared> = serde_json::from_str(&told).unwrap();
    assert_eq!(told, Err(Unprepared::Order));
}

#[test]
fn a_page_tells_of_the_picture_where_the_town_told_its_address_and_where_not() {
    let mut s = sample("mihon");
    choose(&mut s, all_languages());
    let with = |s: &Strategy| folder(&site(s, None, "2026-11-23").with_picture(PNG.to_vec()));
    let image = |html: &str| {
        let (_, rest) = html.split_once("property=\"og:image\" content=\"").unwrap();
        rest.split_once('"').unwrap().0.to_owned()
    };
    let made = with(&s);
    let path = made.keys().find(|path| path.ends_with(".png")).unwrap();
    let whole = format!("https://www.example.lg.jp/plan/{path}");
    let html = |made: &Folder, page: &str| String::from_utf8(made[page].clone()).unwrap();
    assert_eq!(image(&html(&made, "easy/goals/g1.html")), whole);
    for told in ["og:title", "og:description", "twitter:card", "og:image:alt"] {
        assert!(html(&made, "index.html").contains(told), "{told}");
    }
    choose(
        &mut s,
        Publishing {
            address: String::new(),
            ..all_languages()
        },
    );
    let made = with(&s);
    assert_eq!(image(&html(&made, "index.html")), *path);
    assert_eq!(
        image(&html(&made, "easy/goals/g1.html")),
        format!("../../{path}")
    );
    // Without a picture, or with what is none, no page tells of one.
    let made = folder(&site(&s, None, "2026-11-23").with_picture(b"<svg>".to_vec()));
    assert!(!html(&made, "index.html").contains("og:image"));
    assert!(!made.keys().any(|path| path.ends_with(".png")));
}

#[test]
fn i78_an_empty_plan_and_one_without_contact_are_asked_about() {
    use insight::PublicationGap::*;
    let told = |s: &Strategy| prepare(&mut Publisher::default(), s, None).unwrap();
    let gaps = |s: &Strategy| told(s).gaps;
    let mut s = sample("mihon");
    choose(&mut s, all_languages());
    assert_eq!(gaps(&s), []);
    let mut whole = told(&s);
    whole.personal.count = 0;
    assert_eq!(whole.confirmation(), None);
    whole.personal.count = 2;
    assert_eq!(whole.confirmation(), Some(Confirmation::Personal));
    let settings = all_languages();
    choose(
        &mut s,
        Publishing {
            contact: " ".to_owned(),
            ..settings.clone()
        },
    );
    assert_eq!(gaps(&s), [NoContact]);
    assert_eq!(told(&s).confirmation(), Some(Confirmation::Gaps));
    // Goals that stay inside are on no page.
    let withheld_records = s.goals.ids().map(|id| id.to_string()).collect();
    choose(
        &mut s,
        Publishing {
            withheld_records,
            ..settings
        },
    );
    assert_eq!(gaps(&s)[0], NoGoals);
    let mut draft = sample("kitamoto-2022");
    choose(&mut draft, all_languages());
    assert_eq!(gaps(&draft), [NoCommentPeriod, NoCommentAddress]);
    let empty = gaps(&Strategy::default());
    assert!(empty.starts_with(&[NoGoals, NoIndicators, NoContact]));
}
