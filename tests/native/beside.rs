//! Jobs give the same answers by name as by direct calls.

use format::json;
use format::stratml::NotStratMl;
use insight::region::{Digest, Head};
use jobs::publisher::{Publisher, PublisherRequest, SiteSummary, Unprepared};
use jobs::{
    Answer, DigestQuestion, Digests, ForeignPlanQuestion, ForeignPlans, NotImported, WorkerJob,
    Works,
};
use strategy::FiscalYear;

const SAMPLE: &[u8] = include_bytes!("../../public/samples/mihon.json");

/// Returns the answer of a job by its name.
pub fn asked<W: WorkerJob>(
    works: &mut Works,
    question: &W::Question,
    files: Vec<Vec<u8>>,
) -> Option<Answer> {
    works.answer(W::NAME, &serde_json::to_string(question).unwrap(), &files)
}

fn texts(answer: Option<Answer>) -> Vec<String> {
    match answer {
        Some(Answer::Texts(texts)) => texts,
        other => panic!("no texts: {other:?}"),
    }
}

#[test]
fn of_each_file_come_its_head_and_its_digest_and_of_what_is_no_strategy_nothing_in_their_place() {
    let question = serde_json::to_string(&DigestQuestion { today: 2026 }).unwrap();
    let files = [SAMPLE.to_vec(), b"{\"format\":".to_vec(), SAMPLE.to_vec()];
    let told = texts(Works::default().answer(Digests::NAME, &question, &files));
    let strategy = json::read(SAMPLE).unwrap();
    let (head, digest) = Head::of(&Digest::of(&strategy, FiscalYear(2026)));
    assert_eq!(told[1], digest);
    assert_eq!(serde_json::from_str::<Head>(&told[0]).unwrap(), head);
    assert_eq!(told[2..4], ["", ""]);
    assert_eq!(told[4..], told[..2]);
}

#[test]
fn a_work_remembers_what_it_was_asked_and_works_know_nothing_of_each_other() {
    let mut works = Works::default();
    let ask = |works: &mut Works, question: &PublisherRequest, files: &[Vec<u8>]| {
        works.answer(
            Publisher::NAME,
            &serde_json::to_string(question).unwrap(),
            files,
        )
    };
    assert_eq!(ask(&mut works, &PublisherRequest::Begin, &[]), None);
    let order = serde_json::json!({ "prepare": {
        "published": "2026-11-23",
        "time": "14:30",
        "voices": [["ja", ::words::packed(::words::Language::Japanese)]],
        "own": ["ja", ::words::packed(::words::Language::Japanese)],
        "manifest": null,
    }});
    let order: PublisherRequest = serde_json::from_value(order).unwrap();
    let files = [SAMPLE.to_vec(), Vec::new(), Vec::new()];
    let Some(Answer::Text(told)) = ask(&mut works, &order, &files) else {
        panic!("no text");
    };
    let told: Result<SiteSummary, Unprepared> = serde_json::from_str(&told).unwrap();
    assert_eq!(told.unwrap().pages[0].path, "index.html");
    let digests = serde_json::to_string(&DigestQuestion { today: 2026 }).unwrap();
    assert!(works.answer(Digests::NAME, &digests, &[]).is_some());
    assert!(ask(&mut works, &PublisherRequest::Begin, &[]).is_some());
    let Some(Answer::File { bytes, media_type }) =
        ask(&mut works, &PublisherRequest::Pack(9999), &[])
    else {
        panic!("no file");
    };
    assert_eq!((&bytes[..2], media_type), (&b"PK"[..], "application/zip"));
}

#[test]
fn what_is_no_work_and_what_is_no_question_is_not_answered() {
    let mut works = Works::default();
    let question = serde_json::to_string(&DigestQuestion { today: 2026 }).unwrap();
    assert_eq!(works.answer("", &question, &[SAMPLE.to_vec()]), None);
    for question in ["", "{}", "[]", "\"begin\n", "\"\u{feff}begin\""] {
        assert_eq!(works.answer(Digests::NAME, question, &[]), None);
        assert_eq!(works.answer(Publisher::NAME, question, &[]), None);
    }
    assert_ne!(Digests::NAME, Publisher::NAME);
}

#[test]
fn another_programs_plan_is_read_with_what_is_not_in_it_and_handed_over_once() {
    let xml = "<StrategicPlan xmlns=\"urn:ISO:std:iso:17469:tech:xsd:stratml_core\"><Name>計画</Name>\
        <StrategicPlanCore><Organization><Name>町</Name></Organization><Organization><Name>となり</Name></Organization>\
        <Vision/><Mission/><Goal><Name>目標</Name><Objective><Name>施策</Name></Objective></Goal>\
        </StrategicPlanCore></StrategicPlan>";
    let mut works = Works::default();
    let read = ForeignPlanQuestion::Read(7);
    let mut told = |question: &ForeignPlanQuestion, file: &[u8]| {
        asked::<ForeignPlans>(&mut works, question, vec![file.to_vec()])
    };
    let outcome = |answer: Option<Answer>| match answer {
        Some(Answer::Text(text)) => {
            serde_json::from_str::<Result<NotImported, NotStratMl>>(&text).unwrap()
        }
        other => panic!("no text: {other:?}"),
    };
    let left = outcome(told(&read, xml.as_bytes())).unwrap();
    assert_eq!(left.elements["Organization"], 1);
    assert_eq!(
        ::words::stratml::left(&left.elements, left.figures).as_deref(),
        Some("StratMLから取り込みました。取り込まなかったもの：Organization 1")
    );
    let Some(Answer::File { bytes, .. }) = told(&ForeignPlanQuestion::Plan, b"") else {
        panic!("no plan")
    };
    let plan = json::read(&bytes).unwrap();
    assert_eq!((plan.goals.len(), plan.measures.len()), (1, 1));
    assert!(plan.integrity().is_empty());
    assert_eq!(told(&ForeignPlanQuestion::Plan, b""), None);

    // A file that is not read leaves no plan behind.
    outcome(told(&read, xml.as_bytes())).unwrap();
    let cut = outcome(told(&read, &xml.as_bytes()[..xml.len() / 2]));
    assert!(matches!(cut, Err(NotStratMl::NotXml(_))), "{cut:?}");
    assert_eq!(told(&ForeignPlanQuestion::Plan, b""), None);
}
