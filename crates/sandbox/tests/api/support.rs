//! A sandbox of the test's own, and a plain client for it.

use std::time::SystemTime;

use chrono::{DateTime, Utc};
use sandbox::{Clock, Options, Person, Running, SessionCookies};
use serde_json::{Value, json};
use service_user::UtcDay;
use ureq::http::{HeaderMap, Request};

/// A sandbox on a port of its own, which ends with the test.
pub(crate) struct TestSandbox {
    pub(crate) running: Running,
    pub(crate) clock: Clock,
    _runtime: tokio::runtime::Runtime,
}

/// What was answered.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) text: String,
}

/// A way to call with one credential.
pub(crate) struct Client {
    agent: ureq::Agent,
    url: String,
    headers: Vec<(&'static str, String)>,
}

impl TestSandbox {
    pub(crate) fn start() -> Self {
        Self::start_with(Options {
            users: 5,
            ..Options::default()
        })
    }

    pub(crate) fn start_with(options: Options) -> Self {
        let clock = options.clock.clone();
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()
            .unwrap();
        let running = runtime.block_on(sandbox::start(options)).unwrap();
        Self {
            running,
            clock,
            _runtime: runtime,
        }
    }

    pub(crate) fn administrator(&self) -> Client {
        self.client([("x-api-key", self.running.administrator_api_key.clone())])
    }

    pub(crate) fn with_token(&self, token: &str) -> Client {
        self.client([("x-api-key", token.to_owned())])
    }

    pub(crate) fn nobody(&self) -> Client {
        self.client([])
    }

    /// A browser in which somebody is signed in, and whose page repeats the XSRF cookie.
    pub(crate) fn session_of(&self, person: Person) -> Client {
        let SessionCookies { session, csrf } = self.running.sign_in(person).unwrap();
        self.client([
            ("cookie", format!("SANDBOX-SESSION={session}; XSRF-TOKEN={csrf}")),
            ("x-xsrf-token", csrf),
        ])
    }

    pub(crate) fn client(&self, headers: impl IntoIterator<Item = (&'static str, String)>) -> Client {
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .proxy(None);
        Client {
            agent: config.build().new_agent(),
            url: self.running.url(),
            headers: headers.into_iter().collect(),
        }
    }
}

impl Client {
    pub(crate) fn get(&self, path: &str) -> Answer {
        self.call("GET", path, None)
    }

    pub(crate) fn post(&self, path: &str, body: &Value) -> Answer {
        self.call("POST", path, Some(body))
    }

    pub(crate) fn put(&self, path: &str, body: &Value) -> Answer {
        self.call("PUT", path, Some(body))
    }

    pub(crate) fn call(&self, method: &str, path: &str, body: Option<&Value>) -> Answer {
        match body {
            None => self.send(method, path, None, Vec::new()),
            Some(body) => self.send(
                method,
                path,
                Some("application/json"),
                body.to_string().into_bytes(),
            ),
        }
    }

    /// Paths of the API begin with `/`; a path that begins with `/account/` or is `/` is taken as it is.
    pub(crate) fn send(&self, method: &str, path: &str, content_type: Option<&str>, body: Vec<u8>) -> Answer {
        let path = match path.starts_with("/account/") || path == "/" {
            true => path.to_owned(),
            false => format!("/account/api/v1{path}"),
        };
        let mut request = Request::builder()
            .method(method)
            .uri(format!("{}{path}", self.url));
        for (name, value) in &self.headers {
            request = request.header(*name, value);
        }
        if let Some(content_type) = content_type {
            request = request.header("content-type", content_type);
        }
        let mut response = match (content_type, body.is_empty()) {
            (None, true) => self.agent.run(request.body(()).unwrap()).unwrap(),
            _ => self.agent.run(request.body(body).unwrap()).unwrap(),
        };
        Answer {
            status: response.status().as_u16(),
            headers: response.headers().clone(),
            text: response
                .body_mut()
                .with_config()
                .limit(1 << 30)
                .read_to_string()
                .unwrap(),
        }
    }

    /// A service user that can be created, with this name.
    pub(crate) fn body(&self, name: &str) -> Value {
        let accounts = self.get("/account").json();
        json!({
            "user_type": "service",
            "friendly_name": name,
            "description": "Signs release builds.",
            "email": "jane@example.com",
            "account_ids": [accounts[0]["id"]],
            "role_ids": [self.role("Software Trust", "Signer")],
        })
    }

    /// The id of a role.
    pub(crate) fn role(&self, manager: &str, role: &str) -> Value {
        let roles = self.get("/role").json();
        let found = roles
            .as_array()
            .unwrap()
            .iter()
            .find(|found| found["application"]["name"] == manager && found["name"] == role);
        found.unwrap()["id"].clone()
    }

    /// Creates a service user and gives its id and its token.
    pub(crate) fn create(&self, name: &str) -> (String, String) {
        self.create_from(&self.body(name))
    }

    pub(crate) fn create_from(&self, body: &Value) -> (String, String) {
        let created = self.post("/user", body).expect(201).json();
        (
            created["id"].as_str().unwrap().to_owned(),
            created["token"].as_str().unwrap().to_owned(),
        )
    }

    /// The names of the listed service users.
    pub(crate) fn names(&self) -> Vec<String> {
        let users = self.get("/user?user_type=service").expect(200).json();
        users
            .as_array()
            .unwrap()
            .iter()
            .map(|user| user["friendly_name"].as_str().unwrap().to_owned())
            .collect()
    }
}

impl Answer {
    #[track_caller]
    pub(crate) fn expect(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{}", self.text);
        self
    }

    #[track_caller]
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("{error}: {}", self.text))
    }

    /// The refusal's codes with their fields, having checked that the refusal has the one shape.
    #[track_caller]
    pub(crate) fn refusals(&self) -> Vec<(String, Option<String>)> {
        assert_eq!(self.header("content-type"), "application/json", "{}", self.text);
        let json = self.json();
        let entries = json["errors"].as_array().unwrap();
        assert!(!entries.is_empty());
        let text = |value: &Value| value.as_str().map(str::to_owned);
        entries
            .iter()
            .map(|entry| {
                assert!(!entry["message"].as_str().unwrap().is_empty());
                (text(&entry["code"]).unwrap(), text(&entry["field"]))
            })
            .collect()
    }

    /// The code and the field of a refusal that has one reason.
    #[track_caller]
    pub(crate) fn refusal(&self) -> (String, Option<String>) {
        let [refusal] = <[_; 1]>::try_from(self.refusals()).unwrap();
        refusal
    }

    #[track_caller]
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .unwrap_or_else(|| panic!("no {name}: {:?}", self.headers))
            .to_str()
            .unwrap()
    }
}

/// The day so many days from today, in UTC.
pub(crate) fn in_days(days: u32) -> String {
    let seconds = SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH)
        .unwrap()
        .as_secs();
    let now: DateTime<Utc> = DateTime::from_timestamp(seconds.try_into().unwrap(), 0).unwrap();
    UtcDay::from_date(now.date_naive())
        .plus_days(days)
        .unwrap()
        .to_string()
}
