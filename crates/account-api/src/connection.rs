//! A host, a way to it and a credential: what every call goes through.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use serde_json::value::RawValue;

use crate::paging::{Next, Paging};
use crate::percent_encoding::add_parameter;
use crate::wire::{Unreadable, list};
use crate::{Credential, Error, ErrorKind, Host, Method, Request, Response, Transport};

/// How long a call may take, and how long each page of a list may: a tenant can have very many users.
const TIMEOUT: Duration = Duration::from_secs(30);
const LIST_TIMEOUT: Duration = Duration::from_secs(120);

/// The credential is given up as a whole by [`forget`](Self::forget), whoever else still holds the connection.
pub(crate) struct Connection {
    transport: Rc<dyn Transport>,
    host: Host,
    credential: RefCell<Option<Rc<Credential>>>,
}

impl Connection {
    pub(crate) fn new(transport: Rc<dyn Transport>, host: Host, credential: Credential) -> Self {
        Self {
            transport,
            host,
            credential: RefCell::new(Some(Rc::new(credential))),
        }
    }

    pub(crate) fn host(&self) -> &Host {
        &self.host
    }

    pub(crate) fn is_by_session(&self) -> bool {
        matches!(self.credential.borrow().as_deref(), Some(Credential::Session))
    }

    /// Lets go of the credential. A call under way keeps it until its answer is there; a later one is refused unsent.
    pub(crate) fn forget(&self) {
        self.credential.replace(None);
    }

    /// Reads what is at a path.
    pub(crate) async fn get(&self, path: &str) -> Result<Response, Error> {
        self.send(Method::Get, path, None, TIMEOUT).await
    }

    /// Changes what is at a path.
    pub(crate) async fn change(
        &self,
        method: Method,
        path: &str,
        body: Option<Vec<u8>>,
    ) -> Result<Response, Error> {
        self.send(method, path, body, TIMEOUT).await
    }

    /// Changes what is at a path, where the answer has nothing to tell but that it is done: an empty one, or JSON. Anything
    /// else is somebody else's answer, such as a sign-in page's, and nothing may have been changed.
    pub(crate) async fn change_silently(
        &self,
        method: Method,
        path: &str,
        body: Option<Vec<u8>>,
    ) -> Result<(), Error> {
        let answer = self.change(method, path, body).await?;
        let is_expected = answer.body.trim_ascii().is_empty()
            || serde_json::from_slice::<serde::de::IgnoredAny>(&answer.body).is_ok();
        match is_expected {
            true => Ok(()),
            false => Err(Error::unexpected(&answer, "neither empty nor JSON")),
        }
    }

    /// Lends every record of a list, page after page. `path` may have parameters.
    pub(crate) async fn each_record(
        &self,
        path: &str,
        take: &mut dyn FnMut(&RawValue) -> Result<(), Unreadable>,
    ) -> Result<(), Error> {
        let mut paging = Paging::default();
        let mut page_path = path.to_owned();
        loop {
            let answer = self.send(Method::Get, &page_path, None, LIST_TIMEOUT).await?;
            let next = read_answer(&answer, |json| {
                let page = list::page(json)?;
                page.records.iter().try_for_each(|record| take(record))?;
                paging.follow(&page)
            })?;
            match next {
                Next::Done => return Ok(()),
                Next::Page { offset, limit } => {
                    path.clone_into(&mut page_path);
                    add_parameter(&mut page_path, "offset", &offset.to_string());
                    add_parameter(&mut page_path, "limit", &limit.to_string());
                }
            }
        }
    }

    async fn send(
        &self,
        method: Method,
        path: &str,
        body: Option<Vec<u8>>,
        timeout: Duration,
    ) -> Result<Response, Error> {
        let credential = self.credential.borrow().clone();
        let Some(credential) = credential else {
            return Err(Error::new(ErrorKind::NotSignedIn).because("signed out before the call"));
        };
        let request = Request {
            method,
            url: self.host.base_url() + path,
            credential: &credential,
            body,
            timeout,
        };
        let answer = self.transport.send(request).await?;
        match answer.status {
            200..=299 => Ok(answer),
            _ => Err(Error::of_answer(&answer, &credential)),
        }
    }
}

/// Reads an answer with a good status.
pub(crate) fn read_answer<T>(
    answer: &Response,
    read: impl FnOnce(&str) -> Result<T, Unreadable>,
) -> Result<T, Error> {
    let text = std::str::from_utf8(&answer.body).map_err(|_| Unreadable("not UTF-8"));
    text.and_then(read).map_err(|Unreadable(why)| {
        let content_type: String = answer
            .content_type
            .iter()
            .flat_map(|text| text.chars())
            .take(60)
            .collect();
        Error::unexpected(
            answer,
            format!("{why} ({} bytes of {content_type:?})", answer.body.len()),
        )
    })
}
