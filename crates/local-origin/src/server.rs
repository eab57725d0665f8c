//! A server that runs until it is stopped or dropped.

use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tokio::time::timeout;

/// How long [`Server::stop`] waits for answers that are being sent.
const PATIENCE: Duration = Duration::from_secs(2);

/// A server at work. Dropping it stops it from taking requests; answers that are being sent are finished.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    /// Dropping the sender asks the server to stop just as sending does.
    stop: oneshot::Sender<()>,
    task: JoinHandle<io::Result<()>>,
}

impl Server {
    /// The address it listens on, with the port that was chosen where port 0 was asked for.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Takes no more requests, gives answers that are being sent two seconds to finish, then ends.
    pub async fn stop(self) {
        let Self { stop, task, .. } = self;
        drop(stop);
        let abort = task.abort_handle();
        if timeout(PATIENCE, task).await.is_err() {
            abort.abort();
        }
    }
}

/// Serves a router on a listener, in a task of the current tokio runtime.
///
/// # Errors
/// The listener cannot say its address.
pub fn serve(listener: TcpListener, router: Router) -> io::Result<Server> {
    let address = listener.local_addr()?;
    let (stop, stopped) = oneshot::channel::<()>();
    let server = axum::serve(listener, router).with_graceful_shutdown(async {
        // An error means that the sender was dropped, which is how this server is usually stopped.
        let _: Result<(), oneshot::error::RecvError> = stopped.await;
    });
    Ok(Server {
        address,
        stop,
        task: tokio::spawn(server.into_future()),
    })
}
