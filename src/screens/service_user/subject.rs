//! The service user that the page is about, and what was read of it.

use crate::workspace::{Load, Workspace};
use account_api::{AccessToken, Error, ErrorKind, SignedIn};
use leptos::prelude::*;
use leptos::task::spawn_local;
use service_user::{ServiceUser, Standing, UserId};

/// What the parts of the page share. A handle: copies are the same state.
///
/// What the list knows is shown at once, until the service user itself has been read. Its signals go with the page, while a call
/// may still be under way, so whatever a call brings is put in with `try_set`.
#[derive(Clone, Copy)]
pub(super) struct Subject {
    pub(super) workspace: Workspace,
    id: StoredValue<UserId>,
    /// As it was read, or changed, last on this page.
    latest: RwSignal<Option<ServiceUser>>,
    /// What came of reading it last.
    reading: RwSignal<Load<()>>,
    user: Memo<Option<ServiceUser>>,
    tokens: RwSignal<Load<Vec<AccessToken>>>,
    changes: RwSignal<u32>,
}

/// What of the service user can be shown.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Sight {
    /// Nothing yet.
    Awaited,
    /// Nothing, for this reason.
    Failed(Error),
    /// There is none.
    Missing,
    /// It.
    Known,
}

impl Subject {
    /// Starts reading the service user and its tokens.
    pub(super) fn read(workspace: Workspace, id: UserId) -> Self {
        let latest = RwSignal::new(None::<ServiceUser>);
        let user = {
            let id = id.clone();
            Memo::new(move |_| latest.get().or_else(|| workspace.known_user(&id)))
        };
        let subject = Subject {
            workspace,
            id: StoredValue::new(id),
            latest,
            reading: RwSignal::new(Load::Pending),
            user,
            tokens: RwSignal::new(Load::Pending),
            changes: RwSignal::new(0),
        };
        subject.read_again();
        subject.read_tokens();
        subject
    }

    /// Which one.
    pub(super) fn id(self) -> UserId {
        self.id.get_value()
    }

    /// What can be shown.
    pub(super) fn sight(self) -> Memo<Sight> {
        Memo::new(move |_| {
            let is_known = self.user.with(Option::is_some);
            self.reading.with(|reading| match reading {
                Load::Failed(error) if is_absence(error) => Sight::Missing,
                _ if is_known => Sight::Known,
                Load::Failed(error) => Sight::Failed(error.clone()),
                Load::Pending | Load::Ready(()) => Sight::Awaited,
            })
        })
    }

    /// Why what is shown may be out of date.
    pub(super) fn reading_failure(self) -> Memo<Option<Error>> {
        Memo::new(move |_| self.reading.with(|reading| reading.failure().cloned()))
    }

    /// Something of the service user, followed as it changes; its default while there is nothing to read it of.
    pub(super) fn follow<T>(self, read: impl Fn(&ServiceUser) -> T + 'static) -> Memo<T>
    where
        T: Default + PartialEq + 'static,
    {
        Memo::new(move |_| {
            self.user
                .with(|user| user.as_ref().map(&read).unwrap_or_default())
        })
    }

    /// The service user as it is shown.
    pub(super) fn user(self) -> Memo<Option<ServiceUser>> {
        self.user
    }

    /// What people call it: its friendly name, or its ID where it has none.
    pub(super) fn name(self) -> Memo<String> {
        self.follow(|user| match user.friendly_name.is_empty() {
            true => user.id.as_str().to_owned(),
            false => user.friendly_name.clone(),
        })
    }

    /// How it stands today.
    pub(super) fn standing(self) -> Memo<Standing> {
        let today = self.workspace.today;
        Memo::new(move |_| {
            let today = today.get();
            self.user.with(|user| match user {
                None => Standing::Other(String::new()),
                Some(user) => user.standing(today),
            })
        })
    }

    /// Its tokens.
    pub(super) fn tokens(self) -> Signal<Load<Vec<AccessToken>>> {
        self.tokens.into()
    }

    /// Grows by one each time something was changed on this page.
    pub(super) fn changes(self) -> Signal<u32> {
        self.changes.into()
    }

    /// Says what was changed.
    pub(super) fn say_changed(self, words: impl Into<String>) {
        self.workspace.notice.set(Some(words.into()));
        self.changes.try_update(|changes| *changes += 1);
    }

    /// Says no more what was done before: something else is being done.
    pub(super) fn say_nothing(self) {
        self.workspace.notice.set(None);
    }

    /// Reads it again; what is shown stays until the answer is there.
    pub(super) fn read_again(self) {
        let Some(connection) = self.workspace.connection.get_untracked() else {
            return;
        };
        let id = self.id();
        self.reading.set(Load::Pending);
        spawn_local(async move {
            // The page shows what came of it.
            let _ = self.read_now(&connection, id).await;
        });
    }

    /// Reads it and answers it as it is now, for whoever has to know before going on. The page and the list have it then, too.
    ///
    /// # Errors
    /// It could not be read; the page says so.
    pub(super) async fn read_now(self, connection: &SignedIn, id: UserId) -> Result<ServiceUser, Error> {
        let answer = connection.service_user(&id).await;
        match &answer {
            Ok(user) => self.take(user.clone()),
            Err(error) => {
                if is_absence(error) {
                    self.workspace.drop_user(&id);
                    self.latest.try_set(None);
                }
                self.reading.try_set(Load::Failed(error.clone()));
            }
        }
        answer
    }

    /// Takes it over as it is now, here and in the list.
    pub(super) fn take(self, user: ServiceUser) {
        self.workspace.put_user(user.clone());
        self.latest.try_set(Some(user));
        self.reading.try_set(Load::Ready(()));
    }

    /// Reads its tokens again.
    pub(super) fn read_tokens(self) {
        let Some(connection) = self.workspace.connection.get_untracked() else {
            return;
        };
        let id = self.id();
        self.tokens.set(Load::Pending);
        spawn_local(async move {
            let tokens = connection.access_tokens(&id).await;
            self.tokens.try_set(tokens.into());
        });
    }
}

/// Whether an answer says that there is no such service user; one that calls the ID impossible says the same.
pub(super) fn is_absence(error: &Error) -> bool {
    matches!(error.kind, ErrorKind::NotFound | ErrorKind::InvalidRequest)
}
