//! A host that knows the session and refuses all the same.

/// What happened.
#[must_use]
pub fn what_happened(host: &str) -> String {
    format!("{host} knows your session, but refused this change.")
}

/// The first way on.
#[must_use]
pub fn cookie(host: &str) -> String {
    format!(
        "A host can want its XSRF-TOKEN cookie repeated with every change. The extension reads no cookies until you allow it; \
         it then reads this one cookie of {host} and no other."
    )
}

/// The button for it.
pub const ALLOW_COOKIE: &str = "Allow reading this cookie and try again";

/// The second way on.
#[must_use]
pub fn extension(host: &str, allows_key: bool) -> String {
    let way = match allows_key {
        true => "An API key of an administrator works without the session. What you typed is kept.",
        false => "Ask an administrator.",
    };
    format!("You may lack the Manage users permission, or {host} takes no changes from an extension. {way}")
}

/// The button for it.
pub const USE_API_KEY: &str = "Use an API key";

/// Refused while connecting already.
pub const AT_SIGN_IN: &str =
    "The host may take no calls from an extension. An API key of an administrator works without the session.";
