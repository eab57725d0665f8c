//! The calls of the API.

use std::rc::Rc;

use service_user::{
    AccessTokenId, Account, Field, ManagerCode, Role, ServiceUser, ServiceUserRequest, TokenId, UserId,
    UtcDay,
};

use crate::connection::{Connection, read_answer};
use crate::percent_encoding::{add_parameter, path};
use crate::wire::record_stream::RecordStream;
use crate::wire::{self, Unreadable};
use crate::{
    AccessToken, AccessTokenChange, ApiKey, AuditLogEntry, AuditLogFilter, Caller, Created,
    CreatedAccessToken, Credential, Error, ErrorKind, Host, Method,
};

/// A connection that is signed in. Clones share one credential, and [`sign_out`](Self::sign_out) takes it from them all.
///
/// Every call may fail in every way that [`ErrorKind`] lists. After a call that changes something has failed,
/// [`Error::is_ambiguous`] says whether the change may have been made all the same.
#[derive(Clone)]
pub struct SignedIn {
    /// Who is signed in, as the API answered when they signed in.
    pub caller: Caller,
    connection: Rc<Connection>,
}

impl SignedIn {
    pub(crate) fn new(connection: Connection, caller: Caller) -> Self {
        Self {
            caller,
            connection: Rc::new(connection),
        }
    }

    /// Who is signed in.
    pub fn caller(&self) -> &Caller {
        &self.caller
    }

    /// The host.
    pub fn host(&self) -> &Host {
        self.connection.host()
    }

    /// Whether the browser's session is the credential; an API key otherwise, and after [`sign_out`](Self::sign_out) neither.
    pub fn is_by_session(&self) -> bool {
        self.connection.is_by_session()
    }

    /// Lets go of the credential, for every clone: an API key is wiped as soon as no call is under way with it, and later
    /// calls are refused unsent, but for [`check_token`](Self::check_token), which has no use for it. The browser's own
    /// session for the host is not ended.
    pub fn sign_out(self) {
        self.connection.forget();
    }

    /// Whether [`sign_out`](Self::sign_out) was called, of this clone or another: what is still answered is for nobody.
    pub fn is_signed_out(&self) -> bool {
        self.connection.is_forgotten()
    }

    /// All service users: `GET /user?user_type=service` (documented). A user whose type is another is left out.
    pub async fn service_users(&self) -> Result<Vec<ServiceUser>, Error> {
        let mut users = Vec::new();
        self.service_users_in_pieces(&mut |arrived| users.extend(arrived))
            .await?;
        Ok(users)
    }

    /// The same, as they arrive: `arrived` gets them in the list's order, each time those that a piece of the answer completed,
    /// and never none.
    ///
    /// They are all the service users only when this has succeeded. After an error, what has arrived is part of the list at
    /// best and nothing to work with: a name that is not in it need not be free.
    ///
    /// In a browser, a piece is no more than a few milliseconds' work, and between pieces the page gets to paint and to answer
    /// presses: a list of any length leaves it usable, as long as `arrived` itself is quick.
    pub async fn service_users_in_pieces(
        &self,
        arrived: &mut dyn FnMut(Vec<ServiceUser>),
    ) -> Result<(), Error> {
        let read_piece = &mut |stream: &mut RecordStream, piece: &[u8]| {
            let mut users = Vec::new();
            stream.push(piece, &mut |json| {
                users.extend(wire::user::listed_service_user(json)?);
                Ok(())
            })?;
            if !users.is_empty() {
                arrived(users);
            }
            Ok(())
        };
        self.connection
            .read_list("/user?user_type=service", read_piece)
            .await
    }

    /// One service user: `GET /user/{id}` (documented). The API answers with any user; one of another type is not found here.
    pub async fn service_user(&self, id: &UserId) -> Result<ServiceUser, Error> {
        let answer = self.connection.get(&path(&["user", id.as_str()])?).await?;
        let user = read_answer(&answer, wire::user::listed_service_user)?;
        user.ok_or_else(|| Error::new(ErrorKind::NotFound).because("a user of another type"))
    }

    /// What to call a user, a person or a service user: `GET /user/{id}` (documented). It is the name, or else the email, or
    /// else the id, as in [`Caller::display_name`].
    pub async fn user_name(&self, id: &UserId) -> Result<String, Error> {
        let answer = self.connection.get(&path(&["user", id.as_str()])?).await?;
        read_answer(&answer, wire::user::caller).map(|user| user.display_name)
    }

    /// Checks whether a token works, and whose it is: `GET /user/me` (documented as the check) on the same host, with the token
    /// as `x-api-key` and without cookies. [`ErrorKind::NotSignedIn`] is that the host does not take the token.
    ///
    /// The connection's own credential has no part in it, so it works after [`sign_out`](Self::sign_out) too. The token is lent for
    /// the call alone: the future has a copy, which is wiped when the answer is there.
    pub fn check_token(&self, token: &TokenId) -> impl Future<Output = Result<Caller, Error>> + use<> {
        let key = token.lend(|text| ApiKey::from_text(text.to_owned()));
        let connection = Rc::clone(&self.connection);
        async move {
            let key =
                key.map_err(|fault| Error::new(ErrorKind::InvalidRequest).because(fault.to_string()))?;
            let answer = connection.get_as(&Credential::ApiKey(key), "/user/me").await?;
            read_answer(&answer, wire::user::caller)
        }
    }

    /// Creates a service user: `POST /user` (path and purpose documented; body and answer our contract).
    ///
    /// A 2xx answer with a user and no token is a success with `token: None`. A 2xx answer that is not JSON, or holds
    /// neither a user nor a token, is [`ErrorKind::UnexpectedAnswer`] and ambiguous: the user may exist, so look it up
    /// before trying again. A duplicate is about [`Field::FriendlyName`], the only thing that must be unique (documented).
    pub async fn create(&self, request: &ServiceUserRequest) -> Result<Created, Error> {
        let body = wire::user_body::user_body(request);
        let answer = self.connection.change(Method::Post, "/user", Some(body)).await;
        let answer = answer.map_err(|error| error.or_duplicate_of(Field::FriendlyName))?;
        read_answer(&answer, |json| wire::created::created_user(json, request))
    }

    /// Changes a service user to what the request says, all of it: `PUT /user/{id}` (our contract).
    pub async fn update(&self, id: &UserId, request: &ServiceUserRequest) -> Result<(), Error> {
        let body = wire::user_body::user_body(request);
        let changed = self
            .connection
            .change_silently(Method::Put, &path(&["user", id.as_str()])?, Some(body))
            .await;
        changed.map_err(|error| error.or_duplicate_of(Field::FriendlyName))
    }

    /// Stops a service user from working, at once: `PUT /user/{id}/disable` (our contract).
    pub async fn disable(&self, id: &UserId) -> Result<(), Error> {
        self.connection
            .change_silently(Method::Put, &path(&["user", id.as_str(), "disable"])?, None)
            .await
    }

    /// Lets a service user work again, at once: `PUT /user/{id}/enable` (our contract).
    pub async fn enable(&self, id: &UserId) -> Result<(), Error> {
        self.connection
            .change_silently(Method::Put, &path(&["user", id.as_str(), "enable"])?, None)
            .await
    }

    /// Deletes a service user: `DELETE /user/{id}` (documented that it can be done; the verb is our contract).
    pub async fn delete(&self, id: &UserId) -> Result<(), Error> {
        self.connection
            .change_silently(Method::Delete, &path(&["user", id.as_str()])?, None)
            .await
    }

    /// The accounts that the caller can reach: `GET /account` (documented).
    pub async fn accounts(&self) -> Result<Vec<Account>, Error> {
        self.list("/account", wire::account::account).await
    }

    /// The roles of all Managers: `GET /role` (path documented, shape our contract).
    pub async fn roles(&self) -> Result<Vec<Role>, Error> {
        self.list("/role", wire::role::role).await
    }

    /// The roles of one Manager: `GET /role?application_code={code}` (path and parameter documented, shape our contract).
    pub async fn roles_of(&self, manager: &ManagerCode) -> Result<Vec<Role>, Error> {
        let mut path = "/role".to_owned();
        add_parameter(&mut path, "application_code", manager.as_str());
        self.list(&path, wire::role::role).await
    }

    /// A user's access tokens, never their secrets: `GET /api-access-token?user_id={id}` (documented).
    pub async fn access_tokens(&self, user: &UserId) -> Result<Vec<AccessToken>, Error> {
        let mut path = "/api-access-token".to_owned();
        add_parameter(&mut path, "user_id", user.as_str());
        self.list(&path, wire::access_token::access_token).await
    }

    /// One access token: `GET /api-access-token/{id}` (documented).
    pub async fn access_token(&self, id: &AccessTokenId) -> Result<AccessToken, Error> {
        let answer = self
            .connection
            .get(&path(&["api-access-token", id.as_str()])?)
            .await?;
        read_answer(&answer, wire::access_token::access_token)
    }

    /// Makes a further token for a user: `POST /api-access-token` (documented; the body is our contract. DigiCert's pages
    /// disagree: older ones say a service user has one token for ever, so a host may refuse).
    pub async fn create_access_token(
        &self,
        user: &UserId,
        name: &str,
        end_date: Option<UtcDay>,
    ) -> Result<CreatedAccessToken, Error> {
        let body = wire::access_token_body::new_access_token(user, name, end_date);
        let answer = self
            .connection
            .change(Method::Post, "/api-access-token", Some(body))
            .await?;
        read_answer(&answer, wire::created::created_access_token)
    }

    /// Renames, disables or enables an access token: `PUT /api-access-token/{id}` (documented; the body is our contract).
    pub async fn update_access_token(
        &self,
        id: &AccessTokenId,
        change: &AccessTokenChange,
    ) -> Result<(), Error> {
        let body = wire::access_token_body::changed_access_token(change);
        let path = path(&["api-access-token", id.as_str()])?;
        self.connection
            .change_silently(Method::Put, &path, Some(body))
            .await
    }

    /// Deletes an access token: `DELETE /api-access-token/{id}` (documented).
    pub async fn delete_access_token(&self, id: &AccessTokenId) -> Result<(), Error> {
        let path = path(&["api-access-token", id.as_str()])?;
        self.connection.change_silently(Method::Delete, &path, None).await
    }

    /// Entries of the audit log: `GET /audit-log` (filters documented, the entry's shape our contract).
    pub async fn audit_log(&self, filter: &AuditLogFilter) -> Result<Vec<AuditLogEntry>, Error> {
        let mut path = "/audit-log".to_owned();
        for (name, value) in filter.parameters() {
            add_parameter(&mut path, name, &value);
        }
        self.list(&path, wire::audit_log_entry::audit_log_entry).await
    }

    async fn list<T>(&self, path: &str, read: fn(&str) -> Result<T, Unreadable>) -> Result<Vec<T>, Error> {
        let mut items = Vec::new();
        let read_piece = &mut |stream: &mut RecordStream, piece: &[u8]| {
            stream.push(piece, &mut |json| {
                items.push(read(json)?);
                Ok(())
            })
        };
        self.connection.read_list(path, read_piece).await?;
        Ok(items)
    }
}

#[cfg(test)]
mod tests;
