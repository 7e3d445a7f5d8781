//! いただいたご意見と反映: what people said, goal by goal, and what became of it.

use std::cmp::Reverse;
use std::sync::Arc;

use super::parts::{link, list};
use crate::markup::{Element, element, text};
use crate::pages::Page;
use crate::pages::parts::{badge, entry, link_line, paragraphs};
use crate::site::address::SitePage;
use crate::site::context::Site;
use ::words::{Word, model, site as words, time, votes};
use insight::workshop::{IdeaVotes, Votes, merged_with};
use strategy::*;

pub fn page(site: &Site) -> Vec<Element> {
    let s = site.strategy();
    let heads = s.ideas.iter().filter(|idea| idea.merged.is_none());
    let answered = heads.clone().filter(|idea| !idea.is_unanswered());
    let told = words::ideas_note(heads.count(), answered.count());
    let mut page = vec![text("h1", words::ideas()), text("p", &told)];
    let votes = Votes::with_merged(s);
    for goal in s.goals.sorted() {
        let heading = element("h2")
            .child(badge(goal.kind, &site.of.numbers.goal(goal.id)))
            .child(link(
                SitePage::Read(Page::Goal(goal.id)),
                model::named(&goal.title),
            ));
        page.extend(of_goal(site, &votes, Some(goal.id), heading));
    }
    page.extend(of_goal(
        site,
        &votes,
        None,
        text("h2", words::ideas_of_whole()),
    ));
    page
}

/// Lists the ideas about a goal: of one session and kind of votes together, those with most votes first; then those
/// without votes. `None`: about the plan as a whole.
fn of_goal(site: &Site, votes: &Votes, goal: Option<Id<Goal>>, heading: Element) -> Vec<Element> {
    let s = site.strategy();
    let is_there = |goal: &Id<Goal>| s.goals.contains(*goal);
    let all = s.ideas.sorted().into_iter();
    let said = all.filter(|idea| idea.merged.is_none() && idea.goal.filter(is_there) == goal);
    let mut said: Vec<(&Arc<Idea>, Vec<IdeaVotes>)> =
        said.map(|idea| (idea, votes.get(idea.id))).collect();
    sort::by_key(&mut said, |(_, votes)| rank(votes));
    match said.is_empty() {
        true => Vec::new(),
        false => {
            let said = said.iter().map(|(idea, votes)| {
                let address = link(SitePage::Idea(idea.id), words::idea_address());
                let address = element("p").class("sub").child(address);
                one(site, idea, votes)
                    .with("id", &idea.id.to_string())
                    .child(address)
            });
            std::iter::once(heading).chain(said).collect()
        }
    }
}

/// Votes of two kinds, or of two sessions, do not compare. Those of no session come behind.
fn rank(votes: &[IdeaVotes]) -> impl Ord + use<> {
    let first = votes.first().map(|one| &one.result);
    let of = first.map(|one| {
        let (date, session) = (one.date.clone(), one.session.clone());
        (session.is_empty(), date, session, one.kind)
    });
    (
        first.is_none(),
        of,
        Reverse(first.map_or(0, |one| one.votes)),
    )
}

/// An idea with what was merged with it, the votes of both, and the answer.
fn one(site: &Site, idea: &Idea, votes: &[IdeaVotes]) -> Element {
    let s = site.strategy();
    let with = merged_with(s, idea.id);
    let day = idea.date.as_ref().map(time::day);
    let table = idea.table.trim();
    let table = (!table.is_empty()).then(|| table.to_owned());
    let about: Vec<String> = day.into_iter().chain(table).collect();
    let about = (!about.is_empty()).then(|| text("p", &about.join("\u{3000}")).class("sub"));
    let votes = votes.iter();
    let votes = votes.map(|one| text("p", &votes::at_session(&one.result)).class("sub"));
    let state = idea.state.map(|state| text("p", state.word()).class("sub"));
    let with: Vec<Element> = with
        .iter()
        .map(|one| {
            let quoted = element("blockquote").with("id", &one.id.to_string());
            quoted.all(paragraphs(&one.text))
        })
        .collect();
    let answer: Vec<Element> = match idea.answer.trim() {
        "" => vec![text("p", words::ideas_unanswered()).class("sub")],
        answer => state.into_iter().chain(paragraphs(answer)).collect(),
    };
    let answer = entry(words::ideas_answer(), answer);
    let changed = idea.changed().into_iter();
    let changed: Vec<Element> = changed.filter_map(|id| changed_page(site, id)).collect();
    let changed = (!changed.is_empty()).then(|| entry(words::ideas_changed(), [list(changed)]));
    element("section")
        .class("reader-card idea")
        .child(element("blockquote").all(paragraphs(&idea.text)))
        .all(with)
        .all(votes)
        .all(about)
        .child(
            element("dl")
                .class("reader-facts")
                .all(answer)
                .all(changed.into_iter().flatten()),
        )
}

/// The page of an idea alone, with the goal it speaks to.
pub fn of_one(site: &Site, id: Id<Idea>) -> Option<Vec<Element>> {
    let s = site.strategy();
    let idea = s.get(id)?;
    let goal = idea.goal.filter(|goal| s.goals.contains(*goal));
    let about = goal.map(|goal| {
        let page = SitePage::Read(Page::Goal(goal));
        element("p")
            .text(words::of_goal())
            .child(link(page, &site.title(page)))
    });
    let back = link_line(link(SitePage::Ideas, words::back_to_ideas()));
    let heading = text("h1", &site.title(SitePage::Idea(id)));
    let votes = Votes::with_merged(s);
    let page = [heading, back].into_iter().chain(about);
    Some(page.chain([one(site, idea, &votes.get(id))]).collect())
}

/// A link to what changed because of an idea.
fn changed_page(site: &Site, id: AnyId) -> Option<Element> {
    let page = SitePage::of_record(site.strategy(), id)?;
    Some(link(page, &site.title(page)))
}
