//! A host, a way to it and a credential: what every call goes through.

use std::cell::RefCell;
use std::ops::ControlFlow;
use std::rc::Rc;
use std::time::Duration;

use crate::paging::{Next, Paging};
use crate::percent_encoding::add_parameter;
use crate::wire::record_stream::RecordStream;
use crate::wire::{Unreadable, is_json};
use crate::{Credential, Error, ErrorKind, Host, Method, Request, Response, TakePiece, Transport};

/// How long a call may take, and how long each page of a list may: a tenant can have very many users.
const TIMEOUT: Duration = Duration::from_secs(30);
const LIST_TIMEOUT: Duration = Duration::from_secs(120);

/// Pushes a piece of a list to the reader of its page, and takes the records that come of it.
pub(crate) type ReadPiece<'a> = &'a mut dyn FnMut(&mut RecordStream, &[u8]) -> Result<(), Unreadable>;

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

    pub(crate) fn is_forgotten(&self) -> bool {
        self.credential.borrow().is_none()
    }

    /// Reads what is at a path.
    pub(crate) async fn get(&self, path: &str) -> Result<Response, Error> {
        let credential = self.credential()?;
        self.get_as(&credential, path).await
    }

    /// Reads what is at a path as somebody else, whose credential is neither kept nor the connection's.
    pub(crate) async fn get_as(&self, credential: &Credential, path: &str) -> Result<Response, Error> {
        self.send(self.request(credential, Method::Get, path)).await
    }

    /// Changes what is at a path.
    pub(crate) async fn change(
        &self,
        method: Method,
        path: &str,
        body: Option<Vec<u8>>,
    ) -> Result<Response, Error> {
        let credential = self.credential()?;
        let request = Request {
            body,
            ..self.request(&credential, method, path)
        };
        self.send(request).await
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
        let is_expected = answer.body.trim_ascii().is_empty() || is_json(&answer.body);
        match is_expected {
            true => Ok(()),
            false => Err(Error::unexpected(&answer, "neither empty nor JSON")),
        }
    }

    /// Reads a list as it arrives, page after page. `path` may have parameters.
    ///
    /// The records that were taken are the list only if this succeeds: that a page is another than was asked for, or the same
    /// one again, shows when it has been read.
    pub(crate) async fn read_list(&self, path: &str, read_piece: ReadPiece<'_>) -> Result<(), Error> {
        let mut paging = Paging::default();
        let mut page_path = path.to_owned();
        loop {
            let credential = self.credential()?;
            let mut stream = RecordStream::default();
            let mut read = Ok(());
            let mut length = 0;
            let pieces: TakePiece<'_> = &mut |piece| {
                if read.is_ok() {
                    length += piece.len();
                    read = read_piece(&mut stream, piece);
                }
                match read {
                    Ok(()) => ControlFlow::Continue(()),
                    Err(_) => ControlFlow::Break(()),
                }
            };
            let request = Request {
                timeout: LIST_TIMEOUT,
                pieces: Some(pieces),
                ..self.request(&credential, Method::Get, &page_path)
            };
            let answer = self.send(request).await?;
            let next = read
                .and_then(|()| read_piece(&mut stream, &answer.body))
                .and_then(|()| paging.follow(stream.end()?))
                .map_err(|fault| unreadable(&answer, length + answer.body.len(), fault))?;
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

    fn credential(&self) -> Result<Rc<Credential>, Error> {
        let credential = self.credential.borrow().clone();
        credential.ok_or_else(|| Error::new(ErrorKind::NotSignedIn).because("signed out before the call"))
    }

    /// A request without a body, whose answer is wanted whole.
    fn request<'a>(&self, credential: &'a Credential, method: Method, path: &str) -> Request<'a> {
        Request {
            method,
            url: self.host.base_url() + path,
            credential,
            body: None,
            timeout: TIMEOUT,
            pieces: None,
        }
    }

    async fn send<'a>(&'a self, request: Request<'a>) -> Result<Response, Error> {
        let credential = request.credential;
        let answer = self.transport.send(request).await?;
        match Response::is_good(answer.status) {
            true => Ok(answer),
            false => Err(Error::of_answer(&answer, credential)),
        }
    }
}

/// Reads an answer with a good status.
pub(crate) fn read_answer<T>(
    answer: &Response,
    read: impl FnOnce(&str) -> Result<T, Unreadable>,
) -> Result<T, Error> {
    let text = std::str::from_utf8(&answer.body).map_err(|_| Unreadable("not UTF-8"));
    text.and_then(read)
        .map_err(|fault| unreadable(answer, answer.body.len(), fault))
}

/// The error of an answer with a good status, of which this many bytes were read in vain.
fn unreadable(answer: &Response, length: usize, Unreadable(why): Unreadable) -> Error {
    let content_type: String = answer
        .content_type
        .iter()
        .flat_map(|text| text.chars())
        .take(60)
        .collect();
    Error::unexpected(answer, format!("{why} ({length} bytes of {content_type:?})"))
}
