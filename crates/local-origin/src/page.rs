//! The page's files.

use std::fmt;
use std::path::{Path, PathBuf};

use axum::Router;
use axum::http::{HeaderValue, StatusCode, Uri, header};
use axum::middleware;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use tower_http::services::ServeDir;

use crate::refusal::refusal;

/// The policy under which the page runs: its own files and WebAssembly, and calls to any host that a person may choose,
/// as the page's own policy says. A narrower one would make another host look as if it were down.
const PAGE_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
     img-src 'self'; connect-src 'self' https: http://127.0.0.1:* http://localhost:*; base-uri 'none'; \
     form-action 'none'; frame-ancestors 'none'";

/// Why a folder cannot be served as the page. Its `Display` is a sentence for a person.
#[derive(Debug)]
pub enum PageFault {
    /// The folder, or the `index.html` in it, is not there.
    NoIndex(PathBuf),
}

/// Serves a folder's files, and its `index.html` for `/`.
///
/// Every answer carries the page's policy, `no-cache` (a rebuilt page shows at the next load), `nosniff`, and no referrer.
///
/// `account_manager` is the origin that the calls of this origin are passed on to, if they are: the page is told, in a
/// `<meta name="account-manager">`, so that a person can see which tenant is at the other end.
///
/// # Errors
/// [`PageFault::NoIndex`], when the folder holds no `index.html`.
pub fn page_files(folder: &Path, account_manager: Option<&str>) -> Result<Router, PageFault> {
    let index = folder.join("index.html");
    if !index.is_file() {
        return Err(PageFault::NoIndex(folder.to_owned()));
    }
    let files = ServeDir::new(folder).fallback(Router::new().fallback(no_such_file));
    let told = match account_manager {
        None => Router::new(),
        Some(origin) => {
            let origin = origin.to_owned();
            let tell = get(async move || index_that_names(&index, &origin));
            Router::new().route("/", tell.clone()).route("/index.html", tell)
        }
    };
    Ok(told
        .fallback_service(files)
        .layer(middleware::map_response(add_page_headers)))
}

/// The file is read at each request, as the others are: a rebuilt page shows at the next load.
fn index_that_names(index: &Path, origin: &str) -> Response {
    match std::fs::read_to_string(index) {
        Ok(html) => {
            let head = format!("<head>\n    <meta name=\"account-manager\" content=\"{origin}\" />");
            Html(html.replacen("<head>", &head, 1)).into_response()
        }
        Err(cause) => {
            let message = format!("The page's index.html cannot be read: {cause}.");
            refusal(StatusCode::INTERNAL_SERVER_ERROR, "internal_error", &message)
        }
    }
}

async fn no_such_file(uri: Uri) -> Response {
    let message = format!("There is no file {} in the page's folder.", uri.path());
    refusal(StatusCode::NOT_FOUND, "resource_not_found", &message)
}

async fn add_page_headers(mut response: Response) -> Response {
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, PAGE_POLICY),
        (header::CACHE_CONTROL, "no-cache"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
    ] {
        response
            .headers_mut()
            .insert(name, HeaderValue::from_static(value));
    }
    response
}

impl fmt::Display for PageFault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoIndex(folder) => {
                write!(
                    formatter,
                    "There is no index.html in {}: build the page first.",
                    folder.display()
                )
            }
        }
    }
}

impl std::error::Error for PageFault {}

#[cfg(test)]
mod tests {
    use std::fs;

    use axum::body::Body;
    use axum::extract::Request;
    use http_body_util::BodyExt;
    use tower::ServiceExt;

    use super::*;

    async fn get(folder: &Path, path: &str) -> Response {
        answer(page_files(folder, None).unwrap(), path).await
    }

    async fn answer(files: Router, path: &str) -> Response {
        let request = Request::builder().uri(path).body(Body::empty()).unwrap();
        files.oneshot(request).await.unwrap()
    }

    fn folder_with_a_page() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("index.html"), "<!doctype html>").unwrap();
        fs::write(folder.path().join("app_bg.wasm"), b"\0asm").unwrap();
        fs::write(folder.path().join("boot.js"), "").unwrap();
        folder
    }

    #[tokio::test]
    async fn files_have_the_types_that_browsers_insist_on() {
        let folder = folder_with_a_page();
        for (path, expected) in [
            ("/", "text/html"),
            ("/app_bg.wasm", "application/wasm"),
            ("/boot.js", "text/javascript"),
        ] {
            let answer = get(folder.path(), path).await;
            assert_eq!(answer.status(), StatusCode::OK, "{path}");
            assert_eq!(answer.headers()[header::CONTENT_TYPE], expected, "{path}");
            assert_eq!(
                answer.headers()[header::X_CONTENT_TYPE_OPTIONS],
                "nosniff",
                "{path}"
            );
            assert_eq!(answer.headers()[header::CACHE_CONTROL], "no-cache", "{path}");
            assert_eq!(answer.headers()[header::REFERRER_POLICY], "no-referrer", "{path}");
            let policy = answer.headers()[header::CONTENT_SECURITY_POLICY]
                .to_str()
                .unwrap();
            assert!(policy.starts_with("default-src 'none';"), "{policy}");
            assert!(
                !policy.contains("unsafe-inline") && !policy.contains("  "),
                "{policy}"
            );
        }
    }

    #[tokio::test]
    async fn a_page_whose_calls_are_passed_on_is_told_to_whom() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(
            folder.path().join("index.html"),
            "<head><title>Page</title></head>",
        )
        .unwrap();
        for path in ["/", "/index.html"] {
            let files = page_files(folder.path(), Some("https://one.digicert.com")).unwrap();
            let answer = answer(files, path).await;
            assert_eq!(answer.headers()[header::CACHE_CONTROL], "no-cache", "{path}");
            let body = answer.into_body().collect().await.unwrap().to_bytes();
            let html = String::from_utf8_lossy(&body);
            assert!(
                html.contains(r#"<meta name="account-manager" content="https://one.digicert.com" />"#),
                "{html}"
            );
            assert!(html.contains("<title>Page</title>"), "{html}");
        }
    }

    #[tokio::test]
    async fn nothing_outside_the_folder_can_be_reached() {
        let outer = tempfile::tempdir().unwrap();
        const OUTSIDE: &str = "not for the page";
        fs::write(outer.path().join("secret"), OUTSIDE).unwrap();
        let inner = outer.path().join("page");
        fs::create_dir(&inner).unwrap();
        fs::write(inner.join("index.html"), "").unwrap();
        for path in ["/../secret", "/%2e%2e/secret", "/..%2fsecret", "/%2e%2e%2fsecret"] {
            let answer = get(&inner, path).await;
            assert_ne!(answer.status(), StatusCode::OK, "{path}");
            let body = answer.into_body().collect().await.unwrap().to_bytes();
            assert!(!String::from_utf8_lossy(&body).contains(OUTSIDE), "{path}");
        }
    }

    #[tokio::test]
    async fn a_missing_file_is_refused_by_name() {
        let answer = get(folder_with_a_page().path(), "/missing.js").await;
        assert_eq!(answer.status(), StatusCode::NOT_FOUND);
        let body = answer.into_body().collect().await.unwrap().to_bytes();
        assert!(String::from_utf8_lossy(&body).contains("/missing.js"));
    }

    #[test]
    fn a_folder_without_an_index_is_refused_with_a_sentence() {
        let folder = tempfile::tempdir().unwrap();
        let fault = page_files(folder.path(), None).unwrap_err().to_string();
        assert!(
            fault.contains("index.html") && fault.contains(&folder.path().display().to_string()),
            "{fault}"
        );
    }
}
