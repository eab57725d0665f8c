//! The tags of an HTML file.

/// A start tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tag {
    /// The element's name, in small letters.
    pub(crate) name: String,
    attributes: Vec<(String, String)>,
}

impl Tag {
    /// What an attribute is set to; empty for one that only stands there.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes()
            .find(|(attribute, _)| *attribute == name)
            .map(|(_, value)| value)
    }

    /// Names in small letters, and values as they are written: none of ours needs an entity.
    pub(crate) fn attributes(&self) -> impl Iterator<Item = (&str, &str)> {
        self.attributes
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
    }
}

/// Every start tag, comments left out. What is inside a script or a style is read as tags too: a page of ours has neither, and to
/// see more than there is can only end in a refusal.
pub(crate) fn tags(html: &str) -> Vec<Tag> {
    let mut tags = Vec::new();
    let mut rest = html;
    while let Some((_, after)) = rest.split_once('<') {
        rest = match after.strip_prefix("!--") {
            Some(comment) => comment.split_once("-->").map_or("", |(_, after)| after),
            None if after.starts_with(|character: char| character.is_ascii_alphabetic()) => {
                let (tag, after) = tag(after);
                tags.push(tag);
                after
            }
            None => after,
        };
    }
    tags
}

/// Reads a tag from its name on, and returns what follows it.
fn tag(text: &str) -> (Tag, &str) {
    let (name, mut rest) = split_before(text, |character| is_space_or(character, &['>', '/']));
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start_matches(|character| is_space_or(character, &['/']));
        if let Some(after) = rest.strip_prefix('>') {
            rest = after;
            break;
        }
        // An equals sign in the first place belongs to the name.
        let first = rest.chars().next().map_or(0, char::len_utf8);
        let (name, after) =
            split_before_from(rest, first, |character| is_space_or(character, &['>', '/', '=']));
        if name.is_empty() {
            break;
        }
        let (value, after) = value(after);
        attributes.push((name.to_ascii_lowercase(), value.to_owned()));
        rest = after;
    }
    let name = name.to_ascii_lowercase();
    (Tag { name, attributes }, rest)
}

/// The value after an attribute's name, if there is one, and what follows it.
fn value(text: &str) -> (&str, &str) {
    let Some(value) = text.trim_start().strip_prefix('=').map(str::trim_start) else {
        return ("", text);
    };
    for quote in ['"', '\''] {
        if let Some(quoted) = value.strip_prefix(quote) {
            return quoted.split_once(quote).unwrap_or((quoted, ""));
        }
    }
    split_before(value, |character| is_space_or(character, &['>']))
}

fn split_before(text: &str, is_end: impl Fn(char) -> bool) -> (&str, &str) {
    split_before_from(text, 0, is_end)
}

fn split_before_from(text: &str, start: usize, is_end: impl Fn(char) -> bool) -> (&str, &str) {
    let end = text
        .char_indices()
        .find(|(place, character)| *place >= start && is_end(*character))
        .map_or(text.len(), |(place, _)| place);
    text.split_at_checked(end).unwrap_or((text, ""))
}

fn is_space_or(character: char, others: &[char]) -> bool {
    character.is_ascii_whitespace() || others.contains(&character)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn only(html: &str) -> Tag {
        let mut tags = tags(html);
        assert_eq!(tags.len(), 1, "{html}");
        tags.remove(0)
    }

    #[test]
    fn attributes_are_read_in_every_spelling() {
        let tag = only("<META\n  Http-Equiv = \"Policy\" content='a \"b\" > c' hidden data-x=1/>");
        assert_eq!(tag.name, "meta");
        assert_eq!(tag.attribute("http-equiv"), Some("Policy"));
        assert_eq!(tag.attribute("content"), Some("a \"b\" > c"));
        assert_eq!(tag.attribute("hidden"), Some(""));
        assert_eq!(tag.attribute("data-x"), Some("1/"));
        assert_eq!(tag.attribute("class"), None);
    }

    #[test]
    fn tags_follow_each_other_and_comments_are_none() {
        let names: Vec<String> =
            tags("<!doctype html><html><!-- <script> --><br/><p>1 < 2</p></html><img src=a>")
                .into_iter()
                .map(|tag| tag.name)
                .collect();
        assert_eq!(names, ["html", "br", "p", "img"]);
    }

    #[test]
    fn a_file_that_breaks_off_comes_to_an_end() {
        for html in [
            "<", "<a", "<a b", "<a b=", "<a b=\"c", "<!-- d", "<a =", "<é", "<a é='",
        ] {
            tags(html);
        }
    }
}
