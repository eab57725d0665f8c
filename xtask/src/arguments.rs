//! What was asked for on the command line.

use std::ffi::OsString;
use std::path::PathBuf;

use crate::complaint::Complaint;
use crate::test::Step;

/// The port that `serve` uses when none is given.
pub(crate) const DEFAULT_PORT: u16 = 8640;

/// What `cargo xtask help` prints.
pub(crate) const HELP: &str = "\
cargo xtask serve    set everything up, build the page and serve it with a sandbox on 127.0.0.1
    --port N                 the port of the page, 8640 unless told
    --db FILE                keep the sandbox's data in FILE; in memory unless told
    --users N                how many service users the sandbox starts with
    --upstream https://HOST  no sandbox: /account goes to this host of a real tenant
    --open                   open the default browser
    --dev                    rebuild and reload the page whenever a file changes

cargo xtask package          make the page and pack it into dist: chrome.zip (Edge takes it too), firefox.zip,
                             page.zip, service-user-rules.tgz and sources.zip, the same bytes on every machine

cargo xtask test [FILTER]    run every check there is and count what passed and failed
    FILTER                   run only the tests whose name contains FILTER
    --only STEP              run only this step (may be given again):
                             rustfmt, clippy, native, fuzz, wasm, package, rules-module,
                             end-to-end, schemathesis

cargo xtask bench            measure the page beside one that is written by hand, in Chromium, and write docs/benchmarks.md
    --rounds N               how often, 15 unless told; with fewer the report goes to target/bench instead
    --users N                how many service users the long list has, 100000 unless told
    --only MEASUREMENT       only this and the bytes: bytes, name-field, crowd, curve";

/// What `cargo xtask bench --only` takes. The program that measures has the same names.
const MEASUREMENTS: [&str; 4] = ["bytes", "name-field", "crowd", "curve"];

/// One of the commands, with its options.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Task {
    /// Print [`HELP`].
    Help,
    /// `cargo xtask serve`.
    Serve(ServeOptions),
    /// `cargo xtask package`.
    Package,
    /// `cargo xtask test`.
    Test(TestOptions),
    /// `cargo xtask bench`.
    Bench(BenchOptions),
    /// What `serve --open` leaves behind to open the browser: wait until this port of 127.0.0.1 answers, then open it.
    OpenOnceListening(u16),
}

/// The options of `cargo xtask serve`.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct ServeOptions {
    /// The port of the page on 127.0.0.1.
    pub(crate) port: u16,
    /// Who answers below `/account`.
    pub(crate) backend: Backend,
    /// Whether to open the default browser.
    pub(crate) open: bool,
    /// Whether trunk's reloading server serves the page.
    pub(crate) dev: bool,
}

/// Who answers below `/account`.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Backend {
    /// The sandbox of this workspace.
    Sandbox {
        /// The file of the database; in memory without one.
        database: Option<PathBuf>,
        /// How many service users it starts with; the sandbox's own default without a number.
        users: Option<usize>,
    },
    /// A real tenant behind the local proxy: its address, scheme included.
    Upstream(String),
}

/// The options of `cargo xtask test`.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct TestOptions {
    /// Only tests whose name contains this; steps without named tests are left out.
    pub(crate) filter: Option<String>,
    /// Only these steps; all of them when empty.
    pub(crate) only: Vec<Step>,
}

/// The options of `cargo xtask bench`.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct BenchOptions {
    /// How often everything is measured.
    pub(crate) rounds: Option<usize>,
    /// How many service users the long list has.
    pub(crate) users: Option<usize>,
    /// Only this measurement.
    pub(crate) only: Option<String>,
}

impl Task {
    /// Reads the arguments after the program's name.
    pub(crate) fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Self, Complaint> {
        let mut arguments = Arguments {
            rest: arguments.into_iter().collect::<Vec<_>>().into_iter(),
        };
        let Some(command) = arguments.rest.next() else {
            return Ok(Self::Help);
        };
        match command.to_string_lossy().as_ref() {
            "serve" => parse_serve(arguments).map(Self::Serve),
            "package" => match arguments.next() {
                None => Ok(Self::Package),
                Some(argument) => Err(unknown("package", &argument)),
            },
            "test" => parse_test(arguments).map(Self::Test),
            "bench" => parse_bench(arguments).map(Self::Bench),
            "open-once-listening" => arguments
                .number("open-once-listening")
                .map(Self::OpenOnceListening),
            "help" | "--help" | "-h" => Ok(Self::Help),
            other => Err(Complaint::new(format!(
                "There is no command `{other}`; `cargo xtask help` lists `serve`, `package`, `test` and `bench`."
            ))),
        }
    }
}

fn parse_serve(mut arguments: Arguments) -> Result<ServeOptions, Complaint> {
    let mut port = DEFAULT_PORT;
    let mut database = None;
    let mut users = None;
    let mut upstream = None;
    let mut open = false;
    let mut dev = false;
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--port" => port = arguments.number("--port")?,
            "--db" => database = Some(PathBuf::from(arguments.value("--db")?)),
            "--users" => users = Some(arguments.number("--users")?),
            "--upstream" => upstream = Some(parse_upstream(&arguments.text("--upstream")?)?),
            "--open" => open = true,
            "--dev" => dev = true,
            other => return Err(unknown("serve", other)),
        }
    }
    let backend = match upstream {
        None => Backend::Sandbox { database, users },
        Some(upstream) if database.is_none() && users.is_none() => Backend::Upstream(upstream),
        Some(_) => {
            return Err(Complaint::new(
                "`--upstream` starts no sandbox, so `--db` and `--users` have no meaning beside it; leave them out.",
            ));
        }
    };
    Ok(ServeOptions {
        port,
        backend,
        open,
        dev,
    })
}

/// Without TLS a key would cross the network in the clear, so plain http is for this computer alone.
fn parse_upstream(address: &str) -> Result<String, Complaint> {
    let host = match (address.strip_prefix("https://"), address.strip_prefix("http://")) {
        (Some(host), _) => host,
        (None, Some(host)) if is_loopback(host) => host,
        (None, _) => {
            return Err(Complaint::new(format!(
                "`--upstream` wants an address that begins with https://, for example `--upstream https://{}`.",
                address
                    .rsplit("://")
                    .next()
                    .filter(|host| !host.is_empty())
                    .unwrap_or("one.digicert.com"),
            )));
        }
    };
    match host.trim_end_matches('/') {
        "" => Err(Complaint::new(
            "`--upstream` wants a host, for example `--upstream https://one.digicert.com`.",
        )),
        host if host.contains(['/', '?', '#', '@']) => Err(Complaint::new(format!(
            "`--upstream` wants a scheme and a host and nothing else, not `{address}`."
        ))),
        _ => Ok(address.trim_end_matches('/').to_owned()),
    }
}

fn is_loopback(host: &str) -> bool {
    let name = host.split('/').next().unwrap_or_default();
    let name = name.rsplit_once(':').map_or(name, |(name, _port)| name);
    matches!(name, "127.0.0.1" | "localhost" | "[::1]")
}

fn parse_test(mut arguments: Arguments) -> Result<TestOptions, Complaint> {
    let mut options = TestOptions::default();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--only" => options.only.push(Step::from_name(&arguments.text("--only")?)?),
            other if other.starts_with('-') => return Err(unknown("test", other)),
            filter => match options.filter.replace(filter.to_owned()) {
                None => {}
                Some(earlier) => {
                    return Err(Complaint::new(format!(
                        "One filter is enough, and there are two: `{earlier}` and `{filter}`."
                    )));
                }
            },
        }
    }
    Ok(options)
}

fn parse_bench(mut arguments: Arguments) -> Result<BenchOptions, Complaint> {
    let mut options = BenchOptions::default();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--rounds" => options.rounds = Some(arguments.number("--rounds")?),
            "--users" => options.users = Some(arguments.number("--users")?),
            "--only" => options.only = Some(parse_measurement(arguments.text("--only")?)?),
            other => return Err(unknown("bench", other)),
        }
    }
    Ok(options)
}

/// Refused here and not by the program that measures, which would be minutes later.
fn parse_measurement(name: String) -> Result<String, Complaint> {
    match MEASUREMENTS.contains(&name.as_str()) {
        true => Ok(name),
        false => Err(Complaint::new(format!(
            "There is no measurement `{name}`; there are {}.",
            MEASUREMENTS.join(", ")
        ))),
    }
}

fn unknown(command: &str, argument: &str) -> Complaint {
    Complaint::new(format!(
        "`cargo xtask {command}` knows no `{argument}`; `cargo xtask help` lists what it knows."
    ))
}

/// The arguments that are still to be read. `--name=value` counts as `--name value`.
struct Arguments {
    rest: std::vec::IntoIter<OsString>,
}

impl Arguments {
    /// The next argument. One that is not UTF-8 can be no option of ours and is reported as unknown, with replacements.
    fn next(&mut self) -> Option<String> {
        let argument = self.rest.next()?.to_string_lossy().into_owned();
        match argument.split_once('=') {
            Some((name, value)) if name.starts_with("--") => {
                let rest = std::iter::once(OsString::from(value))
                    .chain(self.rest.by_ref())
                    .collect::<Vec<_>>();
                self.rest = rest.into_iter();
                Some(name.to_owned())
            }
            _ => Some(argument),
        }
    }

    fn value(&mut self, option: &str) -> Result<OsString, Complaint> {
        match self.rest.next() {
            Some(value) if !value.is_empty() => Ok(value),
            _ => Err(Complaint::new(format!("`{option}` wants a value after it."))),
        }
    }

    fn text(&mut self, option: &str) -> Result<String, Complaint> {
        Ok(self.value(option)?.to_string_lossy().into_owned())
    }

    fn number<Number: std::str::FromStr + Bounds>(&mut self, option: &str) -> Result<Number, Complaint> {
        let text = self.text(option)?;
        text.parse()
            .map_err(|_| Complaint::new(format!("`{option}` wants {}, not `{text}`.", Number::DESCRIPTION)))
    }
}

/// How a message names the numbers that an option takes.
trait Bounds {
    const DESCRIPTION: &str;
}

impl Bounds for u16 {
    const DESCRIPTION: &str = "a number from 0 to 65535 (0 takes any free one)";
}

impl Bounds for usize {
    const DESCRIPTION: &str = "a whole number";
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(arguments: &[&str]) -> Result<Task, Complaint> {
        Task::parse(arguments.iter().map(OsString::from))
    }

    fn serve(arguments: &[&str]) -> ServeOptions {
        match parse(arguments).unwrap() {
            Task::Serve(options) => options,
            other => panic!("{other:?}"),
        }
    }

    fn complaint(arguments: &[&str]) -> String {
        parse(arguments).unwrap_err().to_string()
    }

    #[test]
    fn nothing_at_all_asks_for_help() {
        assert_eq!(parse(&[]).unwrap(), Task::Help);
    }

    #[test]
    fn serve_has_defaults() {
        let expected = ServeOptions {
            port: DEFAULT_PORT,
            backend: Backend::Sandbox {
                database: None,
                users: None,
            },
            open: false,
            dev: false,
        };
        assert_eq!(serve(&["serve"]), expected);
    }

    #[test]
    fn serve_reads_every_option_in_both_spellings() {
        let expected = ServeOptions {
            port: 9000,
            backend: Backend::Sandbox {
                database: Some("a=b.db".into()),
                users: Some(100_000),
            },
            open: true,
            dev: true,
        };
        assert_eq!(
            serve(&[
                "serve",
                "--port",
                "9000",
                "--db=a=b.db",
                "--users=100000",
                "--open",
                "--dev"
            ]),
            expected
        );
    }

    #[test]
    fn an_upstream_is_kept_without_its_last_slash() {
        let backend = serve(&["serve", "--upstream", "https://demo.one.digicert.com/"]).backend;
        assert_eq!(
            backend,
            Backend::Upstream("https://demo.one.digicert.com".to_owned())
        );
    }

    #[test]
    fn an_upstream_without_tls_is_refused_with_the_spelling_that_works() {
        for address in [
            "one.digicert.com",
            "http://one.digicert.com",
            "http://127.0.0.1.example.com",
        ] {
            assert!(
                complaint(&["serve", "--upstream", address]).contains("--upstream https://"),
                "{address}"
            );
        }
    }

    #[test]
    fn an_upstream_on_this_computer_may_be_plain() {
        let backend = serve(&["serve", "--upstream", "http://127.0.0.1:9000"]).backend;
        assert_eq!(backend, Backend::Upstream("http://127.0.0.1:9000".to_owned()));
    }

    #[test]
    fn an_upstream_with_a_path_or_without_a_host_is_refused() {
        assert!(
            complaint(&["serve", "--upstream", "https://one.digicert.com/account"]).contains("nothing else")
        );
        assert!(complaint(&["serve", "--upstream", "https://"]).contains("wants a host"));
    }

    #[test]
    fn an_upstream_excludes_the_sandbox_options() {
        let sentence = complaint(&["serve", "--upstream", "https://one.digicert.com", "--users", "3"]);
        assert!(sentence.contains("--users"), "{sentence}");
    }

    #[test]
    fn a_port_beyond_the_range_names_the_range() {
        let sentence = complaint(&["serve", "--port", "65536"]);
        assert!(
            sentence.contains("65535") && sentence.contains("65536"),
            "{sentence}"
        );
    }

    #[test]
    fn a_missing_value_names_its_option() {
        assert_eq!(complaint(&["serve", "--db"]), "`--db` wants a value after it.");
        assert_eq!(complaint(&["serve", "--db="]), "`--db` wants a value after it.");
    }

    #[test]
    fn unknown_words_are_named() {
        assert!(complaint(&["sevre"]).contains("`sevre`"));
        assert!(complaint(&["serve", "--prot"]).contains("`--prot`"));
        assert!(complaint(&["test", "--onyl", "wasm"]).contains("`--onyl`"));
        assert!(complaint(&["package", "firefox"]).contains("`firefox`"));
    }

    #[test]
    fn package_takes_nothing() {
        assert_eq!(parse(&["package"]).unwrap(), Task::Package);
    }

    #[test]
    fn bench_reads_its_options_and_refuses_what_it_cannot_measure() {
        let expected = BenchOptions {
            rounds: Some(3),
            users: Some(20_000),
            only: Some("name-field".to_owned()),
        };
        let arguments = ["bench", "--rounds=3", "--users", "20000", "--only", "name-field"];
        assert_eq!(parse(&arguments).unwrap(), Task::Bench(expected));
        assert_eq!(parse(&["bench"]).unwrap(), Task::Bench(BenchOptions::default()));
        assert!(complaint(&["bench", "--only", "speed"]).contains("crowd"));
        assert!(complaint(&["bench", "--round", "3"]).contains("`--round`"));
    }

    #[test]
    fn the_help_names_every_measurement() {
        for measurement in MEASUREMENTS {
            assert!(HELP.contains(measurement), "{measurement}");
        }
    }

    #[test]
    fn test_takes_one_filter_and_several_steps() {
        let expected = TestOptions {
            filter: Some("name".to_owned()),
            only: vec![Step::Native, Step::EndToEnd],
        };
        let arguments = ["test", "--only", "native", "name", "--only=end-to-end"];
        assert_eq!(parse(&arguments).unwrap(), Task::Test(expected));
        assert!(complaint(&["test", "one", "two"]).contains("two"));
    }

    #[test]
    fn an_unknown_step_lists_the_steps() {
        let sentence = complaint(&["test", "--only", "e2e"]);
        assert!(
            sentence.contains("`e2e`") && sentence.contains("end-to-end"),
            "{sentence}"
        );
    }
}
