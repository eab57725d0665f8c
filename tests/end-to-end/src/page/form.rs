//! Signing in, the list and the two steps.

use std::panic::Location;

use thirtyfour::{By, Key};

use super::Page;
use crate::{Outcome, labels};

/// The address of a service user that is made by [`Page::fill_details`].
const EMAIL: &str = "jane.doe@example.com";

impl Page {
    /// Signs in as the administrator on the sandbox's own page and waits for the list.
    ///
    /// # Errors
    /// The list does not come.
    pub async fn sign_in(&self) -> Outcome {
        self.sign_in_with(5).await
    }

    /// The same where there are so many service users.
    ///
    /// # Errors
    /// The list does not come, or is of another length.
    pub async fn sign_in_with(&self, users: usize) -> Outcome {
        self.sign_in_as("Administrator").await?;
        self.is_on(labels::SERVICE_USERS).await?;
        self.sees(&format!("{users} service users")).await
    }

    /// Signs in on the sandbox's own page.
    ///
    /// # Errors
    /// The sign-in page has no such person.
    pub async fn sign_in_as(&self, person: &str) -> Outcome {
        self.open("/account/sign-in").await?;
        self.press_sign_in(person).await
    }

    /// Signs in as a person on the sandbox's sign-in page, which is open.
    ///
    /// # Errors
    /// The sign-in page has no such person.
    #[track_caller]
    pub fn press_sign_in(&self, person: &str) -> impl Future<Output = Outcome> {
        let selector = format!("label[for={}]", person.to_lowercase());
        async move {
            self.press_element(&selector).await?;
            self.press_element("button[type=submit]").await
        }
    }

    /// Waits until the screen of this heading is shown.
    ///
    /// # Errors
    /// It does not come in time.
    #[track_caller]
    pub fn is_on(&self, heading: &str) -> impl Future<Output = Outcome> {
        self.until(format!("the screen “{heading}” is shown"), async move || {
            let script = "return document.querySelector('main h1')?.innerText ?? ''";
            Ok(self.script(script, Vec::new()).await? == *heading)
        })
    }

    /// Waits until the app has started and shows a screen.
    ///
    /// # Errors
    /// It does not in time.
    #[track_caller]
    pub fn is_started(&self) -> impl Future<Output = Outcome> {
        self.until("the app has started".to_owned(), async || {
            // What stands there before the app has a heading as well.
            Ok(self.count("#main h1").await? == 1)
        })
    }

    /// From the list to step 1, ready to be typed into.
    ///
    /// # Errors
    /// It does not come in time.
    pub async fn start_creating(&self) -> Outcome {
        self.press_button(labels::CREATE_SERVICE_USER).await?;
        self.is_on(labels::DETAILS).await?;
        self.until("step 1 can be typed into".to_owned(), async || {
            Ok(self.count("#field-friendly-name").await? == 1)
        })
        .await
    }

    /// The text in a field.
    ///
    /// # Errors
    /// There is no such field.
    pub async fn value(&self, id: &str) -> Outcome<String> {
        let value = self
            .script(
                "return document.getElementById(arguments[0]).value",
                vec![id.into()],
            )
            .await?;
        Ok(value.as_str().unwrap_or_default().to_owned())
    }

    /// Replaces the text of a field, by a press into it and keys.
    ///
    /// # Errors
    /// There is no such field in time.
    #[track_caller]
    pub fn fill(&self, id: &str, text: &str) -> impl Future<Output = Outcome> {
        let at = Location::caller();
        async move {
            self.until_some(format!("{id} can be typed into"), at, async || {
                Ok(Some(
                    self.driver.find(By::Id(id.to_owned())).await?.click().await?,
                ))
            })
            .await?;
            self.type_with(Key::Control, 'a').await?;
            self.type_keys(Key::Delete).await?;
            self.type_keys(text).await
        }
    }

    /// What the rules say under a field; empty for nothing.
    ///
    /// # Errors
    /// There is no such field.
    pub async fn remarks(&self, id: &str) -> Outcome<String> {
        let script = "return document.getElementById(arguments[0] + '-remarks').innerText.trim()";
        Ok(self
            .script(script, vec![id.into()])
            .await?
            .as_str()
            .unwrap_or_default()
            .to_owned())
    }

    /// Waits until these words stand under a field.
    ///
    /// # Errors
    /// They do not come in time.
    #[track_caller]
    pub fn remark_says(&self, id: &str, words: &str) -> impl Future<Output = Outcome> {
        self.until(format!("“{words}” stands under {id}"), async move || {
            Ok(self.remarks(id).await?.contains(words))
        })
    }

    /// Waits until nothing stands under a field.
    ///
    /// # Errors
    /// Something stays.
    #[track_caller]
    pub fn no_remark(&self, id: &str) -> impl Future<Output = Outcome> {
        self.until(format!("nothing stands under {id}"), async move || {
            Ok(self.remarks(id).await?.is_empty())
        })
    }

    /// Chooses from a searchable list by typing a part of the name, then leaves the field.
    ///
    /// # Errors
    /// There is no such choice in time.
    #[track_caller]
    pub fn choose(&self, id: &str, name: &str) -> impl Future<Output = Outcome> {
        let at = Location::caller();
        async move {
            self.fill(id, name).await?;
            self.until_some(format!("“{name}” can be chosen in {id}"), at, async || {
                let options = self.options(id).await?;
                Ok((options.first().map(String::as_str) == Some(name)).then_some(()))
            })
            .await?;
            self.type_keys(Key::Enter).await?;
            self.until_some(format!("“{name}” is chosen in {id}"), at, async || {
                Ok(self
                    .chosen(id)
                    .await?
                    .iter()
                    .any(|chosen| chosen == name)
                    .then_some(()))
            })
            .await?;
            self.type_keys(Key::Escape).await?;
            self.type_keys(Key::Tab).await
        }
    }

    /// The names in an open list, in their order, without their details.
    ///
    /// # Errors
    /// There is no such list.
    pub async fn options(&self, id: &str) -> Outcome<Vec<String>> {
        let script = "
            const list = document.getElementById(arguments[0] + '-list');
            if (list.hidden) return [];
            return [...list.querySelectorAll('[role=option]:not([aria-disabled])')]
                .map((option) => option.firstElementChild.innerText);";
        self.texts(script, id).await
    }

    /// The names that are chosen in a searchable list, in the order of choosing.
    ///
    /// # Errors
    /// There is no such list.
    pub async fn chosen(&self, id: &str) -> Outcome<Vec<String>> {
        let script = "
            const frame = document.getElementById(arguments[0]).parentElement;
            return [...frame.querySelectorAll('.multi-select-chip-text')].map((chip) => chip.innerText);";
        self.texts(script, id).await
    }

    /// Fills step 1 with something right under this friendly name: 90 days, one account, Trust Lifecycle.
    ///
    /// # Errors
    /// A field does not take it.
    pub async fn fill_details(&self, name: &str) -> Outcome {
        self.fill(labels::field::FRIENDLY_NAME, name).await?;
        self.fill(
            labels::field::DESCRIPTION,
            "Renews certificates. In the build system.",
        )
        .await?;
        self.press_button("90 days").await?;
        self.fill(labels::field::EMAIL, EMAIL).await?;
        self.choose(labels::field::ACCOUNTS, "Example Corporation")
            .await?;
        self.choose(labels::field::MANAGERS, "Trust Lifecycle").await
    }

    /// From the list through step 1 to step 2 with a role chosen: one press away from a service user of this name.
    ///
    /// # Errors
    /// It does not get there.
    pub async fn prepare(&self, name: &str) -> Outcome {
        self.start_creating().await?;
        self.fill_both_steps(name).await
    }

    /// From step 1 to the end of step 2, one press away from a service user.
    ///
    /// # Errors
    /// It does not get there.
    pub async fn fill_both_steps(&self, name: &str) -> Outcome {
        self.fill_details(name).await?;
        self.press_button(labels::NEXT).await?;
        self.is_on(labels::ROLES).await?;
        self.press_role("Trust Lifecycle", "View only").await
    }

    /// From the list to the open token window of a new service user.
    ///
    /// # Errors
    /// It does not get there.
    pub async fn create(&self, name: &str) -> Outcome {
        self.start_creating().await?;
        self.create_from_here(name).await
    }

    /// From step 1 to the open token window of a new service user.
    ///
    /// # Errors
    /// It does not get there.
    pub async fn create_from_here(&self, name: &str) -> Outcome {
        self.fill_both_steps(name).await?;
        self.press_button(labels::CREATE_SERVICE_USER).await?;
        self.sees(labels::TOKEN_TITLE).await?;
        self.sees(name).await
    }

    /// Ticks or unticks a role of a Manager.
    ///
    /// # Errors
    /// There is no such role.
    #[track_caller]
    pub fn press_role(&self, manager: &str, role: &str) -> impl Future<Output = Outcome> {
        let at = Location::caller();
        async move {
            self.until_some(
                format!("the role {role} of {manager} can be pressed"),
                at,
                async || {
                    let script = "
                    const group = [...document.querySelectorAll('fieldset')]
                        .find((group) => group.querySelector('legend').innerText === arguments[0]);
                    return group?.querySelector(`input[data-role=\"${arguments[1]}\"]`) ?? null;";
                    match self.element(script, vec![manager.into(), role.into()]).await? {
                        Some(role) => Ok(Some(role.click().await?)),
                        None => Ok(None),
                    }
                },
            )
            .await
        }
    }

    /// The names of the Managers that step 2 shows a group of roles for, and of the roles in it that are visible.
    ///
    /// # Errors
    /// The browser cannot say.
    pub async fn role_groups(&self) -> Outcome<Vec<(String, Vec<String>)>> {
        let script = "
            const visible = (element) => element.checkVisibility();
            return [...document.querySelectorAll('fieldset')].filter(visible).map((group) => [
                group.querySelector('legend').innerText,
                ...[...group.querySelectorAll('input')].filter(visible).map((role) => role.dataset.role),
            ]);";
        let groups = self.script(script, Vec::new()).await?;
        let groups = groups.as_array().into_iter().flatten().map(|group| {
            let mut names = group
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(|name| name.as_str().map(str::to_owned));
            (names.next().unwrap_or_default(), names.collect())
        });
        Ok(groups.collect())
    }

    async fn texts(&self, script: &str, argument: &str) -> Outcome<Vec<String>> {
        let texts = self.script(script, vec![argument.into()]).await?;
        let texts = texts
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|text| text.as_str());
        Ok(texts.map(str::to_owned).collect())
    }
}
