//! The extension's pages have the policy of the page.

use crate::files::Files;
use crate::html;
use crate::manifest::Manifest;
use crate::refusal::Refusal;

/// Where the extension's policy stands in the manifest.
const PLACE: [&str; 2] = ["content_security_policy", "extension_pages"];

/// What the extension has beyond the page: a page that says it about itself is not heard, so it stands in the manifest alone.
const ONLY_IN_THE_EXTENSION: &str = "frame-ancestors 'none'";

/// The extension's policy is that of the page's `<meta>` element, directive by directive, and `frame-ancestors 'none'` besides. Two
/// policies that drift apart would let something work in one place that the other refuses.
pub(crate) fn check(manifest: &Manifest, page: &Files) -> Vec<Refusal> {
    let Some(extension) = manifest.text_at(&PLACE) else {
        return vec![Refusal::new(
            "manifest.json has no policy for the extension's pages (`content_security_policy`, `extension_pages`).",
        )];
    };
    let html = String::from_utf8_lossy(page.get("index.html").unwrap_or_default());
    let Some(page) = policy_in(&html) else {
        return vec![Refusal::new(
            "index.html has no `<meta http-equiv=\"Content-Security-Policy\">` that the extension's policy could be compared with.",
        )];
    };
    let extension = directives(extension);
    let mut expected = directives(&page);
    expected.push(ONLY_IN_THE_EXTENSION.to_owned());
    let missing = expected
        .iter()
        .filter(|directive| !extension.contains(directive))
        .map(|directive| {
            Refusal::new(format!(
                "The extension's policy in manifest.json lacks `{directive}`; it is to be that of index.html with `{ONLY_IN_THE_EXTENSION}`."
            ))
        });
    let too_many = extension
        .iter()
        .filter(|directive| !expected.contains(directive))
        .map(|directive| {
            Refusal::new(format!(
                "The extension's policy in manifest.json has `{directive}`, which the page's in index.html has not."
            ))
        });
    let mut refusals: Vec<Refusal> = missing.chain(too_many).collect();
    // Of two directives with the same name a browser hears the first, so their order and number count as well.
    if refusals.is_empty() && extension != expected {
        refusals.push(Refusal::new(format!(
            "The extension's policy in manifest.json has the directives of index.html in another order or twice; write them as there, \
             with `{ONLY_IN_THE_EXTENSION}` at the end."
        )));
    }
    refusals
}

fn policy_in(html: &str) -> Option<String> {
    let tags = html::tags(html);
    let meta = tags.iter().find(|tag| {
        tag.name == "meta"
            && tag
                .attribute("http-equiv")
                .is_some_and(|name| name.eq_ignore_ascii_case("content-security-policy"))
    })?;
    meta.attribute("content").map(str::to_owned)
}

/// The directives with single spaces.
fn directives(policy: &str) -> Vec<String> {
    policy
        .split(';')
        .map(|directive| directive.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|directive| !directive.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'";

    fn refusals(extension: &str) -> Vec<String> {
        let html = format!(
            "<!-- <meta http-equiv=\"Content-Security-Policy\" content=\"default-src *\"> -->\n<meta\n  http-equiv=\"Content-Security-Policy\"\n  content=\"{PAGE}\"\n/>"
        );
        let mut page = Files::new();
        page.insert("index.html", html);
        let manifest = serde_json::json!({ "content_security_policy": { "extension_pages": extension } });
        check(&Manifest::parse(&manifest.to_string()).unwrap(), &page)
            .iter()
            .map(Refusal::to_string)
            .collect()
    }

    #[test]
    fn the_pages_policy_with_no_frame_around_it_passes() {
        assert!(refusals(&format!("{PAGE}; frame-ancestors 'none'")).is_empty());
        assert!(
            refusals(" default-src 'none';script-src  'self' 'wasm-unsafe-eval' ;frame-ancestors 'none';")
                .is_empty()
        );
    }

    #[test]
    fn a_policy_that_may_be_framed_is_refused() {
        assert!(refusals(PAGE)[0].contains("lacks `frame-ancestors 'none'`"));
        assert_eq!(refusals(&format!("{PAGE}; frame-ancestors *")).len(), 2);
    }

    #[test]
    fn a_wider_directive_is_refused_on_both_sides() {
        let sentences = refusals("default-src 'none'; script-src 'self'; frame-ancestors 'none'");
        assert_eq!(sentences.len(), 2);
        assert!(
            sentences[0].contains("lacks `script-src 'self' 'wasm-unsafe-eval'`"),
            "{sentences:?}"
        );
        assert!(sentences[1].contains("has `script-src 'self'`"), "{sentences:?}");
    }

    #[test]
    fn a_directive_that_comes_twice_is_refused() {
        let sentences = refusals(&format!("default-src 'none'; {PAGE}; frame-ancestors 'none'"));
        assert!(sentences[0].contains("twice"), "{sentences:?}");
    }

    #[test]
    fn a_missing_policy_is_refused_on_either_side() {
        let manifest = Manifest::parse("{}").unwrap();
        assert!(
            check(&manifest, &Files::new())[0]
                .to_string()
                .contains("manifest.json has no policy")
        );
        let manifest =
            Manifest::parse(r#"{ "content_security_policy": { "extension_pages": "default-src 'none'" } }"#)
                .unwrap();
        assert!(
            check(&manifest, &Files::new())[0]
                .to_string()
                .contains("index.html has no")
        );
    }
}
