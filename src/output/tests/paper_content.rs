//! Content of single papers: figures and titles as the documents of the samples print them.

use format::document::{Block, Cell};
use insight::appraisal::Appraisal;
use output::paper::{self, Halves, PagedPaper, Paper, ReportData, paginate};
use serde_json::Value;
use strategy::*;

use super::papers::{TODAY, plain, texts};
use ::words::Word;
use fixtures::archive::unpacked_texts;
use fixtures::sample;

/// The pages of a paper of a sample, each as one text without blanks.
fn pages(name: &str, paper: impl Fn(&ReportData) -> Paper) -> Vec<String> {
    let s: Strategy = sample(name);
    let paper = paper(&ReportData::of(&s, TODAY));
    texts(&paginate(&paper))
        .iter()
        .map(|page| plain(page))
        .collect()
}

/// A measure of 北斗市's plan of 2024 as its file holds it: its code, its title and its one sheet.
struct PrintedMeasure {
    head: String,
    sheet: Value,
}

/// The 17 measures of 北斗市's plan of 2024, in order.
fn printed_measures() -> Vec<PrintedMeasure> {
    let file = format::json::write(&sample("hokuto-2024"));
    let file: Value = serde_json::from_str(&file).unwrap();
    let list = |of: &Value, name: &str| of[name].as_array().cloned().unwrap_or_default();
    let goals = list(&file, "goals").into_iter();
    let divisions = goals.flat_map(|goal| list(&goal, "divisions"));
    divisions
        .flat_map(|division| {
            let number = division["number"].as_str().unwrap().to_owned();
            let measures = list(&division, "measures").into_iter().enumerate();
            measures.map(move |(at, measure)| {
                let place = (at + 1).to_string();
                let own = measure["number"].as_str().unwrap_or(&place);
                let title = measure["title"].as_str().unwrap();
                PrintedMeasure {
                    head: plain(&format!("{number}-{own} {title}")),
                    sheet: measure["sheets"][0].clone(),
                }
            })
        })
        .collect()
}

/// A number as it is printed: 1,234.
fn grouped(number: &Value) -> String {
    ::words::number::grouped(number.as_i64().unwrap())
}

/// True if a text holds a figure that no other digit goes on.
fn holds(text: &str, figure: &str) -> bool {
    let mut after = text
        .match_indices(figure)
        .map(|(at, _)| &text[at + figure.len()..]);
    after.any(|rest| !rest.starts_with(|c: char| c.is_ascii_digit() || c == ','))
}

/// 施策評価シート with what was done and what is planned.
fn both_halves(data: &ReportData) -> Paper {
    let halves = Halves {
        done: true,
        planned: true,
    };
    paper::sheets(data, None, halves)
}

/// The text of each measure's sheet, from the page that it begins on to the page before the next.
fn by_sheet(pages: &[String], measures: &[PrintedMeasure]) -> Vec<String> {
    let begins: Vec<usize> = measures
        .iter()
        .map(|measure| {
            let head = format!("施策{}", measure.head);
            let at = pages.iter().position(|page| page.contains(&head));
            at.unwrap_or_else(|| panic!("{head} has no page"))
        })
        .collect();
    let ends = begins.iter().skip(1).copied().chain([pages.len()]);
    let parts = begins.iter().zip(ends);
    parts.map(|(from, to)| pages[*from..to].concat()).collect()
}

#[test]
fn the_17_sheets_of_hokuto_hold_its_34_printed_sums() {
    let pages = pages("hokuto-2024", both_halves);
    assert!(
        pages[0].contains("全体526,586431,295892,032489,010"),
        "{}",
        pages[0]
    );
    let measures = printed_measures();
    assert_eq!(measures.len(), 17);
    for (text, measure) in by_sheet(&pages, &measures).iter().zip(&measures) {
        let (head, sheet) = (&measure.head, &measure.sheet);
        let (done, planned) = text.split_once("令和6年度実施計画").unwrap();
        let settled = format!("計{}", grouped(&sheet["printed_settled"]));
        assert!(holds(done, &settled), "{head}: {settled}");
        let budget = format!("計{}", grouped(&sheet["printed_budget"]));
        assert!(holds(planned, &budget), "{head}: {budget}");
        for line in ["done", "planned"]
            .iter()
            .flat_map(|half| sheet[*half].as_array().unwrap())
        {
            let title = plain(line["title"].as_str().unwrap());
            assert!(text.contains(&title), "{head}: {title}");
        }
        let rating = plain(&format!("評価{}", sheet["rating"].as_str().unwrap()));
        assert!(done.contains(&rating), "{head}: {rating}");
        let results: String = plain(sheet["results"].as_str().unwrap())
            .chars()
            .take(30)
            .collect();
        assert!(done.contains(&results), "{head}: {results}");
        assert!(!text.contains("と不一致"), "{head}");
    }
}

#[test]
fn the_list_of_plans_has_its_heads_on_each_page_and_ends_with_both_sums() {
    let pages = pages("hokuto-2024", |data| paper::plan_list(data, None));
    for page in &pages {
        assert!(page.contains("内容区分R6予算額R7方向性R8方向性"), "{page}");
    }
    let all = pages.concat();
    assert!(all.contains("全体計892,032千円、純計489,010千円"));
    for measure in printed_measures() {
        assert!(all.contains(&measure.head), "{}", measure.head);
        for line in measure.sheet["planned"].as_array().unwrap() {
            let title = plain(line["title"].as_str().unwrap());
            assert!(all.contains(&title), "{title}");
        }
    }
}

#[test]
fn marks_of_works_stand_behind_their_names_as_printed() {
    let papers = [
        pages("hokuto-2024", both_halves).concat(),
        pages("hokuto-2024", |data| paper::plan_list(data, None)).concat(),
    ];
    let measures = printed_measures();
    let lines = measures
        .iter()
        .flat_map(|measure| measure.sheet["planned"].as_array().unwrap());
    let marked: Vec<String> = lines
        .filter_map(|line| {
            let marks = line["marks"].as_array()?.iter();
            let marks: String = marks.filter_map(Value::as_str).collect();
            Some(plain(&format!(
                "{}{marks}",
                line["title"].as_str().unwrap()
            )))
        })
        .collect();
    assert_eq!(marked.len(), 15);
    for paper in papers {
        let missing: Vec<&String> = marked
            .iter()
            .filter(|name| !paper.contains(*name))
            .collect();
        assert_eq!(missing, Vec::<&String>::new());
    }
}

#[test]
fn alignment_names_the_cross_goals_and_counts_what_is_tied() {
    let all = pages("hokuto-2020", paper::alignment).concat();
    for text in [
        "横断的な目標1多様な人材の活躍を推進する",
        "横断的な目標2新しい時代の流れを力にする",
        "「国における基本目標第1期戦略」の4項目すべてに結びつきがあります。",
        "結びついた数1111",
    ] {
        assert!(all.contains(text), "{text}");
    }
}

#[test]
fn the_timetable_has_the_names_of_its_lanes_on_each_page() {
    for page in pages("kisarazu-2020", paper::timetable) {
        let lanes = page.contains("時期事務スケジュール懇談会段階");
        assert!(lanes || page.contains("会議体"), "{page}");
    }
}

#[test]
fn the_digest_holds_the_principles_the_evaluation_and_each_goal() {
    let hokuto = pages("hokuto-2020", paper::digest).concat();
    for text in [
        "(1)職員資質と組織力の向上",
        "(2)戦略推進に向けた業務マネジメント",
        "(3)様々なステークホルダーとの連携",
        "SDGs(SustainableDevelopmentGoals)とは",
    ] {
        assert!(hokuto.contains(text), "{text}");
    }
    assert!(hokuto.find("計画期間") < hokuto.find("基本目標1"));
    let kitamoto = pages("kitamoto-2022", paper::digest).concat();
    for text in [
        "進行管理",
        "行政経営会議",
        "5-1就業者一人あたり市内純生産",
        "横断的な目標2新しい時代の流れを力にする",
    ] {
        assert!(kitamoto.contains(text), "{text}");
    }
    let s = sample("mihon");
    let report = paginate(&paper::digest(&ReportData::of(&s, TODAY)));
    let mut blocks = report.pages.iter().flat_map(|page| &page.blocks);
    assert!(blocks.any(|block| matches!(block, Block::Strip(segments) if segments.len() > 2)));
    let drawn = cells(&report).filter(|cell| cell.spark.is_some()).count();
    assert!(drawn > 4, "{drawn}");
}

#[test]
fn the_digest_names_every_kpi_of_a_measure_that_is_behind() {
    let s = sample("mihon");
    let data = ReportData::of(&s, TODAY);
    let all = texts(&paginate(&paper::digest(&data))).concat();
    let appraisal = Appraisal::of(&s, data.judged);
    let mut behind = 0;
    for kpi in s.measures.iter().flat_map(|measure| &measure.kpis) {
        let band = appraisal.indicators[kpi]
            .verdict
            .band()
            .map(|band| band.tone);
        if matches!(band, Some(Tone::Warn | Tone::Bad)) {
            let name = &s.get(*kpi).unwrap().name;
            assert!(all.contains(name.as_str()), "{name}");
            behind += 1;
        }
    }
    assert!(behind > 1, "{behind}");
}

/// The cells of all tables of a report.
fn cells(report: &PagedPaper) -> impl Iterator<Item = &Cell> {
    let tables = report.pages.iter().flat_map(|page| &page.blocks);
    let tables = tables.filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    tables.flat_map(|table| table.rows.iter().flat_map(|row| &row.cells))
}

#[test]
fn an_indicator_of_several_series_has_one_rating_with_the_series_that_decides_it() {
    let s = sample("mihon");
    let report = paginate(&paper::indicators(&ReportData::of(&s, TODAY), None));
    let cells: Vec<&Cell> = cells(&report).collect();
    let lowest =
        |cell: &&&Cell| cell.text.contains("最も低い「") || cell.note.contains("最も低い「");
    let joined: Vec<usize> = cells.iter().filter(lowest).map(|cell| cell.down).collect();
    assert!(joined.contains(&1), "{joined:?}");
    assert!(cells.iter().any(|cell| cell.text.contains("C 遅れ＊")));
    let all = texts(&report).concat();
    let (_, said) = all.split_once("＊ 出生数：").unwrap();
    assert!(said.contains("有識者会議の評価です。"));
}

/// みほん町 with a grant project whose KPI have targets of the last year only.
fn granted() -> (Strategy, GrantProject) {
    let mut s = sample("mihon");
    let named = |name: &str| {
        let all = s.indicators.sorted().into_iter();
        all.filter(|one| one.name == name).map(|one| one.id).next()
    };
    let kpis = ["総人口", "新規就農・漁業就業者数"].map(named);
    let project = GrantProject {
        id: Id::new(1),
        title: "移住の窓口".to_owned(),
        period: s.about().period,
        kpis: kpis.into_iter().flatten().collect(),
        reviews: [(FiscalYear(2024), GrantReview::default())].into(),
        ..GrantProject::default()
    };
    s.grant_projects.insert(project.clone());
    (s, project)
}

#[test]
fn increments_that_cannot_be_computed_are_a_mark_which_is_explained_once() {
    let (s, project) = granted();
    let table = paper::increment_table(&s, &project).expect("it has KPI");
    let cells: Vec<&str> = table.rows[0]
        .cells
        .iter()
        .map(|one| one.text.as_str())
        .collect();
    assert_eq!(
        cells,
        [
            "総人口（人）",
            "目標",
            "8,612（R2）",
            "－",
            "－",
            "－",
            "－",
            "－",
            "△412"
        ]
    );
    let data = ReportData::of(&s, TODAY);
    for paper in [
        paper::grant_sheet(&data, Some(project.id)),
        paper::recovery_plan(&data, Some(project.id)),
    ] {
        let text = plain(&texts(&paginate(&paper)).concat());
        assert_eq!(text.matches("計算できないところです。").count(), 1);
        assert!(!text.contains("計算できません"), "{text}");
    }
}

#[test]
fn a_kpi_without_a_target_of_the_year_reviewed_shows_its_last_target_with_the_year() {
    let (s, project) = granted();
    let table = paper::result_table(&s, &project, FiscalYear(2024)).expect("it has KPI");
    let cells = |at: usize| {
        table.rows[at]
            .cells
            .iter()
            .map(|one| one.text.as_str())
            .collect::<Vec<_>>()
    };
    assert_eq!(cells(0), ["総人口（人）", "8,200以上（R7）", "8,247"]);
    assert_eq!(cells(1), ["新規就農・漁業就業者数（人）", "20", "19"]);
}

#[test]
fn the_logic_models_on_paper_say_each_kind_of_hole_once() {
    let text = pages("mihon", |data| paper::logic_models(data, None, false)).concat();
    assert!(text.contains("理由のないつながりが10本あります"), "{text}");
    assert!(!text.contains("から先のつながりに理由がありません"));
    let text = pages("kitamoto-2022", |data| {
        paper::logic_models(data, None, false)
    })
    .concat();
    assert!(
        text.contains(
            "「就業者一人あたり市内純生産」「市内有効求人倍率」につながる施策がありません。"
        ),
        "{text}"
    );
}

#[test]
fn a_book_of_a_plan_without_actuals_has_no_columns_for_them_and_says_each_unit_once() {
    let text = pages("kitamoto-2022", paper::book).concat();
    assert!(
        !text.contains("実績なし") && !text.contains("進捗率"),
        "{text}"
    );
    assert!(
        text.contains("就業者一人あたり市内純生産431.5万円"),
        "{text}"
    );
    // Its figures are printed without a unit.
    let text = pages("mihon", paper::book).concat();
    assert!(text.contains("総人口(人)8,612"), "{text}");
}

#[test]
fn opinions_have_a_column_of_what_is_done_only_once_one_says_so() {
    let text = pages("mihon", paper::answers).concat();
    assert!(!text.contains("対応"), "{text}");
    let mut s = sample("mihon");
    let first = s.ideas.sorted()[0].id;
    let mut idea = Idea::clone(s.get(first).expect("it has ideas"));
    idea.state = Some(IdeaState::Adopted);
    s.ideas.insert(idea);
    let paper = paper::answers(&ReportData::of(&s, TODAY));
    let text = plain(&texts(&paginate(&paper)).concat());
    assert!(text.contains("対応"), "{text}");
}

#[test]
fn covers_say_that_a_decided_plan_is_being_revised() {
    for stage in Stage::ALL {
        let mut s = sample("mihon");
        let mut about = About::clone(&s.about());
        about.stage = *stage;
        about.revisions.push(PlanRevision {
            title: "第1回中間見直し".to_owned(),
            ..PlanRevision::default()
        });
        s.about.insert(about);
        let told = match stage.is_decided() {
            true => Stage::Revising.word(),
            false => stage.word(),
        };
        let data = ReportData::of(&s, TODAY);
        let cover = &texts(&paginate(&paper::book(&data)))[0];
        assert!(
            cover.contains(&format!("段階　{told}")),
            "{stage:?} {cover}"
        );
        let document = unpacked_texts(&output::manuscript::whole(&data).docx().unwrap());
        assert!(document["word/document.xml"].contains(told), "{stage:?}");
    }
}
