//! The sandbox over plain HTTP, behind the page's back.

use std::net::SocketAddr;

use chrono::NaiveDate;
use reqwest::{Client, Method};
use serde_json::{Value, json};

use crate::{Fault, Outcome};

/// Talks to the sandbox as an administrator's script would, with an API key.
#[derive(Debug)]
pub struct AccountManager {
    client: Client,
    base: String,
    api_key: String,
}

impl AccountManager {
    pub(crate) fn new(address: SocketAddr, api_key: String) -> Outcome<Self> {
        let client = Client::builder().no_proxy().build()?;
        Ok(Self {
            client,
            base: format!("http://{address}/account/api/v1"),
            api_key,
        })
    }

    /// The administrator's API key.
    #[must_use]
    pub fn api_key(&self) -> &str {
        &self.api_key
    }

    /// The service users, as `GET /user?user_type=service` lists them.
    ///
    /// # Errors
    /// The sandbox does not answer with a list.
    pub async fn service_users(&self) -> Outcome<Vec<Value>> {
        self.list("/user?user_type=service").await
    }

    /// The service users of this friendly name: none, or one.
    ///
    /// # Errors
    /// As [`service_users`](Self::service_users).
    pub async fn service_users_named(&self, name: &str) -> Outcome<Vec<Value>> {
        let users = self.service_users().await?;
        Ok(users
            .into_iter()
            .filter(|user| text_of(user, "friendly_name") == name)
            .collect())
    }

    /// The status and the body of `GET /user/me` with a token as `x-api-key`.
    ///
    /// # Errors
    /// The sandbox does not answer.
    pub async fn me(&self, token: &str) -> Outcome<(u16, Value)> {
        let answer = self
            .client
            .get(format!("{}/user/me", self.base))
            .header("x-api-key", token)
            .send()
            .await?;
        let status = answer.status().as_u16();
        Ok((status, answer.json().await.unwrap_or_default()))
    }

    /// Makes a service user with the first account and the first role there is.
    ///
    /// # Errors
    /// The sandbox refuses.
    pub async fn create(&self, name: &str) -> Outcome {
        self.create_with(name, Value::Null).await.map(|_| ())
    }

    /// The same, and answers the id of the service user and its token.
    ///
    /// # Errors
    /// The sandbox refuses.
    pub async fn create_with_token(&self, name: &str) -> Outcome<(String, String)> {
        let made = self.create_with(name, Value::Null).await?;
        Ok((
            text_of(&made, "id").to_owned(),
            text_of(&made, "token").to_owned(),
        ))
    }

    /// As [`create`](Self::create), with an end date.
    ///
    /// # Errors
    /// The sandbox refuses.
    pub async fn create_ending(&self, name: &str, last_day: NaiveDate) -> Outcome {
        self.create_with(name, last_day.to_string().into())
            .await
            .map(|_| ())
    }

    async fn create_with(&self, name: &str, end_date: Value) -> Outcome<Value> {
        let first = |list: Vec<Value>| {
            list.first()
                .map(|first| text_of(first, "id").to_owned())
                .unwrap_or_default()
        };
        let account = first(self.list("/account").await?);
        let role = first(self.list("/role").await?);
        let user = json!({
            "user_type": "service", "friendly_name": name, "description": "", "email": "jane@example.com",
            "access_scope": "account", "primary_account_id": account, "account_ids": [account], "role_ids": [role],
            "end_date": end_date,
        });
        self.call(Method::POST, "/user", Some(&user)).await
    }

    /// The records of a user's access tokens, oldest first.
    ///
    /// # Errors
    /// The sandbox does not answer with a list.
    pub async fn access_tokens(&self, user: &str) -> Outcome<Vec<Value>> {
        self.list(&format!("/api-access-token?user_id={user}")).await
    }

    /// Makes a further access token of a user and answers its record, with the token.
    ///
    /// # Errors
    /// The sandbox refuses.
    pub async fn create_access_token(&self, user: &str, name: &str) -> Outcome<Value> {
        let token = json!({ "user_id": user, "name": name });
        self.call(Method::POST, "/api-access-token", Some(&token)).await
    }

    /// Gives an access token a status, `ACTIVE` or `DISABLED`.
    ///
    /// # Errors
    /// The sandbox refuses.
    pub async fn set_access_token_status(&self, id: &str, status: &str) -> Outcome {
        let change = json!({ "status": status });
        self.call(Method::PUT, &format!("/api-access-token/{id}"), Some(&change))
            .await
            .map(|_| ())
    }

    /// Gives the service user of this name another end date.
    ///
    /// # Errors
    /// There is none, or the sandbox refuses.
    pub async fn set_end_date(&self, name: &str, last_day: NaiveDate) -> Outcome {
        let users = self.service_users_named(name).await?;
        let Some(mut user) = users.into_iter().next() else {
            return Err(Fault::new(format!("There is no service user “{name}”.")));
        };
        let path = format!("/user/{}", text_of(&user, "id"));
        if let Some(end_date) = user.get_mut("end_date") {
            *end_date = last_day.to_string().into();
        }
        self.call(Method::PUT, &path, Some(&user)).await.map(|_| ())
    }

    /// Changes a service user to what the body says, as another administrator would.
    ///
    /// # Errors
    /// The sandbox refuses.
    pub async fn update(&self, id: &str, body: &Value) -> Outcome {
        self.call(Method::PUT, &format!("/user/{id}"), Some(body))
            .await
            .map(|_| ())
    }

    /// The names of the accounts, in their order.
    ///
    /// # Errors
    /// The sandbox does not answer with a list.
    pub async fn account_names(&self) -> Outcome<Vec<String>> {
        let accounts = self.list("/account").await?;
        Ok(accounts
            .iter()
            .map(|account| text_of(account, "name").to_owned())
            .collect())
    }

    /// The roles with their permissions.
    ///
    /// # Errors
    /// The sandbox does not answer with a list.
    pub async fn roles(&self) -> Outcome<Vec<Value>> {
        self.list("/role").await
    }

    /// The same Account Manager, called with another key: as a program that holds a service user's token would.
    #[must_use]
    pub fn with_key(&self, api_key: &str) -> Self {
        Self {
            client: self.client.clone(),
            base: self.base.clone(),
            api_key: api_key.to_owned(),
        }
    }

    /// Calls an endpoint, such as `/user`, and answers its JSON; null where there is none.
    ///
    /// # Errors
    /// The sandbox refuses.
    pub async fn call(&self, method: Method, endpoint: &str, body: Option<&Value>) -> Outcome<Value> {
        let request = self.client.request(method, format!("{}{endpoint}", self.base));
        let request = request.header("x-api-key", &self.api_key);
        let answer = match body {
            None => request.send().await?,
            Some(body) => request.json(body).send().await?,
        };
        let (status, text) = (answer.status(), answer.text().await?);
        match status.is_success() {
            true => Ok(serde_json::from_str(&text).unwrap_or_default()),
            false => Err(Fault::new(format!("The sandbox answers {status}: {text}"))),
        }
    }

    async fn list(&self, path: &str) -> Outcome<Vec<Value>> {
        let request = self
            .client
            .get(format!("{}{path}", self.base))
            .header("x-api-key", &self.api_key);
        Ok(request.send().await?.error_for_status()?.json().await?)
    }
}

fn text_of<'a>(object: &'a Value, name: &str) -> &'a str {
    object.get(name).and_then(Value::as_str).unwrap_or_default()
}
