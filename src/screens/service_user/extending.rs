//! Giving a service user another end date.

use super::change_failure::{ChangeFailure, ChangeFailureNotice, settle};
use super::subject::Subject;
use crate::components::{BusyButton, Field as FieldFrame, Remark, RemarkKind, focus_by_id};
use crate::fields::EndDateControl;
use crate::text;
use crate::workspace::{Workspace, use_workspace};
use account_api::SignedIn;
use leptos::prelude::*;
use leptos::task::spawn_local;
use service_user::{Draft, EndDateChoice, Field, Remarks, Review, ServiceUser, UtcDay};

/// The id of the field.
const FIELD_ID: &str = "new-end-date";

/// Why the end date was not saved, or not taken.
#[derive(Clone, Debug, PartialEq)]
enum Obstacle {
    /// Words that say it all.
    Said(String),
    /// What else is wrong with the service user, in the rules' words.
    Elsewhere(Vec<String>),
    /// The change failed.
    Failed(ChangeFailure),
}

/// A field for the new end date, with the presets; saved by the same rules as anywhere else. The service user is read again first,
/// so that saving one date takes nothing back that somebody else has changed meanwhile.
#[component]
pub(super) fn Extending(
    subject: Subject,
    /// Closes it again.
    on_close: Callback<()>,
) -> impl IntoView {
    let workspace = use_workspace();
    let choice = RwSignal::new(EndDateChoice::Unanswered);
    let was_asked = RwSignal::new(false);
    let is_busy = RwSignal::new(false);
    let obstacle = RwSignal::new(None::<Obstacle>);
    let remarks = Memo::new(move |_| {
        choice.with(|choice| {
            subject.user().with(|user| match user {
                None => Remarks::default(),
                Some(user) => review(workspace, user, choice).remarks,
            })
        })
    });
    let shown = Signal::derive(move || {
        let was_asked = was_asked.get();
        remarks.with(|remarks| {
            let faults = remarks
                .faults
                .iter()
                .filter(|fault| was_asked && fault.field == Field::EndDate);
            let faults = faults.map(|fault| Remark {
                kind: RemarkKind::Fault,
                message: fault.message(),
                suggestion: fault.suggestion().map(ToOwned::to_owned),
            });
            let warnings = remarks
                .warnings
                .iter()
                .filter(|warning| warning.field == Field::EndDate);
            let warnings = warnings.map(|warning| Remark {
                kind: RemarkKind::Warning,
                message: warning.message(),
                suggestion: None,
            });
            faults.chain(warnings).collect::<Vec<_>>()
        })
    });
    let is_faulty = Signal::derive(move || {
        shown.with(|shown| shown.iter().any(|remark| remark.kind == RemarkKind::Fault))
    });
    let choose = Callback::new(move |chosen: EndDateChoice| {
        obstacle.set(None);
        choice.set(chosen);
    });
    let save = Callback::new(move |()| {
        was_asked.set(true);
        if is_faulty.get_untracked() {
            focus_by_id(FIELD_ID);
            return;
        }
        let Some((connection, shown_user, last_day)) = workspace
            .connection
            .get_untracked()
            .zip(subject.user().get_untracked())
            .zip(choice.with_untracked(chosen_day))
            .map(|((connection, user), last_day)| (connection, user, last_day))
        else {
            return;
        };
        obstacle.set(None);
        is_busy.set(true);
        spawn_local(async move {
            let outcome = extend(subject, &connection, &shown_user, last_day).await;
            is_busy.try_set(false);
            match outcome {
                Ok(()) => {
                    subject.say_changed(text::service_user::extended(&shown_user.friendly_name, last_day));
                    on_close.try_run(());
                }
                Err(found) => {
                    obstacle.try_set(Some(found));
                }
            }
        });
    });
    let look = Callback::new(move |()| subject.read_again());
    let policy = workspace.at_start(|start| start.organisation.policy.clone());
    let hint = text::organisation::with_longest_life(text::service_user::NEW_END_DATE_HINT, &policy);
    focus_by_id(FIELD_ID);
    view! {
        <form
            class="extending"
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                if !is_busy.get_untracked() {
                    save.run(());
                }
            }
        >
            <FieldFrame
                id=FIELD_ID
                label=text::service_user::NEW_END_DATE
                hint=hint
                remarks=shown
                on_suggestion=Callback::new(move |suggestion| {
                    choose.run(EndDateChoice::Typed(suggestion));
                    focus_by_id(FIELD_ID);
                })
            >
                <EndDateControl id=FIELD_ID choice=choice on_choose=choose invalid=is_faulty offers_none=false />
            </FieldFrame>
            {move || obstacle.get().map(|obstacle| match obstacle {
                Obstacle::Said(words) => view! {
                    <p class="notice notice-caution" role="alert">{words}</p>
                }
                .into_any(),
                Obstacle::Elsewhere(faults) => view! {
                    <div class="notice notice-caution" role="alert">
                        <p>{text::service_user::FAULTS_ELSEWHERE}</p>
                        <ul class="facts-list">
                            {faults.into_iter().map(|fault| view! { <li>{fault}</li> }).collect_view()}
                        </ul>
                    </div>
                }
                .into_any(),
                Obstacle::Failed(failure) => view! {
                    <ChangeFailureNotice
                        failure=failure
                        not_made=text::service_user::NOT_EXTENDED
                        unknown=text::service_user::EXTENSION_UNKNOWN
                        on_retry=save
                        on_look=look
                    />
                }
                .into_any(),
            })}
            <div class="button-row">
                <BusyButton
                    label=text::service_user::SAVE_END_DATE
                    busy_label=text::service_user::SAVING
                    busy=is_busy
                />
                <button type="button" class="button" on:click=move |_| on_close.run(())>
                    {text::service_user::CANCEL}
                </button>
            </div>
        </form>
    }
}

/// Reads the service user, puts the new end date on top of what it is now, saves it, and looks whether it was taken.
async fn extend(
    subject: Subject,
    connection: &SignedIn,
    shown: &ServiceUser,
    last_day: UtcDay,
) -> Result<(), Obstacle> {
    let id = shown.id.clone();
    let present = subject
        .read_now(connection, id.clone())
        .await
        .map_err(|error| Obstacle::Failed(ChangeFailure::NotMade(error)))?;
    if present.end_date != shown.end_date {
        let words = text::service_user::end_date_changed_meanwhile(present.end_date);
        return Err(Obstacle::Said(words));
    }
    if present.end_date == Some(last_day) {
        return Err(Obstacle::Said(text::service_user::SAME_END_DATE.to_owned()));
    }
    let choice = EndDateChoice::Typed(last_day.to_string());
    let request = untrack(|| review(subject.workspace, &present, &choice))
        .request()
        .map_err(|faults| Obstacle::Elsewhere(faults.iter().map(service_user::Fault::message).collect()))?;
    let answer = connection.update(&id, &request).await;
    let is_taken = |user: &ServiceUser| user.end_date == Some(last_day);
    settle(subject, connection, id.clone(), answer, is_taken)
        .await
        .map_err(Obstacle::Failed)?;
    subject.take(ServiceUser {
        end_date: Some(last_day),
        ..present
    });
    match subject.read_now(connection, id).await {
        Ok(user) if !is_taken(&user) => {
            let words = text::service_user::end_date_not_taken(user.end_date);
            Err(Obstacle::Said(words))
        }
        // Where it could not be read again, it was saved all the same, and the page says why it may be out of date.
        Ok(_) | Err(_) => Ok(()),
    }
}

/// The rules' verdict on the service user with another end date.
fn review(workspace: Workspace, user: &ServiceUser, choice: &EndDateChoice) -> Review {
    workspace.with_surroundings(Some(user), |surroundings| {
        let draft = Draft {
            end_date: choice.clone(),
            ..Draft::of(user, surroundings.roles)
        };
        draft.review(surroundings)
    })
}

fn chosen_day(choice: &EndDateChoice) -> Option<UtcDay> {
    match choice {
        EndDateChoice::Typed(text) => UtcDay::parse(text),
        EndDateChoice::Unanswered | EndDateChoice::NoEndDate => None,
    }
}
