//! A token as its consumers want it.

use zeroize::Zeroizing;

use crate::{SecretText, TokenId, wording};

/// A form in which a token is handed to whoever uses it. The names in it are those of the consumers (documented).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenForm {
    /// The token ID alone.
    TokenId,
    /// The HTTP header `x-api-key`.
    ApiKeyHeader,
    /// `DC_BASE` and `DC_API_KEY`, as in DigiCert's own tutorials.
    EnvironmentVariables,
    /// `SM_HOST` and `SM_API_KEY`, for smctl, PKCS#11, the GitHub Action and the Jenkins plugin of Software Trust.
    Smctl,
    /// The `provider` block of the Terraform provider digicert.
    Terraform,
    /// The command that configures HashiCorp Vault's digicert-pki.
    Vault,
    /// A Kubernetes Secret with the key `api-key`, for cert-manager's digi-issuer.
    CertManager,
    /// A curl command that shows whether the token works. It names the variable `DC_API_KEY` and holds no secret.
    Curl,
}

impl TokenForm {
    /// Every form, in the order in which they are offered.
    pub const ALL: [Self; 8] = [
        Self::TokenId,
        Self::ApiKeyHeader,
        Self::EnvironmentVariables,
        Self::Smctl,
        Self::Terraform,
        Self::Vault,
        Self::CertManager,
        Self::Curl,
    ];

    /// What the form is called where it is offered.
    pub fn label(self) -> &'static str {
        wording::token_form(self)
    }

    /// Whether the text holds the token itself.
    pub fn carries_token(self) -> bool {
        self != Self::Curl
    }

    /// Writes the form.
    ///
    /// `host` is a host name with or without a port, such as `one.digicert.com`: https is meant, and http where it is this
    /// very machine. An origin with its scheme, such as `http://127.0.0.1:8080`, is taken as it is.
    ///
    /// A token of the usual shape stands as it is. Any other is quoted and escaped where the form has a way to.
    pub fn write(self, token: &TokenId, host: &str) -> SecretText {
        token.lend(|token| {
            // Room for everything, escapes included: a text that grows would leave copies behind that nobody wipes.
            let room = 512 + 8 * (token.len() + host.len());
            let mut text = Zeroizing::new(String::with_capacity(room));
            self.write_to(&mut text, token, &origin(host));
            SecretText::from_text(text)
        })
    }

    fn write_to(self, text: &mut String, token: &str, origin: &str) {
        match self {
            Self::TokenId => text.push_str(token),
            Self::ApiKeyHeader => {
                text.push_str("x-api-key: ");
                text.push_str(token);
            }
            Self::EnvironmentVariables => {
                text.push_str("DC_BASE=");
                push_shell_word(text, origin);
                text.push_str("\nDC_API_KEY=");
                push_shell_word(text, token);
                text.push('\n');
            }
            Self::Smctl => {
                text.push_str("SM_HOST=");
                push_shell_word(text, &mutual_tls_origin(origin));
                text.push_str("\nSM_API_KEY=");
                push_shell_word(text, token);
                text.push('\n');
            }
            Self::Terraform => {
                text.push_str("provider \"digicert\" {\n  url     = ");
                push_double_quoted(text, origin);
                text.push_str("\n  api_key = ");
                push_double_quoted(text, token);
                text.push_str("\n}\n");
            }
            Self::Vault => {
                text.push_str("vault write digicert-pki/configs/NAME url=");
                push_shell_word(text, origin);
                text.push_str(" api_key=");
                push_shell_word(text, token);
            }
            Self::CertManager => {
                text.push_str("apiVersion: v1\nkind: Secret\nmetadata:\n  name: digicert-one-api-key\n");
                text.push_str("type: Opaque\nstringData:\n  api-key: ");
                push_double_quoted(text, token);
                text.push('\n');
            }
            Self::Curl => {
                text.push_str("curl --fail-with-body --header \"x-api-key: $DC_API_KEY\" ");
                push_shell_word(text, &[origin, "/account/api/v1/user/me"].concat());
            }
        }
    }
}

pub(crate) fn origin(host: &str) -> String {
    if host.contains("://") {
        host.to_owned()
    } else if is_this_machine(host) {
        ["http://", host].concat()
    } else {
        ["https://", host].concat()
    }
}

/// Whether http is the scheme to assume: the host is a loopback address, with or without a port.
fn is_this_machine(host: &str) -> bool {
    ["127.0.0.1", "localhost", "[::1]"]
        .iter()
        .any(|name| matches!(host.strip_prefix(name), Some(rest) if rest.is_empty() || rest.starts_with(':')))
}

/// Where the consumers that bring a client certificate connect: the twin of a host that prefixing `clientauth.` gives.
/// It is documented for DigiCert's own hosts; of others nothing is known, so they stay as they are.
pub(crate) fn mutual_tls_origin(origin: &str) -> String {
    let documented = |name: &str| {
        !name.starts_with("clientauth.")
            && [
                "one.digicert.com",
                "one.digicert.co.jp",
                "one.ch.digicert.com",
                "one.nl.digicert.com",
            ]
            .contains(&name.strip_prefix("demo.").unwrap_or(name))
    };
    match origin.strip_prefix("https://") {
        Some(name) if documented(name) => ["https://clientauth.", name].concat(),
        Some(_) | None => origin.to_owned(),
    }
}

/// As it is where no shell reads anything into it, otherwise in single quotes.
fn push_shell_word(text: &mut String, word: &str) {
    let plain = |character: char| {
        character.is_ascii_alphanumeric() || matches!(character, '_' | '-' | '.' | '/' | ':')
    };
    if word.chars().all(plain) {
        text.push_str(word);
    } else {
        text.push('\'');
        for character in word.chars() {
            match character {
                '\'' => text.push_str("'\\''"),
                _ => text.push(character),
            }
        }
        text.push('\'');
    }
}

/// In double quotes, with the escapes that HCL and YAML share. `$` and `%` are escaped because HCL expands `${` and `%{`.
fn push_double_quoted(text: &mut String, value: &str) {
    text.push('"');
    for character in value.chars() {
        match character {
            '"' | '\\' => {
                text.push('\\');
                text.push(character);
            }
            '$' => text.push_str("\\u0024"),
            '%' => text.push_str("\\u0025"),
            _ if character.is_control() => text.push_str(&format!("\\u{:04x}", u32::from(character))),
            _ => text.push(character),
        }
    }
    text.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn token() -> String {
        format!("{}_{}", "0a".repeat(13), "f9".repeat(32))
    }

    fn written(form: TokenForm, token: &str, host: &str) -> String {
        form.write(&TokenId::from_text(token.to_owned()), host)
            .lend(str::to_owned)
    }

    #[test]
    fn every_form_is_what_its_consumer_reads() {
        let token = token();
        let host = "one.digicert.com";
        let forms = TokenForm::ALL.map(|form| written(form, &token, host));
        let expected = [
            token.clone(),
            format!("x-api-key: {token}"),
            format!("DC_BASE=https://one.digicert.com\nDC_API_KEY={token}\n"),
            format!("SM_HOST=https://clientauth.one.digicert.com\nSM_API_KEY={token}\n"),
            format!(
                "provider \"digicert\" {{\n  url     = \"https://one.digicert.com\"\n  api_key = \"{token}\"\n}}\n"
            ),
            format!(
                "vault write digicert-pki/configs/NAME url=https://one.digicert.com api_key={token}"
            ),
            format!(
                "apiVersion: v1\nkind: Secret\nmetadata:\n  name: digicert-one-api-key\ntype: Opaque\nstringData:\n  api-key: \"{token}\"\n"
            ),
            "curl --fail-with-body --header \"x-api-key: $DC_API_KEY\" https://one.digicert.com/account/api/v1/user/me"
                .to_owned(),
        ];
        assert_eq!(forms, expected);
    }

    #[test]
    fn the_curl_form_alone_carries_no_token() {
        let token = token();
        for form in TokenForm::ALL {
            let text = written(form, &token, "one.digicert.com");
            assert_eq!(text.contains(&token), form.carries_token(), "{form:?}");
            assert_eq!(form.carries_token(), form != TokenForm::Curl);
        }
    }

    #[test]
    fn only_a_documented_host_has_a_twin_for_mutual_tls() {
        let smctl_host = |host| {
            let text = written(TokenForm::Smctl, "t", host);
            text.lines().next().unwrap_or_default().to_owned()
        };
        assert_eq!(
            smctl_host("demo.one.ch.digicert.com"),
            "SM_HOST=https://clientauth.demo.one.ch.digicert.com"
        );
        assert_eq!(
            smctl_host("one.digicert.co.jp"),
            "SM_HOST=https://clientauth.one.digicert.co.jp"
        );
        assert_eq!(
            smctl_host("clientauth.one.digicert.com"),
            "SM_HOST=https://clientauth.one.digicert.com"
        );
        assert_eq!(smctl_host("one.example.org"), "SM_HOST=https://one.example.org");
        assert_eq!(smctl_host("127.0.0.1:8080"), "SM_HOST=http://127.0.0.1:8080");
        assert_eq!(
            smctl_host("https://localhost:8443"),
            "SM_HOST=https://localhost:8443"
        );
        assert_eq!(
            smctl_host("localhost.example.org"),
            "SM_HOST=https://localhost.example.org"
        );
    }

    #[test]
    fn a_token_of_another_shape_cannot_leave_its_place() {
        let hostile = "a'b\"c\\d\n$(reboot)${path}%{if}";
        assert_eq!(
            written(TokenForm::EnvironmentVariables, hostile, "h"),
            "DC_BASE=https://h\nDC_API_KEY='a'\\''b\"c\\d\n$(reboot)${path}%{if}'\n"
        );
        let quoted = "\"a'b\\\"c\\\\d\\u000a\\u0024(reboot)\\u0024{path}\\u0025{if}\"";
        assert!(written(TokenForm::Terraform, hostile, "h").contains(quoted));
        assert!(written(TokenForm::CertManager, hostile, "h").contains(quoted));
    }

    #[test]
    fn the_text_never_grows_beyond_its_first_room() {
        for token in [token(), "'".repeat(500), "\n".repeat(500), String::new()] {
            for host in ["", "one.digicert.com", &"'".repeat(300)] {
                let room = 512 + 8 * (token.len() + host.len());
                for form in TokenForm::ALL {
                    assert!(written(form, &token, host).len() <= room, "{form:?}");
                }
            }
        }
    }
}
