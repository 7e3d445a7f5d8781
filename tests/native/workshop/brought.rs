//! Files that people bring for merging: the same file twice, an edited copy, one of another session, a damaged one,
//! and files of older apps. Each is reported in words; nothing is duplicated, nothing is lost.

use ::words::{Language, Say, Voice, workshop as words};
use edit::{Field, Gather, Refusal};
use format::json;
use insight::workshop::{Votes, merged_by_head, merged_with, tallies};
use serde_json::{Value, json};
use strategy::*;

use super::{SESSION, plan, table};

/// Merges the files as the page does: one file per step, each with a report.
fn brought(here: &mut Strategy, files: &[(&str, &[u8])]) -> Vec<String> {
    let tell = |(name, bytes): &(&str, &[u8])| {
        let read = match json::read(bytes) {
            Ok(read) => read,
            Err(why) => return format!("{name}: {}", why.say()),
        };
        let mut gather = Gather::new(here, SESSION);
        let told = match gather.take(&read) {
            Ok(gathered) => words::gathered(name, &gathered),
            Err(why) => words::not_gathered(name, &why),
        };
        match gather.finish() {
            Ok(edit) => edit.apply(here).unwrap(),
            Err(why) => assert_eq!(why, Refusal::Nothing),
        }
        told
    };
    Voice::compiled_in(Language::Japanese).says(|| files.iter().map(tell).collect())
}

/// Returns the file as version 1 and version 0 wrote it.
fn older(text: &str) -> [String; 2] {
    let mut file: Value = serde_json::from_str(text).unwrap();
    file["version"] = json!(1);
    let first = file.to_string();
    file["version"] = json!(0);
    // In version 0 a town was its name.
    file["town"] = json!("みほん町");
    for goal in file["goals"].as_array_mut().unwrap() {
        let goal = goal.as_object_mut().unwrap();
        if let Some(targets) = goal.remove("targets") {
            goal.insert("kpis".to_owned(), targets);
        }
    }
    let last = file["period"]["last"].to_string();
    for indicator in file["indicators"].as_array_mut().unwrap() {
        flatten(indicator, &last);
    }
    [first, file.to_string()]
}

/// In version 0 an indicator had one series, whose figures were its own.
fn flatten(indicator: &mut Value, last: &str) {
    let Value::Array(series) = indicator["series"].take() else {
        return;
    };
    let [series] = &series[..] else {
        panic!("one series alone: {series:?}");
    };
    let series = series.as_object().unwrap().clone();
    let indicator = indicator.as_object_mut().unwrap();
    indicator.remove("series");
    for (name, value) in series {
        match name.as_str() {
            "id" => assert_eq!(
                value,
                json!(indicator["id"].as_str().unwrap().replace('k', "r"))
            ),
            "baseline" => {
                indicator.insert(name, value["figure"].clone());
                if let Some(at) = value.get("at") {
                    indicator.insert("baseline_at".to_owned(), at.clone());
                }
            }
            "targets" => {
                assert_eq!(
                    value.as_object().unwrap().keys().collect::<Vec<_>>(),
                    [last]
                );
                indicator.insert("target".to_owned(), value[last].clone());
            }
            "actuals" => {
                indicator.insert(name, value);
            }
            other => panic!("version 0 had no {other}"),
        }
    }
}

#[test]
fn each_file_that_is_brought_is_told_and_nothing_is_doubled_or_lost() {
    let file = table("A", 1_000, 4, 3);
    let text = json::write(&file);
    let mut copy = file.clone();
    let first = copy.ideas.ids().next().unwrap();
    let rewrite = |idea: &mut Idea| idea.text = "書き直した考え".to_owned();
    let rewritten = edit::rewrite_idea(&copy, first, Field::Text, 5_000, rewrite).unwrap();
    rewritten.apply(&mut copy).unwrap();
    let mut other = file.clone();
    let session = Session::clone(other.get(SESSION).unwrap());
    other.sessions.remove(SESSION);
    other.sessions.insert(Session {
        id: Id::new(901),
        title: "秋の会".to_owned(),
        ..session
    });
    for idea in file.ideas.iter() {
        other.ideas.insert(Idea {
            session: Some(Id::new(901)),
            ..Idea::clone(idea)
        });
    }
    for ballot in file.ballots.iter() {
        other.ballots.insert(Ballot {
            session: Id::new(901),
            ..Ballot::clone(ballot)
        });
    }
    let [edited, other] = [copy, other].map(|one| json::write(&one));
    let damaged = &text.as_bytes()[..text.len() - 40];
    let mut here = plan();
    let told = brought(
        &mut here,
        &[
            ("卓A.json", text.as_bytes()),
            ("卓A (1).json", text.as_bytes()),
            ("直した.json", edited.as_bytes()),
            ("秋.json", other.as_bytes()),
            ("壊れた.json", damaged),
            ("前の計画.json", include_bytes!("../../data/v1/odd.json")),
        ],
    );
    assert_eq!(
        told[..4],
        [
            "卓A.json：テーブルAから意見4件、投票3件を集めました。",
            "卓A (1).json：すべて集めたものでした。増えたものはありません。",
            "直した.json：テーブルAから意見0件、投票0件を集めました。書き方が変わった意見1件は、両方の書き方を残しました。",
            "秋.json：別の会「秋の会」のファイルです。何も取り込んでいません。",
        ]
    );
    assert!(told[4].starts_with("壊れた.json: "), "{}", told[4]);
    assert_eq!(
        told[5],
        "前の計画.json：対話の会のないファイルです。何も取り込んでいません。"
    );
    assert_eq!((here.ideas.len(), here.ballots.len()), (4, 3));
    let idea = here.ideas.get(first).unwrap();
    assert_eq!(
        (idea.text.as_str(), idea.wordings.len()),
        ("書き直した考え", 1)
    );
}

/// Returns a table's file with data that version 0 wrote in another form.
fn with_figures(mut file: Strategy) -> Strategy {
    let mut about = About::clone(&file.about());
    about.town.name = "みほん町".to_owned();
    (about.period.first, about.period.last) = (FiscalYear(2025), FiscalYear(2029));
    file.about.insert(about);
    let mut goal = Goal::clone(file.get(Id::new(1)).unwrap());
    goal.targets = vec![Id::new(1)];
    file.goals.insert(goal);
    let mut series = Series::clone(file.get(Id::new(1)).unwrap());
    series.baseline = Some(Baseline {
        figure: Figure::read("120"),
        at: None,
    });
    series.targets = [(FiscalYear(2029), Figure::read("130"))].into();
    series.actuals = [(FiscalYear(2025), Figure::read("118"))].into();
    file.series.insert(series);
    file
}

#[test]
fn a_tables_file_of_an_older_app_is_gathered_like_one_of_today() {
    let text = json::write(&with_figures(table("A", 1_000, 4, 3)));
    let mut today = plan();
    brought(&mut today, &[("今.json", text.as_bytes())]);
    for older in older(&text) {
        let mut here = plan();
        let told = brought(&mut here, &[("前.json", older.as_bytes())]);
        assert_eq!(
            told,
            ["前.json：テーブルAから意見4件、投票3件を集めました。"]
        );
        assert_eq!(here, today);
        assert_eq!(json::read(older.as_bytes()), json::read(text.as_bytes()));
        // The same file of today's app adds nothing to it.
        let told = brought(&mut here, &[("今.json", text.as_bytes())]);
        assert_eq!(
            told,
            ["今.json：すべて集めたものでした。増えたものはありません。"]
        );
        assert_eq!(here, today);
    }
    // A file of a newer app is reported, and not read in part.
    let newer = text.replacen("\"version\": 2", "\"version\": 3", 1);
    assert_ne!(newer, text);
    let mut here = plan();
    let told = brought(&mut here, &[("先.json", newer.as_bytes())]);
    assert!(told[0].starts_with("先.json: "), "{}", told[0]);
    assert_eq!(here, plan());
}

#[test]
fn what_many_ideas_were_given_is_what_each_was_given() {
    let mut here = plan();
    let text = json::write(&table("A", 1_000, 9, 20));
    brought(&mut here, &[("卓A.json", text.as_bytes())]);
    let ids: Vec<Id<Idea>> = here.ideas.ids().collect();
    for (id, into) in [(0, 1), (2, 1), (3, 4)] {
        let merged = edit::merge_ideas(&here, ids[id], ids[into]).unwrap();
        merged.apply(&mut here).unwrap();
    }
    let (votes, merged) = (Votes::with_merged(&here), merged_by_head(&here));
    for idea in here.ideas.iter() {
        let one = match idea.merged {
            None => Votes::for_one(&here, idea.id),
            Some(_) => Vec::new(),
        };
        assert_eq!(votes.get(idea.id), one);
        let with: Vec<_> = merged_with(&here, idea.id)
            .iter()
            .map(|one| one.id)
            .collect();
        assert_eq!(merged.get(&idea.id).cloned().unwrap_or_default(), with);
    }
    // Every row of the counts has the votes of an idea and of those merged into it.
    let counts = tallies(&here, SESSION);
    for tally in &counts {
        for row in &tally.rows {
            let votes = votes.get(row.idea);
            let own = votes.iter().find(|one| one.result.kind == tally.kind);
            let own = own.map(|one| (one.result.votes, one.result.people));
            let counted = (row.count.votes, tally.people);
            assert_eq!(own, (row.count.votes > 0).then_some(counted));
        }
    }
    assert_eq!(counts[0].rows.len(), 6);
}
