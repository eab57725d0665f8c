//! Requests by the browser's own means.

mod pieces;
mod request_options;

use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::time::Duration;

use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, HtmlDocument, ResponseType};
use zeroize::Zeroizing;

use self::request_options::RequestOptions;
use crate::csrf_cookie::value_in;
use crate::{
    Credential, CsrfCookie, Method, Request, Response, Transport, TransportFailure, TransportFuture,
};

/// How long to wait for a sign of life of a host after a request to it has failed.
const PROBE_TIMEOUT: Duration = Duration::from_secs(5);

/// Sends requests with `fetch`.
///
/// With the session, cookies go along; with an API key, none do. Redirects are not followed, so that no other host is sent
/// a credential; no referrer is told; nothing is cached.
pub struct BrowserTransport {
    csrf_cookie: Rc<dyn CsrfCookie>,
    /// The origins that have answered this transport before, so that they cannot be refusing it as a foreign page.
    answered: RefCell<Vec<String>>,
}

impl BrowserTransport {
    /// A transport for a page: `XSRF-TOKEN` is read from `document.cookie`.
    pub fn new() -> Self {
        Self::with_csrf_cookie(Rc::new(DocumentCookie))
    }

    /// A transport that learns the value of `XSRF-TOKEN` elsewhere, as an extension has to.
    pub fn with_csrf_cookie(csrf_cookie: Rc<dyn CsrfCookie>) -> Self {
        Self {
            csrf_cookie,
            answered: RefCell::default(),
        }
    }

    async fn exchange(&self, request: Request<'_>) -> Result<Response, TransportFailure> {
        let signal = AbortSignal::timeout_with_u32(milliseconds(request.timeout));
        let origin = origin_of(&request.url);
        let fetched = fetch(&self.build(&request, origin, &signal).await?).await;
        let answer = match fetched {
            Ok(answer) => answer,
            Err(_) if signal.aborted() => return Err(TransportFailure::TimedOut),
            Err(fault) => return Err(self.why_there_is_no_answer(origin, &fault).await),
        };
        if !self.has_answered(origin) {
            self.answered.borrow_mut().push(origin.to_owned());
        }
        if answer.type_() == ResponseType::Opaqueredirect {
            return Ok(Response {
                status: 302,
                retry_after: None,
                date: None,
                content_type: None,
                body: Zeroizing::default(),
            });
        }
        // A header that cannot be read is one that is not there: `get` fails only for a name that is none.
        let headers = answer.headers();
        let header = |name| headers.get(name).ok().flatten();
        let is_good = Response::is_good(answer.status());
        let body = match request.pieces.filter(|_| is_good) {
            Some(take) => pieces::lend(&answer, take).await.map(|()| Zeroizing::default()),
            None => body_of(&answer).await,
        };
        let body = match body {
            Ok(body) => body,
            Err(_) if signal.aborted() => return Err(TransportFailure::TimedOut),
            Err(fault) => return Err(TransportFailure::Interrupted(name_of(&fault))),
        };
        let own_time = || js_sys::Date::new_0().to_utc_string().into();
        Ok(Response {
            status: answer.status(),
            retry_after: header("retry-after"),
            date: header("date").or_else(|| Some(own_time())),
            content_type: header("content-type"),
            body,
        })
    }

    async fn build(
        &self,
        request: &Request<'_>,
        origin: &str,
        signal: &AbortSignal,
    ) -> Result<web_sys::Request, TransportFailure> {
        let options = RequestOptions::new(request.method.as_str(), signal);
        options.set("mode", "cors");
        options.set("redirect", "manual");
        options.add_header("accept", "application/json");
        match request.credential {
            Credential::Session => {
                options.set("credentials", "include");
                let csrf_token = match request.method {
                    Method::Get => None,
                    Method::Post | Method::Put | Method::Delete => self.csrf_cookie.value(origin).await,
                };
                if let Some(token) = csrf_token.as_deref().and_then(header_value) {
                    options.add_header("x-xsrf-token", token);
                }
            }
            Credential::ApiKey(key) => {
                options.set("credentials", "omit");
                key.lend(|key| options.add_header("x-api-key", key));
            }
        }
        if let Some(body) = &request.body {
            options.add_header("content-type", "application/json");
            options.set("body", Uint8Array::from(body.as_slice()));
        }
        // Nothing was sent; a checked host makes an address that a browser takes.
        options
            .request(&request.url)
            .map_err(|_| TransportFailure::Unreachable)
    }

    /// `fetch` fails in one and the same way whatever the reason, so the host is asked for a sign of life, without a
    /// credential, that even a foreign page may see. In a box, so that it is no part of the exchanges that succeed.
    fn why_there_is_no_answer<'a>(
        &'a self,
        origin: &'a str,
        fault: &'a JsValue,
    ) -> Pin<Box<dyn Future<Output = TransportFailure> + 'a>> {
        Box::pin(async move {
            let is_foreign = page_origin().as_deref() != Some(origin);
            match is_up(origin).await {
                false => TransportFailure::Unreachable,
                true if is_foreign && !self.has_answered(origin) => TransportFailure::CrossOriginRefused,
                true => TransportFailure::Interrupted(name_of(fault)),
            }
        })
    }

    fn has_answered(&self, origin: &str) -> bool {
        self.answered.borrow().iter().any(|answered| answered == origin)
    }
}

impl Default for BrowserTransport {
    fn default() -> Self {
        Self::new()
    }
}

impl Transport for BrowserTransport {
    fn send<'a>(&'a self, request: Request<'a>) -> TransportFuture<'a> {
        Box::pin(self.exchange(request))
    }
}

/// Whether the page's own origin has set the cookie that a session's requests repeat; see [`CsrfCookie`]. Most likely there is a session
/// then. The cookie of the session itself is out of a page's reach, as it should be.
#[must_use]
pub fn has_csrf_cookie() -> bool {
    document_cookie().is_some()
}

/// The cookie of the page's own origin; of no other, which has cookies of its own and no business with these.
struct DocumentCookie;

impl CsrfCookie for DocumentCookie {
    fn value<'a>(&'a self, origin: &'a str) -> Pin<Box<dyn Future<Output = Option<String>> + 'a>> {
        Box::pin(async move {
            if page_origin().as_deref() != Some(origin) {
                return None;
            }
            document_cookie()
        })
    }
}

fn document_cookie() -> Option<String> {
    let document = web_sys::window()?.document()?.dyn_into::<HtmlDocument>().ok()?;
    value_in(&document.cookie().ok()?).map(str::to_owned)
}

/// Whether anybody answers at the origin.
async fn is_up(origin: &str) -> bool {
    let signal = AbortSignal::timeout_with_u32(milliseconds(PROBE_TIMEOUT));
    let root = format!("{origin}/");
    let options = RequestOptions::new("HEAD", &signal);
    options.set("mode", "no-cors");
    options.set("credentials", "omit");
    match options.request(&root) {
        Ok(probe) => fetch(&probe).await.is_ok(),
        Err(_) => false,
    }
}

/// `fetch`, of which nothing is believed: what a page or an extension put in its place may answer with a value of any kind.
async fn fetch(request: &web_sys::Request) -> Result<web_sys::Response, JsValue> {
    let window = web_sys::window().ok_or(JsValue::UNDEFINED)?;
    JsFuture::from(window.fetch_with_request(request))
        .await?
        .dyn_into()
}

/// The body as bytes. The browser's copy is wiped, because a token may be in it.
async fn body_of(answer: &web_sys::Response) -> Result<Zeroizing<Vec<u8>>, JsValue> {
    let buffer: ArrayBuffer = JsFuture::from(answer.array_buffer()?).await?.dyn_into()?;
    let bytes = Uint8Array::new(&buffer);
    let body = Zeroizing::new(bytes.to_vec());
    bytes.fill(0, 0, bytes.length());
    Ok(body)
}

fn page_origin() -> Option<String> {
    web_sys::window()?.location().origin().ok()
}

/// Scheme, host and port of an absolute address.
fn origin_of(url: &str) -> &str {
    let authority = url.find("://").map_or(0, |at| at + 3);
    let path = url.get(authority..).and_then(|rest| rest.find('/'));
    path.and_then(|at| url.get(..authority + at)).unwrap_or(url)
}

/// The name of a JavaScript error, such as `TypeError`: its message might quote the address.
fn name_of(fault: &JsValue) -> String {
    let name = js_sys::Reflect::get(fault, &JsValue::from_str("name")).ok();
    name.and_then(|name| name.as_string())
        .unwrap_or_else(|| "an unnamed fault".to_owned())
}

/// A value that a header can carry: with any other, no request could be made.
fn header_value(text: &str) -> Option<&str> {
    Some(text).filter(|text| text.bytes().all(|byte| byte.is_ascii_graphic()))
}

fn milliseconds(duration: Duration) -> u32 {
    u32::try_from(duration.as_millis()).unwrap_or(u32::MAX)
}
