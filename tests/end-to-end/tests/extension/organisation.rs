//! What an organisation sets holds, and the extension says who set it.

use end_to_end::extension::{DEMO, ExtensionWorld, Person, Surface};
use end_to_end::{Browser, Outcome, in_both_browsers, labels};
use labels::field::{EMAIL, END_DATE, FRIENDLY_NAME};
use serde_json::json;

in_both_browsers! {
    hosts_ways_to_sign_in_and_rules_are_the_organisations,
    a_setting_that_makes_no_sense_is_named,
}

async fn hosts_ways_to_sign_in_and_rules_are_the_organisations(world: &ExtensionWorld) -> Outcome {
    let page = &world.page;
    let settings = json!({
        "hosts": [DEMO], "signInWays": ["session"], "longestLifeDays": 100, "namePatterns": ["svc-*"],
        "emailDomains": ["example.com"],
    });
    world.set_by_organisation(settings).await?;
    world.sign_in(DEMO, Person::Administrator).await?;
    world.open(Surface::Tab).await?;
    page.sees("Your organisation set these hosts.").await?;
    page.sees("Your organisation allows only this way.").await?;
    assert_eq!(page.count("#connect-host option").await?, 1);
    assert_eq!(page.count("input[name=way]").await?, 1);
    page.press_button(labels::CONNECT).await?;
    page.start_creating().await?;
    assert!(!page.has_button("180 days").await?);
    assert!(!page.words().await?.contains(labels::NO_END_DATE));
    page.fill(FRIENDLY_NAME, "nightly").await?;
    page.fill(END_DATE, "2099-01-01").await?;
    page.fill(EMAIL, "jane@example.org").await?;
    page.press_button(labels::NEXT).await?;
    page.remark_says(
        FRIENDLY_NAME,
        "Your organisation set what a friendly name looks like",
    )
    .await?;
    page.remark_says(END_DATE, "Your organisation set").await?;
    page.remark_says(EMAIL, "Your organisation allows only emails at example.com")
        .await?;
    page.press_button("Use “svc-nightly”").await?;
    page.no_remark(FRIENDLY_NAME).await
}

/// Chromium leaves out what does not fit the schema; what fits it can still make no sense.
async fn a_setting_that_makes_no_sense_is_named(world: &ExtensionWorld) -> Outcome {
    let settings = match world.browser {
        Browser::Chromium => json!({ "namePatterns": ["svc.*"] }),
        Browser::Firefox => json!({ "namePatterns": ["svc.*"], "longestLifeDays": "soon" }),
    };
    world.set_by_organisation(settings).await?;
    world.open(Surface::Tab).await?;
    world
        .page
        .sees("Some of your organisation's settings cannot be read")
        .await?;
    world.page.sees("svc.*").await
}
