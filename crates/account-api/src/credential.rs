//! What the caller shows to the API.

use crate::ApiKey;

/// How a request is to be recognised. It can be neither copied nor printed, because the key in it cannot.
pub enum Credential {
    /// The session that the browser holds for the host. It is the transport that adds the cookies and, with a request
    /// that changes something, the header `X-XSRF-TOKEN` (our contract: DigiCert documents neither).
    Session,
    /// A token, sent as `x-api-key` (documented).
    ApiKey(ApiKey),
}
