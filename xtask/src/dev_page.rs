//! The page's HTML as trunk's reloading server needs it.

use std::path::PathBuf;

use crate::complaint::Complaint;
use crate::html_copy::{moved, without_attribute};
use crate::workspace::Workspace;

/// What trunk watches and rebuilds from.
const WATCHED: &[&str] = &["src", "crates", "public", "Cargo.toml"];

/// Writes a copy of trunk's configuration and of `index.html` into `target/dev-page` and returns trunk's arguments for it. `/account`
/// goes on to the server on port `behind`.
///
/// The copy differs in two points: trunk's reloading script stands in the HTML, so the page's own policy, which refuses it, is left
/// out; and the page is compiled quickly and not small. A change in `index.html` itself shows after a restart.
pub(crate) fn prepare(workspace: &Workspace, port: u16, behind: u16) -> Result<Vec<PathBuf>, Complaint> {
    let folder = workspace.root().join("target").join("dev-page");
    let configuration = folder.join("Trunk.toml");
    let write = || {
        std::fs::create_dir_all(&folder)?;
        let settings = std::fs::read_to_string(workspace.root().join("Trunk.toml"))?;
        std::fs::write(&configuration, format!("{settings}\n{}", proxy(port, behind)))?;
        let html = std::fs::read_to_string(workspace.root().join("index.html"))?;
        std::fs::write(
            folder.join("index.html"),
            moved(&without_policy(&html), |program| {
                without_attribute(program, "data-cargo-profile")
            }),
        )
    };
    write().map_err(|cause| Complaint::system("write the page of the reloading server", &cause))?;
    let mut arguments = vec!["--config".into(), configuration, "--dist".into()];
    arguments.push(workspace.page().with_file_name("dev"));
    for path in WATCHED {
        arguments.extend(["--watch".into(), workspace.root().join(path)]);
    }
    Ok(arguments)
}

/// trunk's settings for passing `/account` on. The server behind compares a request's `Host` with its `Origin`, and trunk would put
/// another host there than the one that the browser sees. It would also
/// follow the redirection after signing in, and keep the session's cookie to itself.
fn proxy(port: u16, behind: u16) -> String {
    format!(
        "[[proxies]]\nbackend = \"http://127.0.0.1:{behind}/account\"\nrequest_headers = {{ host = \"127.0.0.1:{port}\" }}\nno_redirect = true\n"
    )
}

/// Leaves out the element that holds the content security policy.
fn without_policy(html: &str) -> String {
    let Some((before, after)) = html.split_once("http-equiv=\"Content-Security-Policy\"") else {
        return html.to_owned();
    };
    match (before.rsplit_once("<meta"), after.split_once('>')) {
        (Some((before, _)), Some((_, after))) => format!("{before}{after}"),
        _ => html.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_server_behind_sees_the_host_that_the_browser_sees() {
        let expected = "[[proxies]]\nbackend = \"http://127.0.0.1:9/account\"\nrequest_headers = { host = \"127.0.0.1:8\" }\nno_redirect = true\n";
        assert_eq!(proxy(8, 9), expected);
    }

    #[test]
    fn the_policy_goes_and_everything_else_stays() {
        let html = "<head>\n<meta charset=\"utf-8\" />\n<meta\n  http-equiv=\"Content-Security-Policy\"\n  content=\"default-src 'none'\"\n/>\n<title>";
        assert_eq!(
            without_policy(html),
            "<head>\n<meta charset=\"utf-8\" />\n\n<title>"
        );
        assert_eq!(without_policy("<title>"), "<title>");
    }
}
