//! What goes wrong between the sandbox and whoever calls it, for tests.
//!
//! A plan says of which requests what happens instead of a plain answer, and counts what came. It is behind the feature
//! `fault-plan`, no start of the sandbox makes one, and its command line knows none: whoever serves a sandbox through a plan
//! passes every request to [`FaultPlan::answer`].

use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::body::{Body, Bytes};
use axum::http::header::{CONTENT_TYPE, HOST, HeaderName, HeaderValue};
use axum::http::{Method, Request, Response, StatusCode};
use futures_util::{StreamExt, stream};
use tokio::sync::watch;

/// What happens to a request instead of being carried out and answered.
#[derive(Clone, Debug)]
pub enum Happening {
    /// It is answered without the sandbox, which never sees it.
    Answer {
        /// The status.
        status: u16,
        /// The media type of the body.
        content_type: &'static str,
        /// Further headers.
        headers: Vec<(&'static str, String)>,
        /// The body.
        body: String,
    },
    /// The connection breaks off before the sandbox sees it.
    BreakBefore,
    /// The sandbox carries it out, and the connection breaks off before a byte of the answer.
    BreakAfter,
    /// The sandbox carries it out, and the connection breaks off in the middle of the answer.
    BreakMidway,
    /// The sandbox carries it out, and this happens in place of its answer, as behind a gateway that gave up on it.
    CarriedOutThen(Box<Happening>),
    /// The sandbox carries it out, and its answer's body arrives as something else.
    Rewritten(fn(&str) -> String),
    /// The sandbox sees it twice, and the page gets the second answer: what a browser makes of a connection that breaks
    /// off when it has used it before.
    SendTwice,
}

impl Happening {
    /// An answer in JSON.
    #[must_use]
    pub fn json(status: u16, body: &serde_json::Value) -> Self {
        Self::Answer {
            status,
            content_type: "application/json",
            headers: Vec::new(),
            body: body.to_string(),
        }
    }

    /// An answer in HTML, as from a web application firewall.
    #[must_use]
    pub fn html(status: u16, body: &str) -> Self {
        Self::Answer {
            status,
            content_type: "text/html",
            headers: Vec::new(),
            body: body.to_owned(),
        }
    }
}

/// Which requests are meant.
#[derive(Clone, Debug)]
pub struct Requests {
    host: Option<String>,
    method: Method,
    path: String,
    text: Option<String>,
}

impl Requests {
    /// Those of this method and path, whatever their query.
    #[must_use]
    pub fn of(method: Method, path: impl Into<String>) -> Self {
        Self {
            host: None,
            method,
            path: path.into(),
            text: None,
        }
    }

    /// Only those that are sent to this host, without a port.
    #[must_use]
    pub fn at(self, host: impl Into<String>) -> Self {
        Self {
            host: Some(host.into()),
            ..self
        }
    }

    /// Only those whose body holds this text.
    #[must_use]
    pub fn with_text(self, text: impl Into<String>) -> Self {
        Self {
            text: Some(text.into()),
            ..self
        }
    }

    fn include(&self, request: &Request<Bytes>) -> bool {
        let is_of_host = self.host.as_ref().is_none_or(|host| *host == host_of(request));
        let has_text = self
            .text
            .as_ref()
            .is_none_or(|text| String::from_utf8_lossy(request.body()).contains(text));
        is_of_host && self.method == *request.method() && self.path == request.uri().path() && has_text
    }
}

/// At which point requests are held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HoldAt {
    /// Before the sandbox sees them.
    Request,
    /// After the sandbox has carried them out, before a byte of the answer.
    Answer,
    /// In the middle of the answer.
    Midway,
}

/// Lets something happen to requests until it is dropped.
#[must_use = "the requests go right again when this is dropped"]
#[derive(Debug)]
pub struct Trouble {
    plan: FaultPlan,
    number: u64,
}

impl Drop for Trouble {
    fn drop(&mut self) {
        self.plan.lock().rules.retain(|rule| rule.number != self.number);
    }
}

/// Holds requests until it is dropped; then they go on.
#[must_use = "the requests go on when this is dropped"]
#[derive(Debug)]
pub struct Held {
    trouble: Trouble,
    release: watch::Sender<bool>,
}

impl Held {
    /// Lets them go on.
    pub fn release(self) {
        let Self { trouble, release } = self;
        drop(trouble);
        drop(release);
    }
}

/// A plan. A handle: copies are the same plan.
#[derive(Clone, Debug, Default)]
pub struct FaultPlan(Arc<Mutex<Rules>>);

#[derive(Debug, Default)]
struct Rules {
    last_number: u64,
    rules: Vec<Rule>,
    seen: Vec<Request<Bytes>>,
}

#[derive(Clone, Debug)]
struct Rule {
    number: u64,
    requests: Requests,
    action: Action,
}

#[derive(Clone, Debug)]
enum Action {
    Happen(Happening),
    /// Until the sender is gone.
    Hold(HoldAt, watch::Receiver<bool>),
}

impl FaultPlan {
    /// Lets this happen to each of these requests. Of several rules for a request, the newest is the one that counts.
    pub fn make(&self, requests: Requests, happening: Happening) -> Trouble {
        self.add(requests, Action::Happen(happening))
    }

    /// Holds each of these requests.
    pub fn hold(&self, requests: Requests, at: HoldAt) -> Held {
        let (release, held) = watch::channel(false);
        Held {
            trouble: self.add(requests, Action::Hold(at, held)),
            release,
        }
    }

    /// How many of these requests came, held and broken ones included.
    #[must_use]
    pub fn count(&self, requests: &Requests) -> usize {
        let rules = self.lock();
        rules.seen.iter().filter(|seen| requests.include(seen)).count()
    }

    /// Answers a request as the plan says. `carry_out` is the sandbox.
    ///
    /// # Errors
    /// The connection is to be broken off without an answer, or the sandbox does not answer.
    pub async fn answer<F>(
        &self,
        request: Request<Bytes>,
        carry_out: impl Fn(Request<Bytes>) -> F,
    ) -> io::Result<Response<Body>>
    where
        F: Future<Output = io::Result<Response<Bytes>>>,
    {
        let action = {
            let mut rules = self.lock();
            let rule = rules.rules.iter().find(|rule| rule.requests.include(&request));
            let action = rule.map(|rule| rule.action.clone());
            rules.seen.push(request.clone());
            action
        };
        match action {
            None => carry_out(request).await.map(at_once),
            Some(Action::Hold(HoldAt::Request, held)) => {
                released(held).await;
                carry_out(request).await.map(at_once)
            }
            Some(Action::Hold(HoldAt::Answer, held)) => {
                let answer = carry_out(request).await?;
                released(held).await;
                Ok(at_once(answer))
            }
            Some(Action::Hold(HoldAt::Midway, held)) => {
                let answer = carry_out(request).await?;
                Ok(in_halves(answer, async move |rest| {
                    released(held).await;
                    Ok(rest)
                }))
            }
            Some(Action::Happen(happening)) => happen(happening, request, carry_out).await,
        }
    }

    fn add(&self, requests: Requests, action: Action) -> Trouble {
        let mut rules = self.lock();
        rules.last_number += 1;
        let number = rules.last_number;
        // The newest rule goes first.
        let rule = Rule {
            number,
            requests,
            action,
        };
        rules.rules.insert(0, rule);
        Trouble {
            plan: self.clone(),
            number,
        }
    }

    fn lock(&self) -> MutexGuard<'_, Rules> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

async fn happen<F>(
    happening: Happening,
    request: Request<Bytes>,
    carry_out: impl Fn(Request<Bytes>) -> F,
) -> io::Result<Response<Body>>
where
    F: Future<Output = io::Result<Response<Bytes>>>,
{
    let mut happening = happening;
    while let Happening::CarriedOutThen(then) = happening {
        carry_out(request.clone()).await?;
        happening = *then;
    }
    match happening {
        Happening::Answer {
            status,
            content_type,
            headers,
            body,
        } => answer(status, content_type, headers, body).map(at_once),
        Happening::BreakBefore => Err(broken()),
        // The other one was taken apart above.
        Happening::BreakAfter | Happening::CarriedOutThen(_) => {
            carry_out(request).await?;
            Err(broken())
        }
        Happening::BreakMidway => {
            let answer = carry_out(request).await?;
            Ok(in_halves(answer, async |_| {
                // Whoever sends the answer gets to send its first half.
                tokio::task::yield_now().await;
                Err(broken())
            }))
        }
        Happening::Rewritten(rewrite) => {
            let answer = carry_out(request).await?;
            let answer = answer.map(|body| Bytes::from(rewrite(&String::from_utf8_lossy(&body))));
            Ok(at_once(answer))
        }
        Happening::SendTwice => {
            carry_out(request.clone()).await?;
            carry_out(request).await.map(at_once)
        }
    }
}

/// Waits until whoever holds it lets it go on.
async fn released(mut held: watch::Receiver<bool>) {
    // The error says that the sender is gone, which is what is waited for.
    let _released = held.changed().await;
}

fn broken() -> io::Error {
    io::ErrorKind::ConnectionAborted.into()
}

fn at_once(answer: Response<Bytes>) -> Response<Body> {
    answer.map(Body::from)
}

/// The first half at once, and then what becomes of the second.
fn in_halves<F>(answer: Response<Bytes>, second: impl FnOnce(Bytes) -> F) -> Response<Body>
where
    F: Future<Output = io::Result<Bytes>> + Send + 'static,
{
    answer.map(|mut body| {
        let rest = second(body.split_off(body.len() / 2));
        let first = stream::iter([Ok(body)]);
        Body::from_stream(first.chain(stream::once(rest)))
    })
}

fn answer(
    status: u16,
    content_type: &'static str,
    headers: Vec<(&'static str, String)>,
    body: String,
) -> io::Result<Response<Bytes>> {
    let mut answer = Response::new(Bytes::from(body));
    *answer.status_mut() = StatusCode::from_u16(status).map_err(io::Error::other)?;
    answer
        .headers_mut()
        .insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    for (name, value) in headers {
        let value = HeaderValue::try_from(value).map_err(io::Error::other)?;
        answer.headers_mut().insert(HeaderName::from_static(name), value);
    }
    Ok(answer)
}

/// The name that a request is sent to, without a port; nothing where it names none.
fn host_of(request: &Request<Bytes>) -> &str {
    let host = request.headers().get(HOST).and_then(|host| host.to_str().ok());
    let name = host.map(|host| host.rsplit_once(':').map_or(host, |(name, _)| name));
    name.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    /// What a caller sees of a request with this body, and how often it was carried out.
    async fn answered(plan: &FaultPlan, body: &'static str) -> (Option<(u16, String)>, u32) {
        let request = Request::builder()
            .method(Method::POST)
            .uri("/user?of=no-account")
            .header(HOST, "one.example:8443")
            .body(Bytes::from(body))
            .expect("a request");
        let carried_out = Cell::new(0);
        let answer = plan
            .answer(request, |_| {
                carried_out.set(carried_out.get() + 1);
                async { Ok(Response::new(Bytes::from("carried out"))) }
            })
            .await;
        let seen = match answer {
            Ok(answer) => {
                let status = answer.status().as_u16();
                let body = axum::body::to_bytes(answer.into_body(), 1000).await;
                body.ok()
                    .map(|body| (status, String::from_utf8_lossy(&body).into_owned()))
            }
            Err(_) => None,
        };
        (seen, carried_out.get())
    }

    fn seen(status: u16, body: &str) -> Option<(u16, String)> {
        Some((status, body.to_owned()))
    }

    #[tokio::test]
    async fn each_happening_carries_the_request_out_as_often_as_it_says() {
        let gateway = || Happening::html(502, "gateway");
        for (happening, expected) in [
            (gateway(), (seen(502, "gateway"), 0)),
            (
                Happening::CarriedOutThen(Box::new(gateway())),
                (seen(502, "gateway"), 1),
            ),
            (Happening::BreakBefore, (None, 0)),
            (Happening::BreakAfter, (None, 1)),
            (Happening::BreakMidway, (None, 1)),
            (Happening::SendTwice, (seen(200, "carried out"), 2)),
            (
                Happening::Rewritten(|body| body.replace("carried", "turned")),
                (seen(200, "turned out"), 1),
            ),
        ] {
            let plan = FaultPlan::default();
            let words = format!("{happening:?}");
            let trouble = plan.make(Requests::of(Method::POST, "/user"), happening);
            assert_eq!(answered(&plan, "").await, expected, "{words}");
            drop(trouble);
            assert_eq!(
                answered(&plan, "").await,
                (seen(200, "carried out"), 1),
                "{words}"
            );
        }
    }

    #[tokio::test]
    async fn only_the_requests_that_are_meant_go_wrong_and_all_are_counted() {
        let plan = FaultPlan::default();
        let all = || Requests::of(Method::POST, "/user");
        for (requests, body, is_meant) in [
            (all(), "", true),
            (all().at("one.example"), "", true),
            (all().at("two.example"), "", false),
            (all().with_text("this one"), "it is this one", true),
            (all().with_text("this one"), "it is that one", false),
            (Requests::of(Method::GET, "/user"), "", false),
            (Requests::of(Method::POST, "/account"), "", false),
        ] {
            let words = format!("{requests:?}");
            let _trouble = plan.make(requests.clone(), Happening::BreakBefore);
            assert_eq!(answered(&plan, body).await.0.is_none(), is_meant, "{words}");
        }
        assert_eq!(plan.count(&all()), 7);
        assert_eq!(plan.count(&all().with_text("this one")), 1);
        assert_eq!(plan.count(&Requests::of(Method::GET, "/user")), 0);
    }

    #[tokio::test]
    async fn what_is_held_goes_on_once_it_is_released() {
        for at in [HoldAt::Request, HoldAt::Answer, HoldAt::Midway] {
            let plan = FaultPlan::default();
            let held = plan.hold(Requests::of(Method::POST, "/user"), at);
            let (answer, ()) = tokio::join!(answered(&plan, ""), async {
                tokio::task::yield_now().await;
                held.release();
            });
            assert_eq!(answer, (seen(200, "carried out"), 1), "{at:?}");
        }
    }
}
