//! What creating a service user loads, in bytes as brotli.

use std::collections::{BTreeMap, BTreeSet};

use end_to_end::{Fault, Outcome, Surroundings, labels};
use page_weight::{Figures, GOAL, Part, code_by_crate, parts_in};

use crate::figure::{Figure, Goal, Unit};
use crate::host::Host;
use crate::options::Options;
use crate::report::Report;
use crate::side::{Both, Side};

/// How many service users there are to begin with.
const USERS: usize = 25;

/// Has both pages create a service user, which proves that they work, and looks at what the browser loaded for it.
pub(crate) async fn measure(options: &Options, report: &mut Report) -> Outcome {
    eprintln!("Creating a service user with both pages …");
    let host = Host::start(options, USERS).await?;
    let loaded = Both {
        product: create(&host, Side::Product).await?,
        reference: create(&host, Side::Reference).await?,
    };
    report.browser = host.tab.browser_version().await?;
    host.end().await;

    let parts = Both {
        product: parts_in(&Surroundings::look().page)?,
        reference: parts_in(&options.root.join("bench/reference"))?,
    };
    report.weights = weigh(&parts.product, &loaded.product, "/");
    report.last_weights = Figures::read(&options.root.join("docs/benchmarks/bundle.json"))?;
    if let Some(file) = &options.named_wasm {
        report.weights.crates = code_by_crate(&std::fs::read(file)?)
            .map_err(|_| Fault::new(format!("{} is no WebAssembly.", file.display())))?;
    }
    let reference = weigh(&parts.reference, &loaded.reference, "/reference/");
    let kilobytes = |figures: &Figures| vec![figures.weight() as f64 / 1000.0];
    report.add(Figure {
        name: "What creating a service user loads, as brotli".to_owned(),
        unit: Unit::Kilobytes,
        goal: Goal::Below(GOAL as f64 / 1000.0),
        values: Both {
            product: kilobytes(&report.weights),
            reference: kilobytes(&reference),
        },
    });
    Ok(())
}

/// Goes through the whole flow, from the address of step 1 on, and answers the paths of the files that were loaded until the token was shown.
async fn create(host: &Host, side: Side) -> Outcome<BTreeSet<String>> {
    let name = match side {
        Side::Product => "Bench product",
        Side::Reference => "Bench reference",
    };
    let page = host.tab.page();
    host.tab.rest().await?;
    host.tab.forget_files().await?;
    page.open(side.create_page()).await?;
    page.is_on(labels::DETAILS).await?;
    match side {
        Side::Product => page.fill_both_steps(name).await?,
        Side::Reference => fill_reference(host, name).await?,
    }
    page.press_button(labels::CREATE_SERVICE_USER).await?;
    page.sees(labels::TOKEN_TITLE).await?;
    let paths = "
        const resources = performance.getEntriesByType('resource').map((entry) => new URL(entry.name));
        return [location.pathname, ...resources.filter((url) => url.origin === origin).map((url) => url.pathname)];";
    let paths = page.script(paths, Vec::new()).await?;
    page.show_token().await?;
    page.copy_and_close().await?;
    // Somebody who leaves the page is asked first while the token is shown, and no longer now.
    host.tab.rest().await?;
    let names = host.friendly_names().await?;
    match names.iter().filter(|taken| *taken == name).count() {
        1 => {}
        count => {
            return Err(Fault::new(format!(
                "There are {count} service users “{name}”, and one was created: nothing is measured on a page that does not work."
            )));
        }
    }
    let paths = paths.as_array().into_iter().flatten();
    Ok(paths
        .filter_map(|path| path.as_str().map(str::to_owned))
        .filter(|path| !path.starts_with("/account/"))
        .collect())
}

/// From the reference page's step 1 to the end of step 2, one press away from a service user. A name that is taken is tried first: the page
/// has to refuse it.
async fn fill_reference(host: &Host, name: &str) -> Outcome {
    let page = host.tab.page();
    let names = host.friendly_names().await?;
    let taken = names
        .first()
        .ok_or_else(|| Fault::new("The sandbox lists nobody."))?;
    page.fill(labels::field::FRIENDLY_NAME, taken).await?;
    page.remark_says(labels::field::FRIENDLY_NAME, "already has the friendly name")
        .await?;
    page.fill(labels::field::FRIENDLY_NAME, name).await?;
    page.no_remark(labels::field::FRIENDLY_NAME).await?;
    page.press_button("90 days").await?;
    page.fill(labels::field::EMAIL, "jane.doe@example.com").await?;
    page.press_choice("Example Corporation").await?;
    page.press_choice("Trust Lifecycle").await?;
    page.press_button(labels::NEXT).await?;
    page.is_on(labels::ROLES).await?;
    page.press_role("Trust Lifecycle", "View only").await
}

/// What the parts weigh that are among the loaded paths; `base` is the page's own path.
fn weigh(parts: &BTreeMap<String, Part>, loaded: &BTreeSet<String>, base: &str) -> Figures {
    Figures::of(parts, |path, _| {
        let path = if path == "index.html" { "" } else { path };
        loaded.contains(&format!("{base}{path}"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_itself_counts_under_the_address_of_its_folder() {
        let part = |name: &str, brotli: u64| {
            let part = Part {
                name: name.to_owned(),
                raw: brotli,
                brotli,
            };
            (name.to_owned(), part)
        };
        let parts = BTreeMap::from([part("index.html", 5), part("app.js", 7), part("later.js", 9)]);
        let loaded = ["/reference/", "/reference/app.js"].map(str::to_owned);
        assert_eq!(weigh(&parts, &loaded.into(), "/reference/").weight(), 12);
    }
}
