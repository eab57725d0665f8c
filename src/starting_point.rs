//! What a page knows when it starts.

use crate::kept_draft::KeptDraft;
use crate::organisation::Organisation;
use crate::platform::{self, Surface};
use crate::sign_in_way::SignInWay;
use account_api::Host;

/// What a page knows when it starts. A page of a web server knows nothing; the extension asks the browser first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StartingPoint {
    /// Where the page is shown.
    pub surface: Surface,
    /// What an organisation has set.
    pub organisation: Organisation,
    /// What was typed on another surface, or before the popup closed.
    pub kept: Option<KeptDraft>,
    /// The host to connect to at once: the one in the page's address, or the draft's, or that of the tab the popup was opened over, or the
    /// last one.
    pub host: Option<Host>,
    /// The way to sign in that another surface asks for.
    pub sign_in_way: Option<SignInWay>,
    /// Whether *Create service user* was pressed in a popup and is to be carried out here.
    pub creation_is_ordered: bool,
}

impl StartingPoint {
    /// The way to sign in that is chosen before the person chooses one: of those that the organisation allows.
    #[must_use]
    pub fn first_way(&self) -> SignInWay {
        // The console's session belongs to the tenant's own origin and does not reach through the local proxy.
        let usual = match platform::host_behind_page_host() {
            Some(_) => SignInWay::ApiKey,
            None => SignInWay::Session,
        };
        let wanted = self.sign_in_way.unwrap_or(usual);
        let mut ways = [wanted].into_iter().chain(SignInWay::ALL);
        ways.find(|way| self.organisation.allows(*way)).unwrap_or(wanted)
    }

    /// Asks the browser for what a page of the extension has to know, and has the page ask it from then on.
    pub async fn of_extension(surface: Surface) -> Self {
        platform::begin_as_extension();
        platform::remember_own_window().await;
        let organisation = Organisation::read(platform::managed_policy().await.as_deref());
        let asked = platform::query_parameter("host").and_then(|origin| Host::parse(&origin).ok());
        // A draft for another host waits for a page that is not opened for this one.
        let kept = platform::kept_draft()
            .await
            .and_then(|text| KeptDraft::read(&text))
            .filter(|kept| asked.is_none() || kept.host == asked && kept.typed_host.is_empty());
        let of_tab = match surface {
            Surface::Popup => platform::host_of_current_tab().await,
            _ => None,
        };
        let of_draft = kept.as_ref().and_then(|kept| kept.host.clone());
        let host = match asked.or(of_draft).or(of_tab) {
            Some(host) => Some(host),
            None => platform::kept_host().await,
        };
        StartingPoint {
            surface,
            host: host.filter(|host| organisation.allows_host(host)),
            organisation,
            kept,
            sign_in_way: platform::query_parameter("sign-in").and_then(|name| SignInWay::from_name(&name)),
            creation_is_ordered: match platform::query_parameter("create") {
                Some(window) => platform::take_creation_order(&window).await,
                None => false,
            },
        }
    }
}
