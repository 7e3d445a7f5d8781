//! A file in a form that was read before: its answers, its data set, and the series of its measures.

use super::*;

#[test]
fn what_was_answered_of_a_form_is_not_asked_again() {
    let text = |year: i32| {
        format!(
            "都道府県,市町村,年度,人口\n北海道,みほん市,{year},44700\n北海道,となり市,{year},8\n"
        )
    };
    let said = DataAnswers {
        rows: OwnRows::Name,
        ..DataAnswers::default()
    };
    let first = read_data(&text(2023), "", &own(), &said).unwrap();
    let known = DataForm {
        form: first.form.clone(),
        rows: first.rows,
        ..DataForm::default()
    };
    let unsaid = DataAnswers::default();
    let next = read_known(
        &text(2024),
        "",
        &own(),
        &unsaid,
        std::slice::from_ref(&known),
    )
    .unwrap();
    assert_eq!(told(&next), ["人口 : 2024=44700"]);
    // A table of another form is asked.
    let other = text(2024).replace("人口", "世帯数");
    let asked = read_known(&other, "", &own(), &unsaid, &[known]);
    assert!(matches!(asked, Err(NotData::Rows(NoRows::AskName(_)))));
}

#[test]
fn a_data_set_is_known_by_its_form_else_by_all_its_measures() {
    let read = read(LAYOUTS[0].1).unwrap();
    let bound = |form: &str, measure: &str| {
        let mut plan = strategy::Strategy::default();
        let id = strategy::Id::new(1);
        edit::add_indicator(&plan, id, strategy::Id::new(1), "総人口", None)
            .unwrap()
            .apply(&mut plan)
            .unwrap();
        let update = edit::DataUpdate {
            form: DataForm {
                form: form.to_owned(),
                ..DataForm::default()
            },
            measures: vec![(
                strategy::Id::new(1),
                strategy::PublishedMeasure {
                    form: form.to_owned(),
                    measure: measure.to_owned(),
                    unit: String::new(),
                },
            )],
            ..edit::DataUpdate::default()
        };
        edit::update_from_data(&plan, &update)
            .unwrap()
            .apply(&mut plan)
            .unwrap();
        data_set_of(&read, &plan).map(|form| form.form)
    };
    assert_eq!(bound(&read.form, "出生数").as_ref(), Some(&read.form));
    assert_eq!(bound("f0", "総人口").as_deref(), Some("f0"));
    assert_eq!(bound("f0", "出生数"), None);
}

/// A plan with 総人口 (series 11), 世帯数 twice (12, 13), and 出生数 (14), each by its only series.
fn plan() -> strategy::Strategy {
    let mut s = strategy::Strategy::default();
    for (at, name) in [(1, "総人口"), (2, "世帯数"), (3, "世帯数"), (4, "出生数")] {
        s.indicators.insert(Indicator {
            id: Id::new(at),
            name: name.to_owned(),
            ..Indicator::default()
        });
        s.series.insert(Series {
            id: Id::new(at + 10),
            indicator: Id::new(at),
            ..Series::default()
        });
    }
    s
}

fn bound(series: u64, measure: &str, unit: &str) -> BoundMeasure {
    BoundMeasure {
        series: Id::new(series),
        measure: measure.to_owned(),
        unit: unit.to_owned(),
    }
}

#[test]
fn measures_belong_to_what_they_belonged_to_or_to_the_only_indicator_of_their_name() {
    let file = read(LAYOUTS[0].1).unwrap();
    let mut s = plan();
    // 世帯数 is the name of two: nobody knows which.
    assert_eq!(bound_measures(&s, None, &file), [bound(11, "総人口", "人")]);
    let known = DataForm {
        form: "before".to_owned(),
        ..DataForm::default()
    };
    let published = |measure: &str| PublishedMeasure {
        form: known.form.clone(),
        measure: measure.to_owned(),
        unit: "戸".to_owned(),
    };
    for (series, measure) in [(12, "世帯数"), (14, "なくなった項目")] {
        let before = Series::clone(s.get(Id::new(series)).unwrap());
        s.series.insert(Series {
            published: Some(published(measure)),
            ..before
        });
    }
    // Other heads: the unit that the file says now holds; a measure that it no longer has keeps its own.
    let again = bound_measures(&s, Some(&known), &file);
    assert_eq!(
        again,
        [
            bound(12, "世帯数", "世帯"),
            bound(14, "なくなった項目", "戸")
        ]
    );
    let same = DataForm {
        form: file.form.clone(),
        ..DataForm::default()
    };
    assert_eq!(bound_measures(&s, Some(&same), &file), []);
    assert_eq!(unbound_series(&s, "before", &again[..1]), [Id::new(14)]);
    assert_eq!(unbound_series(&s, "another", &[]), []);
}
