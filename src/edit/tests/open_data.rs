//! 公表データ: a file writes figures, measures and source in one edit (E78 to E80).

use edit::DataUpdate;
use fixtures::arbitrary::{self, seeds};
use proptest::prelude::{any, prop, prop_assert_eq, prop_assume, proptest};
use strategy::{
    ComparisonTown, DataForm, Figure, FiscalYear, Id, Indicator, PublishedMeasure, Series,
    Strategy, TownFigures,
};

const YEAR: FiscalYear = FiscalYear(2024);

fn plan() -> Strategy {
    let mut plan = Strategy::default();
    for (at, name) in [(1, "総人口"), (2, "世帯数"), (3, "出生数")] {
        let edit = edit::add_indicator(&plan, Id::new(at), Id::new(at), name, None).unwrap();
        edit.apply(&mut plan).unwrap();
    }
    plan
}

fn update(form: &str, day: &str, figures: &[(u64, &str)]) -> DataUpdate {
    let measure = |at: u64| PublishedMeasure {
        form: form.to_owned(),
        measure: format!("項目{at}"),
        unit: "人".to_owned(),
    };
    DataUpdate {
        form: DataForm {
            form: form.to_owned(),
            source: "統計".to_owned(),
            file: format!("{day}.csv"),
            ..DataForm::default()
        },
        measures: figures
            .iter()
            .map(|(at, _)| (Id::new(*at), measure(*at)))
            .collect(),
        figures: figures
            .iter()
            .map(|(at, text)| (Id::new(*at), YEAR, Figure::read(text)))
            .collect(),
        cited: format!("統計（{day}）"),
        ..DataUpdate::default()
    }
}

#[test]
fn e78_a_file_writes_everything_in_one_edit_and_one_step_takes_it_back() {
    let mut plan = plan();
    let before = plan.clone();
    let edit =
        edit::update_from_data(&plan, &update("f1", "d1", &[(1, "45,000"), (2, "X")])).unwrap();
    edit.apply(&mut plan).unwrap();
    let series = |at| plan.get(Id::<Series>::new(at)).unwrap();
    assert_eq!(series(1).actuals[&YEAR].text(), "45,000");
    assert_eq!(series(2).actuals[&YEAR].text(), "X");
    assert_eq!(series(2).published.as_ref().unwrap().measure, "項目2");
    assert_eq!(series(3), before.get(Id::<Series>::new(3)).unwrap());
    assert_eq!(plan.about().data_forms[0].file, "d1.csv");
    edit.reverse().apply(&mut plan).unwrap();
    assert_eq!(plan, before);
}

#[test]
fn e79_the_line_of_a_data_set_takes_the_place_of_that_of_the_year_before() {
    let mut plan = plan();
    let own = edit::set(&plan, Id::<Indicator>::new(1), edit::Field::Source, |one| {
        one.source = "町の調査".to_owned()
    });
    own.unwrap().apply(&mut plan).unwrap();
    for day in ["d1", "d2"] {
        let edit = edit::update_from_data(&plan, &update("f1", day, &[(1, day)])).unwrap();
        edit.apply(&mut plan).unwrap();
    }
    let source = |at| plan.get(Id::<Indicator>::new(at)).unwrap().source.clone();
    assert_eq!(
        (source(1), source(2)),
        ("町の調査\n統計（d2）".to_owned(), String::new())
    );
    assert_eq!(plan.about().data_forms.len(), 1);
}

#[test]
fn a_data_set_whose_head_changed_keeps_what_its_measures_belong_to() {
    let mut plan = plan();
    edit::update_from_data(&plan, &update("f1", "d1", &[(1, "1"), (2, "2")]))
        .unwrap()
        .apply(&mut plan)
        .unwrap();
    let mut next = update("f2", "d2", &[(1, "3")]);
    next.before = Some("f1".to_owned());
    edit::update_from_data(&plan, &next)
        .unwrap()
        .apply(&mut plan)
        .unwrap();
    let form = |at| {
        plan.get(Id::<Series>::new(at))
            .unwrap()
            .published
            .clone()
            .map(|one| one.form)
    };
    assert_eq!(
        (form(1).as_deref(), form(2).as_deref(), form(3)),
        (Some("f2"), Some("f2"), None)
    );
    assert_eq!(plan.about().data_forms.len(), 1);
}

fn beside(town: &str, code: &str, text: &str) -> TownFigures {
    TownFigures {
        town: town.to_owned(),
        code: code.to_owned(),
        figures: [(YEAR, Figure::read(text))].into(),
    }
}

#[test]
fn e98_figures_of_another_town_stand_beside_and_go_with_it() {
    let mut plan = plan();
    let town = |name: &str, code: &str| ComparisonTown {
        name: name.to_owned(),
        code: code.to_owned(),
    };
    let towns = vec![town("となり市", "01202"), town("よその市", "01100")];
    let mut first = update("f1", "d1", &[(1, "45,000")]);
    first.towns = towns.clone();
    first.compared = vec![(
        Id::new(1),
        vec![
            beside("となり市", "01202", "240,000"),
            beside("よその市", "01100", "990"),
        ],
    )];
    let before = plan.clone();
    let edit = edit::update_from_data(&plan, &first).unwrap();
    edit.apply(&mut plan).unwrap();
    let series = |plan: &Strategy, at| plan.get(Id::<Series>::new(at)).unwrap().clone();
    assert_eq!(series(&plan, 1).actuals.len(), 1);
    assert_eq!(series(&plan, 1).actuals[&YEAR].text(), "45,000");
    assert_eq!(series(&plan, 1).compared.len(), 2);
    assert!(series(&plan, 2).compared.is_empty());
    // Next year's file adds a year to the same town.
    let next = FiscalYear(YEAR.0 + 1);
    let mut second = update("f1", "d2", &[]);
    second.towns = towns.clone();
    let mut more = beside("となり市", "01202", "238,000");
    more.figures = [(next, Figure::read("238,000"))].into();
    second.compared = vec![(Id::new(1), vec![more])];
    let later = edit::update_from_data(&plan, &second).unwrap();
    later.apply(&mut plan).unwrap();
    assert_eq!(series(&plan, 1).compared[0].figures.len(), 2);
    // A town that is left goes with its figures, and one step brings them back.
    let whole = plan.clone();
    let left = edit::forget_comparison_town(&plan, &towns[0]).unwrap();
    left.apply(&mut plan).unwrap();
    let names: Vec<_> = series(&plan, 1)
        .compared
        .iter()
        .map(|one| one.town.clone())
        .collect();
    assert_eq!(names, ["よその市"]);
    assert_eq!(series(&plan, 1).actuals, series(&whole, 1).actuals);
    assert!(edit::forget_comparison_town(&plan, &towns[0]).is_err());
    for edit in [left, later, edit] {
        edit.reverse().apply(&mut plan).unwrap();
    }
    assert_eq!(plan, before);
}

#[test]
fn e80_a_data_set_that_is_forgotten_leaves_the_figures() {
    let mut plan = plan();
    edit::update_from_data(&plan, &update("f1", "d1", &[(1, "1")]))
        .unwrap()
        .apply(&mut plan)
        .unwrap();
    let before = plan.clone();
    let edit = edit::forget_data_form(&plan, "f1").unwrap();
    edit.apply(&mut plan).unwrap();
    let series = plan.get(Id::<Series>::new(1)).unwrap();
    assert_eq!(
        (series.published.clone(), series.actuals[&YEAR].text()),
        (None, "1")
    );
    assert_eq!(plan.about().data_forms, []);
    edit.reverse().apply(&mut plan).unwrap();
    assert_eq!(plan, before);
    assert!(edit::forget_data_form(&plan, "f9").is_err());
}

proptest! {
    #[test]
    fn e78_any_update_is_taken_back_by_one_step_and_changes_no_other_series(
        (seed, size) in seeds(4),
        figures in prop::collection::vec((any::<prop::sample::Index>(), 1990i32..2040, "[0-9X…-]{1,4}"), 0..8),
    ) {
        let plan = arbitrary::strategy(seed, size);
        let ids: Vec<_> = plan.series.iter().map(|series| series.id).collect();
        prop_assume!(!ids.is_empty());
        let named: Vec<_> = figures.iter().map(|(at, year, text)| (*at.get(&ids), FiscalYear(*year), Figure::read(text))).collect();
        let towns = plan.about().comparison_towns.clone();
        let change = DataUpdate { figures: named.clone(), towns, ..update("f1", "d1", &[]) };
        let Ok(edit) = edit::update_from_data(&plan, &change) else { return Ok(()) };
        let mut after = plan.clone();
        edit.apply(&mut after).unwrap();
        for series in plan.series.iter().filter(|series| named.iter().all(|(id, _, _)| *id != series.id)) {
            prop_assert_eq!(after.get(series.id).unwrap(), series);
        }
        edit.reverse().apply(&mut after).unwrap();
        prop_assert_eq!(after, plan);
    }
}
