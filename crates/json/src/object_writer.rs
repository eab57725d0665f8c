//! Writes an object.

/// Writes an object, member by member. A name is one of the program's own and is written as it is.
///
/// ```
/// let mut object = json::ObjectWriter::default();
/// object.text("name", "a \"b\"");
/// object.texts("ids", ["1", "2"]);
/// object.word("count", "2");
/// assert_eq!(object.end(), r#"{"name":"a \"b\"","ids":["1","2"],"count":2}"#);
/// ```
#[derive(Debug, Default)]
pub struct ObjectWriter(String);

impl ObjectWriter {
    /// Adds a text.
    pub fn text(&mut self, name: &str, value: &str) {
        self.name(name);
        self.quote(value);
    }

    /// Adds a list of texts.
    pub fn texts<'t>(&mut self, name: &str, values: impl IntoIterator<Item = &'t str>) {
        self.name(name);
        let mut separator = '[';
        for value in values {
            self.0.push(separator);
            self.quote(value);
            separator = ',';
        }
        if separator == '[' {
            self.0.push('[');
        }
        self.0.push(']');
    }

    /// Adds what needs no quotation marks: a number, a truth value or null, as JSON writes it.
    pub fn word(&mut self, name: &str, value: &str) {
        self.name(name);
        self.0.push_str(value);
    }

    /// The object.
    #[must_use]
    pub fn end(mut self) -> String {
        if self.0.is_empty() {
            self.0.push('{');
        }
        self.0.push('}');
        self.0
    }

    fn name(&mut self, name: &str) {
        self.0.push(if self.0.is_empty() { '{' } else { ',' });
        self.0.push('"');
        self.0.push_str(name);
        self.0.push_str("\":");
    }

    fn quote(&mut self, value: &str) {
        self.0.push('"');
        for character in value.chars() {
            let escaped = match character {
                '"' | '\\' => character,
                '\n' => 'n',
                '\r' => 'r',
                '\t' => 't',
                '\u{8}' => 'b',
                '\u{c}' => 'f',
                ..' ' => {
                    self.0
                        .push_str(if character < '\u{10}' { "\\u000" } else { "\\u001" });
                    self.0.extend(char::from_digit(u32::from(character) & 0xf, 16));
                    continue;
                }
                _ => {
                    self.0.push(character);
                    continue;
                }
            };
            self.0.push('\\');
            self.0.push(escaped);
        }
        self.0.push('"');
    }
}
