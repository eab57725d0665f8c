//! One change for many service users: one after the other, with what came of each.

mod outcome;
mod pause;

pub use outcome::{Counts, Item, Outcome, Reason};

use crate::workspace::{Workspace, use_workspace};
use account_api::{Error, SignedIn};
use leptos::prelude::*;
use leptos::task::spawn_local;
use service_user::{
    Difference, Draft, EndDateChoice, Fault, ServiceUser, ServiceUserRequest, Status, UserId, UtcDay,
};
use std::time::Duration;

/// What is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BatchKind {
    /// A later end date.
    Extend,
    /// Stopping at once.
    Disable,
    /// Working again.
    Enable,
}

/// How far a batch is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The person is asked.
    Asking,
    /// Under way.
    Running,
    /// Everything had its turn, or it was stopped.
    Over,
}

/// A batch from the question to the last result. A handle: copies are the same batch.
#[derive(Clone, Copy)]
pub struct Batch {
    workspace: Workspace,
    kind: RwSignal<Option<BatchKind>>,
    /// No signal, because there may be a hundred thousand; [`counts`](Self::counts) tells of changes.
    items: StoredValue<Vec<Item>>,
    counts: RwSignal<Counts>,
    stage: RwSignal<Stage>,
    pause: RwSignal<Option<Duration>>,
    is_stopped: StoredValue<bool>,
    /// The new end date, as typed or chosen.
    pub end_date: RwSignal<String>,
}

impl Batch {
    /// None.
    #[must_use]
    pub fn new(workspace: Workspace) -> Self {
        Batch {
            workspace,
            kind: RwSignal::new(None),
            items: StoredValue::new(Vec::new()),
            counts: RwSignal::new(Counts::default()),
            stage: RwSignal::new(Stage::Asking),
            pause: RwSignal::new(None),
            is_stopped: StoredValue::new(false),
            end_date: RwSignal::new(String::new()),
        }
    }

    /// What is to be done, while its window is open.
    #[must_use]
    pub fn kind(self) -> Signal<Option<BatchKind>> {
        self.kind.into()
    }

    /// How many came to what.
    #[must_use]
    pub fn counts(self) -> Signal<Counts> {
        self.counts.into()
    }

    /// Those that a person wants to see first, at most so many: what is under way, what failed, what was left alone, what is done,
    /// and what is still to come.
    #[must_use]
    pub fn items(self, most: usize) -> Vec<Item> {
        self.counts.track();
        let rank = |item: &&Item| match item.outcome {
            Outcome::Working => 0,
            Outcome::Faulty(_) | Outcome::Failed(_) => 1,
            Outcome::LeftAlone(_) => 2,
            Outcome::Done => 3,
            Outcome::Waiting => 4,
        };
        self.items.with_value(|items| {
            let of_rank = |wanted| items.iter().filter(move |item| rank(item) == wanted);
            (0..=4).flat_map(of_rank).take(most).cloned().collect()
        })
    }

    /// How far it is.
    #[must_use]
    pub fn stage(self) -> Stage {
        self.stage.get()
    }

    /// How long the host has asked to wait, while it is waited for.
    #[must_use]
    pub fn pause(self) -> Option<Duration> {
        self.pause.get()
    }

    /// Asks before anything is done.
    pub fn ask(self, kind: BatchKind, ids: Vec<UserId>) {
        let named = ids.into_iter().map(|id| {
            let known = untrack(|| self.workspace.known_user(&id));
            let name = known.map_or_else(|| id.to_string(), |user| user.friendly_name);
            Item {
                id,
                name,
                outcome: Outcome::Waiting,
            }
        });
        let mut items: Vec<Item> = named.collect();
        items.sort_by(|one, other| one.name.cmp(&other.name));
        self.stage.set(Stage::Asking);
        self.end_date.set(String::new());
        self.counts.set(Counts::of(&items));
        self.items.set_value(items);
        self.kind.set(Some(kind));
    }

    /// Closes the window; not while something is under way.
    pub fn close(self) {
        if self.stage.get_untracked() != Stage::Running {
            self.kind.set(None);
            self.items.set_value(Vec::new());
        }
    }

    /// Lets what is under way come to its end, and begins nothing further. A pause ends at once.
    pub fn stop(self) {
        self.is_stopped.set_value(true);
    }

    /// Does it to everybody whose turn has not come, or whose turn failed. What is done stays done.
    pub fn run(self) {
        let (Some(kind), Some(connection)) = (
            self.kind.get_untracked(),
            self.workspace.connection.get_untracked(),
        ) else {
            return;
        };
        if self.stage.get_untracked() == Stage::Running {
            return;
        }
        let last_day = UtcDay::parse(&self.end_date.get_untracked());
        self.is_stopped.set_value(false);
        self.stage.set(Stage::Running);
        spawn_local(async move {
            let open = self.items.try_with_value(|items| {
                let open = items.iter().enumerate().filter(|(_, item)| is_open(item));
                open.map(|(place, item)| (place, item.id.clone()))
                    .collect::<Vec<_>>()
            });
            for (place, id) in open.unwrap_or_default() {
                if self.is_stopped() {
                    break;
                }
                self.note(place, Outcome::Working);
                let turn = async || self.settle(&connection, kind, &id, last_day).await;
                let outcome = self.patiently(turn).await;
                let is_in_vain = outcome.concerns_everybody();
                self.note(place, outcome);
                if is_in_vain {
                    break;
                }
            }
            self.stage.try_set(Stage::Over);
        });
    }

    /// Whether nothing further is to begin. A screen that is gone stops it, too.
    fn is_stopped(self) -> bool {
        self.is_stopped.try_get_value().unwrap_or(true)
    }

    /// Takes a turn, and takes it again after the pauses that the host asks for. Stopped in a pause, it is still to come.
    async fn patiently(self, turn: impl AsyncFn() -> Outcome) -> Outcome {
        for _ in 0..pause::MOST {
            let outcome = turn().await;
            let Some(duration) = pause::asked_for(&outcome) else {
                return outcome;
            };
            self.pause.try_set(Some(duration));
            pause::wait(duration, || self.is_stopped()).await;
            self.pause.try_set(None);
            if self.is_stopped() {
                return Outcome::Waiting;
            }
        }
        turn().await
    }

    /// A screen that is gone has nobody to tell; what was begun goes on.
    fn note(self, place: usize, outcome: Outcome) {
        let counts = self.items.try_update_value(|items| {
            if let Some(item) = items.get_mut(place) {
                item.outcome = outcome;
            }
            Counts::of(items)
        });
        if let Some(counts) = counts {
            self.counts.try_set(counts);
        }
    }

    async fn settle(
        self,
        connection: &SignedIn,
        kind: BatchKind,
        id: &UserId,
        last_day: Option<UtcDay>,
    ) -> Outcome {
        // What the list knows may be old: each is read before it is changed.
        let user = match connection.service_user(id).await {
            Ok(user) => user,
            Err(error) => return Outcome::Failed(error),
        };
        let outcome = match (kind, last_day) {
            (BatchKind::Extend, Some(last_day)) => self.extend(connection, &user, last_day).await,
            // The window does not begin without a day.
            (BatchKind::Extend, None) => return Outcome::Waiting,
            (BatchKind::Disable, _) if user.status == Status::Disabled => {
                Outcome::LeftAlone(Reason::Disabled)
            }
            (BatchKind::Enable, _) if user.status == Status::Active => Outcome::LeftAlone(Reason::Enabled),
            (BatchKind::Disable, _) => {
                let answer = connection.disable(id).await;
                done_if(answer, connection, id, |user| user.status == Status::Disabled).await
            }
            (BatchKind::Enable, _) => {
                let answer = connection.enable(id).await;
                done_if(answer, connection, id, |user| user.status == Status::Active).await
            }
        };
        if outcome == Outcome::Done {
            let present = match kind {
                BatchKind::Extend => ServiceUser {
                    end_date: last_day,
                    ..user
                },
                BatchKind::Disable => ServiceUser {
                    status: Status::Disabled,
                    ..user
                },
                BatchKind::Enable => ServiceUser {
                    status: Status::Active,
                    ..user
                },
            };
            self.workspace.put_user(present);
        }
        outcome
    }

    async fn extend(self, connection: &SignedIn, user: &ServiceUser, last_day: UtcDay) -> Outcome {
        match user.end_date {
            None if user.has_unread_end_date() => return Outcome::LeftAlone(Reason::UnreadEndDate),
            None => return Outcome::LeftAlone(Reason::NoEndDate),
            Some(present) if present >= last_day => return Outcome::LeftAlone(Reason::EndsLater(present)),
            Some(_) => {}
        }
        let request = match self.extended(user, last_day) {
            Ok(request) => request,
            Err(faults) => return Outcome::Faulty(faults),
        };
        let answer = connection.update(&user.id, &request).await;
        done_if(answer, connection, &user.id, |now| {
            Difference::of_request(now, &request).is_empty()
        })
        .await
    }

    /// The same service user with another last day, by the rules of a change.
    fn extended(self, user: &ServiceUser, last_day: UtcDay) -> Result<ServiceUserRequest, Vec<Fault>> {
        untrack(|| {
            self.workspace.with_surroundings(Some(user), |surroundings| {
                let draft = Draft {
                    end_date: EndDateChoice::Typed(last_day.to_string()),
                    ..Draft::of(user, surroundings.roles)
                };
                draft.review(surroundings).request()
            })
        })
    }
}

/// Whether its turn is still to come, or has to come again.
fn is_open(item: &Item) -> bool {
    matches!(item.outcome, Outcome::Waiting | Outcome::Failed(_))
}

/// An answer that leaves the outcome open is looked up before anything is said.
async fn done_if(
    answer: Result<(), Error>,
    connection: &SignedIn,
    id: &UserId,
    is_done: impl Fn(&ServiceUser) -> bool,
) -> Outcome {
    match answer {
        Ok(()) => Outcome::Done,
        Err(error) if error.is_ambiguous() => match connection.service_user(id).await {
            Ok(now) if is_done(&now) => Outcome::Done,
            Ok(_) | Err(_) => Outcome::Failed(error),
        },
        Err(error) => Outcome::Failed(error),
    }
}

/// The batch that the list's screen provides.
///
/// Outside of it there is none; a component that asks there gets one with nothing to do instead of a panic.
#[must_use]
pub fn use_batch() -> Batch {
    use_context::<Batch>().unwrap_or_else(|| Batch::new(use_workspace()))
}
