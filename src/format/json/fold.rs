//! From records to the nested shape of the file, one record at a time; children are put in by the writer.

use std::sync::Arc;

use super::v1;
use crate::strategy::*;

/// 表紙, with every list left empty.
pub fn file(about: &About) -> v1::File {
    v1::File {
        format: super::FORMAT.to_owned(),
        version: super::VERSION,
        title: about.title.clone(),
        town: about.town.clone(),
        period: about.period,
        stage: about.stage,
        note: about.note.clone(),
        sources: about.sources.clone(),
        ruleset: about.ruleset.clone(),
        closings: about.closings.clone(),
        sections: Vec::new(),
        goals: Vec::new(),
        indicators: Vec::new(),
        frameworks: Vec::new(),
        supports: Vec::new(),
        bodies: Vec::new(),
        lanes: Vec::new(),
        ideas: Vec::new(),
    }
}

/// 章.
pub fn section(r: &Section) -> v1::Section {
    v1::Section {
        id: r.id,
        kind: r.kind,
        number: r.number.clone(),
        title: r.title.clone(),
        text: r.text.clone(),
        points: r.points.clone(),
    }
}

/// 基本目標, without measures and divisions.
pub fn goal(r: &Goal) -> v1::Goal {
    v1::Goal {
        id: r.id,
        kind: r.kind,
        number: r.number.clone(),
        title: r.title.clone(),
        subtitle: r.subtitle.clone(),
        direction: r.direction.clone(),
        targets: r.targets.clone(),
        aligned: r.aligned.clone(),
        note: r.note.clone(),
        measures: Vec::new(),
        divisions: Vec::new(),
    }
}

/// 基本計画・柱, without measures.
pub fn division(r: &Division) -> v1::Division {
    v1::Division {
        id: r.id,
        label: r.label.clone(),
        number: r.number.clone(),
        title: r.title.clone(),
        measures: Vec::new(),
    }
}

/// 施策, with its initiatives and sheets.
pub fn measure(
    r: &Measure,
    initiatives: Vec<v1::Initiative>,
    sheets: Vec<v1::Sheet>,
) -> v1::Measure {
    v1::Measure {
        id: r.id,
        number: r.number.clone(),
        title: r.title.clone(),
        direction: r.direction.clone(),
        priority: r.priority,
        kpis: r.kpis.clone(),
        related: r.related.clone(),
        aligned: r.aligned.clone(),
        owner: r.owner.clone(),
        note: r.note.clone(),
        initiatives,
        sheets,
    }
}

/// 具体的取組.
pub fn initiative(r: &Initiative) -> v1::Initiative {
    v1::Initiative {
        id: r.id,
        number: r.number.clone(),
        title: r.title.clone(),
        text: r.text.clone(),
        new: r.new,
        reprise: r.reprise.clone(),
        supports: r.supports.clone(),
        aligned: r.aligned.clone(),
        owner: r.owner.clone(),
    }
}

/// 実施計画・評価シート, with its lines.
pub fn sheet(r: &Sheet, lines: &[&Arc<Line>]) -> v1::Sheet {
    let side = |side| {
        let of_side = lines.iter().filter(|l| l.side == side);
        of_side.map(|l| line(l)).collect()
    };
    v1::Sheet {
        id: r.id,
        year: r.year,
        done: side(Side::Done),
        printed_settled: r.printed_settled,
        results: r.results.clone(),
        rating: r.rating.clone(),
        opinions: r.opinions.clone(),
        improvements: r.improvements.clone(),
        outline: r.outline.clone(),
        planned: side(Side::Planned),
        printed_budget: r.printed_budget,
        note: r.note.clone(),
        grant: r.grant.clone(),
    }
}

fn line(r: &Line) -> v1::Line {
    v1::Line {
        id: r.id,
        initiative: r.initiative,
        title: r.title.clone(),
        marks: r.marks.clone(),
        text: r.text.clone(),
        settled: r.settled.clone(),
        budgets: r.budgets.clone(),
        courses: r.courses.clone(),
        funding: r.funding,
        funds: r.funds.clone(),
        note: r.note.clone(),
    }
}

/// 指標, with its series.
pub fn indicator(r: &Indicator, rows: &[&Arc<Series>]) -> v1::Indicator {
    v1::Indicator {
        id: r.id,
        code: r.code.clone(),
        name: r.name.clone(),
        unit: r.unit.clone(),
        desired: r.desired,
        counting: r.counting,
        nature: r.nature,
        definition: r.definition.clone(),
        method: r.method.clone(),
        source: r.source.clone(),
        owner: r.owner.clone(),
        rationale: r.rationale.clone(),
        note: r.note.clone(),
        tolerance: r.tolerance,
        breaks: r.breaks.clone(),
        series: rows.iter().map(|s| series(s)).collect(),
        changes: r.changes.clone(),
        ratings: r.ratings.clone(),
    }
}

fn series(r: &Series) -> v1::Series {
    v1::Series {
        id: r.id,
        name: r.name.clone(),
        baseline: r.baseline.clone(),
        targets: r.targets.clone(),
        actuals: r.actuals.clone(),
        without_policy: r.without_policy.clone(),
        notes: r.notes.clone(),
    }
}

/// 枠組み, with its items.
pub fn framework(r: &Framework, items: &[&Arc<FrameworkItem>]) -> v1::Framework {
    v1::Framework {
        id: r.id,
        kind: r.kind,
        title: r.title.clone(),
        source: r.source.clone(),
        text: r.text.clone(),
        items: items.iter().map(|i| framework_item(i)).collect(),
    }
}

fn framework_item(r: &FrameworkItem) -> v1::FrameworkItem {
    v1::FrameworkItem {
        id: r.id,
        kind: r.kind,
        number: r.number.clone(),
        title: r.title.clone(),
        subtitle: r.subtitle.clone(),
        points: r.points.clone(),
    }
}

/// 支援施策.
pub fn support(r: &Support) -> v1::Support {
    v1::Support {
        id: r.id,
        kind: r.kind,
        number: r.number.clone(),
        title: r.title.clone(),
        text: r.text.clone(),
        provider: r.provider.clone(),
    }
}

/// 会議体.
pub fn body(r: &Body) -> v1::Body {
    v1::Body {
        id: r.id,
        title: r.title.clone(),
        role: r.role.clone(),
    }
}

/// 日程のレーン, with its items.
pub fn lane(r: &Lane, items: &[&Arc<TimetableItem>]) -> v1::Lane {
    v1::Lane {
        id: r.id,
        title: r.title.clone(),
        stages: r.stages,
        items: items.iter().map(|i| timetable_item(i)).collect(),
    }
}

fn timetable_item(r: &TimetableItem) -> v1::TimetableItem {
    v1::TimetableItem {
        id: r.id,
        body: r.body,
        from: r.from,
        to: r.to,
        title: r.title.clone(),
        points: r.points.clone(),
        done: r.done,
    }
}

/// 意見・アイデア.
pub fn idea(r: &Idea) -> v1::Idea {
    v1::Idea {
        id: r.id,
        text: r.text.clone(),
        goal: r.goal,
        table: r.table.clone(),
        date: r.date.clone(),
        votes: r.votes,
        answer: r.answer.clone(),
    }
}
