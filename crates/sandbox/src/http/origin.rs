//! Addresses that stay on this origin.

/// Where to go after signing in: a path on this origin, or `/` where the text is anything else.
///
/// A browser reads `//host`, `/\host` and `/<tab>/host` as another host's address, so only printable ASCII without
/// backslashes is taken, and no second slash.
pub(crate) fn path_on_this_origin(text: &str) -> &str {
    let plain = text.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    match text.strip_prefix('/') {
        Some(rest) if plain && !rest.starts_with('/') => text,
        Some(_) | None => "/",
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn paths_of_this_origin_are_kept() {
        for path in ["/", "/index.html", "/?a=b&c=%2F%2Fd", "/#/users", "/a//b"] {
            assert_eq!(path_on_this_origin(path), path);
        }
    }

    #[test]
    fn everything_that_leads_elsewhere_becomes_the_root() {
        let elsewhere = [
            "",
            "index.html",
            "//evil.example",
            "///evil.example",
            "/\\evil.example",
            "/\t/evil.example",
            "/\n/evil",
            "https://evil.example/",
            "javascript:alert(1)",
            "\\\\evil.example",
            " //evil.example",
            "/é",
        ];
        for text in elsewhere {
            assert_eq!(path_on_this_origin(text), "/", "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_kept_begins_with_exactly_one_slash_and_has_nothing_that_browsers_drop(text: String) {
            let path = path_on_this_origin(&text);
            prop_assert!(path.starts_with('/') && !path.starts_with("//"));
            prop_assert!(path.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\'));
        }
    }
}
