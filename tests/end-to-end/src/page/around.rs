//! Firefox around the page.

use serde_json::{Value, json};
use thirtyfour::common::command::{Command, ExtensionCommand};

use super::Page;
use crate::Outcome;

impl Page {
    /// Runs the body of an asynchronous function with the rights of Firefox itself, in the window around the page, and
    /// answers what it returns.
    ///
    /// # Errors
    /// The script fails, or the browser is not Firefox.
    pub(crate) async fn around_the_page(&self, script: &str, arguments: Vec<Value>) -> Outcome<Value> {
        self.talk_to("chrome").await?;
        let answer = self.promised(script, arguments).await;
        self.talk_to("content").await?;
        answer
    }

    async fn talk_to(&self, context: &'static str) -> Outcome {
        let command = Command::ExtensionCommand(Box::new(Context(context)));
        self.driver.cmd(command).await?;
        Ok(())
    }
}

/// Whether Firefox's driver talks to the page or to the browser around it.
#[derive(Debug)]
struct Context(&'static str);

impl ExtensionCommand for Context {
    fn parameters_json(&self) -> Option<Value> {
        Some(json!({ "context": self.0 }))
    }

    fn method(&self) -> hyper::Method {
        hyper::Method::POST
    }

    fn endpoint(&self) -> std::sync::Arc<str> {
        "/moz/context".into()
    }
}
