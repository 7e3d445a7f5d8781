//! The writer's seat: one tab at a time writes a strategy (K9). Web Locks, or, where there are none
//! (plain http), a heartbeat in localStorage.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use js_sys::{Function, Object, Promise, Reflect};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::AbortController;

use super::local::{Key, Local};
use super::pace::{Timer, sleep};
use super::{DocId, clock};

#[wasm_bindgen]
extern "C" {
    type LockManager;

    #[wasm_bindgen(method, catch)]
    fn request(
        this: &LockManager,
        name: &str,
        options: &Object,
        callback: &Function,
    ) -> Result<Promise, JsValue>;
}

/// A seat that was just left may take the browser a moment to free: tries so often, so many ms apart.
const TRIES: u32 = 4;
const APART: i32 = 30;
/// How often the heartbeat is renewed, and when it counts as stopped, in ms. Browsers let timers of
/// hidden tabs run once a minute.
const BEAT: i32 = 2000;
const STOPPED: u64 = 75_000;

/// How to take the seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Take {
    /// If nobody sits there.
    Free,
    /// From whoever sits there.
    Steal,
}

/// Which seat, and for whom.
#[derive(Clone)]
pub(super) struct Place {
    pub local: Local,
    pub app: String,
    pub doc: DocId,
    pub tab: String,
}

impl Place {
    fn lock_name(&self) -> String {
        format!("{}/writer/{}", self.app, self.doc)
    }
}

/// The seat, as long as it is not dropped.
pub(super) struct Seat {
    _lock: Option<Lock>,
    _heart: Option<Rc<Heart>>,
}

impl Seat {
    /// Takes the seat; `None` when another tab has it. `lost` is called when another tab takes it later.
    pub async fn take(place: &Place, how: Take, lost: impl FnOnce() + 'static) -> Option<Self> {
        let lost = once(lost);
        let mut seat = Self {
            _lock: None,
            _heart: None,
        };
        match lock_manager() {
            Some(locks) => {
                let options = Object::new();
                let option = match how {
                    Take::Free => "ifAvailable",
                    Take::Steal => "steal",
                };
                set(&options, option, &JsValue::TRUE);
                for _ in 0..TRIES {
                    let lost = lost.clone();
                    let lock = Lock::ask(&locks, &place.lock_name(), &options, lost).await;
                    if lock.is_some() {
                        seat._lock = lock;
                        return Some(seat);
                    }
                    sleep(APART).await;
                }
                None
            }
            None => {
                let free = how == Take::Steal || Heart::stopped(place);
                free.then(|| {
                    seat._heart = Some(Heart::start(place, lost));
                    seat
                })
            }
        }
    }
}

/// A wish for the seat, as long as it is not dropped: when whoever sits there leaves, it is granted.
pub(super) struct Wish {
    abort: Option<AbortController>,
    still: Rc<Cell<bool>>,
}

impl Wish {
    /// Waits in line. `lost` is called when another tab takes the seat after it was granted.
    pub fn new(
        place: &Place,
        granted: impl FnOnce(Seat) + 'static,
        lost: impl FnOnce() + 'static,
    ) -> Self {
        let wish = Self {
            abort: AbortController::new().ok(),
            still: Rc::new(Cell::new(true)),
        };
        let still = wish.still.clone();
        let signal = wish.abort.as_ref().map(AbortController::signal);
        let place = place.clone();
        spawn_local(async move {
            let lost = once(lost);
            let seat = match lock_manager() {
                Some(locks) => {
                    let options = Object::new();
                    if let Some(signal) = signal {
                        set(&options, "signal", &signal);
                    }
                    let lock = Lock::ask(&locks, &place.lock_name(), &options, lost).await;
                    lock.map(|lock| Seat {
                        _lock: Some(lock),
                        _heart: None,
                    })
                }
                None => {
                    while still.get() && !Heart::stopped(&place) {
                        sleep(BEAT).await;
                    }
                    still.get().then(|| Seat {
                        _lock: None,
                        _heart: Some(Heart::start(&place, lost)),
                    })
                }
            };
            if let Some(seat) = seat
                && still.get()
            {
                granted(seat);
            }
        });
        wish
    }
}

impl Drop for Wish {
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

fn set(options: &Object, name: &str, value: &JsValue) {
    // A fresh object takes any member.
    let _ = Reflect::set(options, &JsValue::from_str(name), value);
}

fn lock_manager() -> Option<LockManager> {
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(&navigator, &JsValue::from_str("locks")).ok()?;
    locks.is_object().then(|| locks.unchecked_into())
}

/// A Web Lock, held until dropped.
struct Lock {
    release: Function,
    /// Whether it is held: granted, and not let go on purpose.
    held: Rc<Cell<bool>>,
}

impl Lock {
    /// Asks for a lock, and waits until that is granted or refused.
    async fn ask(locks: &LockManager, name: &str, options: &Object, lost: Once) -> Option<Self> {
        let (until, release) = promise()?;
        let (granted, grant) = promise()?;
        let held = Rc::new(Cell::new(false));
        let callback = Closure::once_into_js({
            let (held, grant) = (held.clone(), grant.clone());
            move |lock: JsValue| -> JsValue {
                held.set(!lock.is_null());
                let _ = grant.call0(&JsValue::NULL);
                if lock.is_null() { lock } else { until.into() }
            }
        });
        let request = locks
            .request(name, options, callback.unchecked_ref())
            .ok()?;
        spawn_local({
            let held = held.clone();
            async move {
                // Fails when it was given up before it was granted, and when it was granted and then stolen.
                let ended = JsFuture::from(request).await;
                if ended.is_err() && held.take() {
                    lost();
                }
                let _ = grant.call0(&JsValue::NULL);
            }
        });
        JsFuture::from(granted).await.ok()?;
        held.get().then_some(Self { release, held })
    }
}

/// A promise, and what keeps it.
fn promise() -> Option<(Promise, Function)> {
    let mut keep = None;
    let promise = Promise::new(&mut |resolve, _| keep = Some(resolve));
    Some((promise, keep?))
}

impl Drop for Lock {
    fn drop(&mut self) {
        self.held.set(false);
        let _ = self.release.call0(&JsValue::NULL);
    }
}

/// The heartbeat in localStorage.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Beat {
    tab: String,
    at: u64,
}

/// A seat held by a heartbeat.
struct Heart {
    place: Place,
    lost: Once,
    next: RefCell<Option<Timer>>,
}

impl Heart {
    /// Whether nobody else's heart beats.
    fn stopped(place: &Place) -> bool {
        let beat = place.local.get::<Beat>(Key::Writer(place.doc));
        beat.is_none_or(|beat| beat.tab == place.tab || clock::now().ms.abs_diff(beat.at) > STOPPED)
    }

    fn start(place: &Place, lost: Once) -> Rc<Self> {
        let heart = Rc::new(Self {
            place: place.clone(),
            lost,
            next: RefCell::new(None),
        });
        heart.beat();
        heart
    }

    fn beat(self: &Rc<Self>) {
        let beat = Beat {
            tab: self.place.tab.clone(),
            at: clock::now().ms,
        };
        // Without localStorage there is no seat to hold; the header in the database still fences writers off.
        let _ = self.place.local.set(Key::Writer(self.place.doc), &beat);
        let heart: Weak<Self> = Rc::downgrade(self);
        let next = Timer::after(BEAT, move || {
            if let Some(heart) = heart.upgrade() {
                heart.look();
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
        let beat = self.place.local.get::<Beat>(Key::Writer(self.place.doc));
        beat.is_none_or(|beat| beat.tab == self.place.tab)
    }
}

impl Drop for Heart {
    fn drop(&mut self) {
        if self.is_mine() {
            self.place.local.remove(Key::Writer(self.place.doc));
        }
    }
}
