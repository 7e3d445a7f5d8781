//! State of the page of a region.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::comparing::Comparing;
use super::drawing::DrawnParts;
use super::gathering::RegionGathering;
use super::town::{AskedCount, Origin, Town, TownDigest};
use crate::workspace::Workspace;
use ::words::{region as words, submissions};
use browser::TimeSlice;
use device::asset;
use insight::region::{
    AlikeKey, AreaHistory, AreaPlans, Digest, Head, NamedTowns, NationalTable, PlanUse,
    RegionFilter, TownGroup, TownIndex, Towns, name_key, read_groups, uses, write_groups,
};
use strategy::{FiscalYear, SubmissionRequest};

/// The table of codes that travels with the app.
pub const TABLE: &str = "towns/codes.txt";

/// Names of what is remembered for the list of submissions: the request as its file has it, and the code of the prefecture.
const REQUEST: &str = "request";
const PREFECTURE: &str = "prefecture";
/// Names of what is remembered of areas: the groups, and the municipality of each name that several have.
const GROUPS: &str = "groups";
const NAMED: &str = "named";

/// State of the page. Copy it freely.
#[derive(Clone, Copy)]
pub struct Region {
    /// Access to the strategies of this device.
    pub workspace: Workspace,
    /// The towns, in the order they came.
    pub towns: RwSignal<Vec<Town>, LocalStorage>,
    /// Digests of the plans that are in sight and count; a plan that is still being read has none.
    pub digests: Memo<Vec<Arc<Digest>>>,
    /// Digests of all plans, by their places; a plan that is still being read has none.
    pub read: RwSignal<Vec<Arc<Digest>>>,
    /// The request to the municipalities.
    pub request: RwSignal<SubmissionRequest>,
    /// Prefecture of the list of submissions, chosen by the user; empty: that of most plans.
    pub prefecture: RwSignal<String>,
    /// The municipalities of Japan, once they are asked for.
    pub table: RwSignal<Option<Arc<NationalTable>>>,
    /// The areas.
    pub groups: RwSignal<Vec<TownGroup>>,
    /// The steps back through the changes of areas.
    pub area_history: RwSignal<AreaHistory>,
    /// Answers to which municipality a name means.
    pub named: RwSignal<NamedTowns>,
    /// Code of the municipality of each plan; none where there are no areas.
    pub codes: Memo<Vec<String>>,
    /// Places among the towns of these plans.
    pub places: Memo<Vec<usize>>,
    /// Use of each plan.
    pub uses: Memo<Vec<PlanUse>>,
    /// Plans chosen by the user where a town has several, by their numbers.
    pub chosen: RwSignal<BTreeSet<usize>>,
    /// The filter.
    pub filter: RwSignal<RegionFilter>,
    /// Heads of the towns; a town that is still being read has none.
    pub heads: Memo<Vec<Arc<Head>>>,
    /// Tables of the plans that are in sight and count.
    pub tables: Comparing,
    /// Parts of the page that are drawn.
    pub drawn: DrawnParts,
    /// Name of the region.
    pub name: RwSignal<String>,
    /// Indicators that the user joined: the one that goes with the other, and the other.
    pub joined: RwSignal<BTreeMap<String, String>>,
    /// Progress of reading.
    pub gathering: RegionGathering,
    /// The count that is asked about.
    pub asked: RwSignal<Option<AskedCount>>,
}

impl Region {
    /// None yet; what is remembered of it on this device comes with the stores.
    pub fn set_up() -> Self {
        let workspace = Workspace::here();
        let towns = RwSignal::new_local(Vec::<Town>::new());
        let gathering = RegionGathering::set_up();
        let heads = move || towns.with(|all| all.iter().map(|one| Arc::clone(&one.head)).collect());
        let read = RwSignal::new(Vec::new());
        unfold(towns, gathering, read);
        // The summary is computed once, when all are there.
        let heads =
            Memo::new(
                move |before: Option<&Vec<Arc<Head>>>| match gathering.is_reading() {
                    true => before.cloned().unwrap_or_default(),
                    false => heads(),
                },
            );
        let chosen = RwSignal::new(BTreeSet::<usize>::new());
        let filter = RwSignal::new(RegionFilter::default());
        let uses = Memo::new(move |_| {
            let places = chosen.with(|chosen| {
                let number = |towns: &Vec<Town>| {
                    let all = towns.iter().enumerate();
                    let picked = all.filter(|(_, town)| chosen.contains(&town.number));
                    picked.map(|(at, _)| at).collect()
                };
                towns.with_untracked(number)
            });
            heads.with(|heads| uses(heads, &places, workspace.this_year()))
        });
        let table = RwSignal::new(None::<Arc<NationalTable>>);
        let groups = RwSignal::new(Vec::<TownGroup>::new());
        let named = RwSignal::new(NamedTowns::new());
        let codes = Memo::new(move |_| match (table.get(), groups.with(Vec::is_empty)) {
            (Some(table), false) => heads.with(|heads| {
                named.with(|named| insight::region::codes(heads, &TownIndex::of(&table), named, ""))
            }),
            _ => Vec::new(),
        });
        let places = Memo::new(move |_| {
            heads.with(|heads| {
                filter.with(|filter| {
                    uses.with(|uses| codes.with(|codes| counting(heads, filter, uses, codes)))
                })
            })
        });
        let digests = move |_: Option<&Vec<_>>| {
            let at = |place: &usize| read.with(|read: &Vec<Arc<Digest>>| read.get(*place).cloned());
            places.with(|places| places.iter().filter_map(at).collect::<Vec<_>>())
        };
        // To compare all of them takes longer than to lay them out anew.
        let digests = Memo::new_with_compare(digests, |_, _| true);
        let joined = RwSignal::new(BTreeMap::new());
        let ended = FiscalYear(workspace.this_year().0 - 1);
        let joins = move || joined.with(pairs);
        let tables = Comparing::of(towns, places, digests, joins, ended);
        let region = Self {
            workspace,
            towns,
            digests,
            read,
            table,
            groups,
            area_history: RwSignal::new(AreaHistory::default()),
            named,
            codes,
            request: RwSignal::new(SubmissionRequest::default()),
            prefecture: RwSignal::new(String::new()),
            places,
            uses,
            chosen,
            filter,
            heads,
            drawn: DrawnParts::of(towns, tables),
            tables,
            name: RwSignal::new(String::new()),
            joined,
            gathering,
            asked: RwSignal::new(None),
        };
        Effect::new(move |before: Option<bool>| {
            let ready = workspace.is_ready();
            if ready && before != Some(true) {
                let (name, joined) = workspace.region();
                region.name.set(name);
                region.joined.set(joined);
                let collecting = workspace.collecting();
                let remembered = |name| collecting.get(name).cloned().unwrap_or_default();
                let request = format::request::read(remembered(REQUEST).as_bytes());
                region.request.set(request.unwrap_or_default());
                region.prefecture.set(remembered(PREFECTURE));
                region.named.set(read_named(&remembered(NAMED)));
                region.groups.set(read_groups(&remembered(GROUPS)));
                if region.groups.with_untracked(|all| !all.is_empty()) {
                    region.load_table();
                }
            }
            ready
        });
        region
    }

    /// Reads more strategies, and lays them beside the others.
    pub fn take_in(self, origins: Vec<Origin>) {
        self.gathering.start(self.workspace, self.towns, origins);
    }

    /// Returns the town of a plan of the tables; `None`: it was taken out.
    pub fn town_of(self, plan: usize) -> Option<Town> {
        let number = self.tables.number(plan)?;
        let of = |towns: &Vec<Town>| towns.iter().find(|town| town.number == number).cloned();
        self.towns.with_untracked(of)
    }

    /// Numbers of towns in sight, and of all.
    pub fn counts(self) -> (usize, usize) {
        self.heads.with(|heads| {
            let towns = Towns::of_heads(heads);
            let shown = self
                .places
                .with(|places| towns.among(places.iter().copied()));
            (shown, towns.count())
        })
    }

    /// The scope of a table that is saved; empty: every town.
    pub fn scope(self) -> String {
        untrack(|| match self.filter.with(RegionFilter::is_off) {
            true => String::new(),
            false => {
                let (shown, all) = self.counts();
                words::scope(words::town_count(all), words::town_count(shown))
            }
        })
    }

    /// Lets a plan count in place of the others of its town.
    pub fn choose(self, number: usize) {
        let place = self
            .towns
            .with_untracked(|all| all.iter().position(|town| town.number == number));
        let Some(place) = place else {
            return;
        };
        let others: Vec<usize> = self.heads.with_untracked(|heads| {
            let towns = Towns::of_heads(heads);
            let of_town = (0..heads.len()).filter(|at| towns.town_of(*at) == towns.town_of(place));
            self.towns.with_untracked(|all| {
                let numbers = of_town.filter_map(|at| all.get(at));
                numbers.map(|town| town.number).collect()
            })
        });
        self.chosen.update(|chosen| {
            chosen.retain(|one| !others.contains(one));
            chosen.insert(number);
        });
    }

    /// Sets the name of the region.
    pub fn call(self, name: String) {
        self.name.set(name);
        self.remember();
    }

    /// Two groups of indicators count the same from now on, or no more.
    pub fn join(self, one: &AlikeKey, other: &AlikeKey, together: bool) {
        self.joined.update(|joined| {
            if together {
                joined.insert(written(other), written(one));
            } else {
                joined.remove(&written(other));
            }
        });
        self.remember();
    }

    /// Changes the request, and remembers it on this device.
    pub fn ask(self, change: impl FnOnce(&mut SubmissionRequest)) {
        let written = self.request.try_update(|request| {
            change(request);
            format::request::write(request)
        });
        // A file may have been read after the page was left.
        if let Some(written) = written {
            self.workspace.remember_collecting(REQUEST, written);
        }
    }

    /// Chooses the prefecture of the list of submissions.
    pub fn choose_prefecture(self, code: String) {
        self.workspace.remember_collecting(PREFECTURE, code.clone());
        self.prefecture.set(code);
    }

    /// Fetches the table of municipalities, once.
    pub fn load_table(self) {
        if self.table.with_untracked(Option::is_some) {
            return;
        }
        spawn_local(async move {
            let bytes = asset::load(TABLE).await.ok();
            match bytes.and_then(|bytes| String::from_utf8(bytes).ok()) {
                Some(text) => {
                    self.table
                        .try_set(Some(Arc::new(NationalTable::read(&text))));
                }
                None => self.workspace.say(submissions::not_loaded().to_owned()),
            }
        });
    }

    /// Changes the areas, and remembers them on this device. The change can be undone (R35).
    pub fn change_groups(self, change: impl FnOnce(&mut Vec<TownGroup>)) {
        let before = self.groups.get_untracked();
        let mut after = before.clone();
        change(&mut after);
        if after != before {
            self.area_history.update(|history| history.note(before));
            self.put_groups(after);
        }
    }

    /// Steps back or forth through the changes of areas.
    pub fn step_groups(self, step: fn(&mut AreaHistory, &mut Vec<TownGroup>)) {
        let mut groups = self.groups.get_untracked();
        self.area_history
            .update(|history| step(history, &mut groups));
        self.put_groups(groups);
    }

    /// Shows the areas and remembers them. The area in sight stays, whatever changed of it.
    fn put_groups(self, groups: Vec<TownGroup>) {
        let before = self.groups.get_untracked();
        let in_sight = |one: TownGroup| {
            let place = before.iter().position(|group| *group == one);
            let same_place = place.filter(|_| before.len() == groups.len());
            let named = || groups.iter().position(|group| group.name == one.name);
            groups.get(same_place.or_else(named)?).cloned()
        };
        self.filter
            .update(|filter| filter.group = filter.group.take().and_then(in_sight));
        self.workspace
            .remember_collecting(GROUPS, write_groups(&groups));
        self.groups.set(groups);
    }

    /// Tracked: reads the plans that count, by the codes of their municipalities.
    pub fn with_area_plans<T>(self, read: impl FnOnce(&AreaPlans) -> T) -> T {
        let (codes, uses) = (self.codes.read(), self.uses.read());
        self.read
            .with(|digests| read(&AreaPlans::of(&codes, digests, &uses)))
    }

    /// Tracked: the name of the municipality of a code; the code itself while the table is not there.
    pub fn town_name(self, code: &str) -> String {
        let table = self.table.get().unwrap_or_default();
        table.town(code).map_or(code, |town| &*town.name).to_owned()
    }

    /// Takes a municipality as the one that a name means, and remembers it on this device.
    pub fn name_town(self, name: &str, code: String) {
        self.named.update(|all| {
            all.insert(name_key(name), code);
        });
        let lines = self.named.with_untracked(|all| {
            let lines = all.iter().map(|(name, code)| [name, "\t", code].concat());
            lines.collect::<Vec<_>>().join("\n")
        });
        self.workspace.remember_collecting(NAMED, lines);
    }

    /// Tracked: reads the municipalities of Japan; those of an empty table until they are there.
    pub fn with_index<T>(self, read: impl FnOnce(&TownIndex) -> T) -> T {
        let table = self.table.get().unwrap_or_default();
        read(&TownIndex::of(&table))
    }

    fn remember(self) {
        let (name, joined) = (self.name.get_untracked(), self.joined.get_untracked());
        self.workspace.remember_region(&name, joined);
    }

    /// Returns the pairs of indicators that the user joined: the one, and the other that goes with it.
    pub fn joins(self) -> Vec<(AlikeKey, AlikeKey)> {
        self.joined.with(pairs)
    }
}

fn pairs(joined: &BTreeMap<String, String>) -> Vec<(AlikeKey, AlikeKey)> {
    let pairs = joined.iter();
    pairs.map(|(other, one)| (key(one), key(other))).collect()
}

/// The places of the plans that fit the filter and count.
fn counting(
    heads: &[Arc<Head>],
    filter: &RegionFilter,
    uses: &[PlanUse],
    codes: &[String],
) -> Vec<usize> {
    let all = heads.iter().zip(uses).enumerate();
    let code = |at: usize| codes.get(at).map_or("", String::as_str);
    let fitting =
        all.filter(|(at, (head, of))| **of != PlanUse::Listed && filter.fits(head, code(*at)));
    fitting.map(|(at, _)| at).collect()
}

/// Reads the digests of the towns whenever others are there, in slices, once no more strategies are being read.
fn unfold(
    towns: RwSignal<Vec<Town>, LocalStorage>,
    gathering: RegionGathering,
    digests: RwSignal<Vec<Arc<Digest>>>,
) {
    let laid = StoredValue::new(Vec::<usize>::new());
    let turn = StoredValue::new(0_usize);
    Effect::new(move |_| {
        towns.track();
        if gathering.is_reading() {
            return;
        }
        let all = towns.get_untracked();
        turn.update_value(|turn| *turn += 1);
        let own = turn.get_value();
        let numbers: Vec<usize> = all.iter().map(|town| town.number).collect();
        // A digest is found by the place of its town: where one was taken out, none is shown until they stand right again.
        if !laid.with_value(|laid| numbers.starts_with(laid)) {
            digests.set(Vec::new());
        }
        spawn_local(async move {
            let mut slice = TimeSlice::new();
            let read = slice
                .collect(all.iter().map(|town| town.digest.read()))
                .await;
            // The page may have been left, or the towns be others by now.
            if turn.try_get_value() != Some(own) {
                return;
            }
            let read: Vec<Arc<Digest>> = read.into_iter().flatten().collect();
            towns.update_untracked(|towns| {
                for (town, digest) in towns.iter_mut().zip(&read) {
                    town.digest = TownDigest::Read(Arc::clone(digest));
                }
            });
            laid.set_value(numbers);
            digests.set(read);
        });
    });
}

fn read_named(text: &str) -> NamedTowns {
    let lines = text.lines().filter_map(|line| line.split_once('\t'));
    lines
        .map(|(name, code)| (name.to_owned(), code.to_owned()))
        .collect()
}

fn written(key: &AlikeKey) -> String {
    format!("{}\t{}", key.name, key.unit)
}

fn key(written: &str) -> AlikeKey {
    let (name, unit) = written.split_once('\t').unwrap_or((written, ""));
    AlikeKey {
        name: name.to_owned(),
        unit: unit.to_owned(),
    }
}
