//! The browser's database: IndexedDB through `idb`, with durability `strict`, every failure a [`Trouble`].

use std::cell::{Cell, RefCell};
use std::future::{Future, IntoFuture};
use std::pin::Pin;
use std::rc::Rc;
use std::task::Poll;

use idb::request::futures::GetAllStoreRequestFuture;
use idb::{DatabaseEvent, KeyRange, Query, Transaction};
use js_sys::{Array, Object, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{IdbDatabase, IdbTransaction};

use crate::Trouble;
use browser::time::sleep;
use browser::{exception, object};

#[wasm_bindgen]
extern "C" {
    type Database;

    // `web-sys` has no stable binding with options.
    #[wasm_bindgen(method, catch)]
    fn transaction(
        this: &Database,
        stores: &Array,
        mode: &str,
        options: &Object,
    ) -> Result<IdbTransaction, JsValue>;
}

/// The version of the stores below. An older tab that has them open closes them and stops writing (K11).
const VERSION: u32 = 1;

/// The object stores.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Store {
    /// `doc` → header of the snapshot, as text.
    Strategies,
    /// `[doc, seq]` → entry of the log, as text.
    Edits,
    /// `[blob, index]` → a piece of a blob, as bytes.
    Bytes,
    /// `[doc, version]` → what a version is, as text.
    Versions,
    /// `aside` → what was set aside, as text.
    Aside,
    /// `doc` → handle of the file that is its place.
    Places,
}

impl Store {
    /// Every store.
    pub const ALL: [Store; 6] = [
        Store::Strategies,
        Store::Edits,
        Store::Bytes,
        Store::Versions,
        Store::Aside,
        Store::Places,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Store::Strategies => "strategies",
            Store::Edits => "edits",
            Store::Bytes => "bytes",
            Store::Versions => "versions",
            Store::Aside => "aside",
            Store::Places => "places",
        }
    }
}

impl Trouble {
    fn of_exception(value: &JsValue) -> Self {
        match exception::name(value).as_str() {
            "QuotaExceededError" => Trouble::DatabaseFull,
            "VersionError" => Trouble::DatabaseNewer,
            "SecurityError" => Trouble::DatabaseOff,
            "" => Trouble::DatabaseFailed("Error".to_owned()),
            name => Trouble::DatabaseFailed(name.to_owned()),
        }
    }
}

impl From<idb::Error> for Trouble {
    fn from(error: idb::Error) -> Self {
        use idb::Error::*;
        match error {
            DomException(value) => Trouble::of_exception(&value),
            IndexedDbNotFound(_) => Trouble::DatabaseOff,
            AddFailed(value)
            | DeleteFailed(value)
            | UpdateFailed(value)
            | GetFailed(value)
            | GetAllFailed(value)
            | GetAllKeysFailed(value)
            | GetKeyFailed(value)
            | IndexedDbOpenFailed(value)
            | ObjectStoreNotFound(value)
            | TransactionOpenFailed(value)
            | TransactionCommitError(value)
            | TransactionAbortError(value)
            | UnexpectedJsType(_, value) => Trouble::of_exception(&value),
            _ => Trouble::DatabaseFailed("Error".to_owned()),
        }
    }
}

/// The key `[a, n]`.
pub(crate) fn pair(a: &str, n: impl Into<JsValue>) -> JsValue {
    Array::of2(&JsValue::from_str(a), &n.into()).into()
}

/// All keys `[a, …]`.
pub(crate) fn every(a: &str) -> Result<Query, Trouble> {
    // An array sorts after every number and text.
    let range = KeyRange::bound(
        &Array::of1(&JsValue::from_str(a)),
        &pair(a, Array::new()),
        None,
        None,
    )?;
    Ok(range.into())
}

/// The keys `[a, first]` to `[a, last]`.
pub(crate) fn span(a: &str, first: u64, last: u64) -> Result<Query, Trouble> {
    let range = KeyRange::bound(&pair(a, first as f64), &pair(a, last as f64), None, None)?;
    Ok(range.into())
}

/// An open database.
pub(crate) struct Db {
    raw: IdbDatabase,
    /// Set when the connection is gone: another tab wants a newer version, or the browser closed it.
    gone: Rc<Cell<Option<Gone>>>,
    _on_gone: [Closure<dyn FnMut(JsValue)>; 2],
}

/// Why a connection is gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gone {
    /// A newer app wants another version of the stores.
    Outdated,
    /// The browser closed it, or somebody deletes the database.
    Closed,
}

/// Callback for a connection that was lost though no newer app wants it.
pub(crate) type OnLoss = Rc<dyn Fn()>;

/// Time that the browser may take to open the database, in ms.
const PATIENCE: i32 = 6_000;

/// Result of a wait: the value, or a time-out.
struct AwaitedRequest<T> {
    come: Option<T>,
    over: bool,
}

impl Db {
    /// Opens the database, with its stores; gives up where the browser does not answer. `on_loss` is called when the
    /// connection is gone and wants opening again.
    pub async fn open_in_time(name: &str, on_loss: OnLoss) -> Result<Self, Trouble> {
        let awaited = Rc::new(RefCell::new(AwaitedRequest {
            come: None,
            over: false,
        }));
        let waiting = Promise::new(&mut |resolve, _| {
            let (awaited, name, on_loss) = (awaited.clone(), name.to_owned(), on_loss.clone());
            spawn_local(async move {
                let opened = Self::open_with(&name, on_loss).await;
                let mut awaited = awaited.borrow_mut();
                // Too late: it is closed again, and the next who asks opens another.
                if !awaited.over {
                    awaited.come = Some(opened);
                    let _ = resolve.call0(&JsValue::NULL);
                }
            });
        });
        let limit = Promise::new(&mut |resolve, _| {
            spawn_local(async move {
                sleep(PATIENCE).await;
                let _ = resolve.call0(&JsValue::NULL);
            });
        });
        let _ = JsFuture::from(Promise::race(&Array::of2(&waiting, &limit))).await;
        let mut awaited = awaited.borrow_mut();
        awaited.over = true;
        awaited.come.take().unwrap_or(Err(Trouble::DatabaseSilent))
    }

    /// Opens the database, with its stores.
    #[cfg(test)]
    pub async fn open(name: &str) -> Result<Self, Trouble> {
        Self::open_with(name, Rc::new(|| {})).await
    }

    async fn open_with(name: &str, on_loss: OnLoss) -> Result<Self, Trouble> {
        let mut request = idb::Factory::new()?.open(name, Some(VERSION))?;
        request.on_upgrade_needed(|event| {
            // A store that cannot be made fails the upgrade, and the request with it.
            if let Ok(database) = event.database() {
                for store in Store::ALL {
                    let _ = database.create_object_store(store.name(), Default::default());
                }
            }
        });
        let blocked = Rc::new(Cell::new(false));
        let waker = Rc::new(Cell::new(None::<std::task::Waker>));
        request.on_blocked({
            let (blocked, waker) = (blocked.clone(), waker.clone());
            move |_| {
                blocked.set(true);
                if let Some(waker) = waker.take() {
                    waker.wake();
                }
            }
        });
        let mut opening: Pin<Box<dyn Future<Output = _>>> = Box::pin(request.into_future());
        let database = std::future::poll_fn(|cx| {
            if blocked.get() {
                return Poll::Ready(Err(Trouble::DatabaseBlocked));
            }
            waker.set(Some(cx.waker().clone()));
            opening.as_mut().poll(cx).map_err(Trouble::from)
        })
        .await?;
        Ok(Self::attend(database.into(), on_loss))
    }

    fn attend(raw: IdbDatabase, on_loss: OnLoss) -> Self {
        let gone = Rc::new(Cell::new(None));
        let note = |why: fn(&JsValue) -> Gone| {
            let (gone, raw, on_loss) = (gone.clone(), raw.clone(), on_loss.clone());
            Closure::<dyn FnMut(JsValue)>::new(move |event: JsValue| {
                gone.set(Some(why(&event)));
                raw.close();
                if gone.get() == Some(Gone::Closed) {
                    on_loss();
                }
            })
        };
        let on_gone = [note(wanted), note(|_| Gone::Closed)];
        raw.set_onversionchange(Some(on_gone[0].as_ref().unchecked_ref()));
        raw.set_onclose(Some(on_gone[1].as_ref().unchecked_ref()));
        Self {
            raw,
            gone,
            _on_gone: on_gone,
        }
    }

    /// True if the browser closed the connection, so that it has to be opened again.
    pub fn is_closed(&self) -> bool {
        self.gone.get() == Some(Gone::Closed)
    }

    fn begin(&self, stores: &[Store], mode: &str, durability: &str) -> Result<Tx, Trouble> {
        if self.gone.get() == Some(Gone::Outdated) {
            return Err(Trouble::Outdated);
        }
        let names: Array = stores
            .iter()
            .map(|store| JsValue::from_str(store.name()))
            .collect();
        // A browser that does not know the option writes as safely as it can.
        let options = object::with("durability", &durability.into());
        let raw = self
            .raw
            .unchecked_ref::<Database>()
            .transaction(&names, mode, &options)
            .map_err(|error| match exception::name(&error).as_str() {
                "InvalidStateError" => {
                    self.gone.set(Some(Gone::Closed));
                    Trouble::of_exception(&error)
                }
                _ => Trouble::of_exception(&error),
            })?;
        Ok(Tx {
            transaction: raw.clone().into(),
            raw,
        })
    }

    /// A transaction that only reads.
    pub fn reading(&self, stores: &[Store]) -> Result<Tx, Trouble> {
        self.begin(stores, "readonly", "default")
    }

    /// A transaction that writes all or nothing, and to the disk.
    pub fn writing(&self, stores: &[Store]) -> Result<Tx, Trouble> {
        self.begin(stores, "readwrite", "strict")
    }

    /// A transaction that writes all or nothing, and to the disk when the browser likes: for what can be done without.
    pub fn noting(&self, stores: &[Store]) -> Result<Tx, Trouble> {
        self.begin(stores, "readwrite", "relaxed")
    }
}

/// Why another connection wants this one closed: without a new version it deletes the database.
fn wanted(event: &JsValue) -> Gone {
    match object::get(event, "newVersion").is_null() {
        true => Gone::Closed,
        false => Gone::Outdated,
    }
}

impl Drop for Db {
    fn drop(&mut self) {
        self.raw.set_onversionchange(None);
        self.raw.set_onclose(None);
        self.raw.close();
    }
}

/// Values that the database was asked for.
pub(crate) type Answer = GetAllStoreRequestFuture;

/// A transaction. Nothing is written before [`Tx::done`] says so.
pub(crate) struct Tx {
    transaction: Transaction,
    raw: IdbTransaction,
}

impl Tx {
    fn store(&self, store: Store) -> Result<idb::ObjectStore, Trouble> {
        Ok(self.transaction.object_store(store.name())?)
    }

    /// One value.
    pub async fn get(&self, store: Store, key: &JsValue) -> Result<Option<JsValue>, Trouble> {
        Ok(self.store(store)?.get(key.clone())?.await?)
    }

    /// One value that is a text; any other value is none.
    pub async fn text(&self, store: Store, key: &JsValue) -> Result<Option<String>, Trouble> {
        let value = self.get(store, key).await?;
        Ok(value.and_then(|value| value.as_string()))
    }

    /// Asks for values, in order of key. The database is at work from now on, whenever the answer is awaited.
    pub fn ask(&self, store: Store, query: Query) -> Result<Answer, Trouble> {
        let asked = self.store(store)?.get_all(Some(query), None)?;
        Ok(asked.into_future())
    }

    /// Every key of a query with its value, in order of key; both are asked for at once.
    pub async fn rows(
        &self,
        store: Store,
        query: impl Fn() -> Result<Query, Trouble>,
    ) -> Result<(Vec<JsValue>, Vec<JsValue>), Trouble> {
        let keys = self.store(store)?.get_all_keys(Some(query()?), None)?;
        let (keys, values) = (keys.into_future(), self.ask(store, query()?)?);
        Ok((keys.await?, values.await?))
    }

    /// Every value, in order of key; `None`: of the whole store.
    pub async fn all(&self, store: Store, query: Option<Query>) -> Result<Vec<JsValue>, Trouble> {
        Ok(self.store(store)?.get_all(query, None)?.await?)
    }

    /// Every key, in order.
    pub async fn keys(&self, store: Store, query: Option<Query>) -> Result<Vec<JsValue>, Trouble> {
        Ok(self.store(store)?.get_all_keys(query, None)?.await?)
    }

    /// Writes a value, over what is there.
    pub fn put(&self, store: Store, key: &JsValue, value: &JsValue) -> Result<(), Trouble> {
        self.store(store)?.put(value, Some(key))?;
        Ok(())
    }

    /// Writes a text, over what is there.
    pub fn put_text(&self, store: Store, key: &JsValue, text: &str) -> Result<(), Trouble> {
        self.put(store, key, &JsValue::from_str(text))
    }

    /// Writes a value where nothing is; otherwise the transaction fails.
    pub fn add(&self, store: Store, key: &JsValue, value: &JsValue) -> Result<(), Trouble> {
        self.store(store)?.add(value, Some(key))?;
        Ok(())
    }

    /// Deletes what is there.
    pub fn delete(&self, store: Store, query: impl Into<Query>) -> Result<(), Trouble> {
        self.store(store)?.delete(query)?;
        Ok(())
    }

    /// Gives up: nothing of the transaction is written.
    pub fn abort(self) {
        // It may have ended by itself already, with nothing left to give up.
        let _ = self.raw.abort();
    }

    /// Waits until everything is written; otherwise nothing is.
    pub async fn done(self) -> Result<(), Trouble> {
        let raw = self.raw;
        let ended = Promise::new(&mut |complete, aborted| {
            raw.set_oncomplete(Some(&complete));
            raw.set_onabort(Some(&aborted));
        });
        match JsFuture::from(ended).await {
            Ok(_) => Ok(()),
            Err(_) => Err(raw.error().map_or_else(
                || Trouble::DatabaseFailed("AbortError".to_owned()),
                |error| Trouble::of_exception(&error),
            )),
        }
    }
}
