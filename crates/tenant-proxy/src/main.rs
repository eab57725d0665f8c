//! The proxy as a program of its own.

mod arguments;

use std::process::ExitCode;

use arguments::{Arguments, HELP};

#[tokio::main]
async fn main() -> ExitCode {
    let options = match arguments::parse(std::env::args_os().skip(1)) {
        Ok(Arguments::Start(options)) => options,
        Ok(Arguments::Help) => {
            println!("{HELP}");
            return ExitCode::SUCCESS;
        }
        Err(message) => {
            eprintln!("{message}\n\n{HELP}");
            return ExitCode::from(2);
        }
    };
    let upstream = options.upstream.origin();
    let has_page = options.page.is_some();
    let running = match tenant_proxy::start(options).await {
        Ok(running) => running,
        Err(fault) => {
            eprintln!("{fault}");
            return ExitCode::FAILURE;
        }
    };
    let url = running.url();
    println!("A local way to a real tenant: what is done here is done there.\n");
    if has_page {
        println!("  Page:       {url}/");
    }
    println!("  API:        {url}/account/api/v1, which is {upstream}/account/api/v1");
    println!("\nStop it with Ctrl+C.");
    match tokio::signal::ctrl_c().await {
        Ok(()) => {
            running.stop().await;
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("Cannot wait for Ctrl+C: {error}.");
            ExitCode::FAILURE
        }
    }
}
