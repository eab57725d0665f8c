//! TLS to the upstream: trusted roots, and nothing else.

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair};
use tenant_proxy::{Options, Upstream};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::runtime::Runtime;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};

use crate::support::{Answer, TestProxy, runtime, send};

/// A TLS server for `name` whose certificate is of an authority that nobody knows.
struct TlsUpstream {
    address: SocketAddr,
    /// The authority's certificate, as PEM.
    authority: String,
    /// How many requests got through.
    requests: Arc<AtomicUsize>,
}

impl TlsUpstream {
    fn start(runtime: &Runtime, name: &str) -> Self {
        let authority_key = KeyPair::generate().unwrap();
        let mut authority = CertificateParams::new(Vec::new()).unwrap();
        authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let authority_certificate = authority.self_signed(&authority_key).unwrap();
        let key = KeyPair::generate().unwrap();
        let certificate = CertificateParams::new(vec![name.to_owned()])
            .unwrap()
            .signed_by(&key, &Issuer::new(authority, authority_key))
            .unwrap();

        let provider = Arc::new(tokio_rustls::rustls::crypto::ring::default_provider());
        let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key.serialize_der()));
        let config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![certificate.der().clone()], key)
            .unwrap();
        let requests = Arc::new(AtomicUsize::new(0));
        let address = runtime.block_on(serve(TlsAcceptor::from(Arc::new(config)), Arc::clone(&requests)));
        Self {
            address,
            authority: authority_certificate.pem(),
            requests,
        }
    }

    fn origin(&self) -> String {
        format!("https://localhost:{}", self.address.port())
    }
}

/// Answers every request with "ok", whatever it asks for.
async fn serve(acceptor: TlsAcceptor, requests: Arc<AtomicUsize>) -> SocketAddr {
    let listener = local_origin::bind("127.0.0.1:0".parse().unwrap()).await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((connection, _)) = listener.accept().await {
            let Ok(mut connection) = acceptor.accept(connection).await else {
                continue;
            };
            let mut request = [0; 4096];
            if connection.read(&mut request).await.is_ok_and(|length| length > 0) {
                requests.fetch_add(1, Ordering::Relaxed);
                let answer = b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: close\r\n\r\nok";
                connection.write_all(answer).await.unwrap();
            }
        }
    });
    address
}

#[test]
fn a_certificate_of_an_unknown_authority_is_refused_before_anything_is_sent() {
    let runtime = runtime();
    let upstream = TlsUpstream::start(&runtime, "localhost");
    let options = Options::new(Upstream::parse(&upstream.origin()).unwrap());
    let proxy = TestProxy::start(runtime, options);
    let answer = proxy
        .get("/account/api/v1/user/me", &[("x-api-key", "secret")])
        .expect(502);
    answer.expect_refusal("upstream_certificate_not_trusted", "SSL_CERT_FILE");
    assert_eq!(upstream.requests.load(Ordering::Relaxed), 0);
}

#[test]
fn an_authority_named_in_ssl_cert_file_is_trusted() {
    let runtime = runtime();
    let upstream = TlsUpstream::start(&runtime, "localhost");
    let answer = ask_through_program(&upstream);
    assert_eq!((answer.status, answer.text.as_str()), (200, "ok"));
    assert_eq!(upstream.requests.load(Ordering::Relaxed), 1);
}

#[test]
fn a_trusted_certificate_for_another_name_is_refused() {
    let runtime = runtime();
    let upstream = TlsUpstream::start(&runtime, "one.example");
    let answer = ask_through_program(&upstream).expect(502);
    answer.expect_refusal("upstream_certificate_not_trusted", "localhost");
    assert_eq!(upstream.requests.load(Ordering::Relaxed), 0);
}

/// Ends the program with the test.
struct Ended(Child);

impl Drop for Ended {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Asks through the program, to which the authority is named: the environment of a process is its own.
fn ask_through_program(upstream: &TlsUpstream) -> Answer {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("authority.pem");
    std::fs::write(&file, &upstream.authority).unwrap();
    let mut program = Ended(
        program(&file)
            .args(["--upstream", &upstream.origin()])
            .spawn()
            .unwrap(),
    );
    let mut lines = BufReader::new(program.0.stdout.take().unwrap()).lines();
    let own = lines.find_map(|line| {
        let line = line.unwrap();
        let address = line
            .split_whitespace()
            .find(|word| word.starts_with("http://127.0.0.1:"))?;
        address.strip_suffix("/account/api/v1,").map(str::to_owned)
    });
    send(
        &own.unwrap(),
        "GET",
        "/account/api/v1/user/me",
        &[("x-api-key", "secret")],
        None,
    )
}

fn program(authority: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tenant-proxy"));
    command
        .env("SSL_CERT_FILE", authority)
        .env_remove("SSL_CERT_DIR")
        .stdout(Stdio::piped());
    command
}
