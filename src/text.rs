//! The catalogue: every word the app shows, apart from the rules' own messages, which the rules crate keeps in one file
//! of the same kind because pages without this app show them too.
//!
//! Text with a gap is a function, so that another language can order its words as it must. Labels and their order are
//! DigiCert ONE's own wherever its documentation names them.

/// The frame around every screen.
pub mod app {
    /// The product's name.
    pub const PRODUCT: &str = "Service User Helper";
    /// Forgets the connection; the console's own session goes on.
    pub const DISCONNECT: &str = "Disconnect";
    /// Said on every page.
    pub const UNOFFICIAL: &str = "An unofficial tool, not affiliated with DigiCert. It talks to the host you choose and to nothing else.";
    /// Label of the badge that names the host.
    pub const HOST: &str = "Host";
    /// What kind of host: production.
    pub const PRODUCTION: &str = "Production";
    /// What kind of host: demo.
    pub const DEMO: &str = "Demo";
    /// What kind of host: any other.
    pub const OTHER_HOST: &str = "Own host";
    /// Offered where trying again can help.
    pub const TRY_AGAIN: &str = "Try again";
    /// Offered where signing in again can help.
    pub const SIGN_IN_AGAIN: &str = "Sign in again";

    /// The title of the window.
    #[must_use]
    pub fn page_title(screen: &str) -> String {
        format!("{screen} · {PRODUCT}")
    }
}

/// The connect screen.
pub mod connect {
    use account_api::{ApiKeyFault, HostFault};

    /// Heading.
    pub const TITLE: &str = "Connect to DigiCert ONE";
    /// What the screen is for.
    pub const LEAD: &str = "Choose the host your account is on and how to sign in. A credential works only on the host that created it.";
    /// While the session of the page's own server is tried.
    pub const LOOKING: &str = "Looking for your session…";
    /// Label of the host list.
    pub const HOST: &str = "Host";
    /// The server that served the page.
    #[must_use]
    pub fn this_server(name: &str) -> String {
        format!("This server ({name})")
    }

    /// The server that served the page, where it passes calls on to a tenant.
    #[must_use]
    pub fn local_proxy(name: &str) -> String {
        format!("{name} (through the local proxy)")
    }

    /// A documented host with its region.
    #[must_use]
    pub fn documented_host(name: &str, region: &str) -> String {
        format!("{name} ({region})")
    }

    /// Group of production hosts.
    pub const PRODUCTION: &str = "Production";
    /// Group of demo hosts.
    pub const DEMO: &str = "Demo";
    /// Any other host.
    pub const OTHER: &str = "Another host…";
    /// Label of the field for another host.
    pub const OTHER_LABEL: &str = "Address of the host";
    /// What to put there.
    pub const OTHER_HINT: &str =
        "The name of an on-premises install, such as one.example.com. Only https, except on this computer.";
    /// Legend of the two ways.
    pub const WAY: &str = "Sign in with";
    /// First way.
    pub const SESSION: &str = "My session in this browser";
    /// What it means.
    pub const SESSION_HINT: &str = "You are signed in to the console in another tab. Nothing to paste.";
    /// Second way.
    pub const API_KEY: &str = "An API key";
    /// What it means.
    pub const API_KEY_HINT: &str =
        "An administrator's API token with the Manage users permission. Kept in memory until you disconnect.";
    /// Label of the key's field.
    pub const API_KEY_LABEL: &str = "API key";
    /// Button.
    pub const CONNECT: &str = "Connect";
    /// Button while connecting.
    pub const CONNECTING: &str = "Connecting…";
    /// Link to where a session is made.
    pub const OPEN_SIGN_IN: &str = "Open the sign-in page";
    /// What is wrong with a typed key.
    #[must_use]
    pub fn api_key_fault(fault: ApiKeyFault) -> &'static str {
        match fault {
            ApiKeyFault::Empty => "Paste the API key, or sign in with your session.",
            ApiKeyFault::ForbiddenCharacter => {
                "This is not an API key: a key has no spaces, line breaks or special letters."
            }
        }
    }

    /// What is wrong with a typed host.
    #[must_use]
    pub fn host_fault(fault: HostFault) -> String {
        match fault {
            HostFault::Empty => "Enter the name of the host, such as one.example.com.".to_owned(),
            HostFault::UserName => {
                "Leave out what stands before the @; only the host's name is needed.".to_owned()
            }
            HostFault::Insecure => {
                "Use https: over http your credential would travel in the clear.".to_owned()
            }
            HostFault::UnknownScheme => {
                "Use an address that begins with https://, or the name alone.".to_owned()
            }
            HostFault::ForbiddenCharacter(character) => {
                format!("A host's name cannot contain “{}”.", character.escape_default())
            }
            HostFault::Malformed => "This is not a host's name. An example is one.example.com.".to_owned(),
            HostFault::Port => {
                "What follows the colon has to be a port, a number from 1 to 65535.".to_owned()
            }
        }
    }

    /// The draft is still there.
    pub const DRAFT_KEPT: &str = "What you typed is kept. The sign-in page opens in a new tab: sign in there, come back here and press Connect.";
}

/// What went wrong on the way to the Account Manager, and what to do about it.
pub mod failure {
    use account_api::{Error, ErrorKind, Retry};

    /// What happened, in one sentence.
    #[must_use]
    pub fn what_happened(error: &Error, host: &str) -> String {
        match error.kind {
            ErrorKind::InvalidRequest => format!("{host} did not accept the request."),
            ErrorKind::NotSignedIn => {
                format!("You are not signed in to {host}: it did not accept the session or the API key.")
            }
            ErrorKind::NotPermitted => "You are signed in, but not allowed to do this.".to_owned(),
            ErrorKind::NotFound => format!("{host} does not know what was asked for."),
            ErrorKind::Duplicate => "This friendly name is already in use.".to_owned(),
            ErrorKind::TooManyRequests => format!("{host} asks for a pause: too many requests."),
            ErrorKind::Unavailable => format!("{host} is not available at the moment."),
            ErrorKind::ServerFault { status } => format!("{host} failed (status {status})."),
            ErrorKind::CrossOriginRefused => {
                format!("{host} is up, but refuses calls from a page of another origin.")
            }
            ErrorKind::Unreachable => format!("{host} cannot be reached."),
            ErrorKind::TimedOut => format!("{host} did not answer in time."),
            ErrorKind::Interrupted => {
                format!("The connection to {host} broke off before the answer was complete.")
            }
            ErrorKind::UnexpectedAnswer => {
                format!("{host} answered with something that is not an Account Manager's answer.")
            }
        }
    }

    /// What the person can do about it.
    #[must_use]
    pub fn what_to_do(error: &Error, host: &str) -> String {
        match error.kind {
            ErrorKind::CrossOriginRefused => {
                return format!(
                    "There are two ways round: the browser extension, which has permission for this host, or the local \
                     proxy: run “cargo xtask serve --upstream https://{host}” and open the page it prints."
                );
            }
            ErrorKind::Unreachable => {
                return "Check the host's name, your network and VPN, then try again.".to_owned();
            }
            ErrorKind::NotPermitted => {
                return "Creating service users needs the Manage users permission; an administrator of your account can \
                        give it to you."
                    .to_owned();
            }
            _ => {}
        }
        match error.retry() {
            Retry::Now => "Trying again may help.".to_owned(),
            Retry::After(pause) => format!("Try again in {}.", seconds(pause.as_secs())),
            Retry::AfterSignIn => "Sign in or check the key, then go on where you were.".to_owned(),
            Retry::AfterChange => "Change what it names, then try again.".to_owned(),
            Retry::No => {
                "Trying again will not help as it is; check the host and your permissions.".to_owned()
            }
        }
    }

    /// What the server said about it, in its own words.
    #[must_use]
    pub fn server_says(message: &str) -> String {
        format!("The server says: {message}")
    }

    fn seconds(count: u64) -> String {
        match count {
            0 | 1 => "a second".to_owned(),
            2..=119 => format!("{count} seconds"),
            _ => format!("{} minutes", count.div_ceil(60)),
        }
    }
}

/// The list of service users.
pub mod service_users {
    /// Heading.
    pub const TITLE: &str = "Service users";
    /// Starts creating.
    pub const CREATE: &str = "Create service user";
    /// Goes on with a draft.
    pub const CONTINUE_DRAFT: &str = "Continue creating";
    /// Loads the list again.
    pub const RELOAD: &str = "Reload";
    /// Label of the search field.
    pub const SEARCH: &str = "Search name, email, description";
    /// While the list loads.
    pub const LOADING: &str = "Loading service users…";
    /// Column headings.
    pub const NAME: &str = "Friendly name";
    /// Column heading.
    pub const STATUS: &str = "Status";
    /// Column heading.
    pub const END_DATE: &str = "End date (UTC)";
    /// Column heading.
    pub const EMAIL: &str = "Email";
    /// Column heading.
    pub const MANAGERS: &str = "Managers";
    /// No end date.
    pub const NO_END_DATE: &str = "No end date";
    /// Status.
    pub const ACTIVE: &str = "Active";
    /// Status.
    pub const DISABLED: &str = "Disabled";
    /// Status.
    pub const EXPIRED: &str = "Expired";
    /// Empty list: heading.
    pub const EMPTY_TITLE: &str = "No service users yet";
    /// Empty list: what one is.
    pub const EMPTY_LEAD: &str =
        "A service user lets a program call DigiCert ONE's APIs without a person signing in.";
    /// Nothing matches the search.
    pub const NO_MATCH: &str = "No service user matches this search.";
    /// Shows further rows.
    pub const SHOW_MORE: &str = "Show more";

    /// The row count under the search field.
    #[must_use]
    pub fn count(shown: usize, matching: usize, all: usize) -> String {
        match (shown == matching, matching == all) {
            (true, true) => format!("{all} service {}", super::plural(all, "user", "users")),
            (true, false) => format!("{matching} of {all} match"),
            (false, true) => format!("The first {shown} of {all}"),
            (false, false) => format!("The first {shown} of {matching} that match, of {all}"),
        }
    }

    /// The days left until the end of the last day.
    #[must_use]
    pub fn days_left(days: i64) -> String {
        match days {
            0 => "ends today".to_owned(),
            1 => "1 day left".to_owned(),
            2.. => format!("{days} days left"),
            -1 => "ended yesterday".to_owned(),
            _ => format!("ended {} days ago", days.unsigned_abs()),
        }
    }

    /// After the token window was closed.
    #[must_use]
    pub fn created(name: &str) -> String {
        format!("Service user “{name}” was created.")
    }
}

/// Creating a service user, both steps.
pub mod create {
    /// Name of step 1.
    pub const DETAILS: &str = "Service user details";
    /// Name of step 2.
    pub const ROLES: &str = "Roles and permissions";
    /// Label of the steps' list.
    pub const STEPS: &str = "Steps";
    /// Said of a step that is done.
    pub const STEP_DONE: &str = "done";
    /// Optional field.
    pub const OPTIONAL: &str = "optional";
    /// Field label.
    pub const FRIENDLY_NAME: &str = "Friendly name";
    /// Field hint.
    pub const FRIENDLY_NAME_HINT: &str =
        "Unique. Letters, numbers, spaces, dashes and underscores. Actions are logged under this name.";
    /// Field label.
    pub const DESCRIPTION: &str = "Description";
    /// Field hint.
    pub const DESCRIPTION_HINT: &str = "What uses it, and where. Shown only on the service user's own page.";
    /// Field label.
    pub const END_DATE: &str = "End date";
    /// Field hint.
    pub const END_DATE_HINT: &str =
        "YYYY-MM-DD, or choose No end date. Valid until 23:59:59 UTC that day; it can be extended later.";
    /// Opens the browser's calendar.
    pub const CALENDAR: &str = "Calendar";
    /// The explicit choice of no end.
    pub const NO_END_DATE: &str = "No end date";
    /// Label of the group of presets.
    pub const END_DATE_PRESETS: &str = "End date from today";
    /// Field label.
    pub const EMAIL: &str = "Email";
    /// Field hint.
    pub const EMAIL_HINT: &str =
        "The person who manages the credentials. Nothing is sent to this address, so tell them yourself.";
    /// Field label.
    pub const ACCOUNTS: &str = "Accounts that can use this service user";
    /// Field hint.
    pub const ACCOUNTS_HINT: &str = "At least one. Type to search.";
    /// Field label.
    pub const MANAGERS: &str = "DigiCert ONE Manager access";
    /// Field hint.
    pub const MANAGERS_HINT: &str = "One or more. Their roles come in the next step.";
    /// Field label of the roles, for messages.
    pub const ROLES_LEAD: &str = "Give only the roles that are needed.";
    /// Goes to step 2.
    pub const NEXT: &str = "Next";
    /// Goes to step 1.
    pub const BACK: &str = "Back";
    /// Leaves; the draft stays.
    pub const CANCEL: &str = "Cancel";
    /// Empties the form.
    pub const START_OVER: &str = "Start over";
    /// Creates.
    pub const CREATE: &str = "Create service user";
    /// While creating.
    pub const CREATING: &str = "Creating…";
    /// Label of the role search.
    pub const SEARCH_ROLES: &str = "Search roles and permissions";
    /// No role matches.
    pub const NO_ROLE_MATCHES: &str = "No role matches this search.";
    /// A broad role's mark.
    pub const BROAD: &str = "broad";
    /// Heading of the permissions.
    pub const PERMISSIONS: &str = "Resulting permissions";
    /// No role chosen.
    pub const NO_PERMISSIONS: &str = "None yet. Choose roles to see what they allow.";
    /// Heading of the summary.
    pub const SUMMARY: &str = "Service user details";
    /// Back to step 1.
    pub const CHANGE_DETAILS: &str = "Change details";
    /// Nothing in a field.
    pub const NOT_GIVEN: &str = "Not given";
    /// No Manager was chosen in step 1.
    pub const NO_MANAGER: &str = "No Manager is chosen yet. Go back and choose at least one.";
    /// The caller may look and not create.
    pub const LACKS_PERMISSION: &str = "You are signed in without the Manage users permission, so creating will be refused. \
        An administrator of your account can give it to you.";
    /// The lists that the form needs are on their way.
    pub const LOADING_CHOICES: &str = "Loading accounts and roles…";
    /// After a broken answer: the outcome is unknown.
    pub const UNKNOWN_OUTCOME: &str = "Whether the service user was created is not known. Look for its name in the list before you press the button again.";
    /// Looks at the list.
    pub const LOOK_AT_LIST: &str = "Look at the list";

    /// A preset's name.
    #[must_use]
    pub fn preset(days: u32) -> String {
        format!("{days} days")
    }

    /// The last instant of the chosen day, in UTC.
    #[must_use]
    pub fn valid_until(day: service_user::UtcDay) -> String {
        format!("Valid until {day} 23:59:59 UTC")
    }

    /// The same instant where the person sits.
    #[must_use]
    pub fn local_time(instant: &str) -> String {
        format!("for you: {instant}")
    }

    /// What no end date means.
    pub const WORKS_UNTIL_DISABLED: &str = "Works until somebody disables or deletes it.";

    /// Offers the rules' suggestion.
    #[must_use]
    pub fn use_instead(suggestion: &str) -> String {
        format!("Use “{suggestion}”")
    }

    /// How many faults keep the person on a step.
    #[must_use]
    pub fn faults(count: usize) -> String {
        format!(
            "{count} {} to look at before going on.",
            super::plural(count, "thing", "things")
        )
    }

    /// Said of an account that is not active.
    pub const INACTIVE_ACCOUNT: &str = "inactive";

    /// How many roles a Manager has.
    #[must_use]
    pub fn role_count(count: usize) -> String {
        format!("{count} {}", super::plural(count, "role", "roles"))
    }

    /// Said of a role without a description.
    #[must_use]
    pub fn permission_count(count: usize) -> String {
        format!("{count} {}", super::plural(count, "permission", "permissions"))
    }

    /// A chosen day, in the summary.
    #[must_use]
    pub fn last_instant(day: &str) -> String {
        format!("{day} 23:59:59 UTC")
    }

    /// A failed creation.
    pub const NOT_CREATED: &str = "The service user was not created. What you typed is still here.";
}

/// A searchable list of which several can be chosen.
pub mod multi_select {
    /// Placeholder of the search field.
    pub const SEARCH: &str = "Search…";
    /// Nothing matches.
    pub const NONE: &str = "Nothing matches.";

    /// Label of the button that takes a choice away.
    #[must_use]
    pub fn remove(choice: &str) -> String {
        format!("Remove {choice}")
    }

    /// Label of the list of what is chosen.
    #[must_use]
    pub fn chosen(label: &str) -> String {
        format!("Chosen: {label}")
    }

    /// Spoken while searching.
    #[must_use]
    pub fn matches(count: usize) -> String {
        format!("{count} {}", super::plural(count, "match", "matches"))
    }
}

/// The window that shows the token ID.
pub mod token {
    use service_user::TokenForm;

    /// Heading.
    pub const TITLE: &str = "Service user token ID";
    /// The one thing to know.
    pub const ONCE: &str = "This token ID is displayed once. Copy it now and save it somewhere safe: it cannot be recovered after you close this window.";
    /// Reveals.
    pub const SHOW: &str = "Show";
    /// Hides.
    pub const HIDE: &str = "Hide";
    /// Copies.
    pub const COPY: &str = "Copy";
    /// Spoken for the masked token.
    pub const MASKED: &str = "Token ID, hidden";
    /// Heading of the other forms.
    pub const OTHER_FORMS: &str = "Copy in the form your integration reads";
    /// The promise was rejected, or there is no clipboard.
    pub const COPY_FAILED: &str = "Not copied: the browser refused. The token ID is shown above; select it and press Ctrl+C (⌘C on a Mac).";
    /// The person copied by hand.
    pub const COPIED_BY_HAND: &str = "Copied by hand.";
    /// Closes.
    pub const CLOSE: &str = "Close";
    /// Asked when nothing was copied.
    pub const CLOSE_QUESTION: &str =
        "You have not copied the token ID. Once this window is closed, nobody can show it again.";
    /// Goes back to the window.
    pub const KEEP_OPEN: &str = "Keep open";
    /// Closes all the same.
    pub const CLOSE_UNCOPIED: &str = "Close without copying";
    /// No token came with the answer.
    pub const NONE_TITLE: &str = "The token ID did not arrive";
    /// What that means.
    pub const NONE_LEAD: &str = "The service user exists, but its token ID cannot be recovered. Make a new token ID for it now, or close this window and do it later.";
    /// Makes a new one.
    pub const MAKE_NEW: &str = "Make a new token ID";
    /// While making it.
    pub const MAKING_NEW: &str = "Making a new token ID…";
    /// The name given to such a token.
    pub const NEW_TOKEN_NAME: &str = "Replacement token";

    /// What was created.
    #[must_use]
    pub fn created(name: &str) -> String {
        format!("Service user “{name}” was created.")
    }

    /// Label of a form's button.
    #[must_use]
    pub fn copy_as(form: &str) -> String {
        format!("Copy as {form}")
    }

    /// The clipboard's promise resolved.
    #[must_use]
    pub fn copied(form: TokenForm) -> String {
        match form {
            TokenForm::TokenId => "Copied to the clipboard.".to_owned(),
            other => format!("Copied as {}.", other.label()),
        }
    }
}

fn plural<'a>(count: usize, one: &'a str, many: &'a str) -> &'a str {
    match count {
        1 => one,
        _ => many,
    }
}
