//! Inputs far larger than those of a town: the time they take grows in proportion.

use std::time::Instant;

use edit::merge::{ChoicesOf, gather};
use format::{json, stratml};
use output::hands::{hash_of, incoming, part_of, returned};
use strategy::*;

fn told<T>(name: &str, work: impl FnOnce() -> T) -> T {
    let begun = Instant::now();
    let done = work();
    println!("{name}: {} ms", begun.elapsed().as_millis());
    done
}

fn sizes() -> Vec<usize> {
    let sizes = std::env::var("BIG").unwrap_or("2000,4000".to_owned());
    sizes.split(',').map(|n| n.parse().unwrap()).collect()
}

#[test]
#[ignore = "prints where the time goes"]
fn times_of_a_merge() {
    sizes().into_iter().for_each(merge);
}

#[test]
#[ignore = "prints where the time goes"]
fn times_of_a_plan() {
    sizes().into_iter().for_each(plan);
}

#[test]
#[ignore = "prints where the time goes"]
fn times_of_a_paste() {
    sizes().into_iter().for_each(paste);
}

fn merge(n: usize) {
    for bytes in [
        &include_bytes!("../../public/samples/hokuto-2024.json")[..],
        include_bytes!("../../public/samples/mihon.json"),
    ] {
        merge_of(bytes, n);
    }
}

fn merge_of(bytes: &[u8], n: usize) {
    let mut mine: Strategy = json::read(bytes).unwrap();
    let measure = mine.measures.ids().next().unwrap();
    let mut part = HandedPart {
        id: "1".into(),
        records: vec![measure.to_string()],
        ..HandedPart::default()
    };
    part.hash = hash_of(&part_of(&mine, &part));
    mine.about.insert(About {
        handed_out: vec![part.clone()],
        ..About::clone(&mine.about())
    });
    let mut theirs = part_of(&mine, &part);
    for at in 0..n {
        theirs.initiatives.insert(Initiative {
            id: Id::new(1_000_000 + at as u64),
            measure,
            order: Order::nth(at + 50),
            title: format!("取組{at}"),
            ..Initiative::default()
        });
    }
    let text = told("write", || json::write(&theirs));
    let theirs = told("read", || json::read(text.as_bytes()).unwrap());
    let one = told("incoming", || incoming(&mine, theirs, &[]).unwrap());
    let back = told("returned", || vec![returned(&mine, &one, Some(&mine))]);
    let all = told("gather", || gather(&mine, &back, &ChoicesOf::new()));
    let rows = told("rows", || all.rows());
    let numbers = insight::Numbers::of(&mine);
    let merge = &all.merges()[0];
    told("told", || {
        rows.iter()
            .filter(|(_, row)| words::hands::told(merge, row, &numbers).title.is_empty())
            .count()
    });
    told("can", || {
        rows.iter()
            .filter(|(_, row)| merge.can_be_both(row.spot) || merge.can_be_own(row.spot))
            .count()
    });
    told("doubles", || {
        rows.iter()
            .filter(|(_, row)| merge.doubles().iter().any(|d| d.theirs == row.spot.record))
            .count()
    });
    told("tallies", || all.tallies());
    let edit = told("edit", || all.edit().unwrap());
    told("apply", || {
        let mut m = mine.clone();
        edit.apply(&mut m).unwrap();
    });
    told("check", || {
        insight::checks::check(
            all.after(),
            insight::checks::AsOf {
                year: FiscalYear(2024),
                day: None,
            },
        )
        .len()
    });
}

fn plan(n: usize) {
    let goals: String = (0..n)
        .map(|at| {
            format!(
                "<Goal><Name>目標{at}</Name><Objective><Name>施策{at}</Name></Objective></Goal>"
            )
        })
        .collect();
    let xml = format!(
        "<StrategicPlan xmlns=\"urn:ISO:std:iso:17469:tech:xsd:stratml_core\"><Name>計画</Name><StrategicPlanCore><Organization><Name>町</Name></Organization><Vision/><Mission/>{goals}</StrategicPlanCore></StrategicPlan>"
    );
    let read = told("stratml read", || stratml::read(xml.as_bytes()).unwrap());
    let mut next = 0;
    let taken = told("stratml plan", || {
        recognise::stratml::plan(&read.document, || {
            next += 1;
            next
        })
        .unwrap()
    });
    let s = taken.strategy;
    println!("goals {} measures {}", s.goals.len(), s.measures.len());
    told("integrity", || s.integrity().len());
    told("numbers", || insight::Numbers::of(&s));
    let text = told("json write", || json::write(&s));
    told("json read", || json::read(text.as_bytes()).unwrap());
    told("overview", || {
        insight::overview::overview_of(&s, FiscalYear(2024))
    });
    told("check", || {
        insight::checks::check(
            &s,
            insight::checks::AsOf {
                year: FiscalYear(2024),
                day: None,
            },
        )
        .len()
    });
    told("stratml nested", || {
        let deep = 20_000;
        let xml = format!(
            "<StrategicPlan><Name>計画</Name><StrategicPlanCore>{}{}</StrategicPlanCore></StrategicPlan>",
            "<Goal><Name>a</Name>".repeat(n.min(deep)),
            "</Goal>".repeat(n.min(deep))
        );
        match stratml::read(xml.as_bytes()) {
            Ok(read) => println!("left {:?}", read.left),
            Err(why) => println!("{why:?}"),
        }
    });
}

fn paste(n: usize) {
    let mut text = "指標名\t単位\t基準値(R6)\t目標値(R11)\t担当課\n".to_owned();
    for at in 0..n {
        text.push_str(&format!("指標{at}\t人\t{}\t{}\t福祉課\n", at + 1, at + 20));
    }
    let s = Strategy::default();
    let table = told("table", || recognise::read_table(&text, &s));
    let newcomers: Vec<_> = table
        .indicators
        .iter()
        .map(|one| edit::NewIndicator {
            indicator: one.indicator.clone(),
            series: one.series.clone(),
            goals: vec![],
        })
        .collect();
    let mut next = 0;
    told("add", || {
        edit::add_indicators(&s, &newcomers, || {
            next += 1;
            next
        })
        .unwrap()
    });
    let outline: String = (0..n)
        .map(|at| {
            format!(
                "基本目標{} 目標\n施策{} 名前\n・取組{at}\n",
                at / 50 + 1,
                at
            )
        })
        .collect();
    told("outline", || {
        recognise::read_outline(&outline, &s, &recognise::SaidMarks::default())
    });
}
