//! What the rules have to know besides a draft, as the app knows it at the moment.

use crate::workspace::Workspace;
use service_user::{ServiceUser, Surroundings};

impl Workspace {
    /// Has a draft checked against the present day, names, accounts, roles and policy, and against the service user as it is where one is
    /// being changed. What it reads is followed: within `untrack`, nothing is.
    pub fn with_surroundings<T>(
        self,
        existing: Option<&ServiceUser>,
        check: impl FnOnce(&Surroundings<'_>) -> T,
    ) -> T {
        let today = self.today.get();
        let caller_email = self.caller_email();
        self.at_start(|start| {
            self.users.taken_names().with(|taken_names| {
                self.accounts.with(|accounts| {
                    self.roles.with(|roles| {
                        check(&Surroundings {
                            today,
                            taken_names,
                            accounts: accounts.ready().map_or(&[], Vec::as_slice),
                            roles: roles.ready().map_or(&[], Vec::as_slice),
                            caller_email: caller_email.as_deref(),
                            policy: &start.organisation.policy,
                            existing,
                        })
                    })
                })
            })
        })
    }
}
