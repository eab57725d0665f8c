//! An upstream on loopback, a proxy before it, and a client.

use axum::Router;
use tenant_proxy::{Options, Running, Upstream};
use tokio::runtime::Runtime;
use ureq::http::{HeaderMap, Request};

/// A proxy with what it needs, which ends with the test.
pub(crate) struct TestProxy {
    pub(crate) running: Running,
    pub(crate) runtime: Runtime,
    _upstream: Option<local_origin::Server>,
}

/// What was answered.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) text: String,
}

impl TestProxy {
    /// A proxy before an upstream that answers by this router.
    pub(crate) fn before(router: Router) -> Self {
        let runtime = runtime();
        let upstream = runtime.block_on(async {
            let listener = local_origin::bind("127.0.0.1:0".parse().unwrap()).await.unwrap();
            local_origin::serve(listener, router).unwrap()
        });
        let options = Options::new(Upstream::parse(&format!("http://{}", upstream.address())).unwrap());
        let running = runtime.block_on(tenant_proxy::start(options)).unwrap();
        Self {
            running,
            runtime,
            _upstream: Some(upstream),
        }
    }

    pub(crate) fn start(runtime: Runtime, options: Options) -> Self {
        let running = runtime.block_on(tenant_proxy::start(options)).unwrap();
        Self {
            running,
            runtime,
            _upstream: None,
        }
    }

    pub(crate) fn get(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        self.send("GET", path, headers, None)
    }

    pub(crate) fn send(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: Option<&str>,
    ) -> Answer {
        send(&self.running.url(), method, path, headers, body)
    }
}

pub(crate) fn runtime() -> Runtime {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap()
}

pub(crate) fn send(
    origin: &str,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
    body: Option<&str>,
) -> Answer {
    let config = ureq::Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .proxy(None);
    let agent = config.build().new_agent();
    let mut request = Request::builder().method(method).uri(format!("{origin}{path}"));
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let mut response = match body {
        None => agent.run(request.body(()).unwrap()).unwrap(),
        Some(body) => agent.run(request.body(body).unwrap()).unwrap(),
    };
    Answer {
        status: response.status().as_u16(),
        headers: response.headers().clone(),
        text: response.body_mut().read_to_string().unwrap(),
    }
}

impl Answer {
    #[track_caller]
    pub(crate) fn expect(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{}", self.text);
        self
    }

    #[track_caller]
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .unwrap_or_else(|| panic!("no {name}: {:?}", self.headers))
            .to_str()
            .unwrap()
    }

    /// Checks the shape of a refusal, its code and that its message has these words.
    #[track_caller]
    pub(crate) fn expect_refusal(&self, code: &str, words: &str) {
        assert_eq!(self.header("content-type"), "application/json");
        assert!(
            self.text
                .starts_with(&format!("{{\"errors\":[{{\"code\":\"{code}\",\"message\":\"")),
            "{}",
            self.text
        );
        assert!(self.text.contains(words), "{}", self.text);
    }
}
