//! The open strategy, live: one signal per record and one per list of ids.
//!
//! Committing an edit sets only the signals of changed records, so ten thousand records cost no more than ten.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use super::notice::Notice;
use device::clock;
use edit::{Changed, Changes, Conflict, Edit, History, Refusal, StepRole};
use strategy::for_each_kind;
use strategy::*;
use words::Say;

/// Sets a signal after every borrow has ended.
type AfterEdit = Box<dyn FnOnce()>;

/// Signals of one kind of record, made when first read. Ids are plain numbers here, so that this code is compiled
/// once and not for every kind.
#[derive(Default)]
struct Atoms {
    /// Triggers of the records, fired when they change.
    records: HashMap<u64, ArcTrigger>,
    lists: Lists,
}

impl Atoms {
    fn record(&mut self, id: u64) -> ArcTrigger {
        self.records.entry(id).or_default().clone()
    }

    /// Updates the lists; returns the signals to set after every borrow has ended.
    fn changed<'a>(
        &mut self,
        mut changed: Vec<MovedRecords>,
        order: &dyn Fn(u64) -> Option<&'a Order>,
        then: &mut Vec<AfterEdit>,
    ) {
        for (id, ..) in &changed {
            if let Some(record) = self.records.get(id).cloned() {
                then.push(Box::new(move || record.notify()));
            }
        }
        changed.retain(|(_, from, to)| from != to);
        self.lists.moved(&changed, order, then);
    }
}

/// Ids of a list, as numbers.
type StoreList = ArcRwSignal<Vec<u64>>;
/// A parent, and the place under it.
type HistoryPosition<'a> = (u64, &'a Order);
/// A record, its old place and its new place.
type MovedRecords<'a> = (
    u64,
    Option<HistoryPosition<'a>>,
    Option<HistoryPosition<'a>>,
);

fn place<T: Record>(record: &Arc<T>) -> HistoryPosition<'_> {
    (record.parent().number(), record.order())
}

/// Lists of one kind of record, by parent.
#[derive(Default)]
struct Lists {
    signals: HashMap<u64, StoreList>,
    /// Every list, by parent; made on first use.
    groups: Option<HashMap<u64, Vec<u64>>>,
}

impl Lists {
    fn signal<'a>(
        &mut self,
        parent: u64,
        places: &dyn Fn() -> Vec<(HistoryPosition<'a>, u64)>,
    ) -> StoreList {
        let groups = self.groups.get_or_insert_with(|| {
            let mut places = places();
            sort::ascending(&mut places);
            let mut groups = HashMap::<u64, Vec<u64>>::new();
            for ((parent, _), id) in places {
                groups.entry(parent).or_default().push(id);
            }
            groups
        });
        let make = || ArcRwSignal::new(groups.get(&parent).cloned().unwrap_or_default());
        self.signals.entry(parent).or_insert_with(make).clone()
    }

    /// Records that some records moved from one place to another.
    fn moved<'a>(
        &mut self,
        moved: &[MovedRecords],
        order: &dyn Fn(u64) -> Option<&'a Order>,
        then: &mut Vec<AfterEdit>,
    ) {
        let Some(groups) = &mut self.groups else {
            return;
        };
        let mut parents = Vec::new();
        for (id, from, to) in moved {
            if let Some((parent, _)) = from {
                groups.entry(*parent).or_default().retain(|one| one != id);
                parents.push(*parent);
            }
            if let Some((parent, _)) = to {
                groups.entry(*parent).or_default().push(*id);
                parents.push(*parent);
            }
        }
        sort::ascending(&mut parents);
        parents.dedup();
        for parent in parents {
            let Some(ids) = groups.get_mut(&parent) else {
                continue;
            };
            *ids = in_order(std::mem::take(ids), |id| (order(*id), *id));
            if let Some(signal) = self.signals.get(&parent).cloned() {
                let ids = ids.clone();
                then.push(Box::new(move || {
                    if signal.with_untracked(|now| *now != ids) {
                        signal.set(ids);
                    }
                }));
            }
        }
    }
}

/// Notifies the signals of one kind of its changes.
fn tell<T: Changed>(
    atoms: &mut [Atoms],
    strategy: &Strategy,
    changes: &Changes,
    then: &mut Vec<AfterEdit>,
) {
    let steps = T::diff(changes);
    if steps.is_empty() {
        return;
    }
    let moved = steps.iter().map(|(id, step)| {
        let [from, to] = [&step.from, &step.to].map(|record| record.as_ref().map(place));
        (id.number(), from, to)
    });
    let order = |id| strategy.get(Id::<T>::new(id)).map(|r| r.order());
    atoms[T::KIND as usize].changed(moved.collect(), &order, then);
}

macro_rules! define {
    ($($type:ident, $table:ident, $prefix:literal, $parent:ident, $field:ident;)*) => {
        /// Notifies the signals of every kind of the changes; returns those to set after every borrow has ended.
        fn tell_all(atoms: &mut [Atoms], strategy: &Strategy, changes: &Changes) -> Vec<AfterEdit> {
            let mut then = Vec::new();
            tell::<About>(atoms, strategy, changes, &mut then);
            $(tell::<$type>(atoms, strategy, changes, &mut then);)*
            then
        }
    };
}

for_each_kind!(define);

/// Stores an applied edit, with its direction.
type Keep = Box<dyn Fn(&Edit, StepRole)>;
/// Sends the text that is being typed, if there is any.
type SendNow = Rc<dyn Fn()>;
/// Called with the changes of each edit, once they are applied.
type Watcher = Rc<dyn Fn(&Changes)>;

struct StoreInner {
    strategy: RefCell<Strategy>,
    history: RefCell<History>,
    /// Signals of each [`Kind`].
    atoms: RefCell<[Atoms; Kind::ALL.len()]>,
    record: Keep,
    watchers: RefCell<Vec<Watcher>>,
}

/// The open strategy. Copy it freely; it lives as long as the page that opened it.
#[derive(Clone, Copy, PartialEq)]
pub struct Store {
    inner: StoredValue<StoreInner, LocalStorage>,
    revision: RwSignal<u32>,
    shape: RwSignal<u32>,
    /// Changes when steps of earlier sessions are known.
    steps: RwSignal<u32>,
    notice: RwSignal<Option<Notice>>,
    /// True if another tab holds the writer lock.
    reading: RwSignal<bool>,
    /// True if the strategy is in the trash.
    trashed: RwSignal<bool>,
    read_only: Memo<bool>,
    /// True if every edit is in a store that survives the tab.
    kept: RwSignal<bool>,
    /// Sends text that is typed beside the plan and is not in it yet.
    unsent: StoredValue<Option<SendNow>, LocalStorage>,
}

impl Store {
    /// Opens a strategy; calls `record` with every applied edit, to store it.
    pub fn new(strategy: Strategy, record: impl Fn(&Edit, StepRole) + 'static) -> Self {
        let reading = RwSignal::new(false);
        let trashed = RwSignal::new(false);
        Self {
            inner: StoredValue::new_local(StoreInner {
                strategy: RefCell::new(strategy),
                history: RefCell::default(),
                atoms: RefCell::default(),
                record: Box::new(record),
                watchers: RefCell::default(),
            }),
            revision: RwSignal::new(0),
            shape: RwSignal::new(0),
            steps: RwSignal::new(0),
            notice: RwSignal::new(None),
            reading,
            trashed,
            read_only: Memo::new(move |_| reading.get() || trashed.get()),
            kept: RwSignal::new(true),
            unsent: StoredValue::new_local(None),
        }
    }

    /// Returns the store of the open strategy, for a component below it.
    pub fn here() -> Self {
        expect_context::<Self>()
    }

    /// Tracked: a record.
    pub fn get<T: Record>(self, id: Id<T>) -> Option<Arc<T>> {
        self.track(T::KIND, id.number());
        self.with(|s| s.get(id).cloned())
    }

    fn track(self, kind: Kind, id: u64) {
        let record = self
            .inner
            .with_value(|inner| inner.atoms.borrow_mut()[kind as usize].record(id));
        record.track();
    }

    /// Tracked: the ids of the records under a parent, in order.
    pub fn list<T: Record>(self, parent: Id<T::Parent>) -> Vec<Id<T>> {
        let signal = self.inner.with_value(|inner| {
            let strategy = inner.strategy.borrow();
            let places = || {
                let records = T::table(&strategy).iter();
                records.map(|r| (place(r), r.id().number())).collect()
            };
            let lists = &mut inner.atoms.borrow_mut()[T::KIND as usize].lists;
            lists.signal(parent.number(), &places)
        });
        signal.with(|ids| ids.iter().copied().map(Id::new).collect())
    }

    /// Tracked: 表紙.
    pub fn about(self) -> Arc<About> {
        self.get(About::ID).unwrap_or_default()
    }

    /// Reads the whole strategy as it is now, untracked.
    pub fn with<R>(self, read: impl FnOnce(&Strategy) -> R) -> R {
        self.inner
            .with_value(|inner| read(&inner.strategy.borrow()))
    }

    /// Tracked: reads the whole strategy; changes with every edit. For code that uses everything (totals, charts,
    /// findings).
    pub fn follow<R>(self, read: impl FnOnce(&Strategy) -> R) -> R {
        self.revision.track();
        self.with(read)
    }

    /// Tracked: reads the whole strategy; changes with edits that add, remove or move records. For long lists:
    /// tracking the signal of each record would make every read of the result walk all of them.
    pub fn follow_shape<R>(self, read: impl FnOnce(&Strategy) -> R) -> R {
        self.shape.track();
        self.with(read)
    }

    /// Calls `watcher` with the changes of every edit from now on, whoever makes it. For totals over the whole plan
    /// that are updated by changes.
    pub fn watch(self, watcher: impl Fn(&Changes) + 'static) {
        self.inner
            .with_value(|inner| inner.watchers.borrow_mut().push(Rc::new(watcher)));
    }

    /// Tracked: changes with every edit.
    pub fn revision(self) -> u32 {
        self.revision.get()
    }

    /// Makes and applies an edit. A refusal is shown to the user, and nothing else happens then.
    pub fn edit(self, make: impl FnOnce(&Strategy) -> Result<Edit, Refusal>) -> bool {
        self.made(self.with(make))
    }

    /// True until the plan is closed: long work may end after that.
    pub fn is_open(self) -> bool {
        self.read_only.try_get_untracked().is_some()
    }

    /// Applies an edit that could be made, or shows why it could not.
    #[inline(never)]
    fn made(self, edit: Result<Edit, Refusal>) -> bool {
        match edit {
            Ok(edit) => self.commit(edit),
            Err(Refusal::Nothing) => false,
            Err(refusal) => {
                self.tell(&refusal);
                false
            }
        }
    }

    /// Applies an edit as a step of the history. Refuses an edit that touches a closed year, whoever made it.
    pub fn commit(self, edit: Edit) -> bool {
        if self.read_only.get_untracked() {
            let why = match self.trashed.get_untracked() {
                true => words::plans::trashed(),
                false => words::shell::read_only(),
            };
            self.tell(why.to_owned());
            return false;
        }
        if let Err(refusal) = self.with(|s| edit::refuse_closed(s, &edit.changes)) {
            self.tell(&refusal);
            return false;
        }
        self.run(|history, strategy| {
            let way = history.commit(strategy, edit.clone(), clock::now())?;
            Ok(Some((edit, way)))
        })
    }

    /// Drops a row that was left blank, without a step of the history for it.
    pub fn drop_blank<T: edit::MayBeBlank>(self, id: Id<T>) -> bool {
        // The browser also sends blur events when the page itself is removed.
        if self.read_only.try_get_untracked() != Some(false) {
            return false;
        }
        match self.with(|s| edit::drop_blank(s, id)) {
            Ok(edit) => self.run(|history, strategy| {
                let gone = history.withdraw(strategy, edit, clock::now())?;
                Ok(gone.map(|(edit, way)| (edit, Some(way))))
            }),
            Err(_) => false,
        }
    }

    /// Undoes the last step: first the text that is being typed, if it was not sent yet.
    pub fn undo(self) -> bool {
        if self.read_only.get_untracked() {
            return false;
        }
        if let Some(send) = self.unsent.get_value() {
            send();
        }
        let undone = self.run(|history, strategy| {
            let done = history.undo(strategy)?;
            Ok(done.map(|edit| (edit, Some(StepRole::Undo))))
        });
        if undone {
            self.no_longer_done();
        }
        undone
    }

    /// Removes the notice of an act that was undone.
    fn no_longer_done(self) {
        let is_done = |one: &Option<Notice>| one.as_ref().is_some_and(|one| one.done);
        if self.notice.with_untracked(is_done) {
            self.notice.set(None);
        }
    }

    /// Sets the function that sends text typed beside the plan.
    pub fn writes_beside(self, send: impl Fn() + 'static) {
        self.unsent.set_value(Some(Rc::new(send)));
    }

    /// Redoes an undone step; a restored row together with its content.
    pub fn redo(self) -> bool {
        let again = || {
            self.run(|history, strategy| {
                let done = history.redo(strategy)?;
                Ok(done.map(|edit| (edit, Some(StepRole::Redo))))
            })
        };
        let goes_on =
            || self.with(|now| self.inner.with_value(|i| i.history.borrow().goes_on(now)));
        if self.read_only.get_untracked() || !again() {
            return false;
        }
        while goes_on() && again() {}
        true
    }

    /// Applies an edit of another tab: it is not a step of this history, and not recorded again.
    pub fn receive(self, edit: &Edit) -> Result<(), Conflict> {
        let applied = self
            .inner
            .with_value(|inner| edit.apply(&mut inner.strategy.borrow_mut()));
        applied.map(|()| self.announce(edit))
    }

    /// Returns the strategy as far as it is still readable, after a failure.
    pub fn rescue(self) -> Option<Strategy> {
        self.inner
            .try_with_value(|inner| inner.strategy.try_borrow().ok().map(|s| s.clone()))
            .flatten()
    }

    /// Ends the typing of a field, when the user leaves it.
    pub fn seal(self) {
        self.inner
            .with_value(|inner| inner.history.borrow_mut().seal());
    }

    /// Tracked: reads the history; changes with every edit.
    pub fn history<R>(self, read: impl FnOnce(&History) -> R) -> R {
        self.revision.track();
        self.steps.track();
        self.inner.with_value(|inner| read(&inner.history.borrow()))
    }

    /// Puts the steps of earlier sessions before those of this one.
    pub fn remember(self, before: History) {
        self.inner
            .with_value(|inner| inner.history.borrow_mut().follow(before));
        self.steps.update(|n| *n = n.wrapping_add(1));
    }

    /// Shows a notice to the user.
    pub fn tell(self, notice: impl Into<Notice>) {
        self.notice.set(Some(notice.into()));
    }

    /// Shows the notice of a completed edit, once it is stored.
    pub fn tell_done(self, notice: impl Into<Notice>) {
        self.tell(notice.into().done());
    }

    /// Returns the notice about an act: until it is stored, that it is being stored.
    pub fn account(self, account: String) -> String {
        match account.is_empty() || self.kept.get() {
            true => account,
            false => words::shell::being_kept().to_owned(),
        }
    }

    /// True if every edit is in a store that survives the tab; the workspace sets it.
    pub fn kept(self) -> RwSignal<bool> {
        self.kept
    }

    /// Applies an edit, and returns its report once it is done, so that no report precedes a refusal. If there was
    /// nothing to change, the report says so. It is shown through [`Store::account`].
    pub fn carry_out(self, edit: Result<Edit, Refusal>, account: String) -> Option<String> {
        let done = match edit {
            Err(Refusal::Nothing) => true,
            edit => self.edit(|_| edit),
        };
        done.then_some(account)
    }

    /// Tracked: the closed years.
    pub fn closed_years(self) -> BTreeSet<FiscalYear> {
        self.about();
        self.with(edit::closed_years)
    }

    /// Tracked: true if a year is closed.
    pub fn is_closed(self, year: FiscalYear) -> bool {
        self.closed_years().contains(&year)
    }

    /// Says that a closed year cannot be changed, and offers to reopen it.
    pub fn refuse_closed(self, year: FiscalYear) {
        self.tell(&Refusal::Closed(year));
    }

    /// Returns the notice to show.
    pub fn notice(self) -> RwSignal<Option<Notice>> {
        self.notice
    }

    /// True if edits are refused: another tab holds the writer lock, or the strategy is in the trash.
    pub fn read_only(self) -> Memo<bool> {
        self.read_only
    }

    /// True if another tab holds the writer lock.
    pub fn reading(self) -> RwSignal<bool> {
        self.reading
    }

    /// True if the strategy is in the trash.
    pub fn trashed(self) -> RwSignal<bool> {
        self.trashed
    }

    fn run(
        self,
        act: impl FnOnce(
            &mut History,
            &mut Strategy,
        ) -> Result<Option<(Edit, Option<StepRole>)>, Conflict>,
    ) -> bool {
        let done = self.inner.with_value(|inner| {
            act(
                &mut inner.history.borrow_mut(),
                &mut inner.strategy.borrow_mut(),
            )
        });
        match done {
            Ok(Some((edit, way))) => {
                // An edit that changes nothing is not a step, and is not stored.
                if let Some(way) = way {
                    self.inner.with_value(|inner| (inner.record)(&edit, way));
                }
                self.announce(&edit);
                true
            }
            Ok(None) => false,
            Err(conflict) => {
                self.tell(conflict.say());
                false
            }
        }
    }

    fn announce(self, edit: &Edit) {
        let then = self.inner.with_value(|inner| {
            tell_all(
                &mut *inner.atoms.borrow_mut(),
                &inner.strategy.borrow(),
                &edit.changes,
            )
        });
        for set in then {
            set();
        }
        let watchers = self
            .inner
            .with_value(|inner| inner.watchers.borrow().clone());
        for watcher in watchers {
            watcher(&edit.changes);
        }
        if edit.changes.moves() {
            self.shape.update(|n| *n = n.wrapping_add(1));
        }
        self.revision.update(|n| *n = n.wrapping_add(1));
    }
}
