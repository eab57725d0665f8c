//! What is not passed on.

use std::fs;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::Router;
use axum::routing::any;
use tenant_proxy::{Options, StartFault, Upstream};

use crate::support::{TestProxy, runtime};

fn counting() -> (Arc<AtomicUsize>, Router) {
    let count = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&count);
    let answer = move || async move {
        counter.fetch_add(1, Ordering::Relaxed);
    };
    (count, Router::new().fallback(any(answer)))
}

#[test]
fn a_page_of_another_origin_reaches_nothing() {
    let (count, router) = counting();
    let proxy = TestProxy::before(router);
    for origin in [
        "https://evil.example",
        "null",
        "http://127.0.0.1:1",
        "http://localhost",
    ] {
        let answer = proxy
            .send("POST", "/account/api/v1/user", &[("origin", origin)], Some("{}"))
            .expect(403);
        answer.expect_refusal("other_origin", "another origin");
    }
    for host in ["evil.example", "one.digicert.com"] {
        proxy
            .get("/account/api/v1/user", &[("host", host)])
            .expect(421)
            .expect_refusal("host_not_served", host);
    }
    assert_eq!(count.load(Ordering::Relaxed), 0);
    proxy.get("/account/api/v1/user", &[]).expect(200);
    assert_eq!(count.load(Ordering::Relaxed), 1);
}

#[test]
fn only_what_is_under_account_is_passed_on_and_the_page_is_served_beside_it() {
    let (count, router) = counting();
    let upstream = TestProxy::before(router);
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("index.html"), "<head><title>Page</title>").unwrap();
    let options = Options {
        page: Some(folder.path().to_owned()),
        ..Options::new(Upstream::parse(&upstream.running.url()).unwrap())
    };
    let proxy = TestProxy::start(runtime(), options);
    let page = proxy.get("/", &[]).expect(200);
    assert!(page.text.contains("<title>Page</title>"), "{}", page.text);
    let told = format!(
        r#"<meta name="account-manager" content="{}" />"#,
        upstream.running.url()
    );
    assert!(
        page.text.contains(&told),
        "the page does not learn its upstream: {}",
        page.text
    );
    assert!(
        page.header("content-security-policy")
            .contains("connect-src 'self'")
    );
    for path in ["/accounts", "/em/api", "/account/%2e%2e/em/api"] {
        proxy
            .get(path, &[])
            .expect(404)
            .expect_refusal("resource_not_found", "");
    }
    assert_eq!(count.load(Ordering::Relaxed), 0);
    proxy.get("/account/", &[]).expect(200);
}

#[test]
fn an_upstream_that_is_not_there_is_a_bad_gateway_with_a_sentence() {
    let runtime = runtime();
    // A port that was free a moment ago.
    let address = runtime.block_on(async {
        local_origin::bind("127.0.0.1:0".parse().unwrap())
            .await
            .unwrap()
            .local_addr()
            .unwrap()
    });
    let proxy = TestProxy::start(
        runtime,
        Options::new(Upstream::parse(&format!("http://{address}")).unwrap()),
    );
    let answer = proxy.get("/account/api/v1/user/me", &[]).expect(502);
    answer.expect_refusal("upstream_unreachable", "127.0.0.1 cannot be reached");
}

#[test]
fn an_upstream_that_hangs_up_is_told_apart_from_one_that_is_not_there() {
    let runtime = runtime();
    let address = runtime.block_on(async {
        let listener = local_origin::bind("127.0.0.1:0".parse().unwrap()).await.unwrap();
        let address = listener.local_addr().unwrap();
        tokio::spawn(async move {
            while let Ok((connection, _)) = listener.accept().await {
                drop(connection);
            }
        });
        address
    });
    let proxy = TestProxy::start(
        runtime,
        Options::new(Upstream::parse(&format!("http://{address}")).unwrap()),
    );
    let answer = proxy.get("/account/api/v1/user/me", &[]).expect(502);
    answer.expect_refusal("upstream_interrupted", "broke");
}

#[test]
fn it_listens_on_loopback_only() {
    let options = Options {
        address: "0.0.0.0:0".parse().unwrap(),
        ..Options::new(Upstream::parse("https://one.example").unwrap())
    };
    let fault = runtime().block_on(tenant_proxy::start(options)).unwrap_err();
    assert!(matches!(fault, StartFault::Bind(_)));
    assert!(fault.to_string().contains("not a loopback address"), "{fault}");
}
