//! Comparison of two strategies, with the words of their values.

use edit::Changes;
use edit::FigureCell;
use insight::compare::*;
use strategy::record::Field;
use strategy::*;
use words::value;

#[test]
fn tells_fields_years_and_whole_records() {
    let bytes = include_bytes!("../../../public/samples/kitamoto-2022.json");
    let old = format::json::read(bytes).expect("the sample is readable");
    let mut new = old.clone();
    let series = old.series.sorted()[0].clone();
    let goal = old.goals.sorted()[0].id;
    let mut apply = |make: &dyn Fn(&Strategy) -> Result<edit::Edit, edit::Refusal>| {
        make(&new.clone())
            .expect("allowed")
            .apply(&mut new)
            .expect("fits");
    };
    apply(&|s| edit::set_cell(s, series.id, FigureCell::Actual(FiscalYear(2023)), "435.0"));
    apply(&|s| {
        edit::set(s, goal, edit::Field::Title, |g| {
            g.title = "あたらしい名称".into()
        })
    });
    apply(&|s| edit::remove(s, old.indicators.sorted()[5].id));
    let all = differences(&old, &new, &Changes::between(&old, &new), value::display);
    let told = |d: &&Difference, field: &Field, year| {
        d.field
            .is_some_and(|told| (told.field, told.year) == (field, year))
    };
    let actuals = Series::actuals.field;
    let actual = all
        .iter()
        .find(|d| told(d, &actuals, Some(FiscalYear(2023))))
        .expect("told");
    assert_eq!(
        (actual.from.as_deref(), actual.to.as_deref()),
        (None, Some("435.0"))
    );
    assert_eq!(
        actual.title.of,
        old.get(series.indicator).expect("there").name
    );
    let title = all
        .iter()
        .find(|d| d.kind == Kind::Goal && told(d, &Goal::title.field, None))
        .expect("told");
    assert_eq!(title.to.as_deref(), Some("あたらしい名称"));
    assert!(
        all.iter()
            .any(|d| d.kind == Kind::Indicator && d.field.is_none() && d.to.is_none())
    );
    assert!(differences(&old, &old, &Changes::between(&old, &old), value::display).is_empty());
}

#[test]
fn i54_values_are_told_as_people_write_them_and_records_by_their_names() {
    let bytes = include_bytes!("../../../public/samples/mihon.json");
    let old = format::json::read(bytes).expect("the sample is readable");
    let (goals, sheet) = (old.goals.sorted(), old.sheets.sorted()[0].id);
    let (first, second) = (goals[0].clone(), goals[1].clone());
    let measure = old.measures_of(first.id)[0].id;
    let mut draft = edit::Draft::new(&old);
    let grant = Grant {
        effective: Some(false),
        ..Grant::default()
    };
    let period = Period {
        first: FiscalYear(2024),
        last: FiscalYear(2030),
    };
    let changed = draft
        .update(first.id, |g| g.kind = GoalKind::CrossCutting)
        .and_then(|()| draft.update(measure, |m| m.goal = second.id))
        .and_then(|()| draft.update(measure, |m| m.priority = false))
        .and_then(|()| draft.update(sheet, |y| y.printed_settled = Some(1_234_567)))
        .and_then(|()| draft.update(sheet, |y| y.grant = Some(grant)))
        .and_then(|()| draft.update(About::ID, |a| a.period = period));
    changed.expect("all are there");
    let new = draft.strategy().clone();
    let all = differences(&old, &new, &Changes::between(&old, &new), value::display);
    let told = |field: &Field| {
        let one = all
            .iter()
            .find(|d| d.field.is_some_and(|told| told.field == field));
        let one = one.unwrap_or_else(|| panic!("{}", field.name));
        (
            one.from.clone().unwrap_or_default(),
            one.to.clone().unwrap_or_default(),
        )
    };
    let text = |from: &str, to: &str| (from.to_owned(), to.to_owned());
    let kinds = text("基本目標", "横断的な目標");
    assert_eq!(told(&Goal::kind.field), kinds);
    assert_eq!(
        told(&Measure::goal.field),
        text(&first.title, &second.title)
    );
    assert_eq!(told(&Measure::priority.field), text("はい", ""));
    assert_eq!(told(&Sheet::printed_settled.field).1, "1,234,567");
    assert_eq!(told(&Grant::effective.field), text("", "いいえ"));
    assert_eq!(told(&About::period.field).1, "令和6年度～令和12年度");
}

#[test]
fn i54_differences_are_told_in_reading_order_each_with_its_measure_year_and_side() {
    let bytes = include_bytes!("../../../public/samples/hokuto-2024.json");
    let old = format::json::read(bytes).expect("the sample is readable");
    let mut new = old.clone();
    // Every line is changed, in an order that has nothing to do with the plan's.
    let mut ids: Vec<_> = old.lines.iter().map(|line| line.id).collect();
    ids.sort_by_key(|id| id.number() * 7919 % 127);
    for id in ids {
        let mut line = Line::clone(new.get(id).expect("there"));
        line.text.push('。');
        new.lines.insert(line);
    }
    let all = differences(&old, &new, &Changes::between(&old, &new), value::display);
    assert_eq!(all.len(), old.lines.iter().count());
    let numbers = insight::Numbers::of(&new);
    let told: Vec<_> = all
        .iter()
        .map(|d| {
            let code = d.ancestry.measure.map(|id| numbers.code_of(id));
            (
                code.expect("told"),
                d.ancestry.edition.expect("told"),
                d.ancestry.side.expect("told"),
            )
        })
        .collect();
    let mut sorted = told.clone();
    sorted.sort_by_key(|(code, year, side)| (code.clone(), *year, *side == Side::Planned));
    assert_eq!(told, sorted);
    // パブリックコメント手続の運用 stands in two measures: told apart.
    let twice = all
        .iter()
        .filter(|d| d.title.own == "パブリックコメント手続の運用");
    let mut stands: Vec<_> = twice
        .map(|d| (d.ancestry.measure, d.ancestry.side))
        .collect();
    let count = stands.len();
    stands.dedup();
    assert!(count > 2 && stands.len() == count);
}
