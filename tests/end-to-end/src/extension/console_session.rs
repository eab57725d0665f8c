//! Signing in to and out of a host's console, beside the extension.

use reqwest::Client;

use super::ExtensionWorld;
use crate::{Fault, Outcome};

/// A made-up person of the sandbox.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Person {
    /// May manage users.
    Administrator,
    /// May look, and change nothing.
    Auditor,
}

impl Person {
    fn name(self) -> &'static str {
        match self {
            Self::Administrator => "Administrator",
            Self::Auditor => "Auditor",
        }
    }
}

impl ExtensionWorld {
    /// Signs in to a host's console in an ordinary tab, by its own page, and comes back to the current window.
    ///
    /// # Errors
    /// The sign-in page does not open.
    pub async fn sign_in(&self, host: &str, person: Person) -> Outcome {
        let address = sign_in_page(host);
        self.in_first_window(async || {
            self.page.open(&address).await?;
            self.page.press_sign_in(person.name()).await?;
            self.page
                .until(format!("{} is signed in to {host}", person.name()), async || {
                    let cookies = self.page.driver().get_all_cookies().await?;
                    Ok(cookies.iter().any(|cookie| cookie.name == "SANDBOX-SESSION"))
                })
                .await
        })
        .await
    }

    /// Signs out of a host's console, as in another tab: the host ends the session and the browser loses its cookies.
    ///
    /// # Errors
    /// Nobody is signed in.
    pub async fn sign_out(&self, host: &str) -> Outcome {
        let driver = self.page.driver();
        self.in_first_window(async || {
            self.page.open(&sign_in_page(host)).await?;
            let cookies = driver.get_all_cookies().await?;
            let csrf = cookies.iter().find(|cookie| cookie.name == "XSRF-TOKEN");
            let csrf = csrf.map(|cookie| cookie.value.clone()).unwrap_or_default();
            let pairs: Vec<String> = cookies
                .iter()
                .map(|cookie| format!("{}={}", cookie.name, cookie.value))
                .collect();
            // The sandbox's console has no page to sign out on; the request is the one that such a page would send.
            let request = Client::builder()
                .no_proxy()
                .build()?
                .post(format!("http://{}/account/sign-out", self.sandbox.address))
                .header("cookie", pairs.join("; "))
                .header("x-xsrf-token", csrf);
            match request.send().await?.status().as_u16() {
                204 => Ok(driver.delete_all_cookies().await?),
                status => Err(Fault::new(format!(
                    "Signing out of {host} is answered with {status}."
                ))),
            }
        })
        .await
    }
}

fn sign_in_page(host: &str) -> String {
    format!("https://{host}/account/sign-in")
}
