//! The program's arguments.

use std::ffi::OsString;
use std::net::Ipv4Addr;

use tenant_proxy::{Options, Upstream};

/// What the program can be asked for.
pub(crate) const HELP: &str = "\
Usage: tenant-proxy --upstream https://HOST [--port N] [--page DIR]

  --upstream https://HOST   the tenant's host
  --port N                  the port on 127.0.0.1 (default 0: any free one)
  --page DIR                serve this folder at /";

/// What the program was asked for.
#[derive(Debug)]
pub(crate) enum Arguments {
    /// To start.
    Start(Options),
    /// To say what it can be asked for.
    Help,
}

/// Reads the arguments. The error is a sentence for a person.
pub(crate) fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Arguments, String> {
    let (mut upstream, mut port, mut page) = (None, 0, None);
    let mut arguments = arguments.into_iter();
    while let Some(argument) = arguments.next() {
        let name = argument.to_string_lossy().into_owned();
        let mut value = || {
            arguments
                .next()
                .ok_or_else(|| format!("{name} wants a value after it."))
        };
        match name.as_str() {
            "--upstream" => {
                let text = value()?.to_string_lossy().into_owned();
                upstream = Some(Upstream::parse(&text).map_err(|fault| fault.to_string())?);
            }
            "--port" => {
                let text = value()?.to_string_lossy().into_owned();
                port = text
                    .parse()
                    .map_err(|_| format!("--port wants a number up to 65535, not {text:?}."))?;
            }
            "--page" => page = Some(value()?.into()),
            "--help" | "-h" => return Ok(Arguments::Help),
            _ => return Err(format!("{name} is not an option of the proxy.")),
        }
    }
    let upstream = upstream.ok_or("--upstream https://HOST is missing.")?;
    Ok(Arguments::Start(Options {
        address: (Ipv4Addr::LOCALHOST, port).into(),
        page,
        ..Options::new(upstream)
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse_texts(texts: &[&str]) -> Result<Arguments, String> {
        parse(texts.iter().map(OsString::from))
    }

    #[test]
    fn every_option_is_read() {
        let asked = [
            "--upstream",
            "https://one.example",
            "--port",
            "8080",
            "--page",
            "dist",
        ];
        let Ok(Arguments::Start(options)) = parse_texts(&asked) else {
            panic!("these are options")
        };
        assert_eq!(options.upstream.origin(), "https://one.example");
        assert_eq!(options.address.to_string(), "127.0.0.1:8080");
        assert_eq!(options.page, Some("dist".into()));
    }

    #[test]
    fn a_wrong_or_missing_argument_is_named() {
        for (texts, named) in [
            (&[][..], "--upstream"),
            (&["--upstream"], "--upstream"),
            (&["--upstream", "http://one.example"], "http://one.example"),
            (&["--upstream", "https://one.example", "--port", "99999"], "99999"),
            (&["--insecure"], "--insecure"),
        ] {
            let message = parse_texts(texts).unwrap_err();
            assert!(message.contains(named), "{message}");
        }
    }
}
