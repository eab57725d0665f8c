//! The program's arguments.

use std::ffi::OsString;
use std::net::Ipv4Addr;

use sandbox::{Database, Options};

/// What the program can be asked for.
pub(crate) const HELP: &str = "\
Usage: sandbox [--port N] [--db FILE] [--users N] [--page DIR]

  --port N     the port on 127.0.0.1 (default 0: any free one)
  --db FILE    keep the data in this file (default: in memory)
  --users N    make up N service users in a new database (default 25)
  --page DIR   serve this folder at /";

/// How many service users there are where nobody asks for a number.
const DEFAULT_USERS: usize = 25;

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
    let mut options = Options {
        users: DEFAULT_USERS,
        ..Options::default()
    };
    let mut arguments = arguments.into_iter();
    while let Some(argument) = arguments.next() {
        let name = argument.to_string_lossy().into_owned();
        let mut value = || {
            arguments
                .next()
                .ok_or_else(|| format!("{name} wants a value after it."))
        };
        match name.as_str() {
            "--port" => options.address = (Ipv4Addr::LOCALHOST, number(&name, &value()?)?).into(),
            "--db" => options.database = Database::File(value()?.into()),
            "--users" => options.users = number(&name, &value()?)?,
            "--page" => options.page = Some(value()?.into()),
            "--help" | "-h" => return Ok(Arguments::Help),
            _ => return Err(format!("{name} is not an option of the sandbox.")),
        }
    }
    Ok(Arguments::Start(options))
}

fn number<N: std::str::FromStr>(name: &str, value: &OsString) -> Result<N, String> {
    let text = value.to_string_lossy();
    text.parse()
        .map_err(|_| format!("{name} wants a number in range, not {text:?}."))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse_texts(texts: &[&str]) -> Result<Arguments, String> {
        parse(texts.iter().map(OsString::from))
    }

    #[test]
    fn every_option_is_read() {
        let asked = ["--port", "8080", "--db", "a.db", "--users", "7", "--page", "dist"];
        let Ok(Arguments::Start(options)) = parse_texts(&asked) else {
            panic!("these are options")
        };
        assert_eq!(options.address.to_string(), "127.0.0.1:8080");
        assert_eq!(options.database, Database::File("a.db".into()));
        assert_eq!(options.users, 7);
        assert_eq!(options.page, Some("dist".into()));
    }

    #[test]
    fn a_wrong_argument_is_named() {
        for (texts, named) in [
            (&["--prot", "1"][..], "--prot"),
            (&["--port"], "--port"),
            (&["--port", "65536"], "65536"),
            (&["--users", "-1"], "-1"),
        ] {
            let message = parse_texts(texts).unwrap_err();
            assert!(message.contains(named), "{message}");
        }
    }
}
