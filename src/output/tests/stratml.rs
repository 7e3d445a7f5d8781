//! StratML: what is written is read as the same, files of others are taken in and say what is left out, and nothing that
//! is no StratML does harm.

use format::stratml::{
    NotStratMl, Principle, Sort, StratMlFigure, StratMlPart, StratMlPlan, StratMlRead,
    looks_like_xml, read,
};
use output::export::stratml::document;
use proptest::prelude::{ProptestConfig, any, prop, prop_assert_eq, proptest};
use recognise::stratml::{TakenIn, plan};
use strategy::{
    At, FiscalYear, Goal, Indicator, LogicStage, SectionKind, StagedIndicator, Strategy,
};
use words::Say;

use fixtures::arbitrary::{self, seeds};
use fixtures::{SAMPLES, sample};

fn counted() -> impl FnMut() -> u64 {
    let mut last = 0;
    move || {
        last += 1;
        last
    }
}

/// Returns the elements that were left out, each with its number.
fn left_out(read: &StratMlRead) -> Vec<(&str, usize)> {
    let left = read.left.iter();
    left.map(|(name, n)| (name.as_str(), *n)).collect()
}

fn taken(document: &StratMlPlan) -> TakenIn {
    plan(document, counted()).unwrap()
}

/// Returns the part of a document that does not depend on its writer: ids are new, blanks around texts are not kept,
/// and a baseline has a year.
fn told(document: &StratMlPlan) -> StratMlPlan {
    let mut told = document.clone();
    let tidy = |text: &mut String| *text = tidied(text);
    for text in [
        &mut told.name,
        &mut told.description,
        &mut told.vision,
        &mut told.mission,
        &mut told.organization.name,
        &mut told.source,
    ] {
        tidy(text);
    }
    told.values.iter_mut().for_each(|value| {
        tidy(&mut value.name);
        tidy(&mut value.description);
    });
    told.values.retain(|value| *value != Principle::default());
    for goal in &mut told.goals {
        goal.id.clear();
        tidy(&mut goal.name);
        tidy(&mut goal.description);
        for objective in &mut goal.objectives {
            objective.id.clear();
            tidy(&mut objective.name);
            tidy(&mut objective.description);
            objective.performers.iter_mut().for_each(tidy);
            objective.performers.retain(|name| !name.is_empty());
            for indicator in &mut objective.indicators {
                indicator.same_as = (!indicator.same_as.is_empty()).to_string();
                indicator.id.clear();
                tidy(&mut indicator.name);
                tidy(&mut indicator.unit);
                tidy(&mut indicator.other);
                for result in &mut indicator.results {
                    tidy(&mut result.text);
                    tidy(&mut result.rating);
                }
                let says = |one: &StratMlFigure| !(one.text.is_empty() && one.rating.is_empty());
                indicator.results.retain(says);
            }
        }
    }
    told
}

/// The first line in which two documents differ.
fn difference(a: &StratMlPlan, b: &StratMlPlan) -> Option<(String, String)> {
    let (a, b) = (format!("{:#?}", told(a)), format!("{:#?}", told(b)));
    let lines = a.lines().zip(b.lines()).find(|(a, b)| a != b);
    lines.map(|(a, b)| (a.to_owned(), b.to_owned()))
}

fn tidied(text: &str) -> String {
    // XML holds no other.
    let held = |c: &char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..);
    let text: String = text.chars().filter(held).collect();
    text.trim()
        .lines()
        .map(str::trim)
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn s1_what_is_written_of_a_sample_is_read_as_the_same() {
    for name in SAMPLES {
        let document = document(&sample(name));
        let again = read(document.write(StratMlPart::Two).as_bytes()).unwrap();
        assert_eq!(again.left, Default::default(), "{name}");
        assert_eq!(difference(&again.document, &document), None, "{name}");
        // Part 1 is the same without what is measured.
        let first = read(document.write(StratMlPart::One).as_bytes()).unwrap();
        let mut without = document;
        for goal in &mut without.goals {
            for objective in &mut goal.objectives {
                objective.indicators.clear();
            }
        }
        assert_eq!(difference(&first.document, &without), None, "{name}");
    }
}

#[test]
fn a_sample_comes_back_as_a_plan() {
    for name in SAMPLES {
        let s = sample(name);
        let written = document(&s);
        let again = taken(
            &read(written.write(StratMlPart::Two).as_bytes())
                .unwrap()
                .document,
        );
        assert_eq!(again.figures_left, 0, "{name}");
        let back = again.strategy;
        assert_eq!(back.about().title, s.about().title);
        assert_eq!(back.about().town, s.about().town);
        assert_eq!(back.about().period, s.about().period);
        let titles = |s: &Strategy| {
            let goals = s.goals.sorted().into_iter();
            goals
                .map(|goal| {
                    let measures = s.measures_of(goal.id).into_iter();
                    let measures = measures.map(|measure| {
                        let below = s.initiatives.under(measure.id).into_iter();
                        let below = below.map(|one| (tidied(&one.title), tidied(&one.text)));
                        (
                            tidied(&measure.title),
                            tidied(&measure.direction),
                            measure.kpis.len(),
                            below.collect::<Vec<_>>(),
                        )
                    });
                    (
                        tidied(&goal.title),
                        goal.targets.len(),
                        measures.collect::<Vec<_>>(),
                    )
                })
                .collect::<Vec<_>>()
        };
        let single = s
            .indicators
            .iter()
            .all(|one| s.series.under(one.id).len() == 1);
        if single {
            assert_eq!(titles(&back), titles(&s), "{name}");
        }
        assert_eq!(difference(&document(&back), &written), None, "{name}");
    }
}

#[test]
fn s4_s5_figures_come_back_as_printed() {
    let file = r#"<PerformancePlanOrReport Type="Strategic_Plan">
        <StrategicPlanCore><Goal><Name>g</Name><Description/><Objective><Name>o</Name>
        <PerformanceIndicator ValueChainStage="Outcome">
          <Identifier>a</Identifier>
          <UnitOfMeasurement>人</UnitOfMeasurement><MeasurementDimension>来る人</MeasurementDimension>
          <MeasurementInstance>
            <ActualResult><Description>約1,200人</Description><NumberOfUnits>1200</NumberOfUnits>
              <StartDate>2022-04-01+09:00</StartDate><EndDate>2023-03-31+09:00</EndDate>
              <Descriptor><DescriptorName>Status</DescriptorName><DescriptorValue>Baseline</DescriptorValue></Descriptor>
            </ActualResult>
          </MeasurementInstance>
          <MeasurementInstance>
            <TargetResult><StartDate>2024-04-01</StartDate><EndDate>2025-03-31</EndDate>
              <NumberOfUnits> 1500 </NumberOfUnits><Description>as many as the hall holds</Description></TargetResult>
            <ActualResult><EndDate>2024-12-31</EndDate><NumberOfUnits>4.4249999999999998</NumberOfUnits>
              <Descriptor><DescriptorName>評価</DescriptorName><DescriptorValue>B</DescriptorValue></Descriptor></ActualResult>
            <ActualResult><NumberOfUnits>3</NumberOfUnits></ActualResult>
            <ActualResult><EndDate>2025-03-01</EndDate><NumberOfUnits>9</NumberOfUnits></ActualResult>
          </MeasurementInstance>
        </PerformanceIndicator></Objective></Goal></StrategicPlanCore></PerformancePlanOrReport>"#;
    let read = read(file.as_bytes()).unwrap();
    assert_eq!(
        read.document.goals[0].objectives[0].indicators[0].results[0].sort,
        Sort::Baseline
    );
    let taken = taken(&read.document);
    assert_eq!(
        taken.figures_left, 2,
        "one of no year, one of a year that has one"
    );
    let s = taken.strategy;
    let (series, one) = (
        s.series.iter().next().unwrap(),
        s.indicators.iter().next().unwrap(),
    );
    let baseline = series.baseline.as_ref().unwrap();
    assert_eq!(
        (baseline.figure.text(), &baseline.at),
        ("約1,200人", &Some(At("2022".to_owned())))
    );
    let year = FiscalYear(2024);
    assert_eq!(series.targets[&year].text(), "1500");
    assert_eq!(series.notes[&year], "as many as the hall holds");
    assert_eq!(series.actuals[&year].text(), "4.4249999999999998");
    assert_eq!(one.ratings[&year].mark, "B");
}

#[test]
fn s4_a_number_that_is_written_as_people_write_it_is_kept() {
    for (number, text, figure, note) in [
        ("1,200", "", "1,200", ""),
        ("12%", "", "12%", ""),
        ("約1,200", "as planned", "約1,200", "as planned"),
        ("1,200人", "1,200人", "1,200人", ""),
        ("1200", "１，２００", "１，２００", ""),
        ("", "約1,200人", "約1,200人", ""),
    ] {
        let file = format!(
            "<PerformancePlanOrReport Type=\"Strategic_Plan\"><StrategicPlanCore><Goal><Name>g</Name>\
             <Objective><Name>o</Name><PerformanceIndicator><MeasurementDimension>来る人</MeasurementDimension>\
             <MeasurementInstance><TargetResult><EndDate>2025-03-31</EndDate><NumberOfUnits>{number}</NumberOfUnits>\
             <Description>{text}</Description></TargetResult></MeasurementInstance></PerformanceIndicator></Objective>\
             </Goal></StrategicPlanCore></PerformancePlanOrReport>"
        );
        let taken = taken(&read(file.as_bytes()).unwrap().document);
        let series = taken.strategy.series.iter().next().unwrap();
        let year = FiscalYear(2024);
        assert_eq!(series.targets[&year].text(), figure, "{number} {text}");
        let kept = series.notes.get(&year).cloned().unwrap_or_default();
        assert_eq!(kept, note, "{number} {text}");
    }
}

#[test]
fn s2_s3_s6_s7_files_of_others_are_taken_in() {
    let file = "\u{feff}<?xml version=\"1.0\"?><?xml-stylesheet type=\"text/xsl\" href=\"a.xsl\"?>
      <st:PerformancePlanOrReport xmlns:st=\"http://www.stratml.net/PerformancePlanOrReport\" Type=\"\">
      <id/><st:Name>A plan</st:Name><st:Description>First.\r\n^^\r\nSecond.</st:Description>
      <st:OtherInformation>more</st:OtherInformation>
      <st:StrategicPlanCore>
        <st:Organization><st:Name>One</st:Name><st:Acronym>O</st:Acronym></st:Organization>
        <st:Organization><st:Name>Two</st:Name></st:Organization>
        <st:Vision><st:Description>seen</st:Description></st:Vision>
        <st:Mission><st:Description>sent</st:Description></st:Mission>
        <st:Value><st:Name>care</st:Name></st:Value><st:Value><st:Name/></st:Value>
        <st:Goal><st:SequenceIndicator>1</st:SequenceIndicator><st:Name>Goal</st:Name><st:Description/>
          <st:Objective><st:SequenceIndicator>1.0</st:SequenceIndicator><st:Name>of the goal</st:Name>
            <st:PerformanceIndicator><st:Identifier>p</st:Identifier>
            <st:MeasurementDimension>people</st:MeasurementDimension></st:PerformanceIndicator></st:Objective>
          <st:Objective><st:SequenceIndicator>1.1</st:SequenceIndicator><st:Name>measure</st:Name>
            <st:Stakeholder StakeholderTypeType=\"Organization\"><st:Name>Office</st:Name></st:Stakeholder>
            <st:Stakeholder StakeholderTypeType=\"Generic_Group\"><st:Name>All</st:Name></st:Stakeholder>
            <st:PerformanceIndicator>
            <st:Relationship RelationshipType=\"Peer_To\"><st:ReferentIdentifier>p</st:ReferentIdentifier></st:Relationship>
            <st:MeasurementDimension>people</st:MeasurementDimension></st:PerformanceIndicator></st:Objective>
          <st:Objective><st:SequenceIndicator>1.1.1</st:SequenceIndicator><st:Name>act</st:Name></st:Objective>
          <st:Objective><st:SequenceIndicator>EX2</st:SequenceIndicator><st:Name>other</st:Name></st:Objective>
        </st:Goal></st:StrategicPlanCore>
      <st:AdministrativeInformation><st:StartDate>2023-10-01</st:StartDate><st:EndDate>2027-09-30</st:EndDate>
        <st:Source>https://example.org/plan</st:Source></st:AdministrativeInformation>
      </st:PerformancePlanOrReport>";
    let read = read(file.as_bytes()).unwrap();
    let left = left_out(&read);
    let expected = [
        ("Acronym", 1),
        ("Organization", 1),
        ("OtherInformation", 1),
        ("Stakeholder", 1),
    ];
    assert_eq!(left, expected);
    let s = taken(&read.document).strategy;
    let about = s.about();
    assert_eq!(
        (about.title.as_str(), about.town.name.as_str()),
        ("A plan", "One")
    );
    assert_eq!((about.period.first.0, about.period.last.0), (2023, 2027));
    assert_eq!(about.sources[0].url, "https://example.org/plan");
    let kinds: Vec<_> = s
        .sections
        .sorted()
        .into_iter()
        .map(|one| one.kind)
        .collect();
    let four = [
        SectionKind::Purpose,
        SectionKind::Other,
        SectionKind::Policy,
        SectionKind::Approach,
    ];
    assert_eq!(kinds, four);
    assert_eq!(s.sections.sorted()[0].text, "First.\n\nSecond.");
    let goal = s.goals.iter().next().unwrap();
    assert_eq!(goal.number, "");
    let measures = s.measures_of(goal.id);
    let names: Vec<_> = measures
        .iter()
        .map(|m| (m.number.as_str(), m.title.as_str()))
        .collect();
    assert_eq!(names, [("", "measure"), ("EX2", "other")]);
    assert_eq!(measures[0].owner, "Office");
    assert_eq!(s.initiatives.under(measures[0].id)[0].title, "act");
    assert_eq!(s.indicators.len(), 1);
    assert_eq!(goal.targets, measures[0].kpis);
}

#[test]
fn s3_of_what_a_plan_has_once_the_first_is_kept_and_the_others_are_counted() {
    let result = |name: &str, value: &str| {
        format!(
            "<Descriptor><DescriptorName>{name}</DescriptorName><DescriptorValue>{value}</DescriptorValue></Descriptor>"
        )
    };
    let file = format!(
        "<PerformancePlanOrReport><Name>p</Name><StrategicPlanCore><Organization/><Organization><Name>町</Name></Organization>\
         <Vision><Description>見る</Description></Vision><Vision><Description/></Vision>\
         <Mission><Description>行う</Description></Mission><Mission><Description>次に行う</Description></Mission>\
         <Goal><Name>g</Name><Objective><Name>o</Name><PerformanceIndicator><MeasurementDimension>人</MeasurementDimension>\
         <MeasurementInstance><ActualResult><EndDate>2025-03-31T00:00:00</EndDate><NumberOfUnits>1,200</NumberOfUnits>{}{}{}</ActualResult>\
         </MeasurementInstance></PerformanceIndicator></Objective></Goal></StrategicPlanCore>\
         <AdministrativeInformation><StartDate>2025/4/1</StartDate></AdministrativeInformation>\
         <AdministrativeInformation><StartDate>2020-04-01</StartDate><EndDate>2030-03-31</EndDate></AdministrativeInformation>\
         </PerformancePlanOrReport>",
        result("Rating", "A"),
        result("Rating", "B"),
        result("Operator", "≧"),
    );
    let read = read(file.as_bytes()).unwrap();
    let left = left_out(&read);
    assert_eq!(left, [("Descriptor", 1), ("Mission", 1), ("StartDate", 1)]);
    let document = &read.document;
    let told = [
        &document.organization.name,
        &document.vision,
        &document.mission,
    ];
    assert_eq!(told, ["町", "見る", "行う"]);
    let taken = taken(document);
    assert_eq!(taken.figures_left, 0);
    let period = taken.strategy.about().period;
    assert_eq!((period.first.0, period.last.0), (2025, 2029));
    let series = taken.strategy.series.iter().next().unwrap();
    assert_eq!(series.actuals[&FiscalYear(2024)].text(), "1,200");
    let one = taken.strategy.indicators.iter().next().unwrap();
    assert_eq!(one.ratings[&FiscalYear(2024)].mark, "A");
}

#[test]
fn s5_a_day_that_may_be_read_two_ways_gives_no_year() {
    for day in [
        "03/31/2025",
        "10/01/2012",
        "31.3.2025",
        "R",
        "next year",
        "99",
    ] {
        let file = format!(
            "<PerformancePlanOrReport><StrategicPlanCore><Goal><Name>g</Name><Objective><Name>o</Name><PerformanceIndicator>\
             <MeasurementDimension>人</MeasurementDimension><MeasurementInstance><ActualResult><EndDate>{day}</EndDate>\
             <NumberOfUnits>12</NumberOfUnits></ActualResult></MeasurementInstance></PerformanceIndicator></Objective></Goal>\
             </StrategicPlanCore></PerformancePlanOrReport>"
        );
        let taken = taken(&read(file.as_bytes()).unwrap().document);
        assert_eq!(taken.figures_left, 1, "{day}");
    }
}

#[test]
fn what_is_no_stratml_is_refused_with_a_sentence() {
    let deep = ["<StrategicPlan>", &"<a>".repeat(200_000)].concat();
    let entities = "<!DOCTYPE a [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><StrategicPlan>&b;</StrategicPlan>";
    for (file, part) in [
        ("<a", "1行目"),
        ("<StrategicPlan>\n<Name>x</Nam></StrategicPlan>", "2行目"),
        ("<html><p>x</p></html>", "html"),
        (
            "<OrganizationalStrategyDocument/>",
            "OrganizationalStrategyDocument",
        ),
        (entities, "DTD"),
        (&deep, "行目"),
    ] {
        let told = read(file.as_bytes()).unwrap_err().say();
        assert!(told.contains(part), "{part}: {told}");
    }
    assert_eq!(
        read(b"<StrategicPlan>\xff</StrategicPlan>"),
        Err(NotStratMl::NotText)
    );
    assert!(looks_like_xml("\u{feff} \n<a/>".as_bytes()));
    assert!(!looks_like_xml(b"{}"));
    // Nothing in it at all is a plan of nothing, which can be begun with.
    let empty = taken(&read(b"<StrategicPlan/>").unwrap().document).strategy;
    assert!(empty.goals.is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn s1_what_is_written_of_any_plan_is_read_as_the_same((seed, size) in seeds(4)) {
        let document = document(&arbitrary::strategy(seed, size));
        let again = read(document.write(StratMlPart::Two).as_bytes()).unwrap();
        prop_assert_eq!(difference(&again.document, &document), None);
    }

    #[test]
    fn any_text_in_the_frame_of_a_plan_is_read_or_refused(inside in any::<String>(), at in 0_usize..2000) {
        let whole = document(&sample("mihon")).write(StratMlPart::Two);
        let at = whole.floor_char_boundary(at.min(whole.len()));
        let broken = [&whole[..at], &inside, &whole[at..]].concat();
        if let Ok(read) = read(broken.as_bytes()) {
            taken(&read.document);
        }
    }

    #[test]
    fn bytes_of_any_sort_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let framed = [b"<StrategicPlan>".as_slice(), &bytes, b"</StrategicPlan>"].concat();
        if let Ok(read) = read(&framed) {
            taken(&read.document);
        }
    }
}

/// For who validates them.
#[test]
fn stratml_files_are_written_for_the_tests() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("stratml");
    std::fs::create_dir_all(&folder).unwrap();
    for name in SAMPLES {
        let document = document(&sample(name));
        for (part, number) in [(StratMlPart::One, 1), (StratMlPart::Two, 2)] {
            let file = folder.join(format!("{name}-{number}.xml"));
            std::fs::write(file, document.write(part)).unwrap();
        }
    }
}

#[test]
fn a_stage_that_the_logic_model_states_is_a_stage_of_the_value_chain() {
    let mut s = sample("mihon");
    let mut goal = Goal::clone(s.goals.sorted()[0]);
    let id = goal.targets[0];
    let mut indicator = Indicator::clone(s.get(id).unwrap());
    indicator.nature = None;
    s.indicators.insert(indicator);
    let stage = |s: &Strategy| {
        let written = document(s);
        written.goals[0].objectives[0].indicators[0].stage.clone()
    };
    assert_eq!(stage(&s), "");
    goal.change_logic(|logic| {
        logic.stages.push(StagedIndicator {
            indicator: id,
            stage: LogicStage::Output,
        });
    });
    s.goals.insert(goal);
    assert_eq!(stage(&s), "Output");
}
