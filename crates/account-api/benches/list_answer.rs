//! How long reading a long list takes: `cargo bench -p account-api`.

use std::future::Future;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use account_api::{
    Client, Credential, DOCUMENTED_HOSTS, Error, Host, Request, Response, SignedIn, Transport,
    TransportFuture,
};
use criterion::{BatchSize, Criterion, Throughput};

/// How many users the list has.
const USERS: usize = 20_000;

/// As many bytes as the page gets at a time in a browser.
const PIECE: usize = 256 << 10;

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    if let Some(host) = DOCUMENTED_HOSTS.first() {
        bench_reading(&mut criterion, host.name);
    }
    criterion.final_summary();
}

fn bench_reading(criterion: &mut Criterion, host: &str) {
    let list: Rc<str> = list().into();
    let mut group = criterion.benchmark_group(format!("a list of {USERS} users"));
    group.throughput(Throughput::Bytes(list.len() as u64));
    group.sample_size(20);
    for (name, length) in [
        ("whole", usize::MAX),
        ("in pieces", PIECE),
        ("in pieces that end anywhere", 1021),
    ] {
        // An answer that is refused halfway would be read in no time.
        assert_eq!(
            signed_in(host, &list, length).and_then(count),
            Some(USERS),
            "{name}"
        );
        group.bench_function(name, |bencher| {
            bencher.iter_batched(
                || signed_in(host, &list, length),
                |signed_in| signed_in.and_then(count),
                BatchSize::LargeInput,
            );
        });
    }
    group.finish();
}

/// Somebody signed in to a host that answers with the list, in pieces of this length.
fn signed_in(host: &str, list: &Rc<str>, piece_length: usize) -> Option<SignedIn> {
    let transport = Rc::new(Prepared {
        list: Rc::clone(list),
        piece_length,
    });
    let client = Client::new(transport, Host::parse(host).ok()?);
    at_once(client.sign_in(Credential::Session)).ok()
}

/// Reads the list, and answers how many users are in it.
fn count(signed_in: SignedIn) -> Option<usize> {
    at_once(signed_in.service_users()).ok().map(|users| users.len())
}

/// Answers with what was prepared.
struct Prepared {
    list: Rc<str>,
    piece_length: usize,
}

impl Transport for Prepared {
    fn send<'a>(&'a self, request: Request<'a>) -> TransportFuture<'a> {
        let body: &str = match request.url.contains("user_type=service") {
            true => &self.list,
            false => r#"{"id":"1","email":"admin@example.com"}"#,
        };
        let mut left = body.as_bytes();
        if let Some(take) = request.pieces {
            for piece in std::mem::take(&mut left).chunks(self.piece_length) {
                if take(piece).is_break() {
                    break;
                }
            }
        }
        let response = Response {
            status: 200,
            retry_after: None,
            date: None,
            content_type: Some("application/json".to_owned()),
            body: left.to_vec().into(),
        };
        Box::pin(async move { Ok(response) })
    }
}

/// The output of a future that never has to wait; an error of nobody's where it waits all the same, which the reading itself would not do.
fn at_once<T>(future: impl Future<Output = Result<T, Error>>) -> Result<T, ()> {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(output) => output.map_err(drop),
        Poll::Pending => Err(()),
    }
}

/// The list as the contract writes it.
fn list() -> String {
    let user = |number: usize| {
        format!(
            r#"{{"id":"783a6a45-0001-4635-bb4b-{number:012x}","email":"person.{}@example.com","status":"ACTIVE","access_scope":"account","primary_account_id":"130deba5-3ebb-43b2-8183-1a9940d460f5","created_at":"2025-06-23T08:55:19Z","created_by":"783a6a45-0004-4635-bb4b-000000000001","user_type":"service","friendly_name":"Web shop CI signer {number}","description":"Signs release builds. Ticket {}.","locale":"en_US","applications":[{{"id":"783a6a45-0005-4635-bb4b-000000000003","name":"Software Trust","permissions":["SIGN_HASH","VIEW_KEYPAIR"]}}],"end_date":"2027-{:02}-12","account_ids":["130deba5-3ebb-43b2-8183-1a9940d460f5"],"role_ids":["783a6a45-0003-4635-bb4b-000000000002"]}}"#,
            number % 500,
            number * 7,
            number % 12 + 1,
        )
    };
    format!("[{}]", (0..USERS).map(user).collect::<Vec<_>>().join(","))
}
