//! The window that shows a token once.

use super::Page;
use crate::{Fault, Outcome, labels};

impl Page {
    /// What stands where the token is shown: the token, or what masks it.
    ///
    /// # Errors
    /// The window is not open, or holds no token.
    pub async fn shown_token(&self) -> Outcome<String> {
        let text = self
            .script(
                "return document.querySelector('dialog[open] code').innerText",
                Vec::new(),
            )
            .await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// Presses *Show* and answers the token.
    ///
    /// # Errors
    /// What is shown has not a token's shape.
    pub async fn show_token(&self) -> Outcome<String> {
        self.press_button(labels::SHOW).await?;
        self.button(labels::HIDE).await?;
        self.token_in_sight().await
    }

    /// The token, which is in sight already.
    ///
    /// # Errors
    /// What is shown has not a token's shape.
    pub async fn token_in_sight(&self) -> Outcome<String> {
        let token = self.shown_token().await?;
        match service_user::has_token_shape(&token) {
            true => Ok(token),
            false => Err(Fault::new(format!("“{token}” is not a token"))),
        }
    }

    /// Whether the token window is open.
    ///
    /// # Errors
    /// The browser cannot say.
    pub async fn token_window_is_open(&self) -> Outcome<bool> {
        Ok(self.count("dialog[open]").await? == 1)
    }

    /// Copies the token, waits until it is on the clipboard, closes the window and waits for the list.
    ///
    /// # Errors
    /// A step of it fails.
    pub async fn copy_and_close(&self) -> Outcome {
        self.copy_and_close_window().await?;
        self.is_on(labels::SERVICE_USERS).await
    }

    /// Copies the token, waits until it is on the clipboard and closes the window, wherever it leads.
    ///
    /// # Errors
    /// A step of it fails.
    pub async fn copy_and_close_window(&self) -> Outcome {
        self.press_button(labels::COPY).await?;
        self.sees(labels::COPIED).await?;
        self.press_button(labels::CLOSE).await?;
        self.until("the token window is closed".to_owned(), async || {
            Ok(!self.token_window_is_open().await?)
        })
        .await
    }
}
