//! The file of a table: a small plan of its own, with which a table works without the plan.

use strategy::*;

/// Returns the file for a table: the session, the parts of the plan it chose, and the ideas of the table so far (W6).
/// `None`: there is no such session.
pub fn table_file(strategy: &Strategy, session: Id<Session>, table: &str) -> Option<Strategy> {
    let chosen = strategy.get(session)?;
    let about = strategy.about();
    let mut file = Strategy::default();
    file.about.insert(About {
        title: about.title.clone(),
        town: about.town.clone(),
        period: about.period,
        stage: about.told_stage(),
        ..About::default()
    });
    file.sessions.insert(Session {
        at_table: table.to_owned(),
        ..Session::clone(chosen)
    });
    subjects(strategy, chosen, &mut file);
    indicators(strategy, chosen, &mut file);
    ideas(strategy, session, &mut file);
    Some(file)
}

/// The goals spoken about, and those that aim at what is shown; under them, what the town does about that.
fn subjects(strategy: &Strategy, session: &Session, file: &mut Strategy) {
    let shown = |all: &[Id<Indicator>]| -> Vec<Id<Indicator>> {
        let all = all.iter().copied();
        all.filter(|id| session.indicators.contains(id)).collect()
    };
    let tied: Vec<Id<Measure>> = session
        .indicators
        .iter()
        .flat_map(|id| strategy.measures_for(*id))
        .collect();
    let measures = strategy
        .measures
        .iter()
        .filter(|one| tied.contains(&one.id));
    for measure in measures {
        file.measures.insert(Measure {
            id: measure.id,
            goal: measure.goal,
            order: measure.order.clone(),
            number: measure.number.clone(),
            title: measure.title.clone(),
            kpis: shown(&measure.kpis),
            ..Measure::default()
        });
    }
    let is_needed = |goal: &Goal| {
        let mut under = file.measures.iter();
        session.goals.contains(&goal.id) || under.any(|one| one.goal == goal.id)
    };
    let goals: Vec<_> = strategy.goals.iter().filter(|one| is_needed(one)).collect();
    for goal in goals {
        file.goals.insert(Goal {
            targets: shown(&goal.targets),
            aligned: Vec::new(),
            grounds: Vec::new(),
            logic: None,
            note: String::new(),
            ..Goal::clone(goal)
        });
    }
}

fn indicators(strategy: &Strategy, session: &Session, file: &mut Strategy) {
    let all = strategy.indicators.iter();
    for indicator in all.filter(|one| session.indicators.contains(&one.id)) {
        file.indicators.insert(Indicator {
            grounds: Vec::new(),
            note: String::new(),
            changes: Vec::new(),
            ratings: Default::default(),
            ..Indicator::clone(indicator)
        });
        for series in strategy.series.under(indicator.id) {
            file.series.insert(series.clone());
        }
    }
}

/// The ideas without what the office says of them, and without who voted how.
fn ideas(strategy: &Strategy, session: Id<Session>, file: &mut Strategy) {
    let all = strategy.ideas.iter();
    for idea in all.filter(|one| one.session == Some(session)) {
        let here = |goal: &Id<Goal>| file.goals.contains(*goal);
        let shown = |indicator: &Id<Indicator>| file.indicators.contains(*indicator);
        let idea = Idea {
            goal: idea.goal.filter(here),
            measure: None,
            indicator: idea.indicator.filter(shown),
            merged: None,
            results: Vec::new(),
            state: None,
            answer: String::new(),
            changed_goals: Vec::new(),
            changed_measures: Vec::new(),
            changed_indicators: Vec::new(),
            ..Idea::clone(idea)
        };
        file.ideas.insert(idea);
    }
}
