//! One origin on loopback: names, headers, and the page's files beside the API.

use std::fs;
use std::net::{Ipv4Addr, SocketAddr};

use sandbox::{Options, StartFault};

use crate::support::TestSandbox;

fn fault(options: Options) -> StartFault {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(sandbox::start(options)).unwrap_err()
}

#[test]
fn a_request_under_another_name_is_refused_in_the_one_shape() {
    let sandbox = TestSandbox::start_with(Options {
        allowed_hosts: vec!["one.digicert.com".to_owned()],
        ..Options::default()
    });
    let key = &sandbox.running.administrator_api_key;
    let under = |host: &str| {
        sandbox
            .client([("host", host.to_owned()), ("x-api-key", key.clone())])
            .get("/user/me")
    };
    assert_eq!(under("evil.example").expect(421).refusal().0, "host_not_served");
    under("localhost").expect(200);
    under("one.digicert.com").expect(200);
    under("demo.one.digicert.com").expect(421);
}

#[test]
fn every_answer_says_what_it_comes_from() {
    let sandbox = TestSandbox::start();
    for path in [
        "/",
        "/user/me",
        "/account/sign-in",
        "/account/none",
        "/user/none/at/all",
    ] {
        let answer = sandbox.nobody().get(path);
        assert_eq!(
            answer.header("x-sandbox"),
            "service-user-helper development server",
            "{path}"
        );
        assert_eq!(answer.headers.get("access-control-allow-origin"), None, "{path}");
    }
    let answer = sandbox.administrator().get("/user/me");
    assert_eq!(answer.header("cache-control"), "no-store");
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
}

#[test]
fn the_page_is_served_beside_the_api_and_never_in_its_place() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(
        folder.path().join("index.html"),
        "<!doctype html><title>Page</title>",
    )
    .unwrap();
    let sandbox = TestSandbox::start_with(Options {
        page: Some(folder.path().to_owned()),
        ..Options::default()
    });
    let page = sandbox.nobody().get("/").expect(200);
    assert!(page.text.contains("<title>Page</title>"));
    assert!(
        page.header("content-security-policy")
            .contains("script-src 'self' 'wasm-unsafe-eval'")
    );
    sandbox.nobody().get("/user/me").expect(401);
    for path in ["/account/none", "/account/", "/account/api/v1/users"] {
        assert_eq!(
            sandbox.nobody().get(path).expect(404).refusal().0,
            "resource_not_found",
            "{path}"
        );
    }
}

#[test]
fn an_address_that_others_could_reach_is_refused() {
    let address: SocketAddr = (Ipv4Addr::UNSPECIFIED, 0).into();
    let fault = fault(Options {
        address,
        ..Options::default()
    })
    .to_string();
    assert!(fault.contains("0.0.0.0 is not a loopback address"), "{fault}");
}

#[test]
fn a_busy_port_leaves_no_new_database_behind() {
    let sandbox = TestSandbox::start();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("sandbox.db");
    let options = Options {
        address: sandbox.running.address,
        database: sandbox::Database::File(file.clone()),
        ..Options::default()
    };
    let fault = fault(options).to_string();
    assert!(fault.contains("is in use by another program"), "{fault}");
    assert!(!file.exists());
}

#[test]
fn a_stopped_sandbox_gives_its_port_back() {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let first = sandbox::start(Options::default()).await.unwrap();
        let address = first.address;
        first.stop().await;
        let second = sandbox::start(Options {
            address,
            ..Options::default()
        })
        .await
        .unwrap();
        assert_eq!(second.address, address);
    });
}
