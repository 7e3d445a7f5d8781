//! ロジックモデル.

use edit::{remove, set_links, set_stage};
use fixtures::sample;
use strategy::*;

#[test]
fn a_usual_stage_is_not_kept_and_what_is_removed_is_no_longer_mentioned() {
    let mut s = sample("mihon");
    // A closed year keeps its figures from being removed.
    let mut about = About::clone(&s.about());
    about.closings.clear();
    s.about.insert(about);
    let goal = s.goals.sorted()[0].id;
    let measure = s.measures_of(goal)[0].id;
    let kpi = s.get(measure).unwrap().kpis[0];
    let target = s.get(goal).unwrap().targets[0];
    let usual = s.get(goal).unwrap().stage_of(s.get(kpi).unwrap());
    set_stage(&s, goal, kpi, LogicStage::Middle)
        .unwrap()
        .apply(&mut s)
        .unwrap();
    assert_eq!(s.get(goal).unwrap().logic.as_ref().unwrap().stages.len(), 1);
    set_stage(&s, goal, kpi, usual)
        .unwrap()
        .apply(&mut s)
        .unwrap();
    assert_eq!(s.get(goal).unwrap().logic, None);

    let links = |from, to| vec![LogicLink::bare(from, to)];
    let (of, from) = (LogicSource::Measure(measure), LogicSource::Indicator(kpi));
    set_links(&s, goal, of, links(of, kpi))
        .unwrap()
        .apply(&mut s)
        .unwrap();
    set_links(&s, goal, from, links(from, target))
        .unwrap()
        .apply(&mut s)
        .unwrap();
    let before = s.clone();
    let undone = remove(&s, kpi).unwrap();
    undone.apply(&mut s).unwrap();
    assert_eq!(s.get(goal).unwrap().logic, None);
    assert_eq!(s.integrity(), []);
    s = before;
    remove(&s, measure).unwrap().apply(&mut s).unwrap();
    let kept = s.get(goal).unwrap().logic.clone().unwrap();
    assert_eq!(kept.links, links(from, target));
    assert_eq!(s.integrity(), []);
}
