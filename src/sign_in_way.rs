//! The ways to sign in.

/// A way to sign in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignInWay {
    /// The browser's own session.
    Session,
    /// A key that is pasted.
    ApiKey,
}

impl SignInWay {
    /// Both, the one without a secret to paste first.
    pub const ALL: [Self; 2] = [Self::Session, Self::ApiKey];

    /// The name in addresses and in an organisation's settings.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Session => "session",
            Self::ApiKey => "apiKey",
        }
    }

    /// The way of this name; `None` for any other text.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.name() == name)
    }
}
