//! Public subset of a strategy: the one place through which everything that is published goes.

use std::borrow::Cow;
use std::collections::BTreeSet;

use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Serialize, Serializer};

use insight::workshop::{IdeaVotes, Votes};
use strategy::for_each_kind;
use strategy::record::{Field, Held, Members, Need, Publish, Value};
use strategy::*;

/// Fields that stay inside until somebody chooses otherwise: memos, inner opinions, names of persons. In the order of the
/// kinds, those of values behind those of records.
pub fn inner_fields() -> Vec<&'static Field> {
    const VALUES: [&[Field]; 6] = [
        Source::FIELDS,
        Closing::FIELDS,
        Opinion::FIELDS,
        BodyMember::FIELDS,
        TargetChange::FIELDS,
        GivenRating::FIELDS,
    ];
    let records = Kind::ALL.iter().flat_map(|kind| kind.fields());
    let all = records.chain(VALUES.into_iter().flatten());
    // The choices themselves are no content.
    let settings = About::publishing.field;
    let inner = all.filter(|field| field.publish == Publish::Inner && **field != settings);
    inner.filter(|field| !stays_inside(field)).collect()
}

/// True if a field can never be published: the course of a session, the votes of its participants, the cooperation of
/// sections, the ties to files of published data, and the official forms with their days.
fn stays_inside(field: &Field) -> bool {
    match field.of {
        "Session" | "Ballot" | "Guess" => true,
        "About" => [
            "handed_out",
            "handed",
            "untaken",
            "step_months",
            "data_forms",
            "comparison_towns",
            "grant_forms",
            "briefings",
        ]
        .contains(&field.name),
        "Series" => field.name == "published",
        "Idea" => ["wordings", "written"].contains(&field.name),
        "GrantProject" => field.name != "title",
        _ => false,
    }
}

/// Name of an inner field among the choices: `Goal.note`.
pub fn field_key(field: &Field) -> String {
    [field.of, ".", field.name].concat()
}

/// True if everybody may see a field: it is open, or was chosen.
pub fn is_public(choices: &Publishing, field: &Field) -> bool {
    let chosen = || choices.shown_fields.iter();
    field.publish == Publish::Open
        || is_on_page(choices, field)
        || chosen().any(|key| *key == field_key(field))
}

/// True if a field is published with a page that was chosen: with 人口の見通し its 試算.
fn is_on_page(choices: &Publishing, field: &Field) -> bool {
    let is_scenario = match field.of {
        "Population" => field.name == "scenarios",
        of => ["Scenario", "AgeShare"].contains(&of),
    };
    is_scenario && choices.pages.contains(&OptionalPage::Population)
}

/// Returns the part of a strategy that everybody may read. Inner fields are blank unless chosen; records that stay
/// inside are removed, with the records under them, those that repeat them, and every mention of them. Invisible
/// characters that change a text (controls, reversals of the direction of writing) are removed. Of 公表の設定 the terms, the
/// address and the contact are in it, as they are on every page.
pub fn public_subset(strategy: &Strategy, choices: &Publishing) -> Strategy {
    let choice = PublishingChoice::of(strategy, choices);
    let mut public = choice.copy(strategy);
    choice.hide_sums(strategy, &mut public);
    publish_votes(strategy, &mut public);
    if strategy.about().publishing.is_some() {
        let mut about = About::clone(&public.about());
        about.publishing = Some(shown_on_pages(choices));
        public.about.insert(about);
    }
    public
}

/// Returns of 公表の設定 what every page says at its foot: the terms, the address and whom to ask.
fn shown_on_pages(choices: &Publishing) -> Publishing {
    Publishing {
        licence: choices.licence,
        address: seen(&choices.address).into_owned(),
        contact: seen(&choices.contact).into_owned(),
        ..Publishing::default()
    }
}

/// Returns a strategy without some of its records and the records under them: the others keep everything but their
/// references to those.
pub fn without(strategy: &Strategy, gone: BTreeSet<AnyId>) -> Strategy {
    let choice = PublishingChoice {
        shown: BTreeSet::new(),
        all: true,
        withheld: gone,
    };
    choice.copy(strategy)
}

/// Adds the result of voting to each idea: by kind and session, where the session opened its votes (W32). The ballots
/// stay inside, and with them who voted. Where only stickers were counted by hand, the idea itself says so.
fn publish_votes(strategy: &Strategy, public: &mut Strategy) {
    let votes = Votes::merged_as_in(strategy, public);
    for idea in public.ideas.iter().cloned().collect::<Vec<_>>() {
        let all = votes.get(idea.id);
        let results: Vec<_> = all
            .into_iter()
            .filter_map(|one| published_votes(strategy, one))
            .collect();
        let is_by_hand = |one: &VoteResult| {
            one.kind == VoteKind::PaperStickers && one.session.is_empty() && one.people == 0
        };
        let results = match results.iter().all(is_by_hand) {
            true => Vec::new(),
            false => results,
        };
        if results != idea.results {
            public.ideas.insert(Idea {
                results,
                ..Idea::clone(&idea)
            });
        }
    }
}

/// Returns votes for an idea as they are published; `None`: their session did not open them.
fn published_votes(strategy: &Strategy, votes: IdeaVotes) -> Option<VoteResult> {
    let IdeaVotes { session, result } = votes;
    let session = session.and_then(|id| strategy.get(id));
    match (session, result.kind) {
        // Stickers counted by hand are as open as the idea, their session is not.
        (Some(session), VoteKind::PaperStickers) if !session.opened => Some(VoteResult {
            kind: result.kind,
            votes: result.votes,
            ..VoteResult::default()
        }),
        (Some(session), _) if !session.opened => None,
        _ => Some(VoteResult {
            session: seen(&result.session).into_owned(),
            date: result.date.map(|day| Date(seen(&day.0).into_owned())),
            ..result
        }),
    }
}

/// Choice of published fields and records.
struct PublishingChoice {
    /// Inner fields that are public.
    shown: BTreeSet<String>,
    /// True if all inner fields are public.
    all: bool,
    /// Every record that stays inside.
    withheld: BTreeSet<AnyId>,
}

impl PublishingChoice {
    fn of(strategy: &Strategy, choices: &Publishing) -> Self {
        let inner: BTreeSet<String> = inner_fields().into_iter().map(field_key).collect();
        let chosen = choices.shown_fields.iter().cloned().collect();
        let of_pages = [Population::FIELDS, Scenario::FIELDS, AgeShare::FIELDS];
        let of_pages = of_pages.into_iter().flatten();
        let on_pages = of_pages.filter(|field| is_on_page(choices, field));
        let on_pages = on_pages.map(field_key);
        let mut choice = Self {
            shown: inner
                .intersection(&chosen)
                .cloned()
                .chain(on_pages)
                .collect(),
            all: false,
            withheld: BTreeSet::new(),
        };
        choice.withhold(strategy, choices);
        choice
    }

    /// Every record that does not stay inside, as it is published.
    fn copy(&self, strategy: &Strategy) -> Strategy {
        let mut public = Strategy {
            about: Table::default(),
            ..Strategy::default()
        };
        let about = self.published(&*strategy.about());
        public.about.insert(about.unwrap_or_default());
        macro_rules! each {
            ($($type:ident, $table:ident, $prefix:literal, $parent:ident, $field:ident;)*) => {
                $(
                    for record in strategy.$table.iter() {
                        if let Some(record) = self.published::<$type>(record) {
                            public.$table.insert(record);
                        }
                    }
                )*
            };
        }
        for_each_kind!(each);
        public
    }

    /// Notes what stays inside, parents before what stands under them.
    fn withhold(&mut self, strategy: &Strategy, choices: &Publishing) {
        let kinds: BTreeSet<&str> = choices.withheld_kinds.iter().map(String::as_str).collect();
        let records: BTreeSet<&str> = choices
            .withheld_records
            .iter()
            .map(String::as_str)
            .collect();
        macro_rules! each {
            ($($type:ident, $table:ident, $prefix:literal, $parent:ident, $field:ident;)*) => {
                $(
                    let is_inner = kinds.contains(stringify!($table)) || self.is_nameless::<$type>();
                    for record in strategy.$table.iter() {
                        let id = AnyId::from(record.id);
                        let above = AnyId::from(record.parent());
                        if is_inner
                            || self.withheld.contains(&above)
                            || records.contains(id.to_string().as_str())
                        {
                            self.withheld.insert(id);
                        }
                    }
                    if Kind::$type == Kind::Initiative {
                        self.withhold_repeats(strategy);
                    }
                    if Kind::$type == Kind::Line {
                        self.withhold_lines(strategy);
                    }
                )*
            };
        }
        for_each_kind!(each);
    }

    /// A kind whose records are called by an inner text says nothing without it.
    fn is_nameless<T: Record>(&self) -> bool {
        let name = ["title", "name", "text", "year"].into_iter();
        let fields = T::KIND.fields();
        let name = name
            .filter_map(|name| fields.iter().find(|field| field.name == name))
            .next();
        name.is_some_and(|name| !self.shows(name))
    }

    /// Withholds records that repeat an initiative which stays inside: they have its name.
    fn withhold_repeats(&mut self, strategy: &Strategy) {
        loop {
            let before = self.withheld.len();
            for one in strategy.initiatives.iter() {
                if let Some(Reprise::Of(original)) = one.reprise
                    && self.withheld.contains(&original.into())
                {
                    self.withheld.insert(one.id.into());
                }
            }
            if self.withheld.len() == before {
                return;
            }
        }
    }

    /// So has a line about it.
    fn withhold_lines(&mut self, strategy: &Strategy) {
        for line in strategy.lines.iter() {
            if line
                .initiative
                .is_some_and(|of| self.withheld.contains(&of.into()))
            {
                self.withheld.insert(line.id.into());
            }
        }
    }

    /// A sum as printed would tell the amount of a line that stays inside.
    fn hide_sums(&self, strategy: &Strategy, public: &mut Strategy) {
        let lines = strategy.lines.iter();
        let hidden = lines.filter(|line| self.withheld.contains(&line.id.into()));
        for sheet in hidden.map(|line| line.sheet).collect::<BTreeSet<_>>() {
            if let Some(sheet) = public.sheets.get(sheet) {
                let mut sheet = Sheet::clone(sheet);
                (sheet.printed_settled, sheet.printed_budget) = (None, None);
                public.sheets.insert(sheet);
            }
        }
    }

    fn shows(&self, field: &Field) -> bool {
        self.all || field.publish == Publish::Open || self.shown.contains(&field_key(field))
    }

    /// A record as it is published; `None`: it stays inside.
    fn published<T: Record>(&self, record: &T) -> Option<T> {
        if self.withheld.contains(&record.id().into()) {
            return None;
        }
        let whole = ChosenRecords {
            of: self,
            members: record,
            is_record: true,
        };
        // A value that cannot be described is not public: it could not be written and read.
        let text = serde_json::to_string(&whole).ok()?;
        serde_json::from_str(&text).ok()
    }

    /// True if an item of a list still has its required records when the withheld ones are gone.
    fn stands(&self, value: &dyn Value) -> bool {
        match value.held() {
            Held::Members(members) => {
                let must = members.fields().iter().zip(members.values());
                let mut must = must.filter(|(field, _)| field.need == Need::Must);
                must.all(|(_, value)| self.mentions_public(value))
            }
            _ => self.mentions_public(value),
        }
    }

    /// False if it mentions a withheld record.
    fn mentions_public(&self, value: &dyn Value) -> bool {
        match value.held() {
            Held::Record(id) => !self.withheld.contains(&id),
            Held::Chosen(_, _, value) => self.mentions_public(value),
            _ => true,
        }
    }
}

/// Fields as they are published.
struct ChosenRecords<'a> {
    of: &'a PublishingChoice,
    members: &'a dyn Members,
    is_record: bool,
}

impl Serialize for ChosenRecords<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut written = serializer.serialize_map(None)?;
        for (field, value) in self.members.fields().iter().zip(self.members.values()) {
            if self.of.shows(field) {
                if self.is_record || field.need != Need::May || !value.is_blank() {
                    let value = SubsetPart { of: self.of, value };
                    written.serialize_entry(field.name, &value)?;
                }
            } else if !self.is_record && field.need != Need::May {
                // It has to be there: a text, and a blank one.
                written.serialize_entry(field.name, "")?;
            }
        }
        written.end()
    }
}

/// A value as it is published.
struct SubsetPart<'a> {
    of: &'a PublishingChoice,
    value: &'a dyn Value,
}

impl Serialize for SubsetPart<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let of = self.of;
        let inside = |members| ChosenRecords {
            of,
            members,
            is_record: false,
        };
        match self.value.held() {
            Held::Nothing => serializer.serialize_unit(),
            Held::Text(text) | Held::Exact(text) => serializer.serialize_str(&seen(&text)),
            Held::Word(key, _) => serializer.serialize_str(key),
            Held::Record(id) if of.withheld.contains(&id) => serializer.serialize_unit(),
            Held::Record(id) => serializer.collect_str(&id),
            Held::Year(year) => serializer.serialize_i32(year.0),
            Held::Whole(number) => serializer.serialize_i64(number),
            Held::Truth(so) => serializer.serialize_bool(so),
            Held::List(list) => {
                let all = list.all().into_iter();
                let all: Vec<_> = all.filter(|one| of.stands(*one)).collect();
                let mut written = serializer.serialize_seq(Some(all.len()))?;
                for value in all {
                    written.serialize_element(&SubsetPart { of, value })?;
                }
                written.end()
            }
            Held::Years(years) => {
                let all = years.all();
                let mut written = serializer.serialize_map(Some(all.len()))?;
                for (year, value) in all {
                    written.serialize_entry(&year.0, &SubsetPart { of, value })?;
                }
                written.end()
            }
            Held::Members(members) => inside(members).serialize(serializer),
            Held::Chosen(key, _, value) => {
                let mut written = serializer.serialize_map(Some(1))?;
                written.serialize_entry(key, &SubsetPart { of, value })?;
                written.end()
            }
            Held::ChosenMembers(key, _, members) => {
                let mut written = serializer.serialize_map(Some(1))?;
                written.serialize_entry(key, &inside(members))?;
                written.end()
            }
        }
    }
}

/// A text without what is not seen: controls but for the end of a line and the tab, what reverses the direction of writing
/// (U+202A–202E, U+2066–2069 and the marks beside them), and what is no character.
pub(super) fn seen(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_seen) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().filter(|letter| is_seen(*letter)).collect())
}

fn is_seen(letter: char) -> bool {
    match letter {
        '\n' | '\t' => true,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' => false,
        '\u{2066}'..='\u{2069}' | '\u{fff9}'..='\u{fffb}' | '\u{fdd0}'..='\u{fdef}' => false,
        letter if letter.is_control() => false,
        letter => !matches!(letter as u32 & 0xffff, 0xfffe | 0xffff),
    }
}
