//! The writer lock: one tab at a time writes a strategy (K9). Web Locks, or, where there are none
//! (plain http), a heartbeat in localStorage.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use serde::{Deserialize, Serialize};
use wasm_bindgen_futures::spawn_local;
use web_sys::AbortController;

use crate::DocId;
use crate::clock;
use crate::store::local::{Local, LocalKey};
use browser::Timer;
use browser::locks::{Lock, Locks, Request};
use browser::time::sleep;

/// A lock that was just let go may take the browser a moment to free: tries so often, so many ms apart.
const TRIES: u32 = 4;
const APART: i32 = 30;
/// Interval between heartbeats, and time after which the heartbeat counts as stopped, in ms. Browsers run timers of
/// hidden tabs once a minute.
const BEAT: i32 = 2000;
const STOPPED: u64 = 75_000;

/// Way to take the lock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Acquire {
    /// If nobody has it.
    IfFree,
    /// From whoever has it.
    Steal,
}

/// The lock, and the tab that wants it.
#[derive(Clone)]
pub(crate) struct LockKey {
    pub local: Local,
    pub app: String,
    pub doc: DocId,
    pub tab: String,
}

impl LockKey {
    fn lock_name(&self) -> String {
        format!("{}/writer/{}", self.app, self.doc)
    }
}

/// The lock, as long as it is not dropped.
pub(crate) struct WriterLock {
    _lock: Option<Lock>,
    _heartbeat: Option<Rc<Heartbeat>>,
}

impl WriterLock {
    /// Takes the lock; `None` when another tab has it. `lost` is called when another tab takes it later.
    pub async fn take(key: &LockKey, how: Acquire, lost: impl FnOnce() + 'static) -> Option<Self> {
        let lost = once(lost);
        let mut held = Self {
            _lock: None,
            _heartbeat: None,
        };
        match Locks::here() {
            Some(locks) => {
                for _ in 0..TRIES {
                    let how = match how {
                        Acquire::IfFree => Request::IfAvailable,
                        Acquire::Steal => Request::Steal,
                    };
                    let lost = lost.clone();
                    let lock = locks.request(&key.lock_name(), how, lost).await;
                    if lock.is_some() {
                        held._lock = lock;
                        return Some(held);
                    }
                    sleep(APART).await;
                }
                None
            }
            None => {
                let free = how == Acquire::Steal || Heartbeat::stopped(key);
                free.then(|| {
                    held._heartbeat = Some(Heartbeat::start(key, lost));
                    held
                })
            }
        }
    }
}

/// A request for the lock, as long as it is not dropped: when whoever has it lets go, it is granted.
pub(crate) struct LockRequest {
    abort: Option<AbortController>,
    still: Rc<Cell<bool>>,
}

impl LockRequest {
    /// Waits in line. `lost` is called when another tab takes the lock after it was granted.
    pub fn new(
        key: &LockKey,
        granted: impl FnOnce(WriterLock) + 'static,
        lost: impl FnOnce() + 'static,
    ) -> Self {
        let request = Self {
            abort: AbortController::new().ok(),
            still: Rc::new(Cell::new(true)),
        };
        let still = request.still.clone();
        let signal = request.abort.as_ref().map(AbortController::signal);
        let key = key.clone();
        spawn_local(async move {
            let lost = once(lost);
            let lock = match Locks::here() {
                Some(locks) => {
                    let how = Request::Wait(signal);
                    let lock = locks.request(&key.lock_name(), how, lost).await;
                    lock.map(|lock| WriterLock {
                        _lock: Some(lock),
                        _heartbeat: None,
                    })
                }
                None => {
                    while still.get() && !Heartbeat::stopped(&key) {
                        sleep(BEAT).await;
                    }
                    still.get().then(|| WriterLock {
                        _lock: None,
                        _heartbeat: Some(Heartbeat::start(&key, lost)),
                    })
                }
            };
            if let Some(lock) = lock
                && still.get()
            {
                granted(lock);
            }
        });
        request
    }
}

impl Drop for LockRequest {
    fn drop(&mut self) {
        self.still.set(false);
        if let Some(abort) = &self.abort {
            abort.abort();
        }
    }
}

/// Something to be done at most once, by whoever comes first.
type Once = Rc<dyn Fn()>;

fn once(act: impl FnOnce() + 'static) -> Once {
    let act = Cell::new(Some(act));
    Rc::new(move || {
        if let Some(act) = act.take() {
            act();
        }
    })
}

/// The heartbeat in localStorage.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Beat {
    tab: String,
    at: u64,
}

/// A lock held by a heartbeat.
struct Heartbeat {
    key: LockKey,
    lost: Once,
    next: RefCell<Option<Timer>>,
}

impl Heartbeat {
    /// True if no other tab sends a heartbeat.
    fn stopped(key: &LockKey) -> bool {
        let beat = key.local.get::<Beat>(LocalKey::Writer(key.doc));
        beat.is_none_or(|beat| beat.tab == key.tab || clock::now().ms.abs_diff(beat.at) > STOPPED)
    }

    fn start(key: &LockKey, lost: Once) -> Rc<Self> {
        let heartbeat = Rc::new(Self {
            key: key.clone(),
            lost,
            next: RefCell::new(None),
        });
        heartbeat.beat();
        heartbeat
    }

    fn beat(self: &Rc<Self>) {
        let beat = Beat {
            tab: self.key.tab.clone(),
            at: clock::now().ms,
        };
        // Without localStorage there is no lock to hold; the header in the database still fences writers off.
        let _ = self.key.local.set(LocalKey::Writer(self.key.doc), &beat);
        let heartbeat: Weak<Self> = Rc::downgrade(self);
        let next = Timer::after(BEAT, move || {
            if let Some(heartbeat) = heartbeat.upgrade() {
                heartbeat.look();
            }
        });
        self.next.replace(Some(next));
    }

    fn look(self: &Rc<Self>) {
        if self.is_mine() {
            self.beat();
        } else {
            (self.lost)();
        }
    }

    fn is_mine(&self) -> bool {
        let beat = self.key.local.get::<Beat>(LocalKey::Writer(self.key.doc));
        beat.is_none_or(|beat| beat.tab == self.key.tab)
    }
}

impl Drop for Heartbeat {
    fn drop(&mut self) {
        if self.is_mine() {
            self.key.local.remove(LocalKey::Writer(self.key.doc));
        }
    }
}
