//! The start: the browser's stores are opened, and put in order.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use super::Trouble;
use super::installation::{self, APP};
use super::keeper::{Inner, Keeper};
use super::recovery::set_aside;
use super::store::blob;
use super::store::db::Db;
use super::store::header::Header;
use super::versions::version;
use browser::time::idle;

impl Keeper {
    /// Opens the stores of this copy of the app. A store that cannot be used does not stop the app: see
    /// [`Keeper::trouble`].
    pub async fn open() -> Self {
        match installation::here() {
            Some(folder) => Self::open_in(APP, &folder).await,
            None => Self::open_as(APP).await,
        }
    }

    /// Opens the stores of the copy of the app in a folder.
    pub async fn open_in(common: &str, folder: &str) -> Self {
        let (inner, opened) = installation::of_folder(common, folder).await;
        Self::start(inner, opened).await
    }

    /// Opens the stores with a name. They share nothing with stores of other names.
    pub async fn open_as(app: &str) -> Self {
        Self::start(Inner::new(app), None).await
    }

    async fn start(inner: Rc<Inner>, opened: Option<Result<Rc<Db>, Trouble>>) -> Self {
        let opened = match opened {
            Some(opened) => opened,
            None => inner.db().await,
        };
        if let Ok(db) = opened {
            // A failure is tried again on a later start.
            let _ = inner.complete_list(&db).await;
            let inner = Rc::downgrade(&inner);
            spawn_local(async move {
                idle().await;
                if let Some(inner) = inner.upgrade() {
                    let _ = inner.sweep(&db).await;
                }
            });
        }
        Self(inner)
    }
}

impl Inner {
    /// Lists what the database holds and localStorage does not know.
    async fn complete_list(&self, db: &Db) -> Result<(), Trouble> {
        for text in Header::all(db).await? {
            if let Ok(header) = Header::parse(&text)
                && self.listing(header.listing.doc).is_none()
            {
                self.list(header.listing);
            }
        }
        Ok(())
    }

    /// Sweeps out the blobs that nobody refers to. Where a header cannot be read, nobody knows, and nothing is swept.
    pub async fn sweep(&self, db: &Db) -> Result<(), Trouble> {
        self.sweep_versions(db).await?;
        let mut referred = version::blobs(db).await?;
        referred.extend(set_aside::blobs(db).await?);
        for text in Header::all(db).await? {
            let Ok(header) = Header::parse(&text) else {
                return Ok(());
            };
            referred.extend(header.snapshot.blobs().map(|blob| blob.key.clone()));
        }
        blob::sweep(db, &referred).await
    }
}
