//! 計画書 as a document: a cover, the table of contents, the chapters, and every goal, measure and initiative under a heading
//! of its own with what is measured there; then what the plan is tied to and rests on.

use std::rc::Rc;
use std::sync::Arc;

use super::{COVER_SIDE, titled};
use crate::export::writing::{WritingStep, step};
use crate::fingerprint;
use crate::paper::{
    self, BOOK_PARTS, ReportData, ReportFacts, Under, book_part, measures_chapter, sections,
};
use ::words::{Word, model, outline, paper as words, review};
use format::document::{Block, Cell, Document, First, RecordTable, Style};
use insight::appraisal::Appraisal;
use insight::overview::listed;
use strategy::*;

/// The whole plan.
pub fn whole(data: &ReportData) -> Document {
    let mut document = begun(data);
    let appraisal = Appraisal::of(data.strategy, data.judged);
    for goal in data.goals(None) {
        document.blocks.extend(goal_parts(data, &appraisal, goal));
    }
    for at in 0..BOOK_PARTS {
        document.blocks.extend(other_parts(data, at));
    }
    document
}

/// Its making in pieces: goal by goal.
pub fn whole_steps() -> Vec<WritingStep> {
    vec![WritingStep::new(|draft| {
        let facts = Rc::new(ReportFacts::of(&draft.strategy, draft.today));
        let data = facts.data(&draft.strategy);
        draft.document = begun(&data);
        let appraisal = Rc::new(Appraisal::of(&draft.strategy, data.judged));
        let mut steps: Vec<WritingStep> = Vec::new();
        for goal in data.goals(None) {
            let (goal, facts, appraisal) = (Arc::clone(goal), facts.clone(), appraisal.clone());
            steps.push(step(move |draft| {
                let data = facts.data(&draft.strategy);
                draft
                    .document
                    .blocks
                    .extend(goal_parts(&data, &appraisal, &goal));
            }));
        }
        for at in 0..BOOK_PARTS {
            let facts = facts.clone();
            steps.push(step(move |draft| {
                let data = facts.data(&draft.strategy);
                draft.document.blocks.extend(other_parts(&data, at));
            }));
        }
        Ok(steps)
    })]
}

/// Cover and chapters, and the heading of what follows.
fn begun(data: &ReportData) -> Document {
    let about = data.strategy.about();
    let mut all = cover(&about);
    all.extend(chapters(data));
    if !data.strategy.goals.is_empty() {
        all.push(Block::NewPage);
        let name = measures_chapter(data.strategy);
        let name = name.unwrap_or_else(|| words::structure().to_owned());
        all.push(Block::Heading(1, name));
    }
    Document {
        cover: true,
        side: COVER_SIDE,
        scale: data.scale,
        blocks: all,
        foot: words::fingerprint(fingerprint(data.strategy)),
        ..titled(&about, words::book().0)
    }
}

/// One of the parts that follow goals and measures.
fn other_parts(data: &ReportData, at: usize) -> Vec<Block> {
    let (name, blocks) = book_part(data, at);
    if blocks.is_empty() {
        return Vec::new();
    }
    let mut all = vec![Block::NewPage, Block::Heading(1, name.to_owned())];
    all.extend(blocks);
    all
}

/// The cover: the town, the title of the plan, its period and its stage.
fn cover(about: &About) -> Vec<Block> {
    let period = words::cover_period(model::period(about.period));
    let stage = words::cover_stage(about.told_stage().word());
    let below = [about.town.name.clone(), period, stage].into_iter();
    let below = below.filter(|text| !text.trim().is_empty());
    let mut all = vec![Block::Text(Style::Title, about.title.clone())];
    all.extend(below.map(|text| Block::Text(Style::Subtitle, text)));
    all.extend([
        Block::NewPage,
        Block::Contents(words::contents().to_owned()),
        Block::NewPage,
    ]);
    all
}

/// Chapter by chapter, point by point.
fn chapters(data: &ReportData) -> Vec<Block> {
    let of = |block| match block {
        Block::Heading(2, text) => Block::Heading(1, text),
        Block::Text(Style::Label, text) => Block::Heading(2, text),
        other => other,
    };
    sections(data, Under::NoMeasures)
        .into_iter()
        .map(of)
        .collect()
}

/// A goal with its measures.
fn goal_parts(data: &ReportData, appraisal: &Appraisal, goal: &Goal) -> Vec<Block> {
    WholeWriter { data, appraisal }.goal(goal)
}

struct WholeWriter<'a> {
    data: &'a ReportData<'a>,
    appraisal: &'a Appraisal,
}

impl WholeWriter<'_> {
    fn goal(&self, goal: &Goal) -> Vec<Block> {
        let s = self.data.strategy;
        let mut all = vec![Block::Heading(2, self.data.goal(goal.id))];
        all.extend(said(&words::subtitle(&goal.subtitle)));
        all.extend(said(&goal.direction));
        all.extend(self.figures(words::targets(), &goal.targets));
        let measures = s.measures_of(goal.id);
        let divisions = s.divisions.under(goal.id);
        let known = |id: &Id<Division>| divisions.iter().any(|one| one.id == *id);
        let loose = measures
            .iter()
            .filter(|one| one.division.as_ref().is_none_or(|id| !known(id)));
        all.extend(loose.flat_map(|one| self.measure(one, 3)));
        for division in &divisions {
            let number = self.data.numbers.division(division.id);
            let name = words::division(&division.label, &number, &division.title);
            all.push(Block::Heading(3, name));
            let under = measures
                .iter()
                .filter(|one| one.division == Some(division.id));
            all.extend(under.flat_map(|one| self.measure(one, 4)));
        }
        all
    }

    fn measure(&self, measure: &Measure, depth: usize) -> Vec<Block> {
        let name = words::measure(&self.data.measure(measure), measure.priority);
        let mut all = vec![Block::Heading(depth, name)];
        if !measure.owner.trim().is_empty() {
            all.push(Block::Text(Style::Above, words::owner(&measure.owner, 0)));
        }
        all.extend(said(&measure.direction));
        all.extend(self.figures(review::kpi_columns()[0], &measure.kpis));
        all.extend(self.initiatives(measure.id));
        all
    }

    /// Returns a table of baselines and targets. Progress is shown in 指標一覧.
    fn figures(&self, name: &str, ids: &[Id<Indicator>]) -> Option<Block> {
        let all = listed(self.data.strategy, self.appraisal, ids);
        (!all.is_empty()).then(|| {
            Block::table(
                paper::at_a_glance(name, false),
                all.iter()
                    .flat_map(|one| paper::glances(one, false))
                    .collect(),
            )
        })
    }

    /// A row each, with what is said of it; a list where nothing is said of any.
    fn initiatives(&self, measure: Id<Measure>) -> Vec<Block> {
        let all = self.data.strategy.initiatives.under(measure);
        if all.is_empty() {
            return Vec::new();
        }
        let is_bare =
            |one: &&Arc<Initiative>| one.text.trim().is_empty() && one.owner.trim().is_empty();
        if all.iter().all(is_bare) {
            let lines: Vec<_> = all.iter().map(|one| self.listed(one)).collect();
            return vec![
                Block::Text(Style::Label, words::initiatives().to_owned()),
                Block::Text(Style::Body, lines.join("\n")),
            ];
        }
        let owner = |owner: &str| match owner.trim() {
            "" => String::new(),
            owner => words::owner(owner, 0),
        };
        let table = RecordTable::of(all)
            .text(words::initiatives(), 58, |one| {
                Cell::noted(self.named(one), owner(&one.owner))
            })
            .text(words::work(), 0, |one| one.text.clone())
            .first(First::Name);
        vec![table.block()]
    }

    /// A line of a list.
    fn listed(&self, one: &Initiative) -> String {
        match self.data.numbers.initiative(one.id).as_str() {
            "" => words::bullet(self.named(one)),
            _ => self.named(one),
        }
    }

    /// Its number, its title, and that it is 新規 or 再掲.
    fn named(&self, one: &Initiative) -> String {
        let name = words::numbered(&self.data.numbers.initiative(one.id), &one.title);
        let reprise = one.reprise.is_some().then(|| outline::reprise_of("").0);
        let marks = one.new.then(outline::new).into_iter().chain(reprise);
        marks.fold(name, words::initiative_marked)
    }
}

/// A text, where there is one.
fn said(text: &str) -> Option<Block> {
    let text = text.trim();
    (!text.is_empty()).then(|| Block::Text(Style::Body, text.to_owned()))
}
