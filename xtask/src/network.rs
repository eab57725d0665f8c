//! Whether a command failed because there was no network.

/// What cargo, rustup, npm, pip and apt print when a host cannot be reached, in small letters.
const SIGNS: &[&str] = &[
    "could not resolve host",
    "couldn't resolve host",
    "could not resolve proxy",
    "couldn't resolve proxy",
    "could not connect to server",
    "couldn't connect to server",
    "failed to connect to",
    "could not connect to",
    "connection refused",
    "network failure",
    "network is unreachable",
    "spurious network error",
    "error sending request",
    "dns error",
    "name or service not known",
    "temporary failure in name resolution",
    "temporary failure resolving",
    "enotfound",
    "econnrefused",
    "eai_again",
    "etimedout",
    "timed out",
    "could not download file",
    "because --offline was specified",
    "can't be made without the network",
    "attempting to make an http request, but --offline was specified",
    "offline mode",
];

/// Reads the output of a command that failed.
pub(crate) fn was_unreachable(output: &str) -> bool {
    let output = output.to_lowercase();
    SIGNS.iter().any(|sign| output.contains(sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_the_package_managers_are_known() {
        for output in [
            "warning: spurious network error (3 tries remaining): [6] Couldn't resolve host name",
            "error: could not download file from 'https://…'",
            "npm error code ENOTFOUND",
            "Temporary failure resolving 'deb.example'",
        ] {
            assert!(was_unreachable(output), "{output}");
        }
    }

    #[test]
    fn a_compiler_error_is_not_taken_for_a_broken_network() {
        assert!(!was_unreachable(
            "error[E0308]: mismatched types\nerror: could not compile `trunk`"
        ));
    }
}
