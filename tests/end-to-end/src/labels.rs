//! The words by which the tests find things on the page.
//!
//! They are written down here once more, apart from the app's catalogue, because a label is part of what is tested: these
//! are the words that DigiCert documents and that a person is told to look for.

/// The heading of the connect screen.
pub const CONNECT_TITLE: &str = "Connect to DigiCert ONE";
/// Connects.
pub const CONNECT: &str = "Connect";
/// The same while it is under way.
pub const CONNECTING: &str = "Connecting…";
/// The choice that takes an API key.
pub const BY_API_KEY: &str = "An API key";
/// The choice that takes the browser's session.
pub const BY_SESSION: &str = "My session in this browser";
/// The entry for a host that is not listed.
pub const OTHER_HOST: &str = "Another host…";
/// Leads to the console, where a session is made.
pub const OPEN_CONSOLE: &str = "Open the console";
/// Lets the extension reach the host of the documented production console.
pub const ALLOW_PRODUCTION: &str = "Allow access to one.digicert.com";
/// Lets the extension reach an install of one's own.
pub const ALLOW_ON_PREMISES: &str = "Allow access to pki.example.test";
/// Lets the extension read the one cookie that the host wants repeated.
pub const ALLOW_COOKIE: &str = "Allow reading this cookie and try again";
/// Leads to signing in with a key instead.
pub const USE_API_KEY: &str = "Use an API key";
/// Opens the same elsewhere.
pub const OPEN_WINDOW: &str = "Open in a window";
/// Opens the same elsewhere.
pub const OPEN_TAB: &str = "Open in a tab";
/// Opens the same elsewhere.
pub const OPEN_PANEL: &str = "Open in the side panel";
/// Leads to where a session is made.
pub const OPEN_SIGN_IN: &str = "Open the sign-in page";
/// Forgets the connection.
pub const DISCONNECT: &str = "Disconnect";
/// Offered with a failure that signing in can help.
pub const SIGN_IN_AGAIN: &str = "Sign in again";
/// Offered with a failure that trying again can help.
pub const TRY_AGAIN: &str = "Try again";
/// The heading in the place of a screen whose file did not arrive.
pub const NOT_LOADED: &str = "This screen could not be loaded";

/// The heading of the list.
pub const SERVICE_USERS: &str = "Service users";
/// Starts creating, on the list, and creates, on step 2.
pub const CREATE_SERVICE_USER: &str = "Create service user";
/// Goes on with a draft.
pub const CONTINUE_CREATING: &str = "Continue creating";
/// Reads the list again.
pub const RELOAD: &str = "Reload";

/// The heading of step 1.
pub const DETAILS: &str = "Service user details";
/// The heading of step 2.
pub const ROLES: &str = "Roles and permissions";
/// Goes to step 2.
pub const NEXT: &str = "Next";
/// Goes to step 1.
pub const BACK: &str = "Back";
/// Empties the form.
pub const DISCARD: &str = "Discard";
/// Leaves step 1.
pub const CANCEL: &str = "Cancel";
/// Goes to step 1 from the summary.
pub const CHANGE_DETAILS: &str = "Change details";
/// The explicit choice of no end date.
pub const NO_END_DATE: &str = "No end date";
/// Reads the list to see what came of a request.
pub const LOOK_AGAIN: &str = "Look again";
/// On the button while a service user is being created.
pub const CREATING: &str = "Creating…";

/// The heading of the settings, and the way there.
pub const SETTINGS: &str = "Settings";

/// The heading of a change.
pub const CHANGE_TITLE: &str = "Change service user";
/// Goes on to the difference.
pub const REVIEW_CHANGES: &str = "Review changes";
/// Saves them.
pub const SAVE_CHANGES: &str = "Save changes";

/// The heading of the screen of templates, and the link to it.
pub const TEMPLATES: &str = "Templates";
/// Fills the form in from the chosen template.
pub const USE_TEMPLATE: &str = "Use this template";
/// Takes back what a template filled in.
pub const UNDO: &str = "Undo";
/// Leaves a draft as it is, without the template.
pub const KEEP_DRAFT: &str = "Keep the draft as it is";
/// Fills in the draft that is there.
pub const FILL_DRAFT: &str = "Use it in this draft";
/// Empties the draft before the template is used.
pub const START_ANEW: &str = "Discard this draft and use it";
/// Opens the window in which a template is saved.
pub const SAVE_AS_TEMPLATE: &str = "Save as template…";
/// Saves it.
pub const SAVE_TEMPLATE: &str = "Save template";
/// Hands all own templates out.
pub const EXPORT_TEMPLATES: &str = "Export all as a file";
/// Reads the pasted link.
pub const LOOK_AT_LINK: &str = "Look at it";
/// Imports although own templates are replaced.
pub const IMPORT_AND_REPLACE: &str = "Import and replace";

/// The heading of the token window.
pub const TOKEN_TITLE: &str = "Service user token ID";
/// Reveals the token.
pub const SHOW: &str = "Show";
/// Masks it again.
pub const HIDE: &str = "Hide";
/// Copies it.
pub const COPY: &str = "Copy";
/// Said once it is on the clipboard.
pub const COPIED: &str = "Copied to the clipboard.";
/// Said where the copy failed.
pub const NOT_COPIED: &str = "Not copied";
/// Closes the window.
pub const CLOSE: &str = "Close";
/// Goes back to the window.
pub const KEEP_OPEN: &str = "Keep open";
/// Closes it with the token uncopied.
pub const CLOSE_WITHOUT_COPYING: &str = "Close without copying";
/// Makes a new token where the first did not arrive.
pub const MAKE_NEW_TOKEN: &str = "Make a new token ID";

/// What stands before the time that is left until the token is wiped.
pub const WIPES_IN: &str = "This window wipes the token ID in";
/// Stops that countdown.
pub const STOP_COUNTDOWN: &str = "Stop the countdown";
/// Begins it anew.
pub const START_COUNTDOWN: &str = "Start the countdown";
/// Said once the token was wiped while its window is open.
pub const WIPED: &str = "The token ID was wiped from this window";
/// Clears the clipboard.
pub const CLEAR_CLIPBOARD: &str = "Clear clipboard";
/// The choice that has the extension clear the clipboard by itself.
pub const CLEAR_BY_ITSELF: &str = "Clear the clipboard after a token ID was copied";

/// The words of a token's rotation.
pub mod rotate {
    /// The heading of the screen.
    pub const TITLE: &str = "Rotate token ID";
    /// The heading of step 1, and the button that makes the token.
    pub const MAKE: &str = "Make a new token ID";
    /// On the button while it is being made.
    pub const MAKING: &str = "Making a new token ID…";
    /// The heading of step 2.
    pub const HAND_OVER: &str = "Hand over";
    /// Goes from step 2 to step 3.
    pub const HANDED_OVER: &str = "It is handed over";
    /// The heading of step 3, and the button in the token window that asks the host.
    pub const CHECK: &str = "Check that it works";
    /// Goes from step 3 to step 4 once the new token was used.
    pub const GO_ON: &str = "Go on";
    /// The same where it was not.
    pub const GO_ON_ANYWAY: &str = "Go on all the same";
    /// The heading of step 4.
    pub const DISABLE: &str = "Disable the old one";
    /// Asks before disabling.
    pub const DISABLE_QUESTION: &str = "Disable the old one…";
    /// Disables.
    pub const DISABLE_IT: &str = "Disable it";
    /// The heading of step 5, and the button that deletes.
    pub const DELETE: &str = "Delete it";
    /// Asks before deleting.
    pub const DELETE_QUESTION: &str = "Delete the old one…";
    /// Enables again.
    pub const ENABLE: &str = "Enable it again";
    /// The heading after the last step.
    pub const COMPLETE: &str = "Rotation complete";
    /// Reads everything again.
    pub const LOOK_AGAIN: &str = "Look again";
    /// Deletes a token whose ID did not arrive, and makes another.
    pub const REPLACE: &str = "Delete it and make another";
    /// The heading of the way round.
    pub const CLONE_TITLE: &str = "Change over to a clone instead";
    /// Fills the form with a clone.
    pub const CLONE: &str = "Fill the form with a clone";
    /// In a popup: opens the window in which the token is made.
    pub const MAKE_IN_WINDOW: &str = "Make it in a window";
    /// The id of the field with the new token's name.
    pub const NAME: &str = "rotate-name";
}

/// The ids of step 1's controls.
pub mod field {
    /// Friendly name.
    pub const FRIENDLY_NAME: &str = "field-friendly-name";
    /// Description.
    pub const DESCRIPTION: &str = "field-description";
    /// End date.
    pub const END_DATE: &str = "field-end-date";
    /// Email.
    pub const EMAIL: &str = "field-email";
    /// Accounts that can use this service user.
    pub const ACCOUNTS: &str = "field-accounts";
    /// DigiCert ONE Manager access.
    pub const MANAGERS: &str = "field-managers";
    /// Where faults of the roles stand.
    pub const ROLES: &str = "field-roles";
}
