//! The draft of a mail.

use service_user::Email;

use crate::percent_encoding::push_encoded;
use crate::plain_text::{on_one_line, plain};

/// A mail that a person's own mail program is to open as a draft, from an address of the scheme `mailto` (RFC 6068).
///
/// Nothing is sent by that: the person sees the draft, and sends it or not. The address is one for the `href` of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MailDraft<'a> {
    /// Whom it is for; without one, the person says it. It has to be a checked email, because a text with a comma in it
    /// could name further recipients.
    pub to: Option<&'a Email>,
    /// The subject. A line break in it becomes a space.
    pub subject: &'a str,
    /// The body, with any kind of line break.
    pub body: &'a str,
}

impl MailDraft<'_> {
    /// How many characters an address can have for every usual mail program to take it whole: Windows hands about 2000 on,
    /// and some programs drop or cut what is longer.
    pub const LONGEST_ADDRESS: usize = 2000;

    /// The address.
    pub fn address(&self) -> String {
        let mut address = "mailto:".to_owned();
        if let Some((local, domain)) = self.to.and_then(|to| to.as_str().rsplit_once('@')) {
            push_encoded(&mut address, local);
            address.push('@');
            push_encoded(&mut address, domain);
        }
        address.push_str("?subject=");
        push_encoded(&mut address, &on_one_line(self.subject));
        address.push_str("&body=");
        push_encoded(&mut address, &plain(self.body).replace('\n', "\r\n"));
        address
    }

    /// Whether every usual mail program takes the address whole. Offer what does not fit for copying instead.
    pub fn fits(&self) -> bool {
        self.address().len() <= Self::LONGEST_ADDRESS
    }
}
