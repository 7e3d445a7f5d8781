//! ロジックモデル in the columns of 行政事業レビュー: written, read again, and made by hand.

use fixtures::{SAMPLES, sample};
use format::review::{Review, checks_csv, read_checks};
use insight::logic::LogicModel;
use output::export::review::{checks, review};
use recognise::review::{model_of, sheets_of};
use strategy::*;

/// Writes the model of a goal as both tables, and reads them into the goal of this plan.
fn read_back(s: &Strategy, goal: Id<Goal>, into: &Strategy) -> Option<Logic> {
    let model = LogicModel::of(s, goal).unwrap();
    let written = review(s, &model);
    let read = Review::read(&[written.links_csv(), written.goals_csv()], "");
    let Some(read) = read else {
        assert!(written.nodes.is_empty());
        return None;
    };
    let found = model_of(&read, into, goal).unwrap();
    assert!(found.unknown.is_empty(), "{:?}", found.unknown);
    assert_eq!(found.links, model.links.len());
    Some(found.logic)
}

fn with_logic(s: &Strategy, goal: Id<Goal>, logic: Logic) -> Strategy {
    let mut s = s.clone();
    let mut changed = Goal::clone(s.get(goal).unwrap());
    changed.change_logic(|kept| *kept = logic);
    s.goals.insert(changed);
    s
}

/// Returns a model in which every third link has a reason, and one KPI is 中期.
fn reasoned(s: &Strategy, goal: Id<Goal>) -> Strategy {
    let mut model = LogicModel::of(s, goal).unwrap();
    let mut logic = Logic::default();
    if let Some(one) = model.indicators.iter().find(|one| !one.is_target) {
        logic.stages.push(StagedIndicator {
            indicator: one.indicator,
            stage: LogicStage::Middle,
        });
        let s = with_logic(s, goal, logic.clone());
        model = LogicModel::of(&s, goal).unwrap();
    }
    let sources: Vec<_> = model.sources().step_by(3).collect();
    for source in sources {
        logic
            .links
            .extend(model.links_from(source).map(|one| LogicLink {
                because: "理由, 「=1」\n次の行".to_owned(),
                ..one.link.clone()
            }));
    }
    with_logic(s, goal, logic)
}

#[test]
fn a_model_is_read_again_as_it_was_written() {
    let mut links = 0;
    for name in SAMPLES {
        let plain = sample(name);
        for goal in plain.goals.sorted().iter().map(|goal| goal.id) {
            let written = reasoned(&plain, goal);
            for (from, into) in [(&plain, &plain), (&written, &written), (&written, &plain)] {
                let model = LogicModel::of(from, goal).unwrap();
                links += model.links.len();
                let Some(logic) = read_back(from, goal, into) else {
                    continue;
                };
                let again = with_logic(into, goal, logic);
                assert_eq!(LogicModel::of(&again, goal).unwrap(), model, "{name}");
            }
        }
    }
    assert!(links > 0);
}

#[test]
fn a_file_made_by_hand_opens() {
    let s = sample("mihon");
    let goal = s.goals.sorted()[0].id;
    let measure = s.measures_of(goal)[0];
    let kpi = s.get(measure.kpis[0]).unwrap();
    let target = s.get(s.get(goal).unwrap().targets[0]).unwrap();
    let text = format!(
        "派生元ー種別（アクティビティ・アウトプット・アウトカム）,派生元ーアクティビティの内容/ 活動目標／成果目標,派生元ー活動指標／成果指標,\
         派生先ー種別（アクティビティ・アウトプット・アウトカム）,派生先ーアウトカムの期間,派生先ー活動指標／成果指標,後続アウトカムへのつながり\n\
         アクティビティ,{},,アウトカム,1.短期,{},相談が増える\n\
         アウトカム,,{},アウトカム,3.長期,{},起業が増える\n\
         アクティビティ,町にない取組,,アウトカム,3.長期,{},\n",
        measure.title, kpi.name, kpi.name, target.name, target.name
    );
    let read = model_of(&Review::read(&[text], "").unwrap(), &s, goal).unwrap();
    assert_eq!(read.links, 2);
    assert_eq!(read.unknown, ["町にない取組"]);
    let said: Vec<_> = read
        .logic
        .links
        .iter()
        .map(|one| one.because.as_str())
        .collect();
    assert_eq!(said, ["相談が増える", "起業が増える"]);
    assert_eq!(Review::read(&["市町村,人口\n1,2\n".to_owned()], ""), None);
}

#[test]
fn e89_checks_of_the_state_are_written_and_read_into_the_newest_sheets() {
    let s = sample("mihon");
    let goal = s.goals.sorted()[0].id;
    let written = checks(&s, &LogicModel::of(&s, goal).unwrap());
    assert!(written.iter().any(|one| !one.result.is_empty()));
    let read = read_checks(&[checks_csv(&written)]);
    assert_eq!(read, written);
    let same = sheets_of(&read, &s, goal);
    assert_eq!((same.changed.len(), same.measures), (0, written.len()));

    // The State writes the mark between the parts of a head in two ways, and has more columns.
    let title = &written[0].project;
    let file = format!(
        "年度,事業名,事業所管部局による点検・改善－点検結果,事業所管部局による点検・改善ー改善の方向性,外部有識者による点検ー所見\n2025,{title},良好,,続けるべき\n2025,知らない事業,,,\n"
    );
    let found = sheets_of(&read_checks(&[file]), &s, goal);
    assert_eq!(found.unknown, ["知らない事業"]);
    let edit = edit::take_checks(&s, goal, &found.changed).unwrap();
    let mut after = s.clone();
    edit.apply(&mut after).unwrap();
    let sheet = after.get(found.changed[0].id).unwrap();
    let before = s.get(sheet.id).unwrap();
    assert_eq!(sheet.results, "良好");
    assert_eq!(
        sheet.improvements, before.improvements,
        "what the file leaves empty stays"
    );
    assert_eq!(sheet.opinions[0].text, "続けるべき");
    assert_eq!(sheet.outline, before.outline);
}

/// I131: a file of the State has many 事業: that of the goal is read, and no other is mixed into it.
#[test]
fn i131_of_several_projects_that_of_the_goal_is_read() {
    let kind = "種別（アクティビティ・アウトプット・アウトカム）";
    let row = "目標年度／目標値／実績値／達成率";
    let text = format!(
        "予算事業ID,事業名,{kind},アウトカムの期間,活動指標／成果指標,単位,{row},2023年度,２０２４\n\
         1,道路の事業,アウトカム,短期,渋滞,件,2.目標値,9,9\n\
         2,しごとをつくる,アウトカム,短期,起業,件,2.目標値,5,6\n\
         2,しごとをつくる,アウトカム,短期,起業,件,3.実績値,4,\n\
         2,しごとをつくる,アウトプット,,相談,回,当初見込み,30,40\n"
    );
    let read = Review::read(std::slice::from_ref(&text), "しごとをつくる").unwrap();
    assert_eq!(
        (read.id.as_str(), read.project.as_str()),
        ("2", "しごとをつくる")
    );
    assert_eq!(read.others, ["道路の事業"]);
    let told: Vec<_> = read
        .nodes
        .iter()
        .map(|one| (one.name.as_str(), &one.targets, &one.actuals))
        .collect();
    let years = |all: &[(i32, &str)]| {
        all.iter()
            .map(|(year, text)| (*year, (*text).to_owned()))
            .collect()
    };
    let expected = [
        (
            "起業",
            &years(&[(2023, "5"), (2024, "6")]),
            &years(&[(2023, "4")]),
        ),
        ("相談", &years(&[(2023, "30"), (2024, "40")]), &years(&[])),
    ];
    assert_eq!(told, expected);
    let first = Review::read(&[text], "ない事業").unwrap();
    assert_eq!(
        (first.project.as_str(), first.others),
        ("道路の事業", vec!["しごとをつくる".to_owned()])
    );
}
