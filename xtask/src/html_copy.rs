//! A copy of `index.html` for trunk, in a folder two below the checkout's top.

/// From the folder with the copy back to the checkout's top folder.
const UP: &str = "../../";

/// Points trunk's elements at the checkout. What the element of the program has beside that is up to `of_program`, which gets and
/// answers with its attributes.
pub(crate) fn moved(html: &str, of_program: impl Fn(&str) -> String) -> String {
    let mut elements = html.split("<link data-trunk");
    let mut text = elements.next().unwrap_or_default().to_owned();
    for element in elements {
        let (attributes, rest) = element.split_once('>').unwrap_or((element, ""));
        let attributes = match attributes.contains("rel=\"rust\"") {
            true => format!(" href=\"{UP}Cargo.toml\"{}", of_program(attributes)),
            false => attributes.replace("href=\"", &format!("href=\"{UP}")),
        };
        text.push_str(&format!("<link data-trunk{attributes}>{rest}"));
    }
    text
}

/// Leaves an attribute out.
pub(crate) fn without_attribute(attributes: &str, name: &str) -> String {
    match attributes.split_once(&format!(" {name}=\"")) {
        Some((before, after)) => {
            format!("{before}{}", after.split_once('"').map_or("", |(_, after)| after))
        }
        None => attributes.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trunks_elements_point_at_the_checkout_and_others_do_not() {
        let html = "<link rel=\"icon\" href=\"a\" /><link data-trunk rel=\"css\" href=\"src/b.css\" /><a href=\"c\">";
        let expected = "<link rel=\"icon\" href=\"a\" /><link data-trunk rel=\"css\" href=\"../../src/b.css\" /><a href=\"c\">";
        assert_eq!(moved(html, str::to_owned), expected);
    }

    #[test]
    fn the_programs_element_gets_what_it_is_to_have() {
        let html = "<link data-trunk rel=\"rust\" data-cargo-profile=\"bundle\" data-bin=\"app\" />";
        assert_eq!(
            moved(html, |program| without_attribute(program, "data-cargo-profile")),
            "<link data-trunk href=\"../../Cargo.toml\" rel=\"rust\" data-bin=\"app\" />"
        );
    }
}
