//! A rotation on the screen: what was read of it, and what is done.

use super::place::Place;
use super::work::{Attempt, Completed, Failure, Lost, Work, is_not_offered};
use crate::clock;
use crate::navigation::{Address, Screen};
use crate::platform::{self, LastingSurface};
use crate::text;
use crate::token::{IssuedToken, Made, use_issued_token};
use crate::workspace::{Load, Workspace, use_workspace};
use account_api::{
    AccessToken, AccessTokenName, CreatedAccessToken, Error, ErrorKind, Rotation, RotationStep, SignedIn,
};
use leptos::prelude::*;
use leptos::task::spawn_local;
use service_user::{AccessTokenId, ServiceUser, UserId, UtcDay};

/// What was read and what is under way. A handle: copies are the same rotation.
///
/// It remembers nothing that outlives the screen. Where the rotation is follows from the tokens' records and from the address.
#[derive(Clone, Copy)]
pub(super) struct Rotating {
    workspace: Workspace,
    issued: IssuedToken,
    id: StoredValue<UserId>,
    user: RwSignal<Load<ServiceUser>>,
    tokens: RwSignal<Load<Vec<AccessToken>>>,
    read_at: RwSignal<f64>,
    place: Memo<Place>,
    rotation: Memo<Rotation>,
    step: Memo<RotationStep>,
    looking: RwSignal<bool>,
    working: RwSignal<Option<Work>>,
    failure: RwSignal<Option<Failure>>,
    lost: RwSignal<Option<Lost>>,
    completed: RwSignal<Option<Completed>>,
    last_attempt: StoredValue<Option<Attempt>>,
    /// Name and predecessors of a token of which it is not known whether it was made.
    unsettled: StoredValue<Option<(AccessTokenName, Vec<AccessTokenId>)>>,
}

impl Rotating {
    /// A rotation of which nothing has been read yet.
    pub(super) fn new(id: UserId) -> Self {
        let workspace = use_workspace();
        let tokens = RwSignal::new(Load::Pending);
        let query = workspace.navigation.query();
        let place = Memo::new(move |_| Place::read(&query.get()));
        let rotation = Memo::new(move |_| {
            let today = workspace.today.get();
            tokens.with(|tokens: &Load<Vec<AccessToken>>| {
                let tokens = tokens.ready().map_or(&[][..], Vec::as_slice);
                place.with(|place| Rotation::of(tokens, &place.choice, today))
            })
        });
        let step = Memo::new(move |_| {
            rotation.with(|rotation| {
                let wanted = place.with(|place| place.step);
                wanted
                    .filter(|step| rotation.can_be_at(*step))
                    .unwrap_or(rotation.next)
            })
        });
        Rotating {
            workspace,
            issued: use_issued_token(),
            id: StoredValue::new(id),
            user: RwSignal::new(Load::Pending),
            tokens,
            read_at: RwSignal::new(clock::milliseconds()),
            place,
            rotation,
            step,
            looking: RwSignal::new(false),
            working: RwSignal::new(None),
            failure: RwSignal::new(None),
            lost: RwSignal::new(None),
            completed: RwSignal::new(None),
            last_attempt: StoredValue::new(None),
            unsettled: StoredValue::new(None),
        }
    }

    /// The service user.
    pub(super) fn user(self) -> RwSignal<Load<ServiceUser>> {
        self.user
    }

    /// Its tokens.
    pub(super) fn tokens(self) -> RwSignal<Load<Vec<AccessToken>>> {
        self.tokens
    }

    /// When the tokens were read, in seconds since the beginning of 1970.
    pub(super) fn read_at(self) -> i64 {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "seconds since 1970 fit; the conversion saturates where they do not"
        )]
        let seconds = (self.read_at.get() / 1000.0) as i64;
        seconds
    }

    /// Where the rotation is.
    pub(super) fn rotation(self) -> Memo<Rotation> {
        self.rotation
    }

    /// The step that is shown.
    pub(super) fn step(self) -> Memo<RotationStep> {
        self.step
    }

    /// Whether something is being read.
    pub(super) fn is_looking(self) -> Signal<bool> {
        self.looking.into()
    }

    /// Whether this is being done.
    pub(super) fn is_doing(self, work: Work) -> Signal<bool> {
        Signal::derive(move || self.working.get() == Some(work))
    }

    /// What went wrong last.
    pub(super) fn failure(self) -> RwSignal<Option<Failure>> {
        self.failure
    }

    /// The token that exists and whose ID did not arrive.
    pub(super) fn lost(self) -> RwSignal<Option<Lost>> {
        self.lost
    }

    /// What came of the rotation, once the old token was deleted here.
    pub(super) fn completed(self) -> RwSignal<Option<Completed>> {
        self.completed
    }

    /// Reads the service user and its tokens. What is there already stays until the new has arrived.
    pub(super) fn look(self) {
        if self.looking.get_untracked() {
            return;
        }
        let Some(connection) = self.workspace.connection.get_untracked() else {
            return;
        };
        let id = self.id.get_value();
        self.looking.set(true);
        self.failure.set(None);
        spawn_local(async move {
            let user = connection.service_user(&id).await;
            let is_there = user.is_ok();
            self.take_user(user);
            if is_there {
                let tokens = connection.access_tokens(&id).await;
                self.take_tokens(tokens);
            }
            self.looking.try_set(false);
        });
    }

    /// Goes to a step.
    pub(super) fn go_to(self, step: RotationStep) {
        self.failure.set(None);
        self.decide(|place| place.step = Some(step));
    }

    /// Goes to the step that comes next.
    pub(super) fn go_on(self) {
        self.failure.set(None);
        self.decide(|place| place.step = None);
    }

    /// Says that a token is the new one.
    pub(super) fn choose_new(self, id: AccessTokenId) {
        self.failure.set(None);
        self.decide(|place| {
            place.choice.old.take_if(|old| *old == id);
            place.choice.new = Some(id);
            place.step = None;
        });
    }

    /// Says that a token is the old one.
    pub(super) fn choose_old(self, id: AccessTokenId) {
        self.failure.set(None);
        self.decide(|place| {
            place.choice.new.take_if(|new| *new == id);
            place.choice.old = Some(id);
            place.step = None;
        });
    }

    /// Begins another rotation after one that is complete.
    pub(super) fn begin_again(self) {
        self.completed.set(None);
        self.workspace.navigation.replace_query(String::new());
    }

    /// Makes a new token, once: a second press while a request is under way does nothing. A popup makes none; it opens a window
    /// that outlives the loss of the focus, because a token comes only once.
    pub(super) fn make(self, name: AccessTokenName, end_date: Option<UtcDay>) {
        let Some((connection, lasting)) = self.begin(Attempt::Make(name.clone(), end_date), Work::Make)
        else {
            return;
        };
        spawn_local(async move {
            self.make_now(&connection, &name, end_date, lasting).await;
            self.working.try_set(None);
        });
    }

    /// Deletes a token whose ID nobody has and makes another of the same name and end date.
    pub(super) fn replace(self, token: AccessToken) {
        let Some((connection, lasting)) = self.begin(Attempt::Replace(token.clone()), Work::Replace) else {
            return;
        };
        let (name, end_date) = self.successor_of(&token);
        spawn_local(async move {
            let deleted = connection.delete_access_token(&token.id).await;
            if self.settle(&connection, deleted, Work::DeleteLost, &token).await {
                self.lost.try_set(None);
                self.working.try_set(Some(Work::Make));
                if let Some(name) = name {
                    self.make_now(&connection, &name, end_date, lasting).await;
                }
            }
            self.working.try_set(None);
        });
    }

    /// Opens the window in which a popup's token is made, at this place, and closes the popup.
    pub(super) fn make_in_window(self) {
        if self.working.get_untracked().is_some() {
            return;
        }
        self.working.set(Some(Work::OpenWindow));
        self.failure.set(None);
        let address = Address {
            screen: Screen::Rotate(self.id.get_value()),
            query: self.workspace.navigation.query().get_untracked(),
        };
        spawn_local(async move {
            let is_open = platform::open_window(&address.fragment()).await.is_ok();
            self.working.try_set(None);
            match is_open {
                true => platform::close_this_page(),
                false => {
                    self.failure.try_set(Some(Failure::NotOpened));
                }
            }
        });
    }

    /// Disables, enables or deletes a token.
    pub(super) fn change(self, work: Work, token: AccessToken) {
        let attempt = Attempt::Change(work, token.clone());
        if self.working.get_untracked().is_some() {
            return;
        }
        let Some(connection) = self.workspace.connection.get_untracked() else {
            return;
        };
        self.working.set(Some(work));
        self.failure.set(None);
        self.last_attempt.set_value(Some(attempt));
        let new = self
            .rotation
            .with_untracked(|rotation| rotation.new.known().cloned());
        spawn_local(async move {
            let outcome = work.carry_out(&connection, &token.id).await;
            if self.settle(&connection, outcome, work, &token).await {
                self.finish(work, Completed { deleted: token, new });
            }
            self.working.try_set(None);
        });
    }

    /// Does once more what failed last.
    pub(super) fn try_again(self) {
        match self.last_attempt.get_value() {
            None => self.look(),
            Some(Attempt::Make(name, end_date)) => self.make(name, end_date),
            Some(Attempt::Replace(token)) => self.replace(token),
            Some(Attempt::Change(work, token)) => self.change(work, token),
        }
    }

    /// Takes the page for a request that brings a token; nothing where one is under way, a token is shown, or the page may close
    /// by itself.
    fn begin(self, attempt: Attempt, work: Work) -> Option<(SignedIn, LastingSurface)> {
        let is_busy = self.working.get_untracked().is_some()
            || self.issued.is_awaited().get_untracked()
            || self.issued.is_shown();
        if is_busy {
            return None;
        }
        let connection = self.workspace.connection.get_untracked()?;
        let lasting = self.workspace.surface().lasting()?;
        self.working.set(Some(work));
        self.failure.set(None);
        self.last_attempt.set_value(Some(attempt));
        Some((connection, lasting))
    }

    /// Sends the request, shows the token that comes and finds out what there is where none does.
    async fn make_now(
        self,
        connection: &SignedIn,
        name: &AccessTokenName,
        end_date: Option<UtcDay>,
        lasting: LastingSurface,
    ) {
        self.lost.try_set(None);
        self.unsettled.set_value(None);
        let (Some(id), Some(user)) = (self.id.try_get_value(), self.known_user()) else {
            return;
        };
        let before = self.token_ids();
        self.issued.set_awaited(true);
        let made = connection.create_access_token(&id, name.as_str(), end_date).await;
        let (answered, has_arrived, error) = match made {
            Ok(CreatedAccessToken { access_token, token }) => {
                let has_arrived = token.is_some();
                if has_arrived {
                    // Before anything else is asked of the host: this comes only once.
                    self.issued.show(Made::FurtherToken, user, token, lasting);
                }
                (access_token, has_arrived, None)
            }
            Err(error) => (None, false, Some(error)),
        };
        self.issued.set_awaited(false);
        match error {
            Some(error) if is_not_offered(&error) => {
                self.failure.try_set(Some(Failure::NotOffered));
                // Of a service user that is gone, a host says the same.
                if let Err(error) = connection.service_user(&id).await {
                    self.take_user(Err(error));
                }
            }
            // A browser may have sent the request twice by itself: the first then took the name.
            Some(error) if !error.is_ambiguous() && error.kind != ErrorKind::Duplicate => {
                self.failure.try_set(Some(Failure::NotMade(error)));
            }
            error => match connection.access_tokens(&id).await {
                Ok(tokens) => {
                    let made =
                        |token: &&AccessToken| !before.contains(&token.id) && token.name == name.as_str();
                    let made: Vec<AccessToken> = tokens.iter().filter(made).cloned().collect();
                    self.put_tokens(tokens);
                    self.sort_out(made, answered, has_arrived, error);
                }
                Err(unread) if has_arrived => {
                    self.failure.try_set(Some(Failure::NotRead(unread)));
                }
                Err(_) if error.as_ref().is_some_and(|error| !error.is_ambiguous()) => {
                    self.failure.try_set(error.map(Failure::NotMade));
                }
                Err(unread) => {
                    self.unsettled.set_value(Some((name.clone(), before)));
                    self.failure
                        .try_set(Some(Failure::Unknown(Work::Make, error.unwrap_or(unread))));
                }
            },
        }
    }

    /// Tells which token is the new one, and whether there is one whose ID did not arrive. `made` are those of the list that were
    /// not there before and have the name that was asked for; `answered` is the one that the answer names.
    fn sort_out(
        self,
        made: Vec<AccessToken>,
        answered: Option<AccessToken>,
        has_arrived: bool,
        error: Option<Error>,
    ) {
        let mut others = made
            .into_iter()
            .filter(|token| answered.as_ref().is_none_or(|answered| answered.id != token.id));
        let other = others.next();
        let is_the_only_one = others.next().is_none();
        let (new, lost) = match (has_arrived, answered, other) {
            // Beside the one that the answer names, the same request made another: the browser sent it twice.
            (true, Some(answered), twin) => (Some(answered.id), twin.map(Lost::Twin)),
            (true, None, other) => (other.filter(|_| is_the_only_one).map(|other| other.id), None),
            (false, Some(lost), _) | (false, None, Some(lost)) => {
                (Some(lost.id.clone()), Some(Lost::Only(lost)))
            }
            (false, None, None) => {
                self.failure.try_set(Some(match error {
                    Some(error) => Failure::NotMade(error),
                    None => Failure::NothingMade,
                }));
                return;
            }
        };
        self.lost.try_set(lost);
        self.decide(|place| {
            place.choice.new = new;
            place.step = has_arrived.then_some(RotationStep::HandOver);
        });
    }

    /// Reads the tokens after a change. Where its answer does not tell whether it was made, they do. Answers whether it was.
    async fn settle(
        self,
        connection: &SignedIn,
        outcome: Result<(), Error>,
        work: Work,
        token: &AccessToken,
    ) -> bool {
        let Some(id) = self.id.try_get_value() else {
            return false;
        };
        let must_read = match &outcome {
            Ok(()) => true,
            Err(error) => error.is_ambiguous() || error.kind == ErrorKind::NotFound,
        };
        let tokens = match must_read {
            true => Some(connection.access_tokens(&id).await),
            false => None,
        };
        let is_made = match (&outcome, &tokens) {
            (Ok(()), _) => true,
            (Err(_), Some(Ok(tokens))) => work.is_done_in(tokens, &token.id),
            (Err(_), _) => false,
        };
        let failure = match (outcome, &tokens) {
            (Err(error), Some(Err(_))) if error.is_ambiguous() => Some(Failure::Unknown(work, error)),
            (Err(error), _) if !is_made => Some(Failure::NotDone(work, error)),
            (_, Some(Err(error))) => Some(Failure::NotRead(error.clone())),
            (_, _) => None,
        };
        if let Some(Ok(tokens)) = tokens {
            self.put_tokens(tokens);
        }
        self.failure.try_set(failure);
        is_made
    }

    /// What follows from a change that was made.
    fn finish(self, work: Work, completed: Completed) {
        match work {
            Work::Disable | Work::Enable => self.decide(|place| place.step = None),
            Work::Delete => {
                self.completed.try_set(Some(completed));
                self.decide(|place| *place = Place::default());
            }
            Work::DeleteLost => {
                self.lost.try_set(None);
                self.decide(|place| place.step = None);
            }
            Work::Make | Work::Replace | Work::OpenWindow => {}
        }
    }

    /// Name and end date of the token that takes the place of one whose ID is lost.
    fn successor_of(self, token: &AccessToken) -> (Option<AccessTokenName>, Option<UtcDay>) {
        let today = self.workspace.today.get_untracked();
        let name = self.tokens.with_untracked(|tokens| {
            let tokens = tokens.ready().map_or(&[][..], Vec::as_slice);
            let others: Vec<AccessToken> = tokens
                .iter()
                .filter(|other| other.id != token.id)
                .cloned()
                .collect();
            let proposed = || {
                let proposed = text::rotate::proposed_name(today);
                AccessTokenName::parse(&AccessTokenName::unused(&proposed, &others), &others)
            };
            AccessTokenName::parse(&token.name, &others)
                .or_else(|_| proposed())
                .ok()
        });
        (name, token.end_date.filter(|day| *day >= today))
    }

    fn take_user(self, user: Result<ServiceUser, Error>) {
        match user {
            Ok(user) => {
                self.user.try_set(Load::Ready(user));
            }
            // What was read before stays, unless the host says that it is there no more.
            Err(error)
                if error.kind != ErrorKind::NotFound
                    && self.user.try_with_untracked(|user| user.ready().is_some()) == Some(true) =>
            {
                self.failure.try_set(Some(Failure::NotRead(error)));
            }
            Err(error) => {
                self.user.try_set(Load::Failed(error));
            }
        }
    }

    fn take_tokens(self, tokens: Result<Vec<AccessToken>, Error>) {
        let has_some = self
            .tokens
            .try_with_untracked(|tokens| tokens.ready().is_some())
            .unwrap_or_default();
        match tokens {
            Err(error) if has_some => {
                self.failure.try_set(Some(Failure::NotRead(error)));
            }
            Err(error) => {
                self.tokens.try_set(Load::Failed(error));
            }
            Ok(tokens) => {
                let unsettled = self.unsettled.try_update_value(Option::take).flatten();
                let made = unsettled.map(|(name, before)| made_since(&tokens, &before, &name));
                self.put_tokens(tokens);
                if let Some(made) = made.filter(|made| !made.is_empty()) {
                    self.sort_out(made, None, false, None);
                }
            }
        }
    }

    fn put_tokens(self, tokens: Vec<AccessToken>) {
        self.read_at.try_set(clock::milliseconds());
        self.tokens.try_set(Load::Ready(tokens));
    }

    /// Changes what the address says, while it is this rotation's.
    fn decide(self, change: impl FnOnce(&mut Place)) {
        let (Some(id), Some(mut place)) = (self.id.try_get_value(), self.place.try_get_untracked()) else {
            return;
        };
        if self.workspace.navigation.screen().get_untracked() == Screen::Rotate(id) {
            change(&mut place);
            self.workspace.navigation.replace_query(place.write());
        }
    }

    fn known_user(self) -> Option<ServiceUser> {
        self.user
            .try_with_untracked(|user| user.ready().cloned())
            .flatten()
    }

    fn token_ids(self) -> Vec<AccessTokenId> {
        self.tokens
            .try_with_untracked(|tokens| {
                let tokens = tokens.ready().map_or(&[][..], Vec::as_slice);
                tokens.iter().map(|token| token.id.clone()).collect()
            })
            .unwrap_or_default()
    }
}

/// The tokens of this name that were not there before.
fn made_since(tokens: &[AccessToken], before: &[AccessTokenId], name: &AccessTokenName) -> Vec<AccessToken> {
    tokens
        .iter()
        .filter(|token| !before.contains(&token.id) && token.name == name.as_str())
        .cloned()
        .collect()
}
